"""The Kinmarr plan: a styled Word document by consultants."""

from __future__ import annotations

from typing import Any

import docx
from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from tests.tools.plans.granite import kinmarr_actions as data
from tests.tools.plans.granite import kinmarr_text as words
from tests.tools.plans.granite import kinmarr_text2 as more
from tests.tools.plans.granite import word
from tests.tools.plans.granite.model import (
    DATA,
    Action,
    Block,
    Plan,
    blocks,
    flow,
    named,
    plain,
    read,
    smart,
    verdicts,
)

TEAL = "1F5C63"
PALE = "CFE3E5"
TITLE = "Kinmarr Community Justice Outcomes Improvement Plan 2023 to 2028"
COLUMNS = ["Ref", "Specific", "Measure", "Owner", "Timescale"]
CM = [1.3, 5.9, 4.1, 3.1, 2.6]
PAGES = dict(zip("123456789", "3 4 6 7 9 11 17 17 18".split(), strict=True))


def smart_table(doc: Doc, key: str, acts: list[Action]) -> None:
    """Title row, header row, then the actions with shared cells merged."""
    table = doc.add_table(len(acts) + 2, 5, style="Table Grid")
    title = table.cell(0, 0).merge(table.cell(0, 4))
    word.put(title, smart(f"Strategic Objective {key} -- action table"), True, 9.5, "FFFFFF")
    word.shade(title, TEAL)
    for c, name in enumerate(COLUMNS):
        word.put(table.cell(1, c), name, bold=True)
        word.shade(table.cell(1, c), PALE)
    word.fill_column(table, 0, 2, [(a.id, False) for a in acts])
    word.fill_column(table, 1, 2, [(a.text, False) for a in acts])
    word.fill_column(table, 2, 2, [(a.measure, "measure" in a.merged) for a in acts])
    word.fill_column(table, 3, 2, [(plain(a.lead), "lead" in a.merged) for a in acts])
    word.fill_column(table, 4, 2, [(plain(a.due), "due" in a.merged) for a in acts])
    word.widths(table, CM)
    word.repeat(table, 2)
    word.whole(table)
    doc.add_paragraph()


def special(doc: Doc, plan: Plan, block: Block) -> None:
    if block.kind == "page":
        doc.add_page_break()
    elif block.kind == "sign":
        par = doc.add_paragraph()
        word.runs(par, block.text, bold=True)
    elif block.kind == "figure":
        par = doc.add_paragraph(style="Caption")
        par.add_run("Table 1: " + block.text)
    elif block.kind == "partners":
        for p in named(smart(data.PARTNERS)):
            doc.add_paragraph(p["as_written"], style="List Bullet")
    elif block.kind == "services":
        rows = [r.split(" | ") for r in smart(more.SERVICES).strip().splitlines()]
        head = ["Service", "Run by", "In the Glens?"]
        word.grid(doc, [head, *rows], [6.5, 6.5, 4.0], PALE)
    elif block.kind == "orgchart":
        table = doc.add_table(3, 3)
        top = table.cell(0, 0).merge(table.cell(0, 2))
        mid = table.cell(1, 0).merge(table.cell(1, 2))
        boxes = [(top, "Kinmarr Community Planning Partnership"), (mid, "Partnership Board")]
        names = ("Early Help", "Orders and Courts", "Coming Home")
        boxes += [(table.cell(2, n), name) for n, name in enumerate(names)]
        for cell, text in boxes:
            word.put(cell, text, bold=True)
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            word.shade(cell, PALE)
        doc.add_paragraph()
    elif block.kind == "mapping":
        rows = [["Our local outcome", "National outcome"]]
        for out in plan.outcomes:
            rows += [[f"Outcome {out['id']}", t] for t in more.MAPPING[out["id"]]]
        word.grid(doc, rows, [4.0, 13.0], PALE)


def prose(doc: Doc, plan: Plan, text: str) -> None:
    side = iter(more.SIDE)
    for block in blocks(smart(text)):
        if block.kind in ("h1", "h2"):
            par = doc.add_heading(block.text, int(block.kind[1]))
            if block.text[:2] in ("1 ", "4 ", "6 "):
                par.paragraph_format.page_break_before = True
        elif block.kind == "p":
            par = doc.add_paragraph()
            word.runs(par, block.text)
            if block.text.startswith("What came back"):
                word.text_box(par, next(side))
        elif block.kind == "ul":
            for item in block.items:
                word.runs(doc.add_paragraph(style="List Bullet"), item)
        elif block.kind == "box":
            table = doc.add_table(1, 1, style="Table Grid")
            word.put(table.cell(0, 0), block.text, size=11)
            word.shade(table.cell(0, 0), PALE)
            doc.add_paragraph()
        elif block.kind == "table":
            n = len(block.rows[0])
            word.grid(doc, block.rows, {2: [4.5, 12.5], 3: [5.7] * 3, 4: [2, 7, 4, 4]}[n], PALE)
        else:
            special(doc, plan, block)


def cover(doc: Doc) -> None:
    for _ in range(7):
        doc.add_paragraph()
    doc.add_paragraph("Turning Corners", style="Title")
    doc.add_paragraph(TITLE, style="Subtitle")
    doc.add_paragraph(smart("April 2023 -- March 2028"))
    doc.add_paragraph("Prepared for the Kinmarr Community Justice Partnership. An invented plan.")
    doc.add_page_break()
    par = doc.add_paragraph()
    word.runs(par, "Contents", True, 18, TEAL)
    for block in blocks(smart(words.FRONT + words.BEFORE_TABLES + more.BACK)):
        if block.kind == "h1" and block.text[0].isdigit():
            word.leader_line(doc, block.text, PAGES[block.text[0]], 16.5)
        elif block.kind == "h1" and block.text.startswith("Appendix"):
            word.leader_line(doc, block.text, "20" if block.text[9] in "12" else "21", 16.5)


def looks(doc: Doc) -> None:
    word.margins(doc, 2.0)
    word.style(doc, "Normal", "Calibri", 11.5)
    doc.styles["Normal"].paragraph_format.space_after = Pt(9)
    doc.styles["Normal"].paragraph_format.line_spacing = 1.2
    for name, size in (("Title", 34), ("Subtitle", 17), ("Heading 1", 22), ("Heading 2", 15)):
        word.style(doc, name, "Calibri", size, TEAL)
    word.style(doc, "Heading 3", "Calibri", 12.5, "8A4B08")
    section = doc.sections[0]
    section.different_first_page_header_footer = True
    par = section.header.paragraphs[0]
    word.runs(par, more.HEADER, size=8, color="777777")
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    word.page_number(foot)


def write() -> dict[str, Any]:
    plan = read(smart(data.ACTIONS))
    doc = docx.Document()
    looks(doc)
    cover(doc)
    prose(doc, plan, words.FRONT)
    prose(doc, plan, words.BEFORE_TABLES)
    for out in plan.outcomes:
        par = doc.add_heading(f"Outcome {out['id']}: {out['text']}", 2)
        par.paragraph_format.page_break_before = out["id"] != "1"
        par = doc.add_paragraph()
        word.runs(par, smart(flow(more.INTRO[out["id"]])))
        if out["id"] == "3":
            word.text_box(par, more.SIDE[1])
        for obj in plan.objectives_of(out["id"]):
            head = doc.add_heading(f"Strategic Objective {obj['id']}", 3)
            head.paragraph_format.space_before = Pt(8)
            lead = doc.add_paragraph()
            lead.paragraph_format.left_indent = Cm(0.4)
            lead.paragraph_format.keep_with_next = True
            word.runs(lead, obj["text"], bold=True)
            word.runs(doc.add_paragraph(), smart(flow(more.WHY[obj["id"]])))
            smart_table(doc, obj["id"], plan.under(out["id"], obj["id"]))
    prose(doc, plan, more.BACK)
    word.footnotes(doc, {k: smart(v) for k, v in more.FOOTNOTES.items()})
    word.save(doc, DATA / "kinmarr.docx", TITLE)
    services = [r.split(" | ")[0] for r in smart(more.SERVICES).strip().splitlines()]
    rest = {
        "verdicts": verdicts(data.VERDICTS),
        "needs": [
            "housing",
            "mental_health",
            "substance_use",
            "physical_health",
            "money",
            "employment",
            "education_and_training",
            "family",
        ],
        "services": services,
        "partners": named(smart(data.PARTNERS)),
        "outside": ["prepared by Torvane Associates for an invented place"],
    }
    about = {
        "layout": "styled-word",
        "file": "kinmarr.docx",
        "status": "ok",
        "title": TITLE,
        "area": "Kinmarr",
        "period": {"start": "2023-04-01", "end": "2028-03-31"},
        "framework": "2023",
    }
    return plan.gold(about, rest)
