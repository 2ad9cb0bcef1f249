"""The vocabularies of the store: listed, found by name, and replaced by an edit of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from typing import Any, Final

import pyoxigraph as ox

from cjgraph.errors import InputError, StoreError, UnknownThing
from cjgraph.namespaces import graph
from cjgraph.store import DataFolder, GraphSource, Snapshot, StoreWriter, fingerprint
from ingest.vocabulary_table._edit import TableEdit

_KIND: Final = "vocabulary"
_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

#: Kinds of graph that a vocabulary must not refer to: they are not the nation's.
_OTHERS: Final = ("example", "synthetic", "plan", "draft", "provenance", "published")

_GRAPHS: Final = """SELECT ?graph ?kind ?edited {
    ?graph cj:graphKind ?kind ; cj:isCurrent true .
    OPTIONAL { ?graph cj:editedHere ?edited } }"""


@dataclass(frozen=True, slots=True)
class VocabularyEntry:
    """One vocabulary of the store.

    Args:
        name: Its name, which is that of its file without the ending.
        terms: How many terms it describes.
        statements: How many statements it holds.
        edited_here: Whether it was edited in this installation.
    """

    name: str
    terms: int
    statements: int
    edited_here: bool

    def to_json(self) -> dict[str, Any]:
        """Return the entry as plain data for JSON."""
        return asdict(self)


def vocabulary_iri(name: str) -> str:
    """Return the IRI of the graph of a vocabulary."""
    return graph(_KIND, name)


def list_vocabularies(snapshot: Snapshot) -> list[VocabularyEntry]:
    """Return the vocabularies of a snapshot, by name."""
    found = []
    for row in snapshot.rows(_GRAPHS):
        if row["kind"] == _KIND:
            triples = list(snapshot.triples(row["graph"]))
            terms = {triple.subject for triple in triples}
            name = row["graph"].rpartition("/")[2]
            found.append(VocabularyEntry(name, len(terms), len(triples), "edited" in row))
    return sorted(found, key=lambda entry: entry.name)


def referable_graphs(snapshot: Snapshot) -> dict[str, list[ox.Triple]]:
    """Return everything that a vocabulary may refer to: graph IRI to triples."""
    return {
        row["graph"]: list(snapshot.triples(row["graph"]))
        for row in snapshot.rows(_GRAPHS)
        if row["kind"] not in _OTHERS
    }


def find_vocabulary(graphs: dict[str, list[ox.Triple]], name: str, *, new: bool = False) -> str:
    """Return the IRI of a vocabulary's graph.

    Args:
        graphs: What :func:`referable_graphs` gives.
        name: Its name, such as ``needs``.
        new: Whether it is to be made, and so must not exist yet.

    Raises:
        UnknownThing: There is none of this name; the message names what is near.
        InputError: A new one can't be called so, or exists.
    """
    iri = vocabulary_iri(name)
    if new:
        if not _NAME.fullmatch(name):
            raise InputError(f"'{name}' can't name a vocabulary; use small letters and hyphens.")
        if iri in graphs:
            raise InputError(f"There is a vocabulary '{name}' already; leave out --new.")
        return iri
    if iri not in graphs:
        start = vocabulary_iri("")
        names = [known[len(start) :] for known in graphs if known.startswith(start)]
        near = get_close_matches(name, names, n=3, cutoff=0.6)
        hint = f"Did you mean {' or '.join(near)}?" if near else None
        raise UnknownThing(
            f"There is no vocabulary '{name}'.",
            hint=hint or "'cjgraph vocabulary list' shows those that there are.",
        )
    return iri


def apply_edit(
    data: DataFolder,
    name: str,
    edit: TableEdit,
    *,
    before: Sequence[ox.Triple],
    agent: str,
    file_name: str,
) -> Snapshot:
    """Put an edited vocabulary into the store and publish it.

    Args:
        data: The data folder.
        name: The vocabulary's name.
        edit: The edit, without faults.
        before: The vocabulary that the edit was compared with.
        agent: Who imports, as they call themselves.
        file_name: Name of the table's file, for the record.

    Raises:
        InputError: The edit has faults.
        StoreError: The vocabulary has changed since it was compared, or the store can't
            be written.
    """
    if edit.faults:
        raise InputError(f"{file_name} has {len(edit.faults)} faults and was not imported.")
    iri = vocabulary_iri(name)
    title = f"{_KIND} {name.replace('-', ' ')}"
    source = GraphSource(_KIND, title, file_name, edit.sha256, edited_here=True)
    with StoreWriter(data, agent=agent) as writer:
        quads = writer.store.quads_for_pattern(None, None, None, ox.NamedNode(iri))
        if fingerprint([quad.triple for quad in quads]) != fingerprint(list(before)):
            raise StoreError(
                f"The vocabulary '{name}' has been changed by someone else meanwhile.",
                hint="Look at the differences again, then import again.",
            )
        writer.replace_graph(iri, edit.triples, source)
        return writer.publish()
