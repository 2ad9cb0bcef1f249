"""Searches the evidence: words and meaning together, or words alone where there is no model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from cjgraph.errors import StoreError
from cjgraph.search._question import Question, read_question
from cjgraph.search.answer import SearchAnswer, SearchResult, Why, leading, summarise
from cjgraph.search.documents import Passage
from cjgraph.search.filters import SearchFilters, check_filters, engine_filter
from cjgraph.search.fusion import Fused, fuse, meaning_weight
from cjgraph.search.relevance import THRESHOLD, Signals, contrast, coverage, least, relevance

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
#: Rows read for each row wanted, because some may turn out to be about something else.
_SPARE: Final = 3


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
    vocabularies know are spelled out. A query of nothing but codes, such as ``EV003-F5`` or
    ``EV003``, gives that finding or that publication's findings.

    Args:
        index: An open index.
        encoder: The model that the index was built with; None searches by words alone.
        text: What to look for.
        limit: Most results to return, at least 1.
        filters: Which findings may be returned.
        query_id: Given back in the answer, for many queries at once.

    Raises:
        EmptyQuery: The text holds no letter and no digit.
        InputError: A filter names something that does not exist.
        StoreError: The index was built with another model.
    """
    question = read_question(index, text)
    check_filters(filters or SearchFilters(), index.facets)
    if encoder is not None and index.model not in (None, encoder.fingerprint):
        raise StoreError(
            f"The evidence index {index.folder} was built with another embedding model.",
            hint="Run `cjgraph load` to build it again.",
        )
    semantic = encoder is not None and index.model is not None
    within = engine_filter(filters) if filters else None
    mode = "hybrid" if semantic else "lexical"
    if question.codes:
        return _by_code(index, question, text, within, mode, max(1, limit), query_id)
    where = engine_filter(filters or SearchFilters(), question.phrases)
    vector = None
    if encoder is not None and semantic:
        vector = encoder.encode([question.spelled])[0]
    weight = meaning_weight(question.known) if semantic else 0.0
    fused = _candidates(index, question, vector, where, weight, max(POOL, limit))
    read = index.read([*fused][: max(_SPARE * limit, _JUDGED)])
    rows = [_result(index, question, read[at], fused[at], weight) for at in fused if at in read]
    chance = relevance(_signals(index, question, rows, fused, vector))
    answered = bool(rows) and (chance >= THRESHOLD or bool(question.phrases))
    results: tuple[SearchResult, ...] = ()
    if answered:
        kept = rows if question.phrases else _bearing(index, question, rows, vector)
        results = tuple(kept[: max(1, limit)])
        results = _with_opponents(index, question, results, fused, within, max(1, limit))
    searched = index.count_publications(within)
    return SearchAnswer(
        query=text,
        answered=answered,
        searched=searched,
        mode=mode,
        relevance=chance,
        threshold=THRESHOLD,
        results=results,
        nearest=() if answered else tuple(rows[:_NEAREST]),
        summary=summarise(results, searched, answered=answered, unknown=question.unknown),
        unknown_terms=question.unknown,
        id=query_id,
    )


def _by_code(
    index: EvidenceIndex,
    question: Question,
    text: str,
    within: Filter | None,
    mode: str,
    limit: int,
    query_id: str | None,
) -> SearchAnswer:
    """Answer a query of codes; nothing is weighed, so every row scores one."""
    findings = index.find([code for code in question.codes if "-F" in code])
    numbers: list[int] = []
    unknown: list[str] = []
    for code in question.codes:
        found = [findings[code]] if code in findings else []
        found = found or ([] if "-F" in code else index.of_publications([code]))
        numbers += found
        if not found:
            unknown.append(code)
    passing = numbers if within is None else index.passing(numbers, within)
    chosen = [*dict.fromkeys(passing)][:limit]
    read = index.read(chosen)
    whole = Fused(1.0, 0.0, None)
    results = tuple(_result(index, question, read[at], whole, 0.0) for at in chosen if at in read)
    if results:
        results = _with_opponents(index, question, results, {}, within, limit)
    searched = index.count_publications(within)
    answered = bool(results)
    return SearchAnswer(
        query=text,
        answered=answered,
        searched=searched,
        mode=mode,
        relevance=1.0 if answered else 0.0,
        threshold=THRESHOLD,
        results=results,
        nearest=(),
        summary=summarise(results, searched, answered=answered, unknown=unknown),
        unknown_terms=tuple(unknown),
        id=query_id,
    )


def _candidates(
    index: EvidenceIndex,
    question: Question,
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
    question: Question,
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


def _bearing(
    index: EvidenceIndex,
    question: Question,
    rows: Iterable[SearchResult],
    vector: npt.NDArray[np.float32] | None,
) -> list[SearchResult]:
    """Leave out the rows that are about something else, each judged as the whole answer is."""
    chances = []
    for row in rows:
        cosine = row.why.dense
        signals = Signals(
            cosine=cosine,
            contrast=0.0
            if vector is None or cosine is None
            else contrast([cosine], vector, index.background()),
            coverage=coverage(
                index.lexicon, question.terms, index.lexicon.held(row.passage.lexical_text())
            ),
            known=question.known,
            concept=1.0 if row.why.concepts else 0.0,
        )
        chances.append((row, relevance(signals)))
    floor = least(max((p for _, p in chances), default=0.0), semantic=vector is not None)
    return [row for row, chance in chances if chance >= floor]


def _signals(
    index: EvidenceIndex,
    question: Question,
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
    question: Question,
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
