"""Follows the golden thread up and down from one thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cjgraph.thread._answer import Answer, Value, number, plain
from cjgraph.thread._breaks import Break, breaks_of_items
from cjgraph.thread._graph import Edge, Evidence, Node, ThreadGraph
from cjgraph.thread._queries import values, written
from cjgraph.thread._text import place_of, thread_text

#: Longest thread that is followed, in steps. The longest that the model knows has nine.
_LONGEST: Final = 12

#: How many distinct threads are given in each direction; whether there are more is said.
MOST_THREADS: Final = 200

#: How many steps are tried for them, so that no tangle takes long.
_MOST_STEPS: Final = 20_000

#: How many things below the start are looked at for evidence, needs and services.
_MOST_BELOW: Final = 20_000

#: Kinds of national item that a local thread is to reach.
OFFICIAL: Final = frozenset({"CommonOutcome", "NationallyDeterminedOutcome", "PriorityAction"})


@dataclass(frozen=True, slots=True)
class Step:
    """A step from one thing to the next.

    Args:
        edge: The kind of step.
        node: Where it leads.
        quote: The words of the thing in which the link is stated, or None.
        place: Where in the plan those words stand, or None.
    """

    edge: Edge
    node: Node
    quote: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """One distinct way from the start to an end.

    Args:
        steps: The steps in order.
        judged: Whether any step is only this service's judgement.
    """

    steps: tuple[Step, ...]
    judged: bool


@dataclass(frozen=True, kw_only=True)
class Trace(Answer):
    """What a thing serves and what serves it.

    Args:
        start: Where the trace begins.
        upward: Threads to what it contributes to, official ones first, shortest first.
        downward: Threads to what contributes to it.
        evidence: Findings on the start, and on the interventions of it and of what serves
            it, each with the name of what it is about.
        needs: Names of the needs that the start and what serves it address.
        truncated: Whether there are more threads than are given.
        breaks: Where the threads from the start break, and what would mend them.
        services: Services that serve the start, or what serves it.
        indicators: Indicators that measure the start, or what it serves.
    """

    start: Node
    upward: tuple[Thread, ...]
    downward: tuple[Thread, ...]
    evidence: tuple[tuple[str, Evidence], ...]
    needs: tuple[str, ...]
    truncated: bool
    breaks: tuple[Break, ...] = ()
    services: tuple[Node, ...] = ()
    indicators: tuple[Node, ...] = ()

    @property
    def reaches_nation(self) -> bool:
        """Whether an official thread reaches a community justice outcome or priority action."""
        return self.start.kind in OFFICIAL or any(
            step.node.kind in OFFICIAL
            for thread in self.upward
            if not thread.judged
            for step in thread.steps
        )

    @property
    def shortest_up(self) -> Thread | None:
        """The shortest official thread to the nation, else the shortest thread upward."""
        reaching = [t for t in self.upward if any(s.node.kind in OFFICIAL for s in t.steps)]
        return min(reaching or self.upward, key=lambda t: (t.judged, len(t.steps)), default=None)

    @property
    def shortest_down(self) -> Thread | None:
        """The shortest thread from below."""
        return min(self.downward, key=lambda t: len(t.steps), default=None)

    def rows(self) -> list[dict[str, Value]]:
        """Return a line for each step of each thread."""
        return [
            {
                "direction": direction,
                "thread": at,
                "step": depth,
                "kind": step.node.kind,
                "code": step.node.notation,
                "words": step.node.label,
                "link": step.edge.property,
                "judged": step.edge.judged,
                "confidence": step.edge.confidence,
                "quote": step.quote,
                "place": step.place,
                "iri": step.node.iri,
            }
            for direction, threads in (("up", self.upward), ("down", self.downward))
            for at, thread in enumerate(threads, 1)
            for depth, step in enumerate(thread.steps, 1)
        ]

    def to_json(self) -> dict[str, Any]:
        """Return the trace as plain data for JSON."""
        return {
            "start": plain(self.start),
            "reaches_nation": self.reaches_nation,
            "upward": plain(self.upward),
            "downward": plain(self.downward),
            "evidence": [{"about": name, **plain(finding)} for name, finding in self.evidence],
            "needs": list(self.needs),
            "truncated": self.truncated,
            "breaks": plain(self.breaks),
            "services": plain(self.services),
            "indicators": plain(self.indicators),
            "sentence": self.sentence,
            "query": self.query,
            "query_note": self.query_note,
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
    up, more_up = _threads(graph, start, graph.up, judgements, upward=True)
    down, more_down = _threads(graph, start, graph.down, False, upward=False)
    below, more_below = _around(graph.down, start.iri)
    above, _ = _around(graph.up, start.iri)
    evidence, needs = _hung(graph, start, below)
    services = [graph.nodes[i] for i in below if graph.nodes[i].kind == "Service"]
    measured = dict.fromkeys(i for iri in above for i in graph.facts.all("measuredBy", iri))
    truncated = more_up or more_down or more_below
    found = Trace(
        sentence="",
        query=_query(start),
        query_note="The query gives everything above and below; the threads between are followed"
        " step by step.",
        included=tuple(sorted(graph.included)),
        start=start,
        upward=up,
        downward=down,
        evidence=evidence,
        needs=needs,
        truncated=truncated,
        breaks=tuple(_breaks(graph, start, up, down)),
        services=tuple(services),
        indicators=tuple(graph.nodes[i] for i in measured if i in graph.nodes),
    )
    object.__setattr__(found, "sentence", _sentence(found))
    return found


def _hung(
    graph: ThreadGraph, start: Node, below: Iterable[str]
) -> tuple[tuple[tuple[str, Evidence], ...], tuple[str, ...]]:
    """Return the findings and the needs that hang on the start and on what serves it."""
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
    return tuple(findings.values()), tuple(needs)


def _around(
    steps: Mapping[str, Sequence[tuple[str, Edge]]], start: str
) -> tuple[dict[str, None], bool]:
    """Return the start and what official steps reach from it, and whether there is more."""
    seen = {start: None}
    ahead = [start]
    for iri in ahead:
        for target, edge in steps.get(iri, ()):
            if target not in seen and not edge.judged:
                if len(seen) >= _MOST_BELOW:
                    return seen, True
                seen[target] = None
                ahead.append(target)
    return seen, False


def _threads(
    graph: ThreadGraph,
    start: Node,
    steps: Mapping[str, Sequence[tuple[str, Edge]]],
    judgements: bool,
    *,
    upward: bool,
) -> tuple[tuple[Thread, ...], bool]:
    """Return the distinct threads from the start to where each ends.

    A thread ends where nothing new follows, or where only judgements do: the official end
    of a thread is shown in its own right. The walk goes deep first, so that whole threads
    are found at once in any graph, and stops at a bound.
    """
    found: list[Thread] = []
    tried = 0
    path: list[Step] = []
    on_path = {start.iri}

    def next_steps(iri: str) -> list[tuple[str, Edge]]:
        return [
            (target, edge)
            for target, edge in steps.get(iri, ())
            if target not in on_path and (judgements or not edge.judged)
        ]

    def step(source: str, target: str, edge: Edge) -> Step:
        # A link is stated with what contributes, but the lead of an action with the action.
        with_source = upward != (edge.property == "leadsAction")
        stated = graph.nodes[source if with_source else target]
        return Step(edge, graph.nodes[target], stated.quote, stated.place)

    def end(judged: bool) -> None:
        if path:
            found.append(Thread(tuple(path), judged))

    def walk(iri: str, judged: bool) -> bool:
        """Follow every way on; return False once the bound is met."""
        nonlocal tried
        ahead = next_steps(iri) if len(path) < _LONGEST else []
        if all(edge.judged for _, edge in ahead):
            end(judged)
        for target, edge in ahead:
            tried += 1
            if len(found) > MOST_THREADS or tried > _MOST_STEPS:
                return False
            path.append(step(iri, target, edge))
            on_path.add(target)
            whole = walk(target, judged or edge.judged)
            on_path.discard(target)
            path.pop()
            if not whole:
                return False
        return True

    whole = walk(start.iri, judged=False) and len(found) <= MOST_THREADS
    kept = sorted(found[:MOST_THREADS], key=lambda t: (t.judged, len(t.steps), _words(t)))
    return tuple(kept), not whole


def _words(thread: Thread) -> tuple[str, ...]:
    return tuple(step.node.iri for step in thread.steps)


def _breaks(
    graph: ThreadGraph, start: Node, up: Sequence[Thread], down: Sequence[Thread]
) -> list[Break]:
    """Return the breaks of the start, of the ends above it, and of what should serve it."""
    ends = {t.steps[-1].node.iri: None for t in up if t.steps[-1].node.kind not in OFFICIAL}
    beginnings = {t.steps[-1].node.iri: None for t in down} if start.plan else {}
    found = breaks_of_items(graph, [start.iri])
    upward = breaks_of_items(graph, (i for i in ends if i != start.iri))
    found += [b for b in upward if b.type in _UPWARD]
    found += [
        b
        for b in breaks_of_items(graph, (i for i in beginnings if i != start.iri))
        if b.type in _DOWNWARD
    ]
    # What parts the thread comes before what leaves it without a lead.
    return sorted(found, key=lambda b: b.type == "action_without_lead")


_UPWARD: Final = (
    "objective_without_outcome",
    "outcome_without_national_link",
    "dangling_reference",
    "wrong_edition",
    "action_without_outcome",
)
_DOWNWARD: Final = ("objective_without_action", "outcome_without_action", "action_without_lead")


def _query(start: Node) -> str:
    return written(
        "SELECT DISTINCT ?above ?below WHERE {\n"
        + values("thing", (start.iri,))
        + "  { ?thing cj:contributesTo+ ?above } UNION { ?below cj:contributesTo+ ?thing }\n}"
    )


def _sentence(trace: Trace) -> str:
    official = [t for t in trace.upward if not t.judged]
    shortest = trace.shortest_up
    said = [f"'{trace.start.label}' is on {number(len(official), 'official thread')} upward"]
    said[0] += f" and {number(len(trace.downward), 'thread')} from below."
    if shortest and trace.reaches_nation and trace.start.kind not in OFFICIAL:
        said.append(f"The shortest goes {thread_text(shortest.steps)}.")
    if not trace.reaches_nation:
        said.append("No step was found that leads to a national community justice outcome.")
    if trace.breaks:
        first = trace.breaks[0]
        said.append(f"The weakest link is {first.weakest}. {first.remedy}".rstrip())
        said[-1] += place_of(first.thing)
    if trace.truncated:
        said.append("There are more threads than are given.")
    return " ".join(said)
