"""What keeps words from being taken for a formula when a table is opened in a spreadsheet."""

from __future__ import annotations

from typing import Final

_BEGINNINGS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula.

    Args:
        text: What is to stand in a cell.

    >>> guarded("=1+1")
    "'=1+1"
    """
    return f"'{text}" if text.lstrip(" ").startswith(_BEGINNINGS) else text
