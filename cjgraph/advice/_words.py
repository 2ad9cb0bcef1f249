"""Shortens what is quoted."""

from __future__ import annotations

from typing import Final

#: Characters of a quotation that a reader takes in beside a finding.
LONGEST: Final = 240


def shortened(text: str, most: int = LONGEST) -> str:
    """Return a text on one line, cut between words where it is long.

    Args:
        text: Any text.
        most: Most characters, the mark of the cut among them.

    >>> shortened("Housing first helps", 12)
    'Housing…'
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    whole = kept if line[most - 1] == " " else kept.rpartition(" ")[0]
    return (whole or kept).rstrip(" ,;:") + "…"
