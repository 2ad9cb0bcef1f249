"""Small helpers for Word files: cells, shading, repeated headers, page furniture."""

from __future__ import annotations

import datetime as dt
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor


def new_document(title: str, font: str, size: float) -> Any:
    """An empty document with fixed dates and one body font."""
    doc = Document()
    props = doc.core_properties
    props.title, props.author = title, "Invented example"
    props.created = props.modified = dt.datetime(2024, 1, 1)
    normal = doc.styles["Normal"]
    normal.font.name, normal.font.size = font, Pt(size)
    normal.paragraph_format.space_after = Pt(6)
    return doc


def write(
    target: Any,
    text: str,
    *,
    bold: bool = False,
    size: float | None = None,
    colour: str | None = None,
    italic: bool = False,
) -> Any:
    """Add one run of text to a paragraph."""
    run = target.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if size:
        run.font.size = Pt(size)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    return run


def fill(cell: Any, text: str, **how: Any) -> None:
    """Put text in a cell, with little space round it."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    write(paragraph, text, **how)


def shade(cell: Any, colour: str) -> None:
    """Colour a cell's ground."""
    mark = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        mark.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(mark)


def repeat(row: Any) -> None:
    """Show a row again at the head of each page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def whole(row: Any) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def grid(doc: Any, rows: int, widths: list[Any]) -> Any:
    """A ruled table with fixed widths."""
    table = doc.add_table(rows=rows, cols=len(widths))
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    return table


def page_number(paragraph: Any) -> None:
    """Add a page number field."""
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.text = text
        run._r.append(part)
