# ruff: noqa: RUF001 - plans are typed with curly quotes and long dashes
"""What each page holds: lines, tables, boxes, and whether it can be read at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import pypdfium2

from ..blocks import MOST_CHARACTERS as MOST_OF_ANY
from ..document import RefusedFile
from .clock import Clock
from .furniture import Sheet, body_size, furniture_of
from .glyphs import Glyph, Letters, Turned, is_private, letters_of, turned_page
from .grid import Grid, grids_of
from .lines import Fences, Line, Word, lines_of
from .strokes import MOST_OF_FILE, Drawn, Rect, drawn_on

#: Most characters that are read of one file, as for every other format.
MOST_CHARACTERS: Final = MOST_OF_ANY
_FEW: Final = 40
_VOWELS: Final = re.compile(r"[aeiouyàáèéìíòóùúâêîôû]", re.IGNORECASE)
_PLAIN: Final = re.compile(r"[\w\s.,;:!?'\"()/&%£€$@#*+=\[\]<>|’‘“”–—•…-]")
_BIG_PICTURE: Final = 0.2
_MANY_SHAPES: Final = 300
_FULL: Final = 15
_MOST_PIECES: Final = 1_500
_MANY_PAGES: Final = 120


@dataclass(slots=True)
class PageRead:
    """What was found on one page.

    Args:
        sheet: Its lines and tables.
        drawn: What is drawn on it.
        trouble: Why it can't be read, in a sentence, or nothing.
        notes: What is missing of it or may be wrong, in sentences.
        photo: Whether a picture fills it that looks like a photograph.
    """

    sheet: Sheet
    drawn: Drawn
    trouble: str = ""
    notes: list[str] = field(default_factory=list)
    photo: bool = False


def pages_of(document: Any, name: str, clock: Clock | None = None) -> list[PageRead]:
    """Read the pages of a document.

    Args:
        document: The opened file.
        name: The name to call it by.
        clock: What watches how long it takes.

    Raises:
        RefusedFile: It has more characters than any plan, or takes too long.
    """
    made: list[PageRead] = []
    clock = clock or Clock(name)
    if len(document) > _MANY_PAGES:
        _check_length(document, name, clock)
    total = 0
    budget = MOST_OF_FILE
    for number in range(1, len(document) + 1):
        clock.check(number)
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError:
            said = f"Page {number} is damaged and can't be read."
            made.append(PageRead(Sheet(number, Rect(0, 0, 1, 1), [], []), Drawn(), said))
            continue
        try:
            textpage = page.get_textpage()
            try:
                total += textpage.count_chars()
                if total > MOST_CHARACTERS:
                    raise _too_long(name)
                made.append(_page(page, textpage, number, budget))
                budget -= made[-1].drawn.paths + 20
            finally:
                textpage.close()
        finally:
            page.close()
    return made


def _check_length(document: Any, name: str, clock: Clock) -> None:
    """Refuse a long file before its pages are read one by one."""
    total = 0
    for number in range(len(document)):
        clock.check(number + 1)
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            continue
        textpage = page.get_textpage()
        total += textpage.count_chars()
        textpage.close()
        page.close()
        if total > MOST_CHARACTERS:
            raise _too_long(name)


def _too_long(name: str) -> RefusedFile:
    return RefusedFile(
        f"{name} has more than {MOST_CHARACTERS:,} characters, more than a plan ever does. "
        "Send the chapter on community justice alone."
    )


def _page(page: Any, textpage: Any, number: int, budget: int) -> PageRead:
    view = turned_page(page)
    letters = letters_of(textpage, view)
    angle = _main_angle(letters)
    if angle:
        view = _turned(view, 1 if angle == 90 else 3)
        letters = letters_of(textpage, view)
    drawn = drawn_on(page, view, budget)
    rect = Rect(0.0, 0.0, view.width, view.height)
    trouble = _garbage(letters, number)
    count = len(letters.glyphs) + len(letters.turned)
    if trouble:
        return PageRead(Sheet(number, rect, [], []), drawn, trouble)
    fences = Fences([*drawn.down, *_frame_sides(drawn, rect)])
    lines = [_with_dot(line, drawn.dots) for line in lines_of(letters.glyphs, fences)]
    if len(lines) > _MOST_PIECES:
        said = f"Page {number} holds too many separate pieces of text to be read in order."
        return PageRead(Sheet(number, rect, [], []), drawn, said)
    words = [word for line in lines for word in line.words]
    grids = grids_of(drawn, [*words, *_places(letters.turned)], rect)
    for grid in grids:
        for cell in grid.cells:
            cell.words = [word for word in cell.words if word.text]
        _stand_up(grid, letters.turned)
    read = PageRead(Sheet(number, rect, lines, grids), drawn)
    if letters.bad > 0.03 * max(count, 1):
        read.notes.append(f"Some characters of page {number} can't be turned into letters.")
    if letters.cut:
        read.notes.append(f"Page {number} has more characters than are read; its end is missing.")
    if drawn.cut:
        read.notes.append(
            f"Page {number} has more lines and shapes than are looked at; "
            "a table on it may be read as plain text."
        )
    if not letters.glyphs and not letters.turned:
        read.trouble = _without_text(page, drawn, rect, number)
    elif len(letters.glyphs) < 150 and _pictured(drawn, rect):
        read.photo = True
    return read


def _with_dot(line: Line, dots: Sequence[Rect]) -> Line:
    """Give a line the bullet that is drawn before it as a shape."""
    middle = line.base - 0.3 * line.size
    for dot in dots:
        if (
            line.x0 - 3.5 * line.size < dot.x0
            and dot.x1 <= line.x0 + 1.0
            and abs((dot.top + dot.bottom) / 2 - middle) < 0.3 * line.size
            and dot.height < 0.8 * line.size
        ):
            first = line.words[0]
            return Line([Word("•", dot.x0, dot.x1, first.base, first.face), *line.words])
    return line


def _main_angle(letters: Letters) -> int:
    """The quarter turn that most of a page's words have, where they stand on end."""
    for angle in (90, 270):
        turned = sum(glyph.face.angle == angle for glyph in letters.turned)
        if turned > 2 * (len(letters.glyphs) + len(letters.turned) - turned) and turned > _FEW:
            return angle
    return 0


def _turned(view: Turned, more: int) -> Turned:
    return replace(view, width=view.height, height=view.width, turn=(view.turn + more) % 4)


def _frame_sides(drawn: Drawn, page: Rect) -> list[Rect]:
    sides = []
    for frame in drawn.frames:
        if frame.width < 0.95 * page.width:
            sides.append(Rect(frame.x0, frame.top, frame.x0, frame.bottom))
            sides.append(Rect(frame.x1, frame.top, frame.x1, frame.bottom))
    return sides


def _places(turned: Sequence[Glyph]) -> list[Word]:
    """Words of no letters where letters stand on end, so that their cells count as filled."""
    made = []
    for glyph in turned:
        if glyph.face.angle in {90, 270}:
            x, y = _centre(glyph, glyph.face.angle)
            made.append(Word("", x, x, y + 0.3 * glyph.face.size, glyph.face))
    return made


def _stand_up(grid: Grid, turned: Sequence[Glyph]) -> None:
    """Read words that stand on end in an otherwise empty cell of a table."""
    for angle in (90, 270):
        glyphs = [glyph for glyph in turned if glyph.face.angle == angle]
        if not glyphs:
            continue
        for cell in grid.cells:
            if cell.words:
                continue
            inside = [g for g in glyphs if cell.rect.holds(*_centre(g, angle))]
            if inside:
                upright = {id(g.face): replace(g.face, angle=0) for g in inside}
                level = [replace(g, face=upright[id(g.face)]) for g in inside]
                cell.words = [w for line in lines_of(level, Fences([])) for w in line.words]
                cell.turned = True


def _centre(glyph: Glyph, angle: int) -> tuple[float, float]:
    along = (glyph.x0 + glyph.x1) / 2
    off = glyph.base - 0.3 * glyph.face.size
    return (off, -along) if angle == 90 else (-off, along)


def _garbage(letters: Letters, number: int) -> str:
    """Say why the characters of a page make no words, or nothing."""
    text = "".join(glyph.text for glyph in letters.glyphs)
    count = len(text) + letters.bad
    if count < _FEW:
        return ""
    said = (
        f"Page {number} has text that can't be turned into letters; it needs text recognition "
        "(OCR) or a new export."
    )
    private = sum(is_private(character) for character in text)
    plain = sum(bool(_PLAIN.match(character)) for character in text) - private
    if (letters.bad + private) > 0.3 * count or plain < 0.7 * count:
        return said
    lettered = [character for character in text if character.isalpha()]
    if len(lettered) >= 2 * _FEW:
        vowels = sum(bool(_VOWELS.match(character)) for character in lettered)
        if vowels < 0.2 * len(lettered):
            return said
    elif len(lettered) < 0.15 * count and sum(c.isdigit() for c in text) < 0.3 * count:
        return said
    return ""


def _pictured(drawn: Drawn, page: Rect) -> bool:
    return sum(picture.area for picture in drawn.pictures) > 0.5 * page.area


def _without_text(page: Any, drawn: Drawn, rect: Rect, number: int) -> str:
    pictures = sum(picture.area for picture in drawn.pictures)
    if pictures > _BIG_PICTURE * rect.area or drawn.paths > _MANY_SHAPES:
        return picture_said(number)
    return ""


def picture_said(number: int) -> str:
    """Say that a page is a picture."""
    return f"Page {number} is a picture without text; it needs text recognition (OCR)."


def without_furniture(pages: Sequence[PageRead]) -> float:
    """Leave out running headers, footers and page numbers.

    Args:
        pages: All pages; their lines and tables are changed.

    Returns:
        Size of type of running text.
    """
    sheets = [page.sheet for page in pages]
    body = body_size(line for sheet in sheets for line in sheet.lines)
    dropped = furniture_of(sheets, body)
    for page in pages:
        sheet = page.sheet
        had = bool(sheet.lines)
        gone = {id(w) for line in sheet.lines if id(line) in dropped for w in line.words}
        for grid in sheet.grids:
            for cell in grid.cells:
                cell.words = [word for word in cell.words if id(word) not in gone]
        sheet.grids = [g for g in sheet.grids if any(cell.words for cell in g.cells)]
        sheet.lines = [line for line in sheet.lines if id(line) not in dropped]
        if had and not sheet.lines and page.photo:
            page.trouble = picture_said(sheet.number)
    return body


def usual_right(pages: Sequence[PageRead]) -> float:
    """Return where the lines of most full pages end, 0 where there are too few to tell."""
    ends = sorted(
        max(line.x1 for line in page.sheet.lines)
        for page in pages
        if len(page.sheet.lines) >= _FULL
    )
    return ends[len(ends) // 3] if len(ends) >= 3 else 0.0


def lines_outside(sheet: Sheet) -> list[Line]:
    """Return the lines of a page without what stands in its tables."""
    inside = {id(word) for grid in sheet.grids for cell in grid.cells for word in cell.words}
    made = []
    for line in sheet.lines:
        words: list[Word] = [word for word in line.words if id(word) not in inside]
        if len(words) == len(line.words):
            made.append(line)
        elif words:
            made.append(Line(words))
    return made
