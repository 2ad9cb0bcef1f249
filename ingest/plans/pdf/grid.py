"""Tables that are drawn with lines or coloured boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from .lines import Line, Word
from .strokes import Drawn, Rect

#: Ends of lines that are no further apart than this meet.
_MEET: Final = 3.5
#: Lines that are no further apart than this are one.
_SNAP: Final = 3.0
#: Rows and columns thinner than this hold no words: double lines and gaps.
_SLIT: Final = 8.0
#: Share of a cell's side that a line must cover to part it from the next.
_COVERS: Final = 0.55
_MOST_LINES: Final = 1_200
_MOST_SIDES: Final = 200
_MOST_SLOTS: Final = 5_000
_FILLED: Final = 0.3
#: A piece with corners that takes more of a table than this is no merged cell.
_ANGLED: Final = 0.4


@dataclass(slots=True)
class GridCell:
    """A cell, over one or more rows and columns.

    Args:
        row: Its first row, from 0.
        column: Its first column.
        rows: How many rows it spans.
        columns: How many columns.
        rect: Where it stands.
        words: What stands in it.
        turned: Whether its words stand on end.
    """

    row: int
    column: int
    rows: int
    columns: int
    rect: Rect
    words: list[Word] = field(default_factory=list)
    turned: bool = False

    def lines(self) -> list[Line]:
        """Return its words in lines, from the top down."""
        return lines_in(self.words)


@dataclass(slots=True)
class Grid:
    """A table on one page.

    Args:
        rect: Where it stands.
        xs: Where its columns begin, and the end of the last.
        cells: Its cells by row, then column.
        height: Number of rows.
        ruled: Whether its cells have known sides.
    """

    rect: Rect
    xs: tuple[float, ...]
    cells: list[GridCell]
    height: int
    ruled: bool = True

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.xs) - 1


def lines_in(words: Sequence[Word]) -> list[Line]:
    """Put the words of one cell in lines."""
    made: list[Line] = []
    for word in sorted(words, key=lambda w: (w.base, w.x0)):
        near = made[-1] if made else None
        if near and abs(word.base - near.words[-1].base) < 0.45 * max(
            word.face.size, near.words[-1].face.size
        ):
            near.words.append(word)
        else:
            made.append(Line([word]))
    for line in made:
        line.words.sort(key=lambda w: w.x0)
    return made


def grids_of(drawn: Drawn, words: Sequence[Word], page: Rect) -> list[Grid]:
    """Find the tables of a page that lines or boxes draw.

    Args:
        drawn: What is drawn on the page.
        words: The words of the page.
        page: The page.
    """
    frames = [
        f for f in drawn.frames if f.width < 0.95 * page.width or f.height < 0.9 * page.height
    ]
    across = [*drawn.across, *(side for f in frames for side in _level(f))]
    down = [*drawn.down, *(side for f in frames for side in _upright(f))]
    found = _tables(across, down, words, least_rows=1)
    fills = [
        fill.rect
        for fill in drawn.fills
        if fill.rect.width >= 15
        and fill.rect.height >= 8
        and fill.rect.area < 0.6 * page.area
        and not any(fill.rect.within(table.rect, 4.0) for table in found)
    ]
    if len(fills) > 3:
        # A frame with a coloured corner is a box, so frames don't count here.
        free = [r for r in drawn.across if not any(r.within(t.rect, 4.0) for t in found)]
        upright = [r for r in drawn.down if not any(r.within(t.rect, 4.0) for t in found)]
        across = [*free, *(side for f in fills for side in _level(f))]
        down = [*upright, *(side for f in fills for side in _upright(f))]
        for table in _tables(across, down, words, least_rows=2):
            if not any(_overlap(table.rect, other.rect) for other in found):
                found.append(table)
    return sorted(found, key=lambda grid: (grid.rect.top, grid.rect.x0))


def _overlap(one: Rect, two: Rect) -> bool:
    return (
        min(one.x1, two.x1) - max(one.x0, two.x0) > 1.0
        and min(one.bottom, two.bottom) - max(one.top, two.top) > 1.0
    )


def _level(rect: Rect) -> tuple[Rect, Rect]:
    return (
        Rect(rect.x0, rect.top, rect.x1, rect.top),
        Rect(rect.x0, rect.bottom, rect.x1, rect.bottom),
    )


def _upright(rect: Rect) -> tuple[Rect, Rect]:
    return (
        Rect(rect.x0, rect.top, rect.x0, rect.bottom),
        Rect(rect.x1, rect.top, rect.x1, rect.bottom),
    )


def _tables(
    across: list[Rect], down: list[Rect], words: Sequence[Word], *, least_rows: int
) -> list[Grid]:
    level = _merged(across, upright=False)
    upright = _merged(down, upright=True)
    if len(level) + len(upright) > _MOST_LINES:
        return []
    made = []
    for rows, columns in _components(level, upright):
        grid = _grid(rows, columns, words)
        if grid and grid.height >= least_rows and _is_table(grid):
            made.append(grid)
    return [g for g in made if not any(o is not g and g.rect.within(o.rect, 1.0) for o in made)]


def _merged(lines: Iterable[Rect], *, upright: bool) -> list[Rect]:
    """Join pieces of one line that touch."""
    turned = [(r.x0, r.top, r.bottom) if upright else (r.top, r.x0, r.x1) for r in lines]
    turned.sort()
    made: list[list[float]] = []
    by_place: dict[int, list[list[float]]] = {}
    for place, start, end in turned:
        joined = False
        for key in (int(place) - 1, int(place), int(place) + 1):
            for other in by_place.get(key, ()):
                near = abs(other[0] - place) <= 1.2
                if near and start <= other[2] + _MEET and end >= other[1] - _MEET:
                    other[1], other[2] = min(other[1], start), max(other[2], end)
                    joined = True
                    break
            if joined:
                break
        if not joined:
            one = [place, start, end]
            made.append(one)
            by_place.setdefault(int(place), []).append(one)
    if upright:
        return [Rect(p, s, p, e) for p, s, e in made if e - s >= 6]
    return [Rect(s, p, e, p) for p, s, e in made if e - s >= 10]


def _components(level: list[Rect], upright: list[Rect]) -> list[tuple[list[Rect], list[Rect]]]:
    """Group lines that meet or cross."""
    parent = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for j, v in enumerate(upright):
        for i, h in enumerate(level):
            if v.top - _MEET <= h.top <= v.bottom + _MEET and h.x0 - _MEET <= v.x0 <= h.x1 + _MEET:
                parent[root(i)] = root(len(level) + j)
    groups: dict[int, tuple[list[Rect], list[Rect]]] = {}
    for i, h in enumerate(level):
        groups.setdefault(root(i), ([], []))[0].append(h)
    for j, v in enumerate(upright):
        groups.setdefault(root(len(level) + j), ([], []))[1].append(v)
    return [group for group in groups.values() if group[0] and group[1]]


def _places(values: Iterable[float]) -> list[float]:
    made: list[list[float]] = []
    for value in sorted(values):
        if made and value - made[-1][-1] <= _SNAP:
            made[-1].append(value)
        else:
            made.append([value])
    return [sum(group) / len(group) for group in made]


def _grid(level: list[Rect], upright: list[Rect], words: Sequence[Word]) -> Grid | None:
    ys = _places(r.top for r in level)
    xs = _places(r.x0 for r in upright)
    # Tables that are open at a side end where their lines do.
    xs = _with_ends(xs, min(r.x0 for r in level), max(r.x1 for r in level))
    ys = _with_ends(ys, min(r.top for r in upright), max(r.bottom for r in upright))
    if not 2 <= len(xs) <= _MOST_SIDES or not 2 <= len(ys) <= _MOST_SIDES:
        return None
    whole = Rect(xs[0], ys[0], xs[-1], ys[-1])
    inside = [w for w in words if whole.holds(w.middle, w.base - 0.3 * w.face.size)]
    if not inside:
        return None
    xs = _without_slits(xs, [(w.x0, w.x1) for w in inside])
    ys = _without_slits(ys, [(w.base - 0.6 * w.face.size, w.base) for w in inside])
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MOST_SLOTS:
        return None
    cells = _cells(xs, ys, level, upright)
    if cells is None:
        return None
    _fill(cells, inside, xs, ys)
    return _tightened(Grid(whole, tuple(xs), cells, len(ys) - 1))


def grid_from(level: Sequence[Rect], upright: Sequence[Rect], words: Sequence[Word]) -> Grid | None:
    """Make a table of given lines.

    Args:
        level: Lines that part its rows, its upper and lower edge among them.
        upright: Lines that part its columns, its sides among them.
        words: What may stand in it.
    """
    return _grid(_merged(level, upright=False), _merged(upright, upright=True), words)


def _with_ends(places: list[float], first: float, last: float) -> list[float]:
    if not places or places[0] - first > _SLIT:
        places = [first, *places]
    if last - places[-1] > _SLIT:
        places = [*places, last]
    return places


def _without_slits(places: list[float], taken: list[tuple[float, float]]) -> list[float]:
    made = [places[0]]
    for place in places[1:]:
        middle_empty = not any(made[-1] - 1 < (a + b) / 2 < place + 1 for a, b in taken)
        if place - made[-1] < _SLIT and middle_empty:
            if place == places[-1] and len(made) > 1:
                made[-1] = place
            continue
        made.append(place)
    return made


def _cells(
    xs: list[float], ys: list[float], level: list[Rect], upright: list[Rect]
) -> list[GridCell] | None:
    """Join the slots of the grid that no line parts; nothing where that makes no table."""
    high, wide = len(ys) - 1, len(xs) - 1
    parent = list(range(high * wide))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    for r in range(high):
        for c in range(wide):
            here = root(r * wide + c)
            if c + 1 < wide and not _covered(
                [(v.top, v.bottom) for v in upright if abs(v.x0 - xs[c + 1]) <= _SLIT / 2],
                ys[r],
                ys[r + 1],
            ):
                parent[root(r * wide + c + 1)] = here
                here = root(here)
            if r + 1 < high and not _covered(
                [(h.x0, h.x1) for h in level if abs(h.top - ys[r + 1]) <= _SLIT / 2],
                xs[c],
                xs[c + 1],
            ):
                parent[root((r + 1) * wide + c)] = here
    groups: dict[int, list[tuple[int, int]]] = {}
    for r in range(high):
        for c in range(wide):
            groups.setdefault(root(r * wide + c), []).append((r, c))
    made = []
    for slots in groups.values():
        boxes = _boxes(slots)
        if len(boxes) > 1 and len(slots) > _ANGLED * high * wide:
            return None  # a box with something in a corner
        for r0, c0, r1, c1 in boxes:
            rect = Rect(xs[c0], ys[r0], xs[c1 + 1], ys[r1 + 1])
            made.append(GridCell(r0, c0, r1 - r0 + 1, c1 - c0 + 1, rect))
    return sorted(made, key=lambda cell: (cell.row, cell.column))


def _boxes(slots: list[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """A group of slots as one box, or row by row where it is none."""
    rows = [r for r, _ in slots]
    columns = [c for _, c in slots]
    r0, r1, c0, c1 = min(rows), max(rows), min(columns), max(columns)
    if (r1 - r0 + 1) * (c1 - c0 + 1) == len(slots):
        return [(r0, c0, r1, c1)]
    made = []
    for r in sorted(set(rows)):
        across = sorted(c for row, c in slots if row == r)
        start = across[0]
        for one, two in zip(across, [*across[1:], None], strict=True):
            if two is None or two != one + 1:
                made.append((r, start, r, one))
                start = two if two is not None else one
    return made


def _covered(pieces: list[tuple[float, float]], start: float, end: float) -> bool:
    total = 0.0
    at = start
    for first, last in sorted(pieces):
        first, last = max(first, at), min(last, end)
        if last > first:
            total += last - first
            at = last
    return total >= _COVERS * (end - start)


def _fill(cells: list[GridCell], words: list[Word], xs: list[float], ys: list[float]) -> None:
    slots: dict[tuple[int, int], GridCell] = {}
    for cell in cells:
        for r in range(cell.row, cell.row + cell.rows):
            for c in range(cell.column, cell.column + cell.columns):
                slots[r, c] = cell
    for word in words:
        r = _slot(ys, word.base - 0.3 * word.face.size)
        c = _slot(xs, word.middle)
        if (found := slots.get((r, c))) is not None:
            found.words.append(word)


def _slot(places: list[float], value: float) -> int:
    for number in range(len(places) - 1):
        if value <= places[number + 1]:
            return number
    return len(places) - 2


def _tightened(grid: Grid) -> Grid:
    """Drop rows and columns that nothing begins in: they only come of lines that do not matter."""
    rows = sorted({cell.row for cell in grid.cells})
    columns = sorted({cell.column for cell in grid.cells})
    row_at = {row: number for number, row in enumerate(rows)}
    column_at = {column: number for number, column in enumerate(columns)}
    for cell in grid.cells:
        last_row = max(n for r, n in row_at.items() if r < cell.row + cell.rows)
        last_column = max(n for c, n in column_at.items() if c < cell.column + cell.columns)
        cell.row, cell.column = row_at[cell.row], column_at[cell.column]
        cell.rows, cell.columns = last_row - cell.row + 1, last_column - cell.column + 1
    xs = (*(grid.xs[column] for column in columns), grid.xs[-1])
    return Grid(grid.rect, xs, grid.cells, len(rows), grid.ruled)


def _is_table(grid: Grid) -> bool:
    """Tell a table from a box, a chart or a picture made of lines."""
    filled = [cell for cell in grid.cells if cell.words]
    if grid.width < 2 or len(filled) < 2:
        return False
    if len(filled) < _FILLED * len(grid.cells):
        return False
    return len({cell.column for cell in filled}) > 1
