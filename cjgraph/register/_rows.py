"""Reads from a snapshot what deadlines are worked out from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cjgraph.store import Snapshot

_ENTRIES = """
SELECT ?partnership ?name ?entry ?kind ?status ?title ?start ?end ?published WHERE {
  ?partnership a cj:CommunityJusticePartnership ; rdfs:label ?name .
  OPTIONAL {
    ?entry a cj:RegisterEntry ; cj:registeredFor ?partnership ; rdfs:label ?title ;
           cj:documentKind/skos:notation ?kind ; cj:registerStatus/skos:notation ?status .
    OPTIONAL { ?entry cj:periodStart ?start }
    OPTIONAL { ?entry cj:periodEnd ?end }
    OPTIONAL { ?entry cj:publishedOn ?published }
  }
}
ORDER BY ?name ?entry"""

# Only community justice frameworks have a generation; others, such as the National
# Performance Framework, ask for no review of a plan.
_EDITIONS = """
SELECT ?edition ?title ?replaces ?from ?issued WHERE {
  ?edition a cj:FrameworkEdition ; cj:generation ?generation ; rdfs:label ?title .
  FILTER NOT EXISTS { ?edition cj:editionStatus cj:draft }
  OPTIONAL { ?edition cj:replacesEdition ?replaces }
  OPTIONAL { ?edition cj:validFrom ?from }
  OPTIONAL { ?edition dcterms:issued ?issued . FILTER(DATATYPE(?issued) = xsd:date) }
}
ORDER BY ?edition"""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A Partnership and one entry of the register about it, or none.

    Args:
        partnership: IRI of the Partnership.
        name: Its name.
        entry: IRI of the entry, or None where the Partnership has none.
        kind: What the document is: ``cjoip``, ``annual-report``, ``loip`` and so on.
        status: ``published``, ``replaced`` or ``not-known``.
        title: Title of the document.
        start: First day of its period.
        end: Last day of its period.
        published: Day on which it was published.
    """

    partnership: str
    name: str
    entry: str | None = None
    kind: str = ""
    status: str = ""
    title: str = ""
    start: date | None = None
    end: date | None = None
    published: date | None = None

    @property
    def made(self) -> date | None:
        """The day that tells which of two documents is newer."""
        return self.published or self.start


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition of a community justice strategy or framework.

    Args:
        iri: Its IRI.
        title: Its title.
        published: The day it was published, else the day it came into force.
        replaces: IRI of the edition that it replaced, or None for the first.
    """

    iri: str
    title: str
    published: date | None
    replaces: str | None = None


def register_rows(snapshot: Snapshot) -> list[RegisterRow]:
    """Read every Partnership with its entries in the register.

    Args:
        snapshot: What is read.

    Returns:
        One row an entry, and one without an entry for a Partnership that has none.
    """
    return [
        RegisterRow(
            partnership=row["partnership"],
            name=row["name"],
            entry=row.get("entry"),
            kind=row.get("kind", ""),
            status=row.get("status", ""),
            title=row.get("title", ""),
            start=_day(row.get("start")),
            end=_day(row.get("end")),
            published=_day(row.get("published")),
        )
        for row in snapshot.rows(_ENTRIES)
    ]


def edition_rows(snapshot: Snapshot) -> list[EditionRow]:
    """Read the editions of the community justice strategy and framework, drafts left out.

    Args:
        snapshot: What is read.
    """
    return [
        EditionRow(
            iri=row["edition"],
            title=row["title"],
            published=_day(row.get("issued") or row.get("from")),
            replaces=row.get("replaces"),
        )
        for row in snapshot.rows(_EDITIONS)
    ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
