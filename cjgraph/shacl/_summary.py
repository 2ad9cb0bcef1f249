"""The head of a report in plain sentences: what was judged, by what, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cjgraph.shacl._basis import Basis
from cjgraph.shacl._days import day_in_words
from cjgraph.shacl._groups import Groups
from cjgraph.shacl._report import CheckReport
from cjgraph.shacl._scores import ThreadCount

#: How findings of a tier are counted, the law first.
_COUNTED: Final = {
    "statute": "by law",
    "thread": "thread",
    "checklist": "checklist guidance",
    "smart": "SMART guidance",
    "evidence": "evidence",
    "data": "data",
}
_VERDICTS: Final = {
    "present": "found",
    "partial": "found in part",
    "missing": "not found",
    "unknown": "could not be judged",
}
ITEMS: Final = 13


def summary(report: CheckReport, groups: Groups) -> tuple[tuple[str, str], ...]:
    """Return what stands at the head of a report: labels with what they say.

    Args:
        report: The report.
        groups: The same report, grouped.
    """
    basis = report.basis
    rows = (
        ("Area", basis.area),
        ("Period", _period(basis)),
        ("Judged by", f"{_framework(report)}. {basis.why}".strip()),
        ("Result", _result(report, groups)),
        ("Checklist", _checklist(report)),
        ("Golden thread", _thread(report.thread, report.scores.thread)),
        ("Checked", _checked(report)),
    )
    return tuple((label, words) for label, words in rows if words)


def _framework(report: CheckReport) -> str:
    year = report.framework or "an unknown year"
    named = f", {report.basis.edition}" if report.basis.edition else ""
    return f"the national framework of {year}{named}"


def _period(basis: Basis) -> str:
    if basis.start is None and basis.end is None:
        return ""
    begun = "not found" if basis.start is None else day_in_words(basis.start)
    over = "not found" if basis.end is None else day_in_words(basis.end)
    return f"{begun} to {over}."


def _result(report: CheckReport, groups: Groups) -> str:
    must, should, note = (
        (groups.count(severity), _by_tier(groups.counts, severity))
        for severity in ("violation", "warning", "info")
    )
    return (
        f"{'passes' if report.conforms else 'does not pass'}. "
        f"{must[0]} to mend{must[1]}, {should[0]} to improve{should[1]}, {note[0]} to note."
    )


def _by_tier(counts: Mapping[tuple[str, str], int], severity: str) -> str:
    told = ", ".join(
        f"{counts[severity, tier]} {words}"
        for tier, words in _COUNTED.items()
        if counts.get((severity, tier))
    )
    return f" ({told})" if told else ""


def _checklist(report: CheckReport) -> str:
    said = [f"{report.scores.checklist:g} of {ITEMS}."]
    for verdict, words in _VERDICTS.items():
        items = sorted(n for n, known in report.basis.verdicts.items() if known == verdict)
        if items:
            numbers = "" if len(items) == ITEMS else f" ({_listed(items)})"
            said.append(f"{len(items)} {words}{'' if verdict == 'present' else numbers},")
    return " ".join(said).rstrip(",") + ("." if len(said) > 1 else "")


def _listed(numbers: list[int]) -> str:
    return ("item " if len(numbers) == 1 else "items ") + ", ".join(map(str, numbers))


def _thread(count: ThreadCount, share: float) -> str:
    if not count.actions:
        return "no action was found in the plan."
    one = count.actions == 1
    if count.reaching == count.actions:
        led = "the one action" if one else f"all {count.actions} actions"
        through = "an objective and a local outcome"
        if count.through == "outcome":
            through = "a local outcome; no objective was found in the plan"
        return (
            f"{led} (100%) can be traced up to a national outcome or priority action through "
            f"{through}."
        )
    reach = (
        f"{count.reaching} of {count.actions} action{'' if one else 's'} ({share:.0%}) "
        f"reach{'es' if one else ''} a national outcome or priority action through "
    )
    if count.through == "outcome":
        return f"{reach}a local outcome; no objective was found in the plan."
    return f"{reach}an objective and a local outcome."


def _checked(report: CheckReport) -> str:
    on = ""
    if report.checked_on:
        on = f"on {day_in_words(date.fromisoformat(report.checked_on))} "
    return f"{on}by rules {report.rules_version}, profile {report.profile}."
