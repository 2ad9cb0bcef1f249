"""The built wheel works by itself in a clean environment, without the extras."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import httpx
import pytest

from tests.serving import free_port, wait_for

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the checkout with the tools that are installed here."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), "."],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(out.glob("*.whl"))


def test_it_holds_three_packages_and_the_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    top = {name.split("/")[0] for name in names if ".dist-info" not in name}
    assert top == {"cjgraph", "ingest", "api"}
    for wanted in (
        "cjgraph/_data/ontology/core/cjgraph.ttl",
        "cjgraph/_data/ontology/catalogue/findings.csv",
        "cjgraph/_data/ontology/examples/faults.json",
        "cjgraph/_data/shapes/statute.ttl",
        "api/templates/start.html",
        "api/static/start.css",
    ):
        assert wanted in names
    assert not [name for name in names if "__pycache__" in name or name.startswith("tests")]


def test_it_checks_and_serves_in_a_clean_environment(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run(
        [
            *(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
            *("--constraint", ROOT / "constraints.txt", wheel),
        ],
        check=True,
        capture_output=True,
    )
    command = tmp_path / "env" / "bin" / "cjgraph"
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "CJGRAPH"))}
    checked = subprocess.run(
        [command, "check"], capture_output=True, text=True, cwd=tmp_path, env=environment
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "failed" not in checked.stdout
    port = free_port()
    process = subprocess.Popen(
        [command, "serve", "--port", str(port)],
        cwd=tmp_path,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        base = wait_for(process, port)
        found = httpx.get(base + "/api/v1/search", params={"q": "supervised bail"}).json()
        assert found["results"][0]["finding"] in ("EV003-F5", "EV096-F1")
        assert found["mode"] == "lexical"
        assert "Find evidence" in httpx.get(base + "/").text
    finally:
        process.terminate()
        said = process.communicate(timeout=20)[1]
    assert "needs the extra 'semantic'" in said
