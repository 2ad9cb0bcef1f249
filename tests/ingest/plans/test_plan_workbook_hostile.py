"""Workbooks that are made to do harm, or are broken."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from cjgraph.errors import PlanNotReadable
from ingest.plans import read_plan
from ingest.plans.document import RefusedFile
from ingest.plans.workbook import read_workbook
from tests.ingest.plans.workbooks import (
    HEADER,
    changed,
    read,
    saved,
    sheet_of,
    tables,
    texts,
    with_shared_words,
)


def test_a_sheet_that_claims_a_million_rows_is_read_for_what_is_there() -> None:
    book, sheet = sheet_of([HEADER, ["One", "SPS", "2026"]])
    sheet["XFD1048576"] = "the far corner"
    data = changed(
        saved(book),
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(b'<dimension ref="A1:XFD1048576"', b'<dimension ref="A1:A1"'),
    )
    document = read_workbook(data, "plan.xlsx")
    assert texts(tables(document)[0])[1] == ["One", "SPS", "2026"]
    assert document.blocks[-1].locator.cell == "XFD1048576"


def test_more_cells_than_any_plan_are_refused() -> None:
    book, _ = sheet_of([["word"] * 30 for _ in range(700)])
    with pytest.raises(RefusedFile, match="20,000 cells"):
        read(book)


@pytest.mark.parametrize("word_below", [False, True])
def test_blank_cells_with_a_format_are_passed_over_within_reason(word_below: bool) -> None:
    book, _ = sheet_of([HEADER, ["One", "SPS", "2026"]])
    row = b"<row>" + b"<c/>" * 100 + b"</row>"
    last = b'<row><c t="inlineStr"><is><t>x</t></is></c></row>' if word_below else b""
    data = changed(
        saved(book),
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(b"</sheetData>", row * 5001 + last + b"</sheetData>"),
    )
    if word_below:
        with pytest.raises(RefusedFile, match="formatted but blank"):
            read_workbook(data, "plan.xlsx")
    else:
        assert len(tables(read_workbook(data, "plan.xlsx"))) == 1


def test_cells_merged_over_the_whole_sheet_do_no_harm() -> None:
    book, _ = sheet_of([["Title of the sheet"], ["A sentence."]])
    merged = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    data = changed(
        saved(book),
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(b"</sheetData>", b"</sheetData>" + merged),
    )
    document = read_workbook(data, "plan.xlsx")
    assert "A sentence." in str(document.blocks) or "Title of the sheet" in str(document.blocks)


def test_merged_cells_beyond_measure_are_refused() -> None:
    book, sheet = sheet_of([["Corner"]])
    sheet["ZZ5000"] = "far"
    merged = b'<mergeCells count="1"><mergeCell ref="A1:ZZ5000"/></mergeCells>'
    data = changed(
        saved(book),
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(b"</sheetData>", b"</sheetData>" + merged),
    )
    with pytest.raises(RefusedFile, match="merges more cells"):
        read_workbook(data, "plan.xlsx")


BOMB = (
    b"""<?xml version="1.0"?><!-- %s --><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>"""
)


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"]
)
@pytest.mark.parametrize("padding", [0, 100_000])
def test_entities_are_refused_wherever_they_are_declared(
    tmp_path: Path, part: str, padding: int
) -> None:
    book, _ = sheet_of([HEADER, ["One", "SPS", "2026"]])
    data = changed(
        with_shared_words(saved(book)),
        part,
        lambda old: BOMB % (b" " * padding) + old[old.index(b"<", 2) :],
    )
    with pytest.raises(RefusedFile, match="document type"):
        read_workbook(data, "plan.xlsx")
    path = tmp_path / "plan.xlsx"
    path.write_bytes(data)
    reading = read_plan(path)
    assert reading.status in {"refused", "damaged"}
    assert not reading.actions


def test_shared_words_beyond_measure_are_refused_before_they_are_read() -> None:
    book, _ = sheet_of([["One"]])
    flood = b"<si><t>x</t></si>" * 1_300_000
    data = changed(
        with_shared_words(saved(book)),
        "xl/sharedStrings.xml",
        lambda part: part.replace(b"</sst>", flood + b"</sst>"),
    )
    with pytest.raises(RefusedFile, match="more words than any plan"):
        read_workbook(data, "plan.xlsx")


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
@pytest.mark.parametrize("cut", [0.0, 0.5, 0.95])
def test_a_part_that_breaks_off_is_damage_not_a_crash(part: str, cut: float) -> None:
    book, _ = sheet_of([HEADER, ["One", "SPS", "2026"]])
    data = changed(saved(book), part, lambda old: old[: int(len(old) * cut)])
    with pytest.raises(PlanNotReadable, match="damaged"):
        read_workbook(data, "plan.xlsx")


def test_a_cell_that_points_to_no_words_is_damage() -> None:
    book, _ = sheet_of([HEADER, ["One", "SPS", "2026"]])
    data = changed(
        with_shared_words(saved(book)),
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(b"<v>0</v>", b"<v>99999</v>"),
    )
    with pytest.raises(PlanNotReadable, match="damaged"):
        read_workbook(data, "plan.xlsx")


def test_an_empty_workbook_has_no_blocks() -> None:
    assert read(openpyxl.Workbook()).blocks == []
