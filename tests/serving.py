"""Finds a free port and waits for a service that was started there."""

from __future__ import annotations

import socket
import subprocess
import time

import httpx


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
