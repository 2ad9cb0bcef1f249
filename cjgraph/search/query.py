"""Searches the evidence: words and meaning together, or words alone where there is no model."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cjgraph.errors import EmptyQuery, StoreError
from cjgraph.search._analyser import joined, words
from cjgraph.search._concepts import ConceptFinder
from cjgraph.search.answer import SearchAnswer, SearchResult, Why, leading, summarise
from cjgraph.search.documents import Concept, Passage
from cjgraph.search.filters import SearchFilters, engine_filter
from cjgraph.search.fusion import Fused, fuse, meaning_weight
from cjgraph.search.relevance import THRESHOLD, Signals, contrast, coverage, relevance

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from qdrant_edge import Filter

    from cjgraph.search.encoder import TextEncoder
    from cjgraph.search.index import EvidenceIndex

#: Candidates that each side puts forward.
POOL: Final = 100
_JUDGED: Final = 5
_NEAREST: Final = 3

_QUOTED = re.compile(r'"([^"]+)"|\u201c([^\u201d]+)\u201d')


@dataclass(frozen=True, slots=True)
class _Question:
    """A query, taken apart."""

    text: str
    spelled: str
    phrases: tuple[str, ...]
    concepts: tuple[Concept, ...]
    terms: Mapping[int, str]
    known: float


def search(
    index: EvidenceIndex,
    encoder: TextEncoder | None,
    text: str,
    *,
    limit: int = 10,
    filters: SearchFilters | None = None,
    query_id: str | None = None,
) -> SearchAnswer:
    """Look for evidence on a question, a plan's sentence or a few words.

    Words in quotation marks must stand in a result as they are. Acronyms that the
    vocabularies know are spelled out.

    Args:
        index: An open index.
        encoder: The model that the index was built with; None searches by words alone.
        text: What to look for.
        limit: Most results to return, at least 1.
        filters: Which findings may be returned.
        query_id: Given back in the answer, for many queries at once.

    Raises:
        EmptyQuery: The text holds no letter and no digit.
        StoreError: The index was built with another model.
    """
    question = _question(index, text)
    if encoder is not None and index.model not in (None, encoder.fingerprint):
        raise StoreError(
            f"The evidence index {index.folder} was built with another embedding model.",
            hint="Run `cjgraph load` to build it again.",
        )
    semantic = encoder is not None and index.model is not None
    where = engine_filter(filters or SearchFilters(), question.phrases)
    vector = None
    if encoder is not None and semantic:
        vector = encoder.encode([question.spelled])[0]
    weight = meaning_weight(question.known) if semantic else 0.0
    fused = _candidates(index, question, vector, where, weight, max(POOL, limit))
    read = index.read([*fused][: max(limit, _JUDGED)])
    rows = [_result(index, question, read[at], fused[at], weight) for at in fused if at in read]
    chance = relevance(_signals(index, question, rows, fused, vector))
    answered = bool(rows) and (chance >= THRESHOLD or bool(question.phrases))
    results = tuple(rows[: max(1, limit)]) if answered else ()
    within = engine_filter(filters) if filters else None
    if answered:
        results = _with_opponents(index, question, results, fused, within, max(1, limit))
    searched = index.count_publications(within)
    return SearchAnswer(
        query=text,
        answered=answered,
        searched=searched,
        mode="hybrid" if semantic else "lexical",
        relevance=chance,
        threshold=THRESHOLD,
        results=results,
        nearest=() if answered else tuple(rows[:_NEAREST]),
        summary=summarise(results, searched, answered=answered),
        id=query_id,
    )


@lru_cache(maxsize=4)
def _finder(concepts: tuple[Concept, ...]) -> ConceptFinder:
    return ConceptFinder(concepts)


def _question(index: EvidenceIndex, text: str) -> _Question:
    text = text.encode("utf-8", "replace").decode("utf-8")
    if not re.search(r"[^\W_]", text):
        raise EmptyQuery("There is nothing to look for: the query holds no letter and no digit.")
    phrases = [one or other for one, other in _QUOTED.findall(text)]
    concepts, labels = _finder(index.concepts).find(text)
    spelled = f"{text} ({', '.join(labels)})" if labels else text
    terms = index.lexicon.terms(text)
    known = [number for number in terms if number in index.lexicon.frequency]
    return _Question(
        text=text,
        spelled=spelled,
        phrases=tuple(joined(phrase) for phrase in phrases if words(phrase)),
        concepts=tuple(concepts),
        terms=terms,
        known=len(known) / len(terms) if terms else 0.0,
    )


def _candidates(
    index: EvidenceIndex,
    question: _Question,
    vector: npt.NDArray[np.float32] | None,
    where: Filter | None,
    weight: float,
    pool: int,
) -> dict[int, Fused]:
    """Ask both sides and fill in the score that one side has not given."""
    by_words = index.by_words(question.spelled, limit=pool, where=where)
    if vector is None:
        return fuse(by_words, None, weight)
    by_meaning = index.by_meaning(vector, limit=pool, where=where)
    unseen = [at for at in by_words if at not in by_meaning]
    if unseen:
        by_meaning |= index.by_meaning(vector, limit=len(unseen), ids=unseen)
    unseen = [at for at in by_meaning if at not in by_words]
    if unseen and len(by_words) == pool:
        by_words |= index.by_words(question.spelled, limit=len(unseen), ids=unseen)
    return fuse(by_words, by_meaning, weight)


def _result(
    index: EvidenceIndex,
    question: _Question,
    passage: Passage,
    fused: Fused,
    weight: float,
    *,
    brought_in: bool = False,
) -> SearchResult:
    held = index.lexicon.held(passage.lexical_text())
    tagged = {(c.kind, c.code) for c in passage.concepts}
    return SearchResult(
        passage=passage,
        score=fused.score,
        why=Why(
            bm25=round(fused.words, 4),
            dense=None if fused.meaning is None else round(fused.meaning, 4),
            weight=weight,
            terms=tuple(word for number, word in question.terms.items() if number in held),
            concepts=tuple(
                dict.fromkeys(c.label for c in question.concepts if (c.kind, c.code) in tagged)
            ),
        ),
        brought_in=brought_in,
    )


def _signals(
    index: EvidenceIndex,
    question: _Question,
    rows: Sequence[SearchResult],
    fused: Mapping[int, Fused],
    vector: npt.NDArray[np.float32] | None,
) -> Signals:
    best = rows[:_JUDGED]
    held = [index.lexicon.held(row.passage.lexical_text()) for row in best]
    cosines = sorted((f.meaning for f in fused.values() if f.meaning is not None), reverse=True)[:3]
    return Signals(
        cosine=None if vector is None else sum(cosines) / max(1, len(cosines)),
        contrast=0.0 if vector is None else contrast(cosines, vector, index.background()),
        coverage=max((coverage(index.lexicon, question.terms, h) for h in held), default=0.0),
        known=question.known,
        concept=1.0 if any(row.why.concepts for row in best) else 0.0,
    )


def _with_opponents(
    index: EvidenceIndex,
    question: _Question,
    results: tuple[SearchResult, ...],
    fused: Mapping[int, Fused],
    within: Filter | None,
    limit: int,
) -> tuple[SearchResult, ...]:
    """Bring in findings that a leading result disagrees with, at the cost of the last rows."""
    shown = {result.passage.finding for result in results}
    lead = leading(results)
    wanted = [o.finding for r in lead for o in r.passage.opposed if o.finding not in shown]
    numbers = index.find([*dict.fromkeys(wanted)], within)
    numbers = {name: numbers[name] for name in dict.fromkeys(wanted) if name in numbers}
    room = min(len(numbers), max(limit - len(results), limit // 3))
    if room <= 0:
        return results
    chosen = [*numbers.values()][:room]
    read = index.read(chosen)
    nothing = Fused(0.0, 0.0, None)
    weight = results[0].why.weight
    added = tuple(
        _result(index, question, read[at], fused.get(at, nothing), weight, brought_in=True)
        for at in chosen
        if at in read
    )
    return results[: limit - len(added)] + added
