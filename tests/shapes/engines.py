"""Three ways to run the rules over one plan, each as a set of (rule, thing, value)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pyoxigraph as ox
import pyrudof
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from cjgraph import namespaces
from cjgraph.shacl import Rules, _engine, check_plan
from tests.shapes.plan_fixtures import SHA, packaged_framework

SH = Namespace(namespaces.SH)
Found = frozenset[tuple[str, str, str]]
_WRITTEN: dict[str, str] = {}


class Seen:
    """What the product's engine was given for one plan, and what it found."""

    def __init__(self) -> None:
        self.data = Graph()
        self.found: Found = frozenset()


@contextmanager
def watched(seen: Seen) -> Iterator[None]:
    """Keep what the engine is given while a plan is checked.

    Args:
        seen: Where to keep it.
    """
    true_run = _engine.run

    def run(data: _engine.CheckedGraph, shapes: Graph) -> list[_engine.Result]:
        results = true_run(data, shapes)
        seen.data = data
        seen.found = frozenset(
            (_short(r.shape), str(r.focus), _value(r.value, r.focus)) for r in results
        )
        return results

    _engine.run = run
    try:
        yield
    finally:
        _engine.run = true_run


def ours(plan: Graph) -> Seen:
    """Check a plan as the product does: pySHACL, with its queries in rdflib."""
    seen = Seen()
    with watched(seen):
        check_plan(plan, packaged_framework(), plan_sha256=SHA)
    return seen


def queries(rules: Rules) -> dict[str, str]:
    """Return the queries of the rules that are queries, by the short names of the rules."""
    shapes = rules.plan_shapes
    return {
        _short(shape): str(shapes.value(constraint, SH.select))
        for shape, constraint in shapes.subject_objects(SH.sparql)
    }


def by_oxigraph(data: Graph, rules: Rules) -> Found:
    """Run the queries of the rules in Oxigraph, once for each thing that a rule is about."""
    store = ox.Store()
    store.bulk_load(data.serialize(format="nt", encoding="utf-8"), ox.RdfFormat.N_TRIPLES)
    found: set[tuple[str, str, str]] = set()
    for name, query in queries(rules).items():
        shape = URIRef(namespaces.SHAPES + name)
        targets = {
            node
            for kind in rules.plan_shapes.objects(shape, SH.targetClass)
            for node in data.subjects(RDF.type, kind)
        }
        for node in targets:
            bound = {ox.Variable("this"): ox.NamedNode(str(node))}
            rows = store.query(query, prefixes=_prefixes(rules), substitutions=bound)
            assert isinstance(rows, ox.QuerySolutions)
            valued = "value" in {variable.value for variable in rows.variables}
            for row in rows:
                value = str(getattr(row["value"], "value", "")) if valued else ""
                found.add((name, str(node), "" if value == str(node) else value))
    return frozenset(found)


def by_rudof(data: Graph, rules: Rules) -> Found:
    """Run the rules in rudof, an engine in Rust that shares nothing with pySHACL."""
    # What one session has read once counts in its next answer too, so each plan has its own.
    session = pyrudof.Rudof(pyrudof.RudofConfig())
    session.read_shacl(_turtle(rules))
    session.read_data(data.serialize(format="nt"), format=pyrudof.RDFFormat.NTriples)
    return frozenset(
        (
            entry.source_shape.removeprefix(namespaces.SHAPES),
            entry.focus_node,
            "" if entry.value in (None, entry.focus_node) else _lexical(entry.value),
        )
        for entry in session.validate_shacl()
    )


def _turtle(rules: Rules) -> str:
    if rules.sha256 not in _WRITTEN:
        _WRITTEN[rules.sha256] = rules.plan_shapes.serialize(format="turtle")
    return _WRITTEN[rules.sha256]


def _prefixes(rules: Rules) -> dict[str, str]:
    shapes = rules.plan_shapes
    return {
        str(shapes.value(declared, SH.prefix)): str(shapes.value(declared, SH.namespace))
        for declared in shapes.objects(None, SH.declare)
    }


def _value(value: Node | None, focus: Node) -> str:
    return "" if value is None or value == focus else str(value)


def _lexical(value: str) -> str:
    """Return the words of a literal that is written with its quotes."""
    return str(Literal(value[1 : value.rindex('"')])) if value.startswith('"') else value


def _short(shape: Node) -> str:
    return str(shape).removeprefix(namespaces.SHAPES)
