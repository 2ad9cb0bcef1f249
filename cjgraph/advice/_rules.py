"""What the rules say about the help that their findings offer."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import Literal, URIRef

from cjgraph.namespaces import CJ, DCTERMS
from cjgraph.shacl import Rules


@dataclass(frozen=True, slots=True)
class RuleAdvice:
    """What one rule offers.

    Args:
        iri: IRI of the rule.
        evidence: Whether evidence helps to mend what it finds.
        example: IRI of the kind of thing that other plans show as an example; empty for none.
        checklist: Whether examples are what other plans say on the same checklist item.
        source: IRI of the document or section that the rule comes from.
        place: Where in that document; empty where the rule does not say.
    """

    iri: str
    evidence: bool
    example: str
    checklist: bool
    source: str
    place: str


def rule_advice(rules: Rules) -> dict[str, RuleAdvice]:
    """Return what each rule offers, by the IRI of the rule.

    Args:
        rules: Loaded rules.
    """
    graph = rules.plan_shapes
    found = {}
    for iri, rule in rules.rules.items():
        node = URIRef(iri)
        example, source, place = (
            str(graph.value(node, URIRef(name)) or "")
            for name in (CJ + "showsExample", DCTERMS + "source", CJ + "sourceLocator")
        )
        found[iri] = RuleAdvice(
            iri=iri,
            evidence=(node, URIRef(CJ + "offersEvidence"), Literal(True)) in graph,
            example=example,
            checklist=rule.tier == "checklist",
            source=source,
            place=place,
        )
    return found
