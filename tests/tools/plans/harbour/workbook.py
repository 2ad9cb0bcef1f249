"""The workbook layout: cover, outcomes, delivery, data and governance sheets."""

import re
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from .model import Plan, spans

TEAL = PatternFill("solid", fgColor="1B6B72")
PALE = PatternFill("solid", fgColor="DDEFF0")
LINE = Side("thin", color="999999")
THIN = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
WRAP = Alignment(wrap_text=True, vertical="top")
WIDTHS = {
    "Cover": [28, 95],
    "Outcomes": [9, 42, 44, 12, 16, 22, 22, 30],
    "Delivery": [36, 34, 7, 48, 28, 24, 16, 36, 14],
    "Data": [42, 28, 11, 11, 11, 11, 11],
    "Governance": [28, 110],
    "Lists": [16, 12, 12],
}


def write(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write a cell: days as real dates, whole numbers in the data sheet as numbers."""
    cell = sheet.cell(row, column)
    cell.alignment, cell.border = WRAP, THIN
    if m := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text):
        cell.value = date(int(m[3]), int(m[2]), int(m[1]))
        cell.number_format = "dd/mm/yyyy"
    elif sheet.title == "Data" and text.isdigit():
        cell.value = int(text)
    else:
        cell.value = text or None


def header(sheet: Worksheet, row: int, heads: list[str]) -> None:
    """Write a header row and freeze it."""
    for column, head in enumerate(heads, 1):
        cell = sheet.cell(row, column, head)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), TEAL
        cell.alignment, cell.border = WRAP, THIN
    sheet.freeze_panes = f"A{row + 1}"
    sheet.print_title_rows = f"{row}:{row}"


def grid(sheet: Worksheet, plan: Plan, top: int, rows: list[list[str]]) -> None:
    """Write the rows under a header, with merged cells."""
    for offset, row in enumerate(rows):
        if sheet.title in ("Outcomes", "Delivery"):
            sheet.row_dimensions[top + offset].height = 64 if sheet.title == "Outcomes" else 32
        for column, text in enumerate(row, 1):
            shown = text
            if sheet.title == "Delivery" and column <= 2 and text in plan.texts:
                shown = f"{text}. {plan.texts[text]}"
            write(sheet, top + offset, column, "" if text == "^" else shown)
    for column in range(1, len(rows[0]) + 1):
        for offset, height in enumerate(spans(rows, column - 1)):
            if height > 1:
                sheet.merge_cells(
                    start_row=top + offset,
                    end_row=top + offset + height - 1,
                    start_column=column,
                    end_column=column,
                )


def cover_line(sheet: Worksheet, row: int, kind: str, text: str, pair: list[str]) -> None:
    """Write one line of the cover or of the governance sheet."""
    if kind == "kv":
        write(sheet, row, 1, pair[0])
        write(sheet, row, 2, pair[1])
        sheet.cell(row, 1).font = Font(bold=True)
        sheet.cell(row, 1).fill = PALE
        sheet.row_dimensions[row].height = 16 * (1 + len(pair[1]) // 105)
        return
    cell = sheet.cell(row, 1, f"- {text}" if kind == "bul" else text)
    cell.alignment = WRAP
    sizes = {"title": 20, "head": 14, "sub": 11}
    cell.font = Font(bold=kind in ("title", "head"), italic=kind == "sub", size=sizes.get(kind, 11))
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
    lines = 1 + len(text) * (2 if kind == "title" else 1) // 118
    sheet.row_dimensions[row].height = (28 if kind == "title" else 16) * lines


def build(plan: Plan, target: Path) -> None:
    """Write the workbook."""
    book = Workbook()
    del book["Sheet"]
    sheet: Worksheet | None = None
    rows: list[list[str]] = []
    line = top = 1

    def flush() -> None:
        """Write the rows gathered for the sheet at hand."""
        if sheet is not None and rows:
            grid(sheet, plan, top, rows)
            rows.clear()

    for block in plan.blocks:
        if block.kind == "sheet":
            flush()
            sheet = book.create_sheet(block.text)
            for column, width in enumerate(WIDTHS[block.text], 1):
                sheet.column_dimensions[get_column_letter(column)].width = width
            sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
            sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
            sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
            if (footer := sheet.HeaderFooter.oddFooter) is not None:
                footer.left.text = plan.outside[0]
            line = 1
            continue
        if sheet is None:
            raise ValueError("words before the first sheet")
        if block.kind == "over":
            sheet.cell(line, 1, block.text).font = Font(
                bold=line == 1, size=15 if line == 1 else 10
            )
            last = max(2, len(WIDTHS[sheet.title]))
            sheet.merge_cells(start_row=line, end_row=line, start_column=1, end_column=last)
        elif block.kind == "heads":
            line += 1 if sheet.title == "Delivery" else 0
            header(sheet, line, block.rows[0])
            top = line + 1
        elif block.kind == "row":
            rows += block.rows
        else:
            cover_line(sheet, line, block.kind, block.text, block.rows[0] if block.rows else [])
        line += 1
    flush()
    book.save(target)
