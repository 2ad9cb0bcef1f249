"""The picture of the core: it follows the ontology, and speaks to those who can't see it."""

from __future__ import annotations

from xml.etree import ElementTree

import pyoxigraph as ox

from cjgraph.namespaces import CJ
from cjgraph.publish import Ontology, core_diagram, read_ontology


def test_it_shows_the_thread_with_need_partner_and_evidence(model: Ontology) -> None:
    edges = {(e.start, e.name, e.end) for e in core_diagram(model).edges}
    assert {
        ("Service", "serviceForAction", "Action"),
        ("Action", "actionForObjective", "StrategicObjective"),
        ("StrategicObjective", "objectiveForOutcome", "LocalOutcome"),
        ("LocalOutcome", "localOutcomeForOutcome", "CommunityJusticeOutcome"),
        ("LocalOutcome", "localOutcomeForPriorityAction", "PriorityAction"),
        ("CommunityJusticeOutcome", "outcomeForPriorityAction", "PriorityAction"),
        ("PriorityAction", "priorityActionForAim", "NationalAim"),
        ("Organization", "leadsAction", "Action"),
        ("Service", "addressesNeed", "Need"),
        ("Finding", "concernsNeed", "Need"),
        ("Finding", "fromPublication", "EvidenceReview"),
    } <= edges


def test_only_what_rests_on_judgement_is_dashed(model: Ontology) -> None:
    diagram = core_diagram(model)
    judged = [(e.start, e.end) for e in diagram.edges if e.judged]
    assert judged == [("CommunityJusticeOutcome", "NationalOutcome")]
    svg = diagram.svg.decode()
    dashed = [line for line in svg.splitlines() if "stroke-dasharray" in line]
    assert len(dashed) == 2, "the arrow and the box that it leads to"


def test_an_edge_that_the_ontology_loses_is_not_drawn(
    modules: dict[str, list[ox.Triple]],
) -> None:
    gone = ox.NamedNode(CJ + "localOutcomeForPriorityAction")
    fewer = {name: [t for t in part if t.subject != gone] for name, part in modules.items()}
    diagram = core_diagram(read_ontology(fewer))
    assert gone.value.removeprefix(CJ) not in {e.name for e in diagram.edges}
    assert b"local outcome for priority action" not in diagram.svg


def test_a_new_step_of_the_thread_is_drawn_by_itself(
    modules: dict[str, list[ox.Triple]],
) -> None:
    known = ox.NamedNode(CJ + "priorityActionForAim")
    new = ox.NamedNode(CJ + "objectiveForAim")
    aim = ox.NamedNode(CJ + "StrategicObjective")
    added = []
    for triple in modules["thread"]:
        if triple.subject == known:
            is_domain = triple.predicate.value.endswith("domain")
            added.append(ox.Triple(new, triple.predicate, aim if is_domain else triple.object))
    diagram = core_diagram(read_ontology({**modules, "thread": modules["thread"] + added}))
    assert ("StrategicObjective", "NationalAim") in {(e.start, e.end) for e in diagram.edges}


def test_it_has_a_title_and_says_the_same_in_words(model: Ontology) -> None:
    diagram = core_diagram(model)
    root = ElementTree.fromstring(diagram.svg)  # noqa: S314 - our own file
    space = root.tag.removesuffix("svg")
    title, words = root.find(f"{space}title"), root.find(f"{space}desc")
    assert root.get("role") == "img" and title is not None and words is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {words.get('id')}"
    for sentence in diagram.sentences:
        assert sentence in (words.text or "")
    assert len(diagram.sentences) == len(diagram.edges)


def test_it_needs_nothing_from_elsewhere(model: Ontology) -> None:
    svg = core_diagram(model).svg
    for trap in (b"<script", b"<style", b"style=", b"@import", b"href", b"url(http", b"@font-face"):
        assert trap not in svg
