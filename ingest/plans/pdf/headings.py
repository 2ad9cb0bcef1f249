# ruff: noqa: RUF001 - plans are typed with curly quotes and long dashes
"""Which paragraphs are headings, and of which level."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from .opening import Bookmark

#: Type this much larger than running text is a heading's.
LARGER: Final = 1.12
_LARGE: Final = 1.3
_MOST_WORDS: Final = 25
_MOST_BOLD_WORDS: Final = 22
_LONG: Final = 14
#: A first page of fewer words is a cover.
_COVER_WORDS: Final = 90
_MOST_LEVELS: Final = 6
_NUMBERED: Final = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+\S")
_ENDS_SENTENCE: Final = re.compile(r"[.;,]$")
_NAMED: Final = re.compile(
    r"^(?:local |strategic |national )?(?:outcome|objective|priority|theme|aim|goal|action)s?\b",
    re.I,
)
_RUN: Final = 3
_FLAT: Final = re.compile(r"[\W_]+")
#: Share of sentences in a setting from which it is one of running text.
_PROSE: Final = 0.34

Setting = tuple[float, bool, int]


@dataclass(slots=True)
class Text:
    """A paragraph that has been put together.

    Args:
        text: Its words.
        page: The page that it begins on.
        size: Size of its type.
        bold: Whether all of it is bold.
        colour: Its colour.
        listed: Whether it is an item of a list.
        mark: The bullet or number of the item.
        boxed: Whether it stands in a box.
        lines: How many lines it takes.
        open: Whether its last line runs to the end of the column.
        column: The column that it stands in, counted over the document.
        x0: Where it begins.
        top: How far down the page it begins.
        contents: Whether it is a line of a contents page.
        fixed: Whether it is known to be no heading.
        level: Its level where it is a heading, 0 for the title.
    """

    text: str
    page: int
    size: float
    bold: bool
    colour: int
    listed: bool
    mark: str
    boxed: bool
    lines: int
    open: bool
    column: int
    x0: float
    top: float
    contents: bool = False
    fixed: bool = False
    level: int | None = None

    @property
    def setting(self) -> Setting:
        """Return size, weight and colour."""
        return round(self.size * 2) / 2, self.bold, self.colour


def flat(text: str) -> str:
    """Return a text's letters and digits alone, for comparing."""
    return _FLAT.sub("", text).lower()


def find_headings(
    texts: list[Text],
    bookmarks: Sequence[Bookmark],
    body: float,
    colour: int,
    in_properties: str = "",
) -> None:
    """Set the level of each paragraph that is a heading.

    Args:
        texts: All paragraphs outside tables, in reading order.
        bookmarks: The outline of the document.
        body: Size of type of running text.
        colour: Its colour.
        in_properties: The title that the file's properties give, or nothing.
    """
    title = _title(texts, body)
    if title is not None:
        _whole_title(title, texts, in_properties)
    marked = _by_bookmark(texts, bookmarks)
    prose = _prose_settings(texts)
    chosen = [
        one
        for number, one in enumerate(texts)
        if one is not title
        and (number in marked or _looks_so(one, body, colour, prose))
        and not (title is not None and _on_cover(one, title, texts))
    ]
    levels = _levels(chosen)
    by_text = {id(texts[number]): level for number, level in marked.items()}
    shift = _shift(chosen, levels, by_text)
    for one in chosen:
        level = by_text.get(id(one)) or levels[id(one)] + shift
        one.level = max(1, min(level, _MOST_LEVELS))
    _demote(texts, body)
    if title is not None:
        title.level = 0
    _mark_contents(texts)


def _demote(texts: Sequence[Text], body: float) -> None:
    """Take back headings that head nothing."""
    for one, after in pairwise(texts):
        if not one.level or one.size >= LARGER * body or after.column - one.column > 1:
            continue  # a table may stand between
        # A name or a place in bold at the end of a section is no heading.
        if after.level and after.level < one.level and after.size > one.size:
            if not _NUMBERED.match(one.text) and not _NAMED.match(one.text):
                one.level = None
    for run in _runs(texts, lambda one: bool(one.level) and _is_light(one, body)):
        if len(run) >= _RUN:
            for light in run:
                light.level = None


def _is_light(one: Text, body: float) -> bool:
    return not one.bold and one.size < _LARGE * body


def _runs(texts: Sequence[Text], fits: Callable[[Text], bool]) -> list[list[Text]]:
    """Paragraphs of one column and setting that fit, one after another."""
    made: list[list[Text]] = [[]]
    for one in texts:
        last = made[-1][-1] if made[-1] else None
        if not fits(one):
            made.append([])
        elif last is None or (last.column == one.column and last.setting == one.setting):
            made[-1].append(one)
        else:
            made.append([one])
    return made


def _mark_contents(texts: Sequence[Text]) -> None:
    """Find contents pages without page numbers: lines that headings further on repeat."""
    later = {flat(one.text): one.page for one in texts if one.level}
    for run in _runs(texts, lambda o: not o.level and later.get(flat(o.text), 0) > o.page):
        if len(run) > _RUN:
            for line in run:
                line.contents = True


def _title(texts: Sequence[Text], body: float) -> Text | None:
    """The largest words of the first page that has any."""
    if not texts:
        return None
    first = [one for one in texts if one.page == texts[0].page][:25]
    fit = [
        one
        for one in first
        if one.size >= _LARGE * body
        and sum(c.isalpha() for c in one.text) >= 6
        and len(one.text.split()) <= _MOST_WORDS + 10
        and not one.contents
        and one.text[0] not in "“‘\"'"
    ]
    if not fit:
        return None
    return max(fit, key=lambda one: (round(one.size), -one.top if one.boxed else 0.0))


def _whole_title(title: Text, texts: list[Text], in_properties: str) -> None:
    """Add the lines of a cover that plainly go on with the title."""
    wanted = flat(in_properties)
    while (at := texts.index(title)) + 1 < len(texts):
        after = texts[at + 1]
        known = flat(title.text + after.text)
        more = bool(wanted) and wanted.startswith(known) and flat(title.text) != wanted
        whole = more and title.text[-1:] not in ".:;!?" and wanted == known
        if after.page != title.page or not (whole or title.text.endswith(":")):
            return
        title.text = f"{title.text} {after.text}"
        texts.remove(after)


def _on_cover(one: Text, title: Text, texts: Sequence[Text]) -> bool:
    """Tell whether a line belongs to the title on a cover rather than heads a section."""
    if one.page != title.page:
        return False
    on_page = [other for other in texts if other.page == title.page]
    words = sum(len(other.text.split()) for other in on_page)
    if words < _COVER_WORDS and texts[-1].page > title.page:
        return True
    long = [other for other in on_page if len(other.text.split()) > _LONG]
    after = on_page.index(one) - on_page.index(title)
    return after < 0 or (after <= 2 and not any(o in long for o in on_page[: on_page.index(one)]))


def _by_bookmark(texts: Sequence[Text], bookmarks: Sequence[Bookmark]) -> dict[int, int]:
    """Find the paragraphs that the outline names."""
    wanted: dict[str, list[Bookmark]] = defaultdict(list)
    for bookmark in bookmarks:
        wanted[flat(bookmark.text)].append(bookmark)
    found: dict[int, int] = {}
    for number, one in enumerate(texts):
        key = flat(one.text)
        if not key or one.contents or len(key) > 250:
            continue
        fit = wanted.get(key) or wanted.get(flat(_NUMBERED_START.sub("", one.text)), [])
        for bookmark in fit:
            if bookmark.page is None or abs(bookmark.page - one.page) <= 1:
                found[number] = bookmark.level
                fit.remove(bookmark)
                break
    return found


_NUMBERED_START: Final = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+")


def _prose_settings(texts: Sequence[Text]) -> set[Setting]:
    """Settings in which whole sentences stand."""
    long: Counter[Setting] = Counter()
    every: Counter[Setting] = Counter()
    for one in texts:
        every[one.setting] += 1
        words = one.text.split()
        if one.listed or len(words) > _LONG or (one.text[-1:] in ".;" and len(words) > 3):
            long[one.setting] += 1
    return {setting for setting, count in every.items() if long[setting] > _PROSE * count}


def _looks_so(one: Text, body: float, colour: int, prose: set[Setting]) -> bool:
    words = one.text.split()
    letters = sum(c.isalpha() for c in one.text)
    if one.contents or one.fixed or letters < 3 or not words or len(words) > _MOST_WORDS:
        return False
    if one.listed and not one.mark[:1].isdigit():
        return False
    if one.text[0] in "“‘\"'" or one.text[0].islower():
        return False
    ends = bool(_ENDS_SENTENCE.search(one.text))
    if one.size >= _LARGE * body and not (ends and len(words) > 6):
        return one.setting not in prose or one.bold
    if one.size >= LARGER * body and not ends:
        if one.bold or one.setting not in prose:
            return len(words) <= _MOST_BOLD_WORDS
    if ends or len(words) > _MOST_BOLD_WORDS or one.size < 0.93 * body:
        return False
    if one.text[-1] == ":" and (one.size < LARGER * body):
        return one.bold and len(words) > 3
    if one.bold:
        return True
    if one.text.isupper() and len(words) > 1 and letters > 6:
        return True
    differs = one.colour != colour and one.setting not in prose and not one.boxed
    return differs and len(words) <= 10 and "@" not in one.text and "www" not in one.text


def _levels(chosen: Sequence[Text]) -> dict[int, int]:
    """Rank the settings of headings: larger before smaller, bold before light."""
    ranks: list[tuple[float, bool, bool]] = []
    for one in sorted(chosen, key=lambda t: (-t.size, not t.bold, not t.text.isupper())):
        key = (one.size, one.bold, one.text.isupper())
        if not ranks or not _alike(ranks[-1], key):
            ranks.append(key)
    depth: dict[int, set[int]] = defaultdict(set)
    rank_of: dict[int, int] = {}
    for one in chosen:
        key = (one.size, one.bold, one.text.isupper())
        rank = next(n for n, known in enumerate(ranks) if _alike(known, key))
        rank_of[id(one)] = rank
        if numbered := _NUMBERED.match(one.text):
            depth[rank].add(numbered[1].count("."))
    # Two depths of numbers in one setting are two levels; those below move down.
    made: dict[int, int] = {}
    start = 1
    for rank in range(len(ranks)):
        depths = sorted(depth[rank])
        steps = depths[-1] - depths[0] if depths else 0
        for one in chosen:
            if rank_of[id(one)] == rank:
                numbered = _NUMBERED.match(one.text)
                below = numbered[1].count(".") - depths[0] if numbered else 0
                made[id(one)] = start + below
        start += 1 + steps
    return made


def _alike(one: tuple[float, bool, bool], two: tuple[float, bool, bool]) -> bool:
    if abs(one[0] - two[0]) > 0.05 * max(one[0], two[0]):
        return False
    # Capitals and weight tell levels apart only where the size does not.
    return one[1] == two[1] and one[2] == two[2]


def _shift(chosen: Sequence[Text], levels: dict[int, int], marked: dict[int, int]) -> int:
    """How much deeper the outline puts headings than their type does."""
    steps = Counter(marked[id(one)] - levels[id(one)] for one in chosen if id(one) in marked)
    return steps.most_common(1)[0][0] if steps else 0
