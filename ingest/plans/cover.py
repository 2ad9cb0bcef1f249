# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Title, area and period of a plan, from its cover and first pages."""

from __future__ import annotations

import re
from collections import Counter
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
    r"\b(?:Community Justice(?: Partnership)?)(?:[ ,:–-]+| (?:plan )?(?:in|for|across) )(?P<area>(?:the )?[A-Z]\w+(?: (?:and|&|of|the|na|h-|[A-Z]\w+))* ?(?<! and)(?<! of)(?<! the))(?=$|,? (?:from |for )?(?:19|20)\d\d)"
)
_NO_PLACE: Final = re.compile(r"\b(?:plan|outcomes?|strategy|partnership|report)\b", re.I)
_PERIOD_WORDS: Final = re.compile(r"\b(?:period|covers|runs from|plan|20\d\d)\b", re.IGNORECASE)
#: A line that names the matter and the place, above one that only says what sort of paper it is.
_IN_PLACE: Final = re.compile(r"\bCommunity Justice (?:in|for|across) (?:the )?[A-Z]")
_GENERIC: Final = re.compile(
    r"^(?:The )?(?:Community Justice )?(?:Outcomes? )?Improvement Plan\W*(?:20\d\d.*)?$",
    re.IGNORECASE,
)
_NAMED_PLAN: Final = re.compile(r"\bjustice\b.*\bplan\b|\bCJOIP\b", re.IGNORECASE)
_PAIR: Final = 2
_KEYS: Final = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (
        ("title", r"title|name of"),
        ("area", r"area|authority|council"),
        ("period", r"period|years|dates?$|covers"),
        ("start", r"^start|^from"),
        ("end", r"^end|^to$|^until"),
    )
)
#: Facts that a cover, a first sheet or the head of a text file gives as key and value.
_FACT: Final = re.compile(
    r"^\W*(?P<key>title|plan title|name of (?:the )?plan|(?:council |local authority )?area|local authority|council|(?:plan )?period|period (?:covered|of (?:the )?plan)|years(?: covered)?|dates?|covers|"
    r"start(?: date)?|from|end(?: date)?|to|until)\s*(?:[:=|]|\s[–-]\s)\s*[\"'“]?(?P<value>[^\"”\n]+)",
    re.IGNORECASE | re.MULTILINE,
)
_FACT_TABLES: Final = 3
_COUNCIL: Final = re.compile(
    r"\b(?P<area>[A-Z][\w'’-]+(?: (?:and|&|of|na|nan|the|h-Eileanan|[A-Z][\w'’-]+)){0,4}) (?:Islands? )?Council\b"
)
_NO_COUNCIL: Final = re.compile(
    r"\b(?:community|communities|town|tenants|health|research|sentencing|justice|scottish|planning|youth|parent|the|our|voluntary|partnership|for|care|british|privy)$",
    re.IGNORECASE,
)
_NOT_AREA: Final = frozenset({"our", "the", "a", "local", "national", "scottish", "this"})


def title_of(blocks: list[Block], in_properties: str) -> str:
    """Return the title: the title block, else the first line that calls itself a plan."""
    facts = _facts(blocks)
    for at, block in enumerate(blocks[:_FIRST]):
        if block.kind == "heading" and block.level == 0:
            if _PLAN_WORDS.search(block.text):
                return block.text
            return facts.get("title") or _after(blocks[at + 1 :], block)
    if title := facts.get("title"):
        return title
    early = [b for b in blocks[:_FIRST] if b.kind != "table" and not b.contents and b.text]
    # The name of a sheet says what the sheet is; a title in its cells says what the plan is.
    written = [b for b in early[:12] if not _names_sheet(b)]
    for block in (*written, *early[:12]):
        if _PLAN_WORDS.search(block.text) and len(block.text.split()) <= 20:
            return block.text
    if _PLAN_WORDS.search(in_properties):
        return in_properties
    headings = [b for b in early if b.kind == "heading"]
    return headings[0].text if headings else in_properties


def _names_sheet(block: Block) -> bool:
    return block.kind == "heading" and block.text == block.locator.sheet


def _after(following: list[Block], first: Block) -> str:
    """Return the title that stands below a motto or the name of a Partnership, else that line."""
    lines = [block.text for block in following[:_NEXT] if block.kind != "table"]
    spoken = next((line for line in lines if _IN_PLACE.search(line) and line[-1] not in ".;"), "")
    for block in following[:_NEXT]:
        text = block.text
        if spoken and _GENERIC.match(text):
            return f"{first.text}: {spoken}"
        if block.kind == "table" or block.contents:
            break
        told = _BODY.search(first.text) or _NAMED_PLAN.search(text)
        if told and _PLAN_WORDS.search(text) and len(text.split()) <= 20 and text[-1] not in ".;":
            return text
    return first.text


def _facts(blocks: list[Block]) -> dict[str, str]:
    """Read lines and rows such as "Area: Carsefield", by what they give."""
    lines = [b.text for b in blocks[:_FIRST] if b.kind != "table" and b.text and not b.contents]
    tables = [block for block in blocks[: _FIRST * 2] if block.kind == "table"][:_FACT_TABLES]
    for table in tables:
        if table.rows and len(table.rows[0]) == _PAIR:
            lines += [f"{row[0].text.strip(' :')}: {row[1].text}" for row in table.rows[:_FIRST]]
    found: dict[str, str] = {}
    for line in lines:
        for match in _FACT.finditer(line):
            key = next(name for name, words in _KEYS if words.search(match["key"]))
            found.setdefault(key, " ".join(match["value"].split()))
    if "start" in found and "end" in found:
        found.setdefault("period", f"{found['start']} to {found['end']}")
    return found


def _by_council(blocks: list[Block], named: str) -> str:
    """Return the area as the name of its council has it: "Dunarrow City" for "Dunarrow".

    Without any other name, the council that the plan names most.
    """
    names = Counter(
        re.sub(r"^The ", "", match["area"])
        for block in blocks
        for text in (block.text, *(cell.text for row in block.rows for cell in row))
        for match in _COUNCIL.finditer(text)
        if not _NO_COUNCIL.search(match["area"])
    )
    longer = [name for name in names if name.startswith(named + " ")]
    if named:
        own = names[named]
        best = max(longer, key=lambda name: names[name], default=named)
        return best if best != named and names[best] > own else named
    best, count = names.most_common(1)[0] if names else ("", 0)
    return best if count > 1 else ""


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
    named = _place(_facts(blocks).get("area", ""))
    for text in early if not named else ():
        match = _AREA.match(text) or _BEHIND.search(text)
        if not match or _NO_PLACE.search(match["area"]):
            continue
        if match["area"].lower() not in _NOT_AREA:
            named = re.sub(r"['’]s$", "", match["area"].strip())
            break
    named = _by_council(blocks, named)
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
    if stated := period(_facts(blocks).get("period", "")):
        return stated
    whole: list[tuple[date, date]] = []
    for text in (title, *(b.text for b in early)):
        if _PERIOD_WORDS.search(text) and (found := period(text)):
            whole.append(found)
            # A line with days or months says more than the years in a title.
            if re.search(r"\b(?:january|april|march|june|september|december|july)\b", text, re.I):
                near = [
                    p
                    for p in whole
                    if abs((p[0] - found[0]).days) < 370 and abs((p[1] - found[1]).days) < 370
                ]
                return found if len(near) == len(whole) else whole[0]
    return whole[0] if whole else None


def _place(value: str) -> str:
    """Return the name of a place that a cover gives as its area, without "Council"."""
    words = re.sub(
        r"\s*\b(?:Council|area|CJP|Community Justice Partnership)\b\s*$", "", value
    ).strip(" .")
    return words if 0 < len(words.split()) <= 6 and words[0].isupper() else ""


def _partnership_for(area: str) -> str | None:
    for partnership in vocabulary().partnerships:
        if area in partnership.linked("servesArea"):
            return partnership.iri
    return None


def _area_name(areas: tuple[str, ...], label: str) -> str:
    if len(areas) == 1:
        return next((a.label for a in vocabulary().areas if a.iri == areas[0]), label)
    return re.sub(r"\s*(Community Justice|Partnership|CJP)\s*", " ", label).strip() or label
