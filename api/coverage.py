"""``/api/v1/coverage``: which Partnerships serve which national items, and with what."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Response

from api.figures import RESPONSES, Area, Day, PlansGiven, TheFigures
from cjgraph.errors import InputError
from cjgraph.thread import Answer, Coverage, ThreadGraph
from cjgraph.thread import coverage as work_out_coverage

router = APIRouter(prefix="/api/v1", tags=["golden thread"])


@router.get(
    "/coverage",
    summary="Coverage of national outcomes by Partnership",
    responses=RESPONSES,
    response_class=Response,
)
def coverage(
    figures: TheFigures,
    day: Day,
    of: Annotated[
        Literal["outcomes", "priority-actions", "aims", "national-outcomes", "needs", "checklist"],
        Query(description="What the columns are."),
    ] = "outcomes",
    edition: Annotated[
        str, Query(description="current, 2016, 2023 or the code of a framework.", max_length=200)
    ] = "current",
    rows: Annotated[
        Literal["partnership", "plan"], Query(description="What a row is.")
    ] = "partnership",
    area: Area = None,
    cell: Annotated[
        str | None,
        Query(description='Adds what lies behind a cell, as "Fife,ndo-3", to the JSON.'),
    ] = None,
    plans: PlansGiven = "in_force",
    judgements: Annotated[
        bool, Query(description="Add what only this service judges; it is never counted.")
    ] = False,
) -> Response:
    """Count for each Partnership the actions that lead to each national item.

    Only what plans themselves state is counted. What a mapping carries over from an older
    framework, and what this service judges, is told beside the count. A Partnership without
    a plan is a row that says so and how to load one.
    """

    def work(graph: ThreadGraph) -> Answer:
        return work_out_coverage(
            graph,
            columns=of.replace("-", "_"),  # type: ignore[arg-type]
            rows=rows,
            edition=edition,
            plans=plans,
            on=day,
            judgements=judgements or of == "national-outcomes",
            area=area,
        )

    return figures.give(work, _behind(cell) if cell else None)


def _behind(cell: str) -> Any:
    row, comma, column = cell.rpartition(",")
    if not comma or not row.strip() or not column.strip():
        raise InputError(f"cell takes an area and a code, as \"Fife,ndo-3\", not '{cell[:100]}'.")

    def behind(found: Coverage) -> dict[str, Any]:
        chosen = found.cell(row.strip(), column.strip())
        return {"cell": {"row": chosen.row, "column": chosen.column, "lines": found.drill(chosen)}}

    return behind
