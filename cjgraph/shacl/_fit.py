"""How well an item of a plan fits each objective or outcome that it could stand under.

Seven likenesses are looked at for each place: the words of the place, of the national outcome
that it serves, and of the items that stand there already, by meaning and by shared words; and
how likely the item leads to that national outcome, as learnt from labelled actions. What counts
is the contrast with the other places of the same plan, never the likeness alone.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from cjgraph.search.encoder import TextEncoder

    Matrix = npt.NDArray[np.float64]

WEIGHTS_FILE: Final = "fit.json"
LEVELS: Final = ("action-objective", "action-outcome", "objective-outcome")
_LEAST: Final = 0.01
#: A model that places the sample text elsewhere is another model, which nothing was learnt for.
_SAME_MODEL: Final = 0.99
_SMALL: Final = frozenset(
    "the and for with from who that which are its their they people more each every all not will "
    "have has than this into out where when".split()
)
_ENDING: Final = re.compile(r"(?:ing|ed|es|s|ions?|ments?)$")
_STEM: Final = 6


@dataclass(frozen=True)
class Place:
    """An objective or outcome that items may stand under.

    Args:
        text: Its words.
        above: The words of what it serves: the national outcomes and, of an objective, its
            outcome.
        national: Codes of the national outcomes that it serves.
    """

    text: str
    above: str = ""
    national: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Learnt:
    """What was learnt from labelled actions.

    Args:
        sample: A text.
        vector: Its vector by the model that was used.
        outcomes: For each generation, its codes, weights and offsets.
        levels: For each level, the weights of the likenesses.
        thresholds: For each level, how much better another place must be.
    """

    sample: str
    vector: Matrix
    outcomes: Mapping[str, tuple[tuple[str, ...], Matrix, Matrix]]
    levels: Mapping[str, Matrix]
    thresholds: Mapping[str, float]


@cache
def learnt() -> Learnt:
    """Return what was learnt; it comes with the package."""
    import numpy as np

    raw = json.loads(files("cjgraph.shacl").joinpath(WEIGHTS_FILE).read_text("utf-8"))
    return Learnt(
        sample=raw["sample"],
        vector=np.asarray(raw["vector"]),
        outcomes={
            name: (tuple(part["codes"]), np.asarray(part["weights"]), np.asarray(part["offsets"]))
            for name, part in raw["outcomes"].items()
        },
        levels={level: np.asarray(weights) for level, weights in raw["levels"].items()},
        thresholds=raw["thresholds"],
    )


class Fit:
    """Compares items with places by one model.

    Args:
        encoder: The embedding model.
        known: What was learnt; that of the package where none is given.
    """

    def __init__(self, encoder: TextEncoder, known: Learnt | None = None) -> None:
        self._encoder = encoder
        self._known = known or learnt()
        self._vectors: dict[str, Any] = {}

    def knows(self) -> bool:
        """Whether the model is the one that was learnt with."""
        vector = self._encoder.encode([self._known.sample])[0]
        if vector.shape != self._known.vector.shape:
            return False
        return float(vector @ self._known.vector) >= _SAME_MODEL

    def learn_words(self, texts: Sequence[str]) -> None:
        """Encode texts in one go, each once.

        Args:
            texts: All texts that will be compared.
        """
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._encoder.encode(new), strict=True))

    def better(
        self, level: str, texts: Sequence[str], own: Sequence[int], places: Sequence[Place]
    ) -> list[int | None]:
        """Say for each item which place it fits much better, or None where it stands well.

        Args:
            level: One of ``LEVELS``.
            texts: The items.
            own: For each item, the number of the place that it stands under.
            places: The places, two or more.
        """
        import numpy as np

        scores = self.likenesses(texts, own, places) @ self._known.levels[level]
        rows = np.arange(len(texts))
        best = scores.argmax(axis=1)
        lead = scores[rows, best] - scores[rows, np.asarray(own)]
        least = self._known.thresholds[level]
        return [int(b) if gap > least else None for b, gap in zip(best, lead, strict=True)]

    def likenesses(
        self, texts: Sequence[str], own: Sequence[int], places: Sequence[Place]
    ) -> Matrix:
        """Return the seven likenesses of each item with each place.

        Args:
            texts: The items.
            own: For each item, the number of the place that it stands under; it is never
                compared with itself.
            places: The places.

        Returns:
            An array of shape (items, places, 7).
        """
        import numpy as np

        above = [place.above or place.text for place in places]
        self.learn_words([*texts, *(place.text for place in places), *above])
        items = self._of(texts)
        middle = items.mean(axis=0)
        inner = _unit(items - middle)
        title = inner @ _unit(self._of([p.text for p in places]) - middle).T
        national = inner @ _unit(self._of(above) - middle).T
        mean, top = _siblings(inner @ inner.T, np.asarray(own), len(places))
        words = [_stems(text) for text in texts]
        rarity = _rarity(words)
        return np.stack(
            [
                title,
                national,
                mean,
                top,
                _shared(words, [_stems(p.text) for p in places], rarity),
                _shared(words, [_stems(text) for text in above], rarity),
                self._likely(items, places),
            ],
            axis=2,
        )

    def _likely(self, items: Matrix, places: Sequence[Place]) -> Matrix:
        """Return the log of how likely each item leads to what each place serves."""
        import numpy as np

        found = np.full((len(items), len(places)), np.nan)
        for codes, weights, offsets in self._known.outcomes.values():
            raw = items @ weights.T + offsets
            shares = np.exp(raw - raw.max(axis=1, keepdims=True))
            shares /= shares.sum(axis=1, keepdims=True)
            for number, place in enumerate(places):
                chosen = [at for at, code in enumerate(codes) if code in place.national]
                if chosen:
                    found[:, number] = np.log(shares[:, chosen].sum(axis=1) + _LEAST)
        # Nothing was learnt of a place that serves no national outcome: it is given the best
        # that any place has, so that nothing there is doubted for that.
        best = np.where(np.isnan(found), math.log(_LEAST), found).max(axis=1, keepdims=True)
        return np.where(np.isnan(found), best, found)

    def _of(self, texts: Sequence[str]) -> Matrix:
        import numpy as np

        return np.stack([self._vectors[text] for text in texts]).astype(np.float64)


def _siblings(alike: Matrix, own: npt.NDArray[np.int_], count: int) -> tuple[Matrix, Matrix]:
    """Return mean and top likeness with the items of each place, the item itself left out."""
    import numpy as np

    mean, top = np.full((len(own), count), np.nan), np.full((len(own), count), np.nan)
    for place in range(count):
        members = np.flatnonzero(own == place)
        for item in range(len(own)):
            others = members[members != item]
            if len(others):
                ordered = np.sort(alike[item, others])[::-1]
                mean[item, place], top[item, place] = ordered.mean(), ordered[:2].mean()
    return _filled(mean), _filled(top)


def _filled(values: Matrix) -> Matrix:
    """Where a place holds nothing else, take the mean of the other places."""
    import numpy as np

    gaps = np.isnan(values)
    counts = (~gaps).sum(axis=1)
    means = np.where(gaps, 0.0, values).sum(axis=1) / np.maximum(counts, 1)
    return np.where(gaps, means[:, None], values)


def _unit(vectors: Matrix) -> Matrix:
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Matrix = vectors / np.maximum(lengths, 1e-9)
    return scaled


def _stems(text: str) -> frozenset[str]:
    found = re.findall(r"[a-z]{3,}", text.lower())
    return frozenset(_ENDING.sub("", w)[:_STEM] for w in found if w not in _SMALL)


def _rarity(words: Sequence[frozenset[str]]) -> dict[str, float]:
    counted = Counter(word for one in words for word in one)
    return {word: math.log((len(words) + 1) / (n + 0.5)) for word, n in counted.items()}


def _shared(
    words: Sequence[frozenset[str]], places: Sequence[frozenset[str]], rarity: Mapping[str, float]
) -> Matrix:
    """Return the share of each item's words, rare ones counting more, that each place has."""
    import numpy as np

    found = np.zeros((len(words), len(places)))
    for row, own in enumerate(words):
        whole = 1 + sum(rarity[word] for word in own)
        for column, place in enumerate(places):
            found[row, column] = sum(rarity[word] for word in own & place) / whole
    return found
