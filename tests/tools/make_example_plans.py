"""Write the two example plans: ``python tests/tools/make_example_plans.py [folder]``.

Both areas are invented, and both files say so on the cover and in the header of every page.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.shared import Pt

sys.path.insert(0, str(Path(__file__).resolve().parent))

import example_complete
import example_faulty

NOTICE = "Invented example: this area does not exist"
FOLDER = Path(__file__).resolve().parents[2] / "ontology" / "examples"


class Writer:
    """Writes a plan the way an officer would in Word: styles, lists and merged tables."""

    def __init__(self, title: str) -> None:
        self.document: Document = docx.Document()
        self.document.core_properties.title = title
        self.document.core_properties.author = "cjgraph editors"
        self.document.core_properties.comments = NOTICE
        self.document.core_properties.created = datetime(2026, 1, 1, tzinfo=UTC)
        self.document.styles["Normal"].font.size = Pt(11)
        self.document.sections[0].header.paragraphs[0].text = NOTICE
        self.document.sections[0].footer.paragraphs[0].text = title

    def cover(self, title: str, *lines: str) -> None:
        self.document.add_paragraph(title, style="Title")
        for line in lines:
            self.document.add_paragraph(line, style="Subtitle")
        self.document.add_paragraph().add_run(NOTICE + ".").bold = True
        self.new_page()

    def new_page(self) -> None:
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def contents(self, entries: Sequence[str]) -> None:
        """A contents page as Word leaves it once fields are frozen: text, tab, page number."""
        self.heading("Contents")
        for number, entry in enumerate(entries, start=3):
            self.document.add_paragraph(f"{entry}\t{number}")
        self.new_page()

    def heading(self, text: str, level: int = 1) -> None:
        self.document.add_heading(text, level)

    def prose(self, *paragraphs: str) -> None:
        for text in paragraphs:
            self.document.add_paragraph(text)

    def points(self, *texts: str) -> None:
        for text in texts:
            self.document.add_paragraph(text, style="List Bullet")

    def table(
        self,
        rows: Sequence[Sequence[str]],
        merge: Sequence[tuple[int, int, int]] = (),
    ) -> None:
        """Add a table whose first row is the header.

        Args:
            rows: Header and body, all of one width.
            merge: ``(column, first row, last row)`` of cells that one value spans.
        """
        table = self.document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
        spanned = {(r, c) for c, first, last in merge for r in range(first + 1, last + 1)}
        for column, first, last in merge:
            table.cell(first, column).merge(table.cell(last, column))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                if (r, c) in spanned:
                    continue
                table.cell(r, c).text = text
                if r == 0:
                    table.cell(r, c).paragraphs[0].runs[0].bold = True
        self.document.add_paragraph()


def build(folder: Path) -> list[Path]:
    """Write both files and return where they are."""
    plans: list[tuple[str, str, Callable[[Writer], None]]] = [
        ("strathmarnock-cjoip-2024-2029.docx", example_complete.TITLE, example_complete.write),
        ("glenorrin-cjoip-2024-2029.docx", example_faulty.TITLE, example_faulty.write),
    ]
    made = []
    for name, title, write in plans:
        writer = Writer(title)
        write(writer)
        path = folder / name
        writer.document.save(str(path))
        made.append(path)
    return made


if __name__ == "__main__":
    for made_path in build(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        print(made_path)
