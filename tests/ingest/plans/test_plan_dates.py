# ruff: noqa: RUF001 - plans are typed with long dashes
from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.plans.dates import due_date, period


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
    ],
)
def test_a_written_date_is_its_last_day(text: str, day: str) -> None:
    assert due_date(text) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "ongoing", "Ongoing", "Spring 2025", "Summer 2025/26", "tbc", "31/02/2026",
     "Year 1", "annually", "45/13/2026", "£2,025", "Ongoing, reviewed March 2026"],
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
