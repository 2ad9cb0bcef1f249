"""Runs a checked query on an opened store and serialises the whole answer.

The answer is made in the thread and process that ran the query: the engine's result
objects must not travel.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from cjgraph.errors import QueryRefused, ResultTooLarge
from cjgraph.namespaces import DRAFT_RECORDS_GRAPH, DRAFTS, PREFIXES
from cjgraph.sparql._formats import ResultFormat
from cjgraph.sparql._guard import CheckedQuery
from cjgraph.store._snapshot import default_graphs

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer


@dataclass(frozen=True, slots=True)
class QueryResult:
    """A whole answer.

    Args:
        body: The serialised answer.
        media_type: Its media type.
    """

    body: bytes
    media_type: str


class _Capped(io.BytesIO):
    """A buffer that refuses to grow past a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: Buffer) -> int:
        content = bytes(data)
        if self.tell() + len(content) > self._limit:
            raise ResultTooLarge(
                f"The answer is larger than {self._limit:,} bytes, so none of it is given.",
                hint="Ask for less: add LIMIT and OFFSET, or name the graph you want.",
            )
        return super().write(content)


def run_query(
    store: ox.Store,
    query: CheckedQuery,
    result_format: ResultFormat,
    *,
    max_bytes: int,
    include: frozenset[str] = frozenset(),
    default: tuple[str, ...] = (),
    named: tuple[str, ...] = (),
) -> QueryResult:
    """Run a query and serialise its answer.

    Args:
        store: An opened store.
        query: A checked query.
        result_format: A result format for SELECT and ASK, a graph format for the others.
        max_bytes: The largest answer that is given, in bytes.
        include: ``"examples"`` and ``"synthetic"``, to add them to the default graph.
        default: IRIs of the graphs that make the default graph instead of the published one.
        named: IRIs of the named graphs that the query may see; empty means all but drafts,
            which no query ever sees.

    Raises:
        QueryRefused: The query has a syntax error; the message gives its place.
        ResultTooLarge: The answer passes the limit.
    """
    nodes = [ox.NamedNode(iri) for iri in named if not is_private(iri)] if named else _seen(store)
    try:
        found = store.query(
            query.text,
            prefixes=PREFIXES,
            default_graph=[ox.NamedNode(i) for i in default if not is_private(i)]
            or default_graphs(include),
            named_graphs=nodes,  # type: ignore[arg-type]  # the stub wants an invariant list
        )
    except SyntaxError as error:
        raise QueryRefused(_plain_syntax_error(query.text, str(error))) from error
    except ValueError as error:
        raise QueryRefused(f"The query can't be run: {error}.") from error
    buffer = _Capped(max_bytes)
    found.serialize(buffer, format=result_format.code)  # type: ignore[arg-type]
    return QueryResult(body=buffer.getvalue(), media_type=result_format.media_type)


def is_private(iri: str) -> bool:
    """Tell whether a graph holds drafts, which belong to those who work on them."""
    return iri.startswith(DRAFTS) or iri == DRAFT_RECORDS_GRAPH


def _seen(store: ox.Store) -> list[ox.NamedNode]:
    """Every named graph that a query may see."""
    found = (node for node in store.named_graphs() if isinstance(node, ox.NamedNode))
    return [node for node in found if not is_private(node.value)]


def _plain_syntax_error(query: str, said: str) -> str:
    """Say where a query stops being valid, without the engine's list of character classes."""
    place = re.match(r"error at (\d+):(\d+)", said)
    if not place:
        return f"The query is not valid SPARQL: {said}."
    line, column = int(place[1]), int(place[2])
    lines = query.splitlines() or [""]
    rest = lines[min(line, len(lines)) - 1][column - 1 :].strip()[:30]
    where = f"at line {line}, column {column}" + (f", before '{rest}'" if rest else ", at its end")
    if "Prefix not found" in said:
        return f"The query uses a prefix that it does not declare, {where}."
    return f"The query is not valid SPARQL {where}."
