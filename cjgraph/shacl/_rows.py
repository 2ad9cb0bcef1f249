"""The rows of a report for a meeting: one fault a row, with room for who mends it by when."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from cjgraph.shacl._characters import printable
from cjgraph.shacl._checkpoints import ANSWERS, checkpoint_tables
from cjgraph.shacl._groups import URGENT, Fault, Groups, grouped
from cjgraph.shacl._offers import catalogue, offered
from cjgraph.shacl._report import CheckReport
from cjgraph.spreadsheet import guarded

COLUMNS: Final = (
    "Number",
    "How urgent",
    "Checklist item",
    "What",
    "Where",
    "What the plan says",
    "Why it matters",
    "How to mend it",
    "Source",
    "Evidence and examples",
    "Who will do it",
    "By when",
)
CHECKPOINT_COLUMNS: Final = (
    "Checkpoint",
    "Page",
    "Question",
    "Yes or no",
    "Because",
    "Where are the weak points?",
    "What will we do about it?",
)
#: A cell of a spreadsheet holds no more.
_LONGEST: Final = 32_000
_MOST_EVIDENCE: Final = 3
_MOST_NUMBERS: Final = 20

Row = tuple[str | int, ...]


def report_csv(report: CheckReport) -> str:
    """Put a report into CSV, every fault in a row, with no limit to their number.

    The text starts with a byte order mark, by which Excel knows the encoding. What a
    spreadsheet could take for a formula is led by an apostrophe.

    Args:
        report: The report.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    # No rule has so many findings that its rows would be cut.
    groups = grouped(report, most=len(report.findings) + 1)
    for row in finding_rows(groups):
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return "\ufeff" + text.getvalue()


def finding_rows(groups: Groups) -> Iterator[Row]:
    """Yield a row for each fault, what to mend first in front.

    Args:
        groups: The report, grouped.
    """
    if groups.notice is not None:
        yield _row(groups.notice, "Read this first")
    for fault in groups.first:
        yield _row(fault, f"{URGENT[fault.told.severity]}, among the first")
    for group in groups.groups:
        for kind in group.kinds:
            for fault in kind.faults:
                yield _row(fault, URGENT[fault.told.severity])
            if kind.more:
                said = f"{kind.faults[0].name}: and {kind.more:,} more; the full list is in the CSV"
                blank = [""] * len(COLUMNS)
                blank[COLUMNS.index("What")] = said
                yield tuple(blank)


def checkpoint_rows(report: CheckReport) -> Iterator[Row]:
    """Yield a row for each question of the checkpoints.

    Args:
        report: The report.
    """
    for table in checkpoint_tables(report):
        for row in table.rows:
            weak = "\n".join(f"{w.said} ({numbers(w.numbers)})" for w in row.weak)
            yield (
                table.checkpoint.title.removeprefix("Checkpoint: ").capitalize(),
                table.checkpoint.page,
                row.question.asks,
                ANSWERS[row.answer],
                row.because,
                cell(weak),
                "",
            )


def numbers(told: tuple[int, ...]) -> str:
    """Name findings by their numbers.

    >>> numbers((3, 4))
    'findings 3, 4'
    """
    listed = ", ".join(map(str, told[:_MOST_NUMBERS]))
    more = " and more" if len(told) > _MOST_NUMBERS else ""
    return f"finding{'s' if len(told) > 1 else ''} {listed}{more}"


def cell(text: str) -> str:
    """Return text fit for a cell: printable, and no longer than a cell holds.

    Args:
        text: Text from anywhere; its line breaks are kept.
    """
    clean = "\n".join(printable(line) for line in text.split("\n"))
    return clean if len(clean) <= _LONGEST else clean[:_LONGEST] + "…"


def _row(fault: Fault, urgent: str) -> Row:
    told = fault.told
    return (
        fault.number,
        urgent,
        told.checklist_item or "",
        cell(fault.message),
        cell(fault.place),
        cell(told.quote),
        cell(fault.why),
        cell(told.remedy),
        cell(fault.sources),
        cell("\n".join(_help(fault))),
        "",
        "",
    )


def _help(fault: Fault) -> Iterator[str]:
    told = fault.told
    for offer in offered(told.offers):
        yield f"{offer.sentence} {offer.url}".strip()
    if not told.offers.get("evidence"):
        for offer in catalogue(told.evidence[:_MOST_EVIDENCE]):
            yield f"{offer.sentence} {offer.url}".strip()
        left = len(told.evidence) - _MOST_EVIDENCE
        if left > 0:
            yield f"and {left} more in the catalogue"
