"""Where a thread breaks: the same faults, with the same remedies, as the rules for plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

import networkx as nx
import pyoxigraph as ox

from cjgraph.namespaces import CJ, SH
from cjgraph.resources import resource_folder
from cjgraph.thread._answer import Answer, Value, listed, number
from cjgraph.thread._graph import Node, ThreadGraph
from cjgraph.thread._plans import PlanEdition, Plans, chosen_rows, counted, said_of_rows
from cjgraph.thread._queries import values, written
from cjgraph.thread._reach import ITEM_KINDS, plan_reach

#: What a thing is called in a message.
_KINDS: Final = {
    "Action": "action",
    "StrategicObjective": "objective",
    "LocalOutcome": "outcome",
}
#: The step at which the thread parts, by the type of break.
_WEAKEST: Final = {
    "action_without_objective": "from the action up to an objective",
    "action_without_outcome": "from the action up to a local outcome",
    "action_without_lead": "from a partner up to the action",
    "objective_without_outcome": "from the objective up to a local outcome",
    "objective_without_action": "from an action up to the objective",
    "outcome_without_objective": "from an objective up to the outcome",
    "outcome_without_action": "from an action up to the outcome",
    "outcome_without_national_link": "from the local outcome up to the nation",
    "dangling_reference": "the link to something that was not found",
    "cycle": "a link that leads back to where it began",
    "wrong_edition": "the link to a framework that does not judge this plan",
}
_NATIONAL: Final = ("localOutcomeForOutcome", "localOutcomeForPriorityAction")
_LINKS: Final = ("actionForObjective", "actionForOutcome", "objectiveForOutcome", *_NATIONAL)


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a thread breaks.

    Args:
        type: Type of the fault, as in the rules for plans.
        message: What was not found.
        remedy: What would mend it.
        thing: Where it breaks.
        weakest: The step at which the thread parts, in words.
    """

    type: str
    message: str
    remedy: str
    thing: Node
    weakest: str


@dataclass(frozen=True, kw_only=True)
class Breaks(Answer):
    """Every break of some plans.

    Args:
        breaks: The breaks, by plan and type.
        plans: The plan editions that were looked at.
    """

    breaks: tuple[Break, ...]
    plans: tuple[PlanEdition, ...]

    def rows(self) -> list[dict[str, Value]]:
        """Return a line for each break."""
        return [
            {
                "type": each.type,
                "plan": each.thing.plan,
                "what": each.thing.label,
                "place": each.thing.place,
                "message": each.message,
                "remedy": each.remedy,
            }
            for each in self.breaks
        ]


def thread_breaks(
    graph: ThreadGraph,
    where: str | None = None,
    *,
    plans: Plans = "in_force",
    on: date | None = None,
) -> Breaks:
    """Return every break of the plans of an area, or of all.

    Args:
        graph: All threads of a snapshot.
        where: A Partnership, area or plan; all where it is None.
        plans: Which editions of plans count.
        on: The day for which editions are chosen; today where it is None.

    Raises:
        UnknownThing: No Partnership, area or plan is called that.

    Source:
        Smart and Social Justice (2019), pages 23 to 28.
    """
    heads = chosen_rows(graph, plans=plans, on=on, area=where)
    chosen = counted(heads)
    found = tuple(b for plan in chosen for b in breaks_of_plan(graph, plan))
    types: dict[str, int] = {}
    for each in found:
        types[each.type] = types.get(each.type, 0) + 1
    told = listed((f"{count} of {name.replace('_', ' ')}" for name, count in types.items()), 12)
    sentence = said_of_rows(heads)
    if chosen:
        end = f": {told}." if found else "."
        sentence = f"{number(len(found), 'break')} found in {number(len(chosen), 'plan')}{end}"
    return Breaks(
        sentence=sentence,
        query=_query(chosen),
        included=tuple(sorted(graph.included)),
        breaks=found,
        plans=tuple(chosen),
    )


#: For each type of break, what an item that has it looks like.
_PATTERNS: Final = {
    "action_without_objective": "?item a cj:Action"
    " FILTER NOT EXISTS { ?item cj:actionForObjective ?any }",
    "action_without_outcome": "?item a cj:Action"
    " FILTER NOT EXISTS { ?item cj:actionForObjective|cj:actionForOutcome ?any }",
    "action_without_lead": "?item a cj:Action"
    " FILTER NOT EXISTS { ?item cj:leadAsWritten|cj:leadCategory|cj:ledBy ?any }",
    "objective_without_outcome": "?item a cj:StrategicObjective"
    " FILTER NOT EXISTS { ?item cj:objectiveForOutcome ?any }",
    "objective_without_action": "?item a cj:StrategicObjective"
    " FILTER NOT EXISTS { ?any cj:actionForObjective ?item }",
    "outcome_without_objective": "?item a cj:LocalOutcome"
    " FILTER NOT EXISTS { ?any cj:objectiveForOutcome ?item }",
    "outcome_without_action": "?item a cj:LocalOutcome"
    " FILTER NOT EXISTS { ?any cj:actionForOutcome ?item }"
    " FILTER NOT EXISTS { ?any cj:objectiveForOutcome ?item . ?other cj:actionForObjective ?any }",
    "outcome_without_national_link": "?item a cj:LocalOutcome"
    " FILTER NOT EXISTS { ?item cj:localOutcomeForOutcome|cj:localOutcomeForPriorityAction ?any }",
    "wrong_edition": "?item a cj:LocalOutcome ; cj:ofPlan/cj:judgedAgainst ?judging ;"
    " cj:localOutcomeForOutcome/cj:inEdition ?other"
    " FILTER NOT EXISTS { ?item cj:ofPlan/cj:judgedAgainst ?same ;"
    " cj:localOutcomeForOutcome/cj:inEdition ?same }",
    "dangling_reference": f"?item {'|'.join(f'cj:{link}' for link in _LINKS)} ?target"
    " FILTER NOT EXISTS { ?target a ?any }",
    "cycle": "?item a cj:PlanItem ; cj:contributesTo+ ?item FILTER NOT EXISTS {"
    " ?item cj:contributesTo+ ?least . ?least cj:contributesTo+ ?item"
    " FILTER(STR(?least) < STR(?item)) }",
}


def _query(chosen: Sequence[PlanEdition]) -> str:
    branches = "\n  UNION ".join(
        f'{{ {pattern} BIND("{name}" AS ?type) }}' for name, pattern in _PATTERNS.items()
    )
    return written(
        "SELECT DISTINCT ?item ?type ?target WHERE {\n"
        + values("plan", (p.iri for p in chosen))
        + f"  ?item cj:ofPlan ?plan .\n  {branches}\n}}\nORDER BY ?item ?type"
    )


def breaks_of_plan(graph: ThreadGraph, plan: PlanEdition) -> list[Break]:
    """Return the breaks of one plan.

    Args:
        graph: All threads of a snapshot.
        plan: The plan.
    """
    items = plan_reach(graph, plan.iri).items
    every = [iri for kind in reversed(ITEM_KINDS) for iri in items[kind]]
    return [*breaks_of_items(graph, every), *_circles(graph, every)]


def breaks_of_items(graph: ThreadGraph, items: Iterable[str]) -> list[Break]:
    """Return the breaks of some items of plans, circles aside.

    Args:
        graph: All threads of a snapshot.
        items: IRIs of actions, objectives and local outcomes.
    """
    return [
        _break(graph, kind, iri, target)
        for iri in items
        if graph.nodes[iri].kind in _KINDS
        for kind, target in _faults(graph, iri)
    ]


def _faults(graph: ThreadGraph, iri: str) -> Iterator[tuple[str, str]]:
    """Yield the types of fault of one item, each with what it points to."""
    up = {edge.property for _, edge in graph.up.get(iri, ())}
    down = {edge.property for _, edge in graph.down.get(iri, ())}
    facts = graph.facts
    kind = graph.nodes[iri].kind
    if kind == "Action":
        if "actionForObjective" not in up:
            yield "action_without_objective", ""
        if not up & {"actionForObjective", "actionForOutcome"}:
            yield "action_without_outcome", ""
        led = any(facts.all(name, iri) for name in ("leadAsWritten", "leadCategory", "ledBy"))
        if not led:
            yield "action_without_lead", ""
    elif kind == "StrategicObjective":
        if "objectiveForOutcome" not in up:
            yield "objective_without_outcome", ""
        if "actionForObjective" not in down:
            yield "objective_without_action", ""
    else:
        if "objectiveForOutcome" not in down:
            yield "outcome_without_objective", ""
        if not _has_action(graph, iri):
            yield "outcome_without_action", ""
        if not up & set(_NATIONAL):
            yield "outcome_without_national_link", ""
        yield from _editions(graph, iri)
    for target, edge in graph.up.get(iri, ()):
        if edge.property in _LINKS and not graph.nodes[target].kind:
            yield "dangling_reference", target


def _has_action(graph: ThreadGraph, outcome: str) -> bool:
    for source, edge in graph.down.get(outcome, ()):
        if edge.property == "actionForOutcome":
            return True
        if edge.property == "objectiveForOutcome" and any(
            e.property == "actionForObjective" for _, e in graph.down.get(source, ())
        ):
            return True
    return False


def _editions(graph: ThreadGraph, outcome: str) -> Iterator[tuple[str, str]]:
    facts = graph.facts
    plan = facts.one("ofPlan", outcome)
    judging = set(facts.all("judgedAgainst", plan)) if plan else set()
    targets = [
        target
        for target, edge in graph.up.get(outcome, ())
        if edge.property == "localOutcomeForOutcome" and facts.all("inEdition", target)
    ]
    if judging and targets and not any(judging & set(facts.all("inEdition", t)) for t in targets):
        yield "wrong_edition", targets[0]


def _circles(graph: ThreadGraph, items: Iterable[str]) -> list[Break]:
    """Tell each circle once, by its first member."""
    links: nx.DiGraph[str] = nx.DiGraph()
    for iri in items:
        links.add_edges_from((iri, t) for t, edge in graph.up.get(iri, ()) if not edge.judged)
    found = []
    for group in nx.strongly_connected_components(links):
        first = min(group)
        if len(group) > 1 or links.has_edge(first, first):
            found.append(_break(graph, "cycle", first, ""))
    return sorted(found, key=lambda b: b.thing.iri)


def _break(graph: ThreadGraph, kind: str, iri: str, target: str) -> Break:
    node = graph.nodes[iri]
    rule = _rules().get(kind, {})
    facts = graph.facts
    plan = facts.one("ofPlan", iri) or ""
    words = {
        "{thing}": f"'{node.label}'",
        "{kind}": _KINDS.get(node.kind, "item"),
        "{target}": _target(graph, target),
        "{edition}": listed(graph.label(e) for e in facts.all("judgedAgainst", plan)),
    }
    message, remedy = rule.get("message", kind), rule.get("remedy", "")
    for place, text in words.items():
        message, remedy = message.replace(place, text), remedy.replace(place, text)
    return Break(kind, message, remedy, node, _WEAKEST[kind])


def _target(graph: ThreadGraph, iri: str) -> str:
    """Name what a link points to; of what was not found, by the end of its name."""
    if iri and not graph.nodes[iri].kind:
        return f"'{iri.rsplit('/', 1)[-1].replace('-', ' ')}'"
    return f"'{graph.label(iri)}'" if iri else "something"


@cache
def _rules() -> Mapping[str, Mapping[str, str]]:
    """Read message and remedy of each type of break from the rules for plans."""
    wanted = {SH + "message": "message", CJ + "remedy": "remedy", CJ + "findingType": "type"}
    told: dict[str, dict[str, str]] = {}
    path = resource_folder("shapes") / "thread.ttl"
    for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
        name = wanted.get(quad.predicate.value)
        if name and isinstance(quad.object, ox.Literal):
            told.setdefault(str(quad.subject), {})[name] = quad.object.value
    # Two rules are about the wrong edition; that of an item comes after that of the plan.
    return {rule["type"]: rule for _, rule in sorted(told.items()) if "type" in rule}
