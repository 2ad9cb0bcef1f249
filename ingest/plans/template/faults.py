"""What is wrong in a template that was filled in, and where."""

from __future__ import annotations

from dataclasses import dataclass

from ..blocks import NOWHERE, Locator


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """A fault in a template.

    Args:
        sheet: Name of the sheet, or the heading of the table in a Word file.
        row: Its row, counted from 1 as the program shows it.
        cell: Its cell, such as ``"F7"``, or the name of its column in a Word file.
        message: What is wrong and what to do, in a sentence.
        locator: The place.
    """

    sheet: str
    row: int
    cell: str
    message: str
    locator: Locator = NOWHERE

    def line(self) -> str:
        """Return place and message in one line."""
        parts = [f"sheet '{self.sheet}'"] if self.sheet else []
        parts += [f"row {self.row}"] if self.row else []
        parts += [f"cell {self.cell}"] if self.cell else []
        place = ", ".join(parts)
        return f"{place[:1].upper()}{place[1:]}: {self.message}" if place else self.message
