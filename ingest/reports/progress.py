"""What an annual report was found to say of a plan: the result of reading one report."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Literal

from ingest.plans.blocks import NOWHERE, Locator
from ingest.plans.reading import Evidence, Source, Warned

State = Literal["done", "on_course", "late", "dropped", "not_mentioned"]
ReportStatus = Literal["ok", "empty", "not_a_report", "encrypted", "damaged", "refused"]

#: The states in the order in which they are counted and shown.
STATES: Final[tuple[State, ...]] = ("done", "on_course", "late", "dropped", "not_mentioned")


@dataclass(frozen=True, slots=True)
class ActionProgress:
    """What a report says of one action of the plan.

    Args:
        id: Id of the action in the reading of the plan.
        text: Its words in the plan.
        state: How it stands at the end of the report's period.
        said: The report's own words for that, such as ``"Amber"`` or ``"75%"``; may be empty.
        quote: The words of the report that tell of progress.
        locator: Where they stand.
        confidence: That this is the action which is meant and the state is right, 0 to 1.
        why: In a sentence, why the state differs from what is said, or nothing.
        due: The day by which the action was to be done.
        outcome: Id of the outcome that it serves, or None.
        evidence: What else the report says of it.
    """

    id: str
    text: str
    state: State
    said: str = ""
    quote: str = ""
    locator: Locator = NOWHERE
    confidence: float = 0.0
    why: str = ""
    due: date | None = None
    outcome: str | None = None
    evidence: tuple[Evidence, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the action as plain data."""
        return {
            "id": self.id,
            "text": self.text,
            "state": self.state,
            "said": self.said,
            "quote": self.quote,
            "locator": self.locator.to_json(),
            "confidence": round(self.confidence, 2),
            "why": self.why,
            "due": self.due.isoformat() if self.due else None,
            "outcome": self.outcome,
            "evidence": [item.to_json() for item in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class OutcomeProgress:
    """What a report says of one outcome of the plan.

    Args:
        counts: How many of its actions are in each state.
        quote: What the report says of the outcome itself, or nothing.
    """

    id: str
    text: str
    state: State
    said: str = ""
    quote: str = ""
    locator: Locator = NOWHERE
    confidence: float = 0.0
    counts: dict[State, int] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the outcome as plain data."""
        return {
            "id": self.id,
            "text": self.text,
            "state": self.state,
            "said": self.said,
            "quote": self.quote,
            "locator": self.locator.to_json(),
            "confidence": round(self.confidence, 2),
            "actions": {state: self.counts.get(state, 0) for state in STATES},
        }


@dataclass(frozen=True, slots=True)
class NationalProgress:
    """What a report says of one national community justice outcome.

    Args:
        outcome: Its code, such as ``ndo-3``.
        title: Its title.
        statements: What the report says of it.
        indicators: Codes of the national indicators that are named there.
    """

    outcome: str
    title: str
    statements: tuple[Evidence, ...] = ()
    indicators: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the outcome as plain data."""
        return {
            "outcome": self.outcome,
            "title": self.title,
            "mentioned": bool(self.statements),
            "statements": [item.to_json() for item in self.statements],
            "indicators": list(self.indicators),
        }


@dataclass(frozen=True, slots=True)
class NewAction:
    """An action that the report tells of and the plan does not have."""

    text: str
    state: State
    said: str
    quote: str
    locator: Locator

    def to_json(self) -> dict[str, Any]:
        """Return the action as plain data."""
        return {
            "text": self.text,
            "state": self.state,
            "said": self.said,
            "quote": self.quote,
            "locator": self.locator.to_json(),
        }


@dataclass(frozen=True, slots=True)
class PlanRef:
    """The plan that a report was joined to."""

    title: str = ""
    area: str = ""
    name: str = ""
    sha256: str = ""
    start: date | None = None
    end: date | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the plan as plain data."""
        return {
            "title": self.title,
            "area": self.area,
            "name": self.name,
            "sha256": self.sha256,
            "period": {
                "start": self.start.isoformat() if self.start else None,
                "end": self.end.isoformat() if self.end else None,
            },
        }


@dataclass(frozen=True, slots=True)
class ReportReading:
    """A reading of one annual report, joined to a plan where one was given."""

    status: ReportStatus
    source: Source
    title: str = ""
    area: str = ""
    period: tuple[date, date] | None = None
    plan: PlanRef | None = None
    actions: tuple[ActionProgress, ...] = ()
    outcomes: tuple[OutcomeProgress, ...] = ()
    national: tuple[NationalProgress, ...] = ()
    new_actions: tuple[NewAction, ...] = ()
    warnings: tuple[Warned, ...] = ()

    def counts(self) -> dict[State, int]:
        """Return how many actions are in each state."""
        return {state: sum(a.state == state for a in self.actions) for state in STATES}

    def to_json(self) -> dict[str, Any]:
        """Return the reading as plain data, every key always present."""
        start, end = self.period or (None, None)
        return {
            "status": self.status,
            "source": self.source.to_json(),
            "title": self.title,
            "area": self.area,
            "period": {
                "start": start.isoformat() if start else None,
                "end": end.isoformat() if end else None,
            },
            "plan": self.plan.to_json() if self.plan else None,
            "counts": self.counts(),
            "actions": [item.to_json() for item in self.actions],
            "outcomes": [item.to_json() for item in self.outcomes],
            "national": [item.to_json() for item in self.national],
            "new_actions": [item.to_json() for item in self.new_actions],
            "warnings": [item.to_json() for item in self.warnings],
        }
