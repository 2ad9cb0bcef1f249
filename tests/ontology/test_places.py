"""Areas, the bodies that serve them, and the names by which plans call those bodies."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS

from cjgraph import namespaces
from cjgraph.namespaces import slug, thing
from cjgraph.resources import resource_folder

CJ = Namespace(namespaces.CJ)
GEOGRAPHY = Namespace(namespaces.GEOGRAPHY)

FILES = (
    "councils",
    "health-boards",
    "national-partners",
    "partner-categories",
    "partnerships",
    "sheriffdoms",
)

COUNTS = {
    "LocalAuthority": 32,
    "CouncilArea": 32,
    "HealthBoard": 14,
    "HealthBoardArea": 14,
    "Sheriffdom": 6,
    "CommunityJusticePartnership": 30,
    "StatutoryPartnerCategory": 8,
    "PartnerCategory": 3,
    "NationalStatutoryPartner": 7,
}

STATUTORY = {
    "local_authority",
    "health_board",
    "police",
    "fire_and_rescue",
    "skills_development_scotland",
    "integration_joint_board",
    "scts",
    "scottish_ministers",
}
OTHERS = {"third_sector", "partnership_collective", "other"}


def node(kind: str, name: str) -> URIRef:
    return URIRef(thing(kind, name))


def items(graph: Graph, kind: str) -> set[URIRef]:
    return {s for s in graph.subjects(RDF.type, CJ[kind]) if isinstance(s, URIRef)}


def names(graph: Graph, subject: URIRef) -> set[str]:
    kinds = (SKOS.prefLabel, RDFS.label, SKOS.altLabel, SKOS.hiddenLabel)
    return {str(name) for kind in kinds for name in graph.objects(subject, kind)}


@pytest.fixture(scope="module")
def places() -> Graph:
    merged = Graph()
    for file in FILES:
        merged.parse(resource_folder("ontology") / "vocabularies" / f"{file}.ttl")
    return merged


@pytest.fixture(scope="module")
def categories_of(places: Graph) -> dict[str, set[str]]:
    """Every name of a category or of an organisation in it, with the categories it leads to."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for category, notation in places.subject_objects(SKOS.notation):
        if not str(category).startswith(thing("partner-category", "")):
            continue
        bodies = set(places.subjects(CJ.partnerCategory, category))
        for holder in {category, *bodies}:
            for name in names(places, URIRef(str(holder))):
                found[name].add(str(notation))
    return dict(found)


@pytest.mark.parametrize("kind", COUNTS)
def test_each_kind_is_whole(ontology_graph: Graph, kind: str) -> None:
    assert len(items(ontology_graph, kind)) == COUNTS[kind]


def test_categories_carry_the_codes_of_the_contract(ontology_graph: Graph) -> None:
    def codes(kind: str) -> set[str]:
        found = items(ontology_graph, kind)
        return {str(ontology_graph.value(category, SKOS.notation)) for category in found}

    assert codes("StatutoryPartnerCategory") == STATUTORY
    assert codes("PartnerCategory") == OTHERS
    for code in STATUTORY | OTHERS:
        category = node("partner-category", code.replace("_", "-"))
        assert str(ontology_graph.value(category, SKOS.notation)) == code


def test_every_council_serves_one_area_of_its_own(ontology_graph: Graph) -> None:
    served = [
        list(ontology_graph.objects(council, CJ.servesArea))
        for council in items(ontology_graph, "LocalAuthority")
    ]
    assert {len(areas) for areas in served} == {1}
    assert {area for areas in served for area in areas} == items(ontology_graph, "CouncilArea")


def test_every_board_serves_one_area_of_its_own(ontology_graph: Graph) -> None:
    served = [
        area
        for board in items(ontology_graph, "HealthBoard")
        for area in ontology_graph.objects(board, CJ.servesArea)
    ]
    assert len(served) == 14
    assert set(served) == items(ontology_graph, "HealthBoardArea")


def test_every_council_area_lies_in_one_board_area_and_one_sheriffdom(
    ontology_graph: Graph,
) -> None:
    boards, courts = items(ontology_graph, "HealthBoardArea"), items(ontology_graph, "Sheriffdom")
    used: set[URIRef] = set()
    for area in items(ontology_graph, "CouncilArea"):
        around = {URIRef(str(a)) for a in ontology_graph.objects(area, CJ.withinArea)}
        assert len(around & boards) == 1, area
        assert len(around & courts) == 1, area
        assert len(around) == 2, area
        used |= around
    assert used == boards | courts


def test_thirty_partnerships_cover_every_area_once(ontology_graph: Graph) -> None:
    covered = Counter(
        area
        for partnership in items(ontology_graph, "CommunityJusticePartnership")
        for area in ontology_graph.objects(partnership, CJ.servesArea)
    )
    assert set(covered) == items(ontology_graph, "CouncilArea")
    assert set(covered.values()) == {1}


def test_only_ayrshire_serves_more_than_one_area(ontology_graph: Graph) -> None:
    sizes = {
        partnership: len(list(ontology_graph.objects(partnership, CJ.servesArea)))
        for partnership in items(ontology_graph, "CommunityJusticePartnership")
    }
    ayrshire = node("partnership", "ayrshire")
    assert sizes.pop(ayrshire) == 3
    assert set(sizes.values()) == {1}
    assert set(ontology_graph.objects(ayrshire, CJ.servesArea)) == {
        GEOGRAPHY["S12000008"],
        GEOGRAPHY["S12000021"],
        GEOGRAPHY["S12000028"],
    }


def test_names_made_up_for_want_of_a_local_one_say_so(ontology_graph: Graph) -> None:
    partnerships = items(ontology_graph, "CommunityJusticePartnership")
    unsure = {p for p in partnerships if (p, CJ.wordingStatus, CJ.unconfirmed) in ontology_graph}
    assert len(unsure) == 16
    for partnership in partnerships:
        note = str(ontology_graph.value(partnership, CJ.confirmationNote))
        assert ("placeholder" in note) == (partnership in unsure), partnership
    assert node("partnership", "ayrshire") not in unsure


@pytest.mark.parametrize(("kind", "pattern"), [("CouncilArea", "S12"), ("HealthBoardArea", "S08")])
def test_codes_are_those_of_the_iris(ontology_graph: Graph, kind: str, pattern: str) -> None:
    for area in items(ontology_graph, kind):
        code = str(ontology_graph.value(area, CJ.gssCode))
        assert re.fullmatch(rf"{pattern}\d{{6}}", code)
        assert area == GEOGRAPHY[code]


def test_former_codes_lead_to_one_area_and_are_no_current_code(ontology_graph: Graph) -> None:
    former = [str(code) for code in ontology_graph.objects(None, CJ.formerGssCode)]
    current = {str(code) for code in ontology_graph.objects(None, CJ.gssCode)}
    assert len(former) == len(set(former)) == 8
    assert not set(former) & current


def test_councils_are_found_by_the_name_of_their_area(ontology_graph: Graph) -> None:
    for area in items(ontology_graph, "CouncilArea"):
        name = str(ontology_graph.value(area, RDFS.label))
        council = node("organization", f"{slug(name)}-council")
        assert (council, CJ.servesArea, area) in ontology_graph, name


def test_no_two_areas_of_a_kind_share_a_name(ontology_graph: Graph) -> None:
    for kind in ("CouncilArea", "HealthBoardArea", "Sheriffdom", "CommunityJusticePartnership"):
        seen: Counter[str] = Counter()
        for place in items(ontology_graph, kind):
            seen.update({name.casefold() for name in names(ontology_graph, place)})
        assert [name for name, times in seen.items() if times > 1] == []


def test_every_organisation_is_in_one_category(ontology_graph: Graph) -> None:
    expected = {
        "LocalAuthority": "local-authority",
        "HealthBoard": "health-board",
        "CommunityJusticePartnership": "partnership-collective",
        "ThirdSectorOrganization": "third-sector",
    }
    for kind, category in expected.items():
        found = items(ontology_graph, kind)
        assert found
        for body in found:
            given = set(ontology_graph.objects(body, CJ.partnerCategory))
            assert given == {node("partner-category", category)}, body


@pytest.mark.parametrize(
    ("written", "category"),
    [
        ("Justice Social Work", "local_authority"),
        ("JSW", "local_authority"),
        ("CJSW", "local_authority"),
        ("Housing Services", "local_authority"),
        ("Comhairle nan Eilean Siar", "local_authority"),
        ("NHS Lothian", "health_board"),
        ("Police Scotland", "police"),
        ("SFRS", "fire_and_rescue"),
        ("SDS", "skills_development_scotland"),
        ("HSCP", "integration_joint_board"),
        ("Health and Social Care Partnership", "integration_joint_board"),
        ("Sheriff Clerk's Office", "scts"),
        ("SPS", "scottish_ministers"),
        ("HMP Barlinnie", "scottish_ministers"),
        ("COPFS", "scottish_ministers"),
        ("Procurator Fiscal's Office", "scottish_ministers"),
        ("TSI", "third_sector"),
        ("Sacro", "third_sector"),
        ("All partners", "partnership_collective"),
        ("CJP", "partnership_collective"),
        ("Alcohol and Drug Partnership", "other"),
        ("Community Justice Scotland", "other"),
    ],
)
def test_names_that_plans_use_lead_to_their_category(
    categories_of: dict[str, set[str]], written: str, category: str
) -> None:
    assert categories_of[written] == {category}


def test_every_name_leads_to_one_category_only(categories_of: dict[str, set[str]]) -> None:
    assert len(categories_of) > 400
    assert {name: codes for name, codes in categories_of.items() if len(codes) > 1} == {}


def test_case_never_decides_between_two_categories(categories_of: dict[str, set[str]]) -> None:
    folded: defaultdict[str, set[str]] = defaultdict(set)
    for name, codes in categories_of.items():
        folded[name.casefold()] |= codes
    assert {name: codes for name, codes in folded.items() if len(codes) > 1} == {}


def test_no_name_is_both_an_alias_and_too_common_for_one(places: Graph) -> None:
    hidden = {str(name) for name in places.objects(None, SKOS.hiddenLabel)}
    aliases = {str(name) for name in places.objects(None, SKOS.altLabel)}
    assert hidden
    assert hidden & aliases == set()


def test_everything_is_labelled_in_english_sourced_and_has_a_status(places: Graph) -> None:
    subjects = set(places.subjects(RDF.type, None))
    assert len(subjects) == sum(COUNTS.values()) + 6
    for subject in subjects:
        labels = [*places.objects(subject, SKOS.prefLabel), *places.objects(subject, RDFS.label)]
        assert len(labels) == 1, subject
        assert isinstance(labels[0], Literal)
        assert labels[0].language == "en", subject
        assert places.value(subject, DCTERMS.source), subject
        assert len(list(places.objects(subject, CJ.wordingStatus))) == 1, subject


def test_every_thing_that_is_pointed_to_exists(places: Graph, ontology_graph: Graph) -> None:
    known = set(ontology_graph.subjects(RDF.type, None))
    roots = (namespaces.ROOT, namespaces.GEOGRAPHY, namespaces.ACT_2016)
    pointed = {o for o in places.objects() if isinstance(o, URIRef) and str(o).startswith(roots)}
    assert pointed
    assert pointed - known == set()


@pytest.mark.parametrize("file", FILES)
def test_files_stand_alone_under_their_licence(file: str) -> None:
    path = resource_folder("ontology") / "vocabularies" / f"{file}.ttl"
    assert "CC BY 4.0" in path.read_text(encoding="utf-8").split("@prefix", 1)[0]
    assert not [t for triple in Graph().parse(path) for t in triple if isinstance(t, BNode)]
