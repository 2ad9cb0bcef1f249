"""The Aberlachan plan: a designed PDF of two-page spreads, with tables that have no lines."""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from tests.tools.plans.granite import aberlachan_actions as data
from tests.tools.plans.granite import aberlachan_text as words
from tests.tools.plans.granite.model import DATA, Plan, blocks, named, plain, read, smart, verdicts

W, H = landscape(A3)
PLUM, MIST, BAND = HexColor("#5B2A4E"), HexColor("#F3EEF2"), HexColor("#DDCBD8")
BODY = ParagraphStyle("b", fontName="Helvetica", fontSize=10.5, leading=15, spaceAfter=7)
LIST = ParagraphStyle("l", BODY, leftIndent=14, bulletIndent=3, spaceAfter=3)
HEAD = ParagraphStyle(
    "h", BODY, fontName="Helvetica-Bold", fontSize=18, leading=23, textColor=PLUM, spaceBefore=12
)
HEAD.keepWithNext = 1
CELL = ParagraphStyle("c", BODY, fontSize=11, leading=15, spaceAfter=0)
BOLD = ParagraphStyle("d", CELL, fontName="Helvetica-Bold")
WHITE = ParagraphStyle("w", BOLD, fontSize=12.5, leading=16, textColor=HexColor("#FFFFFF"))
QUOTE = ParagraphStyle(
    "q", BODY, fontName="Helvetica-Oblique", fontSize=15, leading=21, textColor=PLUM, leftIndent=16
)
COLUMNS = ["No.", "What we have agreed to do", "Responsible", "When", "Evidence of success"]
WIDE = [1.6 * cm, 14.5 * cm, 9.0 * cm, 4.2 * cm, 8.3 * cm]


def rich(text: str) -> str:
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text))
    return re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)


def furniture(canvas: Canvas, doc: BaseDocTemplate) -> None:
    """Running heads and page numbers of both halves of a spread."""
    canvas.saveState()
    canvas.setFont("Helvetica", 8)
    canvas.setFillColor(HexColor("#777777"))
    canvas.drawString(2 * cm, H - 1.3 * cm, words.LEFT)
    canvas.drawRightString(W - 2 * cm, H - 1.3 * cm, words.RIGHT)
    page = 2 * doc.page - 2
    canvas.drawString(2 * cm, 1.2 * cm, str(page))
    canvas.drawRightString(W - 2 * cm, 1.2 * cm, str(page + 1))
    canvas.restoreState()


def cover(canvas: Canvas, doc: BaseDocTemplate) -> None:
    canvas.saveState()
    canvas.setFillColor(PLUM)
    canvas.rect(W / 2, 0, W / 2, H, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#FFFFFF"))
    canvas.setFont("Helvetica-Bold", 24)
    first, second = words.TITLE.split(" Outcomes ")
    for n, line in enumerate((first, "Outcomes " + second)):
        canvas.drawString(W / 2 + 1.5 * cm, H * 0.62 - n * 1.3 * cm, line)
    canvas.setFont("Helvetica", 15)
    canvas.drawString(W / 2 + 1.5 * cm, H * 0.62 - 4 * cm, words.COVER)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(W / 2 + 1.5 * cm, 2 * cm, "An invented plan, made as an example for testing")
    canvas.restoreState()


class Dots(Flowable):
    """A line of the contents with its leader."""

    def __init__(self, text: str, page: int) -> None:
        super().__init__()
        self.text, self.number = text, str(page)
        self.width, self.height = 17 * cm, 0.75 * cm

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        c = self.canv
        c.setFont("Helvetica", 11)
        start = c.stringWidth(self.text, "Helvetica", 11) + 5
        end = self.width - c.stringWidth(self.number, "Helvetica", 11) - 5
        c.drawString(0, 4, self.text)
        c.drawRightString(self.width, 4, self.number)
        dot = c.stringWidth(".", "Helvetica", 11)
        c.drawString(start, 4, "." * int((end - start) / dot))


def bare(
    rows: list[list[Any]],
    cols: list[float],
    heads: int,
    bands: list[int],
    spans: list[tuple[int, int, int]],
) -> Table:
    """A table of white space and shading, its heads repeated on every sheet."""
    joined = {r for _, first, last in spans for r in range(first + 1, last + 1)}
    look: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]
    even = False
    for r in range(heads, len(rows)):
        even = even if r in joined else not even
        if r in bands:
            look += [("BACKGROUND", (0, r), (-1, r), BAND), ("SPAN", (0, r), (-1, r))]
            even = False
        elif even:
            look.append(("BACKGROUND", (0, r), (-1, r), MIST))
    if heads == 2:
        look += [("BACKGROUND", (0, 0), (-1, 0), PLUM), ("SPAN", (0, 0), (-1, 0))]
    for col, first, last in spans:
        look += [
            ("SPAN", (col, first), (col, last)),
            ("VALIGN", (col, first), (col, last), "MIDDLE"),
        ]
    table = Table(rows, cols, repeatRows=heads)
    table.hAlign = "LEFT"
    table.setStyle(TableStyle(look))
    return table


def numbers(national: list[str]) -> str:
    found = [n.removeprefix("o-") for n in national]
    return "Common outcome" + ("s " if len(found) > 1 else " ") + " and ".join(found)


def action_table(plan: Plan, key: str) -> Table:
    out = plan.outcome(key)
    title = f"Local outcome {key[2:]}: {out['text']} ({numbers(out['national'])})"
    rows: list[list[Any]] = [[Paragraph(escape(title), WHITE), "", "", "", ""]]
    rows += [[Paragraph(c, BOLD) for c in COLUMNS]]
    bands = []
    spans: list[tuple[int, int, int]] = []
    for obj in plan.objectives_of(key):
        bands.append(len(rows))
        text = f"Objective {key[2:]}{obj['id'][-1]}: {obj['text']}"
        rows += [[Paragraph(escape(text), BOLD), "", "", "", ""]]
        for a in plan.under(key, obj["id"]):
            cells = [a.id, a.text, plain(a.lead), plain(a.due), a.measure]
            shared = ("", "", "lead", "due", "measure")
            for col in (2, 3, 4):
                if shared[col] in a.merged:
                    mine = [t for t in spans if t[0] == col and t[2] == len(rows) - 1]
                    first = mine[0][1] if mine else len(rows) - 1
                    spans = [t for t in spans if t not in mine] + [(col, first, len(rows))]
            rows += [
                [
                    Paragraph(escape("" if s in a.merged else c), CELL)
                    for c, s in zip(cells, shared, strict=True)
                ]
            ]
    return bare(rows, WIDE, 2, bands, spans)


def prose(text: str) -> list[Any]:
    story: list[Any] = []
    for block in blocks(smart(text)):
        if block.kind == "h1":
            story.append(Paragraph(escape(block.text), HEAD))
        elif block.kind == "p":
            story.append(Paragraph(rich(block.text), BODY))
        elif block.kind == "box":
            story.append(Paragraph(rich(block.text), QUOTE))
        elif block.kind == "ul":
            story += [Paragraph(rich(i), LIST, bulletText="\u2022") for i in block.items]
            story.append(Spacer(1, 5))
        elif block.kind == "table":
            n = len(block.rows[0])
            cols = [3.2 * cm, 14.3 * cm] if n == 2 else [17.5 * cm / n] * n
            styles = [BOLD] + [CELL] * (len(block.rows) - 1)
            rows = [
                [Paragraph(rich(c), s) for c in r] for r, s in zip(block.rows, styles, strict=True)
            ]
            story += [bare(rows, cols, 1, [], []), Spacer(1, 9)]
        elif block.kind == "partners":
            names = [p["as_written"] for p in named(data.PARTNERS)]
            story += [Paragraph(escape(n), LIST, bulletText="\u2022") for n in names]
            story.append(Spacer(1, 5))
    return story


def contents(pages: dict[str, int]) -> list[Any]:
    story: list[Any] = [Paragraph("Contents", HEAD)]
    for text in (words.FRONT, words.BEFORE, words.BACK):
        heads = [b.text for b in blocks(smart(text)) if b.kind == "h1"]
        story += [Dots(h, pages.get(h, 2)) for h in heads]
    return story


class Spreads(BaseDocTemplate):
    """Two text frames on a sheet, or one frame over both halves."""

    def __init__(self, path: str) -> None:
        super().__init__(path, pagesize=(W, H), invariant=1, title=words.TITLE, author="Test data")
        self.heads: dict[str, int] = {}
        left = Frame(2 * cm, 2 * cm, 17.5 * cm, H - 4 * cm, 0, 0, 0, 0, id="left")
        right = Frame(W / 2 + 1.5 * cm, 2 * cm, 17.5 * cm, H - 4 * cm, 0, 0, 0, 0, id="right")
        both = Frame(2 * cm, 2 * cm, W - 4 * cm, H - 4 * cm, 0, 0, 0, 0, id="both")
        self.addPageTemplates(
            [
                PageTemplate("cover", [both], onPage=cover),
                PageTemplate("text", [left, right], onPage=furniture),
                PageTemplate("wide", [both], onPage=furniture),
            ]
        )

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        if isinstance(flowable, Paragraph) and flowable.style.name == "h":
            half = 1 if self.frame.id == "right" else 0
            self.heads[flowable.text] = 2 * self.page - 2 + half


def story(plan: Plan, pages: dict[str, int]) -> list[Any]:
    out: list[Any] = [NextPageTemplate("text"), PageBreak(), *contents(pages), FrameBreak()]
    out += [*prose(words.FRONT), *prose(words.BEFORE), NextPageTemplate("wide"), PageBreak()]
    for o in plan.outcomes:
        out += [action_table(plan, o["id"]), Spacer(1, 16)]
    return [*out, NextPageTemplate("text"), PageBreak(), *prose(words.BACK)]


def write() -> dict[str, Any]:
    plan = read(smart(data.ACTIONS))
    path = str(DATA / "aberlachan.pdf")
    first = Spreads(path)
    first.build(story(plan, {}))
    Spreads(path).build(story(plan, first.heads))
    rest = {
        "verdicts": verdicts(data.VERDICTS),
        "needs": [
            "housing",
            "mental_health",
            "substance_use",
            "money",
            "employment",
            "family",
            "education_and_training",
        ],
        "services": [
            "Invernairn Unpaid Work Team",
            "Lachan Recovery Cafe",
            "Shine Mentoring",
            "Court Advice Desk",
            "Moving Forward group",
            "Lachan Wheels bike workshop",
        ],
        "partners": named(data.PARTNERS),
        "outside": [words.LEFT, words.RIGHT],
    }
    about = {
        "layout": "designed-pdf",
        "file": "aberlachan.pdf",
        "status": "ok",
        "title": words.TITLE,
        "area": "Aberlachan",
        "period": {"start": "2018-04-01", "end": "2021-03-31"},
        "framework": "2016",
    }
    return plan.gold(about, rest)
