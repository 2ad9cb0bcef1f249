"""One sheet as blocks: titles, text, keys with their values, and tables wherever they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Final

from ..blocks import BlockList, Locator
from ..tables import role_of
from .grid import Grid, Line, Words
from .header import Header, find_header
from .prose import Prose, pairs_of
from .sheet_table import SheetTable

#: Share of the rows that must be of two cells for a list of keys and values.
_MOST: Final = 0.6
_KEY_WORDS: Final = 8
#: Share of the rows that a column apart from its table fills, its header counted.
_FILLED: Final = 0.4
_KEY_LETTERS: Final = 70
_LISTS: Final = frozenset({"partner", "service", "need"})
_LISTED: Final = 3
_NAME_WORDS: Final = 4


def lay_out(made: BlockList, name: str, grid: Grid) -> None:
    """Add the words of one sheet.

    Args:
        made: Takes the blocks.
        name: The sheet's name, which heads it.
        grid: Its visible words.
    """
    if not grid.lines:
        return
    sheet = _Sheet(made, name, grid)
    sheet.read(grid.rows)
    sheet.close()


@dataclass(slots=True)
class Strip:
    """Rows with no blank row between them, and columns of a sheet that belong together."""

    rows: list[Line] = field(default_factory=list)

    @property
    def columns(self) -> list[int]:
        """The columns that hold words, in order."""
        return sorted({column for row in self.rows for column in row})

    def within(self, columns: list[int]) -> Strip:
        """Return what stands in some of the columns."""
        wanted = set(columns)
        rows = [{c: words for c, words in row.items() if c in wanted} for row in self.rows]
        return Strip([row for row in rows if row])


def cells_of(row: Line) -> list[Words]:
    """Return the cells of a row from left to right, each merged cell once."""
    return list({id(words): words for _, words in sorted(row.items())}.values())


class _Sheet:
    def __init__(self, made: BlockList, name: str, grid: Grid) -> None:
        self.made = made
        self.grid = grid
        self.name = name
        self.prose = Prose(made, name, grid)
        self.table: SheetTable | None = None
        self.prose.begin()

    def read(self, rows: list[int]) -> None:
        """Read rows from top to bottom, strip by strip."""
        strip = Strip()
        last = rows[0]
        for number in rows:
            if strip.rows and self.grid.apart(last, number):
                self._strip(strip)
                strip = Strip()
            strip.rows.append(self.grid.lines[number])
            last = number
        self._strip(strip)

    def close(self) -> None:
        """Hand on the table that is being gathered."""
        if self.table:
            rows = self.table.cells(self.name)
            if rows:
                self.made.table(rows, at=Locator(sheet=self.name))
            for words in self.table.notes:
                self.prose.say(words)
        self.table = None

    def _strip(self, strip: Strip) -> None:
        """Read one strip: what stands alone above it, then what stands side by side."""
        singles = 0
        while singles < len(strip.rows) and len(cells_of(strip.rows[singles])) == 1:
            singles += 1
        above, rest = strip.rows[:singles], Strip(strip.rows[singles:])
        if not rest.rows:
            self._text(above)
            return
        pieces = self._side_by_side(rest)
        if len(pieces) > 1:
            self._text(above)
            for piece in pieces:
                self._strip(piece)
                self.close()
            return
        self._one(above, rest)

    def _one(self, above: list[Line], strip: Strip) -> None:
        header = find_header(strip.rows)
        if header is None and self.table and self.table.takes(strip.columns):
            # A blank row parts groups of rows; the header above still holds.
            for row in (*above, *strip.rows):
                self.table.add(row)
            return
        self._text(above)
        if header is None:
            self._unheaded(strip.rows)
            return
        for row in strip.rows[: header.at]:
            self.close()
            self.prose.pairs([pairs_of(cells_of(row))])
        self.close()
        for label in header.labels:
            self.prose.say(label)
        self.table = SheetTable(header, known=True)
        start = header.at + header.depth
        for at in range(start, len(strip.rows)):
            if at > start and self.table.ends_before(strip.rows[at]):
                titles = self.table.titles()
                self.close()
                self._one(titles, Strip(strip.rows[at:]))
                return
            self.table.add(strip.rows[at])

    def _unheaded(self, rows: list[Line]) -> None:
        """Read rows without a header that is understood, run by run."""
        for alone, run in groupby(rows, lambda row: len(cells_of(row)) == 1):
            part = list(run)
            self.close()
            if alone:
                self._text(part)
            elif self._are_pairs(part):
                self.prose.pairs([pairs_of(cells_of(row)) for row in part])
            else:
                self.table = SheetTable(Header(0, part[0]), known=False)
                for row in part[1:]:
                    self.table.add(row)

    def _text(self, rows: list[Line]) -> None:
        if not rows:
            return
        table = self.table
        if table and len(rows) == 1 and table.is_row(rows[0]):
            table.add(rows[0])
            return
        self.close()
        for row in rows:
            self.prose.say(cells_of(row)[0])
        if table and table.known:
            self.table = table.again()

    def _side_by_side(self, strip: Strip) -> list[Strip]:
        """Part tables that stand side by side; blank columns inside one table part nothing."""
        columns = strip.columns
        groups: list[list[int]] = [[columns[0]]]
        for left, right in pairwise(columns):
            if self.grid.columns_apart(left, right):
                groups.append([])
            groups[-1].append(right)
        if len(groups) == 1:
            return [strip]
        if self.table and self.table.takes(columns) and find_header(strip.rows) is None:
            return [strip]
        pieces = [strip.within(group) for group in groups]
        known = [find_header(piece.rows) is not None for piece in pieces]
        whole = find_header(strip.rows)
        if whole and sum(known) < 2:
            inside = [
                column
                for group, piece, own in zip(groups, pieces, known, strict=True)
                if own or _is_column(piece, group, whole.line, len(strip.rows))
                for column in group
            ]
            beside = [p for p, group in zip(pieces, groups, strict=True) if group[0] not in inside]
            return [strip.within(inside), *beside] if inside else pieces
        if any(known) or len(groups) != 2:
            return pieces
        # Keys and values may stand a column apart.
        return [strip] if self._are_pairs(strip.rows) else pieces

    def _are_pairs(self, rows: list[Line]) -> bool:
        """Tell whether rows are keys with values, not cards of actions."""
        cells = [cells_of(row) for row in rows]
        two = [row for row in cells if len(row) == 2]
        if len(two) < _MOST * len(cells) or any(len(row) > 2 and len(row) % 2 for row in cells):
            return False
        short = [row for row in two if _is_key(row[0])]
        if len(short) < 0.8 * len(two) or _styled_header(cells) or _is_listing(two):
            return False
        return not SheetTable.are_cards([row[0].line for row in two])


def _is_column(piece: Strip, group: list[int], header: Line, rows: int) -> bool:
    """Tell whether a column that stands apart belongs to the table beside it."""
    head = header.get(group[0])
    if len(group) > 1 or head is None or len(head.line.split()) > _KEY_WORDS:
        return False
    return head.line[-1] != "." and len(piece.rows) >= _FILLED * rows


def _is_key(words: Words) -> bool:
    short = len(words.line) <= _KEY_LETTERS and len(words.line.split()) <= _KEY_WORDS
    return short and "\n" not in words.text


def _is_listing(rows: list[list[Words]]) -> bool:
    """Tell whether rows of two cells list partners, services or needs under a header."""
    roles = [role_of(row[0].line) for row in rows]
    short = len(rows[0][1].line.split()) <= _NAME_WORDS
    return len(rows) >= _LISTED and roles[0] in _LISTS and short and not any(roles[1:])


def _styled_header(cells: list[list[Words]]) -> bool:
    """Tell whether the first row is set apart as the head of a table of two columns."""
    if len(cells) < 2 or len(cells[0]) < 2 or len(cells[1]) < 2:
        return False
    first, second = cells[0], cells[1]
    bold = all(words.bold for words in first) and not second[-1].bold
    filled = all(words.filled for words in first) and not second[-1].filled
    return bold or filled
