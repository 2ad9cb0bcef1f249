"""A report in plain text, fit to be read out to the person who wrote the plan."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from cjgraph.shacl._characters import printable
from cjgraph.shacl._doubles import fault_of, teller
from cjgraph.shacl._findings import Finding
from cjgraph.shacl._report import NOTICE, CheckReport
from cjgraph.shacl._scores import ThreadCount

_SEVERITY = {
    "violation": "Must be mended",
    "warning": "Should be mended",
    "info": "For information",
}
_TIERS = {
    "statute": "the law",
    "checklist": "the Partnership checklist (guidance, not law)",
    "thread": "the golden thread",
    "smart": "SMART (guidance, not law)",
    "evidence": "evidence",
    "data": "the data of the plan",
}
#: How findings of a tier are counted in the summary, the law first.
_COUNTED = {
    "statute": "by law",
    "thread": "thread",
    "checklist": "checklist guidance",
    "smart": "SMART guidance",
    "evidence": "evidence",
    "data": "data",
}
#: Findings of the catalogue that are named before the rest are only counted.
_MOST_NAMED = 2
_LONGEST_TITLE = 60

#: One fault, with the one or two findings that tell of it.
_Fault = tuple[Finding, ...]


def report_text(report: CheckReport, *, width: int = 88) -> str:
    """Put a report into plain text.

    Findings of one rule share its reasons, and a fault that two rules tell of is told once.
    Marks that a terminal would obey are left out.

    Args:
        report: The report.
        width: Columns of the terminal.
    """
    width = max(width, 40)
    faults = _faults(f for f in report.findings if f.type != NOTICE)
    chosen = {fault_of(f) for f in report.mend_first()}
    first = [fault for fault in faults if fault_of(fault[0]) in chosen]
    lines = [*_head(report, width), ""]
    if first:
        lines += ["Mend these first", "----------------", ""]
        for number, fault in enumerate(first, 1):
            lines += [*_told_in_full(f"{number}. ", fault, width), ""]
    rest = [fault for fault in faults if fault_of(fault[0]) not in chosen]
    for severity, title in _SEVERITY.items():
        group = [fault for fault in rest if fault[0].severity == severity]
        if group:
            number = sum(len(fault) for fault in group)
            lines += [f"{title} ({number} {'more' if first else 'in all'})", ""]
            lines += _groups(group, width)
    if not report.findings:
        lines.append("Nothing was found to mend.")
    return "\n".join(printable(line).rstrip() for line in lines).rstrip() + "\n"


def _faults(findings: Iterable[Finding]) -> list[_Fault]:
    by_fault: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        # Findings of different weight stay apart, so that each is counted where it is told.
        by_fault.setdefault((*fault_of(finding), finding.severity), []).append(finding)
    return [tuple(alike) for alike in by_fault.values()]


def _head(report: CheckReport, width: int) -> list[str]:
    must, should, note = (_count(report, severity) for severity in _SEVERITY)
    notice = report.notice()
    lines = [f"Plan: {report.title}"]
    if notice is not None:
        lines += ["", f"{notice.message} {notice.remedy}", ""]
    lines += [
        f"Judged by the national framework of {report.framework or 'an unknown year'}, "
        f"profile {report.profile}, rules {report.rules_version}.",
        f"Result: {'passes' if report.conforms else 'does not pass'}. "
        f"{must[0]} to mend{must[1]}, {should[0]} to improve{should[1]}, {note[0]} to note.",
        f"Checklist: {report.scores.checklist:g} of 13.",
        f"Golden thread: {_thread(report.thread, report.scores.thread)}",
    ]
    return [part for line in lines for part in (_wrap(line, width) or [""])]


def _count(report: CheckReport, severity: str) -> tuple[int, str]:
    tiers = Counter(f.tier for f in report.findings if f.severity == severity)
    told = ", ".join(f"{tiers[tier]} {words}" for tier, words in _COUNTED.items() if tiers[tier])
    return report.count(severity), f" ({told})" if told else ""


def _thread(count: ThreadCount, share: float) -> str:
    if not count.actions:
        return "no action was found in the plan."
    reach = (
        f"{count.reaching} of {count.actions} actions ({share:.0%}) reach a national outcome "
        "or priority action through "
    )
    if count.through == "outcome":
        return f"{reach}a local outcome; no objective was found in the plan."
    return f"{reach}an objective and a local outcome."


def _groups(faults: Iterable[_Fault], width: int) -> Iterator[str]:
    by_rule: dict[tuple[str, ...], list[_Fault]] = {}
    for fault in faults:
        # The rules of the checklist differ by item alone.
        kind = [f.type if f.tier == "checklist" else f.shape for f in fault]
        by_rule.setdefault(tuple(sorted(kind)), []).append(fault)
    order = list(_COUNTED)
    for alike in sorted(by_rule.values(), key=lambda a: order.index(teller(a[0]).tier)):
        yield from _told_together(alike, width)
        yield ""


def _told_together(alike: list[_Fault], width: int) -> Iterator[str]:
    """Tell faults of one kind: the reasons once, then a short entry for each."""
    if len(alike) == 1:
        [fault] = alike
        yield from _wrap(_line(fault, _message(fault)), width, "- ")
        yield from _wrap(_reasons(fault), width, "  ", "  ")
        return
    first = alike[0]
    if first[0].tier == "checklist":
        yield from _checklist(alike, width)
        return
    yield f"{_name(first)}: {len(alike)} times"
    yield from _wrap(_reasons(first), width, "  ", "  ")
    for fault in alike:
        finding = teller(fault)
        yield from _wrap(_line(fault, finding.brief or finding.message), width, "- ")


def _checklist(alike: list[_Fault], width: int) -> Iterator[str]:
    """Tell items of the checklist: what to do differs, where it comes from does not."""
    yield f"Checklist items: {len(alike)}"
    yield from _wrap(f"Source: {_sources(alike[0])}.", width, "  ", "  ")
    for fault in alike:
        finding = fault[0]
        message = finding.message.removesuffix(" This is guidance, not law.")
        yield from _wrap(f"{_line(fault, message)} {finding.remedy}", width, "- ")


def _told_in_full(mark: str, fault: _Fault, width: int) -> Iterator[str]:
    finding = teller(fault)
    inner = " " * len(mark)
    yield from _wrap(_message(fault), width, mark)
    parts = (
        ("Where", finding.locator.get("place")),
        ("Why", finding.why),
        ("What to do", finding.remedy),
        ("Evidence", _evidence(finding.evidence)),
        ("Source", _sources(fault)),
    )
    for label, text in parts:
        if text:
            yield from _wrap(f"{label}: {text}", width, inner, inner)


def _message(fault: _Fault) -> str:
    finding = teller(fault)
    if len(fault) > 1 and finding.type == "action_without_outcome" and finding.brief:
        return f"No objective and no outcome was found for the action {finding.brief}."
    return finding.message


def _name(fault: _Fault) -> str:
    finding = teller(fault)
    if len(fault) > 1 and finding.type == "action_without_outcome":
        return "Action without objective and outcome"
    return (finding.name or finding.type.replace("_", " ")).removesuffix(" (law)")


def _line(fault: _Fault, words: str) -> str:
    finding = teller(fault)
    place = str(finding.locator.get("place") or "").partition(", under ")[0]
    shown = _evidence(finding.evidence)
    # A sentence ends by itself; the name of a thing is followed by its place at once.
    joint = " " if words.endswith(".") else ": "
    line = f"{words}{joint}{place}." if place else words
    return f"{line} See {shown}." if shown else line


def _reasons(fault: _Fault) -> str:
    finding = teller(fault)
    return f"Why: {finding.why} What to do: {finding.remedy} Source: {_sources(fault)}."


def _sources(fault: _Fault) -> str:
    told = [teller(fault), *fault]
    return ". Also ".join(dict.fromkeys(f"{f.source}; {_TIERS[f.tier]}" for f in told))


def _evidence(rows: tuple[dict[str, Any], ...]) -> str:
    # What says that something helps or harms tells more than background does.
    telling = sorted(rows, key=lambda row: row.get("stance") in ("context", ""))
    named = [_cited(row) for row in telling[:_MOST_NAMED]]
    left = len(rows) - len(named)
    return ", ".join(named) + (f" and {left} more" if left else "")


def _cited(row: dict[str, Any]) -> str:
    title = str(row.get("title") or "").partition(": ")[0]
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
    return f'"{title}" ({row["finding"]})' if title else str(row["finding"])


def _wrap(text: str, width: int, first: str = "", later: str | None = None) -> list[str]:
    return textwrap.wrap(
        printable(text),
        width,
        initial_indent=first,
        subsequent_indent=" " * len(first) if later is None else later,
        break_long_words=False,
    )
