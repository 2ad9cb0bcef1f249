"""The words of the national outcomes and their indicators, as the vocabularies have them."""

from __future__ import annotations

from functools import cache

from rdflib import SKOS, URIRef

from cjgraph.namespaces import CJ, thing
from tests.tools.mutants.graphs import framework


@cache
def national_words(code: str) -> str:
    """Return the words of a national outcome, such as ``ndo-3`` or ``o-4``."""
    return str(framework().value(URIRef(thing("outcome", code)), SKOS.prefLabel))


@cache
def indicator_words(code: str) -> str:
    """Return the words of the first indicators of a national outcome."""
    measures = framework().objects(URIRef(thing("outcome", code)), URIRef(CJ + "measuredBy"))
    named = sorted(measures, key=str)
    own = [n for n in named if not str(n).endswith("/ni-10")][:2]
    return "; ".join(str(framework().value(n, SKOS.prefLabel)) for n in own)
