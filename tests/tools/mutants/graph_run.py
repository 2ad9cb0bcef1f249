"""The mutants of graphs: gathered by a seed, and checked one by one."""

from __future__ import annotations

from itertools import zip_longest
from random import Random

from rdflib import Graph

from cjgraph.shacl import CheckReport, check_plan
from ingest.plans.meaning import plan_encoder
from tests.tools.mutants.expectation import Verdict, judge
from tests.tools.mutants.graphs import first_week, framework, graph_of
from tests.tools.mutants.law_mutants import checklist_mutants, data_mutants, law_mutants
from tests.tools.mutants.mutant import GraphMutant, PlanGraph
from tests.tools.mutants.plans import InventedPlan, clean_plans, plan_called
from tests.tools.mutants.smart_mutants import late_mutants, smart_mutants
from tests.tools.mutants.thread_mutants import mismatch_mutants, thread_mutants
from tests.tools.mutants.vectors import keep_vectors

#: Plans on which action and objective can be moved to a plainly wrong place.
_APART = ("auchenlarig", "eilean-torra", "fearnoch")


def graph_mutants(seed: int) -> list[GraphMutant]:
    """Return all mutants of graphs, so mixed that any first part holds as many of each kind.

    Args:
        seed: Seed of every choice.
    """
    random = Random(seed)  # noqa: S311 - nothing secret hangs on it
    plans = list(clean_plans())
    made: list[GraphMutant] = []
    for make in (thread_mutants, law_mutants, checklist_mutants, data_mutants):
        for plan in plans:
            made += make(plan, random)
    made += [*smart_mutants(plans, random), *late_mutants(plans, random)]
    if keep_vectors():  # without the model no guess is made by meaning
        for name in _APART:
            made += mismatch_mutants(plan_called(name), random)
    random.shuffle(made)
    by_kind: dict[str, list[GraphMutant]] = {}
    for mutant in sorted(made, key=lambda m: m.counted):
        by_kind.setdefault(mutant.counted, []).append(mutant)
    return [m for row in zip_longest(*by_kind.values()) for m in row if m is not None]


def check_clean_graph(plan: InventedPlan) -> Verdict:
    """Check the clean graph of a plan: whatever comes is a false alarm."""
    return judge(plan.name, "nothing", (), (), _check(graph_of(plan), plan, None).findings)


def check_graph(mutant: GraphMutant) -> Verdict:
    """Spoil the graph of a plan, check it and judge what came."""
    plan = plan_called(mutant.plan)
    graph = graph_of(plan)
    before = len(graph), set(graph)
    mutant.spoil(PlanGraph(graph, plan))
    if mutant.wanted and mutant.today is None and (len(graph), set(graph)) == before:
        raise ValueError(f"the mutant '{mutant.name}' of {mutant.plan} changes nothing")
    findings = _check(graph, plan, mutant).findings
    name = f"{mutant.plan}: {mutant.name}"
    return judge(name, mutant.counted, mutant.wanted, mutant.allowed, findings)


def _check(graph: Graph, plan: InventedPlan, mutant: GraphMutant | None) -> CheckReport:
    today = mutant.today if mutant and mutant.today else first_week(plan)
    return check_plan(graph, framework(), plan_sha256="0" * 64, today=today, encoder=plan_encoder())
