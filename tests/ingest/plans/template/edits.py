"""Fill in a template as a person would, with the programs' own libraries."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ingest.plans.template import TemplateReading, read_template

HEADER_ROW = 3


def edit(data: bytes, change: Callable[[Workbook], object]) -> bytes:
    """Open a workbook, change it, save it."""
    book = load_workbook(io.BytesIO(data))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def column(sheet: Worksheet, label: str, row: int = HEADER_ROW) -> int:
    """Find a column by its heading."""
    for cell in sheet[row]:
        if str(cell.value or "").splitlines()[:1] == [label]:
            return int(cell.column or 0)
    raise AssertionError(f"{sheet.title} has no column {label}")


def add(sheet: Worksheet, row: int, values: dict[str, Any]) -> None:
    """Fill in one row by the headings."""
    for label, value in values.items():
        sheet.cell(row, column(sheet, label)).value = value


def answer(sheet: Worksheet, label: str, value: Any) -> None:
    """Fill in one field of the sheet of the plan."""
    for row in range(HEADER_ROW + 1, 20):
        if sheet.cell(row, 1).value == label:
            sheet.cell(row, 2).value = value
            return
    raise AssertionError(f"There is no field {label}")


def read(data: bytes, name: str = "plan.xlsx") -> TemplateReading:
    """Read a template."""
    return read_template(data, name)


def table(document: Any, key: str) -> Any:
    """Find a table of the Word template."""
    for one in document.tables:
        for caption in one._tbl.iter(qn("w:tblCaption")):
            if caption.get(qn("w:val")) == f"cjgraph:{key}":
                return one
    raise AssertionError(f"There is no table {key}")


def edit_word(data: bytes, change: Callable[[Any], object]) -> bytes:
    """Open a Word file, change it, save it."""
    document = docx.Document(io.BytesIO(data))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def type_into(cell: Any, *paragraphs: str) -> None:
    """Replace what a cell of a Word table holds, hints and controls included."""
    for paragraph in list(cell._tc.iter(qn("w:p"))):
        paragraph.getparent().remove(paragraph)
    for text in paragraphs:
        cell.add_paragraph(text)
