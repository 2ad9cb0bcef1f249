"""The one writer: changes named graphs and publishes a new snapshot, all or nothing."""

from __future__ import annotations

import gc
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import filelock
import pyoxigraph as ox

from cjgraph import __version__
from cjgraph.errors import StoreError, StoreLocked, StoreUnwritable
from cjgraph.namespaces import (
    CJ,
    DRAFT_RECORDS_GRAPH,
    PREFIXES,
    PRIVATE_KINDS,
    PROVENANCE_GRAPH,
)
from cjgraph.store._data_folder import DataFolder
from cjgraph.store._default_graph import PUBLISHING_RULES, publish_default_graph
from cjgraph.store._fingerprint import fingerprint
from cjgraph.store._provenance import ImportRecord
from cjgraph.store._snapshot import Snapshot, current_name, open_snapshot

#: How many snapshots are kept: the current one and those that readers may still hold.
KEPT_SNAPSHOTS = 4

_WORK = "work-"
_RECORDS = (PROVENANCE_GRAPH, DRAFT_RECORDS_GRAPH)


@dataclass(frozen=True, slots=True)
class GraphSource:
    """Where the triples of a named graph come from.

    Args:
        kind: What the graph holds: ``ontology``, ``vocabulary``, ``catalogue``, ``plan``,
            ``draft``, ``remark``, ``example`` or ``synthetic``.
        title: The graph's name for people.
        file_name: Name of the file, without its folder.
        file_sha256: Hash of the file.
        edited_here: Whether people of this installation edited it; a load of the packaged
            data then leaves it alone.
    """

    kind: str
    title: str
    file_name: str
    file_sha256: str
    edited_here: bool = False


class StoreWriter:
    """A write to the store, used as a context manager.

    Nothing that happens inside is seen by anyone until :meth:`publish` returns; leaving
    the context without it drops the whole change.

    Args:
        data: The data folder; made where it is missing.
        agent: Who is writing, as they call themselves. It is kept in the record.

    Raises:
        StoreLocked: Another process is writing.
        StoreUnwritable: The disk is full or may not be written.
    """

    def __init__(self, data: DataFolder, *, agent: str = "operator") -> None:
        self.data = data
        self.agent = agent
        self.changed: list[str] = []
        #: Whether anything changed that is part of the default graph.
        self._published_change = False
        self._lock = filelock.FileLock(data.write_lock)
        self._work: Path | None = None
        self._store: ox.Store | None = None
        self._previous: Snapshot | None = None
        self._started = datetime.now(UTC)

    def __enter__(self) -> Self:
        try:
            self.data.snapshots.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
        except filelock.Timeout as error:
            raise StoreLocked(
                f"Another process is writing to {self.data.root}.",
                hint="Wait until it has finished, then try again.",
            ) from error
        except OSError as error:
            raise StoreUnwritable(f"{self.data.root} can't be written: {error}.") from error
        try:
            self._begin()
        except BaseException:
            self._drop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._drop()
        if isinstance(error, OSError):
            raise StoreUnwritable(
                f"The change to {self.data.root} could not be written and was dropped: {error}."
            ) from error

    @property
    def store(self) -> ox.Store:
        """The store that is being changed."""
        if self._store is None:
            raise StoreError("This write is over; open a new one.")
        return self._store

    def _begin(self) -> None:
        for stale in self.data.snapshots.glob(_WORK + "*"):
            shutil.rmtree(stale, ignore_errors=True)
        self._work = self.data.snapshots / f"{_WORK}{os.getpid()}"
        self._work.mkdir()
        graph = self._work / "graph"
        if current_name(self.data) is not None:
            self._previous = open_snapshot(self.data)
            self._previous.store.backup(str(graph))
        try:
            self._store = ox.Store(str(graph))
        except OSError as error:
            raise StoreUnwritable(f"{graph} can't be written: {error}.") from error

    def replace_graph(self, iri: str, triples: Iterable[ox.Triple], source: GraphSource) -> bool:
        """Put triples in the place of all that a named graph holds.

        Args:
            iri: IRI of the graph.
            triples: Its triples.
            source: Where they come from.

        Returns:
            Whether anything changed: a graph that would stay the same, from the same file,
            is left alone and leaves no new record.
        """
        started = datetime.now(UTC)
        content = list(triples)
        sha256 = fingerprint(content)
        if self._recorded(iri) == (sha256, source.file_sha256, source.kind):
            return False
        node = ox.NamedNode(iri)
        self.store.clear_graph(node)
        self.store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object, node) for t in content)
        record = ImportRecord(
            graph=iri,
            kind=source.kind,
            title=source.title,
            graph_sha256=sha256,
            file_name=source.file_name,
            file_sha256=source.file_sha256,
            agent=self.agent,
            software=f"cjgraph {__version__}",
            started=started,
            ended=datetime.now(UTC),
            edited_here=source.edited_here,
        )
        self._note_change(iri, source.kind)
        self._forget(iri)
        private = source.kind in PRIVATE_KINDS
        provenance = ox.NamedNode(DRAFT_RECORDS_GRAPH if private else PROVENANCE_GRAPH)
        self.store.bulk_extend(
            ox.Quad(t.subject, t.predicate, t.object, provenance) for t in record.triples()
        )
        return True

    def remove_graph(self, iri: str) -> bool:
        """Take a named graph out of the store; the record of its imports stays.

        Args:
            iri: IRI of the graph.

        Returns:
            Whether there was such a graph.
        """
        node = ox.NamedNode(iri)
        if not self.store.contains_named_graph(node):
            return False
        self.store.remove_graph(node)
        self._note_change(iri, "")
        self._forget(iri)
        return True

    def archive_graph(self, iri: str) -> bool:
        """Take a named graph out of what is current; the graph itself stays as it is.

        Args:
            iri: IRI of the graph.

        Returns:
            Whether it was current.
        """
        node, prop = ox.NamedNode(iri), ox.NamedNode(CJ + "isCurrent")
        provenance = ox.NamedNode(PROVENANCE_GRAPH)
        current = ox.Quad(node, prop, ox.Literal(True), provenance)
        if current not in self.store:
            return False
        self.store.remove(current)
        self.store.add(ox.Quad(node, prop, ox.Literal(False), provenance))
        self._note_change(iri, "")
        return True

    def graphs(self) -> dict[str, str]:
        """Return the current graphs: IRI to kind."""
        found = self.store.query(
            "SELECT ?g ?kind { GRAPH ?record { ?g cj:graphKind ?kind ; cj:isCurrent true } }",
            prefixes=PREFIXES,
        )
        return {row["g"].value: row["kind"].value for row in found}  # type: ignore[union-attr]

    def edited_here(self) -> dict[str, str]:
        """Return the graphs that were edited in this installation: IRI to fingerprint."""
        found = self.store.query(
            "SELECT ?g ?sha { GRAPH ?record { ?g cj:editedHere true ; cj:sha256 ?sha } }",
            prefixes=PREFIXES,
        )
        return {row["g"].value: row["sha"].value for row in found}  # type: ignore[union-attr]

    def triples(self, iri: str) -> list[ox.Triple]:
        """Return the triples of a named graph as this write has it.

        Args:
            iri: IRI of the graph.
        """
        found = self.store.quads_for_pattern(None, None, None, ox.NamedNode(iri))
        return [quad.triple for quad in found]

    def publish(self) -> Snapshot:
        """Write the default graph and make the change the current snapshot.

        Returns:
            The new snapshot; the old one where nothing has changed.

        Raises:
            StoreUnwritable: The disk is full or may not be written.
        """
        if self._previous is not None and not self.changed and self._rules_unchanged():
            return open_snapshot(self.data)
        assert self._work is not None  # noqa: S101 - set on entry
        graphs = self.graphs()
        if self._published_change or self._previous is None or not self._rules_unchanged():
            every = [*graphs.items(), (PROVENANCE_GRAPH, "provenance")]
            publish_default_graph(self.store, every)
        self.store.flush()
        name = f"{int(self._previous.name) + 1 if self._previous else 1:08d}"
        manifest = {
            "name": name,
            "created": datetime.now(UTC).isoformat(timespec="seconds"),
            "software": f"cjgraph {__version__}",
            "publishing_rules": PUBLISHING_RULES,
            "quads": len(self.store),
            "graphs": len(graphs),
            "changed": self.changed,
        }
        self._store = None
        gc.collect()  # the store closes its files when its last reference goes
        _write_durably(self._work / "manifest.json", json.dumps(manifest, indent=1))
        folder = self.data.snapshots / name
        if folder.exists():  # published by a writer that died before it moved the pointer
            shutil.rmtree(folder)
        self._work.rename(folder)
        _sync_folder(self.data.snapshots)
        _write_durably(self.data.current, name + "\n")
        self._work = None
        self._prune(keep=name)
        return open_snapshot(self.data)

    def _rules_unchanged(self) -> bool:
        assert self._previous is not None  # noqa: S101 - asked only where there is one
        return self._previous.manifest.get("publishing_rules") == PUBLISHING_RULES

    def _recorded(self, iri: str) -> tuple[str, str, str] | None:
        found = self.store.query(
            "SELECT ?g ?sha ?file ?kind { GRAPH ?record { ?g cj:sha256 ?sha ; cj:graphKind ?kind ;"
            " prov:wasDerivedFrom/cj:sha256 ?file } }",
            prefixes=PREFIXES,
            substitutions={ox.Variable("g"): ox.NamedNode(iri)},
        )
        for row in found:  # type: ignore[union-attr]
            return row["sha"].value, row["file"].value, row["kind"].value
        return None

    def _forget(self, iri: str) -> None:
        """Drop what the record says of a graph's present state; its imports stay."""
        for records in map(ox.NamedNode, _RECORDS):
            for quad in list(self.store.quads_for_pattern(ox.NamedNode(iri), None, None, records)):
                self.store.remove(quad)

    def _note_change(self, iri: str, kind: str) -> None:
        """Note that a graph has changed; called while its old record is still there."""
        self.changed.append(iri)
        if self._published_change:  # asking once is enough; each asking reads all the records
            return
        before = self.graphs().get(iri)
        if kind not in PRIVATE_KINDS and before not in PRIVATE_KINDS:
            self._published_change = True

    def _prune(self, *, keep: str) -> None:
        done = sorted(p for p in self.data.snapshots.iterdir() if p.name.isdigit())
        for old in done[:-KEPT_SNAPSHOTS]:
            if old.name != keep:
                shutil.rmtree(old, ignore_errors=True)

    def _drop(self) -> None:
        self._store = None
        self._previous = None
        gc.collect()
        if self._work is not None:
            shutil.rmtree(self._work, ignore_errors=True)
            self._work = None
        self._lock.release()


def _write_durably(path: Path, text: str) -> None:
    """Write a file so that after a power cut it is either whole or the one before."""
    temporary = path.with_name(path.name + ".new")
    with temporary.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # pragma: no cover - Windows can't open folders
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
