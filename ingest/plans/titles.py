"""Where a plan writes out the titles of national outcomes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .blocks import Block, Locator
from .links import Generation
from .vocabulary import flat, vocabulary


def written_titles(blocks: list[Block], generation: Generation) -> dict[str, tuple[str, Locator]]:
    """Find the first place where each national outcome's title stands in full.

    Args:
        blocks: The document.
        generation: Which set of national outcomes it uses.

    Returns:
        By the code of the outcome: its title as the plan writes it, and the place.
    """
    own = vocabulary().edition(generation).outcomes
    left = {term.code: term.label for term in vocabulary().outcomes if term.code in own}
    found: dict[str, tuple[str, Locator]] = {}
    for text, place in _texts(blocks):
        plain = _plain(text)
        for code, label in list(left.items()):
            if _plain(label) in plain and (match := _pattern(label).search(text)):
                found[code] = (match[0], place)
                del left[code]
    return found


def _plain(text: str) -> str:
    """Words alone; apostrophes are set wrongly too often to count."""
    return flat(text.replace("'", "").replace("\u2019", ""))


def _texts(blocks: list[Block]) -> Iterator[tuple[str, Locator]]:
    for block in blocks:
        if block.kind == "table":
            for r, row in enumerate(block.rows):
                for c, cell in enumerate(row):
                    if cell.origin == (r, c):
                        yield " ".join(cell.text.split()), block.cell_place(r, c)
        elif not block.contents:
            yield block.text, block.locator


@cache
def _pattern(label: str) -> re.Pattern[str]:
    words = (re.sub(r"s$", "['\u2019]?s['\u2019]?", word) for word in _plain(label).split())
    return re.compile(r"\b" + r"\W+".join(words), re.IGNORECASE)
