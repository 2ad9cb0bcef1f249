"""Brings model and index in step with a snapshot; quick where nothing has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cjgraph.search._export import export_model
from cjgraph.search._folder import build_index
from cjgraph.search.documents import RunQuery, read_passages, read_terms


def prepare_search(
    models: Path,
    indexes: Path,
    query: RunQuery,
    *,
    model: bool = True,
    progress: Callable[[str, int, int], None] | None = None,
) -> Path:
    """Export the model where it is missing, and build the index where the data have changed.

    Args:
        models: Folder of exported models.
        indexes: Folder of indexes.
        query: Runs a SPARQL SELECT on the snapshot and returns its rows.
        model: Whether to search by meaning too.
        progress: Told of each step: what, how many are done, how many there are.

    Returns:
        The folder of the index, which is current now.

    Raises:
        ModelUnavailable: The extra ``semantic`` is absent, or the export failed.
        StoreError: The index can't be built or written.
    """
    tell = progress or (lambda what, done, total: None)
    encoder = None
    if model:
        tell("exporting the embedding model (once)", 0, 3)
        from cjgraph.search.encoder import Encoder

        encoder = Encoder.load(export_model(models))
    tell("reading the findings", 1, 3)
    passages = read_passages(query)
    tell("building the index", 2, 3)
    return build_index(passages, indexes, encoder, terms=read_terms(query))
