"""Which framework edition a plan is judged by: the one in force on its first day."""

from __future__ import annotations

from datetime import date
from typing import Final

from rdflib import RDF, Graph, Literal
from rdflib.term import Node

from cjgraph.shacl._terms import CJ

_OUTCOMES: Final = (CJ.NationallyDeterminedOutcome, CJ.CommonOutcome)


def settle_edition(data: Graph, plan: Node) -> None:
    """Set the edition that a plan is judged by, whatever the plan says of itself.

    A plan with a first day is judged by the edition in force then. One without is judged by
    the edition that it says it is written to or, where it says nothing, by the edition that
    most of its links lead to. Where none of these is known, what the plan says stands.

    Args:
        data: The plan with the terms of the framework; its ``cj:judgedAgainst`` is replaced.
        plan: The plan.
    """
    editions = _with_outcomes(data)
    start = data.value(plan, CJ.periodStart)
    day = start.value if isinstance(start, Literal) else None
    # A date with a time of day is no first day; the rules on data speak of it.
    judging = _in_force(data, editions, day) if type(day) is date else None
    if judging is None:
        said, written = data.value(plan, CJ.judgedAgainst), data.value(plan, CJ.writtenAgainst)
        known = (written, _most_linked(data, editions), said)
        judging = next((edition for edition in known if edition in editions), None)
    if judging is not None:
        data.set((plan, CJ.judgedAgainst, judging))


def _with_outcomes(data: Graph) -> list[Node]:
    """Editions that set community justice outcomes, in a steady order."""
    found = {
        edition
        for kind in _OUTCOMES
        for outcome in data.subjects(RDF.type, kind)
        for edition in data.objects(outcome, CJ.inEdition)
    }
    return sorted(found, key=str)


def _in_force(data: Graph, editions: list[Node], day: date) -> Node | None:
    """The edition in force on a day; of a day before the first edition, the first."""
    begun = []
    for edition in editions:
        first = data.value(edition, CJ.validFrom)
        if isinstance(first, Literal) and isinstance(first.value, date):
            begun.append((first.value, edition))
    begun.sort(key=lambda pair: (pair[0], str(pair[1])))
    held = [edition for first, edition in begun if first <= day]
    return held[-1] if held else begun[0][1] if begun else None


def _most_linked(data: Graph, editions: list[Node]) -> Node | None:
    counts = dict.fromkeys(editions, 0)
    for _, outcome in data.subject_objects(CJ.localOutcomeForOutcome):
        for edition in data.objects(outcome, CJ.inEdition):
            if edition in counts:
                counts[edition] += 1
    best = max(counts.values(), default=0)
    return next((e for e in reversed(editions) if counts[e] == best), None) if best else None
