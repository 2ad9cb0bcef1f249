"""Signs of columns on a page: rules that meet end to end, boxes side by side, drawn tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from .grid import Grid
from .strokes import Drawn, Rect

#: How far the cells of one row may stand apart.
_APART: Final = 6.5
_LEVEL: Final = 1.5
_SHORTEST: Final = 12.0
_LOWEST: Final = 8.0
_MOST: Final = 3_000
#: Places of columns no further apart than this are one.
NEAR: Final = 4.0


@dataclass(frozen=True, slots=True)
class Seed:
    """A row or table whose columns are drawn.

    Args:
        xs: Where its columns begin, and the end of the last.
        top: Where it begins.
        bottom: Where it ends.
        grid: The table, where it is one already.
    """

    xs: tuple[float, ...]
    top: float
    bottom: float
    grid: Grid | None = None

    def meets(self, xs: Sequence[float]) -> bool:
        """Tell whether its columns are some of those given, or the other way round."""
        if abs(self.xs[0] - xs[0]) > 2 * NEAR or abs(self.xs[-1] - xs[-1]) > 2 * NEAR:
            return False
        return _all_near(self.xs, xs) or _all_near(xs, self.xs)

    def shares(self, left: float, right: float) -> bool:
        """Tell whether it stands beside or within a strip of the page."""
        return min(self.xs[-1], right) - max(self.xs[0], left) > NEAR


def _all_near(some: Sequence[float], others: Sequence[float]) -> bool:
    return all(min(abs(x - y) for y in others) <= NEAR for x in some[1:-1])


def seeds_of(grids: Sequence[Grid], drawn: Drawn) -> list[Seed]:
    """Find the rows and tables of a page whose columns are drawn.

    Args:
        grids: The tables that are drawn whole.
        drawn: What else is drawn.
    """
    made = [Seed(g.xs, g.rect.top, g.rect.bottom, g) for g in grids if g.width > 1]

    def free(rect: Rect) -> bool:
        return not any(rect.within(grid.rect, 2.0) for grid in grids)

    fills = [f.rect for f in drawn.fills if f.rect.height >= _LOWEST]
    for boxes in (fills, [f for f in drawn.frames if f.height >= _LOWEST]):
        made += _rows((box for box in boxes[:_MOST] if free(box)), _APART)
    rules = _rows((rule for rule in drawn.across[:_MOST] if free(rule)), _APART)
    made += [r for r in rules if any(o.meets(r.xs) and abs(o.top - r.top) > 4 for o in rules)]
    return sorted(made, key=lambda seed: (seed.top, seed.bottom))


def _rows(boxes: Iterable[Rect], apart: float) -> list[Seed]:
    """Rows of boxes or rules of one height that stand side by side."""
    wide = sorted((b for b in boxes if b.width >= _SHORTEST), key=lambda b: (b.top, b.x0))
    levels: list[list[Rect]] = []
    for box in wide:
        for level in levels[-6:]:
            if (
                abs(level[0].top - box.top) <= _LEVEL
                and abs(level[0].bottom - box.bottom) <= _LEVEL
            ):
                level.append(box)
                break
        else:
            levels.append([box])
    made = []
    for level in levels:
        runs: list[list[Rect]] = []
        for box in sorted(level, key=lambda b: b.x0):
            last = runs[-1][-1] if runs else None
            if last and abs(box.x0 - last.x0) < 2 and box.x1 - last.x1 < 2:
                continue  # drawn twice
            if last and -_LEVEL <= box.x0 - last.x1 <= apart:
                runs[-1].append(box)
            else:
                runs.append([box])
        for run in runs:
            if len(run) > 1:
                edges = [(a.x1 + b.x0) / 2 for a, b in pairwise(run)]
                xs = (run[0].x0, *edges, run[-1].x1)
                made.append(Seed(xs, run[0].top, run[0].bottom))
    return made
