"""The result of a check, and the order that findings are told in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from cjgraph.shacl._findings import Finding
from cjgraph.shacl._scores import Scores

SEVERITIES = ("violation", "warning", "info")
#: What to mend first when severity is the same: the law, then what a plan lacks, then detail.
_URGENCY = ("data", "statute", "checklist", "thread", "smart", "evidence")
FIRST = 5


@dataclass(frozen=True)
class CheckReport:
    """What a check of one plan found.

    Args:
        title: Title of the plan.
        conforms: Whether there is no violation.
        profile: Profile that gave the severities.
        framework: Generation of the judging edition, ``2016`` or ``2023``; None if unknown.
        rules_version: Version of the rules.
        rules_sha256: Hash of the rules.
        plan_sha256: Hash of the file that was checked.
        scores: Checklist and thread.
        findings: In the order to be told: first those to mend first, then the rest.
    """

    title: str
    conforms: bool
    profile: str
    framework: str | None
    rules_version: str
    rules_sha256: str
    plan_sha256: str
    scores: Scores
    findings: tuple[Finding, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON values, every key present."""
        return {
            "conforms": self.conforms,
            "profile": self.profile,
            "framework": self.framework,
            "rules": {"version": self.rules_version, "sha256": self.rules_sha256},
            "plan": {"sha256": self.plan_sha256, "title": self.title},
            "scores": asdict(self.scores),
            "findings": [finding.to_json() for finding in self.findings],
        }

    def count(self, severity: str) -> int:
        """Return how many findings have a severity."""
        return sum(finding.severity == severity for finding in self.findings)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put findings in the order to be told.

    Five to mend first lead: the most severe, the law before guidance, and no type twice
    while another waits. The rest follow by checklist item, severity and thing.

    Args:
        findings: Findings in any order.
    """
    rest = sorted(
        findings,
        key=lambda f: (
            f.checklist_item or 99,
            SEVERITIES.index(f.severity),
            f.subject_id or f.outcome or "",
            f.subject,
            f.shape,
            f.value,
        ),
    )
    urgent = sorted(
        (f for f in rest if f.severity != "info"),
        key=lambda f: (SEVERITIES.index(f.severity), _URGENCY.index(f.tier)),
    )
    seen: set[str] = set()
    new: list[Finding] = []
    again: list[Finding] = []
    for finding in urgent:
        (again if finding.type in seen else new).append(finding)
        seen.add(finding.type)
    worst = [f for f in new + again if f.severity == "violation"]
    lead = (worst or new + again)[:FIRST]
    return (*lead, *(f for f in rest if not any(f is chosen for chosen in lead)))
