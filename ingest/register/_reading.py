"""Reads the tables and checks what ties a row together."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from cjgraph.errors import FileNotReadable, SyntaxFault
from cjgraph.namespaces import GEOGRAPHY, ID, RDF
from ingest.graph_file import parse_graph
from ingest.register._fields import ENTRIES, OBSERVATIONS, SERVICES, Table
from ingest.table import Codes, Faults, Row, read_table

#: How many faults are listed in one message.
_SHOWN = 20


def known_codes(ontology: Path) -> Codes:
    """Read which things the tables may name.

    Args:
        ontology: The ontology folder; its vocabularies, its catalogue of evidence and its
            services are read.

    Returns:
        Kind in the IRI to the slugs that exist; areas are under ``"area"`` by GSS code.

    Raises:
        FileNotReadable: There are no vocabularies.
        SyntaxFault: A vocabulary is broken.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    files = sorted((ontology / "vocabularies").glob("*.ttl"))
    if not files:
        raise FileNotReadable(f"There are no vocabulary files (*.ttl) in {ontology}.")
    for file in files:
        for triple in parse_graph(file.read_bytes(), file.name):
            if triple.predicate.value == RDF + "type" and isinstance(triple.subject, ox.NamedNode):
                kind, name = _kind_and_name(triple.subject.value)
                found[kind].add(name)
    for kind, table in (
        ("publication", ontology / "catalogue" / "publications.csv"),
        ("finding", ontology / "catalogue" / "findings.csv"),
        ("service", ontology / "services" / SERVICES.file),
    ):
        found[kind] |= set(_ids(table))
    return {kind: frozenset(names) for kind, names in found.items()}


def read_rows(folder: Path, table: Table, codes: Codes) -> list[Row]:
    """Read one table and check every row.

    Args:
        folder: The folder that holds the table.
        table: Which table.
        codes: What its cells may name, as ``known_codes`` gives it.

    Raises:
        FileNotReadable: The table is missing or may not be read.
        SyntaxFault: Cells are at fault; the message lists the first twenty by file, row
            and column.
    """
    faults = Faults()
    rows = read_table(folder / table.file, table.columns, codes, faults)
    first: dict[str, int] = {}
    for row in rows:
        name = row.one["id"]
        if name in first:
            what = f"'{name}' is already the id of row {first[name]}"
            faults.add(table.file, row.number, "id", what)
        first.setdefault(name, row.number)
        _check_days(table, row, faults)
        if not (row.many["source"] or row.many["publications"]):
            what = "there is neither a source nor a publication that this comes from"
            faults.add(table.file, row.number, "source", what)
        if table is ENTRIES:
            _check_entry(row, faults)
        if table is SERVICES and row.one["id"] in row.many["duplicates"]:
            faults.add(table.file, row.number, "duplicates", "a service can't duplicate itself")
        if table is OBSERVATIONS and not (row.one["area"] or row.many["populations"]):
            what = "the figure is neither for an area nor about a group of people"
            faults.add(table.file, row.number, "area", what)
    _raise_if_any(folder, faults)
    return rows


def _check_days(table: Table, row: Row, faults: Faults) -> None:
    days: dict[str, date] = {}
    for field in table.fields:
        value = row.one.get(field.column.name, "")
        pattern = field.column.pattern
        if field.form == "date" and value and pattern and pattern.fullmatch(value):
            try:
                days[field.column.name] = date.fromisoformat(value)
            except ValueError:
                what = f"'{value}' is not a day of the calendar"
                faults.add(table.file, row.number, field.column.name, what)
    for start, end in (("period_start", "period_end"), ("funded_from", "funded_to")):
        if start in days and end in days and days[start] > days[end]:
            what = f"the last day ({days[end]}) is before the first day ({days[start]})"
            faults.add(table.file, row.number, end, what)


def _check_entry(row: Row, faults: Faults) -> None:
    file, cells = ENTRIES.file, row.one
    if cells["status"] == "not-known":
        for name in ("period_start", "period_end", "published_on", "address", "format"):
            if cells[name]:
                what = "a document that is not known can't have this; change its status"
                faults.add(file, row.number, name, what)
    end = cells["period_end"]
    if cells["kind"] == "annual-report" and end and not end.endswith("-03-31"):
        what = f"an annual report is for a year to 31 March, not to {end}"
        faults.add(file, row.number, "period_end", what)


def _raise_if_any(folder: Path, faults: Faults) -> None:
    count = len(faults.entries)
    if count:
        more = [f"and {count - _SHOWN} more"] if count > _SHOWN else []
        head = f"The tables in {folder} have {count} fault{'s' if count > 1 else ''}:"
        raise SyntaxFault("\n  ".join([head, *faults.entries[:_SHOWN], *more]))


def _kind_and_name(iri: str) -> tuple[str, str]:
    if iri.startswith(GEOGRAPHY):
        return "area", iri.removeprefix(GEOGRAPHY)
    kind, _, name = iri.removeprefix(ID).partition("/")
    return kind, name


def _ids(table: Path) -> Iterator[str]:
    """Yield the ids of a table; what is wrong with it is said where it is read itself."""
    if table.is_file():
        text = table.read_text(encoding="utf-8-sig", errors="replace")
        for row in csv.DictReader(text.splitlines()):
            if row.get("id"):
                yield row["id"]
