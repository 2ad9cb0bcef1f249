"""Reads publications from CSL-JSON, as reference managers and registries of DOIs give it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from cjgraph.errors import WrongFormat
from ingest.imports._draft import DraftBuilder
from ingest.imports._file import ImportFile
from ingest.imports._json import parse_json
from ingest.imports._wording import decoded
from ingest.publications._entry import Entry, author

_FIELDS: Final = {
    "title": "title",
    "doi": "DOI",
    "addresses": "URL",
    "publisher": "publisher",
    "container": "container-title",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "abstract": "abstract",
    "issued": "issued",
    "authors": "author",
    "kind": "type",
}
_WRAPPERS: Final = ("items", "references", "message")
_KINDS: Final = {
    "article-journal": "journal article",
    "journal-article": "journal article",
    "paper-conference": "conference paper",
    "webpage": "web page",
    "post-weblog": "web page",
}


def csl_entries(file: ImportFile, builder: DraftBuilder) -> Iterator[Entry]:
    """Yield the publications of a CSL-JSON list.

    Args:
        file: The file.
        builder: Where faults of the list as a whole go.

    Raises:
        SyntaxFault: It is no valid JSON.
        WrongFormat: It holds no list of publications.
    """
    text, note = decoded(file.content, file.name)
    if note:
        builder.note(file.name, note)
    for path, item in _items(parse_json(text, file.name), file.name):
        place = f"{file.name}, {path}"
        if not isinstance(item, dict):
            builder.fault(place, "is no publication; an object with 'title' is needed", place)
            continue
        yield _entry(item, place, builder)


def _items(found: Any, name: str) -> Iterator[tuple[str, Any]]:
    path = ""
    while isinstance(found, dict):
        wrapper = next((w for w in _WRAPPERS if isinstance(found.get(w), dict | list)), None)
        if wrapper is None:
            break
        path = f"{path}.{wrapper}".lstrip(".")
        found = found[wrapper]
    if isinstance(found, list):
        for index, item in enumerate(found):
            yield f"{path}[{index}]", item
    elif isinstance(found, dict) and ("title" in found or "type" in found):
        yield path or "the entry", found
    else:
        raise WrongFormat(
            f"{name} is JSON, but no list of publications.",
            hint="Export it as 'CSL JSON' from the reference manager.",
        )


def _entry(item: Mapping[str, Any], place: str, builder: DraftBuilder) -> Entry:
    faults = builder.row(place)

    def at(name: str) -> str:
        return f"{place}.{_FIELDS.get(name, name)}"

    def text(name: str) -> str:
        value = item.get(_FIELDS[name])
        if isinstance(value, list):
            value = value[0] if value else ""
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return str(value)
        if value not in (None, ""):
            faults.add(at(name), "is no text")
        return ""

    kind = text("kind")
    return Entry(
        faults,
        at,
        authors=tuple(_authors(item.get("author"), at("authors"), faults.add)),
        issued=_issued(item),
        addresses=(text("addresses"),) if text("addresses") else (),
        kind=_KINDS.get(kind, kind.replace("-", " ")),
        **{n: text(n) for n in _FIELDS if n not in ("authors", "issued", "addresses", "kind")},
    )


def _authors(value: Any, place: str, fault: Any) -> Iterator[str]:
    if value in (None, ""):
        return
    for index, person in enumerate(value if isinstance(value, list) else [value]):
        if isinstance(person, str):
            yield author(person)
        elif isinstance(person, dict):
            parts = (
                "given",
                "dropping-particle",
                "non-dropping-particle",
                "family",
                "suffix",
            )
            named = " ".join(str(person[part]) for part in parts if person.get(part))
            yield author(str(person.get("literal") or person.get("name") or "")) or named
        else:
            fault(
                f"{place}[{index}]", "is no author; an object with 'family' or 'literal' is needed"
            )


def _issued(item: Mapping[str, Any]) -> str:
    for name in ("issued", "published", "published-print", "published-online"):
        value = item.get(name)
        if isinstance(value, dict):
            parts = value.get("date-parts")
            if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
                return str(parts[0][0] or "")
            for key in ("raw", "literal", "year"):
                if value.get(key):
                    return str(value[key])
        elif value:
            return str(value)
    return str(item.get("year") or "")
