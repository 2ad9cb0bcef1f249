"""Drumlorne: a Word file with no heading styles, hand numbers, tabs and odd tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from tests.tools.plans.moorland.model import Block, Outcome, Plan
from tests.tools.plans.moorland.wordkit import (
    fill,
    grid,
    new_document,
    page_number,
    repeat,
    shade,
    whole,
    write,
)

HEADERS = [
    ("What needs doing", "Down to", "For when", "We will know because"),
    ("What needs doing", "Down to", "For when", "How we'd tell"),
    ("Step", "Down to (if two, both)", "To be done by", "Sign that it's working"),
]
WIDTHS = [Cm(7.2), Cm(3.4), Cm(2.6), Cm(3.8)]


def build(plan: Plan, path: Path) -> None:
    """Write the document."""
    doc = new_document(plan.meta["title"], "Liberation Serif", 11.5)
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    head = section.header.paragraphs[0]
    write(head, plan.outside[0], size=8.5, italic=True)
    foot = section.footer.paragraphs[0]
    write(foot, plan.outside[1] + "\t\t", size=8.5)
    page_number(foot)
    for block in plan.blocks():
        _block(doc, plan, block)
    doc.save(str(path))


def _cover(doc: Any, plan: Plan) -> None:
    for text, size in (("", 20), ("DRUMLORNE AND THE GLENS COUNCIL", 12), ("", 40)):
        write(doc.add_paragraph(), text, bold=True, size=size)
    title = doc.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(title, plan.meta["title"], bold=True, size=24)
    sub = doc.add_paragraph()
    sub.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(sub, "(an invented plan for an invented place, for use as an example)", italic=True)
    lines = ["", "Period:\t\t1 April 2018 to 31 March 2021", "Version:\t\t0.9 FINAL (with changes)"]
    for line in [
        *lines,
        "Report by:\tHead of Social Work",
        "Agreed:\t\tPartnership, 14 March 2018",
    ]:
        write(doc.add_paragraph(), line)
    doc.add_page_break()


def _block(doc: Any, plan: Plan, block: Block) -> None:
    if block.kind == "h1":
        paragraph = doc.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(14)
        write(paragraph, block.text, bold=True, size=15)
    elif block.kind == "h2":
        write(doc.add_paragraph(), block.text, bold=True)
    elif block.kind == "p":
        paragraph = doc.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(1.25) if block.text[:1].isdigit() else None
        paragraph.paragraph_format.first_line_indent = (
            Cm(-1.25) if block.text[:1].isdigit() else None
        )
        write(paragraph, block.text)
    elif block.kind in ("ul", "ol"):
        for number, item in enumerate(block.items, 1):
            mark = "-" if block.kind == "ul" else f"({'abcdefgh'[number - 1]})"
            write(doc.add_paragraph(), f"\t{mark}\t{item}")
    elif block.kind == "table":
        _plain(doc, block.items)
    elif block.text == "cover":
        _cover(doc, plan)
    elif block.text == "partners":
        for number, (name, _) in enumerate(plan.partners, 1):
            write(doc.add_paragraph(), f"\t{number}\t{name}")
    elif block.text == "actions":
        for number, outcome in enumerate(plan.outcomes):
            _actions(doc, plan, outcome, HEADERS[number % len(HEADERS)])


def _plain(doc: Any, rows: list[list[str]]) -> None:
    table = grid(doc, len(rows), [Cm(7)] + [Cm(3.2)] * (len(rows[0]) - 1))
    for line, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(line.cells, values, strict=True):
            fill(cell, value, bold=values is rows[0])
    doc.add_paragraph()


def _actions(doc: Any, plan: Plan, outcome: Outcome, header: tuple[str, ...]) -> None:
    actions = plan.under(outcome.id)
    table = grid(doc, 2 + len(actions), WIDTHS)
    title = table.rows[0].cells[0].merge(table.rows[0].cells[3])
    fill(title, f"COMMON OUTCOME {outcome.id}", bold=True, size=10)
    write(title.add_paragraph(), outcome.text, bold=True)
    shade(title, "D9D9D9")
    for cell, text in zip(table.rows[1].cells, header, strict=True):
        fill(cell, text, bold=True, italic=True)
    repeat(table.rows[0])
    repeat(table.rows[1])
    for index, action in enumerate(actions, 2):
        row = table.rows[index]
        whole(row)
        fill(row.cells[0], f"{action.id}\t{action.text}")
        for column, key, text in ((1, "lead", action.lead), (2, "due", action.due)):
            if key in action.merged:
                table.cell(index - 1, column).merge(row.cells[column])
                joined = row.cells[column]
                for extra in joined.paragraphs[1:]:
                    extra._p.getparent().remove(extra._p)
            else:
                fill(row.cells[column], text)
        fill(row.cells[3], action.measure)
    doc.add_paragraph()
