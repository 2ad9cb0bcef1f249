"""Checks a plan file: reads it, turns it into a graph and applies the rules.

The command line and the service use this one path.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from cjgraph.conversion import rdflib_graph
from cjgraph.errors import FileNotReadable
from cjgraph.namespaces import slug
from cjgraph.shacl import CheckReport, check_plan
from cjgraph.shacl._profiles import check_profile
from cjgraph.workers import opened_store
from ingest.graph_file import GRAPH_ENDINGS
from ingest.plan_graph import read_plan_graph
from ingest.plans.meaning import plan_encoder
from ingest.plans.notes import Note, notes_of
from ingest.plans.refusal import refusal_of

if TYPE_CHECKING:
    import rdflib

    from ingest.plans import PlanReading

_MAX_BYTES: Final = 25_000_000


@dataclass(frozen=True, slots=True)
class CheckedPlan:
    """A plan that was checked.

    Args:
        report: What the rules found.
        reading: What was read, or None where the plan came as a graph.
        notes: What whoever relies on the report has to know of the reading first.
    """

    report: CheckReport
    reading: PlanReading | None
    notes: tuple[Note, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON values, the notes among them."""
        return self.report.to_json() | {"notes": [note.to_json() for note in self.notes]}


def framework_graph(triples: Iterable[ox.Triple]) -> rdflib.Graph:
    """Return the part of a snapshot that plans are checked against.

    Args:
        triples: The published default graph.
    """
    return rdflib_graph(triples)


@lru_cache(maxsize=1)
def worker_framework() -> rdflib.Graph:
    """Return what plans are checked against; read once in each worker process."""
    quads = opened_store().quads_for_pattern(None, None, None, ox.DefaultGraph())
    return framework_graph(quad.triple for quad in quads)


def check_file(
    path: Path,
    framework: rdflib.Graph,
    *,
    name: str | None = None,
    profile: str = "draft",
    read: Callable[..., PlanReading] | None = None,
    today: date | None = None,
    time_bands: str | None = None,
) -> CheckedPlan:
    """Read a plan and check it.

    Args:
        path: The file.
        framework: What :func:`framework_graph` returned.
        name: The name to call the file by; its own where none is given.
        profile: ``draft``, ``publication`` or ``exemplary``.
        read: What reads the file: ``read_plan`` where none is given, or ``read_safely`` where
            no process guards this one already.
        today: Day of the check; the real day where none is given.
        time_bands: Set of spans for short, medium and long term; the usual one where none is
            given.

    Raises:
        InputError: The file is missing, of a kind that is not read, not a valid graph, or
            larger than can be checked.
        PlanNotReadable: It is encrypted, damaged, refused, empty or no plan.
    """
    check_profile(profile)  # a wrong profile is said before the file is read
    if not path.exists():
        raise FileNotReadable(f"There is no file {path}.")
    name = name or path.name
    if Path(name).suffix.lower() in GRAPH_ENDINGS:
        content = _bytes(path, name)
        given, notes = read_plan_graph(content, name)
        digest = hashlib.sha256(content).hexdigest()
        report = check_plan(
            rdflib_graph(given),
            framework,
            profile=profile,
            plan_sha256=digest,
            today=today,
            time_bands=time_bands,
            encoder=plan_encoder(),
        )
        return CheckedPlan(report, None, notes)
    from ingest.plans import plan_triples, read_plan

    reading = (read or read_plan)(path, name=name)
    if reading.status != "ok":
        raise refusal_of(reading, name)
    area = slug(reading.area) if reading.area else "unknown"
    triples = plan_triples(reading, slug=area, edition="draft", invented=False)
    report = check_plan(
        rdflib_graph(triples),
        framework,
        profile=profile,
        plan_sha256=reading.source.sha256,
        today=today,
        time_bands=time_bands,
        encoder=plan_encoder(),
    )
    return CheckedPlan(report, reading, notes_of(reading))


def _bytes(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise FileNotReadable(f"{name} can't be read: {error.strerror}.") from error
    if len(content) > _MAX_BYTES:
        raise FileNotReadable(f"{name} is larger than {_MAX_BYTES:,} bytes.")
    return content
