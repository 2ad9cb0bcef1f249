"""Runs the service, and leaves a note of where it answers."""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Iterator

import uvicorn

from api.app import create_app
from api.settings import Settings
from cjgraph.errors import StoreUnwritable
from cjgraph.store import DataFolder


def run_service(host: str, port: int) -> None:
    """Serve until stopped.

    Args:
        host: Address to listen on.
        port: Port to listen on.

    Raises:
        StoreUnwritable: The address is in use or may not be used.
    """
    settings = Settings()
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise StoreUnwritable(
                f"The service can't listen on {host}:{port}: {error.strerror}.",
                hint="Choose another port with --port.",
            ) from error
    with _record(DataFolder(settings.data), host, port):
        uvicorn.run(
            create_app(settings),
            host=host,
            port=port,
            log_level="warning",
            access_log=False,
            server_header=False,
        )


@contextlib.contextmanager
def _record(data: DataFolder, host: str, port: int) -> Iterator[None]:
    """Say in the data folder where this service answers, while it does.

    The command line looks there to send searches to the service, which has the index.
    """
    reachable = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104
    if ":" in reachable and not reachable.startswith("["):
        reachable = f"[{reachable}]"
    content = {"pid": os.getpid(), "address": f"http://{reachable}:{port}"}
    if _answers(data):  # another service has the index; searches go on being sent there
        yield
        return
    data.service_record.write_text(json.dumps(content) + "\n", encoding="utf-8")
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            data.service_record.unlink()


def _answers(data: DataFolder) -> bool:
    """Return whether the service that left its record here still runs."""
    try:
        pid = int(json.loads(data.service_record.read_text(encoding="utf-8"))["pid"])
        os.kill(pid, 0)
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return True
