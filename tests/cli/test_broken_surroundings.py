"""A wrong setting, a full disk or a folder that is a file: one sentence, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cjgraph.store import DataFolder


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cjgraph.cli", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "CJGRAPH_MODEL": "off", **environment},
    )


@pytest.mark.parametrize("verb", [("load",), ("query", "ASK {}"), ("search", "bail"), ("serve",)])
def test_a_data_folder_that_is_a_file(verb: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    done = run(*verb, CJGRAPH_DATA=str(file))
    assert done.returncode == 3
    assert str(file) in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("verb", "setting", "value"),
    [
        (("serve",), "CJGRAPH_QUERY_SECONDS", "abc"),
        (("serve",), "CJGRAPH_UPLOAD_BYTES", "-1"),
        (("load",), "CJGRAPH_MODEL", "banana"),
    ],
)
def test_a_wrong_setting_is_named(
    loaded: DataFolder, verb: tuple[str, ...], setting: str, value: str
) -> None:
    done = run(*verb, **{"CJGRAPH_DATA": str(loaded.root), setting: value})
    assert done.returncode == 2
    assert setting in done.stderr and value in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_the_output(loaded: DataFolder) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cjgraph.cli", "query", "ASK {}"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "CJGRAPH_DATA": str(loaded.root)},
        )
    assert done.returncode == 3
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_in_use_is_said_before_anything_is_promised(
    loaded: DataFolder, address: str
) -> None:
    port = address.rpartition(":")[2]
    done = run("serve", "--port", port, CJGRAPH_DATA=str(loaded.root))
    assert done.returncode == 3
    assert port in done.stderr
    assert "cjgraph is at" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("query", "ASK {}", "--json", "--format", "csv"),
        ("query", "ASK {}", "--file", "x.rq"),
        ("validate", "x.docx", "--json", "--format", "turtle"),
    ],
)
def test_options_that_contradict_one_another(
    loaded: DataFolder, arguments: tuple[str, ...]
) -> None:
    done = run(*arguments, CJGRAPH_DATA=str(loaded.root))
    assert done.returncode == 2
    assert "Both" in done.stderr
