"""A vocabulary goes out as a table, is edited and comes back, on the command line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cjgraph.namespaces import CJ, PROV, SKOS, thing
from cjgraph.resources import resource_folder
from cjgraph.store import DataFolder, open_snapshot
from ingest.loading import load_packaged
from ingest.vocabulary_table import vocabulary_iri

OLD, NEW = "Somewhere safe, suitable", "Somewhere warm, safe, suitable"


@pytest.fixture
def data(loaded: DataFolder, tmp_path: Path) -> Iterator[DataFolder]:
    """A copy of the loaded data that a test may change."""
    shutil.copytree(loaded.root, tmp_path / "data")
    yield DataFolder(tmp_path / "data")


def run(
    data: DataFolder, *arguments: str | Path, text: str = ""
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cjgraph.cli", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        input=text,
        timeout=120,
        env={**os.environ, "CJGRAPH_DATA": str(data.root), "CJGRAPH_MODEL": "off"},
    )


def edited(data: DataFolder, folder: Path, *, old: str = OLD, new: str = NEW) -> Path:
    """Export the needs and change a text."""
    file = folder / "needs.csv"
    done = run(data, "vocabulary", "export", "needs", "--out", file)
    assert done.returncode == 0, done.stderr
    content = file.read_bytes()
    assert content.count(old.encode()) == 1
    file.write_bytes(content.replace(old.encode(), new.encode()))
    return file


def definition(data: DataFolder) -> str:
    rows = open_snapshot(data).rows("SELECT ?text { id:need\\/housing skos:definition ?text }")
    return rows[0]["text"]


def test_vocabularies_are_listed(loaded: DataFolder) -> None:
    entries = json.loads(run(loaded, "vocabulary", "list", "--json").stdout)
    files = (resource_folder("ontology") / "vocabularies").glob("*.ttl")
    assert [entry["name"] for entry in entries] == sorted(path.stem for path in files)
    assert "needs" in run(loaded, "vocabulary", "list").stdout


def test_a_table_without_a_file_name_goes_to_the_screen(loaded: DataFolder) -> None:
    done = run(loaded, "vocabulary", "export", "prevention-levels")
    assert done.stdout.startswith("\ufeffid,type,preferred label (en)")


def test_a_table_as_exported_changes_nothing(data: DataFolder, tmp_path: Path) -> None:
    before = data.current.read_text()
    file = edited(data, tmp_path, old=OLD, new=OLD)
    assert run(data, "vocabulary", "check", file).returncode == 0
    assert "Nothing differs" in run(data, "vocabulary", "diff", file).stdout
    assert run(data, "vocabulary", "import", file, "--yes").returncode == 0
    assert data.current.read_text() == before


def test_a_table_is_not_written_over(loaded: DataFolder, tmp_path: Path) -> None:
    file = edited(loaded, tmp_path)
    content = file.read_bytes()
    done = run(loaded, "vocabulary", "export", "needs", "--out", file)
    assert done.returncode == 2
    assert "--force" in done.stderr
    assert file.read_bytes() == content


def test_an_edit_is_shown_asked_about_applied_and_recorded(
    data: DataFolder, tmp_path: Path
) -> None:
    file = edited(data, tmp_path)
    refused = run(data, "vocabulary", "import", file, text="n\n")
    assert refused.returncode == 1
    assert "need/housing: definition changed from" in refused.stdout
    assert "Nothing was changed" in refused.stderr
    assert NEW not in definition(data)
    done = run(data, "vocabulary", "import", file, "--by", "vocabulary editor", text="y\n")
    assert done.returncode == 0, done.stderr
    assert NEW in definition(data)
    rows = open_snapshot(data).rows(
        """SELECT ?by ?file { GRAPH ?record { ?graph cj:editedHere true ;
            prov:wasGeneratedBy/prov:wasAssociatedWith/rdfs:label ?by ;
            prov:wasDerivedFrom/rdfs:label ?file } }"""
    )
    assert {"by": "vocabulary editor", "file": "needs.csv"} in rows
    entries = json.loads(run(data, "vocabulary", "list", "--json").stdout)
    assert [e["name"] for e in entries if e["edited_here"]] == ["needs"]


def test_silence_is_no_consent(data: DataFolder, tmp_path: Path) -> None:
    file = edited(data, tmp_path)
    done = run(data, "vocabulary", "import", file)
    assert done.returncode == 1
    assert "Nothing was changed" in done.stderr
    assert NEW not in definition(data)


def test_a_load_keeps_the_edit_until_it_is_told_otherwise(data: DataFolder, tmp_path: Path) -> None:
    file = edited(data, tmp_path)
    assert run(data, "vocabulary", "import", file, "--yes").returncode == 0
    kept = run(data, "load")
    assert kept.returncode == 0
    assert "kept as edited here: graph:vocabulary/needs" in kept.stderr
    assert NEW in definition(data)
    done = run(data, "load", "--replace-edited")
    assert done.returncode == 0
    assert NEW not in definition(data)
    assert OLD in definition(data)
    assert "edited here" not in run(data, "vocabulary", "list").stdout
    assert "kept" not in run(data, "load").stderr


def test_a_vocabulary_made_here_outlives_every_load(data: DataFolder, tmp_path: Path) -> None:
    file = tmp_path / "moods.csv"
    file.write_text(
        "id,type,label (en),preferred label (en),definition (en),in scheme,top concept of,source,"
        "wording status\n"
        "scheme/moods,skos:ConceptScheme,Moods,,Invented.,,,source/cjgraph-editors,cj:derived\n"
        "mood/glad,skos:Concept,,Glad,An invented mood.,scheme/moods,Moods,"
        "source/cjgraph-editors,cj:derived\n",
        encoding="utf-8",
    )
    unknown = run(data, "vocabulary", "import", file, "--yes")
    assert unknown.returncode == 2
    assert "--new" in unknown.stderr
    assert run(data, "vocabulary", "import", file, "--yes", "--new").returncode == 0
    assert run(data, "load", "--replace-edited").returncode == 0
    rows = open_snapshot(data).rows("SELECT ?x { ?x rdfs:label 'Moods'@en }")
    assert rows == [{"x": thing("scheme", "moods")}]


def test_an_edit_that_became_part_of_the_product_is_no_longer_the_installations(
    data: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = edited(data, tmp_path)
    shutil.copytree(resource_folder("ontology"), tmp_path / "ontology")
    turtle = tmp_path / "ontology" / "vocabularies" / "needs.ttl"
    done = run(data, "vocabulary", "import", file, "--yes", "--to", turtle)
    assert done.returncode == 0, done.stderr
    assert NEW not in definition(data)
    assert run(data, "vocabulary", "import", file, "--yes").returncode == 0
    report = load_packaged(data, folder=tmp_path / "ontology")
    assert report.kept == ()
    assert vocabulary_iri("needs") in report.changed
    assert NEW in definition(data)
    assert "edited here" not in run(data, "vocabulary", "list").stdout


def test_turtle_is_written_for_people(loaded: DataFolder, tmp_path: Path) -> None:
    file = edited(loaded, tmp_path)
    path = tmp_path / "needs.ttl"
    packaged = resource_folder("ontology") / "vocabularies" / "needs.ttl"
    shutil.copy(packaged, path)
    done = run(loaded, "vocabulary", "import", file, "--to", path, text="y\n")
    assert done.returncode == 0, done.stderr
    text, old = path.read_text(encoding="utf-8"), packaged.read_text(encoding="utf-8")
    assert text.splitlines()[:2] == old.splitlines()[:2]
    assert NEW in text
    assert "need:housing a cj:Need ;\n    skos:prefLabel" in text
    assert [w for w in text.split() if w.startswith("<") and SKOS in w] == [f"<{SKOS}>"]
    assert CJ in text and PROV not in text


def test_faults_keep_an_edit_out(data: DataFolder, tmp_path: Path) -> None:
    file = edited(data, tmp_path)
    content = file.read_text(encoding="utf-8-sig")
    file.write_text(content.replace("source/opif-2016", "source/nowhere"), encoding="utf-8")
    before = data.current.read_text()
    checked = run(data, "vocabulary", "check", file)
    assert checked.returncode == 1
    assert "row 2, column" in checked.stdout
    assert "(source): there is no term 'source/nowhere'" in checked.stdout
    as_json = json.loads(run(data, "vocabulary", "check", "--json", file).stdout)
    assert as_json["faults"][0]["row"] == 2
    assert len(as_json["faults"]) > 3
    done = run(data, "vocabulary", "import", file, "--yes")
    assert done.returncode == 1
    assert "Nothing was changed" in done.stderr
    assert data.current.read_text() == before


BAD_INPUT = [
    (["vocabulary", "export", "needz"], "Did you mean needs"),
    (["vocabulary", "check", "/nowhere/needs.csv"], "/nowhere/needs.csv"),
    (["vocabulary", "check", "."], "can't be read"),
    (["vocabulary", "check", "{workbook}"], "workbook"),
    (["vocabulary", "diff", "{odd}"], "--name"),
    (["vocabulary", "diff", "{odd}", "--name", "nothing"], "'nothing'"),
    (["vocabulary", "diff", "{odd}", "--name", "needs", "--new"], "already"),
    (["vocabulary", "diff", "{odd}", "--name", "No Name", "--new"], "small letters"),
]


@pytest.mark.parametrize(("arguments", "named"), BAD_INPUT, ids=lambda v: str(v)[:50])
def test_bad_input_gets_one_sentence_and_exit_code_2(
    loaded: DataFolder, tmp_path: Path, arguments: list[str], named: str
) -> None:
    (tmp_path / "needs.csv").write_bytes(b"PK\x03\x04")
    (tmp_path / "odd.csv").write_text("id,type\n", encoding="utf-8")
    places = {"{workbook}": tmp_path / "needs.csv", "{odd}": tmp_path / "odd.csv"}
    done = run(loaded, *(places.get(a, a) for a in arguments))
    assert done.returncode == 2, done.stderr
    assert named in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
