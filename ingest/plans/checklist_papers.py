# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes
"""Item 12: the papers that stand behind a plan, told apart from those that are promised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from .checklist_promises import denies
from .checklist_sections import Said
from .reading import ChecklistReading, Evidence

#: The papers by their parts of the item, each with the words that name it.
PAPERS: Final = (
    (
        "participation-statement",
        re.compile(
            r"\bparticipation (?:statement|report|summary)\b|\bstatement (?:of|on|about) (?:participation|involvement|engagement|consultation|how (?:people|we|others)|who)\b|"
            r"\b(?:engagement|involvement|consultation) (?:statement|report|summary)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "impact-assessment",
        re.compile(
            r"\bimpact assessments?\b|\bassess(?:ed|ing|es)? (?:the |its |this )?(?:\w+(?:'s|’s)? ){0,3}(?:likely )?(?:impact|effect) (?:of|on)\b|\b(?:EQIA|EHRIA|EqIA|HIIA|IIA|CRWIA|FSDA|EIA|HRIA)s?\b|"
            r"\bequalit(?:y|ies)(?:,? (?:and )?\w+){0,5} assessments?\b|\bfairer scotland (?:duty )?assessment\b",
            re.IGNORECASE,
        ),
    ),
    (
        "needs-assessment",
        re.compile(
            r"(?<!training )(?<!learning )\bneeds?(?:,? (?:and|&) \w+){0,2} (?:assessments?|analys[ie]s|profile|study)\b|\b(?<!risk )assessment of (?!their|his|her|each|individual|every|the person)(?:\w+ ){0,3}needs?\b|\b(?:profile|study|analysis|mapping) of (?:\w+ ){0,2}needs?\b|\bJ?SNA\b|\bJSNSA\b|\bstrategic (?:needs )?assessment\b",
            re.IGNORECASE,
        ),
    ),
)


def papers(said: Iterable[Said]) -> ChecklistReading:
    """Judge whether the participation statement, impact and needs assessments are named.

    Args:
        said: All that a plan says outside its actions.
    """
    there: dict[str, Said] = {}
    spoken: list[Said] = []
    for one in said:
        for name, pattern in PAPERS:
            if not pattern.search(one.text):
                continue
            if one.promise or (
                one.kind != "list" and denies(one.text) and _denied(one.text, pattern)
            ):
                spoken.append(one)
            elif name not in there or (
                one.kind in {"list", "table"} and there[name].kind == "paragraph"
            ):
                there[name] = one
    parts = tuple((name, name in there) for name, _ in PAPERS)
    found = tuple(Evidence(one.text, one.place) for one in there.values())
    if len(there) == len(PAPERS):
        return ChecklistReading("present", 0.9, found, parts)
    promised = tuple(Evidence(one.text, one.place) for one in spoken if one.promise)
    if there or promised:
        return ChecklistReading("partial", 0.8, (*found, *promised)[:3], parts)
    return ChecklistReading("missing", 0.8, (), parts)


def _denied(text: str, pattern: re.Pattern[str]) -> bool:
    """Tell whether the paper itself is denied, not something else in the sentence."""
    match = pattern.search(text)
    if not match:
        return False
    before = text[: match.start()].split()[-4:]
    after = text[match.end() :].split()[:6]
    return bool(re.search(r"\b(?:no|not|nor|without|neither)\b", " ".join(before), re.I)) or bool(
        re.search(r"\b(?:not|never|nor)\b", " ".join(after), re.I)
    )
