"""The Carsefield plan: a workbook with one sheet for each outcome."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tests.tools.plans.granite import carsefield_data as data
from tests.tools.plans.granite.model import (
    DATA,
    Action,
    blocks,
    flow,
    leads,
    plain,
    read,
    verdicts,
)

TITLE = "Carsefield Community Justice Outcomes Improvement Plan 2025-28"
HEAD = ["No", "Commitment", "Who leads", "Target date", "Success looks like", "RAG"]
WIDTHS = [7, 58, 26, 17, 34, 22]
THIN = Border(*(Side(style="thin", color="999999") for _ in range(4)))
WRAP = Alignment(wrap_text=True, vertical="top")
NAVY, BAND, SOFT = (PatternFill("solid", fgColor=c) for c in ("25385B", "D9C7A0", "EEF1F6"))


def cell(ws: Worksheet, row: int, col: int, value: Any, **kw: Any) -> None:
    c = ws.cell(row, col, value)
    c.alignment = WRAP
    c.border = THIN
    c.font = Font(bold=kw.get("bold", False), color=kw.get("color", "000000"))
    if "fill" in kw:
        c.fill = kw["fill"]


def due(text: str) -> Any:
    """A real date where the text is a day, so that some cells are dates and others words."""
    m = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text)
    return dt.date(int(m[3]), int(m[2]), int(m[1])) if m else text or None


def banner(ws: Worksheet, row: int, text: str, size: int = 11, fill: Any = None) -> None:
    ws.merge_cells(start_row=row, start_column=1, end_row=row, end_column=6)
    ws.cell(row, 1, text).font = Font(bold=True, size=size, color="FFFFFF" if fill else "25385B")
    ws.cell(row, 1).alignment = WRAP
    if fill:
        ws.cell(row, 1).fill = fill


def commitments(ws: Worksheet, row: int, acts: list[Action], check: DataValidation) -> None:
    for c, name in enumerate(HEAD, 1):
        cell(ws, row, c, name, bold=True, fill=SOFT)
    band = ""
    starts: dict[str, int] = {}
    for act in acts:
        row += 1
        if act.extra != band:
            band = act.extra
            banner(ws, row, band)
            ws.cell(row, 1).fill = BAND
            row += 1
        cell(ws, row, 1, act.id)
        cell(ws, row, 2, act.text)
        values = {"lead": plain(act.lead), "due": due(plain(act.due)), "measure": act.measure}
        for c, key in enumerate(values, 3):
            if key in act.merged:
                first = starts[key]
                for span in [s for s in ws.merged_cells.ranges if s.min_col == c]:
                    if span.min_row == first:
                        ws.unmerge_cells(str(span))
                ws.merge_cells(start_row=first, start_column=c, end_row=row, end_column=c)
                continue
            starts[key] = row
            cell(ws, row, c, values[key] or None)
            if key == "due":
                ws.cell(row, c).number_format = "dd/mm/yyyy"
        ws.row_dimensions[row].height = 15.5 * (1 + len(act.text) // 50)
        cell(ws, row, 6, None)
        check.add(ws.cell(row, 6))


def prose(ws: Worksheet, row: int, text: str) -> int:
    for block in blocks(text):
        if block.kind == "h1":
            row += 1
            ws.cell(row, 1, block.text).font = Font(bold=True, size=13, color="25385B")
        elif block.kind == "table":
            for r, line in enumerate(block.rows):
                for c, value in enumerate(line, 1):
                    cell(ws, row, c, value, bold=r == 0)
                row += 1
            continue
        else:
            value = block.text.removeprefix("p: ")
            ws.cell(row, 1, value).alignment = WRAP
            ws.row_dimensions[row].height = 15.5 * (1 + len(value) // 98)
        row += 1
    return row


def simple(wb: Workbook, name: str, title: str, rows: list[list[str]], wide: list[int]) -> None:
    ws = wb.create_sheet(name)
    ws.cell(1, 1, title).font = Font(bold=True, size=14, color="25385B")
    for r, line in enumerate(rows, 3):
        for c, value in enumerate(line, 1):
            cell(ws, r, c, value, bold=r == 3, **({"fill": SOFT} if r == 3 else {}))
    for c, width in enumerate(wide):
        ws.column_dimensions["ABCDEF"[c]].width = width


def lists(wb: Workbook) -> None:
    ws = wb.create_sheet("Lists")
    for c, (name, values) in enumerate(data.LISTS.items(), 1):
        ws.cell(1, c, name)
        for r, value in enumerate(values, 2):
            ws.cell(r, c, value)
    ws.sheet_state = "hidden"


def checker() -> DataValidation:
    return DataValidation(type="list", formula1="Lists!$A$2:$A$5", allow_blank=True)


def outcome_sheets(wb: Workbook) -> None:
    plan = read(data.ACTIONS)
    for out in plan.outcomes:
        name, national = data.SHEETS[out["id"]]
        ws = wb.create_sheet(name)
        check = checker()
        ws.add_data_validation(check)
        banner(ws, 1, "CARSEFIELD COMMUNITY JUSTICE PARTNERSHIP", 10, NAVY)
        banner(ws, 2, f"Local outcome {out['id']}: {out['text']}", 14, NAVY)
        banner(ws, 3, f"Counts towards: {national}")
        banner(ws, 4, "Why it matters: " + flow(data.WHY[out["id"]]))
        ws.cell(4, 1).font = Font(bold=False)
        ws.row_dimensions[4].height = 64
        commitments(ws, 6, plan.under(out["id"]), check)
        for c, width in zip("ABCDEF", WIDTHS, strict=True):
            ws.column_dimensions[c].width = width
        ws.oddFooter.center.text = "Printed copies are out of date as soon as printed"
    ws = wb.create_sheet("Enabling")
    check = checker()
    ws.add_data_validation(check)
    banner(ws, 1, "Enabling work that does not belong to any one outcome", 14, NAVY)
    commitments(ws, 3, read(data.ENABLING).actions, check)
    for c, width in zip("ABCDEF", WIDTHS, strict=True):
        ws.column_dimensions[c].width = width


def write() -> dict[str, Any]:
    wb = Workbook()
    ws = wb.active
    ws.title = "About"
    ws.column_dimensions["A"].width = 110
    ws.cell(1, 1, TITLE).font = Font(bold=True, size=18, color="25385B")
    prose(ws, 3, data.ABOUT)
    needs = [["Need", "What the needs assessment found", "Note"], *data.NEEDS]
    simple(wb, "Needs", "What people in the justice system in Carsefield need", needs, [26, 60, 36])
    outcome_sheets(wb)
    rows = [["By the end of", "Key deliverables"], *data.DELIVERABLES]
    simple(wb, "Deliverables", "What we will bring about, year by year", rows, [16, 90])
    rows = [["Service", "Who provides it", "Who it is for", "Size"], *data.SERVICES]
    simple(wb, "Services", "Services in Carsefield, February 2025", rows, [30, 26, 34, 20])
    rows = [["Partner", "Kind", "Who comes"], *([plain(p), k, w] for p, k, w in data.PARTNERS)]
    simple(wb, "Partners", "Who is in the partnership", rows, [46, 40, 40])
    gov = wb.create_sheet("Governance")
    gov.column_dimensions["A"].width = 96
    gov.column_dimensions["B"].width = 70
    prose(gov, 1, data.GOVERNANCE)
    lists(wb)
    for ws in wb:
        ws.page_setup.orientation, ws.page_setup.paperSize = "landscape", 9
        ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
        ws.sheet_properties.pageSetUpPr.fitToPage = True
    wb.properties.creator, wb.properties.title = "Test data", TITLE
    wb.properties.created = wb.properties.modified = dt.datetime(2026, 1, 5)
    wb.save(DATA / "carsefield.xlsx")
    plan = read(data.ACTIONS)
    plan.actions += read(data.ENABLING).actions
    rest = {
        "verdicts": verdicts(data.VERDICTS),
        "needs": [
            "housing",
            "mental_health",
            "substance_use",
            "physical_health",
            "money",
            "employment",
            "social_inclusion",
        ],
        "services": [row[0] for row in data.SERVICES],
        "partners": [leads(row[0])[0] for row in data.PARTNERS],
        "outside": [
            "Stuck and needs the partnership",
            "Please choose a lead from the list",
            "On track and within the agreed time",
            "Printed copies are out of date as soon as printed",
        ],
    }
    about = {
        "layout": "workbook",
        "file": "carsefield.xlsx",
        "status": "ok",
        "title": TITLE,
        "area": "Carsefield",
        "period": {"start": "2025-04-01", "end": "2028-03-31"},
        "framework": "2023",
    }
    return plan.gold(about, rest)
