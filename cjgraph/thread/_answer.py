"""What every answer of the thread has: a sentence, a table, the query behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

#: A value of a table.
Value = str | int | float | bool | None

_NOTICES = {
    "examples": "Includes invented examples: their areas, plans and services do not exist.",
    "synthetic": "Includes synthetic data that stands for no real area.",
    "unchecked": "Includes published plans that no person has checked; they count in no figure.",
}

#: How a plan comes into the data, for answers that have none.
HOW_TO_LOAD = (
    "To load one, give 'cjgraph plan import' the file of the plan, mend what it read,"
    " and make it current with 'cjgraph plan publish'."
)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What every answer has.

    Args:
        sentence: The answer in plain words.
        query: SPARQL that gives the same figures on the same data.
        included: What was added to the national data.
        query_note: Which part of the figures the query gives, where it does not give all.
    """

    sentence: str
    query: str
    included: tuple[str, ...]
    query_note: str = ""

    @property
    def notice(self) -> str:
        """A sentence on what was added to the national data, or nothing."""
        return " ".join(_NOTICES[name] for name in self.included if name in _NOTICES)

    def rows(self) -> list[dict[str, Value]]:
        """Return the answer as a flat table."""
        raise NotImplementedError

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain data for JSON."""
        told = {f.name: plain(getattr(self, f.name)) for f in fields(self)}
        return {**told, "notice": self.notice}


def plain(value: Any) -> Any:
    """Return a value as JSON knows it.

    Args:
        value: A dataclass, a mapping, a sequence, a date or a plain value.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def number(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun.

    Args:
        count: How many.
        one: The noun for one.
        many: The noun for any other number; with an s where it is not given.

    >>> number(1, "plan"), number(0, "plan")
    ('1 plan', '0 plans')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"


def listed(names: Iterable[str], most: int = 6) -> str:
    """Return names as a list in words.

    Args:
        names: The names.
        most: How many are told before the rest is counted.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    told = list(names)
    rest = len(told) - most
    if rest > 0:
        return ", ".join(told[:most]) + f" and {rest} more"
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


def dated(day: date | None) -> str:
    """Return a day in words, or nothing.

    Args:
        day: A day.
    """
    return f"{day.day} {day:%B %Y}" if day else ""
