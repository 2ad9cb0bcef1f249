"""What is known of the golden thread: things, steps between them, and what hangs on them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import networkx as nx

from cjgraph.errors import UnknownThing
from cjgraph.namespaces import ID, PREFIXES
from cjgraph.thread._facts import Facts

#: Longest name that is looked at for suggestions, and shown back.
_LONGEST_NAME = 100

#: Most names that are compared for likeness, so that an unknown name is answered at once.
_MOST_NAMES = 20_000

#: Kinds that stand on a thread or hang on it: a name that several things bear means these first.
_ON_THREAD = frozenset(
    "Action StrategicObjective LocalOutcome CommonOutcome NationallyDeterminedOutcome"
    " PriorityAction NationalAim NationalOutcome Service Intervention Need".split()
)


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
        design: Level of the design of the study, such as ``"Maryland level 4"``, or None.
        certainty: Certainty that the source gives, or None.
    """

    iri: str
    publication: str
    text: str
    stance: str
    strength: str | None
    caveat: str | None
    place: str | None
    design: str | None = None
    certainty: str | None = None


@dataclass(frozen=True, slots=True)
class Mapped:
    """How an item of an older framework answers to one of a newer.

    Args:
        source: IRI of the older item.
        target: IRI of the newer item.
        kind: Local name of the SKOS match.
        confidence: How sure it is, from 0 to 1.
        reason: Why.
    """

    source: str
    target: str
    kind: str
    confidence: float
    reason: str


@dataclass
class ThreadGraph:
    """All threads of a snapshot; keep it for as long as the snapshot is current.

    Args:
        facts: Statements by property, for answers that need more than steps.
        included: What was added to the national data.
        nodes: IRI to node.
        up: For a thing, what it contributes to and by which kind of step.
        down: For a thing, what contributes to it and by which kind of step.
        attached: For a thing, the interventions and needs that hang on it.
        evidence: For an intervention or a national outcome, the findings about it.
        aliases: Another name in lower case, and the IRIs of what bears it.
        mappings: How older framework items answer to newer ones.
    """

    facts: Facts
    included: frozenset[str] = frozenset()
    nodes: dict[str, Node] = field(default_factory=dict)
    up: dict[str, list[tuple[str, Edge]]] = field(default_factory=dict)
    down: dict[str, list[tuple[str, Edge]]] = field(default_factory=dict)
    attached: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    evidence: dict[str, list[Evidence]] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    mappings: list[Mapped] = field(default_factory=list)
    kept: dict[str, object] = field(default_factory=dict, repr=False)

    def add_step(self, source: str, target: str, edge: Edge) -> None:
        """Add a step from a contributor to what it contributes to.

        Args:
            source: IRI of the contributor.
            target: IRI of what it contributes to.
            edge: The kind of step.
        """
        steps = self.up.setdefault(source, [])
        if (target, edge) not in steps:
            steps.append((target, edge))
            self.down.setdefault(target, []).append((source, edge))

    @cached_property
    def steps(self) -> nx.MultiDiGraph[str]:
        """Every step as a graph of networkx; made when it is first asked for."""
        whole: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        whole.add_nodes_from(self.nodes)
        for source, steps in self.up.items():
            for target, edge in steps:
                whole.add_edge(source, target, key=edge.property, edge=edge)
        return whole

    @cached_property
    def of_kind(self) -> Mapping[str, tuple[str, ...]]:
        """The IRIs of each kind, in order."""
        found: dict[str, list[str]] = {}
        for node in self.nodes.values():
            found.setdefault(node.kind, []).append(node.iri)
        return {kind: tuple(sorted(iris)) for kind, iris in found.items()}

    @cached_property
    def _named(self) -> Mapping[str, tuple[str, ...]]:
        """Codes and labels in lower case, and what bears them."""
        found: dict[str, list[str]] = {}
        for node in self.nodes.values():
            for name in {node.label.casefold(), (node.notation or node.label).casefold()}:
                found.setdefault(name, []).append(node.iri)
        return {name: tuple(iris) for name, iris in found.items()}

    def label(self, iri: str) -> str:
        """Return the name of a thing, or the end of its IRI where nothing names it.

        Args:
            iri: Any IRI.
        """
        node = self.nodes.get(iri)
        return node.label if node else iri.removeprefix(ID)

    def code(self, iri: str) -> str:
        """Return the code of a thing, or its name where it has none.

        Args:
            iri: Any IRI.
        """
        node = self.nodes.get(iri)
        return (node.notation or node.label) if node else iri.removeprefix(ID)

    def find(self, name: str) -> Node:
        """Find a thing by IRI, prefixed name, path below ``id/``, code or exact words.

        Args:
            name: Such as ``"ndo-3"``, ``"outcome/ndo-3"``, an IRI, or an action's words.

        Raises:
            UnknownThing: Nothing of that name is known; near names are suggested.
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
        named = [self.nodes[iri] for iri in self._named.get(folded, ())]
        named = named or [self.nodes[iri] for iri in self.aliases.get(folded, ())]
        on_thread = [node for node in named if node.kind in _ON_THREAD]
        named = on_thread or named
        if len(named) == 1:
            return named[0]
        short = name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "..."
        if named:
            raise UnknownThing(
                f"Several things are called '{short}'.", hint="Say which: " + _listed(named[:8])
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
        near = sorted(holding, key=len)[:3] or difflib.get_close_matches(
            folded[:_LONGEST_NAME], list(names)[:_MOST_NAMES], n=3, cutoff=0.7
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
