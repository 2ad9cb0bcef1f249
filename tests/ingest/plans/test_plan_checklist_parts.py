# ruff: noqa: E501 - cases read best on one line
"""Which part of a checklist item a reading did not find, up to what a coordinator is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.checking import check_file
from ingest.plans.meaning import meaning
from tests.shapes.plan_fixtures import packaged_framework

PLAN = """# Corrie Community Justice Outcomes Improvement Plan 2024-2029

{section}

## Action plan

| Action | Lead | By when | Measure |
|---|---|---|---|
| Hold ten flats for people leaving prison | Corrie Council | 31/03/2026 | Ten flats |
| Visit each person in prison before release | Corrie Council | 31/03/2026 | Share seen |
"""


@pytest.fixture(autouse=True)
def by_rules_alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read without the embedding model, as on a machine that has none."""
    monkeypatch.setenv("CJGRAPH_MODEL", "off")
    meaning.cache_clear()
    yield
    meaning.cache_clear()


@pytest.mark.parametrize(
    ("item", "lacking", "section"),
    [
        (2, "long term outcomes", "## Outcomes over time\n\nShort term: more people are offered bail support.\n\nMedium term: fewer people are held on remand by 2028."),
        (2, "short term outcomes", "## Outcomes over time\n\nMedium term: fewer people are held on remand by 2028.\n\nLong term: half as many people are in custody in ten years."),
        (2, "medium term outcomes", "## Outcomes over time\n\nShort term: more people are offered bail support.\n\nLong term: half as many people are in custody in ten years."),
        (6, "how activities are developed, how activities are delivered, how activities are overseen, responsibilities of partners", "## Roles and responsibilities\n\nEach partner plays its part. The coordinator supports the work."),
        (8, "changes retained", "## Major service changes\n\nThe throughcare service will move to a new contract in April 2025 after a handover between the two providers."),
        (11, "providers, practitioners", "## Involving people\n\nA panel of people with lived experience meets each spring and autumn."),
        (11, "providers", "## Involving people\n\nA panel of people with lived experience and of front-line staff sits on our reference group."),
        (11, "when people are involved", "## Involving people\n\nPeople with lived experience, providers and practitioners sit on our reference group."),
        (12, "participation statement", "## Supporting documents\n\nRead with this plan: our equality impact assessment and the strategic needs assessment of 2023."),
        (12, "impact assessment", "## Supporting documents\n\nRead with this plan: our participation statement and the strategic needs assessment of 2023."),
        (12, "needs assessment", "## Supporting documents\n\nRead with this plan: our participation statement and the equality impact assessment."),
        (13, "evaluation of outcomes", "## Evaluation\n\nEach year we audit how well partners work together and follow thirty people to see what difference it made to their lives."),
        (13, "evaluation of process", "## Evaluation\n\nEach year we report on the indicators of each outcome and follow thirty people to see what difference it made to their lives."),
        (13, "evaluation of impact", "## Evaluation\n\nEach year we report on the indicators of each outcome and audit how the work was done."),
    ],
)  # fmt: skip
def test_finding_names_the_part_that_was_not_found(
    item: int, lacking: str, section: str, tmp_path: Path
) -> None:
    file = tmp_path / "plan.md"
    file.write_text(PLAN.format(section=section), encoding="utf-8")
    findings = check_file(file, packaged_framework()).report.findings
    [finding] = [f for f in findings if f.checklist_item == item and f.tier == "checklist"]
    assert finding.type == "checklist_partial"
    if lacking == "providers":
        assert "providers" in finding.message
        assert "practitioners" not in finding.message
    else:
        assert f"Nothing was found on: {lacking}." in finding.message
