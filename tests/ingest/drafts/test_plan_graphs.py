"""Plans as graphs: what is read goes into triples and comes back whole."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cjgraph.errors import SyntaxFault
from cjgraph.namespaces import PREFIXES
from cjgraph.resources import resource_folder
from ingest.drafts.codec import reading_from_plain, reading_to_plain
from ingest.plans import PlanReading, plan_triples, read_plan
from ingest.plans.blocks import Locator
from ingest.plans.from_graph import read_graph_plan, reading_from_graph
from ingest.plans.reading import (
    Action,
    ChecklistReading,
    Evidence,
    NeedMention,
    Objective,
    Outcome,
    Partner,
    ServiceMention,
    Source,
    StatuteReading,
)
from ingest.plans.statute import with_actions
from ingest.plans.vocabulary import vocabulary

EXAMPLES = sorted((resource_folder("ontology") / "examples").glob("*.docx"))
CODES = [f"ndo-{n}" for n in range(1, 10)]

words = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "Zs", "S"), include_characters="\n\t"),
    min_size=1,
    max_size=60,
)
number = st.integers(1, 400)
places = st.builds(
    Locator,
    paragraph=st.none() | number,
    table=st.none() | number,
    row=st.none() | number,
    column=st.none() | number,
    heading=st.just("") | words,
    page=st.none() | number,
    sheet=st.none() | words,
    cell=st.none() | st.just("C7") | st.just("B2:D4"),
    path=st.none() | st.just("/html/body/main/p[3]"),
).flatmap(
    lambda place: (
        st.just(place)
        | st.integers(0, 900).map(lambda start: replace(place, start=start, end=start + 7))
    )
)
categories = st.sampled_from([term.code for term in vocabulary().categories])
organisations = st.none() | st.sampled_from([term.iri for term in vocabulary().organisations])
partners = st.builds(Partner, words, categories, organisations, places)
evidence = st.builds(Evidence, words, places)
some_codes = st.lists(st.sampled_from(CODES), unique=True, max_size=3).map(
    lambda codes: tuple(sorted(codes))
)
days = st.dates(date(2015, 1, 1), date(2040, 12, 31))
need_codes = st.sampled_from([term.code for term in vocabulary().needs])


@st.composite
def readings(draw: st.DrawFn) -> PlanReading:
    outcome_ids = [f"outcome-{n}" for n in range(1, draw(st.integers(0, 3)) + 1)]
    objective_ids = [f"objective-{n}-1" for n in range(1, draw(st.integers(0, 3)) + 1)]
    to_outcome = st.none() | st.sampled_from([*outcome_ids, "outcome-99"])
    to_objective = st.none() | st.sampled_from([*objective_ids, "objective-99"])
    measures = st.lists(words, unique=True, max_size=2).map(lambda found: tuple(sorted(found)))
    outcomes = tuple(
        Outcome(name, draw(words), draw(some_codes), draw(st.just(()) | st.just(("pa-6",))),
                draw(st.sampled_from([0.25, 0.5, 1.0])), draw(measures), draw(places),
                draw(st.booleans()))
        for name in outcome_ids
    )  # fmt: skip
    objectives = tuple(
        Objective(name, draw(words), draw(to_outcome), draw(places)) for name in objective_ids
    )
    actions = tuple(
        Action(f"action-{n}", draw(words), draw(to_objective), draw(to_outcome),
               tuple(draw(st.lists(partners, max_size=2))), draw(st.just("") | words),
               draw(st.none() | days), draw(st.none() | words), draw(places),
               draw(st.just(()) | need_codes.map(lambda code: (code,))))
        for n in range(1, draw(st.integers(0, 3)) + 1)
    )  # fmt: skip
    verdicts = st.sampled_from(["present", "partial", "missing", "unknown"])
    checklist = {
        str(n): ChecklistReading(draw(verdicts), draw(st.sampled_from([0.0, 0.5, 0.99])),
                                 tuple(draw(st.lists(evidence, max_size=2, unique=True))))
        for n in range(1, 14)
    }  # fmt: skip
    statute = {code: StatuteReading() for code in CODES}
    for code in draw(st.lists(st.sampled_from(CODES), unique=True, max_size=3)):
        said, indicators = draw(st.none() | evidence), draw(st.just(()) | st.just(("ni-3",)))
        decision = draw(st.none() | evidence)
        statute[code] = StatuteReading(
            said, indicators if said else (), draw(st.booleans()) if decision else None, decision
        )
    start = draw(days)
    return PlanReading(
        status="ok",
        source=Source("plan.docx", "", "a" * 64),
        title=draw(words),
        area="Nowhere at all",
        period=draw(st.none() | st.just((start, max(start, date(2041, 1, 1))))),
        framework="2023",
        checklist=checklist,
        outcomes=outcomes,
        objectives=objectives,
        actions=actions,
        needs=tuple(draw(st.lists(st.builds(NeedMention, need_codes, words, places), max_size=2))),
        services=tuple(draw(st.lists(st.builds(ServiceMention, words, places), max_size=2))),
        partners=tuple(draw(st.lists(partners, max_size=2))),
        statute=with_actions(statute, outcomes, objectives, actions),
        publication=draw(st.none() | evidence),
        participation=draw(st.none() | evidence),
    )


def bare(reading: PlanReading) -> PlanReading:
    """Return a reading without what a graph does not hold: warnings, and parts not found."""
    checklist = {
        number: replace(item, parts=(), confidence=round(item.confidence, 2))
        for number, item in reading.checklist.items()
    }
    outcomes = tuple(
        replace(o, measures=tuple(sorted(set(o.measures))), national=tuple(sorted(o.national)),
                confidence=round(o.confidence, 2))
        for o in reading.outcomes
    )  # fmt: skip
    actions = tuple(
        replace(a, needs=tuple(sorted(a.needs)), interventions=tuple(sorted(a.interventions)))
        for a in reading.actions
    )
    source = Source(reading.source.name, "", reading.source.sha256)
    return replace(
        reading, checklist=checklist, outcomes=outcomes, actions=actions, warnings=(), source=source
    )


def and_back(reading: PlanReading) -> PlanReading:
    triples = plan_triples(reading, slug="x", edition="y", invented=True)
    return reading_from_graph(triples, reading.source)


def same(one: PlanReading, other: PlanReading) -> None:
    for field in fields(PlanReading):
        assert getattr(one, field.name) == getattr(other, field.name), field.name


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(readings())
def test_a_reading_goes_into_triples_and_comes_back_whole(reading: PlanReading) -> None:
    same(bare(and_back(reading)), bare(reading))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(readings())
def test_a_reading_goes_into_json_and_comes_back_whole(reading: PlanReading) -> None:
    same(reading_from_plain(json.loads(json.dumps(reading_to_plain(reading)))), reading)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_come_back_whole(path: Path) -> None:
    reading = read_plan(path)
    same(bare(and_back(reading)), bare(reading))
    found = {n: {p for p, there in item.parts if there} for n, item in reading.checklist.items()}
    back = and_back(reading).checklist
    assert all({p for p, there in back[n].parts if there} <= found[n] for n in found)
    assert reading_from_plain(json.loads(json.dumps(reading_to_plain(reading)))) == reading


def stored(reading: PlanReading) -> ox.Store:
    store = ox.Store()
    for triple in plan_triples(reading, slug="x", edition="y", invented=True):
        store.add(ox.Quad(*triple))
    return store


def selectors(place: Locator) -> list[list[str]]:
    reading = replace(
        read_plan(EXAMPLES[0]), outcomes=(Outcome("outcome-1", "Words", (), (), 1.0, (), place),)
    )
    found = stored(reading).query(
        """SELECT ?kind ?value ?rule ?start ?end {
             ?o a cj:LocalOutcome ; cj:quotedFrom ?place .
             ?place a oa:SpecificResource ; oa:hasSource ?file ; oa:hasSelector ?s .
             ?file cj:sha256 ?sha . ?s a ?kind
             OPTIONAL { ?s rdf:value ?value } OPTIONAL { ?s dcterms:conformsTo ?rule }
             OPTIONAL { ?s oa:refinedBy ?r . ?r a oa:TextPositionSelector ;
                        oa:start ?start ; oa:end ?end } } ORDER BY ?kind""",
        prefixes=PREFIXES,
    )
    assert isinstance(found, ox.QuerySolutions)
    rows = [[getattr(v, "value", "") for v in row] for row in found]
    return [[row[0].rsplit("#", 1)[1], *row[1:]] for row in rows]


def test_places_are_selectors_of_web_annotation() -> None:
    quote = ["TextQuoteSelector", "", "", "", ""]
    assert selectors(Locator(page=3, start=10, end=15)) == [
        ["FragmentSelector", "page=3", "http://tools.ietf.org/rfc/rfc3778", "10", "15"],
        quote,
    ]
    assert selectors(Locator(sheet="Our 'plan'", cell="C7"))[0][1] == "'Our ''plan'''!C7"
    assert selectors(Locator(path="/html/body/p[2]", start=0, end=5)) == [
        quote,
        ["XPathSelector", "/html/body/p[2]", "", "0", "5"],
    ]
    assert selectors(Locator(table=2, row=3, column=1))[0][1] == "table=2&row=3&column=1"
    assert selectors(Locator()) == [quote]


HAND = """
@prefix cj: <https://w3id.org/cjgraph/ontology#> .
@prefix id: <https://w3id.org/cjgraph/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/plan#> .

:plan a cj:CJOIP ; rdfs:label "Our plan for Fife"@en ; cj:planArea "Fife" ;
  cj:periodStart "2024-04-01"^^xsd:date ; cj:periodEnd "2029-03-31"^^xsd:date .
:better a cj:LocalOutcome ; rdfs:label "People complete their sentences"@en ;
  cj:localOutcomeForOutcome <https://w3id.org/cjgraph/id/outcome/ndo-4> .
:support a cj:StrategicObjective ; rdfs:label "Support people from day one" ;
  cj:contributesTo :better .
:hub a cj:Action ; rdfs:label "Open a hub in Leven" ; cj:actionForObjective :support ;
  cj:leadAsWritten "Police Scotland" ; cj:due "2026-03-31"^^xsd:date .
[] a cj:Action ; cj:text "Train mentors" ; cj:actionForObjective :nowhere .
"""


def test_a_plan_that_was_written_by_hand_is_read() -> None:
    reading = read_graph_plan(HAND.encode(), "hand.ttl")
    assert (reading.status, reading.title, reading.area) == ("ok", "Our plan for Fife", "Fife")
    assert reading.framework == "2023"
    assert reading.partnership == "https://w3id.org/cjgraph/id/partnership/fife"
    assert [(o.id, o.national) for o in reading.outcomes] == [("better", ("ndo-4",))]
    assert [(o.id, o.outcome) for o in reading.objectives] == [("support", "better")]
    found = {action.text: action for action in reading.actions}
    hub, mentors = found["Open a hub in Leven"], found["Train mentors"]
    assert (hub.objective, hub.due) == ("support", date(2026, 3, 31))
    assert [(lead.as_written, lead.category) for lead in hub.leads] == [
        ("Police Scotland", "police")
    ]
    assert mentors.objective == "nowhere"
    assert reading.to_json()["checklist"]["1"]["verdict"] == "unknown"


def test_json_ld_says_the_same_as_turtle() -> None:
    quads = list(ox.parse(HAND.encode(), format=ox.RdfFormat.TURTLE))
    for name, form in (("hand.jsonld", ox.RdfFormat.JSON_LD), ("hand.nt", ox.RdfFormat.N_TRIPLES)):
        data = ox.serialize((q.triple for q in quads), format=form)
        assert data is not None
        reading = read_graph_plan(data, name)
        assert {a.text for a in reading.actions} == {"Open a hub in Leven", "Train mentors"}


@pytest.mark.parametrize(
    ("text", "status", "told"),
    [
        ("", "not_a_plan", "no community justice plan"),
        (HAND + ":two a cj:CJOIP .", "not_a_plan", "2 plans"),
        (HAND.replace("Train mentors", "Help CHI 0101501005 find work"), "refused", ""),
    ],
)
def test_what_can_not_be_taken_as_a_plan_is_told(text: str, status: str, told: str) -> None:
    reading = read_graph_plan(text.encode(), "hand.ttl")
    assert reading.status == status
    assert told in reading.warnings[0].message
    assert "0101501005" not in json.dumps(reading.to_json())


def test_names_and_addresses_in_a_graph_are_masked() -> None:
    text = HAND.replace("Train mentors", "Train mentors (ask jo.bloggs@example.gov.uk)")
    reading = read_graph_plan(text.encode(), "hand.ttl")
    assert "jo.bloggs" not in json.dumps(reading.to_json())
    assert "email_masked" in {warned.code for warned in reading.warnings}


def test_a_broken_graph_is_told_with_its_line() -> None:
    with pytest.raises(SyntaxFault, match="line 2"):
        read_graph_plan(
            b"@prefix cj: <https://w3id.org/cjgraph/ontology#> .\ncj:x a cj: ;", "x.ttl"
        )


def test_a_reading_of_another_shape_is_refused() -> None:
    broken: list[Any] = [[], {"status": "ok"}, {"status": "ok", "source": 3}]
    for content in broken:
        with pytest.raises(ValueError, match="kept reading"):
            reading_from_plain(content)
