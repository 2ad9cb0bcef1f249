"""Graphs that pySHACL works on: the plan that is checked, and the rules."""

from __future__ import annotations

import logging
import warnings
from functools import lru_cache
from typing import Any, Final
from weakref import WeakKeyDictionary

from rdflib import Dataset, Graph, Literal
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Node

from cjgraph.errors import TooLarge
from cjgraph.shacl._terms import SH

#: Statements of one plan. The fullest plan known has fewer than 10,000; a check of this many
#: takes most of a minute and half a gigabyte.
MAX_STATEMENTS: Final = 200_000
#: Characters of one text that are judged, so that one text cannot keep the rules busy.
MAX_TEXT: Final = 5_000

# A date that is none is a finding. rdflib would log the words of the plan, with a traceback.
logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)
warnings.filterwarnings("ignore", message="Parsing weird boolean", category=UserWarning)


class CheckedGraph(Graph):
    """A plain graph that remembers the queries of the rules once they are parsed.

    pySHACL hands every query over as text; parsing them again for each plan would take
    longer than running them.
    """

    def query(self, query_object: str | Query, *args: Any, **options: Any) -> Result:
        """Run a query; see ``rdflib.Graph.query``."""
        ready = _parsed(query_object) if isinstance(query_object, str) else query_object
        return super().query(ready, *args, **options)


class ReadGraph(Graph):
    """A plain graph that is only read, and remembers the answers that it gave.

    pySHACL looks a shape up anew for each thing that it checks. Rules do not change, and
    what is asked of them is always the same.
    """

    def __init__(self, source: Graph) -> None:
        """Copy a graph.

        Args:
            source: The rules.
        """
        super().__init__()
        self._answers: dict[Any, list[Any]] = {}
        for prefix, iri in source.namespaces():
            self.bind(prefix, iri)
        for triple in source:
            self.add(triple)

    def triples(self, triple: Any) -> Any:
        """Give the triples that match a pattern; see ``rdflib.Graph.triples``."""
        known = self._answers.get(triple)
        if known is None:
            known = self._answers[triple] = list(super().triples(triple))
        return iter(known)


_READ: Final[WeakKeyDictionary[Graph, ReadGraph]] = WeakKeyDictionary()


def remembering(rules: Graph) -> ReadGraph:
    """Return rules as a graph that remembers; the same one for the same rules.

    Args:
        rules: Parsed shapes; they must not change any more.
    """
    known = _READ.get(rules)
    if known is None:
        known = _READ[rules] = ReadGraph(rules)
    return known


def plain_copy(data: Graph) -> CheckedGraph:
    """Copy data into one plain graph, without the rules that they may hold.

    Users upload data, never rules: a triple that names any term of SHACL is left out. A text
    that is longer than any in a plan is cut, and a date that is none becomes plain words.

    Args:
        data: Any graph; of a data set, only the default graph is read.

    Raises:
        TooLarge: There are more statements than can be checked at once.
    """
    own = data.default_graph if isinstance(data, Dataset) else data
    refuse_too_many(len(own))
    copy = CheckedGraph()
    for subject, predicate, value in own:
        if not _of_rules(subject, predicate, value):
            copy.add((subject, predicate, _sound(value) if isinstance(value, Literal) else value))
    return copy


def refuse_too_many(statements: int) -> None:
    """Refuse a plan that is too large to be checked.

    Args:
        statements: How many statements it holds, or the first number that is too many.

    Raises:
        TooLarge: There are more than can be checked at once.
    """
    if statements > MAX_STATEMENTS:
        raise TooLarge(
            f"The plan holds more than {MAX_STATEMENTS:,} statements, too many to check at once.",
            hint="Real plans hold a few thousand: look whether the file holds more than one plan.",
        )


def _of_rules(*terms: Node) -> bool:
    return any(str(term).startswith(SH) for term in terms if not isinstance(term, Literal))


def _sound(value: Literal) -> Literal:
    """Cut a text that is too long, and make a value that is not of its type plain words."""
    if len(value) > MAX_TEXT:
        return Literal(str(value)[:MAX_TEXT], lang=value.language)
    # Queries fail on such a value; the rules on data speak of it either way.
    return Literal(str(value)) if value.ill_typed else value


@lru_cache(maxsize=256)
def _parsed(text: str) -> Query:
    return prepareQuery(text)
