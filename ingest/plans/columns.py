# ruff: noqa: E501, RUF001 - patterns read best whole; plans have long dashes
"""What a column is for by what stands in it, where its header does not tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from .dates import due_date
from .partners import category_of

_YEAR: Final = re.compile(
    r"^\W*(?:in |the )?(?:financial )?(?:years?|phase|stage)\b", re.IGNORECASE
)
#: Words that stand where a date would.
_NO_DATE: Final = re.compile(
    r"^\W*(?:on-?going|continuous|annual(?:ly)?|quarterly|monthly|tbc|tbd|to be (?:confirmed|agreed)|"
    r"(?:by |early |late |mid |before )*(?:spring|summer|autumn|winter)\b.*|immediate(?:ly)?|-+|–)\W*$",
    re.IGNORECASE,
)
_DATE_WORDS: Final = 9
_LEAD_WORDS: Final = 12
#: Share of the cells that have words that must look so.
_MOST: Final = 0.6
_SENTENCE_WORDS: Final = 5
#: Headers of tables that look back or weigh up; what they list are no commitments.
_NO_ACTION: Final = re.compile(
    r"\brisks?\b|\bevents?\b|\bmeetings?\b|\bmethod|\bconsult|\bwe did\b|\bheld\b|\btook part\b|\bsaid\b|"
    r"\bdocuments?\b|\bpapers?\b|\bpublication|\bstrateg(?:y|ies)\b|\bpolic(?:y|ies)\b|\btitle\b|\bname\b|\bgroup\b|\bduty\b|\bquestion|\bscore\b|\byear\b|\bnote|\bcomment|\bmean(?:s|ing)\b|\bterm\b|"
    r"\brole\b|\bsource\b|\bbudget|\bfund|\bcost",
    re.IGNORECASE,
)

#: Headers that fit a role by a word which says little: of "Evidence" and "Measure of success"
#: the second is the measure, and of "Start date" and "End date" the second is when it is due.
_WEAK: Final = {
    "measure": re.compile(
        r"^(?!.*(?:measur|indicator|\bhow\b|success|target|\bkpis?\b|shown|\bshow\b)).*\b(?:evidence|signs?|proof|performance)\b",
        re.IGNORECASE,
    ),
    "due": re.compile(
        r"^(?!.*\b(?:end|finish|due|by)\b).*\b(?:start|begin|from|review)", re.IGNORECASE
    ),
}
#: Reasons for an action are no measure of it, whatever they rest on.
_REASON: Final = re.compile(
    r"^(?:why\b|reasons?\b|rationale\b|background\b|need for\b)", re.IGNORECASE
)


def more_certain(roles: Sequence[str], header: Sequence[str]) -> tuple[str, ...]:
    """Take a role from a column where another has it with more certainty.

    Args:
        roles: Role by column, or nothing.
        header: The words of the header.

    >>> more_certain(("action", "measure", "measure"), ("Action", "Evidence", "Measure of success"))
    ('action', '', 'measure')
    """
    made = [
        "" if role == "measure" and _REASON.match(words) else role
        for role, words in zip(roles, header, strict=True)
    ]
    for role, weak in _WEAK.items():
        those = [at for at, known in enumerate(made) if known == role]
        doubtful = [at for at in those if weak.search(header[at])]
        if len(doubtful) < len(those):
            for at in doubtful:
                made[at] = ""
    return tuple(made)


def told_by_content(
    roles: Sequence[str], header: Sequence[str], columns: Sequence[Sequence[str]]
) -> tuple[str, ...]:
    """Give roles to columns whose header names none, from the cells below.

    Args:
        roles: Role by column, or nothing.
        header: The words of the header.
        columns: The cells of each column, blank ones left out.

    Returns:
        The roles, with a due date, a lead, an action and a measure filled in where the
        cells show them. Nothing is filled in unless the table tells who acts, or when.
    """
    made = list(roles)
    if any(re.search(r"\brisks?\b", words, re.IGNORECASE) for words in header):
        return tuple(made)

    for at, role in enumerate(made):  # a "Target" that is a day, not a figure
        if role == "measure" and "due" not in made and columns[at] and mostly_dates(columns[at]):
            made[at] = "due"

    def fill(role: str, fits: Callable[[Sequence[str]], bool]) -> None:
        if role in made:
            return
        for at, cells in enumerate(columns):
            if not made[at] and len(cells) >= 1 and fits(cells):
                made[at] = role
                return

    if not any(_YEAR.match(words) for words in header):  # "Year" says what a row is about
        fill("due", mostly_dates)
    if "lead" not in made:
        led = [at for at, cells in enumerate(columns) if not made[at] and mostly_bodies(cells)]
        if led:  # actions name partners too, in more words
            made[min(led, key=lambda at: _usual_length(columns[at]))] = "lead"
    if not {"due", "lead"} & set(made):
        return tuple(roles)
    if "action" not in made:
        free = [
            at
            for at, role in enumerate(made)
            if not role and _sentences(columns[at]) and not _NO_ACTION.search(header[at])
        ]
        if not free or not ({"due", "lead"} <= set(made) or "measure" in made):
            return tuple(roles)
        made[free[0]] = "action"
    after = made.index("action") + 1
    if "measure" not in made and after < len(made):
        for at in range(after, len(made)):
            if not made[at] and _sentences(columns[at], least=3) and header[at].strip():
                made[at] = "measure" if not _NO_ACTION.search(header[at]) else ""
                break
    return tuple(made)


def mostly_dates(cells: Sequence[str]) -> bool:
    """Tell whether most of some cells hold a date, or what stands where one would."""

    def fits(cell: str) -> bool:
        short = len(cell.split()) <= _DATE_WORDS
        return short and (due_date(cell) is not None or bool(_NO_DATE.match(cell)))

    dated = sum(1 for cell in cells if due_date(cell))
    return dated > 0 and sum(map(fits, cells)) >= _MOST * len(cells)


def mostly_bodies(cells: Sequence[str]) -> bool:
    """Tell whether most of some cells name a partner in few words."""

    def fits(cell: str) -> bool:
        return len(cell.split()) <= _LEAD_WORDS and category_of(cell) != "other"

    return sum(map(fits, cells)) >= _MOST * len(cells)


def _sentences(cells: Sequence[str], least: int = _SENTENCE_WORDS) -> bool:
    return bool(cells) and _usual_length(cells) >= least


def _usual_length(cells: Sequence[str]) -> int:
    """The middle number of words in a cell."""
    words = sorted(len(cell.split()) for cell in cells)
    return words[len(words) // 2] if words else 0
