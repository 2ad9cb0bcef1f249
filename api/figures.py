"""Gives an answer about threads as JSON, CSV, SVG or PNG, with the query behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from http import HTTPStatus
from typing import Annotated, Any, Final, Literal
from urllib.parse import quote, urlencode

from fastapi import Depends, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from api.problem import Problem, problem
from api.state import Service, TheService
from api.tags import is_held, weak_tag
from cjgraph import __version__
from cjgraph.calendar_day import day_given
from cjgraph.pictures import answer_csv
from cjgraph.sparql import ResultFormat, negotiate
from cjgraph.thread import Answer, Breaks, SinglePoints, ThreadGraph

Included = Literal["examples", "synthetic", "unchecked"]
Plans = Literal["in_force", "latest", "all"]

Include = Annotated[
    list[Included] | None,
    Query(description="Add invented examples, synthetic data or unchecked plans; said so then."),
]
Format = Annotated[
    Literal["json", "csv", "svg", "png"] | None,
    Query(description="The format, instead of the Accept header."),
]
Area = Annotated[
    str | None, Query(description="A Partnership, council area or plan; all where left out.")
]
PlansGiven = Annotated[
    Plans, Query(description="Which editions of plans count: latest has those that have run out.")
]


def _day(
    on: Annotated[
        str | None,
        Query(description="The day to work it out for, as 2026-12-31; else today.", max_length=20),
    ] = None,
) -> date | None:
    return day_given(on) if on else None


#: The day that a route works an answer out for.
Day = Annotated[date | None, Depends(_day)]

#: The last member is of no use here: no engine writes these.
_OFFERS: Final = tuple(
    ResultFormat(name, media, also, None)  # type: ignore[arg-type]
    for name, media, also in (
        ("json", "application/json", ()),
        ("csv", "text/csv", ()),
        ("svg", "image/svg+xml", ()),
        ("png", "image/png", ()),
    )
)
#: Longest query that is given as a link; a server need not take a longer address.
_LONGEST_LINK: Final = 12_000
#: A picture styles itself, and needs nothing from anywhere.
_PICTURE_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


class Figure(BaseModel):
    """What every figure has, besides what is its own."""

    model_config = ConfigDict(extra="allow")

    sentence: str = Field(description="The answer in plain words.")
    query: str = Field(description="SPARQL that gives the same figures on the same data.")
    query_note: str = Field(
        description="Which part of the figures the query gives, where it does not give all."
    )
    query_link: str | None = Field(
        description="Address that runs the query; null where it is too long for an address: POST"
        " it to /sparql."
    )
    included: list[Included] = Field(description="What was added to the national data.")
    notice: str = Field(description="A sentence on what was added, or nothing.")
    links: dict[str, str] = Field(
        description="The same as csv, and as svg and png where there is a picture of it."
    )


#: What routes of figures may answer.
RESPONSES: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "model": Figure,
        "description": "The figure; a picture carries its words as title and description.",
        "content": {
            "text/csv": {"schema": {"type": "string"}},
            "image/svg+xml": {"schema": {"type": "string"}},
            "image/png": {"schema": {"type": "string", "format": "binary"}},
        },
    },
    304: {"description": "Nothing has changed since."},
    400: {"model": Problem},
    404: {"model": Problem, "description": "A name is not known; the hint has near ones."},
    406: {"model": Problem, "description": "No such format, or there is nothing to draw."},
    422: {"model": Problem},
}


class Figures:
    """Gives answers in the format that a request asks for.

    Args:
        request: The request.
        service: The service.
        include: What is added to the national data.
        format: The format, or None to go by the Accept header.
    """

    def __init__(
        self,
        request: Request,
        service: TheService,
        include: Include = None,
        format: Format = None,
    ) -> None:
        self._request = request
        self._service = service
        self._added = frozenset(include or ())
        self._wanted = format

    def give(
        self,
        work_out: Callable[[ThreadGraph], Answer],
        more: Callable[[Any], Mapping[str, Any]] | None = None,
    ) -> Response:
        """Work an answer out and give it in the format that was asked for.

        Args:
            work_out: Returns the answer.
            more: What its JSON has besides.
        """
        name = self._wanted or _negotiated(self._request)
        if name is None:
            told = ", ".join(offer.media_type for offer in _OFFERS)
            return problem(406, "The figure can't be given in that format.", f"On offer: {told}.")
        headers = {"Vary": "Accept", "Cache-Control": "no-cache"}
        headers["ETag"] = tag = _tag(self._service, self._request, name)
        if is_held(self._request, tag):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        graph = self._service.threads(self._added)
        found = work_out(graph)
        if name == "json":
            content = {
                **found.to_json(),
                **(more(found) if more else {}),
                "included": sorted(self._added),
                "notice": found.notice,
                "query_link": _query_link(found.query, self._added),
                "links": {kind: _same_as(self._request, kind) for kind in _kinds(found)},
            }
            return JSONResponse(content, headers=headers)
        if name == "csv":
            return Response(answer_csv(found), media_type="text/csv", headers=headers)
        return _drawn(found, graph, name, headers)


#: How routes ask for it.
TheFigures = Annotated[Figures, Depends()]


def _drawn(found: Answer, graph: ThreadGraph, name: str, headers: dict[str, str]) -> Response:
    from cjgraph.pictures import NothingToDraw, picture_of  # loads what draws, once it is wanted

    try:
        picture = picture_of(found, graph)
    except NothingToDraw as nothing:
        return problem(406, nothing.message, "Ask for JSON or CSV.")
    headers["Content-Security-Policy"] = _PICTURE_POLICY
    if name == "svg":
        return Response(picture.svg(), media_type="image/svg+xml", headers=headers)
    return Response(picture.png(), media_type="image/png", headers=headers)


def _kinds(found: Answer) -> tuple[str, ...]:
    drawn = not isinstance(found, Breaks | SinglePoints)
    return ("csv", "svg", "png") if drawn else ("csv",)


def _same_as(request: Request, kind: str) -> str:
    """Return the address of the same figure in another format."""
    asked = [(k, v) for k, v in request.query_params.multi_items() if k != "format"]
    return f"{request.url.path}?{urlencode([*asked, ('format', kind)])}"


def _negotiated(request: Request) -> str | None:
    chosen = negotiate(request.headers.get("accept", ""), _OFFERS)
    return chosen.name if chosen else None


def _tag(service: Service, request: Request, name: str) -> str:
    """Return what changes when the answer may: data, software, question, format and day."""
    parts = (
        service.snapshot().name,
        __version__,
        str(request.url.path),
        urlencode(sorted(request.query_params.multi_items())),
        name,
        datetime.now(UTC).date().isoformat(),
    )
    return weak_tag("\n".join(parts).encode())


def _query_link(query: str, include: frozenset[str]) -> str | None:
    link = (
        "/sparql?query=" + quote(query, safe="") + "".join(f"&include={n}" for n in sorted(include))
    )
    return link if len(link) <= _LONGEST_LINK else None
