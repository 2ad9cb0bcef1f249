"""``/shapes``: the rules that plans are checked by, for readers and for machines.

Source: Best Practice Recipes for Publishing RDF Vocabularies, W3C Note; RFC 9110,
section 12.5.1.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from fastapi import APIRouter, FastAPI, Request, Response

from api.problem import Problem, problem
from api.tags import is_held, weak_tag
from api.templating import environment
from cjgraph import __version__
from cjgraph.publish import RuleBook, rule_book, rules_turtle
from cjgraph.publish._rulebook import how_serious
from cjgraph.sparql import ResultFormat, negotiate

_HERE = Path(__file__).resolve().parent

#: Each has a code only because every offer has one; it is never used to write a graph.
_OFFERS = (
    ResultFormat("html", "text/html", ("application/xhtml+xml",), ox.RdfFormat.TURTLE),
    ResultFormat("ttl", "text/turtle", ("application/x-turtle",), ox.RdfFormat.TURTLE),
    ResultFormat("json", "application/json", (), ox.RdfFormat.TURTLE),
)
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"content": {offer.media_type: {} for offer in _OFFERS}, "description": "The rules."},
    404: {"model": Problem, "description": "There is no such rule."},
    406: {"model": Problem, "description": "None of the formats asked for is on offer."},
}

router = APIRouter(tags=["Rules"])


def register(app: FastAPI) -> None:
    """Add the addresses below ``/shapes`` to an application."""
    app.include_router(router)


@router.get("/shapes", summary="All rules, in the format asked for", responses=_RESPONSES)
def shapes(request: Request) -> Response:
    """Answer with the page or, where the client prefers data, with the rules themselves."""
    return _answer(request, None)


@router.get("/shapes.{ending}", summary="All rules as a file: ttl or json", responses=_RESPONSES)
def shapes_file(ending: str, request: Request) -> Response:
    """Answer with one format, whatever the client says it prefers."""
    chosen = next((o for o in _OFFERS if o.name == ending), None)
    if chosen is None:
        return problem(404, f"There is no shapes.{ending}.", "There are shapes.ttl, shapes.json.")
    return _sent(request, chosen, None)


@router.get("/shapes/{name}", summary="One rule, in the format asked for", responses=_RESPONSES)
def shape(name: str, request: Request) -> Response:
    """Answer with the page of one rule or, where the client prefers data, with the rule."""
    return _answer(request, name)


def rules_page(book: RuleBook, name: str | None = None, *, alone: bool = False) -> str:
    """Return the rules as a page.

    Args:
        book: The rules.
        name: One rule; all of them where None is given.
        alone: Whether the page stands by itself, as one file, with its style inside.

    Raises:
        UnknownThing: There is no such rule.
    """
    static = _HERE / "static"
    sheets = ("ontology.css", "shapes.css")
    template = "shapes.html" if name is None else "shape.html"
    chapter, entry = book.entry(name) if name is not None else (None, None)
    return (
        environment()
        .get_template(template)
        .render(
            book=book,
            chapter=chapter,
            entry=entry,
            how_serious=how_serious,
            style="".join((static / s).read_text("utf-8") for s in sheets) if alone else "",
            sheets=[f"/static/{s}" for s in sheets],
            software=__version__,
        )
    )


def _answer(request: Request, name: str | None) -> Response:
    chosen = negotiate(request.headers.get("accept", ""), _OFFERS)
    if chosen is None:
        offered = ", ".join(offer.media_type for offer in _OFFERS)
        detail = "The rules can't be given in that format."
        return problem(406, detail, f"On offer: {offered}.", {"Vary": "Accept"})
    return _sent(request, chosen, name)


def _sent(request: Request, chosen: ResultFormat, name: str | None) -> Response:
    # What is asked for is a part of the key: a name that is no rule's must not fill the shelf.
    book = rule_book()
    if name is not None:
        book.entry(name)
    body = _body(chosen.name, name, book.sha256)
    tag = weak_tag(body)
    headers = {"ETag": tag, "Vary": "Accept", "Access-Control-Allow-Origin": "*"}
    if is_held(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=chosen.media_type, headers=headers)


@lru_cache(maxsize=512)
def _body(kind: str, name: str | None, sha256: str) -> bytes:
    """Return what is sent; made once for each version of the rules.

    Args:
        kind: ``html``, ``ttl`` or ``json``.
        name: One rule, or None for all.
        sha256: Hash of the rules, so that new rules are made anew.
    """
    if kind == "ttl":
        return rules_turtle(name)
    book = rule_book()
    if kind == "html":
        return rules_page(book, name).encode()
    told: Any = book.to_json()
    if name is not None:
        from dataclasses import asdict

        chapter, entry = book.entry(name)
        version = {"version": book.version, "sha256": sha256, "tier": chapter.tier}
        told = asdict(entry) | version
    return json.dumps(told, ensure_ascii=False, indent=2).encode()
