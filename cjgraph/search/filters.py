"""Which passages a search may return."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qdrant_edge import Filter


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """Limits on a search; several values of one kind mean any of them, several kinds all.

    Args:
        needs: Codes of needs, such as ``"housing"``; a wider need takes in its narrower ones.
        outcomes: Codes of community justice outcomes or priority actions, such as ``"ndo-3"``.
        interventions: Codes of interventions; a wider one takes in its narrower ones.
        populations: Codes of population groups; likewise.
        results: Codes of what was measured.
        prevention: ``primary``, ``secondary``, ``tertiary``.
        stances: ``supports``, ``mixed``, ``null``, ``against``, ``context``.
        strengths: The source's own labels, in any case of letters.
        countries: ``scotland``, ``uk``, ``other``.
        publications: Catalogue ids, such as ``"EV003"``.
        year_from: Earliest year of publication.
        year_to: Latest year of publication.
        min_design_level: Lowest design level on the Maryland scale, 0 to 5.
    """

    needs: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    interventions: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    prevention: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    publications: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    min_design_level: int | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, f.name) not in ((), None) for f in fields(self))


_FIELD = {
    "needs": "needs",
    "outcomes": "outcomes",
    "interventions": "interventions",
    "populations": "populations",
    "results": "results",
    "prevention": "prevention",
    "stances": "stance",
    "strengths": "strength_key",
    "countries": "country",
    "publications": "publication",
}


def strength_key(label: str) -> str:
    """Return a source's own label in the form that filters compare."""
    return " ".join(label.casefold().split())


def engine_filter(filters: SearchFilters, phrases: tuple[str, ...] = ()) -> Filter | None:
    """Translate filters and exact phrases for the engine.

    Args:
        filters: What the reader asked for.
        phrases: Runs of words that must stand in the passage as they are.
    """
    import qdrant_edge as engine

    from cjgraph.search._engine import PHRASES

    must: list[Any] = []
    for name, key in _FIELD.items():
        values = list(getattr(filters, name))
        if name == "strengths":
            values = [strength_key(value) for value in values]
        elif name == "publications":
            values = [value.upper() for value in values]
        else:
            values = [value.casefold() for value in values]
        if values:
            must.append(engine.FieldCondition(key=key, match=engine.MatchAny(values)))
    if filters.year_from is not None or filters.year_to is not None:
        years = engine.RangeFloat(gte=filters.year_from, lte=filters.year_to)
        must.append(engine.FieldCondition(key="year", range=years))
    if filters.min_design_level is not None:
        levels = engine.RangeFloat(gte=filters.min_design_level)
        must.append(engine.FieldCondition(key="design_level", range=levels))
    must += [
        engine.FieldCondition(key=PHRASES, match=engine.MatchPhrase(phrase)) for phrase in phrases
    ]
    return engine.Filter(must=must) if must else None
