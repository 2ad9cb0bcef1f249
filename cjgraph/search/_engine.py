"""The embedded engine (qdrant-edge) behind a narrow door: the only module that knows it.

The engine reports every fault as a bare ``Exception``; ``EngineFaults`` turns those, and only
those, into an error of ours. It has no lock of its own that can be told apart from other
faults, so the index folder carries a lock file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

from cjgraph.errors import StoreError

if TYPE_CHECKING:
    from uuid import UUID

    from qdrant_edge import EdgeShard, Filter, SparseVector

DENSE: Final = "dense"
BM25: Final = "bm25"
KEYWORDS: Final = (
    "publication",
    "finding",
    "interventions",
    "populations",
    "needs",
    "results",
    "outcomes",
    "prevention",
    "stance",
    "strength_key",
    "country",
)
INTEGERS: Final = ("year", "design_level")
PHRASES: Final = "phrases"
_UPSERT: Final = 512


class EngineFaults:
    """Name the folder when the engine fails inside a ``with`` block."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is Exception:
            raise StoreError(
                f"The evidence index {self._folder} can't be used: {fault}.",
                hint="It holds nothing of its own: run `cjgraph load` to build it again.",
            ) from fault


def create_shard(
    path: Path,
    payloads: Sequence[dict[str, Any]],
    sparse: Sequence[SparseVector],
    dense: Sequence[list[float]] | None,
    dimensions: int,
) -> None:
    """Write, index, optimise and close a shard.

    Args:
        path: An empty folder.
        payloads: What each point carries, with the fields of ``KEYWORDS`` and ``INTEGERS``.
        sparse: BM25 weights of each point.
        dense: Unit vectors of each point, or None for an index of words alone.
        dimensions: Length of a dense vector.
    """
    import qdrant_edge as engine

    config = engine.EdgeConfig(
        vectors={DENSE: engine.EdgeVectorParams(dimensions, engine.Distance.Cosine)}
        if dense is not None
        else None,
        sparse_vectors={BM25: engine.EdgeSparseVectorParams(modifier=engine.Modifier.Idf)},
    )
    shard = engine.EdgeShard.create(str(path), config)
    for start in range(0, len(payloads), _UPSERT):
        points = []
        for number in range(start, min(start + _UPSERT, len(payloads))):
            vectors: dict[str, Any] = {BM25: sparse[number]}
            if dense is not None:
                vectors[DENSE] = dense[number]
            points.append(engine.Point(number, vectors, payloads[number]))
        shard.update(engine.UpdateOperation.upsert_points(points))
    index = engine.UpdateOperation.create_field_index
    for name in KEYWORDS:
        shard.update(index(name, engine.PayloadSchemaType.Keyword))
    for name in INTEGERS:
        shard.update(index(name, engine.PayloadSchemaType.Integer))
    phrases = engine.TextIndexParams(
        tokenizer=engine.TokenizerType.Word, lowercase=True, phrase_matching=True
    )
    shard.update(index(PHRASES, phrases))
    shard.optimize()
    shard.flush()
    shard.close()


def open_shard(path: Path) -> EdgeShard:
    """Open a shard for reading."""
    import qdrant_edge as engine

    return engine.EdgeShard.load(str(path))


def nearest(
    shard: EdgeShard,
    vector: SparseVector | list[float],
    *,
    using: str,
    limit: int,
    where: Filter | None,
    ids: Iterable[int] = (),
) -> dict[int, float]:
    """Return the scores of the nearest points, best first.

    Args:
        shard: An open shard.
        vector: BM25 query terms or a dense query vector.
        using: ``DENSE`` or ``BM25``.
        limit: Most points to return.
        where: Only points that pass.
        ids: Only these points, where given.
    """
    import qdrant_edge as engine

    wanted: set[int | UUID | str] = set(ids)
    if wanted:
        among: list[Any] = [engine.HasIdCondition(wanted)]
        where = engine.Filter(must=among if where is None else [*among, where])
    request = engine.QueryRequest(
        limit=limit,
        query=engine.Query.Nearest(vector, using=using),
        filter=where,
        with_payload=False,
    )
    return {int(point.id): point.score for point in shard.query(request)}
