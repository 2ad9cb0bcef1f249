"""What a verdict rests on: the plan's area and period, the framework, the checklist as read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Literal

from rdflib import RDF, RDFS, SKOS, Graph
from rdflib.term import Node

from cjgraph.shacl._characters import printable
from cjgraph.shacl._days import day_in_words
from cjgraph.shacl._terms import CJ

Verdict = Literal["present", "partial", "missing", "unknown"]
#: The best of several verdicts on one item counts, as in the score.
_BEST_FIRST: Final[tuple[Verdict, ...]] = ("present", "partial", "missing", "unknown")


@dataclass(frozen=True)
class Basis:
    """What a verdict rests on.

    Args:
        area: Area of the plan, as written; empty where none was found.
        start: First day of the plan, or None.
        end: Last day of the plan, or None.
        edition: Name of the national framework that the plan is judged by.
        edition_iri: Its address, for the report in Turtle; empty where there is none.
        why: Why that framework, in a sentence.
        verdicts: Verdict on each checklist item that the plan's reading holds one for.
        items: Names of the checklist items by their numbers.
        outcomes: How many national outcomes the framework has; 0 where that is not known.
    """

    area: str = ""
    start: date | None = None
    end: date | None = None
    edition: str = ""
    edition_iri: str = ""
    why: str = ""
    verdicts: Mapping[int, Verdict] = field(default_factory=dict)
    items: Mapping[int, str] = field(default_factory=dict)
    outcomes: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return the keys that the report adds to its own."""
        return {
            "area": self.area,
            "period": {
                "start": None if self.start is None else self.start.isoformat(),
                "end": None if self.end is None else self.end.isoformat(),
            },
            "judged_by": {"title": self.edition, "why": self.why},
            "checklist": {str(item): verdict for item, verdict in sorted(self.verdicts.items())},
        }


def basis_of(data: Graph, plan: Node) -> Basis:
    """Read what a verdict rests on.

    Args:
        data: The plan with the terms of the framework.
        plan: The plan.
    """
    start, end = _day(data, plan, CJ.periodStart), _day(data, plan, CJ.periodEnd)
    edition = data.value(plan, CJ.judgedAgainst)
    return Basis(
        area=_words(data.value(plan, CJ.planArea)),
        start=start,
        end=end,
        edition="" if edition is None else _words(data.value(edition, RDFS.label)),
        edition_iri="" if edition is None else str(edition),
        why=_why(data, plan, edition, start),
        verdicts=_verdicts(data, plan),
        items=_items(data),
        outcomes=0 if edition is None else _outcomes(data, edition),
    )


def _why(data: Graph, plan: Node, edition: Node | None, start: date | None) -> str:
    if edition is None:
        return "The plan names no national framework, and no first day to tell it by."
    if start is None:
        return f"No first day was found in the plan, {_without_day(data, plan, edition)}"
    begun = _day(data, edition, CJ.validFrom)
    if begun is None:
        return "The plan itself names it."
    if start < begun:
        return "The plan begins before any framework that is known here, so the first one counts."
    today = _day(data, plan, CJ.checkedOn)
    if today is not None and start > today:
        return (
            f"The plan begins on {day_in_words(start)}, which is still to come; this is the "
            "latest framework that is known for that day."
        )
    return f"It was in force on the first day of the plan, {day_in_words(start)}."


def _without_day(data: Graph, plan: Node, edition: Node) -> str:
    if data.value(plan, CJ.writtenAgainst) == edition:
        return "so it is judged by the framework that it was written to."
    own = set(data.subjects(CJ.ofPlan, plan)) & set(data.subjects(RDF.type, CJ.LocalOutcome))
    linked = {o for thing in own for o in data.objects(thing, CJ.localOutcomeForOutcome)}
    if any((outcome, CJ.inEdition, edition) in data for outcome in linked):
        return "so it is judged by the framework whose outcomes it uses; it names none itself."
    return (
        "and nothing in it tells which framework it was written to; this one is only taken "
        "for want of a better. Write the first day of the plan to settle it."
    )


def _outcomes(data: Graph, edition: Node) -> int:
    kinds = (CJ.NationallyDeterminedOutcome, CJ.CommonOutcome)
    outcomes = {o for kind in kinds for o in data.subjects(RDF.type, kind)}
    return sum((outcome, CJ.inEdition, edition) in data for outcome in outcomes)


def _verdicts(data: Graph, plan: Node) -> dict[int, Verdict]:
    found: dict[int, Verdict] = {}
    for holder in data.subjects(CJ.ofPlan, plan):
        item, given = data.value(holder, CJ.addressesItem), data.value(holder, CJ.hasVerdict)
        number = str(item).rsplit("/", 1)[-1]
        verdict = next((v for v in _BEST_FIRST if str(given).rsplit("/", 1)[-1] == v), None)
        if given is None or verdict is None or not number.isdecimal():
            continue
        known = found.get(int(number), "unknown")
        found[int(number)] = min(known, verdict, key=_BEST_FIRST.index)
    return found


def _items(data: Graph) -> dict[int, str]:
    named = {
        str(data.value(item, SKOS.notation)): _words(data.value(item, SKOS.prefLabel))
        for item in data.subjects(RDF.type, CJ.ChecklistItem)
    }
    return {int(number): name for number, name in named.items() if number.isdecimal()}


def _day(data: Graph, thing: Node, predicate: Node) -> date | None:
    try:
        return date.fromisoformat(str(data.value(thing, predicate))[:10])
    except ValueError:
        return None


def _words(value: Node | None) -> str:
    return "" if value is None else " ".join(printable(str(value)).split())
