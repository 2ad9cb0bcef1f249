"""Turns Oxigraph's terms into rdflib's, for the engines that need them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from cjgraph.namespaces import PREFIXES, XSD

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

_PLAIN = XSD + "string"


def rdflib_graph(triples: Iterable[ox.Triple]) -> rdflib.Graph:
    """Return a plain rdflib graph of the same triples.

    Always a plain graph: in a dataset a rule could name another graph, and rdflib would
    fetch it.

    Args:
        triples: Oxigraph triples; statements about statements are not expected.
    """
    import rdflib

    graph = rdflib.Graph()
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri)
    seen: dict[ox.NamedNode | ox.BlankNode | ox.Literal, Node] = {}

    def term(node: ox.NamedNode | ox.BlankNode | ox.Literal) -> Node:
        known = seen.get(node)
        if known is None:
            known = seen[node] = _term(node)
        return known

    for triple in triples:
        graph.add((term(triple.subject), term(triple.predicate), term(triple.object)))  # type: ignore[arg-type]  # no quoted triples here
    return graph


def _term(node: ox.NamedNode | ox.BlankNode | ox.Literal) -> Node:
    import rdflib

    if isinstance(node, ox.NamedNode):
        return rdflib.URIRef(node.value)
    if isinstance(node, ox.BlankNode):
        return rdflib.BNode(node.value)
    if node.language:
        return rdflib.Literal(node.value, lang=node.language)
    if node.datatype.value == _PLAIN:
        return rdflib.Literal(node.value)
    return rdflib.Literal(node.value, datatype=rdflib.URIRef(node.datatype.value))
