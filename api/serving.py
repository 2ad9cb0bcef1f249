"""Runs the service, and leaves a note of where it answers."""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Callable, Iterator

import uvicorn

from api.app import create_app
from api.logs import configure_logs
from api.settings import read_settings
from api.uploads import sweep_uploads
from cjgraph.errors import StoreUnwritable
from cjgraph.store import DataFolder


def run_service(host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until stopped.

    Args:
        host: Address to listen on.
        port: Port to listen on.
        ready: Told the address once the port is taken.

    Raises:
        InputError: A setting has a value that it can't take.
        StoreUnwritable: The address is in use or may not be used.
    """
    settings = read_settings()
    configure_logs()
    sweep_uploads()
    listening = _listen(host, port)
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(settings), log_level="warning", access_log=False, server_header=False
        )
    )
    with listening, _record(DataFolder(settings.data), host, port):
        ready(f"http://{_bracketed(host)}:{port}/")
        server.run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    """Take the port before anything is promised."""
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise StoreUnwritable(
            f"The service can't listen on {host}:{port}: {error.strerror}.",
            hint="Choose another port with --port.",
        ) from error
    return listening


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


@contextlib.contextmanager
def _record(data: DataFolder, host: str, port: int) -> Iterator[None]:
    """Say in the data folder where this service answers, while it does.

    The command line looks there to send searches to the service, which has the index.
    """
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    content = {"pid": os.getpid(), "address": f"http://{_bracketed(reachable)}:{port}"}
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
