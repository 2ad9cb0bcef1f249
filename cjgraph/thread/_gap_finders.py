"""Finds each kind of gap for one row, and what can't be judged of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal, TypeVar

from cjgraph.thread._answer import listed, number
from cjgraph.thread._graph import ThreadGraph
from cjgraph.thread._plans import Row
from cjgraph.thread._supply import (
    Supply,
    akin,
    needs_helped,
    used_by,
    verdict_on,
    wider,
)

_T = TypeVar("_T")

GapKind = Literal[
    "need_without_service",
    "service_without_need",
    "service_without_evidence",
    "evidence_backed_intervention_nobody_provides",
    "duplication",
]
Sure = Literal["stated", "likely", "possible"]

#: Key and name of the row that stands for the whole nation.
NATION: Final = ("nation", "All areas")

REMEDIES: Final[dict[str, str]] = {
    "need_without_service": "Ask which service meets the need, or plan for one; where there is"
    " one already, record it with the need that it meets.",
    "service_without_need": "Ask whether the need is there: if it is, name it in the plan;"
    " if not, think again about the service.",
    "service_without_evidence": "Look for evidence on what the service does, or have its results"
    " evaluated.",
    "evidence_backed_intervention_nobody_provides": "Consider whether the intervention would suit"
    " the area, and read the findings and their limits first.",
    "duplication": "Ask the providers how they share the work, and whether one service or a"
    " joint one would serve people better.",
}


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap between need, services and evidence.

    Args:
        kind: What kind of gap.
        row: Key of the row, or that of the nation.
        row_name: Its name.
        need: Name of the need, or None.
        intervention: Name of the intervention, or None.
        things: IRIs of the quotations, services or actions that it is about.
        sentence: The gap in plain words.
        remedy: What to do about it.
        strength: How strong the evidence is, in words, or None.
        evidence: IRIs of the findings that it rests on.
        sure: Whether it is stated in the data, likely or possible.
    """

    kind: GapKind
    row: str
    row_name: str
    need: str | None
    intervention: str | None
    things: tuple[str, ...]
    sentence: str
    remedy: str
    strength: str | None = None
    evidence: tuple[str, ...] = ()
    sure: Sure = "likely"


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Something that no gap can be told of, because it is not in the data.

    Args:
        row: Key of the row.
        row_name: Its name.
        what: ``needs``, ``services``, ``need_of_service`` or ``intervention_of_service``.
        sentence: What is not known, in plain words.
    """

    row: str
    row_name: str
    what: str
    sentence: str


@dataclass(frozen=True, slots=True)
class NeedCell:
    """A need of a row, for a picture of needs, services and evidence.

    Args:
        row: Key of the row.
        row_name: Its name.
        need: Name of the need.
        named: How often the plan names it.
        actions: How many actions are meant to meet it.
        services: How many services are meant to meet it.
        evidence: How many interventions with supporting findings help with it.
    """

    row: str
    row_name: str
    need: str
    named: int
    actions: int
    services: int
    evidence: int


def not_known(graph: ThreadGraph, head: Row, supply: Supply) -> Iterator[NotKnown]:
    """Yield what no gap of a row can be told of.

    Args:
        graph: All threads of a snapshot.
        head: The row.
        supply: What the row needs and has.
    """
    row = (head.key, head.name)
    if not supply.named:
        yield NotKnown(*row, "needs", f"No words on people's needs were found for {head.name}.")
    without = [s for s in supply.services if not any(s in g for g in supply.by_need.values())]
    if not supply.services:
        yield NotKnown(
            *row,
            "services",
            f"No service is recorded for {head.name}, so it is not known which needs are met.",
        )
    elif without:
        yield NotKnown(
            *row,
            "need_of_service",
            f"Which need is met is not recorded for {number(len(without), 'service')} of"
            f" {head.name}: {listed(graph.label(s) for s in without)}.",
        )
    bare = [s for s in supply.services if not used_by(graph, s)]
    if bare:
        yield NotKnown(
            *row,
            "intervention_of_service",
            f"What kind of intervention it is is not recorded for"
            f" {number(len(bare), 'service')} of {head.name}:"
            f" {listed(graph.label(s) for s in bare)}.",
        )


def needs_without_service(graph: ThreadGraph, head: Row, supply: Supply) -> Iterator[Gap]:
    """Yield needs that a row's plans name and no service there is said to meet.

    Args:
        graph: All threads of a snapshot.
        head: The row.
        supply: What the row needs and has.
    """
    met = {s for services in supply.by_need.values() for s in services}
    silent = len(set(supply.services) - met)
    for need, quotes in _by_name(graph, supply.named):
        if any(akin(graph, need, other) for other in supply.by_need):
            continue
        name = graph.label(need)
        kin = [a for n, found in supply.actions.items() if akin(graph, need, n) for a in found]
        actions = len(set(kin))
        planned = f" The plan has {number(actions, 'action')} on it." if actions else ""
        yield Gap(
            "need_without_service",
            head.key,
            head.name,
            name,
            None,
            quotes,
            f"{head.name} names the need '{name}', and no service on record there is said to"
            f" meet it.{planned}{of_silent(silent)}",
            REMEDIES["need_without_service"],
            sure="possible" if silent else "likely",
        )


def services_without_need(graph: ThreadGraph, head: Row, supply: Supply) -> Iterator[Gap]:
    """Yield services that are there for needs that the row's plans don't name.

    Args:
        graph: All threads of a snapshot.
        head: The row.
        supply: What the row needs and has.
    """
    met: dict[str, list[str]] = {}
    for need, services in supply.by_need.items():
        for service in services:
            met.setdefault(service, []).append(need)
    for service, needs in met.items():
        if not any(akin(graph, need, named) for need in needs for named in supply.named):
            names = listed(sorted(graph.label(need) for need in needs))
            yield Gap(
                "service_without_need",
                head.key,
                head.name,
                names,
                None,
                (service,),
                f"'{graph.label(service)}' is there for {names}, which the plan of"
                f" {head.name} does not name as a need.",
                REMEDIES["service_without_need"],
            )


def services_without_evidence(
    graph: ThreadGraph, row: tuple[str, str], services: Iterable[str]
) -> Iterator[Gap]:
    """Yield services that use only what no finding supports.

    Args:
        graph: All threads of a snapshot.
        row: Key and name of the row.
        services: The services.
    """
    for service in services:
        used = used_by(graph, service)
        verdicts = [verdict_on(graph, i) for i in used]
        if not used or any(v.supporting for v in verdicts):
            continue
        names = listed(sorted(graph.label(i) for i in used))
        against = tuple(f.iri for v in verdicts for f in v.against)
        worse = f" {number(len(against), 'finding')} found no effect or harm." if against else ""
        yield Gap(
            "service_without_evidence",
            *row,
            None,
            names,
            (service,),
            f"No finding in the catalogue supports {names}, which '{graph.label(service)}' uses."
            + worse,
            REMEDIES["service_without_evidence"],
            evidence=against,
        )


def untried(
    graph: ThreadGraph, head: Row, supply: Supply, helping: Mapping[str, Sequence[str]]
) -> Iterator[Gap]:
    """Yield what works for a need that is named, and that nothing in the area uses.

    Args:
        graph: All threads of a snapshot.
        head: The row.
        supply: What the row needs and has.
        helping: For a need, the interventions that help with it.
    """
    facts = graph.facts
    there = {w for s in supply.services for i in used_by(graph, s) for w in wider(graph, i)}
    for plan in head.plans:
        for iri in facts.back("ofPlan", plan.iri):
            there.update(w for i in used_by(graph, iri) for w in wider(graph, i))
    told: dict[str, list[str]] = {}
    for need in supply.named:
        for intervention in helping.get(need, ()):
            if intervention not in there:
                told.setdefault(intervention, []).append(graph.label(need))
    for intervention, needs in sorted(told.items(), key=lambda pair: firmest(graph, pair[0])):
        yield backed(graph, (head.key, head.name), intervention, listed(sorted(needs)))


def backed(graph: ThreadGraph, row: tuple[str, str], intervention: str, needs: str | None) -> Gap:
    """Return the gap of an intervention that works and that nobody provides.

    Args:
        graph: All threads of a snapshot.
        row: Key and name of the row.
        intervention: The intervention.
        needs: The needs that it would help with, in words.
    """
    verdict = verdict_on(graph, intervention)
    name = graph.label(intervention)
    helps = f" for {needs}" if needs else ""
    where = "anywhere" if row == NATION else f"in {row[1]}"
    against = number(len(verdict.against), "weaker or equal finding")
    return Gap(
        "evidence_backed_intervention_nobody_provides",
        *row,
        needs,
        name,
        (intervention,),
        f"{number(len(verdict.supporting), 'finding')} in the catalogue"
        f" {'supports' if len(verdict.supporting) == 1 else 'support'} {name}{helps}"
        f" (strongest: {verdict.strength})"
        + (f", against {against}" if verdict.against else "")
        + f"; no service or action on record {where} uses it.",
        REMEDIES["evidence_backed_intervention_nobody_provides"],
        verdict.strength,
        tuple(f.iri for f in verdict.supporting),
    )


def doubled_services(
    graph: ThreadGraph, row: tuple[str, str], services: Sequence[str]
) -> Iterator[Gap]:
    """Yield pairs of services that offer the same to the same people.

    Args:
        graph: All threads of a snapshot.
        row: Key and name of the row.
        services: The services of the row.
    """
    facts = graph.facts
    for first, second in combinations(sorted(services), 2):
        stated = second in facts.all("duplicatesService", first)
        stated = stated or first in facts.all("duplicatesService", second)
        shared = sorted(set(used_by(graph, first)) & set(used_by(graph, second)))
        groups = [set(facts.all("forPopulation", s)) for s in (first, second)]
        people = groups[0] & groups[1]
        if not stated and (not shared or (all(groups) and not people)):
            continue
        sure: Sure = "stated" if stated else "likely" if people else "possible"
        what = listed(graph.label(i) for i in shared)
        whom = f" for {listed(sorted(graph.label(p) for p in people))}" if people else ""
        open_question = "" if people or stated else "; for whom is not recorded of both"
        yield Gap(
            "duplication",
            *row,
            None,
            what or None,
            (first, second),
            f"'{graph.label(first)}' and '{graph.label(second)}' both offer"
            f" {what or 'the same'}{whom} in {row[1]}{open_question}.",
            REMEDIES["duplication"],
            sure=sure,
        )


def doubled_actions(graph: ThreadGraph, head: Row) -> Iterator[Gap]:
    """Yield actions of different leads that use one intervention for the same people.

    Args:
        graph: All threads of a snapshot.
        head: The row.
    """
    facts = graph.facts
    groups: dict[str, list[str]] = {}
    for plan in head.plans:
        for iri in facts.back("ofPlan", plan.iri):
            if iri in graph.nodes and graph.nodes[iri].kind == "Action":
                for intervention in used_by(graph, iri):
                    groups.setdefault(intervention, []).append(iri)
    for intervention, actions in _by_name(graph, groups):
        for first, second in combinations(actions, 2):
            leads = [set(_leads(graph, a)) for a in (first, second)]
            people = [set(facts.all("forPopulation", a)) for a in (first, second)]
            if not all(leads) or leads[0] & leads[1] or not people[0] & people[1]:
                continue
            name = graph.label(intervention)
            whom = listed(sorted(graph.label(p) for p in people[0] & people[1]))
            yield Gap(
                "duplication",
                head.key,
                head.name,
                None,
                name,
                (first, second),
                f"Two actions of {head.name} under different leads use {name} for {whom}:"
                f" '{graph.label(first)}' and '{graph.label(second)}'.",
                REMEDIES["duplication"],
                sure="possible",
            )


def _leads(graph: ThreadGraph, action: str) -> tuple[str, ...]:
    return graph.facts.all("ledBy", action) or graph.facts.all("leadAsWritten", action)


def helping_by_need(graph: ThreadGraph) -> Mapping[str, Sequence[str]]:
    """Return for each need the interventions that work and that its findings are about.

    Args:
        graph: All threads of a snapshot.
    """
    found: dict[str, list[str]] = {}
    for iri in graph.of_kind.get("Intervention", ()):
        if verdict_on(graph, iri).works:
            for need in needs_helped(graph, iri):
                found.setdefault(need, []).append(iri)
    return found


def firmest(graph: ThreadGraph, intervention: str) -> tuple[int, int, str]:
    """Return what sorts interventions by the strongest and the most support first.

    Args:
        graph: All threads of a snapshot.
        intervention: The intervention.
    """
    verdict = verdict_on(graph, intervention)
    return -verdict.best, -len(verdict.supporting), graph.label(intervention)


def of_silent(services: int) -> str:
    """Return a sentence on services of which no need is recorded, or nothing.

    Args:
        services: How many there are.
    """
    if not services:
        return ""
    return f" Of {number(services, 'service')} it is not recorded which need is met."


def _by_name(graph: ThreadGraph, groups: Mapping[str, _T]) -> list[tuple[str, _T]]:
    return sorted(groups.items(), key=lambda pair: graph.label(pair[0]))
