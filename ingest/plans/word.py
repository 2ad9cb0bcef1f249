"""Word files as blocks, merged cells resolved."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import nsmap

from cjgraph.errors import PlanNotReadable

from .blocks import NOWHERE, BlockList, Cell
from .document import Document
from .reading import Warned

_W: Final = "{" + nsmap["w"] + "}"
_HEADING_STYLE: Final = re.compile(r"^heading\s*(\d)", re.IGNORECASE)
_CONTENTS_STYLE: Final = re.compile(r"^(toc|contents|table of figures)\b", re.IGNORECASE)
#: The end of a line tells whether it is one of a contents page.
_END: Final = 80
_CONTENTS_LINE: Final = re.compile(r"(\t|\.{4,}|…)\s*\d{1,3}$")
_CONTENTS_HEADING: Final = re.compile(r"^(table of )?contents( page)?$", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+[A-Z]")


def read_word(data: bytes, name: str) -> Document:
    """Read a Word file.

    Args:
        data: Its bytes, already found to be a sound archive.
        name: The name to call it by.

    Returns:
        Its blocks, the title in its properties, and what is not read.

    Raises:
        PlanNotReadable: Its inside is broken.
    """
    try:
        document = docx.Document(io.BytesIO(data))
        names = {str(s.style_id): str(s.name or "") for s in document.styles}
        body = document.element.body
        reader = _WordReader(names)
        reader.walk(body)
        title = str(document.core_properties.title or "").strip()
        unread = _unread(document)
    # lxml's own faults are syntax errors; the rest is what python-docx lets through.
    except (
        OpcError,
        SyntaxError,
        KeyError,
        ValueError,
        AttributeError,
        zipfile.BadZipFile,
    ) as error:
        raise PlanNotReadable(f"{name} is damaged inside and can't be read.") from error
    except zlib.error as error:
        raise PlanNotReadable(f"{name} is damaged: a part of it can't be unpacked.") from error
    return Document(
        reader.list.blocks,
        title,
        unreadable=tuple((NOWHERE, why) for why in unread),
        warnings=tuple(Warned("not_read", why) for why in unread),
    )


def _unread(document: Any) -> list[str]:
    """Say what the file holds besides its running text, so that nothing is dropped in silence."""
    said = []
    pictures = sum(1 for _ in document.element.body.iter(_W + "drawing"))
    if pictures:
        said.append(f"Pictures and drawings are not read ({pictures} in this file).")
    for part in document.part.package.iter_parts():
        kind = _ASIDE.get(str(part.partname))
        if kind and re.search(rb"<w:t[ >][^<]*\w", part.blob):
            said.append(f"{kind} are not read.")
    return sorted(said)


_ASIDE: Final = {
    "/word/footnotes.xml": "Footnotes",
    "/word/endnotes.xml": "Endnotes",
    "/word/comments.xml": "Comments",
}


class _WordReader:
    def __init__(self, styles: dict[str, str]) -> None:
        self.styles = styles
        self.list = BlockList()
        self._in_contents = False

    def walk(self, parent: Any) -> None:
        for element in parent:
            if element.tag == _W + "p":
                self._paragraph(element)
            elif element.tag == _W + "tbl":
                self.list.table(_rows(element))
                self._in_contents = False
            elif element.tag in {_W + "sdt", _W + "sdtContent", _W + "ins", _W + "customXml"}:
                self.walk(element)

    def _paragraph(self, element: Any) -> None:
        raw = _text(element)
        text = " ".join(raw.split())
        for box in _text_boxes(element):
            self.walk(box)
        if not text:
            return
        style = self.styles.get(_style_id(element), "")
        heading = _HEADING_STYLE.match(style)
        if heading:
            self._in_contents = bool(_CONTENTS_HEADING.match(text))
            self.list.heading(text, int(heading[1]))
        elif style == "Title":
            self.list.heading(text, 0)
        elif _CONTENTS_HEADING.match(text):
            self._in_contents = True
            self.list.heading(text, 1)
        elif _CONTENTS_STYLE.match(style) or _CONTENTS_LINE.search(raw.strip()[-_END:]):
            self.list.text(text, contents=True)
        elif (level := self._looks_like_heading(element, text, style)) is not None:
            self._in_contents = False
            self.list.heading(text, level)
        else:
            self.list.text(text, listed=_is_listed(element, style), contents=self._in_contents)

    def _looks_like_heading(self, element: Any, text: str, style: str) -> int | None:
        """Level of a paragraph that is set as a heading without the style of one."""
        words = text.split()
        if len(words) > 16 or text[-1] in ".;," or style == "Subtitle" or not words:
            return None
        if not any(letter.isalpha() for letter in text) or _is_listed(element, style):
            return None
        numbered = _NUMBERED.match(text)
        if not (_all_bold(element) or (text.isupper() and len(words) > 1)):
            return None
        if numbered:
            return numbered[1].count(".") + 1
        return min(self.list.level + 1, 6) if self._styled_above() else (1 if text.isupper() else 2)

    def _styled_above(self) -> bool:
        return self.list.level > 0 and not self._in_contents


def _text(element: Any) -> str:
    """Words of a paragraph with tracked insertions, without deletions and text boxes."""
    parts: list[str] = []
    for node in _inside(element):
        if node.tag == _W + "t":
            parts.append(node.text or "")
        elif node.tag == _W + "tab":
            parts.append("\t")
        elif node.tag in {_W + "br", _W + "cr"}:
            parts.append("\n")
        elif node.tag == _W + "noBreakHyphen":
            parts.append("-")
    return "".join(parts)


def _inside(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag in {_W + "txbxContent", _W + "del", _W + "pPr", _W + "moveFrom"}:
            continue
        if isinstance(child.tag, str) and child.tag.endswith("}AlternateContent"):
            continue  # text boxes and drawings; their words are read on their own
        yield child
        yield from _inside(child)


def _text_boxes(element: Any) -> list[Any]:
    boxes = []
    for box in element.iter(_W + "txbxContent"):
        above = [str(a.tag) for a in box.iterancestors()]
        # Word writes a box twice: for new readers (Choice) and for old ones (Fallback).
        if not any(tag.endswith("}Fallback") for tag in above):
            boxes.append(box)
    return boxes


def _style_id(element: Any) -> str:
    found = element.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else str(found.get(_W + "val"))


def _is_listed(element: Any, style: str) -> bool:
    numbering = element.find(f"{_W}pPr/{_W}numPr")
    return numbering is not None or style.lower().startswith("list")


def _all_bold(element: Any) -> bool:
    runs = [
        r for r in element.iter(_W + "r") if any((t.text or "").strip() for t in r.iter(_W + "t"))
    ]
    for run in runs:
        bold = run.find(f"{_W}rPr/{_W}b")
        if bold is None or bold.get(_W + "val") in {"0", "false"}:
            return False
    return bool(runs)


def _rows(table: Any) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a table on a full grid, each merged cell in all the places it spans."""
    grid: list[list[Cell]] = []
    for r, row in enumerate(_row_elements(table)):
        line: list[Cell] = [Cell("", (r, c)) for c in range(_number(row, "trPr", "gridBefore"))]
        for cell in _cell_elements(row):
            width = _number(cell, "tcPr", "gridSpan") or 1
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            column = len(line)
            goes_on = merge is not None and merge.get(_W + "val") != "restart"
            if goes_on and r and column < len(grid[r - 1]):
                made = grid[r - 1][column]
            else:
                made = Cell(_cell_text(cell), (r, column))
            line.extend([made] * min(width, 100))
        grid.append(line)
    width = max((len(line) for line in grid), default=0)
    for r, line in enumerate(grid):
        line.extend(Cell("", (r, c)) for c in range(len(line), width))
    return tuple(tuple(line) for line in grid)


def _row_elements(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == _W + "tr":
            yield child
        elif child.tag in {_W + "sdt", _W + "sdtContent", _W + "ins"}:
            yield from _row_elements(child)


def _cell_elements(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == _W + "tc":
            yield child
        elif child.tag in {_W + "sdt", _W + "sdtContent"}:
            yield from _cell_elements(child)


def _number(element: Any, holder: str, tag: str) -> int:
    found = element.find(f"{_W}{holder}/{_W}{tag}")
    value = "" if found is None else str(found.get(_W + "val"))
    return min(int(value), 100) if value.isdigit() else 0


def _cell_text(cell: Any) -> str:
    lines = [" ".join(_text(p).split()) for p in cell.iter(_W + "p")]
    return "\n".join(line for line in lines if line)
