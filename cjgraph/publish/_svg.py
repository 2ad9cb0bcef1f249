"""Draws boxes and labelled arrows in rows and columns as SVG.

The picture needs no font, script or style of its own, prints in black and white, and
carries a title and a description for those who don't see it.

Source: SVG 2, W3C Candidate Recommendation; WCAG 2.2, success criterion 1.1.1.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Final
from xml.sax.saxutils import escape

_SKELETON: Final = Path(__file__).with_name("picture.svg")
#: Measures in user units, which are CSS pixels at full size.
_WIDTH, _MARGIN, _BOX_WIDTH, _BOX_HEIGHT, _ROW = 960, 16, 220, 54, 112
_COLUMN_STARTS: Final = (_MARGIN, 354, _WIDTH - _MARGIN - _BOX_WIDTH)
_INK, _BLUE, _PALE, _GREY = "#1a1a1a", "#002d54", "#e6eef6", "#595959"
_TEXT: Final = 'font-family="system-ui, sans-serif"'


@dataclass(frozen=True, slots=True)
class Box:
    """A class in the picture.

    Args:
        name: Its local name.
        label: What it is called.
        column: 0 left, 1 middle, 2 right.
        row: Counted upwards; may be negative.
        main: Whether it is on the thread itself.
        dashed: Whether it is reached by judgement only.
    """

    name: str
    label: str
    column: int
    row: int
    main: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a box lies: its left and top edge, in user units."""

    x: float
    y: float

    @property
    def centre(self) -> float:
        return self.x + _BOX_WIDTH / 2

    @property
    def right(self) -> float:
        return self.x + _BOX_WIDTH

    @property
    def middle(self) -> float:
        return self.y + _BOX_HEIGHT / 2

    @property
    def bottom(self) -> float:
        return self.y + _BOX_HEIGHT


def draw(
    boxes: Sequence[Box],
    arrows: Iterable[tuple[str, str, str, bool]],
    *,
    title: str,
    description: str,
) -> bytes:
    """Draw a picture.

    Args:
        boxes: The boxes.
        arrows: Start, end, label, and whether it is dashed.
        title: The title of the picture.
        description: The picture in words.
    """
    top = max(box.row for box in boxes)
    height = 2 * _MARGIN + (top - min(box.row for box in boxes)) * _ROW + _BOX_HEIGHT
    places = {
        box.name: _Place(_COLUMN_STARTS[box.column], _MARGIN + (top - box.row) * _ROW)
        for box in boxes
    }
    rows = {box.name: box.row for box in boxes}
    lines, labels = [], []
    for start, end, label, dashed in arrows:
        line, text = _arrow(places[start], places[end], rows[end] - rows[start], label, dashed)
        lines.append(line)
        labels.append(text)
    content = [*lines, *(_box(box, places[box.name]) for box in boxes), *labels]
    return (
        Template(_SKELETON.read_text(encoding="utf-8"))
        .substitute(
            width=_WIDTH,
            height=height,
            title=escape(title),
            description=escape(description),
            ink=_INK,
            content="\n".join(content),
        )
        .encode()
    )


def _box(box: Box, place: _Place) -> str:
    fill, edge = (_PALE, _BLUE) if box.main else ("#ffffff", _GREY)
    dashes = ' stroke-dasharray="6 4"' if box.dashed else ""
    label = box.label[:1].upper() + box.label[1:]
    return (
        f'<rect x="{place.x:g}" y="{place.y:g}" width="{_BOX_WIDTH}" height="{_BOX_HEIGHT}" rx="6"'
        f' fill="{fill}" stroke="{edge}" stroke-width="2"{dashes}/>'
        f'<text x="{place.centre:g}" y="{place.y + 24:g}" text-anchor="middle" {_TEXT}'
        f' font-size="{15 if len(label) < 24 else 13}" font-weight="600" fill="{_INK}">'
        f"{escape(label)}</text>"
        f'<text x="{place.centre:g}" y="{place.y + 42:g}" text-anchor="middle" {_TEXT}'
        f' font-size="12" fill="{_GREY}">cj:{escape(box.name)}</text>'
    )


def _arrow(start: _Place, end: _Place, rise: int, label: str, dashed: bool) -> tuple[str, str]:
    """Return the line and its label.

    Args:
        start: The box it leaves.
        end: The box it reaches.
        rise: Rows that it rises; negative where it falls.
        label: Its label.
        dashed: Whether it is dashed.
    """
    if start.x == end.x and abs(rise) == 1:
        y1, y2 = (start.y, end.bottom) if rise > 0 else (start.bottom, end.y)
        path = f"M{start.centre:g} {y1:g}V{y2:g}"
        text = _label(start.centre + 8, (y1 + y2) / 2, label, "start", 20)
    elif start.x == end.x:
        # A step past a row goes round it: on the left of the thread, on the right of the evidence.
        side = -1 if start.x < _COLUMN_STARTS[2] else 0
        x = start.x if side else start.centre
        y1, y2 = (
            (start.middle - 8, end.middle + 8)
            if side
            else ((start.y, end.bottom) if rise > 0 else (start.bottom, end.y))
        )
        reach = x + side * 62
        path = f"M{x:g} {y1:g}C{reach:g} {y1:g} {reach:g} {y2:g} {x:g} {y2:g}"
        anchor = "end" if side else "start"
        text = _label(x + side * 54 + (0 if side else 8), (y1 + y2) / 2, label, anchor, 16)
    else:
        shift = 14 * ((rise < 0) - (rise > 0))
        rightwards = end.x > start.x
        x1, x2 = (start.right, end.x) if rightwards else (start.x, end.right)
        y1, y2 = start.middle + shift, end.middle - shift
        path = f"M{x1:g} {y1:g}L{x2:g} {y2:g}"
        # Long slopes have their label at the outer end, clear of the boxes of the thread.
        outer = 0.62 if start.x == _COLUMN_STARTS[1] else 0.38
        part = 0.5 if abs(rise) < 2 else outer
        lift = -10 if rise == 0 else 0
        x, y = x1 + (x2 - x1) * part, y1 + (y2 - y1) * part + lift
        text = _label(x, y, label, "middle", 18)
    dashes = ' stroke-dasharray="6 4"' if dashed else ""
    line = (
        f'<path d="{path}" fill="none" stroke="{_INK}" stroke-width="1.6"{dashes}'
        ' marker-end="url(#head)"/>'
    )
    return line, text


def _label(x: float, y: float, label: str, anchor: str, width: int) -> str:
    lines = textwrap.wrap(label, width)
    first = y + 4 - 7.5 * (len(lines) - 1)
    spans = "".join(
        f'<tspan x="{x:g}" y="{first + 15 * place:g}">{escape(line)}</tspan>'
        for place, line in enumerate(lines)
    )
    return (
        f'<text text-anchor="{anchor}" {_TEXT} font-size="12.5" fill="{_INK}" stroke="#ffffff"'
        f' stroke-width="4" stroke-linejoin="round" paint-order="stroke">{spans}</text>'
    )
