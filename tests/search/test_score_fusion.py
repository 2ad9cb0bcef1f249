from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjgraph.search.fusion import fuse, meaning_weight, min_max

SCORES = st.dictionaries(st.integers(0, 50), st.floats(-1, 100, allow_nan=False), min_size=1)


def test_equal_scores_keep_their_worth() -> None:
    assert min_max({1: 3.0, 2: 3.0}) == {1: 1.0, 2: 1.0}
    assert min_max({1: 0.0, 2: 0.0}) == {1: 0.0, 2: 0.0}
    assert min_max({}) == {}


def test_the_mean_is_weighted_after_scaling() -> None:
    fused = fuse({1: 10.0, 2: 0.0, 3: 5.0}, {1: 0.2, 2: 0.6, 3: 0.4}, 0.25)
    assert [*fused] == [1, 3, 2]
    assert fused[1].score == pytest.approx(0.75)
    assert fused[2].score == pytest.approx(0.25)
    assert fused[3].score == pytest.approx(0.5)
    assert (fused[3].words, fused[3].meaning) == (5.0, 0.4)


def test_a_candidate_without_a_shared_word_counts_as_zero() -> None:
    fused = fuse({1: 4.0}, {1: 0.5, 2: 0.9}, 0.5)
    assert fused[2].words == 0.0
    assert fused[1].score == pytest.approx(0.5)


def test_without_a_model_the_best_word_match_scores_one_and_all_stay_above_zero() -> None:
    fused = fuse({7: 2.0, 8: 1.0}, None, 0.0)
    assert [(key, f.score, f.meaning) for key, f in fused.items()] == [
        (7, 1.0, None),
        (8, 0.5, None),
    ]


def test_unknown_words_shift_the_weight_to_meaning() -> None:
    weights = [meaning_weight(share) for share in (1.0, 0.75, 0.5, 0.25, 0.0)]
    assert weights == sorted(weights) and weights[0] < weights[-1] < 1.0
    assert meaning_weight(-3.0) == meaning_weight(0.0)
    assert meaning_weight(9.0) == meaning_weight(1.0)


@given(SCORES, SCORES, st.floats(0, 1))
def test_fused_scores_stay_within_bounds_and_in_order(
    words: dict[int, float], meaning: dict[int, float], weight: float
) -> None:
    fused = fuse(words, meaning, weight)
    scores = [f.score for f in fused.values()]
    assert fused.keys() == words.keys() | meaning.keys()
    assert scores == sorted(scores, reverse=True)
    assert all(-1e-9 <= score <= 1 + 1e-9 for score in scores)


@given(SCORES, SCORES)
def test_the_extreme_weights_give_the_order_of_one_side(
    words: dict[int, float], meaning: dict[int, float]
) -> None:
    candidates = words.keys() | meaning.keys()
    best = max(meaning.get(key, 0.0) for key in candidates)
    first = next(iter(fuse(words, meaning, 1.0)))
    assert meaning.get(first, 0.0) == pytest.approx(best)
