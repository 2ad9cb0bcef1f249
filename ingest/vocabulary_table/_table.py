"""Writes the terms of a vocabulary as a table: one row a term, one column a property."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from cjgraph.errors import WrongFormat
from cjgraph.namespaces import DCTERMS, OWL, RDF, SKOS, XSD
from ingest.vocabulary_table._cells import Value, guard, kind_of, write_cell
from ingest.vocabulary_table._headings import REFERENCE, Column, column_order
from ingest.vocabulary_table._known import Known, short

ID_HEADING: Final = "id"
TYPE: Final = RDF + "type"
DEPRECATED: Final = OWL + "deprecated"
REPLACED_BY: Final = DCTERMS + "isReplacedBy"

#: Columns that every table has, filled or not: terms are marked there, not deleted.
_ALWAYS: Final = ((TYPE, REFERENCE), (DEPRECATED, XSD + "boolean"), (REPLACED_BY, REFERENCE))


def columns_of(triples: Iterable[ox.Triple], known: Known) -> list[Column]:
    """Return the columns of a vocabulary's table, in order.

    Args:
        triples: The vocabulary.
        known: Gives the headings.

    Raises:
        WrongFormat: The vocabulary has blank nodes, which have no row.
    """
    found = set(_ALWAYS)
    for triple in triples:
        if isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode):
            raise WrongFormat("A vocabulary with blank nodes can't be written as a table.")
        found.add((triple.predicate.value, kind_of(triple.object)))
    columns = [known.headings.column(iri, kind) for iri, kind in found]
    return sorted(columns, key=column_order)


def write_table(triples: Iterable[ox.Triple], known: Known) -> bytes:
    """Write a vocabulary as a CSV file that opens right in spreadsheet programs.

    UTF-8 with a byte order mark and CRLF; no cell can be run as a formula.

    Args:
        triples: The vocabulary.
        known: Gives the headings.

    Raises:
        WrongFormat: The vocabulary has blank nodes, which have no row.
    """
    content = list(triples)
    columns = columns_of(content, known)
    cells: defaultdict[str, defaultdict[tuple[str, str], list[str]]]
    cells = defaultdict(lambda: defaultdict(list))
    for triple in content:
        value = triple.object
        assert isinstance(triple.subject, ox.NamedNode)  # noqa: S101 - seen to above
        text = value.value if isinstance(value, ox.Literal) else short(_iri(value))
        cells[triple.subject.value][triple.predicate.value, kind_of(value)].append(text)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([ID_HEADING, *(column.heading for column in columns)])
    for iri in sorted(cells, key=lambda iri: _row_order(iri, cells[iri])):
        row = cells[iri]
        values = ((row[c.iri, c.kind], c.kind) for c in columns)
        writer.writerow([guard(short(iri)), *(write_cell(sorted(v), kind) for v, kind in values)])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _iri(term: Value) -> str:
    assert isinstance(term, ox.NamedNode)  # noqa: S101 - blank nodes were refused
    return term.value


def _row_order(
    iri: str, row: dict[tuple[str, str], list[str]]
) -> tuple[bool, str, list[tuple[int, str]]]:
    types = row[TYPE, REFERENCE]
    is_scheme = short(SKOS + "ConceptScheme") in types
    return (not is_scheme, " ".join(sorted(types)), natural(short(iri)))


def natural(text: str) -> list[tuple[int, str]]:
    """Return a sort key by which "ndo-9" stands before "ndo-10"."""
    parts = re.split(r"(\d+)", text)
    return [(int(p), "") if p.isdigit() and p.isascii() else (-1, p) for p in parts]
