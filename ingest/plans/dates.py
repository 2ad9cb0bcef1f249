# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Dates as plans write them, turned into days.

A day is itself; a month its last day; quarters are of the financial year (Q1 ends on
30 June); ``2025/26`` ends on 31 March 2026. ``ongoing``, a season or a blank has no day.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

_NAMES: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTHS: Final = {name: n for n, name in enumerate(_NAMES, 1)} | {
    name[:3]: n for n, name in enumerate(_NAMES, 1)
}
_MONTHS["sept"] = 9
_MONTH: Final = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR: Final = r"(?P<year>20\d\d)"
_DASH: Final = r"\s*(?:/|-|–|—|to)\s*"

#: Every form, the most telling first: a later form never reads what an earlier one has read.
_FORMS: Final = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("iso", r"\b(?P<year>20\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b"),
        ("day", r"\b(?P<d>\d{1,2})\s*[/.\-]\s*(?P<m>\d{1,2})\s*[/.\-]\s*(?P<year>20\d\d|\d\d)\b"),
        ("named", r"\b(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + _MONTH + r",?\s*" + _YEAR),
        ("named", r"\b" + _MONTH + r"\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+" + _YEAR),
        (
            "quarter",
            r"\b(?:q|qtr|quarter)\s*(?P<q>[1-4])\s*,?\s*(?:of\s+)?(?:fy\s*)?"
            r"(?P<year>20\d\d|\d\d)" + _DASH + r"(?P<end>20\d\d|\d\d)\b",
        ),
        (
            "quarter",
            r"\b(?P<year>20\d\d|\d\d)" + _DASH + r"(?P<end>20\d\d|\d\d)\s*,?\s*"
            r"(?:q|qtr|quarter)\s*(?P<q>[1-4])\b",
        ),
        ("month", r"\b" + _MONTH + r"(?:\s*[,'’\-/]\s*|\s+)(?P<year>20\d\d|\d\d)\b(?!\s*%)"),
        ("month", r"\b(?P<m>0?[1-9]|1[0-2])/" + _YEAR + r"\b"),
        ("years", r"\b(?P<year>20\d\d)" + _DASH + r"(?P<end>20\d\d|\d\d)\b"),
        ("year", r"(?<![\d/£,.])" + _YEAR + r"\b(?!\s*[/\-–]\s*\d|,\d)"),
    )
)
_NO_DAY: Final = re.compile(
    r"\b(spring|summer|autumn|winter|tbc|tbd|to be confirmed|to be agreed)\b|\bq(?:tr|uarter)?\s*[1-4]\b",
    re.IGNORECASE,
)
_ONGOING: Final = re.compile(r"\b(on-?going|continuous|continuing|rolling|as required)\b", re.I)
_SEASON: Final = r"(?:spring|summer|autumn|winter)(?: of)?(?: 20\d\d(?:[/–-]\d\d)?)?"
#: A time in a sentence, with the words before it that belong to it.
_WHEN: Final = re.compile(
    r"(?<=\b)(?:(?:the )?end of (?:the )?|early (?:in )?|late (?:in )?|mid-?)?(?:"
    r"\d{1,2}\s*[/.]\s*\d{1,2}\s*[/.]\s*(?:20)?\d\d|20\d\d-\d\d-\d\d|"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of )?)?"
    + _MONTH.replace("?P<month>", "?:")
    + r"\s*,?\s*20\d\d|(?:q|quarter )[1-4],?\s*(?:of )?20\d\d(?:\s*[/–-]\s*\d\d(?:\d\d)?)?|"
    + _SEASON
    + r"|(?<=by )20\d\d(?:[/–-]\d\d)?|(?<=in )20\d\d(?:[/–-]\d\d)?|(?<=of )20\d\d(?:[/–-]\d\d)?|"
    r"(?<=before )20\d\d(?:[/–-]\d\d)?|20\d\d[/–-]\d\d)",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(r"\b(to|until|till|through|by|ends?|ending)\b", re.IGNORECASE)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _month(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return int(groups["m"]) if groups.get("m") else _MONTHS[groups["month"].lower()]


def _end_year(match: re.Match[str]) -> int:
    return _full_year(match["end"])


def _span(kind: str, match: re.Match[str]) -> tuple[date, date] | None:
    """First and last day that one written form covers, or None where no such day exists."""
    try:
        if kind in {"iso", "day", "named"}:
            day = date(_full_year(match["year"]), _month(match), int(match["d"]))
            return day, day
        if kind == "month":
            year, month = _full_year(match["year"]), _month(match)
            return date(year, month, 1), _last_day(year, month)
        if kind == "year":
            return date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31)
        first, last = _full_year(match["year"]), _end_year(match)
        if last <= first or last - first > 30:
            return None
        if kind == "years":
            return date(first, 4, 1), date(last, 3, 31)
        quarter = int(match["q"])
        if last - first != 1:
            return None
        year, month = (first, 3 + 3 * quarter) if quarter < 4 else (last, 3)
        return date(year, month - 2, 1), _last_day(year, month)
    except ValueError:
        return None


def _spans(text: str) -> Iterator[tuple[int, date, date]]:
    left = text
    found = []
    for kind, pattern in _FORMS:
        for match in pattern.finditer(left):
            span = _span(kind, match)
            if span:
                found.append((match.start(), *span))
            # What was read, or is no date at all, must not be read again by a looser form.
            left = left[: match.start()] + "\x00" * len(match[0]) + left[match.end() :]
    yield from sorted(found)


def due_date(text: str) -> date | None:
    """Work out the last day that a due date allows.

    Args:
        text: What stands in the cell, such as ``"Q4 2025/26"``.

    Returns:
        The day; of several dates the latest; None where the words name no day.

    >>> due_date("Q4 2025/26")
    datetime.date(2026, 3, 31)
    >>> due_date("ongoing") is None
    True
    """
    text = " ".join(text.split())
    spans = list(_spans(text))
    if not spans:
        return None
    if _ONGOING.search(text) and not _UNTIL.search(text):
        return None
    if _NO_DAY.search(text) and all((last - first).days > 31 for _, first, last in spans):
        has_quarter = any(80 < (last - first).days < 93 for _, first, last in spans)
        if not has_quarter:
            return None
    return max(last for _, _, last in spans)


def date_phrase(text: str) -> tuple[str, date | None]:
    """Find the words in a sentence that say by when, and the last day that they allow.

    Args:
        text: A sentence such as ``"By the end of March 2025 we will open a hub"``.

    Returns:
        The words and the day; words without a day where it names but a season; nothing and
        None where it names no time.
    """
    text = " ".join(text.split())
    named = _WHEN.search(text)
    if not named:
        return "", None
    words = named[0].strip(" ,.")
    return words, due_date(words)


def period(text: str) -> tuple[date, date] | None:
    """Find the period of a plan in a line such as ``"1 April 2024 to 31 March 2029"``.

    Args:
        text: One line of the plan.

    Returns:
        First and last day, where the line names a period of one to fifteen years.
    """
    text = " ".join(text.split())
    spans = list(_spans(text))
    best: tuple[date, date] | None = None
    for (_, first, _), (_, _, last) in pairwise(spans):
        if 300 < (last - first).days < 5500:
            best = best or (first, last)
    for _, first, last in spans:
        if 300 < (last - first).days < 5500 and (first.month, first.day) == (4, 1):
            best = best or (first, last)
    return best
