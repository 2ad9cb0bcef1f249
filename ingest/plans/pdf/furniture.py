# ruff: noqa: RUF001 - plans are typed with curly quotes and long dashes
"""What stands on every page and is no part of the text: running headers, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from .grid import Grid
from .lines import Line
from .strokes import Rect

#: Share of the page's height at its head and foot where such lines stand.
_ZONE: Final = 0.14
_EDGE: Final = 0.075
_VERY_EDGE: Final = 0.085
_FEW_PAGES: Final = 4
_SIDE: Final = 0.08
#: How far a repeated line may move from page to page.
_MOVES: Final = 7.0
_NUMBER: Final = re.compile(r"\d{1,4}")
_PAGE_ONLY: Final = re.compile(
    r"^(?:page|p\.?)\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?$|^[-–—|]\s*\d{1,3}\s*[-–—|]$", re.I
)
_ROMAN: Final = re.compile(r"^[ivx]{1,6}$")
_LARGE: Final = 1.3
_LARGER: Final = 1.12
#: What plans number, each maybe on a page of its own.
_ITEM: Final = re.compile(
    r"^(?:local |strategic |national )?(?:outcome|objective|priority|theme|aim|goal|action|chapter|"
    r"part|section|appendix|annex)s? #"
)


@dataclass(slots=True)
class Sheet:
    """The lines of one page, before anything is left out.

    Args:
        number: The page, from 1.
        rect: The page.
        lines: Its lines.
        grids: Its tables, whose words are among the lines.
    """

    number: int
    rect: Rect
    lines: list[Line]
    grids: list[Grid]


def body_size(lines: Iterable[Line]) -> float:
    """Return the size of type that most of the words have."""
    counts: Counter[float] = Counter()
    for line in lines:
        for word in line.words:
            counts[round(word.face.size * 2) / 2] += len(word.text)
    return counts.most_common(1)[0][0] if counts else 10.0


def furniture_of(sheets: Sequence[Sheet], body: float) -> set[int]:
    """Find the lines that are no part of the text.

    Args:
        sheets: All pages.
        body: Size of type of running text.

    Returns:
        The ``id`` of each such line.
    """
    dropped: set[int] = set()
    groups: dict[tuple[str, int | None], list[tuple[Sheet, Line]]] = defaultdict(list)
    artifacts = _trusted_artifacts(sheets)
    few = len(sheets) <= _FEW_PAGES
    for sheet in sheets:
        dropped.update(_stacks(sheet))
        for line in sheet.lines:
            if not _at_edge(sheet, line):
                continue
            if artifacts and line.face.artifact:
                dropped.add(id(line))
            if _PAGE_ONLY.match(line.text) or (
                _ROMAN.match(line.text) and line.size <= 1.05 * body
            ):
                dropped.add(id(line))
            for key in _keys(line.text, sheet.number):
                groups[key].append((sheet, line))
    least = 2 if few else 3
    for (text, counted), found in groups.items():
        for cluster in _together(found):
            pages = {sheet.number for sheet, _ in cluster}
            if len(pages) < max(least, 2):
                continue
            for sheet, line in cluster:
                if few and not _at_very_edge(sheet, line):
                    continue
                if _may_drop(sheet, line, len(pages), len(sheets), body, counted, text):
                    dropped.add(id(line))
    return dropped - _under_titles(sheets, dropped, body)


def _under_titles(sheets: Sequence[Sheet], dropped: set[int], body: float) -> set[int]:
    """Find headings that several pages have below titles of their own; they are text."""
    kept: set[int] = set()
    for sheet in sheets:
        high = sheet.rect.height
        titles = [
            line for line in sheet.lines if id(line) not in dropped and line.size >= _LARGE * body
        ]
        for line in sheet.lines:
            if id(line) not in dropped or not _EDGE * high < line.top < _ZONE * high:
                continue
            # A running head in bold would stand above the title, or be smaller than the text.
            headed = line.bold and line.size >= 0.95 * body and not line.face.artifact
            if headed and any(
                title.bottom <= line.top + 1.0 and title.size >= _LARGER * line.size
                for title in titles
            ):
                kept.add(id(line))
    return kept


def _keys(text: str, page: int) -> list[tuple[str, int | None]]:
    """The words of a line, whole and with each number that may count the pages taken out."""
    flat = " ".join(text.lower().split())
    made: list[tuple[str, int | None]] = [(flat, None)]
    for found in list(_NUMBER.finditer(flat))[:6]:
        masked = flat[: found.start()] + "#" + flat[found.end() :]
        if 0 < sum(c.isalpha() for c in masked) < 3:
            continue  # the mark of an item, such as "2C"
        number = int(found[0])
        # Sheets that show two pages side by side count in steps of two.
        made += [(masked, number - page), (masked + " by two", number - 2 * page)]
    if flat.isdigit():
        made.append(("number alone", 0))
    return made


def _together(found: list[tuple[Sheet, Line]]) -> list[list[tuple[Sheet, Line]]]:
    """Part lines of the same words by where they stand."""
    made: list[list[tuple[Sheet, Line]]] = []
    for sheet, line in sorted(found, key=lambda one: _height(*one)):
        if made and _height(sheet, line) - _height(*made[-1][-1]) <= _MOVES:
            made[-1].append((sheet, line))
        else:
            made.append([(sheet, line)])
    return made


def _height(sheet: Sheet, line: Line) -> float:
    """Place from the nearer edge, so that pages of different size agree."""
    if line.base < sheet.rect.height / 2:
        return line.base
    return 10_000.0 + sheet.rect.height - line.base


def _at_edge(sheet: Sheet, line: Line) -> bool:
    high, wide = sheet.rect.height, sheet.rect.width
    grid = next((g for g in sheet.grids if g.rect.holds(line.x0, line.base, 1.0)), None)
    if grid and grid.rect.bottom > _ZONE * high and grid.rect.top < (1 - _ZONE) * high:
        return False
    if line.bottom < _ZONE * high or line.top > (1 - _ZONE) * high:
        return True
    return line.x1 < _SIDE * wide or line.x0 > (1 - _SIDE) * wide


def _at_very_edge(sheet: Sheet, line: Line) -> bool:
    high = sheet.rect.height
    return line.bottom < _VERY_EDGE * high or line.top > (1 - _VERY_EDGE) * high


def _may_drop(
    sheet: Sheet,
    line: Line,
    pages: int,
    all_pages: int,
    body: float,
    counted: int | None,
    text: str,
) -> bool:
    if line.size >= _LARGE * body and counted is None:
        return pages >= max(3, 0.5 * all_pages)
    if counted is not None and (line.size >= _LARGER * body or _ITEM.match(text)):
        return not any(c.isalpha() for c in text.replace("number alone", "").replace("page", ""))
    if line.bottom < _ZONE * sheet.rect.height and line.top > _EDGE * sheet.rect.height:
        beside = sum(abs(other.base - line.base) < 2.0 for other in sheet.lines)
        if beside >= 3 and counted is None:
            return False  # the header of a table without lines
        if line.bold and counted is None and pages < 0.3 * all_pages:
            return False  # a heading that several pages begin with
    return True


def _trusted_artifacts(sheets: Sequence[Sheet]) -> bool:
    """Whether the file marks its furniture, and little else, as such."""
    marked = plain = 0
    for sheet in sheets:
        for line in sheet.lines:
            if line.face.artifact:
                marked += 1
            else:
                plain += 1
    return 0 < marked < 0.3 * plain


def _stacks(sheet: Sheet) -> set[int]:
    """Words set letter under letter along the side of a page."""
    dropped: set[int] = set()
    short = [
        line
        for line in sheet.lines
        if len(line.text) <= 2
        and line.text.isalpha()
        and not any(grid.rect.holds(line.x0, line.base, 1.0) for grid in sheet.grids)
    ]
    short.sort(key=lambda line: (round((line.x0 + line.x1) / 12), line.base))
    run: list[Line] = []
    for line in [*short, None]:
        if (
            line is not None
            and run
            and abs((line.x0 + line.x1) - (run[-1].x0 + run[-1].x1)) < 8.0
            and 0 < line.base - run[-1].base < 2.4 * line.size
        ):
            run.append(line)
            continue
        if len(run) >= 6:
            dropped.update(id(one) for one in run)
        run = [line] if line is not None else []
    return dropped
