# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Title, area and period of a plan, from its cover and first pages."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from .blocks import Block
from .dates import period
from .vocabulary import phrase, vocabulary

_FIRST: Final = 40
#: How far below the name of a body its plan's title may stand.
_NEXT: Final = 3
_BODY: Final = re.compile(r"\b(?:partnership|council|board|forum)\s*$", re.IGNORECASE)
_PLAN_WORDS: Final = re.compile(
    r"\b(?:improvement plan|CJOIP|outcomes? plan|community justice plan|delivery plan|action plan|"
    r"community justice .{0,40}plan|strategic plan|local plan)\b",
    re.IGNORECASE,
)
_AREA: Final = re.compile(
    r"^(?:the )?(?P<area>[A-Z][\w'’&-]*(?: (?:and|&|of|the|na|nan|h-|[A-Z][\w'’&-]*)){0,5}?)(?:'s|’s)? "
    r"(?:Council |CJP |Local )?(?:Community Justice|CJOIP|CJP)\b"
)
_BEHIND: Final = re.compile(
    r"\b(?:Community Justice(?: Partnership)?)[ ,:–-]+(?P<area>[A-Z]\w+(?: [A-Z]\w+)*)$"
)
_NO_PLACE: Final = re.compile(r"\b(?:plan|outcomes?|strategy|partnership|report)\b", re.I)
_PERIOD_WORDS: Final = re.compile(r"\b(?:period|covers|runs from|plan|20\d\d)\b", re.IGNORECASE)
_NOT_AREA: Final = frozenset({"our", "the", "a", "local", "national", "scottish", "this"})


def title_of(blocks: list[Block], in_properties: str) -> str:
    """Return the title: the title block, else the first line that calls itself a plan."""
    for at, block in enumerate(blocks[:_FIRST]):
        if block.kind == "heading" and block.level == 0:
            return block.text if _PLAN_WORDS.search(block.text) else _after(blocks[at + 1 :], block)
    early = [b for b in blocks[:_FIRST] if b.kind != "table" and not b.contents and b.text]
    for block in early[:12]:
        if _PLAN_WORDS.search(block.text) and len(block.text.split()) <= 20:
            return block.text
    if _PLAN_WORDS.search(in_properties):
        return in_properties
    headings = [b for b in early if b.kind == "heading"]
    return headings[0].text if headings else in_properties


def _after(following: list[Block], first: Block) -> str:
    """Return the title that stands below the name of a Partnership, else that name."""
    if not _BODY.search(first.text):
        return first.text
    for block in following[:_NEXT]:
        text = block.text
        if block.kind == "table" or block.contents:
            break
        if _PLAN_WORDS.search(text) and len(text.split()) <= 20 and text[-1] not in ".;":
            return text
    return first.text


def area_of(blocks: list[Block], title: str) -> tuple[str, str | None]:
    """Return the area as the plan names it, and the IRI of the Partnership that serves it.

    An area that is in no list, such as an invented one, is given by its name alone.
    """
    early = [title, *(b.text for b in blocks[:_FIRST] if b.kind != "table" and not b.contents)]
    words = vocabulary()
    for text in early:
        for partnership in words.partnerships:
            names = (partnership.label, *partnership.aliases)
            if any(phrase(name).search(text) for name in names):
                return _area_name(partnership.linked("servesArea"), partnership.label), (
                    partnership.iri
                )
    named = ""
    for text in early:
        match = _AREA.match(text) or _BEHIND.search(text)
        if not match or _NO_PLACE.search(match["area"]):
            continue
        if match["area"].lower() not in _NOT_AREA:
            named = match["area"]
            break
    for text in (named, *early[:8]) if named else early[:8]:
        areas = sorted(words.areas, key=lambda term: -len(term.label))
        for area in areas:
            if any(phrase(name).search(text) for name in (area.label, *area.aliases)):
                return area.label, _partnership_for(area.iri)
        if named and text == named:
            return named, None
    return named, None


def period_of(blocks: list[Block], title: str) -> tuple[date, date] | None:
    """Return first and last day of the plan's period, as its cover or first pages say."""
    early = [b for b in blocks[: _FIRST * 2] if b.kind != "table" and not b.contents and b.text]
    whole: list[tuple[date, date]] = []
    for text in (title, *(b.text for b in early)):
        if _PERIOD_WORDS.search(text) and (found := period(text)):
            whole.append(found)
            # A line with days or months says more than the years in a title.
            if re.search(r"\b(?:january|april|march|june|september|december|july)\b", text, re.I):
                near = [p for p in whole if abs((p[0] - found[0]).days) < 370]
                return found if len(near) == len(whole) else whole[0]
    return whole[0] if whole else None


def _partnership_for(area: str) -> str | None:
    for partnership in vocabulary().partnerships:
        if area in partnership.linked("servesArea"):
            return partnership.iri
    return None


def _area_name(areas: tuple[str, ...], label: str) -> str:
    if len(areas) == 1:
        return next((a.label for a in vocabulary().areas if a.iri == areas[0]), label)
    return re.sub(r"\s*(Community Justice|Partnership|CJP)\s*", " ", label).strip() or label
