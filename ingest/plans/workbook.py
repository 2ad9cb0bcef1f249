"""Excel workbooks as blocks."""

from __future__ import annotations

from cjgraph.errors import PlanNotReadable

from .document import Document


def read_workbook(data: bytes, name: str) -> Document:
    """Read an Excel workbook.

    Args:
        data: Its bytes.
        name: The name to call it by.

    Raises:
        PlanNotReadable: It is damaged.
    """
    raise PlanNotReadable(f"{name} is an Excel workbook, and those are not read yet.")
