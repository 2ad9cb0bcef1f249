from __future__ import annotations

import json
import pickle
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from cjgraph.errors import SnapshotMissing, StoreError, StoreLocked, StoreUnwritable
from cjgraph.search import EvidenceIndex, Passage, build_index, current_index, search
from cjgraph.search.encoder import TextEncoder

HOLD = """
import sys
from pathlib import Path
from cjgraph.search import EvidenceIndex
with EvidenceIndex.open(Path(sys.argv[1])):
    sys.stdout.write("open\\n"); sys.stdout.flush()
    sys.stdin.read()
"""


def test_an_index_answers_the_same_after_it_is_opened_again(
    small_passages: list[Passage], letters: TextEncoder, tmp_path: Path
) -> None:
    folder = build_index(small_passages, tmp_path, letters)
    answers = []
    for _ in range(2):
        with EvidenceIndex.open(folder) as index:
            assert (index.passages, index.publications) == (8, 6)
            answers.append(search(index, letters, "supervised bail").as_json())
    assert answers[0] == answers[1]
    assert answers[0]["results"][0]["finding"] == "EV901-F1"


def test_the_same_passages_are_not_built_twice(
    small_passages: list[Passage], letters: TextEncoder, tmp_path: Path
) -> None:
    first = build_index(small_passages, tmp_path, letters)
    made = (first / "manifest.json").stat().st_mtime_ns
    assert build_index(small_passages, tmp_path, letters) == first
    assert (first / "manifest.json").stat().st_mtime_ns == made
    assert current_index(tmp_path) == first


def test_other_passages_or_another_model_make_another_index(
    small_passages: list[Passage],
    letters: TextEncoder,
    other_letters: TextEncoder,
    tmp_path: Path,
) -> None:
    folders = [
        build_index(small_passages, tmp_path, letters),
        build_index(small_passages[1:], tmp_path, letters),
        build_index(small_passages, tmp_path, other_letters),
        build_index(small_passages, tmp_path, None),
    ]
    assert len(set(folders)) == 4
    assert current_index(tmp_path) == folders[-1]
    kept = [p for p in tmp_path.iterdir() if p.is_dir()]
    assert len(kept) == 2 and folders[-1] in kept


def test_a_build_leaves_nothing_beside_the_index(
    small_passages: list[Passage], tmp_path: Path
) -> None:
    folder = build_index(small_passages, tmp_path, None)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["current", folder.name])


def test_a_folder_that_a_killed_build_left_without_manifest_is_replaced(
    small_passages: list[Passage], tmp_path: Path
) -> None:
    folder = build_index(small_passages, tmp_path, None)
    (folder / "manifest.json").unlink()
    assert build_index(small_passages, tmp_path, None) == folder
    with EvidenceIndex.open(folder) as index:
        assert index.passages == 8


@pytest.mark.parametrize("name", ["format", "analyser", "engine"])
def test_an_index_of_another_version_is_refused(
    small_passages: list[Passage], tmp_path: Path, name: str
) -> None:
    folder = build_index(small_passages, tmp_path, None)
    manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text())
    manifest[name] = "0.0"
    (folder / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(StoreError, match=f"another version .{name}: 0.0") as caught:
        EvidenceIndex.open(folder)
    assert caught.value.hint and "cjgraph load" in caught.value.hint


@pytest.mark.parametrize("damage", ["{", "[]", ""])
def test_a_damaged_manifest_is_named(
    small_passages: list[Passage], tmp_path: Path, damage: str
) -> None:
    folder = build_index(small_passages, tmp_path, None)
    (folder / "manifest.json").write_text(damage)
    with pytest.raises(StoreError, match=r"manifest\.json is damaged"):
        EvidenceIndex.open(folder)


@pytest.mark.parametrize("part", ["shard", "lexicon.json", "concepts.json"])
def test_a_missing_part_is_an_error_of_ours_and_leaves_no_lock(
    small_passages: list[Passage], tmp_path: Path, part: str
) -> None:
    folder = build_index(small_passages, tmp_path, None)
    gone = folder / part
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    for _ in range(2):
        with pytest.raises(StoreError) as caught:
            EvidenceIndex.open(folder)
        assert not isinstance(caught.value, StoreLocked)
        assert folder.name in caught.value.message


def test_nothing_built_yet_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(SnapshotMissing, match="no evidence index"):
        current_index(tmp_path)
    with pytest.raises(SnapshotMissing, match="no evidence index"):
        EvidenceIndex.open(tmp_path / "absent")
    (tmp_path / "current").write_text("gone")
    with pytest.raises(SnapshotMissing, match="'gone'"):
        current_index(tmp_path)


def test_a_place_that_cannot_be_written_is_named(
    small_passages: list[Passage], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreUnwritable, match="file"):
        build_index(small_passages, tmp_path / "file", None)


def test_an_index_open_in_another_process_is_refused_until_that_one_ends(
    small_passages: list[Passage], tmp_path: Path
) -> None:
    folder = build_index(small_passages, tmp_path, None)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout and holder.stdout.readline() == b"open\n"
        with pytest.raises(StoreLocked, match="open in another process"):
            EvidenceIndex.open(folder)
    finally:
        holder.kill()
        holder.communicate()
    with EvidenceIndex.open(folder) as index:
        assert index.passages == 8


def test_a_newer_index_may_be_built_while_the_older_is_open(
    small_passages: list[Passage], tmp_path: Path
) -> None:
    with EvidenceIndex.open(build_index(small_passages, tmp_path, None)) as old:
        newer = build_index(small_passages[2:], tmp_path, None)
        assert current_index(tmp_path) == newer
        assert search(old, None, "supervised bail").results
        with EvidenceIndex.open(newer) as index:
            assert index.passages == 6


def test_many_threads_may_search_at_once(small_index: EvidenceIndex, letters: TextEncoder) -> None:
    texts = ["supervised bail", "restorative justice", "drink", "classes in prison"] * 10
    alone = [search(small_index, letters, text).as_json() for text in texts]
    with ThreadPoolExecutor(8) as pool:
        together = [*pool.map(lambda text: search(small_index, letters, text).as_json(), texts)]
    assert together == alone


def test_a_closed_index_says_so(small_passages: list[Passage], tmp_path: Path) -> None:
    index = EvidenceIndex.open(build_index(small_passages, tmp_path, None))
    index.close()
    index.close()
    with pytest.raises(StoreError, match="has been closed"):
        search(index, None, "bail")


def test_an_index_of_no_passages_finds_nothing(letters: TextEncoder, tmp_path: Path) -> None:
    with EvidenceIndex.open(build_index([], tmp_path, letters)) as index:
        for encoder in (letters, None):
            answer = search(index, encoder, "supervised bail")
            assert (answer.answered, answer.results, answer.searched) == (False, (), 0)


def test_errors_cross_processes_with_their_hint(tmp_path: Path) -> None:
    with pytest.raises(SnapshotMissing) as caught:
        current_index(tmp_path)
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - made a line above
    assert (copy.message, copy.hint) == (caught.value.message, caught.value.hint)
