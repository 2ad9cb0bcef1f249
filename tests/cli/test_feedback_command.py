"""``cjgraph feedback``: add, list, answer, count."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cjgraph.cli._main import app
from cjgraph.errors import CJGraphError, FileNotReadable, InputError, SyntaxFault, UnknownThing
from cjgraph.shacl import load_rules
from cjgraph.store import DataFolder

RUN = CliRunner()
PLAN = b"# A plan\n"


@pytest.fixture(scope="module")
def folder(loaded: DataFolder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("remarks")
    shutil.copytree(loaded.root, made / "data")
    rules = load_rules()
    rule = next(rule for rule in rules.rules.values() if rule.type == "smart_m")
    told = {"shape": rule.iri, "type": "smart_m", "message": "No measure.", "quote": ""}
    report = {
        "rules": {"version": rules.version, "sha256": rules.sha256},
        "plan": {"sha256": hashlib.sha256(PLAN).hexdigest(), "title": "The plan of Fife"},
        "profile": "draft",
        "findings": [told | {"subject": "Open a hub"}, told | {"subject": "=HYPERLINK(1)"}],
    }
    (made / "report.json").write_text(json.dumps(report))
    (made / "plan.md").write_bytes(PLAN)
    return made


@pytest.fixture(autouse=True)
def _data(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CJGRAPH_DATA", str(folder / "data"))


def run(*arguments: str | Path) -> str:
    done = RUN.invoke(app, ["feedback", *map(str, arguments)])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.stdout


def loads(*arguments: str | Path) -> Any:
    return json.loads(run(*arguments, "--json"))


def test_a_remark_is_added_listed_answered_and_counted(folder: Path) -> None:
    report, plan = folder / "report.json", folder / "plan.md"
    said = ("--because", "The measure is in the text, says Mrs Jane Smith.")
    first = loads("add", report, "--finding", "1", "--plan", plan, "--as", "coordinator", *said)
    assert first["kept"] and first["by"] == "coordinator" and "Smith" not in first["because"]
    assert "said before" in run("add", report, "--finding", "1", *said)
    second = loads("add", report, "--finding", "2", "--because", "+1, wrong")
    assert second["by"] is None

    listed = run("list")
    assert first["id"] in listed and "This is wrong because: The measure" in listed
    assert "accepted" in run("answer", first["id"][:6], "--state", "accepted", "--because", "True.")
    rows = loads("list", "--state", "accepted", "--rule", "smart")["remarks"]
    assert [row["id"] for row in rows] == [first["id"]]
    assert rows[0]["answers"][0]["because"] == "True."
    assert loads("list", "--rule", "checklist")["remarks"] == []

    table = list(csv.DictReader(io.StringIO(run("list", "--csv"))))
    assert {row["state"] for row in table} == {"open", "accepted"}
    cells = [cell for row in table for cell in row.values()]
    assert "'=HYPERLINK(1)" in cells and "'+1, wrong" in cells

    (counted,) = loads("summary")["rules"]
    assert (counted["remarks"], counted["plans"], counted["open"], counted["accepted"]) == (
        2, 1, 1, 1,
    )  # fmt: skip
    assert "2 remarks on 1 plan" in run("summary")


@pytest.mark.parametrize(
    ("arguments", "fault", "said"),
    [
        (("add", "report.json", "--finding", "9", "--because", "x"), UnknownThing, "1 to 2"),
        (("add", "plan.md", "--finding", "1", "--because", "x"), SyntaxFault, "no report"),
        (("add", "gone.json", "--finding", "1", "--because", "x"), FileNotReadable, "can't be"),
        (
            ("add", "report.json", "--finding", "1", "--because", "x", "--plan", "report.json"),
            InputError,
            "another plan",
        ),
        (("list", "--state", "shut"), InputError, "open, accepted or declined"),
        (("list", "--json", "--csv"), InputError, "one of them"),
        (("answer", "zz", "--state", "accepted", "--because", "x"), UnknownThing, "no remark"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(
    folder: Path, arguments: tuple[str, ...], fault: type[CJGraphError], said: str
) -> None:
    named = [folder / word if "." in word else word for word in arguments]
    with pytest.raises(fault, match=said):
        run(*named)


@pytest.mark.parametrize("content", [b"\xff\x00\x01", b"[" * 200_000, b"", b"[]", b'{"a": NaN}'])
def test_a_file_that_is_no_report_is_refused(folder: Path, content: bytes) -> None:
    (folder / "strange.json").write_bytes(content)
    with pytest.raises(SyntaxFault, match="no report"):
        run("add", folder / "strange.json", "--finding", "1", "--because", "Wrong.")
