"""Runs pySHACL with every way out of the data closed.

No rules, functions or scripts in data or shapes, no imports, no inference, and a data
graph that is one plain graph, so that no query can name a file or another server.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyshacl
from rdflib import Graph, Literal
from rdflib.term import Node

from cjgraph.errors import ShapesInvalid, TooLarge
from cjgraph.shacl._graphs import CheckedGraph, plain_copy, remembering
from cjgraph.shacl._terms import SH

__all__ = ["CheckedGraph", "Result", "plain_copy", "run"]


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


def run(data: CheckedGraph, shapes: Graph) -> list[Result]:
    """Check a graph by shapes.

    Args:
        data: One plain graph, as ``plain_copy`` makes it; it is not changed.
        shapes: Parsed shapes of this product.

    Raises:
        ShapesInvalid: The shapes ask for something that SHACL does not allow.
        TooLarge: Things in the data hang together in a chain that is too long to follow.
    """
    try:
        _, report, said = pyshacl.validate(
            data,
            shacl_graph=remembering(shapes),
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
    except RecursionError:
        # The steps of a query are followed one within the other.
        raise TooLarge(
            "The plan can't be checked: its items hang together in one chain of hundreds of links.",
            hint="Look whether each action and objective is tied to what it serves alone.",
        ) from None
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
