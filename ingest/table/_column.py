"""One column of a table: what its cells may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from cjgraph import namespaces

#: What separates the values of a cell that holds several.
SEPARATOR: Final = ";"

#: The schemes of web addresses: those that the product's own IRIs use. Anything else,
#: such as a script address, must not end up as a link on a page.
_WEB_SCHEMES: Final = frozenset(iri.partition(":")[0] for iri in namespaces.PREFIXES.values())
_ADDRESS_REST: Final = re.compile(r"[^\s/<>\"{}|\\^`][^\s<>\"{}|\\^`]*")


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Args:
        name: Its header.
        required: Whether a cell may be empty.
        many: Whether a cell may hold several values, separated by semicolons.
        kind: The kinds of thing whose slugs the cell may hold.
        prefix: What stands before a value to make the slug (``"grade-"``).
        choices: Fixed values, where there are some.
        pattern: The form of a value.
        form: That form in words, for the message.
        address: Whether a value is a web address.
        refers_to: The table whose ids the cell holds.
    """

    name: str
    required: bool = False
    many: bool = False
    kind: tuple[str, ...] = ()
    prefix: str = ""
    choices: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None
    form: str = ""
    address: bool = False
    refers_to: str = ""


def is_address(value: str) -> bool:
    """Tell whether a text is a web address that may be published as a link."""
    scheme, mark, rest = value.partition("://")
    return bool(mark) and scheme in _WEB_SCHEMES and bool(_ADDRESS_REST.fullmatch(rest))
