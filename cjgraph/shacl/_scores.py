"""Two figures that sum a plan up: how much of the checklist, how much of the thread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from rdflib import RDF, Graph
from rdflib.term import Node

from cjgraph.shacl._terms import CJ

_WORTH = {"present": 1.0, "partial": 0.5}


@dataclass(frozen=True)
class Scores:
    """The scores of a plan.

    Args:
        checklist: Items present plus half of those partly met, from 0 to 13.
        thread: Share of actions that reach a national link; see ``ThreadCount``.
    """

    checklist: float
    thread: float


@dataclass(frozen=True)
class ThreadCount:
    """How many actions reach a national link: a national outcome or a priority action.

    In a plan with objectives an action counts that gets there through an objective and a
    local outcome: one that skips the objective is told as a break, so it can't count as
    whole. In a plan without any objective an action counts that gets there through a local
    outcome alone.

    Args:
        actions: Actions of the plan.
        reaching: Those that count.
        linked: Those that get there by any step, with or without an objective.
        through: The steps that are asked for.
    """

    actions: int
    reaching: int
    linked: int
    through: Literal["objective and outcome", "outcome"]

    def to_json(self) -> dict[str, Any]:
        """Return the count as JSON values."""
        return asdict(self)


def score(data: Graph, plan: Node) -> Scores:
    """Work out the scores of a plan.

    Args:
        data: The plan with the terms of the framework.
        plan: The plan.
    """
    items: dict[Node, float] = {}
    for verdict in data.subjects(CJ.ofPlan, plan):
        item, found = data.value(verdict, CJ.addressesItem), data.value(verdict, CJ.hasVerdict)
        if item is not None and found is not None:
            worth = _WORTH.get(str(found).rsplit("/", 1)[-1], 0.0)
            items[item] = max(worth, items.get(item, 0.0))
    count = thread_count(data, plan)
    return Scores(
        checklist=sum(items.values()),
        thread=round(count.reaching / count.actions, 4) if count.actions else 0.0,
    )


def thread_count(data: Graph, plan: Node | None) -> ThreadCount:
    """Count the actions that reach a national link.

    Args:
        data: The plan with the terms of the framework.
        plan: The plan.
    """
    own = set(data.subjects(CJ.ofPlan, plan))
    actions = own & set(data.subjects(RDF.type, CJ.Action))
    whole = {action for action in actions if _linked(data, _through_objectives(data, action))}
    direct = {a for a in actions if _linked(data, data.objects(a, CJ.actionForOutcome))}
    by_objective = bool(own & set(data.subjects(RDF.type, CJ.StrategicObjective)))
    return ThreadCount(
        actions=len(actions),
        reaching=len(whole if by_objective else whole | direct),
        linked=len(whole | direct),
        through="objective and outcome" if by_objective else "outcome",
    )


def _through_objectives(data: Graph, action: Node) -> Iterable[Node]:
    for objective in data.objects(action, CJ.actionForObjective):
        yield from data.objects(objective, CJ.objectiveForOutcome)


def _linked(data: Graph, outcomes: Iterable[Node]) -> bool:
    return any(
        (national, RDF.type, None) in data
        for outcome in outcomes
        for link in (CJ.localOutcomeForOutcome, CJ.localOutcomeForPriorityAction)
        for national in data.objects(outcome, link)
    )
