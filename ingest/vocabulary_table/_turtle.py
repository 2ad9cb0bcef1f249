"""Writes a vocabulary as Turtle that people can read: a prefix block, then a block a term."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import pyoxigraph as ox

from cjgraph.namespaces import ID, RDF, XSD
from ingest.vocabulary_table._cells import Value, kind_of
from ingest.vocabulary_table._headings import REFERENCE, Column, column_order
from ingest.vocabulary_table._known import TABLE_PREFIXES

_LICENCE: Final = "# Licence: CC BY 4.0"
_LOCAL: Final = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_-]|\.(?=[A-Za-z0-9_-]))*")
_KIND: Final = re.compile(r"[a-z][a-z0-9-]*")
_SHORTHAND: Final = {
    XSD + "integer": re.compile(r"[-+]?\d+"),
    XSD + "decimal": re.compile(r"[-+]?\d*\.\d+"),
    XSD + "boolean": re.compile(r"true|false"),
}
_ESCAPES: Final = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)


def write_turtle(
    triples: Iterable[ox.Triple], *, title: str, order: Sequence[str] = (), head: str = ""
) -> str:
    """Write triples as Turtle.

    Args:
        triples: The vocabulary, without blank nodes; terms keep the order of their first
            statement.
        title: What the file holds, for its first line.
        order: IRIs of the terms that come first, such as the order of the file before.
        head: Comment lines of the file before, which stand in for title and licence.
    """
    terms: defaultdict[str, defaultdict[Column, list[Value]]]
    terms = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        assert isinstance(triple.subject, ox.NamedNode)  # noqa: S101 - said above
        column = Column(triple.predicate.value, kind_of(triple.object), triple.predicate.value)
        terms[triple.subject.value][column].append(triple.object)
    names = _Names()
    first = [iri for iri in dict.fromkeys(order) if iri in terms]
    blocks = [_block(iri, terms[iri], names) for iri in dict.fromkeys([*first, *terms])]
    text = head.strip() or f"# {title}\n{_LICENCE}"
    return "\n".join((text, "", names.header(), "", "\n\n".join(blocks), ""))


def head_and_order(text: str) -> tuple[str, list[str]]:
    """Return the leading comment of a Turtle file and its terms in order.

    Args:
        text: The file's content.
    """
    head = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        head.append(line)
    quads = ox.parse(text.encode("utf-8"), format=ox.RdfFormat.TURTLE)
    order = dict.fromkeys(q.subject.value for q in quads if isinstance(q.subject, ox.NamedNode))
    return "\n".join(head), list(order)


class _Names:
    """Shortens IRIs and remembers which prefixes that took."""

    def __init__(self) -> None:
        self._used: dict[str, str] = {}

    def short(self, iri: str) -> str:
        prefix, namespace = self._split(iri)
        local = iri[len(namespace) :]
        if prefix and _LOCAL.fullmatch(local):
            self._used[prefix] = namespace
            return f"{prefix}:{local}"
        return f"<{iri}>"

    def header(self) -> str:
        lines = (f"@prefix {prefix}: <{iri}> ." for prefix, iri in sorted(self._used.items()))
        return "\n".join(lines)

    @staticmethod
    def _split(iri: str) -> tuple[str, str]:
        if iri.startswith(ID):
            kind, slash, _ = iri[len(ID) :].partition("/")
            if slash and _KIND.fullmatch(kind) and kind not in TABLE_PREFIXES:
                return kind, f"{ID}{kind}/"
        section = TABLE_PREFIXES["act"] + "section/"
        if iri.startswith(section):
            return "section", section
        fitting = [pair for pair in TABLE_PREFIXES.items() if iri.startswith(pair[1])]
        return max(fitting, key=lambda pair: len(pair[1]), default=("", ""))

    def term(self, value: Value) -> str:
        if isinstance(value, ox.NamedNode):
            return self.short(value.value)
        assert isinstance(value, ox.Literal)  # noqa: S101 - blank nodes have no block
        datatype = value.datatype.value
        if datatype in _SHORTHAND and _SHORTHAND[datatype].fullmatch(value.value):
            return value.value
        text = '"' + value.value.translate(_ESCAPES) + '"'
        if value.language:
            return f"{text}@{value.language}"
        return text if datatype == XSD + "string" else f"{text}^^{self.short(datatype)}"


def _block(iri: str, statements: dict[Column, list[Value]], names: _Names) -> str:
    lines = []
    kinds = statements.get(Column(RDF + "type", REFERENCE, RDF + "type"), [])
    if kinds:
        lines.append(f"a {' , '.join(names.term(kind) for kind in kinds)}")
    for column in sorted(statements, key=column_order):
        if column.iri == RDF + "type":
            continue
        values = [names.term(value) for value in dict.fromkeys(statements[column])]
        joiner = " , " if column.kind == REFERENCE else " ,\n        "
        lines.append(f"{names.short(column.iri)} {joiner.join(values)}")
    return f"{names.short(iri)} " + " ;\n    ".join(lines) + " ."
