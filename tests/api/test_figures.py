"""Programs get every figure with its words, its query and its picture."""

from __future__ import annotations

import csv
import io
from typing import Any

import httpx
import pytest

EXAMPLES = {"include": "examples"}
PATHS: dict[str, dict[str, str]] = {
    "coverage": {},
    "gaps": {},
    "breaks": {},
    "single-points": {},
    "impact": {"thing": "ndo-3"},
    "compare": {"first": "Glenorrin", "second": "Strathmarnock"},
    "partners": {},
    "indicators": {},
    "model": {},
    "trace": {"thing": "ndo-3"},
}


def got(client: httpx.Client, path: str, **query: Any) -> httpx.Response:
    return client.get(f"/api/v1/{path}", params=query)


@pytest.mark.parametrize(("path", "query"), PATHS.items())
def test_every_figure_has_words_a_notice_and_a_query_that_runs(
    client: httpx.Client, path: str, query: dict[str, str]
) -> None:
    reply = got(client, path, **query, **EXAMPLES)
    assert reply.status_code == 200, reply.text
    body = reply.json()
    assert body["sentence"] and body["included"] == ["examples"]
    assert body["notice"].startswith("Includes invented examples")
    assert client.get(body["query_link"]).status_code == 200
    assert "query_note" in body
    for kind, link in body["links"].items():
        other = client.get(link)
        assert other.status_code == 200, other.text
        assert kind in other.headers["content-type"]
    again = client.get(str(reply.url), headers={"If-None-Match": reply.headers["etag"]})
    assert again.status_code == 304 and not again.content


def test_the_query_of_coverage_gives_the_same_counts(client: httpx.Client) -> None:
    body = got(client, "coverage", **EXAMPLES).json()
    shown = {(c["row"], c["column"]): c["count"] for c in body["cells"] if c["count"]}
    text = client.get(body["query_link"], headers={"Accept": "text/csv"}).text
    asked = {(r["row"], r["column"]): int(r["count"]) for r in csv.DictReader(io.StringIO(text))}
    assert asked == shown


def test_without_plans_each_partnership_says_so(client: httpx.Client) -> None:
    body = got(client, "coverage").json()
    assert len(body["row_heads"]) == 30 and body["cells"] == []
    assert all("cjgraph plan import" in row["note"] for row in body["row_heads"])
    svg = got(client, "coverage", format="svg")
    assert svg.text.count(">no plan loaded<") == 30
    assert "unsafe-inline" in svg.headers["content-security-policy"]
    nothing = got(client, "partners", format="png")
    assert nothing.status_code == 406 and "nothing to draw" in nothing.json()["detail"]


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("image/avif,image/webp,image/svg+xml,image/*;q=0.8", "image/svg+xml"),
        ("image/png", "image/png"),
    ],
)
def test_the_format_is_negotiated(client: httpx.Client, accept: str, kind: str) -> None:
    reply = client.get("/api/v1/coverage", headers={"Accept": accept})
    assert reply.headers["content-type"].startswith(kind)


def test_a_cell_opens(client: httpx.Client) -> None:
    body = got(client, "coverage", cell="Glenorrin,ndo-3", **EXAMPLES).json()
    assert [line["how"] for line in body["cell"]["lines"]] == ["own", "own"]


@pytest.mark.parametrize(
    ("path", "query", "status", "named"),
    [
        ("coverage", {"area": "Fif"}, 404, "Fife"),
        ("coverage", {"cell": "Fife"}, 400, "ndo-3"),
        ("coverage", {"cell": "Fife,ndo-33"}, 404, "ndo-3"),
        ("coverage", {"on": "today"}, 400, "2026-12-31"),
        ("coverage", {"format": "pdf"}, 422, "format"),
        ("compare", {"first": "Fife"}, 422, "second"),
        ("impact", {"thing": "ndo-99"}, 404, "ndo-99"),
    ],
)
def test_what_can_not_be_answered_is_a_problem(
    client: httpx.Client, path: str, query: dict[str, str], status: int, named: str
) -> None:
    reply = got(client, path, **query)
    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"
    assert named in reply.text


def test_the_description_has_every_figure(client: httpx.Client) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    for path in PATHS:
        told = paths[f"/api/v1/{path}"]["get"]
        assert told["description"] and "image/svg+xml" in told["responses"]["200"]["content"]
