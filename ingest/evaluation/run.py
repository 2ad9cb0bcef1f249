"""Reads all plans of a folder that have answers and scores them, in parallel processes."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from .gold import GoldPlan, gold_plans
from .scores import PlanScores, score_plan


def score_folder(folder: Path) -> Iterator[tuple[GoldPlan, PlanScores]]:
    """Read and score each plan that has answers.

    Args:
        folder: As :func:`gold_plans` takes it.

    Raises:
        FileNotReadable: The folder or a plan in it is missing.
        SyntaxFault: A file of answers is broken.
    """
    plans = list(gold_plans(folder))
    workers = max(1, min(len(plans), os.cpu_count() or 1))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield from zip(plans, pool.map(_score, plans), strict=True)


def _score(plan: GoldPlan) -> PlanScores:
    from ingest.plans import read_plan

    return score_plan(plan, read_plan(plan.path).to_json())
