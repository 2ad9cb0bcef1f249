"""PDF files as blocks, from the places of their characters."""

from __future__ import annotations

from cjgraph.errors import PlanNotReadable

from ..document import Document


def read_pdf(data: bytes, name: str) -> Document:
    """Read a PDF file.

    Args:
        data: Its bytes.
        name: The name to call it by.

    Raises:
        PlanNotReadable: It is damaged.
    """
    raise PlanNotReadable(f"{name} is a PDF, and those are not read yet.")
