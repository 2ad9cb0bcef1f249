# ruff: noqa: RUF001 - plans are typed with curly quotes and long dashes
"""Word files as blocks: headings by style or by look, lists, tables and text boxes in place."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from itertools import groupby
from typing import Any, Final

import docx
from docx.opc.exceptions import OpcError

from cjgraph.errors import PlanNotReadable

from .blocks import MOST, NOWHERE, BlockList
from .document import Document, RefusedFile
from .letters import without_spelled
from .reading import Warned
from .tabbed import split_at_tabs, tabbed_rows
from .word_levels import Levels
from .word_styles import Styles
from .word_tables import nested_in, only_cell, rows_of
from .word_text import HOLDERS, W, boxes_in, is_placeholder, text_of

_CONTENTS_STYLE: Final = re.compile(r"^(toc|contents|table of figures)\b", re.IGNORECASE)
#: The end of a line tells whether it is one of a contents page.
_END: Final = 80
_CONTENTS_LINE: Final = re.compile(r"(\t|\.{4,}|…)\s*\d{1,3}$")
_CONTENTS_HEADING: Final = re.compile(r"^(table of )?contents( page)?$", re.IGNORECASE)
#: Marks of lists that were typed by hand; a number needs its dot or bracket.
_TYPED_MARK: Final = re.compile(
    r"^(?:[•●○▪■◦‣⁃∙·➢➤✓✔\uf000-\uf0ff]\s*|[-–—*]\s+|[oO]\t+|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)[\s\t]+)(?=\S)"
)


def read_word(data: bytes, name: str) -> Document:
    """Read a Word file.

    Args:
        data: Its bytes, already found to be a sound archive.
        name: The name to call it by.

    Returns:
        Its blocks, the title in its properties, and what is not read.

    Raises:
        PlanNotReadable: Its inside is broken.
        RefusedFile: It is longer than any plan.
    """
    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        if sum(1 for p in body.iter(W + "p") if p.find(f".//{W}t") is not None) > MOST:
            raise RefusedFile(
                f"{name} has more than {MOST:,} paragraphs, more than a plan ever does; give the "
                "chapter on community justice alone."
            )
        reader = _WordReader(Styles(document.styles.element), body)
        reader.read(body)
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
    body = document.element.body
    pictures = sum(1 for drawing in body.iter(W + "drawing") if not _has_words(drawing))
    if pictures:
        said.append(f"Pictures and drawings are not read ({pictures} in this file).")
    if body.find(f".//{W}altChunk") is not None:
        said.append("Other documents that are inserted whole into this one are not read.")
    for part in document.part.package.iter_parts():
        kind = _ASIDE.get(str(part.partname))
        if kind and re.search(rb"<w:t[ >][^<]*\w", part.blob):
            said.append(f"{kind} are not read.")
    return sorted(said)


def _has_words(drawing: Any) -> bool:
    return next(drawing.iter(W + "txbxContent"), None) is not None


_ASIDE: Final = {
    "/word/footnotes.xml": "Footnotes",
    "/word/endnotes.xml": "Endnotes",
    "/word/comments.xml": "Comments",
}


class _WordReader:
    """Walks the body in order; what stands side by side in it is gathered first."""

    def __init__(self, styles: Styles, body: Any) -> None:
        self.styles = styles
        self.list = BlockList()
        self._levels = Levels(styles, body)
        self._in_contents = False

    def read(self, parent: Any) -> None:
        """Read the blocks of the body, of a box or of a cell."""
        run: list[Any] = []
        for element in without_spelled(list(self._elements(parent)), _plain):
            if element.tag == W + "p" and _is_tabbed(element):
                run.append(element)
                continue
            self._tabbed(run)
            run = []
            if element.tag == W + "p":
                self._paragraph(element)
            else:
                self._table(element)
        self._tabbed(run)

    def _elements(self, parent: Any) -> Any:
        for element in parent:
            if element.tag == W + "p":
                for box in boxes_in(element):
                    yield from self._elements(box)
                yield element
            elif element.tag == W + "tbl":
                yield element
            elif element.tag in HOLDERS and not is_placeholder(element):
                yield from self._elements(element)

    def _table(self, table: Any) -> None:
        box = only_cell(table)
        if box is not None:
            self.read(box)
            return
        rows = rows_of(table)
        if any(cell.text for row in rows for cell in row):
            self.list.table(rows)
        self._in_contents = False
        for inner in nested_in(table):
            self._table(inner)

    def _tabbed(self, run: list[Any]) -> None:
        """Read paragraphs with tabs: as a table where they line up as one."""
        lines = [text_of(element).strip() for element in run]
        for width, group in groupby(range(len(run)), lambda at: len(split_at_tabs(lines[at]))):
            places = list(group)
            rows = tabbed_rows([lines[at] for at in places]) if width > 1 else ()
            if rows:
                self.list.table(rows)
            else:
                for at in places:
                    self._paragraph(run[at])

    def _paragraph(self, element: Any) -> None:
        raw = text_of(element)
        text = " ".join(raw.split())
        if not text:
            return
        names = self.styles.names(element)
        level = self.styles.heading_level(element)
        if level:
            self._in_contents = bool(_CONTENTS_HEADING.match(text))
            self.list.heading(text, level)
            self._levels.styled(level)
        elif self.styles.is_title(element):
            self.list.heading(text, 0)
        elif _CONTENTS_HEADING.match(text):
            self._in_contents = True
            self.list.heading(text, 1)
        elif any(map(_CONTENTS_STYLE.match, names)) or _CONTENTS_LINE.search(raw.strip()[-_END:]):
            self.list.text(text, contents=True)
        elif (found := self._levels.of(element)) is not None:
            self._in_contents = False
            self.list.heading(text, min(found, self.list.level + 1))
        else:
            listed = self.styles.list_level(element) is not None
            mark = None if listed else _TYPED_MARK.match(raw.strip())
            if mark:
                text = " ".join(raw.strip()[mark.end() :].split())
            self.list.text(text, listed=listed or bool(mark), contents=self._in_contents)


def _plain(element: Any) -> str:
    """Words of a paragraph; a table is never a letter."""
    return text_of(element).strip() if element.tag == W + "p" else "\n"


def _is_tabbed(element: Any) -> bool:
    text = text_of(element).strip()
    return "\t" in text and not _CONTENTS_LINE.search(text[-_END:]) and not _TYPED_MARK.match(text)
