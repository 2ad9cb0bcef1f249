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
    InputError,
    LimitExceeded,
    Overloaded,
    PlanNotReadable,
    QueryTimedOut,
    StoreError,
    TooLarge,
    UnknownThing,
    WrongFormat,
)

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
    # The request asks for more than there is room for: an answer or a need of memory.
    (LimitExceeded, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
)


class Problem(BaseModel):
    """The body of every error."""

    type: str = Field("about:blank", description="Always about:blank: the status says it all.")
    title: str = Field(description="The status in words.", examples=["Bad Request"])
    status: int = Field(description="The HTTP status.", examples=[400])
    detail: str = Field(description="One sentence that says what is wrong and where.")
    hint: str | None = Field(None, description="What to do about it, where there is something.")


def problem(
    status: int, detail: str, hint: str | None = None, headers: dict[str, str] | None = None
) -> JSONResponse:
    """Return an error in the one shape.

    Args:
        status: HTTP status.
        detail: What is wrong, in one sentence.
        hint: What to do about it.
        headers: Headers to add.
    """
    body = Problem(
        type="about:blank",
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
    return problem(status, error.message, error.hint, headers)


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
