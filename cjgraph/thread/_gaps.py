"""Gap analysis: people's needs, the services that are there, and what evidence says works."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from cjgraph.thread._answer import Answer, Value, listed, number
from cjgraph.thread._gap_finders import (
    NATION,
    REMEDIES,
    Gap,
    NeedCell,
    NotKnown,
    backed,
    doubled_actions,
    doubled_services,
    firmest,
    helping_by_need,
    needs_without_service,
    not_known,
    of_silent,
    services_without_evidence,
    services_without_need,
    untried,
)
from cjgraph.thread._gap_queries import gap_queries
from cjgraph.thread._graph import ThreadGraph
from cjgraph.thread._plans import Plans, Row, chosen_rows, counted, said_of_rows
from cjgraph.thread._supply import (
    Supply,
    akin,
    met_by,
    open_service,
    supply_of,
    used_by,
    verdict_on,
    wider,
)


@dataclass(frozen=True, kw_only=True)
class Gaps(Answer):
    """The gaps of each row and of the nation.

    Args:
        gaps: The gaps, row by row, those of the nation last.
        not_known: What no gap can be told of.
        row_heads: The rows that were looked at.
        needs: Each need of each row that has a plan.
        queries: For each kind of gap, SPARQL that tells of it.
    """

    gaps: tuple[Gap, ...]
    not_known: tuple[NotKnown, ...]
    row_heads: tuple[Row, ...]
    needs: tuple[NeedCell, ...]
    queries: Mapping[str, str]

    def matrix(self) -> tuple[NeedCell, ...]:
        """Return each need of each row that has a plan."""
        return self.needs

    def rows(self) -> list[dict[str, Value]]:
        """Return a line for each gap, then one for each thing that is not known."""
        told: list[dict[str, Value]] = [
            {
                "kind": gap.kind,
                "area": gap.row_name,
                "need": gap.need,
                "intervention": gap.intervention,
                "what": gap.sentence,
                "remedy": gap.remedy,
                "strength": gap.strength,
                "findings": len(gap.evidence),
                "sure": gap.sure,
            }
            for gap in self.gaps
        ]
        return told + [
            {
                **dict.fromkeys(("need", "intervention", "remedy", "strength"), None),
                "kind": "not_known",
                "area": each.row_name,
                "what": each.sentence,
                "findings": 0,
                "sure": None,
            }
            for each in self.not_known
        ]


@dataclass(slots=True)
class _Found:
    gaps: list[Gap] = field(default_factory=list)
    not_known: list[NotKnown] = field(default_factory=list)
    needs: list[NeedCell] = field(default_factory=list)


def gaps(
    graph: ThreadGraph,
    *,
    area: str | None = None,
    plans: Plans = "in_force",
    on: date | None = None,
) -> Gaps:
    """Find gaps between people's needs, services and what evidence says works.

    A gap is told only where both sides are in the data: a Partnership without a plan, or
    an area without a recorded service, is told as not known.

    Args:
        graph: All threads of a snapshot.
        area: A Partnership, area or plan; every row and the nation where it is None.
        plans: Which editions of plans count.
        on: The day for which editions are chosen; today where it is None.

    Raises:
        UnknownThing: No Partnership, area or plan is called that.

    Source:
        Smart and Social Justice (2019), page 26.
    """
    heads = chosen_rows(graph, plans=plans, on=on, area=area)
    found = _Found()
    supplies = []
    helping = helping_by_need(graph)
    for head in heads:
        if head.plans:
            supply = supply_of(graph, head)
            supplies.append((head, supply))
            _of_row(graph, head, supply, helping, found)
    if area is None:
        _of_nation(graph, supplies, helping, found)
    queries = gap_queries(counted(heads), nation=area is None)
    return Gaps(
        sentence=_sentence(heads, found),
        query=queries["need_without_service"],
        query_note="The query gives the needs without a service; 'queries' has one for each kind"
        " of gap.",
        included=tuple(sorted(graph.included)),
        gaps=tuple(found.gaps),
        not_known=tuple(found.not_known),
        row_heads=tuple(heads),
        needs=tuple(found.needs),
        queries=queries,
    )


def _of_row(
    graph: ThreadGraph,
    head: Row,
    supply: Supply,
    helping: Mapping[str, Sequence[str]],
    found: _Found,
) -> None:
    needs = graph.of_kind.get("Need", ())
    for need in needs:
        found.needs.append(
            NeedCell(
                head.key,
                head.name,
                graph.label(need),
                len(supply.named.get(need, ())),
                len(supply.actions.get(need, ())),
                len(supply.by_need.get(need, ())),
                len(helping.get(need, ())),
            )
        )
    found.not_known += not_known(graph, head, supply)
    if supply.by_need:
        found.gaps += needs_without_service(graph, head, supply)
    if supply.named:
        found.gaps += services_without_need(graph, head, supply)
    found.gaps += services_without_evidence(graph, (head.key, head.name), supply.services)
    found.gaps += untried(graph, head, supply, helping)
    found.gaps += doubled_services(graph, (head.key, head.name), supply.services)
    found.gaps += doubled_actions(graph, head)


def _of_nation(
    graph: ThreadGraph,
    supplies: Sequence[tuple[Row, Supply]],
    helping: Mapping[str, Sequence[str]],
    found: _Found,
) -> None:
    """Add the gaps that hold for all areas together."""
    services = [s for s in graph.of_kind.get("Service", ()) if open_service(graph, s)]
    seen = {s for _, supply in supplies for s in supply.services}
    found.gaps += services_without_evidence(graph, NATION, (s for s in services if s not in seen))
    there = {w for iri in graph.attached for i in used_by(graph, iri) for w in wider(graph, i)}
    named = {need for _, supply in supplies for need in supply.named}
    for iri in sorted(graph.of_kind.get("Intervention", ()), key=lambda i: firmest(graph, i)):
        if iri in there or not verdict_on(graph, iri).works:
            continue
        needs = sorted(graph.label(n) for n in _helping_needs(helping, iri, named))
        found.gaps.append(backed(graph, NATION, iri, listed(needs) or None))
    met = {need for s in services for need in met_by(graph, s)}
    silent = sum(not met_by(graph, s) for s in services)
    for need in sorted(named, key=graph.label) if met else ():
        if any(akin(graph, need, other) for other in met):
            continue
        areas = [head.name for head, supply in supplies if need in supply.named]
        name = graph.label(need)
        found.gaps.append(
            Gap(
                "need_without_service",
                *NATION,
                name,
                None,
                (need,),
                f"{number(len(areas), 'plan')} {'names' if len(areas) == 1 else 'name'} the need"
                f" '{name}' ({listed(areas)}), and no service on record anywhere is said to meet"
                f" it.{of_silent(silent)}",
                REMEDIES["need_without_service"],
                sure="possible" if silent else "likely",
            )
        )
    if not services:
        found.not_known.append(
            NotKnown(*NATION, "services", "No service is on record, so no need can be told as met.")
        )
    if not supplies:
        found.not_known.append(
            NotKnown(*NATION, "needs", "No plan is loaded, so no need of any area is known.")
        )


def _helping_needs(
    helping: Mapping[str, Sequence[str]], intervention: str, named: Iterable[str]
) -> list[str]:
    """Return the needs that an intervention helps with, of those that are named.

    Args:
        helping: For a need, the interventions that help with it.
        intervention: The intervention.
        named: Needs that plans name.
    """
    return [need for need in named if intervention in helping.get(need, ())]


def _sentence(heads: Sequence[Row], found: _Found) -> str:
    counts: dict[str, int] = {}
    for gap in found.gaps:
        counts[gap.kind] = counts.get(gap.kind, 0) + 1
    said = [said_of_rows(heads)]
    if counts:
        words = {
            "need_without_service": ("need without a service", "needs without a service"),
            "service_without_need": (
                "service without a named need",
                "services without a named need",
            ),
            "service_without_evidence": (
                "service without supporting evidence",
                "services without supporting evidence",
            ),
            "evidence_backed_intervention_nobody_provides": (
                "supported intervention that is not used",
                "supported interventions that are not used",
            ),
            "duplication": ("possible duplication", "possible duplications"),
        }
        said.append("Found: " + listed((number(n, *words[k]) for k, n in counts.items())) + ".")
    else:
        said.append("No gap can be told from what is loaded.")
    if found.not_known:
        said.append(
            f"{number(len(found.not_known), 'matter')} could not be judged,"
            f" such as: {found.not_known[0].sentence}"
        )
    return " ".join(said)
