"""A document as an ordered list of blocks: headings, paragraphs, list items and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

Kind = Literal["heading", "paragraph", "list", "table"]
HEADING_SEPARATOR: Final = " > "
_SECTIONS: Final = 3
#: Longest paragraph or cell that is read, in characters: some six pages without a break.
LONGEST: Final = 20_000
#: Most paragraphs, headings and cells that a plan may have.
MOST: Final = 10_000
#: Most characters that a plan may have: some 300 pages.
MOST_CHARACTERS: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a document. Everything counts from 1, but characters, which count from 0.

    Paragraphs are those that have words, headings and list items among them, outside
    tables; rows of a table include its header.

    Args:
        paragraph: Number of the paragraph in the document.
        table: Number of the table in the document.
        row: Row of the table.
        column: Column of the table.
        heading: The headings that it stands under.
        page: Page of a PDF.
        sheet: Name of a sheet of a workbook.
        cell: Address of its cell, such as ``"C7"``.
        path: XPath of the element of a web page.
        start: First character of the quotation, within the words of the page of a PDF and
            of the paragraph or cell of anything else, white space made single.
        end: The character after its last.
    """

    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    heading: str = ""
    page: int | None = None
    sheet: str | None = None
    cell: str | None = None
    path: str | None = None
    start: int | None = None
    end: int | None = None

    def to_json(self) -> dict[str, int | str]:
        """Return the keys that apply to this place."""
        found = {key: getattr(self, key) for key in _KEYS}
        return {key: value for key, value in found.items() if value not in (None, "")}

    def bare(self) -> Locator:
        """Return the place without the headings, which quote the document."""
        return replace(self, heading="")

    def in_words(self) -> str:
        """Say the place in plain words, such as ``Page 4, table 2, row 3``."""
        words = [f"page {self.page}"] if self.page else []
        words += [f"sheet '{self.sheet}'"] if self.sheet else []
        if self.cell:
            words.append(f"cell {self.cell}")
        elif self.table is not None:
            words.append(f"table {self.table}")
            words += [f"row {self.row}"] if self.row else []
            words += [f"column {self.column}"] if self.column else []
        elif self.paragraph:
            words.append(f"paragraph {self.paragraph}")
        if self.heading:
            words.append(f"under '{self.heading}'")
        said = ", ".join(words) or "the document"
        return said[0].upper() + said[1:]


_KEYS: Final = (
    "page",
    "sheet",
    "cell",
    "paragraph",
    "table",
    "row",
    "column",
    "heading",
    "path",
    "start",
    "end",
)

#: The document as a whole.
NOWHERE: Final = Locator()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; a merged cell stands, with the same origin, in all that it spans.

    Args:
        text: Its words; lines are parted by line feeds.
        origin: Row and column of its top left corner in the table, from 0.
        place: Page, sheet and address, or path of the cell, where the format has them.
    """

    text: str
    origin: tuple[int, int]
    place: Locator | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document.

    Args:
        kind: What it is.
        text: Its words; for a table, empty.
        level: 1 and below for headings, 0 for the document's title, else 0.
        path: The headings that it stands under, outermost first.
        locator: Where it is.
        rows: The rows of a table, each as wide as the table.
        contents: Whether it belongs to a contents page.
    """

    kind: Kind
    text: str
    level: int
    path: tuple[str, ...]
    locator: Locator
    rows: tuple[tuple[Cell, ...], ...] = ()
    contents: bool = False

    def cell_place(self, row: int, column: int | None = None) -> Locator:
        """Return the place of a row or cell of this table, given from 0."""
        place = replace(self.locator, row=row + 1, column=None if column is None else column + 1)
        cells = self.rows[row] if row < len(self.rows) else ()
        known = cells[column or 0].place if len(cells) > (column or 0) else None
        if known is None:
            return place
        if column is None:
            return replace(place, page=known.page, sheet=known.sheet)
        return replace(place, page=known.page, sheet=known.sheet, cell=known.cell, path=known.path)

    def under(self) -> str:
        """Return the nearest heading, or nothing."""
        return self.path[-1] if self.path else ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of running text with its place: a paragraph, a list item or a table row."""

    text: str
    path: tuple[str, ...]
    locator: Locator
    kind: Kind


class BlockList:
    """Collects blocks in reading order and numbers them.

    Attributes:
        here: Page or sheet that blocks are given, where they bring no place of their own.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.here = Locator()
        self._stack: list[tuple[int, str]] = []
        self._paragraphs = 0
        self._tables = 0

    @property
    def level(self) -> int:
        """Level of the heading that is in force, 0 before the first."""
        return self._stack[-1][0] if self._stack else 0

    def heading(self, text: str, level: int, *, at: Locator | None = None) -> None:
        """Add a heading; level 0 is the document's title, which heads no section."""
        self._paragraphs += 1
        if level > 0:
            while self._stack and self._stack[-1][0] >= level:
                self._stack.pop()
            self._stack.append((level, text))
        self._add("heading", text, level, at)

    def text(
        self, text: str, *, listed: bool = False, contents: bool = False, at: Locator | None = None
    ) -> None:
        """Add a paragraph or a list item."""
        self._paragraphs += 1
        self._add("list" if listed else "paragraph", text, 0, at, contents)

    def table(self, rows: tuple[tuple[Cell, ...], ...], *, at: Locator | None = None) -> None:
        """Add a table."""
        self._tables += 1
        path = tuple(text for _, text in self._stack)
        heading = HEADING_SEPARATOR.join(path)
        place = replace(at or self.here, table=self._tables, heading=heading)
        self.blocks.append(Block("table", "", 0, path, place, rows))

    def _add(
        self, kind: Kind, text: str, level: int, at: Locator | None, contents: bool = False
    ) -> None:
        path = tuple(words for _, words in self._stack)
        heading = HEADING_SEPARATOR.join(path)
        place = replace(at or self.here, paragraph=self._paragraphs, heading=heading)
        self.blocks.append(Block(kind, text, level, path, place, contents=contents))


def title_apart(blocks: list[Block]) -> list[Block]:
    """Take a document's title out of the headings where it is the only one of the first level.

    Markdown and many Word files set the title as an ordinary heading; it would stand over
    every section otherwise.
    """
    tops = [block for block in blocks if block.kind == "heading" and block.level == 1]
    if len(tops) != 1 or not blocks or blocks[0] is not tops[0] or len(blocks) < _SECTIONS:
        return blocks
    if not any(block.kind == "heading" and block.level > 1 for block in blocks):
        return blocks
    apart = [replace(tops[0], level=0, path=(), locator=replace(tops[0].locator, heading=""))]
    for block in blocks[1:]:
        path = block.path[1:]
        place = replace(block.locator, heading=HEADING_SEPARATOR.join(path))
        apart.append(replace(block, path=path, locator=place))
    return apart


def too_much(blocks: list[Block]) -> str:
    """Say in a few words what a document has more of than any plan, or nothing."""
    if sum(1 + sum(len(row) for row in block.rows) for block in blocks) > MOST:
        return f"more than {MOST:,} paragraphs and cells"
    words = sum(min(len(block.text), LONGEST) for block in blocks)
    for block in blocks:
        words += sum(min(len(cell.text), LONGEST) for row in block.rows for cell in row)
    return f"more than {MOST_CHARACTERS:,} characters" if words > MOST_CHARACTERS else ""


def too_long(block: Block) -> bool:
    """Tell whether a paragraph or a cell is longer than is read."""
    cells = (cell.text for row in block.rows for cell in row)
    return max(len(block.text), max(map(len, cells), default=0)) > LONGEST


def cut(block: Block) -> Block:
    """Return the block with its words, headings and cells no longer than is read."""
    return with_text(block, lambda text, _: text[:LONGEST])


def passages(blocks: list[Block]) -> Iterator[Passage]:
    """Give the running text of a document, without headings and contents pages."""
    for block in blocks:
        if block.kind == "table":
            for number, row in enumerate(block.rows):
                words = " | ".join(unique_texts(row))
                if words:
                    yield Passage(words, block.path, block.cell_place(number), "table")
        elif block.kind != "heading" and block.text and not block.contents:
            yield Passage(block.text, block.path, block.locator, block.kind)


def unique_texts(row: tuple[Cell, ...]) -> list[str]:
    """Return the words of a row, each merged cell once."""
    seen: dict[tuple[int, int], str] = {}
    for cell in row:
        if cell.text:
            seen.setdefault(cell.origin, cell.text)
    return list(seen.values())


def with_text(block: Block, change: Callable[[str, Locator], str]) -> Block:
    """Return the block with its words, headings and cells changed by a function."""
    path = tuple(change(words, NOWHERE) for words in block.path)
    heading = HEADING_SEPARATOR.join(path)
    place = replace(block.locator, heading=heading)
    changed = replace(block, path=path, locator=place)
    rows = tuple(
        tuple(
            replace(cell, text=change(cell.text, changed.cell_place(r, c)))
            if cell.origin == (r, c)
            else cell
            for c, cell in enumerate(row)
        )
        for r, row in enumerate(block.rows)
    )
    known = {cell.origin: cell.text for row in rows for cell in row if cell.text}
    top = {(r, c): cell.text for r, row in enumerate(rows) for c, cell in enumerate(row)}
    rows = tuple(
        tuple(replace(cell, text=top.get(cell.origin, known.get(cell.origin, ""))) for cell in row)
        for row in rows
    )
    return replace(changed, text=change(block.text, place), rows=rows)
