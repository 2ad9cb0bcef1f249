# ruff: noqa: RUF001 - plans are typed with curly quotes and long dashes
"""Pages put together: paragraphs and tables in reading order, joined over columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from .flow import Hyphenation, Paragraph, paragraphs_of
from .grid import Grid
from .headings import Text
from .lines import Line
from .regions import Box, Column, Piece, boxes_of, in_order
from .sheets import PageRead, lines_outside
from .stacked import stacked_grids
from .tabular import Table, card_of, labels_in, table_of, tables_joined

_CONTENTS_HEADING: Final = re.compile(r"^(?:table of )?contents(?: page)?:?$", re.IGNORECASE)
_LEADER: Final = re.compile(r"(?:\.[ ]?){4,}\s*\d{1,3}$|…+\s*\d{1,3}$")
_PAGE_AT_END: Final = re.compile(r"\S\s+\d{1,3}$")
_END_MARK: Final = re.compile(r"[.!?:;][\"'”’)]*$")
_ALIKE: Final = 0.08

Part = Text | Table


class Assembler:
    """Puts the pages of one document together.

    Args:
        hyphens: The words of the document.
        body: Size of type of running text.
        usual: Where the lines of its pages end, 0 where that is not known.
    """

    def __init__(self, hyphens: Hyphenation, body: float, usual: float = 0.0) -> None:
        self.hyphens = hyphens
        self.body = body
        self.usual = usual
        self.parts: list[Part] = []
        self._column = 0
        self._contents = 0
        self._grid: Grid | None = None

    def page(self, read: PageRead) -> None:
        """Add a page."""
        sheet = read.sheet
        outside = lines_outside(sheet)
        if any(_CONTENTS_HEADING.match(line.text) for line in outside[:12]):
            self._contents = sheet.number
        if self._contents == sheet.number:
            outside = _with_page_numbers(outside)
        grids, outside = stacked_grids(
            sheet.grids, outside, read.drawn, self._carried(sheet.number)
        )
        root = boxes_of(read.drawn, outside, grids, sheet.rect)
        for piece in in_order(root, read.drawn, usual=self.usual):
            self._column += 1
            self._add(piece, sheet.number)

    def _carried(self, page: int) -> Grid | None:
        """Return the table that ended the page before, which may go on."""
        last = self.parts[-1] if self.parts else None
        if not isinstance(last, Table) or last.card or last.last != page - 1 or last.width < 2:
            return None
        return self._grid

    def _add(self, piece: Piece, page: int) -> None:
        if not isinstance(piece, Column):
            self._grid = piece
            self.parts.append(table_of(piece, page, self.hyphens))
            return
        found = paragraphs_of(piece.lines, piece.right, listing=self._contents == page)
        if piece.boxed and (card := card_of(found, page, self.hyphens)):
            self.parts.append(card)
            return
        titled = piece.boxed and labels_in(found, self.hyphens) >= 2
        for paragraph in found:
            if len(paragraph.lines) > 2:
                self._contents = 0  # running text follows the contents
            text = self._text(paragraph, piece, page)
            # The title of a card is what its labels tell of; it heads no section.
            text.fixed = titled
            self.parts.append(text)

    def _text(self, paragraph: Paragraph, piece: Column, page: int) -> Text:
        lines = paragraph.lines
        text = paragraph.text(self.hyphens)
        size = Counter({line.size: 0 for line in lines})
        for line in lines:
            size[line.size] += len(line.text)
        face = max(lines, key=lambda line: len(line.text)).face
        contents = bool(_LEADER.search(text)) or (
            self._contents == page and bool(_PAGE_AT_END.search(text))
        )
        if contents:
            text = " ".join(re.sub(r"(?:\.[ ]?){4,}|…+", " ", text).split())
        return Text(
            text=text,
            page=page,
            size=size.most_common(1)[0][0],
            bold=all(line.bold for line in lines),
            colour=face.colour,
            listed=paragraph.listed,
            mark=paragraph.mark,
            boxed=piece.boxed,
            lines=len(lines),
            open=not paragraph.forced,
            column=self._column,
            x0=lines[0].x0,
            top=lines[0].top,
            contents=contents,
        )


def _with_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """Join the page numbers at the right of a contents page to the lines that they belong to."""
    made: list[Line] = []
    for line in sorted(lines, key=lambda one: (round(one.base), one.x0)):
        number = line.text.strip(". ")
        last = made[-1] if made else None
        if (
            last
            and number.isdigit()
            and len(number) <= 3
            and abs(last.base - line.base) < 2.5
            and any(c.isalpha() for c in last.text)
            and not last.words[-1].text.isdigit()
        ):
            made[-1] = Line([*last.words, *line.words])
        else:
            made.append(line)
    return made


def joined(parts: Sequence[Part], hyphens: Hyphenation) -> list[Part]:
    """Join paragraphs and tables that go on over columns and pages.

    Args:
        parts: The whole document in reading order.
        hyphens: The words of the document.
    """
    made: list[Part] = []
    for part in parts:
        if isinstance(part, Table):
            last = made[-1] if made else None
            if isinstance(last, Table) and tables_joined(last, part, hyphens):
                continue
            made.append(part)
            continue
        before = _unfinished(made, part)
        if before is not None:
            before.text = hyphens.join([before.text, part.text])
            before.open, before.column = part.open, part.column
            before.lines += part.lines
        else:
            made.append(part)
    return made


def _unfinished(made: Sequence[Part], part: Text) -> Text | None:
    """The paragraph before that a piece of text plainly goes on from."""
    if part.listed or part.contents or part.level is not None or not part.text[:1].islower():
        return None
    for before in list(reversed(made))[:6]:
        if isinstance(before, Table):
            if before.page == part.page or before.last == part.page:
                continue
            return None
        if before.boxed != part.boxed:
            if before.boxed:
                continue
            return None
        fits = (
            before.level is None
            and not before.contents
            and before.bold == part.bold
            and abs(before.size - part.size) <= _ALIKE * part.size
            and part.page - before.page <= 1
            and not _END_MARK.search(before.text)
            and (before.open or before.column != part.column)
        )
        return before if fits else None
    return None


__all__ = ["Assembler", "Box", "Part", "joined"]
