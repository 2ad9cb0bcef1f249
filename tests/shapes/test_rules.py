"""Each rule: a plan that passes, and a plan with exactly that fault."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from rdflib import Graph

from cjgraph.shacl import CheckReport, check_plan, load_rules
from tests.shapes.plan_faults import ALL, Fault
from tests.shapes.plan_fixtures import SHA, TODAY, complete, edit, key, packaged_framework

Check = Callable[..., CheckReport]


@cache
def found(fault: Fault) -> CheckReport:
    day = TODAY if fault.generation == "2023" else date(2018, 5, 1)
    return check_plan(
        broken(fault), packaged_framework(), plan_sha256=SHA, today=fault.today or day
    )


def broken(fault: Fault) -> Graph:
    graph = complete(fault.generation)
    before = set(graph)
    edit(graph, fault.update, start="2024" if fault.generation == "2023" else "2018")
    assert set(graph) != before, "the fault changes nothing"
    return graph


@pytest.mark.parametrize("generation", ["2016", "2023"])
def test_complete_plan_has_no_findings(generation: str, check: Check) -> None:
    report = check(complete(generation), "exemplary")
    assert [f.message for f in report.findings] == []
    assert report.conforms
    assert report.framework == generation
    assert (report.scores.checklist, report.scores.thread) == (13.0, 1.0)


@pytest.mark.parametrize("fault", ALL, ids=lambda fault: fault.name)
def test_fault_is_found_and_nothing_else(fault: Fault) -> None:
    report = found(fault)
    assert sorted(key(f) for f in report.findings) == sorted(fault.findings)
    assert report.conforms == all(f.severity != "violation" for f in report.findings)
    for finding in report.findings:
        for text in (finding.message, finding.remedy, finding.why, finding.source):
            assert text.strip()
            assert not re.search(r"http|w3id|[{}]|\bNone\b|\bsh:|\bcj:|\bn[0-9a-f]{20}", text)
        assert finding.message[0].isupper() or finding.message[0] == '"'
        assert finding.message.rstrip().endswith(".")


def test_every_rule_has_a_fault_that_trips_it() -> None:
    tripped = {f.shape for fault in ALL for f in found(fault).findings}
    plan_rules = {r.iri for r in load_rules().rules.values() if "vocabulary-" not in r.iri}
    # The rules on evidence are tripped in test_evidence, those by meaning in test_mismatches.
    assert {iri.split("#")[1] for iri in plan_rules - tripped} == {
        "evidence-available",
        "evidence-none-for-priority",
        "thread-mismatched-action",
        "thread-mismatched-objective",
    }


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (
            "no date",
            'No date was found for the action "Launch a weekend bail supervision service": '
            '"ongoing" is not a date.',
        ),
        (
            "only a season",
            'No date was found for the action "Launch a weekend bail supervision service": '
            '"spring 2025" names a season, not a month or a day.',
        ),
        (
            "only how often",
            'No date was found for the action "Launch a weekend bail supervision service": '
            '"every quarter" says how often, not by when; say the first year.',
        ),
        (
            "no product or activity",
            'The action "Improve awareness of bail" does not say what will be made or done: '
            '"improve awareness" names nothing that will exist or happen.',
        ),
        (
            "means are lacking",
            'The action "Run a bail service, subject to funding" says itself that its means are '
            'not secured: "subject to funding".',
        ),
        (
            "a measure for later",
            'The measure of the action "Launch a weekend bail supervision service" measures '
            'nothing: "TBC" leaves the measure for later.',
        ),
        (
            "for the courts to decide",
            'The action "Ensure that sheriffs grant bail in every case" asks for more than the '
            'partners can bring about. "Ensure that sheriffs grant": courts and prosecutors '
            "decide for themselves.",
        ),
        (
            "a date after the plan",
            'The date of the action "Train 20 staff in assessment for diversion", 31 March 2052, '
            "is after the last day of the plan, 31 March 2029.",
        ),
        (
            "a date before the plan",
            'The date of the action "Train 20 staff in assessment for diversion", 31 March 2015, '
            "is before the first day of the plan, 1 April 2024.",
        ),
        (
            "a date that has passed",
            "By 1 June 2024, the day of this check, the date of 1 action had passed: "
            '"Train 20 staff in assessment for diversion" (31 May 2024).',
        ),
        (
            "a plan far ahead",
            "The period of the plan, 1 April 2044 to 31 March 2049, starts more than 3 years "
            "after the day of this check: a year may be mistyped.",
        ),
        (
            "a lead that is no partner",
            'The action "Train 20 staff in assessment for diversion" is led by "Testshire '
            'Chamber of Trade", which was not found among the partners that the plan names.',
        ),
        (
            "two statutory partners named nowhere",
            "Not every statutory partner was found in the plan, neither as a partner nor as a "
            "lead: Scottish Fire and Rescue Service; Skills Development Scotland.",
        ),
        (
            "a need that nothing meets",
            'The plan names "Physical health" as a need, but no action and no service for it was '
            "found.",
        ),
        (
            "an action that cites an objective that is not there",
            'The action "Publish a report" refers to "objective 9", which was not found.',
        ),
        (
            "no assessment",
            "Nothing was found in the plan on how near the area is to nationally determined "
            'outcome 4 ("More people access services to support desistence and successfully '
            'complete community sentences").',
        ),
        (
            "plan written to another edition",
            'The plan is written to "Community Justice Outcomes, Performance and Improvement '
            'Framework (2016)", but "Community Justice Performance Framework (2023)" was in '
            "force on its first day.",
        ),
    ],
)
def test_message_names_thing_by_its_words(fault: str, message: str) -> None:
    [one] = [f for f in ALL if f.name == fault]
    assert message in [f.message for f in found(one).findings]


@pytest.mark.parametrize(
    "text",
    [
        "Improve awareness by training 40 staff",
        "Support people on bail with a mentoring service",
        "Develop a better understanding of need through a survey",
        "Reduce waiting by 10%",
        "Secure funding for a women's centre",
        "Apply for funding and appoint two workers",
        "Agree how resources are shared among partners",
        "Give travel vouchers to people without funds",
    ],
)
def test_specific_and_funded_actions_are_left_alone(text: str, plan: Graph, check: Check) -> None:
    edit(
        plan,
        "DELETE { ?a cj:text ?t } INSERT { ?a cj:text ?new } WHERE { "
        + f'BIND (plan:action/a3 AS ?a) BIND ("{text}" AS ?new) ?a cj:text ?t }}',
    )
    assert [f.message for f in check(plan).findings] == []


def test_numbered_objective_measures_its_outcome(plan: Graph, check: Check) -> None:
    edit(
        plan,
        "DELETE WHERE { plan:outcome/o2 cj:measureText ?m } ; DELETE { ?s cj:text ?t } "
        + 'INSERT { ?s cj:text "SO 2: reach 60 people a year by 2026" } '
        + "WHERE { BIND (plan:objective/s2 AS ?s) ?s cj:text ?t }",
    )
    assert [f.message for f in check(plan).findings] == []


def test_outcome_for_priority_action_alone_is_linked(plan: Graph, check: Check) -> None:
    edit(
        plan,
        "DELETE { plan:outcome/o7 cj:localOutcomeForOutcome ?n } "
        + "INSERT { plan:outcome/o7 cj:localOutcomeForPriorityAction id:priority-action/pa-6 } "
        + "WHERE { plan:outcome/o7 cj:localOutcomeForOutcome ?n }",
    )
    assert {key(f) for f in check(plan).findings} == {("no_action", "ndo-7")}


def test_partial_item_names_the_part_that_is_missing(plan: Graph, check: Check) -> None:
    edit(
        plan,
        "DELETE { ?v cj:hasVerdict ?o } INSERT { ?v cj:hasVerdict id:verdict/partial . "
        + "plan:statement/2 a cj:PlanStatement ; cj:ofPlan id:plan/invented/2024 ; "
        + 'cj:text "We will monitor outcomes and process." ; '
        + "cj:addressesItem id:checklist-part/13-outcomes, id:checklist-part/13-process } "
        + "WHERE { BIND (plan:verdict/13 AS ?v) ?v cj:hasVerdict ?o }",
    )
    [finding] = check(plan).findings
    assert "only partly met" in finding.message
    assert "impact" in finding.message.lower()
    assert "process" not in finding.message.split("Nothing was found on")[1]
