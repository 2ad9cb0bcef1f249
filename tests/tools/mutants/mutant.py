"""A mutant of a graph: one fault, what has to be told of it, and what may follow from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from cjgraph.namespaces import CJ, thing
from tests.tools.mutants.expectation import ANY, Wanted
from tests.tools.mutants.plans import InventedPlan


@dataclass(frozen=True)
class GraphMutant:
    """One fault in the graph of one plan."""

    name: str
    plan: str
    wanted: tuple[Wanted, ...]
    allowed: tuple[Wanted, ...]
    spoil: Callable[[PlanGraph], None]
    today: date | None = None

    @property
    def counted(self) -> str:
        """Return the type of finding that the mutant is counted under."""
        return self.wanted[0].type if self.wanted else "nothing"


class PlanGraph:
    """The graph of a plan with short ways to change it."""

    def __init__(self, graph: Graph, plan: InventedPlan) -> None:
        self.graph = graph
        self.iri = next(graph.subjects(RDF.type, self.cj("CJOIP")))
        self.plan = plan

    @staticmethod
    def cj(name: str) -> URIRef:
        """Return a term of the ontology."""
        return URIRef(CJ + name)

    def node(self, path: str) -> URIRef:
        """Return a thing of the plan, such as ``action/a1.1.1``."""
        return URIRef(f"{self.iri}/{path}")

    def item(self, local_id: str) -> URIRef:
        """Return an outcome, objective or action by its id."""
        kind = {"o": "outcome", "s": "objective", "a": "action"}[local_id[0]]
        return self.node(f"{kind}/{local_id}")

    def drop(self, subject: Node, *names: str) -> None:
        """Take out what a thing says by some properties."""
        for name in names:
            self.graph.remove((subject, self.cj(name), None))

    def put(self, subject: Node, name: str, value: Node) -> None:
        """Say one thing by a property, in place of what was said."""
        self.graph.set((subject, self.cj(name), value))

    def add(self, subject: Node, name: str, value: Node) -> None:
        """Say one thing more by a property."""
        self.graph.add((subject, self.cj(name), value))

    def text(self, subject: Node, words: str) -> None:
        """Give a thing other words."""
        self.put(subject, "text", Literal(words))

    def day(self, subject: Node, name: str, when: date) -> None:
        """Give a thing a date."""
        self.put(subject, name, Literal(when.isoformat(), datatype=XSD.date))

    def delete(self, subject: Node) -> None:
        """Take a thing out, with all that leads to it."""
        self.graph.remove((subject, None, None))
        self.graph.remove((None, None, subject))

    def delete_action(self, local_id: str) -> None:
        """Take an action out, its leads with it."""
        for lead in list(self.graph.objects(self.item(local_id), self.cj("hasLead"))):
            self.delete(lead)
        self.delete(self.item(local_id))

    def drop_leads(self, local_id: str) -> None:
        """Take out who leads an action."""
        node = self.item(local_id)
        for lead in list(self.graph.objects(node, self.cj("hasLead"))):
            self.delete(lead)
        self.drop(node, "leadAsWritten", "leadCategory", "ledBy", "hasLead")

    def lead(self, local_id: str, words: str, category: str) -> None:
        """Give an action another lead."""
        self.drop_leads(local_id)
        node = self.item(local_id)
        code = URIRef(thing("partner-category", category.replace("_", "-")))
        named = URIRef(f"{node}/lead/1")
        self.add(node, "leadAsWritten", Literal(words))
        self.add(node, "leadCategory", code)
        self.add(node, "hasLead", named)
        self.graph.add((named, RDF.type, self.cj("PartnerMention")))
        self.add(named, "text", Literal(words))
        self.add(named, "ofPlan", self.iri)
        self.add(named, "mentionsCategory", code)


def may(*types: str) -> tuple[Wanted, ...]:
    """Return findings of these types, wherever they are, as fair consequences."""
    return tuple(Wanted(t, ANY) for t in types)


def national(code: str) -> URIRef:
    """Return a national outcome by its code."""
    return URIRef(thing("outcome", code))


#: What follows where something loses its last action.
UNSERVED = may(
    "outcome_without_action",
    "local_outcome_without_action",
    "objective_without_action",
    "no_action",
    "need_without_service",
    "statutory_partner_absent",
)
