# ruff: noqa: RUF001 - workbooks are typed with long dashes and bullets
"""Cells that are no part of a table: titles, headings, paragraphs, lists, keys with values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ..blocks import BlockList, Locator
from .grid import Grid, Words

_BULLET: Final = re.compile(r"^(?:[•●▪■◦○‣⁃∙·\uf0b7\uf0a7*–—-]|o(?=\s))\s*(?P<text>\S.*)$")
_NUMBER: Final = re.compile(r"^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?P<text>\S.*)$")
_ALONE: Final = re.compile(
    r"^\W*(?:[•●▪■◦○‣·*–—-]|\(?[A-Z]{0,2}\d{0,2}(?:\.\d{1,2}){0,2}[.)]?)\W*$"
)
_TITLE_KEY: Final = re.compile(
    r"^(?:(?:plan|document|full)\s+)?(?:title|name of (?:the |this )?plan|plan name)\s*:?$", re.I
)
_OF_PLAN: Final = re.compile(r"\bplan\b|\bCJOIP\b|\bstrategy\b|\bpartnership\b|\bjustice\b", re.I)
_PLAIN_NAME: Final = re.compile(r"^(?:sheet|tab|blad|table)\s*\d*$", re.IGNORECASE)
_HEADING_WORDS: Final = 16
_PAIR_WORDS: Final = 60
_SENTENCE_WORDS: Final = 12
_LARGER: Final = 1.5
_LOWEST: Final = 6
#: The title of a sheet stands within so many rows that hold words.
_TOP: Final = 4

Pair = tuple[Words, ...]


def pairs_of(cells: list[Words]) -> list[Pair]:
    """Part a row into keys with their values, and cells that stand alone."""
    if len(cells) == 2:
        return [(cells[0], cells[1])]
    found: list[Pair] = []
    at = 0
    while at < len(cells):
        key = cells[at]
        following = cells[at + 1] if at + 1 < len(cells) else None
        paired = key.line.endswith(":") or (key.bold and following and not following.bold)
        if following and paired:
            found.append((key, following))
            at += 2
        else:
            found.append((key,))
            at += 1
    return found


class Prose:
    """Adds the text of one sheet.

    Args:
        made: Takes the blocks.
        name: The sheet's name.
        grid: Its visible words.
    """

    def __init__(self, made: BlockList, name: str, grid: Grid) -> None:
        self.made = made
        self.name = name
        self._body = _body_size(grid)
        self._styles = _heading_styles(grid, self._body)
        self._title = _title(grid, self._body)
        self._level = 1

    def begin(self) -> None:
        """Add the heading of the sheet; the first sheet's title is that of the document."""
        here = Locator(sheet=self.name)
        title = self._title
        if title and not self.made.blocks and _OF_PLAN.search(title.line):
            place = Locator(sheet=self.name, cell=title.address)
            self.made.heading(title.line, 0, at=place)
        elif title and (_PLAIN_NAME.match(self.name) or _within(self.name, title.line)):
            self.made.heading(title.line, 1, at=Locator(sheet=self.name, cell=title.address))
            return
        else:
            self._title = None
        self.made.heading(self.name, 1, at=here)

    def say(self, words: Words) -> None:
        """Add a cell that stands alone in its row."""
        if words is self._title:
            return
        level = self._heading_level(words)
        if level:
            self._level = level
            self.made.heading(words.line, level, at=self._at(words))
            return
        # Where each line stands in the words of the cell, white space made single.
        start = 0
        several = "\n" in words.text
        for line in words.text.split("\n"):
            listed = _BULLET.match(line) or _NUMBER.match(line)
            text = listed["text"] if listed else line
            begin = start + (listed.start("text") if listed else 0)
            span = (begin, begin + len(text)) if several or listed else (None, None)
            place = Locator(sheet=self.name, cell=words.address, start=span[0], end=span[1])
            self.made.text(text, listed=bool(listed), at=place)
            start += len(line) + 1

    def pairs(self, rows: list[list[Pair]]) -> None:
        """Add keys with their values; a long value stands under its key as a heading."""
        single = [pair for row in rows for pair in row]
        longest = max((len(pair[-1].line.split()) for pair in single if len(pair) > 1), default=0)
        # Beside values as long as a section, a sentence is a section too.
        most = _SENTENCE_WORDS if longest > _PAIR_WORDS else _PAIR_WORDS
        for pair in single:
            if len(pair) == 1:
                self.say(pair[0])
                continue
            key, value = pair
            label = key.line.rstrip(" :–—-")
            long = "\n" in value.text or len(value.line.split()) > most
            if _TITLE_KEY.match(key.line) and not self._titled():
                self.made.heading(value.line, 0, at=self._at(value))
            elif _ALONE.match(key.line) and not long:
                number = "" if not re.search(r"\w", key.line) else f"{key.line} "
                place = self._at(value) if not number else self._both(key, value)
                self.made.text(number + value.line, listed=True, at=place)
            elif long and label:
                self.made.heading(label, min(self._level + 1, _LOWEST), at=self._at(key))
                self.say(value)
            else:
                self.made.text(f"{label}: {value.line}", at=self._both(key, value))

    def _titled(self) -> bool:
        return any(block.kind == "heading" and block.level == 0 for block in self.made.blocks)

    def _at(self, words: Words) -> Locator:
        return Locator(sheet=self.name, cell=words.address)

    def _both(self, key: Words, value: Words) -> Locator:
        return Locator(sheet=self.name, cell=f"{key.address}:{value.address}")

    def _heading_level(self, words: Words) -> int | None:
        style = _style(words, self._body)
        return self._styles.get(style) if style else None


def _style(words: Words, body: float) -> tuple[float, bool, bool] | None:
    """Return how a cell is set where it is set as a heading, else None."""
    line = words.line
    if len(line.split()) > _HEADING_WORDS or line[-1] in ".;," or "\n" in words.text:
        return None
    if _BULLET.match(line) or not any(letter.isalpha() for letter in line):
        return None
    larger = words.size >= body + _LARGER
    capital = line.isupper() and len(line.split()) > 1
    if not (larger or words.bold or capital):
        return None
    return words.size if larger else body, words.bold, capital


def _body_size(grid: Grid) -> float:
    letters: dict[float, int] = {}
    for words in _all(grid):
        letters[words.size] = letters.get(words.size, 0) + len(words.text)
    return max(letters, key=lambda size: letters[size])


def _heading_styles(grid: Grid, body: float) -> dict[tuple[float, bool, bool], int]:
    """Levels of the ways that headings of this sheet are set, the largest above."""
    alone = [next(iter(line.values())) for line in grid.lines.values() if _single(line.values())]
    found = {style for words in alone if (style := _style(words, body))}
    ranked = sorted(found, reverse=True)
    return {style: min(2 + rank, _LOWEST) for rank, style in enumerate(ranked)}


def _title(grid: Grid, body: float) -> Words | None:
    """Return the title at the top of a sheet: the largest heading of its first rows."""
    top = []
    for row in grid.rows[:_TOP]:
        line = grid.lines[row]
        if not _single(line.values()):
            break
        top.append(next(iter(line.values())))
    headings = [words for words in top if _style(words, body)]
    return max(headings, key=lambda words: (words.size, words.bold), default=None)


def _single(cells: Iterable[Words]) -> bool:
    return len({id(words) for words in cells}) == 1


def _all(grid: Grid) -> list[Words]:
    found = {id(words): words for line in grid.lines.values() for words in line.values()}
    return list(found.values())


def _within(name: str, title: str) -> bool:
    """Tell whether a title says the sheet's name and more."""
    plain = " ".join(name.lower().replace("_", " ").split())
    return plain in " ".join(title.lower().split())
