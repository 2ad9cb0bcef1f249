"""Tables of a Word file on a full grid, merged cells resolved and nested tables taken apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from .blocks import Cell
from .word_text import HOLDERS, W, paragraphs_in, text_of

#: No table has more columns; what claims more was made to do harm.
_WIDEST: Final = 100
#: A letter to a line, as narrow upright headers are sometimes typed.
_SPELLED: Final = 4


def rows_of(table: Any) -> tuple[tuple[Cell, ...], ...]:
    """Return the cells of a table on a full grid, each merged cell in all the places it spans."""
    grid: list[list[Cell]] = []
    for r, row in enumerate(_rows(table)):
        line: list[Cell] = [Cell("", (r, c)) for c in range(_number(row, "trPr", "gridBefore"))]
        for cell in cells_of(row):
            width = _number(cell, "tcPr", "gridSpan") or 1
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            column = len(line)
            goes_on = merge is not None and merge.get(W + "val") != "restart"
            if goes_on and r and column < len(grid[r - 1]):
                made = grid[r - 1][column]
            else:
                made = Cell(_cell_text(cell), (r, column))
            line.extend([made] * min(width, _WIDEST))
        grid.append(line[:_WIDEST])
    width = max((len(line) for line in grid), default=0)
    for r, line in enumerate(grid):
        line.extend(Cell("", (r, c)) for c in range(len(line), width))
    return tuple(tuple(line) for line in grid)


def only_cell(table: Any) -> Any | None:
    """Return the cell of a table that has one alone: a box drawn around some text."""
    cells = [cell for row in _rows(table) for cell in cells_of(row)]
    return cells[0] if len(cells) == 1 else None


def nested_in(table: Any) -> Iterator[Any]:
    """Give the tables that stand in cells of a table and have a grid of their own."""
    for row in _rows(table):
        for cell in cells_of(row):
            yield from (inner for inner in _tables_in(cell) if _is_grid(inner))


def _tables_in(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag == W + "tbl":
            yield child
        elif child.tag in HOLDERS:
            yield from _tables_in(child)


def _is_grid(table: Any) -> bool:
    """Tell whether a nested table says more as a table than as lines of its cell."""
    widths = [sum(1 for _ in cells_of(row)) for row in _rows(table)]
    return len(widths) > 1 and max(widths) > 1


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == W + "tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in HOLDERS:
            yield from _rows(child)


def cells_of(row: Any) -> Iterator[Any]:
    """Give the cells of a row."""
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag in HOLDERS:
            yield from cells_of(child)


def _number(element: Any, holder: str, tag: str) -> int:
    found = element.find(f"{W}{holder}/{W}{tag}")
    value = "" if found is None else str(found.get(W + "val"))
    return min(int(value), _WIDEST) if value.isdigit() else 0


def _cell_text(cell: Any) -> str:
    lines = [*_lines(cell)]
    for inner in _tables_in(cell):
        if not _is_grid(inner):
            lines.extend(
                line for row in _rows(inner) for inside in cells_of(row) for line in _lines(inside)
            )
    return joined(lines)


def _lines(cell: Any) -> list[str]:
    lines: list[str] = []
    for paragraph in paragraphs_in(cell):
        words = text_of(paragraph).split()
        # A narrow header may be spelled downwards, with a break after each letter.
        spelled = len(words) >= _SPELLED and all(len(w) == 1 and w.isalpha() for w in words)
        if spelled:
            lines.append("".join(words))
        else:  # a line break in a cell parts two bodies or two things as often as a paragraph
            lines += [" ".join(line.split()) for line in text_of(paragraph).split("\n")]
    return [line for line in lines if line]


def joined(lines: list[str]) -> str:
    """Join the lines of a cell; a header that is spelled letter by letter becomes a word."""
    if len(lines) >= _SPELLED and all(len(line) == 1 and line.isalpha() for line in lines):
        return "".join(lines)
    return "\n".join(lines)
