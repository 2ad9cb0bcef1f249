"""The guidance of 2019 is whole: every item of it, in order, with where it stands."""

from __future__ import annotations

from collections import Counter

import pytest
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS
from rdflib.term import Node

from cjgraph import namespaces
from cjgraph.namespaces import thing
from cjgraph.resources import resource_folder

CJ = Namespace(namespaces.CJ)

FILES = (
    "checklist",
    "checkpoints",
    "commissioning-cycle",
    "coproduction",
    "governance",
    "levels-of-working",
    "long-term-model",
    "prevention-levels",
    "prioritisation",
    "time-bands",
)

#: How many of each kind the framework lists.
LISTED = {
    "ChecklistItem": 13,
    "CommissioningStage": 4,
    "CommissioningActivity": 12,
    "Checkpoint": 7,
    "CheckpointQuestion": 24,
    "GovernancePoint": 7,
    "CoproductionPoint": 8,
    "PrioritisationPrinciple": 5,
    "ModelInput": 5,
    "ModelOutput": 21,
    "ModelOutcome": 27,
}

#: How many of each kind there are that belong to no edition.
UNLISTED = {"ModelOutputKind": 3, "TimeBand": 3, "PreventionLevel": 3, "LevelOfWorking": 4}

#: The parts by which a plan can meet each checklist item.
PARTS = {
    1: {"vision"},
    2: {"short-term", "medium-term", "long-term"},
    3: {"objectives"},
    4: {"priorities"},
    5: {"arrangements"},
    6: {"developed", "delivered", "overseen", "roles", "responsibilities"},
    7: {
        "objectives-over-1-3-years",
        "specific",
        "measurable",
        "achievable",
        "realistic",
        "time-bound",
    },
    8: {"in-place", "retained"},
    9: {"deliverables"},
    10: {"skills-shortages", "training"},
    11: {"lived-experience", "providers", "practitioners", "how", "when"},
    12: {"participation-statement", "impact-assessment", "needs-assessment"},
    13: {"outcomes", "process", "impact"},
}


def node(kind: str, name: str) -> URIRef:
    return URIRef(thing(kind, name))


def items(graph: Graph, kind: str) -> set[URIRef]:
    return {s for s in graph.subjects(RDF.type, CJ[kind]) if isinstance(s, URIRef)}


def place(graph: Graph, item: URIRef) -> int:
    return int(str(graph.value(item, CJ.position)))


@pytest.fixture(scope="module")
def guidance() -> Graph:
    merged = Graph()
    for file in FILES:
        merged.parse(resource_folder("ontology") / "vocabularies" / f"{file}.ttl")
    return merged


@pytest.mark.parametrize("kind", LISTED)
def test_each_kind_is_whole_and_in_the_edition_of_2019(ontology_graph: Graph, kind: str) -> None:
    found = items(ontology_graph, kind)
    assert len(found) == LISTED[kind]
    edition = node("edition", "framework-2019")
    for item in found:
        assert set(ontology_graph.objects(item, CJ.inEdition)) == {edition}, item
        assert (item, SKOS.inScheme, edition) in ontology_graph, item


@pytest.mark.parametrize("kind", UNLISTED)
def test_levels_and_bands_are_whole(ontology_graph: Graph, kind: str) -> None:
    assert len(items(ontology_graph, kind)) == UNLISTED[kind]


@pytest.mark.parametrize(
    "kind", sorted({*LISTED, *UNLISTED} - {"CheckpointQuestion", "GovernancePoint"})
)
def test_order_has_no_gap(ontology_graph: Graph, kind: str) -> None:
    found = items(ontology_graph, kind)
    assert sorted(place(ontology_graph, i) for i in found) == list(range(1, len(found) + 1))


def test_checklist_items_are_numbered_as_people_cite_them(ontology_graph: Graph) -> None:
    for n in PARTS:
        item = node("checklist-item", str(n))
        assert str(ontology_graph.value(item, SKOS.notation)) == str(n)
        assert place(ontology_graph, item) == n
        assert str(ontology_graph.value(item, CJ.sourceLocator)) == "p. 32"


@pytest.mark.parametrize("n", PARTS)
def test_checklist_items_have_their_parts(ontology_graph: Graph, n: int) -> None:
    parts = set(ontology_graph.subjects(CJ.partOfItem, node("checklist-item", str(n))))
    assert parts == {node("checklist-part", f"{n}-{slug}") for slug in PARTS[n]}
    assert parts <= items(ontology_graph, "ChecklistPart")


def test_no_part_hangs_loose(ontology_graph: Graph) -> None:
    parts = items(ontology_graph, "ChecklistPart")
    assert len(parts) == sum(map(len, PARTS.values()))


def test_the_commissioning_cycle_closes(ontology_graph: Graph) -> None:
    walked = [node("stage", "analyse")]
    for _ in range(4):
        following = list(ontology_graph.objects(walked[-1], CJ.nextStage))
        assert len(following) == 1
        walked.append(URIRef(str(following[0])))
    assert walked == [node("stage", s) for s in ("analyse", "plan", "deliver", "review", "analyse")]


def test_activities_follow_the_stages_round_the_cycle(ontology_graph: Graph) -> None:
    activities = sorted(
        items(ontology_graph, "CommissioningActivity"), key=lambda a: place(ontology_graph, a)
    )
    stages = [str(ontology_graph.value(a, CJ.inStage)).rsplit("/", 1)[1] for a in activities]
    assert stages == ["analyse"] * 4 + ["plan"] * 3 + ["deliver"] * 3 + ["review"] * 2
    for activity in activities:
        assert "Produces " in str(ontology_graph.value(activity, SKOS.definition)), activity


def test_every_checkpoint_asks_its_questions_in_order(ontology_graph: Graph) -> None:
    asked = {
        "what-is-commissioning": 3,
        "analyse": 4,
        "plan-duties": 4,
        "plan": 5,
        "deliver": 3,
        "key-activities": 2,
        "roles": 3,
    }
    for slug, count in asked.items():
        checkpoint = node("checkpoint", slug)
        assert checkpoint in items(ontology_graph, "Checkpoint")
        questions = [URIRef(str(q)) for q in ontology_graph.subjects(CJ.atCheckpoint, checkpoint)]
        assert sorted(place(ontology_graph, q) for q in questions) == list(range(1, count + 1))
        for question in questions:
            assert "?" in str(ontology_graph.value(question, SKOS.definition)), question
            assert ontology_graph.value(question, CJ.sourceLocator) == ontology_graph.value(
                checkpoint, CJ.sourceLocator
            )


def test_outputs_of_the_model_have_a_kind(ontology_graph: Graph) -> None:
    kinds = Counter(
        str(ontology_graph.value(output, CJ.outputKind)).rsplit("/", 1)[1]
        for output in items(ontology_graph, "ModelOutput")
    )
    assert kinds == {"reach": 4, "activity": 10, "product": 7}


def test_outcomes_of_the_model_have_a_time_band(ontology_graph: Graph) -> None:
    bands = Counter(
        str(ontology_graph.value(outcome, CJ.inTimeBand)).rsplit("/", 1)[1]
        for outcome in items(ontology_graph, "ModelOutcome")
    )
    assert bands == {"short": 12, "medium": 10, "long": 5}
    later = [
        o
        for o in items(ontology_graph, "ModelOutcome")
        if ontology_graph.value(o, CJ.inTimeBand) != node("time-band", "short")
    ]
    for outcome in later:
        assert "depend" in str(ontology_graph.value(outcome, SKOS.scopeNote)).casefold(), outcome


def years(graph: Graph, span: Node) -> str:
    """Return a span as the source gives it: one figure, or from and to."""
    first, last = graph.value(span, CJ.spanFromYears), graph.value(span, CJ.spanToYears)
    return str(first) if first == last else f"{first}-{last}"


@pytest.mark.parametrize(
    ("band", "spans"),
    [
        ("short", {("1", "p. 49"), ("1-5", "p. 9")}),
        ("medium", {("3-5", "p. 49"), ("5-10", "p. 9")}),
        ("long", {("10-15", "p. 49"), ("10-15", "p. 9")}),
    ],
)
def test_contradicting_spans_are_both_kept(
    ontology_graph: Graph, band: str, spans: set[tuple[str, str]]
) -> None:
    said = {
        (
            years(ontology_graph, span),
            str(ontology_graph.value(span, CJ.sourceLocator)),
        )
        for span in ontology_graph.subjects(SKOS.broader, node("time-band", band))
    }
    assert spans <= said


def test_every_span_of_a_delivery_plan_is_kept(ontology_graph: Graph) -> None:
    said = {
        years(ontology_graph, node("time-span", f"delivery-plan-{where}"))
        for where in ("planning", "checklist", "definitions")
    }
    assert said == {"3", "1-3", "3-5"}


def test_everything_is_labelled_defined_sourced_and_has_a_status(guidance: Graph) -> None:
    subjects = set(guidance.subjects(RDF.type, None))
    assert len(subjects) > 150
    for subject in subjects:
        concept = (subject, RDF.type, SKOS.ConceptScheme) not in guidance
        labels = list(guidance.objects(subject, SKOS.prefLabel if concept else RDFS.label))
        assert len(labels) == 1, subject
        assert isinstance(labels[0], Literal)
        assert labels[0].language == "en", subject
        assert guidance.value(subject, SKOS.definition), subject
        assert guidance.value(subject, DCTERMS.source), subject
        assert len(list(guidance.objects(subject, CJ.wordingStatus))) == 1, subject
        if concept:
            assert guidance.value(subject, SKOS.inScheme), subject


def test_every_concept_is_top_or_has_one_above_it(guidance: Graph) -> None:
    concepts = set(guidance.subjects(SKOS.prefLabel, None))
    assert concepts
    for concept in concepts:
        top = guidance.value(concept, SKOS.topConceptOf)
        above = guidance.value(concept, SKOS.broader)
        assert top or above, concept
        if above:
            assert above in concepts, concept


def test_every_thing_that_is_pointed_to_exists(guidance: Graph, ontology_graph: Graph) -> None:
    known = set(ontology_graph.subjects(RDF.type, None))
    pointed = {
        o
        for o in guidance.objects()
        if isinstance(o, URIRef) and str(o).startswith(namespaces.ROOT)
    }
    assert pointed
    assert pointed - known == set()


@pytest.mark.parametrize("file", FILES)
def test_files_stand_alone_under_their_licence(file: str) -> None:
    path = resource_folder("ontology") / "vocabularies" / f"{file}.ttl"
    assert "CC BY 4.0" in path.read_text(encoding="utf-8").split("@prefix", 1)[0]
    assert not [t for triple in Graph().parse(path) for t in triple if isinstance(t, BNode)]
