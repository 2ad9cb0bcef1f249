"""Services from HSDS and Open Referral UK: pages, single objects, tables, one table alone."""

from __future__ import annotations

import zipfile
from typing import Any

import pytest

from cjgraph.errors import SyntaxFault, WrongFormat
from cjgraph.namespaces import GEOGRAPHY, thing
from cjgraph.register import hsds_services
from tests.ingest.imports.desk import Desk, counts, notes, problems

UUID = "ac148810-d857-441c-9679-408f346de14b"
IRI = thing("service", f"local-{UUID}")
FIFE = GEOGRAPHY + "S12000047"


def hsds(**fields: Any) -> dict[str, Any]:
    """Return a service as HSDS 3 gives it, with some fields changed."""
    return {
        "id": UUID,
        "name": "Way Out Throughcare",
        "alternate_name": "Way Out",
        "description": "Support before and after <b>release</b>.",
        "url": "https://wayout.example",
        "email": "office@wayout.example",
        "status": "active",
        "assured_date": "2026-01-31",
        "fees_description": "Free",
        "eligibility_description": "People leaving prison.",
        "minimum_age": 16,
        "maximum_age": 25,
        "organization": {"id": "o1", "name": "Way Out Example", "description": "A charity."},
        "service_areas": [{"name": "Fife"}, {"uri": GEOGRAPHY + "S12000030"}],
        "funding": [{"source": "Scottish Government"}],
        "cost_options": [{"option": "day", "amount": 5, "currency": "GBP"}],
        "attributes": [{"taxonomy_term": {"name": "Housing", "taxonomy": "Open Eligibility"}}],
        "phones": [{"number": "0131 496 0000"}],
        "contacts": [{"name": "Jane Smith"}],
        **fields,
    }


def oruk() -> dict[str, Any]:
    """Return a service as the earlier dialect of Open Referral UK gives it."""
    return {
        "id": UUID,
        "name": "Way Out Throughcare",
        "status": "active",
        "fees": "Free",
        "attending_type": "venue",
        "deliverable_type": "advice",
        "organization": {"id": "o1", "name": "Way Out Example"},
        "service_areas": [{"id": "a1", "service_area": "Fife", "extent": None}],
        "eligibilitys": [{"eligibility": "adults", "minimum_age": 18.0, "maximum_age": None}],
        "fundings": [{"source": "Lottery"}],
        "service_taxonomys": [
            {"taxonomy": {"id": "x", "name": "Debt advice", "vocabulary": "esdServiceTypes"}}
        ],
        "service_at_locations": [{"location": {"name": "Hall"}}],
    }


def test_a_service_of_hsds_is_said_in_our_words(desk: Desk) -> None:
    plan = desk.load("services", desk.file("l.json", [hsds()]))
    said = desk.values(IRI)
    assert said["label"] == ["Way Out Throughcare"] and said["altLabel"] == ["Way Out"]
    assert said["description"] == ["Support before and after release."]
    assert said["serviceStatus"] == ["active"] and said["fees"] == ["Free"]
    assert said["contactEmail"] == ["office@wayout.example"]
    assert said["assuredDate"] == ["2026-01-31"]
    assert said["eligibility"] == ["People leaving prison. Ages 16 to 25."]
    assert said["availableInArea"] == sorted([FIFE, GEOGRAPHY + "S12000030"])
    assert said["fundingSource"] == ["Scottish Government"] and said["unitCost"] == ["5 GBP (day)"]
    assert said["addressesNeed"] == [thing("need", "housing")]
    assert said["editorialNote"] == ["Its source lists it under: Housing (Open Eligibility)."]
    assert said["providedBy"] == [thing("organization", "local-way-out-example")]
    assert "contacts, telephone numbers" in notes(plan)
    assert "Jane" not in str(list(desk.snapshot.triples(plan.graph)))


def test_it_comes_out_again_as_hsds(desk: Desk) -> None:
    desk.load("services", desk.file("l.json", [hsds()]))
    found = next(s for s in hsds_services(desk.snapshot) if s["uri"] == IRI)
    assert found["status"] == "active" and found["organization"]["name"] == "Way Out Example"
    assert found["organization"]["description"] == "A charity."
    assert {area["name"] for area in found["service_areas"]} == {"Fife", "Stirling"}


def test_our_own_export_is_known(desk: Desk) -> None:
    plan = desk.plan("services", desk.file("own.json", hsds_services(desk.snapshot)))
    assert counts(plan) == {} and "is in the data already" in notes(plan)


@pytest.mark.parametrize(
    ("wrap", "place"),
    [
        (lambda s: s, "the service"),
        (lambda s: [s], "[0]"),
        (lambda s: {"total_items": 1, "contents": [s]}, "contents[0]"),
        (lambda s: {"totalElements": 1, "content": [s]}, "content[0]"),
        (lambda s: {"services": [s]}, "services[0]"),
        (lambda s: {"data": {"services": [s]}}, "data.services[0]"),
        (lambda s: [{"service": s}], "[0].service"),
    ],
)
def test_listings_of_every_shape_are_found(desk: Desk, wrap: Any, place: str) -> None:
    plan = desk.plan("services", desk.file("l.json", wrap(hsds())))
    assert plan.changes.entries[0].place == f"l.json, {place}"
    assert plan.changes.entries[0].label == "Way Out Throughcare"


def test_the_earlier_dialect_is_read(desk: Desk) -> None:
    listing = {"totalElements": 40, "content": [oruk()]}
    plan = desk.load("services", desk.file("l.json", listing))
    said = desk.values(IRI)
    assert said["attendingType"] == ["venue"] and said["deliverableType"] == ["advice"]
    assert said["eligibility"] == ["adults Ages 18 and over."]
    assert said["fundingSource"] == ["Lottery"] and said["availableInArea"] == [FIFE]
    assert said["editorialNote"] == ["Its source lists it under: Debt advice (esdServiceTypes)."]
    assert "one page with 1 of 40 services" in notes(plan)
    assert "locations" in notes(plan)


def test_problems_are_named_by_path_and_all_at_once(desk: Desk) -> None:
    contents = [
        hsds(),
        hsds(id="2", name="", url="javascript:alert(1)", status="open"),
        hsds(id="3", name="Third", assured_date="31/02/2026", email="no address"),
        hsds(id="4", name="Fourth", description={"en": "x"}),
        hsds(id="5", name="Fifth", service_areas=[{"name": "X", "uri": GEOGRAPHY + "S12999999"}]),
        "text",
    ]
    plan = desk.plan("services", desk.file("l.json", {"contents": contents}))
    places = (
        "contents[1].name",
        "contents[1].url",
        "contents[1].status",
        "contents[2].assured_date",
        "contents[2].email",
        "contents[3].description",
        "contents[4].service_areas[0]",
        "contents[5]",
    )
    told = sorted(line.partition(": ")[0] for line in problems(plan))
    assert told == sorted(f"l.json, {place}" for place in places)


def test_areas_that_are_not_known_are_told_with_the_near_ones(desk: Desk) -> None:
    plan = desk.plan("services", desk.file("l.json", [hsds(service_areas=[{"name": "Stirlin"}])]))
    assert not plan.blocked
    assert "'Stirlin' is not known and was not kept; near to it are" in notes(plan)
    assert "S12000030 (Stirling)" in notes(plan)


@pytest.mark.parametrize(
    ("mailbox", "kept"),
    [
        ("office@x.example", True),
        ("community.justice@x.example", True),
        ("jane.smith@x.example", False),
        ("j.smith@x.example", False),
        ("Jane@x.example", False),
    ],
)
def test_only_mailboxes_of_offices_are_kept(desk: Desk, mailbox: str, kept: bool) -> None:
    plan = desk.plan("services", desk.file("l.json", [hsds(email=mailbox)]))
    said = [t.object.value for t in plan.changes.triples]
    assert (mailbox in said) == kept
    assert ("looks like that of a person" in notes(plan)) != kept


def test_names_and_case_numbers_in_descriptions(desk: Desk) -> None:
    item = hsds(description="Ask Mrs Jane Smith or write to jane@x.example.")
    plan = desk.plan("services", desk.file("l.json", [item]))
    said = " ".join(t.object.value for t in plan.changes.triples)
    assert "Smith" not in said and "jane@" not in said
    assert "l.json, [0].description: a personal name was masked" in notes(plan)
    item = hsds(description="Referred: AB 12 34 56 C.")
    plan = desk.plan("services", desk.file("l.json", [item]))
    assert "National Insurance number" in problems(plan)[0] and "12 34" not in problems(plan)[0]


def test_providers_are_the_bodies_that_are_known(desk: Desk) -> None:
    plan = desk.plan("services", desk.file("l.json", [hsds(organization={"name": "Fife Council"})]))
    assert [c.label for c in plan.changes.entries] == ["Way Out Throughcare"]
    assert thing("organization", "fife-council") in [t.object.value for t in plan.changes.triples]


TABLES = {
    "services.csv": "id,organization_id,name,description,status\n1,o1,Alpha,About it,active\n"
    "2,o9,Beta,,\n",
    "organizations.csv": "id,name,description,url\no1,Example Body,A charity.,https://b.example\n",
    "service_areas.csv": "id,service_id,service_area\na,1,Fife\nb,7,Fife\n",
    "taxonomy.csv": "id,name,vocabulary\nt1,Debt advice,Open Eligibility\n",
    "service_taxonomy.csv": "id,service_id,taxonomy_id\nx,1,t1\n",
    "eligibility.csv": "id,service_id,eligibility,minimum_age,maximum_age\ne,1,adults,18,\n",
    "funding.csv": "id,service_id,source\nf,1,Lottery\n",
    "service_at_location.csv": "id,service_id,location_id\nl,1,p\n",
    "phones.csv": "id,number\n1,0131 496 0000\n",
}


def check_tables(desk: Desk, plan: Any) -> None:
    assert not problems(plan)
    assert [c.label for c in plan.changes.entries] == ["Alpha", "Example Body", "Beta"]
    said = " ".join(t.object.value for t in plan.changes.triples)
    for words in ("Debt advice (Open Eligibility)", "adults Ages 18 and over.", "Lottery", FIFE):
        assert words in said
    assert "services.csv, row 3, column organization_id: there is no organisation 'o9'" in notes(
        plan
    )
    assert "service_areas.csv, row 3: is about a service '7' that is not there" in notes(plan)
    assert "phones.csv" in notes(plan)


def test_a_folder_of_tables_is_joined(desk: Desk) -> None:
    for name, text in TABLES.items():
        desk.file(f"set/{name}", text)
    check_tables(desk, desk.plan("services", desk.folder / "set"))
    package = desk.file("set/datapackage.json", {"resources": []})
    check_tables(desk, desk.plan("services", package))


def test_an_archive_of_tables_is_joined_and_the_newer_names_are_known(desk: Desk) -> None:
    path = desk.folder / "set.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in TABLES.items():
            archive.writestr(f"export/{name}", text)
    check_tables(desk, desk.plan("services", path))
    newer = {
        "services.csv": TABLES["services.csv"],
        "organizations.csv": TABLES["organizations.csv"],
        "taxonomy_terms.csv": "id,name,taxonomy\nt1,Debt advice,Open Eligibility\n",
        "attributes.csv": "id,link_id,link_entity,taxonomy_term_id\nx,1,service,t1\n"
        "y,1,organization,t1\n",
        "service_areas.csv": "id,service_id,name\na,1,Fife\n",
    }
    for name, text in newer.items():
        desk.file(f"new/{name}", text)
    plan = desk.plan("services", desk.folder / "new")
    assert "Debt advice (Open Eligibility)" in str(plan.changes.triples)


def test_a_set_without_services_is_said(desk: Desk) -> None:
    desk.file("set/organizations.csv", TABLES["organizations.csv"])
    plan = desk.plan("services", desk.folder / "set")
    assert "there is no services.csv" in problems(plan)[0]


def test_services_alone_point_to_the_organisations_beside(desk: Desk) -> None:
    for name in ("services.csv", "organizations.csv"):
        desk.file(f"set/{name}", TABLES[name])
    plan = desk.plan("services", desk.folder / "set" / "services.csv")
    assert "organizations.csv lies beside it: give the folder" in notes(plan)


def test_one_table_alone_with_the_headings_people_use(desk: Desk) -> None:
    text = (
        "Service name,About,Provided by,Area served,Needs,Population groups,Website,Funded to,"
        "Contact person,Colour\n"
        'Alpha,Helps,Fife Council,"Fife, Stirling",Housing;gold,Women,www.a.example,31/03/2027,'
        "Jane Smith,blue\n"
    )
    plan = desk.plan("services", desk.file("l.csv", text))
    assert "l.csv, row 2, column Needs: 'gold' is not a known need" in problems(plan)[0]
    text = text.replace("Housing;gold", "Housing")
    plan = desk.load("services", desk.file("l.csv", text))
    said = desk.values(thing("service", "local-alpha"))
    assert said["availableInArea"] == sorted([FIFE, GEOGRAPHY + "S12000030"])
    assert said["addressesNeed"] == [thing("need", "housing")]
    assert said["forPopulation"] == [thing("population", "women")]
    assert said["url"] == ["https://www.a.example"] and said["fundedTo"] == ["2027-03-31"]
    assert "columns that mean nothing here: Colour" in notes(plan)
    assert "Jane" not in str(plan.changes.triples)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("[" * 10_000 + "]" * 10_000, SyntaxFault),
        ('{"a":' * 10_000 + "1" + "}" * 10_000, SyntaxFault),
        ('{"contents": [{"name": "A"}', SyntaxFault),
        ('[{"name": Infinity}]', SyntaxFault),
        ("{}", WrongFormat),
        ("[]", WrongFormat),
        ('{"error": "not found"}', WrongFormat),
    ],
)
def test_json_that_is_broken_or_no_listing_is_refused(
    desk: Desk, content: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        desk.plan("services", desk.file("l.json", content))


@pytest.mark.parametrize("odd", [None, 5, True, [], {}, [[]], "\ud800", "x" * 30_000, 10**40])
@pytest.mark.parametrize(
    "field", ["name", "description", "url", "organization", "service_areas", "attributes", "id"]
)
def test_values_of_odd_kinds_never_break_the_reader(desk: Desk, field: str, odd: Any) -> None:
    plan = desk.plan("services", desk.file("l.json", [hsds(**{field: odd})]))
    assert plan.changes.entries or plan.draft.faults or plan.draft.notes
