"""Tables in plain text whose columns are made with spaces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .blocks import Cell
from .tables import role_of

_GROUPS: Final = re.compile(r"^\s*[-=_]{2,}(?:\s+[-=_]{2,})+\s*$")
_GROUP: Final = re.compile(r"[-=_]+")
_GUTTER: Final = 2
_LEAST_LINES: Final = 3
_LEAST_COLUMNS: Final = 3
_WIDEST: Final = 400
_MOST_ROWS: Final = 500


@dataclass(frozen=True, slots=True)
class Columns:
    """A table of aligned spaces.

    Args:
        rows: Its cells; the words of a cell that runs over lines are joined.
        used: How many lines it takes.
    """

    rows: tuple[tuple[Cell, ...], ...]
    used: int


def read_columns(lines: list[str], at: int) -> Columns | None:
    """Read the table that begins at a line, if one does.

    Args:
        lines: The text, spaces as typed.
        at: The line that is its header.
    """
    end = _block_end(lines, at)
    for rule in range(at + 1, min(at + 4, end)):
        if _GROUPS.match(lines[rule]) and len(lines[rule]) < _WIDEST:
            return _ruled(lines, at, rule)
    if end - at < _LEAST_LINES or any(len(line) > _WIDEST for line in lines[at:end]):
        return None
    starts = _starts(lines[at:end])
    header = _split(lines[at], starts)
    roles = sum(bool(role_of(cell)) for cell in header)
    if len(starts) < _LEAST_COLUMNS and (len(starts) < 2 or roles < 2):
        return None
    if not all(header[1:]):  # every column but the first has a name
        return None
    rows = _rows([lines[at:end]], starts, header_lines=1)
    return Columns(_cells(rows), end - at) if len(rows) >= _LEAST_LINES else None


def _ruled(lines: list[str], at: int, rule: int) -> Columns | None:
    """Read a table whose columns are marked by dashes under their names."""
    starts = [match.start() for match in _GROUP.finditer(lines[rule])]
    chunks: list[list[str]] = []
    end = here = rule + 1
    while here < len(lines) and len(chunks) < _MOST_ROWS:
        while here < len(lines) and not lines[here].strip():
            here += 1
        stop = _block_end(lines, here)
        chunk = lines[here:stop]
        if not chunk or not all(_fits(line, starts) for line in chunk):
            break
        if not _is_row(chunk[0], starts):  # a sentence may end words where columns begin
            break
        chunks.append(chunk)
        end = here = stop
    if not chunks:
        return None
    head = [
        " ".join(part for part in parts if part)
        for parts in zip(*(_split(line, starts) for line in lines[at:rule]), strict=True)
    ]
    return Columns(_cells([head, *_rows(chunks, starts, header_lines=0)]), end - at)


def _rows(chunks: list[list[str]], starts: list[int], *, header_lines: int) -> list[list[str]]:
    """Join the lines of each row: blank lines part rows, else each first cell begins one."""
    parted = len(chunks) > 1
    rows: list[list[str]] = []
    for chunk in chunks:
        for number, line in enumerate(chunk):
            cells = _split(line, starts)
            goes_on = number > header_lines and (parted or not cells[0])
            if goes_on and rows and number:
                rows[-1] = [
                    f"{old} {new}".strip() for old, new in zip(rows[-1], cells, strict=True)
                ]
            else:
                rows.append(cells)
    return rows


def _block_end(lines: list[str], at: int) -> int:
    while at < len(lines) and lines[at].strip():
        at += 1
    return at


def _starts(lines: list[str]) -> list[int]:
    """Where the columns of lines begin: after two or more places that are blank in all of them."""
    width = max(map(len, lines))
    blank = [all(at >= len(line) or line[at] == " " for line in lines) for at in range(width)]
    starts, run = [], _GUTTER
    for at, empty in enumerate(blank):
        if not empty and run >= _GUTTER:
            starts.append(at)
        run = run + 1 if empty else 0
    return starts


def _fits(line: str, starts: list[int]) -> bool:
    """Tell whether no word of a line crosses from one column into the next."""
    inner = (start for start in starts if 0 < start < len(line))
    return len(line) < _WIDEST and all(line[start - 1] == " " for start in inner)


def _is_row(line: str, starts: list[int]) -> bool:
    """Tell whether a line has two cells with a gap between them."""
    cells = _split(line, starts)
    return any(
        left and right and line[:start].endswith("  ")
        for left, right, start in zip(cells, cells[1:], starts[1:], strict=False)
    )


def _split(line: str, starts: list[int]) -> list[str]:
    ends = [*starts[1:], len(line)]
    return [" ".join(line[a:b].split()) for a, b in zip(starts, ends, strict=True)]


def _cells(rows: list[list[str]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(Cell(text, (r, c)) for c, text in enumerate(row)) for r, row in enumerate(rows)
    )
