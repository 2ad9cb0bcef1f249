"""Tells which actions are work with people, on which there can be evidence of what works.

A van that is bought, a calendar that is printed or a talk that is given is no practice that a
study has tried, whatever its words mention; and an audience or a place is not what is done.
"""

from __future__ import annotations

import re
from typing import Final

from cjgraph.shacl._phrases import vague_words

#: Longer texts are cut: an action is a sentence or two.
_LONGEST: Final = 600
_BUYS: Final = re.compile(
    r"^\W*(?:we will )?(?:buy|purchase|print|publish|advertise|hire a van|launch a website|"
    r"raise awareness|promote|publicise|tell|brief|report|communicate)\b",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(
    r"\b(?:leaflets?|calendars?|posters?|newsletters?|web ?(?:site|page)s?|podcasts?|briefings?|"
    r"talks?|lunchtime|open days?|roadshows?|exhibitions?|annual (?:account|report)|"
    r"sessions? for (?:\w+ )?staff|campaigns?|a story|stories|press releases?|social media|"
    r"awareness (?:raising|sessions?|training|days?|weeks?)|\w+ week in schools|two-page)\b",
    re.IGNORECASE,
)
#: "In each unpaid work squad", "for unpaid work supervisors": where, or for whom among staff.
_SETTING: Final = re.compile(
    r"\b(?:in|on|at|for|during|of|with|by|to|through|within)\s+(?:(?:each|every|the|all|any|our|a)\s+)?"
    r"(?:[\w'\u2019-]+\s+){0,4}?(?:squads?|supervisors?|teams?|staff|officers?|offices?|projects?|classes|"
    r"agents?|letters?|vans?|workshops?|yards?)\b",
    re.IGNORECASE,
)
_STAFF: Final = re.compile(
    r"\b(?:unpaid work|throughcare|diversion|bail)\s+(?:squads?|supervisors?|teams?|staff|"
    r"officers?|projects?|letters?|vans?|workshops?|yards?|cases?)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[a-z]{4,}")
_STEM: Final = 6
_COMMON: Final = frozenset(
    word[:_STEM]
    for word in (
        "about after and area before between community convicted conviction court criminal "
        "each every first from have help helps improve into justice less local lower made "
        "make month months more most need needs offence offending order orders other partners "
        "people person persons plan plans prison prisons programme programmes provide reduce "
        "reducing reoffend reoffending release review scheme schemes scotland scottish "
        "sentence sentences service services setup start study support supports supported "
        "than that their them they this those time under what when where which while with "
        "within without work works working year years young "
    ).split()
)


def main_words(text: str) -> str:
    """Return the words of an action on what is done; nothing where it is no practice.

    Args:
        text: An action as written.

    >>> main_words("Recovery coach in each unpaid work squad").strip()
    'Recovery coach'
    >>> main_words("Print a calendar of unpaid work projects")
    ''
    """
    words = " ".join(text.split())[:_LONGEST]
    if _BUYS.match(words) or _TELLS.search(words) or vague_words(words):
        return ""
    return " ".join(_STAFF.sub(" ", _SETTING.sub(" ", words)).split())


def share_words(one: str, other: str, least: int = 2) -> bool:
    """Tell whether two texts share telling words, not only those that all have in common.

    Args:
        one: A text.
        other: Another.
        least: How many words must be shared.
    """
    return len(_stems(one) & _stems(other)) >= least


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold())} - _COMMON
