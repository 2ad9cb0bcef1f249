"""The cells of a workbook that nobody sees: on hidden sheets, in hidden rows and columns."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import openpyxl
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from ..blocks import BlockList, Locator
from ..identifiers import case_identifiers
from ..reading import Warned
from ..workbook.grid import grid_of
from ..workbook.layout import lay_out
from ..workbook.parts import SheetFacts, SheetPart, facts_of, sheets_of

#: Most cells of one sheet, and of all, that are gone through; the plan's reader has refused more.
_MOST_CELLS: Final = 20_000
_MOST_PASSED: Final = 2_000_000
_HEAD: Final = re.compile(r"^.*? (?=holds )")


def hidden_cells(data: bytes) -> Iterator[Warned]:
    """Find identifiers of people in cases in cells that are hidden.

    A sheet is laid out as if all of it were seen, so that headers are known; what stands in
    visible cells is left to the reader of the plan.

    Args:
        data: The bytes of the workbook.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        hiding = []
        for sheet in sheets_of(archive, "xl/workbook.xml"):
            if sheet.chart or sheet.path not in archive.namelist():
                continue
            facts = facts_of(archive, sheet.path, _MOST_CELLS, _MOST_PASSED)
            if facts.words and (sheet.state == "hidden" or _hides(facts)):
                hiding.append((sheet, facts))
    if not hiding:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl would not write back
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
    try:
        for sheet, facts in hiding:
            seen = replace(facts, hidden_rows=[], hidden_columns=set(), default_hidden=False)
            grid = grid_of(book[sheet.name], seen)
            if grid is None:
                continue
            made = BlockList()
            made.here = Locator(sheet=sheet.name)
            lay_out(made, sheet.name, grid)
            for found in case_identifiers(made.blocks):
                if where := _unseen(found.locator, sheet, facts):
                    yield replace(found, message=_HEAD.sub(f"{where} ", found.message, count=1))
    finally:
        book.close()


def _hides(facts: SheetFacts) -> bool:
    return bool(facts.hidden_rows or facts.hidden_columns or facts.default_hidden)


def _unseen(place: Locator, sheet: SheetPart, facts: SheetFacts) -> str:
    """Say where a place is hidden; nothing where it is seen."""
    called = "" if place.sheet is None else f" '{sheet.name}'"
    if sheet.state == "hidden":
        return f"The hidden sheet{called}{f', cell {place.cell},' if place.cell else ''}"
    if not place.cell:
        return ""
    letters, row = coordinate_from_string(place.cell.partition(":")[0])
    hidden = [
        *(["row"] if facts.row_hidden(row) or facts.default_hidden else []),
        *(["column"] if column_index_from_string(letters) in facts.hidden_columns else []),
    ]
    if not hidden:
        return ""
    return f"Cell {place.cell} in a hidden {hidden[0]} of the sheet{called}"
