# ruff: noqa: E501 - cases read best on one line
"""Which part of a checklist item a reading did not find, up to what a coordinator is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.checking import check_file
from ingest.plans import read_plan
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
        (8, "changes put in place", "## Major service changes\n\nMoney for both services is set aside until the last day of this plan, so that what is new is kept in place, retained and sustained for its whole period by the Council."),
        (10, "training requirements", "## Our workforce\n\nThere is a shortage of qualified social workers and of mental health nurses, and partners will pay for four more posts in the first year, two of them in the north of the area and two in the south, shared between the Council and the health board."),
        (10, "skills shortages", "## Our workforce\n\nAll front-line staff need training in trauma-informed practice and take it within six months of starting, and each new worker spends three days with another agency in the first year, as do the supervisors and the managers of each of the teams in the north and in the south of the area."),
        (11, "providers", "## Involving people\n\nA panel of people with lived experience comments on each action and meets every two months.\n\nPractitioners review how the work is going in workshops twice a year."),
        (11, "practitioners", "## Involving people\n\nA panel of people with lived experience comments on each action and meets every two months.\n\nService providers come to a forum each quarter to plan with us."),
        (11, "providers, practitioners", "## Involving people\n\nA panel of people with lived experience meets each spring and autumn."),
        (11, "providers", "## Involving people\n\nA panel of people with lived experience and of front-line staff sits on our reference group."),
        (11, "when people are involved", "## Involving people\n\nPeople with lived experience, providers and practitioners sit on our reference group."),
        (12, "participation statement", "## Supporting documents\n\nRead with this plan: our equality impact assessment and the strategic needs assessment of 2023."),
        (12, "impact assessment", "## Supporting documents\n\nRead with this plan: our participation statement and the strategic needs assessment of 2023."),
        (12, "needs assessment", "## Supporting documents\n\nRead with this plan: our participation statement and the equality impact assessment."),
        (13, "evaluation of outcomes", "## Evaluation\n\nEach year we audit how well partners work together and follow thirty people to see what difference it made to their lives."),
        (13, "evaluation of outcomes", "## Evaluation\n\nWe review our processes once a year and whether services work well together.\n\nThe impact on people's lives is evaluated through follow-up interviews and reconviction figures, and the results are used to improve services."),
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


@pytest.mark.parametrize(
    ("item", "mentions"),
    [
        (11, "## Supporting documents\n\nOur participation statement, published with this plan, says who took part and how their views were used."),
        (11, "## Supporting documents\n\nA participation statement is published beside it and tells who was consulted and what changed."),
        (10, "## What people need\n\n- Housing: a third of people who leave prison have no home.\n- Family: parents in prison find it hard to keep in touch with their children."),
    ],
)  # fmt: skip
def test_an_item_of_which_no_part_is_told_is_missing(
    item: int, mentions: str, tmp_path: Path
) -> None:
    file = tmp_path / "plan.md"
    file.write_text(PLAN.format(section=mentions), encoding="utf-8")
    findings = check_file(file, packaged_framework()).report.findings
    [finding] = [f for f in findings if f.checklist_item == item and f.tier == "checklist"]
    assert finding.type == "checklist_missing"


def test_roles_may_be_told_from_the_side_of_the_work(tmp_path: Path) -> None:
    file = tmp_path / "plan.md"
    section = """## Roles and responsibilities

Activities are developed by working groups from the needs assessment.

They are delivered by whoever is named beside them.

Delivery is overseen by the Board.

The roles of partners are listed in section 3.

Responsibility for an action rests with its lead.
"""
    file.write_text(PLAN.format(section=section), encoding="utf-8")
    reading = read_plan(file).checklist["6"]
    assert reading.verdict == "present"
    assert all(found for _, found in reading.parts)
