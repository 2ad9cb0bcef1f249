"""A reader that loops, crashes or eats memory ends as a reading that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjgraph.errors import FileNotReadable, WrongFormat
from cjgraph.resources import resource_folder
from ingest.plans import read_plan
from ingest.plans.safely import Reader, read_safely
from tests.security import plan_readers

EXAMPLE = resource_folder("ontology") / "examples" / "strathmarnock-cjoip-2024-2029.docx"


@pytest.mark.parametrize(
    ("reader", "status", "code"),
    [
        (plan_readers.never_ends, "refused", "took_too_long"),
        (plan_readers.sleeps, "refused", "took_too_long"),
        (plan_readers.eats, "refused", "too_much_memory"),
        (plan_readers.crashes, "damaged", "damaged"),
        (plan_readers.is_wrong, "damaged", "damaged"),
    ],
)
def test_a_reader_that_goes_wrong_is_stopped(
    reader: Reader, status: str, code: str, capfd: pytest.CaptureFixture[str]
) -> None:
    seconds = 4 if code == "took_too_long" else 60
    reading = read_safely(EXAMPLE, "our plan.docx", seconds=seconds, reader=reader)
    assert (reading.status, reading.warnings[0].code) == (status, code)
    assert reading.warnings[0].message.startswith("our plan.docx ")
    assert reading.source.sha256 == read_plan(EXAMPLE).source.sha256
    assert reading.source.unreadable[0][1] == reading.warnings[0].message
    assert "the words of the plan" not in str(reading.to_json())
    assert capfd.readouterr().err == ""


def test_the_reading_is_the_same_as_without() -> None:
    assert read_safely(EXAMPLE).to_json() == read_plan(EXAMPLE).to_json()


def test_errors_come_through(tmp_path: Path) -> None:
    with pytest.raises(FileNotReadable, match="no file gone"):
        read_safely(tmp_path / "gone.docx")
    path = tmp_path / "plan.odt"
    path.write_bytes(b"{\\rtf1 x}")
    with pytest.raises(WrongFormat, match="rich text"):
        read_safely(path)
