"""The coverage matrix as a heat map with its numbers."""

from __future__ import annotations

from typing import Final

from cjgraph.pictures._areas import STATES, drawn_rows, short_name
from cjgraph.pictures._colours import PAPER, STEPS, step_of
from cjgraph.pictures._grid import GridCell, GridRow, draw_grid, legend
from cjgraph.pictures._picture import Picture
from cjgraph.pictures._sheet import Sheet
from cjgraph.thread import Cell, Coverage
from cjgraph.thread._answer import dated
from cjgraph.thread._frame import COLUMN_NAMES

_VERDICTS: Final = {
    "present": ("yes", STEPS[3]),
    "partial": ("part", STEPS[1]),
    "missing": ("no", PAPER),
    "unknown": ("?", "#e6e6e6"),
}


def coverage_picture(found: Coverage) -> Picture | None:
    """Draw coverage as a heat map, or return None where there is nothing to draw.

    Args:
        found: The coverage.
    """
    if not found.columns or not found.row_heads:
        return None
    what = COLUMN_NAMES.get(found.of, found.of)
    sheet = Sheet(f"Coverage of {what}, on {dated(found.on)}", found.notice)
    most = max((cell.count for cell in found.cells), default=0)
    at = {(cell.row, cell.column): cell for cell in found.cells}
    drawn, said = drawn_rows(found.row_heads)
    rows = []
    for head in drawn:
        cells = [at.get((head.key, column.iri)) for column in found.columns]
        if head.state != "plan" or not any(cells):
            rows.append(GridRow(short_name(head), (), STATES.get(head.state, "nothing is known")))
            continue
        rows.append(GridRow(short_name(head), [_drawn(cell, most, found.of) for cell in cells]))
    columns = [
        (column.code, column.label + (" (wording not confirmed)" if column.unconfirmed else ""))
        for column in found.columns
    ]
    draw_grid(sheet, columns, rows)
    _legend(sheet, found, most)
    for line in said:
        sheet.paragraph(line, size=9, bold=True)
    return sheet.finish(found.sentence, found.rows())


def _drawn(cell: Cell | None, most: float, of: str) -> GridCell:
    if cell is None:
        return GridCell("")
    if of == "checklist":
        words, fill = _VERDICTS.get(cell.verdict or "", ("-", PAPER))
        return GridCell(words, fill, bold=words == "no")
    words = f"{cell.count:g}"
    if cell.carried:
        words += f" (+{len(cell.carried)})"
    if cell.judged:
        words += f" j{len(cell.judged)}"
    uncounted = bool(cell.carried or cell.judged)
    return GridCell(words, step_of(cell.count, most), dashed=uncounted and not cell.count)


def _legend(sheet: Sheet, found: Coverage, most: float) -> None:
    entries: list[tuple[GridCell | str, str]] = []
    if found.of == "checklist":
        told = {"present": "the plan says it", "partial": "in part", "missing": "was not found"}
        told["unknown"] = "could not be read"
        if any(cell.verdict for cell in found.cells):
            entries = [(GridCell(*_VERDICTS[name]), words) for name, words in told.items()]
        if any(cell.verdict is None for cell in found.cells):
            entries.append((GridCell("-"), "no verdict is on record"))
    elif found.cells:
        what = "actions that are meant to meet it" if found.of == "needs" else "actions that lead"
        what += "" if found.of == "needs" else " there"
        entries = [
            (GridCell("0"), "no action was found"),
            (GridCell("1", step_of(1, most)), f"number of {what}"),
        ]
        if most > 1:
            entries.append((GridCell(f"{most:g}", step_of(most, most)), "the most"))
        if any(cell.carried for cell in found.cells):
            words = "more, carried over from an older framework, not counted"
            entries.append((GridCell("(+2)", dashed=True), words))
        if any(cell.judged for cell in found.cells):
            entries.append((GridCell("j2", dashed=True), "by judgement only, not counted"))
    if any(not head.plans for head in found.row_heads):
        entries.append(("hatched", "no plan that counts is loaded"))
    legend(sheet, entries)
