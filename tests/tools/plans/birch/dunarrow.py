"""The city plan: landscape pages that look like slides, drawn with reportlab."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table, TableStyle

from .model import Action, Plan, load

WIDTH, HEIGHT = 960.0, 540.0
LEFT, TOP, ROOM = 54.0, 428.0, 852.0
DEEP, WARM, PALE, INK = (HexColor(c) for c in ("#17324d", "#d9622b", "#e8eef3", "#22262b"))
HEADS = ("Objective", "What we'll do", "Who", "When", "How we'll measure it")
COLUMNS = (170.0, 300.0, 138.0, 88.0, 156.0)


def style(size: float, bold: bool = False, color: Color = INK) -> ParagraphStyle:
    """A paragraph style of one size."""
    font = "Helvetica-Bold" if bold else "Helvetica"
    return ParagraphStyle("s", fontName=font, fontSize=size, leading=size * 1.28, textColor=color)


def safe(text: str) -> str:
    """Text for a Paragraph."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


class Deck:
    """Draws one slide after another, top to bottom."""

    def __init__(self, path: Path, plan: Plan) -> None:
        self.plan = plan
        self.canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=True)
        self.canvas.setTitle("Dunarrow CJOIP 2025-28")
        self.page = 0
        self.y = TOP
        self.shade = 0

    def close_page(self) -> None:
        """Puts the footer on and ends the page."""
        if self.page > 1:
            self.canvas.setFont("Helvetica", 9)
            self.canvas.setFillColor(DEEP)
            self.canvas.drawString(LEFT, 20, self.plan.outside[0])
            self.canvas.drawRightString(WIDTH - LEFT, 20, str(self.page))
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.y = TOP

    def cover(self, text: str) -> None:
        """The first page."""
        title, small, dates = text.split(" | ")
        self.close_page()
        c = self.canvas
        c.setFillColor(DEEP)
        c.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
        c.setFillColor(WARM)
        c.rect(0, 150, 400, 12, stroke=0, fill=1)
        self.y = 400
        self.para(title, style(40, True, white))
        self.y = 130
        self.para(dates, style(20, False, white))
        self.para(small, style(13, False, white))

    def slide(self, title: str) -> None:
        """A new page with a title band."""
        self.close_page()
        c = self.canvas
        priority = title.startswith("Priority") and "actions" not in title
        c.setFillColor(WARM if priority else DEEP)
        c.rect(0, HEIGHT - 84, WIDTH, 84, stroke=0, fill=1)
        c.setFillColor(white)
        c.setFont("Helvetica-Bold", 30)
        c.drawString(LEFT, HEIGHT - 54, title)

    def para(self, text: str, how: ParagraphStyle, gap: float = 12) -> None:
        """A paragraph over the full width."""
        block = Paragraph(safe(text), how)
        _, height = block.wrap(ROOM, HEIGHT)
        self.y -= height
        block.drawOn(self.canvas, LEFT, self.y)
        self.y -= gap

    def bullet(self, text: str) -> None:
        """A square and a line."""
        block = Paragraph(safe(text), style(18))
        _, height = block.wrap(ROOM - 30, HEIGHT)
        self.y -= height
        self.canvas.setFillColor(WARM)
        self.canvas.rect(LEFT + 4, self.y + height - 15, 8, 8, stroke=0, fill=1)
        block.drawOn(self.canvas, LEFT + 30, self.y)
        self.y -= 12

    def boxes(self, text: str, arrows: bool = False) -> None:
        """A row of boxes, with arrows between them if asked."""
        parts = [p.split("|") for p in text.split(" || ")]
        gap = 34.0 if arrows else 16.0
        width = (ROOM - gap * (len(parts) - 1)) / len(parts)
        blocks = []
        for part in parts:
            head = [Paragraph(safe(part[0].strip()), style(15 if arrows else 17, True, DEEP))]
            if len(part) > 1:
                head.append(Paragraph(safe(part[1].strip()), style(14)))
            blocks.append(head)
        high = max(sum(b.wrap(width - 24, HEIGHT)[1] for b in bs) for bs in blocks) + 30
        self.y -= high
        for at, column in enumerate(blocks):
            x = LEFT + at * (width + gap)
            self.canvas.setFillColor(PALE)
            self.canvas.roundRect(x, self.y, width, high, 8, stroke=0, fill=1)
            top = self.y + high - 10
            for block in column:
                top -= block.wrap(width - 24, HEIGHT)[1]
                block.drawOn(self.canvas, x + 12, top)
                top -= 4
            if arrows and at:
                self.arrow(x - gap + 4, self.y + high / 2)
        self.y -= 18

    def arrow(self, x: float, y: float) -> None:
        """A fat arrow head that points right."""
        path = self.canvas.beginPath()
        path.moveTo(x, y + 14)
        path.lineTo(x + 26, y)
        path.lineTo(x, y - 14)
        path.close()
        self.canvas.setFillColor(WARM)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def outcome(self, text: str) -> None:
        """The outcome box of a priority slide."""
        key, _, national = text.partition(" | ")
        self.canvas.setFillColor(DEEP)
        self.canvas.roundRect(LEFT, self.y - 78, ROOM, 78, 8, stroke=0, fill=1)
        mark = self.y
        self.y -= 8
        self.para(f"Local outcome {key[2:]}", style(12, True, white), 2)
        self.para(f"\u2003{self.plan.outcomes[key].text}".strip("\u2003"), style(19, True, white))
        self.y = mark - 90
        self.para(national, style(14, True, WARM))

    def grid(self, rows: list[list[str]]) -> None:
        """A plain table; a two-column one is a word list."""
        words = len(rows[0]) == 2
        cells = [
            [
                Paragraph(safe(t), style(13 if words else 16, bool(not i or (words and not j))))
                for j, t in enumerate(r)
            ]
            for i, r in enumerate(rows)
        ]
        widths = [150.0, ROOM - 150] if words else [ROOM / len(rows[0])] * len(rows[0])
        self.table(Table(cells, widths), head=not words)

    def table(self, table: Table, head: bool = True, spans: list[Any] | None = None) -> None:
        """Draws a table where we are."""
        rules: list[Any] = [
            ("GRID", (0, 0), (-1, -1), 0.75, DEEP),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ]
        if head:
            rules.append(("BACKGROUND", (0, 0), (-1, 0), PALE))
        table.setStyle(TableStyle(rules + (spans or [])))
        _, height = table.wrap(ROOM, HEIGHT)
        self.y -= height
        if self.y < 34:
            raise ValueError(f"page {self.page} is too full by {34 - self.y:.0f}")
        table.drawOn(self.canvas, LEFT, self.y)
        self.y -= 14

    def actions(self, title: str, actions: list[Action]) -> None:
        """Action table pages, four rows a page, with the header on each."""
        for start in range(0, len(actions), 4):
            self.slide(title if not start else f"{title} (continued)")
            rows = actions[start : start + 4]
            cells = [[Paragraph(h, style(13, True, DEEP)) for h in HEADS]]
            spans: list[Any] = []
            goal_at = 0
            for at, act in enumerate(rows, 1):
                own = act.objective
                before = rows[at - 2].objective if at > 1 else ""
                if own == before:
                    spans[goal_at] = ("SPAN", spans[goal_at][1], (0, at))
                else:
                    goal_at = len(spans)
                    spans.append(("SPAN", (0, at), (0, at)))
                goal = f"{own} {self.plan.objectives[own][0]}" if own != before else ""
                words = (goal, act.text, act.lead, act.due, act.measure)
                if at > 1 and act.due and act.due == rows[at - 2].due:
                    spans.append(("SPAN", (3, at - 1), (3, at)))
                cells.append([Paragraph(safe(w), style(14)) for w in words])
            self.table(Table(cells, COLUMNS), spans=spans)


def build(folder: Path) -> None:
    """Writes the deck and its gold."""
    plan = load("dunarrow")
    deck = Deck(folder / "dunarrow-city.pdf", plan)
    waiting: list[Action] = []
    title = ""
    for kind, value in [*plan.body, ("end", "")]:
        if kind == "act":
            waiting.append(value)
            continue
        if waiting:
            deck.actions(title, waiting)
            waiting = []
        if kind == "acts":
            title = value
        elif kind == "cover":
            deck.cover(value)
        elif kind == "slide":
            deck.slide(value)
        elif kind == "big":
            deck.para(value, style(26, True, WARM), 22)
        elif kind == "note":
            deck.para(value, style(12))
        elif kind == "sign":
            deck.para(value, style(14, True))
        elif kind == "boxes":
            deck.boxes(value)
        elif kind == "arrows":
            deck.boxes(value, arrows=True)
        elif kind == "outcome":
            deck.outcome(value)
        elif kind == "objs":
            deck.para("Objectives", style(15, True, DEEP), 6)
            for key in value.split():
                deck.bullet(f"{key} {plan.objectives[key][0]}")
        elif kind == "li":
            deck.bullet(value)
        elif kind == "table":
            deck.grid(value)
        elif kind == "p":
            deck.para(value, style(18))
    deck.close_page()
    deck.canvas.save()
    plan.write_gold(folder)
