"""Imports plans as drafts: one file, or a folder of them with one report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from cjgraph.errors import CJGraphError, FileNotReadable, InputError, WrongFormat
from cjgraph.namespaces import graph, slug
from cjgraph.store import DataFolder, GraphSource, StoreWriter
from cjgraph.workers import WorkerLimits, WorkerPool
from ingest.plans.reading import PlanReading

from .conflicts import Conflict, conflicts_of
from .draft import Draft
from .editions import draft_of, drafts_read_from
from .merging import UNDATED, Wanted, edition_for, merged, too_much_lost
from .reading_files import FileRead, read_for_import
from .triples import draft_triples

#: Told of a file, how many are done and how many there are.
Progress = Callable[[str, int, int], None]
#: Reads one file; another may stand in its place in tests.
Reader = Callable[[Path], FileRead]

_PROCESSES: Final = 2
#: Longest time for one file, in seconds, and most memory for the process that reads.
_SECONDS: Final = 60.0
_MEMORY: Final = 3_000_000_000
#: Every result that a file can have, in the order in which they are told.
_RESULTS: Final = (
    "new",
    "read again",
    "corrected",
    "unchanged",
    "held back",
    "left out",
    "failed",
)


@dataclass(frozen=True, slots=True)
class ImportRow:
    """What became of one file.

    Args:
        file: Its name.
        result: ``new``, ``read again``, ``corrected``, ``unchanged``, ``held back`` (it would
            take too much of the draft away), ``left out``, ``failed``.
        status: Status of the reading, or nothing where it was not read.
        draft: Name of the draft, or nothing.
        area: The area as written.
        edition: Name of the edition.
        counts: How many outcomes, objectives, actions and so on were found.
        checklist: Checklist score, of 13.
        why: In plain words what happened and, where it failed, what to do.
        changes: Corrections that were made by this file, in plain words.
        unplaced: Corrections whose item is gone, in plain words.
        conflicts: Corrections that stand although the file now says something else.
        warnings: What whoever relies on the reading should know.
    """

    file: str
    result: str
    status: str = ""
    draft: str = ""
    area: str = ""
    edition: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    checklist: float | None = None
    why: str = ""
    changes: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether this is a plan that could not be kept."""
        return self.result == "failed"

    @property
    def held(self) -> bool:
        """Whether it waits for a person to say that it may take the place of what was read."""
        return self.result == "held back"

    def to_json(self) -> dict[str, Any]:
        """Return the row as plain data."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of every file."""

    rows: tuple[ImportRow, ...]

    @property
    def failed(self) -> int:
        """How many files could not be kept."""
        return sum(row.failed for row in self.rows)

    @property
    def held(self) -> int:
        """How many files wait for a person to decide."""
        return sum(row.held for row in self.rows)

    def to_json(self) -> dict[str, Any]:
        """Return the report as plain data."""
        return {
            "files": len(self.rows),
            "results": {name: sum(r.result == name for r in self.rows) for name in _RESULTS},
            "rows": [row.to_json() for row in self.rows],
        }


def import_plans(
    data: DataFolder,
    path: Path,
    wanted: Wanted | None = None,
    *,
    progress: Progress | None = None,
    reader: Reader | None = None,
) -> ImportReport:
    """Import a file, or all plans of a folder, as drafts; each in a write of its own.

    Args:
        data: The data folder; it holds data.
        path: A file or a folder.
        wanted: What was said about them.
        progress: Told of each file.
        reader: Reads in this process instead of in processes that can be stopped.

    Raises:
        FileNotReadable: There is nothing there.
        InputError: A folder of several plans was given an area.
        StoreError: The store can't be written.
    """
    wanted = wanted or Wanted()
    if not path.exists():
        raise FileNotReadable(f"There is no file or folder {path}.")
    files, rows = _files(path)
    if path.is_dir() and wanted.area and len(files) > 1:
        raise InputError(
            f"--area names one area, but {path.name} holds {len(files)} files.",
            hint="Import them one by one, or leave --area out.",
        )
    seen: dict[str, str] = {}
    for done, (file, found) in enumerate(_readings(files, reader)):
        if progress:
            progress(file.name, done, len(files))
        if isinstance(found, CJGraphError):
            rows.append(_refused(file, found))
            continue
        row = keep(data, found, wanted)
        if row.result == "read again" and row.draft in seen:
            told = f"{row.why} It took the place of {seen[row.draft]} from the same folder."
            row = replace(row, why=told)
        if row.draft and not row.held:
            seen[row.draft] = file.name
        rows.append(row)
    return ImportReport(tuple(sorted(rows, key=lambda row: row.file)))


def _files(path: Path) -> tuple[list[Path], list[ImportRow]]:
    """Return what is to be read, and what lies beside it and is not."""
    if not path.is_dir():
        return [path], []
    files, rows = [], []
    for entry in sorted(path.iterdir()):
        why = ""
        if entry.is_dir():
            why = "It is a folder within the folder; import it by itself."
        elif entry.name.startswith(("~$", ".")):
            why = "It is a hidden file, or one that a program keeps while a document is open."
        if why:
            rows.append(ImportRow(entry.name, "left out", why=why))
        else:
            files.append(entry)
    return files, rows


def _readings(
    files: Sequence[Path], reader: Reader | None
) -> Iterator[tuple[Path, FileRead | CJGraphError]]:
    """Read files, several at once, and give them in order."""
    if reader is not None:
        for file in files:
            yield file, _tried(reader, file)
        return
    processes = min(_PROCESSES, max(len(files), 1))
    with (
        WorkerPool(None, workers=processes, limits=WorkerLimits(_MEMORY, 0)) as pool,
        ThreadPoolExecutor(processes) as threads,
    ):

        def read(file: Path) -> FileRead:
            return pool.run(read_for_import, _SECONDS, file)

        yield from zip(files, threads.map(lambda file: _tried(read, file), files), strict=True)


def _tried(reader: Reader, file: Path) -> FileRead | CJGraphError:
    try:
        return reader(file)
    except CJGraphError as error:
        return error


def _refused(file: Path, error: CJGraphError) -> ImportRow:
    why = f"{error.message} {error.hint}" if error.hint else error.message
    left = isinstance(error, WrongFormat)
    return ImportRow(file.name, "left out" if left else "failed", why=why)


def keep(data: DataFolder, found: FileRead, wanted: Wanted) -> ImportRow:
    """Keep what a file says as a draft, or as corrections to one.

    Args:
        data: The data folder; it holds data.
        found: What the file says.
        wanted: What was said about it.

    Raises:
        StoreError: The store can't be written.
    """
    reading = found.reading
    name = reading.source.name
    row = ImportRow(name, "failed", reading.status, area=reading.area)
    if reading.status != "ok":
        why = " ".join(warned.message for warned in reading.warnings) or "It can't be read."
        # What is no plan at all is no plan that failed.
        result = "left out" if reading.status == "not_a_plan" else "failed"
        return replace(row, result=result, why=why)
    with StoreWriter(data, agent=wanted.by) as writer:
        before = _draft_for(writer, found, wanted)
        if before is None and not (wanted.area or reading.area):
            why = "The plan does not say which area it is for; import it by itself with --area."
            return replace(row, why=why)
        draft, result, why = merged(before, found, wanted)
        if before is not None and not wanted.again and (told := too_much_lost(before, draft)):
            return replace(row, result="held back", draft=before.name, edition=before.edition,
                           counts=counts_of(draft.reading()), why=told)  # fmt: skip
        if before is not None and draft.state() == before.state() and draft == before:
            return _told(row, draft, before, "unchanged", why)
        source = draft.latest.reading.source
        writer.replace_graph(
            graph("draft", draft.slug, draft.edition),
            draft_triples(draft),
            GraphSource("draft", f"draft {draft.name}", source.name, source.sha256),
        )
        writer.publish()
    return _told(row, draft, before, result, why)


def _draft_for(writer: StoreWriter, found: FileRead, wanted: Wanted) -> Draft | None:
    """Return the draft that a file belongs to, if there is one."""
    if not wanted.area and not wanted.edition:
        for sha256 in (found.reading.source.sha256, found.origin):
            known = drafts_read_from(writer, sha256) if sha256 else []
            if len(known) == 1:
                return known[0]
    area = wanted.area or found.reading.area
    return draft_of(writer, slug(area), edition_for(found.reading, wanted)) if area else None


def _told(row: ImportRow, draft: Draft, before: Draft | None, result: str, why: str) -> ImportRow:
    reading = draft.reading()
    old = len(before.corrections) if before else 0
    fresh = draft.corrections[old:] if result != "unchanged" else ()
    warnings = [warned.message for warned in draft.latest.reading.warnings]
    if draft.edition == UNDATED:
        warnings.append(f"Kept as the edition '{UNDATED}'; give its years with --edition.")
    return replace(
        row,
        result=result,
        draft=draft.name,
        area=reading.area,
        edition=draft.edition,
        counts=counts_of(reading),
        checklist=checklist_score(reading),
        why=why if result != "unchanged" else f"{why} Nothing changes.",
        changes=tuple(item.change.sentence for item in fresh),
        unplaced=tuple(item.change.sentence for item in draft.unplaced()),
        conflicts=conflicts_of(draft),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def counts_of(reading: PlanReading) -> dict[str, int]:
    """Return how much of each kind a reading holds."""
    names = ("outcomes", "objectives", "actions", "needs", "services", "partners")
    return {name: len(getattr(reading, name)) for name in names}


def checklist_score(reading: PlanReading) -> float:
    """Return the checklist score: present counts one, partial a half."""
    worth = {"present": 1.0, "partial": 0.5}
    return sum(worth.get(item.verdict, 0.0) for item in reading.checklist.values())
