"""Which action or outcome of a plan some words of a report are about.

By number first, where the words do not speak against it; then by words, rare ones counting
more; then by meaning, where the embedding model is at hand. The thresholds were chosen on the
invented reports of ``tests/data/reports`` and hold for all layouts.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cjgraph.namespaces import slug
from ingest.plans.meaning import Meaning, meaning
from ingest.plans.references import alike
from ingest.plans.vocabulary import flat

#: Least score for the words that a row or a heading gives for an action.
SUBJECT: Final = 0.48
#: Least score for a sentence of running text, and how far ahead of the next best it must be.
SENTENCE: Final = 0.48
AHEAD: Final = 0.04
#: A number is not believed where the words fit no better than this, and others fit well.
AGAINST: Final = 0.22
#: Meaning below this says nothing.
_MEANING_FROM: Final = 0.25
#: Weight of a word that no action has, beside the rarest that one has.
_UNSEEN: Final = 1.0
#: How much the share of the shorter of two texts that is in the longer counts.
_PART: Final = 0.7
#: Words that are in the same section gain this much.
SECTION: Final = 0.06

_STOP: Final = frozenset(
    "a about all also an and any are as at be been both but by can could did do does each "
    "every for from had has have he her his if in into is it its may more most no not now of "
    "off on one or other our out over own per she so some such than that the their them then "
    "there these they this those through to under until up us was we were what when where "
    "which while who will with within without would you your action progress year report plan "
    "partnership people person made make new first".split()
)
_ENDINGS: Final = re.compile(r"(?:ations?|ings?|ments?|ions?|ers?|ies|ied|ed|es|s|ly|e|y)$")


@dataclass(frozen=True, slots=True)
class Hit:
    """A match: position in the plan, and how sure, 0 to 1."""

    at: int
    score: float


class Matcher:
    """Finds the one of some texts that other words are about.

    Args:
        texts: The actions, or the outcomes, of a plan.
        ids: Their ids in its reading, such as ``action-1-2``.
        model: Compares meaning; None to go by words alone. Left out: what is at hand.
    """

    def __init__(
        self, texts: Sequence[str], ids: Sequence[str], *, model: Meaning | bool | None = True
    ) -> None:
        self.texts = list(texts)
        self.refs = [_ref(item) for item in ids]
        self._bags = [set(stems(text)) for text in self.texts]
        seen = Counter(stem for bag in self._bags for stem in bag)
        self._rarity = {s: math.log(1 + len(self._bags) / n) for s, n in seen.items()}
        self._unseen = math.log(1 + len(self._bags)) * _UNSEEN if self._bags else 1.0
        self._model = meaning() if model is True else (model or None)

    def by_number(self, ref: str) -> int | None:
        """Return the position that a number names, or None where none or several have it."""
        wanted = slug(ref) if ref else ""
        found = [at for at, known in enumerate(self.refs) if known and known == wanted]
        return found[0] if len(found) == 1 else None

    def scores(self, words: str, *, subject: bool) -> list[float]:
        """Return for each text how well some words fit it, 0 to 1.

        Args:
            words: Words of the report.
            subject: Whether they name the thing, and do not tell a story about it.
        """
        if not self.texts or not words.strip():
            return [0.0] * len(self.texts)
        bag = set(stems(words))
        lexical = [self._lexical(bag, known, subject=subject) for known in self._bags]
        scores = lexical
        if self._model is not None:
            cosines = self._model.likeness([words], self.texts)[0]
            scores = [
                max(lex * 0.95, 0.5 * lex + 0.5 * _rescaled(float(cos)))
                for lex, cos in zip(lexical, cosines, strict=True)
            ]
        if subject:
            scores = [
                max(s, 0.97) if alike(words, text) else s
                for s, text in zip(scores, self.texts, strict=True)
            ]
        return scores

    def _lexical(self, bag: set[str], known: set[str], *, subject: bool) -> float:
        common = self._weight(bag & known)
        if not common:
            return 0.0
        recall, precision = common / self._weight(known), common / self._weight(bag)
        if subject:
            short = max(recall, precision) * _PART  # a short form of the action, or a longer one
            return max(
                2 * recall * precision / (recall + precision), short if len(bag & known) > 1 else 0
            )
        return 0.75 * recall + 0.25 * precision

    def _weight(self, bag: set[str]) -> float:
        return sum(self._rarity.get(stem, self._unseen) for stem in bag)


def stems(text: str) -> list[str]:
    """Return the words of a text that carry meaning, without their endings."""
    kept = [word.strip("'") for word in flat(text).replace("'s", "").split()]
    return [_stem(word) for word in kept if word not in _STOP and len(word) > 1]


def best(scores: Sequence[float], least: float, ahead: float = 0.0) -> Hit | None:
    """Return the best match, or None where it is too weak or the next is as good."""
    if not scores:
        return None
    order = sorted(range(len(scores)), key=lambda at: -scores[at])
    first = scores[order[0]]
    second = scores[order[1]] if len(order) > 1 else 0.0
    if first < least or (first - second < ahead and first < 0.9):
        return None
    return Hit(order[0], first)


def _stem(word: str) -> str:
    if len(word) <= 4 or word[0].isdigit():
        return word.rstrip("s") if len(word) > 3 else word
    short = _ENDINGS.sub("", word)
    short = short if len(short) >= 3 else word
    if len(short) > 3 and short[-1] == short[-2] and short[-1] not in "ls":
        short = short[:-1]
    return short


def _rescaled(cosine: float) -> float:
    return max(0.0, min(1.0, (cosine - _MEANING_FROM) / (0.85 - _MEANING_FROM)))


def _ref(item: str) -> str:
    """Return the number in an id: ``action-1-2`` gives ``1-2``."""
    return re.sub(r"^(?:action|outcome|objective)-", "", item)
