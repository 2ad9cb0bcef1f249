"""Web pages as blocks."""

from __future__ import annotations

from cjgraph.errors import PlanNotReadable

from .document import Document


def read_webpage(data: bytes, name: str) -> Document:
    """Read a web page.

    Args:
        data: Its bytes.
        name: The name to call it by.

    Raises:
        PlanNotReadable: It is damaged.
    """
    raise PlanNotReadable(f"{name} is a web page, and those are not read yet.")
