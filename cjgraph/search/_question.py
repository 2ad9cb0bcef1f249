"""Takes a query apart: phrases, codes, terms of the vocabularies, words nobody uses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cjgraph.errors import EmptyQuery
from cjgraph.search._analyser import joined, words
from cjgraph.search._concepts import ConceptFinder
from cjgraph.search.documents import Concept

if TYPE_CHECKING:
    from cjgraph.search.index import EvidenceIndex

_QUOTED = re.compile(r'"([^"]+)"|\u201c([^\u201d]+)\u201d')
_CODE = re.compile(r"ev[-\s]?(\d{3,})(?:[-\s]?f(\d+))?", re.ASCII | re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;\"'\u201c\u201d\u2018\u2019()\[\].?]*(?:\b(?:and|or)\b[\s,;]*)?")

#: Words of asking and planning, which say nothing about a topic: that nobody uses them is no news.
_PLAIN: Final = frozenset(
    """
    accredited actually aim also already always another anybody anyone anything attend away bad
    become began begin board bring came come coming committed continue currently deliver delivered
    delivering doesn don done ensure etc ever every everybody everyone everything explain explore
    far fewer find folk gave getting give given going gone good happen happens held hit hold
    hopefully however improve improving instead interview interviews join joined joining keep know
    known learn let like likely list locally look looking lot made make maybe mean might must need
    never next nobody nothing nowhere often once ones onto overall particularly perhaps please
    possible possibly promote promoting provide put question questions quite really recruit right
    said same say says seek seeing seem seems send sending sent several shall should show shows
    since somebody someone something somewhere soon start starting still stop sure take taken tell
    than thing things think thought told took toward towards tried try trying us various via walk
    want wanted wants went whatever whether within without wonder worse worst would yes yet
    """.split()
)


@dataclass(frozen=True, slots=True)
class Question:
    """A query, taken apart.

    Args:
        text: As it was given, without lone surrogates.
        spelled: The same, its acronyms spelled out.
        phrases: What must stand in a result as it is.
        codes: Findings and publications, where the query is nothing but their codes.
        concepts: Terms of the vocabularies that it names.
        terms: Number of each term, and the word that it came from.
        known: Share of the terms that the index knows.
        unknown: Content words that no passage holds.
    """

    text: str
    spelled: str
    phrases: tuple[str, ...]
    codes: tuple[str, ...]
    concepts: tuple[Concept, ...]
    terms: Mapping[int, str]
    known: float
    unknown: tuple[str, ...]


def read_question(index: EvidenceIndex, text: str) -> Question:
    """Take a query apart.

    Args:
        index: Knows the words and the terms of the vocabularies.
        text: The query.

    Raises:
        EmptyQuery: The text holds no letter and no digit.
    """
    text = text.encode("utf-8", "replace").decode("utf-8")
    if not re.search(r"[^\W_]", text):
        raise EmptyQuery("There is nothing to look for: the query holds no letter and no digit.")
    phrases = [one or other for one, other in _QUOTED.findall(text)]
    concepts, labels = _finder(index.concepts).find(text)
    frequency = index.lexicon.frequency
    # A plain word that nobody uses must not count against what the rest of the query finds.
    terms = {
        number: word
        for number, word in index.lexicon.terms(text).items()
        if number in frequency or not (word.isdecimal() or word in _PLAIN)
    }
    missing = [word for number, word in terms.items() if number not in frequency]
    return Question(
        text=text,
        spelled=f"{text} ({', '.join(labels)})" if labels else text,
        phrases=tuple(joined(phrase) for phrase in phrases if words(phrase)),
        codes=_codes(text),
        concepts=tuple(concepts),
        terms=terms,
        known=1.0 - len(missing) / len(terms) if terms else 0.0,
        unknown=tuple(word for word in missing if len(word) > 2),
    )


@lru_cache(maxsize=4)
def _finder(concepts: tuple[Concept, ...]) -> ConceptFinder:
    return ConceptFinder(concepts)


def _codes(text: str) -> tuple[str, ...]:
    """Return the codes that a query consists of; none where it holds anything else.

    >>> _codes("ev003-f5, EV013"), _codes("what does EV003 say")
    (('EV003-F5', 'EV013'), ())
    """
    found: list[str] = []
    at = 0
    while True:
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
        if at == len(text):
            return tuple(dict.fromkeys(found))
        code = _CODE.match(text, at)
        if code is None:
            return ()
        publication, finding = code.groups()
        found.append(f"EV{publication}" + (f"-F{int(finding)}" if finding else ""))
        at = code.end()
