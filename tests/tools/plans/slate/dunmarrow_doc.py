"""The Dunmarrow plan: portrait narrative, then a spreadsheet printed on landscape pages."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from . import dunmarrow_data as d
from .common import names, parties
from .dunmarrow_text import TEXT

COLUMNS = [
    "Theme",
    "Outcome",
    "Aim",
    "Task",
    "Lead officer (post)",
    "Partners",
    "Start",
    "Finish",
    "Milestone",
    "KPI",
    "Status",
    "Comment",
]
WIDTHS = [44, 92, 70, 128, 84, 56, 36, 52, 66, 84, 40, 48]
STATUS = {"Done": "#C6EFCE", "On track": "#E2F0D9", "Slipping": "#FFEB9C", "Not begun": "#F2F2F2"}
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=16.5, spaceAfter=9)
HEAD = ParagraphStyle("h", parent=BODY, fontName="Helvetica-Bold", fontSize=14, spaceBefore=10)
CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=7.4, leading=9.2)
CELL_B = ParagraphStyle("cellb", parent=CELL, fontName="Helvetica-Bold")


def _foot(canvas: Any, doc: Any, text: str) -> None:
    canvas.saveState()
    canvas.setFont("Helvetica", 7)
    canvas.setFillColor(colors.HexColor("#666666"))
    canvas.drawString(40, 24, text)
    canvas.drawRightString(canvas._pagesize[0] - 40, 24, f"Page {doc.page}")
    canvas.restoreState()


def _on_text(canvas: Any, doc: Any) -> None:
    canvas.setPageSize(A4)
    _foot(canvas, doc, d.FOOT_TEXT)


def _on_sheet(canvas: Any, doc: Any) -> None:
    canvas.setPageSize(landscape(A4))
    _foot(canvas, doc, d.FOOT)


def _p(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(text), style)


def _sheet() -> Table:
    title = "CJOIP 2018-21  ACTION TRACKER  (tab 3 of 7)"
    data: list[list[Any]] = [[_p(title, CELL_B)] + [""] * 11]
    data.append([_p(name, CELL_B) for name in COLUMNS])
    style: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.4, colors.HexColor("#9A9A9A")),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("SPAN", (0, 0), (-1, 0)),
        ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#DDEBF7")),
        ("BACKGROUND", (0, 1), (-1, 1), colors.HexColor("#9DC3E6")),
        ("LEFTPADDING", (0, 0), (-1, -1), 2.5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2.5),
    ]
    wording = {o.id: o.text for o in d.OUTCOMES}
    aims = {key: text for key, text, _ in d.OBJECTIVES}
    for action in d.ACTIONS:
        extra = action.extra
        cells = [
            d.THEMES[action.outcome or ""],
            wording[action.outcome or ""],
            aims[action.objective or ""],
            f"{action.id}. {action.text}",
            names(action.lead, "; "),
            extra["partners"],
            extra["start"],
            action.due,
            extra["milestone"],
            action.measure,
            extra["status"],
            extra["comment"],
        ]
        fill = colors.HexColor(STATUS[extra["status"]])
        style.append(("BACKGROUND", (10, len(data)), (10, len(data)), fill))
        data.append([_p(text, CELL) for text in cells])
    # One cell where neighbours say the same (theme and outcome by outcome, aim and finish by aim).
    keys = [(0, "outcome"), (1, "outcome"), (2, "objective"), (7, "due")]
    for column, name in keys:

        def key(n: int, name: str = name) -> tuple[Any, ...]:
            action = d.ACTIONS[n]
            if name == "due":
                return (action.objective, action.due)
            return (getattr(action, name),)

        for _, group in groupby(range(len(d.ACTIONS)), key):
            rows = [n + 2 for n in group]
            if len(rows) > 1:
                style.append(("SPAN", (column, rows[0]), (column, rows[-1])))
                for row in rows[1:]:
                    data[row][column] = ""
    return Table(data, colWidths=WIDTHS, repeatRows=2, style=style)


def build(folder: Path) -> None:
    """Write the PDF and its gold."""
    width, height = A4
    doc = BaseDocTemplate(
        str(folder / d.PLAN.file), pagesize=A4, title=d.TITLE, author="Invented", invariant=1
    )
    doc.addPageTemplates(
        [
            PageTemplate("text", [Frame(62, 50, width - 124, height - 110)], onPage=_on_text),
            PageTemplate(
                "sheet",
                [Frame(18, 40, height - 36, width - 62, leftPadding=0, rightPadding=0)],
                onPage=_on_sheet,
                pagesize=landscape(A4),
            ),
        ]
    )
    big = ParagraphStyle("t", parent=HEAD, fontSize=25, leading=31, spaceAfter=20)
    story: list[Any] = [
        Spacer(1, 190),
        _p(d.TITLE, big),
        _p("Approved by the Community Planning Executive, 27 March 2018", BODY),
        _p("An invented plan. Any likeness to a real area is an accident.", BODY),
        PageBreak(),
    ]
    for heading, paragraphs in TEXT:
        story.append(_p(heading, HEAD))
        story += [_p(text, BODY) for text in paragraphs]
    members = [party["as_written"] for party in parties(d.MEMBERS)]
    half = (len(members) + 1) // 2
    right = [*members[half:], ""]
    rows = [[_p(left, BODY), _p(right[n], BODY)] for n, left in enumerate(members[:half])]
    story += [Table(rows), NextPageTemplate("sheet"), PageBreak(), _sheet()]
    doc.build(story)
    d.PLAN.write_gold(folder)
