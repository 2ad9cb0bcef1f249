"""Checks many plans in one go: all that are published, or all files that are given.

Each plan is checked in a worker process, so that one that is broken or never ends stops no
other.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cjgraph.errors import CJGraphError, FileNotReadable
from cjgraph.namespaces import graph
from cjgraph.spreadsheet import guarded
from cjgraph.store import Snapshot
from cjgraph.workers import WorkerLimits, WorkerPool, opened_store

if TYPE_CHECKING:
    from cjgraph.shacl import CheckReport

Progress = Callable[[str, int, int], None]

#: Longest time for one plan, the wait for its turn not counted.
SECONDS: Final = 120.0
_KINDS: Final = {"examples": "example", "synthetic": "synthetic"}
_ENDINGS: Final = frozenset(
    {".docx", ".pdf", ".xlsx", ".html", ".htm", ".txt", ".md", ".ttl", ".jsonld", ".nt"}
)
_NOT_READ: Final = "It is of a kind that is not read."


@dataclass(frozen=True, slots=True)
class PlanResult:
    """What the check of one of many plans gave.

    Args:
        area: The Partnership's area, as the plan writes it.
        plan: Name of the edition, or of the file.
        kind: ``published``, ``example``, ``synthetic`` or ``file``.
        checked: Whether a person has checked the reading of the plan; None for a file.
        conforms: Whether there is nothing to mend; None where the check failed.
        violations: How many faults; one that two rules tell of counts once.
        warnings: How many warnings.
        infos: How many notes.
        checklist: Score of the checklist, of 13.
        thread: Share of actions that reach a national link.
        framework: Generation of outcomes that it is judged by.
        rules: Version of the rules.
        rules_sha256: Hash of the rules.
        other: Whether it is a file in a folder of plans that is no plan.
        error: Why the check failed, or nothing.
    """

    area: str
    plan: str
    kind: str
    checked: bool | None = None
    conforms: bool | None = None
    violations: int | None = None
    warnings: int | None = None
    infos: int | None = None
    checklist: float | None = None
    thread: float | None = None
    framework: str | None = None
    rules: str = ""
    rules_sha256: str = ""
    other: bool = False
    error: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the result as JSON values, every key present."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Job:
    """One plan to check: a named graph of the store, or a file."""

    area: str
    plan: str
    kind: str
    checked: bool | None
    place: str
    sha256: str = ""
    named: bool = True


def check_nation(
    snapshot: Snapshot,
    *,
    include: frozenset[str] = frozenset(),
    profile: str = "draft",
    jobs: int = 2,
    progress: Progress | None = None,
) -> list[PlanResult]:
    """Check the current edition of every published plan, from its own graph in the store.

    Args:
        snapshot: The data; nothing is read from files.
        include: ``examples`` and ``synthetic``, to check those too.
        profile: How strict to be.
        jobs: How many processes.
        progress: Told the name of each plan that is done, how many are, and of how many.

    Returns:
        One result for each plan, by area and name.
    """
    from ingest.drafts import edition_rows

    kinds = {graph("plan") + "/": "published"} | {
        graph(_KINDS[name]) + "/": _KINDS[name] for name in sorted(include & _KINDS.keys())
    }
    wanted = [
        _Job(row.area, row.name, kind, row.checked, row.graph, row.sha256)
        for row in edition_rows(snapshot)
        for start, kind in kinds.items()
        if row.status == "published" and row.graph.startswith(start)
    ]
    return _check_all(snapshot, wanted, profile, jobs, progress)


def check_files(
    snapshot: Snapshot,
    places: Iterable[Path],
    *,
    profile: str = "draft",
    jobs: int = 2,
    progress: Progress | None = None,
) -> list[PlanResult]:
    """Check plan files, and all plan files in folders.

    Args:
        snapshot: The data that plans are checked against.
        places: Files and folders; of a folder, every file. Of those that are no plan the
            result only says so.
        profile: How strict to be.
        jobs: How many processes.
        progress: Told the name of each plan that is done, how many are, and of how many.

    Raises:
        FileNotReadable: A place is missing, or a folder holds no plan file.
    """
    wanted: list[_Job] = []
    others: list[PlanResult] = []
    for place in places:
        for file in _files(place):
            name = _name(file, place)
            if file != place and file.suffix.lower() not in _ENDINGS:
                others.append(PlanResult("", name, "file", error=_NOT_READ, other=True))
                continue
            wanted.append(_Job("", name, "file", None, str(file.resolve()), named=file == place))
    return [*_check_all(snapshot, wanted, profile, jobs, progress), *others]


def results_csv(results: Iterable[PlanResult]) -> str:
    """Return results as CSV, one line for each plan.

    Args:
        results: What a check of many plans gave.
    """
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(field.name for field in fields(PlanResult))
    for result in results:
        values = result.to_json().values()
        rows.writerow(guarded(v) if isinstance(v, str) else v for v in values)
    return out.getvalue()


def _files(place: Path) -> list[Path]:
    if not place.exists():
        raise FileNotReadable(f"There is no file or folder {place}.")
    if not place.is_dir():
        return [place]
    found = sorted(
        file
        for file in place.rglob("*")
        if file.is_file() and not any(part[0] in ".~" for part in file.relative_to(place).parts)
    )
    if not any(file.suffix.lower() in _ENDINGS for file in found):
        raise FileNotReadable(f"The folder {place} holds no file of a kind that is read.")
    return found


def _name(file: Path, place: Path) -> str:
    """Where a file stands in the folder that was given; of a file by itself, its name."""
    return file.name if file == place else file.relative_to(place).as_posix()


def _check_all(
    snapshot: Snapshot, wanted: list[_Job], profile: str, jobs: int, progress: Progress | None
) -> list[PlanResult]:
    from cjgraph.shacl._profiles import check_profile

    check_profile(profile)  # a wrong profile is said before anything is read
    if not wanted:
        return []
    told = progress or (lambda what, done, total: None)
    told("", 0, len(wanted))
    workers = max(1, min(jobs, len(wanted)))
    results: list[PlanResult] = []
    with (
        WorkerPool(snapshot, workers=workers, waiting=workers, limits=WorkerLimits()) as pool,
        ThreadPoolExecutor(workers) as threads,
    ):
        under_way = [threads.submit(_outcome, pool, job, profile) for job in wanted]
        for done, future in enumerate(as_completed(under_way), 1):
            results.append(future.result())
            told(results[-1].plan, done, len(wanted))
    return sorted(results, key=lambda row: (row.area.casefold(), row.plan, row.kind))


def _outcome(pool: WorkerPool, job: _Job, profile: str) -> PlanResult:
    try:
        return pool.run(_check, SECONDS, job, profile)
    except CJGraphError as error:
        said = f"{error.message} {error.hint}" if error.hint else error.message
        other = not job.named and _is_no_plan(error)
        return PlanResult(job.area, job.plan, job.kind, job.checked, error=said, other=other)


def _is_no_plan(error: CJGraphError) -> bool:
    """Whether a file was read and holds no plan, as the README of a folder does."""
    from ingest.plans.refusal import PlanRefused

    return isinstance(error, PlanRefused) and error.code == "not_a_plan"


def _check(job: _Job, profile: str) -> PlanResult:
    """Check one plan; runs in a worker process."""
    try:
        report = _report(job, profile)
    except CJGraphError:
        raise
    except Exception:
        said = "The plan could not be checked because of a fault in this program."
        return PlanResult(job.area, job.plan, job.kind, job.checked, error=said)
    return PlanResult(
        area=job.area or report.basis.area,
        plan=job.plan,
        kind=job.kind,
        checked=job.checked,
        conforms=report.conforms,
        violations=report.count("violation"),
        warnings=report.count("warning"),
        infos=report.count("info"),
        checklist=report.scores.checklist,
        thread=report.scores.thread,
        framework=report.framework,
        rules=report.rules_version,
        rules_sha256=report.rules_sha256,
    )


def _report(job: _Job, profile: str) -> CheckReport:
    import pyoxigraph as ox

    from cjgraph.conversion import rdflib_graph
    from cjgraph.shacl import check_plan
    from ingest.checking import check_file, worker_framework

    if job.kind == "file":
        return check_file(Path(job.place), worker_framework(), profile=profile).report
    quads = opened_store().quads_for_pattern(None, None, None, ox.NamedNode(job.place))
    plan = rdflib_graph(quad.triple for quad in quads)
    return check_plan(plan, worker_framework(), profile=profile, plan_sha256=job.sha256)
