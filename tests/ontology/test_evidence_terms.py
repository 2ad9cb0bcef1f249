"""The vocabularies that evidence, needs and services are described with."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest
from rdflib import RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL

from cjgraph import namespaces
from cjgraph.resources import resource_folder

CJ = Namespace(namespaces.CJ)
FILES = (
    "needs",
    "population-groups",
    "interventions",
    "result-measures",
    "evidence-terms",
    "evidence-scales",
)


@pytest.fixture(scope="module")
def terms() -> Graph:
    merged = Graph()
    for stem in FILES:
        merged.parse(resource_folder("ontology") / "vocabularies" / f"{stem}.ttl")
    return merged


def slugs(graph: Graph, cls: URIRef) -> set[str]:
    return {str(subject).rsplit("/", 1)[1] for subject in graph.subjects(RDF.type, cls)}


def test_needs_are_the_working_set(terms: Graph) -> None:
    assert slugs(terms, CJ.Need) == {
        "housing",
        "physical-health",
        "mental-health",
        "substance-use",
        "alcohol",
        "drugs",
        "employment",
        "education-and-training",
        "money",
        "family",
        "attitudes",
        "social-inclusion",
        "safety",
    }
    for narrower in ("alcohol", "drugs"):
        broader = terms.value(URIRef(namespaces.thing("need", narrower)), SKOS.broader)
        assert broader == URIRef(namespaces.thing("need", "substance-use"))


def test_need_notations_are_the_codes_that_readings_use(terms: Graph) -> None:
    for need in terms.subjects(RDF.type, CJ.Need):
        slug = str(need).rsplit("/", 1)[1]
        assert str(terms.value(need, SKOS.notation)) == slug.replace("-", "_")


@pytest.mark.parametrize(
    ("wording", "cls", "slug"),
    [
        ("somewhere to live", CJ.Need, "housing"),
        ("homelessness", CJ.Need, "housing"),
        ("addiction", CJ.Need, "substance-use"),
        ("recovery", CJ.Need, "substance-use"),
        ("jobs", CJ.Need, "employment"),
        ("skint", CJ.Need, "money"),
        ("CPO", CJ.Intervention, "community-payback-order"),
        ("DTTO", CJ.Intervention, "drug-treatment-and-testing-order"),
        ("RJ", CJ.Intervention, "restorative-justice"),
        ("EM", CJ.Intervention, "electronic-monitoring"),
        ("bail supervision", CJ.Intervention, "supervised-bail"),
        ("remand", CJ.PopulationGroup, "people-accused"),
        ("recidivism", CJ.ResultMeasure, "reoffending"),
    ],
)
def test_everyday_words_lead_to_one_term(
    terms: Graph, wording: str, cls: URIRef, slug: str
) -> None:
    found = {
        str(term).rsplit("/", 1)[1]
        for term in terms.subjects(RDF.type, cls)
        for label in (*terms.objects(term, SKOS.prefLabel), *terms.objects(term, SKOS.altLabel))
        if str(label) == wording
    }
    assert found == {slug}


def test_no_label_means_two_terms_of_one_scheme(terms: Graph) -> None:
    owners: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for cls in (CJ.Need, CJ.PopulationGroup, CJ.Intervention, CJ.ResultMeasure, CJ.Stance):
        for term in terms.subjects(RDF.type, cls):
            for predicate in (SKOS.prefLabel, SKOS.altLabel):
                for label in terms.objects(term, predicate):
                    owners[str(cls), str(label).lower()].add(str(term))
    assert {key: value for key, value in owners.items() if len(value) > 1} == {}


def test_ambiguous_acronyms_are_left_out(terms: Graph) -> None:
    # SDS is Skills Development Scotland as well as structured deferred sentence.
    labels = {str(label).lower() for label in terms.objects(None, SKOS.altLabel)}
    assert not labels & {"sds", "pass"}


def test_stances_and_relations_are_complete(terms: Graph) -> None:
    assert slugs(terms, CJ.Stance) == {"supports", "mixed", "null", "against", "context"}
    assert slugs(terms, CJ.Relation) == {"supports", "mixed", "against", "context"}
    assert slugs(terms, CJ.ReadLevel) == {"a", "b"}
    assert slugs(terms, CJ.Applicability) == {"scotland", "uk", "other"}


def test_scales_have_their_levels(terms: Graph) -> None:
    counts = Counter(
        str(scale).rsplit("/", 1)[1]
        for level in terms.subjects(RDF.type, CJ.StrengthLevel)
        for scale in terms.objects(level, SKOS.inScheme)
    )
    assert counts == {
        "sg-2019": 2,
        "emmie": 7,
        "maryland": 6,
        "grade": 4,
        "nesta": 5,
        "wsipp": 5,
        "crimesolutions": 3,
    }
    assert slugs(terms, CJ.StrengthScale) == set(counts)


def test_what_was_not_checked_says_so(terms: Graph) -> None:
    unconfirmed = {
        str(thing).rsplit("/", 1)[1] for thing in terms.subjects(CJ.wordingStatus, CJ.unconfirmed)
    }
    assert {"grade-high", "grade-very-low", "maryland-4", "nesta-3", "wsipp-promising"} <= (
        unconfirmed
    )
    assert not {"maryland-1", "maryland-2", "maryland-3"} & unconfirmed
    for thing in terms.subjects(CJ.wordingStatus, CJ.unconfirmed):
        assert terms.value(thing, CJ.confirmationNote), thing


def test_every_term_has_label_definition_source_status_and_scheme(terms: Graph) -> None:
    concepts = set(terms.subjects(SKOS.inScheme, None))
    schemes = set(terms.objects(None, SKOS.inScheme))
    for thing in set(terms.subjects()):
        assert isinstance(thing, URIRef), "no blank nodes"
        assert thing in concepts or thing in schemes, thing
        label = terms.value(thing, SKOS.prefLabel if thing in concepts else RDFS.label)
        assert isinstance(label, Literal), thing
        assert label.language == "en"
        for needed in (RDF.type, SKOS.definition, DCTERMS.source, CJ.wordingStatus):
            assert terms.value(thing, needed, any=True), (thing, needed)


def test_broader_terms_exist_and_never_circle(terms: Graph) -> None:
    for thing, wider in terms.subject_objects(SKOS.broader):
        assert (wider, RDF.type, None) in terms, (thing, wider)
        assert thing not in set(terms.transitive_objects(wider, SKOS.broader))


def test_every_own_term_in_use_is_declared(terms: Graph, ontology_graph: Graph) -> None:
    used = {term for triple in terms for term in triple[1:] if str(term).startswith(namespaces.CJ)}
    declared = set(ontology_graph.subjects(RDF.type, None))
    assert used <= declared
    levels = set(terms.objects(None, CJ.preventionLevel))
    assert levels <= set(ontology_graph.subjects(RDF.type, CJ.PreventionLevel))
    assert (CJ.comparedWith, RDF.type, OWL.ObjectProperty) in ontology_graph
