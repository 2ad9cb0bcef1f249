"""Writes the template, empty or filled from a reading."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final, Literal

from cjgraph.errors import UnknownThing
from cjgraph.resources import resource_folder

from ..reading import PlanReading
from ..vocabulary import Edition, vocabulary
from . import choices
from .fill import filled
from .form import Filled

TemplateFormat = Literal["xlsx", "docx"]
_EXAMPLE: Final = "strathmarnock-cjoip-2024-2029.docx"


def write_template(
    format: TemplateFormat,
    *,
    edition: str | None = None,
    reading: PlanReading | None = None,
    example: bool = False,
) -> bytes:
    """Return a template for a local plan, made from the rules and the vocabularies.

    Args:
        format: ``xlsx`` for a workbook, ``docx`` for a Word file.
        edition: The national framework, such as ``"2023"``; the one in force today where None.
        reading: A reading to fill the template from.
        example: Whether to fill it with an invented plan, to show what a whole one is like.

    Raises:
        UnknownThing: There is no such edition.
    """
    wanted = _edition(edition or (reading.framework if reading else None))
    invented = example and reading is None
    made = _made(format, example_reading() if invented else reading, wanted)
    made.invented = invented
    if format == "xlsx":
        from .xlsx_writer import write_workbook

        return write_workbook(made)
    from .docx_writer import write_word

    return write_word(made)


@cache
def example_reading() -> PlanReading:
    """Return the reading of the invented plan that examples are taken from."""
    from ..reader import read_plan

    return read_plan(resource_folder("ontology") / "examples" / _EXAMPLE)


def _made(format: TemplateFormat, reading: PlanReading | None, edition: Edition) -> Filled:
    from .xlsx_writer import MOST

    shown = None
    if reading is None:
        same = example_reading()
        shown = same if same.framework == edition.generation else None
    return filled(reading, edition, shown, MOST if format == "xlsx" else None)


def _edition(name: str | None) -> Edition:
    if name is None:
        return vocabulary().edition_on(date.today())
    code = choices.editions().code(name)
    if code is None:
        known = ", ".join(choices.editions().shown)
        raise UnknownThing(
            f"There is no national framework '{name}' that plans are judged by.",
            hint=f"Those are: {known}.",
        )
    return vocabulary().edition(code)
