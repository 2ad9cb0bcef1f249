"""Helpers for Word documents: runs, tables with merged cells, footnotes, text boxes."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document as Doc
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

PIECE = re.compile(r"(\*\*.+?\*\*|\*[^*]+\*|\{\{\d+\}\})")
FOOT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def runs(par: Paragraph, text: str, bold: bool = False, size: float = 0, color: str = "") -> None:
    """Text with **bold**, *italics* and {{footnote}} marks."""
    for piece in PIECE.split(text):
        if not piece:
            continue
        if piece.startswith("{{"):
            run = par.add_run()
            run.font.superscript = True
            ref = OxmlElement("w:footnoteReference")
            ref.set(qn("w:id"), piece.strip("{}"))
            run._r.append(ref)
            continue
        run = par.add_run(piece.strip("*"))
        run.bold = True if bold or piece.startswith("**") else None
        run.italic = True if piece.startswith("*") and not piece.startswith("**") else None
        if size:
            run.font.size = Pt(size)
        if color:
            run.font.color.rgb = RGBColor.from_string(color)


def shade(cell: _Cell, fill: str) -> None:
    cell._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')
    )


def put(cell: _Cell, text: str, bold: bool = False, size: float = 9, color: str = "") -> None:
    par = cell.paragraphs[0]
    par.paragraph_format.space_after = Pt(2)
    runs(par, text, bold, size, color)


def repeat(table: Table, rows: int) -> None:
    """Make the first rows of a table come back on every page."""
    for row in table.rows[:rows]:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def whole(table: Table) -> None:
    """Keep rows from breaking across pages."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))


def widths(table: Table, cm: list[float]) -> None:
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, cm, strict=False):
            cell.width = Cm(width)


def grid(
    doc: Doc, rows: list[list[str]], cm: list[float], fill: str, style: str = "Table Grid"
) -> Table:
    """A plain table whose first row is a header."""
    table = doc.add_table(len(rows), len(rows[0]), style=style)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            put(table.cell(r, c), text, bold=r == 0)
            if r == 0:
                shade(table.cell(r, c), fill)
    widths(table, cm)
    repeat(table, 1)
    whole(table)
    doc.add_paragraph()
    return table


def merge_down(table: Table, col: int, first: int, last: int) -> _Cell:
    return table.cell(first, col).merge(table.cell(last, col))


def fill_column(
    table: Table, col: int, top: int, values: list[tuple[str, bool]], size: float = 9
) -> None:
    """Write a column; a value marked as shared is merged with the cell above it."""
    n = 0
    while n < len(values):
        end = n
        while end + 1 < len(values) and values[end + 1][1]:
            end += 1
        cell = table.cell(top + n, col)
        if end > n:
            cell = merge_down(table, col, top + n, top + end)
        put(cell, values[n][0], size=size)
        n = end + 1


def footnotes(doc: Doc, notes: dict[str, str]) -> None:
    """Add the footnotes part, which python-docx cannot make."""
    body = ""
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        body += f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
        body += "</w:footnote>"
    for key, text in notes.items():
        body += f'<w:footnote w:id="{key}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/>'
        body += "</w:rPr><w:footnoteRef/></w:r><w:r><w:rPr><w:sz w:val='16'/></w:rPr>"
        body += f'<w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{body}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), FOOT_TYPE, xml.encode(), doc.part.package)
    doc.part.relate_to(part, RT.FOOTNOTES)


def text_box(par: Paragraph, text: str, fill: str = "#E6EEF0", width: int = 190) -> None:
    """A floating box at the right margin, as drawn in Word."""
    style = f"position:absolute;margin-left:270pt;margin-top:4pt;width:{width}pt;height:54pt"
    xml = f"""<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:w10="urn:schemas-microsoft-com:office:word"><w:pict>
<v:rect style="{style}" fillcolor="{fill}" stroked="f"><v:textbox><w:txbxContent><w:p><w:pPr>
<w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:i/><w:sz w:val="22"/></w:rPr>
<w:t>{escape(text)}</w:t></w:r></w:p></w:txbxContent></v:textbox>
<w10:wrap type="square" side="left"/></v:rect></w:pict></w:r>"""
    par._p.append(parse_xml(xml))


def page_number(par: Paragraph) -> None:
    run = par.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            el = OxmlElement("w:fldChar")
            el.set(qn("w:fldCharType"), kind)
        else:
            el = OxmlElement("w:instrText")
            el.text = text
        run._r.append(el)


def leader_line(doc: Doc, text: str, page: str, cm: float, level: int = 1) -> None:
    """A line of a table of contents."""
    par = doc.add_paragraph()
    par.paragraph_format.left_indent = Cm(0.6 * (level - 1))
    par.paragraph_format.space_after = Pt(2)
    par.paragraph_format.tab_stops.add_tab_stop(Cm(cm), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    runs(par, f"{text}\t{page}", bold=level == 1)


def margins(doc: Doc, cm: float) -> None:
    sec = doc.sections[0]
    sec.page_width, sec.page_height = Cm(21), Cm(29.7)
    sec.left_margin = sec.right_margin = Cm(cm)


def style(doc: Doc, name: str, font: str, size: float, color: str = "") -> Any:
    st = doc.styles[name]
    st.font.name = font
    st.font.size = Pt(size)
    rpr = st.element.get_or_add_rPr()
    fonts = rpr.find(qn("w:rFonts"))
    for key in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{key}"), None)
    if color:
        st.font.color.rgb = RGBColor.from_string(color)
    return st


def save(doc: Doc, path: Path, title: str) -> None:
    day = dt.datetime(2026, 1, 5, 9, 0)
    props = doc.core_properties
    props.author, props.title, props.comments = "Test data", title, "Invented"
    props.created = props.modified = day
    props.last_modified_by = "Test data"
    doc.save(str(path))
