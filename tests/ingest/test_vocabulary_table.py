"""Vocabularies go to a spreadsheet and back: nothing is lost, and only what was meant changes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjgraph.namespaces import CJ, DCTERMS, OWL, RDF, SKOS, XSD, thing
from cjgraph.resources import resource_folder
from cjgraph.store import Snapshot
from ingest.vocabulary_table import (
    Known,
    TableEdit,
    find_vocabulary,
    head_and_order,
    list_vocabularies,
    read_edit,
    referable_graphs,
    write_table,
    write_turtle,
)
from ingest.vocabulary_table._cells import guard, read_cell, unguard, write_cell

Graphs = dict[str, list[ox.Triple]]
NAMES = sorted(p.stem for p in (resource_folder("ontology") / "vocabularies").glob("*.ttl"))

#: What a person types in, for an id and a heading.
Cells = dict[tuple[str, str], str]


@pytest.fixture(scope="module")
def graphs(snapshot: Snapshot) -> Graphs:
    return referable_graphs(snapshot)


_written: dict[str, bytes] = {}


def exported(graphs: Graphs, name: str) -> bytes:
    if name not in _written:
        iri = find_vocabulary(graphs, name)
        _written[name] = write_table(graphs[iri], Known(graphs, iri))
    return _written[name]


def edit(graphs: Graphs, name: str, content: bytes) -> TableEdit:
    return read_edit(content, f"{name}.csv", graphs, find_vocabulary(graphs, name))


def change(content: bytes, cells: Cells) -> list[list[str]]:
    """Change cells as a person does who sees the table in a spreadsheet program."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    for (term, heading), value in cells.items():
        row = next(r for r in rows if r[0] == term)
        row[rows[0].index(heading)] = value
    return rows


def saved(rows: list[list[str]], encoding: str = "utf-8-sig", separator: str = ",") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode(encoding, "replace")


def english_date(cell: str) -> str:
    return re.sub(r"^(\d{4})-(\d\d)-(\d\d)$", r"\3/\2/\1", cell)


def excel_plain(rows: list[list[str]]) -> bytes:
    """Excel's plain CSV in Britain: Windows-1252, dates day first, numbers without end zeros."""
    turned = [
        [re.sub(r"^(0\.\d*?[1-9])0+$", r"\1", english_date(cell)) for cell in row] for row in rows
    ]
    return saved(turned, "cp1252")


def excel_semicolons(rows: list[list[str]]) -> bytes:
    """Excel where a comma is the decimal sign: semicolons between cells, no byte order mark."""
    turned = [
        [re.sub(r"^0\.(\d+)$", r"0,\1", english_date(cell)).replace("\r\n", "\n") for cell in row]
        for row in rows
    ]
    return saved(turned, "utf-8", ";")


def libreoffice(rows: list[list[str]]) -> bytes:
    """LibreOffice: UTF-8 without a mark, LF, empty columns and rows at the end."""
    wide = [[*row, "", ""] for row in rows] + [[""] * 5]
    return saved(wide, "utf-8").replace(b"\r\n", b"\n")


def excel_unicode_text(rows: list[list[str]]) -> bytes:
    return saved(rows, "utf-16", "\t")


#: Vocabularies with everything that programs turn: dates, numbers, spans such as 10-15, lists.
TURNED = ["framework-editions", "judgements", "partner-categories", "sources", "time-bands"]
PROGRAMS = [saved, excel_plain, excel_semicolons, libreoffice, excel_unicode_text]


def literal(text: str, kind: str = "en") -> ox.Literal:
    if kind == "en":
        return ox.Literal(text, language="en")
    return ox.Literal(text, datatype=ox.NamedNode(XSD + kind))


def statement(kind: str, slug: str, prop: str, value: ox.Literal | str) -> ox.Triple:
    node = ox.NamedNode(value) if isinstance(value, str) else value
    return ox.Triple(ox.NamedNode(thing(kind, slug)), ox.NamedNode(prop), node)


def test_every_vocabulary_is_there(snapshot: Snapshot) -> None:
    entries = {entry.name: entry for entry in list_vocabularies(snapshot)}
    assert set(entries) == set(NAMES)
    assert all(entry.terms and entry.statements for entry in entries.values())
    assert not any(entry.edited_here for entry in entries.values())


@pytest.mark.parametrize("name", NAMES)
def test_a_table_brings_every_statement_back(graphs: Graphs, name: str) -> None:
    before = set(graphs[find_vocabulary(graphs, name)])
    found = edit(graphs, name, exported(graphs, name))
    assert [fault.line() for fault in found.faults] == []
    assert found.differences == ()
    assert set(found.triples) == before
    turtle = write_turtle(found.triples, title=name)
    parsed = ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE)
    assert {quad.triple for quad in parsed} == before


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.__name__)
@pytest.mark.parametrize("name", TURNED)
def test_saving_without_a_change_changes_nothing(
    graphs: Graphs, name: str, program: Callable[[list[list[str]]], bytes]
) -> None:
    found = edit(graphs, name, program(change(exported(graphs, name), {})))
    assert [fault.line() for fault in found.faults] == []
    assert [d.text for d in found.differences] == []
    assert set(found.triples) == set(graphs[find_vocabulary(graphs, name)])


#: For each edit: the vocabulary, the cells, and what each of their terms then says.
Said = dict[tuple[str, str], set[ox.Literal | ox.NamedNode]]
EDITS: list[tuple[str, Cells, Said]] = [
    (
        "needs",
        {
            ("need/housing", "definition (en)"): "A home — safe & “lasting”, at night \\| by day.",
            ("need/alcohol", "alternative label (en)"): "drinking | bevvy | a \\| b|dram",
        },
        {
            ("need/housing", SKOS + "definition"): {
                literal("A home — safe & “lasting”, at night | by day.")
            },
            ("need/alcohol", SKOS + "altLabel"): {
                literal("drinking"),
                literal("bevvy"),
                literal("a | b"),
                literal("dram"),
            },
        },
    ),
    (
        "framework-editions",
        {
            ("edition/cjpf-2023", "valid to (date)"): "31/03/2031",
            ("edition/cjpf-2023", "valid from (date)"): "2023-04-03",
        },
        {
            ("edition/cjpf-2023", CJ + "validTo"): {literal("2031-03-31", "date")},
            ("edition/cjpf-2023", CJ + "validFrom"): {literal("2023-04-03", "date")},
        },
    ),
    (
        "judgements",
        {("judgement/ndo-1-communities", "confidence (number)"): "0.75"},
        {("judgement/ndo-1-communities", CJ + "confidence"): {literal("0.75", "decimal")}},
    ),
    (
        "needs",
        {
            ("need/alcohol", "deprecated (true or false)"): "TRUE",
            ("need/alcohol", "replaced by"): "Substance use",
        },
        {
            ("need/alcohol", OWL + "deprecated"): {literal("true", "boolean")},
            ("need/alcohol", DCTERMS + "isReplacedBy"): {
                ox.NamedNode(thing("need", "substance-use"))
            },
        },
    ),
    (
        "outcomes-2023",
        {("outcome/ndo-1", "definition (en)"): "'=SUM(A1)"},
        {("outcome/ndo-1", SKOS + "definition"): {literal("=SUM(A1)")}},
    ),
]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.__name__)
@pytest.mark.parametrize(("name", "cells", "said"), EDITS, ids=lambda v: str(v)[:30])
def test_an_edit_gives_exactly_the_intended_triples(
    graphs: Graphs,
    name: str,
    cells: Cells,
    said: Said,
    program: Callable[[list[list[str]]], bytes],
) -> None:
    found = edit(graphs, name, program(change(exported(graphs, name), cells)))
    assert [fault.line() for fault in found.faults] == []
    edited = {(thing(*term.split("/")), prop): values for (term, prop), values in said.items()}
    kept = {
        t
        for t in graphs[find_vocabulary(graphs, name)]
        if (t.subject.value, t.predicate.value) not in edited
    }
    intended = {
        ox.Triple(ox.NamedNode(term), ox.NamedNode(prop), value)
        for (term, prop), values in edited.items()
        for value in values
    }
    assert set(found.triples) == kept | intended
    assert found.differences


def test_a_new_row_may_speak_of_other_terms_by_their_labels(graphs: Graphs) -> None:
    rows = change(exported(graphs, "needs"), {})
    values = {
        "id": "need/debt",
        "type": "need",
        "preferred label (en)": "Debt",
        "notation (text)": "debt",
        "broader": "housing",
        "in scheme": "Needs",
        "source": "source/cjgraph-editors",
        "wording status": "cj:derived",
    }
    rows.append([values.get(heading, "") for heading in rows[0]])
    found = edit(graphs, "needs", saved(rows))
    assert [fault.line() for fault in found.faults] == []
    assert [d.text for d in found.differences] == ["new: need/debt (“Debt”), 7 statements"]
    added = set(found.triples) - set(graphs[find_vocabulary(graphs, "needs")])
    assert added == {
        statement("need", "debt", RDF + "type", CJ + "Need"),
        statement("need", "debt", SKOS + "prefLabel", literal("Debt")),
        statement("need", "debt", SKOS + "notation", literal("debt", "string")),
        statement("need", "debt", SKOS + "broader", thing("need", "housing")),
        statement("need", "debt", SKOS + "inScheme", thing("scheme", "needs")),
        statement("need", "debt", DCTERMS + "source", thing("source", "cjgraph-editors")),
        statement("need", "debt", CJ + "wordingStatus", CJ + "derived"),
    }


def test_the_differences_are_told_in_words(graphs: Graphs) -> None:
    cells = {
        ("need/housing", "definition (en)"): "A home.",
        ("need/alcohol", "broader"): "",
    }
    found = edit(graphs, "needs", saved(change(exported(graphs, "needs"), cells)))
    texts = [d.text for d in found.differences]
    assert texts[0] == "need/alcohol: broader loses need/substance-use"
    assert texts[1].startswith("need/housing: definition changed from “Somewhere safe")
    assert texts[1].endswith("to “A home.”")
    assert len(texts) == 2


def test_a_column_that_was_deleted_stays_as_it_is_and_this_is_said(graphs: Graphs) -> None:
    rows = change(exported(graphs, "needs"), {})
    place = rows[0].index("definition (en)")
    narrow = [row[:place] + row[place + 1 :] for row in rows]
    found = edit(graphs, "needs", saved(narrow))
    assert found.differences == ()
    assert "definition (en)" in found.notes[0]


def test_no_cell_of_any_table_can_run_as_a_formula(graphs: Graphs) -> None:
    graph = find_vocabulary(graphs, "needs")
    risky = [statement("need", "=cmd", SKOS + "altLabel", literal(t)) for t in ("=1+1", "@x", "+1")]
    content = write_table([*graphs[graph], *risky[:1]], Known(graphs, graph))
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r" and cell]
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in content


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_a_guard_is_taken_away_and_nothing_else(cell: str) -> None:
    assert unguard(guard(cell)) == cell
    assert guard(cell)[:1] not in ("=", "+", "-", "@", "\t", "\r") or not cell


_VALUE = st.text(st.sampled_from("ab|\\ '=+-@\t\n\r12/.éñ“"), min_size=1, max_size=8)


@given(st.lists(_VALUE, min_size=1, max_size=4))
def test_any_values_come_back_from_their_cell(values: list[str]) -> None:
    assert read_cell(write_cell(values, "@en")) == values


def test_tidy_turtle_keeps_the_comment_and_the_order_of_the_file_before(graphs: Graphs) -> None:
    path: Path = resource_folder("ontology") / "vocabularies" / "needs.ttl"
    head, order = head_and_order(path.read_text(encoding="utf-8"))
    found = edit(graphs, "needs", exported(graphs, "needs"))
    text = write_turtle(found.triples, title="Needs", order=order, head=head)
    assert head_and_order(text) == (head, order)
    assert "CC BY 4.0" in head
    assert write_turtle(reversed(found.triples), title="Needs", order=order).count("\n\n") > 10


def test_a_vocabulary_that_no_one_had_before_is_read_from_its_first_table(graphs: Graphs) -> None:
    graph = find_vocabulary(graphs, "outcomes-2031", new=True)
    rows = [
        ["id", "type", "preferred label (en)", "in scheme", "source", "wording status"],
        [
            "outcome/n-1",
            "skos:Concept",
            "A fairer start",
            "scheme/needs",
            "Statutes of nowhere",
            "cj:derived",
        ],
    ]
    found = read_edit(saved(rows), "outcomes-2031.csv", graphs, graph)
    assert [f.line() for f in found.faults] == [
        "row 2, column E (source): there is no term 'Statutes of nowhere'"
    ]
    rows[1][4] = "source/cjgraph-editors"
    found = read_edit(saved(rows), "outcomes-2031.csv", graphs, graph)
    assert found.faults == ()
    assert [d.kind for d in found.differences] == ["new"]
