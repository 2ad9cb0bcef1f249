"""SPARQL queries from outside: checked before they run, serialised before they leave."""

from cjgraph.sparql._formats import (
    GRAPH_FORMATS,
    RESULT_FORMATS,
    ResultFormat,
    format_named,
    negotiate,
)
from cjgraph.sparql._guard import CheckedQuery, QueryForm, check_query
from cjgraph.sparql._run import QueryResult, run_query

__all__ = [
    "GRAPH_FORMATS",
    "RESULT_FORMATS",
    "CheckedQuery",
    "QueryForm",
    "QueryResult",
    "ResultFormat",
    "check_query",
    "format_named",
    "negotiate",
    "run_query",
]
