"""Reads a file for import: a plan in any format, a filled-in template, or a graph."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cjgraph.errors import FileNotReadable
from ingest.graph_file import GRAPH_ENDINGS
from ingest.plans import PlanReading, read_plan
from ingest.plans.guard import look_at
from ingest.plans.template import is_template, read_template

#: Largest graph that is read, in bytes; other formats have limits of their own.
_MAX_BYTES = 25_000_000


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a file was found to say.

    Args:
        reading: The reading.
        origin: Of a filled-in template, the hash of the file it had been filled from.
        template: Whether it is a filled-in template.
    """

    reading: PlanReading
    origin: str = ""
    template: bool = False


def read_for_import(path: Path, name: str | None = None) -> FileRead:
    """Read a file; run it in a process that can be stopped where the file is not trusted.

    Args:
        path: The file.
        name: What to call it; its own name where left out.

    Raises:
        InputError: It can't be opened, is of a kind that is not read, or is a broken graph.
    """
    name = name or path.name
    if Path(name).suffix.lower() in GRAPH_ENDINGS:
        from ingest.plans.from_graph import read_graph_plan

        return FileRead(read_graph_plan(_bytes(path, name), name))
    checked = look_at(path, name)  # no archive is opened before it has been looked at
    if not checked.trouble and is_template(checked.data):
        found = read_template(checked.data, name)
        return FileRead(found.warned(), found.origin.sha256 if found.origin else "", template=True)
    return FileRead(read_plan(path, name=name))


def _bytes(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise FileNotReadable(f"{name} can't be read: {error.strerror}.") from error
    if len(content) > _MAX_BYTES:
        raise FileNotReadable(f"{name} is larger than {_MAX_BYTES:,} bytes.")
    return content
