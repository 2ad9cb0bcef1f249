"""Traces, breaks, single points and partners of graphs that were drawn by hand."""

from __future__ import annotations

from datetime import date

import pytest

from cjgraph.errors import UnknownThing
from cjgraph.namespaces import ID
from cjgraph.store import Snapshot
from cjgraph.thread import (
    ThreadGraph,
    compare,
    indicators,
    long_term_model,
    partner_load,
    read_thread_graph,
    single_points,
    thread_breaks,
    trace_thread,
)

DAY = date(2026, 6, 1)


def test_every_thread_of_an_action_is_given_once(small: ThreadGraph) -> None:
    found = trace_thread(small, "north/act-1")
    ways = [[s.node.iri.rsplit("/", 1)[-1] for s in thread.steps] for thread in found.upward]
    assert ways == [
        ["obj-1", "loc-1", "n-2"],
        ["obj-1", "loc-1", "n-1", "p-1", "a-1"],
        ["obj-1", "loc-1", "n-1", "health"],
    ]
    assert found.shortest_up == found.upward[0]
    assert {t.steps[-1].node.label for t in found.downward} == {"A charity", "Tenancy help"}
    assert [node.label for node in found.services] == ["Tenancy help"]
    assert [node.notation for node in found.indicators] == ["i-1"]


def test_each_step_has_the_words_in_which_the_link_is_stated(small: ThreadGraph) -> None:
    found = trace_thread(small, "north/act-1")
    first, second, third = found.upward[0].steps
    assert (first.quote, first.place) == ("Train mentors of tenants", "page 7")
    assert (second.quote, second.place) == (None, None)
    assert (third.quote, third.place) == ("People are settled", "page 4")
    (lead,) = [t.steps[0] for t in found.downward if t.steps[0].edge.property == "leadsAction"]
    assert lead.place == "page 7"


def test_a_break_names_the_weakest_link_and_what_would_mend_it(small: ThreadGraph) -> None:
    found = trace_thread(small, "north/act-5")
    assert not found.reaches_nation
    assert [b.type for b in found.breaks] == ["objective_without_outcome", "action_without_lead"]
    assert "from the objective up to a local outcome" in found.sentence
    assert "Name the local outcome" in found.sentence


def test_up_and_down_agree_and_a_ring_ends(small: ThreadGraph) -> None:
    up = trace_thread(small, "west/act-3", judgements=False)
    assert up.upward
    top = {step.node.iri for thread in up.upward for step in thread.steps}
    for iri in top:
        below = trace_thread(small, iri)
        assert up.start.iri in {s.node.iri for t in below.downward for s in t.steps}


BROKEN = {
    "north": {
        ("objective_without_outcome", "obj-3"),
        ("action_without_objective", "act-3"),
        ("action_without_lead", "act-5"),
    },
    "west": {
        ("outcome_without_objective", "loc-1"),
        ("outcome_without_action", "loc-1"),
        ("outcome_without_national_link", "loc-1"),
        ("wrong_edition", "loc-2"),
        ("objective_without_action", "obj-2"),
        ("action_without_objective", "act-1"),
        ("action_without_outcome", "act-1"),
        ("action_without_lead", "act-1"),
        ("dangling_reference", "act-2"),
        ("cycle", "obj-1"),
    },
}


@pytest.mark.parametrize(("area", "plan"), [("Northland", "north"), ("Westmark", "west")])
def test_breaks_are_those_that_were_drawn(small: ThreadGraph, area: str, plan: str) -> None:
    found = thread_breaks(small, area, on=DAY)
    assert {(b.type, b.thing.iri.rsplit("/", 1)[-1]) for b in found.breaks} == BROKEN[plan]
    assert all(b.remedy and "{" not in b.message + b.remedy for b in found.breaks)


def test_breaks_of_the_examples_are_those_that_the_rules_find(snapshot: Snapshot) -> None:
    graph = read_thread_graph(snapshot, include=frozenset({"examples"}))
    found = thread_breaks(graph, "Glenorrin", plans="all")
    assert {(b.type, b.thing.iri.rsplit("/", 1)[-1]) for b in found.breaks} == {
        ("outcome_without_national_link", "outcome-6"),
        ("objective_without_action", "objective-4"),
        ("action_without_objective", "action-11"),
        ("action_without_lead", "action-12"),
        ("dangling_reference", "action-8"),
    }


def test_an_outcome_that_rests_on_one_thing_is_found(small: ThreadGraph) -> None:
    found = single_points(small, area="Northland", on=DAY)
    assert {(p.outcome.notation, p.name, p.kind) for p in found.points} == {
        ("p-2", "Use tags", "objective"),
        ("p-2", "Fit tags in a day", "action"),
        ("p-2", "North Council", "partner"),
    }


def test_what_each_partner_carries(small: ThreadGraph) -> None:
    found = partner_load(small, area="Northland", on=date(2028, 6, 1))
    by_name = {load.name: load for load in found.loads}
    council, charity = by_name["North Council"], by_name["A charity"]
    assert (council.actions, council.shared, council.late, council.undated) == (3, 1, 1, 1)
    assert (charity.actions, charity.done, charity.late) == (2, 1, 1)
    assert council.by_year == {"2028": 1, "2035": 1}
    (link,) = found.links
    assert (link.first, link.second, link.actions) == ("A charity", "North Council", 1)
    assert found.without_lead == 1


def test_two_plans_are_compared(small: ThreadGraph) -> None:
    found = compare(small, "Northland", "South plan 2018", on=DAY)
    assert [(m.first.label, m.second.label) for m in found.matches] == [
        ("Train mentors of tenants", "Train mentors of the tenants")
    ]
    assert found.first.scores == {"checklist": 1.5, "thread": 0.6}
    assert found.only_second["outcomes"] == ("o-1: Old outcome",)
    assert found.shared["outcomes"] == ()
    assert len(found.unmatched_first) == 4
    editions = compare(small, "South plan 2018", "South plan 2030", on=DAY)
    assert editions.second.actions == 0


def test_an_area_without_a_plan_is_said_to_have_none(small: ThreadGraph) -> None:
    found = compare(small, "Eastland", "Northland", on=DAY)
    assert found.sentence.startswith("East Partnership can't be compared. No plan loaded.")
    with pytest.raises(UnknownThing):
        compare(small, "Atlantis", "Northland")


def test_the_score_is_that_of_the_rules(snapshot: Snapshot) -> None:
    graph = read_thread_graph(snapshot, include=frozenset({"examples"}))
    found = compare(graph, "Glenorrin", "Strathmarnock", on=DAY)
    assert found.second.scores == {"checklist": 13.0, "thread": 1.0}


def test_the_long_term_model_is_filled_from_plans(snapshot: Snapshot) -> None:
    graph = read_thread_graph(snapshot, include=frozenset({"examples"}))
    found = long_term_model(graph, area="Strathmarnock", on=DAY)
    assert [term.code for term in found.terms] == ["short", "medium", "long"]
    assert len(found.national) == 27
    terms = {line.term for line in found.local if line.kind == "action"}
    assert terms <= {"short", "medium", "long", None} and "medium" in terms
    outcomes = [line for line in found.local if line.kind == "outcome"]
    assert all(line.depends_on for line in outcomes)
    medium = {line.thing: line for line in found.national}[
        ID + "model-outcome/medium-needs-led-planning"
    ]
    assert medium.depends_on == (ID + "model-outcome/short-understanding-of-need",)


def test_indicators_say_what_is_not_on_record(snapshot: Snapshot) -> None:
    found = indicators(read_thread_graph(snapshot))
    assert found.without_observation[:2] == ("ni-1", "ni-2")
    assert "10 of 10 national indicators" in found.sentence
    assert found.rows()
