"""Where the framework or the Act asks for what a rule checks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cjgraph.advice._memory import SnapshotMemory
from cjgraph.advice._rules import RuleAdvice
from cjgraph.store import Snapshot

#: What is its own source is who made the rules up, not a document that asks for anything.
_SOURCES: Final = """
SELECT ?source ?title ?url ?whole WHERE {
  { ?source a cj:SourceDocument } UNION { ?source a cj:StatutoryProvision }
  ?source rdfs:label ?title .
  FILTER NOT EXISTS { ?source dcterms:source ?source }
  OPTIONAL { ?source schema:url ?url }
  OPTIONAL { ?source a cj:StatutoryProvision ; dcterms:isPartOf/rdfs:label ?whole }
} ORDER BY ?source ?url"""


def pages_of(snapshot: Snapshot, rules: Iterable[RuleAdvice]) -> dict[str, dict[str, str]]:
    """Return, for each rule, the page to read: ``title``, ``place`` and ``url``.

    A rule of our own making, which no document asks for, has no page. The address is empty
    where no public one is known.

    Args:
        snapshot: Holds the sources.
        rules: What each rule offers.
    """
    sources = _sources(snapshot)
    return {rule.iri: _page(rule, sources[rule.source]) for rule in rules if rule.source in sources}


def _page(rule: RuleAdvice, source: dict[str, str]) -> dict[str, str]:
    """Name the document and the place; a section of an Act is the place itself."""
    title, whole = source["title"], source.get("whole")
    place = rule.place.replace("p. ", "page ", 1) if rule.place.startswith("p. ") else rule.place
    if whole:
        title, place = whole, title
    return {"title": title, "place": place, "url": source.get("url", "")}


def _read(snapshot: Snapshot, include: frozenset[str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in snapshot.rows(_SOURCES):
        found.setdefault(row["source"], row)
    return found


_sources: Final = SnapshotMemory(_read)
