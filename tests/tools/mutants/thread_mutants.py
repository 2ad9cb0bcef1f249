"""Breaks of the golden thread in graphs."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from rdflib import URIRef

from cjgraph.namespaces import thing
from tests.tools.mutants.expectation import Wanted
from tests.tools.mutants.mutant import UNSERVED, GraphMutant, PlanGraph, may, national
from tests.tools.mutants.plans import InventedPlan, Row, Strand


def thread_mutants(plan: InventedPlan, random: Random) -> Iterator[GraphMutant]:
    """Return breaks of one plan.

    Args:
        plan: The plan.
        random: Chooses where.
    """
    rows, strands = list(plan.rows), list(plan.strands)
    random.shuffle(rows)
    random.shuffle(strands)
    for strand in strands[:2]:
        yield _objective_cut_off(plan, strand)
        yield _objective_idle(plan, strand)
        yield _outcome_bare(plan, strand)
        yield _no_objectives(plan, strand)
        yield _no_national_link(plan, strand)
        yield _no_indicator(plan, strand)
        yield _dangling_outcome(plan, strand)
        yield _old_edition(plan, strand)
    for row in rows[:3]:
        yield _without_objective(plan, row)
        yield _without_either(plan, row)
        yield _without_lead(plan, row)
        yield _dangling_action(plan, row)
    yield _cycle(plan, strands[0])
    yield _long_cycle(plan, rows[0])
    yield _written_to_other(plan)


def _objective_cut_off(plan: InventedPlan, strand: Strand) -> GraphMutant:
    at = f"s{strand.objectives[-1][0]}"

    def spoil(g: PlanGraph) -> None:
        g.drop(g.item(at), "objectiveForOutcome")

    follows = (Wanted("outcome_without_objective", f"o{strand.id}"),)
    return GraphMutant(
        f"objective {at} serves no outcome",
        plan.name,
        (Wanted("objective_without_outcome", at),),
        follows,
        spoil,
    )


def _objective_idle(plan: InventedPlan, strand: Strand) -> GraphMutant:
    at = f"s{strand.objectives[0][0]}"
    mine = [r for r in plan.rows if f"s{r.objective}" == at]

    def spoil(g: PlanGraph) -> None:
        for row in mine:
            g.delete_action(f"a{row.id}")

    return GraphMutant(
        f"objective {at} has lost its actions",
        plan.name,
        (Wanted("objective_without_action", at),),
        UNSERVED,
        spoil,
    )


def _outcome_bare(plan: InventedPlan, strand: Strand) -> GraphMutant:
    at = f"o{strand.id}"

    def spoil(g: PlanGraph) -> None:
        for row in plan.rows:
            if row.outcome == strand.id:
                g.delete_action(f"a{row.id}")

    wanted = (Wanted("outcome_without_action", at), Wanted("local_outcome_without_action", at))
    return GraphMutant(f"outcome {at} has lost its actions", plan.name, wanted, UNSERVED, spoil)


def _no_objectives(plan: InventedPlan, strand: Strand) -> GraphMutant:
    at = f"o{strand.id}"

    def spoil(g: PlanGraph) -> None:
        for ref, _ in strand.objectives:
            g.delete(g.item(f"s{ref}"))

    follows = tuple(
        Wanted("action_without_objective", f"a{r.id}") for r in plan.rows if r.outcome == strand.id
    )
    return GraphMutant(
        f"outcome {at} has lost its objectives",
        plan.name,
        (Wanted("outcome_without_objective", at), *follows),
        (),
        spoil,
    )


def _no_national_link(plan: InventedPlan, strand: Strand) -> GraphMutant:
    at = f"o{strand.id}"

    def spoil(g: PlanGraph) -> None:
        g.drop(g.item(at), "localOutcomeForOutcome")

    return GraphMutant(
        f"outcome {at} has no national link",
        plan.name,
        (Wanted("outcome_without_national_link", at),),
        tuple(Wanted("no_action", code) for code in strand.national),
        spoil,
    )


def _no_indicator(plan: InventedPlan, strand: Strand) -> GraphMutant:
    at = f"o{strand.id}"

    def spoil(g: PlanGraph) -> None:
        g.drop(g.item(at), "measureText", "measuredBy")

    wanted = (
        Wanted("outcome_without_indicator", at),
        Wanted("local_outcome_without_indicator", at),
    )
    return GraphMutant(f"outcome {at} has no indicator", plan.name, wanted, (), spoil)


def _dangling_outcome(plan: InventedPlan, strand: Strand) -> GraphMutant:
    at = f"o{strand.id}"
    code = "ndo-12" if plan.generation == "2023" else "o-9"

    def spoil(g: PlanGraph) -> None:
        g.put(g.item(at), "localOutcomeForOutcome", national(code))

    return GraphMutant(
        f"outcome {at} cites {code}",
        plan.name,
        (Wanted("dangling_reference", at),),
        tuple(Wanted("no_action", c) for c in strand.national),
        spoil,
    )


def _old_edition(plan: InventedPlan, strand: Strand) -> GraphMutant:
    at = f"o{strand.id}"
    other = f"o-{1 + int(strand.id) % 7}" if plan.generation == "2023" else f"ndo-{strand.id}"

    def spoil(g: PlanGraph) -> None:
        g.put(g.item(at), "localOutcomeForOutcome", national(other))

    return GraphMutant(
        f"outcome {at} cites {other} of another edition",
        plan.name,
        (Wanted("wrong_edition", at),),
        (*(Wanted("no_action", c) for c in strand.national), *may("mismatched_objective")),
        spoil,
    )


def _without_objective(plan: InventedPlan, row: Row) -> GraphMutant:
    def spoil(g: PlanGraph) -> None:
        g.drop(g.item(f"a{row.id}"), "actionForObjective")

    return GraphMutant(
        f"action {row.id} has no objective",
        plan.name,
        (Wanted("action_without_objective", f"a{row.id}"),),
        (Wanted("objective_without_action", f"s{row.objective}"),),
        spoil,
    )


def _without_either(plan: InventedPlan, row: Row) -> GraphMutant:
    at = f"a{row.id}"

    def spoil(g: PlanGraph) -> None:
        g.drop(g.item(at), "actionForObjective", "actionForOutcome")

    wanted = (Wanted("action_without_outcome", at), Wanted("action_without_objective", at))
    return GraphMutant(f"action {row.id} is tied to nothing", plan.name, wanted, UNSERVED, spoil)


def _without_lead(plan: InventedPlan, row: Row) -> GraphMutant:
    return GraphMutant(
        f"action {row.id} has no lead",
        plan.name,
        (Wanted("action_without_lead", f"a{row.id}"),),
        (),
        lambda g: g.drop_leads(f"a{row.id}"),
    )


def _dangling_action(plan: InventedPlan, row: Row) -> GraphMutant:
    def spoil(g: PlanGraph) -> None:
        g.put(g.item(f"a{row.id}"), "actionForObjective", g.node("objective/s99.1"))

    return GraphMutant(
        f"action {row.id} cites an objective that was never set",
        plan.name,
        (Wanted("dangling_reference", f"a{row.id}"),),
        (Wanted("objective_without_action", f"s{row.objective}"),),
        spoil,
    )


def _cycle(plan: InventedPlan, strand: Strand) -> GraphMutant:
    other = next(s for s in plan.strands if s.id != strand.id)
    first, second = f"s{strand.objectives[0][0]}", f"s{other.objectives[0][0]}"

    def spoil(g: PlanGraph) -> None:
        g.add(g.item(first), "contributesTo", g.item(second))
        g.add(g.item(second), "contributesTo", g.item(first))

    return GraphMutant(
        f"objectives {first} and {second} in a circle",
        plan.name,
        (Wanted("cycle", (first, second)),),
        (),
        spoil,
    )


def _long_cycle(plan: InventedPlan, row: Row) -> GraphMutant:
    members = (f"a{row.id}", f"s{row.objective}", f"o{row.outcome}")

    def spoil(g: PlanGraph) -> None:
        g.add(g.item(members[2]), "contributesTo", g.item(members[0]))

    return GraphMutant(
        f"outcome {members[2]} leads back to action {row.id}",
        plan.name,
        (Wanted("cycle", members),),
        (),
        spoil,
    )


def _written_to_other(plan: InventedPlan) -> GraphMutant:
    other = "opif-2016" if plan.generation == "2023" else "cjpf-2023"

    def spoil(g: PlanGraph) -> None:
        g.put(g.iri, "writtenAgainst", URIRef(thing("edition", other)))

    return GraphMutant(
        f"written to {other}", plan.name, (Wanted("wrong_edition", "plan"),), (), spoil
    )


#: Matters that lie far apart; outcomes of one row are about near ones.
_MATTERS = (
    ("ndo-1", "ndo-2", "ndo-3"),
    ("ndo-6",),
    ("ndo-7",),
    ("ndo-9",),
)


def mismatch_mutants(plan: InventedPlan, random: Random) -> Iterator[GraphMutant]:
    """Return plans in which an action or an objective hangs under a plainly wrong parent.

    Args:
        plan: A plan of the framework of 2023, whose themes are far apart.
        random: Chooses which.
    """
    by_code = {s.national[0]: s for s in plan.strands if len(s.national) == 1}
    pairs = [
        (here, there)
        for near in _MATTERS
        for far in _MATTERS
        if near is not far
        for here in near
        for there in far
        if here in by_code and there in by_code
    ]
    random.shuffle(pairs)
    moved = 0
    for here, there in pairs:
        source, goal = by_code[here], by_code[there]
        mine = [r for r in plan.rows if r.outcome == source.id]
        if len(mine) < 2 or moved >= 6:
            continue
        moved += 1
        yield _moved_action(plan, random.choice(mine), source, goal)
    for here, there in pairs[-4:]:
        yield _moved_objective(plan, by_code[here], by_code[there])


def _moved_action(plan: InventedPlan, row: Row, source: Strand, goal: Strand) -> GraphMutant:
    def spoil(g: PlanGraph) -> None:
        g.put(g.item(f"a{row.id}"), "actionForObjective", g.item(f"s{goal.objectives[0][0]}"))
        if (g.item(f"a{row.id}"), g.cj("actionForOutcome"), None) in g.graph:
            g.put(g.item(f"a{row.id}"), "actionForOutcome", g.item(f"o{goal.id}"))

    return GraphMutant(
        f"action {row.id} under outcome {goal.id} in place of {source.id}",
        plan.name,
        (Wanted("mismatched_action", f"a{row.id}"),),
        (Wanted("objective_without_action", f"s{row.objective}"),),
        spoil,
    )


def _moved_objective(plan: InventedPlan, source: Strand, goal: Strand) -> GraphMutant:
    ref = source.objectives[0][0]

    def spoil(g: PlanGraph) -> None:
        g.put(g.item(f"s{ref}"), "objectiveForOutcome", g.item(f"o{goal.id}"))
        for row in plan.rows:
            if row.objective == ref:
                g.put(g.item(f"a{row.id}"), "actionForOutcome", g.item(f"o{goal.id}"))

    follows = may(
        "outcome_without_objective",
        "outcome_without_action",
        "local_outcome_without_action",
        "no_action",
        "mismatched_action",
    )
    return GraphMutant(
        f"objective {ref} under outcome {goal.id} in place of {source.id}",
        plan.name,
        (Wanted("mismatched_objective", f"s{ref}"),),
        follows,
        spoil,
    )
