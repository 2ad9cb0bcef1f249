# ruff: noqa: RUF001 - plans are typed with curly quotes and long dashes
"""Lines joined to running text: broken words mended, paragraphs parted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from .glyphs import is_private
from .lines import BULLETS, Line, Word

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_BROKEN: Final = re.compile(r"([^\W\d_]+)[-\u2010\xad]$")
_NEXT: Final = re.compile(r"^([^\W\d_]+)")
#: First parts that are seldom written as one with what follows.
_APART: Final = frozenset(
    "co non self multi well long short third cross peer high low full part mid ex anti semi "
    "pro one two three four five half trauma person".split()
)
#: Marks of a list: a number with a bracket or stop, a letter with a bracket.
_NUMBER_MARK: Final = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)])$")
_SECTION_MARK: Final = re.compile(r"^[A-Z]{0,3}\d{1,2}(?:\.\d{1,2}){0,3}[.):]?$")
_LABEL: Final = re.compile(r"^[A-Z][\w '’/&()-]{1,40}:(?:\s|$)")
_LEADER: Final = re.compile(r"(?:\.[ ]?){4,}\s*\d{1,3}$|…+\s*\d{1,3}$")
_PAGE_AT_END: Final = re.compile(r"\S\s+\d{1,3}$")
_HEADING_STEP: Final = 1.7
_TORN: Final = 2
_TORN_SHARE: Final = 0.2
_PARAGRAPH_GAP: Final = 1.38
_DASHES: Final = frozenset("-–—")


@dataclass(slots=True)
class Hyphenation:
    """Words of a document, by which a word broken at a line's end is put together.

    Attributes:
        words: How often each word stands within a line.
    """

    words: Counter[str] = field(default_factory=Counter)
    _broken: list[tuple[str, str]] = field(default_factory=list)
    _breaks: bool | None = None

    def learn(self, lines: Iterable[Line]) -> None:
        """Count the words of lines that are not broken."""
        lines = list(lines)
        for number, line in enumerate(lines):
            text = line.text
            if broken := _BROKEN.search(text):
                below = (
                    other
                    for other in lines[number + 1 : number + 12]
                    if 0 < other.base - line.base < 2.2 * line.size
                    and abs(other.x0 - line.x0) < 8 * line.size
                )
                onward = next((_NEXT.match(other.text) for other in below), None)
                if onward:
                    self._broken.append((broken[1].lower(), onward[1].lower()))
            whole = text.rstrip("-\u2010\xad")
            tokens = _TOKEN.findall(text if len(whole) == len(text) else whole)
            self.words.update(token.lower().replace("\u2010", "-") for token in tokens)

    def join(self, parts: Sequence[str]) -> str:
        """Join the lines of a paragraph."""
        made = ""
        for part in parts:
            if not part:
                continue
            if not made:
                made = part
                continue
            broken, onward = _BROKEN.search(made), _NEXT.match(part)
            if broken and onward:
                soft = made[-1] == "\xad"
                keep = not soft and self._keeps(broken[1], onward[1])
                made = (made if keep else made[:-1]) + part
            elif made[-1] == "/" and made[-2:-1] != " ":
                made += part
            elif made[-1] in "-\u2010" and made[-2:-1].isdigit() and part[0].isdigit():
                made += part
            else:
                made = made.rstrip("\xad") + " " + part
        return " ".join(made.replace("\xad", "").split())

    def _keeps(self, first: str, second: str) -> bool:
        """Tell whether a hyphen at a line's end belongs to the word."""
        if second[0].isupper():
            return True
        one, two = first.lower(), second.lower()
        whole, parted = self.words[one + two], self.words[f"{one}-{two}"]
        if whole != parted:
            return parted > whole
        if one in _APART or len(one) == 1:
            return True
        if not self._breaks_words():
            return True
        # Two words that both stand alone elsewhere are a pair, such as "evidence-led".
        return len(one) > 3 and len(two) > 2 and self.words[one] > 0 and self.words[two] > 0

    def _breaks_words(self) -> bool:
        """Tell whether the document breaks words at all, beyond those that have a hyphen."""
        if self._breaks is None:
            mended = sum(self.words[a + b] > self.words[f"{a}-{b}"] for a, b in self._broken)
            halves = sum(not (self.words[a] and self.words[b]) for a, b in self._broken)
            self._breaks = mended > 0 or halves > 0
        return self._breaks


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together.

    Args:
        lines: From the top down.
        listed: Whether a bullet or number marked it.
        mark: The bullet or number.
        forced: Whether it ended where its last line did, with room to go on.
    """

    lines: list[Line]
    listed: bool = False
    mark: str = ""
    forced: bool = True

    def text(self, hyphens: Hyphenation) -> str:
        """Return its words."""
        return hyphens.join([line.text for line in self.lines])


def is_mark(text: str) -> bool:
    """Tell whether a word by itself is a bullet or the number of a heading or item."""
    if len(text) == 1:
        return text in BULLETS or is_private(text) or text == "o" or text.isdigit()
    return bool(_NUMBER_MARK.match(text) or _SECTION_MARK.match(text))


def bullet_of(line: Line) -> str:
    """Return the bullet or number that a line begins with, or nothing."""
    first = line.words[0]
    text = first.text
    if len(text) == 1 and (text in BULLETS or is_private(text)):
        return text if len(line.words) > 1 else ""
    if len(line.words) > 1 and text == "o" and line.words[1].x0 - first.x1 > 0.4 * line.size:
        return text
    if len(line.words) > 1 and _NUMBER_MARK.match(text):
        if text[-1] == "." and text[:-1].isalpha() and text[:-1].isupper():
            return ""
        return text
    return ""


def without_bullet(line: Line, mark: str) -> Line:
    """Return a line without its first word where that is a sign; numbers are kept."""
    if not mark or any(c.isalnum() for c in mark.replace("o", "")):
        return line
    return Line(line.words[1:])


def glued_bullet(line: Line) -> Line:
    """Part a sign from the word that it stands against."""
    first = line.words[0]
    text = first.text
    if len(text) < 2 or not (text[0] in BULLETS or is_private(text[0])) or text[0] in _DASHES:
        return line
    if not text[1:].strip() or not text[1].isalpha():
        return line
    share = (first.x1 - first.x0) / len(text)
    sign = Word(text[0], first.x0, first.x0 + share, first.base, first.face)
    rest = Word(text[1:], first.x0 + share, first.x1, first.base, first.face)
    return Line([sign, rest, *line.words[1:]])


def paragraphs_of(lines: Sequence[Line], right: float, *, listing: bool = False) -> list[Paragraph]:
    """Part the lines of a column or cell into paragraphs.

    Args:
        lines: From the top down.
        right: Where the column ends, so that a line that breaks off early shows.
        listing: Whether the page is one of contents, where lines that end in a number end.
    """
    made: list[Paragraph] = []
    last: Line | None = None
    lines = [glued_bullet(line) for line in lines]
    right = _true_right(lines, right)
    for line in lines:
        mark = bullet_of(line)
        begins = last is None or _parted(last, line, mark, right, made[-1])
        if last is not None and (
            _LEADER.search(last.text) or (listing and _PAGE_AT_END.search(last.text))
        ):
            begins = True
        if begins:
            made.append(Paragraph([without_bullet(line, mark)], bool(mark), mark))
        else:
            made[-1].lines.append(line)
        last = line
    for one in made:
        end = one.lines[-1]
        one.forced = right - end.x1 > 0.12 * max(right - end.x0, 1.0)
    return made


def _true_right(lines: Sequence[Line], right: float) -> float:
    """Where a column really ends: lines that break off amid a sentence end where it does."""
    torn = sum(
        _breaks_off(last, line, right)
        and line.words[0].text[:1].islower()
        and not bullet_of(line)
        and last.text[-1:] not in ".:;!?"
        for last, line in pairwise(lines)
    )
    if torn < _TORN or torn < _TORN_SHARE * len(lines):
        return right
    return min(right, max(line.x1 for line in lines))


def _parted(last: Line, line: Line, mark: str, right: float, current: Paragraph) -> bool:
    size = max(last.size, line.size)
    step = line.base - last.base
    if line.x0 > last.x1 or line.x1 < last.x0:
        return True
    usual = 1.25 * size
    if len(current.lines) > 1:
        usual = current.lines[-1].base - current.lines[-2].base
    if step > max(usual, 1.0 * size) * _PARAGRAPH_GAP or step < 0:
        return True
    if mark and not (mark in _DASHES and last.x1 > right - 3 * size and not current.listed):
        return not _is_number_in_sentence(last, line, mark, right)
    if min(last.size, line.size) < 0.88 * size or _is_labelled(line, current):
        return True
    if last.bold != line.bold and (last.bold or line.bold):
        runs_in = last.bold and len(current.lines) == 1 and last.text[-1:] not in ",–-"
        return (runs_in and line.words[0].text[:1].isupper()) or _breaks_off(last, line, right)
    if _breaks_off(last, line, right):
        # Headings are broken where it looks well.
        whole = last.bold and line.bold and not mark and abs(last.size - line.size) < 0.2
        return not (whole and step < _HEADING_STEP * size and last.text[-1:] not in ".:;!?")
    indent = line.x0 - last.x0
    if len(current.lines) > 1 and not current.listed and size < indent < 4 * size:
        return last.text[-1:] in ".!?:"
    return False


def _is_labelled(line: Line, current: Paragraph) -> bool:
    """A line such as "Lead: Police Scotland" below another, or with its label in bold."""
    if not _LABEL.match(line.text + " "):
        return False
    if _LABEL.match(current.lines[0].text + " "):
        return True
    return line.words[0].face.bold and not current.lines[-1].words[-1].face.bold


def _is_number_in_sentence(last: Line, line: Line, mark: str, right: float) -> bool:
    """A number that only happens to begin a line, such as "3." in "in year | 3. The"."""
    if not mark[:1].isdigit() or last.text[-1:] in ".:;!?":
        return False
    return not _breaks_off(last, line, right) and abs(line.x0 - last.x0) < 1.0


def _breaks_off(last: Line, line: Line, right: float) -> bool:
    """Tell whether a line ends though the next word would have fitted on it."""
    if _BROKEN.search(last.text):
        return False
    first = line.words[0]
    needed = first.x1 - first.x0 + 0.3 * last.size
    return right - last.x1 > needed + 0.6 * last.size + 0.02 * max(right - last.x0, 0.0)
