# ruff: noqa: RUF001 - plans are typed with long dashes
"""Plans whose structure is told by their own words, labels and layout, not by ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.plans import PlanReading, read_plan

Reads = Callable[[str], PlanReading]

HEAD = """# Community Justice Outcomes Improvement Plan for Fife 2024 to 2029

The Fife Community Justice Partnership's plan runs from 1 April 2024 to 31 March 2029.
Our outcomes and actions serve the nationally determined outcomes.

"""


@pytest.fixture
def read(tmp_path: Path) -> Reads:
    def reads(body: str) -> PlanReading:
        path = tmp_path / "plan.md"
        path.write_text(HEAD + body, encoding="utf-8")
        return read_plan(path)

    return reads


def test_labels_in_running_text_belong_to_the_action_before_them(read: Reads) -> None:
    reading = read(
        """## Outcome 1: More people finish their diversion (NDO 1)

### Actions

- Open a diversion hub in Leven
  Who: Police Scotland. By when: June 2025. Shown by: 40 people seen
- Train ten mentors. Lead: Justice Social Work; by 31/03/2026
"""
    )
    one, two = reading.actions
    assert one.text == "Open a diversion hub in Leven"
    assert [lead.category for lead in one.leads] == ["police"]
    assert (str(one.due), one.measure) == ("2025-06-30", "40 people seen")
    assert [lead.category for lead in two.leads] == ["local_authority"]
    assert str(two.due) == "2026-03-31"
    assert {a.outcome for a in reading.actions} == {"outcome-1"}


def test_a_plan_may_call_its_outcomes_and_objectives_what_it_likes(read: Reads) -> None:
    table = "| Ref | We will | In the lead | By |\n|---|---|---|---|\n"
    reading = read(
        f"""## Ambition A: Fewer people in Fife are held on remand

Our strategic objectives are:

- A1. Offer bail supervision in every court by 2026
- A2. Find a bed for everyone who has none

{table}| 1 | Open a bail desk at Dunfermline | JSW | March 2025 |

## Ambition B: People come home to a house and a doctor

{table}| 2 | Register everyone with a GP | NHS Fife | 2025-26 |
"""
    )
    assert [o.text for o in reading.outcomes] == [
        "Fewer people in Fife are held on remand",
        "People come home to a house and a doctor",
    ]
    assert [o.text for o in reading.objectives] == [
        "Offer bail supervision in every court by 2026",
        "Find a bed for everyone who has none",
    ]
    assert [a.outcome for a in reading.actions] == [o.id for o in reading.outcomes]
    assert [lead.category for a in reading.actions for lead in a.leads] == [
        "local_authority",
        "health_board",
    ]


def test_codes_of_their_own_tie_outcomes_objectives_and_actions(read: Reads) -> None:
    table = "| Ref | Deliverable | Managed By | Action Due Date |\n|---|---|---|---|\n"
    reading = read(
        f"""## FO1: More people are diverted from prosecution

### FO1.1 Offer diversion in every town by 2026

{table}| 1 | Write a protocol with the fiscal | COPFS | Q2 2025/26 |

## FO2: Orders are finished

### FO2.1 Bring completions up to 85 per cent

{table}| 2 | Start every order within a week | JSW | ongoing |
"""
    )
    assert [o.id for o in reading.outcomes] == ["outcome-1", "outcome-2"]
    assert [(o.id, o.outcome) for o in reading.objectives] == [
        ("objective-1-1", "outcome-1"),
        ("objective-2-1", "outcome-2"),
    ]
    assert [(a.objective, a.outcome) for a in reading.actions] == [
        ("objective-1-1", "outcome-1"),
        ("objective-2-1", "outcome-2"),
    ]


def test_headings_over_work_are_outcomes_though_nothing_calls_them_so(read: Reads) -> None:
    reading = read(
        """## What we are going to do

### Nobody leaves prison without a roof over their head

- By March 2026 Fife Council's housing team will keep two flats for people coming home. We will
  know it has worked if nobody sleeps rough that night.
- NHS Fife will register people with a doctor before they are released.

### Folk finish their community sentence and are the better for it

- Justice social work will run a Saturday squad from June 2025.

## Who answers for this plan

- The Board will meet every quarter and will report to the council.
"""
    )
    assert [o.text for o in reading.outcomes] == [
        "Nobody leaves prison without a roof over their head",
        "Folk finish their community sentence and are the better for it",
    ]
    assert len(reading.actions) == 3, "the Board's meetings are no action"
    first = reading.actions[0]
    assert [lead.category for lead in first.leads] == ["local_authority"]
    assert (str(first.due), first.measure) == ("2026-03-31", "nobody sleeps rough that night")
    assert [a.outcome for a in reading.actions] == ["outcome-1", "outcome-1", "outcome-2"]


def test_columns_are_known_by_what_stands_in_them(read: Reads) -> None:
    reading = read(
        """## Outcome 1: More people are diverted from prosecution

| What needs doing | Down to | For when | We will know because |
|---|---|---|---|
| Draw up a protocol every statutory partner signs | Police Scotland | 30/09/2025 | All signed |
| Map what each partner spends on diversion each year | NHS Fife | March 2026 | Map is out |
"""
    )
    assert [a.text.split()[0] for a in reading.actions] == ["Draw", "Map"]
    assert [a.leads[0].category for a in reading.actions] == ["police", "health_board"]
    assert [str(a.due) for a in reading.actions] == ["2025-09-30", "2026-03-31"]
    assert [a.measure for a in reading.actions] == ["All signed", "Map is out"]


def test_tables_of_risks_papers_and_products_are_no_delivery_plan(read: Reads) -> None:
    reading = read(
        """## Outcome 1: More people are diverted from prosecution

| Action | Lead | By when |
|---|---|---|
| Open a hub in Leven | Police Scotland | June 2025 |

## Risks

| Risk | What we would do about it | Owner |
|---|---|---|
| The grant is cut in the second year | Cut the number of surgeries by half | JSW |

## Key deliverables

| By the end of | What you will see in place |
|---|---|
| 2025-26 | A hub in Leven with four staff |

## Papers to read with this one

| Paper | Date | Where |
|---|---|---|
| Strategic needs assessment for Fife 2023 | May 2023 | Fife Council |
"""
    )
    assert [a.text for a in reading.actions] == ["Open a hub in Leven"]


def test_an_outcome_column_that_names_national_outcomes_makes_them_the_plans_own(
    read: Reads,
) -> None:
    reading = read(
        """## Delivery plan

| Action | Lead | By when | Outcome served |
|---|---|---|---|
| Open a hub in Leven | Police Scotland | June 2025 | National outcome 1 |
| Train ten bail officers | JSW | June 2026 | NDO 3 |
"""
    )
    assert [o.national for o in reading.outcomes] == [("ndo-1",), ("ndo-3",)]
    assert [a.outcome for a in reading.actions] == [o.id for o in reading.outcomes]


def test_what_an_outcome_serves_is_not_part_of_its_words(read: Reads) -> None:
    reading = read(
        """## Delivery plan

| Outcome | Action | Lead | By when |
|---|---|---|---|
| People in Fife get help early. Contributes to: NDO 2 | Employ two | HSCP | 2025-26 |
"""
    )
    (outcome,) = reading.outcomes
    assert outcome.text.rstrip(".") == "People in Fife get help early"
    assert outcome.national == ("ndo-2",)


def test_parts_set_one_after_another_are_known_by_what_they_are(read: Reads) -> None:
    reading = read(
        """## Outcome 1: People returning to Fife have somewhere to live (NDO 6)

- Keep two flats in Leven – Fife Council Housing – 31/3/25 – nights used
- Train six facilitators | Victim Support Scotland | 30 June 2025 | six trained
- Start a bike workshop in Methil (Fife Council with Castle Trust, summer 2025)
"""
    )
    assert [a.text for a in reading.actions] == [
        "Keep two flats in Leven",
        "Train six facilitators",
        "Start a bike workshop in Methil",
    ]
    assert [str(a.due) for a in reading.actions] == ["2025-03-31", "2025-06-30", "None"]
    assert [a.measure for a in reading.actions] == ["nights used", "six trained", None]
    assert all(a.leads for a in reading.actions)


def test_outcomes_listed_under_what_we_want_to_see_are_outcomes(read: Reads) -> None:
    reading = read(
        """## What we want to see

1. Fewer people are held on remand in Fife.
2. People leaving prison can see a doctor at once.

## Who does what

By March 2026 Fife Council will open a bail hostel in Kirkcaldy.

NHS Fife will register people with a doctor by June 2025.
"""
    )
    assert [o.text for o in reading.outcomes] == [
        "Fewer people are held on remand in Fife.",
        "People leaving prison can see a doctor at once.",
    ]
    assert len(reading.actions) == 2


def test_a_plan_without_actions_or_outcomes_says_so_and_where_to_look(read: Reads) -> None:
    reading = read("## Delivery\n\nWe will work together on community justice.\n")
    assert {"no_actions", "no_outcomes"} <= {warned.code for warned in reading.warnings}
