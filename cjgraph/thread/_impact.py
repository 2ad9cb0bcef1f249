"""What a change would do: what loses its only link, and what loses one of several."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cjgraph.thread._answer import Answer, Value, listed, number
from cjgraph.thread._changes import ANY_CHANGE, CHANGES, NATIONAL, ORGANISATIONS, Effect
from cjgraph.thread._graph import Node, ThreadGraph
from cjgraph.thread._plans import Plans, chosen_rows
from cjgraph.thread._queries import values, written
from cjgraph.thread._reach import ITEM_KINDS, plan_reach


@dataclass(frozen=True, kw_only=True)
class Impact(Answer):
    """What a change would do.

    Args:
        start: What is retired, superseded, closed or dropped, or leaves.
        change: The change in words.
        effects: What it does, the worst first.
        uncovered: Pairs of a plan and a national item that lose all their actions.
    """

    start: Node
    change: str
    effects: tuple[Effect, ...]
    uncovered: tuple[tuple[str, str], ...]

    def rows(self) -> list[dict[str, Value]]:
        """Return a line for each thing that is affected."""
        return [
            {
                "severity": effect.severity,
                "kind": effect.thing.kind,
                "words": effect.thing.label,
                "plan": effect.row_name or None,
                "loses": effect.loses,
                "left": effect.left,
                "path": " > ".join(effect.path),
                "iri": effect.thing.iri,
            }
            for effect in self.effects
        ]


def impact(
    graph: ThreadGraph, name: str, *, plans: Plans = "in_force", on: date | None = None
) -> Impact:
    """Tell what would follow if a thing went.

    What the change is follows from the thing: a national outcome or priority action is
    retired, a publication superseded, a service closed, a partner leaves, an indicator is
    dropped, an item is taken out of its plan.

    Args:
        graph: All threads of a snapshot.
        name: The thing, by IRI, code or words.
        plans: Which editions of plans are looked at.
        on: The day for which editions are chosen; today where it is None.

    Raises:
        UnknownThing: Nothing is called that.
    """
    start = graph.find(name)
    chosen = {p.iri for head in chosen_rows(graph, plans=plans, on=on) for p in head.plans}
    change, work_out = CHANGES.get(start.kind, ANY_CHANGE)
    effects: dict[tuple[str, str], Effect] = {}
    for effect in work_out(graph, start.iri, chosen):
        effects.setdefault((effect.thing.iri, effect.loses), effect)
    order = {"orphaned": 0, "weakened": 1}
    told = sorted(
        effects.values(), key=lambda e: (order[e.severity], e.row_name, e.thing.kind, e.thing.iri)
    )
    uncovered = _uncovered(graph, start, chosen)
    return Impact(
        sentence=_sentence(start, change, told, uncovered, len(chosen)),
        query=_query(start),
        query_note="The query gives everything that is linked to it; what loses its last link is"
        " worked out from that.",
        included=tuple(sorted(graph.included)),
        start=start,
        change=change,
        effects=tuple(told),
        uncovered=uncovered,
    )


def _uncovered(graph: ThreadGraph, start: Node, chosen: set[str]) -> tuple[tuple[str, str], ...]:
    """Return the national items that lose all actions of a plan."""
    if start.kind in ORGANISATIONS:
        led = set(graph.facts.back("ledBy", start.iri))
        gone = {
            a
            for a in led
            if max(len(graph.facts.all("ledBy", a)), len(graph.facts.all("leadAsWritten", a))) == 1
        }
    elif start.kind in ITEM_KINDS:
        gone = {start.iri}
    else:
        return ()
    plans = {graph.facts.one("ofPlan", iri) for iri in gone} & chosen
    found = []
    for plan in sorted(p for p in plans if p):
        for target, behind in plan_reach(graph, plan).behind.items():
            if target not in graph.nodes or graph.nodes[target].kind not in NATIONAL:
                continue
            left = [a for a in behind.actions if a not in gone]
            if start.kind != "Action" and start.kind in ITEM_KINDS:
                left = [a for a in left if target in _ends_without(graph, a, start.iri)]
            if behind.actions and not left:
                found.append((graph.label(plan), graph.code(target)))
    return tuple(sorted(found))


def _ends_without(graph: ThreadGraph, iri: str, gone: str) -> set[str]:
    seen = {iri, gone}
    ahead = [iri]
    while ahead:
        for target, edge in graph.up.get(ahead.pop(), ()):
            if not edge.judged and target not in seen:
                seen.add(target)
                ahead.append(target)
    return seen


def _query(start: Node) -> str:
    return written(
        "SELECT DISTINCT ?affected WHERE {\n"
        + values("thing", (start.iri,))
        + "  { ?affected cj:contributesTo+ ?thing }\n"
        "  UNION { ?thing cj:contributesTo+ ?affected }\n"
        "  UNION { ?affected cj:usesIntervention|cj:measuredBy|cj:providedBy ?thing }\n"
        "  UNION { ?finding cj:fromPublication ?thing ; cj:concernsIntervention ?affected }\n"
        "  UNION { ?thing cj:addressesNeed ?affected }\n}"
    )


def _sentence(
    start: Node,
    change: str,
    effects: list[Effect],
    uncovered: tuple[tuple[str, str], ...],
    plans: int,
) -> str:
    if not effects:
        base = f"If '{start.label}' {change}, nothing on record would lose a link."
        return base + (
            "" if plans else " No plan is loaded, so what plans would lose is not known."
        )
    lost = sum(e.severity == "orphaned" for e in effects)
    names = {e.row_name for e in effects if e.row_name}
    kept = len(effects) - lost
    said = (
        f"If '{start.label}' {change}, {number(lost, 'thing')} would be left without something"
        f" to rest on and {number(kept, 'thing')} with less of it"
    )
    said += f", in {number(len(names), 'plan')}." if names else "."
    if uncovered:
        told = listed(f"{code} in {plan}" for plan, code in uncovered)
        said += f" No action would be left for {told}."
    return said
