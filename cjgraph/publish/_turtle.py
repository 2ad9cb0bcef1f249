"""Writes Turtle that people like to read: prefixes, one block a thing, a stable order.

Source: RDF 1.1 Turtle, W3C Recommendation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyoxigraph as ox

from cjgraph.namespaces import ACT_2016, CIDS, CJ, ID, ONTOLOGY, PREFIXES, RDFS, SKOS, XSD
from cjgraph.publish._canonical import canonical
from cjgraph.publish._lists import TYPE, Described, Node, described, list_members, owned

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*)")
_KIND = re.compile(re.escape(ID) + r"([a-z][a-z-]*)/[A-Za-z0-9_]")
#: What stands first in a block; everything else follows in the order of its IRI.
_FIRST = (TYPE, RDFS + "label", SKOS + "prefLabel", SKOS + "definition")


def tidy_turtle(triples: Iterable[ox.Triple], heading: str = "") -> bytes:
    """Write a graph as Turtle, the same bytes for the same graph.

    Args:
        triples: The triples of one graph.
        heading: Comment lines for the top of the file, without the ``#``.
    """
    ordered = canonical(triples)
    graph = described(ordered)
    writer = _Writer(graph, _prefixes(ordered))
    blocks = [writer.block(node) for node in writer.subjects()]
    comments = "".join(f"# {line}\n" for line in heading.splitlines())
    declared = "".join(
        f"@prefix {p}: <{iri}> .\n"
        for p, iri in sorted(writer.prefixes.items())
        if p in writer.used
    )
    head = f"{comments}\n" if comments else ""
    return (head + declared + "\n" + "\n".join(blocks)).encode()


def _prefixes(triples: Iterable[ox.Triple]) -> dict[str, str]:
    """Return the product's prefixes and one for each kind of thing that occurs."""
    prefixes = {k: v for k, v in PREFIXES.items() if k not in ("id", "graph")}
    prefixes |= {"cids": CIDS, "act": f"{ACT_2016}/section/"}
    for triple in triples:
        for node in (triple.subject, triple.object):
            if isinstance(node, ox.NamedNode) and (found := _KIND.match(node.value)):
                prefixes.setdefault(found[1], f"{ID}{found[1]}/")
    return prefixes


class _Writer:
    def __init__(self, graph: Described, prefixes: dict[str, str]) -> None:
        self.graph = graph
        self.prefixes = prefixes
        self.used: set[str] = set()
        self._inside = owned(graph)
        self._by_length = sorted(prefixes.items(), key=lambda pair: -len(pair[1]))

    def subjects(self) -> list[Node]:
        """Return what gets a block of its own: the ontology, our terms, others, the nameless."""
        own = [node for node in self.graph if node not in self._inside]
        return sorted(
            own,
            key=lambda n: (
                isinstance(n, ox.BlankNode),
                n.value != ONTOLOGY,
                not n.value.startswith(CJ),
                n.value,
            ),
        )

    def block(self, node: Node) -> str:
        """Return the statements about a thing, one predicate a line."""
        nameless = isinstance(node, ox.BlankNode) and not any(
            value == node for statements in self.graph.values() for _, value in statements
        )
        return f"{'[]' if nameless else self.term(node)} {self._statements(node, 4)} .\n"

    def term(self, node: Node, indent: int = 4) -> str:
        """Return a term as Turtle writes it."""
        if isinstance(node, ox.NamedNode):
            return self._name(node.value)
        if isinstance(node, ox.Literal):
            return self._literal(node)
        members = list_members(node, self.graph, self._inside)
        if members is not None:
            return "( " + " ".join(self.term(m, indent) for m in members) + " )"
        if node in self._inside:
            return "[ " + self._statements(node, indent + 4) + " ]"
        return f"_:{node.value}"

    def _statements(self, node: Node, indent: int) -> str:
        values: dict[str, list[Node]] = {}
        for predicate, value in self.graph[node]:
            values.setdefault(predicate, []).append(value)
        rank = {iri: place for place, iri in enumerate(_FIRST)}
        lines = []
        for predicate in sorted(values, key=lambda iri: (rank.get(iri, len(rank)), iri)):
            verb = "a" if predicate == TYPE else self._name(predicate)
            lines.append(f"{verb} {', '.join(self.term(v, indent) for v in values[predicate])}")
        return f" ;\n{' ' * indent}".join(lines)

    def _name(self, iri: str) -> str:
        for prefix, namespace in self._by_length:
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
                self.used.add(prefix)
                return f"{prefix}:{iri[len(namespace) :]}"
        return str(ox.NamedNode(iri))

    def _literal(self, literal: ox.Literal) -> str:
        datatype = literal.datatype.value
        if literal.language or datatype == XSD + "string":
            return str(literal)
        return f"{ox.Literal(literal.value)}^^{self._name(datatype)}"
