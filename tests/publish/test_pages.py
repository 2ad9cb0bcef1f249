"""``/ontology`` over HTTP and in a browser."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from cjgraph.publish import Ontology
from cjgraph.store import fingerprint

TYPES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def media(response: object) -> str:
    return response.headers["content-type"].partition(";")[0]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (BROWSER, "text/html"),
        ("*/*", "text/html"),
        ("", "text/html"),
        ("text/turtle", "text/turtle"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/ld+json", "application/ld+json"),
        ("text/html;q=0.3, text/turtle;q=0.9", "text/turtle"),
        ("text/turtle;q=0.2, application/ld+json;q=0.4, text/html;q=0", "application/ld+json"),
        ("text/*", "text/html"),
    ],
)
def test_the_client_chooses_the_format(client: TestClient, accept: str, expected: str) -> None:
    answer = client.get("/ontology", headers={"Accept": accept})
    assert answer.status_code == 200
    assert media(answer) == expected
    assert answer.headers["vary"] == "Accept"


def test_every_syntax_over_http_is_the_model(client: TestClient, triples: list[ox.Triple]) -> None:
    for kind, code in TYPES.items():
        body = client.get("/ontology", headers={"Accept": kind}).content
        assert fingerprint(q.triple for q in ox.parse(body, format=code)) == fingerprint(triples)


def test_what_is_not_on_offer_is_said(client: TestClient) -> None:
    answer = client.get("/ontology", headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert media(answer) == "application/problem+json"
    assert all(kind in answer.json()["hint"] for kind in ("text/html", *TYPES))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/ontology.ttl", "text/turtle"),
        ("/ontology.rdf", "application/rdf+xml"),
        ("/ontology.jsonld", "application/ld+json"),
        ("/ontology/context.jsonld", "application/ld+json"),
        ("/ontology/diagram.svg", "image/svg+xml"),
    ],
)
def test_files_have_addresses_of_their_own(client: TestClient, path: str, expected: str) -> None:
    answer = client.get(path, headers={"Accept": "image/png"})
    assert (answer.status_code, media(answer)) == (200, expected)
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    "path", ["/ontology.pdf", "/ontology.html", "/ontology/9.9.9", "/ontology/version"]
)
def test_what_is_not_there_is_a_problem(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert media(answer) == "application/problem+json"
    assert answer.json()["hint"]


def test_the_version_iri_answers(client: TestClient, model: Ontology) -> None:
    answer = client.get(f"/ontology/{model.version}", headers={"Accept": "text/turtle"})
    assert answer.status_code == 200
    assert f'owl:versionInfo "{model.version}"' in answer.text


def test_what_the_client_has_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/ontology.ttl").headers["etag"]
    again = client.get("/ontology.ttl", headers={"If-None-Match": f'"x", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/ontology.rdf", headers={"If-None-Match": tag}).status_code == 200


def test_the_page_describes_every_term_at_its_own_anchor(
    client: TestClient, model: Ontology
) -> None:
    page = client.get("/ontology").text
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids)), "an address leads to one place"
    assert {term.name for term in model.terms.values()} <= set(ids)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_a_term_says_what_where_from_and_how_often(client: TestClient) -> None:
    page = client.get("/ontology").text
    text = re.search(r'<article[^>]*id="priorityActionForAim".*?</article>', page, re.S)
    assert text
    for part in (
        "The national aim that a priority action belongs to.",
        'href="#PriorityAction"',
        'href="#NationalAim"',
        'href="#contributesTo"',
        "object property",
        "13 statements in national data",
        "in use",
    ):
        assert part in text[0]
    assert re.search(r"<dt>Source</dt><dd><a href=\"http", text[0])
    assert re.search(r"<dt>Example</dt><dd>\w", text[0])


def test_the_page_obeys_the_content_policy(client: TestClient) -> None:
    answer = client.get("/ontology")
    assert answer.headers["content-security-policy"].startswith("default-src 'self'")
    assert not re.search(r"<style|\bstyle=|\bon[a-z]+=\"|javascript:", answer.text)
    for script in re.findall(r"<script[^>]*>", answer.text):
        assert 'src="/static/ontology.js"' in script
    for path in ("/static/ontology.js", "/static/ontology.css"):
        assert client.get(path).status_code == 200


def test_the_service_serves_it() -> None:
    assert "/ontology" in create_app().openapi()["paths"]


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_works_in_a_browser(address: str, width: int) -> None:
    import shutil

    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": width, "height": 800})
        refused: list[str] = []
        page.on("console", lambda m: refused.append(m.text) if "Content Security" in m.text else 0)
        page.goto(f"{address}/ontology")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_label("Filter the terms").fill("local outcome")
        assert re.fullmatch(r"\d+ of \d+ terms", page.locator("#found").inner_text())
        assert page.locator("#LocalOutcome").is_visible()
        assert not page.locator("#Stance").is_visible()
        page.goto(f"{address}/ontology#Stance")
        assert page.locator("#Stance").is_visible(), "a link shows what the filter hid"
        assert page.evaluate("document.querySelector('figure img').naturalWidth") > 0
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.tagName") in ("A", "INPUT", "SUMMARY")
        assert not refused
        browser.close()


@pytest.mark.browser
def test_without_scripts_everything_is_there(address: str, model: Ontology) -> None:
    import shutil

    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(f"{address}/ontology")
        assert page.locator("article:visible").count() == len(model.terms)
        assert not page.locator("#filter").is_visible()
        browser.close()
