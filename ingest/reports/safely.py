"""Reads a report in a process of its own, so that no file can hurt the one that asks."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import cast

from ingest.plans.reading import PlanReading
from ingest.plans.safely import Reader, read_safely

from .progress import ReportReading
from .reader import read_report


def read_report_safely(
    path: Path, plan: PlanReading | None = None, *, name: str | None = None
) -> ReportReading:
    """Read a report in a process that is stopped where it takes too long or too much.

    Args:
        path: The file.
        plan: The plan that it reports on, as read.
        name: What to call the file; its own name where left out.

    Raises:
        FileNotReadable: There is no such file, it is a folder or may not be read.
        WrongFormat: It is a sound file of a kind that is not read today.
    """
    found: object = read_safely(path, name, reader=cast("Reader", partial(read_report, plan=plan)))
    if isinstance(found, ReportReading):
        return found
    stopped = cast("PlanReading", found)  # what was stopped comes back as a plan's reading
    status = "damaged" if stopped.status == "damaged" else "refused"
    return ReportReading(status, stopped.source, warnings=stopped.warnings)  # type: ignore[arg-type]
