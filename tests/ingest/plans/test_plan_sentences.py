"""Plans that say who, when and how in sentences under headings for their priorities."""

from __future__ import annotations

import pytest

from ingest.plans import PlanReading, read_plan

TEXT = """# Eskvale Community Justice Plan

Runs **1 April 2026 to 31 March 2031** | Owner: Justice co-ordinator | Status: draft

## Priority 1: Bail and remand

**Outcome:** People are not remanded for want of support (serves national outcome 3). *Measure: number of orders.*

- Extend bail supervision to the Justice of the Peace Court. Lead: Justice Social Work. By: May 2027. Measure: 25 people a year.
- Set up monitoring briefings for defence agents. Lead: G4S. By: 30/02/2027. Measure: 3 briefings.

## Priority 2: Women

**Outcome:** Women who offend are safe

- Open a women's hub in the old bank. Lead: Women's Aid. By: March 2028. Measure: hub open.

## Needs and evidence

We held a needs assessment in 2024. 48% of people on community orders told us of problems with alcohol. We consulted 120 people, including people with lived experience and victims.
"""  # noqa: E501


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> PlanReading:
    path = tmp_path_factory.mktemp("esk") / "esk.md"
    path.write_text(TEXT, encoding="utf-8")
    return read_plan(path)


def test_the_line_of_the_period_is_no_action(plan: PlanReading) -> None:
    assert [action.text.split()[0] for action in plan.actions] == ["Extend", "Set", "Open"]


def test_a_lead_between_other_labels_is_kept_as_written(plan: PlanReading) -> None:
    assert [p.as_written for p in plan.actions[1].leads] == ["G4S"]


def test_a_measure_behind_an_outcome_is_its_measure(plan: PlanReading) -> None:
    outcome = plan.outcomes[0]
    assert outcome.text == "People are not remanded for want of support"
    assert outcome.measures == ("number of orders",)
    assert outcome.national == ("ndo-3",)


def test_numbered_priorities_over_the_work_answer_item_4(plan: PlanReading) -> None:
    found = plan.checklist["4"]
    assert found.verdict == "present"
    assert found.evidence[0].quote == "Priority 1: Bail and remand"


def test_the_sentence_that_answers_an_item_is_quoted_first(plan: PlanReading) -> None:
    assert plan.checklist["11"].evidence[0].quote.startswith("We consulted 120 people")
