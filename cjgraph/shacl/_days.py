"""Days of a plan: read from its graph, and written as people write them."""

from __future__ import annotations

from datetime import date

from rdflib import Graph, Literal
from rdflib.term import Node


def day_in_words(day: date | None) -> str:
    """Return a day as people write it.

    Args:
        day: The day, or None where it is not known.

    >>> day_in_words(date(2024, 4, 1))
    '1 April 2024'
    """
    return "an unknown day" if day is None else f"{day.day} {day:%B %Y}"


def day_of(data: Graph, thing: Node | None, predicate: Node) -> date | None:
    """Return the day that a graph gives for a thing, or None where it gives none.

    Args:
        data: The graph.
        thing: The thing, or None.
        predicate: What the day is of it, such as ``cj:due``.
    """
    value = None if thing is None else data.value(thing, predicate)
    found = value.value if isinstance(value, Literal) else None
    return found if type(found) is date else None
