"""Reads local plans: from a file to a draft of what it says, and on to the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .rdf import plan_triples
    from .reader import read_plan
    from .reading import PlanReading

__all__ = ["PlanReading", "plan_triples", "read_plan"]

_HOME = {"PlanReading": "reading", "plan_triples": "rdf", "read_plan": "reader"}


def __getattr__(name: str) -> object:
    """Import on first use, so that the command line starts fast."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
