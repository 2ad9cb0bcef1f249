"""Makes the files of ``tests/data/not_plans``: ``python -m tests.tools.not_plans``."""

from __future__ import annotations

import html
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

import docx
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from ingest.plans.blocks import Block
from ingest.plans.plaintext import read_text

SOURCES: Final = Path(__file__).parent / "sources"
TARGET: Final = Path(__file__).parents[2] / "data" / "not_plans"
#: The format that each is kept in; the others stay Markdown.
FORMATS: Final = {
    "annual-report": "docx",
    "article": "html",
    "committee-report": "docx",
    "evidence-review": "pdf",
    "guidance": "docx",
    "leaflet": "html",
    "loip": "pdf",
    "minutes": "docx",
    "national-strategy": "pdf",
    "service-directory": "html",
}


def blocks_of(source: Path) -> list[Block]:
    """Return the blocks of a source."""
    return read_text(source.read_text(encoding="utf-8"), markdown=True)


def as_word(blocks: list[Block]) -> bytes:
    """Return blocks as a Word file."""
    document = docx.Document()
    for block in blocks:
        if block.kind == "heading":
            document.add_heading(block.text, block.level)
        elif block.kind == "table":
            table = document.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
            for r, row in enumerate(block.rows):
                for c, cell in enumerate(row):
                    table.cell(r, c).text = cell.text
        else:
            style = "List Bullet" if block.kind == "list" else None
            document.add_paragraph(block.text, style=style)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def as_page(blocks: list[Block]) -> bytes:
    """Return blocks as a web page with a menu and a footer."""
    parts = []
    for block in blocks:
        text = html.escape(block.text)
        if block.kind == "heading":
            parts.append(f"<h{block.level}>{text}</h{block.level}>")
        elif block.kind == "table":
            rows = (
                "".join(f"<td>{html.escape(cell.text)}</td>" for cell in row) for row in block.rows
            )
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            parts.append(f"<ul><li>{text}</li></ul>" if block.kind == "list" else f"<p>{text}</p>")
    body = "\n".join(parts)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{blocks[0].text}'
        "</title></head><body><nav><a href='/'>Home</a> <a href='/bins'>Bins</a></nav>"
        f"<main>\n{body}\n</main><footer>Inverlorne (invented)</footer></body></html>\n"
    ).encode()


def as_pdf(blocks: list[Block]) -> bytes:
    """Return blocks as a PDF."""
    styles = getSampleStyleSheet()
    flow: list[object] = []
    for block in blocks:
        if block.kind == "heading":
            flow.append(Paragraph(html.escape(block.text), styles[f"Heading{block.level}"]))
        elif block.kind == "table":
            rows = [
                [Paragraph(html.escape(cell.text), styles["BodyText"]) for cell in row]
                for row in block.rows
            ]
            grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
            flow.append(Table(rows, repeatRows=1, style=grid))
        else:
            flow.append(Paragraph(html.escape(block.text), styles["BodyText"]))
        flow.append(Spacer(1, 4))
    made = BytesIO()
    SimpleDocTemplate(made, pagesize=A4, title=blocks[0].text, invariant=1).build(flow)
    return made.getvalue()


WRITERS: Final[dict[str, Callable[[list[Block]], bytes]]] = {
    "docx": as_word,
    "html": as_page,
    "pdf": as_pdf,
}


def main() -> None:
    """Write every file."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for source in sorted(SOURCES.glob("*.md")):
        kind = FORMATS.get(source.stem, "md")
        data = WRITERS[kind](blocks_of(source)) if kind in WRITERS else source.read_bytes()
        (TARGET / f"{source.stem}.{kind}").write_bytes(data)


if __name__ == "__main__":
    main()
