"""What each kind of change does: one worker for each kind of thing that may go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from cjgraph.thread._graph import Node, ThreadGraph
from cjgraph.thread._reach import ITEM_KINDS
from cjgraph.thread._supply import met_by, used_by

Severity = Literal["orphaned", "weakened"]

#: National items that an item of a plan is to reach.
NATIONAL: Final = frozenset({"CommonOutcome", "NationallyDeterminedOutcome", "PriorityAction"})
ORGANISATIONS: Final = (
    "Organization StatutoryPartner LocalAuthority HealthBoard IntegrationJointBoard"
    " NationalStatutoryPartner ThirdSectorOrganization"
).split()


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does to one thing.

    Args:
        thing: What is affected.
        severity: ``orphaned`` where it loses the last of something, else ``weakened``.
        loses: What it loses, in words.
        left: How many of them it keeps.
        row_name: The plan that it belongs to, or nothing.
        path: From the thing to what changes, as names.
    """

    thing: Node
    severity: Severity
    loses: str
    left: int
    row_name: str
    path: tuple[str, ...]


def _effect(graph: ThreadGraph, iri: str, loses: str, left: int, path: Iterable[str]) -> Effect:
    node = graph.nodes[iri]
    severity: Severity = "weakened" if left else "orphaned"
    return Effect(node, severity, loses, left, node.plan or "", tuple(map(graph.label, path)))


def _own_links(graph: ThreadGraph, iri: str, gone: str) -> set[str]:
    """Return the national items that a plan's own links lead an item to, past what is gone."""
    found: set[str] = set()
    seen = {iri, gone}
    ahead = [iri]
    while ahead:
        for target, edge in graph.up.get(ahead.pop(), ()):
            if edge.judged or target in seen:
                continue
            seen.add(target)
            if graph.nodes[target].kind in NATIONAL:
                found.add(target)
            else:
                ahead.append(target)
    return found


def _way(graph: ThreadGraph, iri: str, goal: str) -> tuple[str, ...]:
    """Return the shortest way upward from a thing to what changes."""
    came: dict[str, str] = {iri: ""}
    ahead = [iri]
    for at in ahead:
        if at == goal:
            way = [at]
            while came[way[-1]]:
                way.append(came[way[-1]])
            return tuple(reversed(way))
        for target, edge in graph.up.get(at, ()):
            if target not in came and not edge.judged:
                came[target] = at
                ahead.append(target)
    return (iri,)


def _below(graph: ThreadGraph, iri: str, chosen: set[str]) -> Iterator[str]:
    """Yield the items of the chosen plans whose own links lead to a thing."""
    seen = {iri}
    ahead = [iri]
    for at in ahead:
        for source, edge in graph.down.get(at, ()):
            node = graph.nodes[source]
            if source not in seen and not edge.judged and node.kind in ITEM_KINDS:
                seen.add(source)
                ahead.append(source)
                if graph.facts.one("ofPlan", source) in chosen:
                    yield source


def _national_goes(graph: ThreadGraph, iri: str, chosen: set[str]) -> Iterator[Effect]:
    for item in _below(graph, iri, chosen):
        left = len(_own_links(graph, item, iri))
        yield _effect(graph, item, "a link to a national outcome", left, _way(graph, item, iri))
    for target, edge in graph.up.get(iri, ()):
        if not edge.judged:
            others = sum(not e.judged for _, e in graph.down.get(target, ())) - 1
            yield _effect(graph, target, "an outcome that tells of it", others, (target, iri))


def _item_goes(graph: ThreadGraph, iri: str, chosen: set[str]) -> Iterator[Effect]:
    """An item of a plan goes: what rests on it, and what gets to the nation by it."""
    for item in _below(graph, iri, chosen):
        if _own_links(graph, item, ""):
            left = len(_own_links(graph, item, iri))
            yield _effect(graph, item, "a link to a national outcome", left, _way(graph, item, iri))
    yield from _rests_on(graph, iri, {iri})


def _rests_on(graph: ThreadGraph, iri: str, gone: set[str]) -> Iterator[Effect]:
    """Yield what, within the plan, loses actions when some of them go."""
    plan = graph.facts.one("ofPlan", iri)
    if plan is None:
        return
    for above in _above(graph, iri, plan):
        left = len(_actions_to(graph, above, gone))
        if left < len(_actions_to(graph, above, set())):
            yield _effect(
                graph, above, "actions that lead to it", left, _way_down(graph, iri, above)
            )


def _way_down(graph: ThreadGraph, iri: str, above: str) -> tuple[str, ...]:
    """Return the way from something above down to what changes."""
    return tuple(reversed(_way(graph, iri, above)))


def _above(graph: ThreadGraph, iri: str, plan: str) -> Iterator[str]:
    seen = {iri}
    ahead = [iri]
    for at in ahead:
        for target, edge in graph.up.get(at, ()):
            if target not in seen and not edge.judged:
                seen.add(target)
                if graph.facts.one("ofPlan", target) == plan:
                    ahead.append(target)
                    yield target


def _actions_to(graph: ThreadGraph, iri: str, gone: set[str]) -> set[str]:
    """Return the actions that lead to a thing, past what is gone."""
    found: set[str] = set()
    seen = {iri}
    ahead = [iri]
    while ahead:
        for source, edge in graph.down.get(ahead.pop(), ()):
            if edge.judged or source in seen or source in gone:
                continue
            seen.add(source)
            if graph.nodes[source].kind == "Action":
                found.add(source)
            ahead.append(source)
    return found


def _partner_goes(graph: ThreadGraph, iri: str, chosen: set[str]) -> Iterator[Effect]:
    """A partner leaves: actions without their lead, outcomes without any led action."""
    facts = graph.facts
    lost: dict[str, set[str]] = {}
    for action in facts.back("ledBy", iri):
        plan = facts.one("ofPlan", action)
        if plan not in chosen or action not in graph.nodes:
            continue
        leads = max(len(facts.all("ledBy", action)), len(facts.all("leadAsWritten", action)))
        yield _effect(graph, action, "a lead", leads - 1, (action, iri))
        if leads == 1:
            lost.setdefault(plan or "", set()).add(action)
    for actions in lost.values():
        for action in sorted(actions):
            yield from _rests_on(graph, action, actions)
    for service in facts.back("providedBy", iri):
        left = len(facts.all("providedBy", service)) - 1
        yield _effect(graph, service, "a provider", left, (service, iri))


def _service_goes(graph: ThreadGraph, iri: str, chosen: set[str]) -> Iterator[Effect]:
    """A service closes: actions that it was for, needs that it met in its areas."""
    facts = graph.facts
    for action, edge in graph.up.get(iri, ()):
        if edge.property == "serviceForAction" and facts.one("ofPlan", action) in chosen:
            others = sum(e.property == "serviceForAction" for _, e in graph.down.get(action, ()))
            yield _effect(graph, action, "a service", others - 1, (action, iri))
    areas = set(facts.all("availableInArea", iri))
    plan = facts.one("ofPlan", iri)
    for need in met_by(graph, iri):
        others = sum(
            1
            for service in graph.of_kind.get("Service", ())
            if service != iri
            and need in met_by(graph, service)
            and (
                areas & set(facts.all("availableInArea", service))
                or (plan is not None and facts.one("ofPlan", service) == plan)
            )
        )
        yield _effect(graph, need, "a service in the area", others, (need, iri))


def _review_goes(graph: ThreadGraph, iri: str, chosen: set[str]) -> Iterator[Effect]:
    """A publication is superseded: what rests on its supporting findings."""
    gone = set(graph.facts.back("fromPublication", iri)) or {iri}
    users = _users(graph)
    for topic, findings in sorted(graph.evidence.items()):
        if topic not in graph.nodes:
            continue
        supporting = [f.iri for f in findings if f.stance == "Supports"]
        lost = [f for f in supporting if f in gone]
        if not lost:
            continue
        left = len(supporting) - len(lost)
        first = dict.fromkeys((topic, lost[0], iri))
        yield _effect(graph, topic, "supporting evidence", left, first)
        for user in users.get(topic, ()):
            plan = graph.facts.one("ofPlan", user)
            if plan is None or plan in chosen:
                yield _effect(graph, user, "supporting evidence", left, (user, *first))


def _intervention_goes(graph: ThreadGraph, iri: str, chosen: set[str]) -> Iterator[Effect]:
    for user in _users(graph).get(iri, ()):
        plan = graph.facts.one("ofPlan", user)
        if plan is None or plan in chosen:
            left = len(used_by(graph, user)) - 1
            yield _effect(graph, user, "an intervention that it uses", left, (user, iri))


def _users(graph: ThreadGraph) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for user in graph.attached:
        for intervention in used_by(graph, user):
            found.setdefault(intervention, []).append(user)
    return found


def _indicator_goes(graph: ThreadGraph, iri: str, chosen: set[str]) -> Iterator[Effect]:
    """An indicator is dropped: outcomes that it measured, assessments that used it."""
    facts = graph.facts
    for thing in facts.back("measuredBy", iri):
        plan = facts.one("ofPlan", thing)
        if thing in graph.nodes and (plan is None or plan in chosen):
            left = len(facts.all("measuredBy", thing)) + len(facts.all("measureText", thing)) - 1
            yield _effect(graph, thing, "a measure", left, (thing, iri))
    for used in facts.back("usesIndicator", iri):
        plan = facts.one("ofPlan", used)
        outcome = facts.one("assessesOutcome", used)
        if plan in chosen and outcome in graph.nodes:
            left = len(facts.all("usesIndicator", used)) - 1
            node = graph.nodes[outcome]
            name = graph.label(plan or "")
            severity: Severity = "weakened" if left else "orphaned"
            way = (name, node.label, graph.label(iri))
            yield Effect(
                node, severity, f"an indicator of its assessment in {name}", left, name, way
            )


_Work = Callable[[ThreadGraph, str, set[str]], Iterator[Effect]]

#: For each kind of thing the change in words, and what works it out.
CHANGES: Final[dict[str, tuple[str, _Work]]] = {
    **dict.fromkeys(sorted(NATIONAL), ("were retired", _national_goes)),
    **dict.fromkeys(("NationalAim", "NationalPriority"), ("were retired", _national_goes)),
    **dict.fromkeys(ITEM_KINDS, ("were taken out of the plan", _item_goes)),
    **dict.fromkeys(ORGANISATIONS, ("left", _partner_goes)),
    "Service": ("closed", _service_goes),
    "EvidenceReview": ("were superseded", _review_goes),
    "Finding": ("were withdrawn", _review_goes),
    "Intervention": ("were given up", _intervention_goes),
    **dict.fromkeys(
        ("Indicator", "NationalIndicator", "LocalIndicator"), ("were dropped", _indicator_goes)
    ),
}

#: What is done for a thing of any other kind.
ANY_CHANGE: Final[tuple[str, _Work]] = ("were taken away", _item_goes)
