# ruff: noqa: E501 - rows of tables read best whole
from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.plans import PlanReading

TOP = "# Angus Community Justice Outcomes Improvement Plan 2023-2026\n\nThis is the plan of the partnership.\n\n"
WIDE = (
    "| Ref | NDO | Local outcome | Priority (H/M/L) | Objective | Action | Why (evidence) | Lead | Support | Start | Finish | RAG / measure of success |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|---|\n"
    "| 1.1 | 3 | More people are bailed rather than remanded | H | Offer bail supervision on every court day | Appoint a bail worker to Forfar Sheriff Court | SACJ p.14 | Angus Council JSW | Police Scotland | Apr-23 | 30/9/23 | Worker in post |\n"
    "| 1.2 | 3 | More people are bailed rather than remanded | M | Offer bail supervision on every court day | Give sheriffs a guide to bail services | Court survey | SCTS | COPFS | 01/10/2023 | 31.12.23 | Guide issued |\n"
    "| 2.1 | 7 | People leave prison to a settled home | H | No one is liberated to homelessness | Hold a housing interview twelve weeks before liberation | SHORE standards | Angus Council Housing | SPS | 2023/24 | 2024/25 | Share with an address |\n"
)


def test_a_wide_table_gives_its_measure_its_finish_and_its_national_links(
    markdown: Callable[[str], PlanReading],
) -> None:
    reading = markdown(TOP + WIDE)
    assert [a.measure for a in reading.actions] == [
        "Worker in post", "Guide issued", "Share with an address",
    ]  # fmt: skip
    assert [str(a.due) for a in reading.actions] == ["2023-09-30", "2023-12-31", "2025-03-31"]
    assert [list(o.national) for o in reading.outcomes] == [["ndo-3"], ["ndo-7"]]


@pytest.mark.parametrize(
    ("first", "second", "measure"),
    [
        ("Evidence", "Measure of success", "two"),
        ("How we will know", "Evidence base", "one"),
        ("Performance", "Target", "two"),
        ("Evidence", "Comments", "one"),  # the only column that can tell
        ("Why (evidence)", "Comments", None),
        ("Rationale and evidence", "Cost", None),
    ],
)
def test_the_more_certain_of_two_columns_is_the_measure(
    first: str, second: str, measure: str | None, markdown: Callable[[str], PlanReading]
) -> None:
    reading = markdown(
        f"{TOP}## Outcome 1: Fewer people are held on remand\n\n"
        f"| Action | Lead | By when | {first} | {second} |\n|---|---|---|---|---|\n"
        "| Appoint a bail worker to the court | SCTS | June 2025 | one | two |\n"
        "| Give sheriffs a guide to bail services | SPS | May 2025 | one | two |\n"
    )
    assert [a.measure for a in reading.actions] == [measure, measure]


def test_the_end_counts_where_a_start_stands_before_it(
    markdown: Callable[[str], PlanReading],
) -> None:
    reading = markdown(
        f"{TOP}## Outcome 1: Fewer people are held on remand\n\n"
        "| Action | Lead | Start date | End date |\n|---|---|---|---|\n"
        "| Appoint a bail worker to the court | SCTS | June 2024 | May 2025 |\n"
    )
    assert [str(a.due) for a in reading.actions] == ["2025-05-31"]


@pytest.mark.parametrize("header", ["Who | Part", "Body | Part", "Name | Job"])
def test_a_table_of_who_does_what_sets_out_no_actions(
    header: str, markdown: Callable[[str], PlanReading]
) -> None:
    reading = markdown(
        f"{TOP}## How the plan is led\n\n"
        f"| {header} |\n|---|---|\n"
        "| Board | Approves the plan and the report |\n"
        "| Theme leads | Develop actions for their themes |\n"
        "| Co-ordinator | Keeps the tracker up to date |\n\n"
        "## Outcome 1: Fewer people are held on remand\n\n"
        "| Action | Lead | By when |\n|---|---|---|\n"
        "| Appoint a bail worker to the court | SCTS | June 2025 |\n"
    )
    assert [a.text for a in reading.actions] == ["Appoint a bail worker to the court"]


def test_titles_of_two_cells_may_stand_above_a_header(
    markdown: Callable[[str], PlanReading],
) -> None:
    reading = markdown(
        f"{TOP}## Outcome 1: Fewer people are held on remand\n\n"
        "| Angus Community Justice Partnership | 2024 |\n|---|---|\n"
        "| Action | Lead |\n"
        "| Appoint a bail worker to the court | SCTS |\n"
    )
    assert [a.text for a in reading.actions] == ["Appoint a bail worker to the court"]
