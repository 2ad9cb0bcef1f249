"""Reads the cells of a template that was filled in as an Excel workbook."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cjgraph.errors import PlanNotReadable

from ..blocks import Locator
from .faults import TemplateFault
from .form import ReadCell, ReadForm, ReadRow, ReadSheet
from .headings import ANSWERS, fitting, head_of, plain
from .kept import Kept, kept_from
from .layout import SHEETS, Sheet
from .xlsx_writer import HIDDEN_SHEET

_ROWS: Final = 5_000
_COLUMNS: Final = 120
_HEAD: Final = 40
_LEAVE: Final = frozenset({"start here", "guide", "lists", HIDDEN_SHEET})
_BROKEN: Final = (
    ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, SyntaxError,
    zipfile.BadZipFile, zlib.error, InvalidFileException, NotImplementedError,
)  # fmt: skip

Grid = dict[tuple[int, int], Any]


def read_workbook_form(data: bytes, name: str) -> ReadForm:
    """Return the sheets of a filled-in workbook.

    Args:
        data: The workbook.
        name: What to call it in messages.

    Raises:
        PlanNotReadable: It is damaged.
    """
    book = _opened(data, name, values=True)
    form = ReadForm({}, _kept(book))
    found = _sheets(book)
    formulas = _opened(data, name, values=False) if _has_formulas(data) else None
    for key, sheet in found.items():
        wanted = next(one for one in SHEETS if one.key == key)
        grid = _grid(sheet)
        if formulas is not None:
            form.faults += _empty_formulas(formulas[sheet.title], grid)
        if sheet.max_row > _ROWS:
            said = f"The sheet has more than {_ROWS:,} rows; what is below them was not read."
            form.faults.append(TemplateFault(sheet.title, _ROWS + 1, "", said))
        reader = _upright if wanted.upright else _table
        form.sheets[key] = reader(wanted, sheet, grid, form)
    for one in SHEETS:
        if one.key not in found and one.key in {"plan", "outcomes", "actions"}:
            said = f"The sheet '{one.title}' is missing. Take a new template, and copy your words."
            form.faults.append(TemplateFault(one.title, 0, "", said))
    return form


def _opened(data: bytes, name: str, *, values: bool) -> Workbook:
    try:
        with warnings.catch_warnings():
            # Notes of openpyxl on features that it leaves out say nothing to a coordinator.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(data), data_only=values, keep_links=False)
    except _BROKEN as error:
        raise PlanNotReadable(f"{name} is damaged and can't be opened as a workbook.") from error


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(
            b"<f>" in (text := archive.read(part)) or b"<f " in text
            for part in archive.namelist()
            if part.startswith("xl/worksheets/sheet")
        )


def _kept(book: Workbook) -> Kept:
    if HIDDEN_SHEET not in book.sheetnames:
        return Kept()
    sheet = book[HIDDEN_SHEET]
    cells = (sheet.cell(row, 1).value for row in range(2, min(sheet.max_row, _ROWS) + 1))
    return kept_from("".join(str(value) for value in cells if value is not None))


def _sheets(book: Workbook) -> dict[str, Worksheet]:
    """Find each sheet by the name that the workbook keeps for it, its title or its headings."""
    found: dict[str, Worksheet] = {}
    for one in SHEETS:
        name = book.defined_names.get(f"cjgraph_{one.key}")
        for title, _ in _places(name):
            if title in book.sheetnames and isinstance(book[title], Worksheet):
                found[one.key] = book[title]
    titles = {sheet.title.strip().lower(): sheet for sheet in book.worksheets}
    for one in SHEETS:
        if one.key not in found and one.title.lower() in titles:
            found[one.key] = titles[one.title.lower()]
    for sheet in book.worksheets:
        known = any(sheet is other for other in found.values())
        if known or sheet.title.lower() in _LEAVE:
            continue
        fit = fitting(_lines(_grid(sheet, _HEAD)))
        if fit and fit.key not in found:
            found[fit.key] = sheet
    return found


def _places(name: Any) -> Iterator[tuple[str, str]]:
    try:
        yield from name.destinations if name is not None else ()
    except (ValueError, TypeError, AttributeError):
        return


def _grid(sheet: Worksheet, rows: int = _ROWS) -> Grid:
    last = min(sheet.max_row, rows)
    return {
        (cell.row, cell.column): cell
        for line in sheet.iter_rows(max_row=last, max_col=min(sheet.max_column, _COLUMNS))
        for cell in line
        if cell.value is not None
    }


def _lines(grid: Grid) -> list[list[str]]:
    """Return the first rows as words, each as wide as the sheet."""
    width = max((column for _, column in grid), default=0)
    return [
        [_words(grid[row, c]) if (row, c) in grid else "" for c in range(1, width + 1)]
        for row in range(1, _HEAD + 1)
    ]


def _words(cell: Any) -> str:
    value = cell.value
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float | int):
        if "%" in str(cell.number_format):
            return f"{value * 100:.10g}%"
        return f"{value:.15g}"
    return str(value)


def _cell(sheet: Worksheet, cell: Any) -> ReadCell:
    value = cell.value
    address = f"{get_column_letter(cell.column)}{cell.row}"
    day = (
        value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None
    )
    place = Locator(sheet=sheet.title, cell=address)
    return ReadCell(_words(cell), place, address, cell.row, day)


def _table(one: Sheet, sheet: Worksheet, grid: Grid, form: ReadForm) -> ReadSheet:
    head = head_of(one, _lines(grid))
    if head is None:
        said = "The headings of this sheet were not found. Take them from a new template."
        form.faults.append(TemplateFault(sheet.title, 1, "", said))
        return ReadSheet(sheet.title, [])
    at, columns = head
    rows = []
    for number in sorted({row for row, _ in grid if row > at + 1}):
        cells = {
            key: _cell(sheet, grid[number, column + 1])
            for column, key in columns.items()
            if (number, column + 1) in grid
        }
        if cells:
            rows.append(ReadRow(number, cells))
    lacking = [c for c in one.columns if not c.group and c.key not in columns.values()]
    for column in lacking:
        if column.key in {"words", "ref", "now", "outcome", "item"} and rows:
            said = f"The column '{column.label}' was not found. Put its heading back."
            form.faults.append(TemplateFault(sheet.title, at + 1, "", said))
    names = {key: f"{get_column_letter(column + 1)}{{row}}" for column, key in columns.items()}
    return ReadSheet(sheet.title, rows, names)


def _upright(one: Sheet, sheet: Worksheet, grid: Grid, form: ReadForm) -> ReadSheet:
    """Read fields that stand below each other: the name, and beside it what was filled in."""
    labels = {plain(column.label): column.key for column in one.columns}
    answers = next((c for (r, c), cell in sorted(grid.items()) if plain(_words(cell)) ==
                    ANSWERS and r <= _HEAD), 2)  # fmt: skip
    cells = {}
    for (row, column), cell in sorted(grid.items()):
        key = labels.get(plain(_words(cell)))
        if key and column != answers and key not in cells and (row, answers) in grid:
            cells[key] = _cell(sheet, grid[row, answers])
    first = min((cell.row for cell in cells.values()), default=1)
    return ReadSheet(sheet.title, [ReadRow(first, cells)] if cells else [])


def _empty_formulas(sheet: Worksheet, grid: Grid) -> list[TemplateFault]:
    """Formulas that no program has worked out yet: what they would say is not in the file."""
    found = []
    for line in sheet.iter_rows(max_row=min(sheet.max_row, _ROWS), max_col=_COLUMNS):
        for cell in line:
            if cell.data_type == "f" and (cell.row, cell.column) not in grid:
                said = "The cell holds a formula without a value. Type the words themselves."
                place = Locator(sheet=sheet.title, cell=cell.coordinate)
                fault = TemplateFault(sheet.title, cell.row or 0, cell.coordinate, said, place)
                found.append(fault)
    return found
