"""Why a file is not taken as a plan: a code that programs know, and a sentence for people."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

from cjgraph.errors import PlanNotReadable, SyntaxFault, WrongFormat

from .blocks import NOWHERE
from .guard import bytes_of
from .reading import PlanReading, Source, Status, Warned

#: What each code means. They are the statuses of a reading, and the codes of the warnings
#: that give a narrower reason; none is ever renamed.
MEANING: Final = {
    "annual_report": "The file is an annual report, not a plan.",
    "case_level_identifier": "The file holds what identifies a person in a case.",
    "damaged": "The file is damaged.",
    "empty": "The file, or the template, has nothing in it.",
    "encrypted": "The file is locked with a password.",
    "not_a_plan": "The file is no community justice plan.",
    "refused": "The file is not opened: it is too large, or made to do harm.",
    "took_too_long": "Reading was stopped at its deadline.",
    "too_much_memory": "Reading was stopped because it took too much memory.",
    "wrong_format": "The file is of a kind that is not read, or not what its ending says.",
}
_REMEDY: Final = {
    "annual_report": "Give the plan that the report is about.",
    "case_level_identifier": "Take it out of the file, then send it again.",
    "damaged": "Save it anew from the program that made it.",
    "empty": "Fill it in or give another file.",
    "encrypted": "Take the password off and save it anew.",
    "not_a_plan": "Give the plan itself, or fill in the template.",
    "refused": "Save the chapter on community justice alone as a Word file or PDF.",
    "took_too_long": "Save it anew, or give the chapter on community justice alone.",
    "too_much_memory": "Save it anew, or give the chapter on community justice alone.",
    "wrong_format": "Save it as a Word file or PDF.",
}
_SENTENCE: Final = re.compile(r"[.!?](?=\s|$)")
#: A message of two sentences, or of two halves, has said what is wrong and what to do.
_SAYS_WHAT_TO_DO: Final = 2


class BrokenFile(SyntaxFault):
    """A file that was given as a plan is not what its ending says."""

    code = "wrong_format"


class PlanRefused(PlanNotReadable):
    """A file that is not taken as a plan, with the code that says why.

    Args:
        message: One plain sentence that names the file.
        code: One of ``MEANING``.
        hint: What to do about it.
    """

    def __init__(self, message: str, *, code: str, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.code = code

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross from a worker process with its code."""
        return (_rebuilt, (self.message, self.code, self.hint))


def _rebuilt(message: str, code: str, hint: str | None) -> PlanRefused:
    return PlanRefused(message, code=code, hint=hint)


def refusal_of(reading: PlanReading, name: str) -> PlanRefused:
    """Return the error for a reading that is not ok.

    Args:
        reading: The reading; notes that were made before it was stopped give no reason.
        name: What to call the file.
    """
    reasons = [warned for warned in reading.warnings if warned.code in MEANING]
    if not reasons:
        code = reading.status
        return PlanRefused(f"{name} can't be read. {_REMEDY.get(code, '')}".strip(), code=code)
    first, *others = reasons
    detail = first.message
    if ";" not in detail and len(_SENTENCE.findall(detail)) < _SAYS_WHAT_TO_DO:
        detail = f"{detail} {_REMEDY[first.code]}"
    return PlanRefused(
        detail, code=first.code, hint=" ".join(warned.message for warned in others) or None
    )


def stopped_reading(path: Path, name: str, error: SyntaxFault | WrongFormat) -> PlanReading:
    """Return the reading of a file that could not be taken, so that none is without one.

    Args:
        path: The file.
        name: What to call it.
        error: Why it was not taken.

    Raises:
        FileNotReadable: It can't be opened.
    """
    status: Status = "damaged" if isinstance(error, SyntaxFault) else "refused"
    said = " ".join(part for part in (error.message, error.hint) if part)
    digest = hashlib.sha256(bytes_of(path, name)).hexdigest()
    source = Source(name, "", digest, unreadable=((NOWHERE, said),))
    return PlanReading(status, source, warnings=(Warned("wrong_format", said),))
