"""How words are cut, stemmed and weighted; the same for what is indexed and what is asked.

BM25 is the engine's own (English stemmer and stop words, parameters k = 1.2, b = 0.75, as in
Robertson and Zaragoza, 2009); the inverse document frequency is applied by the engine.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from qdrant_edge import Bm25, SparseVector

#: Raise it when the same text would give other terms; an index built before is then refused.
ANALYSER_VERSION: Final = "1"

_PREFIX = re.compile(r"\b(re|co)-(?=\w)", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def joined(text: str) -> str:
    """Write prefixes without a hyphen, so that re-offending and reoffending are one word.

    >>> joined("Re-offending after release")
    'Reoffending after release'
    """
    return _PREFIX.sub(r"\1", text)


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, hyphened prefixes joined."""
    return _WORD.findall(joined(text).casefold())


@lru_cache(maxsize=8)
def bm25(average_length: float) -> Bm25:
    """Return the engine's BM25 for passages of this average length in words."""
    from qdrant_edge import Bm25, Bm25Config

    return Bm25(Bm25Config(language="english", ascii_folding=True, avg_len=average_length))


@lru_cache(maxsize=2048)
def _terms_held(average_length: float, text: str) -> frozenset[int]:
    return frozenset(bm25(average_length).embed_query(joined(text)).indices)


@dataclass(frozen=True)
class Lexicon:
    """Which terms the index knows, and in how many passages each occurs.

    Args:
        passages: Number of passages.
        average_length: Mean number of words of a passage.
        frequency: Term number to the number of passages that hold it.
    """

    passages: int
    average_length: float
    frequency: Mapping[int, int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Lexicon:
        """Count the terms of all texts."""
        texts = list(texts)
        lengths = [len(words(text)) for text in texts]
        average = max(1.0, sum(lengths) / max(1, len(lengths)))
        counts: Counter[int] = Counter()
        for text in texts:
            counts.update(bm25(average).embed_query(joined(text)).indices)
        return cls(len(texts), round(average, 3), dict(counts))

    def document(self, text: str) -> SparseVector:
        """Return the term weights of a passage."""
        return bm25(self.average_length).embed_document(joined(text))

    def query(self, text: str) -> SparseVector:
        """Return the terms of a query, each with weight one."""
        return bm25(self.average_length).embed_query(joined(text))

    def terms(self, text: str) -> dict[int, str]:
        """Return the terms of a query with the word that each came from; stop words are gone."""
        found: dict[int, str] = {}
        for word in words(text):
            for number in self.query(word).indices:
                found.setdefault(number, word)
        return found

    def held(self, text: str) -> frozenset[int]:
        """Return the terms of a passage; the last few thousand are remembered."""
        return _terms_held(self.average_length, text)

    def rarity(self, number: int) -> float:
        """Return the inverse document frequency of a term; unknown terms are the rarest."""
        seen = self.frequency.get(number, 0)
        return math.log(1 + (self.passages - seen + 0.5) / (seen + 0.5))
