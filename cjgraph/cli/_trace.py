"""``cjgraph trace``: follows the golden thread from one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cjgraph.cli._figure import (
    Format,
    Include,
    Json,
    Out,
    Query,
    Wanted,
    give,
)

if TYPE_CHECKING:
    from cjgraph.thread import Answer, ThreadGraph


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("trace")(trace)


def trace(
    thing: Annotated[str, typer.Argument(help="An IRI, a code such as ndo-3, or exact words.")],
    include: Include = None,
    judgements: Annotated[
        bool, typer.Option(help="Follow this service's own judgements, drawn dashed.")
    ] = True,
    format: Format = None,
    out: Out = None,
    query: Query = False,
    json: Json = False,
) -> None:
    """Show what a thing serves, up to the nation, and what serves it, down to evidence.

    Example: cjgraph trace ndo-3 --out thread.svg
    """

    def work_out(graph: ThreadGraph) -> Answer:
        from cjgraph.thread import trace_thread

        return trace_thread(graph, thing, judgements=judgements)

    give(Wanted(include, format, json, out, query), work_out, _text)


def _text(found: Answer, graph: ThreadGraph) -> str:
    from cjgraph.thread import Trace, trace_text

    return trace_text(found) if isinstance(found, Trace) else ""
