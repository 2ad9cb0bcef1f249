"""``/api/v1/trace``: the golden thread from one thing, up and down."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from api.problem import Problem
from api.state import TheService
from cjgraph.errors import EmptyQuery
from cjgraph.thread import trace_thread

router = APIRouter(prefix="/api/v1", tags=["golden thread"])

Included = Literal["examples", "synthetic", "unchecked"]


class TraceReply(BaseModel):
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
    included: list[Included] = Field(description="What is included beside national data.")


@router.get(
    "/trace",
    summary="Trace the golden thread",
    responses={400: {"model": Problem}, 404: {"model": Problem}, 422: {"model": Problem}},
)
def trace(
    service: TheService,
    thing: Annotated[str, Query(description="An IRI, a code, or exact words.", examples=["ndo-3"])],
    include: Annotated[
        list[Included] | None, Query(description="Add invented examples or synthetic data.")
    ] = None,
    judgements: Annotated[
        bool, Query(description="Follow this service's own judgements; they are marked.")
    ] = True,
) -> TraceReply:
    """Show what a thing serves, up to the nation, and what serves it, down to evidence."""
    if not thing.strip():
        raise EmptyQuery("There is nothing to trace: thing is empty.")
    wanted = frozenset(include or ())
    found = trace_thread(service.threads(wanted), thing, judgements=judgements)
    return TraceReply(**found.to_json(), included=sorted(wanted))
