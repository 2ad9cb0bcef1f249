"""Signs that rules go by: what words, dates and leads of a plan give away.

They are worked out here and put into the copy of the plan that is checked, so that a rule in
``shapes`` can ask for them. They are never part of the record of a plan, and nobody may hand
in signs of their own.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from rdflib import RDF, XSD, Graph, Literal
from rdflib.term import Node

from cjgraph.shacl._days import day_of
from cjgraph.shacl._leads import leads_outside
from cjgraph.shacl._means import lacking_means
from cjgraph.shacl._measures import empty_measure
from cjgraph.shacl._needs import needs_left
from cjgraph.shacl._phrases import flatten, names_something, vague_words
from cjgraph.shacl._reach import beyond_reach
from cjgraph.shacl._terms import CJ
from cjgraph.shacl._wordings import fault_in

if TYPE_CHECKING:
    from cjgraph.search.encoder import TextEncoder

SIGNS: Final = (
    CJ.vagueWords,
    CJ.lackingMeans,
    CJ.emptyMeasure,
    CJ.beyondReach,
    CJ.leadOutsidePartners,
    CJ.needLeftAlone,
    CJ.checkedOn,
    CJ.oddPeriod,
    CJ.fitsBetter,
)
_OPENING: Final = 5
_SOON: Final = 3
_LONG: Final = 20


def add_signs(data: Graph, plan: Node, *, today: date, encoder: TextEncoder | None = None) -> None:
    """Put the signs of a plan into the copy that is checked.

    Args:
        data: The plan with the terms of the framework; signs are added.
        plan: The plan.
        today: Day of the check.
        encoder: The embedding model; without it nothing is said of what fits better elsewhere.
    """
    for sign in SIGNS:
        data.remove((None, sign, None))
    data.add((plan, CJ.checkedOn, Literal(today.isoformat(), datatype=XSD.date)))
    if odd := _odd_period(data, plan, today):
        data.add((plan, CJ.oddPeriod, Literal(odd)))
    actions = set(data.subjects(RDF.type, CJ.Action)) & set(data.subjects(CJ.ofPlan, plan))
    for action in actions:
        _of_words(data, action)
    for action, lead in leads_outside(data, plan):
        data.add((action, CJ.leadOutsidePartners, Literal(lead)))
    for statement, need in needs_left(data, plan):
        data.add((statement, CJ.needLeftAlone, need))
    if encoder is not None:
        from cjgraph.shacl._misplaced import misplaced

        for item, better in misplaced(data, plan, encoder):
            data.add((item, CJ.fitsBetter, better))


def _of_words(data: Graph, action: Node) -> None:
    text = str(data.value(action, CJ.text) or "")
    for sign, told in (
        (CJ.vagueWords, vague_words(text) or _vague_by_wording(text)),
        (CJ.lackingMeans, lacking_means(text) or fault_in(text, "means_lacking")),
        (CJ.beyondReach, beyond_reach(text) or _beyond_by_wording(text)),
    ):
        if told:
            data.add((action, sign, Literal(told)))
    empty = [empty_measure(str(measure), text) for measure in data.objects(action, CJ.measureText)]
    # One measure that measures is enough, and so is an indicator of the action's own.
    if empty and all(empty) and (action, CJ.measuredBy, None) not in data:
        data.add((action, CJ.emptyMeasure, Literal(sorted(str(words) for words in empty)[0])))


def _vague_by_wording(text: str) -> str | None:
    if names_something(flatten(text)) or not fault_in(text, "vague"):
        return None
    return " ".join(text.split()[:_OPENING]).strip(" ,;:.")


def _beyond_by_wording(text: str) -> str | None:
    words = fault_in(text, "beyond_power")
    return None if words is None else f'"{words}": partners cannot bring this about on their own'


def _odd_period(data: Graph, plan: Node, today: date) -> str | None:
    start, end = (day_of(data, plan, p) for p in (CJ.periodStart, CJ.periodEnd))
    if start is None:
        return None
    if start.timetuple()[:3] > _years_after(today, _SOON):
        return f"starts more than {_SOON} years after the day of this check"
    if end is not None and end.timetuple()[:3] >= _years_after(start, _LONG):
        return f"lasts more than {_LONG} years"
    return None


def _years_after(day: date, years: int) -> tuple[int, int, int]:
    """Return the year, month and day some years on, which may be no day of the calendar."""
    return day.year + years, day.month, day.day
