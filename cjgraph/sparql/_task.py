"""The task that a worker process runs for one query from outside."""

from __future__ import annotations

from cjgraph.sparql._formats import format_named
from cjgraph.sparql._guard import CheckedQuery
from cjgraph.sparql._run import QueryResult, run_query
from cjgraph.workers import opened_store


def query_task(
    query: CheckedQuery,
    format_name: str,
    max_bytes: int,
    include: frozenset[str],
    default: tuple[str, ...],
    named: tuple[str, ...],
) -> QueryResult:
    """Run a query on the snapshot that this worker has open; see :func:`run_query`.

    Formats travel by name, because the engine's own values can't be pickled.
    """
    result_format = format_named(format_name)
    assert result_format is not None  # noqa: S101 - the caller chose it from the same table
    return run_query(
        opened_store(),
        query,
        result_format,
        max_bytes=max_bytes,
        include=include,
        default=default,
        named=named,
    )
