"""Which years count as short, medium and long term when a plan is checked.

The framework of 2019 gives different spans in different places, so the spans are data and
the set of them that a check uses is a choice.
Source: Smart and Social Justice (2019), pp. 9 and 49.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from rdflib import RDFS, SKOS, Graph, Literal
from rdflib.term import Node

from cjgraph.errors import UnknownThing
from cjgraph.shacl._terms import CJ

_YEAR: Final = re.compile(r"\b20\d\d\b")
#: A year stands near the head of what is said of a term; later ones may be of anything.
_LONGEST: Final = 400


class Span(NamedTuple):
    """One term with its first and last year, counted from the first day of a plan."""

    node: Node
    band: Node
    first: int
    last: int


def spans(framework: Graph, time_bands: str | None = None) -> tuple[Span, ...]:
    """Return the spans that a check uses, the nearest first; none where no data has them.

    Args:
        framework: A graph with the vocabulary of time bands.
        time_bands: Name of a set of spans, such as ``definitions``; None for the usual one.

    Raises:
        UnknownThing: There is no such set.
    """
    known = sorted({str(name) for name in framework.objects(None, CJ.spanSet)})
    chosen = bands_used(framework, time_bands)
    if time_bands is not None and time_bands not in known:
        raise UnknownThing(
            f"There are no time bands called '{time_bands}'.",
            hint=f"There are {', '.join(known)}." if known else None,
        )
    found = []
    for node in framework.subjects(CJ.spanSet, Literal(chosen)):
        band = framework.value(node, SKOS.broader)
        first = framework.value(node, CJ.spanFromYears)
        last = framework.value(node, CJ.spanToYears)
        if band is not None and first is not None and last is not None:
            found.append(Span(node, band, int(str(first)), int(str(last))))
    return tuple(sorted(found, key=lambda span: (span.first, span.last, str(span.node))))


def bands_used(framework: Graph, time_bands: str | None) -> str:
    """Return the name of the set of spans that a check uses.

    Args:
        framework: A graph with the vocabulary of time bands.
        time_bands: Name of a set of spans; None for the usual one.
    """
    usual = str(next(framework.objects(None, CJ.defaultSpanSet), ""))
    return usual if time_bands is None else time_bands


def mark_years(data: Graph, plan: Node, framework: Graph, *, time_bands: str | None = None) -> None:
    """Mark statements that speak of one term and name a year of another.

    Args:
        data: The plan with the terms of the framework; gains ``cj:yearInSpan``.
        plan: The plan.
        framework: A graph with the vocabulary of time bands.
        time_bands: Name of a set of spans; None for the usual one.

    Raises:
        UnknownThing: There is no such set of spans.
    """
    chosen = spans(framework, time_bands)
    # Nobody may hand in marks of their own.
    data.remove((None, CJ.yearInSpan, None))
    start = _year(data.value(plan, CJ.periodStart))
    if not chosen or start is None:
        return
    terms: dict[Node, set[str]] = {}
    for statement, part in data.subject_objects(CJ.addressesItem):
        if spoken := re.fullmatch(r".*/2-(\w+)-term", str(part)):
            terms.setdefault(statement, set()).add(spoken[1])
    for statement, said in terms.items():
        years = _YEAR.findall(str(data.value(statement, CJ.text) or "")[:_LONGEST])
        # What speaks of several terms does not say which of them its year is for.
        if len(said) > 1 or not years:
            continue
        # Of "between 2024 and 2029", the last year is the one that the term ends in.
        away = max(int(year) for year in years) - start
        near = _nearest(chosen, away)
        if away >= 0 and not any(str(span.band).rpartition("/")[2] in said for span in near):
            data.add((statement, CJ.yearInSpan, near[0].node))
            for words in framework.objects(near[0].node, SKOS.prefLabel):
                data.add((near[0].node, RDFS.label, words))


def _nearest(chosen: tuple[Span, ...], away: int) -> tuple[Span, ...]:
    """The spans that a year falls in; in a gap between two, the nearer or both."""
    gaps = [max(span.first - away, away - span.last, 0) for span in chosen]
    return tuple(span for span, gap in zip(chosen, gaps, strict=True) if gap == min(gaps))


def _year(value: Node | None) -> int | None:
    day = value.value if isinstance(value, Literal) else None
    return day.year if isinstance(day, date) else None
