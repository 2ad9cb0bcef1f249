"""Writes the published default graph: the merge of all current graphs, with what follows.

Named graphs keep only what was asserted. The default graph adds what any SPARQL
engine needs to walk the thread without reasoning: superclass types, the super-properties
of our own properties (``cj:contributesTo`` above all), the inverses of thread
properties, and ``rdfs:label`` beside ``skos:prefLabel``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import pyoxigraph as ox

from cjgraph.namespaces import (
    CJ,
    PUBLISHED_EXAMPLES,
    PUBLISHED_SYNTHETIC,
    PUBLISHED_UNCHECKED,
)
from cjgraph.store._what_follows import WhatFollows

#: Raised whenever the rules below change, so that old snapshots are published anew.
PUBLISHING_RULES = 3

#: Kinds of graph that are part of the national default graph.
NATIONAL_KINDS = (
    "ontology",
    "vocabulary",
    "catalogue",
    "register",
    "service",
    "plan",
    "provenance",
)

#: Graphs for what stands apart from the nation, and the kind of graph that each holds.
_APART = {
    PUBLISHED_EXAMPLES: "example",
    PUBLISHED_SYNTHETIC: "synthetic",
    PUBLISHED_UNCHECKED: "unchecked",
}

_CHECKED = ox.NamedNode(CJ + "checkedByPerson")

#: Quads that are handed to the store at once; they are held in memory meanwhile.
_BATCH = 200_000


def publish_default_graph(store: ox.Store, graphs: Iterable[tuple[str, str]]) -> None:
    """Write the national default graph and the graphs of what is left out of it.

    Examples, synthetic data and plans that no person has checked are no part of any
    national figure, so each has a graph of its own that a reader may ask to add.

    Args:
        store: The store that is being written.
        graphs: Pairs of graph IRI and kind, current graphs only.
    """
    by_kind = [(iri, _kind(store, iri, kind)) for iri, kind in graphs]
    nation = ox.DefaultGraph()
    store.clear_graph(nation)
    national = [iri for iri, kind in by_kind if kind in NATIONAL_KINDS]
    following = WhatFollows(store, frozenset(national))
    _load(store, following.follow(_asserted(store, national)), nation)
    said = {quad.triple for quad in store.quads_for_pattern(None, None, None, nation)}
    for target, wanted in _APART.items():
        members = [iri for iri, kind in by_kind if kind == wanted]
        store.clear_graph(ox.NamedNode(target))
        # What the nation already says is not said again, so a union counts once.
        apart = (t for t in following.follow(_asserted(store, members)) if t not in said)
        _load(store, apart, ox.NamedNode(target))


def _asserted(store: ox.Store, graphs: Iterable[str]) -> Iterator[ox.Triple]:
    for iri in graphs:
        for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(iri)):
            yield quad.triple


def _load(
    store: ox.Store, triples: Iterable[ox.Triple], graph: ox.NamedNode | ox.DefaultGraph
) -> None:
    left = iter(triples)
    while batch := list(islice(left, _BATCH)):
        store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object, graph) for t in batch)


def _kind(store: ox.Store, iri: str, kind: str) -> str:
    """Return the kind of a graph; a plan that no person has checked is of a kind of its own."""
    if kind != "plan":
        return kind
    checked = store.quads_for_pattern(None, _CHECKED, ox.Literal(True), ox.NamedNode(iri))
    return kind if next(iter(checked), None) is not None else "unchecked"
