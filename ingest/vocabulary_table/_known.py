"""What a table may speak of: the terms, labels, classes and properties of the whole graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Final

import pyoxigraph as ox

from cjgraph.namespaces import ACT_2016, CJ, DCTERMS, GEOGRAPHY, ID, OWL, PREFIXES, RDF, RDFS, SKOS
from ingest.vocabulary_table._cells import Value, kind_of
from ingest.vocabulary_table._headings import Headings

#: Prefixes that tables may use: those of queries, places and sections of the Act.
TABLE_PREFIXES: Final[dict[str, str]] = {**PREFIXES, "geo": GEOGRAPHY, "act": ACT_2016 + "/"}

#: The schemes of web addresses: those that the product's own IRIs use.
_WEB_SCHEMES: Final = frozenset(iri.partition(":")[0] for iri in PREFIXES.values())
_TYPE: Final = RDF + "type"
_LABELS: Final = frozenset({SKOS + "prefLabel", RDFS + "label"})
#: Properties that mostly tie terms of one vocabulary: a label there is that of its own term.
_WITHIN: Final = frozenset(
    {SKOS + "broader", SKOS + "narrower", SKOS + "related", DCTERMS + "isReplacedBy"}
)
_PROPERTIES: Final = frozenset(
    OWL + f"{kind}Property" for kind in ("Object", "Datatype", "Annotation")
)


def short(iri: str) -> str:
    """Return an IRI as tables write it.

    >>> short("https://w3id.org/cjgraph/id/need/housing")
    'need/housing'
    """
    if iri.startswith(ID):
        path = iri[len(ID) :]
        return path if "/" in path.strip("/") and ":" not in path else iri
    for prefix, namespace in TABLE_PREFIXES.items():
        rest = iri[len(namespace) :]
        if iri.startswith(namespace) and rest and rest.isascii() and "#" not in rest:
            return f"{prefix}:{rest}"
    return iri


def long(text: str) -> str | None:
    """Return the IRI that a reference in a table stands for.

    Args:
        text: ``need/housing``, ``cj:confirmed`` or a full IRI.

    Returns:
        None where the text is none of these, but perhaps a label.
    """
    if any(sign.isspace() or sign in '<>"{}|\\^`' for sign in text):
        return None
    prefix, colon, rest = text.partition(":")
    if colon and rest.startswith("//"):
        return text
    if colon and prefix in TABLE_PREFIXES:
        return TABLE_PREFIXES[prefix] + rest
    return ID + text if "/" in text.strip("/") and not colon else None


class Known:
    """Everything that is known when a table is read.

    Args:
        graphs: IRI of each named graph to its triples: ontology, vocabularies and what
            else they refer to.
        edited: IRI of the graph that the table describes; its terms are those of the
            table, so only its use of properties counts.
    """

    def __init__(self, graphs: Mapping[str, Iterable[ox.Triple]], edited: str) -> None:
        self.described: dict[str, str] = {}
        self.typed: dict[str, str] = {}  # those that another graph gives a type: its terms
        self.types: defaultdict[str, set[str]] = defaultdict(set)
        self.labels: dict[str, str] = {}
        self.classes: set[str] = {SKOS + "Concept", SKOS + "ConceptScheme"}
        self.links: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._by_label: defaultdict[str, set[str]] = defaultdict(set)
        self._parents: defaultdict[str, set[str]] = defaultdict(set)
        self._mentioned: set[str] = set()
        self._ranges: dict[str, str] = {}
        properties: set[str] = set()
        objects: set[str] = set()
        used: defaultdict[str, set[str]] = defaultdict(set)
        for graph, triples in graphs.items():
            for triple in triples:
                predicate, value = triple.predicate.value, triple.object
                used[predicate].add(kind_of(value))
                if not isinstance(triple.subject, ox.NamedNode):
                    continue
                self._note(graph, edited, triple.subject.value, predicate, value)
                if predicate == _TYPE and isinstance(value, ox.NamedNode):
                    if value.value in _PROPERTIES:
                        properties.add(triple.subject.value)
                    if value.value == OWL + "ObjectProperty":
                        objects.add(triple.subject.value)
        self.headings = Headings(
            {iri: self.labels[iri] for iri in properties if iri in self.labels},
            ranges=self._ranges,
            objects=frozenset(objects),
            used={iri: frozenset(used.get(iri, ())) for iri in {*used, *properties} - {_TYPE}},
        )

    def _note(self, graph: str, edited: str, subject: str, predicate: str, value: Value) -> None:
        if graph != edited:
            self.described[subject] = graph
            if predicate == _TYPE:
                self.typed[subject] = graph
            self.add(subject, predicate, value)
        if isinstance(value, ox.NamedNode):
            if not value.value.startswith((ID, CJ)):
                self._mentioned.add(value.value)
            if predicate == RDFS + "subClassOf":
                self._parents[subject].add(value.value)
            if predicate == RDFS + "range":
                self._ranges[subject] = value.value
            if predicate == _TYPE and value.value == OWL + "Class":
                self.classes.add(subject)
            elif predicate == _TYPE and not value.value.startswith(OWL):
                self.classes.add(value.value)

    def add(self, subject: str, predicate: str, value: Value) -> None:
        """Take in a statement that references may rely on.

        Args:
            subject: IRI of the term.
            predicate: IRI of the property.
            value: What is said.
        """
        if isinstance(value, ox.NamedNode):
            self.links[subject, predicate].add(value.value)
            if predicate == _TYPE:
                self.types[subject].add(value.value)
        elif isinstance(value, ox.Literal) and predicate in _LABELS:
            self.labels.setdefault(subject, value.value)
            self._by_label[_folded(value.value)].add(subject)

    def name(self, iri: str) -> str:
        """Return a term's label, or its short form where it has none."""
        return self.labels.get(iri) or short(iri)

    def is_a(self, classes: Iterable[str], wanted: str) -> bool:
        """Tell whether one of some classes is another or a kind of it."""
        seen: set[str] = set()
        todo = list(classes)
        while todo:
            one = todo.pop()
            if one == wanted:
                return True
            if one not in seen:
                seen.add(one)
                todo += self._parents[one]
        return False

    def term(self, text: str, terms: Mapping[str, object], property_iri: str) -> str:
        """Find the term that a reference stands for.

        Args:
            text: A short form, a full IRI or a label.
            terms: The terms of the table itself.
            property_iri: The property whose value it is; its range tells labels apart.

        Raises:
            ValueError: There is no such term, or a label stands for several; the message
                says so and names what is near.
        """
        iri = long(text)
        if iri is not None and self._exists(iri, terms):
            return self._fitting(iri, text, property_iri)
        found = {i for i in self._by_label[_folded(text)] if i not in self.classes}
        reach = self._ranges.get(property_iri)
        if len(found) > 1 and reach:
            found = {i for i in found if self.is_a(self.types[i], reach)} or found
        if len(found) > 1 and property_iri in _WITHIN:
            found = {i for i in found if i in terms} or found
        if len(found) > 1:
            names = ", ".join(sorted(short(i) for i in found)[:4])
            raise ValueError(f"'{text}' is the label of several terms; write one of {names}")
        if found:
            return self._fitting(found.pop(), text, property_iri)
        raise ValueError(f"there is no term '{text}'{self._near(text, terms)}")

    def class_of(self, text: str) -> str:
        """Find the class that a cell of the column "type" names.

        Raises:
            ValueError: There is no such class; the message names what is near.
        """
        iri = long(text)
        if iri in self.classes:
            return iri
        found = self._by_label[_folded(text)] & self.classes
        if len(found) == 1:
            return found.pop()
        names = [*map(short, self.classes), *(self.labels.get(i, "") for i in self.classes)]
        raise ValueError(f"there is no type '{text}'{nearest(text, names)}")

    def _exists(self, iri: str, terms: Mapping[str, object]) -> bool:
        if iri in terms or iri in self.described or iri in self._mentioned:
            return True
        own = (*TABLE_PREFIXES.values(), ACT_2016)
        return iri.partition("://")[0] in _WEB_SCHEMES and not iri.startswith(own)

    def _fitting(self, iri: str, text: str, property_iri: str) -> str:
        reach = self._ranges.get(property_iri, "")
        types = self.types.get(iri)
        if reach.startswith(CJ) and types and not self.is_a(types, reach):
            kinds = " and ".join(sorted(self.name(t) for t in types))
            raise ValueError(f"'{text}' is of the type {kinds}, but {self.name(reach)} is wanted")
        ox.NamedNode(iri)  # refuses what is no IRI
        return iri

    def _near(self, text: str, terms: Mapping[str, object]) -> str:
        iris = [*self.described, *terms]
        kind = text.partition("/")[0] + "/" if "/" in text else ""
        names = [name for iri in iris if (name := short(iri)).startswith(kind)]
        if not kind:
            names += self.labels.values()
        return nearest(text, names)


def nearest(text: str, names: Iterable[str]) -> str:
    """Return "; did you mean …?" with up to three names near to a text, or nothing."""
    folded = {name.casefold(): name for name in names if name}
    found = get_close_matches(text.casefold(), folded, n=3, cutoff=0.7)
    return f"; did you mean {' or '.join(folded[f] for f in found)}?" if found else ""


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
