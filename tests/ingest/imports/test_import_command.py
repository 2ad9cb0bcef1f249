"""``cjgraph import``: what people see, and what scripts get."""

from __future__ import annotations

import json

import pytest
import typer
from typer.testing import CliRunner, Result

from cjgraph.cli import _import, _load
from cjgraph.search import SearchEngine
from tests.ingest.imports.desk import Desk

TABLE = "id,name,description\na,Alpha service,First\nb,Beta service,Second\n"
RIS = "TY  - RPRT\nTI  - A report on quoits and conduct\nPY  - 2019\nER  - \n"


@pytest.fixture
def run(desk: Desk, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Run the verb on a data folder of its own, without the embedding model."""
    desk.take_a_copy()
    monkeypatch.setenv("CJGRAPH_DATA", str(desk.data.root))
    monkeypatch.setenv("CJGRAPH_MODEL", "off")
    app = typer.Typer()
    _import.register(app)
    app.command("other")(lambda: None)  # one command alone has no name

    def invoke(*words: object) -> Result:
        return CliRunner().invoke(app, ["import", *map(str, words)], catch_exceptions=False)

    return invoke


def test_a_dry_run_then_a_load_then_nothing_changes(run, desk: Desk) -> None:  # type: ignore[no-untyped-def]
    path = desk.file("list.csv", TABLE)
    before = desk.snapshot.name
    dry = run("services", path, "--dry-run")
    assert dry.exit_code == 0 and "2 added:\n  Alpha service (list.csv, row 2)" in dry.stdout
    assert "nothing was written" in dry.stdout and desk.snapshot.name == before
    done = run("services", path, "--as", "coordinator")
    assert done.exit_code == 0
    assert f"Loaded into the set 'local': snapshot {desk.snapshot.name}." in done.stdout
    assert run("services", path).stdout.endswith("Nothing changes: 2 unchanged.\n")


def test_changes_are_shown_old_to_new(run, desk: Desk) -> None:  # type: ignore[no-untyped-def]
    run("services", desk.file("list.csv", TABLE))
    out = run("services", desk.file("new.csv", TABLE.replace("First", "Better")), "--dry-run")
    assert "1 changed:\n  Alpha service (new.csv, row 2)\n      description: First → Better" in (
        out.stdout
    )
    out = run("services", desk.file("short.csv", TABLE[:40]), "--dry-run", "--replace")
    assert "1 dropped:\n  Beta service\n" in out.stdout


def test_problems_end_with_one_and_load_nothing(run, desk: Desk) -> None:  # type: ignore[no-untyped-def]
    path = desk.file("list.csv", "name,url\nA,broken\nB,\n")
    before = desk.snapshot.name
    out = run("services", path)
    assert out.exit_code == 1 and desk.snapshot.name == before
    assert "1 problem:\n  list.csv, row 2, column url: 'broken' is no web address" in out.stdout
    assert "Nothing was loaded. Mend the list, or add --skip-faulty" in out.stdout
    out = run("services", path, "--skip-faulty")
    assert out.exit_code == 0 and "1 left out:\n  A (list.csv, row 2)" in out.stdout
    assert desk.snapshot.name != before


def test_json_has_everything(run, desk: Desk) -> None:  # type: ignore[no-untyped-def]
    out = run("services", desk.file("list.csv", "name,url\nA,broken\nB,\n"), "--json")
    found = json.loads(out.stdout)
    assert out.exit_code == 1 and found["blocked"] and not found["loaded"]
    assert found["problems"][0]["place"] == "list.csv, row 2, column url"
    assert found["counts"]["added"] == 1 and found["left_out"] == ["A (list.csv, row 2)"]
    out = run("services", desk.file("good.csv", TABLE), "--json")
    found = json.loads(out.stdout)
    assert found["loaded"] and found["snapshot"] == desk.snapshot.name
    assert [change["kind"] for change in found["changes"]] == ["added", "added"]


def test_search_is_told_of_new_publications(run, desk: Desk) -> None:  # type: ignore[no-untyped-def]
    out = run("publications", desk.file("list.ris", RIS))
    assert out.exit_code == 0 and "was read as a RIS list" in out.stdout
    with SearchEngine(desk.data.models, desk.data.index) as engine:
        found = engine.search("quoits and conduct", limit=5, query_id="q").as_json()
    assert "quoits" in json.dumps(found)


def test_a_dry_run_does_not_touch_the_index(
    run, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    def refuse(*given: object) -> None:
        raise AssertionError("a dry run built the index")

    monkeypatch.setattr(_load, "refresh_index", refuse)
    assert run("publications", desk.file("list.ris", RIS), "--dry-run").exit_code == 0
