"""Verdicts on the 13 items of the Partnership checklist, with quotations.

Present: the plan says what it is or does. Partial: a part of the item, or only a promise.
Missing: nothing in the plan itself. A heading alone is not enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from .blocks import Block, Locator, Passage
from .checklist_extracted import (
    delivery_plan,
    from_decisions,
    from_headings,
    from_objectives,
    from_products,
    lists_actions,
    named,
)
from .checklist_papers import papers
from .checklist_roles import roles
from .checklist_rules import RULES, Rule
from .checklist_sections import Said, Section, quotes, sections_of
from .checklist_terms import terms
from .headings import HeadingReader, by_rule
from .meaning import meaning
from .reading import Action, ChecklistReading, Objective, Outcome, StatuteReading, Verdict
from .tables import ReadTable

_LEAST_WORDS: Final = 4
_LIST_ENOUGH: Final = 2
#: How many times the words a section needs where it also puts something off.
_PROMISED: Final = 3
#: Items that a section may answer by its sentences, and the share of them that takes.
_PROMOTED: Final = ("5", "6", "10", "11", "13")
_PROMOTED_BY: Final = 3
#: Items that a plan may only report of the national strategy.
_NATIONAL: Final = frozenset({"1", "4", "10"})
_SCOTLAND: Final = re.compile(
    r"\bscottish government\b|\bnational strategy\b|\bvision for justice\b|\bnationally\b", re.I
)
_OURS: Final = re.compile(r"\b(?:we|our|us|local|partnership|partners|board|here)\b", re.IGNORECASE)
_ORDER: Final[dict[Verdict, int]] = {"missing": 0, "unknown": 0, "partial": 1, "present": 2}


class ChecklistReader:
    """Judges all items of one plan.

    Args:
        running: The running text of the plan.
        blocks: Its blocks.
        tables: Its tables that are understood.
        outcomes: What was extracted from it, as are the next three.
        objectives: Its strategic objectives.
        actions: Its actions.
        statute: What it says of each national outcome.
    """

    def __init__(
        self,
        running: Iterable[Passage],
        blocks: list[Block],
        tables: list[ReadTable],
        outcomes: tuple[Outcome, ...],
        objectives: tuple[Objective, ...],
        actions: tuple[Action, ...],
        statute: dict[str, StatuteReading],
    ) -> None:
        self.tables = tables
        self.outcomes = outcomes
        self.objectives = objectives
        self.actions = actions
        self.statute = statute
        delivery = {t.block.locator.table for t in tables if lists_actions(t)}
        aside = {t.block.locator.table for t in tables if t.has("assessment")}
        self._assessed = frozenset(n for n in aside if n is not None)
        self._not_prose = frozenset(n for n in delivery | aside if n is not None)
        self.sections = sections_of(blocks, frozenset(n for n in delivery if n is not None))
        of_work = {" ".join(o.text.split()).lower() for o in outcomes}
        of_work |= {" ".join(o.text.split()).lower() for o in objectives}
        places = [o.locator for o in outcomes] + [o.locator for o in objectives]
        places += [action.locator for action in actions]
        self._work = {_spot(place) for place in places} - {None}
        #: Sections that answer an item by their sentences alone.
        self._promoted: set[tuple[int, str]] = set()
        self._know_sections(of_work)
        self._promote()

    def verdicts(self) -> dict[str, ChecklistReading]:
        """Return a verdict for each item, 1 to 13."""
        return {number: self._judge(number, rule) for number, rule in RULES.items()}

    def _know_sections(self, of_work: set[str]) -> None:
        """Tell which items each section answers, by its own heading or one that it is under."""
        told = ["" if s.run_in or s.work or self._works_in(s) else s.head for s in self.sections]
        known = HeadingReader(meaning()).read(
            [(head, s.opening()) for head, s in zip(told, self.sections, strict=True)]
        )
        for section, head, spoken in zip(self.sections, told, known, strict=True):
            spoken = spoken if head else by_rule(section.head)
            section.items, section.aside = spoken.items, spoken.aside
            section.sure, section.known = spoken.sure, spoken.known
            if any(section.head.lower().endswith(words) for words in of_work if words):
                section.items, section.aside, section.known = frozenset(), True, True
            if section.run_in and section.above and section.above.aside:
                section.items, section.aside = frozenset(), True
        for section in self.sections:
            above = section.above
            while not section.items and not section.known and above is not None:
                if above.sure or section.run_in:
                    section.items, section.aside, section.sure = (
                        above.items,
                        above.aside,
                        above.sure,
                    )
                section.known, above = above.known, above.above

    def _works_in(self, section: Section) -> bool:
        return any(_spot(said.place) in self._work for said in section.said)

    def _judge(self, number: str, rule: Rule) -> ChecklistReading:
        if number == "2":
            return terms(self._own(number, rule), self.sections, self.outcomes)
        if number == "3":
            own = [said for section in self._own(number, rule) for said in section.said]
            known = any("objective" in table.roles for table in self.tables)
            return from_objectives(
                self.objectives,
                own,
                self._elsewhere(number),
                known or named(self.sections, self.tables),
                rule,
            )
        if number == "7":
            return delivery_plan(self.actions, self.outcomes, self.sections, self.tables, rule)
        if number == "12":
            return papers(self._all())
        by_text = self._by_text(number, rule)
        if number == "4":
            found = _better(by_text, from_decisions(self.statute))
            return _better(found, from_headings(self.sections))
        if number == "6":
            governance = [s for s in self.sections if "5" in s.items]
            return roles(self._own(number, rule), governance, by_text)
        if number == "9":
            return _better(by_text, from_products(self.tables))
        return by_text

    def _own(self, number: str, rule: Rule) -> list[Section]:
        """The sections of an item; one without a single word of it is about something else."""
        mine = [section for section in self.sections if number in section.items]
        speaking = {
            id(_top(section))
            for section in mine
            for text in (section.head, *(said.text for said in section.said))
            if rule.cue.search(text)
        }
        return [section for section in mine if section.said and id(_top(section)) in speaking]

    def _all(self) -> list[Said]:
        return [
            s
            for section in self.sections
            if not section.aside or section.items
            for s in section.said
        ]

    def _promote(self) -> None:
        """Let sections that speak of an item though their headings do not answer it as well."""
        for number in _PROMOTED:
            strong = RULES[number].strong
            for section in self.sections:
                if strong is None or number in section.items or section.aside or section.work:
                    continue
                prose = [s for s in section.said if s.kind != "table"]
                hits = sum(1 for s in prose if strong.search(s.text) and not s.promise)
                if hits and hits * _PROMOTED_BY >= len(prose) and not self._works_in(section):
                    section.items = section.items | {number}
                    self._promoted.add((id(section), number))

    def _elsewhere(self, number: str) -> list[Said]:
        """What is said outside the sections of an item: not in forewords, nor as work to do."""
        return [
            said
            for section in self.sections
            if number not in section.items and not section.aside
            for said in section.said
            if said.place.table not in self._not_prose and _spot(said.place) not in self._work
        ]

    def _by_text(self, number: str, rule: Rule) -> ChecklistReading:
        sections = self._own(number, rule)
        headed = any((id(section), number) not in self._promoted for section in sections)
        own = [said for section in sections for said in section.said]
        if number != "4":  # how near a national outcome is answers nothing but its priority
            own = [said for said in own if said.place.table not in self._assessed]
        labelled = [
            said
            for section in self.sections
            if not section.items and not section.aside
            for said in section.said
            if any(number in by_rule(label).items for label in said.labels)
            and said.place.table not in self._not_prose
        ]
        own = own + [said for said in labelled if number not in {"4", "13", "7"}]
        away = [said for said in self._elsewhere(number) if said not in own]
        nothing = [
            s for s in (*own, *away) if rule.none and rule.none.search(s.text) and not s.promise
        ]
        if nothing:
            return ChecklistReading("present", 0.75, quotes(nothing))
        promised = [s for s in own if s.promise]
        promised += [s for s in away if s.promise and rule.named and rule.named.search(s.text)]
        telling = [s for s in own if not s.promise and not s.good_will and s.words >= _least(s)]
        if number == "6" and rule.strong:  # who does what is told by its roles
            telling = [s for s in telling if rule.strong.search(s.text)]
        if number in _NATIONAL:
            telling = [s for s in telling if not _of_scotland(s)]
            away = [s for s in away if not _of_scotland(s)]
        strong = [s for s in away if not s.promise and rule.strong and rule.strong.search(s.text)]
        by_own = self._weighed(rule, telling, bool(promised), own=headed)
        by_both = self._weighed(rule, [*telling, *strong], bool(promised), own=False)
        found = by_own if not strong else _better(by_own, by_both)
        if found.verdict == "missing" and (promised or any(s.good_will for s in own)):
            quoted = promised or [s for s in own if s.good_will]
            return ChecklistReading("partial", 0.7, quotes(quoted), _no_parts(rule))
        return found

    @staticmethod
    def _weighed(rule: Rule, telling: list[Said], promised: bool, *, own: bool) -> ChecklistReading:
        weight = sum(s.words for s in telling)
        parts = tuple((name, any(_shows(s, p) for s in telling)) for name, p in rule.parts)
        held = sum(1 for _, there in parts if there)
        finer = {name: any(_shows(s, p) for s in telling) for name, p in rule.told}
        parts = tuple((dict(parts) | finer).items())
        if not telling:
            return ChecklistReading("missing", 0.75, (), parts)
        proof = quotes(_covering(telling, rule))
        if not rule.parts:
            listed = sum(1 for s in telling if s.kind in {"list", "table"})
            enough = rule.enough * (_PROMISED if promised else 1)
            whole = weight >= enough or listed >= _LIST_ENOUGH
            return ChecklistReading(
                "present" if whole else "partial", 0.8 if own else 0.7, proof, parts
            )
        needed = rule.needed if own else rule.away
        if promised:  # what is put off is the rest of it
            needed = min(needed + 1, len(rule.parts)) if needed else 0
        whole = not rule.whole or all(there for _, there in parts)
        if needed and held >= needed and whole:
            return ChecklistReading("present", 0.85 if own else 0.7, proof, parts)
        if own and rule.enough and weight >= rule.enough and not promised and not rule.whole:
            return ChecklistReading("present", 0.6, proof, parts)
        if held or (weight >= rule.enough and (own or not rule.whole)):
            return ChecklistReading("partial", 0.6, proof, parts)
        return ChecklistReading("missing", 0.5, (), parts)


def _covering(telling: list[Said], rule: Rule) -> list[Said]:
    """What shows most parts first, so that quotations prove the verdict."""
    strong, chosen = rule.strong, list[Said]()
    if strong:  # what answers the item by itself, before what only has a word of it
        telling = sorted(telling, key=lambda s: not strong.search(s.text))
    for _, pattern in rule.parts:
        if any(_shows(s, pattern) for s in chosen):
            continue
        hit = next((s for s in telling if _shows(s, pattern)), None)
        if hit:
            chosen.append(hit)
    return chosen or telling


def _top(section: Section) -> Section:
    """The section under a heading of its own that a paragraph with a heading is part of."""
    return section.above if section.run_in and section.above else section


def _shows(said: Said, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.search(said.text)) or any(pattern.search(label) for label in said.labels)


def _least(said: Said) -> int:
    return 1 if said.kind in {"list", "table"} else _LEAST_WORDS


def _of_scotland(said: Said) -> bool:
    return bool(_SCOTLAND.search(said.text)) and not _OURS.search(said.text)


def _no_parts(rule: Rule) -> tuple[tuple[str, bool], ...]:
    return tuple((name, False) for name in dict(rule.parts) | dict(rule.told))


def _better(one: ChecklistReading, other: ChecklistReading) -> ChecklistReading:
    return other if _ORDER[other.verdict] > _ORDER[one.verdict] else one


def _spot(place: Locator) -> tuple[object, ...] | None:
    """Name a paragraph by its place; rows of tables are told by their tables."""
    if place.table is not None or place.paragraph is None:
        return None
    return (place.page, place.sheet, place.paragraph)
