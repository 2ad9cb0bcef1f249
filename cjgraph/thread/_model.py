"""The long term model: what comes first, what rests on it, and how far each plan fills it in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cjgraph.thread._answer import Answer, Value, number
from cjgraph.thread._graph import ThreadGraph
from cjgraph.thread._plans import PlanEdition, Plans, Row, chosen_rows, said_of_rows
from cjgraph.thread._queries import written
from cjgraph.thread._reach import ITEM_KINDS, plan_reach

_DAYS_A_YEAR: Final = 365.25


@dataclass(frozen=True, slots=True)
class Term:
    """Short, medium or long term.

    Args:
        code: The end of its IRI: ``short``, ``medium`` or ``long``.
        label: Its name.
        from_years: Where its span begins, in years, or None.
        to_years: Where its span ends, in years, or None.
    """

    code: str
    label: str
    from_years: float | None
    to_years: float | None


@dataclass(frozen=True, slots=True)
class ModelLine:
    """One line of the model: of the national one, or of a plan.

    Args:
        term: Code of the term, or None where no day tells it.
        kind: ``outcome``, ``objective``, ``action``, ``input`` or ``output``.
        text: Its words.
        thing: Its IRI.
        row: Key of the row, or None in the national model.
        row_name: Its name, or nothing.
        depends_on: IRIs of the lines that it rests on.
        why: What the term was told from.
    """

    term: str | None
    kind: str
    text: str
    thing: str
    row: str | None
    row_name: str
    depends_on: tuple[str, ...]
    why: str


@dataclass(frozen=True, kw_only=True)
class LongTermModel(Answer):
    """The model of the framework, and the same filled in from plans.

    Args:
        terms: The terms, the nearest first, with the spans of the framework's definitions.
        national: The outcomes of the framework's own model, in its order.
        inputs: Its inputs.
        outputs: Its outputs.
        local: What the plans have for it.
        row_heads: The rows that were looked at.
    """

    terms: tuple[Term, ...]
    national: tuple[ModelLine, ...]
    inputs: tuple[ModelLine, ...]
    outputs: tuple[ModelLine, ...]
    local: tuple[ModelLine, ...]
    row_heads: tuple[Row, ...]

    def rows(self) -> list[dict[str, Value]]:
        """Return a line for each line of the models."""
        words = {
            line.thing: line.text
            for part in (self.inputs, self.outputs, self.national, self.local)
            for line in part
        }
        return [
            {
                "area": line.row_name or None,
                "kind": line.kind,
                "term": line.term,
                "words": line.text,
                "rests_on": "; ".join(words.get(d, d) for d in line.depends_on) or None,
                "why": line.why,
            }
            for part in (self.inputs, self.outputs, self.national, self.local)
            for line in part
        ]


def long_term_model(
    graph: ThreadGraph,
    *,
    area: str | None = None,
    plans: Plans = "in_force",
    on: date | None = None,
) -> LongTermModel:
    """Return the long term model of the framework, filled in from plans.

    An action is put into a term by its day, counted from the first day of its plan; what
    rests on actions is put into the term of the last of them.

    Args:
        graph: All threads of a snapshot.
        area: A Partnership, area or plan; all where it is None.
        plans: Which editions of plans count.
        on: The day for which editions are chosen; today where it is None.

    Raises:
        UnknownThing: No Partnership, area or plan is called that.

    Source:
        Smart and Social Justice (2019), pages 8, 9 and 49.
    """
    heads = chosen_rows(graph, plans=plans, on=on, area=area)
    terms = _terms(graph)
    national = _national(graph, terms)
    local = tuple(
        line for head in heads for plan in head.plans for line in _filled(graph, head, plan, terms)
    )
    return LongTermModel(
        sentence=_sentence(heads, terms, national, local),
        query=written(
            "SELECT ?outcome ?term ?related WHERE {\n"
            "  ?outcome a cj:ModelOutcome ; cj:inTimeBand ?term ; cj:position ?position .\n"
            "  OPTIONAL { ?outcome skos:related ?related }\n}\nORDER BY ?position"
        ),
        query_note="The query gives the outcomes of the framework's own model; what plans have for"
        " it is put into terms by the days of their actions.",
        included=tuple(sorted(graph.included)),
        terms=terms,
        national=national,
        inputs=_listed(graph, "ModelInput", "input"),
        outputs=_listed(graph, "ModelOutput", "output"),
        local=local,
        row_heads=tuple(heads),
    )


def _terms(graph: ThreadGraph) -> tuple[Term, ...]:
    facts = graph.facts
    sets = {v for values in facts.every("defaultSpanSet").values() for v in values}
    terms = []
    for band in _in_order(graph, graph.of_kind.get("TimeBand", ())):
        spans = [
            span
            for span in facts.back("broader", band)
            if sets.intersection(facts.all("spanSet", span))
        ]
        ends = [
            _years(facts.one(name, span))
            for span in spans[:1]
            for name in ("spanFromYears", "spanToYears")
        ]
        low, high = ends if len(ends) == 2 else (None, None)
        terms.append(Term(band.rsplit("/", 1)[-1], graph.label(band), low, high))
    return tuple(terms)


def _national(graph: ThreadGraph, terms: Sequence[Term]) -> tuple[ModelLine, ...]:
    """Return the outcomes of the framework's model; one rests on those related in a nearer term."""
    facts = graph.facts
    order = {term.code: at for at, term in enumerate(terms)}
    term_of = {
        iri: (facts.one("inTimeBand", iri) or "").rsplit("/", 1)[-1]
        for iri in graph.of_kind.get("ModelOutcome", ())
    }
    lines = []
    for iri in _in_order(graph, term_of):
        related = {*facts.all("related", iri), *facts.back("related", iri)}
        nearer = [r for r in related if order.get(term_of.get(r, ""), 9) < order[term_of[iri]]]
        words = graph.label(iri)
        why = "The framework puts it there."
        lines.append(
            ModelLine(term_of[iri], "outcome", words, iri, None, "", tuple(sorted(nearer)), why)
        )
    return tuple(sorted(lines, key=lambda line: order.get(line.term or "", 9)))


def _listed(graph: ThreadGraph, kind: str, name: str) -> tuple[ModelLine, ...]:
    return tuple(
        ModelLine(None, name, graph.label(iri), iri, None, "", (), "The framework lists it.")
        for iri in _in_order(graph, graph.of_kind.get(kind, ()))
    )


def _filled(
    graph: ThreadGraph, head: Row, plan: PlanEdition, terms: Sequence[Term]
) -> Iterator[ModelLine]:
    """Yield what a plan has: its actions by day, and what rests on them."""
    items = plan_reach(graph, plan.iri).items
    years: dict[str, float | None] = {}
    names = ("action", "objective", "outcome")
    for name, kind in zip(names, ITEM_KINDS, strict=True):
        for iri in items[kind]:
            below = tuple(
                source
                for source, edge in graph.down.get(iri, ())
                if not edge.judged and source in years
            )
            if name == "action":
                years[iri] = _after(graph.facts.day("due", iri), plan.start)
                why = "By its day, counted from the first day of the plan."
            else:
                known = [y for y in (years[b] for b in below) if y is not None]
                years[iri] = max(known, default=None)
                why = "By the last of the actions that it rests on."
            term = _term(years[iri], terms)
            why = why if term else "No day tells the term."
            label = graph.label(iri)
            yield ModelLine(term, name, label, iri, head.key, head.name, below, why)


def _term(years: float | None, terms: Sequence[Term]) -> str | None:
    """Return the first term whose span has not ended; the last has no end."""
    if years is None or not terms:
        return None
    ending = (t.code for t in terms[:-1] if t.to_years is not None and years <= t.to_years)
    return next(ending, terms[-1].code)


def _after(day: date | None, start: date | None) -> float | None:
    if day is None or start is None:
        return None
    # The last day of a year's plan is within that year.
    return max(0.0, (day - start).days / _DAYS_A_YEAR)


def _years(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None


def _in_order(graph: ThreadGraph, iris: Sequence[str] | dict[str, str]) -> list[str]:
    def place(iri: str) -> tuple[float, str]:
        return _years(graph.facts.one("position", iri)) or 0.0, iri

    return sorted(iris, key=place)


def _sentence(
    heads: Sequence[Row],
    terms: Sequence[Term],
    national: Sequence[ModelLine],
    local: Sequence[ModelLine],
) -> str:
    if not national:
        return "The long term model of the framework is not loaded."
    counts = [sum(line.term == term.code for line in national) for term in terms]
    told = ", ".join(f"{n} in the {t.label.lower()}" for t, n in zip(terms, counts, strict=True))
    said = f"The framework's model has {number(len(national), 'outcome')}: {told}."
    said += " " + said_of_rows(heads)
    actions = [line for line in local if line.kind == "action"]
    if actions:
        parts = [
            f"{sum(line.term == term.code for line in actions)} in the {term.label.lower()}"
            for term in terms
        ]
        undated = sum(line.term is None for line in actions)
        said += f" Of {number(len(actions), 'action')} {', '.join(parts)}"
        said += f", {undated} without a day." if undated else "."
    return said
