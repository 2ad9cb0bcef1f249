"""Levels of headings that are set by hand: by their numbers and by how much they stand out."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Final

from .word_styles import Look, Styles, body_size
from .word_text import W, text_of

_NUMBERED: Final = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+[A-Z]")
_TYPED_LIST: Final = re.compile(r"^(?:[•●○▪■◦‣·\uf000-\uf0ff]|[-–—*]\s|\(?[a-z\d]\)\s)")  # noqa: RUF001
_PERSON: Final = re.compile(
    r"^(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof\w*|Rev|Sir|Dame|Bailie|Provost)\b|"
    r"\b(?:Chair|Convener|Chief Executive|Chief Officer|Leader|Director)\b.{0,60}"
    r"\b(?:Partnership|Board|Council)$"
)
_END_MARKS: Final = ".;,"
_LONGEST: Final = 25
#: Larger letters make a heading of longer lines too, such as a quoted outcome.
_LONGEST_LARGE: Final = 40
_DEEPEST: Final = 6
#: The title stands among the first paragraphs, alone or with one line more of its size.
_COVER, _TITLE_LINES = 8, 2


class Levels:
    """Tells the level of paragraphs that look like headings without having the style of one.

    Args:
        styles: The styles of the document.
        body: Its body.
    """

    def __init__(self, styles: Styles, body: Any) -> None:
        self._styles = styles
        paragraphs = [p for p in body.iter(W + "p") if text_of(p).strip()]
        looks = [(styles.look(p), len(text_of(p))) for p in paragraphs]
        # Keeping the paragraphs keeps lxml from making other objects for them.
        self._looks = {p: look for p, (look, _) in zip(paragraphs, looks, strict=True)}
        self._size = body_size(looks)
        self._above = 0
        groups: dict[Look, list[Any]] = {}
        for paragraph, (look, _) in zip(paragraphs, looks, strict=True):
            if styles.heading_level(paragraph) is None and self._may_be(paragraph, look):
                groups.setdefault(look, []).append(paragraph)
        self._title = self._title_look(paragraphs, groups)
        groups.pop(self._title, None) if self._title else None
        self._level = self._rank(groups)

    def styled(self, level: int) -> None:
        """Note that a heading with a style was passed; headings by look stand below it."""
        self._above = level

    def of(self, element: Any) -> int | None:
        """Return the level of a paragraph, 0 for the title; None for running text."""
        look = self._looks.get(element) or self._styles.look(element)
        if not self._may_be(element, look):
            return None
        if look == self._title:
            return 0
        text = " ".join(text_of(element).split())
        if numbered := _NUMBERED.match(text):
            return max(numbered[1].count(".") + 1, min(self._above, 1))
        level = self._level.get(look)
        if level is None:
            return None
        if self._above:
            ranks = sorted(set(self._level.values()))
            return min(self._above + 1 + ranks.index(level), _DEEPEST)
        return level

    def _may_be(self, element: Any, look: Look) -> bool:
        text = " ".join(text_of(element).split())
        words = len(text.split())
        most = _LONGEST_LARGE if look.size > self._size + 1 else _LONGEST
        if not text or words > most or text[-1] in _END_MARKS or not look.stands_out(self._size):
            return False
        if "subtitle" in (name.lower() for name in self._styles.names(element)):
            return False
        if not any(letter.isalpha() for letter in text):
            return False
        return not (
            self._styles.list_level(element) is not None
            or _TYPED_LIST.match(text)
            or _PERSON.search(text)
        )

    def _title_look(self, paragraphs: list[Any], groups: dict[Look, list[Any]]) -> Look | None:
        """The look of the title: the largest letters, on the cover and nowhere else."""
        if not groups:
            return None
        largest = max(groups, key=Look.rank)
        cover = paragraphs[:_COVER]
        alone = len(groups[largest]) <= _TITLE_LINES and all(p in cover for p in groups[largest])
        larger = all(largest.size > look.size for look in groups if look != largest)
        return largest if alone and larger and largest.size > self._size + 1 else None

    def _rank(self, groups: dict[Look, list[Any]]) -> dict[Look, int]:
        """Give each look a level; looks that mostly carry numbers have the level of these."""
        level: dict[Look, int] = {}
        last = 0
        for look in sorted(groups, key=Look.rank, reverse=True):
            depths = Counter(
                match[1].count(".") + 1
                for paragraph in groups[look]
                if (match := _NUMBERED.match(" ".join(text_of(paragraph).split())))
            )
            mostly = sum(depths.values()) * 2 > len(groups[look])
            last = min(depths) if mostly else min(last + 1, _DEEPEST)
            level[look] = last
        return level
