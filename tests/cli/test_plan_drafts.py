"""The verbs on drafts: import, list, show, correct, publish, and diff between editions."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from cjgraph.cli import _diff, _plan_correct, _plan_import, _plan_list, _plan_publish
from cjgraph.errors import CJGraphError
from cjgraph.store import DataFolder

PLAN = """# Fife Community Justice Outcomes Improvement Plan 2024-2029

## Our vision

Our vision is a Fife where fewer people are harmed by crime.

## Outcome 1: More people complete community sentences well

This outcome serves NDO 4.

### Objective 1.1: Support people on community payback orders from day one

| Action | Lead | By when | How we will know |
| --- | --- | --- | --- |
| 1.1 Open a drop-in hub in Leven | Police Scotland | 31/03/2025 | Hub open |
| 1.2 Train forty volunteer mentors | NHS Fife | ongoing | Forty mentors trained |
"""
Run = Callable[..., Result]


@pytest.fixture
def run(loaded: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a verb on a data folder of the test's own."""
    root = tmp_path / "data"
    root.mkdir()
    shutil.copytree(loaded.snapshots, root / "snapshots")
    shutil.copy(loaded.current, root / "current")
    monkeypatch.setenv("CJGRAPH_DATA", str(root))
    monkeypatch.setenv("CJGRAPH_MODEL", "off")
    app, plan = typer.Typer(), typer.Typer()
    for verb in (_plan_import, _plan_list, _plan_correct, _plan_publish):
        verb.add(plan)
    app.add_typer(plan, name="plan")
    _diff.register(app)

    def done(*words: object) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words])

    return done


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    path = folder / "fife.md"
    path.write_text(PLAN)
    return path


def answer(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_from_a_file_to_a_published_edition(run: Run, plan: Path) -> None:
    first = run("plan", "import", plan, "--as", "plan lead")
    assert first.exit_code == 0
    assert "fife/2024-2029: new" in first.stdout
    assert "1 outcomes, 1 objectives, 2 actions" in first.stdout
    item = answer(run("plan", "show", "fife", "--json"))["reading"]["actions"][1]["id"]
    mended = run(
        "plan", "correct", "fife/2024-2029", item, "due", "2026-03-31", "--reason", "Board"
    )
    assert "due date 'ongoing' → 31 March 2026" in mended.stdout
    again = run("plan", "correct", "fife/2024-2029", item, "due", "31/03/2026")
    assert "nothing changes" in again.stdout
    added = answer(
        run("plan", "correct", "fife", "Open a hub in Cupar", "--add", "action", "--json")
    )
    assert added["item"] == "action-added-1"
    assert "struck out" in run("plan", "correct", "fife", added["item"], "--delete").stdout
    shown = answer(run("plan", "show", "fife", "--json"))
    assert [made["by"] for made in shown["corrections"]] == ["coordinator"] * 3
    assert shown["files"][0]["by"] == "plan lead"
    published = run("plan", "publish", "fife", "--checked-by", "plan lead")
    assert "fife/2024-2029 is published, checked by plan lead" in published.stdout
    rows = {(r["name"], r["status"]): r for r in answer(run("plan", "list", "--json"))}
    edition = rows["fife/2024-2029", "published"]
    assert (edition["checked_by"], edition["corrections"]) == ("plan lead", 3)
    assert rows["fife/2024-2029", "draft"]["sha256"] == edition["sha256"]
    listed = run("plan", "list").stdout
    assert "fife/2024-2029: Fife; published (current); checked by plan lead" in listed
    assert "draft (published as fife/2024-2029, not changed since)" in listed
    assert "due date 'ongoing' → 31 March 2026 (coordinator" in run("plan", "show", "fife").stdout
    differs = run("diff", plan, "fife/2024-2029")
    assert "date moved" in differs.stdout and "'ongoing' → 31 March 2026" in differs.stdout
    assert len(answer(run("diff", plan, "fife/2024-2029", "--json"))["changes"]) == 1


def test_a_summary_is_held_back_until_it_is_wanted(run: Run, plan: Path) -> None:
    run("plan", "import", plan)
    short = plan.with_name("easy-read.md")
    short.write_text(PLAN.partition("## Outcome 1")[0] + "We plan to do many things together.\n")
    held = run("plan", "import", short)
    assert held.exit_code == 1
    assert "1 of 1 outcomes and 2 of 2 actions" in held.stderr
    assert "--force" in held.stderr
    assert answer(run("plan", "show", "fife", "--json"))["reading"]["actions"]
    assert run("plan", "import", short, "--force").exit_code == 0
    shown = answer(run("plan", "show", "fife", "--json"))
    assert shown["reading"]["actions"] == []
    refused = run("plan", "publish", "fife", "--checked-by", "plan lead")
    assert isinstance(refused.exception, CJGraphError)
    assert "No outcome and no action" in refused.exception.message
    assert run("plan", "import", plan, "--again").exit_code == 0
    assert len(answer(run("plan", "show", "fife", "--json"))["reading"]["actions"]) == 2


def test_a_correction_that_hides_what_the_plan_says_is_told(run: Run, plan: Path) -> None:
    run("plan", "import", plan)
    item = answer(run("plan", "show", "fife", "--json"))["reading"]["actions"][0]["id"]
    run("plan", "correct", "fife", item, "due", "2026-03-31")
    later = plan.with_name("later.md")
    later.write_text(PLAN.replace("31/03/2025", "30/09/2027"))
    told = run("plan", "import", later)
    assert "the plan says now due date 30 September 2027; the correction of" in told.stderr
    assert "the plan says now due date 30 September" in run("plan", "show", "fife").stdout
    (conflict,) = answer(run("plan", "show", "fife", "--json"))["conflicts"]
    assert (conflict["plan_says"], conflict["corrected_to"]) == ("2027-09-30", "2026-03-31")
    (row,) = answer(run("plan", "import", later, "--json"))["rows"]
    assert [one["number"] for one in row["conflicts"]] == [1]
    run("plan", "correct", "fife", item, "due", "2026-03-31", "--reason", "Board")
    shown = answer(run("plan", "show", "fife", "--json"))
    assert shown["conflicts"] == [] and len(shown["corrections"]) == 2


def test_each_state_has_a_word_in_the_list(run: Run, plan: Path) -> None:
    run("plan", "import", plan)
    assert "fife/2024-2029: Fife; draft (not published); not checked" in run("plan", "list").stdout
    run("plan", "publish", "fife", "--checked-by", "plan lead")
    run("plan", "correct", "fife", "outcome-1", "national", "ndo-5")
    assert "draft (changed since fife/2024-2029 was published)" in run("plan", "list").stdout
    run("plan", "publish", "fife", "--checked-by", "plan lead", "--replace")
    listed = run("plan", "list").stdout
    assert "fife/2024-2029: Fife; archived (another edition took its place); checked" in listed
    assert "fife/2024-2029-v2: Fife; published (current); checked" in listed


def test_a_folder_is_imported_with_one_report(run: Run, plan: Path) -> None:
    (plan.parent / "soup.md").write_text("# Soup\n\nBoil the leeks.")
    report = run("plan", "import", plan.parent)
    assert report.exit_code == 0, "what is no plan is left out, which is no failure"
    assert "soup.md: left out." in report.stdout
    assert "2 files: 1 new, 1 left out." in report.stdout
    (plan.parent / "empty.docx").write_bytes(b"")
    again = run("plan", "import", plan.parent, "--json")
    assert again.exit_code == 1
    results = {row["file"]: row["result"] for row in json.loads(again.stdout)["rows"]}
    assert results == {"empty.docx": "failed", "fife.md": "unchanged", "soup.md": "left out"}


def test_one_file_that_can_not_be_kept_is_wrong_use(run: Run, plan: Path) -> None:
    plan.write_text("# Soup\n\nBoil the leeks.")
    result = run("plan", "import", plan)
    assert result.exit_code == 2
    assert "fife.md was not imported" in result.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("plan", "import", "nowhere.docx"), "no file or folder nowhere.docx"),
        (("plan", "show", "angus"), "no draft called 'angus'"),
        (("plan", "publish", "angus"), "no draft called 'angus'"),
        (("plan", "correct", "angus", "action-1"), "which field"),
        (("plan", "correct", "angus", "action-1", "due", "x", "--delete"), "only the item"),
        (("plan", "correct", "angus", "words", "due", "--add", "action"), "only the words"),
        (("diff", "nowhere", "fife/2024-2029"), "'nowhere' is not the name"),
        (("diff", "fife/2024-2029", "angus/2020-2025"), "no draft or plan called"),
    ],
)
def test_wrong_use_is_told_in_one_sentence(run: Run, words: tuple[str, ...], told: str) -> None:
    result = run(*words)
    assert isinstance(result.exception, CJGraphError)
    assert told in result.exception.message
