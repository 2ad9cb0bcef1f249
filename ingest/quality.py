"""Looks for faults in the ontology, the vocabularies and the catalogue.

Each check is one SPARQL file in ``ontology/qc``; any row that it gives is a finding. An
ERROR keeps data out of the store, a WARN is kept on purpose or awaits mending, an INFO
is worth knowing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from cjgraph.errors import FileNotReadable, InputError, ShapesInvalid
from cjgraph.namespaces import PREFIXES
from cjgraph.resources import resource_folder
from ingest.quality_data import QualityData

if TYPE_CHECKING:
    from ingest.loading import PackagedGraph

#: Levels from worst to mildest.
LEVELS: Final = ("ERROR", "WARN", "INFO")

_HEADER: Final = re.compile(r"^# (level|title|remedy|explains|source): *(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class QualityCheck:
    """One check of ``ontology/qc``.

    Args:
        slug: Its name, which is the name of its file.
        level: ``ERROR``, ``WARN`` or ``INFO``.
        title: What is wrong, as it stands after the name of the thing.
        remedy: What to do about it.
        explains: For a WARN or INFO, why it is kept and does not fail.
        source: The standard, or the pitfall by its published name.
        query: The SPARQL text.
    """

    slug: str
    level: str
    title: str
    remedy: str
    explains: str
    source: str
    query: str


@dataclass(frozen=True, slots=True)
class QualityFinding:
    """One fault, or one thing worth knowing.

    Args:
        check: Slug of the check that found it.
        level: ``ERROR``, ``WARN`` or ``INFO``.
        file: Name of the file that it stands in; empty where it is in no single one.
        subject: IRI of the thing.
        term: Its label, or its shortened IRI where it has none.
        title: What is wrong.
        value: The value that is wrong, as text; empty where something is missing.
        remedy: What to do about it.
    """

    check: str
    level: str
    file: str
    subject: str
    term: str
    title: str
    value: str
    remedy: str

    def sentence(self) -> str:
        """Return file, term, fault and remedy as text for a person."""
        value = f" ({self.value})" if self.value else ""
        place = f"{self.file}: " if self.file else ""
        return f'{place}"{self.term}": {self.title}{value}. {self.remedy}'

    def to_json(self) -> dict[str, Any]:
        """Return the finding as plain data for JSON."""
        return asdict(self)


def quality_checks(folder: Path | None = None) -> tuple[QualityCheck, ...]:
    """Return all checks, in order of level and name.

    Args:
        folder: The ontology folder; the packaged one where none is given, or where the
            given one has no checks of its own.

    Raises:
        ShapesInvalid: The header of a check lacks something, or there are no checks.
    """
    own = folder / "qc" if folder else None
    return _read_checks(own if own and own.is_dir() else resource_folder("ontology") / "qc")


def quality_findings(
    graphs: Iterable[PackagedGraph],
    *,
    levels: Collection[str] = LEVELS,
    checks: Sequence[QualityCheck] | None = None,
) -> list[QualityFinding]:
    """Run the checks.

    Args:
        graphs: All graphs, since references go from one to another.
        levels: Which levels of check to run.
        checks: Checks other than the packaged ones.

    Returns:
        What was found, worst first, then by check, file and term.

    Raises:
        ShapesInvalid: A check can't be run.
    """
    wanted = [c for c in checks or quality_checks() if c.level in levels]
    data = QualityData(graphs)
    found = [finding for check in wanted for finding in _run(check, data)]
    return sorted(found, key=lambda f: (LEVELS.index(f.level), f.check, f.file, f.term, f.value))


def quality_errors(graphs: Iterable[PackagedGraph]) -> list[QualityFinding]:
    """Return only what must keep data out of the store.

    Args:
        graphs: All graphs that are about to be loaded.
    """
    return quality_findings(graphs, levels=("ERROR",))


def quality_refusal(errors: Sequence[QualityFinding]) -> InputError:
    """Return the error with which a load refuses faulty data.

    Args:
        errors: What :func:`quality_errors` found; at least one.
    """
    faults = "1 fault" if len(errors) == 1 else f"{len(errors)} faults"
    return InputError(
        f"The data have {faults}, so nothing was loaded. {errors[0].sentence()}",
        hint="Run 'cjgraph check' to see every fault and how to mend it.",
    )


@lru_cache(maxsize=4)
def _read_checks(folder: Path) -> tuple[QualityCheck, ...]:
    checks = [_read_check(path) for path in sorted(folder.glob("*.rq"))]
    if not checks:
        raise ShapesInvalid(f"There are no quality checks in {folder}.")
    return tuple(sorted(checks, key=lambda c: (LEVELS.index(c.level), c.slug)))


def _read_check(path: Path) -> QualityCheck:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise FileNotReadable(f"{path} can't be read: {error.strerror}.") from error
    header = dict(_HEADER.findall(text))
    for name in ("level", "title", "remedy", "source"):
        if not header.get(name):
            raise ShapesInvalid(f"The quality check {path.name} has no line '# {name}:'.")
    if header["level"] not in LEVELS:
        raise ShapesInvalid(f"The quality check {path.name} has the level {header['level']}.")
    if header["level"] != "ERROR" and not header.get("explains"):
        raise ShapesInvalid(f"The quality check {path.name} does not explain what it keeps.")
    return QualityCheck(
        slug=path.stem,
        level=header["level"],
        title=header["title"],
        remedy=header["remedy"],
        explains=header.get("explains", ""),
        source=header["source"],
        query=text,
    )


def _run(check: QualityCheck, data: QualityData) -> list[QualityFinding]:
    try:
        solutions = data.store.query(check.query, prefixes=PREFIXES)
    except SyntaxError as error:
        raise ShapesInvalid(f"The quality check {check.slug} is not valid SPARQL: {error}") from (
            error
        )
    if not isinstance(solutions, ox.QuerySolutions):
        raise ShapesInvalid(f"The quality check {check.slug} is no SELECT query.")
    names = {variable.value for variable in solutions.variables}
    if not {"graph", "subject"} <= names:
        raise ShapesInvalid(f"The quality check {check.slug} selects no ?graph and ?subject.")
    found: dict[QualityFinding, None] = {}
    for row in solutions:
        graph, subject = row["graph"], row["subject"]
        value = row["value"] if "value" in names else None
        finding = QualityFinding(
            check=check.slug,
            level=check.level,
            file=data.file_of(graph, subject),
            subject=data.text(subject),
            term=data.name(subject),
            title=check.title,
            value=data.name(value) if value is not None else "",
            remedy=check.remedy,
        )
        found[finding] = None
    return list(found)
