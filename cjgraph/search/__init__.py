"""Search of the evidence catalogue: passages, encoder, index and query.

Nothing heavy is loaded by importing this package; names are looked up when they are used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjgraph.lazy import lazily

if TYPE_CHECKING:
    from cjgraph.search._export import export_model
    from cjgraph.search.answer import SearchAnswer, SearchResult, Summary, Why
    from cjgraph.search.documents import Concept, Opposed, Passage, read_passages
    from cjgraph.search.encoder import Encoder, TextEncoder
    from cjgraph.search.engine import SearchEngine
    from cjgraph.search.filters import SearchFilters
    from cjgraph.search.index import EvidenceIndex, build_index, current_index
    from cjgraph.search.preparation import prepare_search
    from cjgraph.search.query import search

__all__ = [
    "Concept",
    "Encoder",
    "EvidenceIndex",
    "Opposed",
    "Passage",
    "SearchAnswer",
    "SearchEngine",
    "SearchFilters",
    "SearchResult",
    "Summary",
    "TextEncoder",
    "Why",
    "build_index",
    "current_index",
    "export_model",
    "prepare_search",
    "read_passages",
    "search",
]

_HOME = {
    "Concept": "documents",
    "Encoder": "encoder",
    "EvidenceIndex": "index",
    "Opposed": "documents",
    "Passage": "documents",
    "SearchAnswer": "answer",
    "SearchEngine": "engine",
    "SearchFilters": "filters",
    "SearchResult": "answer",
    "Summary": "answer",
    "TextEncoder": "encoder",
    "Why": "answer",
    "build_index": "index",
    "current_index": "index",
    "export_model": "_export",
    "prepare_search": "preparation",
    "read_passages": "documents",
    "search": "query",
}


__getattr__ = lazily(__name__, _HOME)


def __dir__() -> list[str]:
    return sorted(__all__)
