"""Loading synthetic data: apart from the nation, all at once, and out again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from cjgraph.cli._main import app
from cjgraph.errors import InputError
from cjgraph.namespaces import CJ, thing
from cjgraph.store import DataFolder, GraphSource, Snapshot, StoreWriter, open_snapshot
from cjgraph.thread import coverage, gaps, read_thread_graph
from ingest.loading import load_packaged
from ingest.synthetic import load_synthetic, remove_synthetic, write_synthetic

SYNTHETIC = frozenset({"synthetic"})
COUNT = "SELECT (COUNT(DISTINCT ?plan) AS ?n) { ?plan a cj:CJOIP }"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DataFolder]:
    """A data folder with the packaged data and two synthetic Partnerships."""
    folder = DataFolder(tmp_path_factory.mktemp("synthetic"))
    load_packaged(folder)
    load_synthetic(folder, partnerships=2, editions=3, seed=5)
    yield folder


@pytest.fixture(scope="module")
def snapshot(data: DataFolder) -> Snapshot:
    return open_snapshot(data)


def plans(snapshot: Snapshot, include: frozenset[str] = frozenset()) -> int:
    return int(snapshot.rows(COUNT, include=include)[0]["n"])


def test_synthetic_plans_count_only_where_they_are_asked_for(snapshot: Snapshot) -> None:
    assert plans(snapshot) == 0
    assert plans(snapshot, SYNTHETIC) == 6


def test_no_statement_on_the_nation_comes_from_synthetic_data(snapshot: Snapshot) -> None:
    national = {str(t.subject) for t in snapshot.default_triples()}
    assert not [iri for iri in national if "/id/" in iri and "/synthetic-" in iri]


def test_coverage_has_a_row_for_each_synthetic_partnership(snapshot: Snapshot) -> None:
    graph = read_thread_graph(snapshot, include=SYNTHETIC)
    found = coverage(graph, plans="all")
    rows = {head.key for head in found.row_heads}
    ours = {thing("partnership", f"synthetic-{name}") for name in ("strathorran", "glenvarrick")}
    assert ours <= rows
    counted = [cell for cell in found.cells if cell.row in ours and cell.count]
    assert counted
    national = coverage(read_thread_graph(snapshot), plans="all")
    assert not ours & {head.key for head in national.row_heads}


def test_gaps_name_needs_that_no_synthetic_service_is_for(snapshot: Snapshot) -> None:
    found = gaps(read_thread_graph(snapshot, include=SYNTHETIC), plans="all")
    assert any(gap.row and "synthetic-" in gap.row for gap in found.gaps)


def test_every_import_is_on_record_and_a_second_load_changes_nothing(data: DataFolder) -> None:
    before = open_snapshot(data)
    rows = before.rows(
        "SELECT (COUNT(?g) AS ?n) { ?g cj:graphKind 'synthetic' ; prov:wasGeneratedBy ?act }"
    )
    assert rows[0]["n"] == "9"
    report = load_synthetic(data, partnerships=2, editions=3, seed=5)
    assert report.snapshot == before.name


def test_less_synthetic_data_takes_the_place_of_more_and_none_of_all(
    tmp_path: Path,
) -> None:
    data = DataFolder(tmp_path)
    # The model is not needed here, only that there is a snapshot with a plan of one's own.
    own = ox.Triple(
        ox.NamedNode(thing("plan", "own/2024")),
        ox.NamedNode(CJ + "checkedByPerson"),
        ox.Literal(True),
    )
    with StoreWriter(data) as writer:
        source = GraphSource("plan", "own", "own.docx", "0" * 64)
        writer.replace_graph(thing("plan", "own"), [own], source)
        writer.publish()
    load_synthetic(data, partnerships=2, editions=1, seed=5)
    report = load_synthetic(data, partnerships=1, editions=1, seed=5)
    assert report.removed == 2
    assert plans(open_snapshot(data), SYNTHETIC) == 1
    assert remove_synthetic(data).removed == 3
    assert plans(open_snapshot(data), SYNTHETIC) == 0
    assert own in list(open_snapshot(data).default_triples())
    assert remove_synthetic(data).removed == 0


def test_files_hold_the_same_statements_in_either_form(tmp_path: Path) -> None:
    one, many = tmp_path / "all.trig", tmp_path / "folder"
    report = write_synthetic(one, partnerships=1, editions=2, seed=5)
    write_synthetic(many, partnerships=1, editions=2, seed=5)
    quads = list(ox.parse(path=str(one), format=ox.RdfFormat.TRIG))
    assert len(quads) == report.statements
    files = sorted(many.glob("*.ttl"))
    assert len(files) == report.plans + 2
    apart = {t for f in files for t in ox.parse(path=str(f), format=ox.RdfFormat.TURTLE)}
    assert {q.triple for q in apart} == {q.triple for q in quads}


def test_wrong_use_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--partnerships takes a number from 1"):
        write_synthetic(tmp_path / "x.trig", partnerships=0)
    with pytest.raises(InputError, match=r"end in \.trig"):
        write_synthetic(tmp_path / "x.docx", partnerships=1)


def test_the_command_says_what_it_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CJGRAPH_DATA", str(tmp_path / "data"))
    target = tmp_path / "x.trig"
    args = ["synthetic", "--partnerships", "1", "--editions", "1", "--out", str(target)]
    result = CliRunner().invoke(app, args)
    assert result.exit_code == 0
    assert "1 synthetic Partnerships" in result.output
    assert "Nothing was loaded" in result.output
    assert not (tmp_path / "data").exists()
    refused = CliRunner().invoke(app, ["synthetic", "--remove", "--out", str(target)])
    assert isinstance(refused.exception, InputError)
