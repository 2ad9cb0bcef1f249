# ruff: noqa: E501 - rows of a plan read best on one line
"""People fill the template in as people do."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from docx.oxml.ns import qn
from openpyxl.workbook.workbook import Workbook

from ingest.plans import PlanReading, plan_triples
from ingest.plans.template import TemplateReading, write_template
from ingest.plans.template.kept import Kept
from ingest.plans.template.texts import mark_of
from tests.ingest.plans.template.edits import (
    add,
    answer,
    column,
    edit,
    edit_word,
    read,
    table,
    type_into,
)  # fmt: skip

CHI = "0101250000"


@pytest.fixture(scope="module")
def blank() -> bytes:
    return write_template("xlsx", edition="2023")


def small_plan(book: Workbook) -> None:
    answer(book["Plan"], "Title", "A small plan 2024 to 2027")
    answer(book["Plan"], "Area", "Fife")
    answer(book["Plan"], "First day", datetime(2024, 4, 1))
    answer(book["Plan"], "Last day", "31 March 2027")
    add(book["Outcomes"], 6, {"Ref": "1", "Outcome": "Fewer people are held on remand",
                              "National outcome 1": "NDO 3", "Measure 1": "Cases begun"})  # fmt: skip
    add(book["Objectives"], 5, {"Ref": 1.1, "Objective": "Offer bail support",
                                "Outcome ref": 1})  # fmt: skip
    add(book["Actions"], 8, {
        "Ref": "1.1.1", "Action": "Start a supervised bail service for housing need",
        "Objective ref": "1.1", "Lead 1": "Police Scotland", "Category of lead 1": "police scotland",
        "Lead 2": "Fife Council", "Due, as written": "Q4 2025/26", "Measure": "Service open",
    })  # fmt: skip


def fault_lines(found: TemplateReading) -> list[str]:
    return [fault.line() for fault in found.faults]


def test_a_template_filled_by_hand_is_a_plan(blank: bytes) -> None:
    found = read(edit(blank, small_plan))
    plan = found.reading
    assert fault_lines(found) == []
    assert (plan.status, plan.area, plan.framework) == ("ok", "Fife", "2023")
    assert plan.partnership is not None and plan.partnership.endswith("/fife")
    assert plan.period == (date(2024, 4, 1), date(2027, 3, 31))
    (outcome,), (objective,), (action,) = plan.outcomes, plan.objectives, plan.actions
    assert (outcome.national, outcome.measures, outcome.confidence) == (
        ("ndo-3",),
        ("Cases begun",),
        1,
    )
    assert objective.outcome == outcome.id
    assert (action.objective, action.outcome) == (objective.id, outcome.id)
    assert [(p.as_written, p.category) for p in action.leads] == [
        ("Police Scotland", "police"), ("Fife Council", "local_authority"),
    ]  # fmt: skip
    assert action.leads[0].organization is not None
    assert (action.due_as_written, action.due) == ("Q4 2025/26", date(2026, 3, 31))
    assert action.needs == ("housing",) and action.interventions
    assert plan.statute["ndo-3"].actions == (action.id,)
    assert (action.locator.sheet, action.locator.cell) == ("Actions", "B8")


def test_example_rows_are_not_read(blank: bytes) -> None:
    plan = read(edit(blank, small_plan)).reading
    assert not plan.needs and not plan.services and not plan.partners
    assert len(plan.outcomes) == len(plan.actions) == 1


def test_moved_columns_blank_rows_notes_and_other_case_do_no_harm(blank: bytes) -> None:
    def untidy(book: Workbook) -> None:
        small_plan(book)
        sheet = book["Actions"]
        sheet.insert_cols(1)
        sheet.cell(3, 1).value = "My notes"
        sheet.cell(8, 1).value = "ask the board"
        sheet.insert_rows(6, 2)
        last = sheet.max_column + 1
        at = column(sheet, "Action")
        for row in range(3, 12):
            sheet.cell(row, last).value = sheet.cell(row, at).value
            sheet.cell(row, at).value = None
        del book["Services"]
        del book["Needs"]
        book["Outcomes"].title = "Our outcomes"

    found = read(edit(blank, untidy))
    assert fault_lines(found) == []
    (action,) = found.reading.actions
    assert action.text == "Start a supervised bail service for housing need"
    assert action.locator.row is None and action.locator.cell is not None


def test_dates_typed_as_text_and_real_dates_mean_the_same(blank: bytes) -> None:
    def dated(book: Workbook) -> None:
        days = (datetime(2026, 3, 31), "31/03/2026", "31 March 2026", "2026-03-31")
        for row, day in enumerate(days, 5):
            add(book["Actions"], row, {"Ref": f"a{row}", "Action": "Run a course", "Due date": day})
        add(book["Actions"], 9, {"Ref": "a9", "Action": "Run a course",
                                 "Due, as written": datetime(2026, 3, 31)})  # fmt: skip

    plan = read(edit(blank, dated)).reading
    assert {action.due for action in plan.actions} == {date(2026, 3, 31)}
    assert all(action.due_as_written for action in plan.actions)


def test_faults_name_sheet_row_and_cell_and_drop_nothing(blank: bytes) -> None:
    def wrong(book: Workbook) -> None:
        small_plan(book)
        sheet = book["Actions"]
        add(sheet, 9, {"Ref": "1.1.1", "Action": "Write a guide", "Outcome ref": "7",
                       "Lead 1": "Somebody", "Category of lead 1": "Wizards",
                       "Due date": "31/02/2026"})  # fmt: skip
        add(sheet, 10, {"Ref": "1.1.3", "Lead 1": "NHS Fife"})
        add(book["Outcomes"], 7, {"Ref": "2", "Outcome": "Safer towns",
                                  "National outcome 1": "World peace"})  # fmt: skip

    found = read(edit(blank, wrong))
    assert fault_lines(found) == [
        "Sheet 'Outcomes', row 7, cell C7: 'World peace' is not one of the national outcomes; "
        "choose one from the list.",
        "Sheet 'Actions', row 9, cell A9: The ref '1.1.1' is there twice. Give each row a ref of "
        "its own.",
        "Sheet 'Actions', row 9, cell D9: There is no outcome with the ref '7'. Correct the ref, "
        "or add the outcome.",
        "Sheet 'Actions', row 9, cell L9: '31/02/2026' is not a date: there is no such day. Write "
        "it as 31/03/2026.",
        "Sheet 'Actions', row 9, cell F9: 'Wizards' is not one of the partner categories; choose "
        "one from the list.",
        "Sheet 'Actions', row 10, cell B10: The action has no words. Say what it is.",
    ]
    plan = found.reading
    assert len(plan.actions) == 3 and len({action.id for action in plan.actions}) == 3
    second = plan.actions[1]
    assert (second.text, second.outcome, second.due) == ("Write a guide", "7", None)
    assert second.due_as_written == "31/02/2026"
    assert [(p.as_written, p.category) for p in second.leads] == [("Somebody", "other")]
    assert [w.code for w in found.warned().warnings].count("template_fault") == 6


@pytest.mark.parametrize(("typed", "kept"), [("NDO 12", ("ndo-12",)), ("PA 3", ())])
def test_a_number_that_no_outcome_has_is_kept_as_a_reference_and_told(
    blank: bytes, typed: str, kept: tuple[str, ...]
) -> None:
    def unknown(book: Workbook) -> None:
        add(book["Outcomes"], 5, {"Ref": "1", "Outcome": "Better lives",
                                  "National outcome 1": typed})  # fmt: skip

    found = read(edit(blank, unknown))
    assert found.reading.outcomes[0].national == kept
    assert len(found.faults) == 1


def test_several_outcomes_may_stand_in_one_cell(blank: bytes) -> None:
    def several(book: Workbook) -> None:
        add(book["Outcomes"], 5, {"Ref": "1", "Outcome": "Better lives",
                                  "National outcome 1": "NDO 3, ndo-4"})  # fmt: skip

    found = read(edit(blank, several))
    assert found.reading.outcomes[0].national == ("ndo-3", "ndo-4") and not found.faults


def test_a_formula_without_a_value_is_told(blank: bytes) -> None:
    def formula(book: Workbook) -> None:
        small_plan(book)
        book["Services"]["A5"].value = "=A4"

    (fault,) = read(edit(blank, formula)).faults
    assert (fault.sheet, fault.row, fault.cell) == ("Services", 5, "A5")
    assert "formula" in fault.message


def test_the_checklist_is_judged_by_what_is_typed(blank: bytes) -> None:
    def typed(book: Workbook) -> None:
        small_plan(book)
        sheet = book["Checklist"]
        words, where = (
            column(sheet, "What your plan says"),
            column(sheet, "Where (page or section)"),
        )
        part = column(sheet, "Part")
        for row in range(4, sheet.max_row + 1):
            item, named = str(sheet.cell(row, 1).value or ""), sheet.cell(row, part).value
            if item == "1 Vision":
                sheet.cell(row, words).value = "A Fife where fewer people are harmed."
                sheet.cell(row, where).value = "p. 4"
            elif item == "2" and named:
                sheet.cell(row, words).value = f"{named}: fewer people go to prison."
            elif item.startswith("5 "):
                sheet.cell(
                    row, words
                ).value = "Governance arrangements will be agreed in due course."
            elif item == "8" and named == "Changes put in place":
                sheet.cell(row, words).value = "Bail services move to a seven-day rota in May."

    checklist = read(edit(blank, typed)).reading.checklist
    verdicts = {number: item.verdict for number, item in checklist.items()}
    assert (verdicts["1"], verdicts["2"], verdicts["5"], verdicts["8"]) == (
        "present", "present", "partial", "partial",
    )  # fmt: skip
    assert {verdicts[n] for n in ("6", "9", "10", "11", "13")} == {"missing"}
    assert checklist["1"].evidence[0].locator.page == 4
    assert dict(checklist["8"].parts) == {"in-place": True, "retained": False}


def test_what_a_person_mends_counts_and_the_rest_stays_as_it_was(complete: PlanReading) -> None:
    data = write_template("xlsx", reading=complete)

    def mend(book: Workbook) -> None:
        sheet = book["Actions"]
        sheet.cell(4, column(sheet, "Action")).value = "Appoint two diversion workers"
        sheet.cell(5, column(sheet, "Category of lead 1")).value = "Third sector"
        sheet.cell(6, column(sheet, "Due, as written")).value = "June 2027"
        links = book["Outcomes"]
        links.cell(4, column(links, "National outcome 2")).value = "NDO 2"

    plan = read(edit(data, mend)).reading
    before = complete.actions
    assert plan.actions[0].text == "Appoint two diversion workers"
    assert plan.actions[0].locator.sheet == "Actions"  # the old place no longer shows these words
    assert plan.actions[1].leads[0].category == "third_sector"
    assert plan.actions[1].leads[0].locator == before[1].leads[0].locator
    assert plan.actions[1].locator == before[1].locator
    assert plan.actions[2].due == date(2027, 6, 30)
    assert plan.actions[3:] == before[3:]
    assert plan.outcomes[0].national == ("ndo-1", "ndo-2") and plan.outcomes[0].confidence == 1
    assert plan.outcomes[1:] == complete.outcomes[1:]
    assert plan.checklist == complete.checklist


def test_a_word_template_filled_by_hand_is_a_plan() -> None:
    def fill(document: Any) -> None:
        plan = table(document, "plan")
        for row in plan.rows:
            label = row.cells[0].text
            given = {"Title": "A small plan", "Area": "Fife", "First day": "01/04/2024",
                     "Last day": "31/03/2027"}.get(label)  # fmt: skip
            if given:
                type_into(row.cells[1], given)
        outcome = table(document, "outcomes").rows[3].cells
        for at, texts in enumerate((["1"], ["Fewer people on remand"], ["NDO 3", "NDO 4"])):
            type_into(outcome[at], *texts)
        action = table(document, "actions").rows[4].cells
        for at, texts in enumerate((["a"], ["Run a course"], [], ["1"],
                                    ["Police Scotland", "NHS Fife"], [], ["soon"], ["31/02/2026"])):  # fmt: skip
            type_into(action[at], *texts)

    found = read(edit_word(write_template("docx"), fill), "plan.docx")
    plan = found.reading
    assert (plan.status, plan.title, plan.area) == ("ok", "A small plan", "Fife")
    assert plan.outcomes[0].national == ("ndo-3", "ndo-4")
    assert [p.category for p in plan.actions[0].leads] == ["police", "health_board"]
    (fault,) = found.faults
    assert (fault.sheet, fault.row, fault.cell) == ("Actions", 5, "Due date")
    assert plan.actions[0].locator.table is not None


def test_case_identifiers_refuse_a_template_and_names_are_masked(blank: bytes) -> None:
    def named(book: Workbook) -> None:
        small_plan(book)
        add(book["Actions"], 9, {"Ref": "x", "Action": "Write to someone@council.example first"})

    found = read(edit(blank, named)).reading
    assert "someone@" not in str(found.to_json())
    assert "email_masked" in {w.code for w in found.warnings}

    def identified(book: Workbook) -> None:
        small_plan(book)
        add(book["Actions"], 9, {"Ref": "x", "Action": "Help QQ with AB123456C today"})

    refused = read(edit(blank, identified)).reading
    assert refused.status == "refused" and not refused.actions
    assert refused.warnings[0].locator.cell == "B9"
    assert "AB123456C" not in str(refused.to_json())


def test_a_workbook_that_lost_all_marks_but_one_is_still_read(complete: PlanReading) -> None:
    def stripped(book: Workbook) -> None:
        del book["cjgraph"]
        for name in list(book.defined_names):
            del book.defined_names[name]
        for number, sheet in enumerate(book.worksheets):
            sheet.title = f"Sheet{number}"

    found = read(edit(write_template("xlsx", reading=complete), stripped))
    plan = found.reading
    assert not found.faults
    assert [a.text for a in plan.actions] == [a.text for a in complete.actions]
    assert [a.outcome for a in plan.actions] == [a.outcome for a in complete.actions]
    assert [o.national for o in plan.outcomes] == [o.national for o in complete.outcomes]
    assert [p.category for p in plan.partners] == [p.category for p in complete.partners]
    assert plan.statute.keys() == complete.statute.keys()
    assert plan.actions[0].locator.sheet and plan.outcomes[0].confidence == 1


def test_a_word_file_that_lost_its_marks_on_tables_is_still_read(complete: PlanReading) -> None:
    def stripped(document: Any) -> None:
        for one in document.tables:
            for caption in list(one._tbl.iter(qn("w:tblCaption"))):
                caption.getparent().remove(caption)

    data = edit_word(write_template("docx", reading=complete), stripped)
    plan = read(data, "plan.docx").reading
    assert plan.actions == complete.actions and plan.title == complete.title


def test_words_in_a_word_cell_keep_their_paragraphs() -> None:
    def fill(document: Any) -> None:
        row = table(document, "actions").rows[3].cells
        type_into(row[0], "a")
        type_into(row[1], "Run a course", "in two parts")

    plan = read(edit_word(write_template("docx"), fill), "plan.docx").reading
    assert [a.text for a in plan.actions] == ["Run a course\nin two parts"]


@pytest.mark.parametrize(
    ("old", "new"),
    [('"confidence":', '"trust":'), ('"confidence":0', '"confidence":7'), ('"leads":[', '"leads":[3,'),
     ('"interventions":[', '"interventions":["no iri at all",'), ('{', '[')],
)  # fmt: skip
def test_a_hidden_part_that_was_tampered_with_does_no_harm(
    complete: PlanReading, old: str, new: str
) -> None:
    def tamper(book: Workbook) -> None:
        sheet = book["cjgraph"]
        for row in range(2, sheet.max_row + 1):
            value = sheet.cell(row, 1).value
            sheet.cell(row, 1).value = str(value).replace(old, new)

    plan = read(edit(write_template("xlsx", reading=complete), tamper)).reading
    assert [a.text for a in plan.actions] == [a.text for a in complete.actions]
    assert "no iri" not in str(plan.to_json())
    assert list(plan_triples(plan, slug="x", edition="draft", invented=True))


def test_hidden_words_never_stand_for_other_words(complete: PlanReading) -> None:
    kept = Kept()
    shown = kept.show("as it is ")
    kept.exact[mark_of(shown)] = "something else"
    assert kept.meant(shown) == "as it is"
