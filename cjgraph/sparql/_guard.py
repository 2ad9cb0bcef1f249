"""Checks a query before any engine sees it.

Three dangers are met here, because the engine has no switch for them: requests to
other servers (SERVICE, LOAD, FROM), text that overflows the parser's stack (thousands
of nested brackets) and patterns that the optimiser never finishes with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cjgraph.errors import EmptyQuery, QueryRefused
from cjgraph.namespaces import GRAPH, PREFIXES
from cjgraph.sparql._tokens import Token, resolve_escapes, tokens

#: Limits on the text of a query. Each is far above what people write and far below
#: what was seen to stop or crash the engine.
MAX_CHARACTERS: Final = 64_000
MAX_DEPTH: Final = 100
MAX_PATTERNS: Final = 200
MAX_OPERATORS: Final = 1_000
MAX_UNIONS: Final = 200

_UPDATES: Final = frozenset("INSERT DELETE LOAD CLEAR CREATE DROP COPY MOVE ADD WITH".split())
_LOCAL_ESCAPE: Final = re.compile(r"\\(.)")
_OPENING, _CLOSING = frozenset("({["), frozenset(")}]")
_OPERATORS: Final = frozenset("! + - * / | ^ = < > && || != <= >=".split())


class QueryForm(StrEnum):
    """The four forms of a SPARQL query."""

    SELECT = "SELECT"
    ASK = "ASK"
    CONSTRUCT = "CONSTRUCT"
    DESCRIBE = "DESCRIBE"


@dataclass(frozen=True, slots=True)
class CheckedQuery:
    """A query that may run.

    Args:
        text: The query as given.
        form: Which of the four forms it has.
        default: IRIs of the graphs that its FROM clauses name.
        named: IRIs of the graphs that its FROM NAMED clauses name.
    """

    text: str
    form: QueryForm
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def check_query(text: str) -> CheckedQuery:
    """Check a query from outside.

    Args:
        text: SPARQL text.

    Raises:
        EmptyQuery: There is no query.
        QueryRefused: The query would change data, reach outside the store, or is
            beyond the limits; the message names the clause and its line.
    """
    if not text.strip():
        raise EmptyQuery(
            "The query is empty.", hint="Give a SPARQL query, such as ASK { ?s ?p ?o }."
        )
    if len(text) > MAX_CHARACTERS:
        raise QueryRefused(
            f"The query is {len(text):,} characters long; at most {MAX_CHARACTERS:,} are read."
        )
    found = list(tokens(resolve_escapes(text)))
    form = _form(found)
    default, named = _dataset(found)
    _check_size(found)
    return CheckedQuery(text=text, form=form, default=default, named=named)


def _form(found: Sequence[Token]) -> QueryForm:
    """Return the form of a query: its first keyword after the prologue."""
    skip = 0
    for token in found:
        if skip:
            skip -= 1
            continue
        word = token.text.upper() if token.kind == "word" else ""
        if word == "PREFIX":
            skip = 2
        elif word == "BASE":
            skip = 1
        elif word in QueryForm.__members__:
            return QueryForm(word)
        elif word in _UPDATES:
            raise QueryRefused(
                f"The query would change data ({word} in line {token.line}).",
                hint="Only SELECT, ASK, CONSTRUCT and DESCRIBE are answered.",
            )
        else:
            raise QueryRefused(
                f"The query has no SELECT, ASK, CONSTRUCT or DESCRIBE where one is due:"
                f" '{token.text[:40]}' stands in line {token.line}."
            )
    raise EmptyQuery("The query holds nothing but comments or prefixes.")


def _dataset(found: Sequence[Token]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the graphs that a query reads from, by FROM and by FROM NAMED.

    Raises:
        QueryRefused: It would make the engine ask another server or open a file.
    """
    prefixes = dict(PREFIXES)
    default: list[str] = []
    named: list[str] = []
    for position, token in enumerate(found):
        if token.kind != "word":
            continue
        word = token.text.upper()
        following = found[position + 1 : position + 3]
        if word == "PREFIX" and len(following) == 2:
            prefixes[following[0].text.rstrip(":")] = following[1].text.strip("<>")
        elif word in ("SERVICE", "LOAD"):
            raise QueryRefused(
                f"The query asks another server ({word} in line {token.line}).",
                hint="Queries here read this store only.",
            )
        elif word == "FROM" and following:
            by_name = following[0].text.upper() == "NAMED"
            graph = following[1 if by_name and len(following) > 1 else 0]
            iri = _expand(graph, prefixes)
            (named if by_name else default).append(iri)
            if not iri.startswith(GRAPH):
                raise QueryRefused(
                    f"The query reads from {graph.text}, which is no graph of this store"
                    f" (FROM in line {token.line}).",
                    hint="List the graphs with: SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }",
                )
    return tuple(default), tuple(named)


def _expand(token: Token, prefixes: dict[str, str]) -> str:
    if token.kind == "iri":
        return token.text[1:-1]
    prefix, _, local = token.text.partition(":")
    return prefixes.get(prefix, "") + _LOCAL_ESCAPE.sub(r"\1", local)


def _check_size(found: Sequence[Token]) -> None:
    """Refuse text that is nested or chained beyond what the engine bears."""
    depth = patterns = operators = unions = 0
    in_values = False
    for token in found:
        text = token.text
        if token.kind == "word":
            upper = text.upper()
            unions += upper == "UNION"
            in_values = upper == "VALUES" or (in_values and upper in ("UNDEF", "TRUE", "FALSE"))
        elif token.kind == "sign":
            if text in _OPENING:
                depth += 1
            elif text in _CLOSING:
                depth -= 1
                in_values = in_values and text != "}"
            elif text in ".;," and not in_values:
                patterns += 1
            elif text in _OPERATORS:
                operators += 1
        for amount, limit, what in (
            (depth, MAX_DEPTH, "brackets inside one another"),
            (patterns, MAX_PATTERNS, "triple patterns"),
            (operators, MAX_OPERATORS, "operators"),
            (unions, MAX_UNIONS, "UNIONs"),
        ):
            if amount > limit:
                raise QueryRefused(
                    f"The query has more than {limit} {what} (line {token.line}).",
                    hint="Split it into smaller queries.",
                )
