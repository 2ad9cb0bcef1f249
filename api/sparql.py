"""``/sparql``: open queries for researchers.

Source: SPARQL 1.1 Protocol, section 2.1.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request, Response
from fastapi.params import Query
from starlette.datastructures import FormData, QueryParams

from api.problem import Problem, problem
from api.state import TheService
from cjgraph.errors import EmptyQuery, InputError, QueryRefused
from cjgraph.namespaces import GRAPH
from cjgraph.sparql import (
    GRAPH_FORMATS,
    RESULT_FORMATS,
    CheckedQuery,
    QueryForm,
    ResultFormat,
    check_query,
    format_named,
    negotiate,
)
from cjgraph.sparql._task import query_task
from cjgraph.store._snapshot import INCLUDABLE

router = APIRouter(tags=["SPARQL"])

_ANSWERS: dict[str, dict[str, str]] = {
    offer.media_type: {} for offer in (*RESULT_FORMATS, *GRAPH_FORMATS)
}
_RESPONSES = {
    200: {"content": _ANSWERS, "description": "The whole answer."},
    **{code: {"model": Problem} for code in (400, 406, 413, 415, 503, 504)},
}


@router.get("/sparql", summary="Ask in SPARQL", responses=_RESPONSES)  # type: ignore[arg-type]
async def get_sparql(
    request: Request,
    service: TheService,
    query: Annotated[str, Query(description="A SPARQL query.")] = "",
    format: Annotated[str, Query(description="json, csv, ... instead of Accept.")] = "",
) -> Response:
    """Answer a query given in the address."""
    return await _answer(request, service, query, request.query_params)


@router.post("/sparql", summary="Ask in SPARQL", responses=_RESPONSES)  # type: ignore[arg-type]
async def post_sparql(request: Request, service: TheService) -> Response:
    """Answer a query given as a form or as the body itself."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        form = await request.form()
        if "update" in form:
            raise QueryRefused("Updates are not taken here; this endpoint only answers queries.")
        return await _answer(request, service, str(form.get("query", "")), form)
    if kind == "application/sparql-query":
        try:
            text = (await request.body()).decode("utf-8")
        except UnicodeDecodeError as error:
            raise InputError(f"The query is not text in UTF-8: byte {error.start}.") from error
        return await _answer(request, service, text, request.query_params)
    if kind == "application/sparql-update":
        raise QueryRefused("Updates are not taken here; this endpoint only answers queries.")
    return problem(
        415,
        f"A query can't be sent as '{kind or 'nothing'}'.",
        "Send application/sparql-query or application/x-www-form-urlencoded.",
    )


async def _answer(
    request: Request, service: TheService, text: str, given: QueryParams | FormData
) -> Response:
    if not text.strip():
        raise EmptyQuery("There is no query.", hint="Give one as the parameter 'query'.")
    checked = check_query(text)
    chosen = _format(request, checked, str(given.get("format", "")))
    if isinstance(chosen, Response):
        return chosen
    settings = service.settings
    result = await service.query_pool().arun(
        query_task,
        settings.query_seconds,
        checked,
        chosen.name,
        settings.result_bytes,
        _included(given),
        _graphs(given, "default-graph-uri"),
        _graphs(given, "named-graph-uri"),
    )
    return Response(
        result.body,
        media_type=result.media_type,
        headers={"Vary": "Accept"},
    )


def _format(request: Request, query: CheckedQuery, name: str) -> ResultFormat | Response:
    is_graph = query.form in (QueryForm.CONSTRUCT, QueryForm.DESCRIBE)
    offers = GRAPH_FORMATS if is_graph else RESULT_FORMATS
    chosen = format_named(name) if name else negotiate(request.headers.get("accept", ""), offers)
    if chosen is not None and chosen in offers:
        return chosen
    known = ", ".join(offer.media_type for offer in offers)
    return problem(406, "The answer can't be given in that format.", f"On offer: {known}.")


def _included(given: QueryParams | FormData) -> frozenset[str]:
    wanted = frozenset(str(name) for name in given.getlist("include"))
    for name in sorted(wanted - set(INCLUDABLE)):
        raise InputError(f"include takes {' or '.join(INCLUDABLE)}, not '{name}'.")
    return wanted


def _graphs(given: QueryParams | FormData, name: str) -> tuple[str, ...]:
    graphs = tuple(str(iri) for iri in given.getlist(name))
    for iri in graphs:
        if not iri.startswith(GRAPH):
            raise QueryRefused(f"{name} names {iri}, which is no graph of this store.")
    return graphs
