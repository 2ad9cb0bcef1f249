"""Finds what is written inside other things: RDF lists and blank nodes that one thing owns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pyoxigraph as ox

from cjgraph.namespaces import RDF

Node = ox.NamedNode | ox.BlankNode | ox.Literal
#: Predicate IRI and object, for each subject, in the order of the triples.
Described = dict[Node, list[tuple[str, Node]]]

FIRST, REST, NIL, TYPE = RDF + "first", RDF + "rest", RDF + "nil", RDF + "type"


def described(triples: Iterable[ox.Triple]) -> Described:
    """Return what is said of each subject.

    Args:
        triples: The triples of one graph, without statements about statements.
    """
    found: Described = {}
    for triple in triples:
        if isinstance(triple.subject, ox.Triple) or isinstance(triple.object, ox.Triple):
            raise TypeError("statements about statements are not published")
        found.setdefault(triple.subject, []).append((triple.predicate.value, triple.object))
    return found


def owned(graph: Described) -> set[Node]:
    """Return the blank nodes that exactly one other thing points to, and that point to no ring.

    Args:
        graph: What is said of each subject.
    """
    pointed = Counter(
        value
        for statements in graph.values()
        for _, value in statements
        if isinstance(value, ox.BlankNode)
    )
    once = {node for node, count in pointed.items() if count == 1 and node in graph}
    return {node for node in once if not _in_ring(node, graph)}


def _in_ring(start: Node, graph: Described) -> bool:
    seen: set[Node] = set()
    ahead = [value for _, value in graph[start] if isinstance(value, ox.BlankNode)]
    while ahead:
        node = ahead.pop()
        if node == start:
            return True
        if node not in seen:
            seen.add(node)
            ahead += [v for _, v in graph.get(node, []) if isinstance(v, ox.BlankNode)]
    return False


def list_members(head: Node, graph: Described, inside: set[Node]) -> list[Node] | None:
    """Return the members of a well-formed list, or None where a node is no such list.

    Args:
        head: The node that may be the head of a list.
        graph: What is said of each subject.
        inside: The blank nodes that only one thing points to.
    """
    members: list[Node] = []
    node = head
    while node != ox.NamedNode(NIL):
        statements = dict(graph.get(node, []))
        if node not in inside or len(graph[node]) != 2 or set(statements) != {FIRST, REST}:
            return None
        members.append(statements[FIRST])
        node = statements[REST]
    return members
