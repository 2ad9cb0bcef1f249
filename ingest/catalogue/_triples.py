"""Writes the evidence catalogue as triples."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from cjgraph.namespaces import CJ, DCTERMS, RDF, RDFS, SCHEMA, SKOS, thing
from ingest.catalogue._records import Catalogue, Disagreement, Finding, Publication

_CATALOGUE = thing("source", "evidence-catalogue")


def catalogue_triples(catalogue: Catalogue) -> Iterator[Triple]:
    """Yield the triples of a catalogue, in the order of its tables.

    Publications are ``cj:EvidenceReview``, findings ``cj:Finding`` and recorded
    disagreements ``cj:Disagreement``, as the ontology's evidence part defines them.
    No triple comes twice, and there are no blank nodes.

    Args:
        catalogue: A catalogue that has been read and checked.
    """
    publications = {entry.id: entry for entry in catalogue.publications}
    for publication in catalogue.publications:
        yield from _publication(publication)
    for finding in catalogue.findings:
        yield from _finding(finding, publications[finding.publication])
    said: set[Triple] = set()
    for disagreement in catalogue.disagreements:
        for triple in _disagreement(disagreement):
            if triple not in said:
                said.add(triple)
                yield triple


class _Subject:
    """Makes triples about one thing and leaves out those without a value."""

    def __init__(self, kind: str, name: str) -> None:
        self.node = NamedNode(thing(kind, name.lower()))

    def text(self, predicate: str, *values: str, language: str | None = None) -> Iterator[Triple]:
        for value in values:
            if value:
                literal = Literal(value, language=language) if language else Literal(value)
                yield Triple(self.node, NamedNode(predicate), literal)

    def link(self, predicate: str, *addresses: str) -> Iterator[Triple]:
        for address in dict.fromkeys(addresses):
            if address:
                yield Triple(self.node, NamedNode(predicate), NamedNode(address))

    def refer(self, predicate: str, kind: str, *names: str) -> Iterator[Triple]:
        yield from self.link(predicate, *(thing(kind, name.lower()) for name in names if name))


def _publication(entry: Publication) -> Iterator[Triple]:
    own = _Subject("publication", entry.id)
    read = f"read: {entry.read_note}" if entry.read_note else ""
    notes = (entry.title_note, entry.authors_note, entry.publisher_note, entry.year_note, read)
    about = (entry.type_note, entry.note)
    yield from own.link(RDF + "type", CJ + "EvidenceReview")
    yield from own.text(SKOS + "notation", entry.id)
    yield from own.text(RDFS + "label", entry.title, language="en")
    yield from own.text(DCTERMS + "title", entry.title, language="en")
    yield from own.text(DCTERMS + "creator", *entry.authors)
    yield from own.text(DCTERMS + "publisher", entry.publisher)
    yield from own.text(SCHEMA + "datePublished", entry.year)
    # One address is the publication's own; copies and news are further reading.
    yield from own.link(SCHEMA + "url", entry.url)
    yield from own.link(RDFS + "seeAlso", *entry.other_urls)
    yield from own.text(DCTERMS + "identifier", entry.doi)
    yield from own.text(DCTERMS + "description", _joined(about), language="en")
    yield from own.refer(CJ + "publicationType", "publication-type", entry.type)
    yield from own.refer(CJ + "readLevel", "read-level", entry.read_level)
    yield from own.refer(CJ + "applicability", "applicability", entry.applicability)
    yield from own.refer(CJ + "sourceScale", "scale", entry.source_scale)
    yield from own.link(CJ + "wordingStatus", CJ + entry.confirmation)
    yield from own.text(CJ + "confirmationNote", _joined(notes), language="en")
    yield from own.link(DCTERMS + "source", _CATALOGUE, entry.address, entry.found_at)


def _finding(entry: Finding, publication: Publication) -> Iterator[Triple]:
    own = _Subject("finding", entry.id)
    label = f"{publication.title} — {entry.id.partition('-')[2]}"
    maryland = f"maryland-{entry.design_level}" if entry.design_level else ""
    grade = f"grade-{entry.certainty}" if entry.certainty else ""
    yield from own.link(RDF + "type", CJ + "Finding")
    yield from own.text(SKOS + "notation", entry.id)
    yield from own.text(RDFS + "label", label, language="en")
    yield from own.text(CJ + "text", entry.text)
    yield from own.refer(CJ + "fromPublication", "publication", entry.publication)
    yield from own.refer(CJ + "stance", "stance", entry.stance)
    yield from own.text(CJ + "ownLabel", entry.own_label)
    yield from own.refer(CJ + "designLevel", "strength", maryland)
    yield from own.text(CJ + "designNote", entry.design_note, language="en")
    yield from own.refer(CJ + "certainty", "strength", grade)
    yield from own.text(CJ + "effectSize", entry.effect_size)
    yield from own.text(CJ + "caveat", entry.caveat)
    yield from own.refer(CJ + "concernsIntervention", "intervention", *entry.interventions)
    yield from own.refer(CJ + "comparedWith", "intervention", *entry.compared_with)
    yield from own.refer(CJ + "concernsPopulation", "population", *entry.populations)
    yield from own.refer(CJ + "concernsNeed", "need", *entry.needs)
    yield from own.refer(CJ + "measuresResult", "result", *entry.results)
    for code in entry.outcomes:
        kind = "priority-action" if code.startswith("pa-") else "outcome"
        yield from own.refer(CJ + "bearsOnOutcome", kind, code)
    yield from own.text(CJ + "sourceLocator", entry.locator, language="en")
    yield from own.link(SCHEMA + "url", entry.locator_url)
    yield from own.link(DCTERMS + "source", publication.address)
    yield from own.link(CJ + "wordingStatus", CJ + entry.confirmation)
    yield from own.text(CJ + "confirmationNote", entry.confirmation_note, language="en")


def _disagreement(entry: Disagreement) -> Iterator[Triple]:
    own = _Subject("disagreement", entry.id)
    yield from own.link(RDF + "type", CJ + "Disagreement")
    yield from own.text(RDFS + "label", entry.question, language="en")
    yield from own.text(CJ + "text", entry.note)
    yield from own.refer(CJ + "disagreementOn", "finding", *entry.side_a, *entry.side_b)
    yield from own.link(CJ + "wordingStatus", CJ + "derived")
    yield from own.link(DCTERMS + "source", _CATALOGUE)
    for one in entry.side_a:
        for other in entry.side_b:
            yield from _Subject("finding", one).refer(CJ + "disagreesWith", "finding", other)
            yield from _Subject("finding", other).refer(CJ + "disagreesWith", "finding", one)


def _joined(notes: tuple[str, ...]) -> str:
    text = "; ".join(note.rstrip(".") for note in notes if note)
    return f"{text[0].upper()}{text[1:]}." if text else ""
