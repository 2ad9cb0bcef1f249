"""Rows of tables without lines: which pieces of lines belong to one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .grid import Grid, GridCell
from .lines import Line
from .strokes import Rect

#: Least width of the white strip between two columns, in points.
LEAST_STRIP: Final = 4.0
#: Baselines further apart than this, in parts of the leading, part rows.
_ROW_GAP: Final = 1.2
#: How far a line may stand off the first line of its row.
_OFF: Final = 2.5
#: Most rows that a merged cell of such a table spans.
_TALLEST: Final = 40
_LEADING: Final = 1.75

Strip = tuple[float, float]


@dataclass(slots=True)
class Band:
    """Pieces of lines on one baseline, from left to right."""

    lines: list[Line]

    @property
    def base(self) -> float:
        """Return its baseline."""
        return self.lines[0].base

    @property
    def top(self) -> float:
        """Return where its capitals begin."""
        return min(line.top for line in self.lines)

    @property
    def bottom(self) -> float:
        """Return where its tails end."""
        return max(line.bottom for line in self.lines)

    @property
    def size(self) -> float:
        """Return its largest size of type."""
        return max(line.size for line in self.lines)

    @property
    def x0(self) -> float:
        """Return its left end."""
        return min(line.x0 for line in self.lines)

    @property
    def x1(self) -> float:
        """Return its right end."""
        return max(line.x1 for line in self.lines)


def bands_of(lines: Sequence[Line]) -> list[Band]:
    """Group pieces of lines by their baseline."""
    made: list[Band] = []
    for line in sorted(lines, key=lambda one: (one.base, one.x0)):
        if made and abs(line.base - made[-1].base) < 0.35 * min(line.size, made[-1].size):
            made[-1].lines.append(line)
        else:
            made.append(Band([line]))
    for band in made:
        band.lines.sort(key=lambda line: line.x0)
    return made


def strips_of(band: Band) -> list[Strip]:
    """Return the white strips between the pieces of a band."""
    made = []
    edge = band.lines[0].x1
    for line in band.lines[1:]:
        made.append((edge, line.x0))
        edge = max(edge, line.x1)
    return made


def narrowed(strips: Sequence[Strip], band: Band) -> list[Strip] | None:
    """Return the strips beside a further band; nothing where a line runs across one."""
    made = []
    for start, end in strips:
        for line in band.lines:
            if line.x1 <= start or line.x0 >= end:
                continue
            if line.x0 <= start and line.x1 >= end:
                return None
            if line.x0 <= start:
                start = line.x1
            elif line.x1 >= end:
                end = line.x0
            else:
                return None
        if end - start < LEAST_STRIP:
            return None
        made.append((start, end))
    return made


def rows_of(
    taken: Sequence[Band],
    strips: Sequence[Strip],
    crossing: Sequence[Band],
    edges: Sequence[float],
    whole: Rect,
) -> Grid | None:
    """Part the bands of a table into rows.

    Args:
        taken: The bands of the table; the first is its header.
        strips: The white strips between its columns.
        crossing: Those bands that run across the columns.
        edges: Heights at which shading begins or ends.
        whole: Where the table stands.

    Returns:
        The table, or nothing where it has no rows.
    """
    xs = [whole.x0, *(end - min(2.0, (end - start) / 2) for start, end in strips), whole.x1]
    starts = _starts(taken, strips, crossing, edges)
    if len(starts) < 2:
        return None
    ys = [whole.top]
    for at in starts[1:]:
        ys.append((taken[at].top + max(band.bottom for band in taken[:at])) / 2)
    ys.append(whole.bottom)
    cells: dict[tuple[int, int], GridCell] = {}
    loose: list[tuple[int, list[Line]]] = []
    ends = [*starts[1:], len(taken)]
    firsts = [taken[at].base for at in starts]
    wide = len(xs) - 1
    across = {id(band) for band in crossing}
    for row, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for band in taken[start:end]:
            for column, line in by_column(band, strips):
                if id(band) in across:
                    key, span = (row, 0), wide
                else:
                    key, span = (row, column), 1
                made = cells.get(key)
                if made is None and band.base - firsts[row] > _OFF and span == 1:
                    if loose and loose[-1][0] == column and _follows(loose[-1][1][-1], line):
                        loose[-1][1].append(line)
                    else:
                        loose.append((column, [line]))
                    continue
                if made is None:
                    made = cells[key] = GridCell(row, key[1], 1, span, Rect(0, 0, 0, 0))
                made.words.extend(line.words)
    for column, lines in loose:
        _settle(cells, column, lines, ys)
    _complete(cells, len(starts), wide)
    for cell in cells.values():
        cell.rect = Rect(
            xs[cell.column], ys[cell.row], xs[cell.column + cell.columns], ys[cell.row + cell.rows]
        )
    order = sorted(cells.values(), key=lambda cell: (cell.row, cell.column))
    return Grid(whole, tuple(xs), order, len(starts), ruled=False)


def by_column(band: Band, strips: Sequence[Strip]) -> list[tuple[int, Line]]:
    """Return the pieces of a band with the columns that they stand in."""
    return [(sum(line.x0 >= end - 1.0 for _, end in strips), line) for line in band.lines]


def _follows(above: Line, line: Line) -> bool:
    return 0 < line.base - above.base < _LEADING * line.size


def _starts(
    taken: Sequence[Band],
    strips: Sequence[Strip],
    crossing: Sequence[Band],
    edges: Sequence[float],
) -> list[int]:
    """Which bands begin a row."""
    across = {id(band) for band in crossing}
    last: dict[int, Line] = {}
    steps: list[list[float]] = []
    for band in taken:
        here = []
        for column, line in by_column(band, strips):
            if column in last and id(band) not in across:
                here.append((line.base - last[column].base) / max(line.size, 1.0))
            last[column] = line
        steps.append(here)
        if id(band) in across:
            last = {}
    leading = min((step for here in steps[1:] for step in here if step > 0.5), default=1.2)
    spaced = leading > _LEADING or any(
        min(here) > _ROW_GAP * leading for here in steps[2:] if len(here) > 1
    )
    starts = [0]
    for number in range(1, len(taken)):
        band, above = taken[number], taken[number - 1]
        if id(band) in across or id(above) in across:
            starts.append(number)
        elif any(above.base < edge < band.base - 0.5 * band.size for edge in edges):
            if len(band.lines) > 1 or _is_left(band, strips):
                starts.append(number)
        elif number == 1 and _is_header_too(band, above, leading):
            continue
        elif spaced:
            here = steps[number]
            far = not here or min(here) > _ROW_GAP * leading or leading > _LEADING
            if far and (len(band.lines) > 1 or _opens(taken, number, strips)):
                starts.append(number)
        elif _begins(above, band, strips):
            starts.append(number)
    return starts


def _is_left(band: Band, strips: Sequence[Strip]) -> bool:
    return band.x0 < strips[0][1] - 1.0


def _opens(taken: Sequence[Band], at: int, strips: Sequence[Strip]) -> bool:
    """Tell whether a piece alone on its line begins a row: it stands in a first column."""
    column = by_column(taken[at], strips)[0][0]
    if column > 1:
        return False
    near = [band for band in taken[max(at - 1, 1) : at + 2] if band is not taken[at]]
    full = [band for band in near if len(band.lines) > 1]
    if not full:
        return True
    close = any(abs(band.base - taken[at].base) < 0.9 * taken[at].size for band in full)
    return not close and any(column in dict(by_column(band, strips)) for band in full)


def _is_header_too(band: Band, above: Band, leading: float) -> bool:
    """Tell whether headers take a second line."""
    bold = all(line.bold for line in band.lines) and all(line.bold for line in above.lines)
    return bold and (band.base - above.base) / band.size <= max(1.4, 1.05 * leading)


def _begins(above: Band, band: Band, strips: Sequence[Strip]) -> bool:
    """Tell whether a band begins a row rather than goes on with the one above it."""
    ends = [*(start for start, _ in strips), max(above.x1, band.x1)]
    one, two = dict(by_column(above, strips)), dict(by_column(band, strips))
    if any(column not in one for column in two):
        return True
    for column, line in two.items():
        first = line.words[0]
        if ends[column] - one[column].x1 > (first.x1 - first.x0) + 1.2 * line.size:
            return True
    return False


def _settle(
    cells: dict[tuple[int, int], GridCell], column: int, lines: list[Line], ys: Sequence[float]
) -> None:
    """Place words that stand between the first lines of rows: centred in a merged cell."""
    middle = (lines[0].top + lines[-1].bottom) / 2
    spans = _spans(cells, column, middle, ys)
    words = [word for line in lines for word in line.words]
    if not spans:
        row = max((r for r in range(len(ys) - 1) if ys[r] <= middle), default=0)
        near = cells.get((row, column))
        if near is None:
            near = cells[row, column] = GridCell(row, column, 1, 1, Rect(0, 0, 0, 0))
        near.words.extend(words)
        return
    _, _, a, b = min(spans)
    cells[a, column] = GridCell(a, column, b - a + 1, 1, Rect(0, 0, 0, 0), words)


def _spans(
    cells: dict[tuple[int, int], GridCell], column: int, middle: float, ys: Sequence[float]
) -> list[tuple[float, int, int, int]]:
    """Runs of rows with nothing in a column, by how well something centred fits them."""

    def free(row: int) -> bool:
        band = cells.get((row, 0))
        return (row, column) not in cells and not (band is not None and band.columns > 1)

    here = max((row for row in range(len(ys) - 1) if ys[row] - 2 <= middle), default=0)
    made = []
    for start in range(here, max(here - _TALLEST, 0), -1):
        if not free(start):
            if start == here:
                continue  # words may stand just below the middle of the rows above
            break
        for end in range(start, min(start + _TALLEST, len(ys) - 1)):
            if not free(end):
                break
            if ys[end + 1] + 2 >= middle:
                off = abs((ys[start] + ys[end + 1]) / 2 - middle)
                made.append((off, end - start, start, end))
    return made


def _complete(cells: dict[tuple[int, int], GridCell], high: int, wide: int) -> None:
    """Add the empty cells."""
    taken = {
        (r, c)
        for cell in cells.values()
        for r in range(cell.row, cell.row + cell.rows)
        for c in range(cell.column, cell.column + cell.columns)
    }
    for r in range(high):
        for c in range(wide):
            if (r, c) not in taken:
                cells[r, c] = GridCell(r, c, 1, 1, Rect(0, 0, 0, 0))
