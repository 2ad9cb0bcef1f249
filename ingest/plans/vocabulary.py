# ruff: noqa: RUF001 - plans are typed with curly quotes and long dashes
"""The words of the published vocabularies that a plan is read with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

import pyoxigraph

from cjgraph.errors import FileNotReadable
from cjgraph.namespaces import CJ, RDF, RDFS, SKOS
from cjgraph.resources import resource_folder

from .need_senses import names_need

#: Classes whose individuals a reading needs, and the group that each belongs to.
_GROUPS: Final = {
    "NationallyDeterminedOutcome": "outcomes",
    "CommonOutcome": "outcomes",
    "PriorityAction": "priority_actions",
    "NationalIndicator": "indicators",
    "PartnerCategory": "categories",
    "StatutoryPartnerCategory": "categories",
    "Need": "needs",
    "Intervention": "interventions",
    "NationalStatutoryPartner": "organisations",
    "LocalAuthority": "organisations",
    "HealthBoard": "organisations",
    "IntegrationJointBoard": "organisations",
    "ThirdSectorOrganization": "organisations",
    "CommunityJusticePartnership": "partnerships",
    "CouncilArea": "areas",
}
_ALWAYS_CAPITALS: Final = 5
#: Words that name a place or a moment, not what is done there.
_NO_INTERVENTION: Final = frozenset({"prison", "prisons", "jail", "custody", "visit", "visits"})


@dataclass(frozen=True, slots=True)
class Term:
    """A thing of the vocabularies, as far as reading needs it.

    Args:
        iri: Its IRI.
        code: Its notation, or the last part of its IRI.
        label: Its preferred label.
        aliases: Its other labels.
        hidden: Short names that mean it only where a name is expected, as in a column of leads.
        definition: Its definition, or nothing.
        links: IRIs that it points to, by the local name of the property.
    """

    iri: str
    code: str
    label: str
    aliases: tuple[str, ...]
    hidden: tuple[str, ...]
    definition: str
    links: tuple[tuple[str, str], ...]

    def linked(self, name: str) -> tuple[str, ...]:
        """Return the IRIs that this term points to by one property."""
        return tuple(iri for key, iri in self.links if key == name)


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of the national framework that plans are judged by.

    Args:
        iri: Its IRI.
        generation: What plans call it by, such as ``"2023"``.
        first: Its first day in force.
        last: Its last day in force, None where it still is.
        outcomes: Codes of its community justice outcomes, in their order.
        prefix: What its codes begin with, such as ``"ndo-"``.
        common: Whether its outcomes are the common outcomes of the first framework.
    """

    iri: str
    generation: str
    first: date
    last: date | None
    outcomes: tuple[str, ...]
    prefix: str
    common: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All terms that a reading needs."""

    outcomes: tuple[Term, ...]
    priority_actions: tuple[Term, ...]
    indicators: tuple[Term, ...]
    categories: tuple[Term, ...]
    needs: tuple[Term, ...]
    interventions: tuple[Term, ...]
    organisations: tuple[Term, ...]
    partnerships: tuple[Term, ...]
    areas: tuple[Term, ...]
    editions: tuple[Edition, ...] = ()

    def outcome(self, code: str) -> Term | None:
        """Return a community justice outcome by its code, such as ``ndo-3``."""
        return next((term for term in self.outcomes if term.code == code), None)

    def edition(self, generation: str) -> Edition:
        """Return the edition that plans call by a generation; the newest where there is none."""
        named = [edition for edition in self.editions if edition.generation == generation]
        return (named or list(self.editions))[-1]

    def edition_on(self, day: date) -> Edition:
        """Return the edition that is in force on a day, the nearest where none is."""
        begun = [edition for edition in self.editions if edition.first <= day]
        in_force = [edition for edition in begun if edition.last is None or day <= edition.last]
        return (in_force or begun or [self.editions[0]])[-1]


@cache
def vocabulary() -> Vocabulary:
    """Read the packaged vocabularies once.

    Raises:
        FileNotReadable: The packaged vocabularies lack the outcomes.
    """
    folder = resource_folder("ontology") / "vocabularies"
    facts: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for path in sorted(folder.glob("*.ttl")):
        for triple in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            if isinstance(triple.subject, pyoxigraph.NamedNode):
                named = isinstance(triple.object, pyoxigraph.NamedNode)
                value = getattr(triple.object, "value", "")
                facts[triple.subject.value].append((triple.predicate.value, value, named))
    groups: dict[str, list[Term]] = defaultdict(list)
    for iri, pairs in facts.items():
        kinds = {value.removeprefix(CJ) for key, value, _ in pairs if key == RDF + "type"}
        for group in sorted({_GROUPS[kind] for kind in kinds if kind in _GROUPS}):
            groups[group].append(_term(iri, pairs))
    if not groups["outcomes"]:
        raise FileNotReadable(f"There are no community justice outcomes in {folder}.")
    terms = {group: tuple(sorted(groups[group], key=_order)) for group in set(_GROUPS.values())}
    common = {
        iri for iri, pairs in facts.items() if (RDF + "type", CJ + "CommonOutcome", True) in pairs
    }
    return Vocabulary(**terms, editions=_editions(facts, terms["outcomes"], common))


def _editions(
    facts: dict[str, list[tuple[str, str, bool]]], outcomes: tuple[Term, ...], common: set[str]
) -> tuple[Edition, ...]:
    """Editions with community justice outcomes of their own, by their first day."""
    found = []
    for iri, pairs in facts.items():
        values = {key.removeprefix(CJ): value for key, value, _ in pairs if key.startswith(CJ)}
        own = [term for term in outcomes if iri in term.linked("inEdition")]
        if not own or not {"generation", "validFrom"} <= set(values):
            continue
        found.append(
            Edition(
                iri=iri,
                generation=values["generation"],
                first=date.fromisoformat(values["validFrom"]),
                last=date.fromisoformat(values["validTo"]) if "validTo" in values else None,
                outcomes=tuple(term.code for term in own),
                prefix=own[0].code.rpartition("-")[0] + "-",
                common=own[0].iri in common,
            )
        )
    if not found:
        raise FileNotReadable("The packaged vocabularies have no edition with outcomes.")
    return tuple(sorted(found, key=lambda edition: edition.first))


def _term(iri: str, pairs: list[tuple[str, str, bool]]) -> Term:
    def values(*keys: str) -> list[str]:
        return [value for key, value, _ in pairs if key in keys]

    labels = values(SKOS + "prefLabel", RDFS + "label")
    return Term(
        iri=iri,
        code=next(iter(values(SKOS + "notation")), iri.rsplit("/", 1)[-1]),
        label=labels[0] if labels else iri,
        aliases=tuple(values(SKOS + "altLabel")),
        hidden=tuple(values(SKOS + "hiddenLabel")),
        definition=next(iter(values(SKOS + "definition")), ""),
        links=tuple((k.removeprefix(CJ), v) for k, v, named in pairs if named and k.startswith(CJ)),
    )


def _order(term: Term) -> tuple[str, int, str]:
    head, _, tail = term.code.rpartition("-")
    return (head, int(tail), "") if tail.isdigit() else (term.code, 0, "")


def flat(text: str) -> str:
    """Return the words of a text in lower case with single spaces and no punctuation."""
    return " ".join(re.sub(r"[^\w%£]+", " ", text.lower().replace("’", "'")).split())


@cache
def phrase(words: str) -> re.Pattern[str]:
    """Return a pattern that finds a phrase as whole words.

    Short names in capitals, such as ``SDS`` or ``PF``, match only so; others in any case,
    with a plural or a possessive at the end.
    """
    body = r"[\s\-]+".join(re.escape(word) for word in words.split())
    capitals = words.upper() == words and len(words) <= _ALWAYS_CAPITALS
    if not capitals and len(words) > _ALWAYS_CAPITALS - 1 and words[-1] == "s" != words[-2]:
        body = body[:-1]  # the plural is added below
    return re.compile(rf"(?<!\w){body}(?:'?s|s')?(?!\w)", 0 if capitals else re.IGNORECASE)


def mentions(
    text: str, terms: Iterable[Term], *, hidden: bool = False
) -> list[tuple[int, int, Term]]:
    """Find the terms that a text names, by label or alias; a name within a longer one is left out.

    Args:
        text: Any text.
        terms: What to look for.
        hidden: Whether the short names count too.

    Returns:
        Start, end and term, in the order of the text.
    """
    found: list[tuple[int, int, Term]] = []
    low = text.lower()
    for term in terms:
        for name in (term.label, *term.aliases, *(term.hidden if hidden else ())):
            if name[:3].lower() in low:
                found += [(m.start(), m.end(), term) for m in phrase(name).finditer(text)]
    found.sort(key=lambda hit: (hit[0] - hit[1], hit[0]))
    kept: list[tuple[int, int, Term]] = []
    for start, end, term in found:
        if not any(a <= start and end <= b for a, b, _ in kept):
            kept.append((start, end, term))
    return sorted(kept, key=lambda hit: hit[:2])


def spoken_of(text: str, group: Iterable[Term]) -> list[Term]:
    """Return the terms of a group that a text speaks of, each once.

    A word inside a longer name is not spoken of: "work" in "Social Work" or in "unpaid work".
    Nor is a need by a word that means something else there: "partners work together".
    """
    words = vocabulary()
    wanted = {term.iri: term for term in group}
    every = [*wanted.values(), *words.categories, *words.interventions, *words.organisations]
    kinds = {term.iri for term in words.interventions}
    needs = {term.iri for term in words.needs}
    hits = [
        term
        for start, end, term in mentions(text, every)
        if term.iri in wanted
        and not (term.iri in kinds and text[start:end].lower() in _NO_INTERVENTION)
        and not (term.iri in needs and not names_need(text, start, end))
    ]
    return list(dict.fromkeys(hits))
