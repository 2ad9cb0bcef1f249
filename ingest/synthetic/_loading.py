"""Puts synthetic data into the store, takes it out again, or writes it to files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from cjgraph.errors import FileNotReadable, InputError
from cjgraph.namespaces import GRAPH
from cjgraph.store import DataFolder, GraphSource, Snapshot, StoreWriter

from ._nation import SyntheticGraph, synthetic_graphs

#: Told what is being done, how much of it is done and how much there is.
Progress = Callable[[str, int, int], None]
#: By name of an intervention, findings and their relation.
Findings = Mapping[str, tuple[tuple[str, str], ...]]

_KIND = "synthetic"
_FINDINGS = """
SELECT DISTINCT ?topic ?finding ?stance WHERE {
  ?finding a cj:Finding ; cj:concernsIntervention ?topic ; cj:stance ?stance
} ORDER BY ?topic ?finding"""
#: How a finding of a stance bears on the use of its intervention.
_RELATIONS = {"supports": "supports", "mixed": "mixed", "null": "against", "against": "against"}


@dataclass(slots=True)
class SyntheticReport:
    """What was done with synthetic data.

    Args:
        partnerships: How many Partnerships.
        plans: How many editions of plans.
        actions: How many actions.
        statements: How many statements.
        removed: How many graphs of earlier synthetic data were taken out.
        snapshot: Name of the snapshot that is current now; None where files were written.
    """

    partnerships: int = 0
    plans: int = 0
    actions: int = 0
    statements: int = 0
    removed: int = 0
    snapshot: str | None = None

    def count(self, made: SyntheticGraph) -> None:
        """Count a graph."""
        self.plans += made.is_plan
        self.actions += made.actions
        self.statements += len(made.triples)


def load_synthetic(
    data: DataFolder,
    *,
    partnerships: int = 30,
    editions: int = 3,
    seed: int = 1,
    agent: str = "operator",
    progress: Progress | None = None,
) -> SyntheticReport:
    """Put synthetic Partnerships in the place of those that are in the store, as one write.

    Args:
        data: The data folder, loaded already.
        partnerships: How many Partnerships.
        editions: How many editions of a plan each of them has.
        seed: What decides everything that is drawn.
        agent: Who loads, as they call themselves.
        progress: Told of each graph.

    Raises:
        InputError: A number is too small or too large.
        SnapshotMissing: Nothing has been loaded into the data folder yet.
        StoreError: The store can't be written; it stays as it was.
    """
    from cjgraph.store import open_snapshot

    _refuse_numbers(partnerships, editions)
    report = SyntheticReport(partnerships)
    findings = _findings(open_snapshot(data))
    total = partnerships * (editions + 1) + 1
    with StoreWriter(data, agent=agent) as writer:
        old = {iri for iri, kind in writer.graphs().items() if kind == _KIND}
        made = synthetic_graphs(
            partnerships=partnerships, editions=editions, seed=seed, findings=findings
        )
        for one in _counted(made, report, progress, total):
            writer.replace_graph(one.iri, one.triples, _source(one))
            old.discard(one.iri)
        for iri in old:
            report.removed += writer.remove_graph(iri)
        if progress:
            progress("the published graph of synthetic data", total, total)
        report.snapshot = writer.publish().name
    return report


def remove_synthetic(data: DataFolder, *, agent: str = "operator") -> SyntheticReport:
    """Take all synthetic data out of the store.

    Args:
        data: The data folder.
        agent: Who removes it, as they call themselves.

    Raises:
        StoreError: The store can't be written; it stays as it was.
    """
    report = SyntheticReport()
    with StoreWriter(data, agent=agent) as writer:
        for iri, kind in writer.graphs().items():
            if kind == _KIND:
                report.removed += writer.remove_graph(iri)
        report.snapshot = writer.publish().name
    return report


def write_synthetic(
    target: Path,
    *,
    partnerships: int = 30,
    editions: int = 3,
    seed: int = 1,
    findings: Findings | None = None,
    progress: Progress | None = None,
) -> SyntheticReport:
    """Write synthetic data to one TriG file, or to a folder with a Turtle file for each graph.

    Args:
        target: A name that ends in ``.trig``, or a folder, which is made where it is missing.
        partnerships: How many Partnerships.
        editions: How many editions of a plan each of them has.
        seed: What decides everything that is drawn.
        findings: By name of an intervention, findings and their relation to link actions to.
        progress: Told of each graph.

    Raises:
        InputError: A number is too small or too large, or the target has another ending.
        FileNotReadable: The target can't be written.
    """
    _refuse_numbers(partnerships, editions)
    if target.suffix not in ("", ".trig"):
        raise InputError(
            f"{target.name} has to end in .trig, or be a folder.",
            hint="Give --out synthetic.trig, or --out FOLDER.",
        )
    report = SyntheticReport(partnerships)
    total = partnerships * (editions + 1) + 1
    made = synthetic_graphs(
        partnerships=partnerships, editions=editions, seed=seed, findings=findings
    )
    counted = _counted(made, report, progress, total)
    try:
        _write_folder(target, counted) if not target.suffix else _write_trig(target, counted)
    except OSError as error:
        raise FileNotReadable(f"{target} can't be written: {error.strerror}.") from error
    return report


def _counted(
    made: Iterable[SyntheticGraph], report: SyntheticReport, progress: Progress | None, total: int
) -> Iterator[SyntheticGraph]:
    for done, one in enumerate(made):
        if progress:
            progress(one.title, done, total)
        report.count(one)
        yield one


def _write_folder(target: Path, made: Iterable[SyntheticGraph]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for one in made:
        name = one.iri.removeprefix(GRAPH + "synthetic/").replace("/", "-")
        with (target / f"{name}.ttl").open("wb") as file:
            ox.serialize(one.triples, file, format=ox.RdfFormat.TURTLE)


def _write_trig(target: Path, made: Iterable[SyntheticGraph]) -> None:
    """Write one graph after another; TriG lets them stand side by side."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        for one in made:
            node = ox.NamedNode(one.iri)
            quads = (ox.Quad(t.subject, t.predicate, t.object, node) for t in one.triples)
            ox.serialize(quads, file, format=ox.RdfFormat.TRIG)


def _findings(snapshot: Snapshot) -> Findings:
    """Return the findings that synthetic actions may be linked to."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in snapshot.rows(_FINDINGS):
        relation = _RELATIONS.get(row["stance"].rpartition("/")[2])
        if relation:
            found[row["topic"].rpartition("/")[2]].append((row["finding"], relation))
    return {topic: tuple(pairs) for topic, pairs in found.items()}


def _refuse_numbers(partnerships: int, editions: int) -> None:
    for name, number, most in (("partnerships", partnerships, 5000), ("editions", editions, 20)):
        if not 1 <= number <= most:
            raise InputError(f"--{name} takes a number from 1 to {most}, not {number}.")


def _source(made: SyntheticGraph) -> GraphSource:
    return GraphSource(_KIND, made.title, "cjgraph synthetic", made.sha256)
