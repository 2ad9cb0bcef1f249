"""Writes a graph as JSON-LD in the short names of the context.

Source: JSON-LD 1.1, W3C Recommendation.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from cjgraph.namespaces import XSD
from cjgraph.publish._canonical import canonical
from cjgraph.publish._context import Context
from cjgraph.publish._lists import TYPE, Node, described, list_members, owned


def json_ld(triples: Iterable[ox.Triple], context: Context) -> bytes:
    """Write a graph as JSON-LD that carries its context, the same bytes for the same graph.

    Args:
        triples: The triples of one graph.
        context: Prefixes, and terms with the type or language of their values.
    """
    writer = _Writer(triples, context)
    return as_json({"@context": context, "@graph": writer.nodes()})


def as_json(content: Any) -> bytes:
    """Write plain data as JSON that people can read."""
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


class _Writer:
    def __init__(self, triples: Iterable[ox.Triple], context: Context) -> None:
        self.graph = described(canonical(triples))
        self._inside = owned(self.graph)
        prefixes = [(k, v) for k, v in context.items() if isinstance(v, str) and v.endswith("/")]
        prefixes += [(k, v) for k, v in context.items() if isinstance(v, str) and v.endswith("#")]
        self._prefixes = sorted(prefixes, key=lambda pair: -len(pair[1]))
        self._terms: dict[str, tuple[str, dict[str, str]]] = {}
        for name, definition in context.items():
            if isinstance(definition, dict):
                iri = self._long(definition["@id"])
                self._terms.setdefault(iri, (name, definition))

    def nodes(self) -> list[dict[str, Any]]:
        """Return every thing that is not written inside another."""
        return [self._node(node) for node in self.graph if node not in self._inside]

    def _node(self, node: Node) -> dict[str, Any]:
        written: dict[str, Any] = {}
        if isinstance(node, ox.NamedNode):
            written["@id"] = self._short(node.value)
        elif node not in self._inside:
            written["@id"] = f"_:{node.value}"
        for predicate, value in self.graph[node]:
            if predicate == TYPE and isinstance(value, ox.NamedNode):
                key, content = "@type", self._short(value.value)
            else:
                key, definition = self._terms.get(predicate, (self._short(predicate), {}))
                content = self._value(value, definition)
            written.setdefault(key, []).append(content)
        return {k: v[0] if isinstance(v, list) and len(v) == 1 else v for k, v in written.items()}

    def _value(self, value: Node, definition: dict[str, str]) -> Any:
        if isinstance(value, ox.NamedNode):
            short = self._short(value.value)
            return short if definition.get("@type") == "@id" else {"@id": short}
        if isinstance(value, ox.Literal):
            return _literal(value, definition, self._short(value.datatype.value))
        members = list_members(value, self.graph, self._inside)
        if members is not None:
            return {"@list": [self._value(member, {}) for member in members]}
        return self._node(value) if value in self._inside else {"@id": f"_:{value.value}"}

    def _short(self, iri: str) -> str:
        for prefix, namespace in self._prefixes:
            if iri.startswith(namespace) and not iri.startswith("//", len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri

    def _long(self, name: str) -> str:
        for prefix, namespace in self._prefixes:
            if name.startswith(prefix + ":"):
                return namespace + name[len(prefix) + 1 :]
        return name


def _literal(literal: ox.Literal, definition: dict[str, str], datatype: str) -> Any:
    if literal.language:
        bare = definition.get("@language") == literal.language
        return literal.value if bare else {"@value": literal.value, "@language": literal.language}
    if literal.datatype.value == XSD + "string":
        bare = not {"@type", "@language"} & set(definition)
        return literal.value if bare else {"@value": literal.value}
    bare = definition.get("@type") == datatype
    return literal.value if bare else {"@value": literal.value, "@type": datatype}
