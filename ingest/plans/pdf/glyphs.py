"""Characters of a PDF page with their places, seen as a reader sees the page."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2.raw as pdfium

#: Most characters that are taken from one page: four full pages of small print.
MOST_ON_PAGE: Final = 20_000
#: Flags of a font descriptor that say bold and italic.
_BOLD_FLAG: Final = 1 << 18
_BOLD_WEIGHT: Final = 600
_BOLD_NAME: Final = re.compile(r"bold|black|heavy|semibold|demi|-bd\b", re.IGNORECASE)
#: Smaller print is never meant to be read.
_SMALLEST: Final = 2.0
_LARGEST: Final = 400.0
#: What the engine gives for the hyphen at a line's end.
_LINE_END_HYPHENS: Final = frozenset({0x02, 0xFFFE})
_SOFT_HYPHEN: Final = 0xAD
_PRIVATE: Final = range(0xE000, 0xF900)
_SPACES: Final = frozenset({9, 0x20, 0xA0, 0x2002, 0x2003, 0x2009, 0x200B, 0x202F, 0x3000})
#: Degrees from the level or upright beyond which text is a mark across the page.
_ASKEW: Final = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """How a run of characters is set; there is one for each setting of a page.

    Args:
        size: Height of the type in points, as drawn.
        bold: Whether its font is a bold one.
        font: Name of the font, without the mark of a subset.
        colour: Its fill colour.
        angle: 0, 90, 180 or 270 as the reader sees it, -1 where it is askew.
        artifact: Whether the file itself marks it as no part of the text.
    """

    size: float
    bold: bool
    font: str
    colour: int
    angle: int
    artifact: bool = False


@dataclass(slots=True)
class Glyph:
    """One character; distances are points from the top left corner of the page.

    Args:
        text: The character.
        x0: Where it begins.
        x1: Where the next may begin.
        base: Its baseline.
        face: How it is set.
        spaced: Whether a space is written after it.
        hinted: Whether the engine takes the gap after it for a space.
    """

    text: str
    x0: float
    x1: float
    base: float
    face: Face
    spaced: bool = False
    hinted: bool = False


@dataclass(slots=True)
class Turned:
    """Where a page's own axes lie as the reader sees the page.

    Args:
        width: Width of the page as shown.
        height: Its height as shown.
        turn: Quarter turns clockwise, from 0 to 3.
        left: Left edge of the visible part, in the page's own axes.
        bottom: Its lower edge.
        right: Its right edge.
        top: Its upper edge.
    """

    width: float
    height: float
    turn: int
    left: float
    bottom: float
    right: float
    top: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point as the reader sees it, from the top left."""
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        if self.turn == 3:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


@dataclass(slots=True)
class Letters:
    """The characters of a page.

    Args:
        glyphs: Those that stand upright, in the order they were drawn.
        turned: Those that run up, down or upside down.
        bad: How many stand for nothing that can be read.
        cut: Whether there were more than are taken.
    """

    glyphs: list[Glyph] = field(default_factory=list)
    turned: list[Glyph] = field(default_factory=list)
    bad: int = 0
    cut: bool = False


def turned_page(page: Any) -> Turned:
    """Find out how a page is turned and which part of it is shown."""
    box = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPage_GetCropBox(page, *box) and not pdfium.FPDFPage_GetMediaBox(page, *box):
        turn = pdfium.FPDFPage_GetRotation(page) % 4
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        across, up = (height, width) if turn % 2 else (width, height)
        return Turned(width, height, turn, 0.0, 0.0, across, up)
    left, right = sorted((box[0].value, box[2].value))
    bottom, top = sorted((box[1].value, box[3].value))
    turn = pdfium.FPDFPage_GetRotation(page) % 4
    across, up = right - left, top - bottom
    width, height = (up, across) if turn % 2 else (across, up)
    return Turned(width, height, turn, left, bottom, right, top)


def letters_of(textpage: Any, view: Turned) -> Letters:
    """Take the characters of a page.

    Args:
        textpage: The engine's text of the page.
        view: How the page is turned.
    """
    found = Letters()
    count = pdfium.FPDFText_CountChars(textpage)
    found.cut = count > MOST_ON_PAGE
    faces = _Faces(textpage, view)
    # Looked up once: these run for each character.
    unicode_of, made_up = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_IsGenerated
    owner_of, box_of = pdfium.FPDFText_GetTextObject, pdfium.FPDFText_GetLooseCharBox
    handle, cast, address = textpage.raw, ctypes.cast, ctypes.c_void_p
    origin_of = pdfium.FPDFText_GetCharOrigin
    box = pdfium.FS_RECTF()
    across, up = ctypes.c_double(), ctypes.c_double()
    last: Glyph | None = None
    for at in range(min(count, MOST_ON_PAGE)):
        code = unicode_of(handle, at)
        if code in {10, 13}:
            continue
        if code in _SPACES:
            if last is not None:
                # Spaces that the engine makes up are only a hint; the gap must bear them out.
                if made_up(handle, at):
                    last.hinted = True
                else:
                    last.spaced = True
            continue
        owner = owner_of(handle, at)
        place = cast(owner, address).value
        if not place:
            if code in _LINE_END_HYPHENS and last is not None and last.text[-1] not in "-\xad":
                last.text += "-"
            continue
        if not box_of(handle, at, box):
            continue
        face = faces.of(place, owner, at, box)
        if not _SMALLEST <= face.size <= _LARGEST:
            continue
        text = _text_of(code)
        if not text:
            found.bad += 1
            continue
        origin_of(handle, at, across, up)
        glyph = _placed(text, box, (across.value, up.value), face, view)
        if glyph is None:
            continue
        (found.turned if face.angle else found.glyphs).append(glyph)
        last = glyph
    return found


def _text_of(code: int) -> str:
    if code in _LINE_END_HYPHENS or code == _SOFT_HYPHEN:
        return "\xad" if code == _SOFT_HYPHEN else "-"
    if code < 32 or code in {0xFFFD, 0xFFFF} or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000:
        return ""
    return chr(code) if code < 0x110000 else ""


def is_private(text: str) -> bool:
    """Tell whether a character has a meaning in its own font only."""
    return len(text) == 1 and ord(text) in _PRIVATE


def _placed(
    text: str, box: Any, origin: tuple[float, float], face: Face, view: Turned
) -> Glyph | None:
    """A character turned so that it reads from left to right."""
    x0, y0 = view.point(box.left, box.bottom)
    x1, y1 = view.point(box.right, box.top)
    x0, x1 = (x0, x1) if x0 <= x1 else (x1, x0)
    y0, y1 = (y0, y1) if y0 <= y1 else (y1, y0)
    across, down = view.point(*origin)
    if face.angle == 0:
        if x1 < 0 or x0 > view.width or down < 0 or down - face.size > view.height:
            return None  # outside the part that is shown
        return Glyph(text, x0, x1, down, face)
    if face.angle == 90:  # reads upwards
        return Glyph(text, -y1, -y0, across, face)
    if face.angle == 270:  # reads downwards
        return Glyph(text, y0, y1, -across, face)
    return Glyph(text, -x1, -x0, -down, face)


class _Faces:
    """The settings of a page's characters; many files draw each letter on its own."""

    def __init__(self, textpage: Any, view: Turned) -> None:
        self.textpage = textpage.raw
        self.view = view
        self._by_owner: dict[int, Face] = {}
        self._by_setting: dict[tuple[float | int, ...], Face] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._parts = [ctypes.c_uint() for _ in range(4)]

    def of(self, place: int, owner: Any, at: int, box: Any) -> Face:
        """Return the setting of a character."""
        known = self._by_owner.get(place)
        if known is not None:
            return known
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self.textpage, at, matrix)
        font = ctypes.cast(pdfium.FPDFTextObj_GetFont(owner), ctypes.c_void_p).value or 0
        size = pdfium.FPDFText_GetFontSize(self.textpage, at)
        parts = self._parts
        pdfium.FPDFPageObj_GetFillColor(owner, *parts)
        colour = parts[0].value << 16 | parts[1].value << 8 | parts[2].value
        marks = pdfium.FPDFPageObj_CountMarks(owner)
        marked = marks > 0 and _is_artifact(owner, marks)
        turn = (matrix.a, matrix.b, matrix.c, matrix.d)
        key = (font, size, *turn, colour, marked)
        known = self._by_setting.get(key)
        if known is None:
            known = self._made(at, box, size, colour, marked)
            self._by_setting[key] = known
        self._by_owner[place] = known
        return known

    def _made(self, at: int, box: Any, size: float, colour: int, marked: bool) -> Face:
        matrix, view = self._matrix, self.view
        size *= math.hypot(matrix.c, matrix.d) or 1.0
        exact = math.degrees(math.atan2(matrix.b, matrix.a)) - 90.0 * view.turn
        quarter = round(exact / 90.0)
        askew = abs(exact - 90.0 * quarter) > _ASKEW
        angle = -1 if askew else (quarter % 4) * 90
        on_end = (angle in {90, 270}) != bool(view.turn % 2)
        thick = box.right - box.left if on_end else box.top - box.bottom
        # Fonts whose box and size disagree are measured by the box.
        if not 0.6 <= thick / max(size, 0.1) <= 3.0 and thick > 1.0:
            size = thick / 1.25
        name, bold = _font(self.textpage, at)
        return Face(round(size, 1), bold, name, colour, angle, marked)


def _font(textpage: Any, at: int) -> tuple[str, bool]:
    flags = ctypes.c_int()
    room = ctypes.create_string_buffer(128)
    used = pdfium.FPDFText_GetFontInfo(textpage, at, room, 128, flags)
    name = room.raw[: max(min(used, 128) - 1, 0)].decode("utf-8", errors="replace")
    name = name.split("+", 1)[1] if re.match(r"^[A-Z]{6}\+", name) else name
    heavy = pdfium.FPDFText_GetFontWeight(textpage, at) >= _BOLD_WEIGHT
    return name, bool(heavy or flags.value & _BOLD_FLAG or _BOLD_NAME.search(name))


_MARK: Final = ctypes.create_string_buffer(64)
_MARK_WIDE: Final = ctypes.cast(_MARK, ctypes.POINTER(pdfium.FPDF_WCHAR))
_ARTIFACT: Final = "Artifact".encode("utf-16-le")


def _is_artifact(owner: Any, marks: int) -> bool:
    used = ctypes.c_ulong()
    for number in range(min(marks, 8)):
        mark = pdfium.FPDFPageObj_GetMark(owner, number)
        if pdfium.FPDFPageObjMark_GetName(mark, _MARK_WIDE, 64, used):
            if _MARK.raw[: len(_ARTIFACT)] == _ARTIFACT and used.value == len(_ARTIFACT) + 2:
                return True
    return False
