"""Reads a template that was filled in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from cjgraph.errors import WrongFormat

from ..blocks import LONGEST, NOWHERE
from ..guard import MEDIA_TYPES
from ..reading import PlanReading, Source, Warned
from .faults import FAULT_CODE, TemplateFault, TemplateWarned
from .form import ReadForm, ReadRow
from .kept import Kept
from .mark import template_format
from .private import masked, refusals
from .understand import Understood, understand

__all__ = ["FAULT_CODE", "TemplateReading", "read_template"]


@dataclass(frozen=True, slots=True)
class TemplateReading:
    """What a filled-in template says.

    Args:
        reading: The plan; its source is the template itself.
        faults: What is wrong in it, sheet by sheet and row by row.
        origin: The file that the template was filled from by machine, if any.
    """

    reading: PlanReading
    faults: tuple[TemplateFault, ...] = ()
    origin: Source | None = None

    def warned(self) -> PlanReading:
        """Return the reading with its faults among the warnings."""
        told = tuple(fault.warned() for fault in self.faults)
        return replace(self.reading, warnings=(*self.reading.warnings, *told))


def read_template(data: bytes, name: str) -> TemplateReading:
    """Read a template that was filled in, as a workbook or as a Word file.

    Args:
        data: The file; :func:`~ingest.plans.guard.look_at` has looked at it.
        name: What to call it.

    Raises:
        WrongFormat: It is no template.
        PlanNotReadable: It is damaged.
    """
    kind = template_format(data)
    if kind is None:
        raise WrongFormat(f"{name} is not a template of cjgraph.")
    source = Source(name, MEDIA_TYPES[kind], hashlib.sha256(data).hexdigest())
    form = _form(data, name, kind)
    if refused := refusals(form):
        return TemplateReading(PlanReading("refused", source, warnings=tuple(refused)))
    notes = masked(form)
    _shorten(form)
    origin = form.kept.source
    found = _understood(form, source)
    if kind == "docx":
        told = tuple(replace(fault, word=True) for fault in found.faults)
        found = replace(found, faults=told)
    if not _says_anything(found.reading):
        said = f"{name} is a template that has not been filled in yet."
        blank = replace(source, unreadable=((NOWHERE, said),))
        nothing = PlanReading("empty", blank, warnings=(Warned("empty", said),))
        return TemplateReading(nothing, found.faults, origin)
    warnings = (*_lacking(found.reading, "table" if kind == "docx" else "sheet"), *notes)
    return TemplateReading(replace(found.reading, warnings=warnings), found.faults, origin)


def _understood(form: ReadForm, source: Source) -> Understood:
    faults = list(form.faults)
    try:
        return understand(form, source)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        if not form.kept.facts:
            raise
        # What travelled along unseen was tampered with; what a person sees still counts.
        form.kept, form.faults = Kept(form.kept.edition, source=form.kept.source), faults
        return understand(form, source)


def _form(data: bytes, name: str, kind: str) -> ReadForm:
    if kind == "xlsx":
        from .xlsx_reader import read_workbook_form

        return read_workbook_form(data, name)
    from .docx_reader import read_word_form

    return read_word_form(data, name)


def _shorten(form: ReadForm) -> None:
    """Cut what is longer than any paragraph of a plan, and tell."""
    for key, sheet in form.sheets.items():
        rows = []
        for row in sheet.rows:
            cells = dict(row.cells)
            for name, cell in row.cells.items():
                if len(cell.text) > LONGEST and len(form.kept.meant(cell.text)) > LONGEST:
                    said = f"This is longer than {LONGEST:,} characters; its end was not read."
                    fault = TemplateFault(sheet.title, cell.row, cell.name, said, cell.place)
                    form.faults.append(fault)
                    cells[name] = replace(cell, text=cell.text[:LONGEST])
            rows.append(ReadRow(row.number, cells))
        form.sheets[key] = replace(sheet, rows=rows)


def _says_anything(read: PlanReading) -> bool:
    things = (
        read.title, read.area, read.period, read.outcomes, read.objectives, read.actions,
        read.needs, read.services, read.partners, read.publication, read.participation,
    )  # fmt: skip
    said = any(item.evidence for item in read.checklist.values())
    assessed = any(s.assessment or s.decision or s.indicators for s in read.statute.values())
    return any(things) or said or assessed


def _lacking(read: PlanReading, holder: str) -> list[Warned]:
    found: list[Warned] = []
    for code, title, what, there in (
        ("no_actions", "Actions", "action", read.actions),
        ("no_outcomes", "Outcomes", "outcome", read.outcomes),
    ):
        if not there:
            said = f"The {holder} '{title}' has no {what} in it. Fill in a row for each {what}."
            found.append(TemplateWarned(code, said, sheet=title))
    if not read.period:
        found.append(Warned("no_period", "The plan does not say which years it is for."))
    if not read.area:
        found.append(Warned("no_area", "The plan does not say which area it is for."))
    return found
