"""``/shapes`` and ``cjgraph rules``: the rules for people, made from the rules themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from lxml import html
from rdflib import Graph, URIRef
from typer.testing import CliRunner

from api import problem, shapes
from api.guards import HeadAnswers, SafeHeaders
from api.shapes import rules_page
from cjgraph.cli._main import app as command
from cjgraph.namespaces import CJ, SHAPES
from cjgraph.publish import book_text, rule_book
from cjgraph.shacl import load_rules

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
#: Words of the standard that the rules are written in; people need none of them.
TECHNICAL = re.compile(
    r"shacl|sparql|\b(?:a|the) shape\b|focus node|\bnode\b|\bsh:|\bcj:|violation|constraint|"
    r"blank node|\bIRI\b|w3id",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    app = FastAPI()
    shapes.register(app)
    problem.register(app)
    app.add_middleware(HeadAnswers)
    app.add_middleware(SafeHeaders)
    with TestClient(app) as client:
        yield client


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.document_fromstring(rules_page(rule_book()))


def test_every_rule_has_a_place_of_its_own_with_all_that_people_ask(
    page: html.HtmlElement,
) -> None:
    for iri, rule in load_rules().rules.items():
        [place] = page.xpath(f"//*[@id='{iri.removeprefix(SHAPES)}']")
        words = " ".join(place.text_content().split())
        for part in (rule.name, rule.why, rule.passing, rule.failing, rule.source):
            assert part
            assert " ".join(part.split()) in words
        assert re.search("must be mended|should be mended|for information", words, re.I)


def test_page_can_be_read_by_everyone(page: html.HtmlElement) -> None:
    assert page.get("lang") == "en-GB"
    assert len(page.xpath("//h1")) == len(page.xpath("//main")) == 1
    levels = [int(e.tag[1]) for e in page.xpath("//main//*[self::h2 or self::h3 or self::h4]")]
    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    inner = [link[1:] for link in page.xpath("//a/@href") if link.startswith("#")]
    assert set(inner) <= set(ids)
    assert page.xpath("//a[@class='skip']/@href") == ["#main"]
    assert all(table.xpath("caption") for table in page.xpath("//table"))
    assert all(head.get("scope") for head in page.xpath("//th"))
    assert not page.xpath("//style | //script | //*[@style]")


def test_no_technical_words_reach_people(page: html.HtmlElement) -> None:
    for element in page.xpath("//code"):
        element.drop_tree()
    assert not TECHNICAL.search(page.text_content())
    # Names of rules are for programs, and stand at the end of each.
    told = re.sub(r"(?m)^  Name: .*$", "", book_text(rule_book()))
    assert not TECHNICAL.search(told)
    assert not re.search(r"[{}]", told)


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (BROWSER, "text/html"),
        ("*/*", "text/html"),
        ("text/turtle", "text/turtle"),
        ("application/json", "application/json"),
        ("text/html;q=0.3, text/turtle;q=0.9", "text/turtle"),
    ],
)
@pytest.mark.parametrize("address", ["/shapes", "/shapes/smart-specific"])
def test_client_chooses_the_format(
    client: TestClient, address: str, accept: str, expected: str
) -> None:
    answer = client.get(address, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == expected
    assert answer.headers["vary"] == "Accept"
    again = client.get(address, headers={"Accept": accept, "If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_turtle_is_the_rules_themselves(client: TestClient) -> None:
    whole = Graph().parse(data=client.get("/shapes.ttl").content, format="turtle")
    rules = load_rules()
    assert {str(s) for s in whole.subjects(URIRef(CJ + "tier"))} == set(rules.rules)
    answer = client.get("/shapes/smart-specific", headers={"Accept": "text/turtle"})
    one = Graph().parse(data=answer.content, format="turtle")
    assert [str(s) for s in one.subjects(URIRef(CJ + "tier"))] == [SHAPES + "smart-specific"]


def test_json_carries_version_and_hash_that_reports_give(client: TestClient) -> None:
    told, rules = client.get("/shapes.json").json(), load_rules()
    assert (told["version"], told["sha256"]) == (rules.version, rules.sha256)
    one = client.get("/shapes/smart-time-bound", headers={"Accept": "application/json"}).json()
    assert (one["tier"], one["letter"], one["version"]) == ("smart", "T", rules.version)
    assert one["severities"]["publication"] == "must be mended"


def test_what_does_not_exist_or_is_not_on_offer_is_said(client: TestClient) -> None:
    answer = client.get("/shapes/<b>nothing")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert "/shapes" in answer.json()["hint"]
    assert client.get("/shapes.exe").status_code == 404
    assert client.get("/shapes", headers={"Accept": "image/png"}).status_code == 406


def test_command_prints_text_json_turtle_and_a_page_of_one_file() -> None:
    run = CliRunner()
    text = run.invoke(command, ["rules"])
    assert text.exit_code == 0
    assert load_rules().version in text.stdout
    assert "Does not pass:" in text.stdout
    assert json.loads(run.invoke(command, ["rules", "--json"]).stdout)["chapters"]
    alone = html.document_fromstring(run.invoke(command, ["rules", "--format", "html"]).stdout)
    assert alone.xpath("//style")
    outside = [a for a in alone.xpath("//@href | //@src") if not a.startswith(("#", "https://"))]
    assert outside == []
    assert Graph().parse(
        data=run.invoke(command, ["rules", "--format", "turtle"]).stdout, format="turtle"
    )
    wrong = run.invoke(command, ["rules", "--format", "pdf"])
    assert "pdf" in str(wrong.exception)
