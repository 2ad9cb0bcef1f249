"""Needs that are named, services that are there, and what evidence says of both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from cjgraph.namespaces import GEOGRAPHY
from cjgraph.thread._cell import Cell
from cjgraph.thread._frame import Column
from cjgraph.thread._graph import Evidence, ThreadGraph
from cjgraph.thread._plans import Row

#: The code of the whole nation: a service there is a service everywhere.
_NATION: Final = GEOGRAPHY + "S92000003"
_CLOSED: Final = ("inactive", "defunct")
_CERTAINTY: Final = {"very low": 1, "low": 2, "moderate": 3, "high": 4}


@dataclass(frozen=True, slots=True)
class Supply:
    """What one row needs and has.

    Args:
        named: For a need, the quotations of the row's plans that name it.
        actions: For a need, the actions that are meant to meet it.
        services: Services that can be had in the area or that the plans name.
        by_need: For a need, the services that are meant to meet it.
    """

    named: Mapping[str, tuple[str, ...]]
    actions: Mapping[str, tuple[str, ...]]
    services: tuple[str, ...]
    by_need: Mapping[str, tuple[str, ...]]


def supply_of(graph: ThreadGraph, head: Row) -> Supply:
    """Return what a row needs and has.

    Args:
        graph: All threads of a snapshot.
        head: The row.
    """
    facts = graph.facts
    named: dict[str, list[str]] = {}
    actions: dict[str, list[str]] = {}
    services: dict[str, None] = {}
    for plan in head.plans:
        for iri in facts.back("ofPlan", plan.iri):
            node = graph.nodes.get(iri)
            if node is None:
                continue
            for need in facts.all("namesNeed", iri):
                named.setdefault(need, []).append(iri)
            if node.kind == "Action":
                for need in met_by(graph, iri):
                    actions.setdefault(need, []).append(iri)
            elif node.kind == "Service":
                services[iri] = None
    for iri in services_in(graph, head):
        services[iri] = None
    by_need: dict[str, list[str]] = {}
    for iri in services:
        for need in met_by(graph, iri):
            by_need.setdefault(need, []).append(iri)
    return Supply(_fixed(named), _fixed(actions), tuple(services), _fixed(by_need))


def met_by(graph: ThreadGraph, iri: str) -> list[str]:
    """Return the needs that a service or action is meant to meet.

    Args:
        graph: All threads of a snapshot.
        iri: The service or action.
    """
    return [to for kind, to in graph.attached.get(iri, ()) if kind == "addressesNeed"]


def used_by(graph: ThreadGraph, iri: str) -> list[str]:
    """Return the interventions that a service or action applies.

    Args:
        graph: All threads of a snapshot.
        iri: The service or action.
    """
    return [to for kind, to in graph.attached.get(iri, ()) if kind == "usesIntervention"]


def wider(graph: ThreadGraph, iri: str) -> frozenset[str]:
    """Return a need or intervention with all that it is a kind of.

    Args:
        graph: All threads of a snapshot.
        iri: The need or intervention.
    """
    kept = cast(dict[str, frozenset[str]], graph.kept.setdefault("wider", {}))
    if iri not in kept:
        found = {iri}
        ahead = [iri]
        while ahead:
            for broader in graph.facts.all("broader", ahead.pop()):
                if broader not in found:
                    found.add(broader)
                    ahead.append(broader)
        kept[iri] = frozenset(found)
    return kept[iri]


def akin(graph: ThreadGraph, first: str, second: str) -> bool:
    """Whether one need or intervention is the other, or a kind of it.

    Args:
        graph: All threads of a snapshot.
        first: A need or intervention.
        second: Another.
    """
    return first in wider(graph, second) or second in wider(graph, first)


def areas_of(graph: ThreadGraph, head: Row) -> frozenset[str]:
    """Return the areas that a row serves, and what they lie in.

    Args:
        graph: All threads of a snapshot.
        head: The row.
    """
    facts = graph.facts
    areas = set(facts.all("servesArea", head.partnership or head.key))
    areas |= {outer for area in areas for outer in facts.all("withinArea", area)}
    return frozenset(areas)


def services_in(graph: ThreadGraph, head: Row) -> list[str]:
    """Return the services on record that run in the area of a row.

    A service for the whole nation runs in the area of every Partnership, and of no invented
    area.

    Args:
        graph: All threads of a snapshot.
        head: The row.
    """
    areas = areas_of(graph, head)
    real = any(area.startswith(GEOGRAPHY + "S") for area in areas)
    wanted = sorted(areas | {_NATION}) if real else sorted(areas)
    found = dict.fromkeys(
        iri for area in wanted for iri in graph.facts.back("availableInArea", area)
    )
    return [iri for iri in found if open_service(graph, iri)]


def open_service(graph: ThreadGraph, iri: str) -> bool:
    """Whether a service is not known to have ended.

    Args:
        graph: All threads of a snapshot.
        iri: The service.
    """
    return (graph.facts.one("serviceStatus", iri) or "").casefold() not in _CLOSED


def services_by_plan(graph: ThreadGraph, plan: str) -> list[str]:
    """Return the services that a plan names.

    Args:
        graph: All threads of a snapshot.
        plan: IRI of the plan.
    """
    of_plan = graph.facts.back("ofPlan", plan)
    return [i for i in of_plan if i in graph.nodes and graph.nodes[i].kind == "Service"]


def need_cells(graph: ThreadGraph, head: Row, across: Sequence[Column]) -> list[Cell]:
    """Return the cells of a row for needs.

    Args:
        graph: All threads of a snapshot.
        head: The row.
        across: The needs.
    """
    supply = supply_of(graph, head)
    cells = []
    for column in across:
        actions = supply.actions.get(column.iri, ())
        services = supply.by_need.get(column.iri, ())
        cells.append(
            Cell(
                head.key,
                column.iri,
                len(actions),
                actions,
                services=services,
                named=supply.named.get(column.iri, ()),
            )
        )
    return cells


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the catalogue says of an intervention.

    Args:
        supporting: Findings that support it.
        against: Findings against it, or of no effect.
        best: How strong the best supporting finding is, 0 where its source does not say.
        worst: How strong the strongest finding against it is.
        strength: That strength in words.
    """

    supporting: tuple[Evidence, ...]
    against: tuple[Evidence, ...]
    best: int
    worst: int
    strength: str

    @property
    def works(self) -> bool:
        """Whether a finding supports it and none against it is stronger."""
        return bool(self.supporting) and self.worst <= self.best


def verdict_on(graph: ThreadGraph, intervention: str) -> Verdict:
    """Return what the catalogue says of an intervention.

    Args:
        graph: All threads of a snapshot.
        intervention: Its IRI.
    """
    kept = cast(dict[str, Verdict], graph.kept.setdefault("verdicts", {}))
    if intervention not in kept:
        findings = graph.evidence.get(intervention, ())
        supporting = tuple(f for f in findings if f.stance == "Supports")
        against = tuple(f for f in findings if f.stance in ("Against", "No effect found"))
        best = max(supporting, key=_rank, default=None)
        kept[intervention] = Verdict(
            supporting,
            against,
            _rank(best) if best else 0,
            max((_rank(f) for f in against), default=0),
            _strength(best) if best else "",
        )
    return kept[intervention]


def needs_helped(graph: ThreadGraph, intervention: str) -> frozenset[str]:
    """Return the needs that supporting findings on an intervention are about.

    Args:
        graph: All threads of a snapshot.
        intervention: Its IRI.
    """
    findings = verdict_on(graph, intervention).supporting
    return frozenset(n for f in findings for n in graph.facts.all("concernsNeed", f.iri))


def _rank(finding: Evidence) -> int:
    """Put the design of a study, or else its certainty, on a scale from 0 to 5."""
    level = re.search(r"\d", finding.design or "")
    if level:
        return int(level.group())
    told = (finding.certainty or "").casefold()
    return next((rank for words, rank in _CERTAINTY.items() if f"grade {words} " in told), 0)


def _strength(finding: Evidence) -> str:
    told = [finding.design or "", finding.certainty or ""]
    if finding.strength:
        told.append(f"in its own words: {finding.strength}")
    return "; ".join(t for t in told if t) or "strength not stated"


def _fixed(groups: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(dict.fromkeys(values)) for key, values in groups.items()}
