from __future__ import annotations

import dataclasses
import json

from cjgraph.search import Passage
from cjgraph.search.documents import passage_from


def _one(passages: list[Passage], key: str) -> Passage:
    return next(p for p in passages if p.key == key)


def test_one_passage_for_each_finding_and_each_unread_publication(
    small_passages: list[Passage],
) -> None:
    assert [p.key for p in small_passages] == [
        "EV901-F1",
        "EV901-F2",
        "EV901-F10",
        "EV902-F1",
        "EV903-F1",
        "EV904-F1",
        "EV905-F1",
        "EV906",
    ]


def test_a_finding_carries_what_a_reader_needs(small_passages: list[Passage]) -> None:
    bail = _one(small_passages, "EV901-F1")
    assert bail.title == "Invented review of bail"
    assert (bail.stance, bail.strength, bail.design_level) == ("supports", "Promising", 2)
    assert bail.certainty == "very low"
    assert bail.caveat == "A quarter of orders were not completed."
    assert (bail.year, bail.url, bail.locator) == (2012, "https://example.org/ev901", "p. 7")
    assert bail.locator_url == "https://example.org/ev901#page=7"
    assert (bail.country, bail.outcomes, bail.prevention) == (
        "scotland",
        ("ndo-3",),
        ("secondary",),
    )


def test_a_finding_on_a_narrow_need_is_found_under_the_wider_one(
    small_passages: list[Passage],
) -> None:
    drink = _one(small_passages, "EV905-F1")
    assert drink.needs == ("alcohol", "substance-use")
    assert [c.code for c in drink.concepts] == ["alcohol"]


def test_disagreement_names_the_other_finding_with_stance_and_text(
    small_passages: list[Passage],
) -> None:
    (other,) = _one(small_passages, "EV902-F1").opposed
    assert (other.finding, other.stance) == ("EV903-F1", "null")
    assert other.quote.startswith("No reliable sign")


def test_an_unread_publication_claims_nothing(small_passages: list[Passage]) -> None:
    unread = _one(small_passages, "EV906")
    assert unread.finding is None
    assert (unread.text, unread.stance, unread.concepts) == ("", "", ())


def test_words_that_are_looked_through_include_lay_labels(small_passages: list[Passage]) -> None:
    text = _one(small_passages, "EV901-F1").lexical_text()
    assert "somewhere to live" in text and "bail supervision" in text
    assert "People are supported on bail" not in text


def test_a_passage_survives_its_record(small_passages: list[Passage]) -> None:
    for passage in small_passages:
        record = json.loads(json.dumps(dataclasses.asdict(passage)))
        assert passage_from(record) == passage


def test_the_catalogue_gives_every_finding_and_every_unread_publication(
    catalogue_passages: list[Passage],
) -> None:
    assert len({p.publication for p in catalogue_passages}) == 100
    assert sum(p.finding is not None for p in catalogue_passages) == 79
    assert sum(p.finding is None for p in catalogue_passages) == 29
    assert all(p.text and p.stance for p in catalogue_passages if p.finding)
    assert all(p.concepts for p in catalogue_passages if p.stance in ("supports", "null"))


def test_who_wrote_and_published_it_comes_along(catalogue_passages: list[Passage]) -> None:
    found = {p.key: p for p in catalogue_passages}
    first = found["EV001-F1"]
    assert "Maria Sapouna" in first.authors and len(first.authors) == 4
    assert first.publisher.startswith("Scottish Government")


def test_a_finding_that_could_not_be_checked_says_so_and_why(
    catalogue_passages: list[Passage],
) -> None:
    found = {p.key: p for p in catalogue_passages}
    for code in ("EV057-F1", "EV007-F1"):
        assert not found[code].confirmed and found[code].confirmation
    assert found["EV003-F5"].confirmed and found["EV003-F5"].confirmation == ""
