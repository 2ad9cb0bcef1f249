"""Imports are one write into a graph of their own; the same file again changes nothing."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from cjgraph.errors import (
    CJGraphError,
    FileNotReadable,
    InputError,
    StoreError,
    TooLarge,
    WrongFormat,
)
from ingest.imports import apply_import
from ingest.loading import load_packaged
from tests.ingest.imports.desk import Desk, counts, notes, problems

TABLE = "id,name,description,area\na,Alpha service,First,Fife\nb,Beta service,Second,Stirling\n"
GRAPH = "https://w3id.org/cjgraph/graph/service/imported-local"
ALPHA = "https://w3id.org/cjgraph/id/service/local-a"


def test_a_dry_run_lists_what_would_change_and_touches_nothing(desk: Desk) -> None:
    before = desk.snapshot.name
    plan = desk.plan("services", desk.file("list.csv", TABLE))
    assert [(c.kind, c.label, c.place) for c in plan.changes.entries] == [
        ("added", "Alpha service", "list.csv, row 2"),
        ("added", "Beta service", "list.csv, row 3"),
    ]
    assert desk.snapshot.name == before
    assert not list(desk.snapshot.triples(GRAPH))


def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    path = desk.file("list.csv", TABLE)
    desk.load("services", path)
    after = desk.snapshot.name
    again = desk.load("services", path)
    assert counts(again) == {"unchanged": 2}
    assert desk.snapshot.name == after


def test_a_change_is_told_as_old_and_new(desk: Desk) -> None:
    desk.load("services", desk.file("list.csv", TABLE))
    changed = TABLE.replace("First", "Better").replace("Stirling", "Falkirk")
    plan = desk.load("services", desk.file("list.csv", changed))
    lines = [d.line() for change in plan.changes.entries for d in change.differences]
    assert lines == ["description: First → Better", "available in area: Stirling → Falkirk"]
    assert desk.values(ALPHA)["description"] == ["Better"]


def test_what_a_file_leaves_out_stays_unless_the_set_is_replaced(desk: Desk) -> None:
    desk.load("services", desk.file("list.csv", TABLE))
    short = desk.file("short.csv", "id,name,description,area\na,Alpha service,First,Fife\n")
    assert counts(desk.load("services", short)) == {"unchanged": 1, "kept": 1}
    plan = desk.load("services", short, replace=True)
    assert [(c.kind, c.label) for c in plan.changes.entries] == [("dropped", "Beta service")]
    assert not desk.values(ALPHA.replace("local-a", "local-b"))


def test_another_list_with_the_same_small_ids_does_not_overwrite(desk: Desk) -> None:
    desk.load("services", desk.file("one.csv", "id,name\n1,Throughcare\n"))
    plan = desk.plan("services", desk.file("two.csv", "id,name\n1,Money advice\n"))
    assert plan.blocked
    assert "has the id of 'Throughcare' in the set 'local'" in problems(plan)[0]
    assert counts(desk.load("services", desk.folder / "two.csv", name="other")) == {"added": 1}
    assert "Throughcare" in desk.values(ALPHA.replace("local-a", "local-1"))["label"]


def test_nothing_is_loaded_while_there_are_problems_and_all_are_told(desk: Desk) -> None:
    text = "name,url,status\nGood,https://a.example,active\n,nonsense,open\nC,ftp:x,active\n"
    path = desk.file("list.csv", text)
    plan = desk.plan("services", path)
    assert [line.partition(":")[0] for line in problems(plan)] == [
        "list.csv, row 3, column name",
        "list.csv, row 3, column url",
        "list.csv, row 3, column status",
        "list.csv, row 4, column url",
    ]
    desk.take_a_copy()
    before = desk.snapshot.name
    with pytest.raises(InputError, match="4 problems; nothing was loaded"):
        apply_import(desk.data, plan)
    assert desk.snapshot.name == before
    rest = desk.load("services", path, skip_faulty=True)
    assert [c.label for c in rest.changes.entries] == ["Good"]
    assert rest.draft.left_out == ("list.csv, row 3", "C (list.csv, row 4)")


def test_provenance_names_file_and_agent(desk: Desk) -> None:
    desk.load("services", desk.file("council list.csv", TABLE))
    rows = desk.snapshot.rows(
        "SELECT ?file ?agent WHERE { ?service rdfs:label 'Alpha service'@en ; dcterms:source ?f ."
        " ?f a cj:ImportedFile ; rdfs:label ?file ."
        " ?import prov:used ?f ; prov:wasAssociatedWith ?a . ?a a prov:Agent ; rdfs:label ?agent }"
    )
    assert {"file": "council list.csv", "agent": "test desk"} in rows


def test_a_load_of_the_packaged_data_leaves_imports_alone(desk: Desk) -> None:
    desk.load("services", desk.file("list.csv", TABLE))
    report = load_packaged(desk.data)
    assert GRAPH not in report.changed
    assert desk.values(ALPHA)["description"] == ["First"]


def test_a_set_that_was_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    plan = desk.plan("services", desk.file("list.csv", TABLE))
    desk.load("services", desk.file("other.csv", "id,name\nz,Zeta service\n"))
    with pytest.raises(StoreError, match="changed by someone else"):
        apply_import(desk.data, plan)


def test_quality_checks_refuse_before_anything_is_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ingest.imports import _loading
    from ingest.quality import QualityFinding

    def faulty(graphs: object) -> list[QualityFinding]:
        held = any(g.iri == GRAPH and g.triples for g in graphs)  # type: ignore[attr-defined]
        found = QualityFinding("x", "ERROR", "f", ALPHA, "Alpha service", "is odd", "", "Mend it.")
        return [found] if held else []

    monkeypatch.setattr(_loading, "quality_errors", faulty)
    path = desk.file("list.csv", TABLE)
    plan = desk.plan("services", path)
    assert problems(plan) == ['list.csv, row 2: "Alpha service": is odd. Mend it']
    assert [c.label for c in desk.plan("services", path, skip_faulty=True).changes.entries] == [
        "Beta service"
    ]


def test_faults_that_were_in_the_data_before_do_not_block(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ingest.imports import _loading
    from ingest.quality import QualityFinding

    old = QualityFinding("x", "ERROR", "f", "urn:other", "Other", "is odd", "", "Mend it.")
    monkeypatch.setattr(_loading, "quality_errors", lambda graphs: [old])
    assert not desk.plan("services", desk.file("list.csv", TABLE)).blocked


@pytest.mark.parametrize("kind", ["services", "publications", "observations", "organisations"])
@pytest.mark.parametrize(
    ("name", "content", "error", "words"),
    [
        ("empty.csv", b"", FileNotReadable, "nothing in it"),
        ("blank.csv", b"\xef\xbb\xbf \r\n", FileNotReadable, "nothing in it"),
        ("plan.pdf", b"%PDF-1.7 ...", WrongFormat, "is a PDF"),
        ("old.xls", b"\xd0\xcf\x11\xe0....", WrongFormat, "old Excel"),
        ("noise.csv", b"name\n\x00\x01\x02\x00", WrongFormat, "no text file"),
        ("cut.zip", b"PK\x03\x04cut", WrongFormat, "damaged archive"),
    ],
)
def test_files_that_are_no_list_are_refused_in_a_sentence(
    desk: Desk, kind: str, name: str, content: bytes, error: type[CJGraphError], words: str
) -> None:
    with pytest.raises(error, match=words):
        desk.plan(kind, desk.file(name, content))


def test_workbooks_are_pointed_to_csv(desk: Desk) -> None:
    path = desk.folder / "list.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(WrongFormat, match="Excel workbook") as caught:
        desk.plan("services", path)
    assert "CSV UTF-8" in (caught.value.hint or "")


def test_a_file_of_100_mb_is_refused_without_being_read(desk: Desk) -> None:
    path = desk.folder / "big.csv"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(TooLarge, match="larger than 25 MB"):
        desk.plan("services", path)


def test_an_archive_that_grows_without_end_is_refused(desk: Desk) -> None:
    path = desk.folder / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("services.csv", b"0" * 60_000_000)
    with pytest.raises(TooLarge):
        desk.plan("services", path)


@pytest.mark.parametrize(
    ("kind", "options", "words"),
    [
        ("people", {}, "can't be imported"),
        ("services", {"name": "No Good"}, "can't name a set"),
        ("services", {"format": "ris"}, "--format takes csv, json"),
    ],
)
def test_wrong_use_is_said(desk: Desk, kind: str, options: dict[str, str], words: str) -> None:
    with pytest.raises(InputError, match=words):
        desk.plan(kind, desk.file("list.csv", TABLE), **options)


def test_a_missing_file_is_said(desk: Desk) -> None:
    with pytest.raises(FileNotReadable, match="There is no file"):
        desk.plan("services", Path("/nowhere/list.csv"))


@pytest.mark.parametrize(
    ("content", "noted"),
    [
        ("name,description\nCafé,x\n".encode("utf-8-sig"), ""),
        ("name,description\nCafé,x\n".encode("utf-16"), ""),
        ("name,description\nCafé,x\n".encode("cp1252"), "read as Windows text"),
        ("name;description\nCafé;x\n".encode(), ""),
        ("sep=;\r\nname;description\r\nCafé;x\r\n".encode(), ""),
        ("name\tdescription\nCafé\tx\n".encode(), ""),
        ("Services of 2026,\n,\nService name,About\nCafé,x\n".encode(), ""),
    ],
)
def test_tables_are_read_however_they_were_saved(desk: Desk, content: bytes, noted: str) -> None:
    plan = desk.plan("services", desk.file("list.csv", content))
    assert [c.label for c in plan.changes.entries] == ["Café"]
    assert noted in notes(plan)


def test_line_breaks_in_cells_keep_rows_counted_as_a_spreadsheet_does(desk: Desk) -> None:
    text = 'name,description,url\nA,"one\ntwo\nthree",\nB,x,broken\n'
    plan = desk.plan("services", desk.file("list.csv", text), skip_faulty=True)
    assert problems(plan) == ["list.csv, row 3, column url: 'broken' is no web address"]
    added = plan.changes.entries[0]
    assert added.label == "A"
    assert any("one two three" in str(t.object) for t in plan.changes.triples)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ('"=HYPERLINK(""http://x.example"",""y"")"', "is a formula"),
        ("=A1", "is a formula"),
        ("+cmd|' /C calc'!A0", "is a formula"),
        ("@SUM(A1:A9)", "is a formula"),
        ("#REF!", "an error of the spreadsheet"),
        ("lost \ufffd letter", "a letter was lost"),
    ],
)
def test_cells_that_are_no_values_are_named(desk: Desk, cell: str, words: str) -> None:
    plan = desk.plan("services", desk.file("list.csv", f"name,description\nA,{cell}\n"))
    assert plan.blocked
    assert problems(plan)[0].startswith("list.csv, row 2, column description: ")
    assert words in problems(plan)[0]


@pytest.mark.parametrize("cell", ["-5 to +5", "+44 131 496 0000", "- first point", "@handle"])
def test_words_that_look_like_formulas_are_kept(desk: Desk, cell: str) -> None:
    assert not desk.plan("services", desk.file("l.csv", f"name,description\nA,{cell}\n")).blocked


def test_a_quotation_mark_never_closed_is_named_by_row(desk: Desk) -> None:
    plan = desk.plan("services", desk.file("list.csv", 'name,description\nA,"open\nB,x\n'))
    assert problems(plan) == [
        "list.csv, row 2 (line 3): the row is not well-formed:"
        " a quotation mark is opened and never closed"
    ]


def test_a_table_without_the_headings_says_which_are_needed(desk: Desk) -> None:
    plan = desk.plan("services", desk.file("list.csv", "foo,bar\n1,2\n"))
    assert "no row of headings" in problems(plan)[0] and "name" in problems(plan)[0]
    plan = desk.plan("services", desk.file("list.csv", "description,nam\n1,2\n"))
    assert "there is no column 'name'; is it 'nam'?" in problems(plan)[0]


def test_rows_that_are_the_same_are_read_once(desk: Desk) -> None:
    plan = desk.plan("services", desk.file("l.csv", "id,name\na,A\na,A\n"))
    assert counts(plan) == {"added": 1} and "was read once" in notes(plan)
    plan = desk.plan("services", desk.file("l.csv", "id,name\na,Alpha\na,Beta\n"))
    assert "has the same id as l.csv, row 2" in problems(plan)[0]
