"""What was read from a list: records, faults and notes, each with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

import pyoxigraph as ox

from cjgraph.namespaces import CJ, DCTERMS, RDF, RDFS, SCHEMA, SKOS, XSD

#: What is said of everything that comes from a list nobody here has checked.
UNCHECKED = "Taken from an imported list as it stands; nobody here has checked it."


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that keeps a record, or the whole list, out of the data.

    Args:
        place: Where it stands, such as ``services.csv, row 4, column url``.
        message: What is wrong and what to do, as a clause.
        record: Place of the record that it keeps out; empty where it is the whole list.
    """

    place: str
    message: str
    record: str = ""

    def line(self) -> str:
        """Return place and message as one line."""
        return f"{self.place}: {self.message}"

    def to_json(self) -> dict[str, Any]:
        """Return the fault as plain data for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing that keeps nothing out.

    Args:
        place: Where it stands; the name of the file where it is about all of it.
        message: What was noted, as a clause.
    """

    place: str
    message: str

    def line(self) -> str:
        """Return place and message as one line."""
        return f"{self.place}: {self.message}"

    def to_json(self) -> dict[str, Any]:
        """Return the note as plain data for JSON."""
        return asdict(self)


@dataclass(slots=True)
class Record:
    """One thing of a list, and all that is said of it.

    Args:
        iri: Its IRI.
        label: Its name for people.
        place: Where it stands in the file.
        triples: What is said of it; it is the subject of each.
        adds_to: Whether it only adds to a thing that another graph describes.
    """

    iri: str
    label: str
    place: str
    triples: dict[ox.Triple, None] = field(default_factory=dict)
    adds_to: bool = False

    def add(self, predicate: str, term: ox.NamedNode | ox.Literal) -> None:
        """Say something of it."""
        self.triples[ox.Triple(ox.NamedNode(self.iri), ox.NamedNode(predicate), term)] = None

    def type(self, iri: str) -> None:
        """Say what it is."""
        self.link(RDF + "type", iri)

    def link(self, predicate: str, *iris: str) -> None:
        """Link it to things or addresses; an empty one says nothing."""
        for iri in iris:
            if iri:
                self.add(predicate, ox.NamedNode(iri))

    def text(self, predicate: str, *values: str) -> None:
        """Say plain text; an empty one says nothing."""
        for value in values:
            if value:
                self.add(predicate, ox.Literal(value))

    def words(self, predicate: str, *values: str) -> None:
        """Say words in English; empty ones say nothing."""
        for value in values:
            if value:
                self.add(predicate, ox.Literal(value, language="en"))

    def typed(self, predicate: str, value: str, datatype: str) -> None:
        """Say a value of an XML Schema datatype; an empty one says nothing."""
        if value:
            self.add(predicate, ox.Literal(value, datatype=ox.NamedNode(XSD + datatype)))

    def named(self) -> None:
        """Say its label."""
        self.words(RDFS + "label", self.label)

    def unchecked(self) -> None:
        """Say that nobody here has checked it."""
        self.link(CJ + "wordingStatus", CJ + "unconfirmed")
        self.words(CJ + "confirmationNote", UNCHECKED)


#: What to call the properties of other vocabularies in a list of changes.
PROPERTY_NAMES = {
    RDF + "type": "kind",
    RDFS + "label": "name",
    RDFS + "seeAlso": "further address",
    SKOS + "altLabel": "other name",
    SKOS + "definition": "definition",
    SKOS + "notation": "code",
    SKOS + "editorialNote": "note",
    DCTERMS + "title": "title",
    DCTERMS + "creator": "author",
    DCTERMS + "publisher": "publisher",
    DCTERMS + "identifier": "identifier",
    DCTERMS + "description": "description",
    DCTERMS + "bibliographicCitation": "published in",
    DCTERMS + "source": "source",
    SCHEMA + "url": "address",
    SCHEMA + "datePublished": "year",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What a list says, before anything is written.

    Args:
        format: What the file is, in words.
        records: What can be loaded, faulty records left out.
        faults: Everything that is wrong, in the order of the file.
        notes: What is worth knowing.
        left_out: Names of the records that are faulty.
    """

    format: str
    records: tuple[Record, ...]
    faults: tuple[Fault, ...] = ()
    notes: tuple[Note, ...] = ()
    left_out: tuple[str, ...] = ()


class DraftBuilder:
    """Collects records, faults and notes while a list is read.

    Args:
        file: The name of the file.
        format: What it is, in words.
    """

    def __init__(self, file: str, format: str) -> None:
        self.file = file
        self.format = format
        self.faults: dict[Fault, None] = {}
        self.notes: dict[Note, None] = {}
        self._records: dict[str, Record] = {}
        self._refused: dict[str, str] = {}

    def fault(self, place: str, message: str, record: str = "") -> None:
        """Note a fault; without a record it keeps the whole list out."""
        self.faults[Fault(place, message, record)] = None

    def note(self, place: str, message: str) -> None:
        """Note something that keeps nothing out, once."""
        self.notes[Note(place, message)] = None

    def row(self, place: str) -> RowFaults:
        """Return where the faults of one record are collected."""
        return RowFaults(self, place)

    def has(self, iri: str) -> Record | None:
        """Return the record with an IRI, if it was read."""
        return self._records.get(iri)

    def keep(
        self, record: Record, faults: RowFaults | None = None, *, same: str = "the same id"
    ) -> bool:
        """Take a record in, unless it is faulty or another has its identity.

        Args:
            record: The record.
            faults: What is wrong with it.
            same: What two records have in common that have one identity.

        Returns:
            Whether it is part of the draft now.
        """
        if faults is not None and faults.entries:
            self.refuse(faults, record.label)
            return False
        before = self._records.get(record.iri)
        if before is None:
            self._records[record.iri] = record
            return True
        if before.triples.keys() == record.triples.keys():
            self.note(record.place, f"is the same as {before.place}, and was read once")
            return True
        where = faults or self.row(record.place)
        where.add("", f"has {same} as {before.place}, but says something else; keep one of the two")
        self.refuse(where, record.label)
        return False

    def refuse(self, faults: RowFaults, label: str) -> None:
        """Leave a record out for its faults.

        Args:
            faults: What is wrong with it.
            label: What to call it.
        """
        for place, message in faults.entries:
            self.fault(place, message, faults.place)
        self._refused[faults.place] = label

    def draft(self) -> Draft:
        """Return what was collected."""
        left_out = {fault.record: "" for fault in self.faults if fault.record} | self._refused
        return Draft(
            self.format,
            tuple(self._records.values()),
            tuple(self.faults),
            tuple(self.notes),
            tuple(f"{name} ({place})" if name else place for place, name in left_out.items()),
        )


class RowFaults:
    """The faults of one record, at their places."""

    def __init__(self, builder: DraftBuilder, place: str) -> None:
        self.builder = builder
        self.place = place
        self.entries: dict[tuple[str, str], None] = {}

    def add(self, place: str, message: str) -> None:
        """Note a fault; the record's own place stands in for an empty one."""
        self.entries[(place or self.place, message)] = None

    def note(self, place: str, message: str) -> None:
        """Note something that keeps nothing out."""
        self.builder.note(place or self.place, message)


def listed(names: Iterable[str], *, most: int = 8) -> str:
    """Return names as a list in words, cut where it is long."""
    known = list(names)
    more = f" and {len(known) - most} more" if len(known) > most else ""
    return ", ".join(known[:most]) + more
