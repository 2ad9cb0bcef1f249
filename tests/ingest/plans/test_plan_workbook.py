# ruff: noqa: RUF001 - workbooks are typed with long dashes and bullets
"""Excel workbooks, laid out as people lay them out."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from ingest.plans import read_plan
from ingest.plans.workbook import read_workbook
from ingest.plans.workbook.values import shown
from tests.ingest.plans.workbooks import (
    HEADER,
    changed,
    read,
    said,
    saved,
    sheet_of,
    tables,
    texts,
)


@pytest.mark.parametrize(
    ("value", "pattern", "expected"),
    [
        (datetime(2026, 3, 31), "yyyy-mm-dd", "31/03/2026"),
        (datetime(2026, 3, 31), "mm-dd-yy", "31/03/2026"),
        (datetime(2026, 3, 1), "mmm yyyy", "March 2026"),
        (datetime(2026, 3, 1), "mmm-yy", "March 2026"),
        (datetime(2026, 3, 31), '[$-809]dd" of "mmmm yyyy;@', "31/03/2026"),
        (date(2026, 1, 1), "yyyy", "2026"),
        (time(14, 30), "h:mm", "14:30"),
        (2026, "General", "2026"),
        (0.45, "0%", "45%"),
        (0.125, "0.0%", "12.5%"),
        (1234567.5, "#,##0.00", "1,234,567.50"),
        (402000, '"£"#,##0', "£402,000"),
        (402000, "[$£-809]#,##0", "£402,000"),
        (-5, "#,##0;(#,##0)", "(5)"),
        (7, "000", "007"),
        (0.1 + 0.2, "General", "0.3"),
        (12, '0" people"', "12 people"),
        (1500000, '0.0,,"m"', "1.5m"),
        (True, "General", "TRUE"),
        ("one_x000D_\ntwo\u2028 three ", "General", "one\ntwo\nthree"),
    ],
)
def test_a_cell_says_what_a_person_sees_in_it(value: object, pattern: str, expected: str) -> None:
    assert shown(value, pattern) == expected


def test_sheets_are_sections_in_order_and_the_first_title_is_the_plans() -> None:
    book, first = sheet_of(
        [["Fife Community Justice Plan 2024-27"], [], ["Words of the plan."]], "Cover"
    )
    first["A1"].font = Font(size=20, bold=True)
    second = book.create_sheet("Actions")
    second.append(["Actions that we will take"])
    second["A1"].font = Font(bold=True)
    second.append(["A sentence below it."])
    document = read(book)
    assert [(b.text, b.level) for b in document.blocks if b.kind == "heading"] == [
        ("Fife Community Justice Plan 2024-27", 0),
        ("Cover", 1),
        ("Actions that we will take", 1),
    ]
    assert document.blocks[0].locator.cell == "A1"
    assert document.blocks[1].locator.sheet == "Cover"
    assert document.blocks[-1].path == ("Actions that we will take",)
    assert document.blocks[-1].locator.in_words().startswith("Sheet 'Actions', cell A2")


def test_a_table_is_found_below_titles_and_ends_before_its_notes() -> None:
    book, sheet = sheet_of(
        [
            ["Delivery plan"],
            ["Owner:", "The Partnership", "Version:", 3],
            HEADER,
            ["Open a hub", "Police Scotland", datetime(2026, 3, 31)],
            ["Train staff", "NHS Fife", "ongoing"],
            ["Note: dates may change"],
        ]
    )
    sheet.merge_cells("A6:C6")
    document = read(book)
    [table] = tables(document)
    assert texts(table) == [
        HEADER,
        ["Open a hub", "Police Scotland", "31/03/2026"],
        ["Train staff", "NHS Fife", "ongoing"],
    ]
    place = table.cell_place(1, 2)
    assert (place.sheet, place.cell, place.table, place.row) == ("Delivery", "C4", 1, 2)
    assert "paragraph: Owner: The Partnership" in said(document)
    assert "paragraph: Version: 3" in said(document)
    assert said(document)[-1] == "paragraph: Note: dates may change"


def test_a_merged_cell_holds_for_every_row_it_spans() -> None:
    book, sheet = sheet_of(
        [HEADER, ["One", "SPS", "March 2026"], ["Two", None, None], ["Three", None, "ongoing"]]
    )
    sheet.merge_cells("B2:B4")
    sheet.merge_cells("C2:C3")
    [table] = tables(read(book))
    assert [row[1].text for row in table.rows[1:]] == ["SPS"] * 3
    assert {row[1].origin for row in table.rows[1:]} == {(1, 1)}
    assert [row[2].text for row in table.rows[1:]] == ["March 2026", "March 2026", "ongoing"]
    assert table.cell_place(2, 2).cell == "C2"


def test_a_row_with_one_bold_cell_is_a_band_across_the_table() -> None:
    book, sheet = sheet_of(
        [HEADER, ["Early help"], ["One", "SPS", "2026"], ["Outcome 2: Homes"], ["Two", "SDS", ""]]
    )
    sheet["A2"].font = Font(bold=True)
    [table] = tables(read(book))
    for row in (1, 3):
        assert {cell.origin for cell in table.rows[row]} == {(row, 0)}


def test_a_row_whose_other_cells_were_left_blank_stays_a_row() -> None:
    book, _ = sheet_of([HEADER, ["One", "SPS", "2026"], ["Two has no lead yet"], ["Three", "SDS"]])
    [table] = tables(read(book))
    assert texts(table)[2] == ["Two has no lead yet", "", ""]


def test_blank_rows_part_groups_of_rows_not_the_table() -> None:
    book, _ = sheet_of([HEADER, ["One", "SPS", "2026"], [], ["Two", "SDS"], [], ["Three", "NHS"]])
    [table] = tables(read(book))
    assert [row[0].text for row in table.rows] == ["Action", "One", "Two", "Three"]


def test_a_heading_between_groups_keeps_the_header_for_the_rows_below() -> None:
    book, sheet = sheet_of(
        [HEADER, ["One", "SPS", "2026"], [], ["Homes for all"], [], ["Two", "SDS", "2027"]]
    )
    sheet["A4"].font = Font(bold=True)
    first, second = tables(read(book))
    assert texts(second) == [HEADER, ["Two", "SDS", "2027"]]
    assert second.path == ("Delivery", "Homes for all")
    assert first.cell_place(0, 0).cell == second.cell_place(0, 0).cell == "A1"


def test_tables_side_by_side_are_read_one_after_the_other() -> None:
    book, _ = sheet_of(
        [
            [*HEADER, None, "Partner", "Role"],
            ["One", "SPS", "2026", None, "Police Scotland", "Member"],
            ["Two", "SDS", "2027", None, "NHS Fife", "Chair"],
        ]
    )
    left, right = tables(read(book))
    assert texts(left)[0] == HEADER
    assert texts(right)[1] == ["Police Scotland", "Member"]


def test_narrow_blank_columns_inside_a_table_part_nothing() -> None:
    book, _ = sheet_of(
        [
            [None, "Action", None, "Lead", None, "By when"],
            [None, "One", None, "SPS", None, "2026"],
            [None, "Two", None, "SDS", None, "2027"],
        ]
    )
    [table] = tables(read(book))
    assert texts(table) == [HEADER, ["One", "SPS", "2026"], ["Two", "SDS", "2027"]]


def test_a_note_beside_a_table_is_no_column_of_it() -> None:
    book, _ = sheet_of(
        [
            [*HEADER, None, "Fill in the dates by Friday."],
            ["One", "SPS", "2026"],
            ["Two", "SDS", "2027"],
        ]
    )
    document = read(book)
    assert texts(tables(document)[0])[0] == HEADER
    assert "paragraph: Fill in the dates by Friday." in said(document)


def test_two_tables_without_a_blank_row_between_are_two() -> None:
    book, sheet = sheet_of(
        [
            HEADER,
            ["One", "SPS", "2026"],
            ["Who we are"],
            ["Partner", "Role", None],
            ["Police Scotland", "Member"],
        ]
    )
    for cell in ("A1", "B1", "C1", "A3", "A4", "B4"):
        sheet[cell].font = Font(bold=True)
    document = read(book)
    assert [texts(table)[0][:2] for table in tables(document)] == [HEADER[:2], ["Partner", "Role"]]
    assert "heading: Who we are" in said(document)


def test_a_header_of_two_rows_names_each_column_once() -> None:
    book, sheet = sheet_of(
        [
            ["Action", "Lead", "When", None, "Measure"],
            [None, None, "Start", "Due date", None],
            ["One", "SPS", "May 2024", "June 2025", "Count"],
        ]
    )
    for area in ("A1:A2", "B1:B2", "C1:D1", "E1:E2"):
        sheet.merge_cells(area)
    [table] = tables(read(book))
    assert texts(table)[0] == ["Action", "Lead", "Start", "Due date", "Measure"]
    assert len(table.rows) == 2


def test_keys_with_values_are_lines_that_say_both() -> None:
    book, _ = sheet_of(
        [
            ["Area", "Northmuir"],
            ["Period:", "2024-2027"],
            ["Vision", "A place where people are safe.\nAnd where they can change."],
        ],
        "Cover",
    )
    document = read(book)
    assert said(document)[1:] == [
        "paragraph: Area: Northmuir",
        "paragraph: Period: 2024-2027",
        "heading: Vision",
        "paragraph: A place where people are safe.",
        "paragraph: And where they can change.",
    ]
    assert document.blocks[1].locator.cell == "A1:B1"
    assert (document.blocks[-1].locator.start, document.blocks[-1].locator.end) == (31, 57)


def test_a_table_of_two_columns_with_a_header_of_its_own_is_a_table() -> None:
    book, sheet = sheet_of([["Group", "Job"], ["Board", "Decides"], ["Team", "Does the work"]])
    sheet["A1"].font = sheet["B1"].font = Font(bold=True)
    assert texts(tables(read(book))[0])[0] == ["Group", "Job"]


def test_a_card_for_one_action_stays_a_table() -> None:
    book, _ = sheet_of([["Action", "Open a hub"], ["Lead", "SPS"], ["By when", "May 2025"]])
    assert texts(tables(read(book))[0])[1] == ["Lead", "SPS"]


def test_bullets_and_lines_in_a_cell_are_items_and_paragraphs_with_their_span() -> None:
    book, _ = sheet_of([["What we will do:\n• Open a  hub\n• Train staff"], ["- Listen"]])
    document = read(book)
    assert said(document)[1:] == [
        "paragraph: What we will do:",
        "list: Open a hub",
        "list: Train staff",
        "list: Listen",
    ]
    whole = "What we will do: • Open a hub • Train staff"
    for block in document.blocks[1:4]:
        assert whole[block.locator.start : block.locator.end] == block.text


def test_large_and_bold_cells_are_headings_by_rank() -> None:
    book, sheet = sheet_of(
        [["Large"], ["words of it are plain"], ["Bold only"], ["more plain words here"]], "Text"
    )
    sheet["A1"].font = Font(size=18, bold=True)
    sheet["A3"].font = Font(bold=True)
    levels = {b.text: b.level for b in read(book).blocks if b.kind == "heading"}
    assert levels == {"Text": 1, "Large": 2, "Bold only": 3}


def test_what_is_hidden_is_left_out_and_named() -> None:
    book, sheet = sheet_of([HEADER, ["One", "SPS", "2026"], ["Two", "SDS", "2027"]])
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    lists = book.create_sheet("Lists")
    lists.append(["Drop-down"])
    lists.sheet_state = "veryHidden"
    book.create_sheet("Nothing").sheet_state = "hidden"
    document = read(book)
    assert texts(tables(document)[0]) == [["Action", "Lead"], ["One", "SPS"]]
    noted = [w.message for w in document.warnings if w.code == "hidden_left_out"]
    assert len(noted) == 3
    assert "row 3 is hidden" in noted[0]
    assert "column C is hidden" in noted[1]
    assert "'Lists' is hidden" in noted[2]


def test_rows_that_a_filter_hides_are_said_to_be_so() -> None:
    book, sheet = sheet_of([HEADER, ["One", "SPS", "2026"], ["Two", "SDS", "2027"]])
    sheet.auto_filter.ref = "A1:C3"
    sheet.auto_filter.add_filter_column(1, ["SPS"])
    sheet.row_dimensions[3].hidden = True
    [noted] = read(book).warnings
    assert "row 3 is hidden by a filter" in noted.message


def test_hidden_rows_part_no_table() -> None:
    book, sheet = sheet_of([HEADER, ["One", "SPS", "2026"], [], [], ["Two", "SDS", "2027"]])
    for row in (3, 4):
        sheet.row_dimensions[row].hidden = True
    assert len(tables(read(book))) == 1


def test_formulas_give_their_saved_result_and_are_never_worked_out() -> None:
    book, _ = sheet_of([HEADER, ["One", '="SP"&"S"', "2026"], ["Two", "SDS", "=1/0"]])
    data = saved(book)

    def with_results(part: bytes) -> bytes:
        text = part.decode().replace(
            '<c r="B2"><f>"SP"&amp;"S"</f><v></v></c>',
            '<c r="B2" t="str"><f>"SP"&amp;"S"</f><v>SPS</v></c>',
        )
        text = text.replace(
            '<c r="B2"><f>"SP"&amp;"S"</f><v /></c>',
            '<c r="B2" t="str"><f>"SP"&amp;"S"</f><v>SPS</v></c>',
        )
        return text.encode()

    fresh = read_workbook(data, "plan.xlsx")
    [noted] = [w for w in fresh.warnings if w.code == "formula_without_result"]
    assert "cells B2 and C3" in noted.message
    assert noted.locator.cell == "B2"
    document = read_workbook(changed(data, "xl/worksheets/sheet1.xml", with_results), "plan.xlsx")
    assert texts(tables(document)[0])[1] == ["One", "SPS", "2026"]
    assert "=1/0" not in str(document.blocks)


def test_cells_that_show_an_error_are_left_out_and_named() -> None:
    book, sheet = sheet_of([HEADER, ["One", "#REF!", "2026"]])
    sheet["B2"].data_type = "e"
    document = read(book)
    assert texts(tables(document)[0])[1] == ["One", "", "2026"]
    assert any(w.code == "formula_error" and "B2" in w.message for w in document.warnings)


def test_notes_are_left_out_and_said() -> None:
    book, sheet = sheet_of([HEADER, ["One", "SPS", "2026"]])
    sheet["B2"].comment = Comment("Ask the governor first", "somebody")
    document = read(book)
    assert "Ask the governor" not in str(document.blocks)
    assert any("notes and comments are not read" in w.message for w in document.warnings)


def test_text_boxes_pictures_and_charts_are_said() -> None:
    book, sheet = sheet_of([["Year", "Number"], [2023, 4], [2024, 6]])
    from openpyxl.chart import BarChart, Reference

    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3))
    sheet.add_chart(chart, "E2")
    assert any("charts are not read" in w.message for w in read(book).warnings)


def test_a_filled_header_and_white_cells(tmp_path: Path) -> None:
    book, sheet = sheet_of([["Topic", "Words"], ["Money", "None yet"], ["Staff", "Two posts"]])
    for cell in sheet[1]:
        cell.fill = PatternFill("solid", fgColor="FF00505C")
    assert len(tables(read(book))) == 1


def test_the_reading_of_a_whole_workbook(tmp_path: Path) -> None:
    book, cover = sheet_of(
        [["Fife Community Justice Outcomes Improvement Plan"], ["Period", "2024-2027"]], "Cover"
    )
    cover["A1"].font = Font(size=20, bold=True)
    plan = book.create_sheet("Outcome 1")
    plan.append(["Outcome 1: People get help early from those who can give it"])
    plan["A1"].font = Font(size=14, bold=True)
    plan.append([])
    plan.append([*HEADER, "Measure"])
    plan.append(
        ["Open a community justice hub", "Police Scotland", datetime(2026, 3, 31), "Visits"]
    )
    path = tmp_path / "plan.xlsx"
    path.write_bytes(saved(book))
    reading = read_plan(path)
    assert reading.status == "ok"
    assert reading.title == "Fife Community Justice Outcomes Improvement Plan"
    assert reading.period == (date(2024, 4, 1), date(2027, 3, 31))
    [action] = reading.actions
    assert (action.text, str(action.due), action.measure) == (
        "Open a community justice hub",
        "2026-03-31",
        "Visits",
    )
    assert (action.locator.sheet, action.locator.cell) == ("Outcome 1", "A4")
    assert action.outcome == reading.outcomes[0].id


WORDS = st.one_of(
    st.from_regex(r"[a-j]{1,5}( [a-j]{1,6}){0,4}[.]?", fullmatch=True),
    st.sampled_from(
        ["Action", "Lead", "Due date", "Partner", "Period:", "Note: this", "1.", "Start"]
    ),
)
PLACES = st.tuples(st.integers(1, 14), st.integers(1, 9))


@settings(max_examples=80, deadline=None)
@given(
    cells=st.dictionaries(PLACES, WORDS, max_size=40),
    bold=st.sets(PLACES, max_size=8),
    hidden=st.sets(st.integers(1, 14), max_size=3),
    merged=st.lists(st.tuples(PLACES, st.integers(1, 3), st.integers(1, 4)), max_size=3),
    headed=st.booleans(),
)
def test_no_visible_word_is_lost_and_each_stands_where_it_is_said_to(
    cells: dict[tuple[int, int], str],
    bold: set[tuple[int, int]],
    hidden: set[int],
    merged: list[tuple[tuple[int, int], int, int]],
    headed: bool,
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for (row, column), text in cells.items():
        sheet.cell(row, column, text).font = Font(bold=(row, column) in bold)
    if headed:
        for column, text in enumerate(HEADER, 1):
            sheet.cell(4, column, text)
    for row in hidden:
        sheet.row_dimensions[row].hidden = True
    taken: set[tuple[int, int]] = set()
    for (row, column), down, across in merged:
        area = {(r, c) for r in range(row, row + down) for c in range(column, column + across)}
        if not area & taken:
            taken |= area
            sheet.merge_cells(
                start_row=row,
                start_column=column,
                end_row=row + down - 1,
                end_column=column + across - 1,
            )
    shown_rows = {
        (cell.coordinate, " ".join(str(cell.value).split()))
        for line in sheet.iter_rows()
        for cell in line
        if cell.value is not None and cell.row not in hidden
    }
    found = set()
    for block in read(book).blocks:
        if block.kind == "table":
            for r, line in enumerate(block.rows):
                for c, cell in enumerate(line):
                    assert line[c] is block.rows[r][c]
                    if cell.text:
                        found.add((block.cell_place(r, c).cell, cell.text))
            continue
        if not block.locator.cell:
            continue  # the name of the sheet
        ends = block.locator.cell.split(":")
        values = [" ".join(str(sheet[end].value).split()) for end in ends]
        if len(ends) == 2:
            assert block.text in {f"{values[0].rstrip(' :–—-')}: {values[1]}", " ".join(values)}
        else:
            assert block.text in values[0]
        found |= set(zip(ends, values, strict=True))
    assert {pair for pair in shown_rows if pair not in found} == set()
