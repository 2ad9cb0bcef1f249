"""``cjgraph release`` from outside."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from cjgraph.publish import Ontology


def release(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cjgraph.cli", "release", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, model: Ontology) -> Path:
    out = tmp_path_factory.mktemp("release")
    done = release("--out", str(out), "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["version"] == model.version
    return Path(told["folder"])


def test_the_folder_is_named_after_the_version_and_its_checksums_hold(
    folder: Path, model: Ontology
) -> None:
    assert folder.name == model.version
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    listed = {line.split("  ")[1]: line.split("  ")[0] for line in lines}
    there = {path.name for path in folder.iterdir()}
    assert there == {*listed, "SHA256SUMS"}
    for name, digest in listed.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert {"ontology.ttl", "ontology.rdf", "ontology.jsonld", "context.jsonld"} <= there
    assert {"vocabularies.ttl", "index.html", "diagram.svg"} <= there


def test_the_page_of_a_release_needs_nothing_but_its_folder(folder: Path) -> None:
    page = (folder / "index.html").read_text()
    for name in ("ontology.css", "ontology.js", "ontology.ttl", "diagram.svg"):
        assert f'"{name}"' in page
        assert (folder / name).exists()
    assert '"/' not in page


def test_a_version_is_written_once(folder: Path) -> None:
    """The same data may be released again; other data needs a new number."""
    assert release("--out", str(folder.parent)).returncode == 0
    changed = folder / "diagram.svg"
    whole = changed.read_bytes()
    changed.write_bytes(b"<svg/>")
    refused = release("--out", str(folder.parent))
    assert refused.returncode == 2
    assert "diagram.svg" in refused.stderr and "Raise owl:versionInfo" in refused.stderr
    assert changed.read_bytes() == b"<svg/>"
    assert release("--out", str(folder.parent), "--replace").returncode == 0
    assert changed.read_bytes() == whole


def test_a_missing_ontology_folder_is_named(tmp_path: Path) -> None:
    done = release("--out", str(tmp_path / "out"), "--ontology", str(tmp_path / "nowhere"))
    assert done.returncode == 2
    assert "nowhere" in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()
