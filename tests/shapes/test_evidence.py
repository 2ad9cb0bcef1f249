"""The tier of evidence: what the catalogue offers, and priorities without any."""

from __future__ import annotations

import pytest
from rdflib import Graph

from cjgraph.shacl import check_plan
from tests.shapes.plan_fixtures import SHA, edit


@pytest.fixture
def catalogue(framework: Graph) -> Graph:
    graph = Graph()
    for triple in framework:
        graph.add(triple)
    edit(
        graph,
        """INSERT DATA {
            id:publication/ev999 skos:notation "EV999" .
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
            "finding": "EV999-F1",
            "stance": "supports",
            "strength": "strong",
        },
    )
    assert "1 supports" in finding.message


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
