"""A load that is killed leaves what was there; the next start opens it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cjgraph.resources import resource_folder
from cjgraph.store import DataFolder, open_snapshot

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 is a POSIX signal")


def start(
    data: DataFolder, *arguments: str, resources: Path | None = None
) -> subprocess.Popen[str]:
    environment = {**os.environ, "CJGRAPH_DATA": str(data.root), "CJGRAPH_MODEL": "off"}
    if resources is not None:
        environment["CJGRAPH_RESOURCES"] = str(resources)
    return subprocess.Popen(
        [sys.executable, "-m", "cjgraph.cli", *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_kill_during_load_keeps_the_last_complete_snapshot(
    loaded: DataFolder, tmp_path: Path
) -> None:
    data = DataFolder(tmp_path / "data")
    shutil.copytree(loaded.root, data.root)
    before = data.current.read_text().strip()
    resources = tmp_path / "resources"
    shutil.copytree(resource_folder("ontology"), resources / "ontology")
    shutil.copytree(resource_folder("shapes"), resources / "shapes")
    needs = resources / "ontology" / "vocabularies" / "needs.ttl"
    needs.write_text(needs.read_text("utf-8").replace('"Housing"@en', '"Homes"@en'), "utf-8")

    process = start(data, "load", resources=resources)
    while process.poll() is None and not list(data.snapshots.glob("work-*/graph/CURRENT")):
        time.sleep(0.002)
    assert process.poll() is None, "the load ended before it could be killed"
    process.send_signal(signal.SIGKILL)
    process.communicate()

    assert data.current.read_text().strip() == before
    label = "SELECT ?l { id:need\\/housing skos:prefLabel ?l }"
    assert open_snapshot(data).rows(label) == [{"l": "Housing"}]

    again = start(data, "load", resources=resources)
    _, said = again.communicate(timeout=60)
    assert again.returncode == 0, said
    assert open_snapshot(data).rows(label) == [{"l": "Homes"}]
    assert list(data.snapshots.glob("work-*")) == [], "what the dead load left is swept away"


def test_a_load_beside_a_load_is_told_to_wait(loaded: DataFolder, tmp_path: Path) -> None:
    import filelock

    data = DataFolder(tmp_path / "data")
    shutil.copytree(loaded.root, data.root)
    with filelock.FileLock(data.write_lock):
        process = start(data, "load")
        _, said = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "Another process is writing" in said
    assert "Traceback" not in said
