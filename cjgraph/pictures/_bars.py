"""Draws bars with their names and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cjgraph.pictures._colours import INK, PAPER, ink_on
from cjgraph.pictures._sheet import LEADING, MARGIN, Sheet
from cjgraph.pictures._wording import width_of, wrapped

_SIZE = 8.0


@dataclass(frozen=True, slots=True)
class BarPart:
    """A part of a bar.

    Args:
        count: How long it is.
        fill: Its colour.
        hatch: Its pattern, or nothing.
    """

    count: float
    fill: str
    hatch: str = ""


def draw_bar(
    sheet: Sheet,
    name: str,
    parts: Sequence[BarPart],
    most: float,
    *,
    after: str = "",
    names_width: float = 250.0,
) -> None:
    """Draw one bar from left to right and go on below it.

    Args:
        sheet: The sheet.
        name: What it is of.
        parts: Its parts.
        most: The longest bar of the picture.
        after: What is said behind it.
        names_width: Room for the name.
    """
    lines = wrapped(name, names_width - 8, _SIZE, most=3)
    height = max(13.0, len(lines) * _SIZE * LEADING + 2)
    sheet.lines(MARGIN, sheet.y + 1, lines, size=_SIZE)
    room = sheet.inner - names_width - 150
    x = MARGIN + names_width
    top = sheet.y + (height - 11) / 2
    for part in parts:
        if part.count:
            long = room * part.count / max(most, 1)
            _part(sheet, x, top, long, 11, part)
            x += long
    if after:
        sheet.text(x + 5, top + 8.5, after, size=_SIZE)
    sheet.y += height + 2


def draw_pair(
    sheet: Sheet, name: str, left: BarPart, right: BarPart, most: float, marks: tuple[str, str]
) -> None:
    """Draw two bars that point away from the name between them, and go on below.

    Args:
        sheet: The sheet.
        name: What they are of.
        left: The bar to the left.
        right: The bar to the right.
        most: The longest bar of the picture.
        marks: What is said at the end of each.
    """
    middle, wide = sheet.width / 2, 250.0
    lines = wrapped(name, wide - 10, _SIZE, most=3)
    height = max(13.0, len(lines) * _SIZE * LEADING + 2)
    for at, line in enumerate(lines):
        base = sheet.y + 1 + _SIZE * (0.95 + LEADING * at)
        sheet.text(middle, base, line, size=_SIZE, align="center")
    room = (sheet.inner - wide) / 2 - 34
    top = sheet.y + (height - 11) / 2
    for part, mark, side in ((left, marks[0], -1), (right, marks[1], 1)):
        long = room * part.count / max(most, 1)
        edge = middle + side * wide / 2
        if part.count:
            _part(sheet, edge if side > 0 else edge - long, top, long, 11, part)
        end = edge + side * (long + 5)
        sheet.text(end, top + 8.5, mark, size=_SIZE, align="left" if side > 0 else "right")
    sheet.y += height + 2


def bar_legend(sheet: Sheet, entries: Sequence[tuple[BarPart, str]]) -> None:
    """Say what the parts mean.

    Args:
        sheet: The sheet.
        entries: A part and what it means.
    """
    x = MARGIN
    for part, words in entries:
        needed = 40 + width_of(words, _SIZE) + 14
        if x > MARGIN and x + needed > MARGIN + sheet.inner:
            x, sheet.y = MARGIN, sheet.y + 15
        _part(sheet, x, sheet.y, 32, 11, part)
        sheet.text(x + 37, sheet.y + 8.5, words, size=_SIZE)
        x += needed
    sheet.y += 20


def _part(sheet: Sheet, x: float, y: float, width: float, height: float, part: BarPart) -> None:
    edge = INK if not part.hatch or part.fill == PAPER else ink_on(part.fill)
    sheet.box(x, y, width, height, fill=part.fill, edge=edge, line=0.6, hatch=part.hatch)
