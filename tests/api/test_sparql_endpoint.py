"""The public SPARQL endpoint: protocol, formats, and that no query hurts it."""

from __future__ import annotations

import contextlib
import http.server
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from cjgraph.store import DataFolder
from tests.serving import free_port, wait_for

COUNT = "SELECT (COUNT(*) AS ?n) { ?x a cj:NationalAim }"


def ask(client: httpx.Client, query: str, **headers: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query}, headers=headers)


@pytest.mark.parametrize("way", ["get", "form", "direct"])
def test_the_three_ways_of_the_protocol(client: httpx.Client, way: str) -> None:
    if way == "get":
        reply = ask(client, COUNT)
    elif way == "form":
        reply = client.post("/sparql", data={"query": COUNT})
    else:
        kind = {"Content-Type": "application/sparql-query; charset=utf-8"}
        reply = client.post("/sparql", content=COUNT, headers=kind)
    assert reply.status_code == 200
    assert reply.json()["results"]["bindings"][0]["n"]["value"] == "4"


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        (
            "text/html, application/sparql-results+xml;q=0.9, */*;q=0.1",
            "application/sparql-results+xml",
        ),
        ("text/tab-separated-values", "text/tab-separated-values"),
    ],
)
def test_results_come_in_the_format_asked_for(client: httpx.Client, accept: str, kind: str) -> None:
    reply = ask(client, COUNT, Accept=accept)
    assert reply.headers["content-type"].startswith(kind)
    assert "Accept" in reply.headers["vary"]


def test_graphs_come_as_turtle_or_json_ld(client: httpx.Client) -> None:
    query = "CONSTRUCT { ?x rdfs:label ?l } WHERE { ?x a cj:NationalAim ; rdfs:label ?l }"
    assert ask(client, query).headers["content-type"].startswith("text/turtle")
    reply = ask(client, query, Accept="application/ld+json")
    assert len(reply.json()) > 0


def test_an_unacceptable_format_is_406(client: httpx.Client) -> None:
    assert ask(client, COUNT, Accept="image/png").status_code == 406


def test_examples_are_added_on_request_only(client: httpx.Client) -> None:
    query = "ASK { ?plan a cj:CJOIP }"
    assert ask(client, query).json()["boolean"] is False
    given = {"query": query, "include": "examples"}
    assert client.get("/sparql", params=given).json()["boolean"] is True


def test_a_graph_of_the_store_can_be_the_default_graph(client: httpx.Client) -> None:
    graph = "https://w3id.org/cjgraph/graph/vocabulary/needs"
    query = "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }"
    alone = client.get("/sparql", params={"query": query, "default-graph-uri": graph})
    assert 1 <= int(alone.json()["results"]["bindings"][0]["n"]["value"]) <= 3


def test_an_endless_query_ends_with_504_and_the_next_is_answered(client: httpx.Client) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    begun = time.monotonic()
    reply = ask(client, endless)
    assert reply.status_code == 504
    assert time.monotonic() - begun < 20
    assert ask(client, COUNT).status_code == 200


def test_a_huge_answer_is_refused_whole_not_cut(client: httpx.Client) -> None:
    reply = ask(client, "SELECT * { ?s ?p ?o }")
    assert reply.status_code == 413
    assert "none of it is given" in reply.json()["detail"]


@pytest.mark.parametrize(
    "killer",
    [
        "SELECT * " + "{" * 20_000,
        "ASK { FILTER(" + "!" * 20_000 + "true) }",
        "SELECT * { " + "".join(f"?a{n} ?b{n} ?c{n} . " for n in range(400)) + "}",
    ],
)
def test_queries_that_crash_the_engine_never_reach_it(client: httpx.Client, killer: str) -> None:
    reply = client.post("/sparql", data={"query": killer})
    assert reply.status_code == 400
    assert client.get("/health/live").status_code == 200


@pytest.fixture
def canary() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine that writes down every request."""
    seen: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_POST = do_GET

        def log_message(self, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", seen
    server.shutdown()
    thread.join()
    server.server_close()


def test_nothing_makes_the_service_ask_another_server(
    client: httpx.Client, canary: tuple[str, list[str]]
) -> None:
    place, seen = canary
    httpx.get(place)
    assert seen == ["/"], "the canary hears what reaches it"
    for query in (
        f"SELECT * {{ SERVICE <{place}a> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE SILENT <{place}b> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SER\\u0056ICE <{place}c> {{ ?s ?p ?o }} }}",
        f"SELECT * FROM <{place}d> {{ ?s ?p ?o }}",
        f"LOAD <{place}e>",
    ):
        assert ask(client, query).status_code == 400
    context = f'{{"@context": "{place}context", "@type": "cj:CJOIP"}}'.encode()
    turtle = (
        f"@prefix owl: <http://www.w3.org/2002/07/owl#> . <a:b> owl:imports <{place}f> .".encode()
    )
    for name, content in (("plan.jsonld", context), ("plan.ttl", turtle)):
        reply = client.post("/api/v1/validate", files={"file": (name, content)})
        assert 400 <= reply.status_code < 500
    assert seen == ["/"]


def test_no_query_reads_a_local_file(client: httpx.Client) -> None:
    for query in (
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
    ):
        reply = ask(client, query)
        assert reply.status_code == 400
        assert "root:" not in reply.text


@pytest.mark.skipif(not Path("/proc").exists(), reason="reads /proc")
def test_workers_end_when_the_service_is_killed(loaded: DataFolder) -> None:
    """A worker in mid-query burned a core for minutes after its service was killed."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "cjgraph.cli", "serve", "--port", str(port)],
        env={**os.environ, "CJGRAPH_DATA": str(loaded.root), "CJGRAPH_QUERY_SECONDS": "100"},
        stderr=subprocess.PIPE,
        text=True,
    )
    base = wait_for(process, port)
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with contextlib.suppress(httpx.TimeoutException):
        httpx.get(base + "/sparql", params={"query": endless}, timeout=2)
    workers = [
        int(stat.parent.name)
        for stat in Path("/proc").glob("[0-9]*/stat")
        if stat.read_text().rpartition(")")[2].split()[1] == str(process.pid)
    ]
    assert workers
    process.kill()
    process.wait()  # its error pipe stays open as long as any worker lives
    for _ in range(100):
        if not any(running(pid) for pid in workers):
            break
        time.sleep(0.1)
    assert not [pid for pid in workers if running(pid)]
    assert process.stderr is not None
    process.stderr.close()


def running(pid: int) -> bool:
    """Return whether a process runs; one that has ended but is not yet collected does not."""
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def test_answers_carry_headers_that_keep_browsers_safe(client: httpx.Client) -> None:
    for path in ("/", "/sparql?query=ASK%7B%7D", "/nowhere"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'self'")
        assert headers["x-content-type-options"] == "nosniff"
    reply = ask(client, COUNT, Origin="https://example.org")
    assert reply.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in reply.headers
