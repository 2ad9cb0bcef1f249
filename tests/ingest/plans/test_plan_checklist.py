# ruff: noqa: E501 - cases read best on one line
"""Verdicts on the checklist in many people's words, and the quotations that prove them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.plans import PlanReading, read_plan
from ingest.plans.meaning import meaning

Read = Callable[[str], PlanReading]

PLAN = """# Corrie Community Justice Outcomes Improvement Plan 2024-2029

1 April 2024 to 31 March 2029

## Introduction

This is the community justice outcomes improvement plan for Corrie under section 19 of the Act.

{section}

## Local outcome 1: People leave prison with a home

Nationally determined outcome 6. Too many people come home to nothing.

| Ref | Action | Lead | By when | Measure |
|---|---|---|---|---|
| 1 | Hold ten flats for people leaving prison | Corrie Council | 31/03/2026 | Ten flats |
| 2 | Visit each person in prison before release | Corrie Council | 31/03/2026 | Share seen |

## Contact

Write to the co-ordinator.
"""


@pytest.fixture(autouse=True)
def by_rules_alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read without the embedding model, as on a machine that has none."""
    monkeypatch.setenv("CJGRAPH_MODEL", "off")
    meaning.cache_clear()
    yield
    meaning.cache_clear()


@pytest.mark.parametrize(
    ("item", "verdict", "section"),
    [
        ("1", "present", "## Where we want to be\n\nWe want Corrie to be a place where a wrong is put right near home."),
        ("1", "partial", "## Vision\n\nA vision statement will be agreed at the development day in the autumn."),
        ("1", "missing", "## The national picture\n\nThe Scottish Government published its Vision for Justice in 2022."),
        ("1", "missing", "## Foreword\n\nOn behalf of the Vision Corrie Board.\n\nThe Chair of the Vision Corrie Board"),
        ("2", "present", "## Outcomes\n\n| Short | Medium | Long |\n|---|---|---|\n| Help is offered | Help is taken up | Fewer people harmed |"),
        ("2", "present", "## What will be different\n\nIn the first year help is offered sooner. Over the life of the plan orders are finished. In ten years short sentences are rare."),
        ("2", "partial", "## Our outcomes\n\nIn the short term people get help. In the long term there is less crime."),
        ("2", "partial", "## Prison\n\nMany serve a short term prison sentence; medium and long term sentences are few."),
        ("3", "partial", "## Strategic objectives\n\nThese are being developed by the groups and will be added by the end of 2025."),
        ("3", "missing", "## Area\n\nCorrie has two towns."),
        ("4", "present", "## What comes first\n\nPartners ranked twelve issues by harm and numbers and these came top: remand, release and recovery."),
        ("4", "partial", "## Priorities\n\nPriorities will be chosen once the data is complete."),
        ("5", "present", "## Leadership\n\nThe Board is chaired by a councillor and meets every quarter. It reports to the Community Planning Partnership."),
        ("5", "partial", "## Governance\n\nThe Partnership is accountable to the Community Planning Partnership."),
        ("5", "partial", "## Governance\n\nArrangements are being reviewed and a description will be added in due course."),
        ("5", "missing", "## Thanks\n\nSigned by the Chair of the Governance Board."),
        ("6", "present", "## Who does what\n\nThe lead partner finds the people and delivers the action. The co-ordinator keeps the log. The Board oversees progress."),
        ("6", "present", "## Roles\n\n| Who | Job |\n|---|---|\n| Board | Agrees the plan |\n| Leads | Deliver actions |\n| Officer | Keeps the tracker |"),
        ("6", "partial", "## Making it happen\n\nThe role of each lead partner will be set out in a delivery agreement in due course. Until then, ask the Board."),
        ("7", "present", "## Area\n\nCorrie has two towns."),
        ("8", "present", "## When services change\n\nA partner that means to end a service gives four months' notice and a transition plan. No service is stopped before a replacement is funded until the plan ends."),
        ("8", "present", "## Service change\n\nNo major service changes are planned during the life of this plan."),
        ("8", "partial", "## When services change\n\nWe know that pilots come and go. A protocol on changes to services will be drawn up and agreed in 2026."),
        ("8", "missing", "## Changing attitudes\n\nNeighbours can see what unpaid work does."),
        ("9", "present", "## What you will see\n\n- a bail service on five days a week\n- four furnished flats by December 2025"),
        ("9", "present", "## Deliverables\n\n| Year | Key deliverables |\n|---|---|\n| 2025 | Custody nurse |\n| 2026 | Women's centre |"),
        ("9", "partial", "## Key deliverables\n\nThe key deliverables will be agreed by the partnership each April."),
        ("10", "present", "## The workforce\n\nOne post in seven is vacant. All staff will be trained in trauma and get an induction."),
        ("10", "partial", "## Staff\n\nA workforce plan for the partnership will be set out in due course."),
        ("10", "missing", "## Our people\n\nCorrie has 61,000 residents, a quarter of them over 65."),
        ("10", "missing", "## Confidence\n\nMore people across the workforce and in the community understand community justice."),
        ("11", "present", "## How we listened\n\nWe met twenty people with lived experience in two workshops in May 2024. Providers and staff filled in a survey. The panel will meet every quarter."),
        ("11", "partial", "## Involving people\n\nWe are committed to hearing people with lived experience. An approach will be developed in the first year."),
        ("12", "present", "## Read this with\n\n- Participation statement: what you said\n- Equality impact assessment\n- Needs assessment 2024"),
        ("12", "partial", "## Documents\n\nThe needs assessment is on our page. The participation statement will be added at a later date."),
        ("12", "missing", "## Training\n\nA training needs analysis was made of all staff."),
        ("13", "present", "## Evaluation\n\nWe ask whether the work was done as agreed (process), whether outcomes have moved and what difference it made to people's lives."),
        ("13", "partial", "## Reporting\n\nA report on the outcomes is published each year. A framework for evaluation will follow once the tracker has bedded in."),
        ("2", "present", "## Near, middle and far\n\n- Near (by March 2024): bail is offered.\n- Middle (by March 2026): orders are finished.\n- Far (by 2033): few are on remand."),
        ("4", "present", "## Where the effort goes first\n\nThree things come ahead of the rest: alcohol, bail and the journey home."),
        ("6", "present", "## How we run things\n\nThe Board meets quarterly. Action owners write half a page before each meeting. The co-ordinator looks after the plan. An executive group sees that actions get done."),
        ("8", "missing", "## Signed\n\nCllr A. N. Other, Vice Chair and Chair of the Service Redesign and Transition Board"),
        ("9", "present", "## What we will do\n\nThe main things that this plan will put in place are: a bail scheme; a housing officer; and mentors."),
        ("10", "partial", "## People who do the work\n\nSocial work has eleven posts, two of them vacant. A workforce plan will be set out in due course."),
        ("12", "present", "## Papers\n\n- Participation statement, March 2018\n- Profile of need and strengths\n- Equality impact assessment"),
        ("13", "present", "## Did it work?\n\nOutcomes. We report the indicators each quarter.\n\nProcess. Each commitment is checked for whether it was done on time.\n\nImpact. The university will follow forty people for two years."),
        ("13", "missing", "## Learning and skills\n\nPeople on orders gain qualifications through the college."),
    ],
)  # fmt: skip
def test_verdicts_by_rules(markdown: Read, item: str, verdict: str, section: str) -> None:
    reading = markdown(PLAN.format(section=section))
    assert reading.checklist[item].verdict == verdict
    for evidence in reading.checklist[item].evidence:
        assert " | " not in evidence.quote


def test_a_quotation_stands_at_its_place(tmp_path: Path, word_file: Callable[..., Path]) -> None:
    rows = [["Who", "Job"], ["Board", "Agrees the plan"], ["Leads", "Deliver actions"], ["Officer", "Keeps the tracker"]]  # fmt: skip
    path = word_file(
        "# Corrie Community Justice Outcomes Improvement Plan 2024-2029",
        "# Governance",
        "The Board meets every quarter. It reports to the Community Planning Partnership.",
        "# Roles and responsibilities",
        rows,
        "# Outcomes",
        "Community justice outcomes improvement plan for nationally determined outcome 1.",
    )
    reading = read_plan(path)
    cells = {e.locator.row: e for e in reading.checklist["6"].evidence}
    assert {row: e.quote for row, e in cells.items()} == {
        2: "Agrees the plan",
        3: "Deliver actions",
        4: "Keeps the tracker",
    } or all(e.quote in {text for row in rows for text in row} for e in cells.values())
    assert all(e.locator.column for e in cells.values())
    sentence = reading.checklist["5"].evidence[0]
    assert sentence.quote == "The Board meets every quarter."
    assert sentence.locator.paragraph == 3


def test_titles_of_boxes_belong_to_the_slide_that_they_stand_on(markdown: Read) -> None:
    section = (
        "## Five priorities\n\n## 1 Early help\n\nMost have been there before.\n\n"
        "## 2 Coming home\n\nThe first hours decide a lot.\n"
    )
    assert markdown(PLAN.format(section=section)).checklist["4"].verdict == "present"


def test_a_single_strategic_objective_is_a_part(markdown: Read) -> None:
    section = (
        "## Strategic objectives\n\nThere is one strategic objective: to cut remand by 2027.\n"
    )
    assert markdown(PLAN.format(section=section)).checklist["3"].verdict == "partial"


def test_actions_without_dates_or_measures_are_a_part(markdown: Read) -> None:
    text = (
        PLAN.format(section="")
        .replace("31/03/2026", "")
        .replace("Ten flats", "")
        .replace("Share seen", "")
    )
    assert markdown(text).checklist["7"].verdict == "partial"
    assert (
        markdown(re.sub(r"\| \d \|.*\n", "", PLAN.format(section=""))).checklist["7"].verdict
        == "missing"
    )


def test_words_before_a_heading_of_the_last_plan_do_not_count(markdown: Read) -> None:
    section = "## Looking back at the last plan\n\nAll staff were trained in trauma and two posts were vacant.\n"
    assert markdown(PLAN.format(section=section)).checklist["10"].verdict == "missing"


def test_the_first_words_of_a_paragraph_may_head_it(markdown: Read) -> None:
    section = (
        "## Who we are\n\nThe members are listed below.\n\n"
        "Who does what. The Board agrees the budget. The co-ordinator keeps the action log. "
        "Each lead agency delivers its actions.\n\n"
        "What you will see. These will be delivered:\n\n- a bail service by March 2025\n- four flats\n"
    )
    found = markdown(PLAN.format(section=section)).checklist
    assert (found["6"].verdict, found["9"].verdict) == ("present", "present")
