"""What an answer leaves out, and what it says about words that nobody uses."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cjgraph.search import Encoder, EvidenceIndex, SearchAnswer, search
from cjgraph.search.encoder import TextEncoder
from cjgraph.search.relevance import least

HERE = Path(__file__).parent


def judged_rows() -> dict[str, dict[str, bool]]:
    """Return, for each query, findings by hand: True where the finding bears on it."""
    judged: dict[str, dict[str, bool]] = {}
    with (HERE / "tail.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            judged.setdefault(row["query"], {})[row["finding"]] = row["bears"] == "1"
    return judged


def check_rows(index: EvidenceIndex, encoder: TextEncoder | None) -> None:
    for query, judged in judged_rows().items():
        answer = search(index, encoder, query)
        shown = {row.passage.key for row in answer.results}
        assert {key for key, bears in judged.items() if bears} <= shown, query
        assert not {key for key, bears in judged.items() if not bears} & shown, query
        stances = ("supports", "mixed", "null", "against", "context", "unread")
        assert sum(getattr(answer.summary, name) for name in stances) == len(answer.results)


def test_rows_about_other_things_are_left_out_by_words_alone(word_index: EvidenceIndex) -> None:
    check_rows(word_index, None)


@pytest.mark.model
def test_rows_about_other_things_are_left_out_with_the_model(
    model_index: EvidenceIndex, model: Encoder
) -> None:
    check_rows(model_index, model)


def check_dogs(answer: SearchAnswer) -> None:
    assert answer.as_json()["unknown_terms"] == ["dogs"]
    assert answer.summary.text.startswith("Nothing in the catalogue mentions: dogs.")
    assert "The evidence disagrees" not in answer.summary.text
    assert not answer.summary.disagrees
    assert len(answer.results) <= 4


def test_a_word_that_nobody_uses_is_named_by_words_alone(word_index: EvidenceIndex) -> None:
    check_dogs(search(word_index, None, "dogs in prison training"))


@pytest.mark.model
def test_a_word_that_nobody_uses_is_named_with_the_model(
    model_index: EvidenceIndex, model: Encoder
) -> None:
    check_dogs(search(model_index, model, "dogs in prison training"))


@pytest.mark.parametrize(
    "text",
    [
        "does mentoring work",
        "please tell me whether anything helps with employment",
        "we will deliver and promote restorative justice in 2031",
        "RJ",
    ],
)
def test_words_of_asking_and_planning_are_not_news(word_index: EvidenceIndex, text: str) -> None:
    answer = search(word_index, None, text)
    assert answer.answered and answer.unknown_terms == ()
    assert "mentions" not in answer.summary.text


def test_silence_names_the_words_too(word_index: EvidenceIndex) -> None:
    answer = search(word_index, None, "fishing quotas")
    assert not answer.answered
    assert answer.summary.text == (
        "No relevant evidence was found in 100 publications. "
        "Nothing in the catalogue mentions: fishing, quotas."
    )


@pytest.mark.parametrize("semantic", [True, False])
def test_the_best_row_always_stays(semantic: bool) -> None:
    for best in (0.01, 0.3, 0.6, 1.0):
        assert least(best, semantic=semantic) < best
