"""Actions in plain text that are followed by labelled lines, such as "Who:" and "By when:"."""

from __future__ import annotations

import re
from typing import Final

from .blocks import Cell
from .tables import role_of

_KEY: Final = re.compile(r"^\s*(?P<key>[A-Z][\w'/ -]{1,30}?)\s*:(?:\s+(?P<value>.*))?$")
_REF: Final = re.compile(r"^\(?(?P<ref>[A-Z]{0,3}\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)[.):]?\s+(?=\S)")
_BULLET: Final = re.compile(r"^\s*[-*+\u2022\u2013]\s+")
_WANTED: Final = frozenset({"lead", "due"})
_LEAST_KEYS: Final = 2
_KEY_WORDS: Final = 5


def read_card(lines: list[str]) -> tuple[tuple[Cell, ...], ...]:
    """Return a paragraph of an action with labelled lines as a table of keys and values.

    Args:
        lines: The lines of one paragraph.

    Returns:
        Nothing where it is no such paragraph.
    """
    said: list[str] = []
    pairs: list[list[str]] = []
    for line in lines:
        match = _KEY.match(_BULLET.sub("", line))
        known = match is not None and len(match["key"].split()) <= _KEY_WORDS
        role = role_of(match["key"]) if match and known else ""
        if match and role:
            pairs.append([match["key"], match["value"] or ""])
        elif pairs:
            pairs[-1][1] = f"{pairs[-1][1]} {line.strip()}".strip()
        else:
            said.append(line.strip())
    roles = [role_of(key) for key, _ in pairs]
    if len(pairs) < _LEAST_KEYS or not _WANTED & set(roles):
        return ()
    if "action" not in roles:
        words = _BULLET.sub("", " ".join(said))
        ref = _REF.match(words)
        words = words[ref.end() :] if ref else words
        if not words or words[-1] == ":":
            return ()
        pairs.insert(0, [f"Action {ref['ref']}" if ref else "Action", words])
    elif said:
        return ()
    return tuple(
        tuple(Cell(" ".join(text.split()), (r, c)) for c, text in enumerate(pair))
        for r, pair in enumerate(pairs)
    )
