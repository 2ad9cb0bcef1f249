"""Reads all plans of a folder that have answers and scores them, in parallel processes."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeVar

from .gold import GoldPlan, gold_plans
from .scores import PlanScores, score_plan

Result = TypeVar("Result")


def each_plan(
    folder: Path, work: Callable[[GoldPlan], Result]
) -> Iterator[tuple[GoldPlan, Result]]:
    """Do some work on each plan that has answers, in parallel processes.

    Args:
        folder: As :func:`gold_plans` takes it.
        work: A function of a module.

    Raises:
        FileNotReadable: The folder or a plan in it is missing.
        SyntaxFault: A file of answers is broken.
    """
    plans = list(gold_plans(folder))
    workers = max(1, min(len(plans), os.cpu_count() or 1))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield from zip(plans, pool.map(work, plans), strict=True)


def score_folder(folder: Path) -> Iterator[tuple[GoldPlan, PlanScores]]:
    """Read and score each plan that has answers.

    Args:
        folder: As :func:`gold_plans` takes it.

    Raises:
        FileNotReadable: The folder or a plan in it is missing.
        SyntaxFault: A file of answers is broken.
    """
    return each_plan(folder, _score)


def _score(plan: GoldPlan) -> PlanScores:
    from ingest.plans import read_plan

    return score_plan(plan, read_plan(plan.path).to_json())
