"""One object of a list of services, from JSON or a table, that knows where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Item:
    """An object with fields; fields hold text, objects or lists of objects.

    Args:
        data: Its fields. In tables that are joined, the objects in it are items already.
        place: Where it stands.
        style: Whether places of fields are paths or columns.
        headings: For a table, a field to its heading as written.
    """

    data: Mapping[str, Any]
    place: str
    style: Literal["path", "column"] = "path"
    headings: Mapping[str, str] = field(default_factory=dict)

    def at(self, name: str) -> str:
        """Return where a field stands."""
        if self.style == "path":
            return f"{self.place}.{name}"
        return f"{self.place}, column {self.headings.get(name, name)}"

    def text(self, *names: str) -> str:
        """Return the text of the first of several fields that has one; numbers are text too."""
        for name in names:
            value = self.data.get(name)
            if isinstance(value, bool):
                continue
            if isinstance(value, int | float):
                return str(value)
            if isinstance(value, str) and value.strip():
                return value.strip()
        return ""

    def first(self, *names: str) -> str:
        """Return the first of several names that the object has a value for."""
        return next((n for n in names if self.data.get(n) not in (None, "", [], {})), names[0])

    def child(self, *names: str) -> Item | None:
        """Return the object in the first of several fields that has one."""
        return next(self.children(*names), None)

    def children(self, *names: str) -> Iterator[Item]:
        """Yield the objects in all of several fields."""
        for name in names:
            value = self.data.get(name)
            if isinstance(value, Item):
                yield value
            elif isinstance(value, dict):
                yield Item(value, self.at(name))
            elif isinstance(value, list):
                for index, part in enumerate(value):
                    if isinstance(part, Item):
                        yield part
                    elif isinstance(part, dict):
                        yield Item(part, f"{self.at(name)}[{index}]")
                    elif isinstance(part, str) and part.strip():
                        yield Item({"name": part}, f"{self.at(name)}[{index}]")

    def odd(self, *names: str) -> Iterator[str]:
        """Yield those of several fields that hold an object or a list where text belongs."""
        for name in names:
            if isinstance(self.data.get(name), dict | list) and self.data[name]:
                yield name
