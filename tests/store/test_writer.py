"""The store keeps what was acknowledged, and shows nothing that was not."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from cjgraph.errors import SnapshotMissing, StoreLocked
from cjgraph.namespaces import PREFIXES, graph
from cjgraph.store import DataFolder, GraphSource, StoreWriter, open_snapshot

SOURCE = GraphSource("vocabulary", "test vocabulary", "test.ttl", "0" * 64)
HEADER = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())
MODEL = """
cj:actionForObjective rdfs:subPropertyOf cj:contributesTo .
cj:objectiveForOutcome rdfs:subPropertyOf cj:contributesTo .
cj:leadsAction rdfs:subPropertyOf cj:contributesTo ; owl:inverseOf cj:ledBy .
cj:CommonOutcome rdfs:subClassOf cj:CommunityJusticeOutcome .
cj:CommunityJusticeOutcome rdfs:subClassOf skos:Concept .
"""


def turtle(text: str) -> list[ox.Triple]:
    return [q.triple for q in ox.parse((HEADER + text).encode(), format=ox.RdfFormat.TURTLE)]


def write(data: DataFolder, name: str, text: str, kind: str = "vocabulary") -> str:
    source = GraphSource(kind, f"test {name}", f"{name}.ttl", "0" * 64)
    with StoreWriter(data) as writer:
        writer.replace_graph(graph(kind, name), turtle(text), source)
        return writer.publish().name


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


def count(data: DataFolder, pattern: str, include: frozenset[str] = frozenset()) -> int:
    rows = open_snapshot(data).rows(
        f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}", include=include
    )
    return int(rows[0]["n"])


def test_nothing_loaded_is_said_plainly(data: DataFolder) -> None:
    with pytest.raises(SnapshotMissing, match="no data"):
        open_snapshot(data)


def test_default_graph_holds_supertypes_labels_and_the_thread(data: DataFolder) -> None:
    write(data, "model", MODEL, "ontology")
    write(
        data,
        "things",
        """id:o a cj:CommonOutcome ; skos:prefLabel "Outcome"@en .
           id:a cj:actionForObjective id:b ; cj:ledBy id:police .
           id:b cj:objectiveForOutcome id:o .""",
    )
    assert count(data, "id:o a cj:CommunityJusticeOutcome, skos:Concept") == 1
    assert count(data, 'id:o rdfs:label "Outcome"@en') == 1
    assert count(data, "id:a cj:contributesTo+ id:o") == 1
    assert count(data, "id:police cj:contributesTo+ id:o") == 1, "leads are part of the thread"
    # The named graph keeps only what was asserted.
    assert count(data, "GRAPH ?g { id:o a skos:Concept }") == 0


def test_a_statement_in_two_graphs_is_counted_once(data: DataFolder) -> None:
    write(data, "one", 'id:x rdfs:label "same" .')
    write(data, "two", 'id:x rdfs:label "same" .')
    assert count(data, 'id:x rdfs:label "same"') == 1


def test_examples_are_outside_the_default_graph_until_asked_for(data: DataFolder) -> None:
    write(data, "model", MODEL + 'id:shared rdfs:label "shared" .', "ontology")
    write(
        data,
        "plan",
        "id:a cj:actionForObjective id:b . id:b cj:objectiveForOutcome id:o ."
        ' id:shared rdfs:label "shared" .',
        "example",
    )
    examples = frozenset({"examples"})
    assert count(data, "id:a ?p ?o") == 0
    assert count(data, "id:a cj:contributesTo+ id:o", examples) == 1
    assert count(data, 'id:shared rdfs:label "shared"', examples) == 1, "union counts once"


def test_the_same_data_again_writes_nothing(data: DataFolder) -> None:
    first = write(data, "one", 'id:x rdfs:label "x" .')
    assert write(data, "one", 'id:x rdfs:label "x" .') == first
    assert write(data, "one", 'id:x rdfs:label "y" .') != first
    assert count(data, 'id:x rdfs:label "x"') == 0, "a replaced graph keeps nothing"


def test_every_import_leaves_a_record(data: DataFolder) -> None:
    write(data, "one", 'id:x rdfs:label "x" .')
    write(data, "one", 'id:x rdfs:label "y" .')
    record = "?i a cj:Import ; prov:generated graph:vocabulary\\/one ; prov:startedAtTime ?t ;"
    assert count(data, record + " prov:used/cj:sha256 ?h ; prov:wasAssociatedWith ?who") == 4
    current = "graph:vocabulary\\/one a cj:GraphRecord ; cj:sha256 ?h"
    assert count(data, current) == 1, "the record of the graph is of its present state only"


def test_a_write_that_fails_leaves_the_store_as_it_was(data: DataFolder) -> None:
    before = write(data, "one", 'id:x rdfs:label "x" .')
    with pytest.raises(RuntimeError), StoreWriter(data) as writer:
        writer.replace_graph(graph("vocabulary", "one"), turtle('id:x rdfs:label "z" .'), SOURCE)
        raise RuntimeError("something broke")
    assert open_snapshot(data).name == before
    assert count(data, 'id:x rdfs:label "x"') == 1


def test_an_open_snapshot_does_not_change_under_its_reader(data: DataFolder) -> None:
    write(data, "one", 'id:x rdfs:label "x" .')
    old = open_snapshot(data)
    write(data, "one", 'id:x rdfs:label "y" .')
    assert old.rows("SELECT ?l { id:x rdfs:label ?l }") == [{"l": "x"}]
    assert open_snapshot(data).rows("SELECT ?l { id:x rdfs:label ?l }") == [{"l": "y"}]


def test_old_snapshots_are_pruned(data: DataFolder) -> None:
    for n in range(8):
        write(data, "one", f'id:x rdfs:label "{n}" .')
    assert len(list(data.snapshots.iterdir())) <= 4
    assert count(data, 'id:x rdfs:label "7"') == 1


def _hold(root: Path, ready: object, done: object) -> None:
    with StoreWriter(DataFolder(root)):
        ready.set()  # type: ignore[attr-defined]
        done.wait(30)  # type: ignore[attr-defined]


def test_a_second_writer_is_refused_with_a_sentence(data: DataFolder) -> None:
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    process = context.Process(target=_hold, args=(data.root, ready, done))
    process.start()
    try:
        assert ready.wait(30)
        with pytest.raises(StoreLocked, match="Another process is writing"), StoreWriter(data):
            pass
    finally:
        done.set()
        process.join(30)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a POSIX signal")
def test_kill_during_writes_loses_nothing_acknowledged(data: DataFolder, tmp_path: Path) -> None:
    """A writer killed at any moment leaves the last acknowledged snapshot, whole."""
    script = textwrap.dedent(
        f"""
        import pyoxigraph as ox
        from pathlib import Path
        from cjgraph.namespaces import graph, thing
        from cjgraph.store import DataFolder, GraphSource, StoreWriter
        data = DataFolder(Path({str(data.root)!r}))
        n = 0
        while True:
            n += 1
            node, p = ox.NamedNode(thing("x", "x")), ox.NamedNode(thing("p", "p"))
            triples = [ox.Triple(node, p, ox.Literal(f"{{n}}-{{i}}")) for i in range(50)]
            with StoreWriter(data) as writer:
                source = GraphSource("vocabulary", "t", "t", str(n))
                writer.replace_graph(graph("vocabulary", "t"), triples, source)
                writer.publish()
            print(n, flush=True)
        """
    )
    for round_number in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        acknowledged = 0
        deadline = time.monotonic() + 0.5 + 0.37 * round_number
        while time.monotonic() < deadline or acknowledged == 0:
            acknowledged = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().split()
        acknowledged = int(rest[-1]) if rest else acknowledged
        process.stdout.close()
        process.wait()
        values = {
            row["o"]
            for row in open_snapshot(data).rows("SELECT ?o { ?x <" + PREFIXES["id"] + "p/p> ?o }")
        }
        generations = {value.split("-")[0] for value in values}
        assert len(values) == 50, "a snapshot is whole"
        assert len(generations) == 1, "a snapshot is of one write"
        assert int(generations.pop()) >= acknowledged
        write(data, f"after-{round_number}", 'id:y rdfs:label "y" .')  # a new writer can begin
