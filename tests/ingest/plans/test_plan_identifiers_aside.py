# ruff: noqa: E501 - parts of files read best on one line
"""Case-level identifiers refuse a file wherever they stand, seen or unseen."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from reportlab.pdfgen.canvas import Canvas

from ingest.plans import read_plan
from ingest.plans.blocks import BlockList, Cell
from ingest.plans.identifiers import case_identifiers

CHI = "0101801009"  # it checks, and is nobody's
PLAN = [
    "Community Justice Outcomes Improvement Plan 2024-2029",
    "Our priorities are bail and housing, and each has outcomes and actions.",
    "The Partnership will publish a report each year.",
]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def refused(path: Path) -> str:
    """Return the message that a file is refused with, which never repeats the number."""
    reading = read_plan(path)
    assert reading.status == "refused"
    assert {w.code for w in reading.warnings} == {"case_level_identifier"}
    kept = json.dumps(reading.to_json())
    assert CHI not in kept and CHI[6:] not in kept and CHI[1:] not in kept
    return " ".join(w.message for w in reading.warnings)


def in_word(path: Path, change: Callable[[docx.document.Document], None]) -> Path:
    document = docx.Document()
    document.add_heading(PLAN[0], 0)
    for line in PLAN[1:]:
        document.add_paragraph(line)
    change(document)
    document.save(str(path))
    return path


def repacked(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """Change one part of an Office file, or add it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts.get(part, b"").decode()).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    path.write_bytes(made.getvalue())
    return path


def test_page_headers_and_footers(tmp_path: Path) -> None:
    def footer(document: docx.document.Document) -> None:
        document.sections[0].footer.paragraphs[0].text = f"One person, {CHI}"

    def header(document: docx.document.Document) -> None:
        document.sections[0].header.paragraphs[0].text = f"CHI {CHI}"

    assert refused(in_word(tmp_path / "f.docx", footer)).startswith("The page footer holds what")
    assert refused(in_word(tmp_path / "h.docx", header)).startswith("The page header holds what")


def test_properties_of_a_word_file(tmp_path: Path) -> None:
    def comments(document: docx.document.Document) -> None:
        document.core_properties.comments = f"from the file of {CHI}"

    assert refused(in_word(tmp_path / "p.docx", comments)).startswith("A property of the file")


@pytest.mark.parametrize(
    ("inside", "where"),
    [
        ('<w:del w:id="1"><w:r><w:delText>{}</w:delText></w:r></w:del>', "Deleted text"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>", "Hidden text"),
        ('<w:fldSimple w:instr=" COMMENTS &quot;CHI {}&quot; "/>', "The code of a field"),
    ],
)
def test_words_that_a_paragraph_holds_unseen(tmp_path: Path, inside: str, where: str) -> None:
    path = in_word(tmp_path / "plan.docx", lambda _: None)
    added = f"<w:p>{inside.format(CHI)}</w:p></w:body>"
    found = re.compile(r"(<w:sectPr)")
    repacked(path, "word/document.xml", lambda t: found.sub(added[:-9] + r"\1", t, count=1))
    assert refused(path).startswith(where)


def test_a_number_that_was_half_deleted(tmp_path: Path) -> None:
    path = in_word(tmp_path / "plan.docx", lambda _: None)
    half = (
        f"<w:p><w:r><w:t>{CHI[:6]}</w:t></w:r><w:del><w:r><w:delText>{CHI[6:]}"
        "</w:delText></w:r></w:del><w:ins><w:r><w:t>xxxx</w:t></w:r></w:ins></w:p><w:sectPr"
    )
    repacked(path, "word/document.xml", lambda t: t.replace("<w:sectPr", half, 1))
    assert "Deleted text" in refused(path)


@pytest.mark.parametrize(
    ("part", "where"),
    [
        ("comments", "A comment"),
        ("footnotes", "A footnote"),
        ("endnotes", "An endnote"),
    ],
)
def test_notes_and_comments(tmp_path: Path, part: str, where: str) -> None:
    path = in_word(tmp_path / "plan.docx", lambda _: None)
    xml = f"<w:{part} {W}><w:p><w:r><w:t>his {CHI[:6]}</w:t></w:r><w:r><w:t>{CHI[6:]}</w:t></w:r></w:p></w:{part}>"
    repacked(path, f"word/{part}.xml", lambda _: xml)
    assert refused(path).startswith(where)


def in_book(path: Path, change: Callable[[openpyxl.Workbook], None]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Plan"
    for line in PLAN:
        sheet.append([line])
    sheet.append([])
    sheet.append(["Action", "Lead", "By when", "Measure"])
    sheet.append(["Open a hub", "Council", "2026", "Hub is open"])
    sheet.append(["Hold a day", "Council", "2026", "Day was held"])
    sheet.append(["Train staff", "Council", "2026", "Staff trained"])
    change(book)
    book.save(path)
    return path


def _hidden_sheet(book: openpyxl.Workbook) -> None:
    book.create_sheet("Old").append(["One person", CHI])
    book["Old"].sheet_state = "hidden"


def _very_hidden(book: openpyxl.Workbook) -> None:
    _hidden_sheet(book)
    book["Old"].sheet_state = "veryHidden"


def _hidden_row(book: openpyxl.Workbook) -> None:
    book["Plan"]["A7"] = f"Help {CHI}"
    book["Plan"].row_dimensions[7].hidden = True


def _hidden_column(book: openpyxl.Workbook) -> None:
    book["Plan"]["D7"] = CHI
    book["Plan"].column_dimensions["D"].hidden = True


def _note(book: openpyxl.Workbook) -> None:
    book["Plan"]["A7"].comment = Comment(f"this is {CHI}", "An officer")


def _defined(book: openpyxl.Workbook) -> None:
    book.defined_names["person"] = DefinedName("person", attr_text=f'"{CHI}"')


def _page_footer(book: openpyxl.Workbook) -> None:
    book["Plan"].oddFooter.center.text = f"CHI {CHI}"


def _property(book: openpyxl.Workbook) -> None:
    book.properties.description = f"CHI {CHI}"


def _sheet_name(book: openpyxl.Workbook) -> None:
    book["Plan"].title = f"CHI {CHI}"


def _number(book: openpyxl.Workbook) -> None:
    book["Plan"]["D7"] = int(CHI)


def _number_below_its_name(book: openpyxl.Workbook) -> None:
    book["Plan"]["E5"] = "Client ID"
    book["Plan"]["E6"] = int(CHI)


def _hidden_number(book: openpyxl.Workbook) -> None:
    _number(book)
    book["Plan"].row_dimensions[7].hidden = True


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (_hidden_sheet, "The hidden sheet 'Old', cell A1:B1, holds"),
        (_very_hidden, "The hidden sheet 'Old', cell A1:B1, holds"),
        (_hidden_row, "Cell A7 in a hidden row of the sheet 'Plan' holds"),
        (_hidden_column, "Cell D7 in a hidden column of the sheet 'Plan' holds"),
        (_note, "The note on cell A7 holds"),
        (_defined, "A defined name holds"),
        (_page_footer, "The page footer of a sheet holds"),
        (_property, "A property of the file holds"),
        (_sheet_name, "Paragraph 1 holds"),
        (_number, "Sheet 'Plan', cell D7 holds"),
        (_number_below_its_name, "Sheet 'Plan', cell E6 holds"),
        (_hidden_number, "Cell D7 in a hidden row of the sheet 'Plan' holds"),
    ],
)
def test_a_workbook(
    tmp_path: Path, change: Callable[[openpyxl.Workbook], None], where: str
) -> None:
    assert where in refused(in_book(tmp_path / "plan.xlsx", change))


PAGE = "<!doctype html><html><head>{head}</head><body><main><h1>{0}</h1><p>{1}</p><p>{2}</p>{body}</main>{foot}</body></html>"


@pytest.mark.parametrize(
    ("where", "planted", "said"),
    [
        ("body", f"<!-- his file is {CHI} -->", "A comment that the page hides"),
        ("body", f"<!-- {CHI} -->", "A comment that the page hides"),
        ("body", f'<p style="display: none">One person, {CHI}</p>', "Text that the page hides"),
        ("body", f"<p>Now <del>{CHI}</del> is gone.</p>", ""),
        ("foot", f"<footer><p>Ask about {CHI}</p></footer>", "Text that the page hides"),
        ("head", f'<meta name="description" content="CHI {CHI}">', "A property of the page"),
        ("body", f'<img src="a.png" alt="Card of {CHI}">', "The description of an element"),
        ("body", f'<input type="hidden" name="chi" value="{CHI}">', "A field of a form"),
        ("body", f'<script>var person = {{"chi": "{CHI}"}}</script>', "A script of the page"),
    ],
)
def test_a_web_page(tmp_path: Path, where: str, planted: str, said: str) -> None:
    path = tmp_path / "plan.html"
    parts = {"head": "", "body": "", "foot": ""} | {where: planted}
    path.write_text(PAGE.format(*PLAN, **parts), encoding="utf-8")
    assert said in refused(path)


def test_a_comment_in_markdown(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(f"# {PLAN[0]}\n\n{PLAN[1]}\n\n<!-- CHI {CHI} -->\n\n{PLAN[2]}\n")
    refused(path)


def in_pdf(path: Path, change: Callable[[Canvas], None]) -> Path:
    canvas = Canvas(str(path))
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(60, 780, PLAN[0])
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, 740, PLAN[1])
    canvas.drawString(60, 720, PLAN[2])
    change(canvas)
    canvas.save()
    return path


def test_a_pdf(tmp_path: Path) -> None:
    def field(canvas: Canvas) -> None:
        canvas.acroForm.textfield(name="person", value=CHI, x=60, y=600)

    def note(canvas: Canvas) -> None:
        canvas.textAnnotation(f"CHI {CHI}", Rect=[60, 600, 80, 620])

    path = tmp_path / "plan.pdf"
    assert "A property of the file" in refused(in_pdf(path, lambda c: c.setSubject(f"Case {CHI}")))
    assert "A form field on page 1" in refused(in_pdf(path, field))
    assert "A note on page 1" in refused(in_pdf(path, note))


def test_running_footers_of_a_pdf(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "plan.pdf"))
    for page in range(4):
        canvas.setFont("Helvetica", 11)
        for line in range(20):
            canvas.drawString(60, 760 - 20 * line, f"{PLAN[line % 3]} Part {page} of it.")
        canvas.setFont("Helvetica", 7)
        canvas.drawString(60, 20, f"File {CHI}")
        canvas.showPage()
    canvas.save()
    assert "age 1" in refused(tmp_path / "plan.pdf")


def table_of(rows: list[list[str]]) -> BlockList:
    made = BlockList()
    made.table(
        tuple(tuple(Cell(t, (r, c)) for c, t in enumerate(row)) for r, row in enumerate(rows))
    )
    return made


@pytest.mark.parametrize("header", ["Budget", "UPRN", "Grant number", "Reference", "Total (£)"])
def test_nine_digits_of_other_kinds_refuse_nothing(header: str) -> None:
    rows = [["Action", header], ["Open a hub", CHI[1:]], ["Hold a day", "250000000"]]
    assert case_identifiers(table_of(rows).blocks) == []
    assert case_identifiers(table_of([["Action", "Sum"], *rows[1:]]).blocks) == []


def test_clean_files_with_notes_and_hidden_parts_are_read(tmp_path: Path) -> None:
    def numbers(book: openpyxl.Workbook) -> None:
        old = book.create_sheet("Old")
        for row in (["Property", "UPRN", "Budget"], ["Hub", CHI, 203045678], ["Flat", CHI, 1]):
            old.append(row)
        old.sheet_state = "hidden"
        book["Plan"]["A7"].comment = Comment("Ring 0141 555 0123 about grant no 1203850000", "A")

    assert read_plan(in_book(tmp_path / "plan.xlsx", numbers)).status == "ok"
    page = tmp_path / "plan.html"
    body = f"<!-- cached 1203851231 --><div data-id='{CHI}'></div><script>id={CHI}</script><dl><dt>UPRN</dt><dd>{CHI}</dd></dl>"
    page.write_text(PAGE.format(*PLAN, head="", body="", foot=f"<footer>{body}</footer>"))
    assert read_plan(page).status == "ok"
