# ruff: noqa: E501 - patterns read best on one line
"""Verdicts on the 13 items of the Partnership checklist, by rule, with quotations.

Present: the plan says what it is or does. Partial: a part of the item, or only a promise.
Missing: nothing in the plan itself. A heading alone is not enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from .blocks import Block, Passage
from .checklist_rules import PROMISE, RULES, Rule
from .reading import Action, ChecklistReading, Evidence, Objective, Outcome, StatuteReading
from .tables import ReadTable

_QUOTES: Final = 3
_LONG_ENOUGH: Final = 7
_LIST_ENOUGH: Final = 2
#: Words under a heading of its own that answer an item without naming it again.
_SPEAKS_FOR_ITSELF: Final = 12
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9])")
#: Sections whose words are no content of the plan: a name in a signature is not enough.
_OUTSIDE: Final = re.compile(
    r"\b(?:foreword|introduction by|contents|glossary|words we use|acknowledg|contacts?\b|abbreviations)",
    re.IGNORECASE,
)


class ChecklistReader:
    """Judges all items of one plan.

    Args:
        running: The running text of the plan.
        blocks: Its blocks.
        outcomes: What was extracted from it, as are the next four.
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
        bodies = {row.locator for table in tables for row in table.rows}
        known = {table.block.locator.table for table in tables}
        self.running = [
            p
            for p in running
            if not any(_OUTSIDE.search(h) for h in p.path)
            # Headers and bands of a table say what its columns are for, and no more.
            and (p.locator.table not in known or replace(p.locator, column=None) in bodies)
        ]
        self.blocks = blocks
        self.tables = tables
        self.outcomes = outcomes
        self.objectives = objectives
        self.actions = actions
        self.statute = statute
        #: Passages that are rows of delivery tables: one action answers no item.
        self._delivery = {t.block.locator.table for t in tables if t.has("action")}
        self._assessing = {t.block.locator.table for t in tables if t.has("assessment")}

    def verdicts(self) -> dict[str, ChecklistReading]:
        """Return a verdict for each item, 1 to 13."""
        return {number: self._judge(number, rule) for number, rule in RULES.items()}

    def _judge(self, number: str, rule: Rule) -> ChecklistReading:
        by_text = self._by_text(number, rule)
        if number == "2":
            return self._better(by_text, self._outcomes_alone())
        if number == "3":
            return self._better(self._from_objectives(), by_text)
        if number == "4":
            return self._better(by_text, self._from_decisions())
        if number == "7":
            return self._delivery_plan()
        if number == "9":
            return self._better(by_text, self._from_deliverables())
        return by_text

    def _by_text(self, number: str, rule: Rule) -> ChecklistReading:
        in_section = [p for p in self.running if self._in_section(p, rule, number)]
        own_places = {p.locator for p in in_section}
        elsewhere = [
            p
            for p in self.running
            if p.locator not in own_places
            and rule.strong
            and rule.strong.search(p.text)
            and p.locator.table not in self._delivery
        ]
        candidates = in_section + elsewhere
        nothing = [
            (p, s)
            for p in self.running
            if rule.none and p.locator.table not in self._delivery
            for s in _SENTENCE.split(p.text)
            if rule.none.search(s) and not PROMISE.search(s)
        ]
        if nothing:
            return ChecklistReading("present", 0.75, _quotes(nothing))
        sentences = [(p, s) for p in candidates for s in _SENTENCE.split(p.text)]
        said = [(p, s) for p, s in sentences if not PROMISE.search(s)]
        promised = [(p, s) for p, s in sentences if PROMISE.search(s)]
        telling = [
            (p, s)
            for p, s in said
            if rule.cue.search(s) or (p.locator in own_places and len(s.split()) >= _LONG_ENOUGH)
        ]
        weight = sum(len(s.split()) for _, s in telling)
        listed = sum(1 for p, _ in telling if p.kind in {"list", "table"})
        if not telling or (weight < _LONG_ENOUGH and listed < _LIST_ENOUGH):
            if promised:
                return ChecklistReading("partial", 0.7, _quotes(promised), self._no_parts(rule))
            return ChecklistReading("missing", 0.75 if not in_section else 0.6, ())
        if not rule.parts:
            own = sum(len(s.split()) for p, s in telling if p.locator in own_places)
            cued = any(rule.cue.search(s) for _, s in telling)
            if cued or own >= _SPEAKS_FOR_ITSELF or listed >= _LIST_ENOUGH:
                return ChecklistReading("present", 0.85 if cued else 0.75, _quotes(telling))
            return ChecklistReading("partial", 0.5, _quotes(telling))
        text = " ".join(s for _, s in telling)
        parts = tuple((name, bool(pattern.search(text))) for name, pattern in rule.parts)
        held = sum(1 for _, there in parts if there)
        if not held:
            if promised:
                return ChecklistReading("partial", 0.6, _quotes(promised), parts)
            spoken = [(p, s) for p, s in telling if rule.strong and rule.strong.search(s)]
            if spoken:  # the item is addressed, though none of its parts by name
                return ChecklistReading("partial", 0.5, _quotes(spoken), parts)
            return ChecklistReading("missing", 0.5, (), parts)
        enough = held >= (rule.needed or len(parts))
        quotes = _quotes(_covering(telling, rule))
        return ChecklistReading("present" if enough else "partial", 0.8, quotes, parts)

    def _in_section(self, passage: Passage, rule: Rule, number: str) -> bool:
        if not passage.path or passage.locator.table in self._delivery:
            return False
        if number == "2" and passage.locator.table in self._assessing:
            return False
        # The words of an outcome are no section heading: "Outcome 4: people with skills".
        near = passage.path[-2:]
        if number != "2":
            near = tuple(
                h for h in near if not re.match(r"^(?:\w+ )*(outcome|objective)s? \w?\d", h, re.I)
            )
        return any(rule.heading.search(heading) for heading in near)

    def _outcomes_alone(self) -> ChecklistReading:
        if not self.outcomes:
            return ChecklistReading("missing", 0.8)
        quotes = tuple(Evidence(o.text, o.locator) for o in self.outcomes[:_QUOTES])
        return ChecklistReading("partial", 0.8, quotes)

    def _from_objectives(self) -> ChecklistReading:
        quotes = tuple(Evidence(o.text, o.locator) for o in self.objectives[:_QUOTES])
        if len(self.objectives) >= _LIST_ENOUGH:
            return ChecklistReading("present", 0.95, quotes)
        return ChecklistReading("partial" if quotes else "missing", 0.8, quotes)

    def _from_decisions(self) -> ChecklistReading:
        chosen = [s.decision for s in self.statute.values() if s.priority and s.decision]
        if len(chosen) >= _LIST_ENOUGH:
            return ChecklistReading("present", 0.8, tuple(chosen[:_QUOTES]))
        return ChecklistReading("partial" if chosen else "missing", 0.6, tuple(chosen))

    def _from_deliverables(self) -> ChecklistReading:
        for table in self.tables:
            named = [h for h in table.header if re.search(r"\bdeliverables?\b", h, re.IGNORECASE)]
            if named and len(table.rows) >= _LIST_ENOUGH:
                quotes = tuple(
                    Evidence(field.text, field.locator)
                    for row in table.rows[:_QUOTES]
                    for role, field in row.fields.items()
                    if role in {"action", "deliverable"} and field.text
                )
                return ChecklistReading("present", 0.8, quotes)
        return ChecklistReading("missing", 0.7)

    def _delivery_plan(self) -> ChecklistReading:
        """A delivery plan is one by its rows: actions with a date and a way to measure them."""
        quotes = tuple(Evidence(a.text, a.locator) for a in self.actions[:_QUOTES])
        total = len(self.actions)
        if total < _LIST_ENOUGH:
            promised = [
                (p, s)
                for p in self.running
                for s in _SENTENCE.split(p.text)
                if RULES["7"].cue.search(s) and PROMISE.search(s)
            ]
            if quotes or promised:
                return ChecklistReading("partial", 0.6, quotes or _quotes(promised))
            return ChecklistReading("missing", 0.85)
        by_outcome = {o.id for o in self.outcomes if o.measures}
        dated = sum(1 for a in self.actions if a.due) / total
        measured = sum(1 for a in self.actions if a.measure or a.outcome in by_outcome) / total
        parts = (
            (
                "objectives-over-1-3-years",
                sum(1 for a in self.actions if a.objective) / total >= 0.5,
            ),
            ("measurable", measured >= 0.6),
            ("time-bound", dated >= 0.6),
        )
        whole = measured >= 0.6 and dated >= 0.6
        return ChecklistReading("present" if whole else "partial", 0.85, quotes, parts)

    @staticmethod
    def _no_parts(rule: Rule) -> tuple[tuple[str, bool], ...]:
        return tuple((name, False) for name, _ in rule.parts)

    @staticmethod
    def _better(one: ChecklistReading, other: ChecklistReading) -> ChecklistReading:
        order = {"missing": 0, "unknown": 0, "partial": 1, "present": 2}
        return other if order[other.verdict] > order[one.verdict] else one


def _covering(telling: list[tuple[Passage, str]], rule: Rule) -> list[tuple[Passage, str]]:
    """The sentences that show most parts first, so that quotations prove the verdict."""
    chosen: list[tuple[Passage, str]] = []
    for _, pattern in rule.parts:
        if any(pattern.search(s) for _, s in chosen):
            continue
        hit = next((pair for pair in telling if pattern.search(pair[1])), None)
        if hit:
            chosen.append(hit)
    return chosen or telling


def _quotes(pairs: list[tuple[Passage, str]]) -> tuple[Evidence, ...]:
    best = sorted(pairs, key=lambda pair: len(pair[1].split()) < _LONG_ENOUGH)[:_QUOTES]
    return tuple(Evidence(sentence.strip(), passage.locator) for passage, sentence in best)
