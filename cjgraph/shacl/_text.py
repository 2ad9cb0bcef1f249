"""A report in plain text, fit to be read out to the person who wrote the plan."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final, NamedTuple

from cjgraph.shacl._characters import printable
from cjgraph.shacl._groups import URGENT, Fault, Group, Groups, Kind, grouped
from cjgraph.shacl._offers import cited, offered
from cjgraph.shacl._report import SEVERITIES, CheckReport
from cjgraph.shacl._summary import summary

_NARROWEST: Final = 40
#: Findings of the catalogue that are named before the rest are only counted.
_MOST_NAMED: Final = 2


class Line(NamedTuple):
    """One line of a report.

    Args:
        text: What it says.
        style: ``title``, ``heading``, ``violation``, ``warning``, ``info`` or nothing; what a
            terminal may colour. The words say the same without it.
    """

    text: str
    style: str = ""


def report_text(report: CheckReport, *, width: int = 88) -> str:
    """Put a report into plain text.

    Findings of one rule share its reasons, and a fault that two rules tell of is told once.
    Marks that a terminal would obey are left out.

    Args:
        report: The report.
        width: Columns of the terminal.
    """
    return "\n".join(line.text for line in report_lines(report, width=width)).rstrip() + "\n"


def report_lines(report: CheckReport, *, width: int = 88) -> list[Line]:
    """Put a report into lines that a terminal may colour.

    Args:
        report: The report.
        width: Columns of the terminal.
    """
    width = max(width, _NARROWEST)
    groups = grouped(report)
    lines = [*_head(report, groups, width), Line("")]
    if groups.first:
        lines += [*_heading("Mend these first"), Line("")]
        for fault in groups.first:
            lines += [*_in_full(fault, width), Line("")]
    for group in groups.groups:
        lines += _group(group, width)
    if not report.findings:
        lines.append(Line("Nothing was found to mend."))
    return [Line(printable(line.text).rstrip(), line.style) for line in lines]


def _head(report: CheckReport, groups: Groups, width: int) -> Iterator[Line]:
    for text in _wrap(f"Plan: {report.title}", width):
        yield Line(text, "title")
    if groups.notice is not None:
        told = groups.notice.told
        yield Line("")
        yield from _lines(
            f"{told.message} {told.remedy} (Finding {groups.notice.number}.)",
            width,
            style=told.severity,
        )
        yield Line("")
    for label, words in summary(report, groups):
        yield from _lines(f"{label}: {words}", width)


def _heading(words: str) -> tuple[Line, Line]:
    return Line(words, "heading"), Line("-" * len(words))


def _group(group: Group, width: int) -> Iterator[Line]:
    [*titles] = _wrap(group.title, width)
    for title in titles:
        yield Line(title, "heading")
    yield Line("-" * max(map(len, titles)))
    if group.before:
        numbers = ", ".join(map(str, group.before))
        yield from _lines(f"See also {numbers} above.", width)
    for severity in SEVERITIES:
        kinds = group.of(severity)  # type: ignore[arg-type]  # the three severities
        if not kinds:
            continue
        number = f"{sum(kind.count for kind in kinds):,}{' more' if group.before else ''}"
        yield Line(f"{URGENT[severity]} ({number})", severity)
        for kind in kinds:
            yield from _kind(kind, width)
            yield Line("")


def _kind(kind: Kind, width: int) -> Iterator[Line]:
    """Tell faults of one rule: the reasons once, then a short entry for each."""
    first = kind.faults[0]
    if kind.in_one:
        yield from _lines(f"{kind.numbers}. {kind.in_one}", width, "", "    ")
        if kind.count == first.outcomes:  # not told among those to mend first
            yield from _lines(_reasons(first), width, "    ", "    ")
        return
    if kind.count == 1:
        mark = f"{first.number}. "
        yield from _lines(_entry(first, first.message), width, mark)
        yield from _lines(_reasons(first), width, " " * len(mark), " " * len(mark))
        yield from _offers(first, " " * len(mark), width)
        return
    yield Line(f"{first.name}: {kind.count} times")
    yield from _lines(_reasons(first), width, "  ", "  ")
    for fault in kind.faults:
        mark = f"{fault.number}. "
        yield from _lines(_entry(fault, fault.told.brief or fault.message), width, mark)
        yield from _offers(fault, " " * len(mark), width)
    if kind.more:
        yield from _lines(
            f"And {kind.more:,} more; the full list is in the CSV (--format csv).", width
        )


def _in_full(fault: Fault, width: int) -> Iterator[Line]:
    told = fault.told
    mark = f"{fault.number}. "
    inner = " " * len(mark)
    yield from _lines(fault.headline, width, mark, style=told.severity)
    parts = (
        ("Where", fault.place),
        ("The plan says", f'"{fault.quote}"' if fault.quote else ""),
        ("Why", fault.why),
        ("What to do", told.remedy),
        ("Evidence", _evidence(fault)),
        ("Source", fault.sources),
    )
    for label, text in parts:
        if text:
            yield from _lines(f"{label}: {text}", width, inner, inner)
    if fault.like_it:
        yield from _lines(fault.like_it, width, inner, inner)
    yield from _offers(fault, inner, width)


def _entry(fault: Fault, words: str) -> str:
    place = fault.place.partition(", under ")[0]
    # A sentence ends by itself; the name of a thing is followed by its place at once.
    joint = " " if words.endswith(".") else ": "
    line = f"{words}{joint}{place}." if place else words
    if fault.quote:
        # Words that end a sentence end ours too.
        stop = "" if fault.quote.endswith((".", "!", "?", "…")) else "."
        line = f'{line} The plan says: "{fault.quote}"{stop}'
    shown = _evidence(fault)
    return f"{line} See {shown}." if shown else line


def _reasons(fault: Fault) -> str:
    told = fault.told
    return f"Why: {fault.why} What to do: {told.remedy} Source: {fault.sources}."


def _evidence(fault: Fault) -> str:
    rows = fault.told.evidence
    # What says that something helps or harms tells more than background does.
    telling = sorted(rows, key=lambda row: row.get("stance") in ("context", ""))
    named = [cited(row) for row in telling[:_MOST_NAMED]]
    left = len(rows) - len(named)
    return ", ".join(named) + (f" and {left} more" if left else "")


def _offers(fault: Fault, inner: str, width: int) -> Iterator[Line]:
    for offer in offered(fault.told.offers):
        yield from _lines(offer.sentence, width, inner, inner)


def _lines(
    text: str, width: int, first: str = "", later: str | None = None, *, style: str = ""
) -> Iterator[Line]:
    for line in _wrap(text, width, first, later):
        yield Line(line, style)


def _wrap(text: str, width: int, first: str = "", later: str | None = None) -> list[str]:
    return textwrap.wrap(
        printable(text),
        width,
        initial_indent=first,
        subsequent_indent=" " * len(first) if later is None else later,
        break_long_words=False,
    ) or [""]
