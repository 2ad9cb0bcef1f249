"""Checks an edited table as a whole and says what it would change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from cjgraph.namespaces import CJ, DCTERMS, RDFS, SKOS
from ingest.vocabulary_table._differences import Difference, differences
from ingest.vocabulary_table._faults import TableFault
from ingest.vocabulary_table._known import Known, short
from ingest.vocabulary_table._rows import Rows, read_rows
from ingest.vocabulary_table._sheet import read_sheet
from ingest.vocabulary_table._table import DEPRECATED, REPLACED_BY, TYPE

_LABEL, _PREFERRED = RDFS + "label", SKOS + "prefLabel"
_SOURCE, _STATUS = DCTERMS + "source", CJ + "wordingStatus"
_NOTE, _UNCONFIRMED = CJ + "confirmationNote", CJ + "unconfirmed"
_SCHEME, _EDITION = SKOS + "inScheme", CJ + "inEdition"
_HISTORY: Final = SKOS + "historyNote"
_NOTATION: Final = SKOS + "notation"
_CONCEPT: Final = SKOS + "Concept"
_CONCEPT_SCHEME: Final = SKOS + "ConceptScheme"

#: Properties that must not lead back to where they start.
_UPWARD: Final = (SKOS + "broader", REPLACED_BY, CJ + "replacesEdition")


@dataclass(frozen=True, slots=True)
class TableEdit:
    """An edited table, read and checked against the vocabulary as it is.

    Args:
        faults: What has to be mended, all at once; an edit with faults is not applied.
        notes: What was unusual and taken in stride, in sentences.
        differences: What would change, in words.
        triples: The vocabulary as the table has it, in the order of its rows.
        sha256: Hash of the file.
        rows: IRI of each term to the number of its row.
    """

    faults: tuple[TableFault, ...]
    notes: tuple[str, ...]
    differences: tuple[Difference, ...]
    triples: tuple[ox.Triple, ...]
    sha256: str
    rows: Mapping[str, int]


def read_edit(
    content: bytes, name: str, graphs: Mapping[str, list[ox.Triple]], edited: str
) -> TableEdit:
    """Read an edited table.

    Args:
        content: The bytes of the CSV file.
        name: Its name, for messages.
        graphs: IRI of each named graph to its triples: the ontology, all vocabularies and
            what else they may refer to.
        edited: IRI of the graph that the table describes; it need not exist yet.

    Raises:
        WrongFormat: It is no CSV file.
        SyntaxFault: It is empty or no well-formed CSV.
    """
    sheet = read_sheet(content, name)
    known = Known(graphs, edited)
    before = list(graphs.get(edited, ()))
    rows = read_rows(sheet, before, known)
    notes = list(sheet.notes)
    triples = list(rows.triples())
    changes: list[Difference] = []
    if rows.terms:
        _check(rows, known, before)
        changes = differences(before, triples, known)
        for change in changes:
            if change.kind == "gone":
                rows.faults.append(TableFault(0, -1, "", change.text))
    elif not rows.faults:
        rows.faults.append(TableFault(0, -1, "", f"{name} has headings, but no rows."))
    if rows.absent:
        names = ", ".join(column.heading for column in rows.absent)
        notes.append(f"Columns that {name} lacks stay as they are: {names}.")
    faults = tuple(sorted(set(rows.faults), key=lambda f: (not f.row, f)))
    return TableEdit(
        faults, tuple(notes), tuple(changes), tuple(triples), sheet.sha256, rows.numbers
    )


def _check(rows: Rows, known: Known, before: Iterable[ox.Triple]) -> None:
    _check_required(rows, known)
    _check_notations(rows, known, before)
    for triple in rows.triples():
        if isinstance(triple.object, ox.NamedNode) and isinstance(triple.subject, ox.NamedNode):
            known.links[triple.subject.value, triple.predicate.value].add(triple.object.value)
    for property_iri in _UPWARD:
        _check_circles(rows, known, property_iri)


def _check_required(rows: Rows, known: Known) -> None:
    broken = {(f.row, f.column) for f in rows.faults}
    for iri in rows.terms:
        if iri in known.typed:
            continue  # the term is another vocabulary's; this one only adds to it
        is_concept = known.is_a(known.types[iri], _CONCEPT)
        labels = (_PREFERRED,) if is_concept else (_LABEL, _PREFERRED)
        wanted: list[tuple[tuple[str, ...], str]] = [
            ((TYPE,), "is empty; every term needs a type"),
            (labels, "is empty; every term needs a label"),
            ((_SOURCE,), "is empty; every term needs a source, such as source/cjgraph-editors"),
            ((_STATUS,), "is empty; write cj:confirmed, cj:unconfirmed, or what else is true"),
        ]
        if is_concept:
            wanted.append(((_SCHEME, _EDITION), "is empty; every concept belongs to a scheme"))
        if ox.NamedNode(_UNCONFIRMED) in rows.values(iri, _STATUS):
            wanted.append(((_NOTE,), "is empty; say what is not confirmed"))
        for properties, message in wanted:
            if not any(rows.values(iri, prop) for prop in properties):
                _missing(rows, broken, iri, properties[0], message, known)
        _check_single(rows, iri, known)


def _missing(
    rows: Rows,
    broken: set[tuple[int, int]],
    iri: str,
    property_iri: str,
    message: str,
    known: Known,
) -> None:
    """Note an empty cell, unless another fault of the same cell is the cause."""
    places = [i for i, c in enumerate(rows.columns) if c and c.iri == property_iri]
    if any((rows.numbers[iri], place) in broken for place in places):
        return
    if places:
        rows.fault(rows.numbers[iri], places[0], message)
        return
    kind = "@en" if property_iri in (_PREFERRED, _LABEL, _NOTE) else ""
    heading = known.headings.column(property_iri, kind).heading
    rows.fault(rows.numbers[iri], -1, f"the column '{heading}' is missing or {message}")


def _check_single(rows: Rows, iri: str, known: Known) -> None:
    by_language: defaultdict[str, int] = defaultdict(int)
    for value in rows.values(iri, _PREFERRED):
        by_language[getattr(value, "language", "") or ""] += 1
    for language, count in by_language.items():
        if count > 1:
            rows.fault_at(
                iri,
                _PREFERRED,
                f"holds {count} labels; a term has one preferred label in a language"
                f" ({language}), the others are alternative labels",
            )
    marked = any(getattr(v, "value", "") in ("true", "1") for v in rows.values(iri, DEPRECATED))
    if marked and not (rows.values(iri, REPLACED_BY) or rows.values(iri, _HISTORY)):
        message = (
            "is empty; say which term replaces the deprecated one, or in a column"
            " 'history note (en)' why there is none"
        )
        rows.fault_at(iri, REPLACED_BY, message)


def _check_notations(rows: Rows, known: Known, before: Iterable[ox.Triple]) -> None:
    """Find notations that the edit doubles; what was doubled before is no fault of the edit."""
    old = {(str(t.subject), str(t.object)) for t in before if t.predicate.value == _NOTATION}
    first: dict[tuple[str, str], str] = {}
    for iri in rows.terms:
        schemes = rows.values(iri, _SCHEME)
        if not schemes and known.is_a(known.types[iri], _CONCEPT_SCHEME):
            schemes = rows.values(iri, TYPE)
        for value in rows.values(iri, _NOTATION):
            for scheme in schemes:
                key = (str(scheme), getattr(value, "value", ""))
                other = first.setdefault(key, iri)
                if other != iri and not {(f"<{i}>", str(value)) for i in (iri, other)} <= old:
                    where = f"row {rows.numbers[other]} ({short(other)})"
                    rows.fault_at(iri, _NOTATION, f"'{key[1]}' is already the notation of {where}")


def _check_circles(rows: Rows, known: Known, property_iri: str) -> None:
    told: set[str] = set()
    for iri in rows.terms:
        circle = None if iri in told else _circle(known, iri, property_iri)
        if circle:
            told.update(circle)
            way = " → ".join(short(one) for one in circle)
            rows.fault_at(iri, property_iri, f"leads round in a circle: {way}")


def _circle(known: Known, start: str, property_iri: str) -> list[str] | None:
    """Return the way from a term back to itself, if there is one."""
    came_from: dict[str, str] = {}
    todo = [start]
    while todo:
        one = todo.pop()
        for other in sorted(known.links.get((one, property_iri), ())):
            if other == start:
                return _way_back(came_from, start, one)
            if other not in came_from:
                came_from[other] = one
                todo.append(other)
    return None


def _way_back(came_from: Mapping[str, str], start: str, last: str) -> list[str]:
    way = [start, last]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]
