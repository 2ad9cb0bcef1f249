"""Finds the terms of the vocabularies in a query, by any of their labels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from cjgraph.search._analyser import words
from cjgraph.search.documents import NAMED, Concept

_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,6}s?")
_LONGEST: Final = 12


class ConceptFinder:
    """Looks up the labels of an index's concepts in texts."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._labels: dict[tuple[str, ...], list[tuple[Concept, bool]]] = defaultdict(list)
        for concept in concepts:
            if concept.kind not in NAMED:
                continue
            for label in (concept.label, *concept.others):
                acronym = _ACRONYM.fullmatch(label) is not None
                self._labels[_key(words(label))].append((concept, acronym))
        self._labels.pop((), None)

    def find(self, text: str) -> tuple[list[Concept], list[str]]:
        """Return the concepts that a text names, and the full labels of its acronyms.

        Longer labels win: in "supervised bail", "bail" alone is not looked for.

        Args:
            text: A query.
        """
        found: dict[tuple[str, str], Concept] = {}
        spelled: list[str] = []
        tokens = words(text)
        at = 0
        while at < len(tokens):
            for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
                matches = self._labels.get(_key(tokens[at : at + length]))
                if matches:
                    for concept, acronym in matches:
                        found[concept.kind, concept.code] = concept
                        if acronym and concept.label not in spelled:
                            spelled.append(concept.label)
                    at += length
                    break
            else:
                at += 1
        return list(found.values()), spelled


def _key(tokens: list[str]) -> tuple[str, ...]:
    """Drop the plural s, so that "community payback orders" finds the order.

    A word alone is left as it is: "what works" is not about work.
    """
    if len(tokens) == 1:
        return tuple(tokens)
    return tuple(t[:-1] if len(t) > 3 and t.endswith("s") and t[-2] != "s" else t for t in tokens)
