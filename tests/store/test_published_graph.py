"""The published graphs hold what the rules of the model say, no more and no less."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from cjgraph.namespaces import PREFIXES, PUBLISHED_EXAMPLES
from cjgraph.store import DataFolder, Snapshot
from ingest.loading import load_packaged

#: The rules, each as one update in SPARQL: a second way to the same graph.
RULES = (
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


def by_updates(snapshot: Snapshot) -> tuple[set[ox.Triple], set[ox.Triple]]:
    """Work the national graph and the graph of the examples out by updates in SPARQL."""
    national, examples = ox.Store(), ox.Store()
    kinds = {
        row["g"]: row["kind"]
        for row in snapshot.rows("SELECT ?g ?kind { ?g cj:graphKind ?kind ; cj:isCurrent true }")
    }
    for quad in snapshot.store.quads_for_pattern(None, None, None, None):
        name = quad.graph_name
        if not isinstance(name, ox.NamedNode):
            continue
        kind = kinds.get(name.value, "provenance" if "/provenance" in name.value else "")
        if kind == "example":
            examples.add(ox.Quad(*quad.triple))
        elif kind in ("ontology", "vocabulary", "catalogue", "register", "service", "provenance"):
            national.add(ox.Quad(*quad.triple))
    model = ox.NamedNode("urn:x-test:model")
    for store in (national, examples):
        for quad in national.quads_for_pattern(None, None, None, ox.DefaultGraph()):
            store.add(ox.Quad(*quad.triple, model))
        for added, told, stated in RULES:
            store.update(
                f"INSERT {{ {added} }} WHERE {{ GRAPH ?model {{ {told} }} {stated} }}"
                if told
                else f"INSERT {{ {added} }} WHERE {{ {stated} }}",
                prefixes=PREFIXES,
            )
    whole, apart = (
        {quad.triple for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())}
        for store in (national, examples)
    )
    return whole, apart - whole


def test_published_graphs_equal_those_worked_out_by_updates(tmp_path: Path) -> None:
    snapshot = load_packaged(DataFolder(tmp_path / "data")).snapshot
    national, examples = by_updates(snapshot)
    assert set(snapshot.default_triples()) == national
    published = snapshot.store.quads_for_pattern(None, None, None, ox.NamedNode(PUBLISHED_EXAMPLES))
    assert {quad.triple for quad in published} == examples
    assert len(examples) > 1000
