"""The tier of evidence: what the catalogue offers, and priorities without any."""

from __future__ import annotations

import pytest
from rdflib import Graph

from cjgraph.shacl import check_plan, report_text
from tests.shapes.plan_fixtures import SHA, edit


@pytest.fixture
def catalogue(framework: Graph) -> Graph:
    graph = Graph()
    for triple in framework:
        graph.add(triple)
    edit(
        graph,
        """INSERT DATA {
            id:publication/ev999 skos:notation "EV999" ;
                dcterms:title "Invented Studies of Bail: A Report" ;
                schema:url <https://example.org/ev999> .
            id:stance/supports skos:notation "supports" .
            id:finding/ev999-f1 a cj:Finding ; skos:notation "EV999-F1" ;
                cj:fromPublication id:publication/ev999 ; cj:stance id:stance/supports ;
                cj:ownLabel "strong" ; cj:concernsIntervention id:intervention/invented .
        }""",
    )
    return graph


def test_action_with_evidence_is_told_with_its_findings(plan: Graph, catalogue: Graph) -> None:
    edit(plan, "INSERT DATA { plan:action/a3 cj:usesIntervention id:intervention/invented }")
    report = check_plan(plan, catalogue, profile="exemplary", plan_sha256=SHA)
    [finding] = report.findings
    assert (finding.type, finding.subject_id, finding.severity) == (
        "evidence_available",
        "a3",
        "info",
    )
    assert finding.evidence == (
        {
            "publication": "EV999",
            "title": "Invented Studies of Bail: A Report",
            "url": "https://example.org/ev999",
            "finding": "EV999-F1",
            "stance": "supports",
            "strength": "strong",
        },
    )
    assert "1 supports" in finding.message
    text = " ".join(report_text(report).split())
    assert 'See "Invented Studies of Bail" (EV999-F1).' in text
    assert "example.org" not in text


def test_two_findings_are_named_and_those_that_say_most_come_first(
    plan: Graph, catalogue: Graph
) -> None:
    edit(plan, "INSERT DATA { plan:action/a3 cj:usesIntervention id:intervention/invented }")
    edit(
        catalogue,
        "INSERT DATA { id:stance/context skos:notation 'context' . "
        + " . ".join(
            f"id:finding/ev{n}-f1 a cj:Finding ; skos:notation 'EV{n}-F1' ; "
            f"cj:concernsIntervention id:intervention/invented ; cj:stance id:stance/{stance}"
            for n, stance in (("100", "context"), ("200", "supports"), ("300", "context"))
        )
        + " }",
    )
    report = check_plan(plan, catalogue, plan_sha256=SHA)
    [finding] = [f for f in report.findings if f.type == "evidence_available"]
    assert [row["finding"] for row in finding.evidence] == [
        "EV100-F1",
        "EV200-F1",
        "EV300-F1",
        "EV999-F1",
    ]
    assert (finding.evidence[0]["title"], finding.evidence[0]["url"]) == ("", "")
    text = " ".join(report_text(report).split())
    assert 'See EV200-F1, "Invented Studies of Bail" (EV999-F1) and 2 more.' in text


@pytest.mark.parametrize(("profile", "severity"), [("draft", "info"), ("exemplary", "warning")])
def test_priority_without_evidence_is_told(
    profile: str, severity: str, plan: Graph, catalogue: Graph
) -> None:
    report = check_plan(plan, catalogue, profile=profile, plan_sha256=SHA)
    [finding] = report.findings
    assert (finding.type, finding.outcome, finding.severity) == (
        "priority_without_evidence",
        "ndo-3",
        severity,
    )
    assert report.conforms


def test_without_a_catalogue_nothing_is_said(plan: Graph, framework: Graph) -> None:
    assert check_plan(plan, framework, plan_sha256=SHA).findings == ()
