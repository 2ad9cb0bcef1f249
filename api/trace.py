"""``/api/v1/trace``: the golden thread from one thing, up and down."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import Field

from api.figures import RESPONSES, Figure, TheFigures
from cjgraph.errors import EmptyQuery
from cjgraph.thread import trace_thread

router = APIRouter(prefix="/api/v1", tags=["golden thread"])


class TraceReply(Figure):
    """A trace."""

    start: dict[str, Any] = Field(description="Where the trace begins.")
    reaches_nation: bool = Field(
        description="Whether an official thread reaches a national outcome or priority action."
    )
    upward: list[dict[str, Any]] = Field(description="Threads to what it serves.")
    downward: list[dict[str, Any]] = Field(description="Threads to what serves it.")
    evidence: list[dict[str, Any]] = Field(description="Findings on its interventions.")
    needs: list[str] = Field(description="Needs that it addresses.")
    truncated: bool = Field(description="Whether there are more threads than are given.")
    breaks: list[dict[str, Any]] = Field(description="Where threads break, and what mends them.")
    services: list[dict[str, Any]] = Field(description="Services that serve it.")
    indicators: list[dict[str, Any]] = Field(description="Indicators that measure it.")


@router.get(
    "/trace",
    summary="Trace the golden thread",
    responses={**RESPONSES, 200: {**RESPONSES[200], "model": TraceReply}},
    response_class=Response,
)
def trace(
    figures: TheFigures,
    thing: Annotated[str, Query(description="An IRI, a code, or exact words.", examples=["ndo-3"])],
    judgements: Annotated[
        bool, Query(description="Follow this service's own judgements; they are marked.")
    ] = True,
) -> Response:
    """Show what a thing serves, up to the nation, and what serves it, down to evidence."""
    if not thing.strip():
        raise EmptyQuery("There is nothing to trace: thing is empty.")
    return figures.give(lambda graph: trace_thread(graph, thing, judgements=judgements))
