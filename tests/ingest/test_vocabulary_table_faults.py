"""A wrong table is refused with the row and the column letter of every fault, all at once."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pyoxigraph as ox
import pytest

from cjgraph.errors import InputError, SyntaxFault, WrongFormat
from cjgraph.namespaces import SKOS
from cjgraph.store import Snapshot
from ingest.vocabulary_table import (
    Known,
    TableEdit,
    find_vocabulary,
    read_edit,
    referable_graphs,
    with_quality,
    write_table,
)

Rows = list[list[str]]
Planted = Callable[[Rows], object]


@pytest.fixture(scope="module")
def graphs(snapshot: Snapshot) -> dict[str, list[ox.Triple]]:
    return referable_graphs(snapshot)


@pytest.fixture(scope="module")
def needs(graphs: dict[str, list[ox.Triple]]) -> bytes:
    iri = find_vocabulary(graphs, "needs")
    return write_table(graphs[iri], Known(graphs, iri))


def rows_of(content: bytes) -> Rows:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read(graphs: dict[str, list[ox.Triple]], content: bytes, name: str = "needs") -> TableEdit:
    return read_edit(content, "needs.csv", graphs, find_vocabulary(graphs, name))


def saved(rows: Rows) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def put(term: str, heading: str, value: str) -> Planted:
    def plant(rows: Rows) -> None:
        if heading not in rows[0]:
            rows[0].append(heading)
            for row in rows[1:]:
                row.append("")
        next(r for r in rows if r[0] == term)[rows[0].index(heading)] = value

    return plant


def rename(heading: str, other: str) -> Planted:
    def plant(rows: Rows) -> None:
        rows[0][rows[0].index(heading)] = other

    return plant


def double(rows: Rows) -> None:
    rows.append(list(next(r for r in rows if r[0] == "need/housing")))


def circle(rows: Rows) -> None:
    put("need/substance-use", "broader", "need/alcohol")(rows)


HOME = "need/housing"
FAULTS: list[tuple[Planted, str, str]] = [
    (put(HOME, "preferred label (en)", ""), "(preferred label)", "is empty"),
    (put(HOME, "type", ""), "(type)", "is empty"),
    (put(HOME, "type", "cj:Neeed"), "(type)", "cj:Need"),
    (put(HOME, "source", ""), "(source)", "every term needs a source"),
    (put(HOME, "wording status", ""), "(wording status)", "is empty"),
    (put(HOME, "in scheme", ""), "(in scheme)", "belongs to a scheme"),
    (put(HOME, "broader", "need/alcohl"), "(broader)", "did you mean need/alcohol?"),
    (put(HOME, "broader", "Substance use | need/nowhere"), "(broader)", "'need/nowhere'"),
    (put(HOME, "broader", HOME), "(broader)", "leads round in a circle"),
    (circle, "(broader)", "need/alcohol → need/substance-use → need/alcohol"),
    (put(HOME, "notation (text)", "alcohol"), "(notation)", "already the notation of row"),
    (put(HOME, "id", "housing"), "(id)", "is no id"),
    (put(HOME, "id", "outcome/ndo-1"), "(id)", "already a term of 'outcomes-2023'"),
    (double, "(id)", "already the id of row"),
    (put(HOME, "position (whole number)", "first"), "(position)", "no whole number"),
    (put(HOME, "valid from (date)", "03/31/2024"), "(valid from)", "the day first"),
    (put(HOME, "valid from (date)", "31/02/2024"), "(valid from)", "is no date"),
    (put(HOME, "valid from (date)", "2024-02-31"), "(valid from)", "no day that exists"),
    (put(HOME, "valid from (date)", "31/03/24"), "(valid from)", "is no date"),
    (put(HOME, "valid from (date)", "########"), "(valid from)", "error of the spreadsheet"),
    (put(HOME, "confidence (number)", "high"), "(confidence)", "no number"),
    (put(HOME, "valid from (text)", "2024"), "(valid from (text))", "'valid from (date)'"),
    (put(HOME, "deprecated (true or false)", "perhaps"), "(deprecated)", "neither true nor false"),
    (put(HOME, "deprecated (true or false)", "TRUE"), "(replaced by)", "which term replaces"),
    (put(HOME, "definition (en)", "A manâ€™s home"), "(definition)", "look garbled"),
    (put(HOME, "preferred label (en)", "Home | House"), "(preferred label)", "holds 2 labels"),
    (put(HOME, "in edition", "source/opif-2016"), "(in edition)", "framework edition is wanted"),
    (put(HOME, "wording status", "cj:unconfirmed"), "", ""),
    (rename("definition (en)", "definitoin (en)"), "definitoin", "did you mean definition (en)"),
    (
        rename("preferred label (en)", "preferred label"),
        "(preferred label)",
        "preferred label (en)",
    ),
    (rename("broader", "definition (en)"), "(definition (en))", "stands twice"),
    (rename("id", "name"), "row 1", "no column 'id'"),
    (rename("type", ""), "row 1", "no column 'type'"),
    (lambda rows: rows[3].extend(["", "more"]), "row 4", "no heading above"),
]


@pytest.mark.parametrize(("plant", "place", "message"), FAULTS)
def test_a_fault_is_told_with_its_place(
    graphs: dict[str, list[ox.Triple]], needs: bytes, plant: Planted, place: str, message: str
) -> None:
    rows = rows_of(needs)
    plant(rows)
    lines = [fault.line() for fault in read(graphs, saved(rows)).faults]
    if not message:  # the note is there already, so nothing is wrong
        assert lines == []
        return
    assert any(place in line and message in line for line in lines), lines
    assert all(line.startswith(("row ", "gone: ")) for line in lines)


def test_rows_and_letters_are_those_that_the_spreadsheet_shows(
    graphs: dict[str, list[ox.Triple]], needs: bytes
) -> None:
    rows = rows_of(needs)
    number = next(i for i, r in enumerate(rows, 1) if r[0] == HOME)
    rows.insert(1, [""] * len(rows[0]))
    rows[number][rows[0].index("preferred label (en)")] = " "
    faults = read(graphs, saved(rows)).faults
    assert [f.line() for f in faults] == [
        f"row {number + 1}, column C (preferred label): is empty; every term needs a label"
    ]


def test_all_faults_are_told_at_once(graphs: dict[str, list[ox.Triple]], needs: bytes) -> None:
    rows = rows_of(needs)
    for plant, _, _ in FAULTS[:4]:
        plant(rows)
    put("need/alcohol", "source", "source/nowhere")(rows)
    put("need/attitudes", "broader", "need/nowhere")(rows)
    assert len(read(graphs, saved(rows)).faults) >= 5


def test_a_row_that_is_gone_is_refused_with_the_remedy(
    graphs: dict[str, list[ox.Triple]], needs: bytes
) -> None:
    rows = [r for r in rows_of(needs) if r[0] != HOME]
    found = read(graphs, saved(rows))
    lines = [f.line() for f in found.faults]
    assert any("gone: need/housing" in line and "deprecated" in line for line in lines)
    assert [d.kind for d in found.differences] == ["gone"]


def test_a_mapping_may_go_with_its_row_where_the_term_is_another_vocabularys(
    graphs: dict[str, list[ox.Triple]], needs: bytes
) -> None:
    extra = "vocabulary/more"
    home = graphs[find_vocabulary(graphs, "needs")][-1].subject
    more = {**graphs, extra: [ox.Triple(home, ox.NamedNode("urn:p"), ox.Literal("x"))]}
    table = write_table(more[extra], Known(more, extra))
    rows = rows_of(table)
    assert read_edit(table, "more.csv", more, extra).faults == ()
    other = [rows[0], ["need/alcohol", *rows[1][1:]]]
    found = read_edit(saved(other), "more.csv", more, extra)
    assert found.faults == ()
    assert {d.kind for d in found.differences} == {"new", "changed"}


def test_windows_1252_is_read_and_said(graphs: dict[str, list[ox.Triple]], needs: bytes) -> None:
    rows = rows_of(needs)
    put(HOME, "definition (en)", "A café — home")(rows)
    text = saved(rows).decode("utf-8-sig").encode("cp1252")
    found = read(graphs, text)
    assert found.faults == ()
    assert "Windows-1252" in found.notes[0]
    assert "“A café — home”" in found.differences[0].text


def test_letters_that_windows_1252_lacks_are_not_lost(
    graphs: dict[str, list[ox.Triple]],
) -> None:
    iri = find_vocabulary(graphs, "needs")
    label = ox.Literal("Ŵales ✓", language="cy")
    home = graphs[iri][-1].subject
    predicate = ox.NamedNode(next(t for t in graphs[iri] if "altLabel" in str(t)).predicate.value)
    more = {**graphs, iri: [*graphs[iri], ox.Triple(home, predicate, label)]}
    table = write_table(more[iri], Known(more, iri)).decode("utf-8-sig")
    found = read_edit(table.encode("cp1252", "replace"), "needs.csv", more, iri)
    assert found.differences == ()
    assert set(found.triples) == set(more[iri])


BAD_FILES = [
    (b"PK\x03\x04rest", WrongFormat, "workbook"),
    (b"", SyntaxFault, "empty"),
    (b"\r\n\r\n", SyntaxFault, "empty"),
    (b"\r\nid,type\r\n", SyntaxFault, "row 1 is empty"),
    (b"a\x00b", WrongFormat, "not a text file"),
    (b'id,type\r\n"need/x,cj:Need\r\n', SyntaxFault, "row 2"),
    (b"id,type\r\nneed/\x81,cj:Need\r\n", SyntaxFault, "line 2"),
    (b"\xff\xfea", SyntaxFault, "UTF-16"),
]


@pytest.mark.parametrize(("content", "kind", "message"), BAD_FILES)
def test_a_file_that_is_no_csv_is_refused_in_a_sentence(
    graphs: dict[str, list[ox.Triple]], content: bytes, kind: type[InputError], message: str
) -> None:
    with pytest.raises(kind, match=message) as caught:
        read(graphs, content)
    assert "needs.csv" in caught.value.message


def test_headings_without_rows_are_a_fault(
    graphs: dict[str, list[ox.Triple]], needs: bytes
) -> None:
    found = read(graphs, saved(rows_of(needs)[:1]))
    assert [f.line() for f in found.faults] == ["needs.csv has headings, but no rows."]


def test_what_would_fail_the_quality_checks_is_a_fault_of_its_row(
    graphs: dict[str, list[ox.Triple]], needs: bytes
) -> None:
    rows = rows_of(needs)
    put(HOME, "related", HOME)(rows)
    iri = find_vocabulary(graphs, "needs")
    found = with_quality(read(graphs, saved(rows)), graphs, iri)
    number = next(i for i, r in enumerate(rows, 1) if r[0] == HOME)
    assert found.faults
    assert all(f.line().startswith(f"row {number}: need/housing: ") for f in found.faults)


def test_an_edit_is_not_blamed_for_faults_that_were_there_before(
    graphs: dict[str, list[ox.Triple]], needs: bytes
) -> None:
    iri = find_vocabulary(graphs, "needs")
    home = next(t for t in graphs[iri] if t.subject.value.endswith(HOME))
    broken = ox.Triple(home.subject, ox.NamedNode(SKOS + "related"), home.subject)
    worse = {**graphs, iri: [*graphs[iri], broken]}
    rows = rows_of(write_table(worse[iri], Known(worse, iri)))
    put(HOME, "definition (en)", "A home.")(rows)
    found = with_quality(read(worse, saved(rows)), worse, iri)
    assert found.faults == ()
    assert len(found.differences) == 1
