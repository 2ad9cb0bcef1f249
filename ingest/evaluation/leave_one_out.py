"""Scores of each layout with thresholds that were chosen on all other layouts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ingest.plans.thresholds import Thresholds, using

from .gold import GoldPlan
from .run import each_plan
from .scores import PlanScores, score_plan, total

#: Settings that are tried. Headings and national links do not depend on each other, so each
#: row varies both and they are chosen apart.
SETTINGS: Final = (
    Thresholds(),
    Thresholds(stands_out=1.1, alike=0.30, national=0.30),
    Thresholds(stands_out=1.7, alike=0.30, national=0.36),
    Thresholds(stands_out=1.4, alike=0.22, national=0.48),
    Thresholds(stands_out=1.4, alike=0.38, national=0.54),
    Thresholds(stands_out=1.1, alike=0.22, national=0.60),
)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One layout, read with what was chosen without it.

    Args:
        layout: The layout.
        scores: Its scores.
        chosen: The thresholds that did best on the other layouts.
    """

    layout: str
    scores: PlanScores
    chosen: Thresholds


def leave_one_out(folder: Path) -> list[LeftOut]:
    """Leave each layout out in turn and score it.

    Args:
        folder: As :func:`gold_plans` takes it.

    Raises:
        FileNotReadable: The folder or a plan in it is missing.
        SyntaxFault: A file of answers is broken.
    """
    scored = list(each_plan(folder, _by_setting))
    found = []
    for layout in sorted({plan.layout for plan, _ in scored}):
        others = [scores for plan, scores in scored if plan.layout != layout]
        own = [scores for plan, scores in scored if plan.layout == layout]
        headings = _best(others, lambda scores: scores.checklist_f1)
        links = _best(others, lambda scores: scores.accuracy("national"))
        left = total(scores[links] for scores in own)
        left.verdicts = total(scores[headings] for scores in own).verdicts
        chosen = Thresholds(
            stands_out=SETTINGS[headings].stands_out,
            alike=SETTINGS[headings].alike,
            national=SETTINGS[links].national,
        )
        found.append(LeftOut(layout, left, chosen))
    return found


def _best(others: Sequence[Sequence[PlanScores]], worth: Callable[[PlanScores], float]) -> int:
    """The setting that does best; of equals the first, which is the one in force."""
    by_setting = [worth(total(scores[n] for scores in others)) for n in range(len(SETTINGS))]
    return max(range(len(SETTINGS)), key=lambda n: (round(by_setting[n], 4), -n))


def _by_setting(plan: GoldPlan) -> list[PlanScores]:
    from ingest.plans import read_plan

    scores = []
    for setting in SETTINGS:
        with using(setting):
            scores.append(score_plan(plan, read_plan(plan.path).to_json()))
    return scores
