"""Imports plans as drafts: one file, or a folder of them with one report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from cjgraph import __version__
from cjgraph.errors import CJGraphError, FileNotReadable, InputError, WrongFormat
from cjgraph.namespaces import graph, slug
from cjgraph.store import DataFolder, GraphSource, StoreWriter
from cjgraph.workers import WorkerLimits, WorkerPool
from ingest.plans.reading import PlanReading

from .corrections import Change, changes_between
from .draft import Draft, KeptReading
from .editions import draft_of, drafts_read_from
from .items import item_of
from .reading_files import FileRead, read_for_import
from .triples import draft_triples
from .wording import sentence

#: Told of a file, how many are done and how many there are.
Progress = Callable[[str, int, int], None]
#: Reads one file; another may stand in its place in tests.
Reader = Callable[[Path], FileRead]

_PROCESSES: Final = 2
#: Longest time for one file, in seconds, and most memory for the process that reads.
_SECONDS: Final = 60.0
_MEMORY: Final = 3_000_000_000
#: What an edition is called when a plan does not say which years it is for.
UNDATED: Final = "undated"


@dataclass(frozen=True, slots=True)
class ImportRow:
    """What became of one file.

    Args:
        file: Its name.
        result: ``new``, ``read again``, ``corrected``, ``unchanged``, ``left out``, ``failed``.
        status: Status of the reading, or nothing where it was not read.
        draft: Name of the draft, or nothing.
        area: The area as written.
        edition: Name of the edition.
        counts: How many outcomes, objectives, actions and so on were found.
        checklist: Checklist score, of 13.
        why: In plain words what happened and, where it failed, what to do.
        changes: Corrections that were made by this file, in plain words.
        unplaced: Corrections whose item is gone, in plain words.
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
    warnings: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether this is a plan that could not be kept."""
        return self.result == "failed"

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

    def to_json(self) -> dict[str, Any]:
        """Return the report as plain data."""
        results = ("new", "read again", "corrected", "unchanged", "left out", "failed")
        return {
            "files": len(self.rows),
            "results": {name: sum(r.result == name for r in self.rows) for name in results},
            "rows": [row.to_json() for row in self.rows],
        }


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was said about the files that are imported.

    Args:
        area: The area, where it was given.
        edition: The edition, where it was given.
        by: Who imports.
        invented: Whether the plans are invented.
    """

    area: str = ""
    edition: str = ""
    by: str = "coordinator"
    invented: bool = False


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
        if row.draft and row.result == "read again" and row.draft in seen:
            told = f"{row.why} It took the place of {seen[row.draft]} from the same folder."
            row = replace(row, why=told)
        if row.draft:
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
        draft, result, why = _merged(before, found, wanted)
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
    return draft_of(writer, slug(area), _edition(found.reading, wanted)) if area else None


def _edition(reading: PlanReading, wanted: Wanted) -> str:
    if wanted.edition:
        return slug(wanted.edition)
    if not reading.period:
        return UNDATED
    start, end = reading.period
    return f"{start.year}-{end.year}"


def _merged(before: Draft | None, found: FileRead, wanted: Wanted) -> tuple[Draft, str, str]:
    """Put a reading into a draft; return it with what happened, in a word and a sentence."""
    reading, now = found.reading, datetime.now(UTC).replace(microsecond=0)
    source = reading.source
    file = (source.sha256, source.name)
    kept = KeptReading(reading, wanted.by, now, f"cjgraph {__version__}", found.origin)
    if before is None:
        area = slug(wanted.area or reading.area)
        draft = Draft(area, _edition(reading, wanted), wanted.invented, (kept,))
        named = _area_given(draft.reading(), wanted)
        draft = draft.with_changes(named, by=wanted.by, at=now, file=file) if named else draft
        return draft, "new", "A new draft."
    before = replace(before, invented=before.invented or wanted.invented)
    known = {k.reading.source.sha256: at for at, k in enumerate(before.readings)}
    if found.template and found.origin in known:
        given = before.readings[known[found.origin]].reading
        changes = _new_changes(before, changes_between(given, reading))
        changes += _area_given(before.reading(), wanted)
        if not changes:
            return before, "unchanged", "The template says nothing that the draft does not."
        draft = before.with_changes(changes, by=wanted.by, at=now, file=file)
        return draft, "corrected", f"{len(changes)} corrections from the template."
    at = known.get(source.sha256)
    if at is not None:
        latest = at == len(before.readings) - 1
        if not latest:
            return before, "unchanged", "An earlier file of this draft; the later one stands."
        changes = _area_given(before.reading(), wanted)
        draft = before.with_changes(changes, by=wanted.by, at=now, file=file) if changes else before
        if not _alike(before.latest.reading, reading):  # newer software reads it differently
            old = before.readings[at]
            kept = replace(kept, origin=found.origin or old.origin)
            draft = replace(draft, readings=(*before.readings[:at], kept)).settled()
            return draft, "read again", "The same file, read by newer software."
        return draft, "unchanged" if not changes else "corrected", "The same file again."
    if before.latest.origin == source.sha256:  # its template came first, the file itself now
        mended = before.latest
        file = (mended.reading.source.sha256, mended.reading.source.name)
        changes = changes_between(reading, mended.reading)
        draft = replace(before, readings=(*before.readings, kept), corrections=())
        draft = draft.with_changes(changes, by=mended.by, at=mended.at, file=file)
        for made in before.corrections:
            draft = draft.with_changes(
                [made.change],
                by=made.by,
                at=made.at,
                file=(made.file_sha256, made.file_name),
                reason=made.reason,
            )
        return draft, "read again", "The file that its template was filled from."
    draft = replace(before, readings=(*before.readings, kept)).settled()
    changes = _area_given(draft.reading(), wanted)
    draft = draft.with_changes(changes, by=wanted.by, at=now, file=file) if changes else draft
    lost, every = len(draft.unplaced()), len(draft.corrections)
    told = "A new file of the same area and years."
    if every:
        told += f" {every - lost} of {every} corrections were made again."
    return draft, "read again", told


def _alike(one: PlanReading, other: PlanReading) -> bool:
    """Tell whether two readings of a file say the same, whatever the file is called."""
    return replace(one, source=other.source, warnings=()) == replace(other, warnings=())


def _new_changes(draft: Draft, changes: list[Change]) -> list[Change]:
    """Leave out what the draft says already, such as what the same template said before."""
    reading = draft.reading()
    known = {(c.change.kind, c.change.item, c.change.field, repr(c.change.new))
             for c in draft.corrections}  # fmt: skip
    found = []
    for change in changes:
        if (change.kind, change.item, change.field, repr(change.new)) in known:
            continue
        item = item_of(reading, change.item)
        if item is not None and item.fields.get(change.field) == change.new is not None:
            continue
        found.append(change)
    return found


def _area_given(reading: PlanReading, wanted: Wanted) -> list[Change]:
    """Return the correction that an area given by hand makes."""
    item = item_of(reading, "plan")
    if not wanted.area or item is None or reading.area == wanted.area:
        return []
    told = sentence(item, "area", reading.area, wanted.area)
    return [Change("plan", "plan", "", "area", reading.area, wanted.area, told)]


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
