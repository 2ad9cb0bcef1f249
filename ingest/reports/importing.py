"""Keeps what an annual report says in the store, beside its plan: one write, replaced whole.

Reports are of a kind of graph that is no part of the national default graph, so none of
them counts in any national figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from cjgraph.errors import FileNotReadable, InputError
from cjgraph.namespaces import graph, slug
from cjgraph.store import DataFolder, GraphSource, StoreWriter
from ingest.plans import PlanReading
from ingest.plans.safely import read_safely

from .progress import ReportReading
from .safely import read_report_safely
from .triples import report_triples

_KIND = "report"


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan that a report is joined to.

    Args:
        name: Area and edition in IRIs, as in ``fife/2024-2029``.
        invented: Whether no one published it; None where that is not known.
    """

    reading: PlanReading
    name: str
    invented: bool | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an import.

    Args:
        name: Area and year, as in ``fife/2024-2025``.
        graph: IRI of its graph.
        changed: Whether anything was written.
    """

    name: str
    graph: str
    changed: bool
    reading: ReportReading

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "name": self.name,
            "graph": self.graph,
            "changed": self.changed,
            "report": self.reading.to_json(),
        }


def find_plan(wanted: str, data: DataFolder) -> Plan:
    """Find the plan that someone names: a file, a draft or a published edition.

    Args:
        wanted: Path of a plan, or the name of an edition such as ``fife/2024-2029``.
        data: The data folder, looked at where there is no such file.

    Raises:
        FileNotReadable: There is neither such a file nor such an edition.
        InputError: The file is no plan that can be read.
    """
    path = Path(wanted)
    if path.exists():
        reading = read_safely(path)
        if reading.status != "ok":
            why = " ".join(warned.message for warned in reading.warnings)
            raise InputError(f"The plan {path.name} can't be used. {why}".strip())
        return Plan(reading, _name_of(reading))
    from cjgraph.errors import SnapshotMissing, UnknownThing
    from cjgraph.store import open_snapshot
    from ingest.drafts import find_draft, open_edition

    try:
        snapshot = open_snapshot(data)
    except SnapshotMissing as error:
        raise FileNotReadable(
            f"There is no file {wanted}, and no data to look for it in."
        ) from error
    try:
        draft = find_draft(snapshot, wanted)
    except UnknownThing:
        _, found = open_edition(snapshot, wanted)
        return Plan(found, wanted.rpartition(":")[2])
    return Plan(draft.reading(), draft.name, draft.invented)


def import_report(
    data: DataFolder,
    path: Path,
    plan: Plan,
    *,
    by: str = "coordinator",
    checked_by: str = "",
    invented: bool = False,
) -> Kept:
    """Read a report, join it to its plan and keep it; the same file again changes nothing.

    Args:
        data: The data folder; it holds data.
        path: The report.
        plan: The plan that it reports on.
        by: Who imports.
        checked_by: Who has checked the reading, or nothing.
        invented: Whether no one published this report.

    Raises:
        InputError: The file can't be opened, or is no report that says its year.
        StoreError: The store can't be written.
    """
    reading = read_report_safely(path, plan.reading)
    if reading.status != "ok":
        why = " ".join(warned.message for warned in reading.warnings) or "It can't be read."
        raise InputError(f"{path.name} was not imported. {why}")
    if reading.period is None:
        raise InputError(
            f"{path.name} was not imported: it does not say which year it is for.",
            hint="Write the year in its title, such as 'Annual report 2024-25'.",
        )
    start, end = reading.period
    name = f"{plan.name.partition('/')[0]}/{start.year}-{end.year}"
    iri = graph(_KIND, *name.split("/"))
    triples: list[ox.Triple] = list(
        report_triples(
            reading,
            name=name,
            plan=plan.name,
            invented=invented or plan.invented is True,
            checked=bool(checked_by),
        )
    )
    with StoreWriter(data, agent=checked_by or by) as writer:
        source = GraphSource(
            _KIND, f"annual report {name}", reading.source.name, reading.source.sha256
        )
        changed = writer.replace_graph(iri, triples, source)
        if changed:
            writer.publish()
    return Kept(name, iri, changed, reading)


def _name_of(reading: PlanReading) -> str:
    """Return the name that an import would give the plan."""
    years = "undated"
    if reading.period:
        years = f"{reading.period[0].year}-{reading.period[1].year}"
    return f"{slug(reading.area or reading.source.name)}/{years}"
