# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Names, e-mail addresses and telephone numbers of officials, masked in what is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from .blocks import Block, Locator, with_text
from .identifiers import case_identifiers
from .person_names import NAME, is_personal
from .reading import WITHHELD_NAME, Warned
from .tables import role_of

_NAMED: Final = re.compile(rf"\b{NAME}\b")

__all__ = ["Masker", "case_identifiers"]

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
            lambda m: m[1] + WITHHELD_NAME if is_personal(m[2]) else m[0], kept
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
        if not is_personal(match[0]) or (given_only and not known):
            return match[0]
        count += 1
        return WITHHELD_NAME

    start = _SIGNED.match(text)
    head = text[: start.end()] if start else ""
    return head + _NAMED.sub(mask, text[len(head) :]), count
