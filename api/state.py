"""What the running service holds open: worker pools, search, threads."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request

from api.settings import Settings
from cjgraph.errors import CJGraphError, StoreError
from cjgraph.search import SearchEngine
from cjgraph.store import DataFolder, Snapshot
from cjgraph.thread import ThreadGraph, read_thread_graph
from cjgraph.workers import SnapshotPools, WorkerLimits, WorkerPool


class Service:
    """Everything that lives as long as the service does.

    Args:
        settings: The settings.
        prepare_upload: What a worker does before its first upload.
    """

    def __init__(self, settings: Settings, prepare_upload: Callable[[], object]) -> None:
        self.settings = settings
        self.data = DataFolder(settings.data)
        self.queries = SnapshotPools(
            self.data,
            workers=settings.query_workers,
            waiting=settings.query_waiting,
            limits=WorkerLimits(memory_bytes=settings.query_memory_bytes),
        )
        self.uploads = SnapshotPools(
            self.data,
            workers=settings.upload_workers,
            waiting=settings.upload_waiting,
            limits=WorkerLimits(memory_bytes=settings.upload_memory_bytes),
            first=prepare_upload,
        )
        self.search: SearchEngine | None = None
        #: Why there is no search, or None where there is.
        self.search_fault: str | None = "Search has not started yet."
        self._threads: tuple[str, dict[frozenset[str], ThreadGraph]] = ("", {})
        self._guard = threading.Lock()

    def start(self) -> None:
        """Open search; the model loads in the background."""
        try:
            self.search = SearchEngine(self.data.models, self.data.index, background=True)
            self.search_fault = None
        except CJGraphError as error:  # all but search works without the index
            self.search_fault = error.message
        threading.Thread(target=self._warm, name="warm-workers", daemon=True).start()

    def _warm(self) -> None:
        """Start the workers before anyone asks for them."""
        with contextlib.suppress(CJGraphError):  # no data yet: readiness says so
            self.queries.current()
            self.uploads.current()

    def stop(self) -> None:
        """Let go of everything."""
        self.queries.stop()
        self.uploads.stop()
        if self.search is not None:
            self.search.close()

    def snapshot(self) -> Snapshot:
        """Return the current snapshot."""
        return self.queries.current()[0]

    def query_pool(self) -> WorkerPool:
        """Return the workers that answer SPARQL on the current snapshot."""
        return self.queries.current()[1]

    def upload_pool(self) -> WorkerPool:
        """Return the workers that read and check uploads."""
        return self.uploads.current()[1]

    def engine(self) -> SearchEngine:
        """Return the search.

        Raises:
            StoreError: There is no index.
        """
        if self.search is None:
            raise StoreError(
                f"Search is not available: {self.search_fault}", hint="Run 'cjgraph load'."
            )
        return self.search

    def threads(self, include: frozenset[str]) -> ThreadGraph:
        """Return all threads of the current snapshot, read once for each.

        Args:
            include: ``"examples"`` and ``"synthetic"``, to add them.
        """
        snapshot = self.snapshot()
        with self._guard:
            name, graphs = self._threads
            if name != snapshot.name:
                self._threads = name, graphs = (snapshot.name, {})
            if include not in graphs:
                graphs[include] = read_thread_graph(snapshot, include=include)
            return graphs[include]


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


#: How routes ask for the service.
TheService = Annotated[Service, Depends(_service)]
