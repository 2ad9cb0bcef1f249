# ruff: noqa: E501 - patterns read best whole
"""Needs, services and partners that a plan names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from .aliases import LocalNames, member_lists, members_of, unnumbered
from .blocks import Block
from .need_names import find_needs
from .partners import partners_in
from .reading import Action, Partner
from .service_names import find_services
from .tables import ReadTable

__all__ = ["find_needs", "find_partners", "find_services"]

_PARTNER_SECTION: Final = re.compile(
    r"\bpartners?\b|\bwho (?:we are|is (?:round|in|at|on))\b|\bmembership\b|\bmembers\b|\bpartnership\b|\bround the table\b|\bsigned up\b",
    re.IGNORECASE,
)
_MEMBERS: Final = re.compile(r"\bmembers?\b|\bpartners?\b|\bput their names\b|\bsigned up\b", re.I)
_THIRD_SECTOR: Final = re.compile(r"\b(?:third|voluntary) sector\b|\bcharity\b", re.IGNORECASE)
#: Leads that are no member by leading: all partners together, and whoever is neither
#: a public nor a voluntary body.
_NO_MEMBER: Final = frozenset({"partnership_collective", "other"})
#: A plan with so many categories among its members has listed them.
_LISTED: Final = 4
_NAME_WORDS: Final = 9
#: Groups that partners sit in, and the partners together, are no partner.
_NO_BODY: Final = re.compile(r"\b(?:group|board|committee|panel|team)$|^\W*\d", re.IGNORECASE)


def find_partners(
    blocks: list[Block],
    tables: list[ReadTable],
    actions: tuple[Action, ...],
    names: LocalNames,
) -> tuple[Partner, ...]:
    """Find the partners that the plan names as such: in tables, lists of members and as leads.

    Where the plan lists its members, a lead that is none and is neither a public nor a
    voluntary body makes no partner: the company that lends a hall.

    Args:
        blocks: The document.
        tables: Its tables that are understood.
        actions: Its actions.
        names: Bodies that it introduces itself.
    """
    found: dict[tuple[str, str], Partner] = {}

    def add(partner: Partner) -> None:
        found.setdefault((partner.as_written.lower(), partner.category), partner)

    for table in tables:
        for partner in _in_table(table, names):
            add(partner)
    announced = False
    members = {id(block) for block in member_lists(blocks)}
    for block in blocks:
        under = bool(_PARTNER_SECTION.search(block.under())) or id(block) in members
        if (block.kind == "list" and (under or announced)) or id(block) in members:
            for partner in _in_item(block, names):
                if partner.category != "other" or under:
                    add(partner)
        elif block.kind == "paragraph":
            for name in members_of(block):
                for partner in partners_in(name, block.locator, names):
                    if _is_body(partner):
                        add(partner)
            announced = block.text.rstrip().endswith(":") and bool(_MEMBERS.search(block.text))
        elif block.kind != "list":
            announced = False
    listed = len({partner.category for partner in found.values()}) >= _LISTED
    for action in actions:
        for partner in action.leads:
            if not listed or partner.category not in _NO_MEMBER:
                add(partner)
    return tuple(found.values())


def _in_item(block: Block, names: LocalNames) -> list[Partner]:
    """Partners of one item of a list of members; "Police Scotland, Marr Division" is one."""
    made = [p for p in partners_in(unnumbered(block.text), block.locator, names) if _is_body(p)]
    sure = [p for p in made if p.category not in {"other", "third_sector"}]
    if len(sure) == 1 and "," in block.text:
        return sure
    known = [partner for partner in made if partner.category != "other"]
    return known or made


def _in_table(table: ReadTable, names: LocalNames) -> list[Partner]:
    """Partners of a table that lists them; a table with "partners" in a sentence lists none."""
    if not table.has("partner") or table.has("action"):
        return []
    made: list[Partner] = []
    for row in table.rows:
        field = row.fields.get("partner")
        read = partners_in(field.text, field.locator, names) if field else ()
        sure = tuple(p for p in read if p.category not in {"other", "third_sector"})
        for partner in sure[:1] if len(sure) == 1 and "," in row.text("partner") else read:
            if partner.category == "other" and _THIRD_SECTOR.search(row.rest):
                partner = replace(partner, category="third_sector")
            made.append(partner)
    known = [partner for partner in made if partner.category != "other"]
    return [p for p in made if _is_body(p)] if len(known) * 2 >= len(made) else []


def _is_body(partner: Partner) -> bool:
    """Tell whether what was read as a partner is a name, not a sentence about partners."""
    words = partner.as_written.split()
    if len(words) > _NAME_WORDS:
        return False
    if partner.category == "partnership_collective":
        return False
    # "The Integration Joint Board" is a board and yet a body.
    if partner.category == "other" and _NO_BODY.search(partner.as_written):
        return False
    return partner.category != "other" or sum(w[:1].isupper() for w in words) * 2 >= len(words)
