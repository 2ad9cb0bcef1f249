"""Reads everything that threads are made of from a snapshot, in a few queries."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

import networkx as nx

from cjgraph.errors import UnknownThing
from cjgraph.namespaces import CJ, ID, PREFIXES
from cjgraph.store import Snapshot

_EDGES = """
SELECT DISTINCT ?from ?property ?to WHERE {
  ?property rdfs:subPropertyOf+ cj:contributesTo .
  ?from ?property ?to .
}"""

_JUDGEMENTS = """
SELECT ?from ?to ?reason ?confidence WHERE {
  ?judgement a cj:ServiceJudgement ; cj:judgedSubject ?from ; cj:judgedObject ?to ;
             cj:reason ?reason ; cj:confidence ?confidence .
}"""

#: What hangs on the thread without being a step of it.
_ATTACHED = """
SELECT DISTINCT ?from ?property ?to WHERE {
  VALUES ?property { cj:usesIntervention cj:addressesNeed }
  ?from ?property ?to .
}"""

_EVIDENCE = """
SELECT ?finding ?topic ?text ?stance ?label ?caveat ?place ?publication WHERE {
  ?finding a cj:Finding ; cj:fromPublication/rdfs:label ?publication ; cj:text ?text ;
           cj:stance/skos:prefLabel ?stance ; cj:concernsIntervention|cj:bearsOnOutcome ?topic .
  OPTIONAL { ?finding cj:ownLabel ?label }
  OPTIONAL { ?finding cj:caveat ?caveat }
  OPTIONAL { ?finding cj:sourceLocator ?place }
}"""

_ALIASES = """
SELECT DISTINCT ?node ?alias WHERE {
  { ?node a cj:FrameworkItem } UNION { ?node a cj:Intervention } UNION { ?node a cj:Need }
  ?node skos:altLabel ?alias .
}"""

_NODES = """
SELECT ?node ?label ?notation ?kind ?quote ?place ?wording ?plan ?invented WHERE {
  { SELECT DISTINCT ?node WHERE {
      { ?node cj:contributesTo ?other } UNION { ?other cj:contributesTo ?node }
      UNION { ?other cj:usesIntervention|cj:addressesNeed ?node }
      UNION { ?j cj:judgedObject ?node } } }
  OPTIONAL { ?node skos:prefLabel ?preferred }
  OPTIONAL { ?node cj:text ?text }
  OPTIONAL { ?node rdfs:label ?any }
  BIND(COALESCE(?preferred, ?text, ?any) AS ?label)
  OPTIONAL { ?node skos:notation ?notation }
  OPTIONAL { ?node a ?kind . ?kind a owl:Class .
             FILTER(STRSTARTS(STR(?kind), STR(cj:)))
             FILTER NOT EXISTS { ?node a ?sub . ?sub rdfs:subClassOf+ ?kind .
                                 FILTER(?sub != ?kind) } }
  OPTIONAL { ?node cj:hasLocator ?locator . ?locator oa:exact ?quote .
             OPTIONAL { ?locator cj:sourceLocator ?place } }
  OPTIONAL { ?node cj:wordingStatus ?wording }
  OPTIONAL { ?node cj:ofPlan ?of . ?of rdfs:label ?plan .
             OPTIONAL { ?of cj:isInvented ?invented } }
}"""


#: Longest name that is looked at for suggestions, and shown back.
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Node:
    """A thing on the thread.

    Args:
        iri: Its IRI.
        label: Its words, or its name.
        kind: Its class in plain words' local name, such as ``"LocalOutcome"``.
        notation: Its code, such as ``"ndo-3"``, or None.
        quote: The words of the plan, or None.
        place: Where in the plan they stand, or None.
        plan: The plan it belongs to, or None.
        invented: Whether the plan is an invented example.
        unconfirmed: Whether its wording has not been confirmed.
    """

    iri: str
    label: str
    kind: str
    notation: str | None = None
    quote: str | None = None
    place: str | None = None
    plan: str | None = None
    invented: bool = False
    unconfirmed: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """A step of the thread.

    Args:
        property: Local name of the property, or ``"judgedToServe"``.
        judged: Whether the step is only this service's judgement.
        reason: Why it was judged so, or None.
        confidence: How sure the service is, or None.
    """

    property: str
    judged: bool = False
    reason: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A finding as it hangs on a thread.

    Args:
        iri: IRI of the finding.
        publication: Title of the publication.
        text: The finding in our own words.
        stance: Its effect on the intervention.
        strength: The source's own words for its strength, or None.
        caveat: A limit that anyone who uses it should know, or None.
        place: Where in the publication it stands, or None.
    """

    iri: str
    publication: str
    text: str
    stance: str
    strength: str | None
    caveat: str | None
    place: str | None


@dataclass(slots=True)
class ThreadGraph:
    """All threads of a snapshot.

    Args:
        nodes: IRI to node.
        steps: Edges from contributor to what it contributes to.
        attached: For a thing, the interventions and needs that hang on it.
        evidence: For an intervention or a national outcome, the findings about it.
        aliases: Another name in lower case, and the IRIs of what bears it.
    """

    nodes: dict[str, Node]
    steps: nx.MultiDiGraph[str]
    attached: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    evidence: dict[str, list[Evidence]] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=dict)

    def find(self, name: str) -> Node:
        """Find a thing by IRI, prefixed name, path below ``id/``, code or exact words.

        Args:
            name: Such as ``"ndo-3"``, ``"outcome/ndo-3"``, an IRI, or an action's words.

        Raises:
            UnknownThing: Nothing of that name is on any thread; near names are suggested.
        """
        wanted = name.strip().strip("<>")
        prefix, colon, local = wanted.partition(":")
        for iri in (
            wanted,
            ID + wanted.strip("/"),
            PREFIXES[prefix] + local if colon and prefix in PREFIXES else "",
        ):
            if iri in self.nodes:
                return self.nodes[iri]
        folded = wanted.casefold()
        named = [
            node
            for node in self.nodes.values()
            if folded in ((node.notation or "").casefold(), node.label.casefold())
        ]
        named = named or [self.nodes[iri] for iri in self.aliases.get(folded, ())]
        if len(named) == 1:
            return named[0]
        short = name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "..."
        if named:
            raise UnknownThing(
                f"Several things are called '{short}'.", hint="Say which: " + _listed(named)
            )
        raise UnknownThing(
            f"Nothing on any golden thread is called '{short}'.", hint=self._near(folded)
        )

    def _near(self, folded: str) -> str:
        """Suggest names: those that hold the words, else those that are spelled alike."""
        names: dict[str, list[Node]] = {}
        for node in self.nodes.values():
            for key in (node.label, node.notation or "", node.iri.removeprefix(ID)):
                names.setdefault(key.casefold(), []).append(node)
        for alias, iris in self.aliases.items():
            names.setdefault(alias, []).extend(self.nodes[iri] for iri in iris)
        holding = [key for key in names if key and folded and folded in key]
        near = holding[:3] or difflib.get_close_matches(
            folded[:_LONGEST_NAME], list(names), n=3, cutoff=0.7
        )
        found = list(dict.fromkeys(node for key in near for node in names[key]))[:3]
        if found:
            return "Did you mean " + _listed(found) + "?"
        return (
            "Give a code such as 'ndo-3', an IRI, or exact words; what belongs to the examples"
            " is found with --include examples (include=examples over HTTP)."
        )


def _listed(nodes: Iterable[Node]) -> str:
    return ", ".join(f"'{node.label}' ({node.iri.removeprefix(ID)})" for node in nodes)


def read_thread_graph(snapshot: Snapshot, *, include: frozenset[str] = frozenset()) -> ThreadGraph:
    """Read all threads of a snapshot.

    Args:
        snapshot: An opened snapshot.
        include: ``"examples"`` and ``"synthetic"``, to add them.
    """
    nodes: dict[str, Node] = {}
    for row in snapshot.rows(_NODES, include=include):
        iri = row["node"]
        if iri in nodes:
            continue
        nodes[iri] = Node(
            iri=iri,
            label=row.get("label", iri.removeprefix(ID)),
            kind=row.get("kind", "").removeprefix(CJ),
            notation=row.get("notation"),
            quote=row.get("quote"),
            place=row.get("place"),
            plan=row.get("plan"),
            invented=row.get("invented") == "true",
            unconfirmed=row.get("wording") == CJ + "unconfirmed",
        )
    steps: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    steps.add_nodes_from(nodes)
    for row in snapshot.rows(_EDGES, include=include):
        edge = Edge(row["property"].removeprefix(CJ))
        steps.add_edge(row["from"], row["to"], key=edge.property, edge=edge)
    for row in snapshot.rows(_JUDGEMENTS, include=include):
        edge = Edge("judgedToServe", True, row["reason"], float(row["confidence"]))
        steps.add_edge(row["from"], row["to"], key=edge.property, edge=edge)
    found = ThreadGraph(nodes=nodes, steps=steps)
    for row in snapshot.rows(_ALIASES, include=include):
        if row["node"] in nodes:
            found.aliases.setdefault(row["alias"].casefold(), []).append(row["node"])
    for row in snapshot.rows(_ATTACHED, include=include):
        found.attached.setdefault(row["from"], []).append(
            (row["property"].removeprefix(CJ), row["to"])
        )
    for row in snapshot.rows(_EVIDENCE, include=include):
        found.evidence.setdefault(row["topic"], []).append(
            Evidence(
                iri=row["finding"],
                publication=row["publication"],
                text=row["text"],
                stance=row["stance"],
                strength=row.get("label"),
                caveat=row.get("caveat"),
                place=row.get("place"),
            )
        )
    return found
