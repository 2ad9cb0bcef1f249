"""A table as it is put together from the top down, and its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from .grid import Grid
from .lines import Line, Word
from .rows import Band
from .seeds import Seed

_ROOM: Final = 1.5
_WORD_SPACE: Final = 0.42


@dataclass(slots=True)
class Chain:
    """A table as it is put together from the top down.

    Args:
        xs: Where its columns begin, and the end of the last.
        top: Where it begins.
        bottom: Where it ends so far.
        seeds: Its drawn parts.
        bands: Lines of words that keep to its columns.
        across: Those among them that run across the columns.
        model: The part of it on the page before.
    """

    xs: tuple[float, ...]
    top: float
    bottom: float
    seeds: list[Seed] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)
    across: list[Band] = field(default_factory=list)
    model: Grid | None = None

    @property
    def grids(self) -> list[Grid]:
        """Return those drawn parts that are tables already."""
        return [seed.grid for seed in self.seeds if seed.grid is not None]


def cut(line: Line, xs: Sequence[float]) -> list[Line]:
    """Cut a line into pieces where a column ends between two of its words."""
    made: list[list[Word]] = [[line.words[0]]]
    for one, two in pairwise(line.words):
        gap = two.x0 - one.x1
        size = max(one.face.size, two.face.size)
        edge = any(one.x1 <= x + 0.6 and two.x0 >= x - 0.6 for x in xs[1:-1])
        if edge and gap > _WORD_SPACE * size:
            made.append([])
        made[-1].append(two)
    return [line] if len(made) == 1 else [Line(words) for words in made]


def column_of(xs: Sequence[float], line: Line) -> int | None:
    """The column that a piece stands in, nothing where it runs over more than one."""
    first = sum(line.x0 >= x - _ROOM for x in xs[1:-1])
    last = sum(line.x1 > x + _ROOM for x in xs[1:-1])
    return first if first == last else None


def nearest(xs: Sequence[float], x: float) -> int:
    """Return the number of the place nearest to another."""
    return min(range(len(xs)), key=lambda at: abs(xs[at] - x))
