"""Queries that never end, or want all memory, stop; the next query is answered."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from cjgraph.errors import LimitExceeded, Overloaded, QueryRefused, QueryTimedOut, ResultTooLarge
from cjgraph.namespaces import graph, thing
from cjgraph.sparql import QueryResult, check_query
from cjgraph.sparql._task import query_task
from cjgraph.store import DataFolder, GraphSource, StoreWriter
from cjgraph.workers import SnapshotPools, WorkerLimits, WorkerPool

PRODUCT = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    folder = DataFolder(tmp_path_factory.mktemp("workers") / "data")
    fill(folder, 500)
    return folder


def fill(folder: DataFolder, amount: int) -> None:
    p = ox.NamedNode(thing("p", "p"))
    triples = [
        ox.Triple(ox.NamedNode(thing("s", str(n))), p, ox.Literal("x" * 50 + str(n)))
        for n in range(amount)
    ]
    with StoreWriter(folder) as writer:
        source = GraphSource("vocabulary", "t", "t", str(amount))
        writer.replace_graph(graph("vocabulary", "t"), triples, source)
        writer.publish()


@pytest.fixture(scope="module")
def pools(data: DataFolder) -> Iterator[SnapshotPools]:
    made = SnapshotPools(data, workers=2, waiting=1, limits=WorkerLimits(memory_bytes=700_000_000))
    yield made
    made.stop()


def ask(pools: SnapshotPools, text: str, seconds: float = 10, size: int = 1_000_000) -> QueryResult:
    _, pool = pools.current()
    query = check_query(text)
    return pool.run(query_task, seconds, query, "csv", size, frozenset(), (), ())


def count(pools: SnapshotPools) -> int:
    p = thing("p", "p")
    body = ask(pools, f"SELECT (COUNT(*) AS ?n) {{ ?s <{p}> ?o }}").body
    return int(body.split()[1])


def test_a_query_is_answered(pools: SnapshotPools) -> None:
    assert count(pools) == 500


def test_an_endless_query_is_stopped_and_the_next_one_answered(pools: SnapshotPools) -> None:
    with pytest.raises(QueryTimedOut, match="stopped after 1 second"):
        ask(pools, f"SELECT (COUNT(*) AS ?n) {PRODUCT}", seconds=1)
    assert count(pools) == 500


def test_a_query_that_wants_all_memory_is_stopped(pools: SnapshotPools) -> None:
    with pytest.raises(LimitExceeded):
        ask(pools, f"SELECT * {PRODUCT} ORDER BY ?a", seconds=60)
    assert count(pools) == 500


def test_too_large_an_answer_is_refused_whole(pools: SnapshotPools) -> None:
    with pytest.raises(ResultTooLarge, match="none of it is given"):
        ask(pools, "SELECT * { ?a ?b ?c . ?d ?e ?f }", size=10_000)


def test_a_bad_query_comes_back_as_its_own_error(pools: SnapshotPools) -> None:
    with pytest.raises(QueryRefused, match="not valid SPARQL"):
        ask(pools, "SELECT * { ?s ?p }")


def test_more_requests_than_the_queue_holds_are_turned_away(pools: SnapshotPools) -> None:
    outcomes: list[type[BaseException]] = []

    def slow() -> None:
        try:
            ask(pools, f"SELECT (COUNT(*) AS ?n) {PRODUCT}", seconds=2)
        except LimitExceeded as error:
            outcomes.append(type(error))

    threads = [threading.Thread(target=slow) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count(Overloaded) == 3, "two run, one waits, three are turned away"
    assert outcomes.count(QueryTimedOut) == 3


def test_asynchronous_callers_are_served_and_stopped_alike(pools: SnapshotPools) -> None:
    async def both() -> tuple[QueryResult, BaseException | QueryResult]:
        _, pool = pools.current()
        nothing: tuple[str, ...] = ()
        good = pool.arun(
            query_task, 10, check_query("ASK {}"), "json", 1000, frozenset(), nothing, nothing
        )
        endless = check_query(f"SELECT (COUNT(*) AS ?n) {PRODUCT}")
        bad = pool.arun(query_task, 1, endless, "json", 1000, frozenset(), nothing, nothing)
        answers = await asyncio.gather(good, bad, return_exceptions=True)
        assert isinstance(answers[0], QueryResult)
        return answers[0], answers[1]

    good, bad = asyncio.run(both())
    assert b"true" in good.body
    assert isinstance(bad, QueryTimedOut)


def _reach(port: int) -> str:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
    except OSError as error:
        return type(error).__name__
    return "reached"


def test_workers_have_no_network_where_the_platform_allows() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, WorkerPool(None, workers=1) as pool:
        found = pool.run(_reach, 20, server.getsockname()[1])
    if found == "reached":
        pytest.skip("this platform gives processes no network namespace of their own")
    assert found == "OSError"


def test_a_new_snapshot_gets_a_new_pool_and_running_queries_finish(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    fill(folder, 10)
    pools = SnapshotPools(folder, workers=1)
    try:
        assert count(pools) == 10
        _, old = pools.current()
        slow: list[object] = []
        waiting = threading.Thread(target=lambda: slow.append(old.run(time.sleep, 20, 1.0)))
        waiting.start()
        time.sleep(0.3)
        fill(folder, 20)
        assert count(pools) == 20
        waiting.join()
        assert slow == [None], "the query under way was not cut off"
    finally:
        pools.stop()
