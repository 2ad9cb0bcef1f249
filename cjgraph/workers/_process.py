"""What happens inside a worker process before its first task.

A worker opens the snapshot read-only, gives up the network where the platform lets it,
and takes limits on memory and processor time, so that no query or file can hurt more
than the worker it runs in.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import threading
import time
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from cjgraph.errors import StoreError

_CLONE_NEWUSER: Final = 0x10000000
_CLONE_NEWNET: Final = 0x40000000
_WATCH_SECONDS: Final = 1.0

_store: ox.Store | None = None


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """Limits on each worker process.

    Args:
        memory_bytes: Address space; 0 means no limit.
        processor_seconds: Processor time over the worker's life; 0 means no limit.
    """

    memory_bytes: int = 2_000_000_000
    processor_seconds: int = 600


def opened_store() -> ox.Store:
    """Return the store that this worker process has open.

    Raises:
        StoreError: The function was called outside a worker with a snapshot.
    """
    if _store is None:
        raise StoreError("No snapshot is open in this process.")
    return _store


def begin(graph_folder: str | None, limits: WorkerLimits) -> None:
    """Prepare a worker process; pebble calls this once in each.

    Args:
        graph_folder: Folder of the snapshot's store, or None for workers that only parse.
        limits: Limits on the process.
    """
    global _store
    # With Python's own handler a worker in native code never sees the signal, and the
    # pool would wait seconds for it.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # Ctrl-C in a terminal reaches every process of the group; the parent decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="watch-parent", daemon=True).start()
    if graph_folder is not None:
        _store = ox.Store.read_only(graph_folder)
    _leave_network()
    _limit(limits)


def _end_with_parent() -> None:
    """End this process when the service that started it is gone, even in mid-query."""
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os._exit(1)


def _leave_network() -> None:
    """Move into an empty network namespace, if the platform allows it."""
    if not sys.platform.startswith("linux"):
        return
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWNET) != 0:
        libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _limit(limits: WorkerLimits) -> None:
    if os.name != "posix":
        return
    import resource

    wanted = {
        resource.RLIMIT_CORE: 1,
        resource.RLIMIT_AS: limits.memory_bytes,
        resource.RLIMIT_CPU: limits.processor_seconds,
    }
    for kind, amount in wanted.items():
        if amount:
            _, hard = resource.getrlimit(kind)
            amount = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
            with contextlib.suppress(ValueError, OSError):  # some systems forbid some limits
                resource.setrlimit(kind, (0 if kind == resource.RLIMIT_CORE else amount, hard))
