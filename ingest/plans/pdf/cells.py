"""The cells of a table of which only a part is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from .chain import Chain, column_of, nearest
from .grid import Grid, GridCell, grid_from
from .lines import Line
from .rows import Band
from .seeds import NEAR
from .spacing import Parting, partings_of
from .strokes import Drawn, Rect

#: Lines that cover less of a table than this part single cells, no rows.
_PARTS_ROWS: Final = 0.55


def built(chain: Chain, drawn: Drawn) -> Grid | None:
    """Put the table together: its drawn parts, and the rows between and below them."""
    xs = chain.xs
    parts: list[tuple[float, Grid]] = [(grid.rect.top, grid) for grid in chain.grids]
    limits = sorted((grid.rect.top, grid.rect.bottom) for grid in chain.grids)
    runs: dict[int, list[Band]] = {}
    for band in chain.bands:
        runs.setdefault(sum(bottom <= band.base for _, bottom in limits), []).append(band)
    for number, bands in runs.items():
        top = limits[number - 1][1] if number else min(chain.top, bands[0].top - 2.0)
        bottom = limits[number][0] if number < len(limits) else chain.bottom + 3.0
        headed = number > 0
        grid = _region(bands, chain, drawn, Rect(xs[0], top, xs[-1], bottom), headed=headed)
        if grid is None:
            return None
        parts.append((top, grid))
    cells: list[GridCell] = []
    height = 0
    for _, grid in sorted(parts, key=lambda part: part[0]):
        for cell in grid.cells:
            first, last = nearest(xs, cell.rect.x0), nearest(xs, cell.rect.x1)
            if last <= first:
                continue
            cells.append(
                GridCell(cell.row + height, first, cell.rows, last - first, cell.rect, cell.words,
                         cell.turned)
            )  # fmt: skip
        height += grid.height
    whole = Rect(xs[0], chain.top, xs[-1], max(chain.bottom, *(g.rect.bottom for _, g in parts)))
    return Grid(whole, xs, cells, height, ruled=bool(chain.seeds))


def _region(
    bands: Sequence[Band], chain: Chain, drawn: Drawn, rect: Rect, *, headed: bool
) -> Grid | None:
    """The rows of a part of a table that has no drawn cells."""
    xs = chain.xs
    level = _levels(drawn, rect)
    placed = [
        (column, line)
        for band in bands
        if band not in chain.across
        for line in band.lines
        if (column := column_of(xs, line)) is not None
    ]
    level += _under_bands(bands, placed, rect)
    if len(bands) > 1 and not headed and (below := _under_header(bands)):
        y = (below[0].bottom + below[1].top) / 2
        if not any(below[0].base < r.top < below[1].base for r in level):
            level.append(Rect(rect.x0, y, rect.x1, y))
    wide: dict[int, float] = {}
    for r in level:
        if bands[0].base < r.top < bands[-1].base:
            wide[round(r.top / 2)] = wide.get(round(r.top / 2), 0.0) + r.width
    inner = [y for y, width in wide.items() if width > _PARTS_ROWS * rect.width]
    crossing = sum(band in chain.across for band in bands)
    if len(inner) <= (1 if headed else 2) + 2 * crossing:
        drawn_ones = list(level)
        for parting in _partings(bands, placed, chain):
            within = [r for r in drawn_ones if parting.start - 1 <= r.top <= parting.end + 1]
            if sum(rule.width for rule in within) > 0.3 * rect.width:
                continue  # what is drawn says better which cells go on
            y = within[0].top if within else parting.y
            for column, (a, b) in enumerate(pairwise(xs)):
                if column not in parting.through:
                    level.append(Rect(a, y, b, y))
    ends = [Rect(rect.x0, y, rect.x1, y) for y in (rect.top, rect.bottom)]
    free = [(rect.top, rect.bottom)]
    for band in (band for band in bands if band in chain.across):
        top, bottom = band.top - 0.3 * band.size, band.bottom + 0.3 * band.size
        free = [
            part
            for a, b in free
            for part in ((a, min(b, top)), (max(a, bottom), b))
            if part[1] - part[0] > 1.0
        ]
        for y in (top, bottom):
            if not any(abs(r.top - y) < 7.0 and r.width > 0.9 * rect.width for r in level):
                ends.append(Rect(rect.x0, y, rect.x1, y))
    sides = [Rect(x, rect.top, x, rect.bottom) for x in (rect.x0, rect.x1)]
    sides += [Rect(x, a, x, b) for x in xs[1:-1] for a, b in free]
    words = [word for band in bands for line in band.lines for word in line.words]
    grid = grid_from([*level, *ends], sides, words)
    if grid is not None and not grid.cells:
        return None
    return grid


def _under_header(bands: Sequence[Band]) -> tuple[Band, Band] | None:
    """The last row of a bold header and the first below it."""
    for above, below in pairwise(bands[:4]):
        bold = len(above.lines) > 1 and all(line.bold for line in above.lines)
        if bold and len(below.lines) > 1 and not any(line.bold for line in below.lines[1:]):
            return above, below
    return None


def _under_bands(
    bands: Sequence[Band], placed: Sequence[tuple[int, Line]], rect: Rect
) -> list[Rect]:
    """Lines below short headings over rows, which stand in bold in the first column alone."""
    placed_in = {id(line): column for column, line in placed}
    made = []
    for above, one, below in zip([None, *bands], bands, bands[1:], strict=False):
        if len(one.lines) > 1 or len(below.lines) < 2 or not one.lines[0].bold:
            continue
        if placed_in.get(id(one.lines[0])) != 0 or below.lines[0].bold:
            continue
        if above is not None and one.base - above.base < 1.35 * one.size:
            continue
        if below.base - one.base > 1.35 * one.size:
            y = (one.bottom + below.top) / 2
            made.append(Rect(rect.x0, y, rect.x1, y))
    return made


def _partings(
    bands: Sequence[Band], placed: Sequence[tuple[int, Line]], chain: Chain
) -> list[Parting]:
    """Where rows part by white space, stretch by stretch between bands across the table."""
    stretches: list[list[tuple[int, Line]]] = [[]]
    edges = sorted(band.base for band in bands if band in chain.across)
    for edge_number in range(len(edges) + 1):
        low = edges[edge_number - 1] if edge_number else float("-inf")
        high = edges[edge_number] if edge_number < len(edges) else float("inf")
        stretches.append([(c, line) for c, line in placed if low < line.base < high])
    return [parting for stretch in stretches if stretch for parting in partings_of(stretch)]


def _levels(drawn: Drawn, rect: Rect) -> list[Rect]:
    """Level lines and edges of shading within a part of a table."""
    made = [
        rule
        for rule in drawn.across
        if rect.top + 2 < rule.top < rect.bottom - 2
        and rule.x0 >= rect.x0 - NEAR
        and rule.x1 <= rect.x1 + NEAR
    ]
    boxes = [fill.rect for fill in drawn.fills] + list(drawn.frames)
    for box in boxes:
        inside = box.x0 >= rect.x0 - NEAR and box.x1 <= rect.x1 + NEAR and box.height >= 8.0
        if inside and box.width >= 12.0 and box.height < 0.8 * max(rect.height, 1.0):
            made += [
                Rect(box.x0, y, box.x1, y)
                for y in (box.top, box.bottom)
                if rect.top + 2 < y < rect.bottom - 2
            ]
    return made
