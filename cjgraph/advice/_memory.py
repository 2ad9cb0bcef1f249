"""Keeps what was read from a snapshot, which never changes, for the next check."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Final, Generic, TypeVar

from cjgraph.store import Snapshot

T = TypeVar("T")
_MOST: Final = 4


class SnapshotMemory(Generic[T]):
    """Reads something once for each snapshot and set of what is included.

    Args:
        read: Reads it.
    """

    def __init__(self, read: Callable[[Snapshot, frozenset[str]], T]) -> None:
        self._read = read
        self._kept: OrderedDict[tuple[Path, frozenset[str]], T] = OrderedDict()
        self._guard = threading.Lock()

    def __call__(self, snapshot: Snapshot, include: frozenset[str] = frozenset()) -> T:
        """Return what was read from a snapshot.

        Args:
            snapshot: An opened snapshot.
            include: What is added to the national data.
        """
        key = (snapshot.folder, include)
        with self._guard:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = self._read(snapshot, include)
        with self._guard:
            self._kept[key] = made
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return made
