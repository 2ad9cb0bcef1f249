"""Reads one CSV table cell by cell and notes every fault with its place."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from cjgraph.errors import FileNotReadable, SyntaxFault
from ingest.table._codes import Codes
from ingest.table._column import SEPARATOR, Column, is_address

_SHOWN = 20


@dataclass(slots=True)
class Faults:
    """The faults of all tables of a folder, collected so that a person sees all at once."""

    entries: list[str] = field(default_factory=list)

    def add(self, file: str, row: int, column: str, what: str) -> None:
        """Note a fault.

        Args:
            file: The name of the table.
            row: The row as a spreadsheet counts it: the header is row 1.
            column: The header of the column; empty where the whole row is at fault.
            what: What is wrong, as a clause.
        """
        place = f"{file}, row {row}" + (f", column {column}" if column else "")
        self.entries.append(f"{place}: {what}")

    def raise_if_any(self, folder: Path) -> None:
        """Raise one error that lists the first faults and counts the rest.

        Raises:
            SyntaxFault: There is at least one fault.
        """
        if not self.entries:
            return
        count = len(self.entries)
        lines = self.entries[:_SHOWN]
        if count > _SHOWN:
            lines = [*lines, f"and {count - _SHOWN} more"]
        head = f"The evidence catalogue in {folder} has {count} fault{'s' if count > 1 else ''}:"
        raise SyntaxFault("\n  ".join([head, *lines]))


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number and its cells; cells with several values are split."""

    number: int
    one: dict[str, str]
    many: dict[str, tuple[str, ...]]


def read_table(path: Path, columns: tuple[Column, ...], codes: Codes, faults: Faults) -> list[Row]:
    """Read a table and check each cell by itself.

    Args:
        path: A CSV file in UTF-8 with a header row (RFC 4180).
        columns: What the table must hold.
        codes: The slugs that exist, by kind.
        faults: Where faults are noted.

    Returns:
        The rows that have the right number of cells, faulty cells included as written.

    Raises:
        FileNotReadable: The file is missing or may not be read.
    """
    lines = _lines(path, faults)
    header = next(lines, None)
    if header is None:
        if not any(entry.startswith(path.name) for entry in faults.entries):
            faults.add(path.name, 1, "", "the file is empty; a header row is needed")
        return []
    wanted = [column.name for column in columns]
    names = [name.strip() for name in header[1]]
    for name in wanted:
        if name not in names:
            faults.add(path.name, 1, name, "the column is missing")
    for name in names:
        if name not in wanted:
            faults.add(path.name, 1, name or "(empty)", "there is no such column")
        elif names.count(name) > 1:
            faults.add(path.name, 1, name, "the column stands there more than once")
    if sorted(names) != sorted(wanted):
        return []
    rows = []
    for number, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(names):
            what = f"the row has {len(cells)} cells, the header has {len(names)}"
            faults.add(path.name, number, "", what)
            continue
        rows.append(_row(path.name, number, dict(zip(names, cells, strict=True)), columns))
        _check(path.name, rows[-1], columns, codes, faults)
    return rows


def _lines(path: Path, faults: Faults) -> Iterator[tuple[int, list[str]]]:
    try:
        content = path.read_bytes()
    except OSError as fault:
        reason = "it does not exist" if isinstance(fault, FileNotFoundError) else fault.strerror
        raise FileNotReadable(f"{path} can't be read: {reason}.") from fault
    try:
        text = content.decode("utf-8-sig")  # some spreadsheet programs put a mark in front
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        faults.add(path.name, line, "", "the text is not UTF-8; save the file as CSV in UTF-8")
        return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error as fault:
        faults.add(path.name, number + 1, "", f"the row is not well-formed CSV ({fault})")


def _row(file: str, number: int, cells: dict[str, str], columns: tuple[Column, ...]) -> Row:
    one, many = {}, {}
    for column in columns:
        cell = cells[column.name].replace("\xa0", " ").strip()  # word processors paste these in
        if column.many:
            values = (value.strip() for value in cell.split(SEPARATOR))
            many[column.name] = tuple(value for value in values if value)
        else:
            one[column.name] = cell
    return Row(number, one, many)


def _check(file: str, row: Row, columns: tuple[Column, ...], codes: Codes, faults: Faults) -> None:
    for column in columns:
        values = row.many[column.name] if column.many else (row.one[column.name],)
        values = tuple(value for value in values if value)
        if column.required and not values:
            faults.add(file, row.number, column.name, "the cell is empty")
        for position, value in enumerate(values):
            what = _fault_of(value, column, codes)
            if what:
                faults.add(file, row.number, column.name, what)
            elif value in values[:position]:
                faults.add(file, row.number, column.name, f"'{value}' stands there twice")


def _fault_of(value: str, column: Column, codes: Codes) -> str:
    if any(not character.isprintable() for character in value):
        return "the cell holds a line break or another control character"
    if column.choices and value not in column.choices:
        return f"'{value}' is not one of {', '.join(column.choices)}"
    if column.kind:
        known = {code for kind in column.kind for code in codes.get(kind, ())}
        if column.prefix + value not in known:
            near = get_close_matches(column.prefix + value, sorted(known), n=1)
            hint = f"; did you mean '{near[0].removeprefix(column.prefix)}'?" if near else ""
            return f"'{value}' is not a known {' or '.join(column.kind)}{hint}"
    if column.pattern and not column.pattern.fullmatch(value):
        return f"'{value}' is not {column.form}"
    if column.address and not is_address(value):
        return f"'{value}' is not a web address"
    return ""
