"""Checking all plans in one go: one that is broken stops no other."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from cjgraph.errors import FileNotReadable, UnknownThing
from cjgraph.store import DataFolder, Snapshot
from ingest.loading import load_packaged
from ingest.nation import PlanResult, check_files, check_nation, results_csv
from tests.shapes.plan_fixtures import PLANS


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return load_packaged(DataFolder(tmp_path_factory.mktemp("nation"))).snapshot


def test_examples_are_checked_from_the_store_and_only_when_asked_for(snapshot: Snapshot) -> None:
    assert check_nation(snapshot) == []
    told: list[tuple[str, int, int]] = []
    results = check_nation(
        snapshot,
        include=frozenset({"examples"}),
        progress=lambda what, done, total: told.append((what, done, total)),
    )
    assert [(r.area, r.kind, r.conforms, r.error) for r in results] == [
        ("Glenorrin", "example", False, ""),
        ("Strathmarnock", "example", True, ""),
    ]
    assert results[0].violations
    assert results[0].rules
    assert told[-1][1:] == (2, 2)


def test_one_broken_plan_stops_no_other(snapshot: Snapshot, tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("this is no Turtle", encoding="utf-8")
    whole = (PLANS / "complete-2023.ttl").read_text(encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "whole.ttl").write_text(whole, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"not a plan")
    (tmp_path / "README.md").write_text("# Notes\n\nBuy milk and eggs.\n", encoding="utf-8")
    results = {r.plan: r for r in check_files(snapshot, [tmp_path])}
    broken, fine = results["broken.ttl"], results["deep/whole.ttl"]
    # A file that is no plan is said to be none, and is no failure.
    assert {name for name, r in results.items() if r.other} == {"README.md", "picture.png"}
    assert len(results) == 4
    assert "not valid Turtle at line 1" in broken.error
    assert broken.conforms is None
    assert (fine.conforms, fine.checklist) == (True, 13.0)
    json.dumps([broken.to_json(), fine.to_json()])


def test_wrong_use_is_said_before_anything_is_read(snapshot: Snapshot, tmp_path: Path) -> None:
    with pytest.raises(FileNotReadable, match="no file or folder"):
        check_files(snapshot, [tmp_path / "gone"])
    with pytest.raises(FileNotReadable, match="holds no file"):
        check_files(snapshot, [tmp_path])
    with pytest.raises(UnknownThing, match="no profile"):
        check_nation(snapshot, include=frozenset({"examples"}), profile="mild")


def test_cells_of_the_csv_are_never_formulas() -> None:
    text = results_csv([PlanResult("=HYPERLINK(1)", "+x", "file", error="@y")])
    head, row = list(csv.reader(io.StringIO(text)))
    assert head[:3] == ["area", "plan", "kind"]
    assert (row[0], row[1], row[-1]) == ("'=HYPERLINK(1)", "'+x", "'@y")
