"""Draws boxes in layers from left to right, with lines between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

from matplotlib.path import Path

from cjgraph.pictures._colours import FAULT, INK, JUDGED, PAPER, SOFT
from cjgraph.pictures._sheet import LEADING, MARGIN, Sheet
from cjgraph.pictures._wording import wrapped

_MOVE, _LINE, _CURVE, _CLOSE = map(int, (Path.MOVETO, Path.LINETO, Path.CURVE4, Path.CLOSEPOLY))
_SIZE: Final = 8.5
_PAD: Final = 5.0
_BETWEEN: Final = 9.0
_SWEEPS: Final = 6
_GAP: Final = 28.0
_NARROW: Final = 104.0
_WIDE: Final = 236.0

Style = Literal["plain", "start", "judged", "break"]


@dataclass(frozen=True, slots=True)
class LayerBox:
    """A box.

    Args:
        key: What it is known by.
        layer: The layer that it stands in.
        heading: Bold words above its text, or nothing.
        text: Its words.
        style: How it is drawn.
    """

    key: str
    layer: int
    heading: str
    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class LayerLink:
    """A line from one box to another further right.

    Args:
        source: Key of the box where it begins.
        target: Key of the box where it ends.
        style: How it is drawn.
    """

    source: str
    target: str
    style: Style = "plain"


@dataclass(slots=True)
class _Place:
    """A box, or the way of a line through a layer."""

    key: str
    layer: int
    box: LayerBox | None
    lines: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    y: float = 0.0
    height: float = 6.0

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def width_for(layers: int) -> float:
    """Return the width of a sheet that holds so many layers.

    Args:
        layers: How many.
    """
    return max(842.0, 2 * MARGIN + layers * _NARROW + (layers - 1) * _GAP)


def draw_layers(
    sheet: Sheet,
    names: Mapping[int, str],
    boxes: Sequence[LayerBox],
    links: Sequence[LayerLink],
    *,
    notes: Mapping[int, str] | None = None,
) -> None:
    """Draw boxes and lines across the sheet.

    Args:
        sheet: The sheet.
        names: The name of each layer.
        boxes: The boxes, each layer in the order in which it is to begin.
        links: The lines; those from right to left are left out.
        notes: What is said below a layer.
    """
    used = sorted({box.layer for box in boxes})
    rank = {layer: at for at, layer in enumerate(used)}
    across = (sheet.inner - (len(used) - 1) * _GAP) / len(used)
    across = max(_NARROW, min(_WIDE, across))
    places = {box.key: _placed(box, rank[box.layer], across) for box in boxes}
    columns: list[list[_Place]] = [[] for _ in used]
    for box in boxes:
        columns[rank[box.layer]].append(places[box.key])
    ways = _ways(places, columns, links)
    _order(columns, ways)
    top = _heads(sheet, [names[layer] for layer in used], across)
    deepest = max(_stacked(column, top) for column in columns)
    for column in columns:
        _centred(column, top, deepest)
    lefts = [MARGIN + at * (across + _GAP) for at in range(len(used))]
    for link, way in ways:
        _connect(sheet, link, way, lefts, across)
    for column, left in zip(columns, lefts, strict=True):
        for place in column:
            if place.box:
                _draw(sheet, place, left, across)
    sheet.y = deepest + 6
    low = sheet.y
    for layer, words in (notes or {}).items():
        if layer in rank:
            lines = wrapped(words, across, _SIZE)
            ended = sheet.y + sheet.lines(
                lefts[rank[layer]], sheet.y, lines, size=_SIZE, colour=SOFT
            )
            low = max(low, ended)
    sheet.y = low + 8


def layer_legend(sheet: Sheet, styles: Sequence[tuple[Style, str]]) -> None:
    """Say what the lines mean.

    Args:
        sheet: The sheet.
        styles: A style and what it means.
    """
    for style, words in styles:
        link = LayerLink("", "", style)
        y = sheet.y + 5
        _stroke(sheet, [(MARGIN, y), (MARGIN + 34, y)], [_MOVE, _LINE], link)
        if style == "break":
            _cross(sheet, MARGIN + 17, y)
        sheet.text(MARGIN + 42, sheet.y + 8, words, size=8)
        sheet.y += 13
    sheet.y += 2


def _placed(box: LayerBox, layer: int, across: float) -> _Place:
    room = across - 2 * _PAD
    head = wrapped(box.heading, room, _SIZE, bold=True) if box.heading else []
    lines = wrapped(box.text, room, _SIZE, most=12) if box.text else []
    height = (len(head) + len(lines)) * _SIZE * LEADING + 2 * _PAD
    return _Place(box.key, layer, box, lines, head, height=height)


def _ways(
    places: dict[str, _Place], columns: list[list[_Place]], links: Sequence[LayerLink]
) -> list[tuple[LayerLink, list[_Place]]]:
    """Return each line with the places it goes through, one in every layer between."""
    ways = []
    for link in links:
        source, target = places.get(link.source), places.get(link.target)
        if source is None or target is None or source.layer >= target.layer:
            continue
        way = [source]
        for layer in range(source.layer + 1, target.layer):
            through = _Place(f"{link.source} {link.target} {layer}", layer, None)
            columns[layer].append(through)
            way.append(through)
        ways.append((link, [*way, target]))
    return ways


def _order(columns: list[list[_Place]], ways: list[tuple[LayerLink, list[_Place]]]) -> None:
    """Order each layer by the middle of its neighbours, so that few lines cross."""
    left: dict[str, list[_Place]] = {}
    right: dict[str, list[_Place]] = {}
    for _, way in ways:
        for before, after in pairwise(way):
            right.setdefault(before.key, []).append(after)
            left.setdefault(after.key, []).append(before)
    for sweep in range(_SWEEPS):
        forward = sweep % 2 == 0
        beside = left if forward else right
        for column in columns if forward else reversed(columns):
            at = {p.key: i / max(1, len(c) - 1) for c in columns for i, p in enumerate(c)}
            sums = {
                p.key: sum(at[n.key] for n in near) / len(near)
                if (near := beside.get(p.key))
                else at[p.key]
                for p in column
            }
            column.sort(key=lambda place: sums[place.key])


def _heads(sheet: Sheet, names: Sequence[str], across: float) -> float:
    broken = [wrapped(name, across, 8.5, bold=True) for name in names]
    deep = max(len(lines) for lines in broken) * 8.5 * LEADING
    for at, lines in enumerate(broken):
        down = sheet.y + deep - len(lines) * 8.5 * LEADING
        sheet.lines(MARGIN + at * (across + _GAP), down, lines, size=8.5, bold=True)
    return sheet.y + deep + 8


def _stacked(column: Sequence[_Place], top: float) -> float:
    return top + sum(place.height + _BETWEEN for place in column) - _BETWEEN


def _centred(column: Sequence[_Place], top: float, deepest: float) -> None:
    y = top + (deepest - _stacked(column, top)) / 2
    for place in column:
        place.y = y
        y += place.height + _BETWEEN


def _connect(
    sheet: Sheet, link: LayerLink, way: Sequence[_Place], lefts: Sequence[float], across: float
) -> None:
    x, y = lefts[way[0].layer] + across, way[0].middle
    points: list[tuple[float, float]] = [(x, y)]
    codes: list[int] = [_MOVE]
    for place in way[1:]:
        left, middle = lefts[place.layer], place.middle
        half = (left - x) / 2
        points += [(x + half, y), (left - half, middle), (left, middle)]
        codes += [_CURVE] * 3
        x, y = left, middle
        if place.box is None:
            x = left + across
            points.append((x, y))
            codes.append(_LINE)
    _stroke(sheet, points, codes, link)
    if link.style == "break":
        start = lefts[way[0].layer] + across
        _cross(sheet, (start + lefts[way[1].layer]) / 2, (way[0].middle + way[1].middle) / 2)


def _stroke(
    sheet: Sheet, points: Sequence[tuple[float, float]], codes: Sequence[int], link: LayerLink
) -> None:
    dashes = {"judged": (5.0, 3.0), "break": (1.5, 2.0)}.get(link.style, ())
    colour = {"judged": JUDGED, "break": FAULT}.get(link.style, SOFT)
    sheet.path(points, codes, colour=colour, line=1.2, dashes=dashes)


def _cross(sheet: Sheet, x: float, y: float) -> None:
    codes = [_MOVE, _LINE, _MOVE, _LINE]
    points = [(x - 4, y - 4), (x + 4, y + 4), (x - 4, y + 4), (x + 4, y - 4)]
    sheet.path(points, codes, colour=FAULT, line=2.2, order=4)


def _draw(sheet: Sheet, place: _Place, left: float, across: float) -> None:
    box = place.box
    assert box is not None  # noqa: S101 - only boxes are drawn
    edge = {"judged": JUDGED, "break": FAULT}.get(box.style, INK)
    if box.style == "break":
        _notched(sheet, left, place.y, across, place.height)
    else:
        line = 2.4 if box.style == "start" else 0.9
        sheet.box(
            left,
            place.y,
            across,
            place.height,
            fill="#e8f1f8" if box.style == "start" else PAPER,
            edge=edge,
            line=line,
            dashed=box.style == "judged",
        )
    y = place.y + _PAD
    y += sheet.lines(left + _PAD, y, place.head, size=_SIZE, bold=True, colour=edge)
    sheet.lines(left + _PAD, y, place.lines, size=_SIZE)


def _notched(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    """Draw a box with cut corners."""
    cut = 7.0
    corners = [
        (x + cut, y), (x + width - cut, y), (x + width, y + cut), (x + width, y + height - cut),
        (x + width - cut, y + height), (x + cut, y + height), (x, y + height - cut), (x, y + cut),
    ]  # fmt: skip
    codes = [_MOVE, *[_LINE] * (len(corners) - 1), _CLOSE]
    sheet.path([*corners, corners[0]], codes, colour=FAULT, line=1.6, fill=PAPER, order=2)
