"""Cells of a workbook that are left blank because the one above them still holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from string import ascii_uppercase, digits
from typing import Final

from .reading import Warned
from .tables import Field, ReadTable, Row

#: Columns that group the rows of a table of actions.
_GROUPS: Final = ("priority", "national", "outcome", "objective")
#: A cell of fewer words only points to what is set out elsewhere.
_SETS_OUT: Final = 3
#: Pointers must be left blank so often before a blank one is taken for the one above.
_SEVERAL: Final = 2
#: What a row says only of an action.
OF_ACTION: Final = ("lead", "due", "measure")
#: Notes on cells whose words are lost.
_UNREAD: Final = frozenset({"formula_without_result", "formula_error"})
_CELL: Final = re.compile(r"\b[A-Z]{1,3}[1-9]\d*\b")


def filled_down(table: ReadTable) -> ReadTable:
    """Give blank cells of a workbook what stands above them, as people read such a sheet.

    An outcome is written once, beside the first of its actions. A column that says the same
    words twice, or whose cells are merged, says what it means in each row: a blank there is
    blank. A row that opens a wider group, or stands under another band, inherits nothing.

    Args:
        table: A table whose header is understood.
    """
    if table.block.locator.sheet is None or not table.has("action"):
        return table
    before = table.roles[: table.roles.index("action")]
    groups = [role for role in before if role in _GROUPS and _written_once(table, role)]
    if not groups:
        return table
    rows: list[Row] = []
    above: dict[str, Field] = {}
    band = ""
    for row in table.rows:
        if row.band != band:
            above, band = {}, row.band
        fields = dict(row.fields)
        for role in groups:
            if row.text(role):
                for narrower in groups[groups.index(role) :]:
                    above.pop(narrower, None)
                above[role] = row.fields[role]
            elif role in above:
                fields[role] = above[role]
        rows.append(replace(row, fields=fields))
    return replace(table, rows=tuple(rows))


def _written_once(table: ReadTable, role: str) -> bool:
    """Tell whether a column names each group once, in its first row."""
    cells = [row.fields[role] for row in table.rows if row.text(role)]
    said = [" ".join(cell.text.split()).lower() for cell in cells]
    if not cells or not table.rows[0].text(role) or len(set(said)) < len(said):
        return False
    blank = len(table.rows) - len(cells)
    words = sorted(len(text.split()) for text in said)[len(said) // 2]
    return blank >= (1 if words >= _SETS_OUT else _SEVERAL)


def without_their_action(warnings: list[Warned], tables: list[ReadTable]) -> list[Warned]:
    """Say of cells that could not be read in which rows an action was left out for it.

    Args:
        warnings: What was noted while the workbook was taken apart.
        tables: Its tables that are understood.
    """
    lost = {place for table in tables for place in _lost_actions(table)}
    found = []
    for warned in warnings:
        if warned.code in _UNREAD and warned.locator.sheet:
            named = _CELL.findall(warned.message.partition("',")[2])
            many = sum(1 for cell in named if (warned.locator.sheet, cell) in lost)
            if many:
                said = "the action of this row was" if many == 1 else f"{many} actions were"
                message = f"{warned.message} So {said} left out."
                warned = replace(warned, message=message)
        found.append(warned)
    return found


def _lost_actions(table: ReadTable) -> Iterator[tuple[str | None, str]]:
    """Give sheet and cell of each blank action beside which a row says who, when or how."""
    acting = (_cell(row, "action") for row in table.rows)
    column = next(filter(None, acting), "").rstrip(digits)
    for row in table.rows:
        beside = next(filter(None, (_cell(row, role) for role in OF_ACTION)), "")
        if column and beside and not row.text("action"):
            number = beside.lstrip(ascii_uppercase)
            yield table.block.locator.sheet, f"{column}{number}"


def _cell(row: Row, role: str) -> str:
    return row.fields[role].locator.cell or "" if row.text(role) else ""
