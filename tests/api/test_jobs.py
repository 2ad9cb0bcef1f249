"""Every main job over HTTP, against a running server."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import httpx
import pytest

from cjgraph.resources import resource_folder
from cjgraph.store import DataFolder

EXAMPLES = resource_folder("ontology") / "examples"
COMPLETE = EXAMPLES / "strathmarnock-cjoip-2024-2029.docx"
FAULTY = EXAMPLES / "glenorrin-cjoip-2024-2029.docx"


def upload(client: httpx.Client, name: str, content: bytes, **params: str) -> httpx.Response:
    return client.post("/api/v1/validate", files={"file": (name, content)}, params=params)


def test_the_start_page_says_what_is_here(client: httpx.Client) -> None:
    page = client.get("/")
    assert page.status_code == 200
    for words in ("Find evidence", "Check a plan", "Trace the golden thread", "Ask in SPARQL"):
        assert words in page.text
    assert "100 publications" in page.text
    assert client.get("/static/start.css").status_code == 200


def test_search_finds_supervised_bail(client: httpx.Client) -> None:
    question = "does supervised bail help people keep their home and job"
    answer = client.get("/api/v1/search", params={"q": question}).json()
    assert {"EV003-F5", "EV096-F1"} <= {row["finding"] for row in answer["results"][:3]}
    assert answer["mode"] == "lexical"
    assert answer["note"], "the reader is told why search goes by words alone"


def test_search_says_that_nothing_is_relevant(client: httpx.Client) -> None:
    answer = client.get("/api/v1/search", params={"q": "fishing quotas for mackerel"}).json()
    assert answer["answered"] is False
    assert answer["results"] == []
    assert answer["searched"] == 100


def test_search_takes_filters(client: httpx.Client) -> None:
    given = {"q": "community sentences and reoffending", "country": "scotland", "limit": 50}
    rows = client.get("/api/v1/search", params=given).json()["results"]
    assert rows and {row["country"] for row in rows} == {"scotland"}


def test_the_complete_plan_conforms(client: httpx.Client) -> None:
    report = upload(client, COMPLETE.name, COMPLETE.read_bytes()).json()
    assert report["conforms"] is True
    assert report["scores"] == {"checklist": 13.0, "thread": 1.0}


def test_the_faulty_plan_is_told_what_to_mend(client: httpx.Client) -> None:
    reply = upload(client, FAULTY.name, FAULTY.read_bytes(), profile="publication")
    report = reply.json()
    assert reply.status_code == 200
    assert report["conforms"] is False
    assert report["profile"] == "publication"
    first = report["findings"][0]
    assert first["message"] and first["remedy"] and first["source"]


def test_service_and_command_give_the_same_verdict(
    client: httpx.Client, loaded: DataFolder
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cjgraph.cli", "validate", "--json", str(FAULTY)],
        capture_output=True,
        text=True,
        env={**os.environ, "CJGRAPH_DATA": str(loaded.root)},
    )
    assert json.loads(done.stdout) == upload(client, FAULTY.name, FAULTY.read_bytes()).json()


def test_a_thread_is_traced(client: httpx.Client) -> None:
    national = client.get("/api/v1/trace", params={"thing": "ndo-3"}).json()
    assert national["reaches_nation"] is True
    assert national["downward"] == []
    given = {"thing": "ndo-3", "include": "examples"}
    with_examples = client.get("/api/v1/trace", params=given).json()
    assert with_examples["downward"]
    assert with_examples["included"] == ["examples"]


def test_the_command_searches_while_the_service_runs(address: str, loaded: DataFolder) -> None:
    """The service has the index open, so the command asks the service."""
    done = subprocess.run(
        [sys.executable, "-m", "cjgraph.cli", "search", "--json", "restorative justice"],
        capture_output=True,
        text=True,
        env={**os.environ, "CJGRAPH_DATA": str(loaded.root), "CJGRAPH_MODEL": "off"},
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["summary"]["disagrees"] is True
    assert "note" in answer, "only the service's answer has a note"


def test_health_names_its_parts(client: httpx.Client) -> None:
    assert client.get("/health/live").json()["status"] == "live"
    ready = client.get("/health/ready").json()
    assert ready["ready"] is True
    assert {"graph", "search", "model"} <= set(ready["parts"])


def test_openapi_describes_every_job(client: httpx.Client) -> None:
    description = client.get("/openapi.json").json()
    assert {
        "/api/v1/search",
        "/api/v1/validate",
        "/api/v1/trace",
        "/sparql",
        "/health/live",
        "/health/ready",
    } <= set(description["paths"])


BAD_REQUESTS = [
    ("GET", "/nowhere", {}, 404, "/nowhere"),
    ("GET", "/api/v1/search", {}, 422, "q"),
    ("GET", "/api/v1/search", {"q": "  "}, 400, "empty"),
    ("GET", "/api/v1/search", {"q": "x" * 3000}, 400, "3,000"),
    ("GET", "/api/v1/search", {"q": "bail", "limit": "0"}, 422, "limit"),
    ("GET", "/api/v1/trace", {"thing": "no such thing"}, 404, "no such thing"),
    ("GET", "/api/v1/trace", {"thing": "ndo-3", "include": "secrets"}, 422, "include"),
    ("DELETE", "/api/v1/search", {}, 405, "DELETE"),
    ("GET", "/api/v1/validate", {}, 405, "GET"),
    ("POST", "/api/v1/validate", {}, 422, "file"),
    ("GET", "/sparql", {}, 400, "no query"),
    ("GET", "/sparql", {"query": "SELECT * {"}, 400, "line 1"),
    ("GET", "/sparql", {"query": "DROP ALL"}, 400, "change data"),
    ("GET", "/sparql", {"query": "ASK {}", "format": "yaml"}, 406, "format"),
    (
        "GET",
        "/sparql",
        {"query": "ASK {}", "default-graph-uri": "file:///etc/passwd"},
        400,
        "file:",
    ),
    ("GET", "/sparql", {"query": "ASK {}", "include": "secrets"}, 400, "secrets"),
]


@pytest.mark.parametrize(("method", "path", "given", "status", "named"), BAD_REQUESTS)
def test_every_error_has_the_one_shape(
    client: httpx.Client, method: str, path: str, given: dict[str, str], status: int, named: str
) -> None:
    reply = client.request(method, path, params=given)
    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"
    body = reply.json()
    assert body["status"] == status
    assert named in body["detail"]
    assert "Traceback" not in reply.text


BAD_UPLOADS = [
    ("plan.docx", b"PK\x03\x04 cut off", 422, "plan.docx"),
    ("plan.ttl", b"@prefix x: <y", 400, "line 1"),
    ("plan.ttl", b"<a:b> <c:d> <e:f> .", 422, "no community justice plan"),
    ("plan.csv", b"a,b\n1,2", 415, "plan.csv"),
    ("notes.md", b"# Shopping\n\nMilk and bread.", 422, "notes.md"),
    ("empty.docx", b"", 422, "empty.docx"),
    ("deep.jsonld", b'{"a":' * 5000 + b"1" + b"}" * 5000, 400, "nested"),
    ("../../etc/passwd.ttl", b"<a:b>", 400, "passwd.ttl"),
]


@pytest.mark.parametrize(("name", "content", "status", "named"), BAD_UPLOADS)
def test_bad_uploads_are_named_and_refused(
    client: httpx.Client, name: str, content: bytes, status: int, named: str
) -> None:
    reply = upload(client, name, content)
    assert reply.status_code == status, reply.text
    assert named in reply.json()["detail"]
    assert "/tmp" not in reply.text
    assert client.get("/health/live").status_code == 200


def test_too_large_an_upload_is_refused_before_it_is_read(client: httpx.Client) -> None:
    reply = upload(client, "plan.docx", b"x" * 3_000_000)
    assert reply.status_code == 413
    assert "bytes" in reply.json()["detail"]
