"""How alike texts are in meaning, where the embedding model is at hand.

Rules read what plans write in common words. Where wording varies, vectors of sentences help;
without the model a plan is read by rules alone.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from cjgraph.search.encoder import TextEncoder

#: Vectors that are kept; a plan has some hundred sentences that are looked at.
_KEPT: Final = 20_000
_MANIFEST: Final = "manifest.json"


class Meaning:
    """Compares texts by their vectors.

    Args:
        encoder: The embedding model.
    """

    def __init__(self, encoder: TextEncoder) -> None:
        self._encoder = encoder
        self._vectors: dict[str, Any] = {}

    @property
    def encoder(self) -> TextEncoder:
        """The embedding model."""
        return self._encoder

    def likeness(self, texts: Sequence[str], others: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return the cosine of each text with each other one.

        Args:
            texts: Any texts, such as the outcomes of a plan.
            others: What to compare them with.

        Returns:
            An array of shape (texts, others), -1 to 1.
        """
        return self._encoded(texts) @ self._encoded(others).T

    def _encoded(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        import numpy as np

        if len(self._vectors) > _KEPT:
            self._vectors.clear()
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._encoder.encode(new), strict=True))
        if not texts:
            return np.zeros((0, 1), dtype=np.float32)
        return np.stack([self._vectors[text] for text in texts])


def plan_encoder() -> TextEncoder | None:
    """Return the model that plans are read with, or None; see :func:`meaning`."""
    known = meaning()
    return None if known is None else known.encoder


@cache
def meaning() -> Meaning | None:
    """Return what compares texts, or None where no model is at hand or it is switched off.

    The model is the one that ``cjgraph load`` exported into the data folder.
    """
    if os.environ.get("CJGRAPH_MODEL", "").lower() == "off":
        return None
    from cjgraph.store import DataFolder

    folder = _newest(DataFolder.from_environment().models)
    if folder is None:
        return None
    from cjgraph.search.encoder import Encoder

    return Meaning(Encoder.load(folder))


def _newest(models: Path) -> Path | None:
    made = sorted(models.glob("*/" + _MANIFEST), key=lambda path: path.stat().st_mtime)
    return made[-1].parent if made else None
