# ruff: noqa: E501, RUF001 - patterns read best on one line; names have curly apostrophes
"""What a person's name looks like beside the name of an office or a body."""

from __future__ import annotations

from typing import Final

#: Two or three capitalised words.
NAME: Final = r"[A-Z][a-z]+(?:[-'’][A-Z][a-z]+)?(?: [A-Z]\.?)?(?: (?:Mac|Mc|O'|O’)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?){1,2}"
_ROLE_WORDS: Final = frozenset(
    "Chair Chairperson Vice Convener Chief Officer Executive Director Head Manager Coordinator "
    "Co-ordinator Lead Leader Council Partnership Board Community Justice Social Work Police "
    "Scotland Scottish Service Services Health Care Integration Joint Planning Safety Group The Our "
    "Of And For Division Prison Fire Rescue Skills Development Court Courts Office Team Third Sector "
    "Strategic Operational North South East West Governor Commander Area Local Public Protection "
    "Plan Outcomes Improvement Foreword Vision Introduction Government Ministers Authority Housing "
    "Clerk Clerks Principal Officers Appeal Summary General NHS Royal House Street Road Centre Trust Hub Project Association Society".split()
)


def is_personal(name: str) -> bool:
    """Tell whether capitalised words are a person's name rather than an office or a body."""
    words = [word.strip(".") for word in name.split()]
    return bool(words) and not any(word in _ROLE_WORDS for word in words)
