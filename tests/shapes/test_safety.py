"""Data can't bring rules, read files or reach the network."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyshacl
import pytest
from rdflib import ConjunctiveGraph, Dataset, Graph, Literal, Namespace, URIRef

from cjgraph import namespaces
from cjgraph.shacl import CheckReport, check_plan, load_rules, report_turtle
from tests.shapes.plan_fixtures import SHA, edit

Check = Callable[..., CheckReport]
SHACL = Namespace(namespaces.SH)
_watched: list[tuple[str, str]] | None = None


def _watch(event: str, args: tuple[Any, ...]) -> None:
    if _watched is not None and event in {"open", "socket.connect", "urllib.Request"}:
        _watched.append((event, str(args[1 if event == "socket.connect" else 0])))


sys.addaudithook(_watch)


@pytest.mark.parametrize(
    "rule",
    [
        'plan:x sh:sparql [ sh:select "SELECT $this FROM <file:///etc/passwd> {}" ]',
        'plan:x sh:js [ sh:jsFunctionName "steal" ]',
        "cj:Action sh:property plan:y",
        "plan:x sh:rule plan:z",
        "plan:x a sh:PropertyShape",
        "plan:x cj:text sh:Violation",
    ],
)
def test_rules_in_data_change_nothing(rule: str, plan: Graph, check: Check) -> None:
    before = check(plan)
    edit(plan, f"INSERT DATA {{ {rule} }}")
    assert check(plan) == before


def test_nothing_in_data_opens_files_or_connections(
    plan: Graph, check: Check, tmp_path: Path
) -> None:
    canary = tmp_path / "canary.ttl"
    canary.write_text("<urn:x> <urn:y> 'leaked canary' .")
    edit(
        plan,
        f"""INSERT DATA {{
            id:plan/invented/2024 owl:imports <{canary.as_uri()}>, <http://127.0.0.1:9/x.ttl> .
            cj:Action owl:imports <{canary.as_uri()}> }} ;
        DELETE {{ ?a cj:text ?t }} INSERT {{ ?a cj:text ?bad }} WHERE {{
            BIND (plan:action/a1 AS ?a) ?a cj:text ?t
            BIND ("Publish 3 leaflets }} SERVICE <http://127.0.0.1:9/> {{ FROM <{canary.as_uri()}>"
                  AS ?bad) }}""",
    )
    check(plan)  # everything that is loaded on first use is loaded now
    global _watched
    _watched = []
    try:
        report = check(plan)
    finally:
        events, _watched = _watched, None
    assert not [e for e in events if e[0] != "open"]
    assert not [e for e in events if "canary" in e[1]]
    assert "leaked" not in report_turtle(report)
    assert [f.type for f in report.findings] == []


def test_only_the_default_graph_of_a_data_set_is_read(plan: Graph, framework: Graph) -> None:
    data = Dataset()
    for triple in plan:
        data.default_graph.add(triple)
    hidden = data.graph(URIRef("urn:hidden"))
    hidden.add((URIRef("urn:a"), SHACL.property, Literal("hidden")))
    assert check_plan(data, framework, plan_sha256=SHA).conforms


def test_engine_is_called_with_every_way_out_closed(
    plan: Graph, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, Any] = {}
    true_validate = pyshacl.validate

    def spy(data: object, **options: Any) -> object:
        seen.update(options, data=data)
        return true_validate(data, **options)

    monkeypatch.setattr(pyshacl, "validate", spy)
    check(plan)
    for graph in (seen["data"], seen["shacl_graph"]):
        assert isinstance(graph, Graph)
        assert not isinstance(graph, ConjunctiveGraph)
    for off in ("advanced", "js", "iterate_rules", "do_owl_imports", "meta_shacl", "inplace"):
        assert seen[off] is False
    assert seen["inference"] == "none"


def test_check_changes_neither_plan_nor_framework_nor_rules(
    plan: Graph, framework: Graph, check: Check
) -> None:
    before = set(plan), set(framework), set(load_rules().plan_shapes)
    check(plan)
    assert (set(plan), set(framework), set(load_rules().plan_shapes)) == before


def test_queries_of_the_rules_name_no_graph_and_no_server() -> None:
    rules = load_rules()
    queries = [str(q) for q in rules.plan_shapes.objects(None, SHACL.select)]
    assert queries
    for query in queries:
        words = set(query.upper().split())
        assert not words & {"FROM", "SERVICE", "GRAPH", "NAMED", "LOAD"}


def test_control_characters_and_long_words_do_not_reach_messages(plan: Graph, check: Check) -> None:
    edit(
        plan,
        "DELETE { ?a cj:text ?t ; cj:due ?d } INSERT { ?a cj:text ?new } WHERE { "
        + "BIND (plan:action/a1 AS ?a) ?a cj:text ?t ; cj:due ?d "
        + f'BIND ("Publish\\n\\u001b[31m 3 {"very " * 100}long reports" AS ?new) }}',
    )
    [finding] = check(plan).findings
    assert finding.message.isprintable()
    assert len(finding.message) < 260
