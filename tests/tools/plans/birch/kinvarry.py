"""The plan of action cards: styled Word, one small two-column table for each action."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell

from .model import Action, Plan, load

GREEN = "DCE9DF"
# Cards whose last row gives the outcome in full instead of by its number alone.
IN_FULL = {"2", "9", "14", "20", "25"}


def shade(cell: _Cell, fill: str) -> None:
    """Colours a cell."""
    mark = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        mark.set(qn(f"w:{key}"), value)
    cell._element.get_or_add_tcPr().append(mark)


def put(cell: _Cell, text: str, bold: bool = False) -> None:
    """Sets the text of a cell."""
    para = cell.paragraphs[0]
    para.paragraph_format.space_after = Pt(2)
    para.add_run(text).bold = bold


def card(doc: WordDocument, plan: Plan, act: Action) -> None:
    """One action as a table of two columns."""
    number = act.outcome[2:]
    served = f"Common Outcome {number}"
    if act.id in IN_FULL:
        served += f" - {plan.outcomes[act.outcome].text}"
    rows = [
        ("Action", act.text),
        ("Owner", act.lead.replace("; ", "\n") if act.id in {"8", "20"} else act.lead),
        ("Completed by", act.due),
        ("Measure", act.measure),
        ("Outcome served", served),
    ]
    table = doc.add_table(rows=1, cols=2, style="Table Grid")
    top = table.rows[0].cells[0].merge(table.rows[0].cells[1])
    put(top, f"Card {act.id}", bold=True)
    shade(top, "9DBFA6")
    for label, value in rows:
        cells = table.add_row().cells
        put(cells[0], label, bold=True)
        put(cells[1], value)
        shade(cells[0], GREEN)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if row.cells[0]._tc is not row.cells[1]._tc:
            row.cells[0].width, row.cells[1].width = Cm(3.8), Cm(12.2)
        for para in row.cells[0].paragraphs + row.cells[1].paragraphs:
            para.paragraph_format.keep_with_next = True
    doc.add_paragraph()


def grid(doc: WordDocument, rows: list[list[str]]) -> None:
    """A plain table."""
    table = doc.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    keyed = rows[0][0].startswith("Common")
    for at, row in enumerate(rows):
        cells = table.add_row().cells
        for n, text in enumerate(row):
            put(cells[n], text, bold=not at if not keyed else not n)
            if not at and not keyed:
                shade(cells[n], GREEN)
    if len(rows[0]) == 2:
        for row in table.rows:
            row.cells[0].width, row.cells[1].width = Cm(3.8), Cm(12.2)
    doc.add_paragraph()


def build(folder: Path) -> None:
    """Writes the document and its gold."""
    plan = load("kinvarry")
    doc = Document()
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.header.paragraphs[0].text = plan.outside[0]
    section.footer.paragraphs[0].text = plan.outside[1]
    normal = doc.styles["Normal"]
    normal.font.name, normal.font.size = "Carlito", Pt(11)
    for name in ("Title", "Heading 1", "Heading 2"):
        doc.styles[name].font.color.rgb = RGBColor(0x1F, 0x4D, 0x36)
    for kind, value in plan.body:
        if kind == "title":
            doc.add_paragraph(value, style="Title")
        elif kind == "sub":
            doc.add_paragraph(value, style="Subtitle")
        elif kind in ("h1", "h2"):
            doc.add_heading(value, level=int(kind[1]))
        elif kind == "li":
            doc.add_paragraph(value, style="List Bullet")
        elif kind == "table":
            grid(doc, value)
        elif kind == "act":
            card(doc, plan, value)
        else:
            doc.add_paragraph(value)
    doc.core_properties.title = plan.meta["title"]
    doc.core_properties.author = "Invented"
    doc.save(str(folder / "kinvarry.docx"))
    plan.write_gold(folder)
