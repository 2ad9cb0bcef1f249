"""Readers of plans that misbehave, in a module of their own so that a new process finds them."""

from __future__ import annotations

import ctypes
import time
from pathlib import Path

from ingest.plans import PlanReading


def never_ends(path: Path, *, name: str) -> PlanReading:
    """Turn round and round."""
    while True:
        pass


def sleeps(path: Path, *, name: str) -> PlanReading:
    """Wait for something that never comes."""
    time.sleep(1000)
    raise AssertionError


def eats(path: Path, *, name: str) -> PlanReading:
    """Take all the memory there is."""
    kept = []
    while True:
        kept.append(b"x" * 20_000_000)


def crashes(path: Path, *, name: str) -> PlanReading:
    """Read where there is nothing, as a fault in C does."""
    ctypes.string_at(0)
    raise AssertionError


def is_wrong(path: Path, *, name: str) -> PlanReading:
    """Fail as a fault in Python does."""
    raise ZeroDivisionError("the words of the plan")
