from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from ingest.plans import PlanReading, read_plan
from ingest.plans.tables import role_of


@pytest.mark.parametrize(
    ("role", "headers"),
    [
        ("action", ["Action", "Deliverable", "Activity", "What we will do", "Actions", "Key task"]),
        ("lead", ["Lead", "Owner", "Managed By", "Responsible", "Who", "Lead partner"]),
        ("due", ["By when", "Due", "Action Due Date", "Timescale", "Date", "Completion by"]),
        ("measure", ["Measure", "Indicator", "How we will know", "How will we know?", "KPI"]),
        ("objective", ["Objective", "Strategic objective"]),
        ("outcome", ["Outcome", "Local outcome"]),
        ("national", ["National outcome", "Nationally determined outcome", "NDO"]),
        ("assessment", ["Where are we now?", "Assessment against the national indicator"]),
        ("priority", ["Priority for action?", "Is it a priority?"]),
        ("", ["", "Comments", "Cost", "x" * 400]),
    ],
)  # fmt: skip
def test_headers_that_mean_the_same_have_one_role(role: str, headers: list[str]) -> None:
    assert [role_of(header) for header in headers] == [role] * len(headers)


TOP = ["Community justice improvement plan", "Outcomes, objectives and priorities follow."]


def test_a_merged_cell_holds_for_every_row_that_it_spans(tmp_path: Path) -> None:
    document = docx.Document()
    for text in TOP:
        document.add_paragraph(text)
    table = document.add_table(rows=4, cols=3)
    for column, text in enumerate(["Action", "Managed By", "Action Due Date"]):
        table.cell(0, column).text = text
    for row, text in enumerate(["Open a hub", "Print a guide", "Train forty staff"], start=1):
        table.cell(row, 0).text = text
    table.cell(1, 1).merge(table.cell(3, 1)).text = "Police Scotland"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "March 2026"
    path = tmp_path / "merged.docx"
    document.save(str(path))

    actions = read_plan(path).actions

    assert [a.leads[0].category for a in actions] == ["police"] * 3
    assert [str(a.due) for a in actions] == ["2026-03-31", "2026-03-31", "None"]
    assert [a.locator.row for a in actions] == [2, 3, 4]


def test_a_cell_merged_across_names_the_rows_below(tmp_path: Path) -> None:
    document = docx.Document()
    for text in (
        *TOP,
        "Objective 2: Help more people to find a home",
        "Local outcome 1: People are safe and well",
    ):
        document.add_paragraph(text)
    table = document.add_table(rows=3, cols=3)
    for column, text in enumerate(["Action", "Lead", "By when"]):
        table.cell(0, column).text = text
    table.cell(1, 0).merge(table.cell(1, 2)).text = "Objective 2"
    for column, text in enumerate(["Open a hub in the town", "HSCP", "2025/26"]):
        table.cell(2, column).text = text
    path = tmp_path / "band.docx"
    document.save(str(path))

    (action,) = read_plan(path).actions

    assert (action.text, action.objective) == ("Open a hub in the town", "objective-2")


def test_a_table_that_goes_on_after_a_break_keeps_its_columns(
    word_file: Callable[..., Path],
) -> None:
    path = word_file(
        *TOP,
        [["Action", "Lead", "By when"], ["Open a hub", "SDS", "Q2 2025/26"]],
        [["Print a guide", "SFRS", "Q3 2025/26"]],
    )
    actions = read_plan(path).actions
    assert [(a.text, a.leads[0].category, str(a.due)) for a in actions] == [
        ("Open a hub", "skills_development_scotland", "2025-09-30"),
        ("Print a guide", "fire_and_rescue", "2025-12-31"),
    ]


def test_a_table_on_its_side_is_one_action(word_file: Callable[..., Path]) -> None:
    path = word_file(
        *TOP,
        [["Action", "Open a hub"], ["Lead", "NHS Fife"], ["Timescale", "June 2025"],
         ["Measure", "Visits each month"]],
    )  # fmt: skip
    (action,) = read_plan(path).actions
    assert action.text == "Open a hub"
    assert action.leads[0].organization is not None
    assert action.leads[0].organization.endswith("/nhs-fife")
    assert action.measure == "Visits each month"


def test_outcome_and_objective_cells_set_out_what_no_list_does(
    markdown: Callable[[str], PlanReading],
) -> None:
    reading = markdown(
        "# Community justice improvement plan\n\n## Actions\n\n"
        "| Outcome | What we will do | Lead | By when | How we will know |\n|-|-|-|-|-|\n"
        "| People feel safe at home and in town | Light the park | Council | 2025/26 | Survey |\n"
        "| People feel safe at home and in town | Clear the yard | Council | 2025/26 | Survey |\n"
    )
    assert [o.text for o in reading.outcomes] == ["People feel safe at home and in town"]
    assert {a.outcome for a in reading.actions} == {reading.outcomes[0].id}
