"""``cjgraph trace``: follows the golden thread from one thing."""

from __future__ import annotations

from typing import Annotated

import typer

from cjgraph.cli._data import INCLUDE_HELP, included, open_data, say_included
from cjgraph.cli._screen import answer, answer_json


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("trace")(trace)


def trace(
    thing: Annotated[str, typer.Argument(help="An IRI, a code such as ndo-3, or exact words.")],
    include: Annotated[list[str] | None, typer.Option(help=INCLUDE_HELP)] = None,
    judgements: Annotated[
        bool, typer.Option(help="Follow this service's own judgements, drawn dashed.")
    ] = True,
    json: Annotated[bool, typer.Option("--json", help="Print the trace as JSON.")] = False,
) -> None:
    """Show what a thing serves, up to the nation, and what serves it, down to evidence."""
    wanted = included(include)
    snapshot = open_data()
    from cjgraph.thread import read_thread_graph, trace_text, trace_thread

    found = trace_thread(read_thread_graph(snapshot, include=wanted), thing, judgements=judgements)
    if json:
        answer_json({**found.to_json(), "included": sorted(wanted)})
    else:
        answer(trace_text(found))
    say_included(wanted)
