"""Judges whether anything relevant was found, so that silence can be an answer.

A cut-off on the best cosine alone says little: every query is near to something. The judgement
rests on contrast (how far the best passages stand out from arbitrary ones) and on overlap (how
much of the query, rare words counting more, the best passage holds, and whether the query
names a term of the vocabularies). A logistic regression on these was fitted to queries of the
product's own, about half of them on things that the catalogue does not hold; the queries lie
in ``tests/search/answerable.csv``. On the part that was not fitted to (101 queries), 46 of 48
real questions were answered with the model and 47 of 48 without, and 2 of 53 absent ones each
time: short lay questions that share hardly a word with the catalogue are what is missed. That
part was looked at while the signals were chosen, and the queries were written by editors who
knew the catalogue, so other readers may fare a little worse.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from cjgraph.search._analyser import Lexicon

#: A query counts as answered from this probability on.
THRESHOLD: Final = 0.5

#: A row stays from this probability on, or from this share of the best row's where that is
#: less. By words alone most rows of a query score high, so the cut is higher. Set by hand on
#: the rows of ``tests/search/tail.csv``, after looking at what ten other queries gave.
_ROW: Final = 0.4
_ROW_SHARE: Final = 0.6
_ROW_LEXICAL: Final = 0.6
_ROW_SHARE_LEXICAL: Final = 0.9

_HYBRID: Final = {"bias": -8.0, "cosine": 7.6, "contrast": 0.8, "coverage": 4.8, "concept": 1.7}
_LEXICAL: Final = {"bias": -5.7, "coverage": 4.0, "known": 4.2, "concept": 2.0}


@dataclass(frozen=True, slots=True)
class Signals:
    """What the judgement rests on.

    Args:
        cosine: Mean cosine of the three best passages; None without a model.
        contrast: The same, in standard deviations above arbitrary passages.
        coverage: Best share of the query that one passage holds, by rarity of its words.
        known: Share of the query's terms that the index knows.
        concept: 1 where the best passages share a vocabulary term with the query, else 0.
    """

    cosine: float | None
    contrast: float
    coverage: float
    known: float
    concept: float


def relevance(signals: Signals) -> float:
    """Return the probability that the best results bear on the query."""
    weights = _LEXICAL if signals.cosine is None else _HYBRID
    total = weights["bias"] + sum(
        weight * float(getattr(signals, name) or 0.0)
        for name, weight in weights.items()
        if name != "bias"
    )
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def least(best: float, *, semantic: bool) -> float:
    """Return the probability below which a single row is left out of an answer.

    Args:
        best: Probability of the row that bears on the query most.
        semantic: Whether the probabilities come from words and meaning, or words alone.
    """
    most, share = (_ROW, _ROW_SHARE) if semantic else (_ROW_LEXICAL, _ROW_SHARE_LEXICAL)
    return min(most, share * best)


def contrast(
    best: Sequence[float], query: npt.NDArray[np.float32], background: npt.NDArray[np.float32]
) -> float:
    """Return how many standard deviations the best cosines lie above arbitrary passages.

    Args:
        best: Cosines of the best passages.
        query: The query's unit vector.
        background: Unit vectors of passages spread over the index.
    """
    if not best or not len(background):
        return 0.0
    scores = background @ query
    spread = float(scores.std())
    if spread <= 1e-6:
        return 0.0
    return (sum(best) / len(best) - float(scores.mean())) / spread


def coverage(lexicon: Lexicon, asked: Mapping[int, str], held: Collection[int]) -> float:
    """Return the share of a query that a passage holds, rare words counting more.

    Args:
        lexicon: Knows how rare a term is.
        asked: Terms of the query.
        held: Terms of the passage.
    """
    whole = sum(lexicon.rarity(number) for number in asked)
    if whole <= 0:
        return 0.0
    return sum(lexicon.rarity(number) for number in asked if number in held) / whole
