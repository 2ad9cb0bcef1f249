"""Reads a plan in a process of its own, so that no file can hurt the one that asks.

A parser that loops, crashes or eats memory ends with its process; what is left is a
reading that says so. The service reads uploads in worker processes already and has no
need of this; the command line has.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from cjgraph.errors import CJGraphError
from cjgraph.workers import WorkerLimits
from cjgraph.workers._process import begin
from ingest.graph_file import GRAPH_ENDINGS

from .blocks import NOWHERE
from .guard import MEDIA_TYPES, Checked, look_at
from .reader import read_plan
from .reading import PlanReading, Source, Status, Warned

#: Longest reading in seconds, and most memory in bytes beyond what the process starts with.
SECONDS: Final = 30.0
MEMORY: Final = 1_000_000_000

#: A crash with this share of the memory in use is put down to the limit on it.
_NEARLY_ALL: Final = 0.6
#: How long a process may take to end once it has answered.
_STOP_SECONDS: Final = 2.0
#: Processor time beyond the deadline, for a child that nobody is left to stop.
_SPARE_SECONDS: Final = 5

Reader = Callable[..., PlanReading]
_Outcome = PlanReading | CJGraphError | str


def read_safely(
    path: Path,
    name: str | None = None,
    *,
    seconds: float = SECONDS,
    memory: int = MEMORY,
    reader: Reader = read_plan,
) -> PlanReading:
    """Read a plan in a process that is stopped where it takes too long or too much.

    Args:
        path: The file.
        name: What to call it; its own name where left out.
        seconds: Longest time for the reading.
        memory: Most memory, in bytes.
        reader: What reads it, called with the path and ``name``; a function of a module.

    Returns:
        The reading. One that was stopped is ``refused``, with the code ``took_too_long`` or
        ``too_much_memory``; one whose reader crashed is ``damaged``.

    Raises:
        FileNotReadable: There is no such file, it is a folder or may not be read.
        WrongFormat: It is a sound file of a kind that is not read today.
    """
    name = name or path.name
    if Path(name).suffix.lower() in GRAPH_ENDINGS:
        return reader(path, name=name)
    checked = look_at(path, name)
    text = checked.format in {"text", "markdown"}
    # Text needs no parser but our own, whose work is bounded; a new interpreter takes a second.
    if checked.trouble or (text and not _can_fork()):
        return reader(path, name=name)
    outcome = _apart(reader, path, name, seconds, memory)
    if isinstance(outcome, CJGraphError):
        raise outcome
    if isinstance(outcome, str):
        return _stopped(checked, name, outcome, seconds)
    return outcome


def _apart(reader: Reader, path: Path, name: str, seconds: float, memory: int) -> _Outcome:
    """Run a reader in a process; return what it found, or in a word how it was stopped."""
    context: Any = multiprocessing.get_context("fork" if _can_fork() else "spawn")
    here, there = context.Pipe(duplex=False)
    before = _peak_of_children()
    process = context.Process(
        target=_read_in_child, args=(there, reader, path, name, seconds, memory), daemon=True
    )
    process.start()
    there.close()
    outcome: _Outcome | None = "took_too_long"
    try:
        if here.poll(seconds):
            outcome = _received(here)
            process.join(_STOP_SECONDS)
    finally:
        here.close()
        if process.is_alive():
            process.kill()
        process.join()
    return outcome or _how_it_ended(process.exitcode or 0, before, memory)


def _read_in_child(
    answer: Connection, reader: Reader, path: Path, name: str, seconds: float, memory: int
) -> None:
    """Read, in the child, and send what came of it."""
    with open(os.devnull, "w") as nowhere:
        # Parsers in C complain here, and Python's own last words are for nobody.
        os.dup2(nowhere.fileno(), 2)
    begin(None, WorkerLimits(_size_now() + memory, int(seconds) + _SPARE_SECONDS))
    outcome: _Outcome
    try:
        outcome = reader(path, name=name)
    except CJGraphError as error:
        outcome = error
    except MemoryError:
        outcome = "too_much_memory"
    answer.send_bytes(pickle.dumps(outcome))
    answer.close()


def _received(answer: Connection) -> _Outcome | None:
    """Return what the child sent, or None where it ended without a word."""
    with contextlib.suppress(EOFError, OSError):
        sent: _Outcome = pickle.loads(answer.recv_bytes())  # noqa: S301 - from our own child
        return sent
    return None


def _how_it_ended(code: int, before: int, memory: int) -> str:
    if code == -getattr(signal, "SIGXCPU", 0):
        return "took_too_long"
    peak = _peak_of_children()
    full = peak > before and peak >= memory * _NEARLY_ALL
    # Nobody but the system kills it without being asked, and that where memory ran out.
    return "too_much_memory" if full or code == -getattr(signal, "SIGKILL", 0) else "damaged"


def _stopped(checked: Checked, name: str, how: str, seconds: float) -> PlanReading:
    instead = (
        "save it anew as an ordinary Word file or PDF, or give the chapter on community justice "
        "alone"
    )
    said = {
        "took_too_long": f"{name} took more than {seconds:g} seconds to read, so reading was "
        f"stopped; {instead}.",
        "too_much_memory": f"{name} needs more memory to read than any plan, so reading was "
        f"stopped; {instead}.",
        "damaged": f"{name} is damaged, or not made as its format asks, and can't be read; save "
        "it anew from the program that made it.",
    }[how]
    status: Status = "damaged" if how == "damaged" else "refused"
    media = MEDIA_TYPES[checked.format] if checked.format else ""
    source = Source(name, media, checked.sha256, unreadable=((NOWHERE, said),))
    return PlanReading(status, source, warnings=(Warned(how, said),))


def _can_fork() -> bool:
    """Tell whether this process may be copied, which is quick; only one thread would live on."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return False
    return len(os.listdir("/proc/self/task")) == 1


def _size_now() -> int:
    """Return the address space that this process has already, in bytes; 0 where not known."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except (OSError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _peak_of_children() -> int:
    """Return the most memory that a child which has ended had in use, in bytes."""
    if os.name != "posix":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
