# ruff: noqa: E501 - patterns read best on one line; dashes and digits come in all forms
"""Identifiers of people in cases, which refuse a file.

Only identifiers whose check digit or form is right count, and numbers that say themselves
that they are something else do not, so that a plan with none of them is never refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from .blocks import Block, Locator
from .person_names import NAME, is_personal
from .reading import Warned

#: A CHI number as it is written: six digits of a birth date, then four.
_CHI: Final = re.compile(r"(?<![\d.,/+£$€-])(?<![£$€] )(\d{6})[\s-]{0,3}(\d{4})(?![\d/]|[.,]\d)")
#: Where it is called one, its parts may be set apart in any way.
_CALLED_CHI: Final = re.compile(
    r"\b(?:CHI|community health index|NHS (?:no|number))\b\D{0,25}((?:\d[\s./-]{0,3}){9}\d)(?!\d)",
    re.I,
)
#: What a number of ten digits is otherwise, said before it or at the head of its column.
_OTHERWISE: Final = re.compile(
    r"\b(?:isbn|issn|doi|uprn|usrn|tel|telephone|phone|fax|mobile|call|text|grant|invoice|purchase|order|account|a/c|charity|"
    r"company|vat|budget|cost|spend|funding|£|tender|contract|licen[cs]e|permit|asset|meter|ref|reference|barcode|serial|version|"
    r"postcode|grid|eastings?|northings?|population|total|code|policy|minute|paper|report)\b|£|\w+://\S*$",
    re.IGNORECASE,
)
_PERSON_IN_CASE: Final = re.compile(
    r"\b(?:CHI|patient|client|offender|prisoner|accused|person|service user|born|d\.?o\.?b|he|she|his|her)\b",
    re.I,
)
#: A CHI number that was kept as a number, which loses the nought that it begins with.
_NINE: Final = re.compile(r"^\d{9}(?:\.0)?$")
_NUMBER: Final = re.compile(r"^\W*[\d.,/: -]*\d[\d.,/: -]*\W{0,2}[a-z%]{0,3}$", re.IGNORECASE)
_PERSON_HEADER: Final = re.compile(
    r"\b(?:CHI|community health index|patients?|clients?|service users?|offenders?|prisoners?|accused|NHS (?:no|number|id)|"
    r"(?:person(?:al)?|individual|case|subject|unique) (?:id|no|number|ref|reference|identifier)|ID)\b",
    re.I,
)
#: Longest cell that labels its neighbour, in characters.
_LABEL_LENGTH: Final = 40
#: Numbers of a column, or other cells of one, that make what it holds clear.
_ENOUGH: Final = 2
#: Ten digits that a program may have counted the seconds of a date in.
_SECONDS: Final = re.compile(r"^1\d{9}$")
#: How far before a number its label stands.
_LABEL_WITHIN: Final = 40
_NINO: Final = re.compile(
    r"(?<![\w-])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D](?![\w-])"
)
_CALLED_NINO: Final = re.compile(
    r"\b(?:national insurance|NINO|NI (?:no|number))\b\W{0,3}(?:no|number)?\W{0,5}[a-z]{2}[ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[a-d]\b",
    re.IGNORECASE,
)
_PNC: Final = re.compile(r"(?<![\w/])((?:19|20)?\d\d) ?/ ?(\d{4,7}) ?([A-HJ-NP-RT-Z])(?!\w)")
_CRO: Final = re.compile(r"(?<![\w/])(\d{4,6}) ?/ ?(\d\d) ?([A-HJ-NP-RT-Z])(?!\w)")
_SCRO: Final = re.compile(
    r"\b(?:SCRO|criminal records? office)\W{0,3}(?:no|number|ref(?:erence)?)?\W{0,4}[A-Z]?\d{4,}",
    re.I,
)
_LETTERS: Final = "ZABCDEFGHJKLMNPQRTUVWXY"
_DATE: Final = r"(?:\d{1,2} ?[/.\-] ?\d{1,2} ?[/.\-] ?(?:19|20)?\d\d|\d{1,2}(?:st|nd|rd|th)? \w{3,9},? (?:19|20)\d\d)"
_BIRTH: Final = re.compile(
    rf"\b(?:d\.? ?o\.? ?b\.?|date of birth|birth date|born(?: on)?)\W{{0,5}}{_DATE}", re.I
)
_BIRTH_HEADER: Final = re.compile(
    r"^\W*(?:d\.?o\.?b\.?|date of birth|birth date)\W*$", re.IGNORECASE
)
_DATE_CELL: Final = re.compile(rf"^\W*{_DATE}\W*$")
_NAME_CELL: Final = re.compile(rf"^\W*{NAME}\W*$")
_NAMED: Final = re.compile(rf"\b{NAME}\b")
_CAPITALS: Final = re.compile(r"\b[A-Z]{2,}(?:[ ,]+[A-Z]{2,}){1,2}\b")
_NEAR: Final = 80
_CHI_SAID: Final = "what looks like a CHI number"
_DASHES: Final = re.compile(r"[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_UNSEEN: Final = re.compile(r"[\u200b-\u200f\u2060\ufeff\u202a-\u202e]")


def case_identifiers(blocks: Iterable[Block], title: str = "") -> list[Warned]:
    """Find identifiers of people in cases.

    Args:
        blocks: The document.
        title: The title in the properties of the file.

    Returns:
        One entry for each, with its place and kind but never the identifier itself.
    """
    found = [_warned(kind, Locator()) for kind in _kinds(plain(title))]
    for block in blocks:
        found.extend(_warned(kind, place.bare()) for kind, place in _in_block(block))
    return found


def identifiers_in(text: str, *, labels: str = "", wary: bool = False) -> list[str]:
    """Name the kinds of identifiers in a text that stands apart from the plan's own words.

    Args:
        text: As it is written.
        labels: What names it, such as the heads of its row and column.
        wary: Whether programs write there as well, so that a bare number must be said to be
            a person's or have a form that programs do not write.
    """
    text = plain(text)
    found = list(_kinds(text, labels=plain(labels)))
    if wary and _CHI_SAID in found and not _surely_chi(text, plain(labels)):
        found.remove(_CHI_SAID)
    return found


def plain(text: str) -> str:
    """Return a text with digits, dashes and spaces in their plain forms, on one line."""
    text = unicodedata.normalize("NFKC", text)
    return " ".join(_DASHES.sub("-", _UNSEEN.sub("", text)).split())


def _warned(kind: str, place: Locator) -> Warned:
    nameless = "The title in the properties of the file"
    if place.sheet and any(_kinds(plain(place.sheet))):
        # The name of a sheet may be what identifies a person; it is not said again.
        place, nameless = replace(place, sheet=None), "The name of a sheet"
    where = place.in_words() if place.to_json() else nameless
    return Warned(
        "case_level_identifier",
        f"{where} holds {kind}. Take out what identifies a person, then read the plan again.",
        place,
    )


def _in_block(block: Block) -> Iterator[tuple[str, Locator]]:
    if block.kind != "table":
        for kind in _kinds(plain(block.text), under=plain(block.under())):
            yield kind, block.locator
        return
    texts = [[plain(cell.text) for cell in row] for row in block.rows]
    birth: set[int] = set()
    for r, row in enumerate(texts):
        birth |= {c for c, text in enumerate(row) if _BIRTH_HEADER.match(text)}
        dated = any(c in birth and _DATE_CELL.match(text) for c, text in enumerate(row))
        carded = any(
            _BIRTH_HEADER.match(key) and _DATE_CELL.match(text) for key, text in pairwise(row)
        )
        named = any(_NAME_CELL.match(text) for text in row)
        others = (text for line in texts for text in line if _NAME_CELL.match(text))
        if (dated and named) or (carded and any(map(is_personal, others))):
            yield "a birth date beside a name", block.cell_place(r)
        for c, text in enumerate(row):
            if block.rows[r][c].origin == (r, c):
                labels = f"{texts[0][c] if r else ''} {row[0] if c else ''}"
                for kind in _kinds(text, labels=labels):
                    yield kind, block.cell_place(r, c)
                if _NINE.match(text) and _is_shortened_chi(texts, r, c):
                    yield _CHI_SAID, block.cell_place(r, c)


def _is_shortened_chi(texts: list[list[str]], row: int, column: int) -> bool:
    """Tell whether nine digits are a CHI number that has lost its first nought.

    One number in ninety of nine digits would pass by chance, so that something else must
    speak for it: what it is called, or the other cells of its column.
    """
    if not _is_chi("0" + texts[row][column][:9]):
        return False
    before = texts[row][column - 1] if column else ""
    heads = (texts[0][column] if row else "", texts[row][0], before)
    said = " ".join(t for t in heads if len(t) <= _LABEL_LENGTH)
    if _PERSON_HEADER.search(said):
        return True
    if _OTHERWISE.search(said):
        return False
    below = [line[column] for r, line in enumerate(texts) if r and r != row and line[column]]
    numbers = [t for t in below if _NUMBER.match(t)]
    if not numbers:  # a bare number among words
        return len(below) >= _ENOUGH
    return len(numbers) + 1 >= _ENOUGH and all(_checks_as_chi(t) for t in numbers)


def _checks_as_chi(text: str) -> bool:
    digits = re.sub(r"\.0$|[ -]", "", text)
    return digits.isdecimal() and len(digits) in {9, 10} and _is_chi(digits.zfill(10))


def _surely_chi(text: str, labels: str) -> bool:
    if _CALLED_CHI.search(text) or _PERSON_IN_CASE.search(labels):
        return True
    for match in _CHI.finditer(text):
        if not _is_chi(match[1] + match[2]):
            continue
        before = text[max(0, match.start() - _LABEL_WITHIN) : match.start()]
        if _PERSON_IN_CASE.search(before):
            return True
        alone = not re.search(r"[\w=:&?#%\"']$", before) and not re.match(
            r"[\w=&%\"']", text[match.end() :]
        )
        worded = re.search(r"[^\W\d]{2}", text)
        if alone and worded and not _SECONDS.match(match[0]):
            return True
    return False


def _kinds(text: str, *, labels: str = "", under: str = "") -> Iterator[str]:
    """Give the kinds of identifiers in a text.

    Args:
        text: In its plain form.
        labels: Heads of the row and the column that it stands in.
        under: The heading that it stands under.
    """
    if any(_is_chi(m[1] + m[2]) and not _otherwise(text, m, labels) for m in _CHI.finditer(text)):
        yield _CHI_SAID
    elif any(_is_chi(re.sub(r"\D", "", m[1])) for m in _CALLED_CHI.finditer(text)):
        yield _CHI_SAID
    if _NINO.search(text) or _CALLED_NINO.search(text):
        yield "what looks like a National Insurance number"
    if any(_checks(m[1][-2:] + m[2].zfill(7), m[3]) for m in _PNC.finditer(text)):
        yield "what looks like a PNC number"
    if _SCRO.search(text) or any(_is_cro(m) for m in _CRO.finditer(text)):
        yield "what looks like a criminal record number"
    birth = _BIRTH.search(text)
    if birth and (_names_person(text, birth) or any(map(is_personal, _NAMED.findall(under)))):
        yield "a birth date beside a name"


def _otherwise(text: str, match: re.Match[str], labels: str) -> bool:
    """Tell whether a number is said to be something else, and nothing speaks of a person."""
    before = text[max(0, match.start() - _LABEL_WITHIN) : match.start()]
    said = f"{labels} {before}"
    return bool(_OTHERWISE.search(said)) and not _PERSON_IN_CASE.search(said)


def _names_person(text: str, birth: re.Match[str]) -> bool:
    if any(is_personal(name) for name in _NAMED.findall(text)):
        return True
    near = text[max(0, birth.start() - _NEAR) : birth.start()]
    return any(is_personal(name.title()) for name in _CAPITALS.findall(near))


def _is_chi(digits: str) -> bool:
    """Check a CHI number: a birth date (DDMMYY), then a modulus 11 check digit."""
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
