"""Tables without lines around their cells: columns known by the white strips between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from .grid import Grid, grid_from
from .lines import Line
from .rows import LEAST_STRIP, Band, Strip, bands_of, narrowed, rows_of, strips_of
from .strokes import Drawn, Rect

_HEADER_WORDS: Final = 14
_LABEL_WORDS: Final = 6
_LEAST_LABELS: Final = 3
#: What a table without any sign of a header needs to be one.
_PLAIN_COLUMNS: Final = 3
_PLAIN_ROWS: Final = 3
_PLAIN_OFF: Final = 2.5
_PLAIN_WORDS: Final = 5.0
#: White space that ends a table, in parts of the type size.
_ENDS: Final = 4.5


def aligned_grids(lines: Sequence[Line], drawn: Drawn) -> tuple[list[Grid], list[Line]]:
    """Find tables without lines around their cells.

    Args:
        lines: The lines of a page or box, outside its other tables.
        drawn: What is drawn on the page; level lines and shading part rows.

    Returns:
        The tables, and the lines outside them.
    """
    bands = bands_of(lines)
    grids: list[Grid] = []
    rest: list[Line] = []
    at = 0
    while at < len(bands):
        found = _headed(bands, at, drawn) or _labelled(bands, at) or _plain(bands, at, drawn)
        if found:
            grid, used = found
            grids.append(grid)
            at += used
        else:
            rest.extend(bands[at].lines)
            at += 1
    return grids, rest


def _headed(bands: Sequence[Band], at: int, drawn: Drawn) -> tuple[Grid, int] | None:
    """A table that begins with a row of headers."""
    head = bands[at]
    if len(head.lines) < 2 or any(len(line.words) > _HEADER_WORDS for line in head.lines):
        return None
    if not _is_header(head, drawn):
        return None
    strips = strips_of(head)
    if any(end - start < LEAST_STRIP for start, end in strips):
        return None
    taken, strips, crossing = _taken(bands, at, strips, drawn)
    taken = _trimmed(taken, strips)
    body = taken[1:]
    full = sum(len(band.lines) > 1 for band in body)
    whole = _whole(taken)
    level = [
        rule
        for rule in drawn.across
        if taken[0].bottom < rule.top < taken[-1].base - taken[-1].size
        and min(rule.x1, whole.x1) - max(rule.x0, whole.x0) > 0.3 * whole.width
    ]
    edges = _edges(drawn, whole)
    if full < 1 or (len(strips) == 1 and len(level) + len(edges) < 3):
        return None
    if full < 2 and not level:
        return None
    if len(level) >= 2:
        level += [
            Rect(whole.x0, y, whole.x1, y)
            for y in [*edges, *_below_header(taken)]
            if not any(abs(rule.top - y) < head.size for rule in level)
        ]
        return _made(whole, level, strips, crossing, taken)
    grid = rows_of(taken, strips, crossing, edges, whole)
    return (grid, len(taken)) if grid is not None else None


def _below_header(taken: Sequence[Band]) -> list[float]:
    """Where a bold header ends, which may have no line below it."""
    for above, below in pairwise(taken[:4]):
        if not all(line.bold for line in above.lines):
            return []
        if len(below.lines) > 1 and not any(line.bold for line in below.lines[1:]):
            return [(above.bottom + below.top) / 2]
    return []


def _plain(bands: Sequence[Band], at: int, drawn: Drawn) -> tuple[Grid, int] | None:
    """A table whose header looks like its rows: three columns or more, begun alike in each row."""
    head = bands[at]
    if len(head.lines) < _PLAIN_COLUMNS or any(
        len(line.words) > _LABEL_WORDS for line in head.lines
    ):
        return None
    if not all(line.text[:1].isupper() for line in head.lines):
        return None
    strips = strips_of(head)
    if any(end - start < 2 * LEAST_STRIP for start, end in strips):
        return None
    taken, strips, crossing = _taken(bands, at, strips, drawn)
    taken = _trimmed(taken, strips)
    starts = [line.x0 for line in head.lines]
    full = [band for band in taken[1:] if len(band.lines) >= _PLAIN_COLUMNS]
    if len(full) < _PLAIN_ROWS:
        return None
    for band in full:
        if any(min(abs(line.x0 - x) for x in starts) > _PLAIN_OFF for line in band.lines):
            return None
    short = [line for band in taken for line in band.lines]
    if sum(len(line.words) for line in short) > _PLAIN_WORDS * len(short):
        return None  # columns of running text
    whole = _whole(taken)
    grid = rows_of(taken, strips, crossing, _edges(drawn, whole), whole)
    return (grid, len(taken)) if grid is not None and grid.height > _PLAIN_ROWS else None


def _whole(taken: Sequence[Band]) -> Rect:
    return Rect(
        min(b.x0 for b in taken) - 2.0,
        taken[0].top - 2.0,
        max(b.x1 for b in taken) + 2.0,
        taken[-1].bottom + 2.0,
    )


def _edges(drawn: Drawn, whole: Rect) -> list[float]:
    """Heights at which the shading of rows begins or ends."""
    found = []
    for fill in drawn.fills:
        rect = fill.rect
        shared = min(rect.x1, whole.x1) - max(rect.x0, whole.x0)
        if shared < 0.8 * whole.width or rect.height > 0.7 * whole.height:
            continue
        found += [y for y in (rect.top, rect.bottom) if whole.top + 3 < y < whole.bottom - 3]
    return sorted(found)


def _made(
    whole: Rect,
    level: Sequence[Rect],
    strips: Sequence[Strip],
    crossing: Sequence[Band],
    taken: Sequence[Band],
) -> tuple[Grid, int] | None:
    ends = [Rect(whole.x0, y, whole.x1, y) for y in (whole.top, whole.bottom)]
    free = [(whole.top, whole.bottom)]
    for band in crossing:
        top, bottom = band.top - 0.3 * band.size, band.bottom + 0.3 * band.size
        free = [
            part
            for a, b in free
            for part in ((a, min(b, top)), (max(a, bottom), b))
            if part[1] - part[0] > 1.0
        ]
        ends += [Rect(whole.x0, y, whole.x1, y) for y in (top, bottom)]
    upright = [Rect(x, whole.top, x, whole.bottom) for x in (whole.x0, whole.x1)]
    for start, end in strips:
        middle = end - min(2.0, (end - start) / 2)
        upright += [Rect(middle, a, middle, b) for a, b in free]
    words = [word for band in taken for line in band.lines for word in line.words]
    near = [r for r in level if whole.top + 3 < r.top < whole.bottom - 3]
    grid = grid_from([*near, *ends], upright, words)
    if grid is None or grid.width < 2 or grid.height < 2:
        return None
    grid.ruled = False
    return grid, len(taken)


def _is_header(band: Band, drawn: Drawn) -> bool:
    if all(line.bold for line in band.lines):
        return True
    x0, x1, top, bottom = band.x0, band.x1, band.top, band.bottom
    base, size = band.base, band.size
    for fill in drawn.fills:
        rect = fill.rect
        level = rect.top <= top + 2 and rect.bottom >= bottom - 2 and rect.height < 4 * size
        if level and rect.x0 <= x0 + 2 and rect.x1 >= x1 - 2:
            return True
    return any(
        0 <= rule.top - base < 1.1 * size and rule.x0 <= x0 + 4 and rule.x1 >= x1 - 4
        for rule in drawn.across
    )


def _taken(
    bands: Sequence[Band], at: int, strips: list[Strip], drawn: Drawn
) -> tuple[list[Band], list[Strip], list[Band]]:
    """The bands that keep to the columns, and those among them that run across."""
    taken = [bands[at]]
    crossing: list[Band] = []
    for number in range(at + 1, len(bands)):
        band = bands[number]
        if band.top - taken[-1].bottom > _ENDS * band.size:
            break
        left = narrowed(strips, band)
        if left is None:
            after = bands[number + 1] if number + 1 < len(bands) else None
            goes_on = after is not None and len(after.lines) > 1 and narrowed(strips, after)
            if after is not None and _words(after) == _words(bands[at]):
                break  # another table under the same headers
            if len(band.lines) == 1 and band.lines[0].bold and goes_on:
                crossing.append(band)
                taken.append(band)
                continue
            break
        strips = left
        taken.append(band)
    while taken and crossing and taken[-1] is crossing[-1]:
        taken.pop()
        crossing.pop()
    return taken, strips, crossing


def _words(band: Band) -> list[str]:
    return [line.text for line in band.lines]


def _trimmed(taken: list[Band], strips: Sequence[Strip]) -> list[Band]:
    """Leave out text below the table that happens to keep within its first column."""
    usual = min((b.base - a.base for a, b in pairwise(taken)), default=0.0)
    while len(taken) > 2:
        last = taken[-1]
        alone = len(last.lines) == 1 and last.x1 <= strips[0][1]
        if alone and last.base - taken[-2].base > 1.5 * usual:
            taken = taken[:-1]
            continue
        break
    return taken


def _labelled(bands: Sequence[Band], at: int) -> tuple[Grid, int] | None:
    """Labels on the left, what they say on the right."""
    if not _is_labelled(bands[at]):
        return None
    strips = strips_of(bands[at])
    taken = [bands[at]]
    rows = [0]
    for band in bands[at + 1 :]:
        if band.top - taken[-1].bottom > _ENDS * band.size:
            break
        left = narrowed(strips, band)
        if left is None:
            break
        if _is_labelled(band):
            if abs(band.lines[0].x0 - bands[at].lines[0].x0) > 3.0:
                break
            rows.append(len(taken))
        elif len(band.lines) != 1 or band.x0 < left[0][1] - 1.0:
            break
        strips = left
        taken.append(band)
    if len(rows) < _LEAST_LABELS:
        return None
    whole = _whole(taken)
    level = []
    for row in rows[1:]:
        y = (taken[row - 1].base + taken[row].base) / 2 - 0.3 * taken[row].size
        level.append(Rect(whole.x0, y, whole.x1, y))
    return _made(whole, level, strips, [], taken)


def _is_labelled(band: Band) -> bool:
    if len(band.lines) != 2:
        return False
    label, words = band.lines
    if len(label.words) > _LABEL_WORDS or not any(c.isalpha() for c in label.text):
        return False
    return label.text.endswith(":") or (label.bold and not words.bold)
