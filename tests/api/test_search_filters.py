"""The service refuses searches that could never find anything, and says why."""

from __future__ import annotations

import httpx
import pytest

from api.app import create_app
from api.search import _PARAMETERS


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"stance": "suports"}, "supports, mixed, null, against, context"),
        ({"country": "wales"}, "scotland, uk, other"),
        ({"need": "housng"}, "near it: housing"),
        ({"outcome": "ndo-33"}, "near it: ndo-3"),
        ({"intervention": "Supervised bail"}, "near it: supervised-bail"),
        ({"population": "woman"}, "women"),
        ({"year_from": "2020", "year_to": "2010"}, "from 2020 to 2010"),
    ],
)
def test_a_filter_that_nothing_could_pass_is_refused(
    client: httpx.Client, given: dict[str, str], told: str
) -> None:
    reply = client.get("/api/v1/search", params={"q": "bail", **given})
    assert reply.status_code == 400
    assert reply.headers["content-type"] == "application/problem+json"
    assert told in reply.json()["detail"]


def test_a_parameter_that_is_not_known_is_refused_by_name(client: httpx.Client) -> None:
    reply = client.get("/api/v1/search", params={"q": "bail", "stanse": "null", "page": "2"})
    assert reply.status_code == 422
    assert reply.headers["content-type"] == "application/problem+json"
    assert "'page', 'stanse'" in reply.json()["detail"]
    assert "stance" in reply.json()["detail"]


def test_a_parameter_that_is_known_is_never_refused() -> None:
    described = create_app().openapi()["paths"]["/api/v1/search"]["get"]["parameters"]
    assert {one["name"] for one in described} == _PARAMETERS


def test_a_code_and_an_unknown_word_are_answered_as_such(client: httpx.Client) -> None:
    code = client.get("/api/v1/search", params={"q": "EV013-F1"}).json()
    assert code["answered"] and code["results"][0]["finding"] == "EV013-F1"
    dogs = client.get("/api/v1/search", params={"q": "dogs in prison training"}).json()
    assert dogs["unknown_terms"] == ["dogs"]
    assert dogs["summary"]["disagrees"] is False


def test_an_unconfirmed_finding_and_its_publisher_are_shown(client: httpx.Client) -> None:
    row = client.get("/api/v1/search", params={"q": "EV057-F1"}).json()["results"][0]
    assert row["confirmed"] is False and row["confirmation"]
    assert row["publisher"] or row["authors"]
