"""A cell of the coverage matrix, and what carries an older plan into it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Carried:
    """A mapping that carries an older plan to a newer framework.

    Args:
        source: Code of the older item.
        target: Code of the newer item.
        kind: The kind of match.
        confidence: How sure it is, from 0 to 1.
        reason: Why.
    """

    source: str
    target: str
    kind: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Cell:
    """How far one row serves one column.

    Args:
        row: Key of the row.
        column: IRI of the column.
        count: Actions whose own official thread leads there; for needs, actions that are
            meant to meet it; for the checklist 1, 0.5 or 0.
        actions: Those actions.
        objectives: Objectives whose thread leads there.
        outcomes: Local outcomes whose thread leads there.
        carried: Actions of an older plan that get there by a mapping only.
        carried_by: Those mappings.
        judged: Actions that get there by this service's judgement only.
        verdict: For the checklist what a reading found, else None.
        named: Quotations that name the need or answer the item.
        services: For needs, services that the plan names or that the area has.
    """

    row: str
    column: str
    count: float
    actions: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    carried_by: tuple[Carried, ...] = ()
    judged: tuple[str, ...] = ()
    verdict: str | None = None
    named: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
