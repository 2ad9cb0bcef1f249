"""A report as an Excel workbook to bring to a meeting: findings, checkpoints, summary."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from cjgraph.shacl._groups import grouped
from cjgraph.shacl._report import CheckReport
from cjgraph.shacl._rows import (
    CHECKPOINT_COLUMNS,
    COLUMNS,
    Row,
    cell,
    checkpoint_rows,
    finding_rows,
)
from cjgraph.shacl._summary import summary

#: Rows of one rule in the workbook; the CSV has them all.
_MOST: Final = 2_000
_WIDTHS: Final = (8, 11, 9, 36, 17, 26, 26, 28, 20, 30, 14, 11)
_CHECKPOINT_WIDTHS: Final = (17, 7, 36, 14, 26, 52, 26)
_SUMMARY_WIDTHS: Final = (22, 100)
_HEAD = PatternFill("solid", fgColor="002D54")
_HEAD_FONT = Font(name="Arial", size=10, bold=True, color="FFFFFF")
_FONT = Font(name="Arial", size=10)
_LINE_POINTS: Final = 13.5
_TALLEST: Final = 400.0
_TINTS: Final = {"Must": "FBE9E7", "Shou": "FFF4DB", "Read": "FFF4DB"}
_URGENT_COLUMN: Final = COLUMNS.index("How urgent") + 1
_WRAPPED = Alignment(wrap_text=True, vertical="top", horizontal="left")


def report_xlsx(report: CheckReport, *, notes: Sequence[str] = (), name: str = "") -> bytes:
    """Put a report into a workbook.

    Text is written as text, so nothing that a plan brings along becomes a formula.

    Args:
        report: The report.
        notes: What to know of the reading before the findings are read.
        name: Name of the file that was checked.
    """
    book = Workbook()
    groups = grouped(report, most=_MOST)
    first = book.active
    assert isinstance(first, Worksheet)  # noqa: S101 - a new workbook has one sheet
    first.title = "Findings"
    _fill(first, COLUMNS, finding_rows(groups), _WIDTHS)
    _fill(
        book.create_sheet("Checkpoints"),
        CHECKPOINT_COLUMNS,
        checkpoint_rows(report),
        _CHECKPOINT_WIDTHS,
    )
    about = (("Plan", report.title), *((("File", name),) if name else ()))
    rest = (
        ("Rules", f"version {report.rules_version}, SHA-256 {report.rules_sha256}"),
        ("Plan file", f"SHA-256 {report.plan_sha256}"),
        ("Software", f"cjgraph {report.software}"),
        *(("Note on the reading", note) for note in notes),
    )
    rows = [(label, cell(words)) for label, words in (*about, *summary(report, groups), *rest)]
    _fill(book.create_sheet("Summary"), ("What", "Says"), rows, _SUMMARY_WIDTHS)
    book.properties.title = cell(f"Report on {report.title}")
    book.properties.creator = f"cjgraph {report.software}"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(
    sheet: Worksheet, columns: Sequence[str], rows: Iterable[Row], widths: Sequence[int]
) -> None:
    for column, title in enumerate(columns, 1):
        head = sheet.cell(1, column, title)
        head.font, head.fill, head.alignment = _HEAD_FONT, _HEAD, _WRAPPED
    last = 1
    for last, row in enumerate(rows, 2):
        tint = _TINTS.get(str(row[1])[:4])
        for column, value in enumerate(row, 1):
            if value == "":
                continue
            written = sheet.cell(last, column)
            written.value = value
            if isinstance(value, str):
                written.data_type = "s"  # never a formula, whatever it begins with
            written.alignment = _WRAPPED
            written.font = _FONT
            if tint and column == _URGENT_COLUMN:
                written.fill = PatternFill("solid", fgColor=tint)
        sheet.row_dimensions[last].height = _height(row, widths)
    for column, width in enumerate(widths):
        sheet.column_dimensions[chr(ord("A") + column)].width = width
    sheet.row_dimensions[1].height = 2 * _LINE_POINTS
    sheet.freeze_panes = "A2"
    sheet.print_options.gridLines = True
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.auto_filter.ref = f"A1:{chr(ord('A') + len(columns) - 1)}{last}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="Page &P of &N"))


def _height(row: Row, widths: Sequence[int]) -> float:
    """Guess the height that wrapped text needs: not every program works it out."""
    most = 1
    for value, width in zip(row, widths, strict=True):
        if isinstance(value, str):
            lines = sum(math.ceil((len(part) + 1) / (1.1 * width)) for part in value.split("\n"))
            most = max(most, lines)
    return min(most * _LINE_POINTS + 2, _TALLEST)
