"""The register of plans: honest about what is known, and clear about what is wrong in a row."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from cjgraph.errors import FileNotReadable, SyntaxFault
from cjgraph.namespaces import PREFIXES
from cjgraph.resources import resource_folder
from ingest.register import observation_graph, register_graph, service_graph
from ingest.register._fields import ENTRIES, OBSERVATIONS, SERVICES, Table

ONTOLOGY = resource_folder("ontology")


@pytest.fixture(scope="module")
def register() -> ox.Store:
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in register_graph(ONTOLOGY / "register").triples)
    vocabularies = ONTOLOGY / "vocabularies"
    for name in ("partnerships.ttl", "register-terms.ttl"):
        store.load(path=str(vocabularies / name), format=ox.RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="module")
def ontology_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("ontology")
    for name in ("vocabularies", "catalogue", "services", "register"):
        shutil.copytree(ONTOLOGY / name, copy / name)
    return copy


def select(store: ox.Store, query: str) -> list[list[str]]:
    found = store.query(query, prefixes=PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    return [[term.value for term in row if not isinstance(term, ox.Triple)] for row in found]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_every_partnership_has_a_row_for_its_plan(register: ox.Store) -> None:
    missing = select(
        register,
        "SELECT ?p WHERE { ?p a cj:CommunityJusticePartnership FILTER NOT EXISTS {"
        " ?e cj:registeredFor ?p ; cj:documentKind id:document-kind\\/cjoip } }",
    )
    assert missing == []
    entries = rows(ONTOLOGY / "register" / "entries.csv")
    plans = Counter(row["partnership"] for row in entries if row["kind"] == "cjoip")
    assert len(plans) == 30


def test_what_is_not_known_claims_nothing(register: ox.Store) -> None:
    claims = select(
        register,
        "SELECT ?e WHERE { ?e cj:registerStatus id:register-status\\/not-known ."
        " { ?e schema:url ?x } UNION { ?e cj:periodEnd ?x } UNION { ?e cj:lastChecked ?x }"
        " UNION { ?e cj:wordingStatus cj:confirmed } }",
    )
    assert claims == []


def test_a_public_page_is_found_with_its_address_and_edition(register: ox.Store) -> None:
    found = select(
        register,
        "SELECT ?url ?edition WHERE { ?e cj:registeredFor id:partnership\\/east-lothian ;"
        " schema:url ?url ; cj:registeredEdition ?edition }",
    )
    assert [(url.split("/")[2], edition.rsplit("/", 1)[1]) for url, edition in found] == [
        ("eastlothian.gov.uk", "cjpf-2023")
    ]


def test_every_entry_has_label_source_and_wording_status(register: ox.Store) -> None:
    bare = select(
        register,
        "SELECT ?e WHERE { ?e a cj:RegisterEntry FILTER NOT EXISTS {"
        " ?e rdfs:label ?l ; dcterms:source ?s ; cj:wordingStatus ?w } }",
    )
    assert bare == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"partnership": "atlantis"}, "row 2, column partnership: 'atlantis' is not a known"),
        ({"partnership": ""}, "row 2, column partnership: the cell is empty"),
        ({"kind": "cjop"}, "row 2, column kind: 'cjop' is not a known document-kind; did you mean"),
        ({"status": "expired"}, "row 2, column status: 'expired' is not a known register-status"),
        ({"edition": "cjpf-2099"}, "row 2, column edition: 'cjpf-2099' is not a known edition"),
        ({"period_end": "31/03/2026"}, "row 2, column period_end: '31/03/2026' is not a day such"),
        ({"period_end": "2026-02-30"}, "row 2, column period_end: '2026-02-30' is not a day of"),
        ({"address": "javascript:alert(1)"}, "row 2, column address: 'javascript:alert(1)' is not"),
        (
            {"address": "https://example.org/"},
            "row 2, column address: a document that is not",
        ),
        ({"source": ""}, "row 2, column source: there is neither a source nor a publication"),
        ({"id": "angus-cjoip"}, "row 5, column id: 'angus-cjoip' is already the id of row 2"),
        (
            {"status": "published", "period_start": "2026-04-01", "period_end": "2026-03-31"},
            "row 2, column period_end: the last day (2026-03-31) is before the first day",
        ),
        (
            {"status": "published", "kind": "annual-report", "period_end": "2025-12-31"},
            "row 2, column period_end: an annual report is for a year to 31 March",
        ),
    ],
)
def test_a_fault_is_named_by_row_and_column(
    ontology_copy: Path, change: dict[str, str], said: str
) -> None:
    table = rows(ONTOLOGY / "register" / "entries.csv")
    table[0] |= change
    with (ontology_copy / "register" / "entries.csv").open(
        "w", encoding="utf-8", newline=""
    ) as handle:
        writer = csv.DictWriter(handle, list(table[0]))
        writer.writeheader()
        writer.writerows(table)
    with pytest.raises(SyntaxFault, match=re.escape(f"entries.csv, {said}")):
        register_graph(ontology_copy / "register")


def test_a_missing_table_is_said_plainly(ontology_copy: Path) -> None:
    with pytest.raises(FileNotReadable, match=r"nowhere.*entries\.csv can't be read"):
        (ontology_copy / "nowhere").mkdir(exist_ok=True)
        register_graph(ontology_copy / "nowhere")


@pytest.mark.parametrize(
    ("folder", "tables"), [("register", [ENTRIES]), ("services", [SERVICES, OBSERVATIONS])]
)
def test_the_description_of_the_columns_is_in_step(folder: str, tables: list[Table]) -> None:
    described = json.loads((ONTOLOGY / folder / "csv-metadata.json").read_text(encoding="utf-8"))
    for told, table in zip(described["tables"], tables, strict=True):
        assert told["url"] == table.file
        columns = told["tableSchema"]["columns"]
        assert [c["name"] for c in columns] == [c.name for c in table.columns]
        assert [c["required"] for c in columns] == [c.required for c in table.columns]
        assert ["separator" in c for c in columns] == [c.many for c in table.columns]
        assert [c.get("propertyUrl", "") for c in columns] == [f.predicate for f in table.fields]
        assert all(c["dc:description"] for c in columns)


def test_every_property_of_the_tables_is_in_the_ontology() -> None:
    terms = ox.Store()
    for path in (ONTOLOGY / "core").glob("*.ttl"):
        terms.load(path=str(path), format=ox.RdfFormat.TURTLE)
    known = {row[0] for row in select(terms, "SELECT ?p WHERE { ?p rdfs:label ?l }")}
    own = {
        field.predicate
        for table in (ENTRIES, SERVICES, OBSERVATIONS)
        for field in table.fields
        if field.predicate.startswith(PREFIXES["cj"])
    }
    assert own - known == set()


def test_each_graph_has_its_own_name_and_the_hash_of_its_file() -> None:
    made = [
        register_graph(ONTOLOGY / "register"),
        service_graph(ONTOLOGY / "services"),
        observation_graph(ONTOLOGY / "services"),
    ]
    names = [graph.iri.removeprefix(PREFIXES["graph"]) for graph in made]
    assert names == ["register/entries", "service/services", "service/observations"]
    assert [graph.source.kind for graph in made] == ["register", "service", "service"]
    assert len({graph.source.file_sha256 for graph in made}) == 3
