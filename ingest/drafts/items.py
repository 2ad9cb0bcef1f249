"""A reading as items with fields: what a person can look at and correct."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from ingest.plans.blocks import NOWHERE, Locator
from ingest.plans.dates import due_date
from ingest.plans.reading import (
    Action,
    ChecklistReading,
    Evidence,
    NeedMention,
    Objective,
    Outcome,
    Partner,
    PlanReading,
    ServiceMention,
    StatuteReading,
)

#: What a field holds, as plain data: words, a day, codes, leads, or a reference by id and words.
Value = Any

#: The fields of each kind of item, the telling ones first.
FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "plan": (
        "title",
        "area",
        "period",
        "framework",
        "partnership",
        "publication",
        "participation",
    ),
    "outcome": ("text", "national", "priority_actions", "measures"),
    "objective": ("text", "outcome"),
    "action": (
        "text",
        "objective",
        "outcome",
        "lead",
        "due",
        "due_as_written",
        "measure",
        "needs",
        "interventions",
    ),
    "need": ("quote", "category"),
    "service": ("name",),
    "partner": ("as_written", "category"),
    "checklist": ("verdict", "evidence", "parts"),
    "assessment": ("assessment", "indicators", "priority", "decision"),
}
#: Kinds whose items can be added and struck out, and where a reading keeps them.
LISTS: Final = {
    "outcome": "outcomes",
    "objective": "objectives",
    "action": "actions",
    "need": "needs",
    "service": "services",
    "partner": "partners",
}
#: The field that holds the words of an item.
WORDS: Final = {"need": "quote", "service": "name", "partner": "as_written"}
REFERENCES: Final = {("action", "objective"): "objective", ("action", "outcome"): "outcome",
                     ("objective", "outcome"): "outcome"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A thing in a reading that can be corrected.

    Args:
        kind: What it is: a key of :data:`FIELDS`.
        id: What it is called within the reading, such as ``action-3``.
        words: The words that tell it from others; nothing where its id does.
        fields: What it holds.
        locator: Where it stands.
    """

    kind: str
    id: str
    words: str
    fields: dict[str, Value]
    locator: Locator = NOWHERE

    def name(self) -> str:
        """Return what to call it in a sentence, such as ``action 3``."""
        if self.kind == "plan":
            return "the plan"
        if self.kind == "assessment":
            return self.id.upper().replace("-", " ")
        if self.kind == "checklist":
            return f"checklist item {self.id.removeprefix('checklist-')}"
        head, _, tail = self.id.partition("-")
        if tail.startswith("added-"):
            return f"new {head} {tail.removeprefix('added-')}"
        return f"{head} {tail.replace('-', '.')}" if head == self.kind and tail else self.id


def items_of(reading: PlanReading) -> list[Item]:
    """Return everything in a reading that can be corrected."""
    return list(_items(reading))


def item_of(reading: PlanReading, name: str) -> Item | None:
    """Return an item by its id, or None."""
    return next((item for item in _items(reading) if item.id == name), None)


def _items(read: PlanReading) -> Iterator[Item]:
    start, end = read.period or (None, None)
    yield Item(
        "plan",
        "plan",
        "",
        {
            "title": read.title,
            "area": read.area,
            "period": f"{start.isoformat()}/{end.isoformat()}" if start and end else None,
            "framework": read.framework,
            "partnership": read.partnership,
            "publication": _quote(read.publication),
            "participation": _quote(read.participation),
        },
    )
    words = {outcome.id: outcome.text for outcome in read.outcomes}
    words |= {objective.id: objective.text for objective in read.objectives}

    def points(target: str | None) -> Value:
        return {"id": target, "words": words.get(target, "")} if target else None

    for o in read.outcomes:
        held: dict[str, Value] = {
            "text": o.text,
            "national": list(o.national),
            "priority_actions": list(o.priority_actions),
            "measures": list(o.measures),
        }
        yield Item("outcome", o.id, o.text, held, o.locator)
    for b in read.objectives:
        held = {"text": b.text, "outcome": points(b.outcome)}
        yield Item("objective", b.id, b.text, held, b.locator)
    for a in read.actions:
        held = {
            "text": a.text,
            "objective": points(a.objective),
            "outcome": points(a.outcome),
            "lead": [lead.as_lead() for lead in a.leads],
            "due": a.due.isoformat() if a.due else None,
            "due_as_written": a.due_as_written,
            "measure": a.measure,
            "needs": list(a.needs),
            "interventions": list(a.interventions),
        }
        yield Item("action", a.id, a.text, held, a.locator)
    for at, need in enumerate(read.needs, 1):
        held = {"quote": need.quote, "category": need.category}
        yield Item("need", f"need-{at}", need.quote, held, need.locator)
    for at, service in enumerate(read.services, 1):
        yield Item("service", f"service-{at}", service.name, {"name": service.name},
                   service.locator)  # fmt: skip
    for at, partner in enumerate(read.partners, 1):
        held = {"as_written": partner.as_written, "category": partner.category}
        yield Item("partner", f"partner-{at}", partner.as_written, held, partner.locator)
    for number, verdict in read.checklist.items():
        held = {
            "verdict": verdict.verdict,
            "evidence": [said.quote for said in verdict.evidence],
            "parts": [part for part, found in verdict.parts if found],
        }
        yield Item("checklist", f"checklist-{number}", "", held)
    for code, statute in read.statute.items():
        held = {
            "assessment": _quote(statute.assessment),
            "indicators": list(statute.indicators),
            "priority": statute.priority,
            "decision": _quote(statute.decision),
        }
        yield Item("assessment", code, "", held)


def with_value(read: PlanReading, item: Item, field: str, value: Value) -> PlanReading:
    """Return a reading in which a field of an item holds something else.

    Args:
        read: The reading.
        item: An item of it.
        field: One of the item's fields.
        value: What it is to hold, as plain data.
    """
    if item.kind == "plan":
        return _plan_with(read, field, value)
    if item.kind == "checklist":
        number = item.id.removeprefix("checklist-")
        changed = _verdict_with(read.checklist[number], field, value)
        return replace(read, checklist={**read.checklist, number: changed})
    if item.kind == "assessment":
        known = _statute_with(read.statute[item.id], field, value)
        return replace(read, statute={**read.statute, item.id: known})
    name = LISTS[item.kind]
    held = list(getattr(read, name))
    at = _place_of(read, item)
    held[at] = _SETTERS[item.kind](held[at], field, value)
    return replace(read, **{name: tuple(held)})  # type: ignore[arg-type]  # names are those above


def with_item(read: PlanReading, kind: str, name: str, words: str) -> PlanReading:
    """Return a reading that has one more item.

    Args:
        read: The reading.
        kind: A key of :data:`LISTS`.
        name: Its id, where such items have one of their own.
        words: Its words.
    """
    made: dict[str, Callable[[], object]] = {
        "outcome": lambda: Outcome(name, words, (), (), 1.0, (), NOWHERE),
        "objective": lambda: Objective(name, words, None, NOWHERE),
        "action": lambda: Action(name, words, None, None, (), "", None, None, NOWHERE),
        "need": lambda: NeedMention("other", words, NOWHERE),
        "service": lambda: ServiceMention(words, NOWHERE),
        "partner": lambda: Partner(words, "other", None),
    }
    attribute = LISTS[kind]
    held = (*getattr(read, attribute), made[kind]())
    return replace(read, **{attribute: held})  # type: ignore[arg-type]  # as above


def without_item(read: PlanReading, item: Item) -> PlanReading:
    """Return a reading without an item; what pointed to it points to nothing."""
    attribute = LISTS[item.kind]
    held = list(getattr(read, attribute))
    del held[_place_of(read, item)]
    read = replace(read, **{attribute: tuple(held)})  # type: ignore[arg-type]  # as above
    if item.kind == "outcome":
        objectives = (
            replace(o, outcome=None) if o.outcome == item.id else o for o in read.objectives
        )
        actions = (replace(a, outcome=None) if a.outcome == item.id else a for a in read.actions)
        return replace(read, objectives=tuple(objectives), actions=tuple(actions))
    if item.kind == "objective":
        actions = (
            replace(a, objective=None) if a.objective == item.id else a for a in read.actions
        )
        return replace(read, actions=tuple(actions))
    return read


def _place_of(read: PlanReading, item: Item) -> int:
    if item.kind in WORDS:
        return int(item.id.rsplit("-", 1)[1]) - 1
    return [held.id for held in getattr(read, LISTS[item.kind])].index(item.id)


def _plan_with(read: PlanReading, field: str, value: Value) -> PlanReading:
    if field == "period":
        days = [date.fromisoformat(day) for day in value.split("/")] if value else []
        return replace(read, period=(days[0], days[1]) if days else None)
    if field in ("publication", "participation"):
        said = _said(getattr(read, field), value)
        return replace(read, **{field: said})  # type: ignore[arg-type]  # one of two fields
    if field == "partnership":
        return replace(read, partnership=value)
    held: dict[str, Any] = {field: value or ""}
    return replace(read, **held)


def _outcome_with(held: Outcome, field: str, value: Value) -> Outcome:
    if field == "text":
        return replace(held, text=value, locator=_loose(held.locator))
    changed = replace(held, **{field: tuple(value)})  # type: ignore[arg-type]  # all are tuples
    # A person is sure.
    return replace(changed, confidence=1.0) if field != "measures" else changed


def _objective_with(held: Objective, field: str, value: Value) -> Objective:
    if field == "text":
        return replace(held, text=value, locator=_loose(held.locator))
    return replace(held, outcome=value["id"] if value else None)


def _action_with(held: Action, field: str, value: Value) -> Action:
    if field == "text":
        return replace(held, text=value, locator=_loose(held.locator))
    if field in ("objective", "outcome"):
        target: dict[str, Any] = {field: value["id"] if value else None}
        return replace(held, **target)
    if field == "lead":
        return replace(held, leads=tuple(_lead(held, lead) for lead in value or ()))
    if field == "due":
        day = date.fromisoformat(value) if value else None
        return replace(held, due=day, due_as_written=_as_written(held.due_as_written, day))
    if field in ("needs", "interventions"):
        return replace(held, **{field: tuple(value or ())})  # type: ignore[arg-type]  # as above
    if field == "measure":
        return replace(held, measure=value or None)
    return replace(held, due_as_written=value or "")


def _as_written(written: str, day: date | None) -> str:
    """Return words for a due date that do not say another day; what the plan said if it may."""
    if due_date(written) == day and (written or day is None):
        return written
    return f"{day.day} {day:%B %Y}" if day else ""


def _lead(held: Action, lead: dict[str, Any]) -> Partner:
    known = next((old for old in held.leads if old.as_written == lead["as_written"]), None)
    place = known.locator if known else held.locator.bare()
    return Partner(lead["as_written"], lead["category"], lead.get("organization"), place)


def _verdict_with(held: ChecklistReading, field: str, value: Value) -> ChecklistReading:
    if field == "verdict":
        return replace(held, verdict=value, confidence=1.0)
    if field == "parts":
        named = dict.fromkeys((*(part for part, _ in held.parts), *value))
        return replace(held, parts=tuple((part, part in value) for part in named))
    known = {said.quote: said for said in held.evidence}
    said = tuple(known.get(quote, Evidence(quote, NOWHERE)) for quote in value)
    return replace(held, evidence=said)


def _statute_with(held: StatuteReading, field: str, value: Value) -> StatuteReading:
    if field == "indicators":
        return replace(held, indicators=tuple(value))
    if field == "priority":
        return replace(held, priority=value)
    if field == "assessment":
        return replace(held, assessment=_said(held.assessment, value))
    return replace(held, decision=_said(held.decision, value))


def _said(held: Evidence | None, value: str | None) -> Evidence | None:
    if not value:
        return None
    return held if held and held.quote == value else Evidence(value, NOWHERE)


def _quote(said: Evidence | None) -> str | None:
    return said.quote if said else None


def _loose(place: Locator) -> Locator:
    """Return a place without its span, which words that were changed no longer fill."""
    return replace(place, start=None, end=None)


def _need_with(held: NeedMention, field: str, value: Value) -> NeedMention:
    return replace(held, **{field: value})


def _service_with(held: ServiceMention, field: str, value: Value) -> ServiceMention:
    return replace(held, name=value)


def _partner_with(held: Partner, field: str, value: Value) -> Partner:
    # Another name or category may mean another organisation.
    return replace(held, organization=None, **{field: value})


_SETTERS: Final[dict[str, Callable[[Any, str, Value], object]]] = {
    "outcome": _outcome_with,
    "objective": _objective_with,
    "action": _action_with,
    "need": _need_with,
    "service": _service_with,
    "partner": _partner_with,
}
