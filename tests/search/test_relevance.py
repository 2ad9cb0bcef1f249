"""Rates that the documentation of the product may quote; the queries are in answerable.csv."""

from __future__ import annotations

import pytest

from cjgraph.search import Encoder, EvidenceIndex, search
from cjgraph.search.relevance import Signals, relevance

Judged = list[dict[str, str]]


def rates(
    index: EvidenceIndex, encoder: Encoder | None, judged: Judged, part: str
) -> dict[str, float]:
    """Return the share of queries of each kind that were answered."""
    answered: dict[str, list[bool]] = {}
    for row in judged:
        if row["part"] == part:
            found = search(index, encoder, row["query"]).answered
            answered.setdefault(row["kind"], []).append(found)
    return {kind: sum(found) / len(found) for kind, found in answered.items()}


@pytest.mark.model
def test_with_the_model_real_questions_are_answered_and_absent_topics_are_not(
    model_index: EvidenceIndex, model: Encoder, judged_queries: Judged
) -> None:
    measured = rates(model_index, model, judged_queries, "measure")
    assert measured["plain"] >= 0.95 and measured["lay"] >= 0.80
    assert measured["far"] <= 0.05 and measured["near"] <= 0.10


def test_by_words_alone_real_questions_are_answered_and_absent_topics_are_not(
    word_index: EvidenceIndex, judged_queries: Judged
) -> None:
    measured = rates(word_index, None, judged_queries, "measure")
    assert measured["plain"] >= 0.95 and measured["lay"] >= 0.80
    assert measured["far"] <= 0.05 and measured["near"] <= 0.10


@pytest.mark.parametrize("text", ["fishing quotas", "recipe for soup", "asphalt resurfacing"])
def test_silence_is_an_answer_with_its_reasons(word_index: EvidenceIndex, text: str) -> None:
    answer = search(word_index, None, text)
    assert not answer.answered and answer.results == ()
    assert answer.relevance < answer.threshold
    assert answer.summary.text.startswith("No relevant evidence was found in 100 publications.")


@pytest.mark.model
@pytest.mark.parametrize("text", ["fishing quotas", "recipe for soup", "asphalt resurfacing"])
def test_silence_with_the_model_names_what_came_nearest(
    model_index: EvidenceIndex, model: Encoder, text: str
) -> None:
    answer = search(model_index, model, text)
    assert not answer.answered and answer.results == ()
    assert len(answer.as_json()["nearest"]) == 3


def test_no_query_is_in_both_halves(judged_queries: Judged) -> None:
    texts = [row["query"] for row in judged_queries]
    assert len(texts) == len(set(texts)) >= 200


@pytest.mark.parametrize("name", ["cosine", "contrast", "coverage", "known", "concept"])
def test_more_of_any_sign_never_makes_evidence_less_likely(name: str) -> None:
    for cosine in (0.3, None):
        low = {"cosine": cosine, "contrast": 2.0, "coverage": 0.4, "known": 0.5, "concept": 0.0}
        if low[name] is None:
            continue
        high = {**low, name: (low[name] or 0.0) + 0.3}
        assert relevance(Signals(**high)) >= relevance(Signals(**low))  # type: ignore[arg-type]
