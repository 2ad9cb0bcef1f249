"""Personal data in a template: what refuses it, and what is masked, as in any other plan."""

from __future__ import annotations

from dataclasses import replace

from ..blocks import Block, Cell, Locator
from ..personal import Masker, case_identifiers
from ..reading import Warned
from .form import ReadForm, ReadRow


def refusals(form: ReadForm) -> list[Warned]:
    """Return what identifies people in cases, each with its place."""
    return case_identifiers(_blocks(form))


def masked(form: ReadForm) -> list[Warned]:
    """Mask names of officials, addresses and numbers in all cells; return what was masked."""
    masker = Masker()
    for key, sheet in form.sheets.items():
        rows = [_masked(row, masker) for row in sheet.rows]
        form.sheets[key] = replace(sheet, rows=rows)
    return masker.warnings


def _masked(row: ReadRow, masker: Masker) -> ReadRow:
    return ReadRow(
        row.number,
        {
            key: replace(cell, text=masker.text(cell.text, cell.place, led=key.startswith("lead-")))
            for key, cell in row.cells.items()
        },
    )


def _blocks(form: ReadForm) -> list[Block]:
    found = []
    for number, sheet in enumerate(form.sheets.values(), 1):
        keys = list(dict.fromkeys(key for row in sheet.rows for key in row.cells))
        rows = tuple(
            tuple(
                Cell(row.cells[key].text, (r, c), row.cells[key].place)
                if key in row.cells
                else Cell("", (r, c))
                for c, key in enumerate(keys)
            )
            for r, row in enumerate(sheet.rows)
        )
        place = Locator(table=number)
        found.append(Block("table", "", 0, (), place, rows))
    # Words that cells show only in part count as well.
    found += [Block("paragraph", text, 0, (), Locator()) for text in form.kept.exact.values()]
    return found
