"""Result formats and how a client's Accept header chooses one.

Source: SPARQL 1.1 Protocol, section 2.1.6; RFC 9110, section 12.5.1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox


@dataclass(frozen=True, slots=True)
class ResultFormat:
    """A format that results or graphs are written in.

    Args:
        name: The short name, as in ``?format=csv`` or ``--format csv``.
        media_type: The main media type.
        also: Other media types that ask for the same.
        code: The engine's own value.
    """

    name: str
    media_type: str
    also: tuple[str, ...]
    code: ox.QueryResultsFormat | ox.RdfFormat


RESULT_FORMATS: Final = (
    ResultFormat(
        "json", "application/sparql-results+json", ("application/json",), ox.QueryResultsFormat.JSON
    ),
    ResultFormat(
        "xml",
        "application/sparql-results+xml",
        ("application/xml", "text/xml"),
        ox.QueryResultsFormat.XML,
    ),
    ResultFormat("csv", "text/csv", (), ox.QueryResultsFormat.CSV),
    ResultFormat("tsv", "text/tab-separated-values", (), ox.QueryResultsFormat.TSV),
)

GRAPH_FORMATS: Final = (
    ResultFormat("turtle", "text/turtle", ("application/x-turtle",), ox.RdfFormat.TURTLE),
    ResultFormat("jsonld", "application/ld+json", ("application/json",), ox.RdfFormat.JSON_LD),
    ResultFormat("ntriples", "application/n-triples", ("text/plain",), ox.RdfFormat.N_TRIPLES),
    ResultFormat(
        "rdfxml",
        "application/rdf+xml",
        ("application/xml", "text/xml"),
        ox.RdfFormat.RDF_XML,
    ),
)


def format_named(name: str) -> ResultFormat | None:
    """Return the format with a short name, or None where there is none.

    Args:
        name: Such as ``"csv"`` or ``"turtle"``.
    """
    return next((f for f in (*RESULT_FORMATS, *GRAPH_FORMATS) if f.name == name), None)


def negotiate(accept: str, offers: Sequence[ResultFormat]) -> ResultFormat | None:
    """Choose the format that a client prefers.

    Args:
        accept: The Accept header; empty means anything.
        offers: The formats on offer, best first.

    Returns:
        The chosen format, or None where none is acceptable.
    """
    best: tuple[float, int] | None = None
    chosen: ResultFormat | None = None
    ranges = _ranges(accept) or [("*", "*", 1.0)]
    for place, offer in enumerate(offers):
        exact = [(k, s, q) for k, s, q in ranges if "*" not in (k, s)]
        quality = max(
            _quality(offer.media_type, ranges),
            *(_quality(media, exact) for media in offer.also),
            0.0,
        )
        if quality > 0 and (best is None or (quality, -place) > best):
            best, chosen = (quality, -place), offer
    return chosen


def _ranges(accept: str) -> list[tuple[str, str, float]]:
    found = []
    for part in accept.split(","):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        if "/" not in media:
            continue
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "q":
                try:
                    quality = min(max(float(value), 0.0), 1.0)
                except ValueError:
                    quality = 0.0
        kind, _, subtype = media.lower().partition("/")
        found.append((kind, subtype, quality))
    return found


def _quality(media: str, ranges: Sequence[tuple[str, str, float]]) -> float:
    """Return the weight of a media type: the most specific range that fits decides."""
    kind, _, subtype = media.partition("/")
    fitting = [
        ((k != "*") + (s != "*"), q)
        for k, s, q in ranges
        if k in ("*", kind) and s in ("*", subtype)
    ]
    return max(fitting)[1] if fitting else 0.0
