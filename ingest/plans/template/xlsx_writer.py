"""Writes the template as an Excel workbook."""

from __future__ import annotations

import io
from typing import Final

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from .form import Filled, FilledRow
from .kept import MARK, VERSION
from .layout import SHEETS, Column, Field, Sheet, fields_of
from .words import NEEDED, heading, intro_of, need_at, title_line
from .xlsx_cells import cell_at, comment_on, guide_cells, head, put, put_field
from .xlsx_help import write_guide, write_lists, write_start
from .xlsx_look import (
    BAND,
    BODY,
    BORDER,
    PART,
    QUIET,
    SAMPLE,
    SHADED,
    STRONG,
    TAB,
    TITLE,
    fit_row,
    set_for_print,
)

#: Most characters that a cell is given; Excel holds 32,767.
MOST: Final = 32_000
HEADER_ROW: Final = 3
#: Where the workbook keeps what is not shown.
HIDDEN_SHEET: Final = "cjgraph"
_SPARE: Final = 60
_CHUNK: Final = 30_000
_LAST_REF: Final = 500
_UPRIGHT: Final = (24, 56, 44, 46)


def write_workbook(made: Filled) -> bytes:
    """Return a workbook with a sheet for each kind of thing.

    Args:
        made: What to write.
    """
    return _Writer(made).write()


class _Writer:
    def __init__(self, made: Filled) -> None:
        self.made = made
        self.book = Workbook()
        self.lists: dict[str, str] = {}

    def write(self) -> bytes:
        write_start(self.book.worksheets[0], self.made)
        sheets = {one.key: self.book.create_sheet(one.title) for one in SHEETS}
        write_guide(self.book.create_sheet("Guide"))
        self.lists = write_lists(self.book.create_sheet("Lists"), self.made)
        for one in SHEETS:
            sheet = sheets[one.key]
            sheet.sheet_properties.tabColor = TAB["fill"]
            if one.upright:
                self._upright(sheet, one)
            else:
                self._table(sheet, one)
            name = f"cjgraph_{one.key}"
            place = f"'{sheet.title}'!$A${HEADER_ROW}"
            self.book.defined_names[name] = DefinedName(name, attr_text=place)
        self._keep()
        self.book.properties.title = title_line(self.made)
        self.book.properties.creator = "cjgraph"
        self.book.custom_doc_props.append(  # type: ignore[attr-defined]
            StringProperty(name=MARK, value=VERSION)
        )
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()

    def _upright(self, sheet: Worksheet, one: Sheet) -> None:
        labels = ("Field", "Your plan", "What it means", "Needed, and who asks for it")
        for at, (label, width) in enumerate(zip(labels, _UPRIGHT, strict=True), 1):
            head(cell_at(sheet, HEADER_ROW, at), label, "must")
            sheet.column_dimensions[get_column_letter(at)].width = width
        self._top(sheet, one, len(labels))
        cells = (self.made.rows.get(one.key) or [FilledRow({})])[0].cells
        for row, (key, found) in enumerate(fields_of(one).items(), HEADER_ROW + 1):
            remedy = found.rule.remedy if found.rule else ""
            source = f"({found.source})" if found.source else ""
            needed = " ".join(f"{NEEDED[found.need].capitalize()}. {remedy} {source}".split())
            value = cells.get(key)
            put(cell_at(sheet, row, 1), found.column.label, STRONG).border = BORDER
            put_field(cell_at(sheet, row, 2), value, found.column, BODY)
            put(cell_at(sheet, row, 3), found.means, QUIET).border = BORDER
            put(cell_at(sheet, row, 4), needed, QUIET).border = BORDER
            self._guide(sheet, found, f"B{row}")
            fit_row(sheet, row, [(str(value or ""), 56), (found.means, 47), (needed, 49)])
        sheet.freeze_panes = f"B{HEADER_ROW + 1}"
        set_for_print(sheet, HEADER_ROW)

    def _table(self, sheet: Worksheet, one: Sheet) -> None:
        placed = one.placed(self.made.repeats(one))
        if not self.made.origin:  # nothing was read, so nothing was found
            placed = [(key, column) for key, column in placed if key != "found"]
        rows = self.made.rows.get(one.key, [])
        filled = HEADER_ROW + len(rows)
        last = filled + (0 if one.key == "assessment" else _SPARE)
        self._headings(sheet, one, placed, last)
        self._top(sheet, one, min(len(placed), 4))
        for number, row in enumerate(rows, HEADER_ROW + 1):
            self._row(sheet, number, row, placed)
            fit_row(sheet, number, [(str(row.cells.get(k, "")), c.width) for k, c in placed])
        for number in range(filled + 1, last + 1):
            self._row(sheet, number, FilledRow({}), placed)
        beside = 2 if len(placed) > 4 else 0
        sheet.freeze_panes = f"{get_column_letter(beside + 1)}{HEADER_ROW + 1}"
        sheet.print_area = f"A1:{get_column_letter(len(placed))}{max(filled, 12)}"
        set_for_print(sheet, HEADER_ROW, beside="A:B")

    def _headings(
        self, sheet: Worksheet, one: Sheet, placed: list[tuple[str, Column]], last: int
    ) -> None:
        known = fields_of(one)
        texts: list[tuple[str, float]] = []
        for at, (key, column) in enumerate(placed, 1):
            found, letter = known[column.key], get_column_letter(at)
            need = need_at(found, key)
            text = heading(found, column.label, need)
            texts.append((text, column.width))
            cell = cell_at(sheet, HEADER_ROW, at)
            head(cell, text, "may" if column.kind == "shown" else need)
            if need == found.need:
                cell.comment = comment_on(found)
            sheet.column_dimensions[letter].width = column.width
            self._guide(sheet, found, f"{letter}{HEADER_ROW + 1}:{letter}{last}")
        fit_row(sheet, HEADER_ROW, texts)

    def _row(
        self, sheet: Worksheet, number: int, row: FilledRow, placed: list[tuple[str, Column]]
    ) -> None:
        fills: dict[str, PatternFill] = {"band": BAND, "part": PART, "example": SHADED}
        for at, (key, column) in enumerate(placed, 1):
            cell = cell_at(sheet, number, at)
            font = SAMPLE if row.look == "example" else BODY
            if column.kind == "shown":
                font = STRONG if row.look == "band" and key == "item" else QUIET
            put_field(cell, row.cells.get(key), column, font)
            if row.look == "example" or (row.look in fills and column.kind == "shown"):
                cell.fill = fills[row.look]

    def _top(self, sheet: Worksheet, one: Sheet, columns: int) -> None:
        put(cell_at(sheet, 1, 1), one.title).font = TITLE
        sheet.row_dimensions[1].height = 27
        intro = intro_of(one)
        put(cell_at(sheet, 2, 1), intro, BODY)
        letters = [get_column_letter(at) for at in range(1, columns + 1)]
        width = sum(sheet.column_dimensions[letter].width for letter in letters)
        if columns > 1:
            sheet.merge_cells(start_row=2, end_row=2, start_column=1, end_column=columns)
        fit_row(sheet, 2, [(intro, width)])

    def _guide(self, sheet: Worksheet, found: Field, cells: str) -> None:
        column = found.column
        if column.kind == "shown":
            return
        formula = self.lists.get(column.choices)
        if column.choices.startswith("sheet:"):
            title = column.choices.partition(":")[2].capitalize()
            formula = f"'{title}'!$A${HEADER_ROW + 1}:$A${_LAST_REF}"
        guide_cells(sheet, found, cells, formula)

    def _keep(self) -> None:
        sheet = self.book.create_sheet(HIDDEN_SHEET)
        sheet.sheet_state = "veryHidden"
        put(cell_at(sheet, 1, 1), MARK)
        text = self.made.kept.to_text()
        for row, at in enumerate(range(0, len(text), _CHUNK), 2):
            put(cell_at(sheet, row, 1), text[at : at + _CHUNK])
