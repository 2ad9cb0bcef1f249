"""Copies an index that may not be written, because the engine opens its files for writing.

The engine reserves space that it never fills, so a copy that writes out the empty stretches
would be a hundred times the size of what the files hold.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

from cjgraph.errors import StoreUnwritable

_BLOCK: Final = 1 << 20


def copy_for_reading(shard: Path) -> Path:
    """Copy a shard to a temporary folder, which the caller removes.

    Args:
        shard: Folder of the shard.

    Returns:
        The temporary folder; the copy lies in it under the name of the shard.

    Raises:
        StoreUnwritable: There is no room for temporary files.
    """
    try:
        place = Path(tempfile.mkdtemp(prefix="cjgraph-index-"))
    except OSError as fault:
        raise _no_room(shard, fault) from fault
    try:
        for path in sorted(shard.rglob("*")):
            target = place / shard.name / path.relative_to(shard)
            if path.is_dir():
                target.mkdir(parents=True, exist_ok=True)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                _copy_file(path, target)
    except OSError as fault:
        shutil.rmtree(place, ignore_errors=True)
        raise _no_room(shard, fault) from fault
    return place


def _no_room(shard: Path, fault: OSError) -> StoreUnwritable:
    return StoreUnwritable(
        f"The evidence index {shard.parent} may not be written, "
        f"and it can't be copied to a temporary folder: {fault}.",
        hint="Point TMPDIR to a folder that can be written.",
    )


def _copy_file(source: Path, target: Path) -> None:
    """Copy what a file holds and leave its empty stretches empty."""
    with source.open("rb") as given, target.open("wb") as made:
        size = os.fstat(given.fileno()).st_size
        at = 0
        while at < size:
            at, end = _next_data(given.fileno(), at, size)
            given.seek(at)
            made.seek(at)
            while at < end and (block := given.read(min(_BLOCK, end - at))):
                made.write(block)
                at += len(block)
            at = end
        made.truncate(size)


def _next_data(file: int, at: int, size: int) -> tuple[int, int]:
    """Return from where to where the next data lie, at or after a place."""
    if not hasattr(os, "SEEK_DATA"):
        return at, size
    try:
        start = os.lseek(file, at, os.SEEK_DATA)
    except OSError:  # no data from here on
        return size, size
    return start, os.lseek(file, start, os.SEEK_HOLE)
