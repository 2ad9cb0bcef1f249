# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Needs, services and partners that a plan names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from .blocks import Block, Passage
from .partners import partners_in
from .reading import Action, NeedMention, Partner, ServiceMention
from .tables import ReadTable
from .vocabulary import mentions, spoken_of, vocabulary

_NEED_SECTION: Final = re.compile(r"\bneeds?\b|\bprofile\b|\bwhat we know\b", re.IGNORECASE)
_NEED_WORD: Final = re.compile(
    r"\bneeds?\b|\bbarriers?\b|\bproblems? with\b|\bstruggl", re.IGNORECASE
)
_SERVICE_SECTION: Final = re.compile(r"\bservices?\b(?! change)", re.IGNORECASE)
_CHANGE: Final = re.compile(r"\bchanges?\b|\bredesign", re.IGNORECASE)
_SERVICE_NAME: Final = re.compile(
    r"\b(?:the )?((?:[A-Z][\w'’&-]+ ){1,5}(?:Service|Project|Hub|Programme|Clinic|Centre|Team|Initiative))"
    r"\b(?! (?:and|&) [A-Z])"
)
_PARTNER_SECTION: Final = re.compile(
    r"\bpartners?\b|\bwho we are\b|\bmembership\b|\bmembers\b|\bpartnership\b", re.IGNORECASE
)

_THIRD_SECTOR: Final = re.compile(r"\b(?:third|voluntary) sector\b|\bcharity\b", re.IGNORECASE)


def find_needs(running: list[Passage], tables: list[ReadTable]) -> tuple[NeedMention, ...]:
    """Find the needs that the plan speaks of, each once for every passage that names it.

    Counted are passages under a heading about need, and others that speak of need; rows
    of actions, of services and of national outcomes are not.
    """
    found: dict[tuple[str, str], NeedMention] = {}
    aside = {
        table.block.locator.table
        for table in tables
        if set(table.roles) & {"action", "service", "assessment", "outcome", "objective"}
    }
    for passage in running:
        if passage.locator.table in aside and passage.kind == "table":
            continue
        section = any(_NEED_SECTION.search(heading) for heading in passage.path)
        if not section and not _NEED_WORD.search(passage.text):
            continue
        for term in spoken_of(passage.text, vocabulary().needs):
            key = (term.code, passage.text)
            found.setdefault(key, NeedMention(term.code, passage.text, passage.locator))
    return tuple(found.values())


def find_services(
    blocks: list[Block], tables: list[ReadTable], running: list[Passage]
) -> tuple[ServiceMention, ...]:
    """Find the services that the plan names, in tables, lists and prose."""
    found: dict[str, ServiceMention] = {}

    def add(mention: ServiceMention) -> None:
        found.setdefault(mention.name.lower(), mention)

    for table in tables:
        for row in table.rows if table.has("service") and not table.has("action") else ():
            name = row.text("service")
            if name:
                add(ServiceMention(name, row.fields["service"].locator))
    for block in blocks:
        under = block.under()
        if block.kind == "list" and _SERVICE_SECTION.search(under) and not _CHANGE.search(under):
            name = re.split(r"\s*[:(–—]\s*|\s-\s", block.text)[0]
            if 0 < len(name.split()) <= 8:
                add(ServiceMention(name, block.locator))
    for passage in running:
        # Statutory bodies are called services too; they are partners, not services.
        bodies = [(a, b) for a, b, _ in mentions(passage.text, vocabulary().categories)]
        for match in _SERVICE_NAME.finditer(passage.text):
            name = match[1].removeprefix("The ").removeprefix("Our ")
            if any(a < match.end(1) and match.start(1) < b for a, b in bodies):
                continue
            if len(name.split()) > 1:
                add(ServiceMention(name, passage.locator))
    return tuple(found.values())


def find_partners(
    blocks: list[Block], tables: list[ReadTable], actions: tuple[Action, ...]
) -> tuple[Partner, ...]:
    """Find the partners that the plan names as such: in tables, lists of members and as leads."""
    found: dict[tuple[str, str], Partner] = {}

    def add(partner: Partner) -> None:
        found.setdefault((partner.as_written.lower(), partner.category), partner)

    for table in tables:
        if table.has("partner") and not table.has("action"):
            for row in table.rows:
                field = row.fields.get("partner")
                for partner in partners_in(field.text, field.locator) if field else ():
                    if partner.category == "other" and _THIRD_SECTOR.search(row.rest):
                        partner = replace(partner, category="third_sector")
                    add(partner)
    for block in blocks:
        if block.kind == "list" and _PARTNER_SECTION.search(block.under()):
            for partner in partners_in(block.text, block.locator):
                if partner.category != "other" and len(partner.as_written.split()) <= 9:
                    add(partner)
    for action in actions:
        for partner in action.leads:
            add(partner)
    return tuple(found.values())
