"""Turns every error into one shape.

Source: RFC 9457, Problem Details for HTTP APIs.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from cjgraph.errors import (
    CJGraphError,
    EmptyQuery,
    FeedbackClosed,
    FileNotReadable,
    InputError,
    LimitExceeded,
    Overloaded,
    PlanNotReadable,
    QueryRefused,
    QueryTimedOut,
    StoreError,
    SyntaxFault,
    TooLarge,
    TooManyRemarks,
    UnknownThing,
    WrongFormat,
)
from cjgraph.namespaces import ROOT
from ingest.plans.refusal import MEANING

_log = structlog.get_logger(__name__)

#: Status by cause; the first that fits decides.
_STATUS: tuple[tuple[type[CJGraphError], HTTPStatus], ...] = (
    (UnknownThing, HTTPStatus.NOT_FOUND),
    (WrongFormat, HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
    (TooLarge, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (PlanNotReadable, HTTPStatus.UNPROCESSABLE_ENTITY),
    (InputError, HTTPStatus.BAD_REQUEST),
    (Overloaded, HTTPStatus.SERVICE_UNAVAILABLE),
    (StoreError, HTTPStatus.SERVICE_UNAVAILABLE),
    (QueryTimedOut, HTTPStatus.GATEWAY_TIMEOUT),
    (FeedbackClosed, HTTPStatus.FORBIDDEN),
    (TooManyRemarks, HTTPStatus.TOO_MANY_REQUESTS),
    # The request asks for more than there is room for: an answer or a need of memory.
    (LimitExceeded, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
)


#: Code by cause, for errors that carry none of their own; the first that fits decides.
_CODE: tuple[tuple[type[CJGraphError], str], ...] = (
    (UnknownThing, "unknown_thing"),
    (WrongFormat, "wrong_format"),
    (SyntaxFault, "syntax_fault"),
    (TooLarge, "too_large"),
    (EmptyQuery, "empty_query"),
    (QueryRefused, "query_refused"),
    (FileNotReadable, "file_not_readable"),
    (PlanNotReadable, "damaged"),
    (InputError, "bad_request"),
    (Overloaded, "overloaded"),
    (StoreError, "store_unavailable"),
    (QueryTimedOut, "took_too_long"),
    (FeedbackClosed, "feedback_closed"),
    (TooManyRemarks, "too_many_remarks"),
    (LimitExceeded, "limit_exceeded"),
)

#: Every code with what it means; none is ever renamed. Those of plans come first.
CODES: dict[str, str] = {
    **MEANING,
    "bad_request": "The request can't be used.",
    "empty_query": "There is nothing to look for.",
    "failed": "Something went wrong in the service.",
    "feedback_closed": "Remarks on findings are not taken, or not shown, over the web here.",
    "file_not_readable": "A file can't be opened.",
    "invalid_request": "A field of the request is missing or not of its kind.",
    "limit_exceeded": "The work needs more than there is room for.",
    "method_not_allowed": "The address does not answer this method.",
    "not_acceptable": "The answer can't be given in the format that was asked for.",
    "not_found": "There is nothing at the address.",
    "overloaded": "Too much is waiting; the same request may go through later.",
    "query_refused": "The service does not run such a query.",
    "store_unavailable": "The data can't be had at present.",
    "syntax_fault": "A query or file breaks the rules of its format.",
    "too_large": "It is larger than what is taken.",
    "too_many_remarks": "As many remarks as are kept in a day are there.",
    "unknown_thing": "The thing is not in the data.",
    "unsupported_media_type": "The request is not sent in a format that is taken.",
}
_BY_STATUS: dict[int, str] = {
    400: "bad_request",
    404: "not_found",
    405: "method_not_allowed",
    406: "not_acceptable",
    413: "too_large",
    415: "unsupported_media_type",
    422: "invalid_request",
    503: "overloaded",
    504: "took_too_long",
}
#: The first status that tells of a fault of the service.
_SERVER = 500
#: Address of a kind of problem, less its code.
_TYPES = ROOT + "problem/"
_LISTED = "; ".join(f"{code}: {means[:1].lower()}{means[1:-1]}" for code, means in CODES.items())


class Problem(BaseModel):
    """The body of every error."""

    type: str = Field(
        description="The kind of problem as an IRI: its code behind a fixed beginning.",
        examples=[_TYPES + "encrypted"],
    )
    code: str = Field(
        description=f"The kind of problem, for programs; no code is ever renamed. {_LISTED}.",
        examples=["encrypted"],
        json_schema_extra={"enum": list(CODES)},
    )
    title: str = Field(description="The status in words.", examples=["Bad Request"])
    status: int = Field(description="The HTTP status.", examples=[400])
    detail: str = Field(
        description="What is wrong and where and, where a plan is not taken, what to do about it."
    )
    hint: str | None = Field(None, description="What to do about it, where there is something.")


def problem(
    status: int,
    detail: str,
    hint: str | None = None,
    headers: dict[str, str] | None = None,
    code: str | None = None,
) -> JSONResponse:
    """Return an error in the one shape.

    Args:
        status: HTTP status.
        detail: What is wrong, in one sentence.
        hint: What to do about it.
        headers: Headers to add.
        code: One of ``CODES``; what the status says where none is given.
    """
    code = code or _BY_STATUS.get(status, "failed" if status >= _SERVER else "bad_request")
    body = Problem(
        type=_TYPES + code,
        code=code,
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        hint=hint,
    )
    return JSONResponse(
        body.model_dump(), status, headers=headers, media_type="application/problem+json"
    )


def register(app: FastAPI) -> None:
    """Add the handlers to an application."""
    app.add_exception_handler(CJGraphError, _foreseen)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


async def _foreseen(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, CJGraphError)  # noqa: S101 - registered for it
    status = next((s for kind, s in _STATUS if isinstance(error, kind)), None)
    if status is None:
        _log.error("failed", path=request.url.path, error=type(error).__name__)
        status = HTTPStatus.INTERNAL_SERVER_ERROR
    headers = {"Retry-After": "5"} if status is HTTPStatus.SERVICE_UNAVAILABLE else None
    return problem(status, error.message, error.hint, headers, code_of(error))


def code_of(error: CJGraphError) -> str:
    """Return the stable code of an error.

    Args:
        error: The error; one about a plan carries its own code.
    """
    own = getattr(error, "code", None)
    if isinstance(own, str) and own in CODES:
        return own
    return next((code for kind, code in _CODE if isinstance(error, kind)), "failed")


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for it
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "; ".join(map(_fault, error.errors())) + ".")


def _fault(fault: dict[str, Any]) -> str:
    place = ".".join(str(part) for part in fault["loc"][1:])
    if "UploadFile" in fault["msg"]:
        return f"{place}: send the plan as a file, with a file name"
    return f"{place or 'The request'}: {fault['msg']}"


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it
    detail = str(error.detail)
    if error.status_code == HTTPStatus.NOT_FOUND and detail == "Not Found":
        detail = f"There is nothing at {request.url.path}."
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        detail = f"{request.method} is not answered at {request.url.path}."
    return problem(error.status_code, detail, headers=dict(error.headers or {}))


async def _unforeseen(request: Request, error: Exception) -> JSONResponse:
    _log.exception("unforeseen error", path=request.url.path, exc_info=error)
    return problem(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong here; it has been written to the log.",
    )
