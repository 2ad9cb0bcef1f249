"""Indicators over time, beside the outcomes that they measure and what services cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cjgraph.namespaces import GEOGRAPHY
from cjgraph.thread._answer import Answer, Value, listed, number
from cjgraph.thread._frame import in_order
from cjgraph.thread._graph import ThreadGraph
from cjgraph.thread._plans import chosen_rows
from cjgraph.thread._queries import values, written
from cjgraph.thread._supply import areas_of, services_in

_NATION: Final = GEOGRAPHY + "S92000003"


@dataclass(frozen=True, slots=True)
class Observation:
    """One observed value.

    Args:
        iri: Its IRI.
        value: The value.
        qualifier: Such as ``"over"``, or None.
        start: First day of its period, or None.
        end: Last day of its period, or None.
        period: The period as written, or None.
    """

    iri: str
    value: float
    qualifier: str | None
    start: date | None
    end: date | None
    period: str | None


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one indicator in one area over time.

    Args:
        indicator: Code of the indicator, or None where a figure belongs to none.
        what: What was observed.
        unit: Its unit.
        area: IRI of the area, or None.
        area_name: Its name, or nothing.
        national: Whether the area is the whole nation.
        service: Name of the service that it is about, or None.
        observations: The values, the oldest first.
        outcomes: Codes of the national outcomes that the indicator measures.
        invented: Whether no one published the figures.
    """

    indicator: str | None
    what: str
    unit: str
    area: str | None
    area_name: str
    national: bool
    service: str | None
    observations: tuple[Observation, ...]
    outcomes: tuple[str, ...]
    invented: bool


@dataclass(frozen=True, slots=True)
class ServiceFigure:
    """What is known of the cost and reach of a service.

    Args:
        iri: Its IRI.
        name: Its name.
        areas: Names of its areas.
        unit_cost: What it costs for each person, or None.
        cost: What it costs those who fund it, or None.
        people_reached: How many people it reached, or None.
        outcomes_achieved: What people achieved, or None.
    """

    iri: str
    name: str
    areas: tuple[str, ...]
    unit_cost: str | None
    cost: str | None
    people_reached: str | None
    outcomes_achieved: str | None


@dataclass(frozen=True, kw_only=True)
class Indicators(Answer):
    """Observed values beside outcomes, and figures of services.

    Args:
        series: The values by indicator and area, those of the nation first.
        services: Figures of services.
        without_observation: Codes of national indicators for which no value is on record.
    """

    series: tuple[Series, ...]
    services: tuple[ServiceFigure, ...]
    without_observation: tuple[str, ...]

    def rows(self) -> list[dict[str, Value]]:
        """Return a line for each value."""
        return [
            {
                "indicator": each.indicator,
                "what": each.what,
                "area": each.area_name or None,
                "service": each.service,
                "period": seen.period or (seen.end.isoformat() if seen.end else None),
                "qualifier": seen.qualifier,
                "value": seen.value,
                "unit": each.unit,
                "outcomes": "; ".join(each.outcomes) or None,
            }
            for each in self.series
            for seen in each.observations
        ]


def indicators(
    graph: ThreadGraph, *, area: str | None = None, indicator: str | None = None
) -> Indicators:
    """Return observed values over time, of an area beside those of the nation.

    Args:
        graph: All threads of a snapshot.
        area: A Partnership or area, told beside the nation; all where it is None.
        indicator: An indicator by code or name; all where it is None.

    Raises:
        UnknownThing: No area or indicator is called that.
    """
    facts = graph.facts
    wanted: frozenset[str] | None = None
    services = list(graph.of_kind.get("Service", ()))
    if area is not None:
        head = chosen_rows(graph, area=area)[0]
        wanted = areas_of(graph, head) | {_NATION}
        services = services_in(graph, head)
    only = graph.find(indicator).iri if indicator is not None else None
    groups: dict[tuple[str, ...], list[str]] = {}
    for iri in facts.every("observedValue"):
        named = facts.one("observedIndicator", iri)
        where = facts.one("observedArea", iri)
        related = facts.all("relatedIndicator", iri)
        if (wanted is not None and where not in wanted) or (
            only is not None and only != named and only not in related
        ):
            continue
        key = (
            named or "",
            facts.one("observedWhat", iri) or "",
            facts.one("unit", iri) or "",
            where or "",
            facts.one("observedService", iri) or "",
        )
        groups.setdefault(key, []).append(iri)
    series = [_series(graph, key, iris) for key, iris in groups.items()]
    series.sort(key=lambda s: (s.indicator or "~", s.what, not s.national, s.area_name))
    observed = {key[0] for key in groups}
    national = graph.of_kind.get("NationalIndicator", ())
    without = tuple(graph.code(i) for i in in_order(graph, national) if i not in observed)
    return Indicators(
        sentence=_sentence(series, without, len(national)),
        query=_query(wanted, only),
        query_note="The query gives the observed values; costs and reach of services are read"
        " beside them.",
        included=tuple(sorted(graph.included)),
        series=tuple(series),
        services=tuple(_figures(graph, services)),
        without_observation=without,
    )


def _query(areas: frozenset[str] | None, indicator: str | None) -> str:
    where = "" if areas is None else values("area", sorted(areas))
    if indicator is not None:
        where += values("wanted", (indicator,))
        where += "  ?observation cj:observedIndicator|cj:relatedIndicator ?wanted .\n"
    area = "  ?observation cj:observedArea ?area .\n"
    return written(
        "SELECT DISTINCT ?observation ?indicator ?what ?area ?end ?value ?unit WHERE {\n"
        + where
        + "  ?observation a cj:Observation ; cj:observedValue ?value .\n"
        + (f"  OPTIONAL {{ {area.strip()} }}\n" if areas is None else area)
        + "  OPTIONAL { ?observation cj:observedIndicator ?indicator }\n"
        "  OPTIONAL { ?observation cj:observedWhat ?what }\n"
        "  OPTIONAL { ?observation cj:unit ?unit }\n"
        "  OPTIONAL { ?observation cj:periodEnd ?end }\n}\nORDER BY ?indicator ?area ?end"
    )


def _series(graph: ThreadGraph, key: tuple[str, ...], iris: Sequence[str]) -> Series:
    facts = graph.facts
    named, what, unit, where, service = key
    seen = [
        Observation(
            iri=iri,
            value=_number(facts.one("observedValue", iri)),
            qualifier=facts.one("valueQualifier", iri),
            start=facts.day("periodStart", iri),
            end=facts.day("periodEnd", iri),
            period=facts.one("periodAsWritten", iri),
        )
        for iri in iris
    ]
    measured = [i for i in facts.back("measuredBy", named) if graph.nodes[i].plan is None]
    return Series(
        indicator=graph.code(named) if named else None,
        what=what,
        unit=unit,
        area=where or None,
        area_name=graph.label(where) if where else "",
        national=where == _NATION,
        service=graph.label(service) if service else None,
        observations=tuple(sorted(seen, key=lambda o: (o.end or date.min, o.iri))),
        outcomes=tuple(sorted(graph.code(i) for i in measured)),
        invented=any(facts.one("isInvented", iri) == "true" for iri in iris),
    )


def _figures(graph: ThreadGraph, services: Sequence[str]) -> list[ServiceFigure]:
    facts = graph.facts
    names = ("unitCost", "serviceCost", "peopleReached", "outcomesAchieved")
    return [
        ServiceFigure(
            iri,
            graph.label(iri),
            tuple(sorted(graph.label(a) for a in facts.all("availableInArea", iri))),
            *(facts.one(name, iri) for name in names),
        )
        for iri in sorted(services, key=graph.label)
        if any(facts.one(name, iri) for name in names)
    ]


def _number(text: str | None) -> float:
    try:
        return float(text or "nan")
    except ValueError:
        return float("nan")


def _sentence(series: Sequence[Series], without: Sequence[str], national: int) -> str:
    if not series:
        return "No observed value is on record for this, so nothing can be told over time."
    values = sum(len(each.observations) for each in series)
    areas = {each.area for each in series if each.area and not each.national}
    said = f"{number(values, 'value is', 'values are')} on record in {len(series)} series"
    said += f", of {number(len(areas), 'area')} beside the nation." if areas else "."
    if without:
        said += (
            f" No value is on record for {len(without)} of {national} national indicators:"
            f" {listed(without, 12)}."
        )
    return said
