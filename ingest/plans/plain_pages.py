# ruff: noqa: RUF001 - plans are typed with long dashes
"""Pages of a plain text: running lines at page ends left out, what they part joined again."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import Final

from .letters import without_spelled

_DIGITS: Final = re.compile(r"\d+")
_PAGE: Final = re.compile(
    r"(?:\bpage\s+#(?:\s+of\s+#)?|^\W*#\W*(?:of|/)\s*#\W*$|^[-–—]\s*#\s*[-–—]$)", re.IGNORECASE
)
_NUMBER_ALONE: Final = re.compile(r"^\W*#\W*$")
_RULE: Final = re.compile(r"^\s*(?:=+|-+|_+)\s*$")
_LONGEST: Final = 120
_LEAST: Final = 3
#: Running lines stand so many lines apart at least; a refrain of the plan stands closer.
_APART: Final = 18
_ENDS: Final = (".", "!", "?", ":", ";")


def without_pages(lines: list[str]) -> list[str]:
    """Return the lines of a text without running headers, footers and form feeds.

    A paragraph that a page end had cut in two is whole again.

    Args:
        lines: The lines; those that begin a page may start with a form feed.
    """
    breaks = {at for at, line in enumerate(lines) if "\x0c" in line}
    bare = [line.replace("\x0c", "") for line in lines]
    running = _running(bare, breaks)
    kept: list[str] = []
    cut = False
    for at, line in enumerate(bare):
        cut = cut or at in running or at in breaks
        if at in running:
            continue
        if cut and line.strip():
            _mend(kept, line)
            cut = False
        kept.append(line)
    return without_spelled(kept, lambda line: line.strip())


def _running(lines: list[str], breaks: set[int]) -> set[int]:
    """Return which lines repeat from page to page, numbers aside."""
    seen: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        words = " ".join(line.split())
        if words and len(words) <= _LONGEST and not _RULE.match(line):
            seen[_DIGITS.sub("#", words)].append(at)
    running: set[int] = set()
    for words, places in seen.items():
        numbered = bool(_PAGE.search(words))
        spread = [later - first for first, later in pairwise(places)]
        if _NUMBER_ALONE.match(words) and not _at_breaks(places, breaks):
            numbered = False
        apart = bool(spread) and min(spread) >= _APART
        alone = all(_stands_alone(lines, at) for at in places)
        if (numbered and len(places) >= 2) or (
            len(places) >= _LEAST and apart and alone and _at_breaks(places, breaks)
        ):
            running.update(places)
    return running


def _at_breaks(places: list[int], breaks: set[int]) -> bool:
    """Tell whether lines stand at page ends, where the text has marks of them."""
    return bool(breaks) and all(any(at + step in breaks for step in range(-4, 5)) for at in places)


def _stands_alone(lines: list[str], at: int) -> bool:
    before = at == 0 or not lines[at - 1].strip()
    return before or at + 1 >= len(lines) or not lines[at + 1].strip()


def _mend(kept: list[str], line: str) -> None:
    """Take away the blank lines of a page end where the text goes straight on."""
    last = next((text for text in reversed(kept) if text.strip()), "")
    goes_on = line.strip()[0].islower() or _RULE.match(line) or _is_key(line)
    if last and goes_on and not last.rstrip().endswith(_ENDS[:3] if not _is_key(line) else ()):
        while kept and not kept[-1].strip():
            kept.pop()


def _is_key(line: str) -> bool:
    """Tell whether an indented line goes on with the labelled lines of an item."""
    return bool(re.match(r"^\s{2,}[A-Z][\w' ]{1,24}:", line))
