"""The header row of a table on a sheet, below whatever titles stand above it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ..tables import role_of
from .grid import Line, Words

#: A header stands within so many rows from the top of what belongs together.
_WITHIN: Final = 12
_LONGEST: Final = 90
_WORDS: Final = 9
#: The first day of something is no deadline, whatever stands above it.
_START: Final = re.compile(r"^(?:start|from|begin|commence)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """A header that was found.

    Args:
        at: Its row, from 0.
        line: Its cells by column.
        depth: Rows that it takes.
        labels: Words above the names of columns that the header does without.
    """

    at: int
    line: Line
    depth: int = 1
    labels: tuple[Words, ...] = ()


def find_header(rows: list[Line]) -> Header | None:
    """Find the row that names the columns, by its words.

    Args:
        rows: Rows that belong together.

    Returns:
        The first row most of whose cells are names of columns, two of them at least for
        different things; two rows where one groups the columns of the other.
    """
    widest = 0
    for at, row in enumerate(rows[:_WITHIN]):
        cells = _distinct(row)
        if len(cells) < 2 or not _names_columns(cells):
            # Rows above a header, such as "Area | Fife", are narrower than what it names.
            keyed = sum(1 for words in cells if words.line.endswith(":"))
            widest = max(widest, 2 if keyed else len(cells))
            continue
        if len(cells) <= max(widest, 1):
            return None
        below = rows[at + 1] if at + 1 < len(rows) else {}
        joined = _joined(row, below)
        if joined is None:
            return Header(at, row)
        labels = tuple(
            words for words in (*_distinct(row), *_distinct(below)) if words not in joined.values()
        )
        return Header(at, joined, 2, labels)
    return None


def _distinct(row: Line) -> list[Words]:
    return list({id(words): words for words in row.values()}.values())


def _names_columns(cells: list[Words]) -> bool:
    if any(len(words.line) > _LONGEST for words in cells):
        return False
    roles = [role_of(words.line) for words in cells]
    known = [role for role in roles if role]
    if len(set(known)) < 2 or len(known) * 2 < len(cells):
        return False
    short = [words for words in cells if len(words.line.split()) <= _WORDS]
    return len(short) * 4 >= len(cells) * 3


def _joined(row: Line, below: Line) -> Line | None:
    """Return one header of two rows, where the upper groups columns that the lower names."""
    grouped = {c for c, words in row.items() if words.spanned > 1 and below.get(c) is not words}
    named = {c for c in grouped if c in below}
    others = {c for c in below if c not in grouped}
    if len({id(below[c]) for c in named}) < 2 or any(row.get(c) is not below[c] for c in others):
        return None
    if any(len(below[c].line) > _LONGEST for c in named):
        return None
    joined = dict(row)
    for column in named:
        lower = below[column]
        if role_of(lower.line) or _START.match(lower.line) or not role_of(row[column].line):
            joined[column] = lower
    return joined
