"""The result of a check, and the order that findings are told in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any, Final

from cjgraph import __version__
from cjgraph.shacl._basis import Basis
from cjgraph.shacl._doubles import fault_of, teller
from cjgraph.shacl._findings import Finding
from cjgraph.shacl._scores import Scores, ThreadCount

SEVERITIES = ("violation", "warning", "info")
#: What to mend first when severity is the same: the law, then what a plan lacks, then detail.
_URGENCY = ("data", "statute", "checklist", "thread", "smart", "evidence")
FIRST: Final = 5
#: What belongs to no checklist item, in the order of the report.
_LAST: Final = ("thread", "smart", "checklist", "data", "evidence")
_AFTER_ITEMS: Final = 100
#: How the types of findings begin, within a tier: what decides on other findings comes before
#: them. The law in the order of section 19, the thread from the top downward.
_DOWNWARD: Final = (
    "no_edition",
    "no_period",
    "period_",
    "no_assessment",
    "assessment_",
    "no_priority_decision",
    "no_action",
    "local_outcome_",
    "wrong_edition",
    "outcome_",
    "objective_",
    "mismatched_objective",
)
#: How often one rule may be among those to mend first, so that they cover different faults.
SAME: Final = 2
#: Casts doubt on findings of other rules, so it is told before them.
NOTICE: Final = "links_not_read"
#: Laws that ask for something for every national outcome: where all lack it, that is one fault.
WHOLE: Final = frozenset({"no_assessment", "no_priority_decision", "no_action"})


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
        findings: In the order to be told: those to mend first; the rest; a notice that the
            links could not be read, where there is one; last those on a fault that another
            finding tells of already, so that the faults are numbered without a gap.
        checked_on: Day of the check, as ``2026-03-31``; rules on dates go by it.
        basis: What the verdict rests on besides: area, period, framework, checklist.
        software: Version of the software.
        time_bands: Set of spans for short, medium and long term that was used.
        model: Fingerprint of the sentence model that meaning was judged by; empty where none
            was at hand, so that nothing was said of what stands in the wrong place.
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
    checked_on: str = ""
    basis: Basis = field(default_factory=Basis)
    software: str = __version__
    time_bands: str = ""
    model: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON values, every key present."""
        from cjgraph.shacl._checkpoints import checkpoint_tables

        return {
            "conforms": self.conforms,
            "profile": self.profile,
            "framework": self.framework,
            "rules": {"version": self.rules_version, "sha256": self.rules_sha256},
            "plan": {"sha256": self.plan_sha256, "title": self.title},
            "scores": asdict(self.scores),
            "thread": self.thread.to_json(),
            "mend_first": self.first,
            "checked_on": self.checked_on,
            "software": self.software,
            "time_bands": self.time_bands,
            "model": self.model,
            **self.basis.to_json(),
            "faults": {severity: self.count(severity) for severity in SEVERITIES},
            "findings": [
                finding.to_json()
                | {"number": number, "folded_into": told if told != number else None}
                for number, (finding, told) in enumerate(self.told(), 1)
            ],
            "checkpoints": [table.to_json() for table in checkpoint_tables(self)],
        }

    def count(self, severity: str) -> int:
        """Return how many faults have a severity; one that two rules tell of counts once."""
        return sum(
            finding.severity == severity
            for number, (finding, told) in enumerate(self.told(), 1)
            if number == told
        )

    def told(self) -> Iterator[tuple[Finding, int]]:
        """Yield each finding with the number of the one that tells of its fault: mostly its own."""
        return zip(self.findings, self._numbers, strict=True)

    @cached_property
    def _numbers(self) -> tuple[int, ...]:
        found = {id(f): number for number, f in enumerate(self.findings, 1)}
        tellers = _tellers(self.findings)
        return tuple(found[id(tellers[id(f)])] for f in self.findings)

    def notice(self) -> Finding | None:
        """Return the notice that the links could not be read, where there is one."""
        return next((f for f in self.findings if f.type == NOTICE), None)

    def mend_first(self) -> tuple[Finding, ...]:
        """Return the findings to mend first."""
        return self.findings[: self.first]


def in_order(findings: Iterable[Finding], *, outcomes: int = 0) -> tuple[tuple[Finding, ...], int]:
    """Put findings in the order to be told, and say how many are to be mended first.

    First come at most five to mend first; ``shapes/README.md`` says which and why. The rest
    follow by what they belong to (the law, the checklist items, the rest), then severity, rule
    and thing; then a notice that the links could not be read; last what is told already.

    Args:
        findings: Findings in any order.
        outcomes: How many national outcomes the judging edition has; 0 where not known.
    """
    all_of_them = sorted(findings, key=_place)
    tellers = _tellers(all_of_them)
    told = [f for f in all_of_them if tellers[id(f)] is f]
    folded = [f for f in all_of_them if tellers[id(f)] is not f]
    notices = [f for f in told if f.type == NOTICE]
    rest = [f for f in told if f.type != NOTICE]
    whole = whole_types(rest, outcomes)
    lead = _lead([f for f in rest if f.severity != "info"], whole)
    chosen = {id(finding) for finding in lead}
    return (
        *lead,
        *(f for f in rest if id(f) not in chosen),
        *notices,
        *folded,
    ), len(lead)


def whole_types(findings: Iterable[Finding], outcomes: int) -> frozenset[str]:
    """Return the types of findings that are made for every national outcome.

    Args:
        findings: Findings.
        outcomes: How many national outcomes the judging edition has; 0 where not known.
    """
    counts = Counter(f.type for f in findings if f.type in WHOLE)
    return frozenset(kind for kind, count in counts.items() if count == outcomes > 1)


def _tellers(findings: Iterable[Finding]) -> dict[int, Finding]:
    """For each finding, by its identity, the one that tells of its fault."""
    by_fault: dict[tuple[str, ...], tuple[Finding, ...]] = {}
    for finding in findings:
        # Findings of different weight stay apart, so that each is counted where it is told.
        key = (*fault_of(finding), finding.severity)
        by_fault[key] = (*by_fault.get(key, ()), finding)
    return {id(f): teller(alike) for alike in by_fault.values() for f in alike}


def rank(finding: Finding) -> int:
    """Return where what a finding belongs to stands in a report.

    The law comes first, then the checklist items by number, then what belongs to none.

    Args:
        finding: Any finding.
    """
    if finding.checklist_item is not None:
        return finding.checklist_item
    return 0 if finding.tier == "statute" else _AFTER_ITEMS + _LAST.index(finding.tier)


def _place(finding: Finding) -> tuple[Any, ...]:
    return (
        rank(finding),
        SEVERITIES.index(finding.severity),
        _URGENCY.index(finding.tier),
        _depth(finding),
        finding.shape,
        # Numbers within an id count as numbers: action 10 stands after action 9.
        [
            (int(part), "") if part.isdecimal() else (0, part)
            for part in re.split(r"(\d{1,9})", finding.subject_id or finding.outcome or "")
        ],
        finding.subject,
        finding.value,
        finding.focus,
    )


def _lead(findings: list[Finding], whole: frozenset[str]) -> list[Finding]:
    urgent = sorted(
        findings,
        key=lambda f: (SEVERITIES.index(f.severity), _URGENCY.index(f.tier), _depth(f)),
    )
    lead: list[Finding] = []
    rules: Counter[str] = Counter()
    faults: set[tuple[str, str, str]] = set()
    for severity in SEVERITIES:
        seen: set[str] = set()
        new: list[Finding] = []
        again: list[Finding] = []
        for finding in (f for f in urgent if f.severity == severity):
            (again if finding.type in seen else new).append(finding)
            seen.add(finding.type)
        for finding in new + again:
            if len(lead) == FIRST:
                return lead
            most = 1 if finding.type in whole else SAME
            if rules[finding.shape] < most and fault_of(finding) not in faults:
                lead.append(finding)
                rules[finding.shape] += 1
                faults.add(fault_of(finding))
    return lead


def _depth(finding: Finding) -> int:
    """How far down the thread a fault lies: mending one may mend what hangs below it."""
    kinds = (i for i, kind in enumerate(_DOWNWARD) if finding.type.startswith(kind))
    return next(kinds, len(_DOWNWARD))
