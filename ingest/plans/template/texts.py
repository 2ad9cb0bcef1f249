"""Words as cells hold them: nothing lost on the way into a file and back."""

from __future__ import annotations

import hashlib
import re
from typing import Final

#: Characters that neither workbooks nor Word files can hold, and carriage returns, which both
#: turn into line feeds.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


def escaped(text: str) -> str:
    """Return words that a file can hold, others as ``_x0007_``.

    Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).

    >>> escaped("bell" + chr(7))
    'bell_x0007_'
    """
    text = _ESCAPED.sub(lambda m: f"_x005F_{m[0][1:]}", text)
    return _UNWRITABLE.sub(lambda m: f"_x{ord(m[0]):04X}_", text)


def unescaped(text: str) -> str:
    """Return what ``escaped`` was given.

    >>> unescaped(escaped("_x0007_"))
    '_x0007_'
    """
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text)


def tidy(text: str) -> str:
    """Return words as a person means them, without white space around them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def mark_of(*texts: str) -> str:
    """Return a short mark by which the same words are known again."""
    return hashlib.sha256("\x1f".join(texts).encode("utf-8", "replace")).hexdigest()[:16]


def shortened(text: str, most: int) -> str:
    """Return a text of at most so many characters, cut between words.

    >>> shortened("one two three", 9)
    'one two…'
    """
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
