"""Word files as people make them: headings by hand, boxes, nested tables, tracked changes."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from ingest.plans.blocks import Block
from ingest.plans.word import read_word


def read(build: Callable[[Any], None]) -> list[Block]:
    document = docx.Document()
    build(document)
    made = io.BytesIO()
    document.save(made)
    return read_word(made.getvalue(), "plan.docx").blocks


def headings(blocks: list[Block]) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in blocks if block.kind == "heading"]


def run(document: Any, text: str, **look: Any) -> None:
    made = document.add_paragraph().add_run(text)
    for name, value in look.items():
        if name == "size":
            made.font.size = Pt(value)
        else:
            setattr(made, name, value)


BODY = "These are the words of the plan, which go on for a good while and end with a full stop."


def test_a_style_that_is_based_on_a_heading_is_one() -> None:
    def build(document: Any) -> None:
        style = document.styles.add_style("Council Chapter", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Heading 2"]
        document.add_paragraph("Our area", style="Council Chapter")
        outlined = document.add_paragraph("Our needs")
        outlined._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="2"/>'))
        document.add_paragraph(BODY)

    assert headings(read(build)) == [(2, "Our area"), (3, "Our needs")]


def test_headings_by_size_weight_and_capitals_have_levels_that_hold() -> None:
    def build(document: Any) -> None:
        run(document, "Uig Community Justice Plan", bold=True, size=26)
        for chapter in ("What we know", "What we will do"):
            run(document, chapter, bold=True, size=16)
            document.add_paragraph(BODY)
            for part in ("People", "Places"):
                run(document, part, bold=True)
                document.add_paragraph(BODY)

    assert headings(read(build)) == [
        (0, "Uig Community Justice Plan"),
        (1, "What we know"),
        (2, "People"),
        (2, "Places"),
        (1, "What we will do"),
        (2, "People"),
        (2, "Places"),
    ]


def test_bold_lines_below_headings_with_styles_keep_one_level() -> None:
    def build(document: Any) -> None:
        document.add_heading("Outcome 1", 2)
        for text in ("Objective one", "Objective two", "Objective three"):
            run(document, text, bold=True)
            document.add_paragraph(BODY)

    assert [level for level, _ in headings(read(build))] == [2, 3, 3, 3]


def test_numbers_tell_levels() -> None:
    def build(document: Any) -> None:
        for text in ("1. Aims", "1.1 Vision", "2. Actions", "2.1 First year"):
            run(document, text, bold=True)
            document.add_paragraph(BODY)

    assert [level for level, _ in headings(read(build))] == [1, 2, 1, 2]


def test_names_and_bold_list_items_are_no_headings() -> None:
    def build(document: Any) -> None:
        document.add_paragraph(BODY)
        run(document, "Cllr A. N. Other, Convener, Uig Partnership", bold=True)
        run(document, "\u2022 Open a hub", bold=True)
        made = document.add_paragraph(style="List Bullet")
        made.add_run("Train staff").bold = True

    blocks = read(build)
    assert headings(blocks) == []
    assert [b.text for b in blocks if b.kind == "list"] == ["Open a hub", "Train staff"]


def test_typed_bullets_are_list_items_without_their_marks() -> None:
    def build(document: Any) -> None:
        for text in ("- one thing", "\u25aa two things", "(a) three things", "\uf0b7 four things"):
            document.add_paragraph(text)

    found = [(b.kind, b.text) for b in read(build)]
    assert found == [
        ("list", t) for t in ("one thing", "two things", "three things", "four things")
    ]


def test_a_box_of_one_cell_is_read_as_its_words() -> None:
    def build(document: Any) -> None:
        table = document.add_table(1, 1)
        table.cell(0, 0).text = "Our vision is a place where nobody is harmed."
        document.add_paragraph(BODY)

    assert [b.kind for b in read(build)] == ["paragraph", "paragraph"]


def test_a_nested_table_is_a_table_of_its_own() -> None:
    def build(document: Any) -> None:
        outer = document.add_table(2, 2)
        outer.cell(0, 0).text = "Priority"
        outer.cell(0, 1).text = "Bail"
        outer.cell(1, 0).text = "Actions"
        cell = outer.cell(1, 1)
        cell.paragraphs[0].text = "As below"
        inner = cell.add_table(2, 2)
        for at, text in enumerate(("Action", "Lead", "Open a hub", "Council")):
            inner.cell(at // 2, at % 2).text = text

    tables = [b for b in read(build) if b.kind == "table"]
    assert [[c.text for c in row] for row in tables[0].rows] == [
        ["Priority", "Bail"],
        ["Actions", "As below"],
    ]
    assert [[c.text for c in row] for row in tables[1].rows] == [
        ["Action", "Lead"],
        ["Open a hub", "Council"],
    ]


BOX = (
    '<w:r {w}><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
    '2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent>{p}</w:txbxContent></w:drawing>'
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{p}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def box(text: str) -> Any:
    words = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("|"))
    return parse_xml(BOX.format(w=nsdecls("w"), p=words))


def test_a_text_box_is_read_once_in_its_place_in_paragraphs_and_cells() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("Before.")
        document.add_paragraph("Anchor.")._p.append(box("In the box."))
        table = document.add_table(1, 2)
        table.cell(0, 0).paragraphs[0]._p.append(box("In the cell."))
        table.cell(0, 1).text = "Beside"

    blocks = read(build)
    assert [b.text for b in blocks if b.kind != "table"] == ["Before.", "In the box.", "Anchor."]
    assert blocks[-1].rows[0][0].text == "In the cell."


def test_a_word_spelled_up_the_margin_is_left_out() -> None:
    def build(document: Any) -> None:
        document.add_paragraph(BODY)
        document.add_paragraph("Anchor.")._p.append(box("J|u|s|t|i|c|e"))
        table = document.add_table(1, 2)
        table.cell(0, 0).text = "B\nA\nI\nL"
        table.cell(0, 1).text = "Open a hub"

    blocks = read(build)
    assert [b.text for b in blocks if b.kind != "table"] == [BODY, "Anchor."]
    assert blocks[-1].rows[0][0].text == "BAIL"


def test_prompts_hidden_words_and_deleted_rows_are_left_out() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("Shown. ").add_run("Hidden.").font.hidden = True
        prompt = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r>"
            "<w:t>Click to enter text.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
        document.element.body.insert(1, prompt)
        table = document.add_table(2, 2)
        table.cell(0, 0).text, table.cell(1, 0).text = "Kept", "Gone"
        row = table.rows[1]._tr
        row.insert(0, parse_xml(f"<w:trPr {nsdecls('w')}><w:del w:id='1' w:author='x'/></w:trPr>"))

    blocks = read(build)
    assert [b.text for b in blocks if b.kind != "table"] == ["Shown."]
    assert [[c.text for c in row] for row in blocks[-1].rows] == [["Kept", ""]]


def test_tabs_that_line_up_under_known_heads_are_a_table() -> None:
    def build(document: Any) -> None:
        for line in ("Action\tLead\tBy when", "Open a hub\tCouncil\t2026", "Train\t\tPolice\t2027"):
            document.add_paragraph(line)
        document.add_paragraph("Tel\t01632 960 111")

    blocks = read(build)
    assert [[c.text for c in row] for row in blocks[0].rows] == [
        ["Action", "Lead", "By when"],
        ["Open a hub", "Council", "2026"],
        ["Train", "Police", "2027"],
    ]
    assert blocks[1].text == "Tel 01632 960 111"


def test_the_lines_of_a_contents_page_are_no_tables() -> None:
    def build(document: Any) -> None:
        for line in ("Action plan\t3", "Leads\t4", "By when\t5"):
            document.add_paragraph(line)

    assert [(b.kind, b.contents) for b in read(build)] == [("paragraph", True)] * 3
