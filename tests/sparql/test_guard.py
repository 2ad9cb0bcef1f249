"""No query from outside reaches another server, changes data or crashes the engine."""

from __future__ import annotations

from json import loads

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjgraph.errors import CJGraphError, EmptyQuery, QueryRefused
from cjgraph.namespaces import DRAFT_RECORDS_GRAPH, DRAFTS, GRAPH
from cjgraph.sparql import RESULT_FORMATS as FORMATS
from cjgraph.sparql import QueryForm, check_query, format_named, negotiate, run_query

REACHING = [
    "SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ service <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE SILENT <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SER\\u0056ICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ \\U00000053ERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ # a comment\nSERVICE# another\n<{0}> {{ ?s ?p ?o }} }}",
    "PREFIX x: <{0}> SELECT * {{ SERVICE x: {{ ?s ?p ?o }} }}",
    "SELECT * {{ VALUES ?e {{ <{0}> }} SERVICE ?e {{ ?s ?p ?o }} }}",
    "SELECT * {{ {{ SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }} }}",
    "SELECT * {{ FILTER EXISTS {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }}",
    "ASK {{ MINUS {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ ?s ?p '''it's''' . SERVICE <{0}> {{ ?s ?p ?o }} }}",
    'SELECT * {{ ?s ?p "\\"" . SERVICE <{0}> {{ ?s ?p ?o }} }}',
    "SELECT * {{ ?s ?p <http://x/#y> . SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "DESCRIBE ?s {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * FROM <{0}> {{ ?s ?p ?o }}",
    "SELECT * FROM NAMED <{0}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "SELECT * FROM <file:///etc/passwd> {{ ?s ?p ?o }}",
    "PREFIX f: <file:///etc/> SELECT * FROM f:passwd {{ ?s ?p ?o }}",
    "LOAD <{0}>",
    "PREFIX a: <b:> LOAD <{0}> INTO GRAPH <x:y>",
]


@pytest.mark.parametrize("template", REACHING)
def test_queries_that_reach_outside_are_refused(template: str) -> None:
    with pytest.raises(QueryRefused, match=r"another server|no graph of this store|change data"):
        check_query(template.format("http://127.0.0.1:9/sparql"))


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s rdfs:label "SERVICE <http://x>" }',
        "SELECT ?service { ?service cj:load <http://x/SERVICE> } # SERVICE LOAD",
        "SELECT * FROM graph:vocabulary\\/needs { ?s ?p ?o }",
        "PREFIX service: <http://x/> SELECT * { ?s service:LOAD ?o }",
        "SELECT * { _:LOAD ?p ?o }",
        "SELECT (COUNT(*) AS ?from) { ?s ?p 'FROM <http://x>'@en }",
    ],
)
def test_words_that_only_look_dangerous_are_let_through(query: str) -> None:
    checked = check_query(query)
    store = ox.Store()
    json = format_named("json")
    assert json is not None
    assert run_query(store, checked, json, max_bytes=10_000).body.startswith(b'{"head"')


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:b> <c:d> 1 }",
        "PREFIX x: <y:> DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "drop default",
        "WITH <g:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "BASE <x:> # comment\nCOPY <a:> TO <b:>",
    ],
)
def test_updates_are_refused_with_the_reason(query: str) -> None:
    with pytest.raises(QueryRefused, match="would change data"):
        check_query(query)


@pytest.mark.parametrize("query", ["", "  \n", "# only a comment", "PREFIX a: <b:>"])
def test_an_empty_query_is_said_to_be_empty(query: str) -> None:
    with pytest.raises(EmptyQuery):
        check_query(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * " + "{" * 20_000,
        "SELECT * { ?s ?p " + "(" * 20_000,
        "ASK { FILTER(" + "!" * 20_000 + "true) }",
        "SELECT * { ?s " + "(" * 5_000 + "<p:p>" + ")*" * 5_000 + " ?o }",
        "SELECT * { {} " + "UNION {} " * 5_000 + "}",
        "SELECT (1" + "+1" * 20_000 + " AS ?x) {}",
        "SELECT * { " + "".join(f"?a{n} ?b{n} ?c{n} . " for n in range(300)) + "}",
        "SELECT * { ?s ?p " + "[ ?p " * 5_000 + "}",
        "ASK {" + " " * 70_000 + "}",
    ],
)
def test_text_that_would_crash_the_engine_never_reaches_it(query: str) -> None:
    with pytest.raises(QueryRefused):
        check_query(query)


def test_forms_are_told_apart() -> None:
    assert check_query("PREFIX a: <b:> select * {}").form is QueryForm.SELECT
    assert check_query("describe <x:y>").form is QueryForm.DESCRIBE


def test_a_syntax_error_names_line_and_column_in_plain_words() -> None:
    json = format_named("json")
    assert json is not None
    with pytest.raises(QueryRefused) as caught:
        run_query(ox.Store(), check_query("SELECT *\n{ ?s ?p }"), json, max_bytes=1000)
    assert "line 2, column" in caught.value.message
    assert "\\u" not in caught.value.message


@given(st.text(max_size=300))
def test_no_text_breaks_the_check(text: str) -> None:
    try:
        check_query(text)
    except CJGraphError as error:
        assert error.message.endswith(".")


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("text/csv", "csv"),
        ("application/json", "json"),
        ("text/csv;q=0.4, application/sparql-results+xml;q=0.9", "xml"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "xml"),
        ("text/*", "csv"),
        ("image/png", None),
        ("application/json;q=0, text/csv", "csv"),
        ("garbage", "json"),
    ],
)
def test_accept_headers_choose_the_format(accept: str, name: str | None) -> None:
    chosen = negotiate(accept, FORMATS)
    assert (chosen.name if chosen else None) == name


def told(query: str, **dataset: tuple[str, ...]) -> set[str]:
    """What a query on a store with two public graphs and a draft is told."""
    store = ox.Store()
    for graph in (GRAPH + "plan/fife/1", GRAPH + "plan/angus/1", DRAFTS + "fife/2"):
        node = ox.NamedNode(graph)
        store.add(ox.Quad(node, ox.NamedNode("x:in"), ox.Literal(graph[len(GRAPH) :]), node))
    record = ox.NamedNode(DRAFT_RECORDS_GRAPH)
    store.add(ox.Quad(record, ox.NamedNode("x:in"), ox.Literal("records"), record))
    json = format_named("json")
    assert json is not None
    body = run_query(store, check_query(query), json, max_bytes=10_000, **dataset).body
    return {row["o"]["value"] for row in loads(body)["results"]["bindings"]}


def test_from_clauses_choose_what_a_query_reads() -> None:
    assert told("SELECT ?o FROM graph:plan\\/fife\\/1 { ?s ?p ?o }") == {"plan/fife/1"}
    named = f"SELECT ?o FROM NAMED <{GRAPH}plan/fife/1> {{ GRAPH ?g {{ ?s ?p ?o }} }}"
    assert told(named) == {"plan/fife/1"}
    assert told(named, named=(GRAPH + "plan/angus/1",)) == {"plan/angus/1"}, "the protocol's wins"


@pytest.mark.parametrize("private", [DRAFTS + "fife/2", DRAFT_RECORDS_GRAPH])
def test_no_query_ever_sees_a_draft(private: str) -> None:
    assert told("SELECT ?o { GRAPH ?g { ?s ?p ?o } }") == {"plan/fife/1", "plan/angus/1"}
    assert told(f"SELECT ?o {{ GRAPH <{private}> {{ ?s ?p ?o }} }}") == set()
    assert told(f"SELECT ?o FROM <{private}> {{ ?s ?p ?o }}") == set()
    assert told(f"SELECT ?o FROM NAMED <{private}> {{ GRAPH ?g {{ ?s ?p ?o }} }}") == set()
    assert told("SELECT ?o { ?s ?p ?o }", default=(private,)) == set()
    assert told("SELECT ?o { GRAPH ?g { ?s ?p ?o } }", named=(private,)) == set()
    away = private.replace(GRAPH, GRAPH + "x/../")
    assert told(f"BASE <http://x/> SELECT ?o FROM <{away}> {{ ?s ?p ?o }}") == set()
    escaped = private.replace("draft", "\\u0064raft")
    assert told(f"SELECT ?o FROM <{escaped}> {{ ?s ?p ?o }}") == set()
