"""Faults of a table, each with its place as a spreadsheet program names it."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, order=True)
class TableFault:
    """Something in a table that has to be mended.

    Args:
        row: The row as a spreadsheet counts it: the headings are row 1. 0 where the
            fault has no row.
        column: The column, counted from 0; -1 where the whole row is at fault.
        heading: The name of the column's property.
        message: What is wrong, in a sentence without its place.
    """

    row: int
    column: int
    heading: str
    message: str

    def line(self) -> str:
        """Return the fault with its place, on one line.

        >>> TableFault(7, 2, "preferred label", "is empty").line()
        'row 7, column C (preferred label): is empty'
        """
        if not self.row:
            return self.message
        if self.column < 0:
            return f"row {self.row}: {self.message}"
        name = f" ({self.heading})" if self.heading else ""
        return f"row {self.row}, column {column_letters(self.column)}{name}: {self.message}"

    def to_json(self) -> dict[str, object]:
        """Return the fault as plain data for JSON."""
        letters = column_letters(self.column) if self.column >= 0 else None
        return {**asdict(self), "column": letters, "row": self.row or None, "text": self.line()}


def column_letters(position: int) -> str:
    """Return the letters of a column.

    Args:
        position: The column, counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    left = position + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
