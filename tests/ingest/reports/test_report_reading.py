"""How far a plan has come, as an annual report tells it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.plans import PlanReading
from ingest.reports import ReportReading, read_report

Read = Callable[..., ReportReading]
TABLE = """## Progress

| Ref | Action | Progress | RAG |
| --- | --- | --- | --- |
| 1.1 | Drop-in hub | The hub opened on 3 May. | Blue - complete |
| 1.2 | Volunteer mentors | 22 mentors trained so far. | Green |
| 1.3 | Housing protocol | The draft is with solicitors. | Amber |
| 2.1 | Welding course | The college is still looking for a tutor. | Ongoing |
| 2.3 | Bike repair workshop | Set up in June with the churches. | Green |
"""


def states(reading: ReportReading) -> dict[str, str]:
    return {action.id: action.state for action in reading.actions}


def test_a_table_of_progress_is_joined_to_the_plan(report: Read) -> None:
    reading = report(TABLE)
    assert (reading.status, reading.area) == ("ok", "Fife")
    assert [day.isoformat() for day in reading.period or ()] == ["2024-04-01", "2025-03-31"]
    assert states(reading) == {
        "action-1-1": "done",
        "action-1-2": "on_course",
        "action-1-3": "late",
        "action-2-1": "late",
        "action-2-2": "not_mentioned",
    }
    first = reading.actions[0]
    assert (first.said, first.quote) == ("Blue - complete", "The hub opened on 3 May.")
    assert first.locator.row == 2
    assert [new.text for new in reading.new_actions] == ["Bike repair workshop"]


def test_late_by_its_date_even_where_the_report_says_ongoing(report: Read) -> None:
    course = report(TABLE).actions[3]
    assert (course.said, course.state) == ("Ongoing", "late")
    assert "30 June 2024" in course.why


def test_what_is_not_due_yet_is_not_late(report: Read) -> None:
    body = "| Ref | Progress | Status |\n|---|---|---|\n| 2.2 | First draft written | Ongoing |\n"
    assert states(report(body))["action-2-2"] == "on_course"


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("✓", "done"),
        ("100%", "done"),
        ("75%", "on_course"),
        ("Complete", "done"),
        ("Not complete", "late"),
        ("Paused", "late"),
        ("Delayed", "late"),
        ("On track", "on_course"),
        ("Withdrawn", "dropped"),
        ("No longer being pursued", "dropped"),
        ("RED", "late"),
    ],
)
def test_the_reports_own_words_for_status(report: Read, status: str, state: str) -> None:
    row = f"| 2.2 Guide for employers | See below | {status} |\n"
    body = "| Action | Update | Status |\n|---|---|---|\n" + row
    action = report(body).actions[4]
    assert (action.state, action.said) == (state, status)


def test_colours_mean_what_the_report_says_they_mean(report: Read) -> None:
    key = "Green: complete\n\nAmber: in progress\n\n"
    body = (
        "| Ref | Progress | RAG |\n|---|---|---|\n| 1.1 | Hub | Green |\n| 2.2 | Guide | Amber |\n"
    )
    found = states(report(key + body))
    assert (found["action-1-1"], found["action-2-2"]) == ("done", "on_course")


def test_prose_is_taken_apart_by_action(report: Read) -> None:
    body = (
        "## Outcome 1\n\n"
        "The drop-in hub in Leven High Street opened its doors in May and 90 people have come. "
        "The housing protocol for people leaving prison has not been agreed: the two councils "
        "differ on who pays.\n\n"
        "## Outcome 2\n\nPartners decided not to run a welding course with the college.\n"
    )
    reading = report(body)
    assert states(reading) == {
        "action-1-1": "done",
        "action-1-2": "not_mentioned",
        "action-1-3": "late",
        "action-2-1": "dropped",
        "action-2-2": "not_mentioned",
    }
    assert reading.actions[0].quote.endswith("90 people have come.")
    assert reading.actions[2].quote.startswith("The housing protocol")


def test_what_is_planned_for_next_year_is_no_progress(report: Read) -> None:
    body = "## Looking ahead\n\nWe will publish a guide to criminal records for employers.\n"
    assert set(states(report(body)).values()) == {"not_mentioned"}


def test_a_section_number_is_no_action_number(report: Read) -> None:
    body = "## 1.1 Who we are\n\nThe Partnership met six times and was chaired by the council.\n"
    assert states(report(body))["action-1-1"] == "not_mentioned"


def test_words_win_over_a_number_that_is_the_reports_own(report: Read) -> None:
    body = (
        "| No | Action | Status |\n|---|---|---|\n"
        "| 1.1 | Publish a guide to criminal records for employers | Complete |\n"
    )
    found = states(report(body))
    assert (found["action-1-1"], found["action-2-2"]) == ("not_mentioned", "done")


def test_another_partnerships_actions_are_new_and_join_nothing(report: Read) -> None:
    body = (
        "| Action | Progress | Status |\n|---|---|---|\n"
        "| Plant an orchard beside the ferry terminal | Sixty trees are in | Done |\n"
        "| Lend bicycles to apprentices | Eleven lent | Done |\n"
    )
    reading = report(body)
    assert set(states(reading).values()) == {"not_mentioned"}
    assert len(reading.new_actions) == 2
    assert "nothing_joined" in {warned.code for warned in reading.warnings}


def test_a_report_for_another_area_says_so(tmp_path: Path, plan: PlanReading) -> None:
    path = tmp_path / "report.md"
    head = "# Moray Community Justice Partnership Annual Report 2024-25\n\n"
    path.write_text(head + TABLE, encoding="utf-8")
    codes = {warned.code for warned in read_report(path, plan).warnings}
    assert "area_differs" in codes


def test_outcomes_are_judged_by_their_actions(report: Read) -> None:
    first, second = report(TABLE).outcomes
    assert (first.state, first.counts["done"], first.counts["late"]) == ("late", 1, 1)
    assert second.counts["not_mentioned"] == 1


def test_national_outcomes_are_told_with_their_words(report: Read) -> None:
    body = (
        "## National outcomes\n\nFor NDO 7 we used figures: 90 people used employability support.\n"
    )
    told = {item.outcome: item for item in report(body).national}
    assert len(told) == 9
    assert "90 people" in told["ndo-7"].statements[0].quote
    assert not told["ndo-1"].statements


def test_a_report_without_a_year_computes_no_lateness(report: Read) -> None:
    reading = report(TABLE, years="")
    assert states(reading)["action-2-1"] == "on_course"
    assert "no_period" in {warned.code for warned in reading.warnings}


def test_the_contract_has_every_key(report: Read) -> None:
    told = report(TABLE).to_json()
    assert set(told) == {
        "status", "source", "title", "area", "period", "plan", "counts", "actions", "outcomes",
        "national", "new_actions", "warnings",
    }  # fmt: skip
    wanted = {"id", "text", "state", "said", "quote", "locator", "confidence"}
    assert all(wanted <= set(action) for action in told["actions"])


def test_a_plan_given_as_a_report_is_told_apart(plan_file: Path) -> None:
    reading = read_report(plan_file)
    assert reading.status == "not_a_report"
    assert "seems to be a plan" in reading.warnings[-1].message


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("empty.docx", b"", "empty"),
        ("broken.pdf", b"%PDF-1.7\nrubbish", "damaged"),
        ("blank.txt", b"   \n\n", "empty"),
        ("soup.txt", b"Boil the leeks with a little salt for ten minutes. " * 40, "not_a_report"),
    ],
)
def test_bad_files_say_why_in_a_sentence(
    tmp_path: Path, plan: PlanReading, name: str, content: bytes, status: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    reading = read_report(path, plan)
    assert reading.status == status
    assert reading.warnings[-1].message.endswith(".")
    assert not reading.actions


def test_a_case_level_identifier_refuses_the_report(tmp_path: Path, plan: PlanReading) -> None:
    path = tmp_path / "report.md"
    number = "010190" + "0004"
    total = sum(int(d) * w for d, w in zip(number[:9], range(10, 1, -1), strict=True))
    chi = number[:9] + str((11 - total % 11) % 11)
    text = f"# Fife annual report 2024-25\n\nThe hub opened. CHI number {chi} was housed.\n"
    path.write_text(text, encoding="utf-8")
    reading = read_report(path, plan)
    assert reading.status == "refused"
    assert chi not in str(reading.to_json())
