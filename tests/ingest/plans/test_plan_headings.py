# ruff: noqa: E501 - tables and sentences read best on one line
"""Chapters about a plan, titles of tables and assessments are told apart from its outcomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import docx
import pytest

from ingest.plans import PlanReading, read_plan
from ingest.plans.meaning import meaning
from ingest.plans.vocabulary import vocabulary

Read = Callable[[str], PlanReading]

OPENING = "# Glenfirth Community Justice Outcomes Improvement Plan 2024 to 2029\n\n"
WORK = """
## Outcome 1: People who leave prison have a home

### Objective 1.1: Plan every release with partners

| Action | Lead | By when | Measure |
|---|---|---|---|
| Hold a release meeting for each person | Scottish Prison Service | June 2026 | Share of people with a meeting |
| Keep tenancies during short sentences | Glenfirth Council | May 2026 | Number of tenancies kept |
"""
HEADER = ("Action", "Lead", "By when", "Measure")
RELEASE = (
    "Hold a release meeting for each person",
    "Scottish Prison Service",
    "June 2026",
    "Share of people with a meeting",
)
HOMES = (
    "Keep tenancies during short sentences",
    "Glenfirth Council",
    "May 2026",
    "Number of tenancies kept",
)


@pytest.fixture(autouse=True)
def by_rules_alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read without the embedding model, as on a machine that has none."""
    monkeypatch.setenv("CJGRAPH_MODEL", "off")
    meaning.cache_clear()
    yield
    meaning.cache_clear()


def _word(path: Path, *tables: tuple[str, Sequence[Sequence[str]]]) -> PlanReading:
    """Write tables under headings, a row of one cell across all columns, and read them."""
    document = docx.Document()
    document.add_heading("Glenfirth Community Justice Outcomes Improvement Plan 2024 to 2029", 0)
    document.add_heading("Delivery plan", 1)
    for heading, rows in tables:
        document.add_heading(heading, 2)
        table = document.add_table(len(rows), max(map(len, rows)))
        for at, row in enumerate(rows):
            if len(row) == 1:
                table.cell(at, 0).merge(table.cell(at, len(table.columns) - 1)).text = row[0]
                continue
            for column, words in enumerate(row):
                table.cell(at, column).text = words
    file = path / "plan.docx"
    document.save(str(file))
    return read_plan(file)


@pytest.mark.parametrize("header", ["Where we are", "How things stand", "Where we are today"])
def test_an_assessment_of_the_national_outcomes_sets_out_no_local_ones(
    header: str, markdown: Read
) -> None:
    rows = [
        f"| {term.label} | Number of cases | We had forty cases in 2023 | {'Yes' if n % 2 else 'No'} |"
        for n, term in enumerate(vocabulary().outcomes)
    ]
    table = (
        f"| Outcome | National indicator | {header} | Priority for action? |\n|---|---|---|---|\n"
    )
    read = markdown(f"{OPENING}## The national outcomes\n\n{table}" + "\n".join(rows) + "\n" + WORK)
    assert [o.text for o in read.outcomes] == ["People who leave prison have a home"]
    assert any(said.assessment for said in read.statute.values())


@pytest.mark.parametrize(
    "chapter",
    [
        """## Short, medium and long term outcomes

In the short term, by March 2024, people in custody and at court will be offered support on the day.

In the medium term, by March 2026, fewer people will be on remand and more will finish their orders.

In the long term, by March 2033, reoffending in Glenfirth will have fallen.
""",
        """## What will be different, and when

In the short term, by March 2025, Glenfirth Council will offer support on the day.

In the medium term, by March 2026, partners will offer more people bail support.

In the long term, by March 2033, Glenfirth Council will have no homeless families.
""",
    ],
)
def test_changes_in_the_short_medium_and_long_term_are_no_actions(
    chapter: str, markdown: Read
) -> None:
    read = markdown(OPENING + chapter + WORK)
    assert [o.text for o in read.outcomes] == ["People who leave prison have a home"]
    assert [a.text for a in read.actions] == [RELEASE[0], HOMES[0]]
    assert read.checklist["2"].verdict == "present"


def test_a_long_heading_about_roles_is_no_outcome(markdown: Read) -> None:
    read = markdown(
        OPENING
        + """## Roles and responsibilities: how we will develop, deliver and oversee the work

By June 2025 Police Scotland will name a link officer for each group.

By July 2025 Glenfirth Council will appoint a coordinator for the groups.
"""
        + WORK
    )
    assert [o.text for o in read.outcomes] == ["People who leave prison have a home"]


def test_a_heading_that_also_announces_actions_still_holds_them(markdown: Read) -> None:
    read = markdown(
        OPENING
        + """## What will be different, and what we are going to do

### Nobody waits in prison who could safely wait at home

By June 2025 Police Scotland will name a link officer for each court.

By July 2025 Glenfirth Council will open a bail hub in the court.
"""
    )
    assert [o.text for o in read.outcomes] == [
        "Nobody waits in prison who could safely wait at home"
    ]
    assert len(read.actions) == 2


def test_objectives_named_in_rows_across_a_table_answer_item_3(tmp_path: Path) -> None:
    read = _word(
        tmp_path,
        (
            "Outcome 1: People who leave prison have a home",
            [
                HEADER,
                ["Objective 1.1: Plan every release with partners"],
                RELEASE,
                ["Objective 1.2: Keep homes through short sentences"],
                HOMES,
            ],
        ),
    )
    assert [a.objective for a in read.actions] == ["objective-1-1", "objective-1-2"]
    assert read.checklist["3"].verdict == "present"


@pytest.mark.parametrize("named", [True, False])
def test_every_title_above_a_header_is_read(named: bool, tmp_path: Path) -> None:
    first, second = "People are helped when they are arrested", "People leave prison with a home"
    read = _word(
        tmp_path,
        (
            "Outcome 1",
            [
                [f"Outcome 1: {first}" if named else first],
                ["Contributes to: NDO 2"],
                ["Indicator: number of people referred"],
                ["Objective 1.1: Offer help at every arrest"],
                HEADER,
                HOMES,
            ],
        ),
        (
            "Outcome 2",
            [
                [f"Outcome 2: {second}" if named else second],
                ["Contributes to: NDO 6"],
                ["Objectives: 2.1 Plan every release together; 2.2 Keep homes through sentences"],
                ["Indicator: share of people with a home"],
                HEADER,
                RELEASE,
            ],
        ),
    )
    assert [(o.text, o.national, o.measures) for o in read.outcomes] == [
        (first, ("ndo-2",), ("number of people referred",)),
        (second, ("ndo-6",), ("share of people with a home",)),
    ]
    assert [(o.id, o.outcome) for o in read.objectives] == [
        ("objective-1-1", "outcome-1"),
        ("objective-2-1", "outcome-2"),
        ("objective-2-2", "outcome-2"),
    ]
    assert [(a.outcome, a.objective) for a in read.actions] == [
        ("outcome-1", "objective-1-1"),
        ("outcome-2", None),
    ]


def test_a_heading_that_is_only_a_number_is_no_outcome(tmp_path: Path) -> None:
    read = _word(tmp_path, ("Outcome 1", [HEADER, RELEASE]), ("Outcome 2", [HEADER, HOMES]))
    assert read.outcomes == ()
