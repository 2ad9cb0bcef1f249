"""Search by meaning, end to end: command, service, and the move from words to meaning."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from cjgraph.search import prepare_search
from cjgraph.store import DataFolder, open_snapshot
from tests.serving import free_port, wait_for

pytestmark = pytest.mark.model

QUESTION = "does supervised bail help people keep their home and job"


@pytest.fixture(scope="module")
def data(
    loaded: DataFolder, model_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> DataFolder:
    """The packaged data with an index by words and meaning."""
    folder = DataFolder(tmp_path_factory.mktemp("meaning") / "data")
    folder.root.mkdir()
    shutil.copytree(loaded.snapshots, folder.snapshots)
    shutil.copy(loaded.current, folder.current)
    folder.models.mkdir()
    shutil.copytree(model_folder, folder.models / model_folder.name)
    prepare_search(folder.models, folder.index, open_snapshot(folder).rows)
    return folder


def command(data: DataFolder, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cjgraph.cli", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "CJGRAPH_DATA": str(data.root)},
    )


def test_the_command_searches_by_meaning_without_torch(data: DataFolder) -> None:
    done = command(data, "search", "--json", QUESTION)
    answer = json.loads(done.stdout)
    assert answer["mode"] == "hybrid"
    first = {row["finding"]: row for row in answer["results"][:3]}
    assert {"EV003-F5", "EV096-F1"} <= set(first)
    assert first["EV003-F5"]["caveat"]
    loaded_modules = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.argv = ['cjgraph', 'search', 'bail'];"
            "from cjgraph.cli._main import app;"
            "app(standalone_mode=False); print('torch' in sys.modules, file=sys.stderr)",
        ],
        capture_output=True,
        text=True,
        env={**os.environ, "CJGRAPH_DATA": str(data.root)},
    )
    assert loaded_modules.stderr.strip().endswith("False")


def test_lay_wording_that_no_document_uses_is_understood(data: DataFolder) -> None:
    answer = json.loads(command(data, "search", "--json", "getting a job after jail").stdout)
    topics = " ".join(row["title"] + row["quote"] for row in answer["results"][:5]).lower()
    assert "employment" in topics


def test_the_service_loads_the_model_in_the_background(data: DataFolder) -> None:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "cjgraph.cli", "serve", "--port", str(port)],
        env={**os.environ, "CJGRAPH_DATA": str(data.root)},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        base = wait_for(process, port)
        for _ in range(300):
            if httpx.get(base + "/health/ready").json()["parts"]["model"]["ready"]:
                break
            time.sleep(0.1)
        answer = httpx.get(base + "/api/v1/search", params={"q": QUESTION}).json()
        assert answer["mode"] == "hybrid"
        assert answer["note"] is None
        asked = json.loads(command(data, "search", "--json", QUESTION).stdout)
        assert [r["finding"] for r in asked["results"]] == [r["finding"] for r in answer["results"]]
    finally:
        process.terminate()
        process.communicate(timeout=20)
