"""A report in the groups that it is read in; every form of the report is made from these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from cjgraph.shacl._doubles import teller
from cjgraph.shacl._findings import Finding, Severity
from cjgraph.shacl._numbers import in_figures, in_words
from cjgraph.shacl._report import NOTICE, SEVERITIES, CheckReport, rank, whole_types

#: How many faults of one rule a report tells before it only counts them.
MOST: Final = 200
#: How urgent a severity is, in words that need no colour.
URGENT: Final[dict[str, str]] = {
    "violation": "Must be mended",
    "warning": "Should be mended",
    "info": "For information",
}
_HEADINGS: Final = {
    "statute": "What the law asks for",
    "thread": "The golden thread",
    "smart": "Actions in SMART terms",
    "checklist": "The Partnership checklist",
    "data": "The file, its dates and its words",
    "evidence": "Evidence of what works",
}
#: Where a rule comes from, in words.
TIERS: Final = {
    "statute": "the law",
    "checklist": "the Partnership checklist (guidance, not law)",
    "thread": "the golden thread",
    "smart": "SMART (guidance, not law)",
    "evidence": "evidence",
    "data": "the data of the plan",
}
#: Stands for a rule of our own, which no document asks for.
_OURS: Final = "our own check of the file"
_EDITORS: Final = "Rule of the editors of cjgraph"
#: What is said once where a plan lacks something for every national outcome.
_WHOLE: Final = {
    "no_assessment": "Nothing was found in the plan on how near the area is to any of the {all} "
    "national outcomes.",
    "no_priority_decision": "Nothing was found in the plan on whether any of the {all} national "
    "outcomes is a priority.",
    "no_action": "No action was found in the plan that leads to any of the {all} national "
    "outcomes.",
}
#: How the reasons of a rule tell of the rule itself, which its own page is for.
_OF_THE_RULE: Final = re.compile(r"\s*The rule is cautious:[^.]*\.")
_LONGEST_QUOTE: Final = 300
_FEWEST_WORDS: Final = 3


@dataclass(frozen=True)
class Fault:
    """One fault, with the one or two findings that tell of it.

    Args:
        number: Place of the finding that is told in the report, from 1.
        findings: All findings on the fault.
        others: Numbers of the other faults of the same rule and severity.
        outcomes: How many national outcomes there are, where all have this fault; else 0.
    """

    number: int
    findings: tuple[Finding, ...]
    others: tuple[int, ...] = ()
    outcomes: int = 0

    @property
    def told(self) -> Finding:
        """The finding that is told."""
        return self.findings[0] if len(self.findings) == 1 else teller(self.findings)

    @property
    def message(self) -> str:
        """What is wrong, in a sentence."""
        told = self.told
        if self._neither and told.brief:
            return f"No objective and no outcome was found for the action {told.brief}."
        return told.message

    @property
    def headline(self) -> str:
        """What is wrong, told once where it is wrong of every national outcome."""
        if self.outcomes:
            return _WHOLE[self.told.type].format(all=in_words(self.outcomes))
        return self.message

    @property
    def like_it(self) -> str:
        """Where the other faults of the rule are told, in a sentence; empty where none are."""
        if not self.others:
            return ""
        count = in_words(len(self.others)).capitalize()
        told = f"see {in_figures(self.others)}"
        if self.outcomes:
            return f"{count} more findings, one for each of the other outcomes; {told}."
        return f"{count} more of this kind; {told}."

    @property
    def why(self) -> str:
        """Why it matters."""
        return _OF_THE_RULE.sub("", self.told.why)

    @property
    def name(self) -> str:
        """Name of the rule."""
        if self._neither:
            return "Action without objective and outcome"
        told = self.told
        return (told.name or told.type.replace("_", " ")).removesuffix(" (law)")

    @property
    def sources(self) -> str:
        """Where the rules come from."""
        told = [self.told, *self.findings]
        said = ". Also ".join(dict.fromkeys(map(_source, told)))
        return said[:1].upper() + said[1:]

    @property
    def place(self) -> str:
        """Where it stands in the document; empty where that is not known."""
        if self.outcomes:
            return ""
        return str(self.told.locator.get("place") or "")

    @property
    def quote(self) -> str:
        """The words there, where the message does not hold them already."""
        quote = "" if self.outcomes else self.told.quote
        # A word or two, such as the "Yes" of a cell, tell a reader nothing without the place.
        if len(quote.split()) < _FEWEST_WORDS or quote in self.message:
            return ""
        if len(quote) > _LONGEST_QUOTE:
            return quote[: _LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + "…"
        return quote

    @property
    def _neither(self) -> bool:
        return len(self.findings) > 1 and self.told.type == "action_without_outcome"


@dataclass(frozen=True)
class Kind:
    """Faults that one rule tells of, of one severity.

    Args:
        faults: Those that are told; at least one.
        more: How many more there are that a report does not list.
    """

    faults: tuple[Fault, ...]
    more: int

    @property
    def count(self) -> int:
        """How many faults there are."""
        return len(self.faults) + self.more

    @property
    def in_one(self) -> str:
        """What is told of all of them in one sentence; empty where each is told by itself."""
        first = self.faults[0]
        if not first.outcomes:
            return ""
        if self.count == first.outcomes:
            return first.headline
        return f"{first.name}: the same for each of the other {in_words(self.count)} outcomes."

    @property
    def numbers(self) -> str:
        """The numbers of those that are told."""
        return in_figures(fault.number for fault in self.faults)


@dataclass(frozen=True)
class Group:
    """What belongs together: to the law, to a checklist item, to the golden thread and so on.

    Args:
        anchor: Short name for links.
        title: Heading in plain words.
        item: Number of the checklist item, or None.
        kinds: What is told, the most severe first; those to mend first are told elsewhere.
        before: Numbers of the faults of this group that are among those to mend first.
    """

    anchor: str
    title: str
    item: int | None
    kinds: tuple[Kind, ...]
    before: tuple[int, ...]

    def of(self, severity: Severity) -> tuple[Kind, ...]:
        """Return the kinds of one severity."""
        return tuple(k for k in self.kinds if k.faults[0].told.severity == severity)


@dataclass(frozen=True)
class Groups:
    """A report, grouped.

    Args:
        notice: That the links could not be read, where that was found.
        first: What to mend first.
        groups: The rest.
        counts: How many faults there are of each severity and tier.
    """

    notice: Fault | None
    first: tuple[Fault, ...]
    groups: tuple[Group, ...]
    counts: dict[tuple[str, str], int]

    def count(self, severity: str) -> int:
        """Return how many faults have a severity."""
        return sum(number for (known, _), number in self.counts.items() if known == severity)


def grouped(report: CheckReport, *, most: int = MOST) -> Groups:
    """Group the findings of a report, and tell every fault once.

    Args:
        report: The report.
        most: How many faults of one rule and severity are told.
    """
    faults = faults_of(report)
    notice = next((f for f in faults if f.told.type == NOTICE), None)
    rest = [f for f in faults if f is not notice]
    leading = {id(finding) for finding in report.mend_first()}
    counts: dict[tuple[str, str], int] = {}
    alike: dict[tuple[str, ...], list[int]] = {}
    for fault in faults:
        key = (fault.told.severity, fault.told.tier)
        counts[key] = counts.get(key, 0) + 1
        alike.setdefault(_kind(fault), []).append(fault.number)
    first = tuple(
        replace(f, others=tuple(n for n in alike[_kind(f)] if n != f.number))
        for f in rest
        if any(id(finding) in leading for finding in f.findings)
    )
    taken = {fault.number for fault in first}
    by_rank: dict[int, list[Fault]] = {}
    for fault in rest:
        by_rank.setdefault(rank(fault.told), []).append(fault)
    groups = tuple(_group(report, by_rank[place], taken, most) for place in sorted(by_rank))
    return Groups(notice, first, tuple(group for group in groups if group.kinds), counts)


def faults_of(report: CheckReport) -> tuple[Fault, ...]:
    """Return every fault once, in the order of the report.

    Args:
        report: The report.
    """
    by_teller: dict[int, list[Finding]] = {}
    for finding, teller_number in report.told():
        by_teller.setdefault(teller_number, []).append(finding)
    whole = whole_types(report.findings, report.basis.outcomes)
    return tuple(
        Fault(
            number,
            tuple(findings),
            outcomes=report.basis.outcomes if findings[0].type in whole else 0,
        )
        for number, findings in sorted(by_teller.items())
    )


def _source(finding: Finding) -> str:
    if finding.source == _EDITORS:
        return _OURS
    return f"{finding.source}; {TIERS[finding.tier]}"


def _kind(fault: Fault) -> tuple[str, ...]:
    return (fault.told.severity, *sorted(finding.shape for finding in fault.findings))


def _group(report: CheckReport, faults: list[Fault], taken: set[int], most: int) -> Group:
    told = faults[0].told
    item = told.checklist_item
    if item is not None:
        name = report.basis.items.get(item, "")
        anchor, title = f"item-{item}", f"Checklist item {item}" + (f": {name}" if name else "")
    else:
        anchor, title = told.tier, _HEADINGS[told.tier]
    rest = [fault for fault in faults if fault.number not in taken]
    before = tuple(fault.number for fault in faults if fault.number in taken)
    return Group(anchor, title, item, tuple(_kinds(rest, most)), before)


def _kinds(faults: Iterable[Fault], most: int) -> Iterator[Kind]:
    by_kind: dict[tuple[str, ...], list[Fault]] = {}
    for fault in faults:
        by_kind.setdefault(_kind(fault), []).append(fault)
    for alike in sorted(
        by_kind.values(), key=lambda a: (SEVERITIES.index(a[0].told.severity), a[0].number)
    ):
        yield Kind(tuple(alike[:most]), max(0, len(alike) - most))
