"""What a check found: data, never an exception."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Literal

Severity = Literal["violation", "warning", "info"]
#: What other forms of the report need and JSON does not tell.
_INTERNAL = frozenset({"focus", "value", "component", "name", "brief"})


@dataclass(frozen=True)
class Finding:
    """One thing that a rule says about a plan.

    Args:
        shape: IRI of the rule.
        tier: ``statute``, ``checklist``, ``thread``, ``smart``, ``evidence`` or ``data``.
        type: Kind of finding, such as ``action_without_lead``.
        letter: Letter of SMART, where the rule checks one.
        subject: The words that the finding is about, as written.
        subject_id: Id of the item in the reading of the plan.
        outcome: Code of the national outcome it belongs to, such as ``ndo-3``.
        severity: Severity under the profile of the check.
        checklist_item: Number of the checklist item, 1 to 13.
        message: What is wrong, in one sentence.
        remedy: How to mend it.
        source: The document and place that the rule comes from.
        locator: Where it stands in the document; ``place`` says it in words.
        quote: The exact words there.
        evidence: Findings of the catalogue that bear on it.
        why: Why it matters.
        focus: IRI of the thing, for the report in Turtle.
        value: IRI or text of what the thing points to, where that is at fault.
        component: IRI of the kind of constraint, for the report in Turtle.
        name: Short name of the rule, for the report in text.
        brief: What stands for the message where findings of one rule are told together.
        offers: What helps to mend it: ``evidence``, ``examples`` of other plans, the ``page``.
    """

    shape: str
    tier: str
    type: str
    letter: str | None
    subject: str
    subject_id: str | None
    outcome: str | None
    severity: Severity
    checklist_item: int | None
    message: str
    remedy: str
    source: str
    locator: dict[str, Any] = field(default_factory=dict)
    quote: str = ""
    evidence: tuple[dict[str, Any], ...] = ()
    why: str = ""
    focus: str = ""
    value: str = ""
    component: str = ""
    name: str = ""
    brief: str = ""
    offers: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the finding with the keys of the report, every key present."""
        told = (f.name for f in fields(self) if f.name not in _INTERNAL)
        return {name: getattr(self, name) for name in told} | {"evidence": list(self.evidence)}
