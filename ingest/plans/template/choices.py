"""The lists that fields are filled from, and what a person may type instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Final

import pyoxigraph

from cjgraph.namespaces import RDFS
from cjgraph.resources import resource_folder

from ..vocabulary import Edition, Term, flat, vocabulary

_CODES: Final = re.compile(r"\b(ndo|o|pa|ni)[\s\-_.]{0,2}(\d{1,2})\b", re.IGNORECASE)
YES: Final = "Yes"
NO: Final = "No"


@dataclass(frozen=True, slots=True)
class Choices:
    """A list to choose from.

    Args:
        name: What the list is called.
        shown: What each code is shown as, in the order of the list.
        names: What else means a code, in lower case and without punctuation.
    """

    name: str
    shown: dict[str, str]
    names: dict[str, str] = field(default_factory=dict)

    def show(self, code: str) -> str:
        """Return what a code is shown as; the code itself where it is not in the list."""
        return self.shown.get(code, code)

    def code(self, text: str) -> str | None:
        """Return the code that a text means, or None where it means none of the list."""
        if text in self.shown:
            return text
        known = self.names.get(flat(text))
        if known:
            return known
        coded = self.coded(text)
        return coded[0] if len(coded) == 1 else None

    def coded(self, text: str) -> list[str]:
        """Return every code that a text spells out, such as ``NDO 3`` and ``ndo-4``."""
        return [code for code in _spelled(text) if code in self.shown]

    def stated(self, text: str) -> list[str]:
        """Return the code of this sort that a text is, whether or not the list has it."""
        sorts = {code.rpartition("-")[0] for code in self.shown}
        whole = _CODES.match(text.strip())
        return [code for code in _spelled(text) if whole and code.rpartition("-")[0] in sorts][:1]


def _spelled(text: str) -> list[str]:
    return list(dict.fromkeys(f"{m[1].lower()}-{int(m[2])}" for m in _CODES.finditer(text)))


@cache
def categories() -> Choices:
    """Return the categories of partners, those of section 13 first."""
    return _by_label("Partner categories", vocabulary().categories, hidden=True)


@cache
def needs() -> Choices:
    """Return the needs that services meet."""
    return _by_label("Needs", vocabulary().needs)


@cache
def outcomes() -> Choices:
    """Return the community justice outcomes of every edition."""
    return _by_code("National outcomes", vocabulary().outcomes)


def outcomes_of(edition: Edition) -> list[str]:
    """Return what the outcomes of one edition are shown as."""
    return [outcomes().show(code) for code in edition.outcomes]


@cache
def priority_actions() -> Choices:
    """Return the priority actions of the national strategy."""
    return _by_code("Priority actions", vocabulary().priority_actions)


@cache
def indicators() -> Choices:
    """Return the national indicators."""
    return _by_code("National indicators", vocabulary().indicators)


@cache
def areas() -> Choices:
    """Return the council areas."""
    found = vocabulary().areas
    shown = {term.iri: term.label for term in found}
    return Choices("Areas", shown, _names(found, shown, by_iri=True))


@cache
def partnerships() -> Choices:
    """Return the Partnerships by their IRIs."""
    found = vocabulary().partnerships
    shown = {term.iri: term.label for term in found}
    return Choices("Partnerships", shown, _names(found, shown, by_iri=True))


@cache
def editions() -> Choices:
    """Return the editions of the national framework by the names that plans give them."""
    labels = _edition_labels()
    shown = {e.generation: labels.get(e.iri, e.generation) for e in vocabulary().editions}
    names = {flat(label): code for code, label in shown.items()}
    for edition in vocabulary().editions:
        names[flat(edition.generation)] = edition.generation
        names[flat(edition.iri.rsplit("/", 1)[-1])] = edition.generation
    return Choices("Frameworks", shown, names)


@cache
def yes_or_no() -> Choices:
    """Return the answers to a question."""
    names = {flat(word): "yes" for word in (YES, "y", "true", "1", "a priority", "priority")}
    names |= {flat(word): "no" for word in (NO, "n", "false", "0", "not a priority")}
    return Choices("Yes or no", {"yes": YES, "no": NO}, names)


@cache
def verdicts() -> Choices:
    """Return the verdicts on an item of the checklist."""
    shown = {code: code.capitalize() for code in ("present", "partial", "missing", "unknown")}
    names = {flat(label): code for code, label in shown.items()}
    names |= {"partly": "partial", "partly present": "partial", "not known": "unknown"}
    return Choices("Verdicts", shown, names)


def _by_label(name: str, terms: tuple[Term, ...], *, hidden: bool = False) -> Choices:
    shown = {term.code: term.label for term in terms}
    return Choices(name, shown, _names(terms, shown, hidden=hidden))


def _by_code(name: str, terms: tuple[Term, ...]) -> Choices:
    shown = {}
    for term in terms:
        letters, _, number = term.code.rpartition("-")
        shown[term.code] = f"{letters.upper()} {number}: {term.label}"
    return Choices(name, shown, _names(terms, shown))


def _names(
    terms: Iterable[Term], shown: dict[str, str], *, by_iri: bool = False, hidden: bool = False
) -> dict[str, str]:
    """Every name of each term; the name of one term is never taken by another's alias."""
    terms = tuple(terms)
    names: dict[str, str] = {}
    for rank in range(3):
        for term in terms:
            code = term.iri if by_iri else term.code
            ranked = (
                (shown[code], term.label, term.code, term.code.replace("_", " ")),
                term.aliases,
                term.hidden if hidden else (),
            )
            for words in ranked[rank]:
                names.setdefault(flat(words), code)
    return names


def _edition_labels() -> dict[str, str]:
    path = resource_folder("ontology") / "vocabularies" / "framework-editions.ttl"
    label = pyoxigraph.NamedNode(RDFS + "label")
    return {
        triple.subject.value: triple.object.value
        for triple in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
        if triple.predicate == label
        and isinstance(triple.subject, pyoxigraph.NamedNode)
        and isinstance(triple.object, pyoxigraph.Literal)
    }
