# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Partners as plans name them, sorted into the categories of section 13."""

from __future__ import annotations

import re
from typing import Final

from .blocks import NOWHERE, Locator
from .reading import WITHHELD_NAME, Partner
from .vocabulary import mentions, vocabulary

_BREAK: Final = re.compile(
    r"\s*(?:,(?!\s+(?:an?|our|who|which)\b)|[;/\n•]|\s[-–]\s|\bin (?:partnership|collaboration) with\b)\s*"
)
_AND: Final = re.compile(r"\s+(?:and|with|&|\+)\s+")
_BODY: Final = re.compile(
    r"^\W*(?:[A-Z][\w'’&-]* ){1,5}(?:Trust|Council|Charity|Association|Partnership|Board|Scotland|Ltd|"
    r"Forum|Foundation|Society|Centre|Project|Network|Aid|College|University)\W*$"
)
_NOBODY: Final = re.compile(
    r"^(n/?a|none|tbc|tbd|to be (confirmed|agreed|decided|identified)|-+|–|—|\?+|\.+)$",
    re.IGNORECASE,
)
_JUSTICE_SOCIAL_WORK: Final = re.compile(r"\b(justice social work|CJ?SWS?|JSWS?)\b", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"^(lead( partner| agency| officer)?|support(ing)?|owner|with|chair|and|the)\s*[:\-–]?\s+(?=\w)",
    re.IGNORECASE,
)


def partners_in(text: str, locator: Locator | None = None) -> tuple[Partner, ...]:
    """Read a cell that names leads or partners.

    Args:
        text: What stands in the cell.
        locator: Its place.

    Returns:
        One partner for each body named; a blank cell gives none, joint leads several.
    """
    found: list[Partner] = []
    for segment in _segments(text):
        words = _LABEL.sub("", segment.strip(" .:")).strip()
        if not words or _NOBODY.match(words) or not re.search(r"[A-Za-z]{2}", words):
            continue
        partner = Partner(words, category_of(words), organisation_of(words), locator or NOWHERE)
        if (partner.as_written, partner.category) not in {
            (p.as_written, p.category) for p in found
        }:
            found.append(partner)
    # A body that stands beside a withheld name is the lead that counts.
    bodies = [p for p in found if p.as_written != WITHHELD_NAME]
    return tuple(bodies or found)


def category_of(name: str) -> str:
    """Return the category of one body, ``other`` where no alias fits.

    >>> category_of("Justice Social Work, HSCP")
    'local_authority'
    """
    # Justice social work is the council's, in whatever body it is housed.
    if _JUSTICE_SOCIAL_WORK.search(name):
        return "local_authority"
    hits = mentions(name, vocabulary().categories, hidden=True)
    if not hits:
        return "other"
    bracketed = name.find("(")
    # "Burnside Throughcare (third sector)": what stands in brackets says what the body is,
    # unless the body itself was recognised before them.
    before = [hit for hit in hits if bracketed < 0 or hit[0] < bracketed]
    return (before or hits)[0][2].code


def organisation_of(name: str) -> str | None:
    """Return the IRI of the organisation that a name means, where exactly one fits."""
    iris = {term.iri for _, _, term in mentions(name, vocabulary().organisations)}
    return iris.pop() if len(iris) == 1 else None


def _segments(text: str) -> list[str]:
    """Cut a cell between bodies, never inside the name of one."""
    spans = [(a, b) for a, b, _ in mentions(text, vocabulary().categories, hidden=True)]
    spans += [(a, b) for a, b, _ in mentions(text, vocabulary().organisations)]
    spans += [(m.start(), m.end()) for m in re.finditer(r"\([^)]*\)", text)]

    def outside(match: re.Match[str]) -> bool:
        return all(match.end() <= a or match.start() >= b for a, b in spans)

    cuts = [m.span() for m in _BREAK.finditer(text) if outside(m)]
    pieces = _cut(text, 0, cuts)
    done: list[str] = []
    for start, piece in pieces:
        named = []
        for join in _AND.finditer(piece):
            a, b = start + join.start(), start + join.end()
            # A body that is known beside one that calls itself a body.
            sides = (text[start:a], text[b : start + len(piece)])
            whole = [
                any(s <= at and at + len(side.strip()) <= e for s, e in spans)
                for at, side in ((start, sides[0]), (b, sides[1]))
            ]
            if (whole[0] and _BODY.match(sides[1])) or (whole[1] and _BODY.match(sides[0])):
                named.append(join.span())
                continue
            clear = all(b <= s or a >= e for s, e in spans)
            left = any(start <= s and e <= a for s, e in spans)
            right = any(b <= s and e <= start + len(piece) for s, e in spans)
            if clear and left and right:
                named.append(join.span())
        done += [words for _, words in _cut(piece, start, named)]
    return done


def _cut(text: str, start: int, cuts: list[tuple[int, int]]) -> list[tuple[int, str]]:
    pieces = []
    at = 0
    for a, b in cuts:
        pieces.append((start + at, text[at:a]))
        at = b
    pieces.append((start + at, text[at:]))
    return [(place, words) for place, words in pieces if words.strip()]
