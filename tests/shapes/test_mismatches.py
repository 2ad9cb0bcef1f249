"""What stands in the wrong place by its meaning, and that a guess stays a guess."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph

from cjgraph.search import Encoder
from cjgraph.shacl import CheckReport, check_plan
from tests.shapes.plan_fixtures import SHA, TODAY, complete, edit, key, packaged_framework

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def encoder(model_folder: Path) -> Encoder:
    return Encoder.load(model_folder)


def _report(plan: Graph, encoder: Any, profile: str = "draft") -> CheckReport:
    return check_plan(
        plan, packaged_framework(), profile=profile, plan_sha256=SHA, today=TODAY, encoder=encoder
    )


def test_complete_plan_is_not_doubted(encoder: Encoder) -> None:
    for generation in ("2016", "2023"):
        assert [f.message for f in _report(complete(generation), encoder).findings] == []


def test_action_under_the_wrong_objective_is_named_with_the_better_one(encoder: Encoder) -> None:
    plan = complete("2023")
    edit(
        plan,
        "INSERT DATA { plan:action/a10 a cj:Action ; cj:localId 'a10' ; "
        "cj:text 'Hold a housing surgery in the prison for everyone without a home' ; "
        "cj:ofPlan id:plan/invented/2024 ; cj:actionForObjective plan:objective/s1 ; "
        "cj:leadAsWritten 'Testshire Council' ; cj:due '2025-03-31'^^xsd:date ; "
        "cj:measureText 'Number of people seen' }",
    )
    [finding] = _report(plan, encoder).findings
    assert key(finding) == ("mismatched_action", "a10")
    assert finding.severity == "warning"
    assert finding.message == (
        'The action "Hold a housing surgery in the prison for everyone without a home" reads as '
        'a step to "Plan housing before release", not to "Offer diversion in every court area".'
    )
    strict = _report(plan, encoder, "exemplary")
    assert [f.severity for f in strict.findings] == ["violation"]


def test_objective_under_the_wrong_outcome_is_named(encoder: Encoder) -> None:
    plan = complete("2023")
    edit(
        plan,
        "INSERT DATA { plan:objective/s10 a cj:StrategicObjective ; cj:localId 's10' ; "
        "cj:text 'Nobody leaves prison without a settled home to go to' ; "
        "cj:ofPlan id:plan/invented/2024 ; cj:objectiveForOutcome plan:outcome/o3 . "
        "plan:action/a10 a cj:Action ; cj:localId 'a10' ; "
        "cj:text 'Set aside eight tenancies a year for people who leave prison' ; "
        "cj:ofPlan id:plan/invented/2024 ; cj:actionForObjective plan:objective/s10 ; "
        "cj:leadAsWritten 'Testshire Council' ; cj:due '2025-03-31'^^xsd:date ; "
        "cj:measureText 'Number of people seen' }",
    )
    assert {key(f) for f in _report(plan, encoder).findings} == {("mismatched_objective", "s10")}


def test_nothing_is_guessed_without_the_model_or_by_another(encoder: Encoder) -> None:
    plan = complete("2023")
    edit(plan, "INSERT DATA { plan:action/a1 cj:fitsBetter plan:objective/s9 }")
    assert _report(plan, None).findings == ()  # nobody hands in a guess of their own

    class Other:
        fingerprint = "other"

        def encode(self, texts: Sequence[str]) -> Any:
            return -encoder.encode(texts)

    assert _report(plan, Other()).findings == ()
