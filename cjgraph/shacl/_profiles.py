"""How severe each kind of finding is, by the use that a plan is checked for.

All tiers always run; a profile only maps severity, and only violations fail.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from cjgraph.errors import UnknownThing
from cjgraph.shacl._findings import Severity


class SeverityRule(NamedTuple):
    """Gives a severity to the findings that match every part that is not None."""

    severity: Severity
    tier: str
    type: str | None = None


#: Notes for the reader: they keep the severity of their rule in every profile. What could
#: not be judged is here too, so that it never fails a plan.
UNMAPPED: Final = frozenset(
    {
        "checklist_unknown",
        "evidence_available",
        "no_participation_statement",
        "no_publication_statement",
        "review_due",
        "strategy_review_due",
    }
)

_DRAFT: Final = (
    # Questions and guesses: a plan never fails by them while it is written or published.
    SeverityRule("warning", "statute", "statutory_partner_absent"),
    SeverityRule("warning", "thread", "lead_not_partner"),
    SeverityRule("warning", "thread", "need_without_service"),
    SeverityRule("warning", "thread", "mismatched_action"),
    SeverityRule("warning", "thread", "mismatched_objective"),
    SeverityRule("violation", "statute"),
    SeverityRule("violation", "thread"),
    SeverityRule("violation", "checklist", "checklist_missing"),
    SeverityRule("warning", "checklist", "checklist_partial"),
    SeverityRule("warning", "smart"),
    SeverityRule("info", "evidence"),
)

#: First rule that matches counts; findings of the tier ``data`` keep their own severity.
PROFILES: Final[Mapping[str, tuple[SeverityRule, ...]]] = MappingProxyType(
    {
        "draft": _DRAFT,
        "publication": (SeverityRule("violation", "smart", "smart_t"), *_DRAFT),
        "exemplary": (
            SeverityRule("violation", "checklist", "checklist_partial"),
            SeverityRule("violation", "smart"),
            SeverityRule("violation", "thread", "mismatched_action"),
            SeverityRule("violation", "thread", "mismatched_objective"),
            SeverityRule("warning", "evidence"),
            *_DRAFT,
        ),
    }
)


def check_profile(profile: str) -> None:
    """Make sure that there is a profile, before any work is done by it.

    Args:
        profile: Its name.

    Raises:
        UnknownThing: There is no such profile.
    """
    if profile not in PROFILES:
        raise UnknownThing(
            f"There is no profile '{profile}'. Choose one of: {', '.join(PROFILES)}."
        )


def severity_of(profile: str, tier: str, finding_type: str, declared: Severity) -> Severity:
    """Return the severity of a finding under a profile.

    Args:
        profile: ``draft``, ``publication`` or ``exemplary``.
        tier: Tier of the rule.
        finding_type: Type of the finding.
        declared: Severity that the rule itself carries.

    Raises:
        UnknownThing: There is no such profile.

    >>> severity_of("publication", "smart", "smart_t", "warning")
    'violation'
    """
    check_profile(profile)
    if finding_type in UNMAPPED:
        return declared
    for rule in PROFILES[profile]:
        if rule.tier == tier and rule.type in (None, finding_type):
            return rule.severity
    return declared
