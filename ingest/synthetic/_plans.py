"""A synthetic plan before it is written down as statements."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ._editions import EditionPeriod
from ._faults import Planted
from ._places import Place
from ._words import Theme


@dataclass(slots=True)
class OutcomeDraft:
    """A local outcome: its id, themes, words, national codes and measures."""

    id: str
    themes: tuple[Theme, ...]
    text: str
    national: tuple[str, ...]
    measures: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()


@dataclass(slots=True)
class ObjectiveDraft:
    """A strategic objective: its id, theme, words and the id of its outcome."""

    id: str
    theme: Theme
    text: str
    outcome: str | None


@dataclass(slots=True)
class ActionDraft:
    """An action with all that its row says."""

    id: str
    theme: Theme
    text: str
    objective: str | None = None
    outcome: str | None = None
    lead: str | None = None
    due_as_written: str = ""
    due: date | None = None
    measure: str | None = None
    interventions: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


@dataclass(slots=True)
class NationalDraft:
    """What a plan says of one national outcome."""

    code: str
    assessed: bool = True
    indicators: tuple[str, ...] = ()
    decided: bool = True
    priority: bool = False


@dataclass(slots=True)
class PlanDraft:
    """A synthetic plan.

    Args:
        place: The area.
        period: The edition.
        generation: Generation of the framework that it is written to.
        edition: IRI of the edition of the framework.
        outcomes: Its local outcomes.
        objectives: Its strategic objectives.
        actions: Its actions.
        national: What it says of each national outcome.
        checklist: Verdict by number of the checklist item.
        needs: Codes of the needs that it names.
        partners: Codes of the partner categories that it names.
        planted: Its faults.
        publication: Whether it says where it is published.
    """

    place: Place
    period: EditionPeriod
    generation: str
    edition: str
    outcomes: list[OutcomeDraft] = field(default_factory=list)
    objectives: list[ObjectiveDraft] = field(default_factory=list)
    actions: list[ActionDraft] = field(default_factory=list)
    national: list[NationalDraft] = field(default_factory=list)
    checklist: dict[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    planted: list[Planted] = field(default_factory=list)
    publication: bool = True

    @property
    def path(self) -> str:
        """Name of the plan in IRIs."""
        return f"{self.place.slug}/{self.period.name}"

    @property
    def title(self) -> str:
        """Title of the plan, which says that it is synthetic."""
        return f"Synthetic: {self.place.name} plan {self.period.first} to {self.period.last}"

    def plant(self, fault: str, about: str) -> None:
        """Note a fault that is there on purpose."""
        self.planted.append(Planted(fault, about))
