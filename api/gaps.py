"""``/api/v1/gaps``, ``/breaks`` and ``/single-points``: where things do not meet."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.days import day_of
from api.figures import RESPONSES, Area, Format, Include, On, PlansGiven, figure
from api.state import TheService
from cjgraph import thread

router = APIRouter(
    prefix="/api/v1", tags=["golden thread"], responses=RESPONSES, default_response_class=Response
)


@router.get("/gaps", summary="Gaps between needs, services and evidence")
def gaps(
    request: Request,
    service: TheService,
    area: Area = None,
    plans: PlansGiven = "in_force",
    on: On = None,
    include: Include = None,
    format: Format = None,
) -> Response:
    """Tell needs without a service, services without evidence, duplication and what is not known.

    A gap is told only where both sides are in the data.
    """
    day = day_of(on)
    return figure(
        request,
        service,
        include,
        format,
        lambda graph: thread.gaps(graph, area=area, plans=plans, on=day),
    )


@router.get("/breaks", summary="Where golden threads break")
def breaks(
    request: Request,
    service: TheService,
    area: Area = None,
    plans: PlansGiven = "in_force",
    on: On = None,
    include: Include = None,
    format: Format = None,
) -> Response:
    """Tell every break in the threads of plans, with what would mend it."""
    day = day_of(on)
    return figure(
        request,
        service,
        include,
        format,
        lambda graph: thread.thread_breaks(graph, area, plans=plans, on=day),
    )


@router.get("/single-points", summary="What alone an outcome rests on")
def single_points(
    request: Request,
    service: TheService,
    area: Area = None,
    plans: PlansGiven = "in_force",
    on: On = None,
    include: Include = None,
    format: Format = None,
) -> Response:
    """Tell the partners, services, actions and objectives on which alone an outcome rests."""
    day = day_of(on)
    return figure(
        request,
        service,
        include,
        format,
        lambda graph: thread.single_points(graph, area=area, plans=plans, on=day),
    )
