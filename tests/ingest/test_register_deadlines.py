"""What a Partnership owes by when is worked out from the Act, the guidance and the register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cjgraph.register import Deadline, EditionRow, RegisterRow, deadlines

FIRST = EditionRow("e:first", "First framework", date(2016, 11, 24))
SECOND = EditionRow("e:second", "Second framework", date(2023, 3, 31), "e:first")
EDITIONS = [FIRST, SECOND]

NOBODY = RegisterRow("p:a", "Nowhereshire")
PLAN = RegisterRow(
    "p:a",
    "Nowhereshire",
    "r:plan",
    "cjoip",
    "published",
    "Nowhereshire plan",
    date(2022, 4, 1),
    date(2027, 3, 31),
)


def report(year: int, status: str = "published") -> RegisterRow:
    return replace(
        PLAN,
        entry=f"r:report-{year}",
        kind="annual-report",
        status=status,
        title="Report",
        start=date(year - 1, 4, 1),
        end=date(year, 3, 31),
    )


def of_kind(
    kind: str,
    *rows: RegisterRow,
    today: date = date(2026, 11, 21),
    editions: list[EditionRow] | None = None,
) -> list[Deadline]:
    found = deadlines(rows, EDITIONS if editions is None else editions, today)
    return [d for d in found if d.kind == kind]


@pytest.mark.parametrize(
    ("today", "states"),
    [
        # The report for the year to 31 March 2026 is due on 31 December 2026.
        (
            date(2026, 11, 21),
            [("2025-12-31", "not_on_record"), ("2026-12-31", "due")],
        ),
        (date(2026, 12, 31), [("2025-12-31", "not_on_record"), ("2026-12-31", "due")]),
        (date(2027, 1, 1), [("2026-12-31", "not_on_record"), ("2027-12-31", "due")]),
        # 2017-18 was the first year of reporting.
        (date(2018, 6, 1), [("2018-12-31", "due")]),
    ],
)
def test_the_annual_report_is_due_on_31_december(
    today: date, states: list[tuple[str, str]]
) -> None:
    found = of_kind("annual_report", NOBODY, today=today)
    assert [(str(d.due), d.state) for d in found] == states


def test_a_report_on_the_register_meets_the_duty_for_its_own_year_only() -> None:
    last, this = of_kind("annual_report", PLAN, report(2025))
    assert (last.state, last.entry) == ("met", "r:report-2025")
    assert (this.state, this.entry) == ("due", None)
    assert "1 April 2025 to 31 March 2026" in this.reason


def test_a_report_of_which_nothing_is_known_meets_no_duty() -> None:
    assert of_kind("annual_report", report(2025, "not-known"))[0].state == "not_on_record"


def test_a_newer_framework_calls_for_a_review() -> None:
    (review,) = of_kind("review", PLAN)
    assert (review.state, review.since, review.due) == ("review_due", date(2023, 3, 31), None)
    assert "Second framework is newer than Nowhereshire plan" in review.reason
    assert review.rule_iri.endswith("/asp/2016/10/section/22")


def test_a_framework_older_than_the_plan_calls_for_nothing() -> None:
    later = replace(PLAN, start=date(2023, 4, 1), published=date(2023, 6, 1))
    assert of_kind("review", later) == []


def test_the_day_of_publication_counts_before_the_first_day() -> None:
    early = replace(PLAN, start=date(2023, 4, 1), published=date(2023, 3, 1))
    assert len(of_kind("review", early)) == 1


def test_a_framework_still_to_come_calls_for_nothing_today() -> None:
    assert of_kind("review", PLAN, today=date(2023, 3, 30)) == []


def test_the_first_framework_of_all_revises_nothing() -> None:
    old = replace(PLAN, start=date(2016, 4, 1), end=date(2021, 3, 31))
    assert of_kind("review", old, editions=[FIRST]) == []


def test_a_newer_loip_of_the_same_area_calls_for_a_review() -> None:
    loip = replace(PLAN, entry="r:loip", kind="loip", title="New LOIP", start=date(2024, 4, 1))
    assert [d.since for d in of_kind("review", PLAN, loip)] == [
        date(2023, 3, 31),
        date(2024, 4, 1),
    ]
    elsewhere = replace(loip, partnership="p:b", name="Elsewhere")
    assert len(of_kind("review", PLAN, elsewhere)) == 1


def test_a_later_statement_of_no_revision_settles_the_review() -> None:
    statement = replace(
        PLAN, entry="r:s", kind="no-revision-statement", start=None, published=date(2023, 9, 1)
    )
    assert [d.state for d in of_kind("review", PLAN, statement)] == ["met"]
    too_early = replace(statement, published=date(2023, 1, 1))
    assert [d.state for d in of_kind("review", PLAN, too_early)] == ["review_due"]


@pytest.mark.parametrize(
    ("row", "today", "state"),
    [
        (NOBODY, date(2026, 1, 1), "not_known"),
        (replace(PLAN, status="not-known"), date(2026, 1, 1), "not_known"),
        (replace(PLAN, status="replaced"), date(2026, 1, 1), "not_known"),
        (replace(PLAN, end=None), date(2026, 1, 1), "not_known"),
        (PLAN, date(2027, 3, 31), "running"),
        (PLAN, date(2027, 4, 1), "run_out"),
    ],
)
def test_a_plan_runs_out_the_day_after_its_last(row: RegisterRow, today: date, state: str) -> None:
    assert [d.state for d in of_kind("plan", row, today=today)] == [state]


def test_the_plan_that_has_begun_counts_and_not_the_next_one() -> None:
    following = replace(PLAN, entry="r:next", start=date(2027, 4, 1), end=date(2032, 3, 31))
    (now,) = of_kind("plan", following, PLAN)
    assert now.entry == "r:plan"
    (then,) = of_kind("plan", following, PLAN, today=date(2027, 4, 1))
    assert (then.entry, then.state) == ("r:next", "running")


def test_a_deadline_is_plain_data_for_json() -> None:
    told = of_kind("plan", PLAN)[0].to_json()
    assert (told["due"], told["state"]) == ("2027-03-31", "running")
