"""``/api/v1/feedback``: takes what people say against findings, where the operator allows it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field, ValidationError

from api.problem import Problem
from api.state import TheService
from cjgraph.errors import FeedbackClosed, TooLarge

router = APIRouter(prefix="/api/v1", tags=["feedback"])

#: Largest body; a remark and the finding that it is on take a few thousand bytes.
_MOST_BYTES = 64_000


class RulesOfReport(BaseModel):
    """The rules of a check."""

    version: str = Field(max_length=60)
    sha256: str = Field(max_length=64)


class PlanOfReport(BaseModel):
    """The plan of a check."""

    sha256: str = Field(max_length=64)
    title: str = Field("", max_length=2_000)


class RemarkSent(BaseModel):
    """What a person says against a finding, with what the report says of it."""

    rules: RulesOfReport = Field(description="`rules` of the report.")
    plan: PlanOfReport = Field(description="`plan` of the report.")
    profile: str = Field("", max_length=60, description="`profile` of the report.")
    finding: dict[str, Any] = Field(description="The finding, as it stands in the report.")
    because: str = Field(
        description="Why the finding is wrong, in at most 2,000 characters. Names, addresses and "
        "telephone numbers are masked."
    )
    role: str | None = Field(
        None, description="The role of whoever says so, such as coordinator; nobody's name."
    )


class RemarkKept(BaseModel):
    """The remark as it was kept."""

    id: str = Field(description="What the remark is called.")
    kept: bool = Field(description="False where the same was said of the same finding before.")
    because: str = Field(description="The reason as it was kept, personal data masked.")


async def _sent(request: Request, service: TheService) -> RemarkSent:
    """Read the body, but no more of it than a remark needs."""
    if service.settings.feedback != "open":
        raise FeedbackClosed(
            "This service takes no remarks on findings over the web.",
            hint="Send them to those who run it, or use 'cjgraph feedback add' on its machine.",
        )
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _MOST_BYTES:
            raise TooLarge(f"The remark is larger than {_MOST_BYTES:,} bytes.")
    try:
        return RemarkSent.model_validate_json(bytes(body))
    except ValidationError as fault:
        found = [{**error, "loc": ("body", *error["loc"])} for error in fault.errors()]
        raise RequestValidationError(found) from fault


@router.post(
    "/feedback",
    summary="Say that a finding is wrong",
    status_code=HTTPStatus.CREATED,
    responses={code: {"model": Problem} for code in (400, 403, 404, 413, 422, 429, 503)},
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": RemarkSent.model_json_schema()}},
        }
    },
)
async def feedback(service: TheService, sent: Annotated[RemarkSent, Depends(_sent)]) -> RemarkKept:
    """Keep a remark on a finding of a check, for those who look after the rules.

    What is kept: the rule and its version, the hash and the title of the plan, the words that
    the finding is about, the reason and the day. Who sent it is not kept, and remarks are not
    published. The operator decides whether remarks are taken.
    """
    return await run_in_threadpool(_keep, service, sent)


@router.get(
    "/feedback",
    summary="List remarks (closed)",
    responses={403: {"model": Problem}},
)
def list_feedback() -> None:
    """Remarks are read on the machine itself, with `cjgraph feedback list`."""
    raise FeedbackClosed(
        "Remarks are not shown over the web.",
        hint="Whoever runs the service reads them with 'cjgraph feedback list'.",
    )


def _keep(service: TheService, sent: RemarkSent) -> RemarkKept:
    from cjgraph.feedback import add_remark, remark_on
    from ingest.remarks import without_persons

    report = {
        "rules": sent.rules.model_dump(),
        "plan": sent.plan.model_dump(),
        "profile": sent.profile,
        "findings": [sent.finding],
    }
    remark = remark_on(report, 1, sent.because, role=sent.role, mask=without_persons)
    kept = add_remark(service.data, remark, per_day=service.settings.feedback_per_day)
    return RemarkKept(id=remark.id, kept=kept, because=remark.reason)
