"""Runs a checked query on an opened store and serialises the whole answer.

The answer is made in the thread and process that ran the query: the engine's result
objects must not travel.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from cjgraph.errors import QueryRefused, ResultTooLarge
from cjgraph.namespaces import PREFIXES, PRIVATE_GRAPHS
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
        named: IRIs of the named graphs that the query may see. Where neither is given, the
            query's own FROM clauses count; where it has none, it sees all graphs but drafts
            and remarks, which no query ever sees.

    Raises:
        QueryRefused: The query has a syntax error; the message gives its place.
        ResultTooLarge: The answer passes the limit.
    """
    if not default and not named:
        default, named = query.default, query.named
    try:
        found = store.query(
            query.text,
            prefixes=PREFIXES,
            default_graph=_public(default) if default else default_graphs(include),
            named_graphs=_public(named or _graphs(store)),
        )
    except SyntaxError as error:
        raise QueryRefused(_plain_syntax_error(query.text, str(error))) from error
    except ValueError as error:
        raise QueryRefused(f"The query can't be run: {error}.") from error
    buffer = _Capped(max_bytes)
    found.serialize(buffer, format=result_format.code)  # type: ignore[arg-type]
    return QueryResult(body=buffer.getvalue(), media_type=result_format.media_type)


def _public(graphs: Iterable[str]) -> list[Any]:  # the engine's stub wants two invariant lists
    """Leave out drafts and remarks, which belong to those who work on them."""
    return [ox.NamedNode(iri) for iri in graphs if not iri.startswith(PRIVATE_GRAPHS)]


def _graphs(store: ox.Store) -> Iterator[str]:
    return (node.value for node in store.named_graphs() if isinstance(node, ox.NamedNode))


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
