"""Finds the columns of a table by their headings, in whatever order people leave them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ..vocabulary import flat
from .layout import SHEETS, Sheet

_NUMBER: Final = re.compile(r"\s*\b(\d{1,2})\s*$")
#: So many known headings make a row the head of a table.
_ENOUGH: Final = 2
#: Heading of the answers where fields stand below each other.
ANSWERS: Final = flat("Your plan")


def plain(heading: str) -> str:
    """Return the name in a heading, without the line below it and marks around it.

    >>> plain("Action" + chr(10) + "must be filled in")
    'action'
    """
    lines = [line for line in heading.splitlines() if line.strip()]
    return flat(lines[0]) if lines else ""


def columns_of(sheet: Sheet, headings: Sequence[str]) -> dict[int, str]:
    """Return the key of each column that is known, by its position; other columns are notes.

    Args:
        sheet: What the table should hold.
        headings: The cells of its head.
    """
    single = {flat(c.label): c.key for c in sheet.columns if not c.group}
    several = {" ".join(flat(c.label.replace("#", "")).split()): c.key
               for c in sheet.columns if c.group}  # fmt: skip
    found: dict[int, str] = {}
    taken: set[str] = set()
    for at, heading in enumerate(headings):
        name = plain(heading)
        key = single.get(name)
        if key is None:
            number = _NUMBER.search(name)
            base = several.get(_NUMBER.sub("", name).strip()) if name else None
            if base is None:
                continue
            wanted = int(number[1]) if number else 1
            while f"{base}-{wanted}" in taken:
                wanted += 1
            key = f"{base}-{wanted}"
        if key not in taken:
            taken.add(key)
            found[at] = key
    return found


def head_of(sheet: Sheet, rows: Iterable[Sequence[str]]) -> tuple[int, dict[int, str]] | None:
    """Find the row that holds the headings of a sheet.

    Returns:
        Its position and the columns, or None where no row is like it.
    """
    best: tuple[int, dict[int, str]] | None = None
    for at, row in enumerate(rows):
        found = columns_of(sheet, row)
        if found and (best is None or len(found) > len(best[1])):
            best = (at, found)
    least = min(_ENOUGH, len(sheet.columns))
    return best if best and len(best[1]) >= least else None


def fitting(rows: Sequence[Sequence[str]]) -> Sheet | None:
    """Return the sheet whose headings a table has most of, where its name tells nothing."""
    if any(plain(cell) == ANSWERS for row in rows for cell in row):
        return next(one for one in SHEETS if one.upright)
    scored = []
    for sheet in SHEETS:
        head = None if sheet.upright else head_of(sheet, rows)
        if head:
            own = {key.rpartition("-")[0] or key for key in head[1].values()}
            scored.append((len(own) / len(sheet.columns), len(own), sheet))
    return max(scored, key=lambda s: s[:2])[2] if scored else None
