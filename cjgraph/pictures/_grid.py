"""Draws a grid of counts: rows of areas, columns of what they are to serve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cjgraph.pictures._colours import FAINT, INK, LINE, PALE, PAPER, SOFT, ink_on
from cjgraph.pictures._sheet import LEADING, MARGIN, Sheet
from cjgraph.pictures._wording import longest_word, width_of, wrapped

#: Most rows that are drawn, so that a page can still be read.
MOST_ROWS: Final = 40

_HEAD: Final = 7.0
_NAME: Final = 8.0
_NAMES_WIDTH: Final = 196.0
_TURNED: Final = 96.0


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell.

    Args:
        words: What stands in it.
        fill: Its colour.
        strong: Whether it has a heavy frame.
        dashed: Whether its frame is dashed.
        bold: Whether its words are bold.
    """

    words: str
    fill: str = PAPER
    strong: bool = False
    dashed: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row.

    Args:
        name: Its name.
        cells: Its cells, or none where ``state`` tells why.
        state: What is said in the place of cells.
    """

    name: str
    cells: Sequence[GridCell]
    state: str = ""


def draw_grid(sheet: Sheet, columns: Sequence[tuple[str, str]], rows: Sequence[GridRow]) -> None:
    """Draw a grid across the sheet.

    Args:
        sheet: The sheet.
        columns: Code and words of each column.
        rows: The rows.
    """
    left = MARGIN + _NAMES_WIDTH
    across = min(110.0, (sheet.inner - _NAMES_WIDTH) / max(1, len(columns)))
    key = _heads(sheet, columns, left, across)
    plain = 12.5 if len(rows) > 20 else 17.0
    for at, row in enumerate(rows):
        name = wrapped(row.name, _NAMES_WIDTH - 8, _NAME, most=2)
        height = max(plain, _NAME * LEADING * len(name) + 3)
        top = sheet.y + (height - _NAME * LEADING * len(name)) / 2
        if at % 2:
            sheet.box(MARGIN, sheet.y, _NAMES_WIDTH, height, fill=PALE, edge=PALE, line=0, order=0)
        sheet.lines(MARGIN + 2, top, name, size=_NAME)
        if row.state:
            _state(sheet, left, across * len(columns), height, row.state)
        else:
            for place, cell in enumerate(row.cells):
                _cell(sheet, left + place * across, across, height, cell)
        sheet.y += height
    sheet.y += 8
    if key:
        _key(sheet, columns)


def legend(sheet: Sheet, entries: Sequence[tuple[GridCell | str, str]]) -> None:
    """Say what the cells mean, each beside a small one.

    Args:
        sheet: The sheet.
        entries: A cell, or ``"hatched"``, and what it means.
    """
    x, size = MARGIN, 8.0
    for sample, words in entries:
        needed = 32 + width_of(words, size) + 14
        if x > MARGIN and x + needed > MARGIN + sheet.inner:
            x, sheet.y = MARGIN, sheet.y + 15
        if isinstance(sample, GridCell):
            _cell(sheet, x, 28, 12, sample)
        else:
            sheet.box(x, sheet.y, 28, 12, fill=PAPER, edge=LINE, hatch="////")
        sheet.text(x + 32, sheet.y + 9, words, size=size)
        x += needed
    sheet.y += 18


def _heads(sheet: Sheet, columns: Sequence[tuple[str, str]], left: float, across: float) -> bool:
    """Write the heads of the columns; return whether a key below has to give their words."""
    level = [wrapped(words, across - 6, _HEAD) for _, words in columns]
    whole = all(longest_word(words, _HEAD) <= across - 6 for _, words in columns)
    coded = all(width_of(code, _HEAD, bold=True) <= across - 4 for code, _ in columns)
    if whole and coded and max(map(len, level), default=0) <= 7:
        height = _HEAD * LEADING * (1 + max(map(len, level), default=0)) + 4
        for at, (code, _) in enumerate(columns):
            x = left + at * across + 3
            sheet.lines(x, sheet.y, [code], size=_HEAD, bold=True)
            sheet.lines(x, sheet.y + _HEAD * LEADING, level[at], size=_HEAD)
        sheet.y += height
        return False
    turned = [wrapped(words, _TURNED, 8.0) for _, words in columns]
    if max(map(len, turned), default=0) * 8.0 * LEADING <= across - 2:
        for at, lines in enumerate(turned):
            middle = left + (at + 0.5) * across
            for line, words in enumerate(lines):
                base = middle + (line - (len(lines) - 1) / 2) * 8.0 * LEADING + 3
                sheet.text(base, sheet.y + _TURNED, words, size=8.0, turned=True)
        sheet.y += _TURNED + 5
        for at, (code, words) in enumerate(columns):
            if coded and code != words:
                middle = left + (at + 0.5) * across
                sheet.text(middle, sheet.y + 7, code, size=_HEAD, bold=True, align="center")
        sheet.y += 11 if coded else 0
        return False
    for at, (code, _) in enumerate(columns):
        head = code if coded else str(at + 1)
        middle = left + (at + 0.5) * across
        sheet.text(middle, sheet.y + 8, head, size=_HEAD, bold=True, align="center")
    sheet.y += 13
    return True


def _key(sheet: Sheet, columns: Sequence[tuple[str, str]]) -> None:
    """Write the words of the columns below the grid, in three columns of text."""
    across = sheet.inner / 3
    deep = -(-len(columns) // 3)
    ends = []
    for part in range(3):
        y = sheet.y
        for code, words in columns[part * deep : (part + 1) * deep]:
            room = max(34.0, width_of(code, _HEAD, bold=True) + 6)
            lines = wrapped(words, across - room - 8, _HEAD)
            sheet.text(MARGIN + part * across, y + _HEAD * 0.95, code, size=_HEAD, bold=True)
            y += sheet.lines(MARGIN + part * across + room, y, lines, size=_HEAD) + 1
        ends.append(y)
    sheet.y = max(ends) + 6


def _cell(sheet: Sheet, x: float, width: float, height: float, cell: GridCell) -> None:
    edge = INK if cell.strong or cell.dashed else LINE
    line = 1.6 if cell.strong else 1.0 if cell.dashed else 0.5
    order = 3 if cell.strong or cell.dashed else 2
    sheet.box(
        x,
        sheet.y,
        width,
        height,
        fill=cell.fill,
        edge=edge,
        line=line,
        dashed=cell.dashed,
        order=order,
    )
    size = 8.0
    while size > 5.5 and width_of(cell.words, size, bold=cell.bold) > width - 3:
        size -= 0.5
    sheet.text(
        x + width / 2,
        sheet.y + height / 2 + size * 0.36,
        cell.words,
        size=size,
        bold=cell.bold,
        colour=ink_on(cell.fill),
        align="center",
    )


def _state(sheet: Sheet, x: float, width: float, height: float, words: str) -> None:
    """Say why a row has no cells, on paper between two hatched ends."""
    sheet.box(x, sheet.y, width, height, fill=PAPER, edge=FAINT, line=0.5, hatch="////")
    room = width_of(words, _NAME) + 12
    sheet.box(
        x + (width - room) / 2,
        sheet.y + 1,
        room,
        height - 2,
        fill=PAPER,
        edge=PAPER,
        line=0,
        order=3,
    )
    middle = x + width / 2
    base = sheet.y + height / 2 + _NAME * 0.36
    sheet.text(middle, base, words, size=_NAME, colour=SOFT, align="center")
