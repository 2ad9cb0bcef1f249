"""The report: its contract, its profiles, its order, its other forms."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import RDF, Graph, Namespace

from cjgraph import namespaces
from cjgraph.errors import SyntaxFault, UnknownThing
from cjgraph.shacl import CheckReport, load_rules, report_text, report_turtle
from cjgraph.shacl._profiles import PROFILES, severity_of
from tests.shapes.plan_fixtures import SHA, edit

Check = Callable[..., CheckReport]
FINDING_KEYS = {
    "shape",
    "tier",
    "type",
    "letter",
    "subject",
    "subject_id",
    "outcome",
    "severity",
    "checklist_item",
    "message",
    "remedy",
    "source",
    "locator",
    "quote",
    "evidence",
}


@pytest.fixture
def faulty(plan: Graph) -> Graph:
    """Seven faults: three of law, one of the thread, one missing item, one partial, one date."""
    edit(
        plan,
        """
        DELETE WHERE { plan:assessment/ndo-4 ?p ?o } ;
        DELETE WHERE { plan:assessment/ndo-5 ?p ?o } ;
        DELETE WHERE { plan:decision/ndo-5 ?p ?o } ;
        DELETE WHERE { plan:action/a1 cj:leadAsWritten ?w ; cj:leadCategory ?c } ;
        DELETE WHERE { plan:action/a3 cj:due ?d } ;
        DELETE { ?v cj:hasVerdict ?o } INSERT { ?v cj:hasVerdict id:verdict/missing }
        WHERE { BIND (plan:verdict/10 AS ?v) ?v cj:hasVerdict ?o } ;
        DELETE { ?v cj:hasVerdict ?o } INSERT { ?v cj:hasVerdict id:verdict/partial }
        WHERE { BIND (plan:verdict/13 AS ?v) ?v cj:hasVerdict ?o }
        """,
    )
    return plan


def test_json_has_every_key_of_the_contract(faulty: Graph, check: Check) -> None:
    report = check(faulty).to_json()
    assert {"conforms", "profile", "framework", "rules", "plan", "scores", "findings"} <= set(
        report
    )
    assert report["conforms"] is False
    assert (report["profile"], report["framework"]) == ("draft", "2023")
    assert report["plan"]["sha256"] == SHA
    assert report["rules"] == {"version": load_rules().version, "sha256": load_rules().sha256}
    assert report["scores"] == {"checklist": 11.5, "thread": 1.0}
    assert len(report["findings"]) == 7
    for finding in report["findings"]:
        assert set(finding) >= FINDING_KEYS
        assert finding["tier"] in {"statute", "checklist", "thread", "smart", "evidence", "data"}
        assert finding["severity"] in {"violation", "warning", "info"}
        assert isinstance(finding["evidence"], list)
        assert isinstance(finding["locator"], dict)


def test_finding_carries_place_and_quote(faulty: Graph, check: Check) -> None:
    [finding] = [f for f in check(faulty).findings if f.type == "smart_t"]
    assert finding.locator == {"place": "Table 1, row 3"}
    assert finding.quote == "Launch a weekend bail supervision service"
    assert (finding.letter, finding.checklist_item, finding.outcome) == ("T", 7, "ndo-3")


def test_checklist_finding_says_guidance_not_law(faulty: Graph, check: Check) -> None:
    told = [f for f in check(faulty).findings if f.tier == "checklist"]
    assert len(told) == 2
    assert all("guidance, not law" in f.message for f in told)


@pytest.mark.parametrize(
    ("profile", "smart_t", "partial", "conforms_on_smart"),
    [
        ("draft", "warning", "warning", True),
        ("publication", "violation", "warning", False),
        ("exemplary", "violation", "violation", False),
    ],
)
def test_profile_maps_severity_and_hides_nothing(
    profile: str,
    smart_t: str,
    partial: str,
    conforms_on_smart: bool,
    faulty: Graph,
    plan: Graph,
    check: Check,
) -> None:
    found = {f.type: f.severity for f in check(faulty, profile).findings}
    assert found["smart_t"] == smart_t
    assert found["checklist_partial"] == partial
    for always in ("no_assessment", "no_priority_decision", "action_without_lead"):
        assert found[always] == "violation"
    assert len(check(faulty, profile).findings) == 7


def test_only_violations_fail(plan: Graph, check: Check) -> None:
    edit(plan, "DELETE WHERE { plan:action/a3 cj:due ?d }")
    assert check(plan, "draft").conforms
    assert not check(plan, "publication").conforms


def test_unknown_is_never_a_violation(plan: Graph, check: Check) -> None:
    edit(
        plan,
        "DELETE { ?v cj:hasVerdict ?o } INSERT { ?v cj:hasVerdict id:verdict/unknown } "
        + "WHERE { ?v cj:hasVerdict ?o }",
    )
    for profile in PROFILES:
        report = check(plan, profile)
        assert len(report.findings) == 13
        assert {f.severity for f in report.findings} == {"info"}
        assert report.scores.checklist == 0.0


def test_declared_severity_is_that_of_the_draft_profile() -> None:
    for rule in load_rules().rules.values():
        assert severity_of("draft", rule.tier, rule.type, rule.severity) == rule.severity


def test_unknown_profile_is_refused_by_name(plan: Graph, check: Check) -> None:
    with pytest.raises(UnknownThing, match="no profile 'strict'"):
        check(plan, "strict")


def test_data_without_a_plan_is_refused(check: Check) -> None:
    with pytest.raises(SyntaxFault, match="hold no community justice"):
        check(Graph())


def test_first_five_lead_with_the_law_and_differ_in_type(faulty: Graph, check: Check) -> None:
    findings = check(faulty).findings
    assert [f.type for f in findings[:5]] == [
        "no_assessment",
        "no_priority_decision",
        "checklist_missing",
        "action_without_lead",
        "no_assessment",
    ]
    assert [f.checklist_item for f in findings[5:]] == [7, 13]


def test_order_does_not_depend_on_the_order_of_triples(faulty: Graph, check: Check) -> None:
    shuffled = Graph()
    for triple in sorted(faulty, reverse=True):
        shuffled.add(triple)
    assert check(shuffled).to_json() == check(faulty).to_json()


def test_thread_score_counts_actions_that_reach_a_national_outcome(
    plan: Graph, check: Check
) -> None:
    edit(
        plan,
        "DELETE WHERE { plan:outcome/o7 cj:localOutcomeForOutcome ?n } ; "
        + "DELETE WHERE { plan:action/a1 cj:actionForObjective ?s }",
    )
    assert check(plan).scores.thread == pytest.approx(7 / 9, abs=1e-4)


def test_text_report_reads_well(faulty: Graph, check: Check) -> None:
    text = report_text(check(faulty))
    assert "Plan: Invented plan for Testshire" in text
    assert (
        "does not pass. 5 to mend (3 by law, 1 thread, 1 checklist guidance), "
        "2 to improve (1 checklist guidance, 1 SMART guidance), 0 to note."
    ) in " ".join(text.split())
    assert "Checklist: 11.5 of 13." in text
    assert text.index("Mend these first") < text.index("Should be mended")
    assert "Where: Table 1, row 1" in text
    assert "What to do: Name the partner that leads the action." in text
    assert "Community Justice (Scotland) Act 2016, section 19; the law" in text
    assert "http" not in text
    assert max(map(len, text.splitlines())) <= 90


def test_text_report_of_a_complete_plan_says_so(plan: Graph, check: Check) -> None:
    text = report_text(check(plan))
    assert "Result: passes." in text
    assert "Nothing was found to mend." in text


def test_turtle_report_is_a_validation_report(faulty: Graph, check: Check) -> None:
    sh = Namespace(namespaces.SH)
    report = check(faulty)
    graph = Graph().parse(data=report_turtle(report), format="turtle")
    [root] = graph.subjects(RDF.type, sh.ValidationReport)
    assert graph.value(root, sh.conforms).toPython() is False
    results = set(graph.objects(root, sh.result))
    assert len(results) == len(report.findings)
    for result in results:
        for needed in ("focusNode", "resultSeverity", "sourceConstraintComponent", "sourceShape"):
            assert len(set(graph.objects(result, sh[needed]))) == 1
    assert {str(m) for m in graph.objects(None, sh.resultMessage)} == {
        f.message for f in report.findings
    }


def test_an_empty_cell_is_told_by_its_row_and_without_words_of_the_next_one(
    plan: Graph, check: Check
) -> None:
    edit(
        plan,
        """DELETE WHERE { plan:decision/ndo-5 ?p ?o } ;
        DELETE WHERE { plan:assessment/ndo-4 ?p ?o } ;
        DELETE WHERE { plan:assessment/ndo-5 cj:hasLocator ?l } ;
        DELETE WHERE { plan:decision/ndo-4 cj:hasLocator ?l } ;
        INSERT DATA {
          plan:assessment/ndo-5 cj:hasLocator plan:x . plan:x oa:exact "Partly achieved" ;
            cj:sourceLocator "Table 1, row 6, column 2, under 'Where we are'" .
          plan:decision/ndo-4 cj:hasLocator plan:y . plan:y oa:exact "Yes" ;
            cj:sourceLocator "Sheet 'Outcomes', cell C5" .
        }""",
    )
    told = {f.type: (f.locator, f.quote) for f in check(plan).findings}
    assert told["no_priority_decision"] == ({"place": "Table 1, row 6, under 'Where we are'"}, "")
    assert told["no_assessment"] == ({"place": "Sheet 'Outcomes', row 5"}, "")
