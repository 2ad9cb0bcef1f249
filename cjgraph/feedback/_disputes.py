"""Counts how often each rule is disputed, which tells which rule to mend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cjgraph.feedback._remark import Remark


@dataclass(frozen=True, slots=True)
class Dispute:
    """How often a rule was disputed in one version.

    Args:
        rule: IRI of the rule.
        version: Version of the rules.
        sha256: Hash of the rules.
        remarks: How many remarks.
        plans: On how many plans.
        open: How many wait for an answer.
        accepted: How many were right.
        declined: How many were not.
    """

    rule: str
    version: str
    sha256: str
    remarks: int
    plans: int
    open: int
    accepted: int
    declined: int

    def to_json(self) -> dict[str, Any]:
        """Return the counts as JSON values."""
        return {
            "rule": self.rule,
            "rules": {"version": self.version, "sha256": self.sha256},
            "remarks": self.remarks,
            "plans": self.plans,
            "open": self.open,
            "accepted": self.accepted,
            "declined": self.declined,
        }


def disputes(remarks: Iterable[Remark]) -> tuple[Dispute, ...]:
    """Return the counts, the rule that was disputed most first.

    Args:
        remarks: The remarks to count.
    """
    groups: dict[tuple[str, str, str], list[Remark]] = defaultdict(list)
    for remark in remarks:
        groups[remark.rule, remark.rules_version, remark.rules_sha256].append(remark)
    counted = [
        Dispute(
            rule=rule,
            version=version,
            sha256=sha256,
            remarks=len(held),
            plans=len({remark.plan_sha256 for remark in held}),
            open=sum(remark.state == "open" for remark in held),
            accepted=sum(remark.state == "accepted" for remark in held),
            declined=sum(remark.state == "declined" for remark in held),
        )
        for (rule, version, sha256), held in groups.items()
    ]
    return tuple(sorted(counted, key=lambda d: (-d.remarks, d.rule, d.version, d.sha256)))
