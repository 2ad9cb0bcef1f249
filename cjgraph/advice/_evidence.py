"""What the catalogue holds on what a finding is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from cjgraph.advice._memory import SnapshotMemory
from cjgraph.advice._rules import RuleAdvice
from cjgraph.advice._words import shortened
from cjgraph.errors import CJGraphError
from cjgraph.search import Passage, read_passages
from cjgraph.search._concepts import ConceptFinder
from cjgraph.shacl import Finding
from cjgraph.store import Snapshot

if TYPE_CHECKING:
    from cjgraph.search import SearchEngine

#: Most rows of evidence for one finding.
MOST: Final = 3
#: How many findings of one rule are given evidence, and how many texts are looked up in all;
#: they come in the order to be mended, so what is left out comes last.
OF_ONE_RULE: Final = 5
TEXTS: Final = 24
#: Longer texts are cut: a search reads a sentence or two.
_CHARACTERS: Final = 400
_TOPICS: Final = ("intervention", "need")
#: What stands in quotation marks must be found as it is, which a plan's sentence never is.
_QUOTES: Final = str.maketrans('"\u201c\u201d', "   ")


#: Whatever searches the catalogue: given texts and the most results for each, it returns one
#: answer for each, in the shape that ``cjgraph search --json`` prints.
EvidenceSearch = Callable[[Sequence[str], int], Sequence[Mapping[str, Any]]]


def engine_search(engine: SearchEngine) -> EvidenceSearch:
    """Return a search of the catalogue by an index that is open here.

    Args:
        engine: Holds index and model.
    """

    def answers(texts: Sequence[str], limit: int) -> Sequence[Mapping[str, Any]]:
        return [answer.as_json() for answer in engine.search_many(texts, limit=limit)]

    return answers


def evidence_for(
    findings: Sequence[Finding],
    advice: Mapping[str, RuleAdvice],
    snapshot: Snapshot,
    searcher: EvidenceSearch | None,
) -> list[list[dict[str, Any]]]:
    """Return the evidence for each finding; an empty list where there is none to offer.

    Args:
        findings: In the order to be told.
        advice: What each rule offers.
        snapshot: Holds the catalogue.
        searcher: Searches it; None goes by the terms that the words name.
    """
    wanted = _wanted(findings, advice)
    texts = list(dict.fromkeys(text for text in wanted if text))[:TEXTS]
    found = _found(texts, snapshot, searcher)
    return [found.get(text, []) for text in wanted]


def _wanted(findings: Sequence[Finding], advice: Mapping[str, RuleAdvice]) -> list[str]:
    """Return the text to look up for each finding; empty where evidence makes no sense."""
    seen: Counter[str] = Counter()
    texts = []
    for finding in findings:
        rule = advice.get(finding.shape)
        text = " ".join(finding.subject.translate(_QUOTES).split())[:_CHARACTERS]
        offers = rule is not None and rule.evidence and any(c.isalnum() for c in text)
        if offers:
            seen[finding.shape] += 1
        texts.append(text if offers and seen[finding.shape] <= OF_ONE_RULE else "")
    return texts


def _found(
    texts: list[str], snapshot: Snapshot, searcher: EvidenceSearch | None
) -> dict[str, list[dict[str, Any]]]:
    if searcher is not None and texts:
        try:
            answers = searcher(texts, MOST + 1)
        except CJGraphError:  # a check must not fail because help with it can't be had
            pass
        else:
            return {
                text: [_row(row) for row in answer["results"] if row["finding"]][:MOST]
                for text, answer in zip(texts, answers, strict=True)
                if answer.get("answered")
            }
    catalogue = _catalogue(snapshot)
    return {text: catalogue.on(text) for text in texts}


def _row(result: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "publication": result["publication"],
        "finding": result["finding"],
        "title": result["title"],
        "stance": result["stance"],
        "strength": result["strength"],
        "quote": shortened(result["quote"]),
        "place": result["locator"].get("place", ""),
        "url": result["locator"].get("url") or result["url"],
        "confirmed": result["confirmed"],
        "disagrees_with": [other["finding"] for other in result["disagrees_with"]],
    }


class _Catalogue:
    """Finds findings by the needs and interventions that a text names."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._read = [p for p in passages if p.finding]
        topics = {(c.kind, c.code): c for p in self._read for c in p.concepts if c.kind in _TOPICS}
        self._finder = ConceptFinder(topics.values())

    def on(self, text: str) -> list[dict[str, Any]]:
        """Return the findings on most of what a text names; what was done before what for."""
        named = {(c.kind, c.code) for c in self._finder.find(text)[0]}
        ranked = []
        for passage in self._read:
            shared = Counter(c.kind for c in passage.concepts if (c.kind, c.code) in named)
            if shared:
                tells = passage.stance != "context"
                weight = (shared["intervention"], shared["need"], tells, passage.confirmed)
                ranked.append((weight, passage))
        ranked.sort(key=lambda pair: (tuple(-int(n) for n in pair[0]), pair[1].key))
        return [
            {
                "publication": p.publication,
                "finding": p.finding,
                "title": p.title,
                "stance": p.stance,
                "strength": p.strength,
                "quote": shortened(p.text),
                "place": p.locator,
                "url": p.locator_url or p.url,
                "confirmed": p.confirmed,
                "disagrees_with": [other.finding for other in p.opposed],
            }
            for _, p in ranked[:MOST]
        ]


def _read_catalogue(snapshot: Snapshot, include: frozenset[str]) -> _Catalogue:
    return _Catalogue(read_passages(snapshot.rows))


_catalogue: Final = SnapshotMemory(_read_catalogue)
