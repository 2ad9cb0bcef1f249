"""A plan is checked over HTTP in every form, by name or by the Accept header."""

from __future__ import annotations

import httpx
import pytest

from cjgraph.resources import resource_folder

FAULTY = resource_folder("ontology") / "examples" / "glenorrin-cjoip-2024-2029.docx"


def upload(
    client: httpx.Client, *, accept: str = "*/*", name: str = FAULTY.name, **params: str
) -> httpx.Response:
    return client.post(
        "/api/v1/validate",
        files={"file": (name, FAULTY.read_bytes())},
        params=params,
        headers={"Accept": accept},
    )


@pytest.mark.parametrize(
    ("form", "media", "ending", "begins"),
    [
        ("html", "text/html", "html", b"<!DOCTYPE html>"),
        ("csv", "text/csv", "csv", b"\xef\xbb\xbfNumber,"),
        ("xlsx", "application/vnd.openxmlformats", "xlsx", b"PK"),
        ("turtle", "text/turtle", "ttl", b"@prefix"),
    ],
)
def test_a_report_comes_in_the_form_asked_for(
    client: httpx.Client, form: str, media: str, ending: str, begins: bytes
) -> None:
    reply = upload(client, format=form)
    assert reply.status_code == 200
    assert reply.headers["content-type"].startswith(media)
    assert reply.content.startswith(begins)
    told = reply.headers["content-disposition"]
    assert told.endswith(f'filename="report-glenorrin-cjoip-2024-2029.{ending}"')


def test_a_browser_gets_a_page_that_may_run_nothing(client: httpx.Client) -> None:
    reply = upload(client, accept="text/html,application/xhtml+xml,*/*;q=0.8")
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    policy = reply.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert reply.headers["cache-control"] == "no-store"
    assert "Mend these first" in reply.text


def test_anything_means_data_and_the_rest_is_refused(client: httpx.Client) -> None:
    report = upload(client).json()
    assert report["conforms"] is False
    assert len(report["checkpoints"]) == 7
    refused = upload(client, accept="image/png")
    assert (refused.status_code, refused.json()["code"]) == (406, "not_acceptable")


def test_a_hostile_name_does_no_harm(client: httpx.Client) -> None:
    reply = upload(client, name="<b>'; x=é.docx", format="html")
    assert reply.status_code == 200
    assert reply.headers["content-disposition"] == 'inline; filename="report-b-x-e.html"'
    assert "<b>" not in reply.text
    assert "&lt;b&gt;" in reply.text


def test_the_forms_are_documented(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()["paths"]["/api/v1/validate"]["post"]
    assert {"application/json", "text/html", "text/csv", "text/turtle"} <= set(
        described["responses"]["200"]["content"]
    )
    assert "406" in described["responses"]
