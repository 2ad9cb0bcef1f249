"""Parses JSON from elsewhere: no depth that breaks the parser, no value that JSON lacks."""

from __future__ import annotations

import json
import re
from typing import Any, Final, NoReturn

from cjgraph.errors import SyntaxFault, WrongFormat

#: Deepest nesting that is parsed; a list of services needs some eight levels.
_MAX_NESTING: Final = 64
_MARKS: Final = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)


def parse_json(text: str, name: str) -> Any:
    """Parse a JSON file.

    Args:
        text: Its text.
        name: Its name, for messages.

    Raises:
        SyntaxFault: It is broken or nested too deeply; the message gives line and column.
        WrongFormat: It holds nothing.
    """
    depth = 0
    for mark in _MARKS.finditer(text):
        first = mark[0][0]
        depth += (first in "[{") - (first in "]}")
        if depth > _MAX_NESTING:
            raise SyntaxFault(f"{name} is nested more than {_MAX_NESTING} levels deep.")
    try:
        found = json.loads(text, parse_constant=_refuse, parse_int=_number)
    except json.JSONDecodeError as error:
        raise SyntaxFault(
            f"{name} is not valid JSON at line {error.lineno}, column {error.colno}: {error.msg}."
        ) from error
    except (RecursionError, ValueError) as error:
        raise SyntaxFault(f"{name} is not valid JSON: {error}.") from error
    if not found:
        raise WrongFormat(f"{name} holds nothing.")
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no value of JSON")


def _number(digits: str) -> int | str:
    """Keep a number that is too long to be one as the text that it is."""
    return int(digits) if len(digits) < 30 else digits
