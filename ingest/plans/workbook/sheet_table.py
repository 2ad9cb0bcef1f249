"""A table of a sheet, gathered row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ..blocks import Cell, Locator
from ..tables import role_of
from .grid import Line, Words
from .header import Header, find_header

#: Words that begin a row which names what the rows below it serve.
_BAND: Final = re.compile(
    r"^\W*(?:(?:local|national|strategic|shared|our|key)\s+)*(?:outcome|objective|priority|theme|aim|goal|"
    r"strand|workstream|section|part|pillar|NDO|LO|SO)s?\b",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(r"^\W*(?:notes?|sources?|key|n\.?b|please|all dates|rag)\b|^\*", re.I)
#: What a card tells of an action besides its words.
_TELLING: Final = frozenset({"lead", "due", "measure", "outcome", "objective", "national", "ref"})


class SheetTable:
    """Gathers the rows of one table.

    Args:
        header: Its header.
        known: Whether the words of the header are understood.
        again: Whether the header stood above another table already.

    Attributes:
        notes: Cells below the table that belong to no column.
    """

    def __init__(self, header: Header, *, known: bool, again: bool = False) -> None:
        self.known = known
        self._again = again
        self.notes: list[Words] = []
        self._header = header
        self._lines: list[Line] = [header.line]

    @staticmethod
    def are_cards(keys: Iterable[str]) -> bool:
        """Tell whether keys of a table on its side are those of an action."""
        roles = [role_of(key) for key in keys]
        known = [role for role in roles if role]
        told = _TELLING & set(known)
        return "action" in known and len(told) > 1 and len(known) * 3 >= len(roles) * 2

    def takes(self, columns: list[int]) -> bool:
        """Tell whether rows in these columns may go on with the table."""
        own = self._header.line
        return self.known and min(own) <= columns[0] and columns[-1] <= max(own)

    def is_row(self, line: Line) -> bool:
        """Tell whether a cell that stands alone belongs in a column, as a row of its own."""
        words = next(iter(line.values()))
        own = self._header.line
        return self.known and min(own) < words.column <= max(own) and not words.bold

    def again(self) -> SheetTable:
        """Return an empty table under the same header, for rows below a heading."""
        return SheetTable(self._header, known=True, again=True)

    def ends_before(self, line: Line) -> bool:
        """Tell whether a row is the header of another table, set like this one's."""
        cells = list({id(words): words for words in line.values()}.values())
        first = next(iter(self._header.line.values()))
        if not (first.bold or first.filled) or len(cells) < 2:
            return False
        alike = all((words.bold, words.filled) == (first.bold, first.filled) for words in cells)
        same = [words.line for words in cells] == [w.line for w in self._header.line.values()]
        titled = len({id(words) for words in self._lines[-1].values()}) == 1
        return alike and not same and (titled or find_header([line]) is not None)

    def titles(self) -> list[Line]:
        """Take the rows of one cell from the end: they are titles of what comes next."""
        taken: list[Line] = []
        while len(self._lines) > 1 and len({id(w) for w in self._lines[-1].values()}) == 1:
            taken.insert(0, self._lines.pop())
        return taken

    def add(self, line: Line) -> None:
        """Add a row."""
        self._lines.append(line)

    def cells(self, sheet: str) -> tuple[tuple[Cell, ...], ...]:
        """Return the table on a full grid; nothing where it only repeats a header."""
        lines = self._without_notes()
        if len(lines) < 2 and self._again:
            return ()
        columns = sorted({column for line in lines for column in line})
        first: dict[int, tuple[int, int]] = {}
        rows = []
        for r, line in enumerate(lines):
            line = self._band(line, columns) if r else line
            row = []
            for c, column in enumerate(columns):
                words = line.get(column)
                if words is None:
                    row.append(Cell("", (r, c)))
                    continue
                # A cell that stands in two tables has its own corner in each.
                origin = first.setdefault(id(words), (r, c))
                row.append(Cell(words.text, origin, Locator(sheet=sheet, cell=words.address)))
            rows.append(tuple(row))
        return tuple(rows)

    def _without_notes(self) -> list[Line]:
        """Take the notes from the end of the table."""
        lines = list(self._lines)
        own = self._header.line
        while len(lines) > 1:
            words = list({id(w): w for w in lines[-1].values()}.values())
            if len(words) > 1 or words[0].column > min(own):
                break
            wide = words[0].spanned > 1 and not _BAND.match(words[0].line)
            if not (wide or _NOTE.match(words[0].line)):
                break
            self.notes.insert(0, words[0])
            lines.pop()
        return lines

    def _band(self, line: Line, columns: list[int]) -> Line:
        """Spread a cell that heads the rows below it over the whole width."""
        cells = list({id(words): words for words in line.values()}.values())
        if len(cells) > 1 or cells[0].column > columns[0]:
            return line
        words = cells[0]
        if words.bold or words.spanned > 1 or _BAND.match(words.line):
            return dict.fromkeys(columns, words)
        return line
