"""Prints what becomes of each hostile file: ``python -m tests.tools.hostile_plans``.

Every file is read in a process of its own, so that its time and peak memory are its own.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from cjgraph.errors import CJGraphError
from ingest.plans.reader import read_plan
from tests.security.plan_corpus import Hostile, write


def measured(hostile: Hostile, path: Path) -> tuple[str, float, float]:
    """Return what became of a file, in how many seconds, and with how many MB at most."""
    inside, outside = os.pipe()
    begun = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            said: str = read_plan(path).status
        except CJGraphError as error:
            said = type(error).__name__
        os.write(outside, said.encode())
        os._exit(0)
    os.close(outside)
    status = os.read(inside, 100).decode() or "crashed"
    os.close(inside)
    _, _, usage = os.wait4(child, 0)
    return status, time.perf_counter() - begun, usage.ru_maxrss / 1024


def main() -> None:
    """Print the table, and end with 1 where a file was not dealt with as it should be."""
    wrong = 0
    print(f"{'file':22} {'status':14} {'seconds':>8} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for hostile, path in write(Path(folder)):
            status, seconds, peak = measured(hostile, path)
            right = status.replace("WrongFormat", "wrong format") in hostile.allowed
            wrong += not right or seconds > 10 or peak > 1000
            mark = "" if right else f"   expected {', '.join(sorted(hostile.allowed))}"
            print(f"{hostile.name:22} {status:14} {seconds:8.2f} {peak:8.0f}{mark}", flush=True)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
