# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Services that a plan names: in tables and lists of services, and by name in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .aliases import NAME, LocalNames, names_listed
from .blocks import Block, Locator, Passage
from .kinds import is_officer, known_kind
from .reading import ServiceMention
from .tables import ReadTable
from .vocabulary import flat, mentions, spoken_of, vocabulary

_SECTION: Final = re.compile(
    r"\bservices?\b(?! (?:change|redesign))|\bwhat (?:is|there is|people can) (?:there |already |get|available)|\bwhat is (?:there|in place|on offer|available)\b|\bwho helps\b|\bhelp that is there\b|\balready (?:there|in place|get|available|exists?)\b|\bsupport (?:that is )?available\b",
    re.IGNORECASE,
)
_CHANGE: Final = re.compile(r"\bchanges?\b|\bredesign|\bgaps?\b|\bchanging\b", re.IGNORECASE)
_NOUN: Final = (
    r"(?:services?|projects?|programmes?|schemes?|courses?|initiatives?|hubs?|clinics?|drop-?in|caf[eé]|group|workshop|mentoring|helpline|line|"
    r"support|team|course|academy|lodgings|flats?|house|pilot|network|pathway|desk|kitchen|garden|fund)"
)
_CAPITAL: Final = r"(?:Service|Project|Hub|Programme|Clinic|Initiative|Scheme|Caf[eé]|Drop-?[Ii]n|Kitchen|Pathway|Line|Helpline|Lodgings|Mentoring|Furniture|Workshop|Academy|Rooms?|System|Flat)"
#: The name of a service that says so itself: "the Tryst Street Recovery Café".
_BY_NAME: Final = re.compile(
    rf"\b((?:[A-Z][\w'’&-]+ (?:(?:and|of|for|to|in) )?){{1,5}}{_CAPITAL})\b(?! (?:and|&) [A-Z])"
)
#: "Ready for Monday, a ten-week course", "Steady Hands, our joinery project".
_APPOSED: Final = re.compile(
    rf"(?P<name>{NAME}), (?:which is |that is )?(?:an?|our|the|your) (?:[\w'’-]+ (?:and )?){{0,6}}?{_NOUN}\b"
)
#: "a peer mentoring scheme, Bridging the Gap", "the project called Gate Friends", "a furnished flat in Skarvoe, the Harbour Flat".
_NAMED: Final = re.compile(
    rf"\b(?:an?|our|the|one|new) (?:[\w'’-]+ ){{0,4}}{_NOUN}(?: (?:in|for|at) [A-Z]\w+)?(?:,| called| named| known as|:) (?:the )?[“\"‘']?(?P<name>{NAME})"
)
#: "the Gatepost mentoring service", "the New Leaf employability course".
_BEFORE_NOUN: Final = re.compile(
    rf"\b[Tt]he (?P<name>(?:[A-Z][\w'’&-]+(?: (?:and|of|the|for|to|in|on))? )*[A-Z][\w'’&-]+) (?:[a-z]+ )?{_NOUN}\b(?! (?:and|of) [A-Z])"
)
#: What plans do with services: "Extend Front Door to evenings", "Grow Gate Friends so that".
_DONE_TO: Final = re.compile(
    rf"(?:^|[.;:|] |\b[Ww]e will )(?:Open|Run|Grow|Extend|Expand|Fund|Launch|Relaunch|Continue|Widen|Promote|Roll out|Re-?open|open|run|grow|extend|expand|fund|launch|continue|widen) (?P<name>{NAME})(?= (?:to|so|for|from|in|at|on|across|as|by|with|twice|once|every)\b|[,.;]|$)"
)
_RUN_BY: Final = re.compile(rf"(?P<name>{NAME}), which is (?:run|provided|delivered) by [A-Z]")
_FOLLOW: Final = re.compile(
    r"\bservices?\b[^.;]{0,60}?(?:\b(?:are|were|include|included|such as|like|is)\b|:)\s+", re.I
)
_HEAD: Final = re.compile(
    r"\s*(?:[:(–—;]|\s-\s|,\s|\.\s|\.$|\s(?=(?:for|which|where|that|run by|provided by|delivered by|offers?|in|at|from|who|helps?|gives?) )(?![^,]*\bLife\b))"
)
_NO_SERVICE: Final = re.compile(
    r"\b(?:plan|strategy|framework|protocol|standards?|act|board|partnership|council|statement|report|survey|assessment|forum|panel|orders?|agreement|scotland|government|executive|committee|community justice|caledonian|housing first|"
    r"performance|national|local outcomes?|justice system|january|february|march|april|may|june|july|august|september|october|november|december)s?\b|\d",
    re.IGNORECASE,
)
#: A heading that needs stand under as well, such as "Needs and services".
_NEEDS: Final = re.compile(r"\bneeds?\b(?! to\b)", re.IGNORECASE)
_LONGEST: Final = 8


def find_services(
    blocks: list[Block], tables: list[ReadTable], running: list[Passage], names: LocalNames
) -> tuple[ServiceMention, ...]:
    """Find the services that the plan names, in tables, lists and prose.

    Args:
        blocks: The document.
        tables: Its tables that are understood.
        running: Its running text.
        names: Bodies that it introduces itself, which are no services.
    """
    found: dict[str, ServiceMention] = {}

    def add(name: str, place: Locator) -> None:
        name = re.sub(r"^(?:The|Our|Your|An?) (?=[A-Z])", "", " ".join(name.split())).strip(" ,.;")
        key = name.lower().removeprefix("the ")
        if key and not any(key in known or known in key for known in found):
            found[key] = ServiceMention(name, place)

    for table in tables:
        for row in table.rows if table.has("service") and not table.has("action") else ():
            if name := row.text("service"):
                add(name, row.fields["service"].locator)
    for name, place in _in_lists(blocks):
        add(name, place)
    for passage in running:
        for name in _in_prose(passage.text):
            if _is_service(name) and not any(b.endswith(" " + name) for b in names.written):
                add(name, passage.locator)
    return tuple(found.values())


def _in_lists(blocks: list[Block]) -> Iterator[tuple[str, Locator]]:
    """Items under a heading about services, or after a line that says that services follow."""
    introduced = False
    for block in blocks:
        if block.kind in {"table", "heading"} or block.contents or not block.text:
            introduced = introduced and block.kind == "heading" and not block.path
            continue
        if block.kind != "list":
            text = block.text.strip()
            last = re.split(r"(?<=[.!?])\s+", text)[-1]
            told = bool(_SECTION.search(text)) and not _CHANGE.search(last)
            introduced = text.endswith(":") and told
            continue
        under = block.under()
        headed = bool(_SECTION.search(under)) and not _CHANGE.search(under)
        if headed or introduced:
            name = _HEAD.split(block.text.strip(), maxsplit=1)[0]
            brief = 0 < len(name.split()) <= _LONGEST and re.search(r"[A-Z]", name)
            if brief and not (_NEEDS.search(under) and _is_need(name)):
                yield name, block.locator


def _is_need(name: str) -> bool:
    """Tell whether an item of a list of needs and services names a need."""
    needs = vocabulary().needs
    if any(flat(name) == flat(known) for need in needs for known in (need.label, *need.aliases)):
        return True
    named = re.search(rf"\s[A-Z]|\b{_NOUN}$", name)
    return not named and bool(spoken_of(name, needs))


def _in_prose(text: str) -> Iterator[str]:
    # Statutory bodies are called services too; they are partners, not services.
    bodies = [(a, b) for a, b, _ in mentions(text, vocabulary().categories)]
    for pattern in (_BY_NAME, _BEFORE_NOUN):
        for match in pattern.finditer(text):
            if not any(a < match.end(1) and match.start(1) < b for a, b in bodies):
                yield match[1]
    for pattern in (_APPOSED, _NAMED, _DONE_TO, _RUN_BY):
        for match in pattern.finditer(text):
            yield match["name"]
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])", text):
        if follow := _FOLLOW.search(sentence):
            for run in names_listed(sentence[follow.end() :]):
                yield from run if len(run) > 1 else ()


def _is_service(name: str) -> bool:
    """Tell whether a name from a sentence may be that of a service, not of a body or a place."""
    plain = re.sub(r"^(?:The|the|Our) ", "", name)
    capitals = re.findall(r"\b[A-Z][\w'’-]*", plain)
    if (
        len(capitals) < (1 if re.search(rf"\b{_NOUN}$|^[Tt]he ", name) else 2)
        or len(name.split()) > _LONGEST
    ):
        return False
    if is_officer(plain) or _NO_SERVICE.search(plain) or re.search(r"\b(?:Team|team)$", plain):
        return False
    return known_kind(plain) in {None, "third_sector"}
