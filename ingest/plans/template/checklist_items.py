"""The items and parts of the Partnership checklist, as the vocabulary has them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import pyoxigraph

from cjgraph.namespaces import CJ, RDF, SKOS
from cjgraph.resources import resource_folder


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an item.

    Args:
        code: Its name within the item, such as ``"short-term"``.
        label: What to call it.
        definition: What it asks.
    """

    code: str
    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the checklist.

    Args:
        number: ``"1"`` to ``"13"``.
        label: What to call it.
        definition: What it asks.
        place: Page of the framework.
        parts: Its parts in their order.
    """

    number: str
    label: str
    definition: str
    place: str
    parts: tuple[Part, ...]

    def part(self, code: str) -> Part | None:
        """Return a part by its code."""
        return next((part for part in self.parts if part.code == code), None)


@cache
def checklist_items() -> tuple[Item, ...]:
    """Read the checklist, item by item in its order."""
    path = resource_folder("ontology") / "vocabularies" / "checklist.ttl"
    facts: dict[str, dict[str, str]] = defaultdict(dict)
    for triple in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
        if isinstance(triple.subject, pyoxigraph.NamedNode):
            value = getattr(triple.object, "value", "")
            facts[triple.subject.value][triple.predicate.value] = value
    parts: dict[str, list[tuple[int, Part]]] = defaultdict(list)
    for known in facts.values():
        if known.get(RDF + "type") == CJ + "ChecklistPart":
            item = known[CJ + "partOfItem"]
            code = known[SKOS + "notation"].partition("-")[2]
            part = Part(code, known[SKOS + "prefLabel"], known.get(SKOS + "definition", ""))
            parts[item].append((int(known.get(CJ + "position", "0")), part))
    items = [
        Item(
            number=known[SKOS + "notation"],
            label=known[SKOS + "prefLabel"],
            definition=known.get(SKOS + "definition", ""),
            place=known.get(CJ + "sourceLocator", ""),
            parts=tuple(part for _, part in sorted(parts[iri], key=lambda pair: pair[0])),
        )
        for iri, known in facts.items()
        if known.get(RDF + "type") == CJ + "ChecklistItem"
    ]
    return tuple(sorted(items, key=lambda item: int(item.number)))
