"""Writes the cells of the workbook."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from .layout import Column, Field
from .words import in_brief, in_full
from .xlsx_look import BORDER, CENTRED, TOP, heading_look

_FIRST_YEAR: Final = 1901


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell that is no covered part of a merged one."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError(f"{sheet.title} has a merged cell at row {row}, column {column}.")
    return cell


def put(cell: Cell, text: str, font: Any = None) -> Cell:
    """Write words as words: what begins with an equals sign is no formula here."""
    if text:
        cell.value = text
        cell.data_type = "s"
        if text[0] in "=+-@":
            cell.quotePrefix = True
    if font is not None:
        cell.font, cell.alignment = font, TOP
    return cell


def head(cell: Cell, text: str, need: Any) -> None:
    """Write a column heading."""
    put(cell, text)
    cell.fill, cell.font = heading_look(need)
    cell.alignment, cell.border = CENTRED, BORDER


def put_field(cell: Cell, value: str | date | None, column: Column, font: Any) -> None:
    """Write what stands in a field: a real date where it is one, else words as text."""
    cell.number_format = "dd/mm/yyyy" if column.kind == "date" else "@"
    if isinstance(value, date) and value.year >= _FIRST_YEAR:
        cell.value = datetime(value.year, value.month, value.day)
        cell.number_format = "dd/mm/yyyy"
    elif value is not None:
        put(cell, value.isoformat() if isinstance(value, date) else value)
    cell.font, cell.alignment, cell.border = font, TOP, BORDER


def comment_on(found: Field) -> Comment:
    """Return all that is known of a field as a note on its heading."""
    comment = Comment(in_full(found), "cjgraph")
    comment.width, comment.height = 340, 200
    return comment


def guide_cells(sheet: Worksheet, found: Field, cells: str, formula: str | None) -> None:
    """Give cells a list to choose from and a message that says what goes there."""
    column = found.column
    rule = DataValidation(type="list" if formula else None, formula1=formula, allow_blank=True)
    rule.showErrorMessage = bool(formula) and not column.free
    rule.errorStyle = "warning"
    rule.errorTitle = "Not in the list"
    rule.error = "This is not in the list. Keep it only if it is another name for one of them."
    rule.showInputMessage = True
    rule.promptTitle = column.label.replace(" #", "")[:32]
    rule.prompt = in_brief(found)
    rule.add(cells)
    sheet.add_data_validation(rule)
