"""Splits SPARQL text into tokens, so that a word in a string is not taken for a keyword.

Source: SPARQL 1.1 Query Language, section 19 (grammar and escapes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")

_TOKEN: Final = re.compile(
    r"""
      (?P<space>[\s\ufeff]+)
    | (?P<comment>\#[^\n\r]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''
        |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    | (?P<variable>[?$][^\W]\w*)
    | (?P<blank>_:[\w.-]+)
    | (?P<prefixed>(?:[^\W\d_][\w.-]*)?:(?:[\w.:%-]|\\[_~.\-!$&'()*+,;=/?\#@%])*)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<word>[^\W\d]\w*)
    | (?P<number>\d[\w.]*)
    | (?P<sign>\^\^|&&|\|\||!=|<=|>=|.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a query.

    Args:
        kind: ``iri``, ``string``, ``variable``, ``blank``, ``prefixed``, ``language``,
            ``word``, ``number`` or ``sign``.
        text: The token as written, escapes resolved.
        line: The line it stands on, from 1.
    """

    kind: str
    text: str
    line: int


def resolve_escapes(query: str) -> str:
    r"""Resolve ``\uXXXX`` and ``\UXXXXXXXX``, which SPARQL allows anywhere in a query.

    Args:
        query: SPARQL text.
    """

    def character(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        return chr(code) if code <= 0x10FFFF else "\ufffd"

    return _ESCAPE.sub(character, query)


def tokens(query: str) -> Iterator[Token]:
    """Yield the tokens of a query, without white space and comments.

    Args:
        query: SPARQL text with its escapes resolved.
    """
    line = 1
    for match in _TOKEN.finditer(query):
        kind, text = match.lastgroup or "sign", match[0]
        if kind not in ("space", "comment"):
            yield Token(kind, text, line)
        line += text.count("\n")
