"""A code of the catalogue as a query shows what it stands for."""

from __future__ import annotations

import pytest

from cjgraph.search import EvidenceIndex, SearchFilters, search
from cjgraph.search.encoder import TextEncoder


@pytest.mark.parametrize("text", ["EV013-F1", "ev013-f1", " EV013 F1. ", '"EV013-F1"'])
def test_a_finding_is_shown_by_its_code(word_index: EvidenceIndex, text: str) -> None:
    answer = search(word_index, None, text)
    assert answer.answered and answer.unknown_terms == ()
    assert [row.passage.finding for row in answer.results] == ["EV013-F1"]


@pytest.mark.parametrize("text", ["ev003", '"EV003"'])
def test_a_publication_is_shown_with_all_its_findings_in_order(
    word_index: EvidenceIndex, text: str
) -> None:
    answer = search(word_index, None, text)
    assert answer.answered
    assert [r.passage.finding for r in answer.results] == [f"EV003-F{n}" for n in range(1, 7)]


def test_an_unread_publication_is_found_by_its_code(word_index: EvidenceIndex) -> None:
    answer = search(word_index, None, "EV089")
    assert [(r.passage.publication, r.passage.finding) for r in answer.results] == [("EV089", None)]
    assert answer.summary.unread == 1


def test_several_codes_are_shown_in_the_order_given(word_index: EvidenceIndex) -> None:
    answer = search(word_index, None, "EV013-F1, EV003-F5 and EV999")
    assert [r.passage.finding for r in answer.results] == ["EV013-F1", "EV003-F5"]
    assert answer.unknown_terms == ("EV999",)
    assert answer.summary.text.startswith("Nothing in the catalogue mentions: EV999.")


@pytest.mark.parametrize("text", ["EV999", "EV003-F99"])
def test_a_code_that_does_not_exist_finds_nothing(word_index: EvidenceIndex, text: str) -> None:
    answer = search(word_index, None, text)
    assert not answer.answered and answer.results == ()
    assert answer.unknown_terms == (text,)


def test_a_finding_brings_in_what_it_disagrees_with(
    small_index: EvidenceIndex, letters: TextEncoder
) -> None:
    answer = search(small_index, letters, "EV902-F1")
    assert [(r.passage.finding, r.brought_in) for r in answer.results] == [
        ("EV902-F1", False),
        ("EV903-F1", True),
    ]
    assert answer.summary.disagrees and answer.mode == "hybrid"


def test_a_filter_holds_for_codes_too(word_index: EvidenceIndex) -> None:
    only = SearchFilters(stances=("against",))
    assert not search(word_index, None, "EV003", filters=only).answered


def test_words_beside_a_code_make_it_a_question(word_index: EvidenceIndex) -> None:
    answer = search(word_index, None, "EV003 and supervised bail")
    assert len({row.passage.publication for row in answer.results}) > 1
