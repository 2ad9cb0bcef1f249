"""The gap map: needs that plans name, services that meet them, evidence of what helps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cjgraph.pictures._areas import STATES, drawn_rows, short_name
from cjgraph.pictures._colours import PAPER, STEPS
from cjgraph.pictures._grid import GridCell, GridRow, draw_grid, legend
from cjgraph.pictures._picture import Picture
from cjgraph.pictures._sheet import Sheet
from cjgraph.thread import Gaps
from cjgraph.thread._gap_finders import NeedCell

_GAP: Final = "#f6c7a1"
_UNTRIED: Final = "#fdebd0"


def gaps_picture(found: Gaps) -> Picture | None:
    """Draw the gap map, or return None where no need of any area is known.

    Args:
        found: The gaps.
    """
    if not found.needs:
        return None
    cells: dict[str, dict[str, NeedCell]] = {}
    for cell in found.needs:
        cells.setdefault(cell.row, {})[cell.need] = cell
    names = list(dict.fromkeys(cell.need for cell in found.needs))
    serviced = {row for row, some in cells.items() if any(c.services for c in some.values())}
    if len(cells) == 1:
        return _of_one(found, next(iter(cells.values())), bool(serviced))
    sheet = Sheet("Needs, services and evidence", found.notice)
    drawn, said = drawn_rows(found.row_heads)
    rows = []
    for head in drawn:
        own = cells.get(head.key)
        if own is None:
            rows.append(GridRow(short_name(head), (), STATES.get(head.state, "nothing is known")))
        else:
            known = head.key in serviced
            rows.append(GridRow(short_name(head), [_drawn(own[name], known) for name in names]))
    draw_grid(sheet, [(name, name) for name in names], rows)
    legend(
        sheet,
        [
            (GridCell("1·2·3"), "times named · services · kinds of help that evidence supports"),
            *_meanings(),
            (GridCell(""), "not named, no service"),
            ("hatched", "no plan that counts is loaded"),
        ],
    )
    for line in said:
        sheet.paragraph(line, size=9, bold=True)
    return sheet.finish(found.sentence, _rows(found))


def _meanings() -> list[tuple[GridCell | str, str]]:
    return [
        (GridCell("gap", _GAP, strong=True, bold=True), "named, and no service on record meets it"),
        (GridCell("?", _UNTRIED, dashed=True), "named; no service of the area says what it meets"),
        (GridCell("", STEPS[1]), "named, and a service meets it"),
        (GridCell("", STEPS[0]), "a service meets it, not named"),
    ]


def _drawn(cell: NeedCell, known: bool) -> GridCell:
    words = f"{cell.named}·{cell.services}·{cell.evidence}"
    if cell.named and not cell.services:
        return (
            GridCell(words, _GAP, strong=True, bold=True)
            if known
            else GridCell(words, _UNTRIED, dashed=True)
        )
    if cell.named:
        return GridCell(words, STEPS[1])
    return GridCell(words, STEPS[0]) if cell.services else GridCell("")


def _of_one(found: Gaps, cells: Mapping[str, NeedCell], known: bool) -> Picture:
    """Draw the needs of one area as rows."""
    head = next(row for row in found.row_heads if row.key == next(iter(cells.values())).row)
    sheet = Sheet(f"Needs, services and evidence: {short_name(head)}", found.notice)
    columns = [
        ("named", "times that the plan names the need"),
        ("actions", "actions that are meant to meet it"),
        ("services", "services that are meant to meet it"),
        ("evidence", "kinds of help that evidence supports"),
        ("told", "what follows"),
    ]
    rows = []
    for name, cell in cells.items():
        mark = _drawn(cell, known)
        told = "gap" if mark.strong else "not known" if mark.dashed else ""
        told = told or ("met" if cell.named else "not named")
        counts = (cell.named, cell.actions, cell.services, cell.evidence)
        rows.append(
            GridRow(
                name,
                [
                    *(GridCell(str(n), STEPS[1] if n else PAPER) for n in counts),
                    GridCell(told, mark.fill, mark.strong, mark.dashed, mark.bold),
                ],
            )
        )
    draw_grid(sheet, columns, rows)
    legend(sheet, _meanings()[:3])
    return sheet.finish(found.sentence, _rows(found))


def _rows(found: Gaps) -> list[dict[str, str | int | float | bool | None]]:
    return [
        {
            "area": cell.row_name,
            "need": cell.need,
            "named": cell.named,
            "actions": cell.actions,
            "services": cell.services,
            "evidence": cell.evidence,
        }
        for cell in found.needs
    ]
