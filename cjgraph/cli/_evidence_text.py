"""Writes a search answer as text for the terminal."""

from __future__ import annotations

import textwrap
from typing import Any

_WIDTH = 96
#: More authors than this are left to the JSON.
_NAMED = 3

_STANCE = {
    "supports": "SUPPORTS",
    "mixed": "MIXED",
    "null": "NO EFFECT",
    "against": "AGAINST",
    "context": "CONTEXT",
    "": "NOT READ",
}


def evidence_text(found: dict[str, Any]) -> str:
    """Return an answer as text.

    Args:
        found: The answer as the contract has it.
    """
    lines = [found["summary"]["text"]]
    for number, row in enumerate(found["results"], start=1):
        lines += ["", *_result(number, row)]
    if not found["answered"] and found["nearest"]:
        lines += ["", "What came closest, below the line of relevance:"]
        lines += [f"  {r['finding'] or r['publication']}  {r['title']}" for r in found["nearest"]]
    return "\n".join(lines)


def _result(number: int, row: dict[str, Any]) -> list[str]:
    year = f", {row['year']}" if row["year"] else ""
    head = f"{number}. {_STANCE.get(row['stance'], row['stance'])}  {row['title']}{year}"
    lines = [f"{head}  [{row['finding'] or row['publication']}]"]
    quote = row["quote"] or "This publication is known, but its findings have not been read."
    lines += _indented(quote)
    if row["strength"]:
        lines += _indented(f"Strength, in its own words: {row['strength']}")
    if not row["confirmed"]:
        why = row["confirmation"] or "the record could not be checked against its source."
        lines += _indented(f"Not confirmed: {why}")
    if row["caveat"]:
        lines += _indented(f"Note: {row['caveat']}")
    for other in row["disagrees_with"]:
        stance = _STANCE.get(other["stance"], other["stance"]).lower()
        lines += _indented(f"Disagrees with {other['finding']} ({stance}): {other['quote']}")
    # The page that was read, which may be a copy: who published it stands beside it.
    read = row["locator"].get("place", ""), row["locator"].get("url") or row["url"]
    lines += _indented(" - ".join(part for part in (_published(row), *read) if part))
    return lines


def _published(row: dict[str, Any]) -> str:
    """Return who wrote and published it and when, so that it can be cited."""
    names = row["authors"]
    # Names are in alphabetical order, so "first and others" would name the wrong person.
    by = ", ".join(names) if len(names) <= _NAMED else ""
    parts = [by, row["publisher"] if row["publisher"] != by else "", str(row["year"] or "")]
    return ", ".join(part for part in parts if part)


def _indented(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent="   ",
        subsequent_indent="   ",
        break_long_words=False,
        break_on_hyphens=False,
    )
