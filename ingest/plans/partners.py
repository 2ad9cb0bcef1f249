# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Partners as plans name them, sorted into the categories of section 13."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from .blocks import NOWHERE, Locator
from .kinds import (
    is_justice_social_work,
    is_officer,
    is_voluntary,
    kind_by_form,
    kind_of,
    landlord,
)
from .reading import WITHHELD_NAME, Partner
from .vocabulary import flat, mentions, vocabulary

if TYPE_CHECKING:
    from .aliases import LocalNames

_BREAK: Final = re.compile(
    r"\s*(?:,(?!\s+(?:an?|our|who|which)\b)|[;/\n•·|]|\s[-–—]\s|"
    r"\b(?:working |jointly |together )?(?:in )?(?:partnership|collaboration|conjunction|association) with\b|"
    r"\b(?:and |with )?(?:supported|assisted|helped|backed) by\b|\bwith (?:the )?(?:support|help) (?:of|from)\b|"
    r"\balongside\b|\b(?:together|jointly|along) with\b|\bas well as\b|\bplus\b|\band/or\b)\s*",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\s+(?:and|with|&|\+)\s+")
_WITH: Final = re.compile(r"\s+with\s+(?=(?:[Tt]he )?[A-Z])")
_BODY: Final = re.compile(
    r"^\W*(?:[A-Z][\w'’&-]* ){1,5}(?:Trust|Council|Charity|Association|Partnership|Board|Scotland|Ltd|"
    r"Forum|Foundation|Society|Centre|Project|Network|Aid|College|University)\W*$"
)
_NOBODY: Final = re.compile(
    r"^(n/?a|none|tbc|tbd|(?:still )?(?:to be|not yet) (confirmed|agreed|decided|identified|named)|unassigned|vacant|various|as above|"
    r"on-?going|annual(?:ly)?|by .*\d|.*\b20\d\d\b.*|-+|–|—|\?+|\.+)$",
    re.IGNORECASE,
)
#: A name has letters: two together, or about a figure ("G4S").
_LETTERS: Final = re.compile(r"[A-Za-z]{2}|\b[A-Z]\d[A-Z]")
_LABEL: Final = re.compile(
    r"^(joint leads?|lead( partner| agency| officer| body)?|support(ing)?|owners?|with|chair|and|the|by)\s*[:\-–]?\s+(?=\w)",
    re.IGNORECASE,
)
#: "A money adviser from the Citizens' Bureau": the body is what counts.
_SOMEBODY_FROM: Final = re.compile(r"^[\w' -]{3,60}? from (?:the )?(?=[A-Z])")
#: A part of a body before its name: "Information Governance, Carsefield Council".
_UNIT: Final = re.compile(
    r"\b(?:teams?|services?|units?|divisions?|departments?|directorate|section|governance|managers?|officers?|leads?|head|director|office|branch)\b",
    re.IGNORECASE,
)
#: A post without a body: "Strategic Lead, Education", "Head of Offender Outcomes, HMP Marrow".
_POST: Final = re.compile(
    r"^(?:the )?(?:(?:chair|chairperson|convener|head|director|manager|leader) of [\w' ]+|"
    r"(?:[\w'’&/-]+ ){0,5}(?:leads?|head(?: of service)?|managers?|directors?|officers?|leaders?|co-?ordinators?|conveners?|"
    r"commander|inspector|superintendent|sergeant|governor|workers?|advisers?|advisors?|chair|chairperson|clerk|nurse|planner|consultant))$",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"^\s*(?:the )?(?:(?:[A-Z][\w'’&-]* |and ){0,5}Council|NHS(?: [A-Z][\w'’-]*| and)*|(?:[A-Z][\w'’-]* ){0,3}HSCP|Police Scotland)\s*(?=$|[,;/&\n])"
)
#: A name that goes on after the word that is known: the place of a health board.
_TAIL: Final = re.compile(r"^\s+(?:[A-Z][\w'’-]*\s+|and (?=[A-Z]))*$")
#: A name by itself: "Bridgehead", "Kirklochan Youth Hub".
_NAME_ONLY: Final = re.compile(
    r"^(?:[Tt]he )?[A-Z][a-z][\w'’-]*(?: (?:of |the |for )*[A-Z][\w'’-]*)*$"
)
_ACRONYM: Final = re.compile(r"^[A-Z]{3,5}s?$")
_PUBLIC: Final = frozenset({"integration_joint_board", "local_authority"})


def partners_in(
    text: str, locator: Locator | None = None, names: LocalNames | None = None
) -> tuple[Partner, ...]:
    """Read a cell that names leads or partners.

    Args:
        text: What stands in the cell.
        locator: Its place.
        names: Bodies that the plan itself introduces.

    Returns:
        One partner for each body named; a blank cell gives none, joint leads several.
    """
    found: list[Partner] = []
    for segment in _segments(text, names):
        words = _LABEL.sub("", segment.strip(" .:")).strip()
        if not words or _NOBODY.match(words) or not _LETTERS.search(words):
            continue
        words = _body_of(words, names)
        partner = Partner(
            words, category_of(words, names), organisation_of(words), locator or NOWHERE
        )
        if (partner.as_written, partner.category) not in {
            (p.as_written, p.category) for p in found
        }:
            found.append(partner)
    # A body that stands beside a withheld name is the lead that counts.
    bodies = [p for p in found if p.as_written != WITHHELD_NAME]
    return tuple(bodies or found)


def category_of(name: str, names: LocalNames | None = None) -> str:
    """Return the category of one body, ``other`` where nothing tells.

    What the plan says of a body comes first, then the vocabulary, then the form of its name.

    >>> category_of("Justice Social Work, HSCP")
    'local_authority'
    """
    post, comma, body = name.partition(", ")
    if comma and _POST.match(post) and (kind := category_of(body, names)) != "other":
        return kind  # the body that a post is in, whatever the post is called
    # Justice social work is the council's, in whatever body it is housed.
    if is_justice_social_work(name):
        return "local_authority"
    if names and (said := names.exactly(name)):
        return said
    if is_officer(name):
        return "other"
    head, bracket, aside = name.partition("(")
    if is_voluntary(head) or _is_landlord(head, names):
        return "third_sector"
    hits = mentions(name, vocabulary().categories, hidden=True)
    # "Burnside Throughcare (third sector)": what stands in brackets says what the body is,
    # unless the body itself was recognised before them.
    before = [hit for hit in hits if not bracket or hit[0] < len(head)]
    if before:
        return before[0][2].code
    said = (names.category(name) if names else None) or (kind_of(aside) if bracket else None)
    if said:
        return said
    if found := hits[0][2].code if hits else kind_by_form(name):
        return found
    return "third_sector" if names and names.unknown_body(head.strip()) else "other"


def _is_landlord(name: str, names: LocalNames | None) -> bool:
    """Tell whether a name is that of a social landlord, not of the housing service of a council."""
    own = landlord(name)
    if not own or mentions(own, vocabulary().categories):
        return False
    area = any(flat(own) in map(flat, (a.label, *a.aliases)) for a in vocabulary().areas)
    return not area and not (names and flat(own) in names.councils)


def organisation_of(name: str) -> str | None:
    """Return the IRI of the organisation that a name means, where exactly one fits."""
    iris = {term.iri for _, _, term in mentions(name, vocabulary().organisations)}
    return iris.pop() if len(iris) == 1 else None


def _body_of(words: str, names: LocalNames | None) -> str:
    match = _SOMEBODY_FROM.match(words)
    if not match or category_of(words[: match.end()].rpartition(" from")[0], names) != "other":
        return words
    rest = words[match.end() :]
    return rest if category_of(rest, names) != "other" else words


def _segments(text: str, names: LocalNames | None = None) -> list[str]:
    """Cut a cell between bodies, never inside the name of one."""
    known = mentions(text, vocabulary().categories, hidden=True)
    bodies = mentions(text, vocabulary().organisations)
    spans = [(a, b) for a, b, _ in (*known, *bodies)]
    spans += [(m.start(), m.end()) for m in re.finditer(r"\([^)]*\)", text)]
    spans += names.spans(text) if names else []

    def outside(a: int, b: int) -> bool:
        return all(b <= s or a >= e for s, e in spans)

    cuts = [
        m.span() for m in _BREAK.finditer(text) if outside(*m.span()) and not _part(text, m, names)
    ]
    cuts += [m.span() for m in _WITH.finditer(text) if outside(*m.span())]
    cuts += _run_together(
        text, [(a, b, t.code) for a, b, t in known], {(a, b) for a, b, _ in bodies}
    )
    pieces = _cut(text, 0, _apart(cuts))
    done: list[str] = []
    for start, piece in pieces:
        named = [
            (a, b)
            for a, b in ((start + m.start(), start + m.end()) for m in _AND.finditer(piece))
            if outside(a, b) and _joins(text, start, a, b, start + len(piece), spans)
        ]
        done += [words for _, words in _cut(piece, start, named)]
    return done


def _joins(text: str, start: int, a: int, b: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """Tell whether an "and" at ``a`` to ``b`` stands between two bodies, not within a name."""
    left, right = text[start:a], text[b:end]
    known_left = any(start <= s and e <= a for s, e in spans)
    known_right = any(b <= s and e <= end for s, e in spans)
    if known_left and known_right:
        return True
    whole_left = any(s <= start and e >= a for s, e in spans)
    whole_right = any(s <= b and e >= b + len(right.strip()) for s, e in spans)
    if (whole_left and _BODY.match(right)) or (whole_right and _BODY.match(left)):
        return True
    # "Bridgehead and JSW": one side is a body by its letters or in full, the other a name.
    sides = ((left.strip(), right.strip()), (right.strip(), left.strip()))
    for side, other in sides:
        sure = (_ACRONYM.match(side) and category_of(side) != "other") or organisation_of(side)
        whole = whole_left if side == left.strip() else whole_right
        if sure and whole and _NAME_ONLY.match(other):
            return True
    kinds = category_of(left), category_of(right)
    named = all(
        whole or len(side.split()) > 1 for whole, side in ((whole_left, left), (whole_right, right))
    )
    return "other" not in kinds and kinds[0] != kinds[1] and named


def _part(text: str, comma: re.Match[str], names: LocalNames | None) -> bool:
    """Tell whether a comma stands between a part of a body and the body."""
    if comma[0].strip() != ",":
        return False
    part = re.split(r"[,;/\n]", text[: comma.start()])[-1].strip()
    rest = re.split(r"[,;/\n&]", text[comma.end() :])[0].strip()
    if _POST.match(part) and not _POST.match(rest):
        return True
    if not _WHOLE.match(text[comma.end() :]):
        return False
    if mentions(part, vocabulary().categories, hidden=True) or is_voluntary(part):
        return False
    if names and names.category(part):
        return False
    return bool(_UNIT.search(part)) or kind_by_form(part) == "local_authority"


def _run_together(
    text: str, known: list[tuple[int, int, str]], bodies: set[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Find where one body follows another without a mark: "NHS Westmarch SPS"."""
    for (_, end, kind), (start, stop, other) in pairwise(known):
        between = text[end:start]
        named = (start, stop) in bodies or _ACRONYM.match(text[start:stop])
        if kind == other or {kind, other} == _PUBLIC or not named or not _TAIL.match(between):
            continue
        # "Fife Council NHS": the words before the second may be its own.
        yield start - (len(between) - len(between.rstrip())), start


def _apart(cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for cut in sorted(cuts):
        if not kept or cut[0] >= kept[-1][1]:
            kept.append(cut)
    return kept


def _cut(text: str, start: int, cuts: list[tuple[int, int]]) -> list[tuple[int, str]]:
    """Cut a text that begins at ``start`` of the whole; places of cuts are in the whole."""
    pieces = []
    at = start
    for a, b in cuts:
        pieces.append((at, text[at - start : a - start]))
        at = b
    pieces.append((at, text[at - start :]))
    return [(place, words) for place, words in pieces if words.strip()]
