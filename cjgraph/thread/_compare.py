"""Two Partnerships, or two editions of a plan, side by side."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cjgraph.errors import UnknownThing
from cjgraph.thread._answer import HOW_TO_LOAD, Answer, Value, listed, number
from cjgraph.thread._changes import NATIONAL
from cjgraph.thread._frame import COLUMN_KINDS
from cjgraph.thread._graph import Node, ThreadGraph
from cjgraph.thread._plans import PlanEdition, Plans, Row, chosen_rows
from cjgraph.thread._queries import values, written
from cjgraph.thread._reach import ITEM_KINDS, PlanReach, plan_reach
from cjgraph.thread._supply import supply_of

#: How alike the words of two actions must be to be told as the same.
_ALIKE: Final = 0.5

#: Most pairs of actions that are compared.
_MOST_PAIRS: Final = 40_000

_TOPICS: Final = ("outcomes", "priority_actions", "needs", "partners")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison.

    Args:
        row: The Partnership or plan.
        plans: Titles of the editions that were compared.
        actions: How many actions they have.
        reaching: How many of them reach a national outcome or priority action.
        scores: ``checklist`` (of 13, None where no verdict is recorded) and ``thread`` (share of
            actions that reach the nation).
        topics: For outcomes, priority actions, needs and partners, names and counts of actions.
    """

    row: Row
    plans: tuple[str, ...]
    actions: int
    reaching: int
    scores: Mapping[str, float | None]
    topics: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Match:
    """Two actions whose words are alike.

    Args:
        first: The action of the first side.
        second: The action of the second side.
        likeness: How alike the words are, from 0 to 1.
    """

    first: Node
    second: Node
    likeness: float


@dataclass(frozen=True, kw_only=True)
class Comparison(Answer):
    """Two Partnerships or plans side by side.

    Args:
        first: The first.
        second: The second.
        shared: For each topic what both have.
        only_first: For each topic what only the first has.
        only_second: For each topic what only the second has.
        matches: Actions whose words are alike, the most alike first.
        unmatched_first: Actions of the first that are like none of the second.
        unmatched_second: Actions of the second that are like none of the first.
        compared_words: Whether there were few enough actions to compare their words.
    """

    first: Side
    second: Side
    shared: Mapping[str, tuple[str, ...]]
    only_first: Mapping[str, tuple[str, ...]]
    only_second: Mapping[str, tuple[str, ...]]
    matches: tuple[Match, ...]
    unmatched_first: tuple[Node, ...]
    unmatched_second: tuple[Node, ...]
    compared_words: bool

    def rows(self) -> list[dict[str, Value]]:
        """Return a line for each thing that either side has."""
        lines: list[dict[str, Value]] = []
        for topic in _TOPICS:
            left, right = self.first.topics[topic], self.second.topics[topic]
            for name in dict.fromkeys((*left, *right)):
                lines.append(
                    {
                        "topic": topic,
                        "what": name,
                        "first": left.get(name),
                        "second": right.get(name),
                        "likeness": None,
                    }
                )
        for score in ("checklist", "thread"):
            pair = (self.first.scores[score], self.second.scores[score])
            lines.append(_line("score", score, *pair))
        for match in self.matches:
            words = (match.first.label, match.second.label)
            lines.append(_line("action", words[0], *words, likeness=match.likeness))
        lines += [_line("action", n.label, n.label, None) for n in self.unmatched_first]
        lines += [_line("action", n.label, None, n.label) for n in self.unmatched_second]
        return lines


def compare(
    graph: ThreadGraph,
    first: str,
    second: str,
    *,
    plans: Plans = "in_force",
    on: date | None = None,
) -> Comparison:
    """Compare two Partnerships, or two editions of a plan.

    Args:
        graph: All threads of a snapshot.
        first: A Partnership, area or plan.
        second: Another.
        plans: Which editions of plans count; a plan that is named always counts.
        on: The day for which editions are chosen; today where it is None.

    Raises:
        UnknownThing: No Partnership, area or plan is called that.
    """
    heads = []
    for name in (first, second):
        found = chosen_rows(graph, plans=plans, on=on, area=name)
        if not found:
            raise UnknownThing(f"No plan of '{name}' is loaded.", hint=HOW_TO_LOAD)
        heads.append(found[0])
    left, right = (_side(graph, head) for head in heads)
    actions = [_actions(graph, head) for head in heads]
    few = len(actions[0]) * len(actions[1]) <= _MOST_PAIRS
    matches = _matched(actions[0], actions[1]) if few else []
    taken = {match.first.iri for match in matches} | {match.second.iri for match in matches}
    return Comparison(
        sentence=_sentence(left, right, len(matches), few=few),
        query=_query([p for head in heads for p in head.plans]),
        query_note="The query gives the actions behind outcomes and priority actions, plan by plan;"
        " needs, partners and likeness of words are worked out besides.",
        included=tuple(sorted(graph.included)),
        first=left,
        second=right,
        shared=_sorted_out(left, right, both=True),
        only_first=_sorted_out(left, right, both=False),
        only_second=_sorted_out(right, left, both=False),
        matches=tuple(matches),
        unmatched_first=tuple(n for n in actions[0] if n.iri not in taken),
        unmatched_second=tuple(n for n in actions[1] if n.iri not in taken),
        compared_words=few,
    )


def _side(graph: ThreadGraph, head: Row) -> Side:
    topics: dict[str, dict[str, int]] = {topic: {} for topic in _TOPICS}
    total = reaching = 0
    for plan in head.plans:
        reach = plan_reach(graph, plan.iri)
        total += len(reach.items["Action"])
        for target, behind in sorted(reach.behind.items()):
            kind = graph.nodes[target].kind
            for topic in ("outcomes", "priority_actions"):
                if kind in COLUMN_KINDS[topic]:
                    name = f"{graph.code(target)}: {graph.label(target)}"
                    _add(topics[topic], name, len(behind.actions))
        reaching += _reaching(graph, reach)
        for action in reach.items["Action"]:
            for lead in graph.facts.all("leadAsWritten", action):
                _add(topics["partners"], lead, 1)
    supply = supply_of(graph, head)
    for need in sorted({*supply.named, *supply.actions}, key=graph.label):
        topics["needs"][graph.label(need)] = len(supply.actions.get(need, ()))
    return Side(
        row=head,
        plans=tuple(plan.label for plan in head.plans),
        actions=total,
        reaching=reaching,
        scores={
            "checklist": _checklist(graph, head.plans),
            "thread": round(reaching / total, 4) if total else None,
        },
        topics={topic: dict(sorted(found.items())) for topic, found in topics.items()},
    )


def _reaching(graph: ThreadGraph, reach: PlanReach) -> int:
    """Count actions as the score of a plan does: through an objective, where it has any."""
    by_objective = bool(reach.items["StrategicObjective"])
    return sum(
        any(
            graph.nodes[end].kind in NATIONAL
            for target, edge in graph.up.get(action, ())
            if not by_objective or edge.property == "actionForObjective"
            for end in reach.ends.get(target, ())
        )
        for action in reach.items["Action"]
    )


def _checklist(graph: ThreadGraph, plans: Sequence[PlanEdition]) -> float | None:
    worth = {"present": 1.0, "partial": 0.5}
    best: dict[str, float] = {}
    for plan in plans:
        for iri in graph.facts.back("ofPlan", plan.iri):
            verdict = graph.facts.one("hasVerdict", iri)
            for item in graph.facts.all("addressesItem", iri) if verdict else ():
                found = worth.get((verdict or "").rsplit("/", 1)[-1], 0.0)
                best[item] = max(found, best.get(item, 0.0))
    return sum(best.values()) if best else None


def _actions(graph: ThreadGraph, head: Row) -> list[Node]:
    return [
        graph.nodes[iri]
        for plan in head.plans
        for iri in plan_reach(graph, plan.iri).items[ITEM_KINDS[0]]
    ]


def _matched(first: Sequence[Node], second: Sequence[Node]) -> list[Match]:
    """Pair actions by their words, the most alike first, each once."""
    pairs: list[tuple[float, str, str, Node, Node]] = []
    for right in second:
        matcher = difflib.SequenceMatcher(None, (), _words(right), autojunk=False)
        for left in first:
            matcher.set_seq1(_words(left))
            if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
                likeness = matcher.ratio()
                if likeness >= _ALIKE:
                    pairs.append((-likeness, left.iri, right.iri, left, right))
    taken: set[str] = set()
    found = []
    for negative, _, _, left, right in sorted(pairs, key=lambda pair: pair[:3]):
        if left.iri not in taken and right.iri not in taken:
            taken |= {left.iri, right.iri}
            found.append(Match(left, right, round(-negative, 3)))
    return found


def _words(action: Node) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", action.label.casefold()))


def _sorted_out(left: Side, right: Side, *, both: bool) -> dict[str, tuple[str, ...]]:
    return {
        topic: tuple(n for n in left.topics[topic] if (n in right.topics[topic]) is both)
        for topic in _TOPICS
    }


def _add(counts: dict[str, int], name: str, more: int) -> None:
    counts[name] = counts.get(name, 0) + more


def _line(
    topic: str, what: str, first: Value, second: Value, *, likeness: Value = None
) -> dict[str, Value]:
    return {"topic": topic, "what": what, "first": first, "second": second, "likeness": likeness}


def _query(plans: Sequence[PlanEdition]) -> str:
    return written(
        "SELECT ?plan ?target (COUNT(DISTINCT ?action) AS ?actions) WHERE {\n"
        + values("plan", (plan.iri for plan in plans))
        + "  ?action a cj:Action ; cj:ofPlan ?plan ; cj:contributesTo+ ?target .\n"
        "  { ?target a cj:CommunityJusticeOutcome } UNION { ?target a cj:PriorityAction }\n"
        "}\nGROUP BY ?plan ?target ORDER BY ?plan ?target"
    )


def _sentence(left: Side, right: Side, matches: int, *, few: bool) -> str:
    for side in (left, right):
        if not side.plans:
            return f"{side.row.name} can't be compared. {side.row.note}"
    outcomes = [side.topics["outcomes"] for side in (left, right)]
    shared = [name for name in outcomes[0] if name in outcomes[1]]
    names = (left.row.name, right.row.name)
    common = number(len(shared), "national outcome") if shared else "no national outcome"
    said = f"{names[0]} and {names[1]} have {common} in common."
    for name, own, other in ((names[0], *outcomes), (names[1], *reversed(outcomes))):
        only = [each.split(":")[0] for each in own if each not in other]
        if only:
            said += f" Only {name} serves {listed(only, 13)}."
    for side in (left, right):
        said += f" {side.row.name} has {number(side.actions, 'action')}, of which {side.reaching}"
        said += f" {'leads' if side.reaching == 1 else 'lead'} to a national outcome."
    if not few:
        return said + " There are too many actions to compare their words."
    return said + f" {number(matches, 'action is', 'actions are')} worded alike in both."
