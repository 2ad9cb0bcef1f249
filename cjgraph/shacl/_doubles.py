"""Faults that two rules tell of: both stay findings, a reader is told once."""

from __future__ import annotations

from typing import Final

from cjgraph.shacl._findings import Finding

#: Pairs of types; the first of each is the one that is told.
PAIRS: Final = (
    ("action_without_outcome", "action_without_objective"),
    ("local_outcome_without_action", "outcome_without_action"),
    ("local_outcome_without_indicator", "outcome_without_indicator"),
)
_PAIR_OF: Final = {kind: pair for pair in PAIRS for kind in pair}


def fault_of(finding: Finding) -> tuple[str, str, str]:
    """Return what two findings on one fault have in common, and no others.

    Args:
        finding: Any finding.
    """
    pair = _PAIR_OF.get(finding.type)
    if pair is None:
        return finding.shape, finding.focus, finding.value
    return pair[0], finding.focus, ""


def teller(findings: tuple[Finding, ...]) -> Finding:
    """Return the one of some findings on a fault that is told.

    Args:
        findings: One finding, or two on one fault.
    """
    return min(findings, key=lambda f: _PAIR_OF.get(f.type, (f.type,)).index(f.type))
