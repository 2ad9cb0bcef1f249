"""Services as a directory lists them, and figures that say what they are."""

from __future__ import annotations

import csv
import shutil
import uuid
from pathlib import Path
from typing import Any

import pytest

from cjgraph.errors import SyntaxFault
from cjgraph.namespaces import thing
from cjgraph.register import hsds_services
from cjgraph.resources import resource_folder
from cjgraph.store import DataFolder, Snapshot, StoreWriter, open_snapshot
from ingest.loading import load_packaged
from ingest.register import observation_graph, service_graph

ONTOLOGY = resource_folder("ontology")

#: The statuses that HSDS 3.0 knows.
HSDS_STATUSES = {"active", "inactive", "defunct", "temporarily closed"}


@pytest.fixture(scope="module")
def listing(snapshot: Snapshot) -> dict[str, dict[str, Any]]:
    return {service["uri"].rpartition("/")[2]: service for service in hsds_services(snapshot)}


def change(copy: Path, file: str, **cells: str) -> Path:
    for name in ("vocabularies", "catalogue", "services"):
        shutil.copytree(ONTOLOGY / name, copy / name)
    table = copy / "services" / file
    with table.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    rows[0] |= cells
    with table.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return table.parent


def test_every_service_has_what_hsds_requires(listing: dict[str, dict[str, Any]]) -> None:
    assert len(listing) == 9
    for service in listing.values():
        assert str(uuid.UUID(service["id"])) == service["id"]
        assert service["name"] and service["status"] in HSDS_STATUSES
        if "organization" in service:
            body = service["organization"]
            assert uuid.UUID(body["id"]) and body["name"] and body["description"]
            assert service["organization_id"] == body["id"]
        for attribute in service.get("attributes", []):
            assert attribute["link_entity"] == "service" and attribute["link_id"] == service["id"]
            assert attribute["taxonomy_term"]["name"] and attribute["taxonomy_term"]["description"]
    assert len({service["id"] for service in listing.values()}) == 9


def test_a_service_of_unknown_status_is_never_given_as_active(
    listing: dict[str, dict[str, Any]],
) -> None:
    assert {service["status"] for service in listing.values()} == {"inactive"}
    assert all("not been confirmed" in service["alert"] for service in listing.values())


def test_shine_is_listed_as_the_evidence_describes_it(listing: dict[str, dict[str, Any]]) -> None:
    shine = listing["shine"]
    assert shine["organization"]["name"] == "Sacro"
    assert shine["eligibility_description"].startswith("Women on short sentences")
    assert [area["name"] for area in shine["service_areas"]] == ["Scotland"]
    assert shine["funding"][0]["source"].startswith("Reducing Reoffending Change Fund")
    terms = {a["taxonomy_term"]["term_uri"] for a in shine["attributes"]}
    assert thing("intervention", "mentoring") in terms and thing("population", "women") in terms
    # What the specification has no field for is kept, not dropped.
    assert "59% of the women" in shine["cjgraph"]["outcomesAchieved"]
    assert "727" in shine["cjgraph"]["serviceCapacity"]


def test_an_empty_cell_is_left_out(listing: dict[str, dict[str, Any]]) -> None:
    assert not {"url", "email", "fees_description"} & set(listing["navigator"])
    assert all(value not in ("", None) for s in listing.values() for value in s.values())


def test_a_known_status_is_given_without_an_alert(tmp_path: Path, snapshot: Snapshot) -> None:
    folder = change(
        tmp_path / "copy", "services.csv", status="active", duplicates="shine", specialist="yes"
    )
    data = DataFolder(tmp_path / "data")
    load_packaged(data)
    made = service_graph(folder)
    with StoreWriter(data, agent="test") as writer:
        writer.replace_graph(made.iri, made.triples, made.source)
        writer.publish()
    first = hsds_services(open_snapshot(data))[0]
    assert hsds_services(snapshot)[0]["status"] == "inactive"
    assert first["status"] == "active" and "alert" not in first
    assert first["cjgraph"]["isSpecialist"] == "true"


def test_a_service_is_found_by_need_and_by_evidence(snapshot: Snapshot) -> None:
    rows = snapshot.rows(
        "SELECT DISTINCT ?service ?stance WHERE { ?service a cj:Service ; cj:usesIntervention ?i ."
        " ?finding cj:concernsIntervention ?i ; cj:stance/skos:notation ?stance ."
        " FILTER(?i = id:intervention\\/caledonian-system) }"
    )
    assert {row["service"] for row in rows} == {thing("service", "caledonian-system")}


def test_every_figure_has_unit_source_and_something_it_is_about(snapshot: Snapshot) -> None:
    rows = snapshot.rows(
        "SELECT ?o ?value ?unit ?source WHERE { ?o a cj:Observation ; cj:observedValue ?value ;"
        " cj:unit ?unit ; dcterms:source ?source ; cj:observedArea|cj:observedPopulation ?x }"
    )
    assert len({row["o"] for row in rows}) == 24
    total = snapshot.rows("SELECT ?o WHERE { ?o a cj:Observation }")
    assert len(total) == 24


def test_the_figure_on_diversion_is_not_passed_off_as_the_national_indicator(
    snapshot: Snapshot,
) -> None:
    (row,) = snapshot.rows(
        "SELECT ?value ?over ?unit ?start ?end ?area ?finding ?related WHERE {"
        " ?o cj:observedWhat 'people diverted from prosecution' ; cj:observedValue ?value ;"
        " cj:valueQualifier ?over ; cj:unit ?unit ; cj:periodStart ?start ; cj:periodEnd ?end ;"
        " cj:observedArea/rdfs:label ?area ; prov:wasDerivedFrom/skos:notation ?finding ;"
        " cj:relatedIndicator/skos:notation ?related . "
        " FILTER NOT EXISTS { ?o cj:observedIndicator ?official } }"
    )
    assert (row["over"], row["value"], row["unit"]) == ("over", "3300", "people")
    assert (row["start"], row["end"], row["area"]) == ("2023-04-01", "2024-03-31", "Scotland")
    assert (row["finding"], row["related"]) == ("EV026-F1", "ni-1")


@pytest.mark.parametrize(
    ("file", "cells", "said"),
    [
        (
            "services.csv",
            {"organization": "sacroo"},
            "column organization: 'sacroo' is not a known",
        ),
        ("services.csv", {"status": "open"}, "column status: 'open' is not one of active"),
        ("services.csv", {"areas": "S99999999"}, "column areas: 'S99999999' is not a known area"),
        ("services.csv", {"email": "ring us"}, "column email: 'ring us' is not an e-mail address"),
        ("services.csv", {"duplicates": "aberdeen-problem-solving-approach"}, "duplicate itself"),
        (
            "services.csv",
            {"funded_from": "2026-04-01", "funded_to": "2025-03-31"},
            "column funded_to: the last day",
        ),
        ("observations.csv", {"value": "3,300"}, "column value: '3,300' is not a number"),
        ("observations.csv", {"finding": "EV026-F9"}, "column finding: 'EV026-F9' is not a known"),
        ("observations.csv", {"unit": ""}, "column unit: the cell is empty"),
        ("observations.csv", {"area": "", "populations": ""}, "column area: the figure is neither"),
    ],
)
def test_a_fault_is_named_by_row_and_column(
    tmp_path: Path, file: str, cells: dict[str, str], said: str
) -> None:
    folder = change(tmp_path, file, **cells)
    read = service_graph if file == "services.csv" else observation_graph
    with pytest.raises(SyntaxFault) as caught:
        read(folder)
    assert f"{file}, row 2" in caught.value.message and said in caught.value.message
