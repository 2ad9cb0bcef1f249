"""What follows from each triple by the model, so that no engine needs to reason.

Each rule looks at one triple and the model, never at two triples of the data; so the
triples of a graph can be followed one by one, however large the graph is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import pyoxigraph as ox

from cjgraph.namespaces import CJ, OWL, RDF, RDFS, SKOS

_A = ox.NamedNode(RDF + "type")
_LABEL = ox.NamedNode(RDFS + "label")
_PREFERRED = ox.NamedNode(SKOS + "prefLabel")
_SUBCLASS = ox.NamedNode(RDFS + "subClassOf")
_SUBPROPERTY = ox.NamedNode(RDFS + "subPropertyOf")
_INVERSE = ox.NamedNode(OWL + "inverseOf")
_CONTRIBUTES = ox.NamedNode(CJ + "contributesTo")

_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class WhatFollows:
    """Adds what the model says of each triple.

    It adds the inverses of thread properties, the super-properties of our own properties,
    the superclasses of every class, and ``rdfs:label`` beside ``skos:prefLabel``.

    Args:
        store: Holds the model in its named graphs.
        graphs: IRIs of the graphs that the model is taken from.
    """

    def __init__(self, store: ox.Store, graphs: Collection[str]) -> None:
        self._superclasses = _above(_stated(store, graphs, _SUBCLASS))
        properties = _above(_stated(store, graphs, _SUBPROPERTY))
        self._superproperties = {
            below: above for below, above in properties.items() if _name(below).startswith(CJ)
        }
        self._inverses: dict[ox.NamedNode, list[ox.NamedNode]] = {}
        for triple in _stated(store, graphs, _INVERSE):
            stated, other = triple.object, triple.subject
            if not (isinstance(stated, ox.NamedNode) and isinstance(other, ox.NamedNode)):
                continue
            if _CONTRIBUTES in properties.get(other, ()):
                self._inverses.setdefault(stated, []).append(other)

    def follow(self, triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
        """Yield each triple and all that follows from it; some may come twice.

        Args:
            triples: Triples that were asserted.
        """
        for triple in triples:
            yield triple
            yield from self._from(triple)
            if isinstance(triple.object, ox.NamedNode):
                for inverse in self._inverses.get(triple.predicate, ()):
                    turned = ox.Triple(triple.object, inverse, triple.subject)
                    yield turned
                    yield from self._from(turned)

    def _from(self, triple: ox.Triple) -> Iterator[ox.Triple]:
        subject, stated, value = triple.subject, triple.predicate, triple.object
        for above in (stated, *self._superproperties.get(stated, ())):
            if above != stated:
                yield ox.Triple(subject, above, value)
            if above == _PREFERRED:
                yield ox.Triple(subject, _LABEL, value)
            elif above == _A:
                for superclass in self._superclasses.get(value, ()):
                    yield ox.Triple(subject, _A, superclass)


def _name(term: _Term) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""


def _stated(
    store: ox.Store, graphs: Collection[str], predicate: ox.NamedNode
) -> Iterator[ox.Triple]:
    for quad in store.quads_for_pattern(None, predicate, None, None):
        if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value in graphs:
            yield quad.triple


def _above(steps_up: Iterable[ox.Triple]) -> dict[_Term, tuple[ox.NamedNode, ...]]:
    """Return all that lies above each term, by one step or several."""
    import networkx as nx  # here, so that readers of the store need not load it

    steps: nx.DiGraph[_Term] = nx.DiGraph()
    for triple in steps_up:
        steps.add_edge(triple.subject, triple.object)
    # A term in a circle lies above itself, as it does for a path in SPARQL.
    circles = {n for part in nx.strongly_connected_components(steps) if len(part) > 1 for n in part}
    circles |= set(nx.nodes_with_selfloops(steps))
    return {
        term: tuple(
            above
            for above in (*nx.descendants(steps, term), *((term,) if term in circles else ()))
            if isinstance(above, ox.NamedNode)
        )
        for term in steps
    }
