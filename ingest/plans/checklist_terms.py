# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes
"""Item 2: outcomes in the short, the medium and the long term."""

from __future__ import annotations

import re
from typing import Final

from .checklist_sections import Said, Section
from .reading import ChecklistReading, Evidence, Outcome

_OTHER: Final = r"(?! (?:prison|custod|sentence|remand|prisoner|lung|illness|condition|health|unemploy|empty|lets?\b|tenanc|funding|support|let\b))"
#: The three terms by name.
_NAMED: Final = (
    re.compile(rf"\bshort(?:er)?[ -]*(?:term{_OTHER}|,|run\b)|^short$", re.IGNORECASE),
    re.compile(
        rf"\bmedium(?:[ -]+term{_OTHER}|,| and| to)|\bmid[ -]term\b|\bintermediate\b|^medium\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\blong(?:er)?[ -]*(?:term{_OTHER}|run\b)|\bultimate (?:outcome|impact|change)|^long(?:er)?$",
        re.IGNORECASE,
    ),
)
_N: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
#: The three terms in other words, in a section that is about change over time.
_TOLD: Final = (
    re.compile(
        r"\b(?:first|next|coming) (?:year|12 months|twelve months|18 months|eighteen months|two years)\b|\byear (?:one|1)\b|\bin (?:a|one|1|two|2) years?\b|\bwithin (?:(?:a|one|1|two|2) years?|(?:twelve|12|18|eighteen|six|6) months)\b|"
        r"\b(?:early|immediate(?:ly)?|quick|soon(?:er)?|now|right away|straight away|to begin with|at first)\b|\b(?:after|up to|by) (?:one|1|two|2) years?\b|^one year\b|\b12 months\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:over|by|at|before|until|to|during|through|within|for) (?:\w+ ){{0,4}}(?:end|close|life|course|years|length|rest|lifetime) of (?:the|this|our) plan\b|\b(?:over|across|within|in|after) (?:the )?(?:three|four|five|six|3|4|5|6)(?:(?: to |-|–)(?:four|five|six|\d))? years\b|\b(?:three|3|four|two|2)(?: to | or |-|–)(?:five|5|four|six|7|seven) years\b|"
        rf"\byears? (?:three|3|four|4|five|5)\b|\bby the (?:time|end)\b|\b(?:mid|half)-?(?:way|point)\b|\bnext\b|\bthen\b|\blater\b|\bwhen (?:the|this) plan ends\b|\b{_N} to five years\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:in|within|after|over|by|beyond) (?:\w+ ){0,2}(?:eight|ten|twelve|fifteen|twenty|10|12|15|20) years?\b|\b(?:eight|ten|twelve|fifteen|twenty|10|12|15|20)[ -]years?\b|\bgenerations?\b|\bbeyond (?:the|this) plan\b|\bafter (?:the|this) plan\b|\bdecades?\b|\blasting\b|\bin the end\b|\bultimate(?:ly)?\b|\bone day\b|\b20[3-9]\d\b|\bsuccessors\b|\beventually\b|\bdistant\b",
        re.IGNORECASE,
    ),
)
_YEAR: Final = re.compile(r"\b20\d\d\b")
_UNTIL: Final = re.compile(r"\b(?:by|until|to|up to) (?:the end of |\w+ )?20\d\d\b", re.IGNORECASE)
_YEARS_APART: Final = 5
#: So much further apart where nothing but the years tells that terms are meant.
_FURTHER: Final = 3
_NO: Final = re.compile(r"\b(?:no|not|nor|without|never|rather than|instead of)\b", re.IGNORECASE)
_PARTS: Final = ("short-term", "medium-term", "long-term")


def terms(
    own: list[Section], sections: list[Section], outcomes: tuple[Outcome, ...]
) -> ChecklistReading:
    """Judge whether outcomes are set for all three terms.

    Args:
        own: Sections about change over time.
        sections: All sections.
        outcomes: The outcomes of the plan; alone they are a part of the item.
    """
    best: tuple[Said | None, ...] = (None, None, None)
    for section in sections:
        whole = _whole(section, sections)
        found = tuple(_first(whole, pattern) for pattern in _NAMED)
        if any(section is one for one in own):
            told = (_first(whole, pattern) for pattern in _TOLD)
            found = tuple(one or other for one, other in zip(found, told, strict=True))
        if _held(found) > _held(best):
            best = found
    if _held(best) < len(_PARTS):
        for section in sections:
            by_year = _by_year(section, labels_alone=all(section is not one for one in own))
            best = by_year if _held(by_year) > _held(best) else best
    parts = tuple((name, said is not None) for name, said in zip(_PARTS, best, strict=True))
    proof = tuple(
        Evidence(said.text, said.place)
        for n, said in enumerate(best)
        if said is not None and said not in best[:n]
    )
    if _held(best) == len(_PARTS):
        return ChecklistReading("present", 0.85, proof, parts)
    if _held(best) > 1 or outcomes:
        alone = tuple(Evidence(o.text, o.locator) for o in outcomes[:3])
        return ChecklistReading("partial", 0.8, proof if _held(best) > 1 else alone, parts)
    promised = [s for section in own for s in section.said if s.promise]
    if promised:
        return ChecklistReading(
            "partial", 0.7, (Evidence(promised[0].text, promised[0].place),), parts
        )
    return ChecklistReading("missing", 0.8, (), parts)


def _held(found: tuple[Said | None, ...]) -> int:
    return sum(1 for said in found if said is not None)


def _whole(section: Section, sections: list[Section]) -> Section:
    """The section with the paragraphs below it that open with a heading of their own."""
    parts = [one for one in sections if one.run_in and one.above is section]
    if not parts:
        return section
    said = [*section.said, *(said for part in parts for said in part.said)]
    return Section(section.head, said=said)


def _first(section: Section, pattern: re.Pattern[str]) -> Said | None:
    """The first that is said of a term: by the header or label of its cell, or by its words."""
    head = section.run_in and pattern.search(section.head)
    for said in section.said:
        told = head or any(pattern.search(label) for label in said.labels)
        match = pattern.search(said.text)
        if told and not said.promise:
            return said
        if match and not said.promise and not _NO.search(said.text[: match.start()][-40:]):
            return said
    return None


def _by_year(section: Section, *, labels_alone: bool) -> tuple[Said | None, ...]:
    """The terms by the years of columns, rows or items: the first, one between and the last."""
    dated: dict[int, Said] = {}
    for said in section.said:
        told = [label for label in said.labels if not labels_alone or _UNTIL.search(label)]
        told += [] if labels_alone else [" ".join(said.text.split()[:6])]
        for text in told:
            for year in _YEAR.findall(text):
                dated.setdefault(int(year), said)
    years = sorted(dated)
    apart = _YEARS_APART + (_FURTHER if labels_alone else 0)
    if section.aside or len(years) < len(_PARTS) or years[-1] - years[0] < apart:
        return (None, None, None)
    return (dated[years[0]], dated[years[len(years) // 2]], dated[years[-1]])
