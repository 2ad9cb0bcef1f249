"""The framework and the complete plan, as fixtures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import Graph

from cjgraph.shacl import CheckReport, check_plan
from tests.shapes.plan_fixtures import SHA, complete, packaged_framework


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
