"""Objectives that a plan lists: below words that announce them, or in one title of a table."""

from __future__ import annotations

import re
from typing import Final

from .blocks import Block
from .references import Named, References, leading_number

_OBJECTIVES_FOLLOW: Final = re.compile(
    r"\bobjectives?\b(?: (?:are|is|for this \w+|here|below|under this \w+|as follows))*\s*:$",
    re.IGNORECASE,
)
_OBJECTIVES_HEADING: Final = re.compile(
    r"^(?:[\d.]+\s+)?(?:our |the |local |key |strategic |smart )*objectives?\W*$", re.IGNORECASE
)
_OBJECTIVES_LISTED: Final = re.compile(
    r"^(?:our |the |local |strategic )*objectives\W+(?P<list>\d.*)$", re.IGNORECASE | re.DOTALL
)
_NEXT_NUMBER: Final = re.compile(r"[;,.\n]\s*(?=\d{1,2}\.\d{1,2}\b)")
_FEWEST_WORDS: Final = 4


def opens_objectives(block: Block) -> bool:
    """Tell whether a line announces a list: "Our strategic objectives are:"."""
    if block.kind == "heading":
        return bool(_OBJECTIVES_HEADING.match(block.text))
    return block.kind == "paragraph" and bool(_OBJECTIVES_FOLLOW.search(block.text))


def item_of_list(block: Block) -> Named | None:
    """Read an item of a list of objectives; a paragraph counts where it is numbered."""
    number, text = leading_number(block.text)
    if block.kind != "list" and not number:
        return None
    return Named(number, text) if len(text.split()) >= _FEWEST_WORDS else None


def listed_objectives(words: str, references: References) -> list[Named]:
    """Read the objectives that a title names: one, or a list in one line.

    Args:
        words: A title such as ``"Objectives: 1.1 Plan every release; 1.2 Keep homes"``.
        references: How the plan numbers its objectives.
    """
    named = references.definition("objective", words, heading=True)
    if named:
        return [named]
    listed = _OBJECTIVES_LISTED.match(words)
    parts = _NEXT_NUMBER.split(listed["list"]) if listed else []
    found = (leading_number(part.strip(" ;,")) for part in parts)
    return [Named(number, text) for number, text in found if number and text]
