"""Tables of a page on a full grid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..blocks import Cell, Locator
from ..document import RefusedFile
from .chrome import Chrome
from .inline import lines_of
from .places import Places

#: A cell spans no more columns than this.
_WIDEST: Final = 60
#: Places that the cells of one table may span.
MOST_PLACES: Final = 20_000


def is_data(table: Any, chrome: Chrome) -> bool:
    """Tell whether a table lists things, and is not there to set out the page."""
    if table.get("role") in {"presentation", "none"}:
        return False
    if any(child is not table for child in table.iter("table")):
        return False
    rows = [list(_cells(row)) for row in _rows(table, chrome)]
    if next(table.iter("th", "caption"), None) is not None:
        return True
    inside = sum(1 for tag in ("h1", "h2", "h3", "form") for _ in table.iter(tag))
    return max((len(row) for row in rows), default=0) > 1 and not inside


def rows_of(table: Any, chrome: Chrome, places: Places) -> tuple[tuple[Cell, ...], ...]:
    """Return the cells of a table, each merged cell in all the places that it spans.

    Args:
        table: The table.
        chrome: Tells what is left out.
        places: Gives the XPath of cells.

    Raises:
        RefusedFile: It spans more than any plan's table.
    """
    rows = list(_rows(table, chrome))
    ends = _group_ends(rows)
    grid: dict[tuple[int, int], Cell] = {}
    width = filled = 0
    for r, row in enumerate(rows):
        column = 0
        for element in _cells(row):
            while (r, column) in grid:
                column += 1
            across = min(_span(element, "colspan"), _WIDEST)
            down = _span(element, "rowspan") or len(rows)
            down = min(down, ends[r] - r)
            text = "" if chrome.leaves_out(element) else "\n".join(lines_of(element, chrome))
            cell = Cell(text, (r, column), Locator(path=places.path(element)))
            filled += across * down
            if filled > MOST_PLACES:
                raise RefusedFile("A table of this page spans more cells than any plan's does.")
            for below in range(r, r + down):
                for beside in range(column, column + across):
                    grid.setdefault((below, beside), cell)
            column += across
            width = max(width, column)
    made = tuple(
        tuple(grid.get((r, c), Cell("", (r, c))) for c in range(width)) for r in range(len(rows))
    )
    return tuple(row for row in made if row)


def _rows(table: Any, chrome: Chrome) -> Iterator[Any]:
    """Give the rows in the order in which a browser shows them: the foot comes last."""
    foot = []
    for part in table:
        if not isinstance(part.tag, str) or chrome.leaves_out(part):
            continue
        if part.tag == "tr":
            yield part
        elif part.tag == "tfoot":
            foot += [row for row in part if row.tag == "tr"]
        elif part.tag in {"thead", "tbody"}:
            for row in part:
                if row.tag == "tr" and not chrome.leaves_out(row):
                    yield row
    yield from foot


def _cells(row: Any) -> Iterator[Any]:
    for cell in row:
        if cell.tag in {"td", "th"}:
            yield cell


def _group_ends(rows: list[Any]) -> list[int]:
    """Return, for each row, where its group ends: no cell reaches out of its group."""
    ends = [len(rows)] * len(rows)
    for at in range(len(rows) - 2, -1, -1):
        same = rows[at].getparent() is rows[at + 1].getparent()
        ends[at] = ends[at + 1] if same else at + 1
    return ends


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 1
