"""The styled Word layout: heading styles, a contents page, merged cells, running header."""

from pathlib import Path

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from .model import Block, Plan, cells, spans

NAVY = RGBColor(0x1F, 0x3A, 0x5F)
WIDTHS = {"out": 3.0, "act": 5.6, "lead": 3.0, "by": 2.3, "how": 3.9}
# page of each heading, in the order of the headings
TOC_PAGES = [3, 4, 4, 4, 4, 5, 5, 5, 5, 5, 6, 6, 6, 6, 7, 7, 8, 8, 8, 9, 9, 9, 9, 9]


def field_part(paragraph: Paragraph, kind: str, code: str = "") -> None:
    """Add the begin, separate or end mark of a Word field, or its code."""
    run = paragraph.add_run()
    if code:
        element = OxmlElement("w:instrText")
        element.set(qn("xml:space"), "preserve")
        element.text = code
    else:
        element = OxmlElement("w:fldChar")
        element.set(qn("w:fldCharType"), kind)
    run._r.append(element)


def field_start(paragraph: Paragraph, code: str) -> None:
    """Open a Word field; what follows is shown until Word updates it."""
    field_part(paragraph, "begin")
    field_part(paragraph, "", code)
    field_part(paragraph, "separate")


def shade(cell: _Cell, fill: str) -> None:
    """Colour a cell."""
    element = OxmlElement("w:shd")
    element.set(qn("w:val"), "clear")
    element.set(qn("w:fill"), fill)
    cell._tc.get_or_add_tcPr().append(element)


def put(cell: _Cell, text: str, bold: bool = False) -> None:
    """Write a text into a cell in small type."""
    cell.text = text
    for run in cell.paragraphs[0].runs:
        run.font.size = Pt(9)
        run.font.bold = bold


def repeat(row: _Row) -> None:
    """Repeat a header row on each page, and do not break it."""
    for name in ("w:cantSplit", "w:tblHeader"):
        row._tr.get_or_add_trPr().append(OxmlElement(name))


def head_row(table: Table, heads: list[str]) -> None:
    """Fill the header row."""
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        put(cell, head, bold=True)
        shade(cell, "C9D8EA")
    repeat(table.rows[0])


def plain_table(doc: Doc, block: Block) -> None:
    """Add a table of figures."""
    heads = cells(block.attrs["heads"])
    if title := block.attrs.get("title"):
        doc.add_paragraph(title, style="Caption")
    table = doc.add_table(rows=1, cols=len(heads), style="Table Grid")
    head_row(table, heads)
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            put(cell, text)
    doc.add_paragraph()


def action_table(doc: Doc, plan: Plan, block: Block) -> None:
    """Add an action table: bands for objectives, merged cells, first column for the outcome."""
    heads, cols = cells(block.attrs["heads"]), cells(block.attrs["cols"], ",")
    heights = [spans(block.rows, i) for i in range(len(cols))]
    table = doc.add_table(rows=1, cols=len(cols), style="Table Grid")
    table.autofit = False
    head_row(table, heads)
    where: list[int] = []
    for index, row in enumerate(block.rows):
        if index in block.bands:
            band = table.add_row()
            merged = band.cells[1].merge(band.cells[-1])
            put(merged, block.bands[index], bold=True)
            shade(merged, "EEF2F7")
        where.append(len(table.rows))
        line = table.add_row()
        for i in range(1, len(cols)):
            if row[i] != "^":
                put(line.cells[i], row[i])
    for i in range(1, len(cols)):
        for index, height in enumerate(heights[i]):
            if height > 1:
                top = table.cell(where[index], i)
                text = top.text
                merged = top.merge(table.cell(where[index + height - 1], i))
                put(merged, text)
                for extra in merged.paragraphs[1:]:
                    extra._p.getparent().remove(extra._p)
    first = table.cell(1, 0).merge(table.cell(len(table.rows) - 1, 0))
    put(first, plan.texts[block.rows[0][0]], bold=True)
    for extra in first.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    for i, col in enumerate(cols):
        table.columns[i].width = Cm(WIDTHS[col])
        for line in table.rows:
            if len(line._tr.tc_lst) == len(cols):
                line.cells[i].width = Cm(WIDTHS[col])
    doc.add_paragraph()


def cover(doc: Doc, plan: Plan) -> None:
    """Add the cover and the contents page."""
    for _ in range(6):
        doc.add_paragraph()
    doc.add_paragraph(plan.facts["title"], style="Title")
    doc.add_paragraph("Strathmarrow Community Justice Partnership", style="Subtitle")
    doc.add_paragraph("1 April 2024 to 31 March 2027")
    doc.add_paragraph("This plan is invented. It is an example for testing software.")
    doc.add_page_break()
    doc.add_paragraph("Contents", style="TOC Heading")
    headings = [block for block in plan.blocks if block.kind in ("h1", "h2")]
    for block, page in zip(headings, TOC_PAGES, strict=True):
        line = doc.add_paragraph()
        line.paragraph_format.left_indent = Cm(0.8 if block.kind == "h2" else 0)
        line.paragraph_format.space_after = Pt(1)
        line.paragraph_format.tab_stops.add_tab_stop(
            Cm(16.5), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
        if block is headings[0]:
            field_start(line, 'TOC \\o "1-2" \\h')
        line.add_run(f"{block.text}\t{page}")
        if block is headings[-1]:
            field_part(line, "end")
    doc.add_page_break()


def dress(doc: Doc, plan: Plan) -> None:
    """Set styles, page size, running header and footer."""
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.header.paragraphs[0].text = plan.outside[0]
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{plan.outside[1]}    Page ")
    field_start(foot, "PAGE")
    foot.add_run("1")
    field_part(foot, "end")
    normal = doc.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(7)
    for name in ("Heading 1", "Heading 2", "Title"):
        doc.styles[name].font.color.rgb = NAVY
    doc.styles["Heading 1"].font.size = Pt(18)


def build(plan: Plan, target: Path) -> None:
    """Write the Word file."""
    doc = Document()
    dress(doc, plan)
    for block in plan.blocks:
        kind = block.kind
        if kind == "cover":
            cover(doc, plan)
        elif kind in ("h1", "h2", "h3"):
            doc.add_heading(block.text, level=int(kind[1]))
        elif kind == "p":
            doc.add_paragraph(block.text)
        elif kind in ("ul", "ol"):
            style = "List Bullet" if kind == "ul" else "List Number"
            for row in block.rows:
                doc.add_paragraph(row[0], style=style)
        elif kind == "box":
            cell = doc.add_table(rows=1, cols=1, style="Table Grid").rows[0].cells[0]
            shade(cell, "FFF4D6")
            cell.text = block.rows[0][0]
            doc.add_paragraph()
        elif kind == "pagebreak":
            doc.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif kind == "table":
            plain_table(doc, block)
        elif kind == "actions":
            action_table(doc, plan, block)
    doc.core_properties.title = plan.facts["title"]
    doc.core_properties.author = "Strathmarrow Community Justice Partnership (invented)"
    doc.save(str(target))
