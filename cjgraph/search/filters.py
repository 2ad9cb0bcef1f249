"""Which passages a search may return."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final

from cjgraph.errors import InputError

if TYPE_CHECKING:
    from qdrant_edge import Filter

    from cjgraph.search.documents import Passage

#: Facets with a fixed list of values, whatever the findings bear.
_FIXED: Final[Mapping[str, tuple[str, ...]]] = {
    "stances": ("supports", "mixed", "null", "against", "context"),
    "countries": ("scotland", "uk", "other"),
    "prevention": ("primary", "secondary", "tertiary"),
}
#: One value of each facet, as a sentence names it.
_NAMED: Final = {
    "needs": "need",
    "outcomes": "outcome",
    "interventions": "intervention",
    "populations": "population",
    "results": "result",
    "prevention": "prevention level",
    "stances": "stance",
    "strengths": "strength",
    "countries": "country",
    "publications": "publication",
}
#: A list of values up to this long is named whole.
_FEW: Final = 6


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


def facet_values(
    passages: Iterable[Passage], terms: Mapping[str, Sequence[str]]
) -> dict[str, list[str]]:
    """Return the values that each filter knows, in alphabetical order.

    Args:
        passages: What is searched; their codes count wherever no vocabulary names them.
        terms: Codes of the vocabularies, for each facet.
    """
    known: dict[str, set[str]] = {name: set(terms.get(name, ())) for name in _NAMED}
    for passage in passages:
        for name in ("needs", "outcomes", "interventions", "populations", "results"):
            known[name].update(getattr(passage, name))
        known["strengths"].add(strength_key(passage.strength))
        known["publications"].add(passage.publication)
    known["strengths"].discard("")
    return {name: sorted(_FIXED.get(name) or values) for name, values in known.items()}


def check_filters(filters: SearchFilters, known: Mapping[str, Sequence[str]]) -> None:
    """Refuse a filter that nothing could ever pass.

    Args:
        filters: What the reader asked for.
        known: The values that each filter knows.

    Raises:
        InputError: A value does not exist, or the years are the wrong way round.
    """
    for name, named in _NAMED.items():
        values = known.get(name, ())
        for value in getattr(filters, name):
            if _form(name, value) not in values:
                raise InputError(
                    f"There is no {named} '{value}' to filter by; {_instead(name, value, values)}."
                )
    first, last = filters.year_from, filters.year_to
    if first is not None and last is not None and first > last:
        raise InputError(f"No year lies from {first} to {last}: the first is the later one.")


def _form(name: str, value: str) -> str:
    """Write a value as the index has it."""
    if name == "strengths":
        return strength_key(value)
    return value.strip().upper() if name == "publications" else value.strip().casefold()


def _instead(name: str, value: str, values: Sequence[str]) -> str:
    from difflib import get_close_matches

    fixed = _FIXED.get(name)
    if fixed or len(values) <= _FEW:
        return "there are: " + ", ".join(fixed or values)
    plain = _form(name, value).replace(" ", "-").replace("_", "-")
    near = get_close_matches(plain, values, n=5, cutoff=0.5)
    near += [v for v in values if plain and plain in v and v not in near][:3]
    if near:
        return "near it: " + ", ".join(near)
    return f"among the {len(values)} that exist: {', '.join(values[:_FEW])}"


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
        values = [_form(name, value) for value in getattr(filters, name)]
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
