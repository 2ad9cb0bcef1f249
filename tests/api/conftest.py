"""A real service on a port of this machine, stopped when the tests are done."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import httpx
import pytest

from cjgraph.store import DataFolder


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(process: subprocess.Popen[str], port: int) -> str:
    """Wait until a service that was started answers, and return its address."""
    base = f"http://127.0.0.1:{port}"
    for _ in range(600):
        try:
            httpx.get(base + "/health/live", timeout=1).raise_for_status()
            return base
        except httpx.HTTPError:
            if process.poll() is not None:
                raise RuntimeError(f"serve ended: {process.communicate()[1]}") from None
            time.sleep(0.1)
    raise RuntimeError("serve did not answer within a minute")


@pytest.fixture(scope="session")
def address(loaded: DataFolder) -> Iterator[str]:
    """The address of ``cjgraph serve`` on the packaged data."""
    port = free_port()
    environment = {
        **os.environ,
        "CJGRAPH_DATA": str(loaded.root),
        "CJGRAPH_MODEL": "off",
        "CJGRAPH_QUERY_SECONDS": "3",
        "CJGRAPH_RESULT_BYTES": "200000",
        "CJGRAPH_UPLOAD_BYTES": "2000000",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "cjgraph.cli", "serve", "--port", str(port)],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield wait_for(process, port)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    """A client of that service."""
    with httpx.Client(base_url=address, timeout=60) as made:
        yield made
