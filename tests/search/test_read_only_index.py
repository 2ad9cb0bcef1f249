"""An index that may not be written can be searched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from cjgraph.search import EvidenceIndex, Passage, build_index

#: Everything is imported before the rights are given up: another user may not read it.
SEARCH = """
import os, sys, tempfile
from pathlib import Path
import filelock, numpy, qdrant_edge, difflib, shutil
import cjgraph.search._read_only, cjgraph.search.query
from cjgraph.search import EvidenceIndex, search
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
folder = Path(sys.argv[1])
assert not os.access(folder, os.W_OK)
tempfile.tempdir = sys.argv[2]
for _ in range(2):
    with EvidenceIndex.open(folder) as index, EvidenceIndex.open(folder) as again:
        for one in (index, again):
            print(search(one, None, "supervised bail").results[0].passage.finding)
        print(len(os.listdir(sys.argv[2])))
print(len(os.listdir(sys.argv[2])))
"""


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that any user can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(folder)


def test_an_index_that_may_not_be_written_is_searched_and_left_as_it_is(
    small_passages: list[Passage], place: Path
) -> None:
    folder = build_index(small_passages, place / "index", None)
    scratch = place / "scratch"
    scratch.mkdir()
    scratch.chmod(0o777)
    for path in ((place / "index"), *(place / "index").rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = {p: p.stat().st_mtime_ns for p in folder.rglob("*")}
    done = subprocess.run(
        [sys.executable, "-c", SEARCH, str(folder), str(scratch)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["EV901-F1", "EV901-F1", "2"] * 2 + ["0"]
    assert {p: p.stat().st_mtime_ns for p in folder.rglob("*")} == before


def test_a_copy_keeps_the_empty_stretches_empty(
    small_passages: list[Passage], tmp_path: Path
) -> None:
    from cjgraph.search._read_only import copy_for_reading

    shard = build_index(small_passages, tmp_path, None) / "shard"
    copied = copy_for_reading(shard)
    try:
        given = {p.relative_to(shard): p for p in shard.rglob("*") if p.is_file()}
        made = {p.relative_to(copied / "shard"): p for p in copied.rglob("*") if p.is_file()}
        assert given.keys() == made.keys()
        for name, path in given.items():
            assert made[name].stat().st_size == path.stat().st_size
        small = [n for n, p in given.items() if p.stat().st_size < 1 << 20]
        assert small and all(given[n].read_bytes() == made[n].read_bytes() for n in small)
        room = [sum(p.stat().st_blocks for p in files.values()) for files in (given, made)]
        assert room[1] <= 2 * room[0]
    finally:
        shutil.rmtree(copied)
    with EvidenceIndex.open(shard.parent) as index:
        assert index.passages == 8 and os.path.exists(shard)
