"""Keeps an upload on disk for as long as it is read, and not a moment longer."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePath

from fastapi import UploadFile

from cjgraph.errors import InputError, TooLarge

_PREFIX = "cjgraph-upload-"


async def received(file: UploadFile, most: int) -> tuple[bytes, str]:
    """Take an upload in.

    Args:
        file: The upload.
        most: Most bytes that it may have.

    Returns:
        Its content, and its name without the folders that some browsers send.

    Raises:
        InputError: It has no usable name.
        TooLarge: It is larger than that.
    """
    name = PurePath((file.filename or "").replace("\\", "/")).name[:200]
    if not name.isprintable() or not name:
        raise InputError("The upload has no usable file name; its ending tells the format.")
    content = await file.read()
    if len(content) > most:
        raise TooLarge(f"{name} is larger than {most:,} bytes.")
    return content, name


@contextlib.contextmanager
def upload_on_disk(content: bytes, name: str) -> Iterator[Path]:
    """Write an upload to a file of its own and delete it afterwards, come what may.

    The service itself deletes it, not the worker that reads it: a worker is killed at its
    deadline and can clean up nothing.

    Args:
        content: The upload.
        name: Its name; only the ending is used.
    """
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    try:
        path = folder / ("upload" + PurePath(name).suffix.lower()[:10])
        path.write_bytes(content)
        yield path
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep_uploads() -> None:
    """Delete what a service that was killed has left behind."""
    for folder in Path(tempfile.gettempdir()).glob(_PREFIX + "*"):
        owner = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if owner.isdigit() and not _runs(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it runs, as somebody else
        return True
    return True
