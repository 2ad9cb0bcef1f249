"""Reads the rows of a sheet into statements, noting every fault with its place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox

from cjgraph.namespaces import ID, RDFS, SKOS
from ingest.vocabulary_table._cells import Value, kind_of, read_cell, read_literal, same_value
from ingest.vocabulary_table._faults import TableFault
from ingest.vocabulary_table._headings import REFERENCE, Column
from ingest.vocabulary_table._known import Known, long, nearest, short
from ingest.vocabulary_table._sheet import Sheet, garbled
from ingest.vocabulary_table._table import ID_HEADING, TYPE

#: What spreadsheet programs save for a formula gone wrong or a column that is too narrow.
_BROKEN: Final = re.compile(r"#(NAME\?|REF!|VALUE!|N/A|DIV/0!|NUM!|NULL!|#+)")
_NEW_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+)+")
_LABELS: Final = frozenset({SKOS + "prefLabel", RDFS + "label"})

#: Statements of one term: property and value, in the order of the columns.
Statements = list[tuple[str, Value]]


@dataclass(slots=True)
class Rows:
    """The rows of a sheet as statements.

    Args:
        sheet: The sheet.
        columns: What each column stands for; None for "id" and for what is not known.
        terms: IRI of each term to its statements, in the order of the rows.
        numbers: IRI of each term to the number of its row.
        faults: What has to be mended.
        absent: Columns that the vocabulary uses and the sheet lacks.
    """

    sheet: Sheet
    columns: list[Column | None] = field(default_factory=list)
    terms: dict[str, Statements] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    faults: list[TableFault] = field(default_factory=list)
    absent: list[Column] = field(default_factory=list)

    def fault(self, row: int, column: int, message: str) -> None:
        """Note a fault.

        Args:
            row: The row as a spreadsheet counts it.
            column: The column, counted from 0; -1 for the whole row.
            message: What is wrong, without the place.
        """
        heading = ""
        if 0 <= column < len(self.sheet.header):
            known = self.columns[column] if column < len(self.columns) else None
            heading = known.name if known else self.sheet.header[column].strip()
        self.faults.append(TableFault(row, column, heading, message))

    def fault_at(self, iri: str, property_iri: str, message: str) -> None:
        """Note a fault of a term at the column of a property, or else at its row."""
        places = [i for i, c in enumerate(self.columns) if c and c.iri == property_iri]
        self.fault(self.numbers[iri], places[0] if places else -1, message)

    def values(self, iri: str, property_iri: str) -> list[Value]:
        """Return what is said of a term by a property."""
        return [value for prop, value in self.terms[iri] if prop == property_iri]

    def triples(self) -> Iterator[ox.Triple]:
        """Yield all statements."""
        for iri, statements in self.terms.items():
            for prop, value in statements:
                yield ox.Triple(ox.NamedNode(iri), ox.NamedNode(prop), value)


def read_rows(sheet: Sheet, before: Iterable[ox.Triple], known: Known) -> Rows:
    """Read a sheet.

    Args:
        sheet: Its cells.
        before: The vocabulary as it is; columns that the sheet lacks are kept from it.
        known: What the sheet may speak of; takes in the terms of the sheet.
    """
    rows = Rows(sheet)
    old: defaultdict[tuple[str, str, str], list[Value]] = defaultdict(list)
    described = set()
    for triple in before:
        subject = triple.subject.value if isinstance(triple.subject, ox.NamedNode) else ""
        described.add(subject)
        old[subject, triple.predicate.value, kind_of(triple.object)].append(triple.object)
    if not _read_header(rows, known):
        return rows
    given = {(c.iri, c.kind) for c in rows.columns if c}
    lacking = {(prop, kind) for _, prop, kind in old} - given
    rows.absent = [known.headings.column(prop, kind) for prop, kind in sorted(lacking)]
    cells = _read_terms(rows, described, known)
    for iri in rows.terms:
        for lacked in rows.absent:
            for kept in old.get((iri, lacked.iri, lacked.kind), ()):
                known.add(iri, lacked.iri, kept)
    for iri, (number, row) in cells.items():
        for position, column in enumerate(rows.columns):
            if column is None or position >= len(row):
                continue
            existing = old.get((iri, column.iri, column.kind), [])
            for value in _read_values(rows, (number, position), row[position], column, known):
                same = (e for e in existing if same_value(e, value, lossy=sheet.lossy))
                statement = (column.iri, next(same, value))
                if statement in rows.terms[iri]:
                    continue
                if garbled(getattr(value, "value", "")) and value not in existing:
                    rows.fault(
                        number,
                        position,
                        "the letters look garbled, as when UTF-8 is opened as another"
                        " encoding; open the file again as UTF-8",
                    )
                rows.terms[iri].append(statement)
        for lacked in rows.absent:
            values = old.get((iri, lacked.iri, lacked.kind), ())
            rows.terms[iri] += [(lacked.iri, value) for value in values]
    return rows


def _read_header(rows: Rows, known: Known) -> bool:
    """Read the headings; tell whether there is enough to go on."""
    seen: dict[str, int] = {}
    has_id = False
    for position, cell in enumerate(rows.sheet.header):
        heading = " ".join(cell.split())
        rows.columns.append(None)
        if not heading:
            if any(len(row) > position and row[position].strip() for _, row in rows.sheet.rows):
                rows.fault(1, position, "there are cells below, but no heading")
            continue
        first = seen.setdefault(heading.casefold(), position)
        if first != position:
            rows.fault(1, position, f"the heading '{heading}' stands twice")
            continue
        if heading.casefold() == ID_HEADING:
            has_id = True
            continue
        meant = known.headings.read(heading)
        if meant is None:
            near = nearest(heading, known.headings.known())
            rows.fault(1, position, f"there is no property '{heading}'{near}")
        elif wrong := known.headings.misuse(meant):
            rows.fault(1, position, wrong)
        else:
            rows.columns[position] = meant
    for heading, there in (
        (ID_HEADING, has_id),
        ("type", any(c and c.iri == TYPE for c in rows.columns)),
    ):
        if not there:
            rows.fault(1, -1, f"there is no column '{heading}'")
    return not any(fault.column < 0 for fault in rows.faults)


def _read_terms(
    rows: Rows, described: set[str], known: Known
) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Read ids, labels and types first: references of any row may need them."""
    place = next(i for i, h in enumerate(rows.sheet.header) if h.strip().casefold() == ID_HEADING)
    found: dict[str, tuple[int, tuple[str, ...]]] = {}
    for number, row in rows.sheet.rows:
        for position in range(len(rows.sheet.header), len(row)):
            if row[position].strip():
                rows.fault(number, position, "there is no heading above")
        cell = row[place] if place < len(row) else ""
        iri = _read_id(rows, number, place, cell)
        if iri is None:
            continue
        if iri in found:
            rows.fault(number, place, f"'{short(iri)}' is already the id of row {found[iri][0]}")
            continue
        if iri not in described and iri in known.typed and _is_typed(rows, row):
            graph = short(known.typed[iri]).rpartition("/")[2]
            rows.fault(number, place, f"'{short(iri)}' is already a term of '{graph}'")
            continue
        found[iri] = (number, row)
        rows.terms[iri] = []
        rows.numbers[iri] = number
        for position, column in enumerate(rows.columns):
            if column is None or position >= len(row):
                continue
            if column.iri == TYPE or column.iri in _LABELS:
                for value in _read_values(None, (number, position), row[position], column, known):
                    known.add(iri, column.iri, value)
    return found


def _read_id(rows: Rows, number: int, place: int, cell: str) -> str | None:
    names = read_cell(cell)
    if len(names) != 1:
        rows.fault(number, place, "holds more than one id" if names else "is empty")
        return None
    iri = long(names[0])
    if iri is None or (iri.startswith(ID) and not _NEW_ID.fullmatch(iri[len(ID) :])):
        rows.fault(number, place, f"'{names[0]}' is no id; write one such as need/housing")
        return None
    return iri


def _is_typed(rows: Rows, row: tuple[str, ...]) -> bool:
    return any(
        c and c.iri == TYPE and cell.strip() for c, cell in zip(rows.columns, row, strict=False)
    )


def _read_values(
    rows: Rows | None, place: tuple[int, int], cell: str, column: Column, known: Known
) -> Iterator[Value]:
    """Yield the values of a cell; faults are noted where there is a place for them."""
    for text in read_cell(cell):
        try:
            if _BROKEN.fullmatch(text):
                raise ValueError(f"'{text}' is an error of the spreadsheet program, not a value")
            if column.kind != REFERENCE:
                yield read_literal(text, column.kind)
            elif column.iri == TYPE:
                yield ox.NamedNode(known.class_of(text))
            elif rows is not None:
                yield ox.NamedNode(known.term(text, rows.terms, column.iri))
        except ValueError as error:
            if rows is not None:
                rows.fault(*place, str(error))
