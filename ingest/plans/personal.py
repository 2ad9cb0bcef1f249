# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Personal data: case-level identifiers refuse a file, names of officials are masked.

Only identifiers whose check digit or form is right count, so that a plan with none of
them is never refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from .blocks import Block, Locator, with_text
from .reading import WITHHELD_NAME, Warned
from .tables import role_of

_CHI: Final = re.compile(r"(?<![\d.,/+-])(\d{6})[ -]?(\d{4})(?![\d/]|[.,]\d)")
_NOT_CHI: Final = re.compile(
    r"(?:isbn|tel|phone|fax|mobile|call|doi|issn|\w+://\S*)[^a-z]{0,24}$", re.I
)
_NINO: Final = re.compile(
    r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b"
)
_PNC: Final = re.compile(r"(?<![\w/])((?:19|20)?\d\d)/(\d{4,7})([A-HJ-NP-RT-Z])(?!\w)")
_CRO: Final = re.compile(r"(?<![\w/])(\d{4,6})/(\d\d)([A-HJ-NP-RT-Z])(?!\w)")
_SCRO: Final = re.compile(
    r"\b(?:SCRO|criminal records? office)\W{0,3}(?:no|number|ref(?:erence)?)?\W{0,4}[A-Z]?\d{4,}",
    re.I,
)
_LETTERS: Final = "ZABCDEFGHJKLMNPQRTUVWXY"
_DATE: Final = (
    r"(?:\d{1,2}[/.\-]\d{1,2}[/.\-](?:19|20)?\d\d|\d{1,2}(?:st|nd|rd|th)? \w{3,9},? (?:19|20)\d\d)"
)
_BIRTH: Final = re.compile(rf"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\W{{0,5}}{_DATE}", re.I)
_BIRTH_HEADER: Final = re.compile(
    r"^\W*(?:d\.?o\.?b\.?|date of birth|birth date)\W*$", re.IGNORECASE
)
_DATE_CELL: Final = re.compile(rf"^\W*{_DATE}\W*$")
_NAME: Final = r"[A-Z][a-z]+(?:[-'’][A-Z][a-z]+)?(?: [A-Z]\.?)?(?: (?:Mac|Mc|O'|O’)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?){1,2}"
_NAME_CELL: Final = re.compile(rf"^\W*{_NAME}\W*$")
_NAMED: Final = re.compile(rf"\b{_NAME}\b")

_EMAIL: Final = re.compile(r"\b[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\b")
_PHONE: Final = re.compile(
    r"(?<![\w./])(?:\+44\s?(?:\(0\)\s?)?|\(?0)(?:\d[\s()-]{0,2}){8,9}\d(?![\w/])"
)
_TITLED: Final = re.compile(
    r"\b((?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Rev|Sir|Dame|Bailie|Provost|Convener|Sheriff|"
    r"(?:Chief )?(?:Superintendent|Inspector)|Sergeant|Supt|Insp)\.? )"
    r"((?:[A-Z][a-z]+|[A-Z]\.?)(?: (?:Mac|Mc|O'|O’)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?){0,2})(?![a-z])"
)
_SIGNED: Final = re.compile(
    r"^(signed(?: by)?|signature|contact(?: officer)?|author|prepared by)\b[:\s]*", re.I
)
_ROLE_WORDS: Final = frozenset(
    "Chair Chairperson Vice Convener Chief Officer Executive Director Head Manager Coordinator "
    "Co-ordinator Lead Leader Council Partnership Board Community Justice Social Work Police "
    "Scotland Scottish Service Services Health Care Integration Joint Planning Safety Group The Our "
    "Of And For Division Prison Fire Rescue Skills Development Court Courts Office Team Third Sector "
    "Strategic Operational North South East West Governor Commander Area Local Public Protection "
    "Plan Outcomes Improvement Foreword Vision Introduction Government Ministers Authority Housing "
    "Clerk Clerks Principal Officers Appeal Summary General NHS Royal House Street Road Centre Trust Hub Project Association Society".split()
)
#: Given names that are common in Scotland: in a column of leads two capitals alone may be a body.
_GIVEN: Final = frozenset(
    "Aileen Alan Alasdair Alison Allan Amanda Amy Andrea Andrew Angela Ann Anna Anne Barbara Brian "
    "Calum Carol Caroline Catherine Catriona Charlotte Christine Claire Clare Colin Daniel David "
    "Deborah Derek Diane Donald Donna Dorothy Douglas Duncan Eilidh Elaine Elizabeth Emma Eric Euan "
    "Ewan Fiona Frances Gary Gavin Gillian Gordon Greg Hamish Hannah Hazel Heather Helen Hugh "
    "Iain Ian Irene Isla Jack Jacqueline James Jane Janet Jean Jennifer Jenny Jill Joan Joanne John "
    "Jonathan Joyce Judith Julie Karen Katherine Kathleen Katie Keith Kenneth Kerry Kevin Kirsty "
    "Laura Lauren Lesley Liam Linda Lisa Lorna Lorraine Louise Lynn Lynne Malcolm Margaret Marie "
    "Marion Mark Martin Mary Matthew Maureen Megan Michael Michelle Moira Morag Neil Nicola Nicole "
    "Norman Pamela Patricia Paul Pauline Peter Philip Rachel Rebecca Richard Robert Roderick Ronald "
    "Rory Ross Ruth Samantha Sandra Sarah Sharon Sheila Shona Sophie Stephen Steven Stuart Susan "
    "Thomas Tracey Tracy Valerie Wendy William Yvonne".split()
)


@dataclass(slots=True)
class Masker:
    """Masks names, e-mail addresses and telephone numbers, and notes each place once."""

    warnings: list[Warned] = field(default_factory=list)

    def block(self, block: Block) -> Block:
        """Return the block as it may be kept."""
        signature = _is_signature(block)

        leads = {
            column
            for row in block.rows[:2]
            for column, cell in enumerate(row)
            if role_of(cell.text) == "lead"
        }

        def change(text: str, place: Locator) -> str:
            led = place.column is not None and place.column - 1 in leads
            return self.text(text, place, signature=signature, led=led)

        return with_text(block, change)

    def text(self, text: str, place: Locator, *, signature: bool = False, led: bool = False) -> str:
        """Return a text as it may be kept.

        Args:
            text: Any text of the plan.
            place: Where it stands.
            signature: Whether it is a line that people sign with.
            led: Whether it stands in a column of leads.
        """
        kept, emails = _EMAIL.subn("[e-mail withheld]", text)
        kept, phones = _PHONE.subn("[telephone withheld]", kept)
        kept, titled = _TITLED.subn(
            lambda m: m[1] + WITHHELD_NAME if _personal(m[2]) else m[0], kept
        )
        titled = titled if WITHHELD_NAME in kept else 0
        names = 0
        if signature or led:
            kept, names = _mask_names(kept, given_only=not signature)
        if not place.to_json():  # a heading that is repeated as a path was noted already
            return kept
        for count, code, what in (
            (emails, "email_masked", "An e-mail address"),
            (phones, "phone_masked", "A telephone number"),
            (titled + names, "name_masked", "A personal name"),
        ):
            if count:
                self.warnings.append(Warned(code, f"{what} was masked in what is kept.", place))
        return kept


def case_identifiers(blocks: Iterable[Block]) -> list[Warned]:
    """Find identifiers of people in cases.

    Returns:
        One entry for each, with its place and kind but never the identifier itself.
    """
    found = []
    for block in blocks:
        for kind, place in _in_block(block):
            bare = place.bare()
            found.append(
                Warned(
                    "case_level_identifier",
                    f"{bare.in_words()} holds {kind}. Take out what identifies a person, then "
                    "read the plan again.",
                    bare,
                )
            )
    return found


def _in_block(block: Block) -> Iterator[tuple[str, Locator]]:
    if block.kind != "table":
        for kind in _kinds(block.text):
            yield kind, block.locator
        return
    birth: set[int] = set()
    for r, row in enumerate(block.rows):
        birth |= {c for c, cell in enumerate(row) if _BIRTH_HEADER.match(cell.text)}
        dated = any(c in birth and _DATE_CELL.match(cell.text) for c, cell in enumerate(row))
        if dated and any(_NAME_CELL.match(cell.text) for cell in row):
            yield "a birth date beside a name", block.cell_place(r)
        for c, cell in enumerate(row):
            if cell.origin == (r, c):
                for kind in _kinds(cell.text):
                    yield kind, block.cell_place(r, c)


def _kinds(text: str) -> Iterator[str]:
    if any(_is_chi(m) and not _NOT_CHI.search(text[: m.start()]) for m in _CHI.finditer(text)):
        yield "what looks like a CHI number"
    if _NINO.search(text):
        yield "what looks like a National Insurance number"
    if any(_checks(m[1][-2:] + m[2].zfill(7), m[3]) for m in _PNC.finditer(text)):
        yield "what looks like a PNC number"
    if _SCRO.search(text) or any(_is_cro(m) for m in _CRO.finditer(text)):
        yield "what looks like a criminal record number"
    birth = _BIRTH.search(text)
    if birth and any(_personal(m[0]) for m in _NAMED.finditer(text)):
        yield "a birth date beside a name"


def _is_chi(match: re.Match[str]) -> bool:
    """Check a CHI number: a birth date (DDMMYY), then a modulus 11 check digit."""
    digits = match[1] + match[2]
    try:
        date(2000 + int(digits[4:6]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        if digits[:4] != "2902":
            return False
    total = sum(int(d) * w for d, w in zip(digits[:9], range(10, 1, -1), strict=True))
    check = (11 - total % 11) % 11
    return check != 10 and check == int(digits[9])


def _is_cro(match: re.Match[str]) -> bool:
    financial_year = match[1].startswith("20") and int(match[2]) == (int(match[1][2:4]) + 1) % 100
    return not financial_year and _checks(match[2] + match[1].zfill(6), match[3])


def _checks(number: str, letter: str) -> bool:
    return _LETTERS[int(number) % len(_LETTERS)] == letter


def _personal(name: str) -> bool:
    words = [word.strip(".") for word in name.split()]
    return bool(words) and not any(word in _ROLE_WORDS for word in words)


def _is_signature(block: Block) -> bool:
    if block.kind in {"table", "heading"}:
        return False
    words = block.text.split()
    if _SIGNED.match(block.text):
        return len(words) <= 25
    foreword = re.search(r"\b(foreword|introduction|welcome|message from)\b", block.under(), re.I)
    return bool(foreword) and len(words) <= 14 and block.text[-1:] not in ".:;?"


def _mask_names(text: str, *, given_only: bool) -> tuple[str, int]:
    count = 0

    def mask(match: re.Match[str]) -> str:
        nonlocal count
        known = match[0].split()[0] in _GIVEN
        if not _personal(match[0]) or (given_only and not known):
            return match[0]
        count += 1
        return WITHHELD_NAME

    start = _SIGNED.match(text)
    head = text[: start.end()] if start else ""
    return head + _NAMED.sub(mask, text[len(head) :]), count
