"""Colours that people with any colour vision can tell apart, and ink that reads on them."""

from __future__ import annotations

from typing import Final

INK: Final = "#1a1a1a"
SOFT: Final = "#555555"
LINE: Final = "#8a8a8a"
FAINT: Final = "#bdbdbd"
PALE: Final = "#f3f3f3"
PAPER: Final = "#ffffff"
WARNING: Final = "#fff4cc"
FAULT: Final = "#a00000"
JUDGED: Final = "#6a3d9a"

#: From few to many, one hue, each step darker.
STEPS: Final = ("#deebf7", "#9ecae1", "#6baed6", "#2171b5", "#084594")

#: Apart by lightness as well as by hue. Source: Okabe and Ito (2008), Color Universal Design.
SERIES: Final = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00")


def ink_on(colour: str) -> str:
    """Return black or white, whichever reads better on a colour.

    Args:
        colour: Such as ``"#2171b5"``.
    """
    return PAPER if _contrast(colour, PAPER) > _contrast(colour, INK) else INK


def _contrast(first: str, second: str) -> float:
    """Return the contrast of two colours. Source: WCAG 2.2, relative luminance."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def step_of(value: float, most: float) -> str:
    """Return the colour of a count.

    Args:
        value: The count.
        most: The largest count of the picture.
    """
    if value <= 0:
        return PAPER
    share = min(1.0, value / most) if most > len(STEPS) else value / len(STEPS)
    return STEPS[min(len(STEPS) - 1, int(share * len(STEPS) - 1e-9))]
