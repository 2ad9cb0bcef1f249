"""Blank cells under filled ones in a workbook, and rows that have lost their action."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ingest.plans import PlanReading, read_plan
from tests.ingest.plans.workbooks import saved, sheet_of

HEADER = ["Outcome", "Action", "Who", "When", "Measure"]
TITLE = "Tweedmouth Community Justice Outcome Improvement Plan 2024-2027"
SAFER, WORK = "Communities feel safer here", "More people are in work"


def read(folder: Path, rows: list[list[Any]]) -> PlanReading:
    book, _ = sheet_of([[TITLE], [], HEADER, *rows], title="Delivery Plan")
    path = folder / "plan.xlsx"
    path.write_bytes(saved(book))
    return read_plan(path)


def row(outcome: str | None, action: str | None, lead: str = "Police Scotland") -> list[Any]:
    return [outcome, action, lead, "March 2026", "30 people a year"]


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> PlanReading:
    rows = [
        row(f"{WORK} (NDO7)", "Open a job club at the library"),
        row(None, "Buy a minibus for the job club"),
        row(SAFER, '=HYPERLINK("x","y")'),
        row(None, "Hand out leaflets at the market", "G4S"),
    ]
    return read(tmp_path_factory.mktemp("sheet"), rows)


def served(plan: PlanReading) -> list[str | None]:
    words = {outcome.id: outcome.text for outcome in plan.outcomes}
    return [words.get(action.outcome or "") for action in plan.actions]


def test_a_blank_outcome_is_the_one_above(plan: PlanReading) -> None:
    assert served(plan) == [WORK, WORK, SAFER]
    assert plan.outcomes[0].national == ("ndo-7",)


def test_an_outcome_stays_though_its_action_is_a_formula_without_result(plan: PlanReading) -> None:
    assert [outcome.text for outcome in plan.outcomes] == [WORK, SAFER]
    [noted] = [w for w in plan.warnings if w.code == "formula_without_result"]
    assert noted.message.endswith("So the action of this row was left out.")


def test_the_title_in_the_cells_comes_before_the_name_of_the_sheet(plan: PlanReading) -> None:
    assert plan.title == TITLE


def test_a_lead_that_is_no_known_body_is_the_lead_as_written(plan: PlanReading) -> None:
    assert [(p.as_written, p.category) for p in plan.actions[-1].leads] == [("G4S", "other")]


def test_a_blank_stays_blank_where_each_row_names_its_outcome(tmp_path: Path) -> None:
    rows = [
        row(WORK, "Open a job club"),
        row(WORK, "Buy a minibus"),
        row(None, "Hand out leaflets"),
    ]
    assert served(read(tmp_path, rows)) == [WORK, WORK, None]
