"""Reports in the store: beside their plan, and in no national figure."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from cjgraph.errors import FileNotReadable, InputError
from cjgraph.namespaces import CJ, PREFIXES, graph, thing
from cjgraph.store import DataFolder, open_snapshot
from ingest.plans import PlanReading
from ingest.reports.importing import find_plan, import_report

REPORT = """# Fife Community Justice Partnership Annual Report 2024-25

This report covers the first year and tells what we did.

| Ref | Action | Progress | RAG |
| --- | --- | --- | --- |
| 1.1 | Drop-in hub | The hub opened on 3 May. | Blue |
| 2.1 | Welding course | The tutor has left. | Ongoing |
"""


@pytest.fixture
def data(loaded: DataFolder, tmp_path: Path) -> DataFolder:
    """A copy of the packaged data that a test may write to."""
    root = tmp_path / "data"
    root.mkdir()
    shutil.copytree(loaded.snapshots, root / "snapshots")
    shutil.copy(loaded.current, root / "current")
    return DataFolder(root)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


def _ask(data: DataFolder, query: str) -> list[list[str]]:
    found = open_snapshot(data).store.query(query, prefixes=PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    return [[term.value if term else "" for term in row] for row in found]


def test_a_report_is_kept_with_states_words_and_places(
    data: DataFolder, file: Path, plan_file: Path
) -> None:
    kept = import_report(data, file, find_plan(str(plan_file), data), invented=True)
    assert (kept.name, kept.graph) == ("fife/2024-2025", graph("report", "fife", "2024-2025"))
    rows = _ask(
        data,
        f"""SELECT ?action ?notation ?said ?quote ?place WHERE {{
          GRAPH <{kept.graph}> {{
            ?report a cj:AnnualReport ; cj:checkedByPerson false ; cj:isInvented true .
            ?s a cj:ProgressStatement ; cj:ofReport ?report ; cj:aboutAction ?action ;
               cj:progressState ?state .
            OPTIONAL {{ ?s cj:statusAsWritten ?said }}
            OPTIONAL {{ ?s cj:hasLocator ?l . ?l oa:exact ?quote ; cj:sourceLocator ?place }} }}
          ?state skos:notation ?notation }}""",
    )
    told = {row[0].rsplit("/", 1)[-1]: row[1:] for row in rows}
    assert len(told) == 5
    assert told["action-1-1"][:3] == ["done", "Blue", "The hub opened on 3 May."]
    assert "row 2" in told["action-1-1"][3]
    assert told["action-2-1"][:2] == ["late", "Ongoing"]
    assert told["action-1-2"][0] == "not_mentioned"
    assert rows[0][0].startswith(thing("plan", "fife/2024-2029/action"))


def test_a_report_counts_in_no_national_figure(
    data: DataFolder, file: Path, plan_file: Path
) -> None:
    import_report(data, file, find_plan(str(plan_file), data), checked_by="coordinator")
    assert _ask(data, "SELECT ?s WHERE { ?s a cj:ProgressStatement }") == []


def test_the_same_report_again_changes_nothing(
    data: DataFolder, file: Path, plan_file: Path
) -> None:
    plan = find_plan(str(plan_file), data)
    assert import_report(data, file, plan).changed
    before = data.current.read_bytes()
    assert not import_report(data, file, plan).changed
    assert data.current.read_bytes() == before


def test_what_is_no_report_is_not_kept(data: DataFolder, plan_file: Path) -> None:
    before = data.current.read_bytes()
    with pytest.raises(InputError, match="seems to be a plan"):
        import_report(data, plan_file, find_plan(str(plan_file), data))
    assert data.current.read_bytes() == before


def test_a_report_given_as_the_plan_is_refused(data: DataFolder, file: Path) -> None:
    with pytest.raises(InputError, match="annual report"):
        find_plan(str(file), data)


def test_a_plan_that_is_nowhere_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotReadable, match="nowhere/2024"):
        find_plan("nowhere/2024", DataFolder(tmp_path / "none"))


def test_the_command_shows_states_with_quotes(
    file: Path, plan_file: Path, plan: PlanReading
) -> None:
    import typer

    from cjgraph.cli._report_progress import register

    app = typer.Typer()
    app.command("other")(lambda: None)
    register(app)
    shown = CliRunner().invoke(app, ["report", "read", str(file), "--plan", str(plan_file)])
    assert shown.exit_code == 0, shown.output
    assert "5 actions: 1 done, 0 on course, 1 late, 0 dropped, 3 not mentioned." in shown.output
    assert "The hub opened on 3 May." in shown.output
    wrong = CliRunner().invoke(app, ["report", "read", str(plan_file)])
    assert wrong.exit_code == 2
    assert "seems to be a plan" in wrong.output


def test_terms_of_reports_are_in_the_model(data: DataFolder) -> None:
    rows = _ask(
        data, f"SELECT ?c WHERE {{ <{CJ}ProgressState> a owl:Class . ?c a cj:ProgressState }}"
    )
    assert len(rows) == 5
