"""CJS sees on the command line who serves what, in any format, with the query behind it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from cjgraph.cli._main import app
from cjgraph.errors import CJGraphError
from cjgraph.store import DataFolder

EXAMPLES = ("--include", "examples")
BOTH = ("Glenorrin", "Strathmarnock")


@pytest.fixture(autouse=True)
def _data(loaded: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CJGRAPH_DATA", str(loaded.root))
    monkeypatch.setenv("CJGRAPH_MODEL", "off")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def done(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def fault(*arguments: str) -> str:
    error = run(*arguments).exception
    assert isinstance(error, CJGraphError), error
    return f"{error.message} {error.hint or ''}"


def test_without_plans_every_partnership_says_so_and_how_to_load_one(tmp_path: Path) -> None:
    text = done("coverage")
    assert text.count("no plan loaded") == 30
    assert "cjgraph plan import" in text and "0 of 30 Partnerships" in text
    assert max(map(len, text.split("\n\n")[0].splitlines())) <= 80
    content = json.loads(done("coverage", "--json"))
    assert [row["state"] for row in content["row_heads"]] == ["no_plan"] * 30
    rows = list(csv.DictReader(io.StringIO(done("coverage", "--format", "csv").lstrip("\ufeff"))))
    assert len(rows) == 30 and all("cjgraph plan import" in row["note"] for row in rows)
    file = tmp_path / "coverage.svg"
    done("coverage", "--out", str(file))
    svg = file.read_text(encoding="utf-8")
    assert svg.count(">no plan loaded<") == 30 and "cjgraph plan import" in svg


@pytest.mark.parametrize("of", ["outcomes", "priority-actions", "needs"])
def test_the_query_gives_the_same_figures(of: str) -> None:
    content = json.loads(done("coverage", "--of", of, *EXAMPLES, "--json"))
    shown = {(c["row"], c["column"]): c["count"] for c in content["cells"] if c["count"]}
    query = done("coverage", "--of", of, *EXAMPLES, "--query")
    found = json.loads(done("query", query, *EXAMPLES, "--json"))["results"]["bindings"]
    asked = {(r["row"]["value"], r["column"]["value"]): int(r["count"]["value"]) for r in found}
    assert shown == {key: count for key, count in asked.items() if count}
    assert shown


def test_a_cell_opens_to_what_lies_behind_it() -> None:
    content = json.loads(done("coverage", "--cell", "Glenorrin,ndo-3", *EXAMPLES, "--json"))
    assert [row["how"] for row in content["rows"]] == ["own", "own"]
    assert all(row["words"] and row["place"] for row in content["rows"])
    text = done("coverage", "--cell", "Fife,ndo-3")
    assert "No plan loaded" in text


@pytest.mark.parametrize(
    "arguments",
    [
        ("gaps", *EXAMPLES),
        ("gaps", "--of", "threads", *EXAMPLES),
        ("gaps", "--of", "single-points", *EXAMPLES),
        ("impact", "ndo-3", *EXAMPLES),
        ("compare", *BOTH, *EXAMPLES),
        ("partners", *EXAMPLES),
        ("indicators", *EXAMPLES),
        ("model", *EXAMPLES),
        ("coverage", "--of", "checklist", *EXAMPLES),
    ],
)
def test_every_answer_is_a_table_a_sentence_and_a_line_on_invented_data(
    arguments: tuple[str, ...],
) -> None:
    parts = done(*arguments).strip().split("\n\n")
    assert parts[-1].startswith("Includes invented examples")
    assert len(parts) >= 3
    lines = [line for part in parts[:-2] for line in part.splitlines()]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    "arguments",
    [("trace", "ndo-3"), ("gaps",), ("compare", *BOTH), ("partners",), ("indicators",), ("model",)],
)
def test_every_picture_is_written(arguments: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "picture.svg"
    done(*arguments, *EXAMPLES, "--out", str(file))
    assert "<title" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("coverage", "--area", "Fif"), "Fife"),
        (("coverage", "--cell", "Fife,ndo-33"), "ndo-3"),
        (("coverage", "--cell", "Fife"), "Fife,ndo-3"),
        (("coverage", "--of", "outcome"), "outcomes"),
        (("coverage", "--edition", "1999"), "2016"),
        (("coverage", "--format", "pdf"), "png"),
        (("coverage", "--edition", "all", "--json"), "one edition"),
        (("coverage", "--plans", "some"), "latest"),
        (("gaps", "--on", "31/12/2026"), "2026-12-31"),
        (("partners", "--format", "svg"), "nothing to draw"),
        (("gaps", "--of", "threads", "--format", "png"), "no picture"),
        (("impact", "ndo-99"), "ndo-99"),
    ],
)
def test_bad_input_is_named_with_what_to_do(arguments: tuple[str, ...], named: str) -> None:
    assert named.casefold() in fault(*arguments).casefold()
