"""What a search gives back; ``as_json`` is the contract of command line and service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from cjgraph.search.documents import Passage

#: A result leads from this share of the best score on, among the first few. Only what leads
#: makes the answer say that the evidence disagrees, and has its opponents brought in.
_LEADING_SHARE: Final = 0.6
_LEADING_MOST: Final = 5

_STANCES: Final = {
    "supports": "in favour",
    "mixed": "mixed",
    "null": "showing no effect",
    "against": "against",
    "context": "giving context",
}


@dataclass(frozen=True, slots=True)
class Why:
    """What made a result come up.

    Args:
        bm25: Score of word search.
        dense: Cosine of meaning, None without a model.
        weight: Weight of meaning against words for this query.
        terms: Words of the query that the passage holds, in whatever ending.
        concepts: Terms of the vocabularies that query and passage share.
    """

    bm25: float
    dense: float | None
    weight: float
    terms: tuple[str, ...]
    concepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One finding, or one publication that is known but not read."""

    passage: Passage
    score: float
    why: Why
    brought_in: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the row as command line and service print it."""
        passage = self.passage
        row: dict[str, Any] = {
            "publication": passage.publication,
            "finding": passage.finding,
            "title": passage.title,
            "score": round(self.score, 4),
            "stance": passage.stance,
            "strength": passage.strength,
            "design_level": passage.design_level,
            "certainty": passage.certainty,
            "caveat": passage.caveat,
            "confirmed": passage.confirmed,
            "confirmation": passage.confirmation,
            "effect": passage.effect,
            "quote": passage.text,
            "locator": {
                name: value
                for name, value in (("place", passage.locator), ("url", passage.locator_url))
                if value
            },
            "url": passage.url,
            "authors": [*passage.authors],
            "publisher": passage.publisher,
            "year": passage.year,
            "country": passage.country,
            "read": passage.finding is not None,
            "why": {**asdict(self.why), "terms": [*self.why.terms]},
            "disagrees_with": [asdict(other) for other in passage.opposed],
            "brought_in": self.brought_in,
        }
        row["why"]["concepts"] = [*self.why.concepts]
        return row


@dataclass(frozen=True, slots=True)
class Summary:
    """How the results stand to what they are about."""

    supports: int = 0
    mixed: int = 0
    null: int = 0
    against: int = 0
    context: int = 0
    unread: int = 0
    disagrees: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The answer to a search.

    Args:
        query: The text as it was given.
        answered: Whether anything relevant was found.
        searched: Number of publications looked through, after filters.
        mode: ``hybrid`` or ``lexical``.
        relevance: How likely it is that the best results bear on the query, 0 to 1.
        threshold: The relevance from which a query counts as answered.
        results: One row for each finding, best first; empty where nothing was answered.
        nearest: Where nothing was answered, what came closest.
        summary: Counts by stance, and a sentence.
        unknown_terms: Content words of the query that nothing in the catalogue mentions, and
            codes that do not exist.
        id: The caller's own id, for many queries at once.
    """

    query: str
    answered: bool
    searched: int
    mode: str
    relevance: float
    threshold: float
    results: tuple[SearchResult, ...]
    nearest: tuple[SearchResult, ...]
    summary: Summary
    unknown_terms: tuple[str, ...] = ()
    id: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the answer as command line and service print it."""
        return {
            "id": self.id,
            "query": self.query,
            "answered": self.answered,
            "searched": self.searched,
            "mode": self.mode,
            "relevance": round(self.relevance, 4),
            "threshold": self.threshold,
            "results": [result.as_json() for result in self.results],
            "nearest": [
                {
                    "publication": result.passage.publication,
                    "finding": result.passage.finding,
                    "title": result.passage.title,
                    "score": round(result.score, 4),
                }
                for result in self.nearest
            ],
            "unknown_terms": [*self.unknown_terms],
            "summary": asdict(self.summary),
        }


def leading(results: tuple[SearchResult, ...]) -> tuple[SearchResult, ...]:
    """Return the results that the answer rests on.

    Args:
        results: Rows in order, best first.
    """
    return tuple(
        result
        for result in results[:_LEADING_MOST]
        if not result.brought_in and result.score >= _LEADING_SHARE * results[0].score
    )


def summarise(
    results: tuple[SearchResult, ...],
    searched: int,
    *,
    answered: bool,
    unknown: Sequence[str] = (),
) -> Summary:
    """Count the stances of the results and say in a sentence whether the evidence disagrees.

    Where a word of the query is unknown, the rows answer the rest of it at best; that they
    disagree is then said of them, not of the evidence on what was asked.

    Args:
        results: The rows of the answer.
        searched: Number of publications looked through.
        answered: Whether anything relevant was found.
        unknown: Words and codes of the query that nothing in the catalogue mentions.
    """
    gap = f"Nothing in the catalogue mentions: {', '.join(unknown)}." if unknown else ""
    if not answered:
        text = f"No relevant evidence was found in {_many(searched, 'publication')}."
        return Summary(text=f"{text} {gap}".rstrip())
    stances = [r.passage.stance for r in results if r.passage.finding]
    counts = {name: stances.count(name) for name in _STANCES}
    unread = sum(1 for r in results if not r.passage.finding)
    pairs = sorted(
        {
            tuple(sorted((r.passage.finding, other.finding)))
            for r in leading(results)
            if r.passage.finding
            for other in r.passage.opposed
        }
    )
    told = [f"{counts[name]} {words}" for name, words in _STANCES.items() if counts[name]]
    if unread:
        told.append(f"{_many(unread, 'publication')} known but not read")
    text = f"Of {_many(len(results), 'result')}: " + ", ".join(told) + "."
    if pairs:
        named = "; ".join(f"{one} and {other}" for one, other in pairs)
        said = "Among them," if unknown else "The evidence disagrees:"
        text += f" {said} {named} answer the same question differently."
    text = f"{gap} {text}".lstrip()
    return Summary(**counts, unread=unread, disagrees=bool(pairs) and not unknown, text=text)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
