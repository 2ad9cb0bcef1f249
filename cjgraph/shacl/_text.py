"""A report in plain text, fit to be read out to the person who wrote the plan."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from cjgraph.shacl._findings import Finding
from cjgraph.shacl._report import FIRST, CheckReport

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


#: Codes of findings that are listed before the rest are only counted.
_MOST_CODES = 5


def report_text(report: CheckReport, *, width: int = 88) -> str:
    """Put a report into plain text.

    Args:
        report: The report.
        width: Columns of the terminal.
    """
    lines = [*_head(report), ""]
    first = _first(report)
    if first:
        lines += ["Mend these first", "----------------", ""]
        for number, finding in enumerate(first, 1):
            lines += [*_told(f"{number}. ", finding, width), ""]
    rest = report.findings[len(first) :]
    for severity, title in _SEVERITY.items():
        group = [f for f in rest if f.severity == severity]
        if group:
            lines += [f"{title} ({len(group)} {'more' if first else 'in all'})", ""]
            lines += _group(group, width)
    if not report.findings:
        lines.append("Nothing was found to mend.")
    return "\n".join(lines).rstrip() + "\n"


def _head(report: CheckReport) -> list[str]:
    must, should, note = (report.count(s) for s in _SEVERITY)
    return [
        f"Plan: {report.title}",
        f"Judged by the national framework of {report.framework or 'an unknown year'}, "
        f"profile {report.profile}, rules {report.rules_version}.",
        f"Result: {'passes' if report.conforms else 'does not pass'}. "
        f"{must} to mend, {should} to improve, {note} to note.",
        f"Checklist: {report.scores.checklist:g} of 13. "
        f"Golden thread: {report.scores.thread:.0%} of actions reach a national outcome.",
    ]


def _first(report: CheckReport) -> tuple[Finding, ...]:
    lead = report.findings[:FIRST]
    worst = tuple(f for f in lead if f.severity == "violation")
    return worst or tuple(f for f in lead if f.severity == "warning")


def _group(findings: Iterable[Finding], width: int) -> Iterator[str]:
    by_shape: dict[str, list[Finding]] = {}
    for finding in findings:
        # What has to be mended is told in full each time; notes of one kind share their words.
        alone = finding.severity != "info"
        by_shape.setdefault(f"{finding.shape} {id(finding) if alone else ''}", []).append(finding)
    for alike in by_shape.values():
        if len(alike) == 1:
            yield from _told("- ", alike[0], width)
        else:
            yield from _told_together(alike, width)
        yield ""


def _told_together(alike: list[Finding], width: int) -> Iterator[str]:
    """Tell notes of one kind: why and what to do once, then a short entry for each."""
    first = alike[0]
    source = f"Source: {first.source}; {_TIERS[first.tier]}"
    for text in (f"{first.why} {first.remedy}", source):
        yield from textwrap.wrap(text, max(width, 40), break_long_words=False)
    for finding in alike:
        place = str(finding.locator.get("place") or "").partition(", under ")[0]
        codes = [str(row["finding"]) for row in finding.evidence]
        shown = ", ".join(codes[:_MOST_CODES])
        if len(codes) > _MOST_CODES:
            shown += f" and {len(codes) - _MOST_CODES} more"
        parts = (finding.message, f"{place}." if place else "", f"See {shown}." if shown else "")
        yield from textwrap.wrap(
            " ".join(part for part in parts if part),
            max(width, 40),
            initial_indent="- ",
            subsequent_indent="  ",
            break_long_words=False,
        )


def _told(mark: str, finding: Finding, width: int) -> list[str]:
    inner = " " * len(mark)
    where = finding.locator.get("place")
    parts = [
        ("", finding.message),
        ("Where: ", str(where) if where else ""),
        ("Why: ", finding.why),
        ("What to do: ", finding.remedy),
        ("Evidence: ", ", ".join(str(row["finding"]) for row in finding.evidence)),
        ("Source: ", f"{finding.source}; {_TIERS[finding.tier]}"),
    ]
    lines: list[str] = []
    for label, text in parts:
        if text:
            lines += textwrap.wrap(
                label + text,
                max(width, 40),
                initial_indent=inner if lines else mark,
                subsequent_indent=inner,
                break_long_words=False,
            )
    return lines
