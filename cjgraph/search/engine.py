"""Holds index and model open for many searches; answers by words until the model is there."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from cjgraph.errors import CJGraphError
from cjgraph.search._encoded import EncodedBefore
from cjgraph.search._folder import current_index
from cjgraph.search._question import read_question
from cjgraph.search.answer import SearchAnswer
from cjgraph.search.filters import SearchFilters
from cjgraph.search.index import EvidenceIndex
from cjgraph.search.query import search

if TYPE_CHECKING:
    from cjgraph.search.encoder import Encoder


class SearchEngine:
    """Search over the current index, used as a context manager.

    The index is opened at once and opened anew when a newer one has been built. The
    model may load in the background; until it has, answers come from words alone and
    say so.

    Args:
        models: Folder of exported models.
        indexes: Folder of indexes.
        background: Whether to load the model in a thread of its own.

    Raises:
        SnapshotMissing: No index has been built.
        StoreLocked: Another process, such as a running service, has the index open.
    """

    def __init__(self, models: Path, indexes: Path, *, background: bool = False) -> None:
        self._models = models
        self._indexes = indexes
        self._guard = threading.Lock()
        self._index = EvidenceIndex.open(current_index(indexes))
        self._encoder: Encoder | None = None
        #: Why there is no search by meaning, or None where there is.
        self.model_missing: str | None = "The embedding model is still loading."
        self._loader = threading.Thread(target=self._load_model, name="load-model", daemon=True)
        self._loader.start()
        if not background:
            self._loader.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def publications(self) -> int:
        """How many publications are searched."""
        return self._index.publications

    @property
    def stamp(self) -> str:
        """The hash of the index, for entity tags."""
        return self._index.hash

    def search(
        self,
        text: str,
        *,
        limit: int = 10,
        filters: SearchFilters | None = None,
        query_id: str | None = None,
    ) -> SearchAnswer:
        """Search; see :func:`cjgraph.search.search`."""
        with self._guard:
            self._follow_current()
            return search(
                self._index, self._encoder, text, limit=limit, filters=filters, query_id=query_id
            )

    def search_many(self, texts: Sequence[str], *, limit: int = 10) -> list[SearchAnswer]:
        """Search several texts; quicker than one by one, as they are encoded together.

        Args:
            texts: Each as :func:`cjgraph.search.search` takes it.
            limit: Most results for each.
        """
        with self._guard:
            self._follow_current()
            index, encoder = self._index, self._encoder
        ready = encoder and EncodedBefore(encoder, [read_question(index, t).spelled for t in texts])
        answers = []
        for text in texts:
            with self._guard:  # let go between texts, so that nobody waits for the whole batch
                if self._index is index:
                    answers.append(search(index, ready, text, limit=limit))
                    continue
            answers.append(self.search(text, limit=limit))  # the index was swapped meanwhile
        return answers

    def wait_for_model(self, seconds: float | None = None) -> bool:
        """Wait until the model has loaded or failed to.

        Args:
            seconds: Longest wait; None waits as long as it takes.

        Returns:
            Whether search by meaning works now.
        """
        self._loader.join(seconds)
        return self._encoder is not None

    def close(self) -> None:
        """Close the index."""
        self._index.close()

    def _follow_current(self) -> None:
        newest = current_index(self._indexes)
        if newest == self._index.folder:
            return
        opened = EvidenceIndex.open(newest)
        self._index.close()
        self._index = opened
        if self._encoder is None or opened.model != self._encoder.fingerprint:
            self._encoder = None
            self._load_model()

    def _load_model(self) -> None:
        if self._index.model is None:
            self.model_missing = "The index was built without the embedding model."
            return
        from cjgraph.search.encoder import Encoder

        try:
            encoder = Encoder.load(self._models / self._index.model)
            encoder.encode(["warm up"])  # the first run is slow; no user should wait for it
        except (CJGraphError, ImportError, RuntimeError) as error:
            self.model_missing = f"The embedding model can't be used: {error}"
            return
        self._encoder = encoder
        self.model_missing = None
