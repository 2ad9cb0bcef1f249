"""The report as a person reads it: short, in groups, the doubtful said first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from rdflib import Graph

from cjgraph.shacl import CheckReport, report_text
from tests.shapes.plan_fixtures import edit

Check = Callable[..., CheckReport]
NOTICE = "How the actions hang together could not be read from most of the plan"


def drop_ties(count: int) -> str:
    """Return an update that ties the first actions to nothing."""
    return " ; ".join(
        f"DELETE WHERE {{ plan:action/a{n} cj:{step} ?o }}"
        for n in range(1, count + 1)
        for step in ("actionForObjective", "actionForOutcome")
    )


def words(report: CheckReport) -> str:
    return " ".join(report_text(report).split())


@pytest.mark.parametrize(("untied", "told"), [(5, False), (6, True)])
def test_most_links_missing_opens_the_report(
    untied: int, told: bool, plan: Graph, check: Check
) -> None:
    edit(plan, drop_ties(untied))
    report = check(plan)
    assert report.findings[0].type != "links_not_read"
    assert ("links_not_read" in {f.type for f in report.findings}) == told
    if not told:
        assert NOTICE not in words(report)
        return
    notice = report.notice()
    assert notice is not None
    assert (notice.tier, notice.severity) == ("data", "warning")
    assert f"{NOTICE} (6 of 9 actions)." in notice.message
    text = words(report)
    assert text.count(NOTICE) == 1
    assert text.index(NOTICE) < text.index("Result:") < text.index("Mend these first")
    # The notice is no fault to mend, so what to mend first is numbered from 1.
    assert report.mend_first()[0] is report.findings[0]
    assert "Mend these first ---------------- 1. " in text
    assert not report.conforms


def test_two_untied_actions_of_two_are_no_sign_of_a_bad_reading(plan: Graph, check: Check) -> None:
    edit(
        plan,
        "DELETE { ?a ?p ?o } WHERE { ?a a cj:Action ; cj:localId ?i ; ?p ?o "
        + "FILTER (?i NOT IN ('a1', 'a2')) } ; "
        + drop_ties(2),
    )
    assert "links_not_read" not in {f.type for f in check(plan).findings}


def test_missing_links_are_said_not_to_be_found(plan: Graph, check: Check) -> None:
    edit(plan, drop_ties(6))
    told = {f.type: f.message for f in check(plan).findings}
    for kind in ("no_action", "action_without_objective", "outcome_without_action"):
        assert "was found" in told[kind]


def test_one_rule_has_at_most_two_of_the_first_five(plan: Graph, check: Check) -> None:
    edit(
        plan,
        " ; ".join(f"DELETE WHERE {{ plan:assessment/ndo-{n} ?p ?o }}" for n in range(1, 8))
        + " ; DELETE WHERE { plan:decision/ndo-9 ?p ?o }",
    )
    report = check(plan)
    assert [f.type for f in report.mend_first()] == [
        "no_assessment",
        "no_priority_decision",
        "no_assessment",
    ]
    assert report.to_json()["mend_first"] == 3
    text = words(report)
    assert "Must be mended (5 more)" in text
    assert text.count("Without an assessment no one can tell") == 3  # two in full, one for five


def test_findings_of_one_rule_share_their_reasons(plan: Graph, check: Check) -> None:
    edit(plan, "DELETE { ?a cj:leadAsWritten ?w ; cj:leadCategory ?c } "
         "WHERE { ?a cj:leadAsWritten ?w ; cj:leadCategory ?c }")  # fmt: skip
    text = words(check(plan))
    assert "Action without lead: 7 times" in text
    assert text.count("Without a lead no partner answers for the action.") == 3
    assert '"Launch a weekend bail supervision service": Table 1, row 3.' in text


def test_a_fault_of_two_rules_is_told_in_one_line(plan: Graph, check: Check) -> None:
    edit(
        plan,
        "INSERT DATA { plan:action/a10 a cj:Action ; cj:text 'Publish a report' ; "
        "cj:localId 'a10' ; cj:ofPlan id:plan/invented/2024 ; cj:leadAsWritten 'Council' ; "
        "cj:measureText 'Reports published' ; cj:due '2025-03-31'^^xsd:date }",
    )
    report = check(plan)
    assert {f.type for f in report.findings} == {
        "action_without_objective",
        "action_without_outcome",
    }
    text = words(report)
    assert text.count('"Publish a report"') == 1
    assert 'No objective and no outcome was found for the action "Publish a report".' in text


def test_a_double_of_law_and_thread_takes_one_place_and_names_both(
    plan: Graph, check: Check
) -> None:
    edit(plan, "DELETE WHERE { plan:action/a2 ?p ?o }")
    report = check(plan)
    lead = [f.type for f in report.mend_first()]
    assert "local_outcome_without_action" in lead
    assert "outcome_without_action" not in lead
    assert "outcome_without_action" in {f.type for f in report.findings}
    text = words(report)
    assert "section 19; the law. Also Smart and Social Justice (2019), page 28" in text
    assert "An outcome that no action leads to" not in text


def test_forty_findings_can_be_read_in_one_sitting(plan: Graph, check: Check) -> None:
    """Nearly everything is missing, and still the report is a few pages."""
    edit(
        plan,
        " ; ".join(
            f"DELETE WHERE {{ plan:{kind}/ndo-{n} ?p ?o }}"
            for n in range(1, 10)
            for kind in ("assessment", "decision")
        )
        + " ; DELETE WHERE { ?a cj:leadAsWritten ?w } ; "
        + "DELETE WHERE { ?a cj:leadCategory ?w } ; "
        + "DELETE WHERE { ?o cj:localOutcomeForOutcome ?n } ; "
        + "DELETE { ?v cj:hasVerdict ?o } INSERT { ?v cj:hasVerdict id:verdict/missing } "
        + "WHERE { ?v cj:hasVerdict ?o }",
    )
    report = check(plan)
    assert len(report.findings) >= 40
    text = report_text(report)
    assert len(text.splitlines()) < 320
    # The law is told before what is only guidance.
    assert text.index("What the law asks for\n") < text.index("Checklist item 2: Short")
    assert text.index("Checklist item 2: Short") < text.index("Checklist item 13: Evaluation")
    assert "Outcome not assessed: " in text and "Action without lead: " in text


def test_nothing_that_a_terminal_obeys_is_printed(plan: Graph, check: Check) -> None:
    edit(
        plan,
        "DELETE { ?a cj:text ?t ; cj:due ?d } INSERT { ?a cj:text ?new } WHERE { "
        + "BIND (plan:action/a1 AS ?a) ?a cj:text ?t ; cj:due ?d "
        + 'BIND ("Publish \\u202Etroper\\u202C 3 \\u2066re\\u2069ports\\u0007" AS ?new) }',
    )
    report = check(plan)
    assert '"Publish troper 3 reports"' in report_text(report)
    [finding] = [f for f in report.findings if f.type == "smart_t"]
    worse = replace(
        finding,
        message="A\u202eB\x1b[2J",
        locator={"place": "Row\u2067 1\x9b, x"},
        evidence=({"title": "T\x1b]0;", "finding": "EV1\u202a", "stance": ""},),
    )
    text = report_text(replace(report, title="Plan\x07 of\nX", findings=(worse,)))
    assert all(c.isprintable() for c in text.replace("\n", ""))
    assert "Plan: Plan of X" in text
    assert "AB[2J" in text
