"""Measures how well plans are read: readings beside answers that people wrote."""

from __future__ import annotations

from .gold import GoldPlan, gold_plans
from .scores import PlanScores, Tally, score_plan

__all__ = ["GoldPlan", "PlanScores", "Tally", "gold_plans", "score_plan"]
