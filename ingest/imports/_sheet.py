"""Reads a CSV table as people have it: any separator, headings by many names, notes above."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from ingest.imports._draft import DraftBuilder, listed
from ingest.imports._wording import clean, decoded, is_nothing, shortened

#: Our name of a column, then the names that people and programs give it.
ColumnNames = Mapping[str, tuple[str, ...]]

_SEPARATORS: Final = (",", ";", "\t", "|")
#: How many rows may stand above the heading, such as a title and a date.
_ABOVE: Final = 10
#: Most rows that are read.
_MAX_ROWS: Final = 200_000
_FORMULA: Final = re.compile(r"=\S|@[A-Za-z.]+\(|[+-][A-Za-z.]+[(|!]")
_ERROR_VALUE: Final = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|#+)")
_LINES: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a table.

    Args:
        file: The name of the table.
        number: Its number as a spreadsheet counts it: the first row is 1.
        cells: Our name of a column to what stands there; empty cells are left out.
        headings: Our name of a column to its heading as written.
    """

    file: str
    number: int
    cells: Mapping[str, str]
    headings: Mapping[str, str]

    @property
    def place(self) -> str:
        """Where the row stands."""
        return f"{self.file}, row {self.number}"

    def at(self, column: str) -> str:
        """Return where a cell stands."""
        return f"{self.place}, column {self.headings.get(column, column)}"

    def get(self, column: str) -> str:
        """Return what a cell holds; empty where there is nothing."""
        return self.cells.get(column, "")

    def many(self, column: str) -> tuple[str, ...]:
        """Return the values of a cell that may hold several, each once."""
        mark = ";" if ";" in self.get(column) else r"\||\n"
        values = (clean(value) for value in re.split(mark, self.get(column)))
        return tuple(dict.fromkeys(value for value in values if value))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table that was read.

    Args:
        file: Its name.
        headings: Our name of a column to its heading as written.
        others: Headings that have no meaning here.
        rows: Its rows, empty ones left out.
    """

    file: str
    headings: Mapping[str, str]
    others: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def heading_key(heading: str) -> str:
    """Return a heading without case, spaces and marks, as headings are compared."""
    return re.sub(r"[\W_]+", "_", clean(heading).casefold()).strip("_")


def read_sheet(
    content: bytes,
    name: str,
    columns: ColumnNames,
    builder: DraftBuilder,
    *,
    required: tuple[str, ...] = (),
) -> Sheet:
    """Read a table; what is wrong with it goes to the builder.

    Args:
        content: The file's bytes.
        name: Its name.
        columns: The columns that mean something here, with their other names.
        builder: Where faults and notes go. Faults of a cell are noted, and its row is still
            given without that cell.
        required: The columns that must be there.

    Raises:
        WrongFormat: It is no text.
    """
    text, note = decoded(content, name)
    if note:
        builder.note(name, note)
    known = {heading_key(n): ours for ours, names in columns.items() for n in (ours, *names)}
    lines = list(_lines(text, name, builder))
    start, headings = _headings(lines, known)
    if start < 0:
        wanted = listed(required or tuple(columns))
        builder.fault(
            f"{name}, row 1",
            f"there is no row of headings that are known here; the first row must name the"
            f" columns, such as {wanted}",
        )
        return Sheet(name, {}, (), ())
    written = {ours: clean(lines[start][1][i]) for i, ours in headings.items()}
    place = f"{name}, row {lines[start][0]}"
    others = tuple(
        clean(cell) for i, cell in enumerate(lines[start][1]) if i not in headings and clean(cell)
    )
    for column in required:
        if column not in written:
            near = get_close_matches(column, [heading_key(o) for o in others], n=2, cutoff=0.6)
            hint = f"; is it '{near[0]}'?" if near else ""
            builder.fault(place, f"there is no column '{column}'{hint}")
    _doubled(lines[start][1], known, place, builder)
    rows = tuple(_rows(lines[start + 1 :], headings, written, name, builder))
    return Sheet(name, written, others, rows)


def _lines(text: str, name: str, builder: DraftBuilder) -> Iterator[tuple[int, list[str]]]:
    first = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)  # Excel's own way to say it
    separator = first[1] if first else _separator(text)
    number = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader, start=1):
            if number > _MAX_ROWS:
                builder.fault(name, f"there are more than {_MAX_ROWS:,} rows; import it in parts")
                return
            if any(cell.strip() for cell in cells) and not (first and number == 1):
                yield number, cells
    except csv.Error as error:
        what = str(error)
        if "end of data" in what or "field limit" in what:
            what = "a quotation mark is opened and never closed"
        elif "expected after" in what:
            what = "there is a quotation mark in the middle of a cell; write it twice"
        builder.fault(
            f"{name}, row {number + 1} (line {reader.line_num})",
            f"the row is not well-formed: {what}",
        )


def _separator(text: str) -> str:
    """Return what separates cells: the mark that gives the most of them in the first rows."""
    head = "\n".join(_LINES.split(text[:20_000])[: _ABOVE + 1])

    def most(mark: str) -> int:
        try:
            return max(len(cells) for cells in csv.reader(io.StringIO(head), delimiter=mark))
        except (csv.Error, ValueError):
            return 0

    return max(_SEPARATORS, key=most)


def _headings(
    lines: list[tuple[int, list[str]]], known: Mapping[str, str]
) -> tuple[int, dict[int, str]]:
    """Return the first of the rows that name most columns, and which it names."""
    best, found = -1, dict[int, str]()
    for index, (_, cells) in enumerate(lines[:_ABOVE]):
        named: dict[int, str] = {}
        for position, cell in enumerate(cells):
            ours = known.get(heading_key(cell))
            if ours and ours not in named.values():
                named[position] = ours
        if len(named) > len(found):
            best, found = index, named
    return best, found


def _doubled(cells: list[str], known: Mapping[str, str], place: str, builder: DraftBuilder) -> None:
    seen: dict[str, str] = {}
    for cell in cells:
        ours = known.get(heading_key(cell))
        if ours in seen:
            both = f"'{seen[ours]}' and '{clean(cell)}'"
            if heading_key(seen[ours]) == heading_key(cell):
                builder.fault(place, f"the column '{clean(cell)}' stands there twice")
            else:
                builder.note(place, f"{both} mean the same; the first is read")
        elif ours:
            seen[ours] = clean(cell)


def _rows(
    lines: list[tuple[int, list[str]]],
    headings: Mapping[int, str],
    written: Mapping[str, str],
    name: str,
    builder: DraftBuilder,
) -> Iterator[SheetRow]:
    width = max(headings) + 1
    for number, cells in lines:
        empty = SheetRow(name, number, {}, written)
        faults = builder.row(empty.place)
        if len(cells) == 1 and width > 1 and 0 not in headings:
            continue
        kept: dict[str, str] = {}
        for position, ours in headings.items():
            # Programs leave out empty cells at the end of a row.
            cell = cells[position].replace("\xa0", " ").strip() if position < len(cells) else ""
            if not cell or is_nothing(cell):
                continue
            if fault := _cell_fault(cell):
                faults.add(empty.at(ours), fault)
            else:
                kept[ours] = cell
        row = SheetRow(name, number, kept, written)
        if faults.entries:
            builder.refuse(faults, shortened(kept.get("name") or kept.get("title") or ""))
            continue
        if kept:
            yield row


def _cell_fault(cell: str) -> str:
    if _ERROR_VALUE.match(cell):
        return f"'{shortened(cell, 20)}' is an error of the spreadsheet, not a value"
    if _FORMULA.match(cell):
        return (
            f"'{shortened(cell, 30)}' is a formula; copy the column and paste it as values, "
            "then save again"
        )
    if "\ufffd" in cell:
        return "a letter was lost (�); save the list as 'CSV UTF-8' from the program it comes from"
    return ""
