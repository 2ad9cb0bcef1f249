"""Lines, boxes and pictures that are drawn on a PDF page."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

import pypdfium2.raw as pdfium

from .glyphs import Turned

#: Most drawn things of a page that are looked at; maps and charts have more.
MOST_DRAWN: Final = 12_000
#: Most things of a page, words among them, that are looked through for drawn ones.
MOST_LISTED: Final = 40_000
#: Most of them over all pages of a file.
MOST_OF_FILE: Final = 120_000
_MOST_DOTS: Final = 400
_MOST_POINTS: Final = 400
_DEEPEST: Final = 4
#: A box thinner than this is a line.
THIN: Final = 3.0
_SHORTEST: Final = 4.0
_NEARLY_WHITE: Final = 250
_CLEAR: Final = 8

_Matrix = tuple[float, float, float, float, float, float]
_SAME: Final[_Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; distances are points from the top left corner of the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Return how wide it is."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Return how high it is."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Return width times height."""
        return max(self.width, 0.0) * max(self.height, 0.0)

    def holds(self, x: float, y: float, room: float = 0.0) -> bool:
        """Tell whether a point lies inside."""
        return self.x0 - room <= x <= self.x1 + room and self.top - room <= y <= self.bottom + room

    def within(self, other: Rect, room: float = 1.0) -> bool:
        """Tell whether it lies inside another."""
        return (
            self.x0 >= other.x0 - room
            and self.x1 <= other.x1 + room
            and self.top >= other.top - room
            and self.bottom <= other.bottom + room
        )


@dataclass(frozen=True, slots=True)
class Fill:
    """A rectangle filled with a colour that can be told from paper."""

    rect: Rect
    colour: int


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page besides its words.

    Args:
        across: Level lines as rectangles of no height.
        down: Upright lines as rectangles of no width.
        fills: Coloured boxes.
        frames: Boxes with a line around them.
        pictures: Where pictures stand.
        dots: Small round or square shapes, with which bullets are drawn.
        paths: How many shapes there are.
        cut: Whether there were more things than are looked at.
    """

    across: list[Rect] = field(default_factory=list)
    down: list[Rect] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    frames: list[Rect] = field(default_factory=list)
    pictures: list[Rect] = field(default_factory=list)
    dots: list[Rect] = field(default_factory=list)
    paths: int = 0
    cut: bool = False


def drawn_on(page: Any, view: Turned, most: int = MOST_DRAWN) -> Drawn:
    """Find the lines, boxes and pictures of a page.

    Args:
        page: The engine's page.
        view: How it is turned.
        most: Most things that are looked at.
    """
    found = _Finder(view, min(most, MOST_DRAWN))
    for number in range(min(pdfium.FPDFPage_CountObjects(page), MOST_LISTED)):
        found.take(pdfium.FPDFPage_GetObject(page, number), _SAME, 0)
    found.drawn.cut = found.left <= 0
    if len(found.drawn.dots) > _MOST_DOTS:
        found.drawn.dots = []  # a map or a pattern
    return found.drawn


class _Finder:
    def __init__(self, view: Turned, most: int) -> None:
        self.view = view
        self.drawn = Drawn()
        self.left = most

    def take(self, item: Any, matrix: _Matrix, depth: int) -> None:
        """Look at one thing on the page, and at what is inside it."""
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT or self.left <= 0:
            return
        self.left -= 1
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self.drawn.paths += 1
            if _is_dot(item):
                return  # dotted lines are drawn dot by dot
            self._path(item, _times(_matrix_of(item), matrix))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            place = self._bounds(item, matrix)
            if place:
                self.drawn.pictures.append(place)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _times(_matrix_of(item), matrix)
            for number in range(min(pdfium.FPDFFormObj_CountObjects(item), self.left)):
                self.take(pdfium.FPDFFormObj_GetObject(item, number), inner, depth + 1)

    def _bounds(self, item: Any, matrix: _Matrix) -> Rect | None:
        sides = [ctypes.c_float() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetBounds(item, *sides):
            return None
        left, bottom, right, top = (side.value for side in sides)
        return self._rect([_moved(left, bottom, matrix), _moved(right, top, matrix)])

    def _rect(self, points: list[tuple[float, float]]) -> Rect | None:
        seen = [self.view.point(x, y) for x, y in points]
        x0, x1 = min(x for x, _ in seen), max(x for x, _ in seen)
        top, bottom = min(y for _, y in seen), max(y for _, y in seen)
        x0, x1 = max(x0, 0.0), min(x1, self.view.width)
        top, bottom = max(top, 0.0), min(bottom, self.view.height)
        return Rect(x0, top, x1, bottom) if x1 >= x0 and bottom >= top else None

    def _path(self, item: Any, matrix: _Matrix) -> None:
        filled = ctypes.c_int()
        stroked = ctypes.c_int()
        if not pdfium.FPDFPath_GetDrawMode(item, filled, stroked):
            return
        count = pdfium.FPDFPath_CountSegments(item)
        colour = _colour(item, stroke=not filled.value)
        if colour is None or count > _MOST_POINTS:
            return
        for points, curved, closed in _parts(item, count, matrix):
            place = self._rect(points)
            if place is None:
                continue
            if _is_bullet(place) and filled.value and not _faint(colour):
                self.drawn.dots.append(place)
                continue
            if place.height <= THIN or place.width <= THIN:
                self._line(place, faint=_faint(colour) and bool(filled.value))
                continue
            square = curved or _is_box(points)
            if filled.value and square and not _faint(colour):
                self.drawn.fills.append(Fill(place, colour))
            if stroked.value and not _faint(_colour(item, stroke=True) or 0):
                if square and (closed or len(points) > 4):
                    self.drawn.frames.append(place)
                elif not curved:
                    self._strokes(points, closed)

    def _line(self, place: Rect, *, faint: bool) -> None:
        if faint:
            return
        if place.width >= place.height and place.width >= _SHORTEST:
            middle = (place.top + place.bottom) / 2
            self.drawn.across.append(Rect(place.x0, middle, place.x1, middle))
        elif place.height > place.width and place.height >= _SHORTEST:
            middle = (place.x0 + place.x1) / 2
            self.drawn.down.append(Rect(middle, place.top, middle, place.bottom))

    def _strokes(self, points: list[tuple[float, float]], closed: bool) -> None:
        follow = [*points[1:], points[0]] if closed else points[1:]
        for one, two in zip(points, follow, strict=False):
            place = self._rect([one, two])
            if place and (place.height <= 0.5 or place.width <= 0.5):
                self._line(place, faint=False)


def _parts(
    item: Any, count: int, matrix: _Matrix
) -> list[tuple[list[tuple[float, float]], bool, bool]]:
    """The strokes of a path: points, whether any is curved, whether it closes."""
    made: list[tuple[list[tuple[float, float]], bool, bool]] = []
    points: list[tuple[float, float]] = []
    curved = closed = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, number)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            made.append((points, curved, closed))
            points, curved, closed = [], False, False
        points.append(_moved(x.value, y.value, matrix))
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        closed = closed or bool(pdfium.FPDFPathSegment_GetClose(segment))
    if points:
        made.append((points, curved, closed))
    return made


def _is_bullet(place: Rect) -> bool:
    wide, high = place.width, place.height
    return 2.0 <= wide <= 9.0 and 2.0 <= high <= 9.0 and 0.7 <= wide / high <= 1.4


def _is_dot(item: Any) -> bool:
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *sides):
        return True
    left, bottom, right, top = (side.value for side in sides)
    return right - left < 2.0 and top - bottom < 2.0 and right > left


def _is_box(points: list[tuple[float, float]]) -> bool:
    if not 4 <= len(points) <= 6:
        return False
    xs = {round(x, 0) for x, _ in points}
    ys = {round(y, 0) for _, y in points}
    return (
        len(xs) <= 3
        and len(ys) <= 3
        and all(abs(a[0] - b[0]) < 1.0 or abs(a[1] - b[1]) < 1.0 for a, b in pairwise(points))
    )


def _colour(item: Any, *, stroke: bool) -> int | None:
    """Colour of a shape, nothing where it can be seen through."""
    parts = [ctypes.c_uint() for _ in range(4)]
    get = pdfium.FPDFPageObj_GetStrokeColor if stroke else pdfium.FPDFPageObj_GetFillColor
    if not get(item, *parts):
        return 0
    red, green, blue, alpha = (part.value for part in parts)
    return None if alpha < _CLEAR else red << 16 | green << 8 | blue


def _faint(colour: int) -> bool:
    return all(colour >> shift & 255 >= _NEARLY_WHITE for shift in (16, 8, 0))


def _matrix_of(item: Any) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return _SAME
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(one: _Matrix, two: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _moved(x: float, y: float, matrix: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
