"""Writes the template as a Word file: a heading and a table for each sheet."""

from __future__ import annotations

import io
from datetime import date
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell

from ..vocabulary import vocabulary
from . import choices
from .docx_parts import Controls, add_kept, add_mark, run_of
from .form import Filled, FilledRow
from .layout import SHEETS, Column, Field, Sheet, fields_of
from .meanings import Need
from .words import NEEDED, intro_of, opening, steps, title_line, versions

#: What an empty control says; never read. Its spaces are such as no one types.
CHOOSE: Final = "Choose\N{NO-BREAK SPACE}or\N{NO-BREAK SPACE}type"
WRITE: Final = "Write\N{NO-BREAK SPACE}here"
DAY: Final = "dd/mm/yyyy"
_SPARE: Final = {"outcomes": 6, "objectives": 8, "actions": 12, "needs": 4, "services": 4,
                 "partners": 6}  # fmt: skip
_SPARE_FILLED: Final = 2
_WIDTH: Final = 267.0
_FILLS: Final[dict[Need, tuple[str, str]]] = {
    "must": ("17375E", "FFFFFF"),
    "should": ("31597F", "FFFFFF"),
    "may": ("DCE6F0", "1B2A41"),
}
_LOOKS: Final = {"band": "DCE6F0", "part": "F4F7FA", "example": "F1F1F1"}


def write_word(made: Filled) -> bytes:
    """Return a Word file with a table for each kind of thing.

    Args:
        made: What to write.
    """
    return _Writer(made).write()


class _Writer:
    def __init__(self, made: Filled) -> None:
        self.made = made
        self.document: Document = docx.Document()
        self.controls = Controls()

    def write(self) -> bytes:
        self._page()
        self._styles()
        self._opening()
        for one in SHEETS:
            self.document.add_heading(one.title, 1)
            self.document.add_paragraph(intro_of(one))
            if one.upright:
                self._upright(one)
            else:
                self._table(one)
        self._guide()
        self.document.core_properties.title = title_line(self.made)
        self.document.core_properties.author = "cjgraph"
        self.document.core_properties.comments = ""
        add_mark(self.document)
        add_kept(self.document, self.made.kept.to_text())
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _page(self) -> None:
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin = section.right_margin = Mm(15)
        section.top_margin = section.bottom_margin = Mm(15)
        footer = section.footer.paragraphs[0]
        footer.text = "Page "
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            run = footer.add_run()
            if kind:
                part = OxmlElement("w:fldChar")
                part.set(qn("w:fldCharType"), kind)
            else:
                part = OxmlElement("w:instrText")
                part.text = text
            run._r.append(part)

    def _styles(self) -> None:
        styles = self.document.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(10)
        normal.paragraph_format.space_after = Pt(4)
        hint = styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER, builtin=True)
        hint.font.color.rgb = RGBColor(0x59, 0x59, 0x59)
        hint.font.italic = True
        for name in ("Heading 1", "Title"):
            styles[name].font.name = "Calibri"
            styles[name].font.color.rgb = RGBColor(0x17, 0x37, 0x5E)

    def _opening(self) -> None:
        self.document.add_heading(title_line(self.made), 0)
        for line in opening(self.made):
            self.document.add_paragraph(line)
        for number, line in enumerate(steps(word=True), 1):
            self.document.add_paragraph(f"{number}. {line}")
        framework = choices.editions().show(self.made.edition)
        self.document.add_paragraph(". ".join(versions(self.made, framework)) + ".")
        if self.made.notes:
            self.document.add_paragraph().add_run("What the reading noted").bold = True
            for said, place in self.made.notes:
                self.document.add_paragraph(f"{said} ({place})", style="List Bullet")

    def _upright(self, one: Sheet) -> None:
        table = self._new(one, ("Field", "Your plan", "What it means"), (42, 120, 105))
        cells = (self.made.rows.get(one.key) or [FilledRow({})])[0].cells
        for key, found in fields_of(one).items():
            row = table.add_row().cells
            row[0].paragraphs[0].add_run(found.column.label).bold = True
            self._fill(row[1], found.column, [cells.get(key)], one, hint=True)
            rule = f" {found.rule.remedy}" if found.rule else ""
            source = f" ({found.source})" if found.source else ""
            needed = f"{found.means} {NEEDED[found.need].capitalize()}.{rule}{source}"
            row[2].paragraphs[0].add_run(needed).font.size = Pt(8.5)
        self._widths(table, (42, 120, 105))

    def _table(self, one: Sheet) -> None:
        columns = [c for c in one.columns if c.key != "found" or self.made.origin]
        known = fields_of(one)
        total = sum(column.width for column in columns)
        widths = tuple(_WIDTH * column.width / total for column in columns)
        table = self._new(one, tuple(_label(c) for c in columns), widths,
                          [known[c.key] for c in columns])  # fmt: skip
        rows = list(self.made.rows.get(one.key, []))
        spare = _SPARE.get(one.key, 0)
        rows += [FilledRow({})] * (min(spare, _SPARE_FILLED) if self.made.origin else spare)
        repeats = self.made.repeats(one)
        for row in rows:
            cells = table.add_row().cells
            for cell, column in zip(cells, columns, strict=True):
                self._fill(cell, column, self._values(row, column, one, repeats), one)
                if row.look in _LOOKS and (column.kind == "shown" or row.look == "example"):
                    _shade(cell, _LOOKS[row.look])
                if row.look in {"band", "example"} and column.kind == "shown":
                    for run in cell.paragraphs[0].runs:
                        run.bold = column.key == "item"
        self._widths(table, widths)

    def _values(
        self, row: FilledRow, column: Column, one: Sheet, repeats: dict[str, int]
    ) -> list[str | date | None]:
        if not column.group:
            return [row.cells.get(column.key)]
        room = one.repeats[column.group]
        most = max(room, repeats.get(column.group, 0)) if row.cells else room
        values = [row.cells.get(f"{column.key}-{n}") for n in range(1, most + 1)]
        while len(values) > 1 and values[-1] is None and (row.cells or not column.choices):
            values.pop()
        return values

    def _fill(
        self,
        cell: _Cell,
        column: Column,
        values: list[str | date | None],
        one: Sheet,
        *,
        hint: bool = False,
    ) -> None:
        for at, value in enumerate(values):
            paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(2)
            text = f"{value:%d/%m/%Y}" if isinstance(value, date) else value or ""
            paragraph._p.append(self._piece(column, text, one, hint=hint))

    def _piece(self, column: Column, text: str, one: Sheet, *, hint: bool) -> Any:
        name = _label(column)
        if column.kind == "date":
            return self.controls.day(name, text, DAY)
        listed = column.choices and not column.choices.startswith("sheet:")
        if listed and column.kind != "shown" and (text or column.key != "found"):
            return self.controls.combo(name, self._options(column), text, CHOOSE)
        if hint:
            return self.controls.words(name, text, WRITE)
        return run_of(text)

    def _options(self, column: Column) -> list[str]:
        if column.choices == "outcomes":
            return choices.outcomes_of(vocabulary().edition(self.made.edition))
        return list(getattr(choices, column.choices)().shown.values())

    def _new(
        self,
        one: Sheet,
        labels: tuple[str, ...],
        widths: tuple[float, ...],
        known: list[Field] | None = None,
    ) -> Table:
        table = self.document.add_table(rows=1, cols=len(labels))
        table.style = "Table Grid"
        table.autofit = False
        about = table._tbl.tblPr
        for tag, text in (("w:tblCaption", f"cjgraph:{one.key}"),
                          ("w:tblDescription", one.intro)):  # fmt: skip
            part = OxmlElement(tag)
            part.set(qn("w:val"), text)
            about.append(part)
        head = table.rows[0]
        repeated = OxmlElement("w:tblHeader")
        repeated.set(qn("w:val"), "true")
        head._tr.get_or_add_trPr().append(repeated)
        for at, (cell, label) in enumerate(zip(head.cells, labels, strict=True)):
            found = known[at] if known else None
            need: Need = found.need if found else "must"
            shown = found is None or found.column.kind == "shown"
            back, letters = _FILLS["may" if found and shown else need]
            _shade(cell, back)
            run = cell.paragraphs[0].add_run(label)
            run.bold, run.font.color.rgb = True, RGBColor.from_string(letters)
            if found and not shown:
                below = cell.add_paragraph().add_run(NEEDED[need])
                below.font.size, below.font.color.rgb = Pt(8), RGBColor.from_string(letters)
        return table

    def _widths(self, table: Table, widths: tuple[float, ...]) -> None:
        for grid, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
            grid.w = Mm(width)
        for row in table._tbl.tr_lst:
            cannot = OxmlElement("w:cantSplit")
            row.get_or_add_trPr().insert(0, cannot)
            for cell, width in zip(row.tc_lst, widths, strict=True):
                cell.width = Mm(width)
        self.document.add_paragraph()

    def _guide(self) -> None:
        self.document.add_heading("Guide", 1)
        self.document.add_paragraph("What each column means, and who asks for it.")
        for one in SHEETS:
            for found in fields_of(one).values():
                if found.column.kind == "shown" or one.upright:
                    continue
                line = self.document.add_paragraph()
                line.add_run(f"{one.title}, {_label(found.column)}: ").bold = True
                rule = f" {found.rule.remedy} {found.rule.why}" if found.rule else ""
                source = f" ({found.source})" if found.source else ""
                line.add_run(f"{found.means} {NEEDED[found.need].capitalize()}.{rule}{source}")


def _label(column: Column) -> str:
    return " ".join(column.label.replace("#", "").split())


def _shade(cell: _Cell, colour: str) -> None:
    about = cell._tc.get_or_add_tcPr()
    shade = OxmlElement("w:shd")
    for key, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        shade.set(qn(key), value)
    about.append(shade)
