"""The period of a figure, from the forms in which tables of statistics write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ingest.imports._draft import RowFaults
from ingest.imports._sheet import SheetRow
from ingest.imports._wording import clean, read_day, shortened

_FINANCIAL: Final = re.compile(r"(?:FY\s*)?((?:19|20)\d\d)\s*[-/\u2013]\s*((?:19|20)?\d\d)")
_CALENDAR: Final = re.compile(r"(?:CY\s*)?((?:19|20)\d\d)")
_QUARTER: Final = re.compile(r"((?:19|20)\d\d)[\s-]*Q([1-4])|Q([1-4])[\s-]*((?:19|20)\d\d)", re.I)
_ENDS: Final = ("03-31", "06-30", "09-30", "12-31")
_STARTS: Final = ("01-01", "04-01", "07-01", "10-01")


@dataclass(frozen=True, slots=True)
class Period:
    """The period of a figure.

    Args:
        written: The period as its source writes it.
        start: Its first day, as 2026-03-31; empty where it is not known.
        end: Its last day; empty where it is not known.
    """

    written: str = ""
    start: str = ""
    end: str = ""


def read_period(row: SheetRow, faults: RowFaults) -> Period:
    """Read the period of a row.

    Two years that follow one another, such as ``2023-24``, are a reporting year from April
    to March; one year alone is a calendar year.

    Args:
        row: A row with the columns ``period``, ``period_start`` and ``period_end``.
        faults: Where it is said what can't be read.
    """
    written = clean(row.get("period"))
    days = {}
    for column in ("period_start", "period_end"):
        cell = row.get(column)
        days[column] = read_day(cell)
        if cell and not days[column]:
            what = f"'{shortened(cell, 30)}' is no day; write it as 2026-03-31"
            faults.add(row.at(column), what)
    start, end = days["period_start"], days["period_end"]
    if written and not (start or end):
        start, end = _days(written)
        if not end:
            what = f"the first and last day can't be told from '{shortened(written, 30)}'"
            faults.note(row.at("period"), what)
    if start and end and end < start:
        what = f"the last day ({end}) is before the first ({start})"
        faults.add(row.at("period_end" if row.get("period_end") else "period"), what)
    if not (written or start or end):
        faults.add(row.at("period"), "there is no period, such as 2023-24")
    return Period(written, start, end)


def _days(written: str) -> tuple[str, str]:
    if day := read_day(written):
        return day, day
    if found := _QUARTER.fullmatch(written):
        year, quarter = found[1] or found[4], int(found[2] or found[3]) - 1
        return f"{year}-{_STARTS[quarter]}", f"{year}-{_ENDS[quarter]}"
    if found := _FINANCIAL.fullmatch(written):
        first, last = int(found[1]), int(found[2])
        if last % 100 == (first + 1) % 100 and (last < 100 or last == first + 1):
            return f"{first}-04-01", f"{first + 1}-03-31"
        return "", ""
    if found := _CALENDAR.fullmatch(written):
        return f"{found[1]}-01-01", f"{found[1]}-12-31"
    return "", ""
