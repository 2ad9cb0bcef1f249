# ruff: noqa: E501 - cases read best on one line
"""Assessments and priority decisions for the national outcomes, in many people's words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.plans import PlanReading

Read = Callable[[str], PlanReading]

PLAN = """# Corrie Community Justice Outcomes Improvement Plan 2024-2029

1 April 2024 to 31 March 2029

## Introduction

This plan works to the nationally determined outcomes of the performance framework.

{section}

## Local outcome 1: People leave prison with a home

Nationally determined outcome 6.

| Ref | Action | Lead | By when | Measure |
|---|---|---|---|---|
| 1 | Hold ten flats for people leaving prison | Corrie Council | 31/03/2026 | Ten flats |
| 2 | Visit each person in prison | Corrie Council | 31/03/2026 | Share seen |
"""


@pytest.mark.parametrize(
    ("said", "priority"),
    [
        ("Decision: PRIORITY.", True),
        ("Decision: not a priority; keep on.", False),
        ("Decision: hold the line, with one action carried over.", False),
        ("The Board's decision: a priority for us.", True),
        ("Priority: Yes.", True),
        ("Priority? No, we will maintain what there is.", False),
        ("This is one of our priorities.", True),
        ("It will not be a priority in this plan.", False),
        ("We have made this a priority.", True),
        ("It was not chosen as a priority.", False),
    ],
)
def test_decisions(markdown: Read, said: str, priority: bool) -> None:
    section = (
        "## National outcome 3: More people are assessed for and successfully complete bail "
        f"supervision\n\nFourteen cases from eighty-eight assessments. {said}\n"
    )
    found = markdown(PLAN.format(section=section)).statute["ndo-3"]
    assert found.priority is priority
    assert found.decision is not None and found.decision.quote == said


def test_the_words_before_a_decision_are_the_assessment(markdown: Read) -> None:
    section = (
        "## National outcome 3\n\nFourteen cases and no service on Mondays. Decision: PRIORITY.\n"
    )
    found = markdown(PLAN.format(section=section)).statute["ndo-3"]
    assert found.assessment is not None
    assert found.assessment.quote == "Fourteen cases and no service on Mondays."


@pytest.mark.parametrize(
    "header", ["Where Corrie stands", "Position in 2024", "RAG", "Our judgement"]
)
def test_columns_that_assess(markdown: Read, header: str) -> None:
    section = (
        f"## National outcomes\n\n| National outcome | {header} | Priority? |\n|---|---|---|\n"
        "| 1 Diversion | Amber | Yes |\n| 2 Custody | A long way off | No |\n| 3 Bail | Green | No |\n"
    )
    statute = markdown(PLAN.format(section=section)).statute
    assert [statute[f"ndo-{n}"].priority for n in (1, 2, 3)] == [True, False, False]
    told = statute["ndo-2"].assessment
    assert told is not None and told.quote == "A long way off" and told.locator.column == 2


def test_a_list_of_titles_with_a_judgement_each(markdown: Read) -> None:
    section = (
        "## Where we stand\n\n- More people successfully complete diversion from prosecution: partly "
        "achieved. Numbers have doubled.\n- National outcome 6: not achieved.\n"
    )
    statute = markdown(PLAN.format(section=section)).statute
    first, second = statute["ndo-1"].assessment, statute["ndo-6"].assessment
    assert first is not None and first.quote == "partly achieved. Numbers have doubled."
    assert second is not None and second.quote == "not achieved."


def test_a_sentence_that_judges_several(markdown: Read) -> None:
    section = (
        "## Where we stand\n\nWe are near where we should be on NDO 1, 4 and 7, some way off on NDO 2 "
        "and 5, and a long way off on NDO 3.\n"
    )
    statute = markdown(PLAN.format(section=section)).statute
    quotes = {c: s.assessment.quote for c, s in statute.items() if s.assessment}
    assert quotes["ndo-7"] == "We are near where we should be on NDO 1, 4 and 7"
    assert quotes["ndo-5"] == "some way off on NDO 2 and 5"
    assert quotes["ndo-3"] == "a long way off on NDO 3"
    assert "ndo-8" not in quotes


def test_what_is_said_of_a_local_outcome_is_no_assessment(markdown: Read) -> None:
    section = (
        "## Local outcome 2: Orders are finished (NDO 4)\n\nCompletion is lower than it was.\n"
    )
    assert markdown(PLAN.format(section=section)).statute["ndo-4"].assessment is None


@pytest.mark.parametrize(
    ("header", "used", "said", "rests"),
    [
        ("Where we are now", "", "Partly achieved; we think that things are going well.", False),
        ("Where we are now", "-", "Partly achieved; we think that things are going well.", False),
        ("Where we are now", "Number of cases", "Partly achieved: 40 people in a year.", True),
        ("Where we are now", "", "Partly achieved: national indicator 1 stands at 40.", True),
        ("Assessment by the national indicator", "", "Partly achieved: 40 people in a year.", True),
    ],
)
def test_an_assessment_rests_on_an_indicator_only_where_it_names_one(
    markdown: Read, header: str, used: str, said: str, rests: bool
) -> None:
    section = (
        f"## How we are doing\n\n| National outcome | National indicator | {header} | Priority? |\n"
        "|---|---|---|---|\n"
        f"| 1. More people successfully complete diversion from prosecution | {used} | {said} | Yes |\n"
        "| 2. More people in police custody receive support to address their needs | NI 2 | Not achieved: few people are seen. | No |\n"
    )
    found = markdown(PLAN.format(section=section)).statute
    assert found["ndo-1"].assessment is not None
    assert bool(found["ndo-1"].indicators) is rests
    assert found["ndo-2"].indicators == ("ni-2",)
