"""``/api/v1/plans/read``: reads an uploaded plan; nothing that is uploaded is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, File, UploadFile
from pydantic import BaseModel, Field

from api.problem import Problem
from api.state import TheService
from api.uploads import received, upload_on_disk
from cjgraph.errors import SyntaxFault

router = APIRouter(prefix="/api/v1/plans", tags=["plans"])


class Reading(BaseModel):
    """What a plan was found to say; a draft, which a person checks before it counts."""

    status: Literal["ok"] = Field(description="Always ok: anything else is an error.")
    source: dict[str, Any] = Field(description="The file, and what could not be read of it.")
    title: str
    area: str
    partnership: str | None = Field(description="IRI of the Partnership, where it is certain.")
    period: dict[str, str | None] = Field(description="First and last day.")
    framework: str = Field(description="The generation of outcomes that the plan's words use.")
    checklist: dict[str, dict[str, Any]] = Field(description="A verdict on each of 13 items.")
    outcomes: list[dict[str, Any]]
    objectives: list[dict[str, Any]]
    actions: list[dict[str, Any]]
    needs: list[dict[str, Any]]
    services: list[dict[str, Any]]
    partners: list[dict[str, Any]]
    statute: dict[str, dict[str, Any]] = Field(description="What section 19 of the Act asks for.")
    publication: dict[str, Any] | None
    participation_statement: dict[str, Any] | None
    warnings: list[dict[str, Any]]


@router.post(
    "/read",
    summary="Read a plan",
    responses={code: {"model": Problem} for code in (400, 413, 415, 422, 503, 504)},
)
async def read(
    service: TheService,
    file: Annotated[
        UploadFile,
        File(description="The plan: Word, PDF, Excel, web page, text, template, Turtle, JSON-LD."),
    ],
) -> Reading:
    """Read a plan: outcomes, objectives, actions, checklist, each with its place and quote.

    The file is read in a process of its own, which is stopped at a deadline; it is
    deleted as soon as it has been read.
    """
    content, name = await received(file, service.settings.upload_bytes)
    with upload_on_disk(content, name) as path:
        found = await service.upload_pool().arun(
            read_upload, service.settings.upload_seconds, path, name
        )
    return Reading(**found)


def read_upload(path: Path, name: str) -> dict[str, Any]:
    """Read an upload; runs in a worker process.

    Args:
        path: Where the upload lies.
        name: The file's name.

    Raises:
        InputError: It is of a kind that is not read, or a broken graph.
        PlanNotReadable: It is encrypted, damaged, refused, empty or no plan.
    """
    from ingest.drafts.reading_files import read_for_import
    from ingest.plans.refusal import BrokenFile, refusal_of

    try:
        reading = read_for_import(path, name).reading
    except SyntaxFault as error:
        raise BrokenFile(error.message, hint=error.hint) from error
    if reading.status != "ok":
        raise refusal_of(reading, name)
    return reading.to_json()
