"""Synthetic plans: the same seed gives the same plans, and their faults are those planted."""

from __future__ import annotations

from functools import cache
from itertools import islice

import pyoxigraph as ox
import pytest
import rdflib

from cjgraph.namespaces import CJ, GRAPH, RDFS, thing
from cjgraph.shacl import check_plan
from ingest.plans.vocabulary import vocabulary
from ingest.synthetic import (
    FAULT_RATES,
    PlanDraft,
    SyntheticGraph,
    draw_plan,
    edition_periods,
    places,
    plan_statements,
    synthetic_graphs,
)
from tests.shapes.plan_fixtures import SHA, key, packaged_framework

NEEDS = ("drugs", "housing", "mental_health", "family", "employment")


@cache
def made() -> tuple[SyntheticGraph, ...]:
    return tuple(synthetic_graphs(partnerships=2, editions=3, seed=5))


def drafts(seed: int, partnerships: int) -> list[PlanDraft]:
    return [
        draw_plan(place, period, seed=seed, needs=NEEDS)
        for place in places(partnerships, seed=seed)
        for period in edition_periods(3)
    ]


def test_the_same_seed_gives_the_same_statements_and_another_seed_others() -> None:
    again = tuple(synthetic_graphs(partnerships=2, editions=3, seed=5))
    other = tuple(synthetic_graphs(partnerships=2, editions=3, seed=6))
    assert [(g.iri, list(map(str, g.triples))) for g in again] == [
        (g.iri, list(map(str, g.triples))) for g in made()
    ]
    assert other[0].triples != made()[0].triples


def test_a_plan_stays_the_same_when_more_partnerships_are_made() -> None:
    (first,) = islice(synthetic_graphs(partnerships=1, editions=3, seed=5), 1)
    assert first.triples == made()[0].triples


def test_every_graph_has_one_plan_or_none_and_is_named_synthetic() -> None:
    graphs = made()
    assert [g.is_plan for g in graphs] == [True, True, True, False] * 2 + [False]
    assert len({g.iri for g in graphs}) == len(graphs)
    for graph in graphs:
        assert graph.iri.startswith(GRAPH + "synthetic/")
        assert graph.title.startswith("Synthetic: ")
        plans = [t for t in graph.triples if t.object == ox.NamedNode(CJ + "CJOIP")]
        assert len(plans) == graph.is_plan


def test_every_label_says_that_it_is_synthetic() -> None:
    label = ox.NamedNode(RDFS + "label")
    labels = [t.object.value for g in made() for t in g.triples if t.predicate == label]
    assert labels
    assert [words for words in labels if not words.startswith("Synthetic: ")] == []


def test_what_stands_for_itself_is_marked_as_invented() -> None:
    marked = {
        t.subject
        for g in made()
        for t in g.triples
        if t.predicate == ox.NamedNode(CJ + "isInvented") and t.object.value == "true"
    }
    kinds = ("CJOIP", "AnnualReport", "CommunityJusticePartnership", "Area", "Observation")
    bodies = ("LocalAuthority", "NationalStatutoryPartner", "ThirdSectorOrganization")
    for kind in (*kinds, *bodies):
        things = {
            t.subject for g in made() for t in g.triples if t.object == ox.NamedNode(CJ + kind)
        }
        assert things, kind
        assert things <= marked, kind


def test_no_area_bears_the_name_of_a_real_one() -> None:
    known = {
        name.casefold()
        for term in (*vocabulary().areas, *vocabulary().partnerships, *vocabulary().organisations)
        for name in (term.label, *term.aliases)
    }
    names = [place.name for place in places(4000, seed=1)]
    assert len(set(names)) == len(names)
    assert not {name.casefold() for name in names} & known
    assert not [name for name in names[:30] if any(name.casefold() in k for k in known)]


def test_plans_are_of_the_generation_in_force_and_of_the_sizes_promised() -> None:
    plans = drafts(3, 10)
    assert {(p.period.name, p.generation) for p in plans} == {
        ("2017-2020", "2016"),
        ("2020-2023", "2016"),
        ("2024-2029", "2023"),
    }
    for plan in plans:
        assert 3 <= len(plan.outcomes) <= 9
        assert 5 <= len(plan.objectives) <= 20
        assert 20 <= len(plan.actions) <= 120
        words = [action.text for action in plan.actions]
        assert len(set(words)) == len(words)
    assert len({len(plan.actions) for plan in plans}) > len(plans) / 2


@pytest.mark.parametrize("number", range(3))
def test_the_checker_finds_the_planted_faults_and_no_more_of_their_kinds(number: int) -> None:
    draft = drafts(7, 1)[number]
    statements = plan_statements(draft, source=thing("file", SHA))
    content = ox.serialize(statements, format=ox.RdfFormat.N_TRIPLES)
    report = check_plan(
        rdflib.Graph().parse(data=content, format="nt"), packaged_framework(), plan_sha256=SHA
    )
    known = {rate.fault for rate in FAULT_RATES} | {fault for fault, _ in draft.planted}
    found = {key(finding) for finding in report.findings if finding.type in known}
    assert found == {tuple(planted) for planted in draft.planted}
    assert len(found) > 20


def test_every_fault_of_the_table_comes_about_as_often_as_it_says() -> None:
    plans = drafts(1, 40)
    planted = {fault for plan in plans for fault, _ in plan.planted}
    in_plans = {rate.fault for rate in FAULT_RATES if rate.each != "need of an area"}
    assert in_plans <= planted
    assert all(rate.reason for rate in FAULT_RATES)
    actions = [action for plan in plans for action in plan.actions]
    undated = sum(action.due is None for action in actions) / len(actions)
    share = next(rate.share for rate in FAULT_RATES if rate.fault == "smart_t")
    assert undated == pytest.approx(share, abs=0.03)
