"""Writes the rows of a table as triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from cjgraph.namespaces import CJ, GEOGRAPHY, RDF, XSD, thing
from ingest.register._fields import Field, Table
from ingest.table import Row


def row_triples(table: Table, rows: Iterable[Row]) -> Iterator[ox.Triple]:
    """Yield the triples of a table, row by row.

    An empty cell says nothing. There are no blank nodes.

    Args:
        table: Which table.
        rows: Its rows, read and checked.
    """
    for row in rows:
        subject = ox.NamedNode(thing(table.kind, row.one["id"]))
        yield ox.Triple(subject, ox.NamedNode(RDF + "type"), ox.NamedNode(table.type))
        for field in table.fields:
            name = field.column.name
            values = row.many[name] if field.column.many else (row.one[name],)
            for value in values:
                if value and field.predicate:
                    yield ox.Triple(subject, ox.NamedNode(field.predicate), _term(field, value))


def _term(field: Field, value: str) -> ox.NamedNode | ox.Literal:
    match field.form:
        case "words":
            return ox.Literal(value, language="en")
        case "date":
            return ox.Literal(value, datatype=ox.NamedNode(XSD + "date"))
        case "number":
            return ox.Literal(value, datatype=ox.NamedNode(XSD + "decimal"))
        case "flag":
            return ox.Literal(value == "yes")
        case "thing":
            return ox.NamedNode(thing(field.column.kind[0], value.lower()))
        case "area":
            return ox.NamedNode(GEOGRAPHY + value)
        case "address":
            return ox.NamedNode(value)
        case "status":
            return ox.NamedNode(CJ + value)
        case _:
            return ox.Literal(value)
