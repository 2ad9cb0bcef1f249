"""The data that quality checks look at: one named graph a file, and their merge.

Named graphs hold what each file states. The default graph holds all of it together, and
beside it what follows from the model without reasoning over domains and ranges: types by
superclass and the super-properties of our own properties. ``?graph cj:graphKind ?kind``
is added for each graph, so that a check can say whom it is about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from cjgraph.namespaces import CJ, RDF, RDFS, SKOS, compact

if TYPE_CHECKING:
    from ingest.loading import PackagedGraph

_TYPE: Final = ox.NamedNode(RDF + "type")
_KIND: Final = ox.NamedNode(CJ + "graphKind")
_SUB_CLASS: Final = ox.NamedNode(RDFS + "subClassOf")
_SUB_PROPERTY: Final = ox.NamedNode(RDFS + "subPropertyOf")
_NAMES: Final = (ox.NamedNode(SKOS + "prefLabel"), ox.NamedNode(RDFS + "label"))

#: The table of the catalogue that each kind of thing stands in.
_TABLES: Final = {
    "EvidenceReview": "publications.csv",
    "Finding": "findings.csv",
    "Disagreement": "disagreements.csv",
}

#: Longest text that is shown of a value, in characters.
_SHOWN: Final = 80

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class QualityData:
    """All graphs in one store in memory.

    Args:
        graphs: All graphs, since references go from one to another.
    """

    def __init__(self, graphs: Iterable[PackagedGraph]) -> None:
        self.store = ox.Store()
        self._files: dict[str, str] = {}
        triples: list[ox.Triple] = []
        for graph in graphs:
            node = ox.NamedNode(graph.iri)
            self._files[graph.iri] = graph.source.file_name
            self.store.extend(
                ox.Quad(t.subject, t.predicate, t.object, node) for t in graph.triples
            )
            triples += graph.triples
            triples.append(ox.Triple(node, _KIND, ox.Literal(graph.source.kind)))
        self.store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
        self.store.extend(_what_follows(triples))

    def file_of(self, graph: Term | None, subject: Term) -> str:
        """Return the name of the file that a thing stands in.

        Args:
            graph: The graph, or None where a finding belongs to no single one.
            subject: The thing; of the tables of the catalogue it tells which one.
        """
        file = self._files.get(self.text(graph), "") if graph is not None else ""
        if file == "catalogue" and isinstance(subject, ox.NamedNode):
            for kind, table in _TABLES.items():
                if ox.Quad(subject, _TYPE, ox.NamedNode(CJ + kind)) in self.store:
                    return table
        return file

    def name(self, term: Term) -> str:
        """Return what to call a term: its label, its shortened IRI, or its own text.

        Args:
            term: Anything that a check selected.
        """
        if isinstance(term, ox.NamedNode):
            for predicate in _NAMES:
                found = self.store.quads_for_pattern(term, predicate, None, ox.DefaultGraph())
                labels = [q.object.value for q in found if isinstance(q.object, ox.Literal)]
                if any(map(str.strip, labels)):
                    return _shortened(min(filter(str.strip, labels)))
            return compact(term.value)
        return _shortened(self.text(term))

    @staticmethod
    def text(term: Term) -> str:
        """Return a term's own text.

        Args:
            term: Anything that a check selected.
        """
        return str(term) if isinstance(term, ox.Triple) else term.value


def _what_follows(triples: Iterable[ox.Triple]) -> Iterator[ox.Quad]:
    """Yield types by superclass, and super-properties of our own properties."""
    above: dict[ox.NamedNode, dict[Term, set[Term]]] = {
        _SUB_CLASS: defaultdict(set),
        _SUB_PROPERTY: defaultdict(set),
    }
    stated = list(triples)
    for triple in stated:
        if triple.predicate in above:
            above[triple.predicate][triple.subject].add(triple.object)
    classes = {c: _closure(c, above[_SUB_CLASS]) for c in list(above[_SUB_CLASS])}
    properties = {
        p: _closure(p, above[_SUB_PROPERTY])
        for p in list(above[_SUB_PROPERTY])
        if isinstance(p, ox.NamedNode) and p.value.startswith((CJ, SKOS + "topConceptOf"))
    }
    for triple in stated:
        if triple.predicate == _TYPE:
            for kind in classes.get(triple.object, ()):
                if isinstance(kind, ox.NamedNode):
                    yield ox.Quad(triple.subject, _TYPE, kind)
        for predicate in properties.get(triple.predicate, ()):
            if isinstance(predicate, ox.NamedNode):
                yield ox.Quad(triple.subject, predicate, triple.object)


def _closure(start: Term, above: dict[Term, set[Term]]) -> set[Term]:
    found: set[Term] = set()
    waiting = [start]
    while waiting:
        for parent in above.get(waiting.pop(), ()):
            if parent not in found:
                found.add(parent)
                waiting.append(parent)
    return found


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1].rstrip() + "…"
