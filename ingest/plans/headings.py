# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes
"""Which item of the checklist a heading speaks of, by rule where one is sure, else by meaning.

A heading that no rule knows is compared, with the first words below it, to phrases of many
plans (checklist_wording.py). Likeness alone says nothing: a heading is like all phrases that
speak of a plan. So an item has to stand out from the other kinds of section, by so many
standard deviations from their mean and by a margin before the best kind that answers none.

Chosen on the headings of ten invented plans that rules know, read by meaning alone; hits are
headings given an item that the rules give too, false ones are given another, missed ones none.
Leaving out one layout at a time and choosing on the others gives an F1 of .76.

==========  ====  ====  ====  =====  ======  ===
stands out  lead  also  hits  false  missed  F1
==========  ====  ====  ====  =====  ======  ===
1.0         .02   .04   85    31     16      .78
1.4         -.02  .04   91    48     10      .76
1.4         .02   .04   84    31     17      .78
1.4         .04   .04   82    24     19      .79
1.8         .02   .04   81    28     20      .77
2.2         .02   .04   77    21     24      .77
==========  ====  ====  ====  =====  ======  ===

The figures lie close together. Of the best, the third misses less, and a false one does little
harm: a section of an item has to hold a word of it as well (see ``cue`` in checklist_rules.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .checklist_rules import RULES
from .checklist_wording import WORDING
from .thresholds import thresholds

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from .meaning import Meaning

#: Least lead of an item before the best kind of section that answers none.
LEAD: Final = 0.02
#: The same for a section that answers none.
_CLEAR: Final = 2.5
#: How near another item has to be to the best one to be meant as well.
ALSO: Final = 0.04
#: Most headings of a plan that are compared; each is two short texts.
MOST: Final = 70
#: Kinds of section whose words answer nothing even where they sound like it.
_CLOSED: Final = frozenset({"foreword", "last", "words", "contact"})
_BEST: Final = 0.6
_OPENING: Final = 25
_PLAN: Final = re.compile(
    r"\b(?:in|of|for|to|behind|under)? ?(?:the|this|our) (?:\w+ )?(?:plan|document|strategy)\b",
    re.I,
)
_NUMBER: Final = re.compile(
    r"^(?:(?:part|section|chapter|appendix|annex)\s+)?(?:\d+(?:\.\d+)*|[A-Z])?[.:)\s–-]+(?=\w)",
    re.I,
)
#: Sections that answer no item, whatever is said in them.
_ASIDE: Final = re.compile(
    r"\b(?:foreword|preface|introduction by|contents|glossary|words (?:we use|and abbreviations)|abbreviations|acknowledge?ments?|acronyms|"
    r"(?:last|previous|earlier|first|old|outgoing) plan|last time|looking back(?! and)|lessons from the past|achievements)\b|^(?:some )?words\b|"
    r"\b(?:words|terms) explained\b|^contacts?\b|^(?:note|message|welcome|word) from\b|^from the (?:chair|convener|co-?ordinator)|^welcome$|"
    r"\bcontact (?:us|details)\b|\bfind out more\b|\bgetting? (?:in touch|hold)|\btalk to us\b|\bwho to (?:speak|talk|contact)",
    re.IGNORECASE,
)
#: Headings that name one outcome, objective or action.
_OF_WORK: Final = re.compile(
    r"^(?:(?:our|local|shared|strategic|national|common|nationally determined|community justice|key) )*(?:outcome|objective|priority|theme|aim|goal|action|card)s? +(?:area +|no\.? *|number *)?"
    r"(?:[A-Z]{0,3}\d(?!\d{3}\b)[\w.]*|[A-Z]|one|two|three|four|five|six|seven)(?:\b|[:.)])|^(?:NDO|LO|SO|CJ|O) ?\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a heading speaks of.

    Args:
        items: Items of the checklist, none for a section that answers no item.
        aside: Whether its section is known to answer none.
        sure: Whether a rule says so.
        known: Whether it is known what it speaks of, be it no item at all.
    """

    items: frozenset[str]
    aside: bool = False
    sure: bool = True
    known: bool = True


class HeadingReader:
    """Tells which items headings speak of.

    Args:
        meaning: What compares texts, or None to read by rules alone.
    """

    def __init__(self, meaning: Meaning | None) -> None:
        self._meaning = meaning

    def read(self, headings: Sequence[tuple[str, str]]) -> list[Spoken]:
        """Return what each heading speaks of.

        Args:
            headings: Headings, each with the first words below it.
        """
        found = [by_rule(heading) for heading, _ in headings]
        open_ = [
            number
            for number, spoken in enumerate(found)
            if not spoken.items and not spoken.aside and headings[number][0].strip()
        ][:MOST]
        if self._meaning is None or not open_:
            return found
        alike = self._alike(
            [_plain(headings[n][0]) for n in open_], [headings[n][1] for n in open_]
        )
        for number, row in zip(open_, alike, strict=True):
            found[number] = _decided(row)
        return found

    def _alike(self, headings: list[str], openings: list[str]) -> npt.NDArray[np.float32]:
        import numpy as np

        if self._meaning is None:  # pragma: no cover - asked for by read alone
            raise RuntimeError("There is no model to compare headings with.")
        phrases = [phrase for known in WORDING.values() for phrase in known]
        full = [
            f"{heading}. {' '.join(opening.split()[:_OPENING])}"
            for heading, opening in zip(headings, openings, strict=True)
        ]
        both = self._meaning.likeness([*headings, *full], phrases)
        alike = (both[: len(headings)] + both[len(headings) :]) / np.float32(2)
        columns = []
        first = 0
        for known in WORDING.values():
            part = np.sort(alike[:, first : first + len(known)], axis=1)[:, ::-1]
            columns.append(_BEST * part[:, 0] + (1 - _BEST) * part[:, 1:3].mean(axis=1))
            first += len(known)
        return np.stack(columns, axis=1).astype(np.float32)


def by_rule(heading: str) -> Spoken:
    """Return what a heading speaks of by rule alone."""
    words = " ".join(heading.split())
    if not words:
        return Spoken(frozenset(), known=False)
    if _ASIDE.search(words):
        return Spoken(frozenset(), aside=True)
    plain = _plain(words)
    if _OF_WORK.match(plain) or _OF_WORK.match(words):
        return Spoken(frozenset(), aside=True)
    items = frozenset(n for n, rule in RULES.items() if rule.heading.search(plain))
    return Spoken(items, known=bool(items))


def _decided(row: npt.NDArray[np.float32]) -> Spoken:
    kinds = list(WORDING)
    spread = float(row.std()) or 1.0
    best = max(range(len(kinds)), key=lambda k: float(row[k]))
    items = {k for k, kind in enumerate(kinds) if kind.isdigit()}
    other = max(float(row[k]) for k in range(len(kinds)) if k not in items)
    top = max(items, key=lambda k: float(row[k]))
    if (
        float(row[top]) >= thresholds().alike
        and (float(row[top]) - float(row.mean())) / spread >= thresholds().stands_out
        and float(row[top]) - other >= LEAD
    ):
        near = {kinds[k] for k in items if float(row[top]) - float(row[k]) <= ALSO}
        return Spoken(frozenset(near), sure=False)
    clear = kinds[best] in _CLOSED and (float(row[best]) - float(row.mean())) / spread >= _CLEAR
    return Spoken(frozenset(), aside=clear, sure=False, known=best not in items)


def _plain(heading: str) -> str:
    """The heading without its number, the word plan and the shout of capitals."""
    words = _NUMBER.sub("", " ".join(heading.split()))
    words = words.capitalize() if words.isupper() else words
    return _PLAN.sub("", words).strip(" :–-") or words
