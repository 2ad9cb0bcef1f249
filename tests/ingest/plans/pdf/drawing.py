"""Small PDF files for tests, drawn by hand or laid out with tables."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from ingest.plans.blocks import Block
from ingest.plans.document import Document
from ingest.plans.pdf import read_pdf

SIZE = (595.0, 842.0)
STYLES = getSampleStyleSheet()
CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=9, leading=11)
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)

Draw = Callable[[Canvas], None]


def pages(*drawn: Draw, size: tuple[float, float] = SIZE, **how: Any) -> bytes:
    """Draw a file page by page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, **how)
    for draw in drawn:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(
    canvas: Canvas,
    texts: Sequence[str],
    x: float = 72,
    y: float = 760,
    *,
    font: str = "Helvetica",
    size: float = 10,
    step: float = 12.5,
) -> float:
    """Write lines from a height downwards; return the height of the next."""
    canvas.setFont(font, size)
    for text in texts:
        if text:
            canvas.drawString(x, y, text)
        y -= step
    return y


def story(*flow: Any, each: Callable[[Canvas, Any], None] | None = None, **how: Any) -> bytes:
    """Lay out paragraphs and tables over as many pages as they need."""
    out = io.BytesIO()
    made = SimpleDocTemplate(out, pagesize=how.pop("pagesize", A4), **how)
    if each is None:
        made.build(list(flow))
    else:
        made.build(list(flow), onFirstPage=each, onLaterPages=each)
    return out.getvalue()


def para(text: str, style: str = "BodyText") -> Paragraph:
    """Return a paragraph of one of the usual styles."""
    return Paragraph(text, STYLES[style])


def table(
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *style: tuple[Any, ...],
    repeat: int = 0,
) -> Table:
    """Return a table whose cells wrap their words."""
    cells = [[Paragraph(text, CELL) for text in row] for row in rows]
    return Table(cells, colWidths=list(widths), repeatRows=repeat, style=[GRID, *style])


def blocks(data: bytes) -> list[Block]:
    """Read a file's blocks, after checking that each stands in the words of its page."""
    document = read_pdf(data, "plan.pdf")
    check_places(document)
    return document.blocks


def check_places(document: Document) -> None:
    """Check that each block and cell is found in the words of its page, at its place."""

    def said(page: int | None) -> str:
        assert page is not None
        return document.page_texts[page - 1]

    for block in document.blocks:
        if block.kind == "table":
            for row in block.rows:
                for cell in row:
                    assert cell.place is not None
                    assert " ".join(cell.text.split()) in said(cell.place.page)
            continue
        place = block.locator
        assert said(place.page)[place.start : place.end] == " ".join(block.text.split())


def texts(made: Sequence[Block], kind: str = "") -> list[str]:
    """Return the words of the blocks of one kind, or of all outside tables."""
    return [b.text for b in made if (b.kind == kind if kind else b.kind != "table")]


def only_table(made: Sequence[Block]) -> list[list[str]]:
    """Return the cells of the only table."""
    tables = [block for block in made if block.kind == "table"]
    assert len(tables) == 1, [b.text or b.rows for b in made]
    return [[cell.text for cell in row] for row in tables[0].rows]


def everything(made: Sequence[Block]) -> str:
    """Return all words."""
    cells = (cell.text for block in made for row in block.rows for cell in row)
    return "\n".join([*(block.text for block in made), *cells])
