"""Reads local plans: from a file to a draft of what it says, and on to the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjgraph.lazy import lazily

if TYPE_CHECKING:
    from .rdf import plan_triples
    from .reader import read_plan
    from .reading import PlanReading

__all__ = ["PlanReading", "plan_triples", "read_plan"]

_HOME = {"PlanReading": "reading", "plan_triples": "rdf", "read_plan": "reader"}


__getattr__ = lazily(__name__, _HOME)
