"""Checks vocabularies and reference data: labels, sources, schemes, dates."""

from __future__ import annotations

from rdflib import Graph

from cjgraph.shacl import _engine
from cjgraph.shacl._findings import Finding
from cjgraph.shacl._rules import Rules, load_rules
from cjgraph.shacl._wording import Wording


def check_vocabularies(graph: Graph, *, rules: Rules | None = None) -> list[Finding]:
    """Check that everything with a type has a label and a source, and concepts a scheme.

    Args:
        graph: Vocabularies and reference data.
        rules: Rules other than the packaged ones.

    Raises:
        SyntaxFault: The data hold rules.
    """
    rules = rules or load_rules()
    data = _engine.plain_copy(graph)
    wording = Wording(data)
    findings = []
    for result in _engine.run(data, rules.vocabulary_shapes):
        rule = rules.rules[str(result.shape)]
        findings.append(
            Finding(
                shape=rule.iri,
                tier=rule.tier,
                type=rule.type,
                letter=None,
                subject=wording.words(result.focus),
                subject_id=None,
                outcome=None,
                severity=rule.severity,
                checklist_item=None,
                message=wording.fill(rule.message, rule, result.focus, None),
                remedy=rule.remedy,
                source=rule.source,
                why=rule.why,
                focus=str(result.focus),
                component=str(result.component),
            )
        )
    return sorted(findings, key=lambda f: (f.type, f.focus))
