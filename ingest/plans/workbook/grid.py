"""The visible cells of one sheet that hold words, merged cells in all the places they span."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from openpyxl.utils import get_column_letter

from .parts import Area, SheetFacts
from .values import shown

#: Places that merged cells may fill on one sheet.
MOST_FILLED: Final = 100_000
#: Errors of formulas as Excel shows them.
_ERROR: Final = "e"
_PLAIN_SIZE: Final = 11.0
#: Colours of a fill that leave a cell white.
_WHITE: Final = frozenset({"00000000", "FFFFFFFF", "00FFFFFF"})


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A cell that holds words.

    Args:
        text: What it shows, in lines.
        row: Its row on the sheet, from 1.
        column: Its column on the sheet, from 1.
        spanned: Columns that it spans.
        bold: Whether it is set in bold.
        size: Size of its letters in points.
        filled: Whether it has a coloured ground.
    """

    text: str
    row: int
    column: int
    spanned: int = 1
    bold: bool = False
    size: float = _PLAIN_SIZE
    filled: bool = False

    @property
    def address(self) -> str:
        """The address that a person finds it by, such as ``C7``."""
        return f"{get_column_letter(self.column)}{self.row}"

    @property
    def line(self) -> str:
        """Its words on one line."""
        return " ".join(self.text.split())


#: Cells of one row by column.
Line = dict[int, Words]


@dataclass(slots=True)
class Grid:
    """The visible words of a sheet.

    Args:
        lines: Cells by row and column; rows and columns without words are left out.
        facts: What is hidden between them.
        hidden_rows: Hidden rows that hold words.
        hidden_columns: Letters of hidden columns that hold words.
        errors: Addresses of cells that show an error.
    """

    lines: dict[int, Line]
    facts: SheetFacts
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def rows(self) -> list[int]:
        """Rows that hold words, in order."""
        return sorted(self.lines)

    def apart(self, above: int, below: int) -> bool:
        """Tell whether a visible blank row lies between two rows."""
        return self.facts.rows_between(above, below) > 0

    def columns_apart(self, left: int, right: int) -> bool:
        """Tell whether a visible blank column lies between two columns."""
        hidden = self.facts.hidden_columns
        return any(column not in hidden for column in range(left + 1, right))


def grid_of(sheet: Any, facts: SheetFacts) -> Grid | None:
    """Take the words of a sheet.

    Args:
        sheet: The sheet as openpyxl gives it, opened to be read only.
        facts: What its part tells besides values.

    Returns:
        Its visible words; None where its merged cells fill more than any plan's.
    """
    grid = Grid({}, facts)
    found: dict[tuple[int, int], Words] = {}
    rows, columns = set(), set()
    for words, error in _words(sheet, facts):
        if error:
            grid.errors.append(words.address)
            continue
        found[words.row, words.column] = words
    merged = _merged(found, facts)
    if merged is None:
        return None
    for (row, column), words in (found | merged).items():
        hidden = facts.row_hidden(row), column in facts.hidden_columns
        if not any(hidden):
            grid.lines.setdefault(row, {})[column] = words
            continue
        rows.update([row] if hidden[0] else [])
        columns.update([column] if hidden[1] else [])
    seen = {id(words) for line in grid.lines.values() for words in line.values()}
    lost = [words for words in found.values() if id(words) not in seen]
    grid.hidden_rows = sorted(rows & {words.row for words in lost})
    grid.hidden_columns = [
        get_column_letter(column) for column in sorted(columns & {words.column for words in lost})
    ]
    return grid


def _words(sheet: Any, facts: SheetFacts) -> Iterable[tuple[Words, bool]]:
    sheet.reset_dimensions()  # what a sheet claims to measure may be far from the truth
    spans = {(area.top, area.left): area for area in facts.merged}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl would not write back
        for row in sheet.iter_rows(max_row=max(facts.last_row, 1)):
            for cell in row:
                if cell.value is None:
                    continue
                text = shown(cell.value, cell.number_format)
                if not text:
                    continue
                area = spans.get((cell.row, cell.column))
                font, fill = cell.font, cell.fill
                yield (
                    Words(
                        text,
                        cell.row,
                        cell.column,
                        spanned=area.right - area.left + 1 if area else 1,
                        bold=bool(font and font.b),
                        size=float(font.sz or _PLAIN_SIZE) if font else _PLAIN_SIZE,
                        filled=_is_filled(fill),
                    ),
                    cell.data_type == _ERROR,
                )


def _is_filled(fill: Any) -> bool:
    if fill is None or getattr(fill, "fill_type", None) is None:
        return False
    colour = getattr(fill, "fgColor", None)
    if colour is None or colour.type != "rgb":
        return True
    return colour.rgb not in _WHITE


def _merged(
    found: dict[tuple[int, int], Words], facts: SheetFacts
) -> dict[tuple[int, int], Words] | None:
    """Give the words of merged cells to all places that they span, within what is in use."""
    if not found:
        return {}
    last = Area(1, 1, max(row for row, _ in found), max(column for _, column in found))
    filled: dict[tuple[int, int], Words] = {}
    for area in facts.merged:
        words = found.get((area.top, area.left))
        if words is None:
            continue
        bottom, right = min(area.bottom, last.bottom), min(area.right, last.right)
        if len(filled) + (bottom - area.top + 1) * (right - area.left + 1) > MOST_FILLED:
            return None
        for row in range(area.top, bottom + 1):
            for column in range(area.left, right + 1):
                filled[row, column] = words
    return filled
