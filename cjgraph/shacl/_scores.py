"""Two figures that sum a plan up: how much of the checklist, how much of the thread."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import RDF, Graph
from rdflib.term import Node

from cjgraph.shacl._terms import CJ

_WORTH = {"present": 1.0, "partial": 0.5}


@dataclass(frozen=True)
class Scores:
    """The scores of a plan.

    Args:
        checklist: Items present plus half of those partly met, from 0 to 13.
        thread: Share of actions that reach a national link through objective and outcome.
    """

    checklist: float
    thread: float


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
    own = set(data.subjects(CJ.ofPlan, plan))
    actions = [a for a in data.subjects(RDF.type, CJ.Action) if a in own]
    whole = sum(_reaches(data, action) for action in actions)
    return Scores(
        checklist=sum(items.values()),
        thread=round(whole / len(actions), 4) if actions else 0.0,
    )


def _reaches(data: Graph, action: Node) -> bool:
    return any(
        (national, RDF.type, None) in data
        for objective in data.objects(action, CJ.actionForObjective)
        for outcome in data.objects(objective, CJ.objectiveForOutcome)
        for link in (CJ.localOutcomeForOutcome, CJ.localOutcomeForPriorityAction)
        for national in data.objects(outcome, link)
    )
