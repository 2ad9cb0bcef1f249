"""``/api/v1/impact``, ``/compare``, ``/partners``, ``/indicators`` and ``/model``."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.days import day_of
from api.figures import RESPONSES, Area, Format, Include, On, PlansGiven, figure
from api.state import TheService
from cjgraph import thread

router = APIRouter(
    prefix="/api/v1", tags=["golden thread"], responses=RESPONSES, default_response_class=Response
)
_SIDE = "A Partnership, council area or plan."


@router.get("/impact", summary="What a change would do")
def impact(
    request: Request,
    service: TheService,
    thing: Annotated[
        str,
        Query(
            min_length=1,
            description="What would go, by IRI, code or exact words: an outcome, a publication,"
            " a service, a partner, an indicator, an action.",
            examples=["ndo-3"],
        ),
    ],
    plans: PlansGiven = "in_force",
    on: On = None,
    include: Include = None,
    format: Format = None,
) -> Response:
    """Tell what would lose its only link, or one of several. There is no picture of it."""
    day = day_of(on)
    return figure(
        request,
        service,
        include,
        format,
        lambda graph: thread.impact(graph, thing, plans=plans, on=day),
    )


@router.get("/compare", summary="Two Partnerships or plans side by side")
def compare(
    request: Request,
    service: TheService,
    first: Annotated[str, Query(min_length=1, description=_SIDE, examples=["Fife"])],
    second: Annotated[str, Query(min_length=1, description=_SIDE, examples=["Falkirk"])],
    plans: PlansGiven = "in_force",
    on: On = None,
    include: Include = None,
    format: Format = None,
) -> Response:
    """Tell what two Partnerships, or two editions of a plan, share and where they differ."""
    day = day_of(on)
    return figure(
        request,
        service,
        include,
        format,
        lambda graph: thread.compare(graph, first, second, plans=plans, on=day),
    )


@router.get("/partners", summary="What each partner leads")
def partners(
    request: Request,
    service: TheService,
    area: Area = None,
    plans: PlansGiven = "in_force",
    on: On = None,
    include: Include = None,
    format: Format = None,
) -> Response:
    """Tell how many actions each partner leads, alone or shared, late or done."""
    day = day_of(on)
    return figure(
        request,
        service,
        include,
        format,
        lambda graph: thread.partner_load(graph, area=area, plans=plans, on=day),
    )


@router.get("/indicators", summary="Observed values over time")
def indicators(
    request: Request,
    service: TheService,
    area: Area = None,
    indicator: Annotated[
        str | None, Query(description="Only this indicator.", examples=["ni-3"])
    ] = None,
    include: Include = None,
    format: Format = None,
) -> Response:
    """Tell observed values beside the outcomes that they measure, and what services cost."""
    return figure(
        request,
        service,
        include,
        format,
        lambda graph: thread.indicators(graph, area=area, indicator=indicator),
    )


@router.get("/model", summary="The long term model")
def model(
    request: Request,
    service: TheService,
    area: Area = None,
    plans: PlansGiven = "in_force",
    on: On = None,
    include: Include = None,
    format: Format = None,
) -> Response:
    """Tell the long term model of the framework, filled in from plans."""
    day = day_of(on)
    return figure(
        request,
        service,
        include,
        format,
        lambda graph: thread.long_term_model(graph, area=area, plans=plans, on=day),
    )
