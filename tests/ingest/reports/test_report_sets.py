"""The invented reports with answers: how well they are read, and that quotations are there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.plans import read_plan
from ingest.reports import ReportReading, read_report
from ingest.reports.opening import opened
from ingest.reports.scores import ReportScores, score_reports

REPORTS = Path(__file__).resolve().parents[2] / "data" / "reports"
GOLD = sorted(REPORTS.glob("*.gold.json"))


def _read(gold: Path) -> tuple[dict[str, str], ReportReading]:
    answers = json.loads(gold.read_text(encoding="utf-8"))
    return answers, read_report(REPORTS / answers["file"], read_plan(REPORTS / answers["plan"]))


def test_by_words_alone_nearly_all_states_are_right_and_nothing_is_joined_wrongly() -> None:
    scores = ReportScores()
    for _, one in score_reports(REPORTS):
        scores.add(one)
    assert len(GOLD) >= 6
    assert scores.accuracy >= 0.93
    assert scores.macro_f1 >= 0.92
    assert scores.wrongly == 0
    assert scores.quoted >= 0.97 * scores.joined


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.name)
def test_every_quotation_stands_at_its_place(gold: Path) -> None:
    answers, reading = _read(gold)
    report = opened(REPORTS / answers["file"], "report")
    assert report.status == "ok"
    places = {}
    for block in report.blocks:
        if block.kind == "table":
            for r, row in enumerate(block.rows, 1):
                for c, cell in enumerate(row, 1):
                    places[None, block.locator.table, r, c] = _single(cell.text)
        else:
            places[block.locator.paragraph, None, None, None] = _single(block.text)
    told = [*reading.actions, *reading.new_actions, *reading.outcomes]
    quoted = [item for item in told if item.quote]
    assert quoted
    for item in quoted:
        at = item.locator
        assert _single(item.quote) in places[at.paragraph, at.table, at.row, at.column]


def test_the_wrong_plan_joins_next_to_nothing() -> None:
    plans = [read_plan(REPORTS / json.loads(g.read_text(encoding="utf-8"))["plan"]) for g in GOLD]
    joined = every = 0
    for at, gold in enumerate(GOLD):
        file = REPORTS / json.loads(gold.read_text(encoding="utf-8"))["file"]
        other = plans[(at + 1) % len(plans)]
        reading = read_report(file, other)
        joined += sum(action.state != "not_mentioned" for action in reading.actions)
        every += len(reading.actions)
    assert joined <= 0.05 * every


def _single(text: str) -> str:
    return " ".join(text.split())
