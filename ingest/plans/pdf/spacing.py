"""Rows of a table known by the white space between them, wherever words stand in their cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from .lines import Line

#: Steps larger than this, in parts of the usual one, part cells.
_STEP: Final = 1.18
#: Largest step within a cell, in parts of the type size.
_OPEN: Final = 2.1
_USUAL: Final = 1.2
_LEAST: Final = 0.8


@dataclass(slots=True)
class _Block:
    """Lines of one cell, from its capitals to its tails."""

    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Parting:
    """A height at which rows part.

    Args:
        y: The height.
        start: Where the white space begins.
        end: Where it ends.
        through: The columns in which one cell goes on over it.
    """

    y: float
    start: float
    end: float
    through: frozenset[int] = frozenset()


def partings_of(placed: Sequence[tuple[int, Line]]) -> list[Parting]:
    """Find the heights at which rows part.

    Args:
        placed: The pieces of lines with the column that each stands in.

    Returns:
        The heights from the top down; none where no white space tells rows apart.
    """
    columns: dict[int, list[Line]] = defaultdict(list)
    for column, line in placed:
        columns[column].append(line)
    for lines in columns.values():
        lines.sort(key=lambda line: line.base)
    step = _leading(columns.values())
    blocks = {column: _blocks(lines, step) for column, lines in columns.items()}
    if not blocks:
        return []
    # Rows show best in the column with the most cells.
    main = max(blocks, key=lambda column: (len(blocks[column]), -column))
    made: list[Parting] = []
    for above, below in pairwise(blocks[main]):
        others = {column: found for column, found in blocks.items() if column != main}
        made.extend(_between(above.bottom, below.top, others))
    return made


def _leading(columns: Iterable[Sequence[Line]]) -> float:
    """The step from line to line within a cell, in parts of the type size."""
    steps = []
    for lines in columns:
        for one, two in pairwise(lines):
            step = (two.base - one.base) / max(one.size, two.size, 1.0)
            if _LEAST < step < _OPEN:
                steps.append(step)
    if not steps:
        return _USUAL
    steps.sort()
    return steps[len(steps) // 20]


def _blocks(lines: Sequence[Line], step: float) -> list[_Block]:
    made: list[_Block] = []
    last: Line | None = None
    for line in lines:
        if last is not None and line.base - last.base <= _STEP * step * max(line.size, last.size):
            made[-1].bottom = max(made[-1].bottom, line.bottom)
        else:
            made.append(_Block(line.top, line.bottom))
        last = line
    return made


def _between(start: float, end: float, others: dict[int, list[_Block]]) -> list[Parting]:
    """Where rows part between two cells of the main column."""
    through: set[int] = set()
    free = _free(start, end, others, through)
    if not free and len(others) > 1:
        # One column may hold a cell that goes on over several rows.
        for column in sorted(others):
            free = _free(start, end, others, {column})
            if free:
                through = {column}
                break
    if not free:
        return []
    a, b = max(free, key=lambda part: part[1] - part[0])
    return [Parting((a + b) / 2, a, b, frozenset(through))]


def _free(
    start: float, end: float, others: dict[int, list[_Block]], skipped: set[int]
) -> list[tuple[float, float]]:
    free = [(start, end)]
    for column, blocks in others.items():
        if column in skipped:
            continue
        for block in blocks:
            free = [
                part
                for a, b in free
                for part in ((a, min(b, block.top)), (max(a, block.bottom), b))
                if part[1] - part[0] > 0.5
            ]
    return free
