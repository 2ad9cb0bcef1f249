"""The query behind each figure gives the same figure."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest

from cjgraph import thread
from cjgraph.store import DataFolder, Snapshot, open_snapshot
from cjgraph.thread import Answer, ThreadGraph, read_thread_graph
from ingest.synthetic import load_synthetic
from tests.thread.small import drawn, small_snapshot

Nation = tuple[Snapshot, ThreadGraph]


@pytest.fixture(scope="module")
def synthetic(loaded: DataFolder, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The packaged data and a small synthetic nation."""
    folder = DataFolder(tmp_path_factory.mktemp("queries") / "data")
    folder.root.mkdir()
    shutil.copytree(loaded.snapshots, folder.snapshots)
    shutil.copy(loaded.current, folder.current)
    load_synthetic(folder, partnerships=4, editions=2)
    return open_snapshot(folder)


@pytest.fixture(scope="module", params=["drawn", "examples", "synthetic"])
def nation(request: pytest.FixtureRequest) -> Nation:
    if request.param == "drawn":
        snapshot = small_snapshot(drawn("nation", "north", "others"))
        return snapshot, read_thread_graph(snapshot)
    snapshot = request.getfixturevalue("synthetic")
    return snapshot, read_thread_graph(snapshot, include=frozenset({request.param}))


def asked(nation: Nation, found: Answer, query: str | None = None) -> list[dict[str, str]]:
    snapshot, graph = nation
    return snapshot.rows(query or found.query, include=graph.included)


def first_area(graph: ThreadGraph) -> str:
    return next(head.name for head in thread.coverage(graph).row_heads if head.plans)


def choices(graph: ThreadGraph) -> Iterable[dict[str, Any]]:
    return {}, {"plans": "all"}, {"area": first_area(graph)}


@pytest.mark.parametrize(
    "columns", ["outcomes", "priority_actions", "aims", "needs", "checklist", "national_outcomes"]
)
def test_coverage(nation: Nation, columns: Any) -> None:
    for more in choices(nation[1]):
        found = thread.coverage(nation[1], columns=columns, judgements=True, **more)
        judged = columns == "national_outcomes"
        mine = {(c.row, c.column): len(c.judged) if judged else c.count for c in found.cells}
        rows = {(r["row"], r["column"]): float(r["count"]) for r in asked(nation, found)}
        assert {k: v for k, v in rows.items() if v} == {k: v for k, v in mine.items() if v}


def test_gaps(nation: Nation) -> None:
    graph = nation[1]
    needs = {graph.label(iri): iri for iri in graph.of_kind.get("Need", ())}
    for more in choices(graph):
        found = thread.gaps(graph, **more)
        for kind, query in found.queries.items():
            rows = asked(nation, found, query)
            told = {(r["row"], frozenset(v for k, v in r.items() if k != "row")) for r in rows}
            mine = {
                (
                    gap.row,
                    frozenset([needs[gap.need or ""]] if kind.startswith("need") else gap.things),
                )
                for gap in found.gaps
                if gap.kind == kind
            }
            assert told == mine, kind


def test_breaks(nation: Nation) -> None:
    for more in ({}, {"plans": "all"}):
        found = thread.thread_breaks(nation[1], **more)  # type: ignore[arg-type]
        rows = Counter((r["item"], r["type"]) for r in asked(nation, found))
        assert rows == Counter((each.thing.iri, each.type) for each in found.breaks)


def test_single_points(nation: Nation) -> None:
    for more in choices(nation[1]):
        found = thread.single_points(nation[1], **more)
        rows = Counter((r["outcome"], r["kind"], r["rests_on"]) for r in asked(nation, found))
        mine = [(p.outcome.iri, p.kind, p.point.iri if p.point else p.name) for p in found.points]
        assert rows == Counter(mine)


def test_partners(nation: Nation) -> None:
    for more in choices(nation[1]):
        found = thread.partner_load(nation[1], **more)
        rows = Counter((r["partner"], int(r["actions"])) for r in asked(nation, found))
        assert rows == Counter((load.name, load.actions) for load in found.loads)


def test_indicators(nation: Nation) -> None:
    for area in (None, first_area(nation[1])):
        found = thread.indicators(nation[1], area=area)
        rows = {r["observation"] for r in asked(nation, found)}
        assert rows == {o.iri for series in found.series for o in series.observations}


def test_comparison(nation: Nation) -> None:
    graph = nation[1]
    heads = [head.name for head in thread.coverage(graph).row_heads if head.plans][:2]
    found = thread.compare(graph, *heads)
    rows = Counter(
        (graph.label(r["plan"]), f"{graph.code(r['target'])}: {graph.label(r['target'])}")
        for r in asked(nation, found)
        for _ in range(int(r["actions"]))
    )
    mine: Counter[tuple[str, str]] = Counter()
    for side in (found.first, found.second):
        for topic in ("outcomes", "priority_actions"):
            mine.update({(side.plans[0], name): n for name, n in side.topics[topic].items()})
    assert rows == +mine


def test_trace_and_impact_are_within_their_queries(nation: Nation) -> None:
    graph = nation[1]
    action = next(cell.actions[0] for cell in thread.coverage(graph).cells if cell.actions)
    outcome = graph.of_kind["NationallyDeterminedOutcome"][0]
    lead = next(iter(graph.facts.all("ledBy", action)), None)
    for iri in (action, outcome, lead):
        if iri is None:
            continue
        trace = thread.trace_thread(graph, iri)
        rows = asked(nation, trace)
        for name, threads in (("above", trace.upward), ("below", trace.downward)):
            steps = {step.node.iri for each in threads if not each.judged for step in each.steps}
            assert steps <= {r[name] for r in rows if name in r}
        effects = {e.thing.iri for e in thread.impact(graph, iri).effects}
        assert effects <= {r["affected"] for r in asked(nation, thread.impact(graph, iri))}
