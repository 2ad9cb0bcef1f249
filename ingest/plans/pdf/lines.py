# ruff: noqa: RUF001 - plans are typed with curly quotes and long dashes
"""Characters joined to words, and words to pieces of lines."""

from __future__ import annotations

import bisect
import re
import statistics
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from .glyphs import Face, Glyph, is_private
from .strokes import Rect

#: Gap in parts of the type size that parts words where the file writes no spaces.
_WORD_GAP: Final = 0.14
#: The same where it does: kerning must not part them.
_KERNING: Final = 0.25
#: The same where the engine takes the gap for a space.
_HINTED: Final = 0.09
#: Gap that ends a piece of a line, without and with a written space before it.
_PIECE_GAP: Final = 0.75
_SPACED_GAP: Final = 1.2
#: How far a raised or lowered character may stand off its line.
_OFF_LINE: Final = 0.45
_RAISED: Final = 0.18
_LETTERSPACED: Final = 0.11
_NEAREST: Final = 40
_FOOTNOTE: Final = re.compile(r"^[\d*†‡§,]+$")
_LIGATURES: Final = re.compile(r"[\ufb00-\ufb06\u2126\u00a0\u2002-\u200a]")
#: Signs that bullets are drawn with; a letter such as "o" counts only as a word of its own.
BULLETS: Final = frozenset("•◦▪▫■□●○‣⁃∙·–—-*►▶➢➤➔→✓✔❖◆◇○♦☐☑§¾")


@dataclass(slots=True)
class Word:
    """A run of characters without a space; distances are from the top left of the page."""

    text: str
    x0: float
    x1: float
    base: float
    face: Face

    @property
    def middle(self) -> float:
        """Return where half of it has passed."""
        return (self.x0 + self.x1) / 2


class Line:
    """Words that stand side by side without a wide gap.

    Args:
        words: From left to right; they may be added to until the line is first measured.
    """

    __slots__ = ("_base", "_face", "_x1", "words")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self._face: Face | None = None
        self._base = self._x1 = 0.0

    @property
    def face(self) -> Face:
        """Return the setting that most of its characters have."""
        return self._face if self._face is not None else self._measured()

    def _measured(self) -> Face:
        counts: dict[int, int] = {}
        faces: dict[int, Face] = {}
        for word in self.words:
            key = id(word.face)
            faces[key] = word.face
            counts[key] = counts.get(key, 0) + len(word.text)
        self._base = max(self.words, key=lambda word: (word.face.size, len(word.text))).base
        self._x1 = max(word.x1 for word in self.words)
        self._face = faces[max(counts, key=lambda key: counts[key])]
        return self._face

    @property
    def x0(self) -> float:
        """Return its left end."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Return its right end."""
        if self._face is None:
            self._measured()
        return self._x1

    @property
    def base(self) -> float:
        """Return its baseline."""
        if self._face is None:
            self._measured()
        return self._base

    @property
    def size(self) -> float:
        """Return the size that most of its characters have."""
        return self.face.size

    @property
    def bold(self) -> bool:
        """Tell whether all words but marks are bold."""
        lettered = [w for w in self.words if any(c.isalnum() for c in w.text)]
        return bool(lettered) and all(word.face.bold for word in lettered)

    @property
    def top(self) -> float:
        """Return the height at which its capitals begin."""
        return self.base - 0.78 * self.size

    @property
    def bottom(self) -> float:
        """Return the height at which its tails end."""
        return self.base + 0.22 * self.size

    @property
    def rect(self) -> Rect:
        """Return the room that it takes."""
        return Rect(self.x0, self.top, self.x1, self.bottom)

    @property
    def text(self) -> str:
        """Return its words with single spaces."""
        return " ".join(word.text for word in self.words)


class Fences:
    """Upright lines that part what stands to their left from what stands to their right."""

    def __init__(self, down: Iterable[Rect]) -> None:
        self._lines = sorted((rect.x0, rect.top, rect.bottom) for rect in down)
        self._xs = [line[0] for line in self._lines]

    def between(self, left: float, right: float, height: float) -> bool:
        """Tell whether a line stands between two places of one height."""
        at = bisect.bisect_left(self._xs, left)
        while at < len(self._xs) and self._xs[at] <= right:
            _, top, bottom = self._lines[at]
            if top - 1.0 <= height <= bottom + 1.0:
                return True
            at += 1
        return False


def lines_of(glyphs: list[Glyph], fences: Fences) -> list[Line]:
    """Join characters to words and lines.

    Args:
        glyphs: Characters in the order they were drawn.
        fences: Upright lines that no line of text runs across.

    Returns:
        The pieces of lines, from the top down and from left to right.
    """
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and _goes_on(runs[-1], glyph, fences):
            if not _doubled(runs[-1], glyph):
                runs[-1].append(glyph)
        else:
            runs.append([glyph])
    spaced = sum(glyph.spaced for glyph in glyphs) > len(glyphs) / 40
    pieces = [run for run in _joined(runs, fences) if run]
    made = [Line(words) for run in pieces if (words := _words(run, spaced))]
    made.sort(key=lambda line: (round(line.base, 1), line.x0))
    return made


def _goes_on(run: list[Glyph], glyph: Glyph, fences: Fences) -> bool:
    last = run[-1]
    size = max(last.face.size, glyph.face.size)
    if abs(glyph.base - last.base) > 0.05 * size:
        anchor = max(run[-12:], key=lambda g: g.face.size)
        if abs(glyph.base - anchor.base) > _OFF_LINE * size:
            return False
        raised = min(last.face.size, glyph.face.size) < 0.85 * size
        if abs(glyph.base - last.base) > 0.12 * size and not raised:
            return False
    gap = glyph.x0 - last.x1
    limit = _SPACED_GAP if last.spaced else _PIECE_GAP
    if not -0.6 * size <= gap <= limit * size:
        return False
    if gap > 0.1 * size or last.spaced:
        return not fences.between(last.x1 - 1.0, glyph.x0 + 1.0, glyph.base - 0.3 * size)
    return True


def _doubled(run: list[Glyph], glyph: Glyph) -> bool:
    """A character drawn twice with a small shift, to look bold."""
    return any(
        other.text == glyph.text and abs(other.x0 - glyph.x0) < 0.15 * glyph.face.size
        for other in run[-2:]
    )


def _joined(runs: list[list[Glyph]], fences: Fences) -> list[list[Glyph]]:
    """Join runs that stand on one line close together, though drawn apart."""
    runs = sorted(runs, key=lambda run: run[0].x0)
    rows: dict[int, list[list[Glyph]]] = {}
    made: list[list[Glyph]] = []
    for run in runs:
        height = run[0].base
        near: list[Glyph] | None = None
        for key in (round(height / 2) + step for step in (0, -1, 1)):
            for other in rows.get(key, [])[-_NEAREST:]:
                if _abuts(other, run, fences):
                    near = other
        if near is not None:
            if not (len(run) == 1 and _doubled(near, run[0])) and not _repeats(near, run):
                near.extend(run)
            continue
        made.append(run)
        rows.setdefault(round(height / 2), []).append(run)
    return made


def _repeats(near: list[Glyph], run: list[Glyph]) -> bool:
    """A whole run drawn twice at one place."""
    return abs(near[0].x0 - run[0].x0) < 0.15 * run[0].face.size and [g.text for g in near] == [
        g.text for g in run
    ]


def _abuts(left: list[Glyph], right: list[Glyph], fences: Fences) -> bool:
    one, two = left[-1], right[0]
    size = max(one.face.size, two.face.size)
    if abs(one.base - two.base) > _OFF_LINE * size:
        return False
    if abs(one.base - two.base) > 0.12 * size and min(one.face.size, two.face.size) > 0.85 * size:
        return False
    gap = two.x0 - one.x1
    if _repeats(left, right):
        return True
    if not -0.3 * size <= gap <= 0.5 * size:
        return False
    return not fences.between(one.x1 - 1.0, two.x0 + 1.0, two.base - 0.3 * size)


def _words(run: list[Glyph], spaced: bool) -> list[Word]:
    """Part a run into words."""
    gaps = [(two.x0 - one.x1) / max(one.face.size, two.face.size) for one, two in pairwise(run)]
    limit = _KERNING if spaced else _WORD_GAP
    loose = _letterspacing(run, gaps)
    if loose is not None:
        limit = loose
    written = loose is None or _spaces_part_words(run)
    words: list[Word] = []
    letters: list[Glyph] = []
    anchor = max(run, key=lambda glyph: glyph.face.size)
    for number, glyph in enumerate(run):
        letters.append(glyph)
        ends = (
            number == len(run) - 1
            or gaps[number] > limit
            or (glyph.spaced and written)
            or (glyph.hinted and loose is None and gaps[number] > _HINTED)
        )
        if ends:
            if word := _word(letters, anchor, run[0]):
                words.append(word)
            letters = []
    return words


def _letterspacing(run: list[Glyph], gaps: list[float]) -> float | None:
    """The gap that parts words of a line whose letters are set apart, or nothing."""
    if len(run) < 5:
        return None
    letters = [gap for gap, glyph in zip(gaps, run, strict=False) if not glyph.spaced]
    singles = sum(glyph.spaced for glyph in run[:-1]) > 0.7 * (len(run) - 1)
    inner = gaps if singles else letters
    if len(inner) < 3:
        return None
    usual = statistics.median(inner)
    if not singles and usual < _LETTERSPACED:
        return None
    return usual * 1.8 + 0.12 if not singles else usual + 0.2


def _spaces_part_words(run: list[Glyph]) -> bool:
    return sum(glyph.spaced for glyph in run[:-1]) <= 0.5 * (len(run) - 1)


def _word(letters: list[Glyph], anchor: Glyph, first: Glyph) -> Word | None:
    text = "".join(glyph.text for glyph in letters)
    text = text[:-1].replace("\xad", "") + text[-1:]
    text = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    biggest = max(letters, key=lambda glyph: glyph.face.size)
    small = [g for g in letters if g.face.size < 0.8 * anchor.face.size]
    if small and small[-1] is letters[-1]:
        raised = [g for g in small if g.base < anchor.base - _RAISED * anchor.face.size]
        mark = "".join(glyph.text for glyph in raised)
        before = text[: len(text) - len(mark)]
        # A mark of a footnote is no part of the sentence.
        if mark and _FOOTNOTE.match(mark) and len(mark) <= 4 and first is not raised[0]:
            if not before:
                return None
            if text.endswith(mark) and not before[-1].isdigit() and before not in {"m", "km"}:
                text = before
                letters = letters[: len(letters) - len(raised)] or letters
    text = text.strip()
    if not text:
        return None
    if len(text) > 1 and not is_private(text[0]):
        text = "".join(c for c in text if not is_private(c))
    if not text:
        return None
    return Word(text, letters[0].x0, max(g.x1 for g in letters), biggest.base, biggest.face)
