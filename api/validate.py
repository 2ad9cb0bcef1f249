"""``/api/v1/validate``: checks an uploaded plan; nothing that is uploaded is kept."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import pyoxigraph as ox
from fastapi import APIRouter, File, Query, Request, Response, UploadFile
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, Field

from api.figures import Included
from api.offers import with_offers
from api.problem import Problem, problem
from api.state import TheService
from api.uploads import received, upload_on_disk
from cjgraph.namespaces import slug
from cjgraph.shacl import FORMS
from cjgraph.sparql import ResultFormat, negotiate

if TYPE_CHECKING:
    from cjgraph.shacl import CheckReport

router = APIRouter(prefix="/api/v1", tags=["plans"])

#: Forms that the Accept header can ask for; the first is given where it asks for anything.
_BY_ACCEPT: Final = ("json", "html", "csv", "xlsx", "turtle", "text")
#: A report is data, not a graph that is written: the last part is never used.
_OFFERS: Final = tuple(
    ResultFormat(name, FORMS[name].media_type, (), ox.RdfFormat.TURTLE) for name in _BY_ACCEPT
)
#: Forms that a browser shows; the others it saves.
_SHOWN: Final = ("html", "text", "checkpoints")
_MEDIA: Final[dict[str, dict[str, Any]]] = {
    FORMS[name].media_type: {} for name in _BY_ACCEPT if name != "json"
}
_LONGEST_NAME: Final = 60
#: Forms that have no room for what helps to mend a finding.
_BARE: Final = ("turtle", "checkpoints")


class CheckReply(BaseModel):
    """What the rules found in a plan."""

    conforms: bool = Field(description="Whether nothing has to be mended.")
    profile: str
    framework: str | None = Field(description="The generation of outcomes it is judged by.")
    rules: dict[str, str] = Field(description="Version and hash of the rules.")
    plan: dict[str, str] = Field(description="Hash of the plan.")
    checked_on: str = Field(description="The day of the check; rules on dates go by it.")
    software: str = Field(description="Version of the software.")
    time_bands: str = Field(description="Spans that were used for short, medium and long term.")
    model: str = Field(
        description="Fingerprint of the sentence model that meaning was judged by; empty where "
        "there was none, so that nothing is said of what stands in the wrong place."
    )
    area: str = Field(description="Area of the plan, as written.")
    period: dict[str, str | None] = Field(description="First and last day of the plan.")
    judged_by: dict[str, str] = Field(description="The framework it is judged by, and why.")
    checklist: dict[str, str] = Field(
        description="Verdict on each checklist item: present, partial, missing or unknown."
    )
    scores: dict[str, float]
    thread: dict[str, int | str] = Field(description="What the score of the thread counts.")
    mend_first: int = Field(description="How many findings at the head are to be mended first.")
    faults: dict[str, int] = Field(
        description="How many faults of each severity; one that two findings tell of counts once."
    )
    findings: list[dict[str, Any]] = Field(
        description="Ordered: what to mend first comes first. Each has its number; "
        "'folded_into' is the number of the one that tells of the same fault, or null."
    )
    checkpoints: list[dict[str, Any]] = Field(
        description="The checkpoint tables of the framework: answer (yes, no, cannot_tell, ask), "
        "what it rests on, and the weak points with the numbers of their findings, from 1."
    )
    notes: list[dict[str, Any]] = Field(
        description="What to know before the findings are read: that no action or no outcome was "
        "found, so that the reading may have failed; faults of a template by sheet, row and cell; "
        "what was not read."
    )


@router.post(
    "/validate",
    summary="Check a plan",
    response_model=CheckReply,
    responses={
        200: {
            "description": "The report: JSON, or in the form asked for by 'format' or by the "
            "Accept header.",
            "content": _MEDIA,
        },
        **{code: {"model": Problem} for code in (400, 406, 413, 415, 422, 503, 504)},
    },
)
async def validate(
    request: Request,
    service: TheService,
    file: Annotated[
        UploadFile,
        File(description="The plan: Word, PDF, Excel, web page, text, template, Turtle, JSON-LD."),
    ],
    profile: Annotated[
        Literal["draft", "publication", "exemplary"], Query(description="How strict to be.")
    ] = "draft",
    format: Annotated[
        Literal["json", "html", "csv", "xlsx", "turtle", "text", "checkpoints"] | None,
        Query(
            description="Form of the report: data (json), a page to read and print (html), a row "
            "for each finding (csv), a workbook for a meeting (xlsx), a SHACL validation report "
            "(turtle), plain text, or the checkpoint tables in plain text. Where it is not "
            "given, the Accept header decides."
        ),
    ] = None,
    time_bands: Annotated[
        Literal["definitions", "model", "draft-model"],
        Query(
            description="What counts as short, medium and long term, which the framework puts in "
            "different ways."
        ),
    ] = "definitions",
    offers: Annotated[
        bool,
        Query(
            description="Add to each finding the evidence on it, how other plans met the point "
            "and the page to read."
        ),
    ] = True,
    include: Annotated[
        list[Included] | None,
        Query(
            description="Also show how invented examples, synthetic plans or plans that no "
            "person has checked met a point."
        ),
    ] = None,
) -> CheckReply | Response:
    """Check a plan against law, checklist and golden thread.

    The file is read in a process of its own, which is stopped at a deadline; it is
    deleted as soon as it has been read.
    """
    form: str | None = format
    if form is None:
        chosen = negotiate(request.headers.get("accept", ""), _OFFERS)
        if chosen is None:
            listed = ", ".join(FORMS[name].media_type for name in _BY_ACCEPT)
            return problem(406, f"A report can be had as {listed}.")
        form = chosen.name
    content, name = await received(file, service.settings.upload_bytes)
    pool, seconds = service.upload_pool(), service.settings.upload_seconds
    with upload_on_disk(content, name) as path:
        report, notes = await pool.arun(check_upload, seconds, path, name, profile, time_bands)
    if offers and form not in _BARE:
        report = await run_in_threadpool(with_offers, service, report, frozenset(include or ()))
    if form == "json":
        return CheckReply(**report.to_json(), notes=notes)
    return _file(form, await pool.arun(form_of_report, seconds, form, report, notes, name), name)


def _file(form: str, body: bytes, name: str) -> Response:
    """A report as a file whose name tells nothing but the plan's."""
    media = FORMS[form].media_type
    stem = slug(PurePath(name).stem)[:_LONGEST_NAME]
    shown = "inline" if form in _SHOWN else "attachment"
    headers = {
        "Content-Disposition": f'{shown}; filename="report-{stem}.{FORMS[form].ending}"',
        "Cache-Control": "no-store",
        "Vary": "Accept",
    }
    if form == "html":
        from cjgraph.shacl import html_policy

        headers["Content-Security-Policy"] = html_policy()
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    return Response(body, headers=headers, media_type=media + charset)


def check_upload(
    path: Path, name: str, profile: str, time_bands: str
) -> tuple[CheckReport, list[dict[str, Any]]]:
    """Check an upload; runs in a worker process.

    Args:
        path: Where the upload lies.
        name: The file's name, used in messages only.
        profile: How strict to be.
        time_bands: Set of spans for short, medium and long term.

    Returns:
        The report, and the notes on the reading.
    """
    from ingest.checking import check_file, worker_framework

    checked = check_file(
        path, worker_framework(), name=name, profile=profile, time_bands=time_bands
    )
    return checked.report, [note.to_json() for note in checked.notes]


def form_of_report(form: str, report: CheckReport, notes: list[dict[str, Any]], name: str) -> bytes:
    """Put a report into one of its forms; runs in a worker process.

    Args:
        form: A key of ``FORMS``.
        report: The report, offers and all.
        notes: What to know before the findings are read.
        name: The file's name.
    """
    from cjgraph.shacl import report_bytes

    return report_bytes(form, report, notes, name=name)


def prepare_worker() -> None:
    """Load what checks need; runs in a worker process before its first upload."""
    from cjgraph.shacl import load_rules
    from ingest.checking import worker_framework

    load_rules()
    worker_framework()
