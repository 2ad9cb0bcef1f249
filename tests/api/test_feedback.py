"""The service takes remarks only where it is told to, and no more than it is told to."""

from __future__ import annotations

import json
import shutil
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from cjgraph.feedback import remarks
from cjgraph.shacl import load_rules
from cjgraph.store import DataFolder, open_snapshot

ADDRESS = "/api/v1/feedback"
JSON = {"Content-Type": "application/json"}


def sent(because: str = "The date is in the next column.", **others: Any) -> dict[str, Any]:
    rules = load_rules()
    rule = next(rule for rule in rules.rules.values() if rule.type == "smart_t")
    return {
        "rules": {"version": rules.version, "sha256": rules.sha256},
        "plan": {"sha256": "a" * 64, "title": "The plan of Fife"},
        "profile": "draft",
        "finding": {"shape": rule.iri, "type": "smart_t", "message": "No date.", "subject": "A hub",
                    "offers": {}, "locator": {"page": 3}},
        "because": because,
    } | others  # fmt: skip


def service(data: DataFolder, **settings: Any) -> TestClient:
    """Make a client of a service without workers, which remarks do not need."""
    chosen = Settings(data=data.root, **settings)
    app = create_app(chosen)
    app.state.service = SimpleNamespace(settings=chosen, data=data)
    return TestClient(app)


@pytest.fixture(scope="module")
def data(loaded: DataFolder, tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    made = DataFolder(tmp_path_factory.mktemp("feedback") / "data")
    shutil.copytree(loaded.root, made.root)
    return made


@pytest.fixture(scope="module")
def opened(data: DataFolder) -> TestClient:
    return service(data, feedback="open", feedback_per_day=3)


def refusal(reply: Any) -> tuple[int, str]:
    assert reply.headers["content-type"] == "application/problem+json"
    return reply.status_code, reply.json()["code"]


def test_remarks_are_closed_unless_the_operator_opens_them(data: DataFolder) -> None:
    reply = service(data).post(ADDRESS, json=sent())
    assert refusal(reply) == (403, "feedback_closed")
    assert reply.json()["detail"].startswith("This service takes no remarks")
    assert remarks(open_snapshot(data)) == ()


def test_nobody_reads_remarks_over_the_web(opened: TestClient) -> None:
    assert refusal(opened.get(ADDRESS)) == (403, "feedback_closed")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 422, "invalid_request"),
        (b"\xff\xfe\x00binary", 422, "invalid_request"),
        (b"[1, 2]", 422, "invalid_request"),
        (b"{" + b'"a":' * 10_000, 422, "invalid_request"),
        (b'{"because": "' + b"x" * 1_000_000 + b'"}', 413, "too_large"),
    ],
)
def test_what_is_no_remark_is_refused(
    opened: TestClient, body: bytes, status: int, code: str
) -> None:
    assert refusal(opened.post(ADDRESS, content=body, headers=JSON)) == (status, code)


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"because": "x" * 2_001}, 413, "too_large"),
        ({"because": " \u202e "}, 400, "empty_query"),
        ({"because": "It is about CHI 0101501005."}, 400, "bad_request"),
        ({"plan": {"sha256": "b" * 63, "title": ""}}, 400, "syntax_fault"),
        ({"finding": {"shape": "javascript:alert(1)"}}, 400, "syntax_fault"),
        ({"finding": {}}, 400, "syntax_fault"),
        ({"finding": "x"}, 422, "invalid_request"),
    ],
)
def test_a_remark_that_cannot_be_used_is_refused(
    opened: TestClient, change: dict[str, Any], status: int, code: str
) -> None:
    assert refusal(opened.post(ADDRESS, json=sent() | change)) == (status, code)


def test_remarks_are_kept_masked_once_and_only_so_many(
    opened: TestClient, data: DataFolder
) -> None:
    words = "Ask Mrs Jane Smith, jane@example.org. <b>Really</b>\u202e"
    first = opened.post(ADDRESS, json=sent(words, role="coordinator"))
    assert first.status_code == 201, first.text
    body = first.json()
    assert body["kept"] is True
    assert "Smith" not in body["because"] and "jane" not in body["because"]
    assert body["because"].endswith("<b>Really</b>")
    again = opened.post(ADDRESS, json=sent(words, role="coordinator")).json()
    assert (again["id"], again["kept"]) == (body["id"], False)
    for number in (2, 3):
        assert opened.post(ADDRESS, json=sent(f"Wrong, {number}")).json()["kept"] is True
    assert refusal(opened.post(ADDRESS, json=sent("Wrong, 4"))) == (429, "too_many_remarks")
    kept = remarks(open_snapshot(data))
    assert [remark.id for remark in kept].count(body["id"]) == 1
    assert len(kept) == 3


def test_the_description_of_the_interface_tells_of_remarks(opened: TestClient) -> None:
    described = opened.get("/openapi.json").json()["paths"][ADDRESS]
    schema = json.dumps(described["post"]["requestBody"])
    assert "because" in schema
    assert {"201", "403", "429"} <= set(described["post"]["responses"])
    assert "403" in described["get"]["responses"]
