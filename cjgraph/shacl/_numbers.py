"""Numbers as a sentence puts them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_WORDS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def in_words(number: int) -> str:
    """Return a number in a word up to nine, in figures above.

    Args:
        number: A number from 0.

    >>> in_words(9), in_words(1200)
    ('nine', '1,200')
    """
    return _WORDS[number] if number < len(_WORDS) else f"{number:,}"


def in_figures(numbers: Iterable[int]) -> str:
    """List numbers, those in a row by the first and the last.

    Args:
        numbers: Numbers in any order.

    >>> in_figures([2, 6, 7, 8, 9, 12])
    '2, 6 to 9 and 12'
    """
    rows: list[list[int]] = []
    for number in sorted(numbers):
        if rows and rows[-1][-1] == number - 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    told: list[str] = []
    for row in rows:
        told += [f"{row[0]} to {row[-1]}"] if len(row) > 2 else map(str, row)
    return " and ".join((", ".join(told[:-1]), told[-1])) if len(told) > 1 else "".join(told)
