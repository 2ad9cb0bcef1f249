# ruff: noqa: RUF001
"""The Glenorval plan as a Word file in a council's template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from . import glenorval_data as d
from .common import Act, parties

COLUMNS = ["No.", "Step", "Held by", "Finish line", "Proof", "RAG"]
WIDTHS = [1.3, 8.6, 4.4, 3.0, 5.6, 1.6]
COLOURS = {"G": "92C47C", "A": "F6B26B", "R": "E06666"}


def _number_headings(doc: Any) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Heading{n + 1}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr></w:lvl>'
        for n, text in enumerate(["%1", "%1.%2"])
    )
    numbering = doc.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        ),
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    for level in (0, 1):
        properties = doc.styles[f"Heading {level + 1}"].element.get_or_add_pPr()
        number = properties.get_or_add_numPr()
        number.get_or_add_ilvl().val = level
        number.get_or_add_numId().val = 77


def _shade(cell: Any, colour: str) -> None:
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>')
    cell._tc.get_or_add_tcPr().append(shade)


def _header_row(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _fill(cell: Any, text: str, *, bold: bool = False, white: bool = False) -> None:
    cell.text = ""
    run = cell.paragraphs[0].add_run(text)
    run.font.size = Pt(9)
    run.bold = bold
    if white:
        run.font.color.rgb = RGBColor(255, 255, 255)


def _band(table: Any, text: str, colour: str, *, white: bool = False) -> Any:
    row = table.add_row()
    cell = row.cells[0].merge(row.cells[-1])
    _fill(cell, text, bold=True, white=white)
    _shade(cell, colour)
    return row


def _merge_dates(table: Any, rows: list[tuple[Any, Act]]) -> None:
    """One cell for the finish lines of neighbours that share an aim and a date."""
    start = 0
    for n in range(1, len(rows) + 1):
        last = n == len(rows)
        if last or (rows[n][1].due, rows[n][1].objective) != (
            rows[start][1].due,
            rows[start][1].objective,
        ):
            if n - start > 1:
                merged = rows[start][0].cells[3].merge(rows[n - 1][0].cells[3])
                _fill(merged, rows[start][1].due)
            start = n


def _table(doc: Any, outcome: Any, number: int) -> None:
    table = doc.add_table(rows=0, cols=len(COLUMNS))
    table.style = "Table Grid"
    title = f"Ambition {number} – what we will do and how it is going"
    _header_row(_band(table, title, "1F4E5F", white=True))
    head = table.add_row()
    for cell, text in zip(head.cells, COLUMNS, strict=True):
        _fill(cell, text, bold=True)
        _shade(cell, "D9E2E6")
    _header_row(head)
    rows: list[tuple[Any, Act]] = []
    for objective, text, owner in d.OBJECTIVES:
        if owner != outcome.id:
            continue
        _band(table, f"Aim {objective}: {text}", "EEF3F0")
        for action in (a for a in d.ACTIONS if a.objective == objective):
            row = table.add_row()
            who = "\n".join(p["as_written"] for p in parties(action.lead))
            rag = "GAR"[len(action.text) % 3] if action.due and action.lead else ""
            cells = [action.id, action.text, who, action.due, action.measure, rag]
            for cell, value in zip(row.cells, cells, strict=True):
                _fill(cell, value)
            if rag:
                _shade(row.cells[5], COLOURS[rag])
            rows.append((row, action))
    _merge_dates(table, rows)
    for row in table.rows:
        if len(row._tr.tc_lst) == len(COLUMNS):
            for cell, width in zip(row._tr.tc_lst, WIDTHS, strict=True):
                cell.width = Cm(width)
    doc.add_paragraph()


def _chapters(doc: Any, chapters: list[tuple[int, str, list[str]]]) -> None:
    for level, heading, paragraphs in chapters:
        doc.add_heading(heading, level)
        for text in paragraphs:
            if text.startswith("* "):
                doc.add_paragraph(text[2:], style="List Bullet")
            else:
                doc.add_paragraph(text)


def build(folder: Path) -> None:
    """Write the Word file and its gold."""
    doc = Document()
    _number_headings(doc)
    section = doc.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2.4)
    section.header.paragraphs[0].text = d.HEADER
    section.footer.paragraphs[0].text = d.FOOTER
    doc.core_properties.title = d.TITLE
    doc.core_properties.author = "Invented"
    doc.add_paragraph(d.TITLE, style="Title")
    doc.add_paragraph("Glenorval Community Justice Partnership", style="Subtitle")
    doc.add_paragraph("An example: Glenorval does not exist and neither do its plans.")
    table = doc.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for key, value in [
        ("Version", "4.1 (final)"),
        ("Approved by", "Policy and Communities Committee, item 9"),
        ("Review date", "March 2026"),
        ("Contact", "Community Justice Co-ordinator, cj@example.org, 01632 960114"),
    ]:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = key, value
    doc.add_page_break()
    field = doc.add_paragraph()
    code = OxmlElement("w:fldSimple")
    code.set(qn("w:instr"), 'TOC \\o "1-2" \\h')
    field._p.append(code)
    _chapters(doc, d.FRONT)
    doc.add_heading("Ambitions, aims and steps", 1)
    doc.add_paragraph(
        "In the tables below, Held by is the body that answers for the step. A blank means that "
        "nothing has been settled. The last column is filled in by the Co-ordinator."
    )
    for number, outcome in enumerate(d.OUTCOMES, 1):
        doc.add_heading(f"Ambition {number}: {outcome.text}", 2)
        doc.add_paragraph(d.BLURB[outcome.id])
        doc.add_paragraph(d.LINKS[outcome.id])
        _table(doc, outcome, number)
    _chapters(doc, d.BACK)
    for partner in parties(d.PARTNERS):
        doc.add_paragraph(partner["as_written"], style="List Bullet")
    doc.save(str(folder / d.PLAN.file))
    d.PLAN.write_gold(folder)
