"""A slice of the mutation runs: invented clean plans stay clean, and spoilt ones are caught.

The whole runs are made by ``python -m tests.tools.mutants``.
"""

from __future__ import annotations

import pytest

from cjgraph.shacl import check_plan
from tests.shapes.plan_fixtures import complete, packaged_framework
from tests.tools.mutants.tally import Sort, Tally, run, wilson

#: How many mutants, how many of them at least have to be caught, and the largest plan.
SLICES: tuple[tuple[Sort, int, int, int], ...] = (("graph", 36, 33, 20), ("documents", 12, 9, 27))


@pytest.fixture(scope="module", params=SLICES, ids=lambda one: one[0])
def slice_of(request: pytest.FixtureRequest) -> tuple[Tally, int]:
    sort, count, least, largest = request.param
    return run(sort, count, seed=1, largest=largest), least


def test_nothing_is_told_of_clean_plans(slice_of: tuple[Tally, int]) -> None:
    tally, _ = slice_of
    assert tally.clean
    assert {v.name: v.strays for v in tally.clean if v.strays} == {}


def test_mutants_are_caught(slice_of: tuple[Tally, int]) -> None:
    tally, least = slice_of
    caught = tally.caught + sum(v.caught for v in tally.harmless)
    assert caught >= least, tally.text()


def test_harmless_changes_lead_to_nothing(slice_of: tuple[Tally, int]) -> None:
    tally, _ = slice_of
    assert {v.name: v.strays for v in tally.harmless if v.strays} == {}


@pytest.mark.parametrize("generation", ["2016", "2023"])
def test_complete_plans_of_the_rules_are_clean_too(generation: str) -> None:
    report = check_plan(complete(generation), packaged_framework(), plan_sha256="0" * 64)
    assert [f.message for f in report.findings if f.tier != "evidence"] == []


def test_interval_holds_the_share() -> None:
    low, high = wilson(98, 100)
    assert low < 0.98 < high
    assert (round(low, 3), round(high, 3)) == (0.93, 0.994)
