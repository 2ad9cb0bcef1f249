"""Pools of worker processes, with a deadline counted from arrival and a bounded queue."""

from __future__ import annotations

import asyncio
import multiprocessing
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, wait
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, ParamSpec, Self, TypeVar

import pebble

from cjgraph.errors import LimitExceeded, Overloaded, QueryTimedOut
from cjgraph.store import DataFolder, Snapshot, open_snapshot
from cjgraph.store._snapshot import current_name
from cjgraph.workers._process import WorkerLimits, begin

P = ParamSpec("P")
T = TypeVar("T")

#: Longest time for what a worker does before its first task.
_WARM_SECONDS = 120.0

#: How many pools in a row may break before a task is turned away.
_POOLS_TRIED = 3

#: How often a waiting caller looks whether the pool still lives.
_LOOK_SECONDS = 0.2

#: Tasks after which a worker is replaced, so that nothing builds up in it.
_TASKS_EACH = 500


class _PoolBroken(Exception):  # noqa: N818 - never leaves this module
    """The pool broke under a task, through no fault of the task."""


#: How a task ends that did not return.
_STOPPED = (
    FutureTimeout,
    CancelledError,
    pebble.ProcessExpired,
    BrokenProcessPool,  # no worker could start, as under too small a limit on memory
    MemoryError,
)


@dataclass(frozen=True, slots=True)
class _Task(Generic[T]):
    """A task and the pool that it was given to."""

    pool: Any
    future: Any

    def waits(self, ends: float) -> bool:
        """Return whether the task may still be answered."""
        return time.monotonic() < ends and bool(self.pool.active)

    def outcome(self, *, last: bool) -> T:
        """Return or raise what became of the task.

        Args:
            last: Whether there is no second try.
        """
        done = self.future.done()
        failed = done and (self.future.cancelled() or self.future.exception() is not None)
        if (failed or not done) and not last and not self.pool.active:
            raise _PoolBroken
        if not done:
            raise FutureTimeout
        result: T = self.future.result()
        return result


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
        ends = time.monotonic() + seconds
        for last in (False, True):
            task = self._submit(function, ends, args, kw)
            try:
                while not task.future.done() and task.waits(ends):
                    wait([task.future], timeout=_LOOK_SECONDS)
                return task.outcome(last=last)
            except _PoolBroken:
                continue
            except _STOPPED as error:
                raise _plain(error, seconds) from error
            finally:
                task.future.cancel()
        raise AssertionError("the last round returns or raises")

    async def arun(
        self, function: Callable[P, T], seconds: float, *args: P.args, **kw: P.kwargs
    ) -> T:
        """Run a function in a worker without blocking the event loop; see :meth:`run`."""
        ends = time.monotonic() + seconds
        for last in (False, True):
            task = self._submit(function, ends, args, kw)
            answered = asyncio.wrap_future(task.future)
            try:
                while not answered.done() and task.waits(ends):
                    await asyncio.wait([answered], timeout=_LOOK_SECONDS)
                return task.outcome(last=last)
            except _PoolBroken:
                continue
            except _STOPPED as error:
                raise _plain(error, seconds) from error
            finally:
                # A client that has gone needs no answer; no effect where there is one.
                task.future.cancel()
                if answered.done() and not answered.cancelled():
                    answered.exception()  # it is answered above; nobody else asks for it
        raise AssertionError("the last round returns or raises")

    @property
    def alive(self) -> bool:
        """Whether the pool works; one that does not is made anew at the next task."""
        return bool(self._pool.active)

    def warm(self, function: Callable[[], object] | None = None) -> None:
        """Start the workers now, so that the first task does not wait for them.

        Args:
            function: Something for a worker to do first, such as loading what tasks need.
        """
        self._schedule(function or _nothing, _WARM_SECONDS, (), {})

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

    def _submit(self, function: Callable[..., T], ends: float, args: Any, kw: Any) -> _Task[T]:
        with self._guard:
            if self._busy >= self._room:
                raise Overloaded(
                    "The service is busy: too many requests are waiting.",
                    hint="Try again in a few seconds.",
                )
            self._busy += 1
        try:
            pool, future = self._schedule(function, max(ends - time.monotonic(), 0.001), args, kw)
        except BaseException:
            self._done(None)
            raise
        future.add_done_callback(self._done)
        return _Task(pool, future)

    def _schedule(
        self, function: Callable[..., object], seconds: float, args: Any, kw: Any
    ) -> tuple[Any, Any]:
        """Give a task to a living pool; the pool may break between the look and the call."""
        for _ in range(_POOLS_TRIED):
            pool = self._living()
            try:
                return pool, pool.schedule(function, args=args, kwargs=kw, timeout=seconds)
            except RuntimeError:
                if pool.active:
                    raise
        raise Overloaded("The processes that do this work can't be started just now.")

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
