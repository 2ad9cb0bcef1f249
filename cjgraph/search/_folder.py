"""The folders of evidence indexes: what they are stamped with, which is current, how to build.

Each index is a folder of its own, named by the hash of the passages, the model and the
analyser; it is built beside its place and swapped in by rename, so a reader sees either the
old index or the new one, whole.
"""

from __future__ import annotations

import dataclasses
import hashlib
import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cjgraph.errors import SnapshotMissing, StoreError, StoreUnwritable
from cjgraph.search import _build
from cjgraph.search._analyser import ANALYSER_VERSION
from cjgraph.search.documents import Passage

if TYPE_CHECKING:
    from cjgraph.search.encoder import TextEncoder

#: The layout of an index folder; raise it when files or payload change.
FORMAT: Final = 2
MANIFEST_FILE: Final = "manifest.json"
CURRENT_FILE: Final = "current"
_SECONDS: Final = 1800
_KEEP: Final = 2
_REMNANT_SECONDS: Final = 2 * 3600
REBUILD: Final = "Run `cjgraph load` to build it again."


def _stamp() -> dict[str, object]:
    """Return what an index must agree with to be read by this version."""
    return {
        "format": FORMAT,
        "analyser": ANALYSER_VERSION,
        "engine": "qdrant-edge-py " + importlib.metadata.version("qdrant-edge-py"),
    }


def build_index(
    passages: Sequence[Passage],
    folder: Path,
    encoder: TextEncoder | None,
    *,
    terms: Mapping[str, Sequence[str]] | None = None,
) -> Path:
    """Build the index of these passages below a folder, unless it is there, and make it current.

    Args:
        passages: What to look through.
        folder: Folder of all indexes; the new one gets a folder of its own in it.
        encoder: Gives the vectors; None builds an index of words alone.
        terms: For each facet, codes that may be filtered by besides those that passages bear.

    Returns:
        The folder of the index.

    Raises:
        StoreUnwritable: The folder can't be written.
        StoreError: The build failed.
    """
    lines = [json.dumps(dataclasses.asdict(p), sort_keys=True) for p in passages]
    model = encoder.fingerprint if encoder else None
    stamp = _stamp()
    facets = json.dumps({k: sorted(v) for k, v in (terms or {}).items()}, sort_keys=True)
    parts = [json.dumps(stamp), str(model), facets, *lines]
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    target = folder / key[:16]
    try:
        if not (target / MANIFEST_FILE).is_file():
            building = folder / f".building-{key[:16]}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
            building.mkdir(parents=True)
            try:
                (building / _build.FACETS_FILE).write_text(facets + "\n", "utf-8")
                _fill(building, passages, lines, encoder)
                manifest = {
                    **stamp,
                    "hash": key,
                    "model": model,
                    "passages": len(passages),
                    "publications": len({p.publication for p in passages}),
                }
                text = json.dumps(manifest, indent=2) + "\n"
                (building / MANIFEST_FILE).write_text(text, "utf-8")
                _swap(building, target)
            finally:
                shutil.rmtree(building, ignore_errors=True)
        _make_current(folder, target)
    except OSError as fault:
        raise StoreUnwritable(
            f"The evidence index can't be written to {folder}: {fault}."
        ) from fault
    return target


def current_index(folder: Path) -> Path:
    """Return the index that was built last.

    Args:
        folder: Folder of all indexes.

    Raises:
        SnapshotMissing: No index has been built there.
    """
    try:
        name = (folder / CURRENT_FILE).read_text("utf-8").strip()
    except OSError as fault:
        raise SnapshotMissing(f"There is no evidence index in {folder}.", hint=REBUILD) from fault
    if not name.isalnum() or not (folder / name / MANIFEST_FILE).is_file():
        raise SnapshotMissing(f"The evidence index '{name}' in {folder} is gone.", hint=REBUILD)
    return folder / name


def read_manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST_FILE
    try:
        manifest = json.loads(path.read_text("utf-8"))
    except OSError as fault:
        raise SnapshotMissing(f"There is no evidence index in {folder}.", hint=REBUILD) from fault
    except ValueError as fault:
        raise StoreError(f"The file {path} is damaged: {fault}.", hint=REBUILD) from fault
    if not isinstance(manifest, dict):
        raise StoreError(f"The file {path} is damaged: it holds no object.", hint=REBUILD)
    for name, ours in _stamp().items():
        if manifest.get(name) != ours:
            raise StoreError(
                f"The evidence index {folder} was built by another version "
                f"({name}: {manifest.get(name)}, here: {ours}).",
                hint=REBUILD,
            )
    return manifest


def _fill(
    building: Path, passages: Sequence[Passage], lines: list[str], encoder: TextEncoder | None
) -> None:
    (building / _build.PASSAGES_FILE).write_text("".join(line + "\n" for line in lines), "utf-8")
    if encoder is not None:
        import numpy as np

        vectors = encoder.encode([passage.semantic_text() for passage in passages])
        np.save(building / _build.VECTORS_FILE, vectors)
    command = [sys.executable, "-m", _build.__name__, str(building)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, with a path as its argument
            command, capture_output=True, text=True, errors="replace", timeout=_SECONDS
        )
    except subprocess.TimeoutExpired as fault:
        raise StoreError(
            f"Building the evidence index took more than {_SECONDS} seconds and was stopped."
        ) from fault
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise StoreError(f"Building the evidence index failed: {last}")


def _swap(building: Path, target: Path) -> None:
    try:
        building.rename(target)
    except OSError:
        if (target / MANIFEST_FILE).is_file():
            return
        # What lies there is a remnant without a manifest, which nobody can have open.
        shutil.rmtree(target)
        building.rename(target)


def sweep_remnants(folder: Path) -> None:
    """Remove what builds that were killed have left, once it is old enough to be nobody's.

    Args:
        folder: Folder of all indexes, or of all models.
    """
    for remnant in folder.glob(".building-*"):
        if time.time() - remnant.stat().st_mtime > _REMNANT_SECONDS:
            shutil.rmtree(remnant, ignore_errors=True)


def _make_current(folder: Path, target: Path) -> None:
    sweep_remnants(folder)
    pointer = folder / f".{CURRENT_FILE}-{uuid.uuid4().hex[:8]}"
    pointer.write_text(target.name + "\n", "utf-8")
    pointer.replace(folder / CURRENT_FILE)
    os.utime(target)
    built = [p for p in folder.iterdir() if (p / MANIFEST_FILE).is_file() and p != target]
    built.sort(key=lambda p: p.stat().st_mtime, reverse=True)
    for old in built[_KEEP - 1 :]:
        shutil.rmtree(old, ignore_errors=True)
