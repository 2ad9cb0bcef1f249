"""A coordinator follows an action up to the nation and down to evidence."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from cjgraph.errors import UnknownThing
from cjgraph.namespaces import PREFIXES, graph, thing
from cjgraph.store import DataFolder, GraphSource, Snapshot, StoreWriter, open_snapshot
from cjgraph.thread import ThreadGraph, read_thread_graph, trace_text, trace_thread

EXAMPLES = frozenset({"examples"})


@pytest.fixture(scope="module")
def threads(snapshot: Snapshot) -> ThreadGraph:
    return read_thread_graph(snapshot, include=EXAMPLES)


def bail_action(threads: ThreadGraph) -> str:
    """Find an action of the complete example that uses supervised bail, whatever its words."""
    bail = thing("intervention", "supervised-bail")
    return next(
        node.iri
        for node in threads.nodes.values()
        if node.kind == "Action"
        and "strathmarnock" in node.iri
        and ("usesIntervention", bail) in threads.attached.get(node.iri, [])
    )


def test_an_action_is_traced_to_outcome_priority_action_and_aim(threads: ThreadGraph) -> None:
    found = trace_thread(threads, bail_action(threads))
    official = [t for t in found.upward if not t.judged]
    kinds = [[step.node.kind for step in thread.steps] for thread in official]
    assert [
        "StrategicObjective",
        "LocalOutcome",
        "NationallyDeterminedOutcome",
        "PriorityAction",
        "NationalAim",
    ] in kinds
    assert {t.steps[-1].node.notation for t in official} == {"aim-2"}
    assert found.reaches_nation


def test_an_action_is_traced_down_to_evidence_with_its_caveat(threads: ThreadGraph) -> None:
    found = trace_thread(threads, bail_action(threads))
    by_code = {evidence.iri: evidence for _, evidence in found.evidence}
    finding = by_code[thing("finding", "ev003-f5")]
    assert finding.stance == "Supports"
    assert finding.caveat and "up-tariffing" in finding.caveat


def test_national_outcomes_are_reached_by_judgement_only_and_drawn_dashed(
    threads: ThreadGraph,
) -> None:
    action = bail_action(threads)
    judged = [t for t in trace_thread(threads, action).upward if t.judged]
    assert {t.steps[-1].node.kind for t in judged} == {"NationalOutcome"}
    assert all(0 < (t.steps[-1].edge.confidence or 0) < 1 for t in judged)
    assert "┄┄ is judged by this service" in trace_text(trace_thread(threads, action))
    without = trace_thread(threads, action, judgements=False)
    assert without.upward and not any(t.judged for t in without.upward)
    assert "┄┄" not in trace_text(without)


def test_the_text_says_where_in_the_plan_and_that_it_is_invented(threads: ThreadGraph) -> None:
    text = trace_text(trace_thread(threads, bail_action(threads)))
    assert "(invented example)" in text
    assert "Table" in text


def test_each_beginning_is_drawn_once(threads: ThreadGraph) -> None:
    lines = trace_text(trace_thread(threads, "ndo-3")).splitlines()
    steps = [line.strip() for line in lines if "─ " in line and "(as above)" not in line]
    assert len(steps) == len(set(steps))


def test_a_national_outcome_is_traced_down_to_the_actions_that_serve_it(
    threads: ThreadGraph,
) -> None:
    found = trace_thread(threads, "ndo-3")
    below = {step.node.iri for t in found.downward for step in t.steps}
    assert bail_action(threads) in below


def test_without_examples_nothing_invented_is_seen(snapshot: Snapshot) -> None:
    national = read_thread_graph(snapshot)
    assert not any(node.invented or node.plan for node in national.nodes.values())
    assert "no plan of a Partnership" in trace_text(trace_thread(national, "ndo-3"))


def test_unconfirmed_wording_is_said_to_be_so(threads: ThreadGraph) -> None:
    assert "(wording not confirmed)" in trace_text(trace_thread(threads, "ndo-6"))
    assert "(wording not confirmed)" not in trace_text(
        trace_thread(threads, "ndo-3", judgements=False)
    )


@pytest.mark.parametrize(
    "name",
    [
        "ndo-3",
        "NDO-3",
        "outcome/ndo-3",
        "id:outcome/ndo-3",
        "<https://w3id.org/cjgraph/id/outcome/ndo-3>",
    ],
)
def test_things_are_found_by_every_kind_of_name(threads: ThreadGraph, name: str) -> None:
    assert threads.find(name).notation == "ndo-3"


def test_an_unknown_name_brings_near_ones(threads: ThreadGraph) -> None:
    with pytest.raises(UnknownThing) as caught:
        trace_thread(threads, "ndo-33")
    assert "ndo-3" in (caught.value.hint or "")


def test_another_name_leads_to_the_thing_or_to_a_choice(threads: ThreadGraph) -> None:
    """A tester who typed a service's everyday name was offered 'Health'."""
    with pytest.raises(UnknownThing, match="Several things") as caught:
        threads.find("Bail supervision")
    assert "outcome/ndo-3" in (caught.value.hint or "")
    with pytest.raises(UnknownThing) as caught:
        threads.find("supervised")
    assert "bail" in (caught.value.hint or "").lower()
    with pytest.raises(UnknownThing) as caught:
        threads.find("Glenorrin Zoo")
    assert "Electronic" not in (caught.value.hint or "")
    with pytest.raises(UnknownThing) as caught:
        threads.find("x" * 100_000)
    assert len(caught.value.message) < 300


def test_a_broken_thread_is_said_to_break(threads: ThreadGraph) -> None:
    orphan = next(
        node
        for node in threads.nodes.values()
        if node.kind == "LocalOutcome"
        and "glenorrin" in node.iri
        and not list(threads.steps.out_edges(node.iri))
    )
    found = trace_thread(threads, orphan.iri)
    assert not found.reaches_nation
    assert "The thread breaks" in trace_text(found)


def test_a_cycle_in_the_data_ends(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data")
    header = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())
    text = (
        header
        + "cj:actionForObjective rdfs:subPropertyOf cj:contributesTo ."
        + "id:a cj:actionForObjective id:b . id:b cj:actionForObjective id:c ."
        + "id:c cj:actionForObjective id:a ."
    )
    triples = [q.triple for q in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)]
    with StoreWriter(data) as writer:
        source = GraphSource("vocabulary", "t", "t", "0")
        writer.replace_graph(graph("vocabulary", "t"), triples, source)
        writer.publish()
    found = trace_thread(read_thread_graph(open_snapshot(data)), "id:a")
    reached = {step.node.iri for t in found.upward for step in t.steps}
    assert reached == {PREFIXES["id"] + "b", PREFIXES["id"] + "c"}
