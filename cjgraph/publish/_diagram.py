"""Draws the core of the ontology: the golden thread, with need, partner and evidence beside it.

The edges are read from the ontology. Steps of the thread are found by themselves; the
edges beside it are named here, since the model has many more than a picture can carry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cjgraph.namespaces import CJ
from cjgraph.publish._model import Ontology, Term
from cjgraph.publish._svg import Box, draw

#: The classes on the thread itself.
_THREAD: Final = (
    "Service",
    "Action",
    "StrategicObjective",
    "LocalOutcome",
    "CommunityJusticeOutcome",
    "PriorityAction",
    "NationalAim",
)
#: The classes beside it: column, the class whose row they share, and rows above that.
_BESIDE: Final = {
    "Need": (1, "Service", -1),
    "Organization": (0, "Service", 0),
    "EvidenceReview": (2, "Service", 0),
    "Finding": (2, "StrategicObjective", 0),
    "Indicator": (2, "CommunityJusticeOutcome", 0),
    "NationalOutcome": (2, "NationalAim", 0),
}
#: The edges beside the thread; the model leaves some of their ends open or wider.
_EDGES_BESIDE: Final = {
    "addressesNeed": ("Service", "Need"),
    "providedBy": ("Service", "Organization"),
    "measuredBy": ("CommunityJusticeOutcome", "Indicator"),
    "concernsNeed": ("Finding", "Need"),
    "bearsOnOutcome": ("Finding", "CommunityJusticeOutcome"),
    "fromPublication": ("Finding", "EvidenceReview"),
}
_JUDGED: Final = ("CommunityJusticeOutcome", "NationalOutcome")


@dataclass(frozen=True, slots=True)
class DiagramEdge:
    """An edge of the picture.

    Args:
        name: Local name of the property or, for a judgement, of its class.
        label: What it is called.
        start: Local name of the class it starts from.
        end: Local name of the class it leads to.
        judged: Whether it rests on the service's judgement, and is drawn dashed.
    """

    name: str
    label: str
    start: str
    end: str
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Diagram:
    """The picture, and the same in words.

    Args:
        svg: The picture.
        edges: Its edges, from the top of the thread down.
        sentences: One sentence an edge.
    """

    svg: bytes
    edges: tuple[DiagramEdge, ...]
    sentences: tuple[str, ...]


def core_diagram(ontology: Ontology) -> Diagram:
    """Draw the core of the ontology.

    Args:
        ontology: The ontology; classes that it lacks are left out.
    """
    edges = _thread_edges(ontology) + _edges_beside(ontology)
    rows = _rows(edges)
    boxes = []
    for name in (*_THREAD, *_BESIDE):
        term = ontology.terms.get(CJ + name)
        if term is None:
            continue
        column, beside, above = _BESIDE.get(name, (1, name, 0))
        row = rows.get(beside, 0) + above
        boxes.append(Box(name, term.label, column, row, name in _THREAD, name == _JUDGED[1]))
    places = {box.name: box for box in boxes}
    edges = [e for e in edges if e.start in places and e.end in places]
    edges.sort(key=lambda e: (-places[e.end].row, -places[e.start].row, e.start, e.name))
    sentences = tuple(_sentence(edge, places) for edge in edges)
    svg = draw(
        boxes,
        [(e.start, e.end, e.label, e.judged) for e in edges],
        title="The core of the ontology: the golden thread",
        description=" ".join(sentences),
    )
    return Diagram(svg, tuple(edges), sentences)


def _thread_edges(ontology: Ontology) -> list[DiagramEdge]:
    """Return every step below ``cj:contributesTo`` that joins two classes of the picture."""
    shown = {*_THREAD, *_BESIDE}
    found = []
    for term in ontology.terms.values():
        if CJ + "contributesTo" not in ontology.ancestors(term.iri) or term.deprecated:
            continue
        for start in _names(term.domains) & shown:
            for end in _names(term.ranges) & shown:
                found.append(DiagramEdge(term.name, term.label, start, end))
    return found


def _edges_beside(ontology: Ontology) -> list[DiagramEdge]:
    found = []
    for name, (start, end) in _EDGES_BESIDE.items():
        term = ontology.terms.get(CJ + name)
        if term is not None and _fits(ontology, term, start, end):
            found.append(DiagramEdge(name, term.label, start, end))
    judgement = ontology.terms.get(CJ + "ServiceJudgement")
    if judgement is not None:
        found.append(DiagramEdge(judgement.name, judgement.label, *_JUDGED, judged=True))
    return found


def _fits(ontology: Ontology, term: Term, start: str, end: str) -> bool:
    """Return whether the model lets a property join two classes."""
    return all(
        not allowed or set(allowed) & ontology.ancestors(CJ + name)
        for allowed, name in ((term.domains, start), (term.ranges, end))
    )


def _rows(edges: list[DiagramEdge]) -> dict[str, int]:
    """Return the row of each class of the thread: the longest way to it from below."""
    below: dict[str, set[str]] = {}
    for edge in edges:
        if edge.start in _THREAD and edge.end in _THREAD:
            below.setdefault(edge.end, set()).add(edge.start)

    def row(name: str, seen: frozenset[str]) -> int:
        ways = below.get(name, set()) - seen
        return 1 + max((row(n, seen | {name}) for n in ways), default=-1)

    return {name: row(name, frozenset()) for name in _THREAD}


def _names(iris: tuple[str, ...]) -> set[str]:
    return {iri.removeprefix(CJ) for iri in iris}


def _sentence(edge: DiagramEdge, places: dict[str, Box]) -> str:
    start, end = places[edge.start].label, places[edge.end].label
    if edge.judged:
        return f"{start.capitalize()} to {end}: {edge.label}, drawn dashed."
    return f"{start.capitalize()} to {end}: {edge.label}."
