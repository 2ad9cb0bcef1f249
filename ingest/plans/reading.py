"""What a plan was found to say: the result of reading one file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Literal

from .blocks import NOWHERE, Locator

Status = Literal["ok", "empty", "not_a_plan", "encrypted", "damaged", "refused"]
Verdict = Literal["present", "partial", "missing", "unknown"]
#: What stands in place of a personal name.
WITHHELD_NAME: Final = "[name withheld]"


@dataclass(frozen=True, slots=True)
class Source:
    """The file that was read.

    Args:
        pages: Number of pages, where the format has any.
        unreadable: Places that could not be read, each with a reason.
    """

    name: str
    media_type: str
    sha256: str
    pages: int | None = None
    unreadable: tuple[tuple[Locator, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the contract's ``source``."""
        return {
            "name": self.name,
            "media_type": self.media_type,
            "sha256": self.sha256,
            "pages": self.pages,
            "unreadable": [
                {"locator": place.to_json(), "reason": why} for place, why in self.unreadable
            ],
        }


@dataclass(frozen=True, slots=True)
class Evidence:
    """A located quotation."""

    quote: str
    locator: Locator

    def to_json(self) -> dict[str, Any]:
        """Return quote and place."""
        return {"locator": self.locator.to_json(), "quote": self.quote}


@dataclass(frozen=True, slots=True)
class ChecklistReading:
    """What was found of one checklist item.

    Args:
        confidence: 0 to 1.
        parts: Which parts of the item were found, for items that have parts.
    """

    verdict: Verdict
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    parts: tuple[tuple[str, bool], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return verdict, confidence, evidence and parts."""
        return {
            "verdict": self.verdict,
            "confidence": round(self.confidence, 2),
            "evidence": [item.to_json() for item in self.evidence],
            "parts": dict(self.parts),
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """A local outcome.

    Args:
        id: Its id within this reading, such as ``outcome-3``.
        national: Codes of community justice outcomes, such as ``ndo-3`` or ``o-4``.
        priority_actions: Codes of priority actions that it is tied to directly.
        confidence: Of the national links, 0 to 1.
        measures: How the plan says that it will be measured.
        implied: Whether the plan works straight to the national outcomes it is tied to and
            sets no outcome of its own there; their national indicators measure it.
    """

    id: str
    text: str
    national: tuple[str, ...]
    priority_actions: tuple[str, ...]
    confidence: float
    measures: tuple[str, ...]
    locator: Locator
    implied: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return the contract's outcome, with priority actions and measures."""
        return {
            "id": self.id,
            "text": self.text,
            "national": list(self.national),
            "priority_actions": list(self.priority_actions),
            "confidence": round(self.confidence, 2),
            "measures": list(self.measures),
            "locator": self.locator.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Objective:
    """A strategic objective; ``outcome`` is the id that it points to, found or not."""

    id: str
    text: str
    outcome: str | None
    locator: Locator

    def to_json(self) -> dict[str, Any]:
        """Return the contract's objective."""
        return {
            "id": self.id,
            "text": self.text,
            "outcome": self.outcome,
            "locator": self.locator.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner as the plan names it.

    Args:
        category: One of the partner categories.
        organization: IRI of the organisation where it is certain.
    """

    as_written: str
    category: str
    organization: str | None
    locator: Locator = NOWHERE

    def to_json(self) -> dict[str, Any]:
        """Return the contract's partner."""
        return {
            "as_written": self.as_written,
            "category": self.category,
            "organization": self.organization,
            "locator": self.locator.to_json(),
        }

    def as_lead(self) -> dict[str, Any]:
        """Return the contract's lead of an action."""
        return {
            "as_written": self.as_written,
            "category": self.category,
            "organization": self.organization,
        }


@dataclass(frozen=True, slots=True)
class Action:
    """An action; ``objective`` and ``outcome`` are ids that it points to, found or not."""

    id: str
    text: str
    objective: str | None
    outcome: str | None
    leads: tuple[Partner, ...]
    due_as_written: str
    due: date | None
    measure: str | None
    locator: Locator
    needs: tuple[str, ...] = ()
    interventions: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the contract's action."""
        return {
            "id": self.id,
            "text": self.text,
            "objective": self.objective,
            "outcome": self.outcome,
            "lead": [lead.as_lead() for lead in self.leads],
            "due": {
                "as_written": self.due_as_written,
                "date": self.due.isoformat() if self.due else None,
            },
            "measure": self.measure,
            "needs": list(self.needs),
            "interventions": list(self.interventions),
            "locator": self.locator.to_json(),
        }


@dataclass(frozen=True, slots=True)
class NeedMention:
    """A need that the plan names, with the words that name it."""

    category: str
    quote: str
    locator: Locator

    def to_json(self) -> dict[str, Any]:
        """Return the contract's need."""
        return {"category": self.category, "quote": self.quote, "locator": self.locator.to_json()}


@dataclass(frozen=True, slots=True)
class ServiceMention:
    """A service that the plan names."""

    name: str
    locator: Locator

    def to_json(self) -> dict[str, Any]:
        """Return the contract's service."""
        return {"name": self.name, "locator": self.locator.to_json()}


@dataclass(frozen=True, slots=True)
class StatuteReading:
    """What the plan says of one community justice outcome, as section 19 asks.

    Args:
        assessment: Whether the outcome is achieved or how near, as written.
        indicators: Codes of the national indicators that the assessment uses.
        priority: The decision on priority; None where there is none.
        decision: The words of the decision.
        actions: Ids of the actions that reach the outcome.
    """

    assessment: Evidence | None = None
    indicators: tuple[str, ...] = ()
    priority: bool | None = None
    decision: Evidence | None = None
    actions: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return assessment, indicators, decision and actions."""
        return {
            "assessment": self.assessment.to_json() if self.assessment else None,
            "indicators": list(self.indicators),
            "priority": self.priority,
            "decision": self.decision.to_json() if self.decision else None,
            "actions": list(self.actions),
        }


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that whoever relies on the reading should know."""

    code: str
    message: str
    locator: Locator = NOWHERE

    def to_json(self) -> dict[str, Any]:
        """Return the contract's warning."""
        return {"code": self.code, "message": self.message, "locator": self.locator.to_json()}


def _unknown() -> dict[str, ChecklistReading]:
    return {str(n): ChecklistReading("unknown", 0.0) for n in range(1, 14)}


@dataclass(frozen=True, slots=True)
class PlanReading:
    """A draft reading of one plan; a person mends it before it counts."""

    status: Status
    source: Source
    title: str = ""
    area: str = ""
    partnership: str | None = None
    period: tuple[date, date] | None = None
    framework: str = "2023"
    checklist: dict[str, ChecklistReading] = field(default_factory=_unknown)
    outcomes: tuple[Outcome, ...] = ()
    objectives: tuple[Objective, ...] = ()
    actions: tuple[Action, ...] = ()
    needs: tuple[NeedMention, ...] = ()
    services: tuple[ServiceMention, ...] = ()
    partners: tuple[Partner, ...] = ()
    statute: dict[str, StatuteReading] = field(default_factory=dict)
    publication: Evidence | None = None
    participation: Evidence | None = None
    warnings: tuple[Warned, ...] = ()
    #: Categories of partners by law that its words name anywhere; what lists partners is above.
    bodies_named: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the reading as the JSON contract has it, every key always present."""
        start, end = self.period or (None, None)
        return {
            "status": self.status,
            "source": self.source.to_json(),
            "title": self.title,
            "area": self.area,
            "partnership": self.partnership,
            "period": {
                "start": start.isoformat() if start else None,
                "end": end.isoformat() if end else None,
            },
            "framework": self.framework,
            "checklist": {key: item.to_json() for key, item in self.checklist.items()},
            "outcomes": [item.to_json() for item in self.outcomes],
            "objectives": [item.to_json() for item in self.objectives],
            "actions": [item.to_json() for item in self.actions],
            "needs": [item.to_json() for item in self.needs],
            "services": [item.to_json() for item in self.services],
            "partners": [item.to_json() for item in self.partners],
            "statute": {key: item.to_json() for key, item in self.statute.items()},
            "publication": self.publication.to_json() if self.publication else None,
            "participation_statement": (
                self.participation.to_json() if self.participation else None
            ),
            "warnings": [item.to_json() for item in self.warnings],
        }
