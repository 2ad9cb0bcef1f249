"""The result of a check, and the order that findings are told in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Final

from cjgraph.shacl._doubles import fault_of
from cjgraph.shacl._findings import Finding
from cjgraph.shacl._scores import Scores, ThreadCount

SEVERITIES = ("violation", "warning", "info")
#: What to mend first when severity is the same: the law, then what a plan lacks, then detail.
_URGENCY = ("data", "statute", "checklist", "thread", "smart", "evidence")
FIRST: Final = 5
#: How often one rule may be among those to mend first, so that they cover different faults.
SAME: Final = 2
#: Casts doubt on findings of other rules, so it is told before them.
NOTICE: Final = "links_not_read"


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
        thread: What the score of the thread counts.
        first: How many of the findings are to be mended first; never more than five.
        findings: In the order to be told: a notice that the links could not be read, where
            there is one; those to mend first; the rest.
    """

    title: str
    conforms: bool
    profile: str
    framework: str | None
    rules_version: str
    rules_sha256: str
    plan_sha256: str
    scores: Scores
    thread: ThreadCount
    first: int
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
            "thread": self.thread.to_json(),
            "mend_first": self.first,
            "findings": [finding.to_json() for finding in self.findings],
        }

    def count(self, severity: str) -> int:
        """Return how many findings have a severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def notice(self) -> Finding | None:
        """Return the notice that the links could not be read, where there is one."""
        return next((f for f in self.findings if f.type == NOTICE), None)

    def mend_first(self) -> tuple[Finding, ...]:
        """Return the findings to mend first."""
        told = tuple(f for f in self.findings if f.type != NOTICE)
        return told[: self.first]


def in_order(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], int]:
    """Put findings in the order to be told, and say how many are to be mended first.

    A notice that the links could not be read leads. Then come five to mend first: the most
    severe, the law before guidance, no type twice while another waits, no rule more than
    twice, and no fault twice that two rules tell of. They are fewer where few rules are
    broken. The rest follow by checklist item, severity and thing.

    Args:
        findings: Findings in any order.
    """
    all_of_them = sorted(
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
    notices = [f for f in all_of_them if f.type == NOTICE]
    rest = [f for f in all_of_them if f.type != NOTICE]
    lead = _lead([f for f in rest if f.severity != "info"])
    told = (*notices, *lead, *(f for f in rest if not any(f is chosen for chosen in lead)))
    return told, len(lead)


def _lead(findings: list[Finding]) -> list[Finding]:
    urgent = sorted(findings, key=lambda f: (SEVERITIES.index(f.severity), _URGENCY.index(f.tier)))
    worst = [f for f in urgent if f.severity == "violation"]
    seen: set[str] = set()
    new: list[Finding] = []
    again: list[Finding] = []
    for finding in worst or urgent:
        (again if finding.type in seen else new).append(finding)
        seen.add(finding.type)
    lead: list[Finding] = []
    rules: Counter[str] = Counter()
    faults: set[tuple[str, str, str]] = set()
    for finding in new + again:
        if len(lead) < FIRST and rules[finding.shape] < SAME and fault_of(finding) not in faults:
            lead.append(finding)
            rules[finding.shape] += 1
            faults.add(fault_of(finding))
    return lead
