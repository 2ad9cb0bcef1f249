"""Every hostile file ends with a sentence, in bounds, and leaves nothing behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cjgraph.errors import WrongFormat
from ingest.plans import read_plan
from ingest.plans.safely import read_safely
from tests.security.plan_corpus import CHI, WRONG, Hostile, corpus

FILES = list(corpus())
#: What parsers in C might not survive; the others are read in this process, which is quicker.
APART = {"bomb.pdf", "loop.pdf", "noise.pdf", "deep.html", "deeper-tables.docx", "500-pages.pdf"}


@pytest.mark.parametrize("hostile", FILES, ids=lambda hostile: hostile.name)
def test_a_hostile_file_ends_with_a_sentence(hostile: Hostile, tmp_path: Path) -> None:
    path = tmp_path / hostile.name
    path.write_bytes(hostile.data)
    try:
        reading = read_safely(path) if hostile.name in APART else read_plan(path)
    except WrongFormat as error:
        status, sentence = WRONG, error.message
    else:
        status = reading.status
        said = [
            *(w.message for w in reading.warnings),
            *(why for _, why in reading.source.unreadable),
        ]
        sentence = " ".join(said)
        assert {w.code for w in reading.warnings}.isdisjoint({"took_too_long", "too_much_memory"})
        kept = json.dumps(reading.to_json())
        assert CHI not in kept
        if status != "ok":
            assert said and not reading.actions and not reading.title
    assert status in hostile.allowed, sentence
    assert hostile.says in sentence
    assert "Traceback" not in sentence and "Error" not in sentence
    assert [item.name for item in tmp_path.iterdir()] == [hostile.name]


def test_a_partly_scanned_plan_is_read_and_its_page_is_named(tmp_path: Path) -> None:
    hostile = next(file for file in FILES if file.name == "part-scanned.pdf")
    path = tmp_path / hostile.name
    path.write_bytes(hostile.data)
    reading = read_plan(path)
    assert reading.status == "ok"
    assert [place.page for place, _ in reading.source.unreadable] == [2]
    assert "missing" not in {item.verdict for item in reading.checklist.values()}


def test_a_file_under_a_false_ending_is_read_with_a_note(tmp_path: Path) -> None:
    hostile = next(file for file in FILES if file.name == "is-a-pdf.docx")
    path = tmp_path / hostile.name
    path.write_bytes(hostile.data)
    reading = read_plan(path)
    assert reading.source.media_type == "application/pdf"
    assert [w.message for w in reading.warnings if w.code == "format_differs"] == [
        "is-a-pdf.docx is a PDF inside, whatever its ending says, and was read as one."
    ]
