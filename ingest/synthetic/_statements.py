"""Builds the statements of synthetic things, each with a type, a label and a source."""

from __future__ import annotations

from datetime import date
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from cjgraph.namespaces import CJ, DCTERMS, PROV, RDF, RDFS, XSD

_LONGEST: Final = 100
_A: Final = NamedNode(RDF + "type")
_LABEL: Final = NamedNode(RDFS + "label")
_SOURCE: Final = NamedNode(DCTERMS + "source")
_TITLE: Final = NamedNode(DCTERMS + "title")
_DERIVED: Final = NamedNode(PROV + "wasDerivedFrom")
_DATE: Final = NamedNode(XSD + "date")
_BOOLEAN: Final = NamedNode(XSD + "boolean")
_INTEGER: Final = NamedNode(XSD + "integer")
_DECIMAL: Final = NamedNode(XSD + "decimal")
#: Terms that come again and again; a plan's own names are not kept.
_TERMS: Final[dict[str, NamedNode]] = {}


class Statements:
    """Collects statements.

    Args:
        source: IRI of what all of them come from.
    """

    def __init__(self, source: str) -> None:
        self.triples: list[Triple] = []
        self._source = NamedNode(source)
        self._nodes: dict[str, NamedNode] = {}

    def start(self, iri: str, kind: str, label: str) -> str:
        """Say what a thing is, what it is called and where it comes from; return its IRI."""
        node = self._node(iri)
        short = label if len(label) <= _LONGEST else label[: _LONGEST - 1].rstrip() + "…"
        self.triples.append(Triple(node, _A, _term(kind)))
        self.triples.append(Triple(node, _LABEL, Literal(short, language="en")))
        self.triples.append(Triple(node, _SOURCE, self._source))
        return iri

    def link(self, iri: str, name: str, target: str) -> None:
        """Point from one thing to another."""
        self.triples.append(Triple(self._node(iri), _term(name), self._node(target)))

    def text(self, iri: str, name: str, words: str) -> None:
        """Say something in words."""
        self.triples.append(Triple(self._node(iri), _term(name), Literal(words)))

    def title(self, iri: str, words: str) -> None:
        """Give a document its title."""
        self.triples.append(Triple(self._node(iri), _TITLE, Literal(words)))

    def derived(self, iri: str, target: str) -> None:
        """Say what a thing was worked out from."""
        self.triples.append(Triple(self._node(iri), _DERIVED, self._node(target)))

    def day(self, iri: str, name: str, value: date) -> None:
        """Give a day."""
        self._typed(iri, name, value.isoformat(), _DATE)

    def whole(self, iri: str, name: str, value: int) -> None:
        """Give a whole number."""
        self._typed(iri, name, str(value), _INTEGER)

    def share(self, iri: str, name: str, value: float) -> None:
        """Give a number with two decimals."""
        self._typed(iri, name, f"{value:.2f}", _DECIMAL)

    def truth(self, iri: str, name: str, value: bool) -> None:
        """Say yes or no."""
        self._typed(iri, name, "true" if value else "false", _BOOLEAN)

    def invented(self, iri: str) -> None:
        """Mark a thing as one that no one published."""
        self.truth(iri, "isInvented", True)

    def _typed(self, iri: str, name: str, value: str, datatype: NamedNode) -> None:
        self.triples.append(Triple(self._node(iri), _term(name), Literal(value, datatype=datatype)))

    def _node(self, iri: str) -> NamedNode:
        known = self._nodes.get(iri)
        if known is None:
            known = self._nodes[iri] = NamedNode(iri)
        return known


def _term(name: str) -> NamedNode:
    known = _TERMS.get(name)
    if known is None:
        known = _TERMS[name] = NamedNode(CJ + name)
    return known
