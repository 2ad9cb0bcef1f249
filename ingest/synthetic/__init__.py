"""Makes synthetic Partnerships and their plans: for trying things out, never for figures.

Everything bears the word "Synthetic" in its name, is marked as invented, is about areas
that do not exist, and lies in graphs that count in nothing unless a reader asks for
synthetic data. The same seed gives the same statements.
"""

from __future__ import annotations

from ._editions import EditionPeriod, edition_periods
from ._faults import FAULT_RATES, FaultRate, Planted
from ._loading import SyntheticReport, load_synthetic, remove_synthetic, write_synthetic
from ._nation import SyntheticGraph, synthetic_graphs
from ._places import Place, places
from ._planning import draw_plan
from ._plans import PlanDraft
from ._writing import plan_statements

__all__ = [
    "FAULT_RATES",
    "EditionPeriod",
    "FaultRate",
    "Place",
    "PlanDraft",
    "Planted",
    "SyntheticGraph",
    "SyntheticReport",
    "draw_plan",
    "edition_periods",
    "load_synthetic",
    "places",
    "plan_statements",
    "remove_synthetic",
    "synthetic_graphs",
    "write_synthetic",
]
