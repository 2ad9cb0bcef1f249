"""Days as they are given in an address."""

from __future__ import annotations

from datetime import date

from cjgraph.errors import InputError


def day_of(text: str | None) -> date | None:
    """Return the day that was given.

    Args:
        text: Such as ``2026-12-31``, or None.

    Raises:
        InputError: It is no day.
    """
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"on takes a day such as 2026-12-31, not '{text}'.") from error
