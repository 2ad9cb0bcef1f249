"""Values and changes in plain words."""

from __future__ import annotations

from datetime import date
from typing import Final

from .items import Item, Value

_LONGEST: Final = 160
#: What a field is called where its name alone would not be understood.
FIELD_NAMES: Final = {
    "text": "words",
    "quote": "words",
    "as_written": "words",
    "due": "due date",
    "due_as_written": "due date as written",
    "lead": "lead",
    "national": "national links",
    "priority_actions": "priority actions",
    "evidence": "quotations",
    "parts": "parts found",
    "objective": "objective",
    "outcome": "outcome",
    "participation": "participation statement",
    "priority": "priority for action",
}


def shown(field: str, value: Value) -> str:
    """Return a value as a person reads it.

    >>> shown("due", "2026-03-31")
    '31 March 2026'
    >>> shown("national", ["ndo-3", "ndo-5"])
    'NDO 3, NDO 5'
    """
    if value is None or value in ("", []):
        return "no date" if field == "due" else "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field == "due":
        return _day(value)
    if field == "period":
        start, _, end = value.partition("/")
        return f"{_day(start)} to {_day(end)}"
    if isinstance(value, dict):
        return _quoted(value["words"]) if value.get("words") else str(value["id"])
    if isinstance(value, list):
        return ", ".join(_one(field, part) for part in value)
    if field in ("partnership", "framework", "category", "verdict"):
        return str(value).rsplit("/", 1)[-1]
    return _quoted(str(value))


def sentence(item: Item, field: str, old: Value, new: Value, words: str = "") -> str:
    """Say a change in one line, such as ``action 3: due date 'ongoing' → 31 March 2026``.

    Args:
        item: What is changed, as it was before.
        field: The field, or ``added`` or ``deleted``.
        old: What the field held.
        new: What it is to hold.
        words: The words of the item, where it is new.
    """
    if field == "added":
        return f"{item.name()}: added {_quoted(words or str(new))}"
    if field == "deleted":
        return f"{item.name()}: struck out {_quoted(words or str(old))}"
    before = shown(field, old)
    if field == "due" and not old and item.fields.get("due_as_written"):
        before = _quoted(item.fields["due_as_written"])
    name = FIELD_NAMES.get(field, field.replace("_", " "))
    return f"{item.name()}: {name} {before} → {shown(field, new)}"


def _one(field: str, part: Value) -> str:
    if isinstance(part, dict):
        return f"{_quoted(part['as_written'])} ({part['category'].replace('_', ' ')})"
    text = str(part)
    if field in ("national", "priority_actions", "indicators"):
        return text.upper().replace("-", " ")
    if field in ("evidence", "measures"):
        return _quoted(text)
    return text.rsplit("/", 1)[-1].replace("_", " ")


def _day(text: str) -> str:
    day = date.fromisoformat(text)
    return f"{day.day} {day:%B %Y}"


def _quoted(text: str) -> str:
    flat = " ".join(text.split())
    if len(flat) > _LONGEST:
        flat = flat[: _LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return f"'{flat}'"
