"""Actions that are vague, unfunded, dateless, beyond reach or led by strangers, in graphs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from rdflib import Literal

from tests.tools.mutants import wording
from tests.tools.mutants.expectation import Wanted
from tests.tools.mutants.mutant import GraphMutant, PlanGraph, may
from tests.tools.mutants.plans import InventedPlan, Row

#: Other words may also sit badly under the objective that the action had.
_WORDS = may("mismatched_action")


def smart_mutants(plans: list[InventedPlan], random: Random) -> Iterator[GraphMutant]:
    """Return every wording once, each on an action of some plan.

    Args:
        plans: The plans to spoil.
        random: Chooses plan and action.
    """

    def some() -> tuple[InventedPlan, Row]:
        plan = random.choice(plans)
        return plan, random.choice(plan.rows)

    for words in wording.VAGUE:
        yield _worded(*some(), words, "smart_s", ())
    for caveat in wording.CAVEATS:
        plan, row = some()
        yield _worded(plan, row, f"{row.text}, {caveat}", "smart_a", ())
    for words in wording.BEYOND_POWER:
        yield _worded(*some(), words, "smart_r", may("smart_s"))
    for words in wording.BEYOND_TIME:
        yield _worded(*some(), words, "smart_r", may("smart_s"))
    for words in wording.NO_DATES:
        yield _undated(*some(), words)
    for words in wording.EMPTY_MEASURES:
        yield _empty_measure(*some(), words)
    for _ in range(6):
        yield _unmeasured(*some())
    for name in wording.STRANGERS:
        yield _stranger(*some(), name)
    for words in wording.CONCRETE:
        yield _concrete(*some(), words)


def late_mutants(plans: list[InventedPlan], random: Random) -> Iterator[GraphMutant]:
    """Return plans checked when some of their dates have passed.

    Args:
        plans: The plans.
        random: Chooses the day.
    """
    for plan in plans:
        days = sorted(r.due for r in plan.rows)
        when = days[len(days) // 2] + timedelta(random.randint(1, 20))
        if when < plan.end:
            yield GraphMutant(
                f"checked on {when}",
                plan.name,
                (Wanted("dates_passed", "plan"),),
                (),
                _nothing,
                when,
            )


def _nothing(graph: PlanGraph) -> None:
    """Change nothing: the day alone makes the difference."""


def _worded(
    plan: InventedPlan, row: Row, words: str, kind: str, more: tuple[Wanted, ...]
) -> GraphMutant:
    return GraphMutant(
        f"{kind}: {words}",
        plan.name,
        (Wanted(kind, f"a{row.id}"),),
        (*_WORDS, *more),
        lambda g: g.text(g.item(f"a{row.id}"), words),
    )


def _undated(plan: InventedPlan, row: Row, words: str) -> GraphMutant:
    def spoil(g: PlanGraph) -> None:
        node = g.item(f"a{row.id}")
        g.drop(node, "due", "dueAsWritten")
        if words:
            g.put(node, "dueAsWritten", Literal(words))

    return GraphMutant(
        f"smart_t: {words or 'blank'}",
        plan.name,
        (Wanted("smart_t", f"a{row.id}", words),),
        (),
        spoil,
    )


def _empty_measure(plan: InventedPlan, row: Row, words: str) -> GraphMutant:
    measure = words.format(
        action=row.text if words[0] == "{" else row.text[0].lower() + row.text[1:]
    )
    return GraphMutant(
        f"smart_m: {measure}",
        plan.name,
        (Wanted("smart_m", f"a{row.id}"),),
        (),
        lambda g: g.put(g.item(f"a{row.id}"), "measureText", Literal(measure)),
    )


def _unmeasured(plan: InventedPlan, row: Row) -> GraphMutant:
    def spoil(g: PlanGraph) -> None:
        g.drop(g.item(f"a{row.id}"), "measureText")
        g.drop(g.item(f"o{row.outcome}"), "measureText")

    return GraphMutant(
        f"smart_m: no measure for {row.id}, nor for its outcome",
        plan.name,
        (Wanted("smart_m", f"a{row.id}"),),
        (
            Wanted("outcome_without_indicator", f"o{row.outcome}"),
            Wanted("local_outcome_without_indicator", f"o{row.outcome}"),
        ),
        spoil,
    )


def _stranger(plan: InventedPlan, row: Row, name: str) -> GraphMutant:
    return GraphMutant(
        f"lead: {name}",
        plan.name,
        (Wanted("lead_not_partner", f"a{row.id}"),),
        (),
        lambda g: g.lead(f"a{row.id}", name, "other"),
    )


def _concrete(plan: InventedPlan, row: Row, words: str) -> GraphMutant:
    return GraphMutant(
        f"harmless: {words}", plan.name, (), _WORDS, lambda g: g.text(g.item(f"a{row.id}"), words)
    )
