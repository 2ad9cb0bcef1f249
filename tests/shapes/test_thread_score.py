"""The score of the thread says what it counts and agrees with what is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import Graph

from cjgraph.shacl import CheckReport, check_plan, report_text
from tests.shapes.plan_faults import ALL, Fault
from tests.shapes.plan_fixtures import SHA, complete, edit, packaged_framework

Check = Callable[..., CheckReport]
#: Each of these says of a step between an action and the nation that it is not there.
BREAKS = {
    "action_without_objective",
    "action_without_outcome",
    "objective_without_outcome",
    "outcome_without_national_link",
    "dangling_reference",
}
_NO_OBJECTIVES = (
    "DELETE { ?s ?p ?o } WHERE { ?s a cj:StrategicObjective ; ?p ?o } ; "
    "DELETE WHERE { ?a cj:actionForObjective ?s }"
)


def headline(report: CheckReport) -> str:
    return " ".join(report_text(report).split()).split("Golden thread: ")[1].split(". ")[0]


@pytest.mark.parametrize("fault", ALL, ids=lambda fault: fault.name)
def test_a_score_below_one_is_explained_by_a_break(fault: Fault) -> None:
    plan = complete(fault.generation)
    edit(plan, fault.update, start="2024" if fault.generation == "2023" else "2018")
    report = check_plan(plan, packaged_framework(), plan_sha256=SHA)
    if report.scores.thread < 1:
        assert {f.type for f in report.findings} & BREAKS


def test_an_action_without_objective_counts_where_the_plan_has_none(
    plan: Graph, check: Check
) -> None:
    edit(plan, _NO_OBJECTIVES)
    report = check(plan)
    assert report.scores.thread == 1.0
    assert {f.type for f in report.findings} >= {"action_without_objective"}
    assert headline(report) == (
        "all 9 actions (100%) can be traced up to a national outcome or priority action through "
        "a local outcome; no objective was found in the plan"
    )
    edit(plan, "DELETE WHERE { plan:outcome/o7 cj:localOutcomeForOutcome ?n }")
    assert check(plan).scores.thread == pytest.approx(8 / 9, abs=1e-4)


def test_an_action_that_skips_the_objective_is_told_and_does_not_count(
    plan: Graph, check: Check
) -> None:
    edit(plan, "DELETE WHERE { plan:action/a1 cj:actionForObjective ?s }")
    report = check(plan)
    assert ("action_without_objective", "a1") in {(f.type, f.subject_id) for f in report.findings}
    assert headline(report) == (
        "8 of 9 actions (89%) reach a national outcome or priority action through "
        "an objective and a local outcome"
    )
    assert report.to_json()["thread"] == {
        "actions": 9,
        "reaching": 8,
        "linked": 9,
        "through": "objective and outcome",
    }


def test_a_priority_action_is_a_national_link(plan: Graph, check: Check) -> None:
    edit(
        plan,
        "DELETE { plan:outcome/o7 cj:localOutcomeForOutcome ?n } "
        + "INSERT { plan:outcome/o7 cj:localOutcomeForPriorityAction id:priority-action/pa-6 } "
        + "WHERE { plan:outcome/o7 cj:localOutcomeForOutcome ?n }",
    )
    assert check(plan).scores.thread == 1.0


def test_a_plan_without_actions_says_so(plan: Graph, check: Check) -> None:
    edit(plan, "DELETE { ?a ?p ?o } WHERE { ?a a cj:Action ; ?p ?o }")
    report = check(plan)
    assert report.scores.thread == 0.0
    assert headline(report) == "no action was found in the plan"
