"""Counts how often each term is used, and picks an example of its use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from cjgraph.namespaces import CJ, RDFS, SKOS
from cjgraph.publish._lists import TYPE
from cjgraph.publish._model import Ontology

#: Longest text of an example, in characters.
_LONGEST: Final = 120
_NAMES: Final = (RDFS + "label", SKOS + "prefLabel")


@dataclass(frozen=True, slots=True)
class Use:
    """How a term is used in data.

    Args:
        national: Members of the class, or statements with the property, in national data.
        invented: The same in the invented examples.
        example: A member's or subject's label; empty where there is none.
        value: For a property, the label or text of the example's value.
        example_is_invented: Whether the example comes from the invented examples.
    """

    national: int = 0
    invented: int = 0
    example: str = ""
    value: str = ""
    example_is_invented: bool = False


def count_uses(
    ontology: Ontology, national: Iterable[ox.Triple], invented: Iterable[ox.Triple] = ()
) -> dict[str, Use]:
    """Return, for every term, how it is used; what is said of a term counts for those above it.

    Args:
        ontology: The ontology.
        national: The triples of national data.
        invented: The triples of the invented examples.
    """
    names: dict[str, str] = {}
    ours = _Uses(ontology, national, names)
    others = _Uses(ontology, invented, names)
    uses = {}
    for iri in ontology.terms:
        first = ours.example(iri)
        example = first or others.example(iri) or ("", "")
        uses[iri] = Use(
            len(ours.seen.get(iri, ())), len(others.seen.get(iri, ())), *example, not first
        )
    return uses


class _Uses:
    def __init__(
        self, ontology: Ontology, triples: Iterable[ox.Triple], names: dict[str, str]
    ) -> None:
        self.seen: dict[str, set[tuple[str, str]]] = {}
        self.names = names
        above = {iri: ontology.ancestors(iri) & set(ontology.terms) for iri in ontology.terms}
        for triple in triples:
            if isinstance(triple.subject, ox.Triple) or isinstance(triple.object, ox.Triple):
                continue
            subject, predicate = triple.subject.value, triple.predicate.value
            value = triple.object.value
            if predicate == TYPE:
                for term in above.get(value, ()):
                    self.seen.setdefault(term, set()).add((subject, ""))
            elif predicate in _NAMES:
                names[subject] = min(value, names.get(subject, value))
            elif predicate.startswith(CJ):
                for term in above.get(predicate, ()):
                    self.seen.setdefault(term, set()).add((subject, value))

    def example(self, iri: str) -> tuple[str, str] | None:
        """Return the first use whose subject has a name, as subject and value."""
        for subject, value in sorted(self.seen.get(iri, ())):
            if subject in self.names:
                return _short(self.names[subject]), _short(self.names.get(value, value))
        return None


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"
