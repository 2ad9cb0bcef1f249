from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from cjgraph.namespaces import CJ, DCTERMS, PREFIXES, RDF, RDFS, thing
from cjgraph.resources import resource_folder
from ingest.plans import PlanReading, plan_triples, read_plan

HEADER = "".join(f"PREFIX {key}: <{iri}>\n" for key, iri in PREFIXES.items())


def stored(reading: PlanReading, slug: str) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    for triple in plan_triples(reading, slug=slug, edition="2024-2029", invented=True):
        store.add(pyoxigraph.Quad(*triple))
    return store


@pytest.fixture(scope="session")
def store(complete: PlanReading) -> pyoxigraph.Store:
    return stored(complete, "strathmarnock")


@pytest.fixture(scope="session")
def faulty_store(faulty: PlanReading) -> pyoxigraph.Store:
    return stored(faulty, "glenorrin")


def rows(store: pyoxigraph.Store, query: str) -> list[list[str]]:
    found = store.query(HEADER + query)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    return [[getattr(value, "value", "") for value in row] for row in found]


@pytest.mark.parametrize(
    ("kind", "count"),
    [("CJOIP", 1), ("LocalOutcome", 8), ("StrategicObjective", 11), ("Action", 16),
     ("OutcomeAssessment", 9), ("PriorityDecision", 9), ("ChecklistVerdict", 13),
     ("ImportedFile", 1)],
)  # fmt: skip
def test_everything_read_is_in_the_graph(store: pyoxigraph.Store, kind: str, count: int) -> None:
    (found,) = rows(store, f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a cj:{kind} }}")
    assert found == [str(count)]


def test_nothing_lacks_a_label_or_a_source(
    store: pyoxigraph.Store, faulty_store: pyoxigraph.Store
) -> None:
    query = (
        "SELECT ?x { ?x a ?kind FILTER NOT EXISTS { ?x rdfs:label ?l ; dcterms:source ?s . "
        "FILTER (LANG(?l) = 'en' || ?kind = cj:ImportedFile) } }"
    )
    assert rows(store, query) == []
    assert rows(faulty_store, query) == []


def test_the_thread_runs_from_each_action_to_the_framework(store: pyoxigraph.Store) -> None:
    query = (
        "SELECT DISTINCT ?action { ?action a cj:Action ; cj:actionForObjective/"
        "cj:objectiveForOutcome/(cj:localOutcomeForOutcome|cj:localOutcomeForPriorityAction) ?up }"
    )
    assert len(rows(store, query)) == 16


def test_the_plan_says_what_it_is(store: pyoxigraph.Store) -> None:
    plan = pyoxigraph.NamedNode(thing("plan", "strathmarnock/2024-2029"))
    facts = {
        quad.predicate.value.removeprefix(CJ): getattr(quad.object, "value", "")
        for quad in store.quads_for_pattern(plan, None, None)
    }
    assert facts["planArea"] == "Strathmarnock"
    assert facts["periodStart"] == "2024-04-01"
    assert facts["judgedAgainst"] == thing("edition", "cjpf-2023")
    assert (facts["isInvented"], facts["checkedByPerson"]) == ("true", "false")
    assert "preparedBy" not in facts  # no Partnership serves an area that does not exist


def test_a_dangling_reference_points_to_nothing_that_has_a_type(
    faulty_store: pyoxigraph.Store,
) -> None:
    query = (
        "SELECT ?label { ?action cj:actionForObjective ?to ; rdfs:label ?label "
        "FILTER NOT EXISTS { ?to a ?any } }"
    )
    assert rows(faulty_store, query) == [["Open a workshop space at the harbour"]]


def test_each_place_is_told_in_words(faulty_store: pyoxigraph.Store) -> None:
    query = (
        'SELECT ?place ?quote { ?a cj:localId "action-8" ; cj:hasLocator ?l . '
        "?l a oa:TextQuoteSelector ; cj:sourceLocator ?place ; oa:exact ?quote }"
    )
    ((place, quote),) = rows(faulty_store, query)
    assert place.startswith("Table 4, row 9, column 2")
    assert quote == "Open a workshop space at the harbour"


def test_editions_are_judged_by_the_first_day(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "Fife Community Justice Outcomes Improvement Plan 2022-2027\n\n"
        "Our outcomes are NDO 1 and NDO 2, and our priorities follow.\n"
    )
    store = stored(read_plan(path), "fife")
    ((judged, written, by),) = rows(
        store,
        "SELECT ?j ?w ?p { ?x cj:judgedAgainst ?j ; cj:writtenAgainst ?w ; cj:preparedBy ?p }",
    )
    assert judged == thing("edition", "opif-2016")
    assert written == thing("edition", "cjpf-2023")
    assert by == thing("partnership", "fife")


def test_only_terms_of_the_ontology_are_used(store: pyoxigraph.Store) -> None:
    declared = set()
    for path in (resource_folder("ontology") / "core").glob("*.ttl"):
        for triple in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            declared.add(getattr(triple.subject, "value", ""))
    used = {quad.predicate.value for quad in store}
    used |= {
        getattr(quad.object, "value", "")
        for quad in store.quads_for_pattern(None, pyoxigraph.NamedNode(RDF + "type"), None)
    }
    assert {iri for iri in used if iri.startswith(CJ)} - declared == set()
    assert {RDFS + "label", DCTERMS + "source"} <= used


def test_links_lead_to_things_that_the_vocabularies_have(store: pyoxigraph.Store) -> None:
    known = set()
    for path in (resource_folder("ontology") / "vocabularies").glob("*.ttl"):
        for triple in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            known.add(getattr(triple.subject, "value", ""))
    own = thing("plan", ""), thing("file", "")
    pointed = {
        quad.object.value
        for quad in store
        if isinstance(quad.object, pyoxigraph.NamedNode)
        and quad.object.value.startswith(thing("", "")[:-1])
        and not quad.object.value.startswith(own)
    }
    assert pointed - known == set()


def test_a_file_that_was_refused_has_no_triples(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("Soup")
    with pytest.raises(ValueError, match="not_a_plan"):
        list(plan_triples(read_plan(path), slug="x", edition="y", invented=False))
