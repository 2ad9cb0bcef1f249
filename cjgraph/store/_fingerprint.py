"""A hash of a graph that does not depend on order or on the names of blank nodes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import pyoxigraph as ox


def fingerprint(triples: Iterable[ox.Triple]) -> str:
    """Return the SHA-256 of a graph in canonical form.

    Args:
        triples: The triples of one graph.

    Returns:
        64 hexadecimal digits.

    Source:
        RDF Dataset Canonicalization (RDFC-1.0), W3C Recommendation.
    """
    dataset = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    if any(isinstance(q.subject, ox.BlankNode) for q in dataset):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    digest = hashlib.sha256()
    for line in sorted(str(quad) for quad in dataset):
        digest.update(line.encode())
        digest.update(b"\n")
    return digest.hexdigest()
