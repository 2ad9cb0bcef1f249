"""The thirteen checklist items in a table: what was found of each, how much to mend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cjgraph.shacl._groups import Groups
from cjgraph.shacl._report import CheckReport

VERDICTS: Final = {
    "present": "Found",
    "partial": "Found in part",
    "missing": "Not found",
    "unknown": "Could not be judged",
}


@dataclass(frozen=True)
class ItemRow:
    """One checklist item.

    Args:
        number: Its number.
        name: Its name.
        verdict: What was found of it, in words.
        count: How many faults belong to it.
        anchor: Where a page tells of them; empty where there are none, or none but those to
            mend first.
        first: Number of the first of them that is among those to mend first, or None.
    """

    number: int
    name: str
    verdict: str
    count: int
    anchor: str
    first: int | None


def item_rows(report: CheckReport, groups: Groups) -> tuple[ItemRow, ...]:
    """Return a row for each checklist item.

    Args:
        report: The report.
        groups: The same report, grouped.
    """
    rows = []
    for number, name in sorted(report.basis.items.items()):
        of_item = [group for group in groups.groups if group.item == number]
        lead = [fault.number for fault in groups.first if fault.told.checklist_item == number]
        verdict = report.basis.verdicts.get(number, "unknown")
        count = len(lead) + sum(kind.count for group in of_item for kind in group.kinds)
        anchor = of_item[0].anchor if of_item else ""
        rows.append(
            ItemRow(number, name, VERDICTS[verdict], count, anchor, lead[0] if lead else None)
        )
    return tuple(rows)
