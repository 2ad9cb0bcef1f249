"""Tables as rows of cells, joined over pages; cards as tables of two columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ..blocks import Cell, Locator
from .flow import Hyphenation, Paragraph, paragraphs_of
from .grid import Grid, GridCell

#: How far the columns of two parts of a table may differ, in parts of its width.
_SAME_COLUMNS: Final = 0.015
_LABEL: Final = re.compile(r"^(?P<label>[A-Z][^:.!?;]{1,48}?)\s*:\s+(?P<value>\S.*)$", re.DOTALL)
_BARE_LABEL: Final = re.compile(r"^(?P<label>[A-Z][^:.!?;]{1,48}?)\s*:$")
_LABEL_WORDS: Final = 6
_HEADS: Final = 3
_LEAST_LABELS: Final = 3
_END_MARK: Final = re.compile(r"[.!?;:)]$")


@dataclass(slots=True)
class Slot:
    """A cell that has been put together, over one or more rows and columns."""

    text: str
    page: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class Table:
    """A table, over one or more pages.

    Args:
        page: The page that it begins on.
        last: The page that it ends on.
        xs: Where its columns begin, and the end of the last.
        slots: Its cells.
        height: Number of rows.
        card: Whether it is a card of labels, which never goes on.
    """

    page: int
    last: int
    xs: tuple[float, ...]
    slots: list[Slot] = field(default_factory=list)
    height: int = 0
    card: bool = False

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.xs) - 1

    def row(self, number: int) -> list[Slot]:
        """Return the cells that begin in a row."""
        return [slot for slot in self.slots if slot.row == number]

    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Return its cells on a full grid; a merged cell stands wherever it spans."""
        grid: list[list[Cell]] = [
            [Cell("", (r, c), Locator(page=self.page)) for c in range(self.width)]
            for r in range(self.height)
        ]
        for slot in self.slots:
            cell = Cell(slot.text, (slot.row, slot.column), Locator(page=slot.page))
            for r in range(slot.row, min(slot.row + slot.rows, self.height)):
                for c in range(slot.column, min(slot.column + slot.columns, self.width)):
                    grid[r][c] = cell
        return tuple(tuple(row) for row in grid)


def table_of(grid: Grid, page: int, hyphens: Hyphenation) -> Table:
    """Make a table of what stands in the cells of a grid.

    Args:
        grid: The grid of one page.
        page: That page.
        hyphens: The words of the document.
    """
    grid = _without_strip(grid)
    table = Table(page, page, grid.xs, height=grid.height)
    for cell in grid.cells:
        text = _text(cell, hyphens, ruled=grid.ruled)
        table.slots.append(Slot(text, page, cell.row, cell.column, cell.rows, cell.columns))
    return table


def _without_strip(grid: Grid) -> Grid:
    """Leave out a first column that only repeats, on end, what bands across the others say."""
    side = [cell for cell in grid.cells if cell.column == 0 and cell.columns == 1 and cell.words]
    bands = any(
        cell.column == 1 and cell.columns == grid.width - 1 and cell.words for cell in grid.cells
    )
    if grid.width < 4 or not side or not bands or not all(cell.turned for cell in side):
        return grid
    kept = []
    for cell in grid.cells:
        if cell.column == 0 and cell.columns == 1:
            continue
        column, columns = max(cell.column - 1, 0), cell.columns - (cell.column == 0)
        kept.append(
            GridCell(cell.row, column, cell.rows, columns, cell.rect, cell.words, cell.turned)
        )
    return Grid(grid.rect, grid.xs[1:], kept, grid.height, grid.ruled)


def _text(cell: GridCell, hyphens: Hyphenation, *, ruled: bool) -> str:
    lines = cell.lines()
    if not lines:
        return ""
    inset = max(1.0, min(line.x0 for line in lines) - cell.rect.x0)
    right = max(cell.rect.x1 - min(inset, 12.0), max(line.x1 for line in lines))
    # Where a column without lines ends is not known, so no line can be seen to break off.
    paragraphs = paragraphs_of(lines, right if ruled else 0.0)
    return "\n".join(text for one in paragraphs if (text := one.text(hyphens)))


def tables_joined(first: Table, second: Table, hyphens: Hyphenation) -> bool:
    """Add a table to the one before it where it goes on with its columns.

    Args:
        first: The table before; it takes the rows.
        second: The table on the next page.
        hyphens: The words of the document.

    Returns:
        Whether it did.
    """
    if (
        first.card
        or second.card
        or second.page != first.last + 1
        or not _same_columns(first, second)
    ):
        return False
    begin = _repeated(first, second)
    base = first.height
    height = second.height
    slots = [slot for slot in second.slots if slot.row >= begin]
    carried = [slot for slot in slots if slot.row == begin]
    if carried and _row_goes_on(first, carried):
        _join_rows(first, carried, hyphens)
        slots = [slot for slot in slots if slot.row != begin]
        begin += 1
    for slot in slots:
        above = _above(first, slot) if slot.row == begin and not slot.text else None
        if above is not None and (slot.rows > 1 or above.rows > 1):
            above.rows = base + slot.row - begin + slot.rows - above.row
            continue
        slot.row += base - begin
        first.slots.append(slot)
    first.height = base + height - begin
    first.last = second.last
    return True


def _repeated(first: Table, second: Table) -> int:
    """How many rows at the top of a part are those at the top of the table again."""
    heads = [_flat([slot.text for slot in first.row(row)]) for row in range(_HEADS)]
    begin = 0
    for row in range(min(_HEADS, second.height - 1)):
        top = _flat([slot.text for slot in second.row(row)])
        if not any(top) or top not in heads or any(s.rows > 1 for s in second.row(row)):
            break
        begin = row + 1
    return begin


def _flat(texts: Sequence[str]) -> list[str]:
    return ["".join(text.lower().split()) for text in texts]


def _same_columns(first: Table, second: Table) -> bool:
    if first.width != second.width:
        return False
    wide, other = first.xs[-1] - first.xs[0], second.xs[-1] - second.xs[0]
    if wide <= 0 or other <= 0 or not 0.9 < wide / other < 1.1:
        return False
    return all(
        abs((a - first.xs[0]) / wide - (b - second.xs[0]) / other) <= _SAME_COLUMNS + 4.0 / wide
        for a, b in zip(first.xs, second.xs, strict=True)
    )


def _above(table: Table, slot: Slot) -> Slot | None:
    """The cell that ends a table above a cell of its next part."""
    for other in table.slots:
        if (
            other.column == slot.column
            and other.columns == slot.columns
            and other.row + other.rows == table.height
        ):
            return other
    return None


def _row_goes_on(first: Table, top: Sequence[Slot]) -> bool:
    """Tell whether a page's first row is the rest of the row that the page before broke off."""
    filled = [slot for slot in top if slot.text]
    if not filled or any(slot.rows > 1 for slot in filled):
        return False
    return all(_carries_on(_above(first, slot), slot) for slot in filled)


def _carries_on(above: Slot | None, slot: Slot) -> bool:
    if above is None or not above.text:
        return False
    return slot.text[:1].islower() and not _END_MARK.search(above.text)


def _join_rows(first: Table, top: Sequence[Slot], hyphens: Hyphenation) -> None:
    for slot in top:
        above = _above(first, slot)
        if above is not None and slot.text:
            head, _, tail = slot.text.partition("\n")
            start, _, end = above.text.rpartition("\n")
            joined = hyphens.join([end, head])
            above.text = "\n".join(part for part in (start, joined, tail) if part)


def labels_in(found: Sequence[Paragraph], hyphens: Hyphenation) -> int:
    """Count the paragraphs that begin with a label, such as "Lead: Police Scotland"."""
    texts = [paragraph.text(hyphens) for paragraph in found]
    return sum(bool(_LABEL.match(text) or _BARE_LABEL.match(text)) for text in texts)


def card_of(found: Sequence[Paragraph], page: int, hyphens: Hyphenation) -> Table | None:
    """Read the paragraphs of a box as a card: labels and what they say.

    Args:
        found: The paragraphs of the box.
        page: The page.
        hyphens: The words of the document.

    Returns:
        A table of two columns, or nothing where the box is no card.
    """
    rows: list[tuple[str, str]] = []
    labels = 0
    for paragraph in found:
        text = paragraph.text(hyphens)
        match = _LABEL.match(text)
        if match and len(match["label"].split()) <= _LABEL_WORDS:
            rows.append((match["label"], match["value"]))
            labels += 1
        elif rows and labels and (paragraph.listed or not all(x.bold for x in paragraph.lines)):
            rows[-1] = (rows[-1][0], f"{rows[-1][1]}\n{text}".strip())
        elif bare := _BARE_LABEL.match(text):
            rows.append((bare["label"], ""))
        else:
            return None  # a card with a title reads best as lines under it
    if labels < _LEAST_LABELS:
        return None
    table = Table(page, page, (0.0, 1.0, 2.0), height=len(rows), card=True)
    for number, (label, value) in enumerate(rows):
        table.slots.append(Slot(label, page, number, 0))
        table.slots.append(Slot(value, page, number, 1))
    return table
