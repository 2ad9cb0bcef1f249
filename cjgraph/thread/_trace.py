"""Follows the golden thread up and down from one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

import networkx as nx

from cjgraph.thread._graph import Edge, Evidence, Node, ThreadGraph

#: Longest thread that is followed, in steps. The longest that the model knows has nine.
_LONGEST = 12

#: How many distinct threads are given in each direction; more are counted, not shown.
MOST_THREADS = 200


@dataclass(frozen=True, slots=True)
class Step:
    """A step from one thing to the next.

    Args:
        edge: The kind of step.
        node: Where it leads.
    """

    edge: Edge
    node: Node


@dataclass(frozen=True, slots=True)
class Thread:
    """One distinct way from the start to an end.

    Args:
        steps: The steps in order.
        judged: Whether any step is only this service's judgement.
    """

    steps: tuple[Step, ...]
    judged: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """What a thing serves and what serves it.

    Args:
        start: Where the trace begins.
        upward: Threads to what it contributes to, official ones first, shortest first.
        downward: Threads to what contributes to it.
        evidence: Findings on the start, and on the interventions of it and of what serves
            it, each with the name of what it is about.
        needs: Names of the needs that the start and what serves it address.
        truncated: Whether there are more threads than are given.
    """

    start: Node
    upward: tuple[Thread, ...]
    downward: tuple[Thread, ...]
    evidence: tuple[tuple[str, Evidence], ...]
    needs: tuple[str, ...]
    truncated: bool

    @property
    def reaches_nation(self) -> bool:
        """Whether an official thread reaches a community justice outcome or priority action."""
        official = {"CommonOutcome", "NationallyDeterminedOutcome", "PriorityAction"}
        return self.start.kind in official or any(
            step.node.kind in official
            for thread in self.upward
            if not thread.judged
            for step in thread.steps
        )

    def to_json(self) -> dict[str, Any]:
        """Return the trace as plain data for JSON."""
        return {
            "start": asdict(self.start),
            "reaches_nation": self.reaches_nation,
            "upward": [asdict(thread) for thread in self.upward],
            "downward": [asdict(thread) for thread in self.downward],
            "evidence": [{"about": name, **asdict(finding)} for name, finding in self.evidence],
            "needs": list(self.needs),
            "truncated": self.truncated,
        }


def trace_thread(graph: ThreadGraph, name: str, *, judgements: bool = True) -> Trace:
    """Trace one thing up and down the golden thread.

    Args:
        graph: All threads of a snapshot.
        name: An IRI, a code such as ``"ndo-3"``, or the thing's words.
        judgements: Whether to follow this service's own judgements; threads that use
            them are marked and never count as official.

    Raises:
        UnknownThing: Nothing of that name is on any thread.

    Source:
        Smart and Social Justice (2019), page 23, on the golden thread.
    """
    start = graph.find(name)
    up, more_up = _threads(graph, start, graph.steps, judgements)
    down, more_down = _threads(graph, start, graph.steps.reverse(copy=False), judgements=False)
    below = {start.iri} | (
        nx.ancestors(graph.steps, start.iri) if start.iri in graph.steps else set()
    )
    findings: dict[tuple[str, str], tuple[str, Evidence]] = {
        (start.iri, finding.iri): (start.label, finding)
        for finding in graph.evidence.get(start.iri, ())
    }
    needs: dict[str, None] = {}
    for iri in sorted(below):
        for kind, topic in graph.attached.get(iri, ()):
            label = graph.nodes[topic].label
            if kind == "addressesNeed":
                needs[label] = None
                continue
            for finding in graph.evidence.get(topic, ()):
                findings.setdefault((topic, finding.iri), (label, finding))
    return Trace(
        start=start,
        upward=up,
        downward=down,
        evidence=tuple(findings.values()),
        needs=tuple(needs),
        truncated=more_up or more_down,
    )


def _threads(
    graph: ThreadGraph, start: Node, steps: nx.MultiDiGraph[str], judgements: bool
) -> tuple[tuple[Thread, ...], bool]:
    """Return the distinct threads from the start to where each ends."""
    if start.iri not in steps:
        return (), False
    # The stubs of networkx know only integer keys and pairs of nodes.
    followed: Any = nx.subgraph_view(
        steps, filter_edge=lambda a, b, key: judgements or str(key) != "judgedToServe"
    )
    reachable = nx.descendants(followed, start.iri)
    # A thread ends where nothing follows, or where only judgements do: the official end
    # of a thread is shown in its own right.
    ends = [
        iri
        for iri in reachable
        if all(key == "judgedToServe" for _, _, key in followed.out_edges(iri, keys=True))
    ]
    if not ends:  # a cycle has no end
        ends = list(reachable)
    walk: Any = nx.all_simple_edge_paths
    paths: Iterator[list[tuple[str, str, str]]] = walk(followed, start.iri, ends, cutoff=_LONGEST)
    found = [
        Thread(
            steps=tuple(Step(steps.edges[a, b, key]["edge"], graph.nodes[b]) for a, b, key in path),
            judged=any(key == "judgedToServe" for _, _, key in path),
        )
        for path in islice(paths, MOST_THREADS + 1)
    ]
    whole = sorted(found[:MOST_THREADS], key=lambda t: (t.judged, len(t.steps), _words(t)))
    return tuple(whole), len(found) > MOST_THREADS


def _words(thread: Thread) -> tuple[str, ...]:
    return tuple(step.node.iri for step in thread.steps)
