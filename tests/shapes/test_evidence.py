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
    assert "1 in favour" in finding.message
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


def test_evidence_on_a_need_alone_has_to_share_words_with_the_action(
    plan: Graph, catalogue: Graph
) -> None:
    edit(
        catalogue,
        """INSERT DATA {
            id:finding/ev998-f1 a cj:Finding ; skos:notation "EV998-F1" ;
                cj:concernsNeed id:need/invented ; rdfs:label "Peer mentors meet him at the gate" .
            id:finding/ev998-f2 a cj:Finding ; skos:notation "EV998-F2" ;
                cj:concernsNeed id:need/invented ; rdfs:label "Drug courts bring a moderate gain" .
        }""",
    )
    edit(
        plan,
        """DELETE { plan:action/a3 cj:text ?t } INSERT { plan:action/a3 cj:addressesNeed
            id:need/invented ; cj:text "Recruit two peer mentors for the gate of HMP Perth" }
           WHERE { plan:action/a3 cj:text ?t }""",
    )
    report = check_plan(plan, catalogue, plan_sha256=SHA)
    [finding] = [f for f in report.findings if f.type == "evidence_available"]
    assert [row["finding"] for row in finding.evidence] == ["EV998-F1"]


@pytest.mark.parametrize(
    "text", ["Print a calendar of bail projects", "Recovery coach in each unpaid work squad"]
)
def test_what_only_mentions_an_intervention_is_told_of_no_evidence(
    text: str, plan: Graph, catalogue: Graph
) -> None:
    edit(
        plan,
        "DELETE { plan:action/a3 cj:text ?t } INSERT { plan:action/a3 cj:usesIntervention "
        f"id:intervention/invented ; cj:text '{text}' }} WHERE {{ plan:action/a3 cj:text ?t }}",
    )
    report = check_plan(plan, catalogue, plan_sha256=SHA)
    assert "evidence_available" not in {f.type for f in report.findings}
