"""Measures words and breaks them into lines, so that nothing is cut or runs over."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

import matplotlib as mpl
from matplotlib.ft2font import FT2Font

_FONTS: Final = Path(mpl.get_data_path()) / "fonts" / "ttf"
_REFERENCE: Final = 100
#: Characters that XML 1.0 can't hold, and those that turn the direction of the words around them.
_UNWANTED: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    r"\ufffe\uffff]"
)


def clean(text: str) -> str:
    """Return text on one line, without signs that no file of a picture can hold.

    Args:
        text: Any text.
    """
    return " ".join(_UNWANTED.sub(" ", text).split())


@cache
def _font(bold: bool) -> FT2Font:
    font = FT2Font(str(_FONTS / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")))
    font.set_size(_REFERENCE, 72)
    return font


@cache
def _advance(character: str, bold: bool) -> float:
    return float(_font(bold).load_char(ord(character)).linearHoriAdvance) / 65536 / _REFERENCE


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of text in points.

    Args:
        text: The text, on one line.
        size: Size of the letters in points.
        bold: Whether they are bold.
    """
    return size * sum(_advance(character, bold) for character in text)


def wrapped(
    text: str, width: float, size: float, *, bold: bool = False, most: int | None = None
) -> list[str]:
    """Break text into lines of a width.

    Args:
        text: The text.
        width: Width of a line in points.
        size: Size of the letters in points.
        bold: Whether they are bold.
        most: Most lines; where there are more, the last ends with dots.
    """
    lines: list[str] = []
    line = ""
    for word in clean(text).split(" "):
        for part in _parts(word, width, size, bold):
            longer = f"{line} {part}" if line else part
            if line and width_of(longer, size, bold=bold) > width:
                lines.append(line)
                line = part
            else:
                line = longer
    lines.append(line)
    if most is None or len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width_of(last + " …", size, bold=bold) > width:
        last = last.rpartition(" ")[0] if " " in last else last[:-1]
    return [*lines[: most - 1], f"{last} …".strip()]


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of the longest word in points.

    Args:
        text: The text.
        size: Size of the letters in points.
        bold: Whether they are bold.
    """
    return max((width_of(word, size, bold=bold) for word in clean(text).split()), default=0.0)


def _parts(word: str, width: float, size: float, bold: bool) -> list[str]:
    """Break a word that is wider than a line."""
    parts = []
    while len(word) > 1 and width_of(word, size, bold=bold) > width:
        room, taken = width, 0
        while taken < len(word):
            room -= size * _advance(word[taken], bold)
            if room < 0:
                break
            taken += 1
        taken = max(1, taken)
        parts.append(word[:taken])
        word = word[taken:]
    return [*parts, word]
