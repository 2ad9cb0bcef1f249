"""The island plan: Word with no styles at all, bold lines for headings and typed bullets."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from .model import Action, load


def sentence(action: Action) -> str:
    """The action, followed by the sentence that carries its measure."""
    if not action.measure:
        return action.text
    return f"{action.text} {action.tail.replace('{m}', action.measure)}"


def build(folder: Path) -> None:
    """Writes the document and its gold."""
    plan = load("sulla")
    doc = Document()
    normal = doc.styles["Normal"]
    normal.font.name = "Liberation Serif"
    normal.font.size = Pt(12)
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.footer.paragraphs[0].text = plan.outside[0]
    for kind, value in plan.body:
        para = doc.add_paragraph()
        para.paragraph_format.space_after = Pt(8)
        if kind == "title":
            para.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = para.add_run(value)
            run.bold, run.font.size = True, Pt(18)
        elif kind == "sub":
            para.alignment = WD_ALIGN_PARAGRAPH.CENTER
            para.add_run(value)
        elif kind == "b":
            para.paragraph_format.space_before = Pt(14)
            para.paragraph_format.keep_with_next = True
            run = para.add_run(value)
            run.bold, run.underline = True, True
        elif kind == "out":
            para.paragraph_format.space_before = Pt(10)
            outcome = plan.outcomes[value]
            para.add_run(outcome.text).bold = True
        elif kind == "act":
            para.paragraph_format.left_indent = Cm(1)
            para.paragraph_format.first_line_indent = Cm(-0.5)
            para.add_run("•\t" if value.id[0] != "3" else "-  ")
            para.add_run(sentence(value))
        elif kind == "p":
            para.add_run(value)
        else:
            para._element.getparent().remove(para._element)
    doc.core_properties.title = ""
    doc.save(str(folder / "sulla-isles.docx"))
    plan.write_gold(folder)
