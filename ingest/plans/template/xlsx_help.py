"""The sheets of the workbook that are read, not filled in: how to start, guide and lists."""

from __future__ import annotations

from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ..vocabulary import vocabulary
from . import choices
from .checklist_items import checklist_items
from .form import Filled
from .layout import SHEETS, fields_of, rules_of
from .words import NEEDED, opening, steps, title_line, versions
from .xlsx_cells import cell_at, head, put
from .xlsx_look import (
    BODY,
    BORDER,
    CENTRED,
    NOTICE,
    QUIET,
    SECTION,
    STRONG,
    TAB,
    TITLE,
    fit_row,
    heading_look,
    set_for_print,
)

_WIDE = 118


def write_start(sheet: Worksheet, made: Filled) -> None:
    """Write the sheet that a person sees first."""
    sheet.title = "Start here"
    sheet.sheet_properties.tabColor = TAB["start"]
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width = 5
    sheet.column_dimensions["B"].width = _WIDE
    lines: list[tuple[str, str, Any, int]] = [("", title_line(made), TITLE, 18)]
    lines += [("", text, BODY, 11) for text in opening(made)]
    lines += [("", "How to fill it in", SECTION, 15)]
    lines += [(f"{n}.", text, BODY, 11) for n, text in enumerate(steps(), 1)]
    lines += [("", "What the headings mean", SECTION, 15)]
    row = 0
    for row, line in enumerate(lines, 1):
        _line(sheet, row, *line)
    for need in ("must", "should", "may"):
        row += 1
        cell = put(cell_at(sheet, row, 2), f"Under a heading like this, cells {NEEDED[need]}.")
        cell.fill, cell.font = heading_look(need)
        cell.alignment = CENTRED
    for text in versions(made, choices.editions().show(made.edition)):
        row += 1
        _line(sheet, row, "", text, QUIET, 11)
    if made.notes:
        row += 1
        _line(sheet, row, "", "What the reading noted", SECTION, 15)
    for said, place in made.notes:
        row += 1
        _line(sheet, row, "", f"{said} ({place})", BODY, 11)
        sheet.cell(row, 2).fill = NOTICE
    set_for_print(sheet, None)


def _line(sheet: Worksheet, row: int, number: str, text: str, font: Any, size: int) -> None:
    put(cell_at(sheet, row, 1), number, font)
    put(cell_at(sheet, row, 2), text, font)
    fit_row(sheet, row, [(text, _WIDE)], size)


def write_lists(sheet: Worksheet, made: Filled) -> dict[str, str]:
    """Write the lists that cells are filled from.

    Returns:
        The range of each list, by its name.
    """
    sheet.sheet_properties.tabColor = TAB["help"]
    shown = {
        known.name: (key, list(known.shown.values()))
        for key, known in (
            ("areas", choices.areas()),
            ("partnerships", choices.partnerships()),
            ("editions", choices.editions()),
            ("outcomes", choices.outcomes()),
            ("priority_actions", choices.priority_actions()),
            ("indicators", choices.indicators()),
            ("categories", choices.categories()),
            ("needs", choices.needs()),
            ("yes_or_no", choices.yes_or_no()),
            ("verdicts", choices.verdicts()),
        )
    }
    if _one_edition(made):
        edition = vocabulary().edition(made.edition)
        shown[choices.outcomes().name] = ("outcomes", choices.outcomes_of(edition))
    parts = [part.label for item in checklist_items() for part in item.parts]
    shown["Parts of checklist items"] = ("parts", parts)
    ranges = {}
    for at, (title, (key, values)) in enumerate(shown.items(), 1):
        letter = get_column_letter(at)
        head(cell_at(sheet, 1, at), title, "may")
        for row, value in enumerate(values, 2):
            put(cell_at(sheet, row, at), value, BODY)
        sheet.column_dimensions[letter].width = min(max(map(len, values)) + 2, 48)
        ranges[key] = f"'{sheet.title}'!${letter}$2:${letter}${len(values) + 1}"
    sheet.freeze_panes = "A2"
    set_for_print(sheet, 1)
    return ranges


def _one_edition(made: Filled) -> bool:
    """Tell whether all outcomes that are named belong to the edition of the template."""
    others = set(choices.outcomes().shown.values())
    others -= set(choices.outcomes_of(vocabulary().edition(made.edition)))
    rows = [row for rows in made.rows.values() for row in rows]
    return not any(value in others for row in rows for value in row.cells.values())


def write_guide(sheet: Worksheet) -> None:
    """Write what each field means, who asks for it and why, in one table."""
    sheet.sheet_properties.tabColor = TAB["help"]
    labels = ("Sheet", "Field", "Needed", "What it means", "What to do", "Why", "Source")
    widths = (14, 26, 20, 46, 46, 46, 34)
    for at, (label, width) in enumerate(zip(labels, widths, strict=True), 1):
        head(cell_at(sheet, 1, at), label, "must")
        sheet.column_dimensions[get_column_letter(at)].width = width
    for row, values in enumerate(_guide(), 2):
        for at, value in enumerate(values, 1):
            put(cell_at(sheet, row, at), value, BODY if at > 2 else STRONG).border = BORDER
        fit_row(sheet, row, list(zip(values, widths, strict=True)))
    sheet.freeze_panes = "C2"
    set_for_print(sheet, 1)


def _guide() -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for one in SHEETS:
        for found in fields_of(one).values():
            name = found.column.label.replace(" #", "")
            needed = "to be read" if found.column.kind == "shown" else NEEDED[found.need]
            means = found.means
            for rule in found.meaning.asked:
                rows.append((one.title, name, needed, means, rule.remedy, rule.why, rule.source))
                means = ""
            if not found.meaning.asked:
                rows.append((one.title, name, needed, means, "", "", found.source))
        for rule in rules_of(one):
            name, needed = "The sheet as a whole", NEEDED["must"]
            rows.append((one.title, name, needed, "", rule.remedy, rule.why, rule.source))
    return rows
