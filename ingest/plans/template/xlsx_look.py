"""How the workbook looks: colours with enough contrast, fonts, borders, print set-up."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from .meanings import Need

_FONT: Final = "Calibri"
_DARK: Final = "1B2A41"
_GREY: Final = "4A5568"
_LINE: Final = Side(style="thin", color="B8C4D2")
#: Background and letters of a heading; every pair has a contrast of at least 7 to 1.
_HEADINGS: Final[dict[Need, tuple[str, str]]] = {
    "must": ("17375E", "FFFFFF"),
    "should": ("31597F", "FFFFFF"),
    "may": ("DCE6F0", _DARK),
}

#: Widths, in characters, that paper across holds in letters that can still be read.
_A4_WIDE: Final = 172
_A3_WIDE: Final = 245

BORDER: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
TOP: Final = Alignment(horizontal="left", vertical="top", wrap_text=True)
CENTRED: Final = Alignment(vertical="center", wrap_text=True)
TITLE: Final = Font(name=_FONT, size=18, bold=True, color="17375E")
SECTION: Final = Font(name=_FONT, size=13, bold=True, color="17375E")
BODY: Final = Font(name=_FONT, size=11, color=_DARK)
STRONG: Final = Font(name=_FONT, size=11, bold=True, color=_DARK)
QUIET: Final = Font(name=_FONT, size=10, color=_GREY)
SAMPLE: Final = Font(name=_FONT, size=11, italic=True, color=_GREY)
BAND: Final = PatternFill("solid", fgColor="DCE6F0")
PART: Final = PatternFill("solid", fgColor="F4F7FA")
SHADED: Final = PatternFill("solid", fgColor="F1F1F1")
NOTICE: Final = PatternFill("solid", fgColor="FFF3CD")
TAB: Final = {"start": "17375E", "fill": "2E7D5B", "help": "8A94A0"}


def heading_look(need: Need) -> tuple[PatternFill, Font]:
    """Return fill and font of a column heading."""
    back, letters = _HEADINGS[need]
    return PatternFill("solid", fgColor=back), Font(name=_FONT, size=11, bold=True, color=letters)


class GrowingRow(RowDimension):
    """A row with a height that still grows with what is typed into it."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - the name that openpyxl writes out
        """Tell Excel that the height was worked out, not set."""
        return False


def fit_row(sheet: Worksheet, row: int, texts: Iterable[tuple[str, float]], size: int = 11) -> None:
    """Make a row as high as its fullest cell needs.

    Args:
        sheet: The sheet.
        row: The row.
        texts: What stands in its cells, each with the width of its column in characters.
        size: Size of the letters in points.
    """
    lines = 1
    for text, width in texts:
        fitting = max(width * 11 / size - 2, 4)
        lines = max(lines, sum(math.ceil((len(p) or 1) / fitting) for p in text.split("\n")))
    height = min(4 + lines * size * 1.37, 400)
    sheet.row_dimensions[row] = GrowingRow(sheet, index=row, ht=height)


def set_for_print(sheet: Worksheet, header_row: int | None, *, beside: str = "") -> None:
    """Fit a sheet to the width of paper across, with its headings on every page.

    Args:
        sheet: The sheet, its widths set.
        header_row: The row to print on every page.
        beside: The columns to print on every page, such as ``"A:B"``.
    """
    width = sum(dimension.width for dimension in sheet.column_dimensions.values())
    wide = width > _A4_WIDE
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 8 if wide else 9
    sheet.page_setup.fitToWidth = max(1, math.ceil(width / _A3_WIDE)) if wide else 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.7
    sheet.page_margins.footer = 0.3
    footer = sheet.oddFooter or HeaderFooterItem()
    for part, text in ((footer.left, "&A"), (footer.right, "Page &P of &N")):
        part.text, part.size = text, 9
    if header_row:
        sheet.print_title_rows = f"{header_row}:{header_row}"
    if beside and sheet.page_setup.fitToWidth > 1:
        sheet.print_title_cols = beside
