"""``/health``: whether the service lives, and whether it can do its work."""

from __future__ import annotations

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from api.state import TheService
from cjgraph import __version__
from cjgraph.errors import CJGraphError

router = APIRouter(prefix="/health", tags=["operation"])


class Live(BaseModel):
    """The service lives."""

    status: str = "live"
    version: str = Field(__version__, description="Version of the software.")


class Part(BaseModel):
    """A part of the service."""

    ready: bool
    detail: str


class Ready(BaseModel):
    """Whether each part can do its work."""

    ready: bool = Field(description="Whether the service as a whole can answer.")
    parts: dict[str, Part]


@router.get("/live", summary="Is it alive?")
def live() -> Live:
    """Say that the process answers; looks at nothing else."""
    return Live()


@router.get("/ready", summary="Can it work?", responses={503: {"model": Ready}})
def ready(service: TheService, response: Response) -> Ready:
    """Say for each part whether it can do its work.

    Search by words alone counts as ready: it answers, and says so.
    """
    parts = {"graph": _graph(service), "search": _search(service)}
    whole = all(part.ready for part in parts.values())
    parts["model"] = _model(service)
    if not whole:
        response.status_code = 503
    return Ready(ready=whole, parts=parts)


def _graph(service: TheService) -> Part:
    try:
        snapshot = service.snapshot()
    except CJGraphError as error:
        return Part(ready=False, detail=error.message)
    pool = service.query_pool()
    if not pool.alive:
        pool.warm()
        return Part(
            ready=True, detail="The processes that answer queries had died; new ones start."
        )
    return Part(ready=True, detail=f"Snapshot {snapshot.name} is open.")


def _search(service: TheService) -> Part:
    if service.search is None:
        return Part(ready=False, detail=service.search_fault or "There is no index.")
    return Part(ready=True, detail=f"{service.search.publications} publications are indexed.")


def _model(service: TheService) -> Part:
    missing = service.search.model_missing if service.search else service.search_fault
    return Part(ready=missing is None, detail=missing or "Search goes by words and meaning.")
