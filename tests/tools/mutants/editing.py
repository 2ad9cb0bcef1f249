"""Small edits to Word files and workbooks, the way a person makes them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Protocol

import docx
import openpyxl

#: Heads that name a column, in the layouts of the clean files.
HEADS = {
    "action": ("action", "what we will do"),
    "objective": ("objective", "objective ref"),
    "lead": ("lead", "owner", "lead 1"),
    "due": ("by when", "due date"),
    "due_words": ("due, as written",),
    "measure": ("how we will know", "measure", "measure 1"),
    "category": ("category of lead 1",),
    "said": ("where we are now",),
    "indicator": ("national indicator", "indicator used 1", "indicators", "indicator"),
    "priority": ("priority for action?", "priority"),
    "reason": ("reason for the decision",),
    "national": ("national outcome", "national outcome 1"),
    "outcome": ("outcome", "outcome ref"),
}


#: A point of a list that a person made by hand.
_DASH = "- "


class MissingError(Exception):
    """What an edit looks for is not in the file."""


class Cell(Protocol):
    """A cell of a table in either format."""

    def get(self) -> str:
        """Return its words."""
        ...

    def set(self, words: str) -> None:
        """Put other words in it."""
        ...


class WordCell:
    """A cell of a table in Word."""

    def __init__(self, cell: Any) -> None:
        self._cell = cell

    def get(self) -> str:
        """Return its words."""
        return str(self._cell.text)

    def set(self, words: str) -> None:
        """Put other words in it."""
        self._cell.text = words


class SheetCell:
    """A cell of a sheet."""

    def __init__(self, cell: Any) -> None:
        self._cell = cell

    def get(self) -> str:
        """Return its words."""
        return "" if self._cell.value is None else str(self._cell.value)

    def set(self, words: str) -> None:
        """Put other words in it."""
        self._cell.value = words or None


class Edit:
    """An open file: its tables as grids, and its lines outside tables."""

    def __init__(self, content: bytes, ending: str) -> None:
        self.ending = ending
        self._file: Any = (
            docx.Document(BytesIO(content))
            if ending == ".docx"
            else openpyxl.load_workbook(BytesIO(content))
        )

    @property
    def word(self) -> bool:
        """Whether it is a Word file."""
        return self.ending == ".docx"

    def bytes(self) -> bytes:
        """Return the edited file."""
        out = BytesIO()
        self._file.save(out)
        return out.getvalue()

    def row(self, words: str) -> Row:
        """Return the last row with a cell of exactly these words.

        The template quotes words of outcomes and actions on its earlier sheets.

        Raises:
            MissingError: No row has it.
        """
        found = [
            (grid, number)
            for grid, number in self._rows()
            if any(cell.get() == words for cell in grid.cells(number))
        ]
        if not found:
            raise MissingError(words)
        return Row(*found[-1])

    def row_starting(self, words: str) -> Row:
        """Return the first row whose first cell begins with these words.

        Raises:
            MissingError: No row does.
        """
        for grid, number in self._rows():
            cells = grid.cells(number)
            if cells and cells[0].get().startswith(words):
                return Row(grid, number)
        raise MissingError(words)

    def paragraphs(self) -> list[Any]:
        """Return the paragraphs of a Word file that stand outside tables."""
        return list(self._file.paragraphs)

    def blank(self, words: str) -> None:
        """Blank every cell of exactly these words.

        Raises:
            MissingError: There is none.
        """
        cells = [c for grid, number in self._rows() for c in grid.cells(number) if c.get() == words]
        if not cells:
            raise MissingError(words)
        for cell in cells:
            cell.set("")

    def delete_line(self, words: str) -> None:
        """Take out a line, that is a paragraph or a row with one such cell.

        Raises:
            MissingError: There is none.
        """
        if self.word:
            for paragraph in self._file.paragraphs:
                if paragraph.text in (words, _DASH + words):
                    paragraph._p.getparent().remove(paragraph._p)
                    return
            raise MissingError(words)
        self.row(words).delete()

    def add_after(self, words: str, more: str) -> None:
        """Write a line below another, in the same form.

        Raises:
            MissingError: The line above is not there.
        """
        if self.word:
            for paragraph in self._file.paragraphs:
                if paragraph.text in (words, _DASH + words):
                    above = paragraph.text
                    paragraph.insert_paragraph_before(above, style=paragraph.style)
                    paragraph.text = above.removesuffix(words) + more
                    return
            raise MissingError(words)
        row = self.row(words)
        row.grid.insert_below(row.number, words, more)

    def replace(self, old: str, new: str) -> int:
        """Replace words wherever they stand; return in how many places."""
        count = 0
        if self.word:
            for paragraph in self._file.paragraphs:
                if old in paragraph.text:
                    paragraph.text = paragraph.text.replace(old, new)
                    count += 1
        for grid, number in list(self._rows()):
            for cell in grid.cells(number):
                if old in cell.get():
                    cell.set(cell.get().replace(old, new))
                    count += 1
        return count

    def _rows(self) -> Iterator[tuple[Grid, int]]:
        for grid in self._grids():
            for number in range(grid.height):
                yield grid, number

    def _grids(self) -> Iterator[Grid]:
        if self.word:
            for table in self._file.tables:
                yield Grid(table, word=True)
        else:
            for sheet in self._file.worksheets:
                if sheet.sheet_state == "visible" and sheet.title not in (
                    "Guide",
                    "Lists",
                    "Start here",
                ):
                    yield Grid(sheet, word=False)


class Grid:
    """A table or a sheet."""

    def __init__(self, inner: Any, *, word: bool) -> None:
        self._inner = inner
        self._word = word
        self._kept: list[list[Cell]] = (
            [[WordCell(c) for c in row.cells] for row in inner.rows]
            if word
            else [[SheetCell(c) for c in row] for row in inner.iter_rows()]
        )

    @property
    def height(self) -> int:
        """Number of rows."""
        return len(self._kept)

    def cells(self, number: int) -> list[Cell]:
        """Return the cells of a row."""
        return self._kept[number]

    def column(self, kind: str, above: int) -> int | None:
        """Return the column under a head of some kind, from the nearest row above that has one."""
        for number in range(above, -1, -1):
            for column, cell in enumerate(self._kept[number]):
                if cell.get().split("\n")[0].strip().lower() in HEADS[kind]:
                    return column
        return None

    def delete(self, number: int) -> None:
        """Take a row out."""
        if self._word:
            row = self._inner.rows[number]._tr
            row.getparent().remove(row)
        else:
            self._inner.delete_rows(number + 1)

    def insert_below(self, number: int, words: str, more: str) -> None:
        """Write a row below another that differs in one cell."""
        cells = self.cells(number)
        column = next(c for c, cell in enumerate(cells) if cell.get() == words)
        self._inner.insert_rows(number + 2)
        self._inner.cell(number + 2, column + 1, more)


class Row:
    """A row of a grid."""

    def __init__(self, grid: Grid, number: int) -> None:
        self.grid = grid
        self.number = number

    def has(self, kind: str) -> bool:
        """Tell whether the row has a column of some kind."""
        return self.grid.column(kind, self.number) is not None

    def cell(self, kind: str) -> Cell:
        """Return the cell under a head of some kind.

        Raises:
            MissingError: The table has no such column.
        """
        column = self.grid.column(kind, self.number)
        if column is None:
            raise MissingError(kind)
        return self.grid.cells(self.number)[column]

    def cells(self) -> list[Cell]:
        """Return all its cells."""
        return self.grid.cells(self.number)

    def delete(self) -> None:
        """Take the row out."""
        self.grid.delete(self.number)
