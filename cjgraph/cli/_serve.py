"""``cjgraph serve``: starts the HTTP service."""

from __future__ import annotations

from typing import Annotated

import typer

from cjgraph.cli._data import open_data
from cjgraph.cli._screen import say


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("serve")(serve)


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
) -> None:
    """Serve pages, API and SPARQL until stopped with Ctrl-C."""
    open_data()
    from api.serving import run_service

    run_service(host, port, lambda address: say(f"cjgraph is at {address} (stop with Ctrl-C)"))
