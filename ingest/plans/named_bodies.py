"""Partners by law that the words of a plan name anywhere, by their usual names.

What a plan lists as its partners is read with care elsewhere. Here it only matters whether a
plan names a body at all, so the names are those that mean nothing else: not "the court", where
an action takes place, nor "the Scottish Government", whose strategy every plan quotes.

Source: Community Justice (Scotland) Act 2016, section 13.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

_USUAL: Final = {
    "fire_and_rescue": r"(?i:\bfire (?:and|&) rescue\b)|\bSFRS\b",
    "health_board": (
        r"\bNHS (?!Education|Health\b|Inform|24|Scotland\b|England)[A-Z]\w+|\b(?i:health boards?)\b"
    ),
    "integration_joint_board": (
        r"\b(?i:integrat(?:ion|ed) (?:joint )?(?:boards?|authorit(?:y|ies)))\b|\bIJBs?\b|"
        r"\b(?i:health (?:and|&) (?:social )?care partnerships?)\b|\b(?:HSCP|H&SCP|CHCP)s?\b"
    ),
    "local_authority": (
        r"\b[A-Z][\w'\u2019-]+ (?:Islands )?Council\b(?! (?:of|for)\b)|"
        r"\b(?i:local authorit(?:y|ies))\b|\b(?i:justice social work)\b|\bComhairle\b"
    ),
    "police": (
        r"\bPolice Scotland\b|\b(?i:police service of scotland)\b|\b(?i:chief constable)\b|"
        r"\bPoileas Alba\b"
    ),
    "scottish_ministers": (
        r"\b(?i:scottish ministers)\b|\b(?i:scottish prison service)\b|\bSPS\b|\bCOPFS\b|"
        r"\b(?i:crown office)\b|\b(?i:procurators? fiscal)\b"
    ),
    "scts": (
        r"\b(?i:scottish courts? (?:(?:and|&) tribunals? )?service)\b|\bSCTS\b|"
        r"\b(?i:scottish courts? (?:and|&) tribunals?)\b|\b(?i:sheriff clerks?)\b"
    ),
    "skills_development_scotland": r"\b(?i:skills development scotland)\b",
}
_NAMES: Final = {code: re.compile(words) for code, words in _USUAL.items()}
#: Other councils than that of an area.
_NO_AREA: Final = re.compile(
    r"\b(?:Community|Sentencing|Scottish|Youth|Tenants|Student|Refugee|Privy) Council\b"
)


def bodies_named(text: str, *, besides: Set[str] = frozenset()) -> tuple[str, ...]:
    """Return the categories of the partners by law that a text names.

    Args:
        text: The words of a plan.
        besides: Categories that are known already and left out.

    >>> bodies_named("The Health & Social Care Partnership meets the Sheriff Court users.")
    ('integration_joint_board',)
    """
    plain = _NO_AREA.sub(" ", " ".join(text.split()))
    found = (code for code, names in _NAMES.items() if names.search(plain))
    return tuple(sorted(code for code in found if code not in besides))
