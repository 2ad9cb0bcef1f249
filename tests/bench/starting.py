"""How long people wait: for the command, for the first page, for the first search."""

from __future__ import annotations

import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

COMMAND = [sys.executable, "-m", "cjgraph.cli"]
ROUNDS = 7
QUESTION = "does supervised bail help people keep their home and job"


def run(folder: Path, *arguments: str) -> float:
    """Return how long a command takes, in seconds."""
    begun = time.perf_counter()
    subprocess.run(
        [*COMMAND, *arguments],
        check=True,
        capture_output=True,
        env={**os.environ, "CJGRAPH_DATA": str(folder)},
    )
    return time.perf_counter() - begun


def median(folder: Path, *arguments: str) -> float:
    """Return the median time of a command over several rounds."""
    return statistics.median(run(folder, *arguments) for _ in range(ROUNDS))


def fetch(address: str) -> bytes:
    """Wait until an address answers, and return what it says."""
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as reply:
                content: bytes = reply.read()
                return content
        except (urllib.error.URLError, OSError):
            time.sleep(0.01)


def main() -> None:
    """Print the waits."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        first = run(folder, "load")
        bare = statistics.median(_bare() for _ in range(ROUNDS))
        print(f"Waiting (median of {ROUNDS}; data loaded in {first:.1f} s, model export included)")
        print(f"  python -c pass                    {bare:6.2f} s")
        for arguments in (("--help",), ("query", "ASK {}"), ("search", QUESTION)):
            took = median(folder, *arguments)
            print(f"  cjgraph {arguments[0]:25} {took:6.2f} s   {took / bare:5.1f} x bare Python")
        _serving(folder)


def _bare() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return time.perf_counter() - begun


def _serving(folder: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", str(port)],
        env={**os.environ, "CJGRAPH_DATA": str(folder)},
        stderr=subprocess.DEVNULL,
    )
    try:
        base = f"http://127.0.0.1:{port}"
        fetch(base + "/")
        page = time.perf_counter() - begun
        search = base + "/api/v1/search?q=" + urllib.parse.quote(QUESTION)
        fetch(search)
        words = time.perf_counter() - begun
        while json.loads(fetch(search))["mode"] != "hybrid":
            time.sleep(0.02)
        meaning = time.perf_counter() - begun
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)
    print(f"  serve to first page               {page:6.2f} s")
    print(f"  serve to first search             {words:6.2f} s")
    print(f"  serve to first search by meaning  {meaning:6.2f} s")


if __name__ == "__main__":
    main()
