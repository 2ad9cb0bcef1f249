"""``/api/v1/gaps``, ``/breaks`` and ``/single-points``: where things do not meet."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.figures import RESPONSES, Area, Day, PlansGiven, TheFigures
from cjgraph import thread

router = APIRouter(
    prefix="/api/v1", tags=["golden thread"], responses=RESPONSES, default_response_class=Response
)


@router.get("/gaps", summary="Gaps between needs, services and evidence")
def gaps(
    figures: TheFigures,
    day: Day,
    area: Area = None,
    plans: PlansGiven = "in_force",
) -> Response:
    """Tell needs without a service, services without evidence, duplication and what is not known.

    A gap is told only where both sides are in the data.
    """
    return figures.give(lambda graph: thread.gaps(graph, area=area, plans=plans, on=day))


@router.get("/breaks", summary="Where golden threads break")
def breaks(
    figures: TheFigures,
    day: Day,
    area: Area = None,
    plans: PlansGiven = "in_force",
) -> Response:
    """Tell every break in the threads of plans, with what would mend it."""
    return figures.give(lambda graph: thread.thread_breaks(graph, area, plans=plans, on=day))


@router.get("/single-points", summary="What alone an outcome rests on")
def single_points(
    figures: TheFigures,
    day: Day,
    area: Area = None,
    plans: PlansGiven = "in_force",
) -> Response:
    """Tell the partners, services, actions and objectives on which alone an outcome rests."""
    return figures.give(lambda graph: thread.single_points(graph, area=area, plans=plans, on=day))
