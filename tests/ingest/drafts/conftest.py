"""A data folder of one's own, and a small invented plan that tests can vary."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cjgraph.store import DataFolder
from ingest.drafts.importing import ImportReport, Wanted, import_plans
from ingest.drafts.reading_files import read_for_import

#: Actions of the small plan: words, lead, date, measure.
ACTIONS = (
    ("Open a drop-in hub in Leven High Street", "Police Scotland", "31/03/2025", "Hub open"),
    ("Train forty volunteer mentors each year", "NHS Fife", "ongoing", "Forty mentors trained"),
    ("Agree a housing protocol for people leaving prison", "Fife Council", "Q4 2025/26", "Signed"),
)


@pytest.fixture
def data(loaded: DataFolder, tmp_path: Path) -> DataFolder:
    """A copy of the packaged data that a test may write to."""
    root = tmp_path / "data"
    root.mkdir()
    shutil.copytree(loaded.snapshots, root / "snapshots")
    shutil.copy(loaded.current, root / "current")
    return DataFolder(root)


def plan_text(
    actions: tuple[tuple[str, str, str, str], ...] = ACTIONS,
    *,
    area: str = "Fife",
    years: str = "2024-2029",
    outcome: str = "More people complete community sentences well",
) -> str:
    rows = "\n".join(
        f"| 1.{n} {words} | {lead} | {due} | {measure} |"
        for n, (words, lead, due, measure) in enumerate(actions, 1)
    )
    return f"""# {area} Community Justice Outcomes Improvement Plan {years}

## Our vision

Our vision is a {area} where fewer people are harmed by crime and everyone belongs.

## Outcome 1: {outcome}

This outcome serves NDO 4.

### Objective 1.1: Support people on community payback orders from day one

| Action | Lead | By when | How we will know |
| --- | --- | --- | --- |
{rows}
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write the small plan to a file."""

    def written(name: str = "fife.md", **changes: object) -> Path:
        folder = tmp_path / "plans"
        folder.mkdir(exist_ok=True)
        path = folder / name
        path.write_text(plan_text(**changes), encoding="utf-8")  # type: ignore[arg-type]
        return path

    return written


@pytest.fixture
def take_in(data: DataFolder) -> Callable[..., ImportReport]:
    """Import a file or a folder, reading in this process."""

    def imported(path: Path, **wanted: object) -> ImportReport:
        return import_plans(data, path, Wanted(**wanted), reader=read_for_import)  # type: ignore[arg-type]

    return imported
