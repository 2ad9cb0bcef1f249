"""Keeps the vectors of texts between checks: mutants of one plan share nearly all their words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from cjgraph.search.encoder import TextEncoder
from ingest.plans.meaning import meaning


class KeepingEncoder:
    """An encoder that gives each text to the model once."""

    def __init__(self, encoder: TextEncoder) -> None:
        self._encoder = encoder
        self._vectors: dict[str, npt.NDArray[np.float32]] = {}

    @property
    def fingerprint(self) -> str:
        """What tells the model from another."""
        return self._encoder.fingerprint

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return one unit vector for each text."""
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._vectors[text] for text in texts])


@cache
def keep_vectors() -> bool:
    """Let the model of this process keep its vectors; return whether there is a model."""
    known = meaning()
    if known is None:
        return False
    # The runs alone ask for the same words hundreds of times.
    known._encoder = KeepingEncoder(known._encoder)
    return True
