"""What is wrong in a template is told where its program shows it, and kept out of the plan."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from openpyxl.workbook.workbook import Workbook

from ingest.plans.notes import notes_of, notes_text
from ingest.plans.reading import PlanReading
from ingest.plans.template import write_template
from tests.ingest.plans.template.edits import add, answer, edit, edit_word, read, table, type_into


def filled(action: dict[str, Any], **needs: Any) -> PlanReading:
    """Return the reading of a template with one action, faults among its warnings."""

    def fill(book: Workbook) -> None:
        answer(book["Plan"], "Title", "A small plan")
        add(book["Outcomes"], 5, {"Ref": "1", "Outcome": "Better lives"})
        row = {"Ref": "a", "Action": "Run a course", "Outcome ref": "1"} | action
        add(book["Actions"], 8, row)
        if needs:
            add(book["Needs"], 5, needs)

    return read(edit(write_template("xlsx"), fill)).warned()


def told(reading: PlanReading) -> list[str]:
    return [w.message for w in reading.warnings if w.code == "template_fault"]


CONTRADICTIONS = [
    ("31 March 2025", date(2026, 3, 31), True),
    ("March 2025", date(2026, 3, 31), True),
    ("2025", date(2027, 3, 31), True),
    ("31/03/2026", date(2026, 3, 31), False),
    ("March 2026", date(2026, 3, 10), False),
    ("Q4 2025/26", date(2026, 2, 1), False),
    ("2026", date(2026, 6, 30), False),
    ("when the money is there", date(2026, 6, 30), False),
]


@pytest.mark.parametrize(("words", "day", "wrong"), CONTRADICTIONS)
def test_words_that_contradict_the_due_date_are_told(words: str, day: date, wrong: bool) -> None:
    reading = filled({"Due, as written": words, "Due date": day})
    said = told(reading)
    assert len(said) == wrong
    if wrong:
        assert said[0].startswith("Sheet 'Actions', row 8, cell ")
        assert f"{day:%d/%m/%Y}" in said[0] and f"'{words}'" in said[0]
    assert reading.actions[0].due == day, "what can be understood is kept"


def test_a_need_that_is_not_known_is_told_and_is_no_need_of_the_plan() -> None:
    reading = filled({}, Need="Telepathy", **{"What your plan says": "Minds are to be read."})
    assert any("'Telepathy' is not one of the needs" in said for said in told(reading))
    assert reading.needs == ()


@pytest.mark.parametrize("parted", ["\n", "\n\n"])
def test_leads_on_lines_of_one_cell_are_each_a_lead(parted: str) -> None:
    leads = filled({"Lead 1": f"Police Scotland{parted}NHS Fife", "Lead 2": "Fife Council"})
    assert [(lead.as_written, lead.category) for lead in leads.actions[0].leads] == [
        ("Police Scotland", "police"),
        ("NHS Fife", "health_board"),
        ("Fife Council", "local_authority"),
    ]


def word_template(*leads: str, due: str = "") -> PlanReading:
    def fill(document: Any) -> None:
        outcome = table(document, "outcomes").rows[3].cells
        type_into(outcome[0], "1")
        type_into(outcome[1], "Better lives")
        action = table(document, "actions").rows[4].cells
        for at, texts in enumerate((["a"], ["Run a course"], [], ["1"], leads, [], [], [due])):
            type_into(action[at], *texts)

    return read(edit_word(write_template("docx"), fill), "plan.docx").warned()


def test_a_line_break_parts_leads_in_word_too() -> None:
    leads = word_template("Police Scotland\nNHS Fife").actions[0].leads
    assert [lead.as_written for lead in leads] == ["Police Scotland", "NHS Fife"]


def test_a_fault_in_a_word_template_names_its_table_and_column() -> None:
    (said,) = told(word_template("NHS Fife", due="31/02/2026"))
    assert said.startswith("Table 'Actions', row 5, column 'Due date': '31/02/2026' is not a date")


def test_notes_give_each_fault_with_sheet_row_and_cell() -> None:
    reading = filled({"Due date": "31/02/2026"})
    note = next(n for n in notes_of(reading) if n.code == "template_fault").to_json()
    assert (note["sheet"], note["row"]) == ("Actions", 8)
    assert note["cell"] and note["cell"].endswith("8")
    text = notes_text(notes_of(reading))
    assert "Faults in the template (1)" in text
    assert "row 8" in text and "'31/02/2026' is not a date" in " ".join(text.split())


def test_a_template_without_actions_says_which_sheet_to_fill_in() -> None:
    def fill(book: Workbook) -> None:
        answer(book["Plan"], "Title", "A small plan")
        add(book["Outcomes"], 5, {"Ref": "1", "Outcome": "Better lives"})

    first = notes_of(read(edit(write_template("xlsx"), fill)).warned())[0]
    assert first.code == "no_actions" and "sheet 'Actions' has no action" in first.message
