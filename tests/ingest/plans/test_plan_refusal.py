"""A file that is not taken says why in a code, and in a sentence that says what to do."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from ingest.plans import plaintext, read_plan
from ingest.plans.blocks import MOST
from ingest.plans.notes import notes_of, notes_text
from ingest.plans.reading import PlanReading, Source, Status, Warned
from ingest.plans.refusal import MEANING, refusal_of

SOURCE = Source("plan.pdf", "application/pdf", "0" * 64)


@pytest.mark.parametrize("code", sorted(set(MEANING) - {"wrong_format"}))
def test_each_reason_keeps_its_code_and_says_what_to_do(code: str) -> None:
    status: Status = "refused"
    noted = Warned("format_differs", "plan.docx is a PDF inside.")
    reading = PlanReading(status, SOURCE, warnings=(noted, Warned(code, "It can't be read.")))
    error = copy.copy(refusal_of(reading, "plan.pdf"))  # rebuilt, as one from a worker is
    assert error.code == code
    assert error.message.startswith("It can't be read. "), "a note is no reason"


def test_a_message_that_says_what_to_do_stays_as_it_is() -> None:
    said = "plan.pdf is locked; save it without a password."
    reading = PlanReading("encrypted", SOURCE, warnings=(Warned("encrypted", said),))
    assert refusal_of(reading, "plan.pdf").message == said


def plan_of(rows: int, parted: str = "") -> bytes:
    head = "# Fife Community Justice Outcomes Improvement Plan 2024-2027\n\n"
    head += "| Action | Lead | By when |\n|---|---|---|\n" if not parted else ""
    row = "| Action number {} on bail | Fife Council | 31/03/2025 |\n"
    row = row if not parted else "Action number {} on bail" + parted
    return (head + "".join(row.format(at) for at in range(rows))).encode()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (plan_of(60_000), "1,000,000 characters"),
        (plan_of(12_000), "10,000 paragraphs and cells"),
        (plan_of(12_000, "\n\n"), "10,000 paragraphs and cells"),
    ],
)
def test_a_text_longer_than_any_plan_is_refused(tmp_path: Path, content: bytes, named: str) -> None:
    path = tmp_path / "long.md"
    path.write_bytes(content)
    reading = read_plan(path)
    assert reading.status == "refused"
    assert named in reading.warnings[0].message


@pytest.mark.parametrize("parted", ["", "\n\n"])
def test_reading_stops_where_there_is_more_than_a_plan_holds(parted: str) -> None:
    text = plan_of(15_000, parted).decode()
    blocks = plaintext.read_text(text, markdown=True)
    held = len(blocks) + sum(len(block.rows) for block in blocks)
    assert MOST < held + sum(len(r) for b in blocks for r in b.rows) and held <= MOST + 5


def test_a_reading_without_actions_or_outcomes_says_that_it_may_have_failed() -> None:
    reading = PlanReading("ok", SOURCE)
    notes = notes_of(reading)
    assert [note.code for note in notes] == ["no_actions", "no_outcomes"]
    text = " ".join(notes_text(notes).split())
    assert text.startswith("No action was found in the file. If it sets out actions, the reader")
    assert "'cjgraph plan read'" in text and "fill in the template" in text


def test_passages_that_look_like_actions_are_named_in_the_notice() -> None:
    said = "No action was found. These passages look like actions: Paragraph 4."
    warned = Warned("no_actions", said)
    note = notes_of(PlanReading("ok", SOURCE, warnings=(warned,)))[0]
    assert note.message.startswith("No action was found in the file.")
    assert note.message.endswith("These passages look like actions: Paragraph 4.")


def test_a_plan_that_was_read_without_trouble_has_no_notes_text() -> None:
    assert notes_text(()) == ""
