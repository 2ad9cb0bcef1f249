"""Verdicts that rest on what was extracted: objectives, decisions, deliverables and actions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from .checklist_promises import denies
from .checklist_rules import Rule
from .checklist_sections import Said, Section, quotes
from .reading import Action, ChecklistReading, Evidence, Objective, Outcome, StatuteReading
from .tables import ReadTable, role_of

_QUOTES: Final = 3
_LIST_ENOUGH: Final = 2
_LEAST_WORDS: Final = 4
#: A header names its column in a few words.
_HEADER_WORDS: Final = 5
#: Share of the actions that need a date and a measure for a delivery plan in SMART terms.
_DATED: Final = 0.5
_MEASURED: Final = 0.4
_OBJECTIVE: Final = re.compile(
    r"\bobjectives?\b|\bstrategic (?:aims?|goals?)\b|"
    r"^(?:aim|goal|target|step) ?[A-Z]{0,2}\d|^(?:\w+ ){0,2}(?:aims|goals)\b",
    re.IGNORECASE,
)
_INDICATORS: Final = re.compile(r"\bindicators?\b|\bmeasures?\b|\bbaseline\b", re.IGNORECASE)
_PRODUCTS: Final = re.compile(
    r"\bdeliverables?\b|\bproducts?\b|\bwhat will have been (?:delivered|done)\b", re.IGNORECASE
)
#: A numbered heading that names a priority in words of its own.
_A_PRIORITY: Final = re.compile(
    r"^(?:[\d.]+\s+)?(?:(?:our|key|local|strategic|shared|partnership)\s+)*priority\s+"
    r"(?:(?:area|theme|no\.?|number)\s+)?(?:\d{1,2}|[A-Z]|one|two|three|four|five|six)\s*[:.)\-\u2013\u2014|]\s*"
    r"(?!(?:actions?|measures?|indicators?|outcomes?|objectives?)\W*$)[A-Za-z]\w+",
    re.IGNORECASE,
)


def named(sections: Iterable[Section], tables: Iterable[ReadTable] = ()) -> bool:
    """Tell whether a plan calls anything an objective; bands of a table may only look like it."""
    bands = {row.band for table in tables for row in table.rows if row.band}
    if any(_OBJECTIVE.search(band) for band in bands):
        return True
    return any(
        _OBJECTIVE.search(section.head)
        or any(_OBJECTIVE.search(" ".join((said.text, *said.labels))) for said in section.said)
        for section in sections
    )


def from_objectives(
    objectives: tuple[Objective, ...],
    own: list[Said],
    away: list[Said],
    known: bool,
    rule: Rule,
) -> ChecklistReading:
    """Judge item 3 by the objectives themselves: one alone, or a promise, is a part.

    Args:
        objectives: Those that were extracted.
        own: What is said in sections about objectives.
        away: What is said elsewhere.
        known: Whether the plan calls anything an objective.
        rule: The rule of the item.
    """
    found = tuple(Evidence(o.text, o.locator) for o in objectives[:_QUOTES]) if known else ()
    if found and len(objectives) >= _LIST_ENOUGH:
        return ChecklistReading("present", 0.9, found)
    listed = [s for s in own if s.kind == "list" and not s.promise and s.words >= _LEAST_WORDS]
    if len(listed) >= _LIST_ENOUGH:
        return ChecklistReading("present", 0.7, quotes(listed))
    promised = [s for s in own if s.promise]
    promised += [s for s in away if s.promise and rule.named and rule.named.search(s.text)]
    single = [s for s in own if not s.promise and _OBJECTIVE.search(s.text) and not denies(s.text)]
    if found or promised or single:
        return ChecklistReading("partial", 0.7, found or quotes(promised or single))
    return ChecklistReading("missing", 0.8)


def from_decisions(statute: dict[str, StatuteReading]) -> ChecklistReading:
    """Judge item 4 by the national outcomes that were decided to be priorities."""
    chosen = [s.decision for s in statute.values() if s.priority and s.decision]
    if len(chosen) >= _LIST_ENOUGH:
        return ChecklistReading("present", 0.8, tuple(chosen[:_QUOTES]))
    return ChecklistReading("partial" if chosen else "missing", 0.6, tuple(chosen))


def from_headings(sections: Iterable[Section]) -> ChecklistReading:
    """Judge item 4 by headings such as "Priority 1: Bail and remand" over the work itself."""
    sections = list(sections)
    spoken = {id(s.above) for s in sections if s.said or s.work}
    spoken |= {id(s) for s in sections if s.said or s.work}
    found = [s for s in sections if _A_PRIORITY.match(s.head) and id(s) in spoken]
    heads = {s.head.lower(): Evidence(s.head, s.place) for s in found}
    if len(heads) < _LIST_ENOUGH:
        return ChecklistReading("missing", 0.6)
    return ChecklistReading("present", 0.7, tuple(heads.values())[:_QUOTES])


def from_products(tables: Iterable[ReadTable]) -> ChecklistReading:
    """Judge item 9 by tables of deliverables."""
    for table in tables:
        if not lists_products(table) or len(table.rows) < _LIST_ENOUGH:
            continue
        cells = [
            cell
            for row in table.rows
            for role, cell in row.fields.items()
            if role in {"action", "deliverable"} and cell.text
        ]
        if cells:
            found = tuple(Evidence(cell.text, cell.locator) for cell in cells[:_QUOTES])
            return ChecklistReading("present", 0.8, found)
    return ChecklistReading("missing", 0.7)


def delivery_plan(
    actions: tuple[Action, ...],
    outcomes: tuple[Outcome, ...],
    sections: list[Section],
    tables: list[ReadTable],
    rule: Rule,
) -> ChecklistReading:
    """Judge item 7 by its rows: actions with a date and a way to measure them."""
    found = tuple(Evidence(a.text, a.locator) for a in actions[:_QUOTES])
    total = len(actions)
    if total < _LIST_ENOUGH:
        promised = [
            said
            for section in sections
            for said in section.said
            if said.promise and rule.named and rule.named.search(said.text)
        ]
        if found or promised:
            return ChecklistReading("partial", 0.6, found or quotes(promised))
        return ChecklistReading("missing", 0.85)
    by_outcome = {outcome.id for outcome in outcomes if outcome.measures}
    dated = sum(1 for a in actions if a.due) / total
    measured = sum(1 for a in actions if a.measure or a.outcome in by_outcome) / total
    thread = sum(1 for a in actions if a.objective) / total >= _DATED
    parts = (
        ("objectives-over-1-3-years", thread),
        ("measurable", measured >= _MEASURED or _has_indicators(sections, tables)),
        ("time-bound", dated >= _DATED),
    )
    whole = all(there for _, there in parts[1:])
    return ChecklistReading("present" if whole else "partial", 0.85, found, parts)


def _has_indicators(sections: list[Section], tables: list[ReadTable]) -> bool:
    """Tell whether a table of indicators measures the plan as a whole."""
    by_header = any(
        len(table.rows) > _LIST_ENOUGH and any(_INDICATORS.search(h) for h in table.header)
        for table in tables
        if not table.has("action")
    )
    headed = [s for s in sections if re.search(r"\bindicators?\b", s.head, re.IGNORECASE)]
    return by_header or any(len(section.said) > _LIST_ENOUGH for section in headed)


def lists_actions(table: ReadTable) -> bool:
    """Tell whether a table is one of actions; who does what in general is another matter."""
    if not table.has("action") or lists_products(table) or table.roles == ("lead", "action"):
        return False
    by_header = any(
        role_of(header) == "action" and len(header.split()) <= _HEADER_WORDS
        for header in table.header
    )
    return by_header or bool(set(table.roles) & {"due", "measure", "ref"})


def lists_products(table: ReadTable) -> bool:
    """Tell whether a table lists deliverables and is no table of actions."""
    by_header = any(_PRODUCTS.search(header) for header in table.header)
    return by_header and not table.has("lead") and not table.has("measure")
