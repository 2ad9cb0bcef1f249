"""Hostile graphs that are sent to the service get a verdict or one clear refusal."""

from __future__ import annotations

import httpx
import pytest

from tests.security.test_checking_bad_graphs import ACTION, BASE, HEAD, PLAN, RULES


@pytest.mark.parametrize(
    ("text", "status", "told"),
    [
        (HEAD + BASE + RULES, 200, "rules_ignored"),
        (HEAD + BASE + f"{PLAN} owl:imports <file:///etc/passwd> .", 200, "imports_ignored"),
        (BASE + f"{ACTION} cj:due ({' 1' * 5000}) .", 200, "date_not_a_date"),
        (BASE + "<urn:second> a cj:CJOIP .", 400, "2 plans"),
        (BASE.replace("a cj:CJOIP", "a cj:Plan"), 422, "no community justice plan"),
        ("<urn:a> <urn:b> .", 400, "not valid Turtle"),
    ],
    ids=["rules", "imports", "long list", "two plans", "no plan", "broken"],
)
def test_a_hostile_graph(text: str, status: int, told: str, client: httpx.Client) -> None:
    reply = client.post("/api/v1/validate", files={"file": ("plan.ttl", text.encode())})
    assert reply.status_code == status, reply.text
    assert told in reply.text
    assert "Traceback" not in reply.text
