"""``cjgraph validate``: the forms of a report, the file it goes to, and a check repeated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer

from cjgraph.cli._validate import validate
from cjgraph.errors import InputError, UnknownThing
from cjgraph.resources import resource_folder
from cjgraph.store import DataFolder

FAULTY = resource_folder("ontology") / "examples" / "glenorrin-cjoip-2024-2029.docx"


@pytest.fixture(autouse=True)
def _data(loaded: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CJGRAPH_DATA", str(loaded.root))
    monkeypatch.setenv("CJGRAPH_MODEL", "off")


def code(*, file: Path = FAULTY, **options: object) -> int:
    """Run the verb and return its exit code."""
    given: dict[str, object] = {
        "profile": None,
        "format": None,
        "json": False,
        "out": None,
        "force": False,
        "expect": None,
    }
    try:
        validate(file, **(given | options))  # type: ignore[arg-type]
    except typer.Exit as left:
        return left.exit_code
    return 0


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("checkpoints", "report.xlsx"),
        ("text", "report.html"),
        ("json", "report.csv"),
        ("csv", "report.xlsx"),
        ("xlsx", "report.txt"),
        ("turtle", "report.json"),
        (None, "report.docx"),
    ],
)
def test_a_name_that_says_another_form_is_refused(
    form: str | None, name: str, tmp_path: Path
) -> None:
    """Text was written into a file that Excel then could not open."""
    with pytest.raises(InputError, match=r"ends in|can't be written as"):
        code(format=form, out=tmp_path / name)
    assert not list(tmp_path.iterdir())


@pytest.fixture(scope="module")
def kept(loaded: DataFolder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report in JSON, as somebody kept it."""
    path = tmp_path_factory.mktemp("kept") / "report.json"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CJGRAPH_DATA", str(loaded.root))
        patch.setenv("CJGRAPH_MODEL", "off")
        assert code(out=path) == 1
    return path


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("html", b"<!DOCTYPE html>"), ("csv", b"\xef\xbb\xbfNumber,"), ("xlsx", b"PK")],
)
def test_the_name_of_the_file_says_the_form(ending: str, begins: bytes, tmp_path: Path) -> None:
    out = tmp_path / f"report.{ending}"
    assert code(out=out) == 1
    assert out.read_bytes().startswith(begins)


def test_a_kept_report_is_whole_and_says_how_to_repeat_it(kept: Path) -> None:
    report = json.loads(kept.read_bytes())
    assert {"checked_on", "software", "checkpoints", "notes", "judged_by", "area"} <= set(report)
    assert report["area"] == "Glenorrin"
    assert all("offers" in finding for finding in report["findings"])


def test_a_plan_is_never_written_over(tmp_path: Path) -> None:
    plan = tmp_path / "plan.docx"
    plan.write_bytes(FAULTY.read_bytes())
    with pytest.raises(InputError, match="is the plan itself"):
        code(file=plan, out=plan, force=True)
    (tmp_path / "other.html").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="exists already"):
        code(file=plan, out=tmp_path / "other.html")
    assert (tmp_path / "other.html").read_text(encoding="utf-8") == "mine"


def test_a_workbook_is_not_printed() -> None:
    with pytest.raises(InputError, match="can't be printed"):
        code(format="xlsx")


def test_the_same_plan_gives_the_same_verdict(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert code(expect=kept) == 0
    assert "gives the same verdict" in capsys.readouterr().out


def test_what_differs_is_said(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = json.loads(kept.read_bytes())
    report["rules"]["sha256"] = "f" * 64
    report["conforms"] = True
    gone = dict(report["findings"][0], message="Something of old.", shape="old")
    report["findings"] = [gone, *report["findings"][1:]]
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(report), encoding="utf-8")
    assert code(expect=changed) == 1
    said = capsys.readouterr().out
    assert "passed then and does not pass now" in said
    assert "The rules have changed: ffffffffffff… then" in said
    assert "Findings that are gone (1)\n- Something of old." in said
    assert "New findings (1)" in said


@pytest.mark.parametrize("content", ["[1]", "{}", "no JSON", '{"findings": 3}'])
def test_what_is_no_report_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="no report of a check"):
        code(expect=path)


def test_the_checkpoint_tables_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert code(format="checkpoints") == 1
    said = capsys.readouterr().out
    assert "Checkpoint: Plan (p. 31)" in said
    assert "Where are the weak points?" in said


def test_the_spans_of_the_terms_are_kept_and_used_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "report.json"
    code(out=kept, time_bands="model")
    assert json.loads(kept.read_bytes())["time_bands"] == "model"
    assert code(expect=kept) == 0
    capsys.readouterr()
    code(expect=kept, time_bands="definitions")
    assert "model then, definitions now" in capsys.readouterr().out


def test_spans_that_nobody_knows_are_refused() -> None:
    with pytest.raises(UnknownThing, match="no time bands called 'decades'"):
        code(time_bands="decades")
