"""Reads the cells of a template that was filled in as a Word file."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, Final

from docx.oxml.ns import qn
from lxml import etree

from cjgraph.errors import PlanNotReadable

from ..blocks import Locator
from .docx_parts import KEPT_NS
from .docx_writer import CHOOSE, DAY, WRITE
from .faults import TemplateFault
from .form import ReadCell, ReadForm, ReadRow, ReadSheet
from .headings import ANSWERS, fitting, head_of, plain
from .kept import Kept, kept_from
from .layout import SHEETS, Sheet

_MOST: Final = 60_000_000
_HINTS: Final = frozenset({CHOOSE, WRITE, DAY})
_CAPTION: Final = "cjgraph:"

#: The cells of a row by the column where they begin: the values, one for each paragraph.
Row = dict[int, list[str]]


def read_word_form(data: bytes, name: str) -> ReadForm:
    """Return the tables of a filled-in Word file.

    Args:
        data: The file.
        name: What to call it in messages.

    Raises:
        PlanNotReadable: It is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _parsed(_part(archive, "word/document.xml"))
            kept = _kept(archive)
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, OSError, ValueError,
            EOFError, RuntimeError) as error:  # fmt: skip
        raise PlanNotReadable(f"{name} is damaged and can't be opened as a Word file.") from error
    form = ReadForm({}, kept)
    tables = list(body.iter(qn("w:tbl")))
    for number, table in enumerate(tables, 1):
        rows = list(_rows(table))
        one = _sheet_of(table, rows)
        if one is None or one.key in form.sheets:
            continue
        reader = _upright if one.upright else _table
        form.sheets[one.key] = reader(one, number, rows, form)
    for one in SHEETS:
        if one.key not in form.sheets and one.key in {"plan", "outcomes", "actions"}:
            said = f"The table '{one.title}' is missing. Take a new template, and copy your words."
            form.faults.append(TemplateFault(one.title, 0, "", said))
    return form


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        data = stream.read(_MOST + 1)
    if len(data) > _MOST:
        raise ValueError(name)
    return data


def _parsed(data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(data, parser)


def _kept(archive: zipfile.ZipFile) -> Kept:
    for name in archive.namelist():
        if not (name.startswith("customXml/") and name.endswith(".xml")):
            continue
        data = _part(archive, name)
        if KEPT_NS.encode() in data:
            root = _parsed(data)
            if root.tag == f"{{{KEPT_NS}}}kept":
                return kept_from(root.text or "")
    return Kept()


def _sheet_of(table: Any, rows: list[Row]) -> Sheet | None:
    """Tell which sheet a table is, by the mark on it or by its headings."""
    for caption in table.iterfind(f"{qn('w:tblPr')}/{qn('w:tblCaption')}"):
        said = caption.get(qn("w:val"), "")
        for one in SHEETS:
            if said == _CAPTION + one.key:
                return one
    return fitting(_lines(rows))


def _lines(rows: list[Row]) -> list[list[str]]:
    width = max((at for row in rows[:3] for at in row), default=-1) + 1
    return [["\n".join(row.get(at, [])) for at in range(width)] for row in rows[:3]]


def _within(parent: Any, tag: str) -> Iterator[Any]:
    """Give the children of a kind, those inside content controls and changes among them."""
    for child in parent:
        if child.tag == qn(tag):
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")}:
            yield from _within(child, tag)


def _rows(table: Any) -> Iterator[Row]:
    above: Row = {}
    for line in _within(table, "w:tr"):
        if line.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            continue
        row: Row = {}
        at = 0
        for cell in _within(line, "w:tc"):
            about = cell.find(qn("w:tcPr"))
            span = about.find(qn("w:gridSpan")) if about is not None else None
            merged = about.find(qn("w:vMerge")) if about is not None else None
            going_on = merged is not None and merged.get(qn("w:val"), "continue") == "continue"
            row[at] = above.get(at, []) if going_on else _values(cell)
            width = span.get(qn("w:val"), "1") if span is not None else "1"
            at += int(width) if width.isdigit() else 1
        yield row
        above = row


def _values(cell: Any) -> list[str]:
    return [_words(paragraph) for paragraph in _within(cell, "w:p")]


def _words(paragraph: Any) -> str:
    """Return the words of a paragraph; hints and what was deleted are no words."""
    found = []
    for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:cr"), qn("w:tab"),
                               qn("w:noBreakHyphen")):  # fmt: skip
        if node.getparent().tag != qn("w:r") or _aside(node):
            continue
        if node.tag == qn("w:t"):
            found.append(node.text or "")
        elif node.tag == qn("w:noBreakHyphen"):
            found.append("-")
        else:
            found.append("\t" if node.tag == qn("w:tab") else "\n")
    text = "".join(found)
    return "" if text.strip() in _HINTS else text


def _aside(node: Any) -> bool:
    for above in node.iterancestors():
        if above.tag == qn("w:tc"):
            return False
        if above.tag in {qn("w:moveFrom"), qn("w:del"), qn("w:txbxContent")}:
            return True
        if above.tag == qn("w:sdt"):
            about = above.find(qn("w:sdtPr"))
            if about is not None and about.find(qn("w:showingPlcHdr")) is not None:
                return True
    return False


def _table(one: Sheet, number: int, rows: list[Row], form: ReadForm) -> ReadSheet:
    head = head_of(one, _lines(rows))
    if head is None:
        said = "The headings of this table were not found. Take them from a new template."
        form.faults.append(TemplateFault(one.title, 1, "", said))
        return ReadSheet(one.title, [])
    at, columns = head
    found = []
    for line, row in enumerate(rows[at + 1 :], at + 2):
        cells: dict[str, ReadCell] = {}
        groups = _groups(one, columns, row)
        for column, key in columns.items():
            values = groups.get(key)
            if values is None:
                values = ["\n".join(row.get(column, []))]
            for index, text in enumerate(values, 1):
                if text:
                    name = f"{key.rpartition('-')[0]}-{index}" if key in groups else key
                    cells[name] = _cell(one, number, line, column, key, text)
        if cells:
            found.append(ReadRow(line, cells))
    return ReadSheet(one.title, found, {key: _name(one, key) for key in columns.values()})


def _groups(one: Sheet, columns: dict[int, str], row: Row) -> dict[str, list[str]]:
    """Return the values of columns that take several, side by side where they belong together."""
    several = {column.key: column.group for column in one.columns if column.group}
    values = {
        key: row.get(at, []) for at, key in columns.items() if key.rpartition("-")[0] in several
    }
    for group in set(several.values()):
        members = [key for key in values if several[key.rpartition("-")[0]] == group]
        filled = {key: [text for text in values[key] if text] for key in members}
        if len({len(texts) for texts in filled.values()} - {0}) <= 1:
            values.update(filled)  # empty paragraphs between them mean nothing
    return values


def _cell(one: Sheet, table: int, row: int, column: int, key: str, text: str) -> ReadCell:
    place = Locator(table=table, row=row, column=column + 1, heading=one.title)
    return ReadCell(text, place, _name(one, key), row)


def _name(one: Sheet, key: str) -> str:
    names = {c.key: c.label for c in one.columns}
    name = names.get(key) or names.get(key.rpartition("-")[0], key)
    return " ".join(name.replace("#", "").split())


def _upright(one: Sheet, number: int, rows: list[Row], form: ReadForm) -> ReadSheet:
    labels = {plain(column.label): column.key for column in one.columns}
    answers = 1
    for row in rows[:2]:
        for at, values in row.items():
            if plain("\n".join(values)) == ANSWERS:
                answers = at
    cells: dict[str, ReadCell] = {}
    for line, row in enumerate(rows, 1):
        key = next((k for at, v in row.items() if at != answers
                    and (k := labels.get(plain("\n".join(v))))), None)  # fmt: skip
        text = "\n".join(row.get(answers, []))
        if key and text and key not in cells:
            cells[key] = _cell(one, number, line, answers, key, text)
    first = min((cell.row for cell in cells.values()), default=1)
    return ReadSheet(one.title, [ReadRow(first, cells)] if cells else [])
