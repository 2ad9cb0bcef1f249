"""The evidence index: a cache of the graph that can be thrown away and built again."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

from cjgraph.errors import StoreError, StoreLocked
from cjgraph.search import _build, _engine
from cjgraph.search._analyser import Lexicon
from cjgraph.search._folder import REBUILD, build_index, current_index, read_manifest
from cjgraph.search._read_only import copy_for_reading
from cjgraph.search.documents import Concept, Passage, passage_from

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from qdrant_edge import Filter

__all__ = ["EvidenceIndex", "build_index", "current_index"]

_LOCK_FILE: Final = "lock"


class EvidenceIndex:
    """An open index; one process at a time, any number of threads.

    >>> with EvidenceIndex.open(current_index(folder)) as index:  # doctest: +SKIP
    ...     index.passages
    108
    """

    def __init__(
        self, folder: Path, manifest: dict[str, Any], lock: Any, copied: Path | None = None
    ) -> None:
        self.folder = folder
        self.model: str | None = manifest["model"]
        self.passages = int(manifest["passages"])
        self.publications = int(manifest["publications"])
        self.hash = str(manifest["hash"])
        self._lock_file = lock
        self._copied = copied
        self._lock = threading.Lock()
        self._closed = False
        known = json.loads((folder / _build.LEXICON_FILE).read_text("utf-8"))
        frequency = {int(number): seen for number, seen in known["frequency"].items()}
        self.lexicon = Lexicon(known["passages"], known["average_length"], frequency)
        concepts = json.loads((folder / _build.CONCEPTS_FILE).read_text("utf-8"))
        self.concepts = tuple(Concept(**{**c, "others": tuple(c["others"])}) for c in concepts)
        self.facets: dict[str, list[str]] = json.loads(
            (folder / _build.FACETS_FILE).read_text("utf-8")
        )
        self._background: npt.NDArray[np.float32] | None = None
        with _engine.EngineFaults(folder):
            self._shard = _engine.open_shard((copied or folder) / _build.SHARD_FOLDER)

    @classmethod
    def open(cls, folder: Path) -> EvidenceIndex:
        """Open an index; one that may not be written is copied to a temporary folder first.

        Args:
            folder: What ``build_index`` or ``current_index`` returned.

        Raises:
            SnapshotMissing: There is no index.
            StoreError: It was built by another version, or is damaged.
            StoreLocked: It is open already, here or in another process.
        """
        from filelock import FileLock, Timeout

        manifest = read_manifest(folder)
        lock: Any = FileLock(folder / _LOCK_FILE, thread_local=False)
        copied: Path | None = None
        try:
            if not os.access(folder, os.W_OK):
                raise PermissionError(f"{folder} may not be written")
            lock.acquire(timeout=0)
        except Timeout as fault:
            raise StoreLocked(
                f"The evidence index {folder} is open in another process.",
                hint="Ask the running service, or stop it first.",
            ) from fault
        except OSError:
            # Nobody can write here, so there is nothing to lock against; a copy is private.
            lock, copied = None, copy_for_reading(folder / _build.SHARD_FOLDER)
        try:
            return cls(folder, manifest, lock, copied)
        except (OSError, ValueError, KeyError, TypeError) as fault:
            _let_go(lock, copied)
            raise StoreError(
                f"The evidence index {folder} is damaged: {fault}.", hint=REBUILD
            ) from fault
        except BaseException:
            _let_go(lock, copied)
            raise

    def close(self) -> None:
        """Close the index; closing twice does no harm."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._shard.close()
                _let_go(self._lock_file, self._copied)

    def __enter__(self) -> EvidenceIndex:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def by_words(
        self, text: str, *, limit: int, where: Filter | None = None, ids: Sequence[int] = ()
    ) -> dict[int, float]:
        """Return BM25 scores of the passages that share a term with the text, best first."""
        vector = self.lexicon.query(text)
        return self._nearest(vector, _engine.BM25, limit, where, ids) if vector.indices else {}

    def by_meaning(
        self,
        vector: npt.NDArray[np.float32],
        *,
        limit: int,
        where: Filter | None = None,
        ids: Sequence[int] = (),
    ) -> dict[int, float]:
        """Return cosines of the passages nearest to a unit vector, best first."""
        return self._nearest(vector.tolist(), _engine.DENSE, limit, where, ids)

    def _nearest(
        self, vector: Any, using: str, limit: int, where: Filter | None, ids: Sequence[int]
    ) -> dict[int, float]:
        with self._lock, _engine.EngineFaults(self.folder):
            return _engine.nearest(
                self._open_shard(), vector, using=using, limit=limit, where=where, ids=ids
            )

    def read(self, ids: Sequence[int]) -> dict[int, Passage]:
        """Return passages by their numbers."""
        if not ids:
            return {}
        with self._lock, _engine.EngineFaults(self.folder):
            points = self._open_shard().retrieve(list(ids), ["record"], False)
        return {int(str(p.id)): _record(p.payload) for p in points}

    def find(self, findings: Sequence[str], where: Filter | None = None) -> dict[str, int]:
        """Return the numbers of findings by their ids; those that don't pass are left out."""
        return {
            str(payload["finding"]): at
            for at, payload in self._matching("finding", findings, where)
        }

    def of_publications(self, codes: Sequence[str], where: Filter | None = None) -> list[int]:
        """Return the numbers of all passages of some publications, in the index's order."""
        return sorted(at for at, _ in self._matching("publication", codes, where))

    def passing(self, ids: Sequence[int], where: Filter) -> list[int]:
        """Return those of these passages that pass a filter, in the order given."""
        through = {at for at, _ in self._scroll(where, "publication")}
        return [at for at in ids if at in through]

    def _matching(
        self, name: str, values: Sequence[str], where: Filter | None
    ) -> list[tuple[int, dict[str, Any]]]:
        import qdrant_edge as engine

        if not values:
            return []
        match = engine.MatchAny(list(values))
        must: list[Any] = [engine.FieldCondition(key=name, match=match)]
        return self._scroll(engine.Filter(must=must if where is None else [*must, where]), name)

    def count_publications(self, where: Filter | None) -> int:
        """Return how many publications a search with this filter looks through."""
        if where is None:
            return self.publications
        return len({payload["publication"] for _, payload in self._scroll(where, "publication")})

    def _scroll(self, where: Filter, name: str) -> list[tuple[int, dict[str, Any]]]:
        import qdrant_edge as engine

        request = engine.ScrollRequest(
            limit=max(1, self.passages), filter=where, with_payload=[name]
        )
        with self._lock, _engine.EngineFaults(self.folder):
            records, _ = self._open_shard().scroll(request)
        return [(int(str(r.id)), r.payload or {}) for r in records]

    def background(self) -> npt.NDArray[np.float32]:
        """Return vectors of passages spread over the index, to compare a score with."""
        import numpy as np

        if self._background is None:
            self._background = np.load(self.folder / _build.BACKGROUND_FILE, allow_pickle=False)
        return self._background

    def _open_shard(self) -> Any:
        if self._closed:
            raise StoreError(f"The evidence index {self.folder} has been closed.")
        return self._shard


def _let_go(lock: Any, copied: Path | None) -> None:
    if lock is not None:
        lock.release()
    if copied is not None:
        shutil.rmtree(copied, ignore_errors=True)


def _record(payload: dict[str, Any] | None) -> Passage:
    return passage_from(json.loads((payload or {})["record"]))
