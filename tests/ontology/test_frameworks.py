"""The national frameworks hold what Scotland's frameworks hold, and own up to what is unsure."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS

from cjgraph import namespaces
from cjgraph.namespaces import thing
from cjgraph.resources import resource_folder

CJ = Namespace(namespaces.CJ)
ACT = Namespace(namespaces.ACT_2016 + "/section/")

FILES = (
    "framework-editions",
    "judgements",
    "legislation",
    "national-indicators",
    "national-outcomes",
    "outcomes-2016",
    "outcomes-2023",
    "sources",
    "statuses",
    "strategy-2016",
    "strategy-2022",
    "vision-for-justice",
)

#: How many there are of each kind, and the edition that lists them.
LISTED = {
    "NationalOutcome": (11, "npf-2018"),
    "CommonOutcome": (7, "opif-2016"),
    "NationallyDeterminedOutcome": (9, "cjpf-2023"),
    "NationalAim": (4, "strategy-2022"),
    "PriorityAction": (13, "strategy-2022"),
    "NationalIndicator": (10, "cjpf-2023"),
    "NationalPriority": (4, "strategy-2016"),
    "JusticeVisionAim": (5, "vision-2022"),
}


def node(kind: str, name: str) -> URIRef:
    return URIRef(thing(kind, name))


def parsed(file: str) -> Graph:
    return Graph().parse(resource_folder("ontology") / "vocabularies" / f"{file}.ttl")


def items(graph: Graph, kind: str) -> set[URIRef]:
    return {s for s in graph.subjects(RDF.type, CJ[kind]) if isinstance(s, URIRef)}


@pytest.fixture(scope="session")
def frameworks() -> Graph:
    merged = Graph()
    for file in FILES:
        merged += parsed(file)
    return merged


@pytest.mark.parametrize("kind", LISTED)
def test_each_kind_is_whole_and_in_its_edition(ontology_graph: Graph, kind: str) -> None:
    count, edition = LISTED[kind]
    found = items(ontology_graph, kind)
    assert len(found) == count
    for item in found:
        assert set(ontology_graph.objects(item, CJ.inEdition)) == {node("edition", edition)}
        assert (item, SKOS.inScheme, node("edition", edition)) in ontology_graph


@pytest.mark.parametrize("kind", LISTED)
def test_items_are_numbered_without_a_gap(ontology_graph: Graph, kind: str) -> None:
    places = sorted(
        int(str(place))
        for item in items(ontology_graph, kind)
        for place in ontology_graph.objects(item, CJ.position)
    )
    assert places == list(range(1, LISTED[kind][0] + 1))


def test_notations_are_those_of_the_contract(ontology_graph: Graph) -> None:
    outcomes = items(ontology_graph, "CommonOutcome") | items(
        ontology_graph, "NationallyDeterminedOutcome"
    )
    named = {str(ontology_graph.value(o, SKOS.notation)): o for o in outcomes}
    assert set(named) == {f"o-{n}" for n in range(1, 8)} | {f"ndo-{n}" for n in range(1, 10)}
    for notation, outcome in named.items():
        assert outcome == node("outcome", notation)


def test_everything_is_labelled_in_english_sourced_and_has_a_status(frameworks: Graph) -> None:
    statuses = items(frameworks, "WordingStatus")
    assert len(statuses) == 4
    for subject in set(frameworks.subjects(RDF.type, None)):
        labels = [
            *frameworks.objects(subject, RDFS.label),
            *frameworks.objects(subject, SKOS.prefLabel),
        ]
        english = [x for x in labels if isinstance(x, Literal) and x.language == "en"]
        assert len(english) == 1, subject
        assert list(frameworks.objects(subject, DCTERMS.source)), subject
        given = list(frameworks.objects(subject, CJ.wordingStatus))
        assert len(given) == 1, subject
        assert given[0] in statuses, subject


def test_every_concept_is_defined_and_in_a_scheme(frameworks: Graph) -> None:
    concepts = set(frameworks.subjects(SKOS.prefLabel, None))
    assert concepts
    for concept in concepts:
        assert frameworks.value(concept, SKOS.definition), concept
        scheme = frameworks.value(concept, SKOS.inScheme)
        assert (scheme, RDFS.label, None) in frameworks, concept


def test_unconfirmed_things_say_what_is_unconfirmed(frameworks: Graph) -> None:
    unsure = set(frameworks.subjects(CJ.wordingStatus, CJ.unconfirmed))
    assert unsure
    for subject in unsure:
        assert frameworks.value(subject, CJ.confirmationNote), subject


def test_wordings_that_were_not_read_are_marked(ontology_graph: Graph) -> None:
    unsure = set(ontology_graph.subjects(CJ.wordingStatus, CJ.unconfirmed))
    assert unsure & items(ontology_graph, "PriorityAction") == {
        node("priority-action", f"pa-{n}") for n in (8, 9, 10, 12, 13)
    }
    assert unsure & items(ontology_graph, "NationalIndicator") == {
        node("indicator", f"ni-{n}") for n in range(4, 11)
    }
    assert items(ontology_graph, "JusticeVisionAim") <= unsure
    assert not unsure & items(ontology_graph, "NationallyDeterminedOutcome")
    assert not unsure & items(ontology_graph, "CommonOutcome")


def test_the_thread_runs_from_outcomes_to_aims(ontology_graph: Graph) -> None:
    actions_of = {1: 1, 2: 2, 3: 3, 4: 5, 5: 7, 6: 8, 7: 9, 8: 10, 9: 13}
    for outcome, action in actions_of.items():
        assert list(
            ontology_graph.objects(node("outcome", f"ndo-{outcome}"), CJ.outcomeForPriorityAction)
        ) == [node("priority-action", f"pa-{action}")]
    aims = {1: 1, 2: 1, 3: 2, 4: 2, 5: 2, 6: 2, 7: 3, 8: 3, 9: 3, 10: 3, 11: 4, 12: 4, 13: 4}
    for action, aim in aims.items():
        assert list(
            ontology_graph.objects(node("priority-action", f"pa-{action}"), CJ.priorityActionForAim)
        ) == [node("aim", f"aim-{aim}")]


def test_four_priority_actions_have_no_outcome_of_their_own(ontology_graph: Graph) -> None:
    served = set(ontology_graph.objects(None, CJ.outcomeForPriorityAction))
    assert items(ontology_graph, "PriorityAction") - served == {
        node("priority-action", f"pa-{n}") for n in (4, 6, 11, 12)
    }


def test_each_outcome_has_its_indicator_and_the_tenth_measures_all(ontology_graph: Graph) -> None:
    for n in range(1, 10):
        measured = set(ontology_graph.objects(node("outcome", f"ndo-{n}"), CJ.measuredBy))
        assert measured == {node("indicator", f"ni-{n}"), node("indicator", "ni-10")}


def test_indicators_of_2016_are_not_national_indicators(ontology_graph: Graph) -> None:
    for n in range(1, 8):
        measured = set(ontology_graph.objects(node("outcome", f"o-{n}"), CJ.measuredBy))
        assert measured
        assert measured <= items(ontology_graph, "Indicator")
        assert not measured & items(ontology_graph, "NationalIndicator")


def test_one_generation_takes_over_from_the_other_without_a_gap(ontology_graph: Graph) -> None:
    old, new = node("edition", "opif-2016"), node("edition", "cjpf-2023")
    assert (new, CJ.replacesEdition, old) in ontology_graph
    ends = ontology_graph.value(old, CJ.validTo)
    begins = ontology_graph.value(new, CJ.validFrom)
    assert isinstance(ends, Literal)
    assert isinstance(begins, Literal)
    assert ends.toPython() == date(2023, 3, 31)
    assert begins.toPython() == date(2023, 4, 1)
    assert str(ontology_graph.value(old, CJ.generation)) == "2016"
    assert str(ontology_graph.value(new, CJ.generation)) == "2023"


@pytest.mark.parametrize(
    ("edition", "status"),
    [
        ("npf-2018", "archived"),
        ("npf-2024-proposals", "draft"),
        ("strategy-2016", "archived"),
        ("opif-2016", "archived"),
        ("strategy-2022", "current"),
        ("cjpf-2023", "current"),
        ("framework-2019", "current"),
    ],
)
def test_editions_carry_their_status(ontology_graph: Graph, edition: str, status: str) -> None:
    assert list(ontology_graph.objects(node("edition", edition), CJ.editionStatus)) == [CJ[status]]


def test_dates_of_editions_are_days_in_order(ontology_graph: Graph) -> None:
    for edition in items(ontology_graph, "FrameworkEdition"):
        start = ontology_graph.value(edition, CJ.validFrom)
        end = ontology_graph.value(edition, CJ.validTo)
        days = [x.toPython() for x in (start, end) if isinstance(x, Literal)]
        assert all(isinstance(day, date) for day in days), edition
        assert days == sorted(set(days)), edition
        if (edition, CJ.editionStatus, CJ.current) in ontology_graph:
            assert start is not None, edition
            assert end is None, edition


def test_the_act_is_cited_by_section(ontology_graph: Graph) -> None:
    cited = {1, 2, *range(13, 28), 37}
    for number in cited:
        label = str(ontology_graph.value(ACT[str(number)], RDFS.label))
        assert label.startswith(f"Section {number}: ")
    duties = {node("duty", f"s19-l{n}") for n in range(1, 8)}
    assert set(ontology_graph.subjects(DCTERMS.isPartOf, ACT["19"])) == duties
    assert items(ontology_graph, "StatutoryProvision") == duties | {ACT[str(n)] for n in cited}


def test_aliases_tell_items_of_one_edition_apart(ontology_graph: Graph) -> None:
    seen: Counter[tuple[str, str]] = Counter()
    for kind in ("CommonOutcome", "NationallyDeterminedOutcome", "PriorityAction"):
        for item in items(ontology_graph, kind):
            aliases = list(ontology_graph.objects(item, SKOS.altLabel))
            assert 2 <= len(aliases) <= 6, item
            generation = "2016" if kind == "CommonOutcome" else "2023"
            seen.update({(generation, str(alias).casefold()) for alias in aliases})
    assert [alias for alias, times in seen.items() if times > 1] == []


def test_every_outcome_has_a_proposed_national_outcome(ontology_graph: Graph) -> None:
    judged: Counter[URIRef] = Counter()
    outcomes = items(ontology_graph, "CommonOutcome") | items(
        ontology_graph, "NationallyDeterminedOutcome"
    )
    national = items(ontology_graph, "NationalOutcome")
    for judgement in items(ontology_graph, "ServiceJudgement"):
        subject = ontology_graph.value(judgement, CJ.judgedSubject)
        if subject not in outcomes:
            continue
        judged[URIRef(str(subject))] += 1
        assert ontology_graph.value(judgement, CJ.judgedObject) in national
        assert str(ontology_graph.value(judgement, CJ.reason)).endswith(".")
        confidence = ontology_graph.value(judgement, CJ.confidence)
        assert isinstance(confidence, Literal)
        assert 0.4 <= float(confidence) <= 0.8
        assert (judgement, DCTERMS.source, node("source", "cjgraph-editors")) in ontology_graph
    assert set(judged) == outcomes
    assert set(judged.values()) <= {1, 2}


def test_a_proposal_is_never_stated_as_official(ontology_graph: Graph) -> None:
    thread = set(ontology_graph.subjects(RDFS.subPropertyOf, CJ.contributesTo)) | {CJ.contributesTo}
    assert len(thread) > 5
    national = items(ontology_graph, "NationalOutcome")
    assert [s for p in thread for s, o in ontology_graph.subject_objects(p) if o in national] == []


def test_sources_that_are_cited_exist(ontology_graph: Graph) -> None:
    known = items(ontology_graph, "SourceDocument")
    cited = {
        source
        for source in ontology_graph.objects(None, DCTERMS.source)
        if str(source).startswith(thing("source", ""))
    }
    assert cited
    assert cited - known == set()


def test_terms_of_the_ontology_are_declared(ontology_graph: Graph) -> None:
    declared = {
        subject
        for kind in (
            OWL.Class,
            OWL.ObjectProperty,
            OWL.DatatypeProperty,
            OWL.AnnotationProperty,
            CJ.EditionStatus,
            CJ.WordingStatus,
        )
        for subject in ontology_graph.subjects(RDF.type, kind)
    }
    used = {
        term
        for triple in ontology_graph
        for term in triple
        if isinstance(term, URIRef) and term.startswith(namespaces.CJ)
    }
    assert used - declared == set()


@pytest.mark.parametrize("file", FILES)
def test_files_stand_alone_under_their_licence(file: str) -> None:
    path: Path = resource_folder("ontology") / "vocabularies" / f"{file}.ttl"
    head = path.read_text(encoding="utf-8").split("@prefix", 1)[0]
    assert "CC BY 4.0" in head
    assert not [term for triple in parsed(file) for term in triple if isinstance(term, BNode)]
