"""Examines what the product itself is built on: ontology, vocabularies, catalogue, rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from cjgraph.errors import CJGraphError, FileNotReadable
from cjgraph.reasoner import JavaMissing, reason
from cjgraph.resources import resource_folder
from ingest.loading import PackagedGraph, packaged_graphs
from ingest.quality import LEVELS, QualityFinding, quality_checks, quality_findings
from ingest.quality_hierarchy import (
    FILE_NAME,
    hierarchy_faults,
    hierarchy_text,
    read_hierarchy,
    shortened_pairs,
)

#: Kinds of graph whose every entry must have a label, a source and a scheme.
_LISTED = frozenset({"vocabulary", "catalogue", "register", "service"})

#: How many faults of one check are printed; the count is always whole.
_SHOWN: Final = 50

#: How many things a line about one kind of warning names.
_NAMED: Final = 3

_LEVEL_NAMES: Final = {"ERROR": "errors", "WARN": "warnings", "INFO": "notes"}


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """The outcome of one check.

    Args:
        name: What was checked, in a few words.
        status: ``passed``, ``failed`` or ``not run``.
        detail: What was found, in a sentence.
        faults: Each fault in a sentence.
        notes: What is worth knowing but is no fault, in sentences.
    """

    name: str
    status: str
    detail: str
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether something has to be mended."""
        return self.status == "failed"

    def to_json(self) -> dict[str, Any]:
        """Return the outcome as plain data for JSON."""
        return asdict(self)

    def line(self) -> str:
        """Return the outcome as a line for the terminal, its faults and notes below."""
        head = f"{self.status:8} {self.name}: {self.detail}"
        return "\n    ".join((head, *self.faults, *self.notes))


def check_model(folder: Path | None = None, *, full: bool = False) -> list[CheckOutcome]:
    """Check the data that the product is built on; no check is skipped in silence.

    Args:
        folder: The ontology folder; the packaged one where none is given.
        full: Whether to name every warning and note, not only some of each kind.

    Returns:
        The outcomes; there are no later ones where the data can't be read.

    Raises:
        FileNotReadable: The folder is missing.
    """
    root = _root(folder)
    try:
        graphs = [read() for read in packaged_graphs(root)]
    except CJGraphError as error:
        return [CheckOutcome("Packaged data", "failed", "it can't be read.", (error.message,))]
    triples = [t for g in graphs for t in g.triples]
    whole = CheckOutcome(
        "Packaged data", "passed", f"{len(graphs)} graphs, {len(triples):,} statements were read."
    )
    listed = [t for g in graphs for t in g.triples if g.source.kind in _LISTED]
    return [
        whole,
        _licences(root),
        *_quality(graphs, root, full=full),
        *_reasoned(triples, _record(root)),
        _vocabularies(listed),
        _rules(),
    ]


def record_hierarchy(folder: Path | None = None) -> Path:
    """Write down the class hierarchy as the reasoner finds it now.

    Args:
        folder: The ontology folder; the packaged one where none is given.

    Returns:
        The file that was written.

    Raises:
        CJGraphError: The data can't be read, Java is missing, the ontology is not
            consistent, or the file can't be written.
    """
    root = _root(folder)
    found = reason(t for read in packaged_graphs(root) for t in read().triples)
    if not found.consistent:
        raise CJGraphError(f"The ontology is not consistent: {found.explanation}")
    path = root / "qc" / FILE_NAME
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text(hierarchy_text(shortened_pairs(found.subclass_pairs)), encoding="utf-8")
    except OSError as error:
        raise FileNotReadable(f"{path} can't be written: {error.strerror}.") from error
    return path


def _root(folder: Path | None) -> Path:
    if folder is None:
        return resource_folder("ontology")
    if not folder.is_dir():
        raise FileNotReadable(f"There is no folder {folder}.")
    return folder


def _record(root: Path) -> Path:
    """Return where the hierarchy is recorded: in the folder, or else in the packaged one."""
    own = root / "qc" / FILE_NAME
    return own if own.parent.is_dir() else resource_folder("ontology") / "qc" / FILE_NAME


def _licences(root: Path) -> CheckOutcome:
    """Check that every Turtle file says in its first lines under which licence it is."""
    files = sorted(root.rglob("*.ttl"))
    faults = tuple(
        f'{path.name}: its head names no licence. Add a line "# Licence: ..." above the prefixes.'
        for path in files
        if "# Licence: " not in path.read_text(encoding="utf-8").partition("@prefix")[0]
    )
    if faults:
        return CheckOutcome("Licences", "failed", f"{_count(faults)} without one.", faults)
    return CheckOutcome("Licences", "passed", f"all {len(files)} Turtle files name theirs.")


def _quality(graphs: Sequence[PackagedGraph], root: Path, *, full: bool) -> list[CheckOutcome]:
    """Run the quality checks; one outcome a level."""
    try:
        checks = quality_checks(root)
        found = quality_findings(graphs, checks=checks)
    except CJGraphError as error:
        return [CheckOutcome("Quality", "failed", "it can't be checked.", (error.message,))]
    explained = {check.slug: check.explains for check in checks}
    outcomes = []
    for level in LEVELS:
        name = f"Quality, {_LEVEL_NAMES[level]}"
        here = [finding for finding in found if finding.level == level]
        run = sum(check.level == level for check in checks)
        if level == "ERROR" and here:
            faults = tuple(finding.sentence() for finding in here)
            outcomes.append(CheckOutcome(name, "failed", f"{_count(faults)}.", _cut(faults)))
            continue
        detail = f"{len(here)} from {run} checks" + (", each explained." if here else ".")
        outcomes.append(CheckOutcome(name, "passed", detail, (), _notes(here, explained, full)))
    return outcomes


def _notes(
    findings: Sequence[QualityFinding], explained: dict[str, str], full: bool
) -> tuple[str, ...]:
    """Return a sentence for each kind of finding, with why it is kept."""
    if full:
        return tuple(finding.sentence() for finding in findings)
    by_check: dict[str, list[QualityFinding]] = defaultdict(list)
    for finding in findings:
        by_check[finding.check].append(finding)
    notes = []
    for slug, group in by_check.items():
        named = ", ".join(f'{f.file}: "{f.term}"' for f in group[:_NAMED])
        more = ", ..." if len(group) > _NAMED else ""
        notes.append(f"{len(group)} x {group[0].title} ({named}{more}). {explained[slug]}")
    return tuple(notes)


def _reasoned(triples: list[ox.Triple], record: Path) -> list[CheckOutcome]:
    name = "Ontology (HermiT)"
    try:
        found = reason(triples)
    except JavaMissing as error:
        return [
            CheckOutcome(name, "not run", error.message),
            CheckOutcome("Class hierarchy", "not run", error.message),
        ]
    if not found.consistent:
        return [CheckOutcome(name, "failed", "it is not consistent.", (found.explanation,))]
    if found.unsatisfiable:
        faults = found.unsatisfiable
        return [CheckOutcome(name, "failed", "some classes can't have members.", faults)]
    sound = CheckOutcome(
        name, "passed", f"it is consistent, and all {found.classes} classes can have members."
    )
    return [sound, _hierarchy(found.subclass_pairs, record)]


def _hierarchy(pairs: tuple[tuple[str, str], ...], record: Path) -> CheckOutcome:
    name = "Class hierarchy"
    try:
        recorded = read_hierarchy(record)
    except CJGraphError as error:
        return CheckOutcome(name, "failed", "there is no record to compare.", (error.message,))
    faults = hierarchy_faults(shortened_pairs(pairs), recorded)
    if faults:
        return CheckOutcome(name, "failed", "classes have moved.", _cut(faults))
    return CheckOutcome(name, "passed", f"its {len(pairs)} steps are as recorded.")


def _vocabularies(triples: list[ox.Triple]) -> CheckOutcome:
    from cjgraph.conversion import rdflib_graph
    from cjgraph.shacl import check_vocabularies

    findings = check_vocabularies(rdflib_graph(triples))
    faults = tuple(f.message for f in findings if f.severity == "violation")
    if faults:
        return CheckOutcome("Vocabularies", "failed", f"{_count(faults)}.", _cut(faults))
    return CheckOutcome("Vocabularies", "passed", "every term has what it needs.")


def _rules() -> CheckOutcome:
    from cjgraph.shacl import load_rules

    try:
        rules = load_rules()
    except CJGraphError as error:
        return CheckOutcome("Rules", "failed", "they can't be used.", (error.message,))
    return CheckOutcome("Rules", "passed", f"{len(rules.rules)} rules, hash {rules.sha256[:12]}.")


def _count(faults: Sequence[str]) -> str:
    return "1 fault" if len(faults) == 1 else f"{len(faults)} faults"


def _cut(faults: tuple[str, ...]) -> tuple[str, ...]:
    if len(faults) <= _SHOWN:
        return faults
    return (*faults[:_SHOWN], f"... and {len(faults) - _SHOWN} more.")
