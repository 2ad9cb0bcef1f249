"""Long plans for benchmarks: a PDF of 40 pages and a workbook of 100 actions, both invented."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Table,
    TableStyle,
)

_TITLE = "Benchmarkshire Community Justice Outcomes Improvement Plan 2024 to 2029 (invented)"
_HEADER = ["Outcome", "What we will do", "Lead", "By when", "How we will know"]
_PROSE = (
    "The Partnership has looked at what people in the justice system need, at what services "
    "there are and at what works. People told us that housing, health and work matter most. "
)


def rows(first: int, count: int) -> list[list[str]]:
    """Return rows of a delivery plan.

    Args:
        first: Number of the first action.
        count: How many actions.
    """
    leads = ["Police Scotland", "NHS Benchmarkshire", "Justice Social Work", "SPS", "COPFS"]
    return [
        [
            f"Outcome {n % 9 + 1}",
            f"Open service point number {n} for people leaving custody in the area",
            leads[n % len(leads)],
            f"{n % 28 + 1:02}/{n % 12 + 1:02}/2026",
            f"{n} people seen in a year",
        ]
        for n in range(first, first + count)
    ]


def long_pdf(folder: Path) -> Path:
    """Write a plan of 40 pages, half of them tables, and return its path."""
    path = folder / "forty-pages.pdf"
    styles = getSampleStyleSheet()
    parts: list[Flowable] = [Paragraph(_TITLE, styles["Title"])]
    for n in range(1, 21):
        parts.append(Paragraph(f"{n}. Chapter on matter {n}", styles["Heading1"]))
        parts += [Paragraph(_PROSE * 4, styles["BodyText"]) for _ in range(5)]
        parts.append(PageBreak())
    for n in range(20):
        cells = [[Paragraph(c, styles["BodyText"]) for c in row] for row in rows(n * 8 + 1, 8)]
        table = Table([_HEADER, *cells], repeatRows=1, colWidths=[60, 170, 90, 70, 100])
        table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
        parts += [Paragraph(f"Outcome {n % 9 + 1}", styles["Heading2"]), table, PageBreak()]
    SimpleDocTemplate(str(path), pagesize=A4, title=_TITLE).build(parts)
    return path


def long_workbook(folder: Path) -> Path:
    """Write a workbook of 100 actions and return its path."""
    path = folder / "hundred-actions.xlsx"
    book = openpyxl.Workbook()
    cover = book.active
    assert cover is not None
    cover.title = "Cover"
    cover.append([_TITLE])
    sheet = book.create_sheet("Delivery plan")
    sheet.append(_HEADER)
    for row in rows(1, 100):
        sheet.append(row)
    book.save(path)
    return path
