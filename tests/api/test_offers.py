"""A check over the web comes with help, from the service's own index."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from cjgraph.resources import resource_folder

PLAN = resource_folder("ontology") / "examples" / "glenorrin-cjoip-2024-2029.docx"


def checked(client: httpx.Client, **query: Any) -> httpx.Response:
    with PLAN.open("rb") as file:
        reply = client.post("/api/v1/validate", files={"file": (PLAN.name, file)}, params=query)
    assert reply.status_code == 200, reply.text
    return reply


def test_findings_come_with_evidence_pages_and_marked_examples(client: httpx.Client) -> None:
    findings = checked(client, include="examples").json()["findings"]
    offers = [finding["offers"] for finding in findings]
    assert any(row["finding"] for offer in offers for row in offer["evidence"])
    assert any(offer["page"].get("url") for offer in offers)
    examples = [row for offer in offers for row in offer["examples"]]
    assert examples and all(row["invented"] for row in examples)
    assert not any("Glenorrin" in row["plan"] for row in examples), "no example for itself"
    national = checked(client).json()["findings"]
    assert not any(finding["offers"]["examples"] for finding in national)
    bare = checked(client, offers="false").json()["findings"]
    assert not any(finding["offers"] for finding in bare)
    assert [f["message"] for f in bare] == [f["message"] for f in national]


@pytest.mark.parametrize("form", ["html", "text"])
def test_reports_show_what_is_offered(client: httpx.Client, form: str) -> None:
    assert "an invented example" in checked(client, format=form, include="examples").text
    assert "an invented example" not in checked(client, format=form).text
