"""The framework and the complete plan, as fixtures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from rdflib import Graph

from cjgraph.shacl import CheckReport, _plan, check_plan
from tests.shapes.plan_fixtures import SHA, TODAY, complete, packaged_framework


class _Calendar(date):
    """A calendar on which it is always the day of these tests."""

    @classmethod
    def today(cls) -> date:
        return TODAY


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Check on the same day whenever the tests run; rules on dates go by it."""
    monkeypatch.setattr(_plan, "date", _Calendar)


@pytest.fixture(scope="session")
def framework() -> Graph:
    return packaged_framework()


@pytest.fixture
def plan() -> Graph:
    return complete("2023")


@pytest.fixture
def check(framework: Graph) -> Callable[..., CheckReport]:
    def run(plan: Graph, profile: str = "draft") -> CheckReport:
        return check_plan(plan, framework, profile=profile, plan_sha256=SHA)

    return run
