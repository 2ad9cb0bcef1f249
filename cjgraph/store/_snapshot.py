"""Reads one immutable snapshot of the graph."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from cjgraph.errors import SnapshotMissing, StoreError
from cjgraph.namespaces import (
    PREFIXES,
    PUBLISHED_EXAMPLES,
    PUBLISHED_SYNTHETIC,
    PUBLISHED_UNCHECKED,
)
from cjgraph.store._data_folder import DataFolder

#: One solution of a SELECT query: variable name to the term's text. IRIs and literals
#: both come as plain text, which is what the library's own queries want.
Row = dict[str, str]

#: What may be added to the national default graph, and the graph that holds it.
INCLUDABLE: dict[str, str] = {
    "examples": PUBLISHED_EXAMPLES,
    "synthetic": PUBLISHED_SYNTHETIC,
    "unchecked": PUBLISHED_UNCHECKED,
}


@dataclass(slots=True)
class Snapshot:
    """An opened snapshot; it never changes while it is open.

    Args:
        name: The name of the snapshot, such as ``"00000003"``.
        folder: Where it lies.
        manifest: What was written down when it was published.
    """

    name: str
    folder: Path
    manifest: Mapping[str, Any]
    _store: ox.Store | None = field(default=None, repr=False)

    @property
    def graph_folder(self) -> Path:
        """The folder of the Oxigraph store."""
        return self.folder / "graph"

    @property
    def store(self) -> ox.Store:
        """The store, opened read-only at first use; nobody ever writes to it."""
        if self._store is None:
            try:
                self._store = ox.Store.read_only(str(self.graph_folder))
            except OSError as error:
                raise StoreError(
                    f"Snapshot {self.name} in {self.folder} can't be opened: {error}.",
                    hint="Restore a backup, or load again into an empty data folder.",
                ) from error
        return self._store

    def rows(
        self,
        query: str,
        *,
        include: frozenset[str] = frozenset(),
        values: Mapping[str, ox.NamedNode | ox.Literal] | None = None,
    ) -> list[Row]:
        """Run one of the library's own SELECT queries.

        Args:
            query: SPARQL text; the product's prefixes need no declaration.
            include: ``"examples"``, ``"synthetic"`` and ``"unchecked"``, to add them to the
                default graph.
            values: Terms to put in the place of selected variables, so that no text from outside
                ever becomes part of a query.

        Returns:
            A list of rows; unbound variables are absent.
        """
        substitutions = {ox.Variable(k): v for k, v in (values or {}).items()}
        solutions = self.store.query(
            query,
            prefixes=PREFIXES,
            default_graph=default_graphs(include),
            substitutions=substitutions,  # type: ignore[arg-type]  # the stub omits Literal
        )
        if not isinstance(solutions, ox.QuerySolutions):
            raise TypeError("rows() runs SELECT queries only")
        names = [v.value for v in solutions.variables]
        return [
            {n: term.value for n in names if (term := solution[n]) is not None}
            for solution in solutions
        ]

    def triples(self, graph: str) -> Iterator[ox.Triple]:
        """Yield the asserted triples of a named graph.

        Args:
            graph: The IRI of the graph.
        """
        for quad in self.store.quads_for_pattern(None, None, None, ox.NamedNode(graph)):
            yield quad.triple

    def default_triples(self, *, include: frozenset[str] = frozenset()) -> Iterator[ox.Triple]:
        """Yield the triples of the published default graph.

        Args:
            include: ``"examples"``, ``"synthetic"`` and ``"unchecked"``, to add them.
        """
        for graph in default_graphs(include):
            for quad in self.store.quads_for_pattern(None, None, None, graph):
                yield quad.triple


def default_graphs(
    include: frozenset[str],
) -> list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph]:
    """Return the graphs that together are the default graph of a query.

    The published graphs of examples and synthetic data hold nothing that the national
    default graph holds, so their union counts nothing twice.

    Args:
        include: ``"examples"``, ``"synthetic"`` and ``"unchecked"``.
    """
    return [ox.DefaultGraph(), *(ox.NamedNode(INCLUDABLE[name]) for name in sorted(include))]


def current_name(data: DataFolder) -> str | None:
    """Return the name of the current snapshot, or None where nothing was published."""
    try:
        return data.current.read_text(encoding="utf-8").strip() or None
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise StoreError(f"{data.current} can't be read: {error.strerror}.") from error


def open_snapshot(data: DataFolder) -> Snapshot:
    """Open the current snapshot.

    Args:
        data: The data folder.

    Raises:
        SnapshotMissing: Nothing has been loaded into the folder yet.
        StoreError: The snapshot that the pointer names is gone or damaged.
    """
    name = current_name(data)
    if name is None:
        raise SnapshotMissing(
            f"There is no data in {data.root} yet.", hint="Run 'cjgraph load' first."
        )
    folder = data.snapshots / name
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StoreError(
            f"Snapshot {name}, which {data.current} names, can't be read: {error}.",
            hint="Restore a backup, or load again into an empty data folder.",
        ) from error
    return Snapshot(name=name, folder=folder, manifest=manifest)
