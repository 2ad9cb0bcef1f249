"""Turns text into vectors with onnxruntime, so that searching never loads torch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from cjgraph.errors import FileNotReadable, SyntaxFault
from cjgraph.search._export import (
    DIMENSIONS,
    MANIFEST_FILE,
    MAX_TOKENS,
    MODEL_FILE,
    TOKENIZER_FILE,
)

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_BATCH: Final = 32
_THREADS: Final = 2


class TextEncoder(Protocol):
    """Anything that gives unit vectors of one model; tests use one without weights."""

    @property
    def fingerprint(self) -> str:
        """What tells this model from another."""
        ...

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return one unit vector for each text."""
        ...


class Encoder:
    """The exported model and its tokenizer, ready to use; safe to share between threads.

    >>> encoder = Encoder.load(export_model(folder))  # doctest: +SKIP
    >>> encoder.encode(["supervised bail"]).shape  # doctest: +SKIP
    (1, 384)
    """

    def __init__(self, fingerprint: str, tokenizer: Any, session: Any) -> None:
        self._fingerprint = fingerprint
        self._tokenizer = tokenizer
        self._session = session

    @property
    def fingerprint(self) -> str:
        """The hash of weights and exporter; an index remembers it."""
        return self._fingerprint

    @classmethod
    def load(cls, folder: Path) -> Encoder:
        """Load a model that was exported.

        Args:
            folder: What ``export_model`` returned.

        Raises:
            FileNotReadable: A file of the model is missing.
            SyntaxFault: The manifest is not one of ours.
        """
        for name in (MANIFEST_FILE, MODEL_FILE, TOKENIZER_FILE):
            if not (folder / name).is_file():
                raise FileNotReadable(
                    f"The model folder {folder} has no file '{name}'.",
                    hint="Run `cjgraph load` to export the model again.",
                )
        try:
            manifest = json.loads((folder / MANIFEST_FILE).read_text("utf-8"))
            fingerprint = str(manifest["fingerprint"])
        except (ValueError, KeyError, TypeError) as fault:
            raise SyntaxFault(f"The file {folder / MANIFEST_FILE} is damaged: {fault}.") from fault

        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.inter_op_num_threads = 1
        # Threads that spin while they wait double the time of a query on a busy machine.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(
            str(folder / MODEL_FILE), options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        # The packaged file cuts at 128 word pieces and always pads to 128.
        tokenizer.enable_truncation(MAX_TOKENS)
        tokenizer.no_padding()
        return cls(fingerprint, tokenizer, session)

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return one vector of length one for each text, in the order given.

        Args:
            texts: Any texts; what lies beyond 256 word pieces is not looked at.

        Returns:
            An array of shape (number of texts, 384).
        """
        import numpy as np

        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        if not texts:
            return vectors
        pieces = [e.ids for e in self._tokenizer.encode_batch([_encodable(t) for t in texts])]
        order = sorted(range(len(pieces)), key=lambda at: len(pieces[at]))
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            width = len(pieces[rows[-1]])
            ids = np.zeros((len(rows), width), dtype=np.int64)
            mask = np.zeros_like(ids)
            for line, at in enumerate(rows):
                ids[line, : len(pieces[at])] = pieces[at]
                mask[line, : len(pieces[at])] = 1
            inputs = {"input_ids": ids, "attention_mask": mask}
            vectors[rows] = self._session.run(None, inputs)[0]
        return vectors


def _encodable(text: str) -> str:
    """Replace lone surrogates, which no UTF-8 reader takes."""
    return text.encode("utf-8", "replace").decode("utf-8")
