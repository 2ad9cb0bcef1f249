"""Single points of failure: the one thing on which alone an outcome rests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import networkx as nx

from cjgraph.thread._answer import Answer, Value, listed, number
from cjgraph.thread._changes import NATIONAL
from cjgraph.thread._graph import Node, ThreadGraph
from cjgraph.thread._plans import PlanEdition, Plans, Row, chosen_rows, counted, said_of_rows
from cjgraph.thread._queries import values, written
from cjgraph.thread._reach import PlanReach, plan_reach

_SOURCE: Final = ""
_LEAD: Final = "lead:"
#: What is told as a single point. A local outcome is not: it is there to gather threads.
_POINTS: Final = {"Action": "action", "StrategicObjective": "objective", "Service": "service"}

_QUERY_NOTE: Final = (
    "The query looks at the first step of each action; where objectives lead to one another,"
    " the figure has such as lie further on as well."
)


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """One thing that every thread of a plan to an outcome goes through.

    Args:
        row: Key of the row.
        row_name: Its name.
        outcome: The national item that rests on it.
        point: What it rests on, or None for a partner that is known by its words alone.
        name: The name of what it rests on.
        kind: ``partner``, ``service``, ``action`` or ``objective``.
        actions: How many actions lead to the outcome.
    """

    row: str
    row_name: str
    outcome: Node
    point: Node | None
    name: str
    kind: str
    actions: int


@dataclass(frozen=True, kw_only=True)
class SinglePoints(Answer):
    """Every single point of failure.

    Args:
        points: The points, row by row.
        rows_looked_at: The rows that were looked at.
    """

    points: tuple[SinglePoint, ...]
    rows_looked_at: tuple[Row, ...]

    def rows(self) -> list[dict[str, Value]]:
        """Return a line for each point."""
        return [
            {
                "area": each.row_name,
                "outcome": each.outcome.notation or each.outcome.label,
                "rests_on": each.name,
                "kind": each.kind,
                "actions": each.actions,
            }
            for each in self.points
        ]


def single_points(
    graph: ThreadGraph,
    *,
    area: str | None = None,
    plans: Plans = "in_force",
    on: date | None = None,
) -> SinglePoints:
    """Find the partners, services and items on which alone an outcome rests.

    Args:
        graph: All threads of a snapshot.
        area: A Partnership, area or plan; all where it is None.
        plans: Which editions of plans count.
        on: The day for which editions are chosen; today where it is None.

    Raises:
        UnknownThing: No Partnership, area or plan is called that.
    """
    heads = chosen_rows(graph, plans=plans, on=on, area=area)
    points = tuple(
        point for head in heads for plan in head.plans for point in _of_plan(graph, head, plan)
    )
    chosen = counted(heads)
    return SinglePoints(
        sentence=_sentence(heads, points),
        query=_query(chosen),
        query_note=_QUERY_NOTE,
        included=tuple(sorted(graph.included)),
        points=points,
        rows_looked_at=tuple(heads),
    )


def _query(chosen: list[PlanEdition]) -> str:
    """Return the question: have all actions behind an outcome one lead, service or first step?

    What an action has none of counts as the action itself, for that is a way of its own.
    """
    return written(
        "SELECT ?plan ?outcome ?kind ?rests_on WHERE {\n"
        "  { SELECT ?plan ?outcome\n"
        "    (COUNT(DISTINCT ?action) AS ?actions) (SAMPLE(?action) AS ?one)\n"
        "    (COUNT(DISTINCT ?by) AS ?leads) (SAMPLE(?by) AS ?lead)\n"
        "    (COUNT(DISTINCT ?with) AS ?services) (SAMPLE(?with) AS ?service)\n"
        "    (COUNT(DISTINCT ?first) AS ?steps) (SAMPLE(?first) AS ?step) WHERE {\n"
        + values("plan", (plan.iri for plan in chosen))
        + "    ?action cj:ofPlan ?plan ; a cj:Action ; cj:contributesTo ?first .\n"
        "    { ?first cj:contributesTo+ ?outcome }\n"
        "    UNION { ?action cj:contributesTo ?first BIND(?first AS ?outcome) }\n"
        "    { ?outcome a cj:CommunityJusticeOutcome } UNION { ?outcome a cj:PriorityAction }\n"
        "    OPTIONAL { ?action cj:leadAsWritten ?words }\n"
        '    BIND(COALESCE(REPLACE(?words, "\\\\s+", " "), ?action) AS ?by)\n'
        "    OPTIONAL { ?for cj:serviceForAction ?action }\n"
        "    BIND(COALESCE(?for, ?action) AS ?with)\n"
        "  } GROUP BY ?plan ?outcome }\n"
        '  VALUES ?kind { "partner" "service" "objective" "action" }\n'
        '  BIND(IF(?kind = "partner", ?leads, IF(?kind = "service", ?services,\n'
        '    IF(?kind = "objective", ?steps, ?actions))) AS ?ways)\n'
        '  BIND(IF(?kind = "partner", ?lead, IF(?kind = "service", ?service,\n'
        '    IF(?kind = "objective", ?step, ?one))) AS ?rests_on)\n'
        '  FILTER(?ways = 1 && (?kind = "action" || (?kind = "partner" && isLiteral(?rests_on))\n'
        '    || (?kind = "service" && EXISTS { ?rests_on a cj:Service })\n'
        '    || (?kind = "objective" && EXISTS { ?rests_on a cj:StrategicObjective })))\n'
        "}\nORDER BY ?plan ?outcome ?kind"
    )


def _of_plan(graph: ThreadGraph, head: Row, plan: PlanEdition) -> Iterator[SinglePoint]:
    reach = plan_reach(graph, plan.iri)
    targets = sorted(
        t for t, b in reach.behind.items() if b.actions and graph.nodes[t].kind in NATIONAL
    )
    threads = _threads(graph, reach)
    partners, services = _with_leads(graph, reach, threads), _with_services(graph, reach, threads)
    told: set[tuple[str, str]] = set()
    for ways in (partners, services):
        rests = nx.immediate_dominators(ways, _SOURCE)
        for target in targets:
            at = rests.get(target)
            while at is not None and at not in (_SOURCE, rests.get(at)):
                if (target, at) not in told and _counts(graph, at):
                    told.add((target, at))
                    count = len(reach.behind[target].actions)
                    yield _point(graph, head, target, at, count)
                at = rests.get(at)


def _counts(graph: ThreadGraph, iri: str) -> bool:
    node = graph.nodes.get(iri)
    return node is None or node.kind in _POINTS


def _threads(graph: ThreadGraph, reach: PlanReach) -> nx.DiGraph[str]:
    """Return the official steps from the actions of a plan upward."""
    ways: nx.DiGraph[str] = nx.DiGraph()
    ahead = list(reach.items["Action"])
    seen = set(ahead)
    ways.add_nodes_from(ahead)
    for iri in ahead:
        for target, edge in graph.up.get(iri, ()):
            if not edge.judged:
                ways.add_edge(iri, target)
                if target not in seen:
                    seen.add(target)
                    ahead.append(target)
    return ways


def _with_leads(graph: ThreadGraph, reach: PlanReach, threads: nx.DiGraph[str]) -> nx.DiGraph[str]:
    ways = threads.copy()
    for action in reach.items["Action"]:
        leads = graph.facts.all("leadAsWritten", action)
        for lead in leads:
            name = _LEAD + " ".join(lead.split())
            ways.add_edges_from(((_SOURCE, name), (name, action)))
        if not leads:
            ways.add_edge(_SOURCE, action)
    ways.add_node(_SOURCE)
    return ways


def _with_services(
    graph: ThreadGraph, reach: PlanReach, threads: nx.DiGraph[str]
) -> nx.DiGraph[str]:
    ways = threads.copy()
    for action in reach.items["Action"]:
        services = [s for s, e in graph.down.get(action, ()) if e.property == "serviceForAction"]
        for service in services:
            ways.add_edges_from(((_SOURCE, service), (service, action)))
        if not services:
            ways.add_edge(_SOURCE, action)
    ways.add_node(_SOURCE)
    return ways


def _point(graph: ThreadGraph, head: Row, target: str, at: str, actions: int) -> SinglePoint:
    node = graph.nodes.get(at)
    name = at.removeprefix(_LEAD) if node is None else node.label
    kind = "partner" if node is None else _POINTS[node.kind]
    return SinglePoint(head.key, head.name, graph.nodes[target], node, name, kind, actions)


def _sentence(heads: list[Row], points: tuple[SinglePoint, ...]) -> str:
    said = said_of_rows(heads)
    if not any(head.plans for head in heads):
        return said
    if not points:
        return f"{said} No outcome was found that rests on one thing alone."
    kinds: dict[str, int] = {}
    for point in points:
        kinds[point.kind] = kinds.get(point.kind, 0) + 1
    told = listed((number(n, kind) for kind, n in kinds.items()), 8)
    outcomes = {(p.row, p.outcome.iri) for p in points}
    verb = "rests" if len(outcomes) == 1 else "rest"
    return (
        f"{said} {number(len(outcomes), 'national item')} of a plan {verb} on one thing alone"
        f" somewhere on the way: {told}."
    )
