"""Verdicts on the checklist from what a person has typed, item by item and part by part.

The person has put the words beside the item that they answer, so nothing has to be searched
for: an item is present where each of its parts is answered, partial where the words only
promise. Where parts were not told apart, and for items that follow from other sheets, the
rules for any other plan judge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from ..blocks import BlockList, Locator, passages
from ..checklist import ChecklistReader
from ..checklist_promises import puts_off
from ..reading import ChecklistReading, Evidence, PlanReading, Verdict
from ..vocabulary import flat
from . import choices
from .checklist_items import Item, checklist_items
from .form import ReadRow
from .interpret import Interpreter
from .kept import Facts, place_from, sure
from .texts import mark_of

_PAGE: Final = re.compile(r"^\W*(?:p|pp|pg|page|pages)\W{0,2}(\d{1,3})\b\W*(.*)$", re.I | re.S)
_PART: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9])")


@dataclass(slots=True)
class _Said:
    """What the rows of one item say."""

    quotes: list[Evidence] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)
    verdict: str = ""


def judge_checklist(reader: Interpreter, plan: PlanReading) -> PlanReading:
    """Return the reading with a verdict for each item of the checklist.

    Args:
        reader: The template.
        plan: What the other sheets say.
    """
    said = _collect(reader)
    by_rules = _by_rules(said, plan)
    verdicts = {}
    for item in checklist_items():
        facts = reader.kept.take("checklist", item.number)
        mine = said.get(item.number, _Said())
        verdicts[item.number] = _verdict(item, mine, facts, by_rules[item.number])
    return replace(plan, checklist=verdicts)


def _by_rules(said: dict[str, _Said], plan: PlanReading) -> dict[str, ChecklistReading]:
    """Judge as any other plan is judged: each item is a section under its own name."""
    made = BlockList()
    for item in checklist_items():
        quotes = said[item.number].quotes if item.number in said else []
        listed = plan.objectives if item.number == "3" else ()
        if quotes or listed:
            made.heading(item.label, 1)
        for quote in quotes:
            made.text(quote.quote)
        for objective in listed:
            made.text(objective.text, listed=True)
    running = list(passages(made.blocks))
    return ChecklistReader(
        running, made.blocks, [], plan.outcomes, plan.objectives, plan.actions, plan.statute
    ).verdicts()


def _collect(reader: Interpreter) -> dict[str, _Said]:
    found: dict[str, _Said] = {}
    number = ""
    for row in reader.rows("checklist"):
        cell = row.cells.get("item")
        if cell:
            named = _number(reader.meant(cell))
            if named is None:
                reader.fault("checklist", row, cell, f"'{cell.text}' is no item of the checklist; "
                             "the items are numbered 1 to 13.")  # fmt: skip
                continue
            number = named
        elif not number:
            continue
        _row(reader, row, number, found.setdefault(number, _Said()))
    return found


def _row(reader: Interpreter, row: ReadRow, number: str, said: _Said) -> None:
    part = _part(number, reader.text(row, "part"))
    text = reader.text(row, "words")
    verdict = row.cells.get("found")
    if verdict and reader.meant(verdict) and not reader.text(row, "part"):
        code = choices.verdicts().code(reader.meant(verdict))
        if code is None:
            reader.choice("checklist", row, verdict, choices.verdicts(), "verdicts")
        said.verdict = code or said.verdict
    if not text:
        return
    where = reader.text(row, "where")
    facts = reader.kept.take("checklist", number, text)
    place = place_from(facts.get("at")) if facts and _same(reader, row, facts) else None
    said.quotes.append(Evidence(text, place if place is not None else _place(reader, row, where)))
    if part:
        said.parts[part] = text


def _same(reader: Interpreter, row: ReadRow, facts: Facts) -> bool:
    cell = row.cells.get("where")
    return (cell.text if cell else "") == str(facts.get("where", ""))


def _place(reader: Interpreter, row: ReadRow, where: str) -> Locator:
    """The place in the plan that a person gives, or else the cell."""
    if not where:
        return reader.place(row, "words")
    paged = _PAGE.match(where) or (re.match(r"^(\d{1,3})()$", where))
    if not paged:
        return Locator(heading=where)
    return Locator(page=int(paged[1]), heading=paged[2].strip(" ,;:-"))


def _verdict(
    item: Item, said: _Said, facts: Facts | None, derived: ChecklistReading
) -> ChecklistReading:
    if facts and facts.get("of") == mark_of(*(quote.quote for quote in said.quotes)):
        kept = ChecklistReading(
            _as_verdict(facts["verdict"]),
            sure(facts["confidence"]),
            tuple(said.quotes),
            tuple((str(n), bool(there)) for n, there in facts["parts"] if _PART.fullmatch(n)),
        )
        if said.verdict in ("", kept.verdict):
            return kept
        return replace(kept, verdict=_as_verdict(said.verdict), confidence=1.0)
    judged = _typed(item, said, derived) if said.quotes else derived
    if facts and said.verdict and said.verdict != facts["verdict"]:
        return replace(judged, verdict=_as_verdict(said.verdict), confidence=1.0)
    return judged


def _typed(item: Item, said: _Said, derived: ChecklistReading) -> ChecklistReading:
    quotes = tuple(said.quotes)
    if all(_only_promises(quote.quote) for quote in quotes):
        return ChecklistReading("partial", 1.0, quotes, _parts(item, {}))
    answered = {part: True for part, words in said.parts.items() if not _only_promises(words)}
    if len(item.parts) <= 1 or len(answered) == len(item.parts):
        return ChecklistReading("present", 1.0, quotes, _parts(item, answered))
    found = dict(derived.parts)
    verdict: Verdict = "present" if derived.verdict == "present" else "partial"
    return ChecklistReading(verdict, derived.confidence, quotes, _parts(item, found | answered))


def _parts(item: Item, found: dict[str, bool]) -> tuple[tuple[str, bool], ...]:
    if len(item.parts) == 1:  # the item is its own only part
        return ()
    return tuple((part.code, found.get(part.code, False)) for part in item.parts)


def _only_promises(words: str) -> bool:
    return all(puts_off(sentence) for sentence in _SENTENCE.split(words))


def _number(text: str) -> str | None:
    found = re.match(r"^\W*(?:item\W*)?(\d{1,2})\b", text, re.IGNORECASE)
    known = {item.number: item for item in checklist_items()}
    if found and found[1].lstrip("0") in known:
        return found[1].lstrip("0")
    return next((n for n, item in known.items() if flat(item.label) == flat(text)), None)


def _part(number: str, text: str) -> str:
    item = next(item for item in checklist_items() if item.number == number)
    names = {flat(name): part.code for part in item.parts for name in (part.label, part.code)}
    return names.get(flat(text), "")


def _as_verdict(code: str) -> Verdict:
    known: tuple[Verdict, ...] = ("present", "partial", "missing")
    return next((verdict for verdict in known if verdict == code), "unknown")
