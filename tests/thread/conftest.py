"""The nation drawn by hand, read once for all tests of the thread."""

from __future__ import annotations

import pytest

from cjgraph.store import Snapshot
from cjgraph.thread import ThreadGraph, read_thread_graph
from tests.thread.small import drawn, small_snapshot


@pytest.fixture(scope="package")
def nation() -> Snapshot:
    return small_snapshot(drawn("nation", "north", "others"))


@pytest.fixture(scope="package")
def small(nation: Snapshot) -> ThreadGraph:
    return read_thread_graph(nation)


@pytest.fixture(scope="package")
def bare() -> ThreadGraph:
    """The same nation before anyone loads a plan."""
    return read_thread_graph(small_snapshot(drawn("nation")))
