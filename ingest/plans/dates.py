# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Dates as plans write them, turned into days.

A day is itself; a month its last day; quarters are of the financial year (Q1 ends on
30 June); ``2025/26`` ends on 31 March 2026. ``ongoing``, a season or a blank has no day.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date, timedelta
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
_A, _E, _O, _U = "[aà]", "[eèé]", "[oòó]", "[uùú]"
#: The months in Gaelic, plain, lenited and in the genitive; an article may stand before them.
_GAELIC: Final = {
    r"fh?aoil[lt]eai?ch|fh?aoil[lt]ich": 1,
    r"gh?earrai?n": 2,
    rf"mh?{_A}i?rt": 3,
    r"gh?ible[ai]n|gh?iblein|gh?iblinn": 4,
    rf"ch?{_E}ite[ai]n|ch?{_E}itein|mh?{_A}igh": 5,
    rf"{_O}gmh[iì]osa?": 6,
    r"iuchai?r": 7,
    rf"l{_U}nas[td]ai?l": 8,
    r"(?:t-)?sultaine?": 9,
    rf"dh?{_A}mhaire?": 10,
    r"sh?amhain|samhna": 11,
    rf"dh?{_U}[bd]h?lachd": 12,
}
_MONTH_WORDS: Final = "|".join([*sorted(_MONTHS, key=len, reverse=True), *_GAELIC])
_MONTH: Final = rf"(?P<month>{_MONTH_WORDS})\b\.?"
#: What stands between a day and its month.
_OF: Final = r"(?:(?:of|dhen|den|de|an|am|a['’])\s+)*(?:t-)?"
#: A year may follow a word that is a month with one slip of the pen, or no month at all.
_SLIP: Final = r"(?<!\w)(?:(?P<d>\d{1,2})(?:st|nd|rd|th|mh)?[\s-]+(?:of\s+)?)?(?P<word>[^\W\d_]{3,})\.?,?[\s-]+(?P<year>20\d\d)\b"
#: Words between a number and a year that are no months: "Phase 2 by 2026".
_NO_MONTH: Final = re.compile(
    r"^(?:by|in|to|of|the|and|or|end|from|until|till|before|during|for|with|then|quarters?|qtr|half|halves|years?|months?|weeks?|days?|"
    r"spring|summer|autumn|winter|easter|christmas|hogmanay|early|late|mid|financial|calendar|year-end|phases?|stages?|through|over|after|since|within|between|due|start|starts|ends?|review|complete|completed)$",
    re.IGNORECASE,
)
_YEAR: Final = r"(?P<year>20\d\d)"
_SHORT: Final = r"(?P<year>20\d\d|['’]?\d\d)(?![\d%])"
_DASH: Final = r"\s*(?:/|-|–|—|to)\s*"
_TWO: Final = r"(?P<year>20\d\d|\d\d)" + _DASH + r"(?P<end>20\d\d|\d\d)(?!\d)"
_FY: Final = r"(?:(?:of|in)\s+)?(?:the\s+)?(?:(?:fy|financial year|year)\s*)?"
_NTH: Final = "first|second|third|fourth|1st|2nd|3rd|4th|final|last"

#: Every form, the most telling first: a later form never reads what an earlier one has read.
_FORMS: Final = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("iso", r"\b(?P<year>20\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)"),
        ("day", r"\b(?P<d>\d{1,2})\s*[/.\-]\s*(?P<m>\d{1,2})\s*[/.\-]\s*(?P<year>20\d\d|\d\d)\b"),
        (  # "Apr 24 - Mar 25": the years of two months, not the day of one
            "month",
            r"\b"
            + _MONTH
            + r"\s*['’]?(?P<year>[2-4]\d)(?=\s*(?:-|–|—|to|until)\s*(?:"
            + _MONTH_WORDS
            + r")\b\.?\s*['’]?\d\d(?!\d|,?\s+20\d\d))",
        ),
        (
            "named",
            r"\b(?P<d>\d{1,2})(?:st|nd|rd|th|mh)?[\s-]+" + _OF + _MONTH + r"[\s,-]*" + _SHORT,
        ),
        ("named", r"\b" + _MONTH + r"\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+" + _YEAR),
        ("quarter", r"\b(?:q|qtr|quarter)\s*(?P<q>[1-4])\b[\s,:()\-–]*" + _FY + _TWO),
        ("quarter", r"\b" + _TWO + r"[\s,:()\-–]*(?:q|qtr|quarter)\s*(?P<q>[1-4])\b"),
        ("quarter", r"\b(?P<nth>" + _NTH + r")\s+(?:quarter|qtr)[\s,()]*" + _FY + _TWO),
        ("quarter", r"\b(?P<half>first|second|1st|2nd)\s+half[\s,()]*" + _FY + _TWO),
        ("month", r"\b" + _MONTH + r"(?:\s*[,'’\-/]\s*|\s+)" + _SHORT),
        ("month", r"\b(?P<m>0?[1-9]|1[0-2])/" + _YEAR + r"\b"),
        ("years", r"\b(?P<year>20\d\d)" + _DASH + r"(?P<end>20\d\d|\d\d)\b"),
        (
            "years",
            r"(?<![\d/.£-])(?:fy\s*)?(?P<year>[12345]\d)\s*[/–-]\s*(?P<end>[12345]\d)(?![\d/.%-])",
        ),
        ("isomonth", r"\b(?P<year>20\d\d)-(?P<m>0[1-9]|1[0-2])(?!\d)"),
        ("slip", _SLIP),
        ("year", r"(?<![\d/£,.])" + _YEAR + r"\b(?!\s*[/\-–]\s*\d|,\d)"),
    )
)
_NO_DAY: Final = re.compile(
    r"\b(spring|summer|autumn|winter|easter|christmas|new year|festive|term|early|mid|middle|tbc|tbd|to be confirmed|to be agreed)\b|\bq(?:tr|uarter)?\s*[1-4]\b",
    re.IGNORECASE,
)
#: What goes on or comes again has no day, unless a day is set for the first time or the end.
_ONGOING: Final = re.compile(
    r"\b(on-?going|continuous(?:ly)?|continuing|rolling|as required|annual(?:ly)?|yearly|monthly|quarterly|weekly|"
    r"(?:each|every) (?:\w+ )?(?:year|quarter|month|week|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|day)|"
    r"(?:once|twice|\w+ times) (?:a|each|every|per) (?:year|quarter|month))\b",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    r"^\W*(?:(?:to|until|till|through|up|and|ending|ends?|finish(?:es|ing)?|runs?|on|the|it|in|of|financial|year|years)\b\W*)*$",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(r"\b(to|until|till|through|by|ends?|ending|first)\b", re.IGNORECASE)
#: "March 2026, then every year": the day stands before what comes again.
_THEN: Final = re.compile(
    r"\d[\s,;(]*(?:and |then |, )*(?:then|thereafter|after that|and|with)\b.{0,30}$", re.IGNORECASE
)
#: A date that no longer holds.
_REPLACED: Final = re.compile(
    r"[([,;]?\s*\b(?:was|were|originally|previously|formerly|revised from|moved from|extended from|brought forward from|instead of)\s*:?[^)\],;]*[)\]]?",
    re.IGNORECASE,
)
_SEASON: Final = re.compile(
    r"\b(?:spring|summer|autumn|winter|Easter|Christmas)\b(?: of)?(?: 20\d\d(?:[/–-]\d\d(?!\d))?)?",
    re.IGNORECASE,
)
_NUMBERS: Final = (
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
)
#: "For three years from 1 April 2024", "the five years to March 2029".
_YEARS: Final = re.compile(
    r"\b(?P<n>[1-9]|10|"
    + "|".join(_NUMBERS[1:])
    + r")[ -]years? (?:period )?(?:(?:beginning|starting|running|commencing) )?(?P<way>from|to|on|until)\b",
    re.IGNORECASE,
)
#: Most days in a quarter.
_QUARTER: Final = 92
#: Names of months with fewer letters are too like other words.
_LONG: Final = 5
_RECURS: Final = re.compile(
    r"\b(?:(?:each|every) (?:\w+ )?(?:year|quarter|month|week|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)|"
    r"(?:once|twice|\w+ times) (?:a|each|per|every|in the) (?:year|quarter|month|life of the plan)|annually|yearly|quarterly|monthly)\b",
    re.IGNORECASE,
)
#: Words before a time that belong to it, and words that say it is a time to act by.
_LEADING: Final = re.compile(
    r"(?:(?:the )?(?:end|close|start|beginning) of (?:the )?|early (?:in )?|late (?:in )?|mid-?\s?|end )$",
    re.IGNORECASE,
)
#: A time before which nothing is due.
_NOT_UNTIL: Final = re.compile(
    r"\b(?:since|after|following|(?:not|no|never) (?:before|earlier than|sooner than|until|till)|earliest(?: in)?)\s*:?\s+(?:the )?(?:(?:end|close|start|beginning) of (?:the )?)?$",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(?:from|starting|beginning|commencing|as of|as from)(?: in| from)?\s+(?:the )?$",
    re.IGNORECASE,
)
_ONWARDS: Final = re.compile(r"^\s*(?:onwards?|and (?:after|beyond))\b", re.IGNORECASE)
#: "Within 6 months of April 2025".
_LATER: Final = re.compile(
    r"\b(?P<n>\d{1,2}|[a-z]+) (?P<unit>day|week|month|year)s? (?:of|from|after|following)\s+(?:the )?(?:(?:end|start) of (?:the )?)?$",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"(?<!not )(?<!no )\b(?:by|before|until|till|no later than|not later than|to be (?:done|finished|completed?|in place) (?:by|in))\s+(?:the )?$",
    re.IGNORECASE,
)
_FROM: Final = re.compile(
    r"\b(?:from|starting|beginning|commencing|as of|as from|(?:starting|beginning|commencing|start|begin|begins|starts) (?:in|on|from|by)|during|in|on|over|for|within|at)\s+(?:the )?$",
    re.IGNORECASE,
)
#: Years that are no time to act in: of a paper, a survey, or what has been.
_PAST: Final = re.compile(
    r"\b(?:since|of|in the year to|survey of|figures? (?:for|of|from)|act|strategy|framework|plan|baseline (?:of|in|from)|compared (?:with|to)|from a base of|as in)\s+(?:the )?$",
    re.IGNORECASE,
)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _full_year(text: str) -> int:
    text = text.lstrip("'’")
    return int(text) if len(text) == 4 else 2000 + int(text)


_ORDER: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_ORDER_SHORT: Final = {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def _one_slip(word: str, name: str) -> bool:
    """Tell whether a word is a name with one letter wrong, missing, added or two changed about."""
    if word == name or abs(len(word) - len(name)) > 1:
        return word == name
    at = next((n for n, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), None)
    if at is None:
        return True
    rest, wanted = word[at:], name[at:]
    swapped = rest[:2] == wanted[:2][::-1] and rest[2:] == wanted[2:]
    return swapped or wanted[1:] in {rest, rest[1:]} or rest[1:] == wanted


def _misspelt(word: str) -> int:
    """Return the month that a word is but for one slip of the pen, 0 where it is none."""
    near = (
        n
        for n, name in enumerate(_NAMES, 1)
        if len(name) >= _LONG and _one_slip(word.lower(), name)
    )
    return next(near, 0)


def _month_like(match: re.Match[str]) -> bool:
    """Tell whether a word before a year stands where a month would, or is nearly one."""
    if _NO_MONTH.match(match["word"]):
        return False
    return bool(match["d"] or _misspelt(match["word"]))


def _quarter(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("q"):
        return int(groups["q"])
    word = (groups.get("nth") or groups["half"]).lower()
    number = _ORDER.get(word) or _ORDER_SHORT[word]
    return number if groups.get("nth") else number * 2


def _month(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("m"):
        return int(groups["m"])
    word = groups["month"].lower()
    gaelic = (n for pattern, n in _GAELIC.items() if re.fullmatch(pattern, word))
    return _MONTHS[word] if word in _MONTHS else next(gaelic)


def _end_year(match: re.Match[str]) -> int:
    return _full_year(match["end"])


def _span(kind: str, match: re.Match[str]) -> tuple[date, date] | None:
    """First and last day that one written form covers, or None where no such day exists."""
    try:
        if kind in {"iso", "day", "named"}:
            day = date(_full_year(match["year"]), _month(match), int(match["d"]))
            return day, day
        if kind == "slip":
            year, month = int(match["year"]), _misspelt(match["word"])
            if match["d"]:
                day = date(year, month, int(match["d"]))
                return day, day
            # "Match 2025" and "Marsh 2025" may be words of their own.
            sure = len(_NAMES[month - 1]) > _LONG
            return (date(year, month, 1), _last_day(year, month)) if sure else None
        if kind in {"month", "isomonth"}:
            year, month = _full_year(match["year"]), _month(match)
            return date(year, month, 1), _last_day(year, month)
        if kind == "year":
            return date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31)
        first, last = _full_year(match["year"]), _end_year(match)
        if last <= first or last - first > 30:
            return None
        if kind == "years" and len(match["year"]) == 2 and last - first > 1:
            return None
        if kind == "years":
            return date(first, 4, 1), date(last, 3, 31)
        quarter = _quarter(match)
        if last - first != 1:
            return None
        year, month = (first, 3 + 3 * quarter) if quarter < 4 else (last, 3)
        return date(year, month - 2, 1), _last_day(year, month)
    except ValueError:
        return None


def _spans(text: str) -> list[tuple[int, int, date, date]]:
    """Every date in a text: where it begins and ends, and the days that it covers."""
    left = text
    found = []
    for kind, pattern in _FORMS:
        for match in pattern.finditer(left):
            if kind == "slip" and not _month_like(match):
                continue
            span = _span(kind, match)
            if span:
                found.append((*match.span(), *span))
            elif kind == "years" and "-" in match[0]:
                continue  # "2025-03" may be a month
            # What was read, or is no date at all, must not be read again by a looser form.
            left = left[: match.start()] + "\x00" * len(match[0]) + left[match.end() :]
    return sorted(found)


def _plain(text: str) -> str:
    """A text on one line, its accents in one piece with their letters."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _ends(text: str) -> list[tuple[int, int, date, date]]:
    """The dates of a text that say by when: not those that say since when or from when on."""
    kept = []
    for start, end, first, last in _spans(text):
        before, after = text[:start], text[end:]
        whole_year = (last - first).days > _QUARTER
        if later := _LATER.search(before):
            day = _later(later, last, whole=first != last)
            if day and not whole_year:
                kept.append((start, end, day, day))
        elif _NOT_UNTIL.search(before) or _ONWARDS.search(after):
            continue
        elif not (_OPEN.search(before) and re.fullmatch(r"20\d\d", text[start:end])):
            kept.append((start, end, first, last))
    return kept


def _later(match: re.Match[str], day: date, *, whole: bool) -> date | None:
    """A day so many weeks, months or years after another; the last of its month after a month."""
    word, unit = match["n"].lower(), match["unit"].lower()
    many = int(word) if word.isdigit() else _NUMBERS.index(word) if word in _NUMBERS else 0
    if not many:
        return None
    if unit in {"day", "week"}:
        return day + timedelta(days=many * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + many * (12 if unit == "year" else 1)
    end = _last_day(months // 12, months % 12 + 1)
    return end if whole or day.day > end.day else end.replace(day=day.day)


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
    text = _plain(text)
    text = _REPLACED.sub("", text) if _spans(_REPLACED.sub("", text)) else text
    spans = _ends(text)
    if not spans:
        return None
    again = _ONGOING.search(text)
    if again and not _UNTIL.search(text):
        before = [span for span in spans if span[1] <= again.start()]
        if not before or not _THEN.search(text[: again.end()]):
            return None
    if _NO_DAY.search(text):  # of "Summer 2025 (by August 2025)" only the month tells a day
        spans = [span for span in spans if (span[3] - span[2]).days <= _QUARTER]
        if not spans:
            return None
    return max(last for *_, last in spans)


def date_phrase(text: str) -> tuple[str, date | None]:
    """Find the words in a sentence that say by when, and the last day that they allow.

    Args:
        text: A sentence such as ``"By the end of March 2025 we will open a hub"``.

    Returns:
        The words and the day; words without a day where it names but a season; nothing and
        None where it names no time.
    """
    text = _plain(text)
    best: tuple[int, int, int] | None = None
    places = [(start, end) for start, end, _, _ in _spans(text)]
    places = [m.span() for m in _SEASON.finditer(text)] + [
        (a, b)
        for a, b in places
        if not any(m.start() <= a < m.end() for m in _SEASON.finditer(text))
    ]
    for start, end in sorted(places):
        if more := _LEADING.search(text[:start]):
            start = more.start()
        rank = _rank(text, start, end)
        if rank and (best is None or rank < best[0]):
            best = rank, start, end
    if best:
        words = text[best[1] : best[2]].strip(" ,.")
        open_ = bool(_OPEN.search(text[: best[1]]) and re.fullmatch(r"20\d\d", words))
        return words, None if open_ else due_date(words)
    again = _RECURS.search(text)
    return (again[0], None) if again else ("", None)


def _rank(text: str, start: int, end: int) -> int:
    """How plainly the words before a time say that it is one to act by; 0 for not at all."""
    before = text[:start]
    if _NOT_UNTIL.search(before):
        return 0
    if _BY.search(before):
        return 1
    if _PAST.search(before):
        return 0
    bare_year = bool(re.fullmatch(r"20\d\d", text[start:end]))
    if _FROM.search(before):
        return 4 if bare_year else 2
    if bare_year or text[start:end].lower() in {"spring", "summer", "autumn", "winter"}:
        return 0
    return 3


def _years_on(day: date, years: int) -> date:
    """The same day in another year; 1 March where there is no 29 February."""
    if (day.month, day.day) == (2, 29):
        day = date(day.year, 3, 1)
    return day.replace(year=day.year + years)


def period(text: str) -> tuple[date, date] | None:
    """Find the period of a plan in a line such as ``"1 April 2024 to 31 March 2029"``.

    Args:
        text: One line of the plan.

    Returns:
        First and last day, where the line names a period of one to fifteen years.
    """
    text = _plain(text)
    spans = _spans(text)
    best: tuple[date, date] | None = None
    for (_, end, first, _), (start, _, _, last) in pairwise(spans):
        # Two dates are a period where nothing but "to" stands between them.
        if 300 < (last - first).days < 5500 and _BETWEEN.match(text[end:start]):
            best = best or (first, last)
    for *_, first, last in spans:
        if 300 < (last - first).days < 5500 and (first.month, first.day) == (4, 1):
            best = best or (first, last)
    if best is None and (length := _YEARS.search(text)) and spans:
        many = int(length["n"]) if length["n"].isdigit() else _NUMBERS.index(length["n"].lower())
        *_, first, last = spans[-1]
        if length["way"].lower() in {"to", "until"}:
            return _years_on(last + timedelta(days=1), -many), last
        return first, _years_on(first, many) - timedelta(days=1)
    return best
