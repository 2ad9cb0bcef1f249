"""Pools of worker processes, with a deadline counted from arrival and a bounded queue."""

from __future__ import annotations

import asyncio
import multiprocessing
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeout
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

import pebble

from cjgraph.errors import LimitExceeded, Overloaded, QueryTimedOut
from cjgraph.store import DataFolder, Snapshot, open_snapshot
from cjgraph.store._snapshot import current_name
from cjgraph.workers._process import WorkerLimits, begin

P = ParamSpec("P")
T = TypeVar("T")

#: Tasks after which a worker is replaced, so that nothing builds up in it.
_TASKS_EACH = 500


class WorkerPool:
    """A fixed number of worker processes.

    Args:
        snapshot: The snapshot that each worker opens, or None for workers that only parse.
        workers: How many processes.
        waiting: How many tasks may wait beside those that run.
        limits: Limits on each process.
    """

    def __init__(
        self,
        snapshot: Snapshot | None,
        *,
        workers: int = 2,
        waiting: int = 16,
        limits: WorkerLimits | None = None,
    ) -> None:
        self._room = workers + waiting
        self._busy = 0
        self._guard = threading.Lock()
        self._workers = workers
        folder = str(snapshot.graph_folder) if snapshot else None
        self._begin = [folder, limits or WorkerLimits()]
        self._pool = self._new_pool()

    def _new_pool(self) -> Any:
        return pebble.ProcessPool(
            max_workers=self._workers,
            max_tasks=_TASKS_EACH,
            initializer=begin,
            initargs=self._begin,
            # A forked copy of a process that has the store open would share its state.
            context=multiprocessing.get_context("spawn"),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def run(self, function: Callable[P, T], seconds: float, *args: P.args, **kw: P.kwargs) -> T:
        """Run a function in a worker and wait for it.

        Args:
            function: A function of a module, so that it can be found in the worker.
            seconds: The deadline, counted from this call.
            args: Its arguments; they must survive pickling, as must the result.
            kw: Its named arguments.

        Raises:
            Overloaded: Too many tasks are waiting.
            QueryTimedOut: The deadline passed; the worker was stopped.
            LimitExceeded: The worker died, as it does at its memory limit.
        """
        future, ends = self._submit(function, seconds, args, kw)
        try:
            result: T = future.result(timeout=max(ends - time.monotonic(), 0.0))
            return result
        except (FutureTimeout, CancelledError, pebble.ProcessExpired, MemoryError) as error:
            future.cancel()
            raise _plain(error, seconds) from error

    async def arun(
        self, function: Callable[P, T], seconds: float, *args: P.args, **kw: P.kwargs
    ) -> T:
        """Run a function in a worker without blocking the event loop; see :meth:`run`."""
        future, ends = self._submit(function, seconds, args, kw)
        try:
            result: T = await asyncio.wait_for(
                asyncio.wrap_future(future), max(ends - time.monotonic(), 0.0)
            )
            return result
        except (FutureTimeout, CancelledError, pebble.ProcessExpired, MemoryError) as error:
            raise _plain(error, seconds) from error
        finally:
            future.cancel()  # a client that has gone needs no answer; no effect when done

    @property
    def alive(self) -> bool:
        """Whether the pool works; one that does not is made anew at the next task."""
        return bool(self._pool.active)

    def warm(self, function: Callable[[], object] | None = None) -> None:
        """Start the workers now, so that the first task does not wait for them.

        Args:
            function: Something for a worker to do first, such as loading what tasks need.
        """
        self._living().schedule(function or _nothing)

    def _living(self) -> Any:
        """Return the pool; a new one where it is broken.

        An idle worker that is killed takes the whole pool along.
        """
        with self._guard:
            if not self._pool.active:
                self._pool = self._new_pool()
            return self._pool

    def stop(self) -> None:
        """Stop all workers at once."""
        self._pool.stop()
        self._pool.join()

    def drain(self) -> None:
        """Take no more tasks, let those under way finish, then stop; does not wait."""
        self._pool.close()
        threading.Thread(target=self._pool.join, name="drain-pool", daemon=True).start()

    def _submit(
        self, function: Callable[..., T], seconds: float, args: Any, kw: Any
    ) -> tuple[Any, float]:
        ends = time.monotonic() + seconds
        with self._guard:
            if self._busy >= self._room:
                raise Overloaded(
                    "The service is busy: too many requests are waiting.",
                    hint="Try again in a few seconds.",
                )
            self._busy += 1
        try:
            future = self._living().schedule(function, args=args, kwargs=kw, timeout=seconds)
        except BaseException:
            self._done(None)
            raise
        future.add_done_callback(self._done)
        return future, ends

    def _done(self, future: object) -> None:
        with self._guard:
            self._busy -= 1


def _nothing() -> None:
    """Do nothing, in a worker."""


def _plain(error: BaseException, seconds: float) -> LimitExceeded:
    """Say in plain words how a task was stopped."""
    if isinstance(error, FutureTimeout | CancelledError):
        return QueryTimedOut(
            f"The work was stopped after {seconds:g} seconds.",
            hint="Ask for less: fewer patterns, a LIMIT, or a smaller file.",
        )
    return LimitExceeded(
        "The work was stopped because it took too much memory or could not be finished safely.",
        hint="Ask for less: fewer patterns, a LIMIT, or a smaller file.",
    )


class SnapshotPools:
    """The pool for the current snapshot; a new one when the pointer moves.

    Args:
        data: The data folder.
        workers: How many processes.
        waiting: How many tasks may wait.
        limits: Limits on each process.
        first: Something for a worker to do before its first task.
    """

    def __init__(
        self,
        data: DataFolder,
        *,
        workers: int = 2,
        waiting: int = 16,
        limits: WorkerLimits | None = None,
        first: Callable[[], object] | None = None,
    ) -> None:
        self._data = data
        self._first = first
        self._options = {"workers": workers, "waiting": waiting}
        self._limits = limits
        self._guard = threading.Lock()
        self._pool: WorkerPool | None = None
        self._snapshot: Snapshot | None = None

    def current(self) -> tuple[Snapshot, WorkerPool]:
        """Return the current snapshot and the pool that has it open.

        Raises:
            SnapshotMissing: Nothing has been loaded yet.
        """
        with self._guard:
            if self._snapshot is None or current_name(self._data) != self._snapshot.name:
                snapshot = open_snapshot(self._data)
                pool = WorkerPool(snapshot, **self._options, limits=self._limits)
                pool.warm(self._first)
                if self._pool is not None:
                    self._pool.drain()
                self._snapshot, self._pool = snapshot, pool
            assert self._pool is not None  # noqa: S101 - set above
            return self._snapshot, self._pool

    def stop(self) -> None:
        """Stop all workers at once."""
        with self._guard:
            if self._pool is not None:
                self._pool.stop()
            self._pool = self._snapshot = None
