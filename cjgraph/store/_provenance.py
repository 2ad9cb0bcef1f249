"""What is written down about every import: who, when, from which file, with what software.

Source: PROV-O, W3C Recommendation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import pyoxigraph as ox

from cjgraph.namespaces import CJ, DCTERMS, PROV, RDF, RDFS, XSD, slug, thing

_TYPE = ox.NamedNode(RDF + "type")
_LABEL = ox.NamedNode(RDFS + "label")
_SOURCE = ox.NamedNode(DCTERMS + "source")


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import of one named graph.

    Args:
        graph: IRI of the graph.
        kind: What the graph holds.
        title: The graph's name for people.
        graph_sha256: Hash of its triples in canonical form.
        file_name: Name of the file it was read from, without its folder.
        file_sha256: Hash of that file.
        agent: Who imported it, as they call themselves.
        software: Name and version of the software.
        started: When the import began.
        ended: When it was done.
        edited_here: Whether people of this installation edited what came with the product.
    """

    graph: str
    kind: str
    title: str
    graph_sha256: str
    file_name: str
    file_sha256: str
    agent: str
    software: str
    started: datetime
    ended: datetime
    edited_here: bool = False

    @property
    def activity(self) -> ox.NamedNode:
        """IRI of the act of importing."""
        stamp = self.started.strftime("%Y%m%dT%H%M%S%f")
        return ox.NamedNode(thing("import", f"{stamp}-{self.graph_sha256[:12]}"))

    def triples(self) -> Iterator[ox.Triple]:
        """Yield the record as PROV-O."""
        graph, activity = ox.NamedNode(self.graph), self.activity
        file = ox.NamedNode(thing("file", self.file_sha256))
        agent = ox.NamedNode(thing("agent", slug(self.agent)))
        software = ox.NamedNode(thing("software", slug(self.software)))
        yield from self._described(graph, "GraphRecord", f"Graph: {self.title}", file)
        yield ox.Triple(graph, ox.NamedNode(DCTERMS + "title"), ox.Literal(self.title))
        yield ox.Triple(graph, _cj("graphKind"), ox.Literal(self.kind))
        yield ox.Triple(graph, _cj("isCurrent"), ox.Literal(True))
        if self.edited_here:
            yield ox.Triple(graph, _cj("editedHere"), ox.Literal(True))
        yield ox.Triple(graph, _cj("sha256"), ox.Literal(self.graph_sha256))
        yield ox.Triple(graph, _prov("wasGeneratedBy"), activity)
        yield ox.Triple(graph, _prov("wasDerivedFrom"), file)
        yield from self._described(activity, "Import", f"Import of {self.title}", file)
        yield ox.Triple(activity, _prov("generated"), graph)
        yield ox.Triple(activity, _prov("used"), file)
        yield ox.Triple(activity, _prov("wasAssociatedWith"), agent)
        yield ox.Triple(activity, _prov("wasAssociatedWith"), software)
        yield ox.Triple(activity, _prov("startedAtTime"), _time(self.started))
        yield ox.Triple(activity, _prov("endedAtTime"), _time(self.ended))
        yield ox.Triple(activity, _cj("softwareVersion"), ox.Literal(self.software))
        yield from self._described(file, "ImportedFile", self.file_name, file)
        yield ox.Triple(file, _cj("sha256"), ox.Literal(self.file_sha256))
        yield ox.Triple(agent, _TYPE, _prov("Agent"))
        yield ox.Triple(agent, _LABEL, ox.Literal(self.agent))
        yield ox.Triple(agent, _SOURCE, activity)
        yield ox.Triple(software, _TYPE, _prov("SoftwareAgent"))
        yield ox.Triple(software, _LABEL, ox.Literal(self.software))
        yield ox.Triple(software, _SOURCE, activity)

    @staticmethod
    def _described(
        node: ox.NamedNode, kind: str, label: str, source: ox.NamedNode
    ) -> Iterator[ox.Triple]:
        yield ox.Triple(node, _TYPE, _cj(kind))
        yield ox.Triple(node, _LABEL, ox.Literal(label))
        yield ox.Triple(node, _SOURCE, source)


def _cj(name: str) -> ox.NamedNode:
    return ox.NamedNode(CJ + name)


def _prov(name: str) -> ox.NamedNode:
    return ox.NamedNode(PROV + name)


def _time(moment: datetime) -> ox.Literal:
    return ox.Literal(moment.isoformat(), datatype=ox.NamedNode(XSD + "dateTime"))
