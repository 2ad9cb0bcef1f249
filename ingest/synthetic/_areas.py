"""What a synthetic area has beside its plans: bodies, services, figures and reports."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random
from typing import Final

from pyoxigraph import Triple

from cjgraph.namespaces import thing

from ._bodies import (
    CHARITIES,
    NATION,
    need,
    organization,
    write_local_bodies,
    write_national_bodies,
)
from ._faults import SHARE
from ._places import Place
from ._plans import PlanDraft
from ._statements import Statements
from ._words import themes

#: Financial years that have figures, by the year in which they begin.
YEARS: Final = tuple(range(2018, 2025))
#: Code of the indicator; what is counted; unit; cases a year per 100,000 people, or per cent.
_INDICATORS: Final = (
    ("ni-1", "diversion cases completed", "cases", 38.0),
    ("ni-2", "referrals from custody centres", "referrals", 60.0),
    ("ni-3", "bail supervision cases completed", "cases", 12.0),
    ("ni-4", "community payback orders completed", "per cent", 71.0),
    ("ni-5", "transfers of treatment from custody", "transfers", 22.0),
    ("ni-6", "homelessness applications from prison", "applications", 33.0),
    ("ni-7", "people with convictions who use employability services", "people", 75.0),
    ("ni-8", "voluntary throughcare cases begun", "cases", 40.0),
    ("ni-9", "people who support community sentences", "per cent", 64.0),
    ("ni-10", "community sentences among short and community sentences", "per cent", 78.0),
)
_STATES: Final = ("done", "on-course", "late", "dropped", "not-mentioned")
_STATE_WEIGHTS: Final = (0.35, 0.30, 0.15, 0.05, 0.15)
_SAID: Final = {"done": "Completed", "on-course": "Green", "late": "Amber", "dropped": "Stopped"}

_SUBSTANCES: Final = ("alcohol", "drugs", "substance_use")

#: Sum of the counts and of the shares, with how many areas gave one.
Totals = Counter[tuple[str, int]]


def area_needs(place: Place, *, seed: int) -> tuple[str, ...]:
    """Return the codes of the needs of an area, four to eight of them."""
    draw = Random(f"{seed}/{place.slug}/needs")  # noqa: S311 - nothing secret
    known = {code for theme in themes() for code in theme.needs}
    # Each plan speaks of drugs, of alcohol or of both in one word, so that no need is met twice.
    known -= set(_SUBSTANCES) - {draw.choice(_SUBSTANCES)}
    return tuple(sorted(draw.sample(sorted(known), draw.randint(4, 8))))


def needs_without_service(place: Place, *, seed: int) -> frozenset[str]:
    """Return the needs of an area that no service is for."""
    draw = Random(f"{seed}/{place.slug}/gaps")  # noqa: S311 - nothing secret
    share = SHARE["need_without_service"]
    return frozenset(code for code in area_needs(place, seed=seed) if draw.random() < share)


def area_statements(
    place: Place, plans: list[PlanDraft], *, seed: int, source: str, totals: Totals
) -> list[Triple]:
    """Return what is said of one area, its plans left out.

    Args:
        place: The area.
        plans: Its plans, for the annual reports and the actions that services are for.
        seed: What decides everything that is drawn.
        source: IRI of what it was made from.
        totals: Gains the figures of the area.
    """
    draw = Random(f"{seed}/{place.slug}/area")  # noqa: S311 - nothing secret
    out = Statements(source)
    area = out.start(thing("area", place.slug), "Area", f"Synthetic: {place.name}")
    out.invented(area)
    out.link(area, "withinArea", thing("area", NATION))
    write_local_bodies(out, place, area)
    _services(out, place, area, plans, draw, needs_without_service(place, seed=seed))
    _figures(out, place, area, draw, totals)
    for plan in plans:
        _report(out, plan, draw)
    return out.triples


def nation_statements(totals: Totals, *, source: str) -> list[Triple]:
    """Return what is said of the synthetic nation: its bodies and the sums of all areas."""
    out = Statements(source)
    nation = out.start(thing("area", NATION), "Area", "Synthetic: the nation of all its areas")
    out.invented(nation)
    write_national_bodies(out, nation)
    for code, what, unit, _ in _INDICATORS:
        for year in YEARS:
            value = totals[code, year]
            if unit == "per cent":
                value = round(value / max(totals["areas", year], 1))
            _figure(out, NATION, nation, code, what, unit, year, value)
    return out.triples


def _services(
    out: Statements,
    place: Place,
    area: str,
    plans: list[PlanDraft],
    draw: Random,
    gaps: frozenset[str],
) -> None:
    number = 0
    wanted = plans[-1].needs if plans else ()
    for code in (code for code in wanted if code not in gaps):
        theme = draw.choice([theme for theme in themes() if code in theme.needs])
        for _ in range(draw.choice((1, 1, 2))):
            number += 1
            charity = draw.choice(CHARITIES)
            places_ = max(5, round(place.people / 100_000 * draw.uniform(8, 40)))
            cost = round(draw.uniform(600, 4200), -1)
            name = f"{place.name} {code.replace('_', ' ')} service {number}"
            iri = thing("service", f"{place.slug}-{number}")
            node = out.start(iri, "Service", f"Synthetic: {name}")
            out.invented(node)
            out.link(node, "providedBy", organization(place.slug, charity))
            out.link(node, "availableInArea", area)
            out.link(node, "addressesNeed", need(code))
            out.link(node, "forPopulation", thing("population", theme.population))
            out.link(
                node, "usesIntervention", thing("intervention", draw.choice(theme.interventions))
            )
            out.text(node, "serviceStatus", "active")
            out.text(node, "serviceCapacity", f"{places_} places at a time")
            out.text(node, "serviceCost", f"£{places_ * cost:,.0f} a year")
            out.text(node, "unitCost", f"£{cost:,.0f} per person, 2024/25")
            reached = round(places_ * draw.uniform(0.6, 2.4))
            out.text(node, "peopleReached", f"{reached} people in 2024/25, by its own count")
            out.text(node, "fundingSource", draw.choice(("Council", "Health board", "Grant")))
            out.day(node, "fundedFrom", date(2024, 4, 1))
            out.day(node, "fundedTo", date(draw.choice((2025, 2026, 2027)), 3, 31))
            out.truth(node, "isSpecialist", draw.random() < 0.3)
            for plan in plans:
                fitting = [a for a in plan.actions if code in a.needs]
                if fitting:
                    action = f"{thing('plan', plan.path)}/action/{draw.choice(fitting).id}"
                    out.link(node, "serviceForAction", action)


def _figures(out: Statements, place: Place, area: str, draw: Random, totals: Totals) -> None:
    for code, what, unit, usual in _INDICATORS:
        level = draw.uniform(0.9, 1.1) if unit == "per cent" else draw.uniform(0.6, 1.5)
        trend = draw.uniform(-0.03, 0.06)
        for year in YEARS:
            change = (1 + trend) ** (year - YEARS[0]) * draw.uniform(0.95, 1.05)
            if unit == "per cent":
                value = min(round(usual * level * (0.5 + 0.5 * change)), 97)
            else:
                value = round(usual * level * change * place.people / 100_000)
            totals[code, year] += value
            _figure(out, place.slug, area, code, what, unit, year, value)
    totals.update(("areas", year) for year in YEARS)


def _figure(
    out: Statements, home: str, area: str, code: str, what: str, unit: str, year: int, value: int
) -> None:
    period = f"{year}/{(year + 1) % 100:02d}"
    iri = thing("observation", f"{home}-{code}-{year}")
    node = out.start(iri, "Observation", f"Synthetic: {what}, {period}")
    out.invented(node)
    out.link(node, "observedIndicator", thing("indicator", code))
    out.link(node, "observedArea", area)
    out.text(node, "observedWhat", what)
    out.share(node, "observedValue", value)
    out.text(node, "unit", unit)
    out.text(node, "periodAsWritten", period)
    out.day(node, "periodStart", date(year, 4, 1))
    out.day(node, "periodEnd", date(year + 1, 3, 31))


def _report(out: Statements, plan: PlanDraft, draw: Random) -> None:
    """Write what the last annual report of a plan says of some of its actions."""
    first = plan.period.last - 1
    iri = thing("report", f"{plan.place.slug}/{first}-{first + 1}")
    title = f"Synthetic: {plan.place.name} annual report {first} to {first + 1}"
    report = out.start(iri, "AnnualReport", title)
    out.invented(report)
    out.truth(report, "checkedByPerson", False)
    out.text(report, "planArea", plan.place.name)
    out.link(report, "reportsOnPlan", thing("plan", plan.path))
    out.day(report, "periodStart", date(first, 4, 1))
    out.day(report, "periodEnd", plan.period.end)
    for action in plan.actions:
        if draw.random() > 0.5:
            continue
        state = draw.choices(_STATES, _STATE_WEIGHTS)[0]
        label = f"Synthetic: {state.replace('-', ' ')}: {action.text}"
        node = out.start(f"{iri}/action/{action.id}", "ProgressStatement", label)
        out.link(node, "ofReport", iri)
        out.link(node, "aboutAction", f"{thing('plan', plan.path)}/action/{action.id}")
        out.link(node, "progressState", thing("progress-state", state))
        if state in _SAID:
            out.text(node, "statusAsWritten", _SAID[state])
            out.share(node, "matchConfidence", 1.0)
