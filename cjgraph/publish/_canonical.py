"""One order and one set of names for blank nodes, so that a release never differs by chance."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox


def canonical(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    """Return the triples of a graph, each once, in an order that depends on them alone.

    Args:
        triples: The triples of one graph.

    Source:
        RDF Dataset Canonicalization (RDFC-1.0), W3C Recommendation.
    """
    dataset = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    if any(isinstance(q.subject, ox.BlankNode) for q in dataset):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted((q.triple for q in dataset), key=str)
