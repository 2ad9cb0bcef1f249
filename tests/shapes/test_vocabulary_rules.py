"""Rules for vocabularies: a label, a source, a scheme, true dates."""

from __future__ import annotations

import pytest
from rdflib import Graph

from cjgraph.resources import resource_folder
from cjgraph.shacl import check_vocabularies
from tests.shapes.plan_fixtures import edit

SOUND = """INSERT DATA {
    id:need/invented a cj:Need ; skos:prefLabel "Invented need"@en ;
        skos:inScheme id:scheme/invented ; dcterms:source id:source/cjgraph-editors .
    id:edition/invented a cj:FrameworkEdition ; rdfs:label "Invented edition"@en ;
        cj:validFrom "2020-01-01"^^xsd:date ; dcterms:source id:source/cjgraph-editors .
}"""


@pytest.fixture
def vocabulary() -> Graph:
    graph = Graph()
    edit(graph, SOUND)
    return graph


def test_sound_vocabulary_has_no_findings(vocabulary: Graph) -> None:
    assert check_vocabularies(vocabulary) == []


@pytest.mark.parametrize(
    ("update", "finding", "message"),
    [
        (
            "DELETE WHERE { id:edition/invented rdfs:label ?o }",
            "no_label",
            '"edition invented" has no English label.',
        ),
        (
            "DELETE { ?s rdfs:label ?o } INSERT { ?s rdfs:label 'Ausgabe'@de } "
            "WHERE { ?s rdfs:label ?o }",
            "no_label",
            '"Ausgabe" has no English label.',
        ),
        (
            "DELETE WHERE { id:need/invented dcterms:source ?o }",
            "no_source",
            '"Invented need" has no source.',
        ),
        (
            "DELETE { ?s dcterms:source ?o } INSERT { ?s dcterms:source 'a book' } "
            "WHERE { BIND (id:need/invented AS ?s) ?s dcterms:source ?o }",
            "no_source",
            '"Invented need" has no source.',
        ),
        (
            "DELETE WHERE { id:need/invented skos:inScheme ?o }",
            "no_scheme",
            '"Invented need" belongs to no scheme.',
        ),
        (
            "DELETE { ?s cj:validFrom ?o } INSERT { ?s cj:validFrom '2020' } "
            "WHERE { ?s cj:validFrom ?o }",
            "date_not_a_date",
            'A date of "Invented edition" is not a full date.',
        ),
    ],
)
def test_fault_is_found_and_named(
    update: str, finding: str, message: str, vocabulary: Graph
) -> None:
    edit(vocabulary, update)
    assert [(f.type, f.message) for f in check_vocabularies(vocabulary)] == [(finding, message)]


def test_the_vocabularies_of_the_product_are_sound() -> None:
    graph = Graph()
    for file in sorted((resource_folder("ontology") / "vocabularies").glob("*.ttl")):
        graph.parse(data=file.read_bytes(), format="turtle")
    assert [f.message for f in check_vocabularies(graph)] == []
