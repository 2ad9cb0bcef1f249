"""The Dunmaddoch plan: one part of a wider strategy in Word."""

from __future__ import annotations

from typing import Any

import docx
from docx.document import Document as Doc
from docx.shared import Cm, Pt

from tests.tools.plans.granite import dunmaddoch_text as words
from tests.tools.plans.granite import word
from tests.tools.plans.granite.model import DATA, Plan, blocks, named, plain, read, smart, verdicts

TITLE = smart("Community Justice Outcomes Improvement Plan 2023-2028")
STRATEGY = "Safer, Fairer Dunmaddoch"
HEADER = "Safer, Fairer Dunmaddoch: a strategy for everyone who lives here"
FILL = "E2E7D3"
CM = [1.7, 6.6, 3.5, 2.5, 3.2]


def outcome_table(doc: Doc, plan: Plan, key: str) -> None:
    """One table for an outcome, a band for each objective."""
    rows: list[tuple[str, Any]] = []
    for obj in plan.objectives_of(key):
        rows += [("band", obj), *(("act", a) for a in plan.under(key, obj["id"]))]
    table = doc.add_table(len(rows) + 1, 5, style="Table Grid")
    for c, name in enumerate(["Ref", "We will", "In the lead", "By", "Measure"]):
        word.put(table.cell(0, c), name, bold=True, color="FFFFFF")
        word.shade(table.cell(0, c), "4A5D23")
    start = 1
    while start <= len(rows):
        kind, thing = rows[start - 1]
        if kind == "band":
            cell = table.cell(start, 0).merge(table.cell(start, 4))
            word.put(cell, f"Objective {thing['id']}: {thing['text']}", bold=True)
            word.shade(cell, FILL)
            start += 1
            continue
        end = start
        while end < len(rows) and rows[end][0] == "act":
            end += 1
        acts = [a for _, a in rows[start - 1 : end]]
        word.fill_column(table, 0, start, [(a.id, False) for a in acts])
        word.fill_column(table, 1, start, [(a.text, False) for a in acts])
        word.fill_column(table, 2, start, [(plain(a.lead), "lead" in a.merged) for a in acts])
        word.fill_column(table, 3, start, [(plain(a.due), "due" in a.merged) for a in acts])
        word.fill_column(table, 4, start, [(a.measure, "measure" in a.merged) for a in acts])
        start = end + 1
    word.widths(table, CM)
    word.repeat(table, 1)
    doc.add_paragraph()


def bullets(doc: Doc, plan: Plan, key: str) -> None:
    """An outcome whose actions stand in a list, with lead and date in brackets."""
    for obj in plan.objectives_of(key):
        par = doc.add_paragraph()
        par.paragraph_format.keep_with_next = True
        word.runs(par, f"Objective {obj['id']}: {obj['text']}", bold=True)
        for a in plan.under(key, obj["id"]):
            tail = f"lead: {plain(a.lead)}" + (f"; by {plain(a.due)}" if a.due else "")
            tail = tail.replace("by by ", "by ").replace("by ongoing", "ongoing")
            word.runs(doc.add_paragraph(style="List Bullet"), f"{a.text} ({tail})")


def justice(doc: Doc, plan: Plan) -> None:
    for out in plan.outcomes:
        doc.add_heading(f"Outcome {out['id']}", 3)
        par = doc.add_paragraph()
        word.runs(par, out["text"], bold=True, color="4A5D23")
        if out["id"] in ("CJ3", "CJ4"):
            bullets(doc, plan, out["id"])
        else:
            outcome_table(doc, plan, out["id"])


def prose(doc: Doc, plan: Plan, text: str) -> None:
    for block in blocks(smart(text)):
        if block.kind in ("h1", "h2"):
            par = doc.add_heading(block.text, int(block.kind[1]))
            par.paragraph_format.page_break_before = block.kind == "h1"
        elif block.kind == "p":
            word.runs(doc.add_paragraph(), block.text)
        elif block.kind == "ul":
            for item in block.items:
                word.runs(doc.add_paragraph(style="List Bullet"), item)
        elif block.kind == "safety":
            word.grid(doc, words.SAFETY, CM, FILL)
        elif block.kind == "partners":
            for p in named(smart(words.PARTNERS)):
                doc.add_paragraph(p["as_written"], style="List Bullet")
        elif block.kind == "justice":
            justice(doc, plan)


def looks(doc: Doc) -> None:
    word.margins(doc, 1.9)
    word.style(doc, "Normal", "Georgia", 11)
    doc.styles["Normal"].paragraph_format.space_after = Pt(8)
    for name, size in (("Title", 32), ("Heading 1", 20), ("Heading 2", 14), ("Heading 3", 12)):
        word.style(doc, name, "Georgia", size, "4A5D23")
    section = doc.sections[0]
    section.top_margin = Cm(2.2)
    word.runs(section.header.paragraphs[0], HEADER, size=8, color="777777")
    foot = section.footer.paragraphs[0]
    word.runs(foot, "An invented strategy, for testing. Page ", size=8)
    word.page_number(foot)


def write() -> dict[str, Any]:
    plan = read(smart(words.ACTIONS))
    doc = docx.Document()
    looks(doc)
    doc.add_paragraph(STRATEGY, style="Title")
    doc.add_paragraph(smart("Community Safety and Justice Strategy 2023-2028"), style="Subtitle")
    doc.add_paragraph("Dunmaddoch Community Planning Partnership")
    word.runs(doc.add_paragraph(), "In this document", bold=True, size=14)
    heads = [b.text for b in blocks(smart(words.PART1 + words.REST)) if b.kind == "h1"]
    for text, page in zip(heads, ("2", "3", "4", "9", "10"), strict=True):
        word.leader_line(doc, text, page, 16.8)
    prose(doc, plan, words.PART1)
    prose(doc, plan, words.REST)
    word.save(doc, DATA / "dunmaddoch.docx", STRATEGY)
    rest = {
        "verdicts": verdicts(words.VERDICTS),
        "needs": ["housing", "mental_health", "substance_use", "money", "family"],
        "services": [
            "Maddoch Recovery Rooms",
            "Court Link Worker",
            "Homeward Supported Lodgings",
            "Thursday Kitchen",
        ],
        "partners": named(smart(words.PARTNERS)),
        "outside": [
            HEADER,
            "An invented strategy, for testing.",
            "Taxi drivers will be offered cameras",
            "Put brighter lamps in the streets around the station",
            "Seize off-road motor bikes that are ridden without care on public land",
            "Everyone in Dunmaddoch feels safe at home, on the road",
            "Open a second refuge with space for larger families",
            "Give each survivor one named advocate from report to verdict",
            "Warden posts will be graded again in 2024",
            "The safety actions will be evaluated by the council",
            "a transition manager will see that nothing is lost",
            "agrees budgets for wardens, cameras and road safety",
        ],
    }
    about = {
        "layout": "chapter",
        "file": "dunmaddoch.docx",
        "status": "ok",
        "title": TITLE,
        "area": "Dunmaddoch",
        "period": {"start": "2023-04-01", "end": "2028-03-31"},
        "framework": "2023",
    }
    return plan.gold(about, rest)
