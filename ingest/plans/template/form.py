"""A template between file and reading: sheets of rows of cells, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ..blocks import Locator
from .faults import TemplateFault
from .kept import Kept
from .layout import Sheet

Look = Literal["plain", "example", "band", "part"]


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row to write.

    Args:
        cells: Words and days by the key of the column, groups numbered: ``lead-2``.
        look: How it looks: ``band`` heads the rows below it, ``part`` is one of them.
    """

    cells: dict[str, str | date]
    look: Look = "plain"


@dataclass(slots=True)
class Filled:
    """A template to write.

    Args:
        title: What stands on the first sheet.
        edition: Generation of the framework that it is for.
        rows: The rows of each sheet, by its key.
        kept: What travels along unseen.
        notes: What the reading was unsure of, each with its place in words.
        origin: Name of the file that was read to fill it, or nothing.
        invented: Whether it holds an invented example.
    """

    title: str
    edition: str
    rows: dict[str, list[FilledRow]]
    kept: Kept
    notes: list[tuple[str, str]] = field(default_factory=list)
    origin: str = ""
    invented: bool = False

    def repeats(self, sheet: Sheet) -> dict[str, int]:
        """Return how many values the fullest row has in each group of a sheet."""
        most: dict[str, int] = {}
        for row in self.rows.get(sheet.key, ()):
            for key in row.cells:
                name, dash, number = key.rpartition("-")
                for column in sheet.columns if dash and number.isdigit() else ():
                    if column.key == name:
                        most[column.group] = max(most.get(column.group, 0), int(number))
        return most


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A cell that was read.

    Args:
        text: What it shows.
        place: Where it is.
        name: What to call it in a message, such as ``"C7"`` or the name of its column.
        row: Its row, counted from 1 as the program shows it.
        day: The day, where it holds a real date.
    """

    text: str
    place: Locator
    name: str
    row: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that was read; ``cells`` holds those that show anything."""

    number: int
    cells: dict[str, ReadCell]


@dataclass(slots=True)
class ReadSheet:
    """A sheet that was read.

    Args:
        title: Its name as it is in the file.
        rows: Its rows.
        columns: What a cell of each column is called, ``{row}`` standing for its row.
    """

    title: str
    rows: list[ReadRow]
    columns: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class ReadForm:
    """A template that was read: its sheets by key, what travelled along, what was amiss."""

    sheets: dict[str, ReadSheet]
    kept: Kept
    faults: list[TemplateFault] = field(default_factory=list)
