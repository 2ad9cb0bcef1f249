"""Files of a plan one after another: none takes away unasked what a draft says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cjgraph.errors import InputError
from cjgraph.store import DataFolder, open_snapshot
from ingest.drafts import Draft, correct_draft, find_draft, publish_draft
from ingest.drafts.conflicts import conflicts_of
from ingest.drafts.importing import ImportReport, ImportRow
from ingest.plans.template import write_template

from .conftest import ACTIONS

Import = Callable[..., ImportReport]
Write = Callable[..., Path]


def only(report: ImportReport) -> ImportRow:
    (row,) = report.rows
    return row


def fife(data: DataFolder) -> Draft:
    return find_draft(open_snapshot(data), "fife")


def mend(data: DataFolder, number: int, field: str, value: str) -> None:
    item = fife(data).reading().actions[number].id
    _, made = correct_draft(data, "fife", item=item, field=field, value=value)
    assert made is not None


def filled(data: DataFolder, path: Path, old: str, new: str, sheet: str = "Actions") -> Path:
    """Write a template of the draft in which a person changed one cell."""
    path.write_bytes(write_template("xlsx", reading=fife(data).latest.reading))
    book = openpyxl.load_workbook(path)
    cells: list[Any] = [cell for row in book[sheet].iter_rows() for cell in row]
    (cell,) = [cell for cell in cells if cell.value == old]
    cell.value = new
    book.save(path)
    return path


def test_a_file_that_takes_most_actions_away_is_held_back(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write("plan.md"))
    mend(data, 2, "measure", "Signed by all partners")
    before = open_snapshot(data).name
    short = write("easy-read.md", actions=ACTIONS[:1])
    row = only(take_in(short))
    assert (row.result, row.draft) == ("held back", "fife/2024-2029")
    assert "2 of 3 actions" in row.why and "--force" in row.why
    assert open_snapshot(data).name == before
    assert only(take_in(short, again=True)).result == "read again"
    assert len(fife(data).reading().actions) == 1


def test_an_earlier_file_can_be_made_current_again(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    first = write("a.md")
    take_in(first)
    mend(data, 2, "measure", "Signed by all partners")
    take_in(write("b.md", actions=ACTIONS[:2]))
    assert len(fife(data).unplaced()) == 1
    row = only(take_in(first))
    assert row.result == "unchanged" and "--again" in row.why
    row = only(take_in(first, again=True))
    assert row.result == "read again" and "in place of b.md" in row.why
    draft = fife(data)
    assert draft.latest.reading.source.name == "a.md"
    assert draft.reading().actions[2].measure == "Signed by all partners"
    assert not draft.unplaced()
    assert len(draft.readings) == 2
    assert only(take_in(first, again=True)).result == "unchanged"


def test_an_older_template_can_be_made_current_again(
    data: DataFolder, take_in: Import, write: Write, tmp_path: Path
) -> None:
    take_in(write())
    old = filled(data, tmp_path / "old.xlsx", "Forty mentors trained", "Forty mentors at work")
    new = filled(data, tmp_path / "new.xlsx", "Forty mentors trained", "Sixty mentors trained")
    take_in(old)
    take_in(new)
    row = only(take_in(old))
    assert row.result == "unchanged" and "--force" in row.why
    assert fife(data).reading().actions[1].measure == "Sixty mentors trained"
    assert only(take_in(old, again=True)).result == "corrected"
    assert fife(data).reading().actions[1].measure == "Forty mentors at work"
    assert len(fife(data).corrections) == 3
    assert only(take_in(old, again=True)).result == "unchanged"


@pytest.mark.parametrize(
    ("field", "value", "later", "told"),
    [
        ("due", "2026-03-31", (*ACTIONS[1][:2], "31/12/2028", ACTIONS[1][3]), "31 December 2028"),
        ("due", "2026-03-31", (*ACTIONS[1][:2], "to follow", ACTIONS[1][3]), "'to follow'"),
        ("measure", "Mentors matched", (*ACTIONS[1][:3], "Fifty trained"), "'Fifty trained'"),
        ("lead", "Fife Council", (ACTIONS[1][0], "Skills Development Scotland", *ACTIONS[1][2:]),
         "Skills Development Scotland"),
        ("text", "Train forty mentors each year",
         ("Train fifty volunteer mentors each year", *ACTIONS[1][1:]), "Train fifty volunteer"),
    ],
)  # fmt: skip
def test_a_correction_that_a_newer_file_speaks_against_stands_and_is_told(
    data: DataFolder, take_in: Import, write: Write, field: str, value: str,
    later: tuple[str, ...], told: str,
) -> None:  # fmt: skip
    take_in(write())
    mend(data, 1, field, value)
    corrected = fife(data).reading().actions[1]
    assert conflicts_of(fife(data)) == ()
    row = only(take_in(write("later.md", actions=(ACTIONS[0], later, ACTIONS[2]))))
    (conflict,) = row.conflicts
    assert told in conflict.sentence and "still stands" in conflict.sentence
    now = fife(data).reading().actions[1]
    held = {"due": "due", "measure": "measure", "text": "text", "lead": "leads"}[field]
    if field == "lead":
        assert [lead.as_written for lead in now.leads] == ["Fife Council"]
    else:
        assert getattr(now, held) == getattr(corrected, held)


def test_a_newer_file_that_says_the_same_or_what_was_corrected_is_no_conflict(
    data: DataFolder, take_in: Import, write: Write
) -> None:
    take_in(write())
    mend(data, 0, "measure", "Hub open five days")
    mend(data, 1, "due", "2026-03-31")
    mend(data, 2, "objective", "none")
    later = (ACTIONS[0], (*ACTIONS[1][:2], "31/03/2026", ACTIONS[1][3]), ACTIONS[2])
    row = only(take_in(write("later.md", actions=later)))
    assert row.result == "read again" and row.conflicts == ()


@pytest.mark.parametrize(
    ("field", "value", "written", "day"),
    [
        ("due", "2026-09-30", "30 September 2026", "2026-09-30"),
        ("due", "none", "", "None"),
        ("due_as_written", "ongoing", "ongoing", "None"),
        ("due_as_written", "Q4 2026/27", "Q4 2026/27", "2027-03-31"),
    ],
)
def test_a_due_date_and_its_words_never_differ(
    data: DataFolder, take_in: Import, write: Write, field: str, value: str, written: str, day: str
) -> None:
    take_in(write())
    mend(data, 0, field, value)
    action = fife(data).reading().actions[0]
    assert (action.due_as_written, str(action.due)) == (written, day)


def test_a_draft_that_says_nothing_is_published_only_when_forced(
    data: DataFolder, take_in: Import, tmp_path: Path
) -> None:
    path = tmp_path / "plan.md"
    path.write_text(
        "# Fife Community Justice Outcomes Improvement Plan 2024-2029\n\n## Our vision\n\n"
        "Our vision is a Fife where fewer people are harmed by crime.\n"
    )
    assert only(take_in(path)).draft
    with pytest.raises(InputError, match="No outcome and no action"):
        publish_draft(data, "fife", checked_by="plan lead")
    assert publish_draft(data, "fife", checked_by="plan lead", force=True).changed


def test_faults_of_a_template_keep_a_draft_from_being_published(
    data: DataFolder, take_in: Import, write: Write, tmp_path: Path
) -> None:
    take_in(write())
    publish_draft(data, "fife", checked_by="plan lead")
    faulty = filled(data, tmp_path / "faulty.xlsx", "outcome-1", "outcome-9", "Objectives")
    row = only(take_in(faulty))
    assert any("outcome-9" in line for line in row.warnings)
    with pytest.raises(InputError, match="outcome-9") as raised:
        publish_draft(data, "fife", checked_by="plan lead", again=True)
    assert "--force" in (raised.value.hint or "")
    # A mended template takes the faults of the last one with it.
    take_in(filled(data, tmp_path / "mended.xlsx", "Hub open", "Hub open daily"))
    take_in(tmp_path / "mended.xlsx", again=True)
    made = publish_draft(data, "fife", checked_by="plan lead", again=True)
    assert made.edition == "fife/2024-2029-v2"
