"""Writes the published default graph: the merge of all current graphs, with what follows.

Named graphs keep only what was asserted. The default graph adds what any SPARQL
engine needs to walk the thread without reasoning: superclass types, the super-properties
of our own properties (``cj:contributesTo`` above all), the inverses of thread
properties, and ``rdfs:label`` beside ``skos:prefLabel``.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from cjgraph.namespaces import (
    CJ,
    PREFIXES,
    PUBLISHED_EXAMPLES,
    PUBLISHED_SYNTHETIC,
    PUBLISHED_UNCHECKED,
)

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

#: What follows: (what is added, what the model must say for it, what must be stated).
_RULES = (
    # The inverse of a thread property, where only the other direction is asserted.
    (
        "?b ?p ?a",
        "?p rdfs:subPropertyOf+ cj:contributesTo ; owl:inverseOf ?q .",
        "?a ?q ?b FILTER(isIRI(?b))",
    ),
    (
        "?s ?q ?o",
        "?p rdfs:subPropertyOf+ ?q . FILTER(STRSTARTS(STR(?p), STR(cj:)) && isIRI(?q))",
        "?s ?p ?o",
    ),
    ("?s a ?super", "?class rdfs:subClassOf+ ?super . FILTER(isIRI(?super))", "?s a ?class"),
    ("?s rdfs:label ?label", "", "?s skos:prefLabel ?label"),
)


def publish_default_graph(store: ox.Store, graphs: Iterable[tuple[str, str]]) -> None:
    """Write the national default graph and the graphs of what is left out of it.

    Examples, synthetic data and plans that no person has checked are no part of any
    national figure, so each has a graph of its own that a reader may ask to add.

    Args:
        store: The store that is being written.
        graphs: Pairs of graph IRI and kind, current graphs only.
    """
    by_kind = [(iri, _kind(store, iri, kind)) for iri, kind in graphs]
    store.clear_graph(ox.DefaultGraph())
    national = [iri for iri, kind in by_kind if kind in NATIONAL_KINDS]
    for iri in national:
        store.update(f"ADD GRAPH <{iri}> TO DEFAULT")
    _add_what_follows(store, "{}")
    for target, wanted in _APART.items():
        members = [iri for iri, kind in by_kind if kind == wanted]
        store.clear_graph(ox.NamedNode(target))
        for iri in members:
            store.update(f"ADD GRAPH <{iri}> TO GRAPH <{target}>")
        if members:
            _add_what_follows(store, f"GRAPH <{target}> {{{{ {{}} }}}}")
            # What the nation already says is not said again, so a union counts once.
            store.update(
                f"DELETE {{ GRAPH <{target}> {{ ?s ?p ?o }} }}"
                f" WHERE {{ GRAPH <{target}> {{ ?s ?p ?o }} ?s ?p ?o }}"
            )


def _kind(store: ox.Store, iri: str, kind: str) -> str:
    """Return the kind of a graph; a plan that no person has checked is of a kind of its own."""
    if kind != "plan":
        return kind
    checked = store.quads_for_pattern(None, _CHECKED, ox.Literal(True), ox.NamedNode(iri))
    return kind if next(iter(checked), None) is not None else "unchecked"


def _add_what_follows(store: ox.Store, target: str) -> None:
    """Apply the rules to one graph; the model is always read from the national one.

    Args:
        store: The store that is being written.
        target: How a pattern is put into that graph: ``"{}"`` for the default graph.
    """
    for added, model, stated in _RULES:
        store.update(
            f"INSERT {{ {target.format(added)} }} WHERE {{ {model} {target.format(stated)} }}",
            prefixes=PREFIXES,
        )
