"""Words that are set letter by letter up the side of a page, which say nothing in their place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

#: So many short scraps in a row are a word set upright; a list of initials is shorter.
_LEAST: Final = 6
_SCRAP: Final = 3


def without_spelled(lines: list[T], words: Callable[[T], str]) -> list[T]:
    """Leave out runs of lines of one to three letters each.

    Args:
        lines: Lines or paragraphs in order.
        words: Gives the words of one; one without words neither breaks a run nor makes it.
    """
    kept: list[T] = []
    run: list[T] = []
    letters = 0
    for line in lines:
        text = words(line).strip(" ")
        if not text or (len(text) <= _SCRAP and text.replace(" ", "").isalpha()):
            run.append(line)
            letters += bool(text)
            continue
        kept.extend(_without(run, words) if letters >= _LEAST else run)
        kept.append(line)
        run, letters = [], 0
    kept.extend(_without(run, words) if letters >= _LEAST else run)
    return kept


def _without(run: list[T], words: Callable[[T], str]) -> list[T]:
    """Only the lines without words: what they part stays parted."""
    return [line for line in run if not words(line).strip()]
