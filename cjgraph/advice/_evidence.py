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
from cjgraph.shacl._practice import main_words
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
#: Results of a search that are looked at, and the relevance from which any is offered: a search
#: may show what might bear on a question; an offer that nobody asked for has to fit.
_LOOKED_AT: Final = 10
_SURE: Final = 0.7
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


def _vague(findings: Sequence[Finding]) -> frozenset[str]:
    """Return the actions that name nothing that will be done: no evidence can fit them."""
    return frozenset(finding.subject for finding in findings if finding.type == "smart_s")


def _wanted(findings: Sequence[Finding], advice: Mapping[str, RuleAdvice]) -> list[str]:
    """Return the text to look up for each finding; empty where evidence makes no sense."""
    seen: Counter[str] = Counter()
    vague = _vague(findings)
    texts = []
    for finding in findings:
        rule = advice.get(finding.shape)
        offers = rule is not None and rule.evidence and finding.subject not in vague
        text = ""
        if offers and seen[finding.shape] < OF_ONE_RULE:
            text = main_words(finding.subject.translate(_QUOTES))[:_CHARACTERS]
        if any(c.isalnum() for c in text):
            seen[finding.shape] += 1
        else:
            text = ""
        texts.append(text)
    return texts


def _found(
    texts: list[str], snapshot: Snapshot, searcher: EvidenceSearch | None
) -> dict[str, list[dict[str, Any]]]:
    catalogue = _catalogue(snapshot)
    if searcher is not None and texts:
        try:
            answers = searcher(texts, _LOOKED_AT)
        except CJGraphError:  # a check must not fail because help with it can't be had
            pass
        else:
            return {
                text: [_row(row) for row in _telling(catalogue.fitting(text, answer["results"]))]
                for text, answer in zip(texts, answers, strict=True)
                if answer.get("answered") and answer.get("relevance", 1.0) >= _SURE
            }
    return {text: catalogue.on(text) for text in texts}


def _telling(rows: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """Leave out what only gives background."""
    return [row for row in rows if row["stance"] != "context"][:MOST]


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

    def fitting(self, text: str, rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        """Return the rows on what a text is mainly about, in their order.

        Args:
            text: What is done, or what is to be reached.
            rows: Rows of a search.
        """
        fits = {passage.finding for passage in self._about(text)}
        return [row for row in rows if row["finding"] in fits]

    def _about(self, text: str) -> list[Passage]:
        """Return the findings on the intervention that a text names, else on its need.

        A finding is on many needs by the way: the need has to stand in its own words, first.
        """
        named = self._finder.find(text)[0]
        ways = {c.code for c in named if c.kind == "intervention"}
        needs = {c.code for c in named if c.kind == "need"}
        found = [p for p in self._read if ways & set(p.interventions)]
        if found or not needs:
            return found
        return [p for p in self._read if needs & set(p.needs) and self._main_need(p) in needs]

    def _main_need(self, passage: Passage) -> str:
        told = self._finder.find(passage.text)[0]
        return next((c.code for c in told if c.kind == "need"), "")

    def on(self, text: str) -> list[dict[str, Any]]:
        """Return the findings on what a text is mainly about, those that most is known of first."""
        about = [p for p in self._about(text) if p.stance != "context"]
        about.sort(key=lambda p: (not p.confirmed, p.key))
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
            for p in about[:MOST]
        ]


def _read_catalogue(snapshot: Snapshot, include: frozenset[str]) -> _Catalogue:
    return _Catalogue(read_passages(snapshot.rows))


_catalogue: Final = SnapshotMemory(_read_catalogue)
