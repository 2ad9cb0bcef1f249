"""Runs pySHACL with every way out of the data closed.

No rules, functions or scripts in data or shapes, no imports, no inference, and a data
graph that is one plain graph, so that no query can name a file or another server.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pyshacl
from rdflib import Dataset, Graph, Literal
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result as QueryResult
from rdflib.term import Node

from cjgraph.errors import ShapesInvalid, SyntaxFault
from cjgraph.shacl._terms import SH


@dataclass(frozen=True)
class Result:
    """One result as SHACL gives it.

    Args:
        shape: The shape that was not met.
        focus: The node that was checked.
        value: The value at fault, where there is one.
        component: The kind of constraint.
    """

    shape: Node
    focus: Node
    value: Node | None
    component: Node


class CheckedGraph(Graph):
    """A plain graph that remembers the queries of the rules once they are parsed.

    pySHACL hands every query over as text; parsing them again for each plan would take
    longer than running them.
    """

    def query(self, query_object: str | Query, *args: Any, **options: Any) -> QueryResult:
        """Run a query; see ``rdflib.Graph.query``."""
        ready = _parsed(query_object) if isinstance(query_object, str) else query_object
        return super().query(ready, *args, **options)


@lru_cache(maxsize=256)
def _parsed(text: str) -> Query:
    return prepareQuery(text)


def plain_copy(data: Graph) -> CheckedGraph:
    """Copy data into one plain graph, and refuse rules in it.

    Args:
        data: Any graph; of a data set, only the default graph is read.

    Raises:
        SyntaxFault: The data hold a rule.
    """
    copy = CheckedGraph()
    for subject, predicate, value in data.default_graph if isinstance(data, Dataset) else data:
        if str(predicate).startswith(SH) or str(value).startswith(SH):
            raise SyntaxFault(
                "The data hold a rule for checking "
                f"({str(predicate if str(predicate).startswith(SH) else value)[len(SH) :]}): "
                "users upload data, never rules.",
                hint="Take the rules out; plans are checked by the rules of this product.",
            )
        copy.add((subject, predicate, value))
    return copy


def run(data: CheckedGraph, shapes: Graph) -> list[Result]:
    """Check a graph by shapes.

    Args:
        data: One plain graph, as ``plain_copy`` makes it; it is not changed.
        shapes: Parsed shapes of this product.

    Raises:
        ShapesInvalid: The shapes ask for something that SHACL does not allow.
    """
    _, report, said = pyshacl.validate(
        data,
        shacl_graph=shapes,
        ont_graph=None,
        advanced=False,
        js=False,
        iterate_rules=False,
        do_owl_imports=False,
        meta_shacl=False,
        inference="none",
        inplace=False,
        abort_on_first=False,
    )
    if not isinstance(report, Graph):
        raise ShapesInvalid(f"The rules can't be run: {said}")
    found = {
        Result(
            shape=_one(report, node, SH.sourceShape),
            focus=_one(report, node, SH.focusNode),
            value=report.value(node, SH.value),
            component=_one(report, node, SH.sourceConstraintComponent),
        )
        # Results that only explain another one hang from sh:detail and are left out.
        for node in report.objects(None, SH.result)
    }
    return sorted(found, key=lambda r: (str(r.shape), str(r.focus), str(r.value or "")))


def _one(report: Graph, node: Node, predicate: Node) -> Node:
    return report.value(node, predicate) or Literal("")
