"""A workbook as a document: its visible sheets in order, and what is left out of it."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import Final

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from cjgraph.errors import PlanNotReadable

from ..blocks import NOWHERE, BlockList, Locator
from ..document import Document, RefusedFile
from ..reading import Warned
from .grid import Grid, grid_of
from .layout import lay_out
from .parts import SheetPart, facts_of, sheets_of

#: Most cells with words that a plan may have.
MOST_CELLS: Final = 20_000
#: Most cells, blank ones among them, that are gone through for the words between them.
MOST_WALKED: Final = 500_000
#: Most cells that are looked at at all.
MOST_PASSED: Final = 2_000_000
#: Longest table of shared words that is read, unpacked: twenty times a plan's.
MOST_SHARED: Final = 20 * 1024 * 1024
#: So many places are named one by one.
_NAMED: Final = 10
_MAIN_TYPE: Final = re.compile(
    rb'PartName="/([^"]+)"\s+ContentType="[^"]*(?:sheet|template)\.main\+xml"|'
    rb'ContentType="[^"]*(?:sheet|template)\.main\+xml"\s+PartName="/([^"]+)"'
)
#: A declaration that could bring entities; no Office program writes one.
_DECLARES: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_BROKEN: Final = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    SyntaxError,  # lxml's own faults
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    NotImplementedError,
)


def read_workbook(data: bytes, name: str) -> Document:
    """Read an Excel workbook.

    Each visible sheet is a section under its name. Formulas give the result that they were
    saved with; they are never worked out, and links to other files are never followed.

    Args:
        data: Its bytes.
        name: The name to call it by.

    Returns:
        Its blocks, the title in its properties, and what is hidden or not read.

    Raises:
        RefusedFile: It holds more than any plan does, or declares a document type.
        PlanNotReadable: It is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive, name)
            return _read(archive, data, name)
    except _BROKEN as error:
        raise PlanNotReadable(
            f"{name} is damaged inside and can't be read; open it in Excel, save it again "
            "and try that file."
        ) from error


def _check(archive: zipfile.ZipFile, name: str) -> None:
    for entry in archive.infolist():
        if entry.flag_bits & 1:
            continue
        if entry.filename.lower().endswith("sharedstrings.xml") and entry.file_size > MOST_SHARED:
            raise RefusedFile(
                f"{name} holds more words than any plan; save the sheets of the plan alone."
            )
        with archive.open(entry) as part:
            start = part.read(4).replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
            if not start.startswith(b"<"):
                continue
            # A wide encoding would hide the mark behind zero bytes.
            if _DECLARES.search((start + part.read()).replace(b"\x00", b"")):
                raise RefusedFile(
                    f"{name} declares a document type in its part {entry.filename}, "
                    "which Excel never does."
                )


def _read(archive: zipfile.ZipFile, data: bytes, name: str) -> Document:
    types = _MAIN_TYPE.search(archive.read("[Content_Types].xml"))
    main = (types[1] or types[2]).decode() if types else "xl/workbook.xml"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl would not write back
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
    said = _Said(name)
    made = BlockList()
    left, walked, passed = MOST_CELLS, 0, 0
    try:
        sheets = sheets_of(archive, main)
        for sheet in sheets:
            if sheet.chart or sheet.path not in archive.namelist():
                said.chart(sheet)
                continue
            facts = facts_of(archive, sheet.path, left, MOST_PASSED - passed)
            passed += facts.cells
            left -= facts.words if sheet.state == "visible" else 0
            if facts.words > MOST_CELLS or left < 0:
                raise RefusedFile(
                    f"{name} has more than {MOST_CELLS:,} cells with words, more than a plan "
                    "ever does; save the sheets of the plan alone."
                )
            walked += facts.walked if sheet.state == "visible" else 0
            if walked > MOST_WALKED or passed > MOST_PASSED:
                raise RefusedFile(
                    f"{name} has more than {MOST_WALKED:,} cells that are formatted but blank; "
                    "copy the sheets of the plan into a new workbook."
                )
            if sheet.state == "hidden":
                said.hidden_sheet(sheet, facts.words)
                continue
            grid = grid_of(book[sheet.name], facts)
            if grid is None:
                raise RefusedFile(f"{name} merges more cells on a sheet than any plan does.")
            made.here = Locator(sheet=sheet.name)
            lay_out(made, sheet.name, grid)
            said.about(sheet.name, grid)
        title = str(book.properties.title or "").strip()
    finally:
        book.close()
    return Document(made.blocks, title, unreadable=tuple(said.unread), warnings=tuple(said.noted))


@dataclass(slots=True)
class _Said:
    """Collects what is left out, so that nothing is dropped in silence."""

    name: str
    noted: list[Warned] = field(default_factory=list)
    unread: list[tuple[Locator, str]] = field(default_factory=list)

    def chart(self, sheet: SheetPart) -> None:
        if sheet.state == "visible":
            self._not_read(f"Sheet '{sheet.name}' is a chart, and charts are not read.")

    def hidden_sheet(self, sheet: SheetPart, words: int) -> None:
        if words:
            self._hidden(
                f"Sheet '{sheet.name}' is hidden and was left out; show it if the plan needs it.",
                Locator(sheet=sheet.name),
            )

    def about(self, sheet: str, grid: Grid) -> None:
        place = Locator(sheet=sheet)
        if grid.hidden_rows:
            rows = _listed([str(row) for row in grid.hidden_rows], "row", "rows")
            filtered = " by a filter" if grid.facts.filtered else ""
            self._hidden(
                f"On sheet '{sheet}', {rows} hidden{filtered} and left out; "
                "show them if the plan needs them.",
                place,
            )
        if grid.hidden_columns:
            columns = _listed(grid.hidden_columns, "column", "columns")
            self._hidden(
                f"On sheet '{sheet}', {columns} hidden and left out; "
                "show them if the plan needs them.",
                place,
            )
        if grid.facts.no_result:
            cells = _listed(grid.facts.no_result, "cell", "cells")
            self._cells(
                "formula_without_result",
                f"On sheet '{sheet}', {cells} saved without the result of the formula; open "
                "the workbook in Excel and save it again.",
                sheet,
                grid.facts.no_result[0],
            )
        if grid.errors:
            cells = _listed(grid.errors, "cell", "cells")
            self._cells(
                "formula_error",
                f"On sheet '{sheet}', {cells} showing an error and left out.",
                sheet,
                grid.errors[0],
            )
        for kind in grid.facts.aside:
            self._not_read(f"On sheet '{sheet}', {kind} are not read.", place)

    def _cells(self, code: str, message: str, sheet: str, cell: str) -> None:
        place = Locator(sheet=sheet, cell=cell if cell[-1].isdigit() and " " not in cell else None)
        self.noted.append(Warned(code, message, place))

    def _hidden(self, message: str, place: Locator) -> None:
        self.noted.append(Warned("hidden_left_out", message, place))

    def _not_read(self, message: str, place: Locator = NOWHERE) -> None:
        self.noted.append(Warned("not_read", message, place))
        self.unread.append((NOWHERE, message))


def _listed(items: list[str], one: str, many: str) -> str:
    """Name places, such as ``rows 4, 5 and 9 are``."""
    if len(items) == 1:
        return f"{one} {items[0]} is"
    if len(items) > _NAMED:
        return f"{many} {', '.join(items[:_NAMED])} and {len(items) - _NAMED} more are"
    return f"{many} {', '.join(items[:-1])} and {items[-1]} are"
