"""Invented plans as workbooks: one of an area's own making, one in the product's template."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from ingest.plans.template import write_template
from tests.tools.mutants.graphs import reading_of
from tests.tools.mutants.national import indicator_words, national_words
from tests.tools.mutants.plans import NOTICE, InventedPlan
from tests.tools.mutants.word import link


def template(plan: InventedPlan) -> bytes:
    """Return a plan in the template, as if a coordinator had filled it in."""
    return write_template("xlsx", edition=plan.generation, reading=reading_of(plan))


def freeform(plan: InventedPlan) -> bytes:
    """Return a plan as a workbook that an area made for itself."""
    book = openpyxl.Workbook()
    about = book.active
    assert isinstance(about, Worksheet)
    about.title = "About"
    period = f"{_day(plan.start)} to {_day(plan.end)}"
    lines: list[tuple[str, bool]] = [
        (plan.title, True),
        (f"{plan.area} Community Justice Partnership", False),
        (f"Period of the plan: {period}", False),
        (NOTICE + ".", False),
    ]
    for chapter in plan.chapters:
        lines.append((chapter.heading, True))
        lines += [(plan.fill(s.text), False) for s in chapter.sentences]
    lines.append(("Needs", True))
    lines += [(words, False) for _, words in plan.needs]
    for row, (text, bold) in enumerate(lines, 1):
        about.cell(row, 1, text).font = Font(bold=bold)
        about.cell(row, 1).alignment = Alignment(wrap_text=True)
    about.column_dimensions["A"].width = 120
    _sheet(
        book,
        "Assessment",
        ("Outcome", "National indicator", "Where we are now", "Priority for action?"),
        [
            (
                f"{a.code.split('-')[1]}. {national_words(a.code)}",
                indicator_words(a.code),
                a.said + ".",
                a.decision + ".",
            )
            for a in plan.assessments
        ],
    )
    _sheet(
        book,
        "Outcomes",
        ("No", "Local outcome", "National outcome", "Indicator"),
        [(s.id, s.text, link(plan, s), s.measure) for s in plan.strands],
    )
    _sheet(
        book,
        "Objectives",
        ("No", "Strategic objective", "Outcome"),
        [(ref, text, f"Outcome {s.id}") for s in plan.strands for ref, text in s.objectives],
    )
    _sheet(
        book,
        "Actions",
        ("Ref", "Action", "Objective", "Lead", "Due date", "Measure"),
        [
            (
                r.id,
                r.text,
                f"Objective {r.objective}",
                " and ".join(name for name, _ in r.leads),
                plan.due_words(r.due),
                r.measure,
            )
            for r in plan.rows
        ],
    )
    _sheet(
        book,
        "Partners",
        ("Partner", "Part in this plan"),
        [(n, part) for n, _, part in plan.partners],
    )
    _sheet(
        book,
        "Services",
        ("Service", "For whom"),
        [(s, "People in the area") for s in plan.services],
    )
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet(
    book: openpyxl.Workbook, name: str, heads: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    sheet = book.create_sheet(name)
    for r, row in enumerate([heads, *rows], 1):
        for c, text in enumerate(row, 1):
            cell = sheet.cell(r, c, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=r == 1)
    for c in range(1, len(heads) + 1):
        sheet.column_dimensions["ABCDEFG"[c - 1]].width = 40
    sheet.freeze_panes = "A2"


def _day(day: object) -> str:
    return f"{day.day} {day.strftime('%B %Y')}"  # type: ignore[attr-defined]
