"""Tables that are made with tabs, as rows of cells."""

from __future__ import annotations

import re
from typing import Final

from .blocks import Cell
from .tables import role_of

_TABS: Final = re.compile(r"\t+")
_LEAST_ROWS: Final = 3
_LEAST_ROLES: Final = 2


def tabbed_rows(lines: list[str]) -> tuple[tuple[Cell, ...], ...]:
    """Return paragraphs with tabs as a table; nothing where they do not line up as one.

    Args:
        lines: The paragraphs, in order.
    """
    rows = [split_at_tabs(line) for line in lines]
    widths = {len(row) for row in rows}
    if len(rows) < _LEAST_ROWS or len(widths) != 1:
        return ()
    if sum(bool(role_of(cell)) for cell in rows[0]) < _LEAST_ROLES:
        return ()
    return tuple(
        tuple(Cell(text, (r, c)) for c, text in enumerate(row)) for r, row in enumerate(rows)
    )


def split_at_tabs(line: str) -> list[str]:
    """Return the cells of a line; several tabs in a row are one."""
    return [" ".join(cell.split()) for cell in _TABS.split(line)]
