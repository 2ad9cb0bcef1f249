"""A report as a SHACL validation report in Turtle.

Standard: W3C Shapes Constraint Language (SHACL), section 3.6.
"""

from __future__ import annotations

from rdflib import RDF, XSD, BNode, Graph, Literal, URIRef

from cjgraph import namespaces
from cjgraph.shacl._findings import Finding
from cjgraph.shacl._report import CheckReport
from cjgraph.shacl._terms import CJ, SH

_SEVERITY = {"violation": SH.Violation, "warning": SH.Warning, "info": SH.Info}


def report_turtle(report: CheckReport) -> str:
    """Write a report as Turtle.

    ``sh:conforms`` says what the report says: that there is no violation. Warnings and
    notes are listed and do not change it.

    Args:
        report: The report.
    """
    graph = Graph()
    for prefix, iri in namespaces.PREFIXES.items():
        graph.bind(prefix, iri)
    root = BNode("report")
    graph.add((root, RDF.type, SH.ValidationReport))
    graph.add((root, SH.conforms, Literal(report.conforms)))
    graph.add((root, CJ.sha256, Literal(report.plan_sha256, datatype=XSD.string)))
    for number, finding in enumerate(report.findings, 1):
        node = BNode(f"result{number}")
        graph.add((root, SH.result, node))
        _add(graph, node, finding)
    return graph.serialize(format="turtle")


def _add(graph: Graph, node: BNode, finding: Finding) -> None:
    graph.add((node, RDF.type, SH.ValidationResult))
    graph.add((node, SH.focusNode, URIRef(finding.focus)))
    graph.add((node, SH.resultSeverity, _SEVERITY[finding.severity]))
    graph.add((node, SH.resultMessage, Literal(finding.message, lang="en")))
    graph.add((node, SH.sourceShape, URIRef(finding.shape)))
    graph.add((node, SH.sourceConstraintComponent, URIRef(finding.component)))
    graph.add((node, CJ.remedy, Literal(finding.remedy, lang="en")))
    graph.add((node, CJ.tier, Literal(finding.tier)))
    graph.add((node, CJ.findingType, Literal(finding.type)))
    if finding.value:
        is_thing = finding.value.startswith(namespaces.ID)
        graph.add((node, SH.value, (URIRef if is_thing else Literal)(finding.value)))
