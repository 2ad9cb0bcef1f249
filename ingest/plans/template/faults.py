"""What is wrong in a template that was filled in, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from ..blocks import NOWHERE, Locator
from ..reading import Warned

#: Code of the warning that a fault becomes in a reading.
FAULT_CODE: Final = "template_fault"


@dataclass(frozen=True, slots=True)
class TemplateWarned(Warned):
    """A warning that a template gives, with its place as the program shows it."""

    sheet: str = ""
    row: int = 0
    cell: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the warning with sheet, row and cell."""
        return {
            "code": self.code,
            "message": self.message,
            "locator": self.locator.to_json(),
            "sheet": self.sheet or None,
            "row": self.row or None,
            "cell": self.cell or None,
        }


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """A fault in a template.

    Args:
        sheet: Name of the sheet, or the heading of the table in a Word file.
        row: Its row, counted from 1 as the program shows it.
        cell: Its cell, such as ``"F7"``, or the name of its column in a Word file.
        message: What is wrong and what to do, in a sentence.
        locator: The place.
        word: Whether it is in a Word file, which has tables and no sheets.
    """

    sheet: str
    row: int
    cell: str
    message: str
    locator: Locator = NOWHERE
    word: bool = False

    def line(self) -> str:
        """Return place and message in one line."""
        parts = [f"{'table' if self.word else 'sheet'} '{self.sheet}'"] if self.sheet else []
        parts += [f"row {self.row}"] if self.row else []
        if self.cell:
            parts.append(f"column '{self.cell}'" if self.word else f"cell {self.cell}")
        place = ", ".join(parts)
        return f"{place[:1].upper()}{place[1:]}: {self.message}" if place else self.message

    def warned(self) -> TemplateWarned:
        """Return the fault as a warning of a reading."""
        return TemplateWarned(
            FAULT_CODE, self.line(), self.locator, self.sheet, self.row, self.cell
        )
