"""The rules give the same findings in other engines: rudof for all, Oxigraph for queries."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from rdflib import Graph

from cjgraph.conversion import rdflib_graph
from cjgraph.resources import resource_folder
from cjgraph.shacl import load_rules
from ingest.plans import plan_triples, read_plan
from tests.shapes.engines import Found, by_oxigraph, by_rudof, ours, queries
from tests.shapes.plan_faults import ALL
from tests.shapes.plan_fixtures import complete, edit


class Compared(NamedTuple):
    """What three engines found in one plan."""

    name: str
    product: Found
    oxigraph: Found
    rudof: Found


def _compare(name: str, plan: Graph) -> Compared:
    rules = load_rules()
    seen = ours(plan)
    return Compared(name, seen.found, by_oxigraph(seen.data, rules), by_rudof(seen.data, rules))


@pytest.fixture(scope="module")
def compared() -> list[Compared]:
    plans = [_compare(f"complete {year}", complete(year)) for year in ("2016", "2023")]
    for path in sorted((resource_folder("ontology") / "examples").glob("*.docx")):
        triples = plan_triples(read_plan(path), slug="example", edition="1", invented=True)
        plans.append(_compare(path.name, rdflib_graph(triples)))
    for fault in ALL:
        plan = complete(fault.generation)
        edit(plan, fault.update, start="2024" if fault.generation == "2023" else "2018")
        plans.append(_compare(fault.name, plan))
    return plans


def test_queries_find_the_same_in_oxigraph(compared: list[Compared]) -> None:
    names = set(queries(load_rules()))
    assert names
    for plan in compared:
        assert {found for found in plan.product if found[0] in names} == plan.oxigraph, plan.name


def test_every_rule_finds_the_same_in_rudof(compared: list[Compared]) -> None:
    for plan in compared:
        assert plan.product ^ plan.rudof == frozenset(), plan.name


def test_the_comparison_sees_faults(compared: list[Compared]) -> None:
    assert len({found[0] for plan in compared for found in plan.product}) > 40
