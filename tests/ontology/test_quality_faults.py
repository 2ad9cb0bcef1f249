"""Plants faults one at a time in a copy of the data; exactly the matching check finds each."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable

import pyoxigraph as ox
import pytest

from cjgraph.namespaces import PREFIXES, graph
from ingest.loading import PackagedGraph, packaged_graphs
from ingest.quality import QualityFinding, quality_checks, quality_findings

#: Prefixes of the updates below, beside those of the product.
NAMES = {
    **PREFIXES,
    "need": PREFIXES["id"] + "need/",
    "outcome": PREFIXES["id"] + "outcome/",
    "edition": PREFIXES["id"] + "edition/",
    "source": PREFIXES["id"] + "source/",
    "scheme": PREFIXES["id"] + "scheme/",
    "finding": PREFIXES["id"] + "finding/",
    "publication": PREFIXES["id"] + "publication/",
    "vocabulary": graph("vocabulary") + "/",
    "model": graph("ontology") + "/",
    "catalogue": graph("catalogue") + "/",
    "foaf": "http://xmlns.com/foaf/0.1/",
}

SOURCED = "dcterms:source source:cjgraph-editors ; cj:wordingStatus cj:derived"
TERM = 'skos:definition "Invented."@en ; dcterms:source source:cjgraph-editors'
MAPPED = (
    "{ SELECT ?m ?a ?b { GRAPH ?h { ?m cj:mappingFrom ?a ; cj:mappingTo ?b } } "
    "ORDER BY ?m LIMIT 1 }"
)


def add(where: str, triples: str) -> str:
    """Return the update that adds statements to a file's graph."""
    return f"INSERT DATA {{ GRAPH {where} {{ {triples} }} }}"


def drop(pattern: str) -> str:
    """Return the update that takes all matching statements away, wherever they stand."""
    return f"DELETE WHERE {{ GRAPH ?g {{ {pattern} }} }}"


def swap(old: str, new: str, where: str = "") -> str:
    """Return the update that puts statements in the place of others in their graph."""
    return (
        f"DELETE {{ GRAPH ?g {{ {old} }} }} INSERT {{ GRAPH ?g {{ {new} }} }} "
        f"WHERE {{ {where} GRAPH ?g {{ {old} }} }}"
    )


NEEDS, MODEL, EVIDENCE = "vocabulary:needs", "model:service", "catalogue:evidence"
EDITIONS = "vocabulary:framework-editions"

#: The check that must find it, and the fault.
FAULTS: list[tuple[str, str]] = [
    ("label-missing", drop("need:housing skos:prefLabel ?o")),
    ("label-missing", drop("cj:Need rdfs:label ?o")),
    (
        "concept-without-preferred-label",
        swap("need:housing skos:prefLabel ?o", "need:housing rdfs:label ?o"),
    ),
    ("label-doubled", add(NEEDS, 'need:housing skos:prefLabel "Homes"@en')),
    ("label-doubled", add(MODEL, 'cj:Need rdfs:label "want"@en')),
    ("label-without-language", add(NEEDS, 'need:housing skos:scopeNote "No tag here."')),
    ("label-in-other-language", add(NEEDS, 'need:housing skos:altLabel "Wohnung"@de')),
    ("label-unprintable", add(NEEDS, r'need:housing skos:altLabel "hou\u200Bse"@en')),
    ("label-unprintable", add(NEEDS, 'need:housing skos:altLabel ""@en')),
    ("label-unprintable", add(NEEDS, 'need:housing skos:altLabel "a flat "@en')),
    (
        "label-shared",
        swap(
            "need:physical-health skos:prefLabel ?o",
            'need:physical-health skos:prefLabel "housing"@en',
        ),
    ),
    ("label-overlap", add(NEEDS, 'need:housing skos:altLabel "physical health"@en')),
    ("alternative-label-shared", add(NEEDS, 'need:housing skos:altLabel "Dentist"@en')),
    ("alternative-label-repeats", add(NEEDS, 'need:housing skos:altLabel "Housing"@en')),
    ("term-label-shared", swap("cj:Need rdfs:label ?o", 'cj:Need rdfs:label "service"@en')),
    ("definition-missing-in-model", drop("cj:Need skos:definition ?o")),
    ("definition-missing", drop("need:housing skos:definition ?o")),
    (
        "definition-repeats-label",
        swap("need:housing skos:definition ?o", 'need:housing skos:definition "Housing."@en'),
    ),
    ("source-missing", drop("need:housing dcterms:source ?o")),
    ("source-missing", swap("cj:Need dcterms:source ?o", 'cj:Need dcterms:source "a book"')),
    ("wording-status-missing", drop("need:housing cj:wordingStatus ?o")),
    (
        "unconfirmed-without-note",
        "DELETE { GRAPH ?g { need:housing cj:wordingStatus ?o ; cj:confirmationNote ?n } } "
        "INSERT { GRAPH ?g { need:housing cj:wordingStatus cj:unconfirmed } } "
        "WHERE { GRAPH ?g { need:housing cj:wordingStatus ?o ; cj:confirmationNote ?n } }",
    ),
    (
        "ontology-header-incomplete",
        drop("?s a owl:Ontology ; dcterms:license ?o").replace(
            "DELETE WHERE", "DELETE { GRAPH ?g { ?s dcterms:license ?o } } WHERE"
        ),
    ),
    ("licence-unclear", swap("?s dcterms:license ?o", '?s dcterms:license "CC BY"')),
    (
        "version-mismatch",
        swap("?s owl:versionInfo ?o", '?s owl:versionInfo "99"', "GRAPH ?g { ?s a owl:Ontology }"),
    ),
    ("notation-doubled", add(NEEDS, 'need:physical-health skos:notation "housing"')),
    (
        "identifier-doubled",
        "DELETE { GRAPH ?g { ?s skos:notation ?o } } "
        "INSERT { GRAPH ?g { ?s skos:notation 'EV003' } } WHERE { { SELECT ?g ?s ?o { "
        "GRAPH ?g { ?s a cj:EvidenceReview ; skos:notation ?o } "
        "FILTER NOT EXISTS { GRAPH ?g { ?f cj:fromPublication ?s } } } ORDER BY ?s LIMIT 1 } }",
    ),
    (
        "concept-without-scheme",
        "DELETE { GRAPH ?g { need:housing ?p ?o } } "
        "WHERE { GRAPH ?g { need:housing ?p ?o FILTER (?o = scheme:needs) } }",
    ),
    ("scheme-of-other-type", add(NEEDS, "need:housing skos:inScheme need:physical-health")),
    (
        "scheme-empty",
        add(
            NEEDS,
            f'scheme:none a skos:ConceptScheme ; rdfs:label "None"@en ; {SOURCED} ;'
            'skos:definition "Invented and empty."@en',
        ),
    ),
    ("scheme-without-top-concept", drop("?s skos:topConceptOf scheme:needs")),
    ("top-concept-with-broader", add(NEEDS, "need:physical-health skos:broader need:housing")),
    ("concept-outside-tree", drop("need:housing skos:topConceptOf ?o")),
    (
        "broader-cycle",
        "DELETE { GRAPH ?g { ?s skos:topConceptOf ?o } } INSERT { GRAPH ?g { "
        "need:housing skos:broader need:physical-health . need:physical-health "
        "skos:broader need:housing } } "
        "WHERE { VALUES ?s { need:housing need:physical-health } GRAPH ?g { ?s "
        "skos:topConceptOf ?o } }",
    ),
    (
        "broader-missing",
        swap("need:housing skos:topConceptOf ?o", "need:housing skos:broader need:none"),
    ),
    (
        "broader-across-schemes",
        swap("need:housing skos:topConceptOf ?o", "need:housing skos:broader outcome:o-4"),
    ),
    ("relation-to-no-concept", add(NEEDS, "need:housing skos:related source:opif-2016")),
    (
        "related-and-broader",
        "INSERT { GRAPH ?g { ?a skos:related ?b } } WHERE { "
        "{ SELECT ?g ?a ?b { GRAPH ?g { ?a skos:broader ?b } } ORDER BY ?a LIMIT 1 } }",
    ),
    ("related-to-itself", add(NEEDS, "need:housing skos:related need:housing")),
    ("mapping-missing", add(NEEDS, "need:housing skos:closeMatch need:none")),
    ("mapping-to-itself", add(NEEDS, "need:housing skos:exactMatch need:housing")),
    ("mapping-within-scheme", add(NEEDS, "need:housing skos:closeMatch need:physical-health")),
    (
        "mapping-clash",
        "INSERT { GRAPH vocabulary:edition-mappings { ?a skos:exactMatch ?b ; "
        "skos:relatedMatch ?b } } "
        f"WHERE {{ {MAPPED} }}",
    ),
    (
        "mapping-contradicts",
        "INSERT { GRAPH vocabulary:edition-mappings { ?a skos:broadMatch ?b ; "
        "skos:narrowMatch ?b } } "
        f"WHERE {{ {MAPPED} }}",
    ),
    ("mapping-without-reason", add(NEEDS, "need:housing skos:closeMatch outcome:o-4")),
    (
        "mapping-record-without-match",
        f"DELETE {{ GRAPH ?any {{ ?a ?match ?b }} }} WHERE {{ {MAPPED} GRAPH ?any {{ ?a "
        f"?match ?b }} }}",
    ),
    (
        "edition-mapping-incomplete",
        f"DELETE {{ GRAPH ?g {{ ?m cj:confidence ?o }} }} WHERE {{ {MAPPED} GRAPH ?g {{ "
        f"?m cj:confidence ?o }} }}",
    ),
    ("reference-dangling", add(NEEDS, "need:housing dcterms:source source:none")),
    ("replaced-edition-missing", add(EDITIONS, "edition:npf-2007 cj:replacesEdition edition:none")),
    ("finding-outcome-missing", add(EVIDENCE, "finding:ev003-f5 cj:bearsOnOutcome outcome:ndo-99")),
    (
        "name-malformed",
        add(
            NEEDS,
            f'need:Bad_Name a cj:Need ; skos:prefLabel "Invented"@en ; {SOURCED} ; '
            'skos:definition "A need with a bad name."@en ; skos:inScheme scheme:needs ; '
            "skos:topConceptOf scheme:needs",
        ),
    ),
    ("term-undeclared", add(NEEDS, 'need:housing cj:colour "blue"')),
    (
        "term-undeclared",
        add(NEEDS, "need:housing cj:wordingStatus cj:sure").replace(
            "INSERT DATA",
            "DELETE WHERE { GRAPH ?g { need:housing cj:wordingStatus ?o } } ; INSERT DATA",
        ),
    ),
    ("external-term-undeclared", add(NEEDS, 'need:housing foaf:name "house"')),
    ("term-in-no-module", drop("cj:Need rdfs:isDefinedBy ?o")),
    (
        "class-unconnected",
        add(
            MODEL,
            f'cj:Loose a owl:Class ; rdfs:label "loose"@en ; {TERM} ; rdfs:isDefinedBy cj:Need',
        ),
    ),
    (
        "property-open",
        add(
            MODEL,
            f'cj:loose a owl:ObjectProperty ; rdfs:label "loose"@en ; {TERM} ; '
            "rdfs:isDefinedBy cj:Need",
        ),
    ),
    ("inverse-missing", drop("cj:leadsAction owl:inverseOf ?o")),
    ("thread-property-loose", drop("cj:actionForOutcome rdfs:range ?o")),
    ("model-cycle", add(MODEL, "cj:PlanItem rdfs:subClassOf cj:Action")),
    ("model-cycle", add(MODEL, "cj:disagreesWith rdfs:subPropertyOf cj:disagreesWith")),
    ("disjoint-classes-shared", add(NEEDS, "need:housing a cj:Intervention")),
    ("domain-misuse", add(NEEDS, 'need:housing cj:caveat "Only in dry weather."')),
    ("range-misuse", add(EVIDENCE, "finding:ev003-f5 cj:concernsNeed outcome:o-4")),
    ("value-of-wrong-kind", add(EVIDENCE, 'finding:ev003-f5 cj:concernsNeed "housing"')),
    ("value-of-wrong-kind", add(EVIDENCE, "finding:ev003-f5 cj:effectSize need:housing")),
    ("datatype-wrong", add(EVIDENCE, 'finding:ev003-f5 cj:effectSize "5 %"@en')),
    (
        "datatype-wrong",
        swap("?s cj:position ?o", '?s cj:position "one"', "VALUES ?s { <id:aim> }").replace(
            "<id:aim>", f"<{PREFIXES['id']}aim/aim-1>"
        ),
    ),
    (
        "date-wrong",
        swap("edition:opif-2016 cj:validTo ?o", 'edition:opif-2016 cj:validTo "2023"^^xsd:gYear'),
    ),
    (
        "value-ill-formed",
        swap(
            "edition:opif-2016 cj:validTo ?o", 'edition:opif-2016 cj:validTo "2023-02-31"^^xsd:date'
        ),
    ),
    (
        "value-ill-formed",
        swap(
            "edition:npf-2016 dcterms:issued ?o", 'edition:npf-2016 dcterms:issued "16"^^xsd:gYear'
        ),
    ),
    (
        "probability-out-of-range",
        "DELETE { GRAPH ?g { ?s cj:confidence ?o } } INSERT { GRAPH ?g { ?s "
        "cj:confidence 1.5 } } WHERE "
        "{ { SELECT ?g ?s ?o { GRAPH ?g { ?s a cj:ServiceJudgement ; cj:confidence ?o } "
        "} ORDER BY ?s LIMIT 1 } }",
    ),
    ("fact-doubled", add(EVIDENCE, f"finding:ev003-f5 cj:stance <{PREFIXES['id']}stance/against>")),
    ("fact-doubled", add(EDITIONS, 'edition:opif-2016 cj:validTo "2023-03-30"^^xsd:date')),
    (
        "position-shared",
        swap(
            "?s cj:position ?o", "?s cj:position 1", f"VALUES ?s {{ <{PREFIXES['id']}aim/aim-2> }}"
        ),
    ),
    ("finding-without-publication", drop("finding:ev003-f5 cj:fromPublication ?o")),
    ("finding-without-stance", drop("finding:ev003-f5 cj:stance ?o")),
    (
        "finding-misnumbered",
        swap("finding:ev003-f5 skos:notation ?o", 'finding:ev003-f5 skos:notation "EV004-F99"'),
    ),
    (
        "finding-on-unread-publication",
        swap(
            "publication:ev003 cj:readLevel ?o",
            f"publication:ev003 cj:readLevel <{PREFIXES['id']}read-level/b>",
        ),
    ),
    (
        "finding-without-topic",
        "DELETE { GRAPH ?g { finding:ev003-f5 ?p ?o } } WHERE { VALUES ?p { "
        "cj:concernsIntervention "
        "cj:concernsNeed cj:measuresResult } GRAPH ?g { finding:ev003-f5 ?p ?o } }",
    ),
    ("publication-without-citation", drop("publication:ev003 dcterms:title ?o")),
    ("publication-without-address", drop("publication:ev003 schema:url ?o")),
    (
        "disagreement-alone",
        "DELETE { GRAPH ?g { ?s cj:disagreementOn ?o } } WHERE { "
        "{ SELECT ?s (MIN(STR(?f)) AS ?kept) { GRAPH ?h { ?s cj:disagreementOn ?f } } "
        "GROUP BY ?s ORDER BY ?s LIMIT 1 } "
        "GRAPH ?g { ?s cj:disagreementOn ?o } FILTER (STR(?o) != ?kept) }",
    ),
    (
        "disagreement-one-sided",
        "DELETE { GRAPH ?g { ?a cj:disagreesWith ?b } } WHERE { "
        "{ SELECT ?g ?a ?b { GRAPH ?g { ?a cj:disagreesWith ?b } } ORDER BY ?a ?b LIMIT 1 } }",
    ),
    (
        "partnership-without-area",
        add(
            "vocabulary:partnerships",
            f"<{PREFIXES['id']}partnership/none> a cj:CommunityJusticePartnership ; "
            f'rdfs:label "Invented Partnership"@en ; {SOURCED}',
        ),
    ),
    (
        "area-without-partnership",
        "DELETE { GRAPH ?g { ?s cj:servesArea ?o } } WHERE { { SELECT ?g ?s (MAX(?a) AS ?o) { "
        "{ SELECT ?g ?s ?a { GRAPH ?g { ?s a cj:CommunityJusticePartnership ; "
        "cj:servesArea ?a } } } "
        "} GROUP BY ?g ?s HAVING (COUNT(?a) > 1) ORDER BY ?s LIMIT 1 } }",
    ),
    ("item-without-edition", drop("outcome:ndo-1 cj:inEdition ?o")),
    (
        "priority-action-without-aim",
        drop(f"<{PREFIXES['id']}priority-action/pa-1> cj:priorityActionForAim ?o"),
    ),
    (
        "outcome-without-indicator",
        swap("outcome:ndo-1 cj:measuredBy ?o", "outcome:ndo-2 cj:measuredBy ?o"),
    ),
    (
        "indicator-without-outcome",
        swap(
            "?s cj:measuredBy ?o",
            f"?s cj:measuredBy <{PREFIXES['id']}indicator/ni-2>",
            f"VALUES ?o {{ <{PREFIXES['id']}indicator/ni-1> }}",
        ),
    ),
    ("edition-without-status", drop("edition:opif-2016 cj:editionStatus ?o")),
    (
        "dates-reversed",
        swap(
            "edition:opif-2016 cj:validTo ?o", 'edition:opif-2016 cj:validTo "2010-01-01"^^xsd:date'
        ),
    ),
    (
        "editions-overlap",
        "DELETE { GRAPH ?g { edition:opif-2016 cj:editionStatus ?o ; cj:validTo ?end } } "
        "INSERT { GRAPH ?g { edition:opif-2016 cj:editionStatus cj:current } } "
        "WHERE { GRAPH ?g { edition:opif-2016 cj:editionStatus ?o ; cj:validTo ?end } }",
    ),
    (
        "edition-replaces-itself",
        add(EDITIONS, "edition:npf-2007 cj:replacesEdition edition:npf-2018"),
    ),
    (
        "deprecated-without-replacement",
        add(
            NEEDS,
            f'need:old a cj:Need ; skos:prefLabel "Old"@en ; {SOURCED} ; owl:deprecated true ; '
            'skos:definition "An invented need of the past."@en ; skos:inScheme scheme:needs ; '
            "skos:topConceptOf scheme:needs",
        ),
    ),
    (
        "deprecated-in-use",
        add(NEEDS, "need:housing owl:deprecated true ; dcterms:isReplacedBy need:physical-health"),
    ),
    (
        "thread-circle",
        "INSERT { GRAPH ?g { ?aim cj:contributesTo ?action } } WHERE { "
        "{ SELECT ?g ?action ?aim { GRAPH ?g { ?action cj:priorityActionForAim ?aim } } "
        "ORDER BY ?action LIMIT 1 } }",
    ),
]

#: Things worth knowing, which fail nothing.
NOTES: list[tuple[str, str]] = [
    ("edition-without-end", drop("edition:opif-2016 cj:validTo ?o")),
    (
        "edition-without-items",
        drop("?s cj:inEdition edition:framework-2019")
        + " ; "
        + drop("?s skos:inScheme edition:framework-2019")
        + " ; "
        + drop("?s skos:topConceptOf edition:framework-2019"),
    ),
    (
        "term-unused",
        add(MODEL, f'cj:loose a owl:ObjectProperty ; rdfs:label "loose"@en ; {TERM}'),
    ),
]

Counted = Counter[tuple[str, str, str]]


@pytest.fixture(scope="module")
def national() -> list[PackagedGraph]:
    """Model, vocabularies, catalogue: all that comes with the product, but no plans."""
    read = (one() for one in packaged_graphs())
    return [packaged for packaged in read if packaged.source.kind != "example"]


@pytest.fixture(scope="module")
def copy(national: list[PackagedGraph]) -> Copy:
    return Copy(national)


@pytest.fixture(scope="module")
def before(national: list[PackagedGraph]) -> Counted:
    return counted(quality_findings(national))


def counted(findings: Iterable[QualityFinding]) -> Counted:
    return Counter((f.check, f.subject, f.value) for f in findings)


class Copy:
    """A copy of the data that a fault is planted in, and taken out of again."""

    def __init__(self, graphs: list[PackagedGraph]) -> None:
        self.graphs = graphs
        self.store = ox.Store()
        for packaged in graphs:
            name = ox.NamedNode(packaged.iri)
            self.store.extend(
                ox.Quad(t.subject, t.predicate, t.object, name) for t in packaged.triples
            )
        self.quads = set(self.store)

    def with_fault(self, update: str) -> list[PackagedGraph]:
        self.store.update(update, prefixes=NAMES)
        now = set(self.store)
        gone, new = self.quads - now, now - self.quads
        self.store.extend(gone)
        for quad in new:
            self.store.remove(quad)
        touched = {quad.graph_name for quad in gone | new}
        assert touched, "the update planted nothing"
        return [
            dataclasses.replace(
                packaged,
                triples=[quad.triple for quad in now if quad.graph_name.value == packaged.iri],
            )
            if ox.NamedNode(packaged.iri) in touched
            else packaged
            for packaged in self.graphs
        ]


@pytest.mark.parametrize(
    ("check", "update"), FAULTS, ids=[f"{n:02}-{check}" for n, (check, _) in enumerate(FAULTS)]
)
def test_exactly_the_matching_check_finds_a_fault(
    check: str, update: str, copy: Copy, before: Counted
) -> None:
    found = quality_findings(copy.with_fault(update), levels=("ERROR", "WARN"))
    assert {slug for slug, _, _ in counted(found) - before} == {check}


@pytest.mark.parametrize(("check", "update"), NOTES, ids=[check for check, _ in NOTES])
def test_a_note_is_made_of_what_is_worth_knowing(
    check: str, update: str, copy: Copy, before: Counted
) -> None:
    found = quality_findings(copy.with_fault(update), levels=("INFO",))
    assert {slug for slug, _, _ in counted(found) - before} == {check}


def test_every_check_is_shown_to_work() -> None:
    assert {check.slug for check in quality_checks()} == {slug for slug, _ in FAULTS + NOTES}
