"""Finds actions and objectives that fit much better elsewhere in the same plan.

A guess by meaning, for the eye of a person. Without the model nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from rdflib import RDF, SKOS, Graph
from rdflib.term import Node

from cjgraph.shacl._fit import Fit, Place
from cjgraph.shacl._terms import CJ

if TYPE_CHECKING:
    from cjgraph.search.encoder import TextEncoder

#: Comparing more would keep people waiting for what is only a guess.
MOST_ITEMS: Final = 2_000
_LEAST_PLACES: Final = 2
_LONGEST: Final = 1_000


class _Level(NamedTuple):
    name: str
    items: list[Node]
    own: list[int]
    places: list[Node]


def misplaced(data: Graph, plan: Node, encoder: TextEncoder) -> Iterator[tuple[Node, Node]]:
    """Find the items that fit much better elsewhere.

    An action is compared with the other objectives where it stands under one, else with the
    other outcomes; an objective with the other outcomes. What stands under several places, or
    under one that does not exist, is left alone.

    Args:
        data: The plan with the terms of the framework.
        plan: The plan.
        encoder: The embedding model.

    Yields:
        The item and the place that it fits better.
    """
    levels = [level for level in _levels(data, plan) if level.items]
    if not levels or sum(len(level.items) for level in levels) > MOST_ITEMS:
        return
    fit = Fit(encoder)
    if not fit.knows():
        return
    places = {place: _place(data, place) for level in levels for place in level.places}
    texts = {item: _text(data, item) for level in levels for item in level.items}
    fit.learn_words(
        [*texts.values(), *(p.text for p in places.values()), *(p.above for p in places.values())]
    )
    for level in levels:
        found = fit.better(
            level.name,
            [texts[item] for item in level.items],
            level.own,
            [places[place] for place in level.places],
        )
        for item, better in zip(level.items, found, strict=True):
            if better is not None:
                yield item, level.places[better]


def _levels(data: Graph, plan: Node) -> Iterator[_Level]:
    own = set(data.subjects(CJ.ofPlan, plan))

    def all_of(kind: Node) -> list[Node]:
        named = (thing for thing in own & set(data.subjects(RDF.type, kind)))
        return sorted((thing for thing in named if _text(data, thing)), key=str)

    actions, objectives, outcomes = map(all_of, (CJ.Action, CJ.StrategicObjective, CJ.LocalOutcome))
    by_objective = _under(data, actions, CJ.actionForObjective, objectives)
    yield _Level("action-objective", *by_objective, objectives)
    rest = [a for a in actions if (a, CJ.actionForObjective, None) not in data]
    yield _Level("action-outcome", *_under(data, rest, CJ.actionForOutcome, outcomes), outcomes)
    aims = _under(data, objectives, CJ.objectiveForOutcome, outcomes)
    yield _Level("objective-outcome", *aims, outcomes)


def _under(
    data: Graph, items: list[Node], step: Node, places: list[Node]
) -> tuple[list[Node], list[int]]:
    """Return the items that stand under exactly one of the places, and under which."""
    number = {place: at for at, place in enumerate(places)}
    found: list[Node] = []
    own: list[int] = []
    if len(places) < _LEAST_PLACES:
        return found, own
    for item in items:
        above = list(data.objects(item, step))
        if len(above) == 1 and above[0] in number:
            found.append(item)
            own.append(number[above[0]])
    return found, own


def _place(data: Graph, place: Node) -> Place:
    outcomes = list(data.objects(place, CJ.objectiveForOutcome)) or [place]
    national = sorted(
        {n for outcome in outcomes for n in data.objects(outcome, CJ.localOutcomeForOutcome)},
        key=str,
    )
    words = [_text(data, outcome) for outcome in outcomes if outcome != place]
    words += [str(data.value(n, SKOS.prefLabel) or "") for n in national]
    return Place(
        text=_text(data, place),
        above=" ".join(word for word in words if word),
        national=frozenset(str(data.value(n, SKOS.notation) or "") for n in national),
    )


def _text(data: Graph, thing: Node) -> str:
    return " ".join(str(data.value(thing, CJ.text) or "").split())[:_LONGEST]
