"""A report as a SHACL validation report in Turtle.

Standard: W3C Shapes Constraint Language (SHACL), section 3.6.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pyoxigraph as ox

from cjgraph import namespaces
from cjgraph.namespaces import CJ, DCTERMS, OWL, PROV, RDF, SH, XSD
from cjgraph.shacl._findings import Finding
from cjgraph.shacl._report import CheckReport

_SEVERITY = {"violation": SH + "Violation", "warning": SH + "Warning", "info": SH + "Info"}
_WEB = ("http://", "https://", "urn:")
_Node = ox.NamedNode | ox.BlankNode | ox.Literal


def report_turtle(report: CheckReport) -> str:
    """Write a report as Turtle.

    ``sh:conforms`` says what the report says: that there is no violation. Warnings and
    notes are listed and do not change it. Report and results have addresses that follow
    from plan, rules, profile and day, so the same check gives the same file.

    Args:
        report: The report.
    """
    content = ox.serialize(
        (ox.Triple(*triple) for triple in _triples(report)),
        format=ox.RdfFormat.TURTLE,
        prefixes=namespaces.PREFIXES,
    )
    assert content is not None  # noqa: S101 - bytes are returned where no file is given
    return content.decode("utf-8")


def _triples(
    report: CheckReport,
) -> Iterator[tuple[ox.NamedNode | ox.BlankNode, ox.NamedNode, _Node]]:
    root = _address(report)
    results = [ox.NamedNode(f"{root}/{n}") for n in range(1, len(report.findings) + 1)]
    for subject, predicate, value in _basis(report, root):
        yield ox.NamedNode(subject), ox.NamedNode(predicate), value
    for node in results:
        yield ox.NamedNode(root), ox.NamedNode(SH + "result"), node
    for node, finding in zip(results, report.findings, strict=True):
        for predicate, value in _result(finding):
            yield node, ox.NamedNode(predicate), value


def _address(report: CheckReport) -> str:
    told = (
        report.plan_sha256,
        report.rules_sha256,
        report.profile,
        report.checked_on,
        report.software,
    )
    digest = hashlib.sha256("\n".join(told).encode()).hexdigest()
    return namespaces.thing("check", digest[:32])


def _basis(report: CheckReport, root: str) -> Iterator[tuple[str, str, _Node]]:
    """What the verdict is and what it rests on, so that it can be repeated."""
    plan, rules = f"{root}/plan", f"{root}/rules"
    for node, digest in ((plan, report.plan_sha256), (rules, report.rules_sha256)):
        yield node, RDF + "type", ox.NamedNode(PROV + "Entity")
        yield node, CJ + "sha256", ox.Literal(digest)
    yield rules, OWL + "versionInfo", ox.Literal(report.rules_version)
    yield rules, DCTERMS + "isVersionOf", ox.NamedNode(namespaces.SHAPES.rstrip("#"))
    yield root, RDF + "type", ox.NamedNode(SH + "ValidationReport")
    yield root, SH + "conforms", ox.Literal(report.conforms)
    yield root, DCTERMS + "title", ox.Literal(report.title)
    yield root, CJ + "sha256", ox.Literal(report.plan_sha256)
    yield root, CJ + "softwareVersion", ox.Literal(report.software)
    yield root, CJ + "checkProfile", ox.Literal(report.profile)
    if report.checked_on:
        day = ox.Literal(report.checked_on, datatype=ox.NamedNode(XSD + "date"))
        yield root, DCTERMS + "date", day
    for node in (plan, rules, report.basis.edition_iri):
        if node.startswith(_WEB):
            yield root, PROV + "used", ox.NamedNode(node)


def _result(finding: Finding) -> Iterator[tuple[str, _Node]]:
    yield RDF + "type", ox.NamedNode(SH + "ValidationResult")
    yield SH + "focusNode", _focus(finding.focus)
    yield SH + "resultSeverity", ox.NamedNode(_SEVERITY[finding.severity])
    yield SH + "resultMessage", ox.Literal(finding.message, language="en")
    yield SH + "sourceShape", ox.NamedNode(finding.shape)
    yield SH + "sourceConstraintComponent", ox.NamedNode(finding.component)
    yield CJ + "remedy", ox.Literal(finding.remedy, language="en")
    yield CJ + "tier", ox.Literal(finding.tier)
    yield CJ + "findingType", ox.Literal(finding.type)
    if finding.value:
        yield SH + "value", _value(finding.value)


def _focus(focus: str) -> ox.NamedNode | ox.BlankNode:
    """The thing that was checked; one without an address of its own stays without."""
    if ":" in focus:
        try:
            return ox.NamedNode(focus)
        except ValueError:
            pass
    return ox.BlankNode(f"focus{hashlib.sha256(focus.encode()).hexdigest()[:16]}")


def _value(value: str) -> ox.NamedNode | ox.Literal:
    if value.startswith(_WEB):
        try:
            return ox.NamedNode(value)
        except ValueError:
            pass
    return ox.Literal(value)
