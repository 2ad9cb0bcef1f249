"""The development plans are read as well as the README of ingest says."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.evaluation.run import score_folder
from ingest.evaluation.scores import PlanScores, total
from ingest.plans.meaning import meaning

PLANS = Path(__file__).parents[2] / "data" / "plans"


def scores(monkeypatch: pytest.MonkeyPatch, data: Path | None) -> PlanScores:
    if data:
        monkeypatch.setenv("CJGRAPH_DATA", str(data))
        monkeypatch.delenv("CJGRAPH_MODEL", raising=False)
    else:
        monkeypatch.setenv("CJGRAPH_MODEL", "off")
    return total(one for _, one in score_folder(PLANS))


@pytest.mark.model
def test_plans_are_read_well_with_the_model(
    model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / model_folder.name).symlink_to(model_folder)
    monkeypatch.setenv("CJGRAPH_DATA", str(tmp_path))
    meaning.cache_clear()
    assert meaning() is not None
    meaning.cache_clear()
    read = scores(monkeypatch, tmp_path)
    assert read.tallies["actions"].f1 >= 0.90
    assert read.tallies["edges"].f1 >= 0.85
    assert read.accuracy("lead") >= 0.90
    assert read.accuracy("due") >= 0.93
    assert read.accuracy("national") >= 0.80
    assert read.checklist_f1 >= 0.80
    assert read.accuracy("status") == 1
    assert read.leaks == []


def test_plans_are_read_well_by_rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    read = scores(monkeypatch, None)
    assert read.tallies["actions"].f1 >= 0.90
    assert read.tallies["outcomes"].f1 >= 0.90
    assert read.accuracy("lead") >= 0.90
    assert read.accuracy("due") >= 0.93
    assert read.checklist_f1 >= 0.70
    assert read.leaks == []
