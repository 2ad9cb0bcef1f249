# ruff: noqa: E501, RUF001 - lists read best whole; plans are typed with long dashes
from __future__ import annotations

import calendar
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.plans.dates import date_phrase, due_date, period


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/03/2026", "2026-03-31"),
        ("03/04/2026", "2026-04-03"),  # day first, as in Scotland
        ("1.4.25", "2025-04-01"),
        ("2026-03-31", "2026-03-31"),
        ("31 March 2026", "2026-03-31"),
        ("31st March, 2026", "2026-03-31"),
        ("March 31, 2026", "2026-03-31"),
        ("March 2026", "2026-03-31"),
        ("by end of February 2028", "2028-02-29"),
        ("Mar-26", "2026-03-31"),
        ("Sept 2025", "2025-09-30"),
        ("Q1 2025/26", "2025-06-30"),
        ("Q2 2025-26", "2025-09-30"),
        ("Q3 25/26", "2025-12-31"),
        ("Q4 2025/26", "2026-03-31"),
        ("Quarter 4, 2025/2026", "2026-03-31"),
        ("2025/26 Q1", "2025-06-30"),
        ("2025/26", "2026-03-31"),
        ("2025-2026", "2026-03-31"),
        ("April 2024 - March 2026", "2026-03-31"),
        ("30/09/2025 and 31/03/2027", "2027-03-31"),
        ("Ongoing to March 2026", "2026-03-31"),
        ("31.3.26", "2026-03-31"),
        ("31 March '26", "2026-03-31"),
        ("31-Mar-26", "2026-03-31"),
        ("2026-03-31 00:00:00", "2026-03-31"),  # as a workbook gives it
        ("2026-03", "2026-03-31"),
        ("end Mar 25", "2025-03-31"),
        ("FY 2025-26", "2026-03-31"),
        ("FY25/26", "2026-03-31"),
        ("Year 2 (2025/26)", "2026-03-31"),
        ("by end of 2025", "2025-12-31"),
        ("April–June 2025", "2025-06-30"),
        ("Q3 (2025/26)", "2025-12-31"),
        ("third quarter of 2025/26", "2025-12-31"),
        ("first half of 2025/26", "2025-09-30"),
        ("March 2026, then annually", "2026-03-31"),
        ("Annual report by June 2025", "2025-06-30"),
        ("Monthly until March 2026", "2026-03-31"),
        ("Summer 2025 (by end of August 2025)", "2025-08-31"),
        ("March 2025 (was December 2025)", "2025-03-31"),
        ("From April 2024", "2024-04-30"),
        ("Apr 24 - Mar 25", "2025-03-31"),
        ("April 2024 - Mar 25", "2025-03-31"),
        ("Sept '24 to June '25", "2025-06-30"),
        ("30 Septembre 2025", "2025-09-30"),
        ("Feburary 2026", "2026-02-28"),
        ("28 Febuary 2026", "2026-02-28"),
        ("within 6 months of April 2025", "2025-10-31"),
        ("within two years of 1 May 2025", "2027-05-01"),
        ("Phase 2 by 2026", "2026-12-31"),
        ("started 2023, done by March 2025", "2025-03-31"),
        ("since 2019; report by June 2025", "2025-06-30"),
        ("Hogmanay 2025", "2025-12-31"),
        ("31 Màrt 2025", "2025-03-31"),
        ("31 Ma\u0300rt 2025", "2025-03-31"),
        ("30 Giblean 2026", "2026-04-30"),
        ("30mh den Ghiblean 2026", "2026-04-30"),
        ("31 an Dùbhlachd 2025", "2025-12-31"),
        ("5 dhen t-Samhain 2025", "2025-11-05"),
        ("Ro dheireadh an t-Sultain 2025", "2025-09-30"),
    ],
)
def test_a_written_date_is_its_last_day(text: str, day: str) -> None:
    assert due_date(text) == date.fromisoformat(day)


GAELIC = (
    "Am Faoilleach", "An Gearran", "Am Màrt", "An Giblean", "An Cèitean", "An t-Ògmhios",
    "An t-Iuchar", "An Lùnastal", "An t-Sultain", "An Dàmhair", "An t-Samhain", "An Dùbhlachd",
)  # fmt: skip
LENITED = (
    "Fhaoilleach", "Ghearrain", "Mhàrt", "Ghiblein", "Chèitein", "Ògmhios",
    "Iuchair", "Lùnastail", "Sultaine", "Dhàmhair", "Samhain", "Dhùbhlachd",
)  # fmt: skip


@pytest.mark.parametrize("number", range(1, 13))
def test_months_are_read_in_gaelic(number: int) -> None:
    last = date(2025, number, calendar.monthrange(2025, number)[1])
    name, lenited = GAELIC[number - 1], LENITED[number - 1]
    bare = name.split()[1].removeprefix("t-")
    no_accents = "".join(
        c for c in unicodedata.normalize("NFD", bare) if not unicodedata.combining(c)
    )
    for month in (name, bare, no_accents, lenited, f"an {lenited}"):
        assert due_date(f"{month} 2025") == last, month
        assert due_date(f"{last.day} {month} 2025") == last, month


@pytest.mark.parametrize(
    "text",
    ["since 2019", "not before 2026", "from 2026", "after March 2026", "no earlier than 1 April 2026", "from 2026 onwards", "2026 onwards",
     "12 Brumaire 2026", "30 Thermidor, 2026", "Mach 2025", "within 6 months of 2025"],
)  # fmt: skip
def test_a_day_is_not_guessed_from_the_year_alone(text: str) -> None:
    assert due_date(text) is None


@pytest.mark.parametrize(
    "text",
    ["", "  ", "ongoing", "Ongoing", "Spring 2025", "Summer 2025/26", "tbc", "31/02/2026",
     "Year 1", "annually", "Year 2", "within 6 months", "by the end of the plan", "Q2", "early 2026", "mid-2026",
     "ongoing from April 2024", "April 2024 - ongoing", "Annually from 2025", "Annually, each October", "June each year",
     "every quarter", "twice a year", "10/12 cases", "Spring/Summer 2025", "Easter 2026", "45/13/2026", "£2,025", "Ongoing, reviewed March 2026"],
)  # fmt: skip
def test_what_names_no_day_has_none(text: str) -> None:
    assert due_date(text) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1 April 2024 to 31 March 2029", "2024-04-01", "2029-03-31"),
        ("April 2024 to March 2029", "2024-04-01", "2029-03-31"),
        ("Improvement Plan 2023-2028", "2023-04-01", "2028-03-31"),
        ("Plan 2024 to 2029", "2024-04-01", "2029-03-31"),
        ("2023/24 – 2027/28", "2023-04-01", "2028-03-31"),
    ],
)
def test_a_period_runs_from_april_to_march(text: str, start: str, end: str) -> None:
    assert period(text) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("for three years from 1 April 2024", "2024-04-01", "2027-03-31"),
        ("the five years to March 2029", "2024-04-01", "2029-03-31"),
        ("for 3 years from 29 February 2024", "2024-02-29", "2027-02-28"),
    ],
)
def test_a_period_may_be_told_by_its_length(text: str, start: str, end: str) -> None:
    assert period(text) == (date.fromisoformat(start), date.fromisoformat(end))


MONTHS = list(calendar.month_name)[1:]


@given(st.dates(date(2015, 1, 1), date(2049, 12, 31)))
def test_every_written_form_of_every_day_is_that_day(day: date) -> None:
    month = MONTHS[day.month - 1]
    for text in (
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}/{day.month:02}/{day.year % 100}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day} {month} {day.year}",
        f"by {day.day} {month[:3]} {day.year}",
        f"{day.day}th of {month}, {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day}-{month[:3]}-{day.year % 100}",
        f"no later than {day.day} {month} {day.year}",
    ):
        assert due_date(text) == day, text


@given(st.integers(2015, 2049), st.integers(1, 12))
def test_every_written_form_of_every_month_is_its_last_day(year: int, month: int) -> None:
    last = date(year, month, calendar.monthrange(year, month)[1])
    name = MONTHS[month - 1]
    for text in (
        f"{name} {year}",
        f"end of {name} {year}",
        f"{name[:3]} {year}",
        f"{name[:3]}-{year % 100}",
        f"{name} '{year % 100}",
        f"{month:02}/{year}",
        f"by the end of {name}, {year}",
    ):
        assert due_date(text) == last, text


@given(st.integers(2015, 2048), st.integers(1, 4))
def test_every_written_form_of_every_quarter_is_of_the_financial_year(year: int, n: int) -> None:
    ends = (date(year, 6, 30), date(year, 9, 30), date(year, 12, 31), date(year + 1, 3, 31))
    short, nth = (year + 1) % 100, ("first", "second", "third", "fourth")[n - 1]
    for text in (
        f"Q{n} {year}/{short:02}",
        f"Q{n} {year}-{year + 1}",
        f"Quarter {n}, {year}/{short:02}",
        f"{year}/{short:02} Q{n}",
        f"end of Q{n} of {year}/{short:02}",
        f"the {nth} quarter of {year}/{short:02}",
    ):
        assert due_date(text) == ends[n - 1], text


@pytest.mark.parametrize(
    ("sentence", "words", "day"),
    [
        ("By the end of March 2025 we will open a hub.", "the end of March 2025", "2025-03-31"),
        ("The Council will do so before 1 May 2025, as in 2019.", "1 May 2025", "2025-05-01"),
        ("A nurse will come, starting in September 2024.", "September 2024", "2024-09-30"),
        ("A course will run by spring 2026.", "spring 2026", None),
        ("We will print a page every quarter.", "every quarter", None),
        ("Readers who say so will grow in the survey of 2027.", "", None),
        ("We will start by June 2025 and report in 2028.", "June 2025", "2025-06-30"),
        ("The Act of 2016 will be kept to.", "", None),
        ("Nothing will open there, not before 2027.", "", None),
        ("From 2026 we will print a page.", "2026", None),
    ],
)
def test_a_sentence_says_by_when(sentence: str, words: str, day: str | None) -> None:
    assert date_phrase(sentence) == (words, date.fromisoformat(day) if day else None)


def test_one_date_is_no_period() -> None:
    assert period("Published on 31 March 2024") is None


pieces = st.sampled_from(
    ["31", "/", "-", "2026", "26", "March", "Q4", " ", "to", "ongoing", "0", "99", "2025/26", "–"]
)


@given(st.one_of(st.text(), st.lists(pieces).map("".join)))
def test_no_text_breaks_the_reader_of_dates(text: str) -> None:
    found = due_date(text)
    assert found is None or 2000 <= found.year <= 2131
    span = period(text)
    assert span is None or span[0] < span[1]
