"""``/api/v1/validate``: checks an uploaded plan; nothing that is uploaded is kept."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, File, Query, UploadFile
from pydantic import BaseModel, Field

from api.problem import Problem
from api.state import TheService
from api.uploads import received, upload_on_disk
from cjgraph.workers import opened_store

if TYPE_CHECKING:
    import rdflib

router = APIRouter(prefix="/api/v1", tags=["plans"])


class CheckReply(BaseModel):
    """What the rules found in a plan."""

    conforms: bool = Field(description="Whether nothing has to be mended.")
    profile: str
    framework: str | None = Field(description="The generation of outcomes it is judged by.")
    rules: dict[str, str] = Field(description="Version and hash of the rules.")
    plan: dict[str, str] = Field(description="Hash of the plan.")
    scores: dict[str, float]
    thread: dict[str, int | str] = Field(description="What the score of the thread counts.")
    mend_first: int = Field(description="How many findings at the head are to be mended first.")
    findings: list[dict[str, Any]] = Field(description="Ordered: what to mend first comes first.")
    notes: list[dict[str, Any]] = Field(
        description="What to know before the findings are read: that no action or no outcome was "
        "found, so that the reading may have failed; faults of a template by sheet, row and cell; "
        "what was not read."
    )


@router.post(
    "/validate",
    summary="Check a plan",
    responses={code: {"model": Problem} for code in (400, 413, 415, 422, 503, 504)},
)
async def validate(
    service: TheService,
    file: Annotated[
        UploadFile,
        File(description="The plan: Word, PDF, Excel, web page, text, template, Turtle, JSON-LD."),
    ],
    profile: Annotated[
        Literal["draft", "publication", "exemplary"], Query(description="How strict to be.")
    ] = "draft",
) -> CheckReply:
    """Check a plan against law, checklist and golden thread.

    The file is read in a process of its own, which is stopped at a deadline; it is
    deleted as soon as it has been read.
    """
    content, name = await received(file, service.settings.upload_bytes)
    with upload_on_disk(content, name) as path:
        report = await service.upload_pool().arun(
            check_upload, service.settings.upload_seconds, path, name, profile
        )
    return CheckReply(**report)


def check_upload(path: Path, name: str, profile: str) -> dict[str, Any]:
    """Check an upload; runs in a worker process.

    Args:
        path: Where the upload lies.
        name: The file's name, used in messages only.
        profile: How strict to be.
    """
    from ingest.checking import check_file

    return check_file(path, _framework(), name=name, profile=profile).to_json()


def prepare_worker() -> None:
    """Load what checks need; runs in a worker process before its first upload."""
    from cjgraph.shacl import load_rules
    from ingest.checking import check_file  # noqa: F401 - importing it is the work

    load_rules()
    _framework()


@lru_cache(maxsize=1)
def _framework() -> rdflib.Graph:
    """Return what plans are checked against; read once in each worker process."""
    import pyoxigraph as ox

    from ingest.checking import framework_graph

    quads = opened_store().quads_for_pattern(None, None, None, ox.DefaultGraph())
    return framework_graph(quad.triple for quad in quads)
