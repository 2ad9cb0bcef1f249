"""Reads publications from a RIS list.

The library parses the tags of a record; where a record begins and ends is found here,
since a record without an end would swallow or lose its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import rispy
from rispy.config import TAG_KEY_MAPPING

from ingest.imports._draft import DraftBuilder
from ingest.imports._file import ImportFile
from ingest.imports._wording import decoded
from ingest.publications._entry import Entry, author

_TAG: Final = re.compile(r"^([A-Z][A-Z0-9])(?: {1,2}-(?: |$)| {2}-)")
_MAPPING: Final = {tag: tag for tag in TAG_KEY_MAPPING}
_LISTS: Final = ["AU", "A1", "A2", "A3", "A4", "UR", "L1", "L2", "KW", "N1"]

#: The tags that hold each field, the best first.
_FIELDS: Final = {
    "title": ("TI", "T1", "CT", "BT"),
    "issued": ("PY", "Y1", "DA"),
    "doi": ("DO", "DI"),
    "publisher": ("PB",),
    "container": ("JF", "JO", "T2", "JA", "J2"),
    "volume": ("VL",),
    "issue": ("IS",),
    "abstract": ("AB", "N2"),
}
_AUTHORS: Final = ("AU", "A1")
_ADDRESSES: Final = ("UR", "L2", "LK")
_KINDS: Final = {
    "JOUR": "journal article",
    "RPRT": "report",
    "BOOK": "book",
    "CHAP": "chapter of a book",
    "THES": "thesis",
    "CONF": "conference paper",
    "CPAPER": "conference paper",
    "ELEC": "web page",
    "WEB": "web page",
    "GOVDOC": "government document",
    "UNPB": "unpublished work",
    "NEWS": "newspaper article",
    "EJOUR": "journal article",
}


@dataclass(slots=True)
class _Chunk:
    """The lines of one record."""

    number: int
    line: int
    lines: list[str] = field(default_factory=list)
    tags: dict[str, int] = field(default_factory=dict)
    ended: bool = False


def ris_entries(file: ImportFile, builder: DraftBuilder) -> Iterator[Entry]:
    """Yield the publications of a RIS list.

    Args:
        file: The file.
        builder: Where faults of the list as a whole go.
    """
    text, note = decoded(file.content, file.name)
    if note:
        builder.note(file.name, note)
    for chunk in _chunks(text, file.name, builder):
        place = f"{file.name}, entry {chunk.number} (line {chunk.line})"
        if not chunk.ended:
            builder.note(place, "has no line 'ER' at its end; it was read up to the next entry")
        [record] = rispy.loads(
            "\n".join((*chunk.lines, "ER  - ")), mapping=_MAPPING, list_tags=_LISTS
        )
        yield _entry(file.name, chunk, record, place, builder)


def _chunks(text: str, name: str, builder: DraftBuilder) -> Iterator[_Chunk]:
    chunk: _Chunk | None = None
    stray = False
    count = 0
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        found = _TAG.match(line)
        tag = found[1] if found else ""
        if tag == "TY":
            if chunk:
                yield chunk
            count += 1
            chunk, stray = _Chunk(count, number), False
        if tag and chunk is None:
            if not stray and tag != "ER":  # an end too many harms nobody
                what = (
                    f"'{tag}' stands outside an entry; an entry begins with 'TY' and ends with 'ER'"
                )
                place = f"{name}, line {number}"
                builder.fault(place, what, place)
            stray = tag != "ER"
        elif chunk and tag == "ER":
            chunk.ended = True
            yield chunk
            chunk, stray = None, False
        elif chunk and found:
            chunk.tags.setdefault(tag, number)
            chunk.lines.append(f"{tag}  - {line[found.end() :].strip()}")
        elif chunk and line.strip():
            chunk.lines.append(line.strip())
    if chunk:
        yield chunk


def _entry(
    file: str, chunk: _Chunk, record: Mapping[str, Any], place: str, builder: DraftBuilder
) -> Entry:
    def first(tags: tuple[str, ...]) -> str:
        return next((text for tag in tags if (text := _text(record.get(tag)))), "")

    def at(name: str) -> str:
        tags = {**_FIELDS, "addresses": _ADDRESSES, "authors": _AUTHORS, "kind": ("TY",)}
        tag = next((t for t in tags.get(name, ()) if t in chunk.tags), "")
        line = f"line {chunk.tags[tag]}, {tag}" if tag else f"line {chunk.line}"
        return f"{file}, entry {chunk.number} ({line})"

    def values(tags: tuple[str, ...]) -> Iterator[str]:
        for tag in tags:
            yield from record.get(tag) or ()

    start, end = _text(record.get("SP")), _text(record.get("EP"))
    kind = _text(record.get("TY"))
    addresses = [a for text in values(("UR", "L2")) for a in re.split(r"[;\s]+(?=\w+:)", text)]
    found = {name: first(tags) for name, tags in _FIELDS.items()}
    return Entry(
        builder.row(place),
        at,
        authors=tuple(author(name) for name in values(_AUTHORS)),
        addresses=tuple(a for a in (*addresses, _text(record.get("LK"))) if a),
        pages=f"{start}-{end}" if start and end and start != end else start,
        kind=_KINDS.get(kind.strip().upper(), ""),
        **found,
    )


def _text(value: Any) -> str:
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    return value.strip() if isinstance(value, str) else ""
