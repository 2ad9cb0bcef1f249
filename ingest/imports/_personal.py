"""Keeps names of persons, their addresses and case numbers out of imported lists."""

from __future__ import annotations

import re
from typing import Final

from ingest.imports._draft import RowFaults
from ingest.plans.blocks import LONGEST, Block, Locator
from ingest.plans.personal import Masker, case_identifiers

_PLACE: Final = Locator(paragraph=1)
_MAILBOX: Final = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")


def kept_text(text: str, place: str, faults: RowFaults, *, quiet: bool = False) -> str:
    """Return a text as it may be kept, and say what was masked.

    Args:
        text: What the file says.
        place: Where it stands.
        faults: Where a case number is refused, and masking is noted.
        quiet: Whether the caller says itself what was masked.
    """
    if not text:
        return ""
    if len(text) > LONGEST:
        faults.add(place, f"there are more than {LONGEST:,} characters; shorten the text")
        return ""
    for found in case_identifiers([Block("paragraph", text, 0, (), _PLACE)]):
        kind = found.message.partition(" holds ")[2].partition(".")[0]
        faults.add(place, f"there is {kind}; take out what identifies a person")
    masker = Masker()
    kept = masker.text(text, _PLACE)
    for warned in () if quiet else masker.warnings:
        faults.note(place, warned.message[0].lower() + warned.message[1:].rstrip("."))
    return kept


def office_mailbox(text: str, place: str, faults: RowFaults) -> str:
    """Return an e-mail address where it is that of an office; empty where it is a person's.

    Args:
        text: The address.
        place: Where it stands.
        faults: Where it is said that it was left out, or that it is no address.
    """
    bare = text.strip().removeprefix("mailto:")
    if not bare:
        return ""
    if not _MAILBOX.fullmatch(bare):
        faults.add(place, f"'{bare[:60]}' is no e-mail address")
        return ""
    parts = [part for part in re.split(r"[._'+-]|\d+", bare.partition("@")[0]) if part]
    name = " ".join(part.capitalize() for part in parts[:2])
    # One word alone can be a given name: then it needs a second for the rule to see it.
    masked = is_person(name if len(parts) > 1 else f"{name} Nobody")
    initial = len(parts) == 2 and len(parts[0]) == 1 and len(parts[1]) > 2
    if masked or initial:
        faults.note(place, "the address looks like that of a person, not of an office; left out")
        return ""
    return bare


def is_person(name: str) -> bool:
    """Tell whether two words look like the given and the family name of a person."""
    return Masker().text(name, _PLACE, led=True) != name
