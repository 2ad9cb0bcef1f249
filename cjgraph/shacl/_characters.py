"""Keeps what a terminal would obey out of words that a plan brings along."""

from __future__ import annotations


def printable(text: str) -> str:
    r"""Return text without control characters and marks that turn its direction.

    White space of any kind becomes a space; what cannot be seen is dropped.

    Args:
        text: Text from anywhere.

    >>> printable("Publish\u202e a\x1b report")
    'Publish a report'
    """
    spaced = (" " if c.isspace() else c for c in text)
    return "".join(c for c in spaced if c.isprintable())
