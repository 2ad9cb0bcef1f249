"""The triples of one plan, looked up by thing and property."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from cjgraph.namespaces import CJ, DCTERMS, OA, RDF, RDFS, SCHEMA, SKOS

Thing = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal

#: Parts of a place that are words, not numbers.
NAMES: Final = frozenset({"sheet", "cell", "heading"})
_TYPE: Final = RDF + "type"
#: Where the words of a thing stand, the most exact first.
_WORDS: Final = (
    CJ + "text",
    SKOS + "prefLabel",
    DCTERMS + "title",
    RDFS + "label",
    SCHEMA + "name",
    DCTERMS + "description",
)
_PAGE: Final = re.compile(r"(?:^|[#&])page=(\d+)")


class Things:
    """Triples by subject and predicate.

    Args:
        triples: Any triples; statements about statements are left out.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._facts: dict[tuple[Term, str], list[Term]] = defaultdict(list)
        self._kinds: dict[str, list[Thing]] = defaultdict(list)
        for triple in triples:
            subject, value = triple.subject, triple.object
            if isinstance(subject, Triple) or isinstance(value, Triple):
                continue
            known = self._facts[(subject, triple.predicate.value)]
            if value in known:
                continue
            known.append(value)
            if triple.predicate.value == _TYPE and isinstance(value, NamedNode):
                self._kinds[value.value].append(subject)

    def of_type(self, name: str) -> list[Thing]:
        """Return the things of a class of ours, in their order."""
        return sorted(self._kinds.get(CJ + name, ()), key=self.order)

    def order(self, node: Term) -> tuple[float, list[tuple[int, int | str]], str]:
        """Return what a thing is put in order by: its position, its id, its IRI."""
        name = self.text(node, CJ + "localId") or last_part(node)
        return self.number(node, CJ + "position", 0.0), _natural(name), str(node)

    def all(self, node: Term, prop: str) -> list[Term]:
        """Return all values of a property."""
        return self._facts.get((node, prop), [])

    def one(self, node: Term, prop: str) -> Term | None:
        """Return a value of a property, the first in order where there are several."""
        return min(self.all(node, prop), key=str, default=None)

    def texts(self, node: Term, prop: str) -> list[str]:
        """Return the literal values of a property, in order."""
        found = self.all(node, prop)
        return sorted(value.value for value in found if isinstance(value, Literal))

    def text(self, node: Term, prop: str) -> str:
        """Return a literal value of a property, in English where there are several."""
        found = [value for value in self.all(node, prop) if isinstance(value, Literal)]
        best = min(found, key=lambda v: (v.language not in (None, "en"), v.value), default=None)
        return best.value if best else ""

    def words(self, node: Term) -> str:
        """Return the words of a thing, else its name, else nothing."""
        return next((text for prop in _WORDS if (text := self.text(node, prop))), "")

    def iris(self, node: Term, prop: str) -> list[str]:
        """Return the IRIs that a thing points to, in order."""
        return sorted(v.value for v in self.all(node, prop) if isinstance(v, NamedNode))

    def iri(self, node: Term, prop: str) -> str | None:
        """Return an IRI that a thing points to."""
        return next(iter(self.iris(node, prop)), None)

    def number(self, node: Term, prop: str, default: float) -> float:
        """Return a number, or the default where there is none."""
        try:
            return float(self.text(node, prop))
        except ValueError:
            return default

    def truth(self, node: Term, prop: str) -> bool | None:
        """Return a truth value, or None where there is none."""
        return {"true": True, "1": True, "false": False, "0": False}.get(self.text(node, prop))

    def day(self, node: Term, prop: str) -> date | None:
        """Return a day, or None where there is none."""
        try:
            return date.fromisoformat(self.text(node, prop)[:10])
        except ValueError:
            return None

    def selected(self, target: Term) -> dict[str, int | str]:
        """Return what the selectors of a place say: a path, a page, a span of characters."""
        found: dict[str, int | str] = {}
        waiting = list(self.all(target, OA + "hasSelector"))
        for node in waiting:
            waiting += [n for n in self.all(node, OA + "refinedBy") if n not in waiting]
            kinds = {getattr(kind, "value", "") for kind in self.all(node, _TYPE)}
            value = self.text(node, RDF + "value")
            if OA + "XPathSelector" in kinds and value:
                found["path"] = value
            elif OA + "FragmentSelector" in kinds and (page := _PAGE.search(value)):
                found["page"] = int(page[1])
            elif OA + "TextPositionSelector" in kinds:
                span = [self.text(node, OA + name) for name in ("start", "end")]
                if all(map(str.isdigit, span)):
                    found["start"], found["end"] = map(int, span)
        return found


def last_part(node: Term | None) -> str:
    """Return the last part of an IRI, such as ``ndo-3``; nothing of anything else."""
    if not isinstance(node, NamedNode):
        return ""
    return re.split(r"[/#]", node.value.rstrip("/#"))[-1]


def _natural(text: str) -> list[tuple[int, int | str]]:
    parts = re.findall(r"[0-9]+|[^0-9]+", text)
    return [(0, int(part)) if part.isdigit() else (1, part) for part in parts]
