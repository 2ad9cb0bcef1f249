"""A small invented plan and reports on it that tests can vary."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.plans import PlanReading, read_plan
from ingest.reports import ReportReading, read_report

PLAN = """# Fife Community Justice Outcomes Improvement Plan 2024-2029

## Our vision

Our vision is a Fife where fewer people are harmed by crime and everyone belongs.

## Outcome 1: More people complete community sentences well

This outcome serves NDO 4.

| Action | Lead | By when | How we will know |
| --- | --- | --- | --- |
| 1.1 Open a drop-in hub in Leven High Street | Police Scotland | 31/03/2025 | Hub open |
| 1.2 Train forty volunteer mentors each year | NHS Fife | ongoing | Forty mentors trained |
| 1.3 Agree a housing protocol for people leaving prison | Fife Council | Q4 2025/26 | Signed |

## Outcome 2: People are ready for work

This outcome serves NDO 7.

| Action | Lead | By when | How we will know |
| --- | --- | --- | --- |
| 2.1 Run a welding course with the college | Skills Development Scotland | June 2024 | Course run |
| 2.2 Publish a guide to criminal records for employers | Fife Council | 31/12/2027 | Guide out |
"""


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules and words alone decide, so that tests say the same on every machine."""
    from ingest.plans.meaning import meaning

    monkeypatch.setenv("CJGRAPH_MODEL", "off")
    meaning.cache_clear()


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """The small plan as a file."""
    path = tmp_path / "plan.md"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def plan(plan_file: Path) -> PlanReading:
    """The small plan as read."""
    return read_plan(plan_file)


@pytest.fixture
def report(tmp_path: Path, plan: PlanReading) -> Callable[..., ReportReading]:
    """Read a report that has a body, on the small plan."""

    def read(body: str, *, years: str = "2024-25") -> ReportReading:
        path = tmp_path / "report.md"
        head = f"# Fife Community Justice Partnership Annual Report {years}\n\n"
        text = head + "This report covers the year and tells what we did on our plan.\n\n"
        path.write_text(text + body, encoding="utf-8")
        return read_report(path, plan)

    return read
