"""What the plan says of each national outcome, from the sheet of assessments."""

from __future__ import annotations

from datetime import date

from ..reading import Evidence, StatuteReading
from ..vocabulary import Edition, vocabulary
from . import choices
from .form import ReadRow
from .interpret import Interpreter
from .kept import Facts


def read_statute(
    reader: Interpreter, edition: Edition, period: tuple[date, date] | None
) -> dict[str, StatuteReading]:
    """Return assessment and decision for each outcome of the edition that judges the plan."""
    found: dict[str, StatuteReading] = {}
    wanted = vocabulary().edition_on(period[0]) if period else edition
    new = reader.kept.source is None
    for row in reader.rows("assessment"):
        cell = row.cells.get("outcome")
        if cell is None:
            reader.fault("assessment", row, None, "The row does not say which national outcome "
                         "it is about.")  # fmt: skip
            continue
        code = reader.choice("assessment", row, cell, choices.outcomes(), "national outcomes")
        if code is None:
            continue
        facts = reader.kept.take("assessment", code)
        if facts is None and len(row.cells) == 1 and (not new or code not in wanted.outcomes):
            continue
        if code in found:
            reader.fault("assessment", row, cell, f"{code.upper()} is there twice; the first "
                         "row counts.")  # fmt: skip
            continue
        found[code] = _assessed(reader, row, facts)
    for code in wanted.outcomes if new else ():
        found.setdefault(code, StatuteReading())
    return found


def _assessed(reader: Interpreter, row: ReadRow, facts: Facts | None) -> StatuteReading:
    def said(key: str, text: str) -> Evidence | None:
        before = facts.get(key) if facts else None
        known = {"of": before[0], "at": before[1]} if before else None
        return reader.evidence(text, reader.kept_place(known, text, row, key))

    answer = row.cells.get("priority")
    priority = None
    if answer and reader.meant(answer):
        code = reader.choice("assessment", row, answer, choices.yes_or_no(), "answers yes and no")
        priority = None if code is None else code == "yes"
    reason = reader.text(row, "reason")
    if priority is not None and not reason and (facts is None or facts["priority"] is not priority):
        reason = choices.YES if priority else choices.NO
    return StatuteReading(
        assessment=said("now", reader.text(row, "now")),
        indicators=tuple(
            reader.codes("assessment", row, "indicator", choices.indicators(),
                         "national indicators")
        ),
        priority=priority,
        decision=said("reason", reason),
    )  # fmt: skip
