"""Our data, read by consumers that have never heard of ``cj:``.

One knows SKOS, PROV-O, ORG, DCAT and Dublin Core; the other the Common Impact Data
Standard. Their queries may use only the prefixes that they declare (and ``a`` and
``rdfs:label``, which every consumer of RDF knows).
"""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest

from cjgraph.namespaces import CIDS, DCAT, DCTERMS, ID, ORG, PROV, RDFS, SKOS, graph, thing
from cjgraph.publish import ontology_modules
from cjgraph.store import Row, Snapshot
from cjgraph.store._snapshot import default_graphs

W3C = {"skos": SKOS, "prov": PROV, "org": ORG, "dcat": DCAT, "dcterms": DCTERMS, "rdfs": RDFS}
IMPACT = {"cids": CIDS, "rdfs": RDFS}


def ask(
    snapshot: Snapshot, known: dict[str, str], query: str, *, examples: bool = False
) -> list[Row]:
    """Ask as someone who knows only some vocabularies; any other prefix is a syntax error."""
    named = set(re.findall(r"<([^>]+)>", query))
    assert all(iri.startswith((ID, graph("vocabulary"))) for iri in named), "things, not terms"
    found = snapshot.store.query(
        query,
        prefixes=known,
        default_graph=default_graphs(frozenset({"examples"} if examples else ())),
    )
    assert isinstance(found, ox.QuerySolutions)
    names = [v.value for v in found.variables]
    return [{n: s[n].value for n in names if s[n] is not None} for s in found]


def column(rows: list[Row], name: str) -> list[str]:
    return [row[name] for row in rows]


def test_a_consumer_can_use_no_term_of_ours(snapshot: Snapshot) -> None:
    with pytest.raises(SyntaxError):
        ask(snapshot, W3C, "SELECT ?o { ?o a cj:CommunityJusticeOutcome }")


# --- SKOS, PROV-O, ORG, DCAT, Dublin Core ---------------------------------------


def test_which_concept_schemes_are_there(snapshot: Snapshot) -> None:
    rows = ask(snapshot, W3C, "SELECT ?s ?l { ?s a skos:ConceptScheme ; rdfs:label ?l }")
    schemes = {row["s"]: row["l"] for row in rows}
    for edition in ("npf-2018", "opif-2016", "strategy-2016", "strategy-2022", "cjpf-2023"):
        assert thing("edition", edition) in schemes
    assert all(schemes.values())


def test_every_scheme_with_members_offers_a_way_in(snapshot: Snapshot) -> None:
    query = """SELECT DISTINCT ?s {
        ?s a skos:ConceptScheme . ?c skos:inScheme ?s
        FILTER NOT EXISTS { ?top skos:topConceptOf ?s } }"""
    assert ask(snapshot, W3C, query) == []


def test_what_are_the_members_of_a_scheme(snapshot: Snapshot) -> None:
    query = f"""SELECT ?n {{
        ?c a skos:Concept ; skos:inScheme <{thing("edition", "strategy-2022")}> ; skos:notation ?n
    }}"""
    expected = {f"aim-{n}" for n in range(1, 5)} | {f"pa-{n}" for n in range(1, 14)}
    assert set(column(ask(snapshot, W3C, query), "n")) == expected


def test_what_are_the_top_concepts_of_a_scheme(snapshot: Snapshot) -> None:
    query = f"""SELECT ?n ?l ?d {{
        ?c skos:topConceptOf <{thing("edition", "cjpf-2023")}> ; skos:notation ?n ;
           skos:prefLabel ?l ; skos:definition ?d FILTER(STRSTARTS(?n, "ndo-")) }} ORDER BY ?n"""
    rows = ask(snapshot, W3C, query)
    assert column(rows, "n") == [f"ndo-{n}" for n in range(1, 10)]
    assert all(row["l"] and row["d"] for row in rows)


def test_what_do_people_also_call_it(snapshot: Snapshot) -> None:
    query = (
        """SELECT ?c { ?c a skos:Concept ; skos:altLabel ?l FILTER(STR(?l) = "homelessness") }"""
    )
    assert column(ask(snapshot, W3C, query), "c") == [thing("need", "housing")]


def test_what_is_narrower_than_a_concept(snapshot: Snapshot) -> None:
    broader = thing("intervention", "psychological-treatment")
    narrower = column(ask(snapshot, W3C, f"SELECT ?c {{ ?c skos:broader+ <{broader}> }}"), "c")
    assert thing("intervention", "cognitive-behavioural-programmes") in narrower
    assert thing("intervention", "focused-deterrence") not in narrower


def test_concepts_of_two_editions_are_mapped(snapshot: Snapshot) -> None:
    query = f"""SELECT ?a ?b {{
        ?a skos:closeMatch|skos:broadMatch|skos:narrowMatch|skos:relatedMatch ?b ;
           skos:inScheme <{thing("edition", "opif-2016")}> .
        ?b skos:inScheme ?newer FILTER(?newer != <{thing("edition", "opif-2016")}>) }}"""
    assert len(ask(snapshot, W3C, query)) >= 3


def test_which_organisations_are_there_by_class(snapshot: Snapshot) -> None:
    query = """SELECT ?n (COUNT(DISTINCT ?o) AS ?count) {
        ?o a org:Organization ; org:classification ?k . ?k skos:notation ?n } GROUP BY ?n"""
    counts = {row["n"]: int(row["count"]) for row in ask(snapshot, W3C, query)}
    assert counts["local_authority"] == 32
    assert counts["health_board"] == 14
    assert counts["police"] == counts["fire_and_rescue"] == counts["scts"] == 1


def test_which_collaborations_are_there(snapshot: Snapshot) -> None:
    query = (
        "SELECT ?o ?l { ?o a org:OrganizationalCollaboration , prov:Organization ; rdfs:label ?l }"
    )
    assert len(set(column(ask(snapshot, W3C, query), "o"))) == 30


def test_what_lies_in_a_larger_area(snapshot: Snapshot) -> None:
    query = f"""SELECT ?l {{ ?place a prov:Location ; rdfs:label ?l ;
        dcterms:isPartOf <{thing("sheriffdom", "north-strathclyde")}> }}"""
    names = column(ask(snapshot, W3C, query), "l")
    # The sheriff courts of North Strathclyde sit in these council areas.
    assert set(names) == {
        *("Argyll and Bute", "East Ayrshire", "East Renfrewshire", "Inverclyde"),
        *("North Ayrshire", "Renfrewshire", "West Dunbartonshire"),
    }


def test_which_edition_took_the_place_of_which(snapshot: Snapshot) -> None:
    query = f"""SELECT ?old {{ <{thing("edition", "npf-2018")}> dcterms:replaces+ ?old }}"""
    old = set(column(ask(snapshot, W3C, query), "old"))
    assert old == {thing("edition", f"npf-{year}") for year in (2007, 2011, 2016)}


def test_where_does_a_data_set_come_from(snapshot: Snapshot) -> None:
    query = f"""SELECT ?file ?who ?when {{
        <{graph("vocabulary", "needs")}> a dcat:Dataset ; prov:wasGeneratedBy ?import ;
            prov:wasDerivedFrom ?source .
        ?import a prov:Activity ; prov:used ?source ; prov:endedAtTime ?when ;
            prov:wasAssociatedWith ?agent .
        ?agent a prov:SoftwareAgent ; rdfs:label ?who . ?source rdfs:label ?file }}"""
    (row,) = ask(snapshot, W3C, query)
    assert row["file"] == "needs.ttl"
    assert row["who"].startswith("cjgraph ")
    assert re.match(r"\d{4}-\d\d-\d\dT", row["when"])


def test_every_data_set_says_where_it_comes_from(snapshot: Snapshot) -> None:
    every = ask(snapshot, W3C, "SELECT ?g { ?g a dcat:Dataset }")
    known = ask(
        snapshot,
        W3C,
        """SELECT DISTINCT ?g {
            ?g a dcat:Dataset ; prov:wasGeneratedBy ?i ; prov:wasDerivedFrom ?f }""",
    )
    assert len(every) == len(known) > 40


def test_what_was_drawn_from_a_publication(snapshot: Snapshot) -> None:
    query = """SELECT ?n ?creator {
        ?finding prov:wasDerivedFrom ?p ; skos:notation ?n .
        ?p a dcat:Resource ; dcterms:creator ?creator ;
           dcterms:title "Reducing Reoffending: Effective and Promising Investments"@en }"""
    rows = ask(snapshot, W3C, query)
    assert "EV003-F5" in column(rows, "n")
    assert set(column(rows, "creator")) == {"Justice Analytical Services"}


def test_where_does_a_wording_come_from(snapshot: Snapshot) -> None:
    query = f"""SELECT ?title ?by {{ <{thing("outcome", "o-1")}> dcterms:source ?s .
        ?s rdfs:label ?title ; dcterms:publisher ?by }}"""
    rows = ask(snapshot, W3C, query)
    assert "Scottish Government" in column(rows, "by")


# --- Common Impact Data Standard -------------------------------------------------


def test_impact_which_outcomes_are_there(snapshot: Snapshot) -> None:
    query = "SELECT ?o { ?o a cids:Outcome }"
    national = column(ask(snapshot, IMPACT, query), "o")
    assert len(national) == len(set(national)) == 16, "nine of 2023 and seven of 2016"
    assert len(ask(snapshot, IMPACT, query, examples=True)) == 16 + 14


def test_impact_what_does_an_outcome_say(snapshot: Snapshot) -> None:
    query = "SELECT ?o ?l ?d { ?o a cids:Outcome ; rdfs:label ?l ; cids:hasDescription ?d }"
    rows = ask(snapshot, IMPACT, query, examples=True)
    assert len(rows) == 14, "those of the plans; an official wording is a definition"
    assert all(row["l"] and row["d"] for row in rows)


def test_impact_how_is_an_outcome_measured(snapshot: Snapshot) -> None:
    query = f"""SELECT ?i ?l {{ <{thing("outcome", "ndo-3")}> a cids:Outcome ;
        cids:hasIndicator ?i . ?i a cids:Indicator ; rdfs:label ?l }}"""
    assert thing("indicator", "ni-3") in column(ask(snapshot, IMPACT, query), "i")


def test_impact_which_indicators_measure_nothing(snapshot: Snapshot) -> None:
    query = f"""SELECT ?i {{ ?i a cids:Indicator FILTER(STRSTARTS(STR(?i), "{ID}indicator/ni-"))
        FILTER NOT EXISTS {{ ?o cids:hasIndicator ?i }} }}"""
    assert ask(snapshot, IMPACT, query) == []


def test_impact_what_produces_an_outcome(snapshot: Snapshot) -> None:
    """Activities, through the chain of outcomes, up to the nation's."""
    query = f"""SELECT DISTINCT ?activity {{ ?activity a cids:Activity ;
        cids:canProduce+ <{thing("outcome", "ndo-3")}> }}"""
    rows = ask(snapshot, IMPACT, query, examples=True)
    assert rows and all("/plan/" in row["activity"] for row in rows)
    assert ask(snapshot, IMPACT, query) == [], "national data holds no plan yet"


def test_impact_which_services_are_there(snapshot: Snapshot) -> None:
    query = "SELECT ?l { ?s a cids:Service ; rdfs:label ?l }"
    names = column(ask(snapshot, IMPACT, query, examples=True), "l")
    assert {"Marnock Bail Supervision Service", "Harbour Advice Project"} <= set(names)


def test_impact_which_organisations_are_there(snapshot: Snapshot) -> None:
    names = column(
        ask(snapshot, IMPACT, "SELECT ?l { ?o a cids:Organization ; rdfs:label ?l }"), "l"
    )
    assert len(names) >= 76, "32 councils, 14 boards, 30 Partnerships and the national bodies"


def test_impact_which_activities_produce_nothing(snapshot: Snapshot) -> None:
    """A gap that a consumer of impact data would look for; none in the complete example."""
    query = """SELECT ?a { ?a a cids:Activity FILTER NOT EXISTS { ?a a cids:Service }
        FILTER NOT EXISTS { ?a cids:canProduce ?o } }"""
    idle = column(ask(snapshot, IMPACT, query, examples=True), "a")
    assert not [a for a in idle if "/strathmarnock/" in a]


# --- The alignment itself ----------------------------------------------------------


def test_the_alignment_redefines_nothing_of_others() -> None:
    """It may say that ours stand below theirs, never what theirs mean."""
    for triple in ontology_modules()["alignment"]:
        said = triple.predicate.value
        if said.startswith(RDFS) and "cjgraph" in str(triple.object):
            raise AssertionError(f"{triple.subject} is put below a term of ours")
        assert not said.endswith(("equivalentClass", "equivalentProperty", "sameAs")), triple
