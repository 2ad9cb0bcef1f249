"""Names of rows, and which of many are drawn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cjgraph.pictures._grid import MOST_ROWS
from cjgraph.thread._plans import Row

_ENDING: Final = " Community Justice Partnership"

STATES: Final = {
    "no_plan": "no plan loaded",
    "run_out": "the plan that is loaded has run out",
    "not_begun": "the plan that is loaded has not begun",
    "no_items": "the plan that is loaded has no outcomes and no actions",
}


def short_name(row: Row) -> str:
    """Return the name of a row as it fits beside a grid.

    Args:
        row: A row.
    """
    name = without_ending(row.name)
    invented = row.invented or any(plan.invented for plan in row.plans)
    told = "synthetic" in name.casefold() or "invented" in name.casefold()
    return f"{name} (invented)" if invented and not told else name


def without_ending(name: str) -> str:
    """Return the name of a Partnership without the words that all of them bear.

    Args:
        name: The name.
    """
    return name.removesuffix(_ENDING)


def in_code_order(name: str) -> tuple[str, int, str]:
    """Return what sorts names that begin with a code, such as ``ndo-10``.

    Args:
        name: The name.
    """
    found = re.match(r"(\D*?)-?(\d{1,9})", name)
    return (found[1], int(found[2]), name) if found else (name, 0, name)


def drawn_rows(rows: Sequence[Row]) -> tuple[list[Row], list[str]]:
    """Return the rows that are drawn, and what is to be said of the others.

    Where there are too many, those without a plan give way first.

    Args:
        rows: All rows.
    """
    if len(rows) <= MOST_ROWS:
        return list(rows), []
    with_plan = [row for row in rows if row.plans]
    without = [row for row in rows if not row.plans]
    said = []
    drawn = with_plan[:MOST_ROWS]
    if len(with_plan) > MOST_ROWS:
        said.append(f"{len(with_plan) - MOST_ROWS} more rows with a plan are in the table.")
    room = MOST_ROWS - len(drawn)
    if len(without) > room:
        states = {STATES.get(row.state, row.state) for row in without}
        why = states.pop() if len(states) == 1 else "no plan that counts"
        said.append(f"{len(without)} more rows are in the table: {why}.")
    else:
        drawn += without
    return drawn, said
