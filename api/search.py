"""``/api/v1/search``: evidence for a question or a plan's sentence."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from pydantic import BaseModel, Field

from api.problem import Problem
from api.state import TheService
from cjgraph.errors import EmptyQuery, InputError
from cjgraph.search import SearchFilters

router = APIRouter(prefix="/api/v1", tags=["evidence"])

_MANY = Query(description="May be given several times; any of them fits.")


#: What the route takes; a test compares it with the description of the interface.
_PARAMETERS = frozenset(
    {
        "q", "limit", "need", "outcome", "intervention", "population", "stance", "country",
        "year_from", "year_to",
    }
)  # fmt: skip


class SearchReply(BaseModel):
    """The answer to a search."""

    id: str | None
    query: str = Field(description="The text as given.")
    answered: bool = Field(description="Whether anything relevant was found.")
    searched: int = Field(description="Number of publications looked through.")
    mode: Literal["hybrid", "lexical"] = Field(
        description="lexical: by words alone, because the embedding model is not there."
    )
    note: str | None = Field(description="Why search is by words alone, or null.")
    relevance: float
    threshold: float
    results: list[dict[str, Any]] = Field(description="One row for each finding, best first.")
    nearest: list[dict[str, Any]] = Field(description="What came closest, where none answers.")
    unknown_terms: list[str] = Field(
        description="Content words that nothing in the catalogue mentions; codes not in it."
    )
    summary: dict[str, Any] = Field(description="Counts by stance, and a sentence.")


def _refuse_others(request: Request) -> None:
    """Refuse a parameter that is not known, which would else be left out without a word."""
    others = sorted(set(request.query_params) - _PARAMETERS)
    if others:
        raise HTTPException(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            f"Search has no parameter {', '.join(map(repr, others))}; "
            f"it takes: {', '.join(sorted(_PARAMETERS))}.",
        )


@router.get(
    "/search",
    summary="Find evidence of what works",
    responses={400: {"model": Problem}, 422: {"model": Problem}},
    dependencies=[Depends(_refuse_others)],
)
def search(
    service: TheService,
    q: Annotated[
        str,
        Query(
            description="A question, a plan's sentence, or words; quotation marks for exact words.",
            examples=["does supervised bail help people keep their home"],
        ),
    ],
    limit: Annotated[int, Query(ge=1, le=100, description="Most findings.")] = 10,
    need: Annotated[list[str] | None, _MANY] = None,
    outcome: Annotated[list[str] | None, _MANY] = None,
    intervention: Annotated[list[str] | None, _MANY] = None,
    population: Annotated[list[str] | None, _MANY] = None,
    stance: Annotated[list[str] | None, _MANY] = None,
    country: Annotated[list[str] | None, _MANY] = None,
    year_from: Annotated[int | None, Query(ge=1900, le=2100)] = None,
    year_to: Annotated[int | None, Query(ge=1900, le=2100)] = None,
) -> SearchReply:
    """Find findings that bear on a text, with stance, strength, caveat and place.

    A question that the catalogue knows nothing about is answered with `answered: false`.
    """
    most = service.settings.search_characters
    if not q.strip():
        raise EmptyQuery("There is nothing to look for: q is empty.")
    if len(q) > most:
        raise InputError(f"The text is {len(q):,} characters long; at most {most:,} are read.")
    filters = SearchFilters(
        needs=tuple(need or ()),
        outcomes=tuple(outcome or ()),
        interventions=tuple(intervention or ()),
        populations=tuple(population or ()),
        stances=tuple(stance or ()),
        countries=tuple(country or ()),
        year_from=year_from,
        year_to=year_to,
    )
    engine = service.engine()
    found = engine.search(q, limit=limit, filters=filters)
    note = engine.model_missing if found.mode == "lexical" else None
    return SearchReply(note=note, **found.as_json())
