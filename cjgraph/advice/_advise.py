"""Adds to the findings of a check what helps to mend them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cjgraph.advice._evidence import EvidenceSearch, evidence_for
from cjgraph.advice._examples import PlanExamples, plan_examples
from cjgraph.advice._pages import pages_of
from cjgraph.advice._rules import RuleAdvice, rule_advice
from cjgraph.shacl import CheckReport, Finding, Rules, load_rules
from cjgraph.store import Snapshot


def advise(
    report: CheckReport,
    *,
    snapshot: Snapshot,
    searcher: EvidenceSearch | None = None,
    include: frozenset[str] = frozenset(),
    rules: Rules | None = None,
) -> CheckReport:
    """Return the report with ``offers`` filled in; findings and verdict stay as they are.

    ``offers`` of a finding holds ``evidence`` (findings of the catalogue on what the finding
    is about), ``examples`` (how other published plans met the same point) and ``page`` (where
    the framework or the Act asks for it). Where there is nothing to offer, the part is empty.
    Which rules offer what is said by the rules themselves.

    Args:
        report: What a check found.
        snapshot: Holds the sources, the published plans and the catalogue.
        searcher: Searches the catalogue; without one, evidence is found by the needs and
            interventions that the words name.
        include: ``"examples"``, ``"synthetic"`` and ``"unchecked"``, to show plans of those.
        rules: The rules of the check, where they are not the packaged ones.
    """
    advice = rule_advice(rules or load_rules())
    pages = pages_of(snapshot, advice.values())
    examples = plan_examples(snapshot, include)
    evidence = evidence_for(report.findings, advice, snapshot, searcher)
    return replace(
        report,
        findings=tuple(
            replace(finding, offers=_offers(finding, report, advice, pages, examples, found))
            for finding, found in zip(report.findings, evidence, strict=True)
        ),
    )


def _offers(
    finding: Finding,
    report: CheckReport,
    advice: dict[str, RuleAdvice],
    pages: dict[str, dict[str, str]],
    examples: PlanExamples,
    evidence: Sequence[dict[str, Any]],
) -> dict[str, Any]:
    rule = advice.get(finding.shape)
    return {
        "evidence": list(evidence),
        "examples": [] if rule is None else examples.of(finding, rule, report.plan_sha256),
        "page": dict(pages.get(finding.shape, {})),
    }
