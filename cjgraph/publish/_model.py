"""The ontology as its readers see it: subjects, terms, and what each term stands next to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from cjgraph.namespaces import CJ, DCTERMS, ONTOLOGY, OWL, RDFS, SKOS, compact
from cjgraph.publish._lists import TYPE, described, list_members, owned

#: OWL types and what they are called here.
_KINDS: Final = {
    OWL + "Class": "class",
    OWL + "ObjectProperty": "object property",
    OWL + "DatatypeProperty": "datatype property",
    OWL + "AnnotationProperty": "annotation property",
}

#: Modules in reading order with their titles; a module that is not named here follows.
_TITLES: Final = {
    "thread": "The golden thread",
    "framework": "Frameworks and guidance",
    "plan": "Plans and what they say",
    "organisation": "Organisations, partners and places",
    "service": "Services, needs and interventions",
    "evidence": "Evidence of what works",
    "register": "The register of plans",
    "record": "Records, imports and checks",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property of the ontology; all references are IRIs.

    Args:
        iri: Its IRI.
        kind: ``class``, ``object property``, ``datatype property`` or ``annotation property``.
        subject: Stem of the file that defines it.
        label: Its name in English.
        definition: What it means.
        notes: Scope notes and examples in words.
        parents: Superclasses or super-properties.
        children: Subclasses or sub-properties, of this ontology.
        domains: What it is said of.
        ranges: What its values are.
        inverses: Properties that say the same the other way round.
        disjoint: Classes that share no member with it.
        sources: Where it comes from.
        domain_of: Properties whose domain it is.
        range_of: Properties whose range it is.
        deprecated: Whether it should no longer be used.
        replaced_by: What to use instead.
    """

    iri: str
    kind: str
    subject: str
    label: str
    definition: str = ""
    notes: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    inverses: tuple[str, ...] = ()
    disjoint: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    domain_of: tuple[str, ...] = ()
    range_of: tuple[str, ...] = ()
    deprecated: bool = False
    replaced_by: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its local name, such as ``Action``."""
        return self.iri.removeprefix(CJ)

    @property
    def is_class(self) -> bool:
        """Whether it is a class, not a property."""
        return self.kind == "class"


@dataclass(frozen=True, slots=True)
class Subject:
    """A part of the ontology, kept in one file.

    Args:
        name: Stem of the file.
        title: Its title for readers.
        terms: Classes first, then properties, each in the order of their labels.
    """

    name: str
    title: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Ontology:
    """The whole ontology.

    Args:
        title: Its title.
        description: What it is for.
        version: Its version, such as ``"0.1.0"``.
        version_iri: The IRI of the version.
        licence: IRI of the licence.
        creators: Who made it.
        created: When, as an ISO date.
        subjects: Its parts in reading order.
        terms: All its terms by IRI.
        borrowed: IRIs of the terms of other vocabularies that it declares.
    """

    title: str
    description: str
    version: str
    version_iri: str
    licence: str
    creators: tuple[str, ...]
    created: str
    subjects: tuple[Subject, ...]
    terms: Mapping[str, Term]
    borrowed: tuple[str, ...]

    def label(self, iri: str) -> str:
        """Return the label of a term, or the short form of an IRI that is not one of ours."""
        return self.terms[iri].label if iri in self.terms else compact(iri)

    def ancestors(self, iri: str) -> set[str]:
        """Return a term's IRI and those of everything above it."""
        found: set[str] = set()
        ahead = [iri]
        while ahead:
            here = ahead.pop()
            if here not in found:
                found.add(here)
                ahead += self.terms[here].parents if here in self.terms else ()
        return found


def read_ontology(modules: Mapping[str, Iterable[ox.Triple]]) -> Ontology:
    """Read the ontology.

    Args:
        modules: File stem to the triples of that file.
    """
    stated = _Stated(modules)
    terms = {iri: stated.term(iri) for iri in sorted(stated.homes)}
    names = [*_TITLES, *sorted({t.subject for t in terms.values()} - set(_TITLES))]
    subjects = []
    for name in names:
        own = [t for t in terms.values() if t.subject == name]
        own.sort(key=lambda t: (not t.is_class, t.label.casefold(), t.iri))
        if own:
            title = _TITLES.get(name) or name.replace("-", " ").capitalize()
            subjects.append(Subject(name, title, tuple(own)))

    def head(predicate: str) -> str:
        return next(iter(stated.texts(ONTOLOGY, predicate)), "")

    return Ontology(
        title=head(DCTERMS + "title"),
        description=head(DCTERMS + "description"),
        version=head(OWL + "versionInfo"),
        version_iri=head(OWL + "versionIRI"),
        licence=head(DCTERMS + "license"),
        creators=stated.texts(ONTOLOGY, DCTERMS + "creator"),
        created=head(DCTERMS + "created"),
        subjects=tuple(subjects),
        terms=terms,
        borrowed=stated.borrowed,
    )


class _Stated:
    """Everything the modules state, both ways round."""

    def __init__(self, modules: Mapping[str, Iterable[ox.Triple]]) -> None:
        self.forward: dict[tuple[str, str], list[str]] = {}
        self.backward: dict[tuple[str, str], list[str]] = {}
        self.homes: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self.disjoint: dict[str, set[str]] = {}
        borrowed = set()
        for module, triples in modules.items():
            listed = list(triples)
            self._find_disjoint(listed)
            for triple in listed:
                if not isinstance(triple.subject, ox.NamedNode) or isinstance(
                    triple.object, ox.BlankNode | ox.Triple
                ):
                    continue
                subject, predicate = triple.subject.value, triple.predicate.value
                value = triple.object.value
                self.forward.setdefault((subject, predicate), []).append(value)
                self.backward.setdefault((value, predicate), []).append(subject)
                if predicate == TYPE and value in _KINDS:
                    if subject.startswith(CJ):
                        self.homes[subject] = module
                        self.kinds[subject] = _KINDS[value]
                    else:
                        borrowed.add(subject)
        self.borrowed = tuple(sorted(borrowed))

    def texts(self, subject: str, predicate: str) -> tuple[str, ...]:
        """Return the values of a property, in order."""
        return tuple(sorted(set(self.forward.get((subject, predicate), ()))))

    def term(self, iri: str) -> Term:
        """Return a term with all that is said of it."""

        def to(*names: str) -> tuple[str, ...]:
            return tuple(sorted({v for n in names for v in self.forward.get((iri, n), ())}))

        def back(*names: str) -> tuple[str, ...]:
            found = {v for n in names for v in self.backward.get((iri, n), ())}
            return tuple(sorted(v for v in found if v.startswith(CJ)))

        above = (RDFS + "subClassOf", RDFS + "subPropertyOf")
        inverses = {*to(OWL + "inverseOf"), *back(OWL + "inverseOf")}
        apart = {*to(OWL + "disjointWith"), *back(OWL + "disjointWith")}
        return Term(
            iri=iri,
            kind=self.kinds[iri],
            subject=self.homes[iri],
            label=next(iter(to(RDFS + "label")), iri.removeprefix(CJ)),
            definition=next(iter(to(SKOS + "definition")), ""),
            notes=to(SKOS + "scopeNote", SKOS + "example"),
            parents=to(*above),
            children=back(*above),
            domains=to(RDFS + "domain"),
            ranges=to(RDFS + "range"),
            inverses=tuple(sorted(inverses)),
            disjoint=tuple(sorted(apart | self.disjoint.get(iri, set()))),
            sources=to(DCTERMS + "source"),
            domain_of=back(RDFS + "domain"),
            range_of=back(RDFS + "range"),
            deprecated="true" in to(OWL + "deprecated"),
            replaced_by=to(DCTERMS + "isReplacedBy"),
        )

    def _find_disjoint(self, triples: list[ox.Triple]) -> None:
        graph = described(triples)
        inside = owned(graph)
        for statements in graph.values():
            for predicate, value in statements:
                if predicate != OWL + "members":
                    continue
                members = {m.value for m in list_members(value, graph, inside) or ()}
                for member in members:
                    self.disjoint.setdefault(member, set()).update(members - {member})
