"""The evidence catalogue: what it holds, and what happens when a row is wrong."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

from cjgraph import namespaces
from cjgraph.errors import FileNotReadable, SyntaxFault
from cjgraph.resources import resource_folder
from ingest.catalogue import Catalogue, Codes, catalogue_triples, read_catalogue, read_codes
from ingest.catalogue._columns import DISAGREEMENTS, FINDINGS, PUBLICATIONS

Edit = Callable[[list[dict[str, str]]], None]


@pytest.fixture(scope="module")
def codes() -> Codes:
    return read_codes()


@pytest.fixture(scope="module")
def catalogue(codes: Codes) -> Catalogue:
    return read_catalogue(resource_folder("ontology") / "catalogue", codes=codes)


@pytest.fixture(scope="module")
def store(catalogue: Catalogue) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.extend(pyoxigraph.Quad(*triple) for triple in catalogue_triples(catalogue))
    return store


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource_folder("ontology") / "catalogue", tmp_path / "catalogue"))


def edit(table: Path, change: Edit) -> None:
    with table.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    names = list(rows[0])
    change(rows)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, names)
    writer.writeheader()
    writer.writerows(rows)
    table.write_bytes(out.getvalue().encode("utf-8"))


def setting(row: int, **cells: str) -> Edit:
    """Change cells of the row that a spreadsheet shows under this number."""

    def change(rows: list[dict[str, str]]) -> None:
        rows[row - 2].update(cells)

    return change


# --- What it holds -----------------------------------------------------------


def test_counts(catalogue: Catalogue) -> None:
    assert [entry.id for entry in catalogue.publications] == [
        f"EV{number:03d}" for number in range(1, 101)
    ]
    assert len(catalogue.findings) == 79
    assert len(catalogue.disagreements) == 6


def test_unread_publications_have_no_finding(catalogue: Catalogue) -> None:
    unread = {entry.id for entry in catalogue.publications if entry.read_level == "B"}
    assert len(unread) == 29
    assert unread.isdisjoint(finding.publication for finding in catalogue.findings)


def test_finding_numbers_are_kept(catalogue: Catalogue) -> None:
    several = {"EV001": 3, "EV003": 6, "EV008": 2}
    counts = Counter(finding.publication for finding in catalogue.findings)
    assert {name: count for name, count in counts.items() if count > 1} == several
    ids = {finding.id for finding in catalogue.findings}
    for name in counts:
        expected = {f"{name}-F{number}" for number in range(1, several.get(name, 1) + 1)}
        assert expected <= ids


@pytest.mark.parametrize(
    ("finding", "figures"),
    [
        ("EV001-F2", ["5%"]),
        ("EV008-F2", ["941", "583", "187", "32%", "37%"]),
        ("EV011-F1", ["59%", "39%", "78%", "65%", "727"]),
        ("EV031-F1", ["87,716", "47%", "20%", "14%", "18%"]),
        ("EV036-F1", ["39%", "30%", "33"]),
        ("EV040-F1", ["353,000"]),
        ("EV048-F1", ["0.64", "24%"]),
        ("EV051-F1", ["27", "13", "11", "14"]),
        ("EV052-F1", ["50%", "44%"]),
        ("EV065-F1", ["0.97", "0.89-1.07", "0.80-1.00", "0.57-0.85", "0.56-0.87"]),
        ("EV073-F1", ["13.4%", "19.4%", "32.6%", "36.0%", "24.3%"]),
        ("EV083-F1", ["84%", "40%"]),
    ],
)
def test_figures_are_kept(catalogue: Catalogue, finding: str, figures: list[str]) -> None:
    text = next(entry.text for entry in catalogue.findings if entry.id == finding)
    assert [figure for figure in figures if figure not in text] == []


def test_short_custody_study_says_which_way(catalogue: Catalogue) -> None:
    entry = next(entry for entry in catalogue.findings if entry.id == "EV039-F1")
    assert "short custodial sentence" in entry.text
    assert entry.stance == "supports"
    assert entry.interventions == ("community-sentences",)
    assert entry.compared_with == ("short-custodial-sentence",)


def test_supervised_bail_carries_its_caveats(catalogue: Catalogue) -> None:
    by_id = {entry.id: entry for entry in catalogue.findings}
    for name in ("EV003-F5", "EV096-F1"):
        assert by_id[name].interventions == ("supervised-bail",)
        assert by_id[name].stance == "supports"
        assert "ndo-3" in by_id[name].outcomes
    assert "more research" in by_id["EV003-F5"].caveat
    assert "up-tariffing" in by_id["EV003-F5"].caveat
    assert "quarter" in by_id["EV096-F1"].caveat
    assert "uneven" in by_id["EV096-F1"].caveat


def test_stance_is_the_effect_and_strength_stays_apart(catalogue: Catalogue) -> None:
    by_id = {entry.id: entry for entry in catalogue.findings}
    assert by_id["EV056-F1"].stance == "null"
    assert by_id["EV075-F1"].stance == "against"
    assert by_id["EV082-F1"].stance == "null"
    assert (by_id["EV047-F1"].stance, by_id["EV047-F1"].own_label) == ("supports", "promising")
    rated = {entry.id: entry.certainty for entry in catalogue.findings if entry.certainty}
    assert rated == {"EV071-F1": "moderate", "EV072-F1": "low"}


def test_what_is_unconfirmed_is_marked(catalogue: Catalogue) -> None:
    assert {entry.id for entry in catalogue.findings if entry.confirmation == "unconfirmed"} == {
        "EV007-F1",
        "EV057-F1",
    }
    unconfirmed = {e.id for e in catalogue.publications if e.confirmation == "unconfirmed"}
    assert {"EV007", "EV049", "EV074", "EV077", "EV096"} <= unconfirmed
    assert "EV003" not in unconfirmed


def test_the_recorded_disagreements(catalogue: Catalogue) -> None:
    sides = {(entry.side_a, entry.side_b) for entry in catalogue.disagreements}
    assert sides == {
        (("EV054-F1", "EV055-F1"), ("EV056-F1",)),
        (("EV069-F1",), ("EV070-F1",)),
        (("EV079-F1",), ("EV082-F1",)),
        (("EV073-F1",), ("EV075-F1",)),
        (("EV050-F1",), ("EV051-F1",)),
        (("EV061-F1",), ("EV063-F1", "EV064-F1")),
    }


# --- As a graph --------------------------------------------------------------


def ask(store: pyoxigraph.Store, query: str) -> list[tuple[str, ...]]:
    solutions = store.query(query, prefixes=namespaces.PREFIXES)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    return [tuple(term.value for term in solution) for solution in solutions]


def test_graph_has_every_record(store: pyoxigraph.Store) -> None:
    for cls, count in (("EvidenceReview", 100), ("Finding", 79), ("Disagreement", 6)):
        rows = ask(
            store,
            f"SELECT DISTINCT ?x {{ ?x a cj:{cls} ; rdfs:label ?label ; dcterms:source ?source ;"
            " cj:wordingStatus ?status }",
        )
        assert len(rows) == count


def test_notations_lead_to_findings(store: pyoxigraph.Store) -> None:
    rows = ask(
        store,
        'SELECT ?x ?caveat ?page { ?x skos:notation "EV003-F5" ; cj:caveat ?caveat ;'
        " cj:fromPublication/schema:url ?page }",
    )
    assert {row[0] for row in rows} == {namespaces.thing("finding", "ev003-f5")}


def test_disagreement_goes_both_ways(store: pyoxigraph.Store) -> None:
    rows = set(ask(store, "SELECT ?a ?b { ?a cj:disagreesWith ?b }"))
    assert rows == {(other, one) for one, other in rows}
    assert len(rows) == 16


def test_triples_come_once_and_point_to_known_things(catalogue: Catalogue) -> None:
    triples = list(catalogue_triples(catalogue))
    assert len(triples) == len(set(triples))
    known = {triple.subject for triple in triples}
    folder = resource_folder("ontology")
    declared = set()
    for file in [*(folder / "vocabularies").glob("*.ttl"), *(folder / "core").glob("*.ttl")]:
        declared |= {quad.subject for quad in pyoxigraph.parse(path=str(file))}
    for triple in triples:
        assert triple.predicate in declared or not triple.predicate.value.startswith(namespaces.CJ)
        value = triple.object
        if isinstance(value, pyoxigraph.NamedNode) and value.value.startswith(namespaces.ROOT):
            assert value in known or value in declared, value


# --- Described schema --------------------------------------------------------


def test_description_agrees_with_what_is_checked() -> None:
    folder = resource_folder("ontology") / "catalogue"
    described = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    tables = {table["url"]: table["tableSchema"] for table in described["tables"]}
    checked = {
        "publications.csv": PUBLICATIONS,
        "findings.csv": FINDINGS,
        "disagreements.csv": DISAGREEMENTS,
    }
    assert tables.keys() == checked.keys()
    for name, columns in checked.items():
        header = (folder / name).read_text(encoding="utf-8").splitlines()[0].split(",")
        assert header == [column["name"] for column in tables[name]["columns"]]
        for column, told in zip(columns, tables[name]["columns"], strict=True):
            assert column.name == told["name"]
            assert column.required == told["required"], (name, column.name)
            assert column.many == ("separator" in told), (name, column.name)
            assert told["dc:description"]
            if column.pattern:
                assert told["datatype"]["format"] == column.pattern.pattern
            if column.kind:
                kinds = re.findall(r"/id/([a-z-]+)/", told.get("valueUrl", ""))
                assert kinds == [column.kind[0]] or column.name == "outcomes"


# --- Rows that are wrong -----------------------------------------------------


@pytest.mark.parametrize(
    ("table", "change", "place", "what"),
    [
        (
            "findings.csv",
            setting(7, stance="good"),
            "findings.csv, row 7, column stance",
            "'good' is not a known stance",
        ),
        (
            "findings.csv",
            setting(3, id="EV001-F1"),
            "findings.csv, row 3, column id",
            "already the id of row 2",
        ),
        (
            "findings.csv",
            setting(2, publication="EV999", id="EV999-F1"),
            "findings.csv, row 2, column publication",
            "there is no publication 'EV999'",
        ),
        (
            "findings.csv",
            setting(2, publication="EV004", id="EV004-F1"),
            "findings.csv, row 2, column publication",
            "known but not read",
        ),
        (
            "findings.csv",
            setting(9, needs="family;hoosing"),
            "findings.csv, row 9, column needs",
            "did you mean 'housing'?",
        ),
        (
            "findings.csv",
            setting(9, outcomes="ndo-12"),
            "findings.csv, row 9, column outcomes",
            "'ndo-12' is not a known outcome",
        ),
        (
            "findings.csv",
            setting(5, certainty="quite"),
            "findings.csv, row 5, column certainty",
            "'quite'",
        ),
        (
            "findings.csv",
            setting(5, design_level="3", design_note=""),
            "findings.csv, row 5, column design_note",
            "how it was judged",
        ),
        (
            "findings.csv",
            setting(5, confirmation="unconfirmed", confirmation_note=""),
            "findings.csv, row 5, column confirmation_note",
            "what is unconfirmed",
        ),
        (
            "findings.csv",
            setting(4, text=" "),
            "findings.csv, row 4, column text",
            "the cell is empty",
        ),
        (
            "findings.csv",
            setting(4, locator_url="javascript://%0aalert(1)"),
            "findings.csv, row 4, column locator_url",
            "is not a web address",
        ),
        (
            "publications.csv",
            setting(12, title=""),
            "publications.csv, row 12, column title",
            "the cell is empty",
        ),
        (
            "publications.csv",
            setting(4, year="2O19"),
            "publications.csv, row 4, column year",
            "'2O19' is not a year of four digits",
        ),
        (
            "publications.csv",
            setting(4, url="", found_at=""),
            "publications.csv, row 4, column url",
            "neither an address",
        ),
        (
            "publications.csv",
            setting(6, read_level="A"),
            "publications.csv, row 6, column read_level",
            "needs at least one finding",
        ),
        (
            "publications.csv",
            setting(6, type="blog"),
            "publications.csv, row 6, column type",
            "'blog' is not a known publication-type",
        ),
        (
            "disagreements.csv",
            setting(2, side_b="EV056-F2"),
            "disagreements.csv, row 2, column side_b",
            "there is no finding 'EV056-F2'",
        ),
        (
            "disagreements.csv",
            setting(2, side_b="EV054-F1"),
            "disagreements.csv, row 2, column side_b",
            "stands on both sides",
        ),
    ],
)
def test_a_fault_is_named_by_place(
    copy: Path, codes: Codes, table: str, change: Edit, place: str, what: str
) -> None:
    edit(copy / table, change)
    with pytest.raises(SyntaxFault) as caught:
        read_catalogue(copy, codes=codes)
    lines = [line for line in caught.value.message.splitlines() if place in line]
    assert any(what in line for line in lines), caught.value.message


def test_all_faults_are_told_together_up_to_twenty(copy: Path, codes: Codes) -> None:
    def spoil(rows: list[dict[str, str]]) -> None:
        for row in rows[:25]:
            row["stance"] = "good"

    edit(copy / "findings.csv", spoil)
    with pytest.raises(SyntaxFault) as caught:
        read_catalogue(copy, codes=codes)
    lines = caught.value.message.splitlines()
    assert "25 faults" in lines[0]
    assert len(lines) == 22
    assert lines[-1].strip() == "and 5 more"


def test_broken_utf8_is_named_by_row(copy: Path, codes: Codes) -> None:
    table = copy / "publications.csv"
    lines = table.read_bytes().split(b"\n")
    lines[4] += b"\xff"
    table.write_bytes(b"\n".join(lines))
    with pytest.raises(SyntaxFault, match=r"publications\.csv, row 5: the text is not UTF-8"):
        read_catalogue(copy, codes=codes)


def test_missing_and_surplus_columns(copy: Path, codes: Codes) -> None:
    table = copy / "disagreements.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("question", "quest", 1), "utf-8")
    with pytest.raises(SyntaxFault) as caught:
        read_catalogue(copy, codes=codes)
    assert "column question: the column is missing" in caught.value.message
    assert "column quest: there is no such column" in caught.value.message


@pytest.mark.parametrize("content", [b"", b'id,question\n"open', b"\x00\x00", b"id\n\n\n"])
def test_any_broken_table_gives_a_clear_error(copy: Path, codes: Codes, content: bytes) -> None:
    (copy / "disagreements.csv").write_bytes(content)
    with pytest.raises(SyntaxFault, match=r"disagreements\.csv, row \d"):
        read_catalogue(copy, codes=codes)


def test_a_row_with_a_cell_too_many(copy: Path, codes: Codes) -> None:
    table = copy / "disagreements.csv"
    lines = table.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].rstrip() + b",more\r\n"
    table.write_bytes(b"".join(lines))
    with pytest.raises(SyntaxFault, match=r"row 3: the row has 6 cells, the header has 5"):
        read_catalogue(copy, codes=codes)


def test_missing_table_and_folder(copy: Path, codes: Codes) -> None:
    (copy / "findings.csv").unlink()
    with pytest.raises(FileNotReadable, match=r"findings\.csv can't be read: it does not exist"):
        read_catalogue(copy, codes=codes)
    with pytest.raises(FileNotReadable, match="no catalogue folder"):
        read_catalogue(copy / "nowhere", codes=codes)


def test_what_spreadsheets_do_to_a_file_is_accepted(
    copy: Path, codes: Codes, catalogue: Catalogue
) -> None:
    table = copy / "findings.csv"
    text = table.read_text(encoding="utf-8").replace("; ", ";")
    empty_row = "," * (len(FINDINGS) - 1) + "\n"
    table.write_bytes(("\ufeff" + text + empty_row).encode("utf-8"))
    assert len(read_catalogue(copy, codes=codes).findings) == len(catalogue.findings)


def test_vocabularies_that_are_missing_or_broken(tmp_path: Path) -> None:
    with pytest.raises(FileNotReadable, match="no vocabulary files"):
        read_codes(tmp_path)
    (tmp_path / "needs.ttl").write_text("this is not Turtle", encoding="utf-8")
    with pytest.raises(SyntaxFault, match=r"needs\.ttl is not well-formed Turtle"):
        read_codes(tmp_path)


def test_a_publication_has_one_address_of_its_own(store: pyoxigraph.Store) -> None:
    """A report led readers of a health board's guide to a copy on a document-sharing site."""
    rows = ask(store, "SELECT ?p ?url { ?p a cj:EvidenceReview ; schema:url ?url }")
    assert len({row[0] for row in rows}) == len(rows)
    own = dict(rows)[namespaces.thing("publication", "ev013")]
    assert "healthscotland.scot" in own
