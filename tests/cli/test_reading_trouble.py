"""What the command says of files that were read in part, or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cjgraph.cli._main import app
from cjgraph.errors import InputError, WrongFormat
from cjgraph.store import DataFolder
from ingest.plans.template import write_template
from tests.cli.test_commands import run
from tests.ingest.plans.template.edits import add, answer, edit

NOT_READ = [
    ("plan.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "refused"),
    ("plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "refused"),
    ("plan.csv", b"a,b\n1,2\n", "refused"),
    ("plan.ttl", b"@prefix x: <y", "damaged"),
    ("plan.jsonld", b'{"@context": "https://example.org/", "@id": "x"', "damaged"),
]


@pytest.mark.parametrize(("name", "content", "status"), NOT_READ, ids=lambda v: str(v)[:12])
def test_a_file_that_is_not_read_has_a_reading_in_json_all_the_same(
    tmp_path: Path, name: str, content: bytes, status: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = CliRunner().invoke(app, ["plan", "read", "--json", str(path)])
    assert done.exit_code == 2, done.output
    reading = json.loads(done.stdout)
    assert (reading["status"], reading["source"]["name"]) == (status, name)
    assert [warned["code"] for warned in reading["warnings"]] == ["wrong_format"]
    assert reading["warnings"][0]["message"] in done.stderr
    assert len(reading["source"]["sha256"]) == 64 and set(reading["checklist"]) >= {"1", "13"}


def test_without_json_the_command_says_it_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("a,b\n1,2\n")
    done = CliRunner().invoke(app, ["plan", "read", str(path)])
    assert isinstance(done.exception, WrongFormat) and done.stdout == ""


def test_the_name_of_the_file_tells_the_format_of_the_template(tmp_path: Path) -> None:
    path = tmp_path / "new.docx"
    done = CliRunner().invoke(app, ["plan", "template", "--output", str(path)])
    assert done.exit_code == 0, done.output
    assert b"word/document.xml" in path.read_bytes()


def test_a_format_that_the_name_belies_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.docx"
    words = ["plan", "template", "--format", "xlsx", "--output", str(path)]
    done = CliRunner().invoke(app, words)
    assert isinstance(done.exception, InputError) and not path.exists()


@pytest.fixture
def faulty_template(tmp_path: Path) -> Path:
    def fill(book: object) -> None:
        answer(book["Plan"], "Title", "A small plan")  # type: ignore[index]
        add(book["Outcomes"], 5, {"Ref": "1", "Outcome": "Better lives"})  # type: ignore[index]
        row = {"Ref": "a", "Action": "Run a course", "Due date": "31/02/2026"}
        add(book["Actions"], 8, row)  # type: ignore[index]

    path = tmp_path / "filled.xlsx"
    path.write_bytes(edit(write_template("xlsx"), fill))
    return path


def test_a_check_lists_the_faults_of_a_template_first(
    loaded: DataFolder, faulty_template: Path
) -> None:
    done = run(loaded, "validate", faulty_template)
    assert done.stdout.startswith("Faults in the template (1)\n")
    said, report = done.stdout.index("Sheet 'Actions', row 8, cell "), done.stdout.index("Plan: ")
    assert said < report
    (note,) = json.loads(run(loaded, "validate", "--json", faulty_template).stdout)["notes"][:1]
    assert (note["code"], note["sheet"], note["row"]) == ("template_fault", "Actions", 8)
    assert note["cell"] in note["message"]
    turtle = run(loaded, "validate", "--format", "turtle", faulty_template)
    assert "Sheet 'Actions', row 8" in turtle.stderr


def test_a_check_of_a_plan_without_actions_begins_with_a_doubt(
    loaded: DataFolder, tmp_path: Path
) -> None:
    path = tmp_path / "fife.md"
    path.write_text(
        "# Fife Community Justice Outcomes Improvement Plan 2024-2027\n\n"
        "## About the Partnership\n\nThe Community Justice Partnership for Fife has written this "
        "community justice plan under the Community Justice (Scotland) Act 2016.\n"
    )
    done = run(loaded, "validate", path)
    assert done.stdout.startswith("No action was found in the file."), done.stdout + done.stderr
    notes = json.loads(run(loaded, "validate", "--json", path).stdout)["notes"]
    assert [note["code"] for note in notes][:2] == ["no_actions", "no_outcomes"]
