"""Reads publications from a BibTeX list: macros, LaTeX accents and all.

The library finds entries and fields; macros are put together here, since it leaves
``macro # { rest}`` as it is, and addresses are kept from its LaTeX decoder, to which a
per cent sign begins a comment.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from typing import Final

import bibtexparser
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    Field,
    ParsingFailedBlock,
    String,
)

from cjgraph.errors import SyntaxFault
from ingest.imports._draft import DraftBuilder
from ingest.imports._file import ImportFile
from ingest.imports._wording import decoded, plain, shortened
from ingest.publications._entry import Entry as Publication
from ingest.publications._entry import author

_FIELDS: Final = {
    "title": ("title",),
    "issued": ("year", "date"),
    "doi": ("doi",),
    "publisher": ("publisher", "institution", "school", "organization"),
    "container": ("journal", "journaltitle", "booktitle"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "pages": ("pages",),
    "abstract": ("abstract",),
}
_ADDRESSES: Final = ("url", "link", "howpublished", "eprint")
_RAW: Final = frozenset({"doi", "url", "link", "eprint", "howpublished"})
_KINDS: Final = {
    "article": "journal article",
    "techreport": "report",
    "report": "report",
    "book": "book",
    "inbook": "chapter of a book",
    "incollection": "chapter of a book",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "inproceedings": "conference paper",
    "conference": "conference paper",
    "online": "web page",
}
#: The months are macros that every BibTeX style defines.
_MONTHS: Final = {m: m for m in "jan feb mar apr may jun jul aug sep oct nov dec".split()}
_PIECE: Final = re.compile(r'\s*(?:(\{)|(")|([^\s#{}"]+))\s*')
#: Signs that only mean themselves once LaTeX has read them.
_LATEX: Final = re.compile(r"[\\$~]|``|''|---?")
_MAX_MACRO: Final = 10_000
_MAX_DEPTH: Final = 40


def bibtex_entries(file: ImportFile, builder: DraftBuilder) -> Iterator[Publication]:
    """Yield the publications of a BibTeX list.

    Args:
        file: The file.
        builder: Where faults of the list as a whole go.

    Raises:
        SyntaxFault: Braces are nested without end.
    """
    text, note = decoded(file.content, file.name)
    if note:
        builder.note(file.name, note)
    if _depth(text) > _MAX_DEPTH:
        raise SyntaxFault(f"{file.name} has braces nested more than {_MAX_DEPTH} levels deep.")
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # faults are said by us
    library = bibtexparser.parse_string(text.replace("\r\n", "\n"), parse_stack=[])
    macros = dict(_MONTHS)
    for block in library.blocks:
        line = block.start_line + 1
        if isinstance(block, String):
            macros[block.key.lower()] = value = _value(block.value, macros)[0]
            if len(value) > _MAX_MACRO:  # macros made of macros double at every step
                raise SyntaxFault(f"{file.name}, line {line}: the macro '{block.key}' is too long.")
            continue
        place = f"{file.name}, line {line}"
        if isinstance(block, DuplicateBlockKeyBlock):
            builder.note(place, f"the key '{block.key}' stands there twice; both entries were read")
            block = block.ignore_error_block or block
        if isinstance(block, DuplicateFieldKeyBlock):
            names = ", ".join(sorted(block.duplicate_keys))
            builder.note(place, f"an entry has '{names}' twice; the first was read")
            block = block.ignore_error_block or block
        if isinstance(block, ParsingFailedBlock):
            start = shortened(block.raw or "", 40)
            builder.fault(
                place, f"the entry '{start}' is not closed or broken: {_why(block)}", place
            )
            continue
        if isinstance(block, Entry):
            yield _entry(block, file.name, macros, builder)


def _entry(
    block: Entry, file: str, macros: Mapping[str, str], builder: DraftBuilder
) -> Publication:
    line = block.start_line + 1
    place = f"{file}, entry {block.key or 'without a key'} (line {line})"
    faults = builder.row(place)
    lines = {f.key.lower(): (f.start_line or 0) + 1 for f in block.fields}
    found: dict[str, str] = {}
    for item in block.fields:
        value, unknown = _value(str(item.value), macros)
        if unknown and item.key.lower() in {n for ns in _FIELDS.values() for n in ns} | {"author"}:
            where = f"{file}, entry {block.key} (line {lines[item.key.lower()]}, {item.key})"
            faults.note(where, f"the macro '{unknown}' is not defined; its name was kept")
        found.setdefault(item.key.lower(), value)
    read = {n for names in _FIELDS.values() for n in names} - _RAW
    texts = _decoded({k: v for k, v in found.items() if k in read})

    def at(name: str) -> str:
        keys = {**_FIELDS, "addresses": _ADDRESSES, "authors": ("author",)}.get(name, ())
        key = next((k for k in keys if k in lines), "")
        where = f"line {lines[key]}, {key}" if key else f"line {line}"
        return f"{file}, entry {block.key} ({where})"

    def first(names: tuple[str, ...]) -> str:
        return next((t for n in names if (t := _bare(found, n) if n in _RAW else texts.get(n))), "")

    kind = block.entry_type.lower()
    addresses = (_bare(found, name) for name in _ADDRESSES)
    fields = {name: first(names) for name, names in _FIELDS.items()}
    fields["pages"] = re.sub(r"-{2,}", "-", fields["pages"])
    return Publication(
        faults,
        at,
        authors=tuple(_authors(found.get("author", ""))),
        addresses=tuple(a for a in addresses if "://" in a or a.startswith("www.")),
        kind=_KINDS.get(kind, ""),
        **fields,
    )


def _value(text: str, macros: Mapping[str, str]) -> tuple[str, str]:
    """Put the pieces of a value together; return it and a macro that is not defined."""
    parts, unknown, position = [], "", 0
    while position < len(text):
        piece = _PIECE.match(text, position)
        if not piece:
            return text, unknown  # as written, where it is no value at all
        if piece[3]:
            name = piece[3]
            if name.isdigit() or name.lower() in macros:
                parts.append(macros.get(name.lower(), name))
            else:
                parts.append(name)
                unknown = name
            position = piece.end()
        else:
            end = _closing(text, piece.end(1) if piece[1] else piece.end(2), bool(piece[1]))
            start = piece.end(1) if piece[1] else piece.end(2)
            parts.append(text[start:end])
            position = end + 1
        rest = re.compile(r"\s*#?").match(text, position)
        position = rest.end() if rest else position
    return "".join(parts), unknown


def _closing(text: str, start: int, braced: bool) -> int:
    depth = 0
    for position in range(start, len(text)):
        character = text[position]
        if character == "\\":
            continue
        if character == "{":
            depth += 1
        elif character == "}":
            if braced and depth == 0:
                return position
            depth -= 1
        elif character == '"' and not braced and depth == 0:
            return position
    return len(text)


def _decoded(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields without LaTeX; text that has none is not taken through the decoder."""
    safe = [Field(k, _escaped(v)) for k, v in fields.items() if _LATEX.search(v)]
    found = dict(fields)
    library = Library([Entry("misc", "one", safe)])
    try:
        block = LatexDecodingMiddleware().transform(library).blocks[0] if safe else None
    except (RecursionError, ValueError, IndexError):
        block = None
    if isinstance(block, Entry):
        found |= {f.key: str(f.value) for f in block.fields}
    return {k: re.sub(r"[{}]", "", v) for k, v in found.items()}


def _escaped(text: str) -> str:
    """Mark signs that people mean as themselves, and that LaTeX would take for its own."""
    text = re.sub(r"(?<!\\)%", r"\\%", text)
    # One dollar alone is money; two are a formula.
    return re.sub(r"(?<!\\)\$", r"\\$", text) if text.count("$") % 2 else text


def _bare(fields: Mapping[str, str], name: str) -> str:
    text = re.sub(r"\\url\s*|\\href\s*", "", fields.get(name, ""))
    return re.sub(r"\\([_%&#~$])", r"\1", re.sub(r"[{}]", "", text)).strip()


def _authors(text: str) -> Iterator[str]:
    names = split_multiple_persons_names(" ".join(text.split()))
    texts = _decoded({f"name{i}": name for i, name in enumerate(names)})
    for raw, name in zip(names, texts.values(), strict=True):
        if raw.startswith("{") and raw.endswith("}"):  # a body, kept from being taken apart
            yield plain(name)
            continue
        try:
            parts = parse_single_name_into_parts(name, strict=False)
        except ValueError:
            yield author(name)
            continue
        yield author(" ".join((*parts.first, *parts.von, *parts.last, *parts.jr)))


def _depth(text: str) -> int:
    depth = deepest = 0
    for mark in re.finditer(r"(?<!\\)[{}]|^\s*@\w+\s*[{(]", text, re.MULTILINE):
        if "@" in mark[0]:
            depth = 1
        else:
            depth = max(0, depth + (1 if mark[0] == "{" else -1))
        deepest = max(deepest, depth)
    return deepest


def _why(block: ParsingFailedBlock) -> str:
    found = re.search(r"looking for (.*)", str(block.error or ""))
    return f"it has no {found[1].strip()}" if found else "look at its braces and commas"
