"""Builds the files of the invented reports, a layout each."""

from __future__ import annotations

import html
import textwrap
from typing import Any

from .model import Line, Report


def progress_table(report: Report) -> None:
    """Word, a table of progress below each heading."""
    document = _word(report)
    for heading, _, lines in report.sections:
        document.add_heading(heading, 2)
        table = document.add_table(rows=1, cols=3)
        table.style = "Table Grid"
        titles = ("What we said we would do", "What was done in 2019/20", "Status")
        for cell, text in zip(table.rows[0].cells, titles, strict=True):
            cell.text = text
        for line in lines:
            for cell, text in zip(
                table.add_row().cells, (line.words, line.story, line.said), strict=True
            ):
                cell.text = text
    _word_end(document, report)


def prose(report: Report) -> None:
    """Word, one to three paragraphs below each heading, each of several actions."""
    document = _word(report)
    for heading, _, lines in report.sections:
        document.add_heading(heading, 2)
        for first in range(0, len(lines), 2):
            document.add_paragraph(" ".join(line.story for line in lines[first : first + 2]))
    _word_end(document, report)


def _word(report: Report) -> Any:
    from docx import Document

    document = Document()
    document.add_heading(report.title, 0)
    document.add_heading("About this report", 1)
    for text in report.foreword:
        document.add_paragraph(text)
    document.add_heading("Progress in the year", 1)
    return document


def _word_end(document: Any, report: Report) -> None:
    document.add_heading("National outcomes and indicators", 1)
    for _, text in report.figures:
        document.add_paragraph(text)
    document.add_heading("Next year", 1)
    for text in report.closing:
        document.add_paragraph(text)
    document.save(str(report.path))


def workbook(report: Report) -> None:
    """Excel: a sheet that explains, one of actions in bands, one of national outcomes."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Read me"
    sheet.append([report.title])
    for text in report.foreword:
        sheet.append([text])
    sheet = book.create_sheet("Progress")
    sheet.append([report.title])
    sheet.append([])
    sheet.append(["Ref", "Action (short)", "% complete", "Position at 31 March 2026"])
    for heading, _, lines in report.sections:
        sheet.append([heading])
        sheet.merge_cells(
            start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=4
        )
        for line in lines:
            sheet.append([line.id, line.words, line.said, line.story])
    sheet = book.create_sheet("National outcomes")
    sheet.append(["National outcome", "Figures in the year"])
    for _, text in report.figures:
        name, _, figure = text.partition(": ")
        sheet.append([name, figure])
    for sheet in book.worksheets:
        for column, width in zip("ABCD", (12, 44, 20, 70), strict=True):
            sheet.column_dimensions[column].width = width
    book.save(report.path)


def designed_pdf(report: Report) -> None:
    """PDF: a heading and a table for each priority, a running footer."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

    styles = getSampleStyleSheet()
    body, head = styles["BodyText"], styles["Heading2"]
    parts: list[Any] = [Paragraph(report.title, styles["Title"])]
    parts += [Paragraph(text, body) for text in report.foreword]
    grid = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
            ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    for heading, _, lines in report.sections:
        parts.append(Paragraph(heading, head))
        rows = [
            [Paragraph(f"<b>{t}</b>", body) for t in ("Our promise", "What has happened", "RAG")]
        ]
        rows += [
            [Paragraph(html.escape(text), body) for text in (x.words, x.story, x.said)]
            for x in lines
        ]
        parts += [Table(rows, colWidths=(160, 240, 80), style=grid, repeatRows=1), Spacer(1, 10)]
    parts.append(Paragraph("What the national indicators say", head))
    parts += [Paragraph(text, body) for _, text in report.figures]

    def footer(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(
            60, 30, f"Steady Ground, one year on (an invented report)  {document.page}"
        )

    pdf = SimpleDocTemplate(str(report.path), pagesize=A4, title=report.title, invariant=1)
    pdf.build(parts, onFirstPage=footer, onLaterPages=footer)


def web_page(report: Report) -> None:
    """A web page in a council's site: a heading for each action, its status beside it."""
    parts = []
    for heading, _, lines in report.sections:
        parts.append(f"<h2>{html.escape(heading)}</h2>")
        for line in lines:
            parts.append(f"<h3>{html.escape(line.words)}</h3>")
            parts.append(f"<p><strong>{html.escape(line.said)}</strong></p>")
            parts.append(f"<p>{html.escape(line.story)}</p>")
    figures = "".join(f"<li>{html.escape(text)}</li>" for _, text in report.figures)
    lead = "".join(f"<p>{html.escape(text)}</p>" for text in report.foreword)
    page = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{report.title} | Ardvennan Council</title></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/bins">Bins and recycling</a></li>
<li><a href="/schools">Schools and learning</a></li></ul></nav></header>
<main><h1>{report.title}</h1>{lead}
{chr(10).join(parts)}
<h2>The national picture</h2><ul>{figures}</ul></main>
<footer><p>Ardvennan Council, invented. <a href="/cookies">Cookies</a></p></footer></body></html>
"""
    report.path.write_text(page, encoding="utf-8")


def plain_text(report: Report) -> None:
    """Text from an old system: a number and name for each action, wrapped lines below."""
    lines = [report.title, "=" * len(report.title), ""]
    for text in report.foreword:
        lines += [*textwrap.wrap(text, 76), ""]
    for heading, _, entries in report.sections:
        lines += [heading, ""]
        for line in entries:
            lines += _entry(line)
    lines += ["NATIONAL OUTCOMES", ""]
    for _, text in report.figures:
        lines += [*textwrap.wrap(text, 76), ""]
    report.path.write_text("\n".join(lines), encoding="utf-8")


def _entry(line: Line) -> list[str]:
    name = f"{line.id} {line.words}".strip()
    return [
        f"Action: {name}",
        "",
        f"How it stands: {line.said}",
        "",
        *textwrap.wrap(f"What happened: {line.story}", 76),
        "",
    ]


def bullets(report: Report) -> None:
    """Markdown: a bullet for each action below the outcomes."""
    lines = [f"# {report.title}", ""]
    for text in report.foreword:
        lines += [text, ""]
    for heading, _, entries in report.sections:
        lines += [f"## {heading}", "", *(f"- {line.story}" for line in entries), ""]
    lines += ["## National outcomes", ""]
    for _, text in report.figures:
        lines += [text, ""]
    report.path.write_text("\n".join(lines), encoding="utf-8")
