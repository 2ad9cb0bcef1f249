"""Reading an uploaded plan over HTTP: the same reading as the command prints, nothing kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import httpx
import pytest

from cjgraph.resources import resource_folder
from cjgraph.store import DataFolder, open_snapshot
from ingest.plans import plan_triples, read_plan

COMPLETE = resource_folder("ontology") / "examples" / "strathmarnock-cjoip-2024-2029.docx"


def send(client: httpx.Client, name: str, content: bytes) -> httpx.Response:
    return client.post("/api/v1/plans/read", files={"file": (name, content)})


def test_a_plan_is_read_as_the_command_reads_it(client: httpx.Client, loaded: DataFolder) -> None:
    before = open_snapshot(loaded).name
    reply = send(client, COMPLETE.name, COMPLETE.read_bytes())
    assert reply.status_code == 200
    done = subprocess.run(
        [sys.executable, "-m", "cjgraph.cli", "plan", "read", "--json", str(COMPLETE)],
        capture_output=True,
        text=True,
        env={**os.environ, "CJGRAPH_DATA": str(loaded.root), "CJGRAPH_MODEL": "off"},
    )
    assert reply.json() == json.loads(done.stdout)
    assert open_snapshot(loaded).name == before, "nothing is kept"


def test_a_plan_that_comes_as_a_graph_is_read(client: httpx.Client) -> None:
    import pyoxigraph as ox

    triples = plan_triples(read_plan(COMPLETE), slug="x", edition="y", invented=True)
    content = ox.serialize(triples, format=ox.RdfFormat.TURTLE)
    assert content is not None
    answer = send(client, "plan.ttl", content).json()
    assert (answer["area"], len(answer["actions"])) == ("Strathmarnock", 16)


def test_the_description_has_the_route(client: httpx.Client) -> None:
    description = client.get("/openapi.json").json()
    assert "post" in description["paths"]["/api/v1/plans/read"]


BAD_UPLOADS = [
    ("plan.docx", b"PK\x03\x04 cut off", 422, "plan.docx"),
    ("plan.ttl", b"@prefix x: <y", 400, "line 1"),
    ("plan.ttl", b"<a:b> <c:d> <e:f> .", 422, "no community justice plan"),
    ("plan.csv", b"a,b\n1,2", 415, "plan.csv"),
    ("notes.md", b"# Shopping\n\nMilk and bread.", 422, "notes.md"),
    ("empty.docx", b"", 422, "empty.docx"),
    ("plan.docx", b"x" * 3_000_000, 413, "bytes"),
    ("case.md", b"# Fife Community Justice Outcomes Improvement Plan\n\nCHI 0101501005.", 422, ""),
]


@pytest.mark.parametrize(("name", "content", "status", "named"), BAD_UPLOADS)
def test_bad_uploads_are_named_and_refused(
    client: httpx.Client, name: str, content: bytes, status: int, named: str
) -> None:
    reply = send(client, name, content)
    assert reply.status_code == status, reply.text
    assert reply.headers["content-type"] == "application/problem+json"
    assert named in reply.json()["detail"]
    assert "/tmp" not in reply.text and "0101501005" not in reply.text
    assert client.get("/health/live").status_code == 200


def test_a_request_without_a_file_is_refused(client: httpx.Client) -> None:
    assert client.post("/api/v1/plans/read").status_code == 422
