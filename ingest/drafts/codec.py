"""A reading as JSON that loses nothing, and back.

The JSON that ``plan read`` prints is for people and other programs and leaves some things
out; a draft must be taken up again exactly as it was.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Final, Literal, Union, cast, get_args, get_origin, get_type_hints

from ingest.plans.reading import PlanReading

_PLAIN: Final = (str, int, float, bool)


def reading_to_plain(reading: PlanReading) -> dict[str, Any]:
    """Return a reading as plain data; what has its usual value is left out."""
    return cast("dict[str, Any]", _plain(reading))


def reading_from_plain(content: object) -> PlanReading:
    """Return the reading that :func:`reading_to_plain` was given.

    Raises:
        ValueError: The content is no reading.
    """
    if not isinstance(content, dict):
        raise ValueError("A kept reading is no object.")
    try:
        return cast("PlanReading", _built(PlanReading, content))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"A kept reading can't be read: {error}.") from error


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        kept = {}
        for field in fields(value):
            held = getattr(value, field.name)
            if held != _usual(field):
                kept[field.name] = _plain(held)
        return kept
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def _usual(field: Field[Any]) -> object:
    if field.default is not MISSING:
        return field.default
    # What a factory makes is always written: it may change with the software.
    return MISSING


def _built(kind: Any, value: Any) -> Any:
    """Make a value of a type out of plain data."""
    if value is None:
        return None
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        (inner,) = [part for part in get_args(kind) if part is not types.NoneType]
        return _built(inner, value)
    if origin is tuple:
        parts = get_args(kind)
        if len(parts) == 2 and parts[1] is Ellipsis:
            return tuple(_built(parts[0], item) for item in value)
        return tuple(_built(part, item) for part, item in zip(parts, value, strict=True))
    if origin is dict:
        inner = get_args(kind)[1]
        return {key: _built(inner, item) for key, item in value.items()}
    if origin is Literal or kind in _PLAIN:
        return value
    if kind is date:
        return date.fromisoformat(value)
    hints = _hints(kind)
    return kind(
        **{name: _built(hints[name], item) for name, item in value.items() if name in hints}
    )


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
