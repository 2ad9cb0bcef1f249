"""Days of the calendar as people give them in a command or an address."""

from __future__ import annotations

from datetime import date

from cjgraph.errors import InputError


def day_given(text: str) -> date:
    """Return the day that a text means.

    Args:
        text: Such as ``2026-12-31``.

    Raises:
        InputError: It is no day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"'{text[:40]}' is not a day; write it as 2026-12-31.") from error
