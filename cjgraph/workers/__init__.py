"""Runs work from outside in processes that can be killed."""

from cjgraph.workers._pool import SnapshotPools, WorkerPool
from cjgraph.workers._process import WorkerLimits, opened_store

__all__ = ["SnapshotPools", "WorkerLimits", "WorkerPool", "opened_store"]
