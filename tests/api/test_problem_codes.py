"""Every refusal carries a code that programs can rely on, and says what to do."""

from __future__ import annotations

import io
from typing import Any

import httpx
import pytest
from openpyxl.workbook.workbook import Workbook
from reportlab.pdfgen.canvas import Canvas

from api.problem import CODES, code_of
from cjgraph.errors import Overloaded, QueryTimedOut, StoreError
from cjgraph.namespaces import ROOT
from ingest.plans.refusal import MEANING
from ingest.plans.template import write_template
from tests.ingest.plans.template.edits import add, answer, edit

PLAN = b"# Fife Community Justice Outcomes Improvement Plan 2024-2027\n\n"


def locked() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt="secret")
    canvas.drawString(100, 700, "Fife Community Justice Outcomes Improvement Plan")
    canvas.save()
    return out.getvalue()


REFUSED: list[tuple[str, Any, int, str]] = [
    ("plan.docx", b"PK\x03\x04 cut off", 422, "damaged"),
    ("plan.pdf", locked, 422, "encrypted"),
    ("plan.md", PLAN + b"Words. \n\n" * 12_000, 422, "refused"),
    ("plan.docx", b"", 422, "empty"),
    ("plan.xlsx", lambda: write_template("xlsx"), 422, "empty"),
    ("notes.md", b"# Shopping\n\nMilk and bread.", 422, "not_a_plan"),
    ("plan.ttl", b"<a:b> <c:d> <e:f> .", 422, "not_a_plan"),
    ("case.md", PLAN + b"CHI 0101501005.", 422, "case_level_identifier"),
    ("report.md", b"# Fife Community Justice Annual Report 2023-2024\n\nThis annual report on "
     b"community justice looks back at the year.\n\n## What we did\n\nWe did it.\n", 422,
     "annual_report"),
    ("plan.csv", b"a,b\n1,2", 415, "wrong_format"),
    ("plan.ttl", b"@prefix x: <y", 400, "wrong_format"),
    ("plan.md", b"x" * 3_000_000, 413, "too_large"),
]  # fmt: skip


@pytest.mark.parametrize("job", ["plans/read", "validate"])
@pytest.mark.parametrize(("name", "content", "status", "code"), REFUSED)
def test_each_refusal_of_a_plan_has_its_code(
    client: httpx.Client, job: str, name: str, content: Any, status: int, code: str
) -> None:
    data = content if isinstance(content, bytes) else content()
    reply = client.post(f"/api/v1/{job}", files={"file": (name, data)})
    body = reply.json()
    assert (reply.status_code, body["code"]) == (status, code), body
    assert body["type"] == f"{ROOT}problem/{code}"
    assert reply.headers["content-type"] == "application/problem+json"
    if status == 422:  # what is wrong and what to do are two sentences, or two halves of one
        assert ";" in body["detail"] or body["detail"].count(". ") >= 1


def test_other_problems_have_codes_too(client: httpx.Client) -> None:
    def code(reply: httpx.Response) -> str:
        return str(reply.json()["code"])

    assert code(client.get("/nowhere")) == "not_found"
    assert code(client.get("/api/v1/validate")) == "method_not_allowed"
    assert code(client.post("/api/v1/validate")) == "invalid_request"
    assert code(client.get("/api/v1/trace", params={"thing": "ndo-99"})) == "unknown_thing"
    assert code(client.get("/sparql", params={"query": "SELECT * {"})) == "query_refused"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (QueryTimedOut("The work was stopped."), "took_too_long"),
        (Overloaded("Too much waits."), "overloaded"),
        (StoreError("The store can't be had."), "store_unavailable"),
    ],
)
def test_errors_that_are_hard_to_bring_about_have_codes(error: Any, code: str) -> None:
    assert code_of(error) == code


def test_the_description_lists_every_code(client: httpx.Client) -> None:
    shape = client.get("/openapi.json").json()["components"]["schemas"]["Problem"]
    assert shape["properties"]["code"]["enum"] == list(CODES)
    assert set(MEANING) <= set(CODES)
    assert {"type", "code"} <= set(shape["required"])


def test_faults_of_a_template_come_with_the_check(client: httpx.Client) -> None:
    def fill(book: Workbook) -> None:
        answer(book["Plan"], "Title", "A small plan")
        add(book["Outcomes"], 5, {"Ref": "1", "Outcome": "Better lives"})
        add(book["Actions"], 8, {"Ref": "a", "Action": "Run it", "Due date": "31/02/2026"})

    files = {"file": ("plan.xlsx", edit(write_template("xlsx"), fill))}
    note = client.post("/api/v1/validate", files=files).json()["notes"][0]
    assert (note["code"], note["sheet"], note["row"]) == ("template_fault", "Actions", 8)
    assert note["cell"]
