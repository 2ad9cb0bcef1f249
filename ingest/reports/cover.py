# ruff: noqa: E501 - patterns read best on one line
"""Title, area and year of an annual report, and whether a document is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ingest.plans.blocks import Block
from ingest.plans.dates import due_date, period
from ingest.plans.front import cover_of
from ingest.plans.recognise import kind_of

from .tabular import is_progress_table

_YEAR_TO: Final = re.compile(
    r"\b(?:year|twelve months|12 months|period) (?:ending|ended|to|up to|that ended(?: on)?)(?: on)?\s+(?P<day>(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]+ \d{4})",
    re.IGNORECASE,
)
_LONGEST: Final = 500
_EARLY: Final = 40
_REPORT: Final = re.compile(
    r"\b(?:annual|yearly|year[- ]end|end[- ]of[- ]year|performance|progress|outturn)\b.{0,40}\b(?:report|review|return|account|update|statement)\b|"
    r"\breport (?:on|of) (?:our )?(?:progress|the year)\b|\byear in review\b|\b(?:first|second|third|fourth|fifth|last) year of (?:the|our) plan\b|"
    r"\bhow (?:we|it|things) (?:got on|went|did)\b|\b(?:our|the) year\b|\breport(?:ing)? (?:for|on) (?:the (?:year|period) )?\d{4}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ReportCover:
    """What the cover of a report says."""

    title: str
    area: str
    period: tuple[date, date] | None


def cover_of_report(blocks: list[Block], in_properties: str) -> ReportCover:
    """Return title, area and year of a report.

    Args:
        blocks: The report.
        in_properties: The title that the properties of the file give, or nothing.
    """
    cover = cover_of(blocks, in_properties, None)
    title = cover.title
    if not _REPORT.search(title):  # a sheet called "Read me", the name of a series
        title = next(filter(_REPORT.search, _titles(blocks, in_properties)), title)
    lines = [title, cover.title, in_properties, *_opening(blocks)]
    return ReportCover(title, cover.area, _year(lines))


def is_report(blocks: list[Block], in_properties: str) -> tuple[bool, str]:
    """Tell whether a document is an annual report; if not, what it seems to be.

    Returns:
        Whether it is one, and the code of the kind of document it seems to be.
    """
    kind = kind_of(blocks, in_properties)
    if kind.code == "annual_report":
        return True, kind.code
    tables = sum(is_progress_table(block) for block in blocks)
    named = any(_REPORT.search(line) for line in _titles(blocks, in_properties))
    if kind.code in ("plan", "other", "other_plan", "committee_report") and (named or tables > 1):
        return True, "annual_report"
    return False, kind.code


def _titles(blocks: list[Block], in_properties: str) -> Iterator[str]:
    yield in_properties
    for block in blocks[:8]:
        if block.kind != "table" and len(block.text.split()) <= 20:
            yield block.text


def _opening(blocks: list[Block]) -> Iterator[str]:
    for block in blocks[:_EARLY]:
        if block.kind == "table":
            for row in block.rows[:6]:
                yield " ".join(cell.text for cell in row)
        elif not block.contents:
            yield block.text


def _year(lines: list[str]) -> tuple[date, date] | None:
    """Return the first span of no more than some sixteen months."""
    for line in lines:
        if ending := _YEAR_TO.search(line):
            last = due_date(ending["day"])
            if last:
                return _year_before(last), last
        for part in (line, *re.split(r"[:;,()–]| - ", line)):  # noqa: RUF001 - a long dash
            found = period(part)
            if found and (found[1] - found[0]).days <= _LONGEST:
                return found
    return None


def _year_before(last: date) -> date:
    day = last + timedelta(days=1)
    return (
        day.replace(year=day.year - 1)
        if (day.month, day.day) != (2, 29)
        else date(day.year - 1, 3, 1)
    )
