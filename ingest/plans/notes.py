"""What a reading has to say before its report: that it may have failed, or where it has faults."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from .blocks import NOWHERE, Locator
from .reading import PlanReading, Warned
from .template.faults import FAULT_CODE, TemplateWarned

#: A reading without these may have failed, so its report may say of the plan what is not so.
_NOTHING_FOUND: Final = {"no_actions": "action", "no_outcomes": "outcome"}
_PASSAGES: Final = "These passages"
#: Names of officials are masked in what is kept; the check is none the worse for it.
_UNTOLD: Final = frozenset({"email_masked", "phone_masked", "name_masked"})
#: These are findings of the report as well.
_FOUND_BY_RULES: Final = frozenset({"dangling_reference"})


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know before a report is read.

    Args:
        code: What kind of note it is; ``no_actions`` and ``no_outcomes`` say that the reading
            may have failed, ``template_fault`` that a cell could not be understood.
        message: What is so, and what to do, in plain sentences.
        locator: The place.
        sheet: Sheet of a template, or the name of its table in a Word file.
        row: Row there, as the program shows it.
        cell: Cell there, such as ``"F7"``, or the name of its column in a Word file.
    """

    code: str
    message: str
    locator: Locator = NOWHERE
    sheet: str | None = None
    row: int | None = None
    cell: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the note, every key present."""
        return {
            "code": self.code,
            "message": self.message,
            "sheet": self.sheet,
            "row": self.row,
            "cell": self.cell,
            "locator": self.locator.to_json(),
        }


def notes_of(reading: PlanReading) -> tuple[Note, ...]:
    """Return what whoever relies on a reading has to know first.

    Args:
        reading: A reading that is ok.

    Returns:
        First that it may have failed, then the faults of a template, then the rest.
    """
    told = {warned.code: warned for warned in reading.warnings}
    found = {"no_actions": reading.actions, "no_outcomes": reading.outcomes}
    first = [
        _nothing(code, told.get(code)) for code in _NOTHING_FOUND if code in told or not found[code]
    ]
    rest = [
        _note(warned)
        for warned in reading.warnings
        if warned.code not in _NOTHING_FOUND.keys() | _UNTOLD | _FOUND_BY_RULES
    ]
    return (*first, *sorted(rest, key=lambda note: note.code != FAULT_CODE))


def notes_text(notes: Iterable[Note], *, width: int = 88) -> str:
    """Put notes into plain text, to stand before a report; nothing where there are none.

    Args:
        notes: The notes.
        width: Columns of the terminal.
    """
    notes = tuple(notes)
    faults = [note for note in notes if note.code == FAULT_CODE]
    lines: list[str] = []
    for note in notes:
        if note.code in _NOTHING_FOUND:
            lines += [*textwrap.wrap(note.message, width), ""]
    for title, group in (
        (f"Faults in the template ({len(faults)})", faults),
        ("Notes on the reading", [n for n in notes if n.code not in {*_NOTHING_FOUND, FAULT_CODE}]),
    ):
        if group:
            lines += [title, "", *_listed(group, width), ""]
    return "\n".join(lines)


def _listed(notes: Iterable[Note], width: int) -> Iterator[str]:
    for note in notes:
        yield from textwrap.wrap(note.message, width, initial_indent="- ", subsequent_indent="  ")


def _nothing(code: str, warned: Warned | None) -> Note:
    if isinstance(warned, TemplateWarned):
        return _note(warned)
    what = _NOTHING_FOUND[code]
    said = (
        f"No {what} was found in the file. If it sets out {what}s, the reader did not know them: "
        "see how it was read with 'cjgraph plan read', or fill in the template."
    )
    if warned is None:
        return Note(code, said)
    _, begin, passages = warned.message.partition(_PASSAGES)
    return Note(code, f"{said} {begin}{passages}".strip(), warned.locator)


def _note(warned: Warned) -> Note:
    if isinstance(warned, TemplateWarned):
        row, cell = warned.row or None, warned.cell or None
        return Note(warned.code, warned.message, warned.locator, warned.sheet, row, cell)
    return Note(warned.code, warned.message, warned.locator)
