"""What each plan reaches: worked out once for a snapshot, plan by plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, cast

from cjgraph.thread._graph import ThreadGraph

_NONE: Final[frozenset[str]] = frozenset()

#: Kinds of plan item on the way up, the lowest first.
ITEM_KINDS: Final = ("Action", "StrategicObjective", "LocalOutcome")


@dataclass(frozen=True, slots=True)
class Behind:
    """The items of a plan whose official thread leads to something.

    Args:
        actions: IRIs of actions.
        objectives: IRIs of objectives.
        outcomes: IRIs of local outcomes.
    """

    actions: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()


@dataclass(slots=True)
class PlanReach:
    """What one plan reaches.

    Args:
        items: The plan's items by kind.
        behind: For what is reached, the items whose thread leads there.
        ends: For an item, everything that its official thread reaches outside the plan.
    """

    items: Mapping[str, tuple[str, ...]]
    behind: Mapping[str, Behind]
    ends: Mapping[str, frozenset[str]] = field(default_factory=dict)


def plan_reach(graph: ThreadGraph, plan: str) -> PlanReach:
    """Return what a plan reaches.

    Args:
        graph: All threads of a snapshot.
        plan: IRI of the plan.
    """
    kept = cast(dict[str, PlanReach], graph.kept.setdefault("reach", {}))
    if plan not in kept:
        kept[plan] = _work_out(graph, plan)
    return kept[plan]


def official_ends(graph: ThreadGraph, iri: str) -> frozenset[str]:
    """Return everything that official steps lead to from a thing, at any distance.

    Args:
        graph: All threads of a snapshot.
        iri: The thing.
    """
    kept = cast(dict[str, frozenset[str]], graph.kept.setdefault("ends", {}))
    found = kept.get(iri)
    if found is None:
        found = kept[iri] = _walk(graph, iri)
    return found


def judged_ends(graph: ThreadGraph, iri: str) -> frozenset[str]:
    """Return what only this service's judgement leads to from a thing, at any distance.

    Args:
        graph: All threads of a snapshot.
        iri: The thing.
    """
    kept = cast(dict[str, frozenset[str]], graph.kept.setdefault("judged", {}))
    found = kept.get(iri)
    if found is None:
        found = kept[iri] = _walk(graph, iri, judged=True) - official_ends(graph, iri)
    return found


def _walk(graph: ThreadGraph, start: str, *, judged: bool = False) -> frozenset[str]:
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        for target, edge in graph.up.get(ahead.pop(), ()):
            if (judged or not edge.judged) and target not in seen:
                seen.add(target)
                ahead.append(target)
    return frozenset(seen)


def _work_out(graph: ThreadGraph, plan: str) -> PlanReach:
    kinds: dict[str, list[str]] = {kind: [] for kind in ITEM_KINDS}
    for iri in graph.facts.back("ofPlan", plan):
        node = graph.nodes.get(iri)
        if node is not None and node.kind in kinds:
            kinds[node.kind].append(iri)
    levels = {iri: level for level, kind in enumerate(ITEM_KINDS) for iri in kinds[kind]}
    ends: dict[str, frozenset[str]] = {}
    same: dict[frozenset[str], frozenset[str]] = {}
    for kind in reversed(ITEM_KINDS):
        for iri in kinds[kind]:
            reached = _ends(graph, iri, levels, ends)
            ends[iri] = same.setdefault(reached, reached)
    behind: dict[str, tuple[list[str], list[str], list[str]]] = {}
    for level, kind in enumerate(ITEM_KINDS):
        for iri in kinds[kind]:
            for target in ends[iri]:
                behind.setdefault(target, ([], [], []))[level].append(iri)
    return PlanReach(
        items={kind: tuple(iris) for kind, iris in kinds.items()},
        behind={t: Behind(*(tuple(group) for group in groups)) for t, groups in behind.items()},
        ends=ends,
    )


def _ends(
    graph: ThreadGraph,
    iri: str,
    levels: Mapping[str, int],
    ends: Mapping[str, frozenset[str]],
) -> frozenset[str]:
    """Add up what the next steps reach; walk where a step does not lead upward."""
    reached: set[str] = set()
    for target, edge in graph.up.get(iri, ()):
        if edge.judged:
            continue
        level = levels.get(target)
        if level is None:
            reached.add(target)
            reached |= official_ends(graph, target)
        elif level <= levels[iri]:
            return frozenset(_walk(graph, iri) - levels.keys())
        else:
            reached |= ends.get(target, _NONE)
    return frozenset(reached)


def gathered(parts: Iterable[Behind]) -> Behind:
    """Join what is behind several things, each item once.

    Args:
        parts: What is behind each.
    """
    told = list(parts)
    return Behind(
        _once(p.actions for p in told),
        _once(p.objectives for p in told),
        _once(p.outcomes for p in told),
    )


def _once(groups: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(iri for group in groups for iri in group))
