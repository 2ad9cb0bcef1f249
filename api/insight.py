"""``/api/v1/impact``, ``/compare``, ``/partners``, ``/indicators`` and ``/model``."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.figures import RESPONSES, Area, Day, PlansGiven, TheFigures
from cjgraph import thread

router = APIRouter(
    prefix="/api/v1", tags=["golden thread"], responses=RESPONSES, default_response_class=Response
)
_SIDE = "A Partnership, council area or plan."


@router.get("/impact", summary="What a change would do")
def impact(
    figures: TheFigures,
    day: Day,
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
) -> Response:
    """Tell what would lose its only link, or one of several."""
    return figures.give(lambda graph: thread.impact(graph, thing, plans=plans, on=day))


@router.get("/compare", summary="Two Partnerships or plans side by side")
def compare(
    figures: TheFigures,
    day: Day,
    first: Annotated[str, Query(min_length=1, description=_SIDE, examples=["Fife"])],
    second: Annotated[str, Query(min_length=1, description=_SIDE, examples=["Falkirk"])],
    plans: PlansGiven = "in_force",
) -> Response:
    """Tell what two Partnerships, or two editions of a plan, share and where they differ."""
    return figures.give(lambda graph: thread.compare(graph, first, second, plans=plans, on=day))


@router.get("/partners", summary="What each partner leads")
def partners(
    figures: TheFigures,
    day: Day,
    area: Area = None,
    plans: PlansGiven = "in_force",
) -> Response:
    """Tell how many actions each partner leads, alone or shared, late or done."""
    return figures.give(lambda graph: thread.partner_load(graph, area=area, plans=plans, on=day))


@router.get("/indicators", summary="Observed values over time")
def indicators(
    figures: TheFigures,
    area: Area = None,
    indicator: Annotated[
        str | None, Query(description="Only this indicator.", examples=["ni-3"])
    ] = None,
) -> Response:
    """Tell observed values beside the outcomes that they measure, and what services cost."""
    return figures.give(lambda graph: thread.indicators(graph, area=area, indicator=indicator))


@router.get("/model", summary="The long term model")
def model(
    figures: TheFigures,
    day: Day,
    area: Area = None,
    plans: PlansGiven = "in_force",
) -> Response:
    """Tell the long term model of the framework, filled in from plans."""
    return figures.give(lambda graph: thread.long_term_model(graph, area=area, plans=plans, on=day))
