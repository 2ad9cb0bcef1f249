"""Reading order: boxes, columns and bands of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from .aligned import aligned_grids
from .flow import is_mark
from .grid import Grid
from .lines import Line
from .strokes import Drawn, Rect

#: Least width of the white strip that parts two columns, in points.
_GUTTER: Final = 7.0
_LARGEST_BOX: Final = 0.75
_DEEPEST: Final = 8
#: Farthest that a bullet stands from its words, in parts of the type size.
_MARK_GAP: Final = 3.6
#: White space between the first lines of columns that begin unevenly, in parts of the type size.
_BEGUN: Final = 0.8
_PROSE_LINES: Final = 5
_BADGE: Final = 6
_MOST_BOXES: Final = 200
#: A shaded strip lower than this, in lines, that holds pieces side by side is a row.
_ROW_HIGH: Final = 5.5
#: A page wider than this, in parts of its height, may show two pages side by side.
_SPREAD: Final = 1.25


@dataclass(slots=True)
class Box:
    """A coloured or framed box with what stands in it."""

    rect: Rect
    lines: list[Line] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    colour: int = 0xFFFFFF
    framed: bool = False


@dataclass(slots=True)
class Column:
    """Lines that follow each other in one column or box.

    Args:
        lines: From the top down.
        right: Where the column ends.
        boxed: Whether it stands in a coloured or framed box.
    """

    lines: list[Line]
    right: float
    boxed: bool = False


Item = Line | Grid | Box
Piece = Column | Grid


def boxes_of(drawn: Drawn, lines: Sequence[Line], grids: Sequence[Grid], page: Rect) -> Box:
    """Put what stands on a page into its boxes.

    Args:
        drawn: What is drawn on the page.
        lines: Its lines outside tables.
        grids: Its tables.
        page: The page.

    Returns:
        The page as a box.
    """
    root = Box(page)
    rects = [(fill.rect, fill.colour, False) for fill in drawn.fills]
    rects += [(frame, 0xFFFFFF, True) for frame in drawn.frames]
    made: list[Box] = []
    for rect, colour, framed in sorted(rects, key=lambda one: -one[0].area)[:_MOST_BOXES]:
        if rect.area > _LARGEST_BOX * page.area or rect.width < 40 or rect.height < 20:
            continue
        if any(rect.within(grid.rect, 2.0) for grid in grids):
            continue
        twin = next((box for box in made if _alike(box.rect, rect)), None)
        if twin:
            twin.framed = twin.framed or framed
            continue
        inside = [line for line in lines if _in(line, rect)]
        tables = [grid for grid in grids if grid.rect.within(rect, 2.0)]
        if len(inside) + 2 * len(tables) < 2:
            continue
        if any(_crosses(line, rect) for line in lines) or _is_row(inside, rect):
            continue
        made.append(Box(rect, colour=colour, framed=framed))
    for number, box in enumerate(made):
        above = [one for one in made[:number] if box.rect.within(one.rect, 2.0)]
        (above[-1] if above else root).boxes.append(box)
    for line in lines:
        _owner(made, root, line.rect).lines.append(line)
    for grid in grids:
        _owner(made, root, grid.rect).grids.append(grid)
    return root


def _is_row(lines: Sequence[Line], rect: Rect) -> bool:
    """Tell the shading of a row of a table from a box."""
    if not lines or rect.height > _ROW_HIGH * max(line.size for line in lines):
        return False
    return any(
        abs(one.base - two.base) < 1.0 and two.x0 - one.x1 >= _GUTTER
        for one in lines
        for two in lines
    )


def _owner(boxes: list[Box], root: Box, rect: Rect) -> Box:
    x, y = (rect.x0 + rect.x1) / 2, (rect.top + rect.bottom) / 2
    holding = [box for box in boxes if box.rect.holds(x, y)]
    return holding[-1] if holding else root


def _alike(one: Rect, two: Rect) -> bool:
    return one.within(two, 4.0) and two.within(one, 4.0)


def _in(line: Line, rect: Rect) -> bool:
    return line.rect.within(rect, 3.0)


def _crosses(line: Line, rect: Rect) -> bool:
    place = line.rect
    y = (place.top + place.bottom) / 2
    if not rect.top < y < rect.bottom:
        return False
    shared = min(place.x1, rect.x1) - max(place.x0, rect.x0)
    return 5.0 < shared < place.width - 5.0


def in_order(box: Box, drawn: Drawn, *, depth: int = 0, usual: float = 0.0) -> list[Piece]:
    """Return what stands in a box in reading order.

    Args:
        box: The page or a box on it.
        drawn: What is drawn on the page.
        depth: How many boxes it stands in.
        usual: Where the lines of the document's pages end.
    """
    items: list[Item] = [*box.lines, *box.grids, *box.boxes]
    if not depth and (halves := _halves(items, box.rect)):
        made: list[Piece] = []
        for half in halves:
            edge = max((_rect(item).x1 for item in half), default=0.0)
            made.extend(_Order(drawn).pieces(half, edge, boxed=False, depth=1))
        return made
    inner = max((line.x1 for line in box.lines), default=box.rect.x1)
    left = min((line.x0 for line in box.lines), default=box.rect.x0)
    inset = left - box.rect.x0
    right = max(inner, box.rect.x1 - inset - 2.0 if depth else min(usual, box.rect.x1 - inset))
    return _Order(drawn).pieces(items, right, boxed=depth > 0, depth=depth)


def _halves(items: Sequence[Item], page: Rect) -> list[list[Item]]:
    """The two pages of a sheet that shows them side by side, or nothing."""
    if page.width < _SPREAD * page.height:
        return []
    middle, room = page.width / 2, 0.02 * page.width
    if any(_rect(i).x0 < middle + room and _rect(i).x1 > middle - room for i in items):
        return []
    halves = [
        [item for item in items if _rect(item).x1 <= middle],
        [item for item in items if _rect(item).x0 >= middle],
    ]
    left, right = ([item for item in half if isinstance(item, Line)] for half in halves)
    if min(len(left), len(right)) < _PROSE_LINES:
        return []
    level = sum(any(abs(a.base - b.base) < 1.0 for b in right) for a in left)
    prose = any(_is_prose(half) for half in halves)
    return halves if prose or level < 0.6 * len(left) else []


def _rect(item: Item) -> Rect:
    return item.rect


class _Order:
    def __init__(self, drawn: Drawn) -> None:
        self.drawn = drawn

    def pieces(
        self, items: Sequence[Item], right: float, *, boxed: bool, depth: int
    ) -> list[Piece]:
        """Put things in reading order: bands from the top down, columns from left to right."""
        made: list[Piece] = []
        pending: list[Item] = []
        for group, gutters in [*_groups(_bands(items)), ([], [])]:
            columns = _columns(group, gutters) if gutters and depth < _DEEPEST else []
            if group and not (columns and all(_is_prose(column) for column in columns)):
                pending.extend(group)
                continue
            made.extend(self._mixed(pending, right, boxed=boxed, depth=depth))
            pending = []
            for column in columns:
                edge = max(_rect(item).x1 for item in column)
                made.extend(self.pieces(column, edge, boxed=boxed, depth=depth + 1))
        return made

    def _mixed(
        self, items: Sequence[Item], right: float, *, boxed: bool, depth: int
    ) -> list[Piece]:
        """Order what is not set in columns of running text; it may hold tables."""
        lines = [item for item in items if isinstance(item, Line)]
        grids, rest = aligned_grids(lines, self.drawn)
        others = [item for item in items if not isinstance(item, Line)]
        made: list[Piece] = []
        for group, gutters in _groups(_bands([*with_marks(rest), *others, *grids])):
            if gutters and depth < _DEEPEST:
                for column in _badge_first(_columns(group, gutters)):
                    edge = max(_rect(item).x1 for item in column)
                    made.extend(self.pieces(column, edge, boxed=boxed, depth=depth + 1))
                continue
            for item in sorted(group, key=lambda one: (_rect(one).top, _rect(one).x0)):
                if isinstance(item, Grid):
                    made.append(item)
                elif isinstance(item, Box):
                    made.extend(in_order(item, self.drawn, depth=depth + 1))
                elif made and isinstance(made[-1], Column) and made[-1].right == right:
                    made[-1].lines.append(item)
                else:
                    made.append(Column([item], right, boxed))
        return made


def _is_prose(column: Sequence[Item]) -> bool:
    """Tell a column of running text from a column of a table."""
    lines = [item for item in column if isinstance(item, Line)]
    if len(lines) < _PROSE_LINES:
        return any(not isinstance(item, Line) for item in column)
    wide = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    full = sum(line.x1 - line.x0 > 0.6 * wide for line in lines)
    words = sum(len(line.words) for line in lines)
    return full >= 0.45 * len(lines) and words >= 4.2 * len(lines)


def _badge_first(columns: list[list[Item]]) -> list[list[Item]]:
    """Put a short mark in the corner of a box before the words that it marks."""
    last = columns[-1]
    if len(columns) == 2 and len(last) == 1 and isinstance(last[0], Line):
        short = len(last[0].text) <= _BADGE and any(c.isdigit() for c in last[0].text)
        if short and last[0].top <= min(_rect(item).top for item in columns[0]) + last[0].size:
            return [last, columns[0]]
    return columns


def with_marks(lines: Sequence[Line]) -> list[Line]:
    """Join bullets and numbers to the words that they mark."""
    made: list[Line] = []
    for line in sorted(lines, key=lambda one: (round(one.base), one.x0)):
        last = made[-1] if made else None
        if (
            last is not None
            and len(last.words) == 1
            and is_mark(last.words[0].text)
            and abs(last.base - line.base) < 0.5 * line.size
            and 0 <= line.x0 - last.x1 < _MARK_GAP * line.size
        ):
            made[-1] = Line([*last.words, *line.words])
        else:
            made.append(line)
    return made


def _bands(items: Sequence[Item]) -> list[list[Item]]:
    """Group what stands at one height."""
    made: list[list[Item]] = []
    foot = 0.0
    for item in sorted(items, key=lambda one: (_rect(one).top, _rect(one).x0)):
        rect = _rect(item)
        slack = 0.25 * item.size if isinstance(item, Line) else 1.0
        if made and rect.top < foot - slack:
            made[-1].append(item)
            foot = max(foot, rect.bottom)
        else:
            made.append([item])
            foot = rect.bottom
    return made


def _gaps(items: Sequence[Item]) -> list[tuple[float, float]]:
    """White strips between things that stand side by side."""
    made = []
    edge: float | None = None
    for rect in sorted((_rect(item) for item in items), key=lambda one: one.x0):
        if edge is not None and rect.x0 - edge >= _GUTTER:
            made.append((edge, rect.x0))
        edge = rect.x1 if edge is None else max(edge, rect.x1)
    return made


def _narrowed(
    gutters: list[tuple[float, float]], band: Sequence[Item]
) -> list[tuple[float, float]]:
    """What stays white of some strips beside a further band."""
    made = []
    for start, end in gutters:
        pieces = [(start, end)]
        for item in band:
            rect = _rect(item)
            pieces = [
                part
                for a, b in pieces
                for part in ((a, min(b, rect.x0)), (max(a, rect.x1), b))
                if part[1] - part[0] >= _GUTTER
            ]
        if pieces:
            made.append(max(pieces, key=lambda part: part[1] - part[0]))
    return made


def _groups(
    bands: list[list[Item]],
) -> list[tuple[list[Item], list[tuple[float, float]]]]:
    """Join bands that share columns.

    Returns:
        What stands in each group, and the strips that part its columns.
    """
    made: list[tuple[list[Item], list[tuple[float, float]]]] = []
    for number, band in enumerate(bands):
        gaps = _gaps(band)
        if made and made[-1][1] and not _heads_columns(band, bands[number + 1 :], made[-1]):
            group, gutters = made[-1]
            left = _narrowed(gutters, band)
            # A strip more in one band is an accident, such as a tab; one less ends the columns.
            if len(left) == len(gutters):
                group.extend(band)
                made[-1] = (group, left)
                continue
        if gaps:
            begun = _begun_right(made[-1][0], band, gaps) if made and not made[-1][1] else []
            if begun:
                above = made.pop()[0]
                if rest := [item for item in above if item not in begun]:
                    made.append((rest, []))
                gaps = _narrowed(gaps, begun)
            made.append(([*begun, *band], gaps))
        elif made and not made[-1][1]:
            made[-1][0].extend(band)
        else:
            made.append((list(band), []))
    return [(group, gutters if _both_sides(group, gutters) else []) for group, gutters in made]


def _begun_right(
    above: Sequence[Item], band: Sequence[Item], gaps: list[tuple[float, float]]
) -> list[Item]:
    """What begins the right column, where the left one begins a little lower."""
    if len(gaps) != 1:
        return []
    near: list[Item] = []
    top = min(_rect(item).top for item in band)
    for item in sorted(above, key=lambda one: -_rect(one).bottom):
        if not isinstance(item, Line) or top - item.bottom > _BEGUN * item.size:
            break
        if not _narrowed(gaps, [*near, item]):
            break
        near.append(item)
        top = min(top, item.top)
    middle = sum(gaps[0]) / 2
    right = [item.rect.top for item in near if isinstance(item, Line) and item.x0 > middle]
    return [item for item in near if right and _rect(item).top >= min(right)]


def _both_sides(group: list[Item], gutters: list[tuple[float, float]]) -> bool:
    return bool(gutters) and len(group) > 1


def _heads_columns(
    band: list[Item],
    following: list[list[Item]],
    group: tuple[list[Item], list[tuple[float, float]]],
) -> bool:
    """Tell a heading over new columns from one within the left column."""
    items, gutters = group
    if len(band) != 1 or not isinstance(band[0], Line):
        return False
    line = band[0]
    others = [item for item in items if isinstance(item, Line)]
    if not others or line.x0 > min(_rect(item).x0 for item in items) + 6.0:
        return False
    usual = sorted(other.size for other in others)[len(others) // 2]
    if line.size < 1.12 * usual and not (line.bold and not all(o.bold for o in others)):
        return False
    first = gutters[0]
    right = [item for item in items if _rect(item).x0 >= first[1] - 1.0]
    foot = max((_rect(item).bottom for item in right), default=line.top)
    resumed = [
        _rect(item).top for later in following for item in later if _rect(item).x0 >= first[1] - 1.0
    ]
    if not resumed:
        return False
    return line.top - foot > 0.5 * usual and min(resumed) > line.bottom


def _columns(items: list[Item], gutters: list[tuple[float, float]]) -> list[list[Item]]:
    made: list[list[Item]] = [[] for _ in range(len(gutters) + 1)]
    for item in items:
        rect = _rect(item)
        middle = (rect.x0 + rect.x1) / 2
        made[sum(middle > (start + end) / 2 for start, end in gutters)].append(item)
    return [column for column in made if column]
