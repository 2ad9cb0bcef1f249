"""Encodes many texts at once and gives their vectors back one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from cjgraph.search.encoder import TextEncoder


class EncodedBefore:
    """An encoder that has seen its texts already; others go to the real one.

    Args:
        encoder: The real one.
        texts: What will be asked for.
    """

    def __init__(self, encoder: TextEncoder, texts: Sequence[str]) -> None:
        self._encoder = encoder
        once = list(dict.fromkeys(texts))
        self._vectors = dict(zip(once, encoder.encode(once), strict=True))

    @property
    def fingerprint(self) -> str:
        """What tells this model from another."""
        return self._encoder.fingerprint

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return one unit vector for each text."""
        import numpy as np

        if not all(text in self._vectors for text in texts):
            return self._encoder.encode(texts)
        return np.stack([self._vectors[text] for text in texts])
