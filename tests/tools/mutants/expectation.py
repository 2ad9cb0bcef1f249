"""What a mutant must lead to, and how what came is judged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from cjgraph.shacl import Finding

ANY = "*"
#: Findings that lay out what the catalogue offers are no verdict on the plan.
OFFERS = frozenset({"evidence_available", "priority_without_evidence"})


@dataclass(frozen=True)
class Wanted:
    """A finding that must come.

    Args:
        type: Its type.
        subject: What it must be about: an id, the code of an outcome, the number of a
            checklist item, ``plan``, or words; several where either will do; ``*`` for any.
        says: Words that its message must hold.
        or_type: Another type that tells of the fault as well.
    """

    type: str
    subject: str | tuple[str, ...] = ANY
    says: str = ""
    or_type: str = ""

    def met_by(self, finding: Finding) -> bool:
        """Tell whether a finding is the one that is wanted."""
        subjects = (self.subject,) if isinstance(self.subject, str) else self.subject
        return (
            finding.type in (self.type, self.or_type)
            and (ANY in subjects or any(_plain(s) in _names(finding) for s in subjects))
            and self.says.lower() in finding.message.lower()
        )

    def __str__(self) -> str:
        at = self.subject if isinstance(self.subject, str) else " or ".join(self.subject)
        return f"{self.type} at {at}" + (f" saying '{self.says}'" if self.says else "")


@dataclass(frozen=True)
class Verdict:
    """How a mutant fared.

    Args:
        name: Its name.
        type: The type of finding that it is counted under.
        missed: What was wanted and did not come.
        strays: What came and was neither wanted nor a fair consequence.
        came: All findings, for the account of a miss.
    """

    name: str
    type: str
    missed: tuple[str, ...]
    strays: tuple[str, ...]
    came: tuple[str, ...] = field(default=(), repr=False)

    @property
    def caught(self) -> bool:
        """Whether all that was wanted came."""
        return not self.missed


def judge(
    name: str,
    counted: str,
    wanted: Iterable[Wanted],
    allowed: Iterable[Wanted],
    findings: Iterable[Finding],
) -> Verdict:
    """Compare what came of a mutant with what had to come.

    Args:
        name: Name of the mutant.
        counted: Type of finding that it is counted under.
        wanted: What must come.
        allowed: What may come as well, as a fair consequence.
        findings: What came.
    """
    came = [f for f in findings if f.type not in OFFERS]
    wanted, allowed = tuple(wanted), tuple(allowed)
    missed = tuple(str(w) for w in wanted if not any(w.met_by(f) for f in came))
    strays = tuple(told(f) for f in came if not any(w.met_by(f) for w in (*wanted, *allowed)))
    return Verdict(name, counted, missed, strays, tuple(told(f) for f in came))


def told(finding: Finding) -> str:
    """Return a finding in one line."""
    return f"{finding.type}: {finding.message}"


def _names(finding: Finding) -> set[str]:
    tail = finding.focus.partition("/id/plan/")[2].split("/", 2)
    names = {
        finding.subject,
        finding.subject_id or "",
        finding.outcome or "",
        tail[2] if len(tail) > 2 else "plan",
    }
    if finding.checklist_item is not None and finding.tier == "checklist":
        names.add(str(finding.checklist_item))
    return {_plain(name) for name in names if name}


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" .;").casefold()
