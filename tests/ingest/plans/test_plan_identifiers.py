# ruff: noqa: S311 - chance needs no secrecy here
"""Case-level identifiers are found wherever they are planted; ordinary numbers never refuse."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from ingest.plans import read_plan
from ingest.plans.blocks import BlockList, Cell
from ingest.plans.identifiers import case_identifiers

PLAN = [
    "Community Justice Outcomes Improvement Plan 2024-2029",
    "Our priorities are bail and housing, and each has outcomes and actions.",
    "The Partnership will publish a report each year.",
]


def chi(chance: random.Random) -> str:
    """Return a number that checks as a CHI number; nobody's."""
    while True:
        day = f"{chance.randint(1, 28):02}{chance.randint(1, 12):02}{chance.randint(0, 99):02}"
        nine = day + f"{chance.randint(0, 999):03}"
        total = sum(int(d) * w for d, w in zip(nine, range(10, 1, -1), strict=True))
        if (check := (11 - total % 11) % 11) != 10:
            return nine + str(check)


FORMS: list[Callable[[str], str]] = [
    lambda n: n,
    lambda n: f"{n[:6]} {n[6:]}",
    lambda n: f"{n[:6]}-{n[6:]}",
    lambda n: f"{n[:6]}\u00a0{n[6:]}",
    lambda n: f"{n[:6]}\u2013{n[6:]}",
    lambda n: f"{n[:6]}\n{n[6:]}",
    lambda n: "".join(chr(ord(d) + 0xFEE0) for d in n),
    lambda n: f"{n[:6]}\u200b{n[6:]}",
    lambda n: f"({n})",
    lambda n: f"CHI: {n[:2]} {n[2:4]} {n[4:6]} {n[6:]}",
    lambda n: f"CHI no. {n[:3]} {n[3:6]} {n[6:]}",
    lambda n: f"his case reference {n}",
]


def as_word(path: Path, where: str, planted: str) -> None:
    document = docx.Document()
    document.add_heading(PLAN[0], 0)
    document.add_heading(planted if where == "heading" else "Priorities", 1)
    document.add_paragraph(f"{PLAN[1]} {planted if where == 'paragraph' else ''}")
    document.add_paragraph(planted if where == "list" else PLAN[2], style="List Bullet")
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Action", "Lead"
    table.cell(1, 0).text, table.cell(1, 1).text = "Open a hub", "Council"
    if where in {"header", "cell"}:
        table.cell(0 if where == "header" else 1, 1).text = planted
    document.save(str(path))


def as_workbook(path: Path, where: str, planted: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Plan"
    for line in PLAN:
        sheet.append([line])
    sheet.append([])
    sheet.append(["Action", planted if where == "header" else "Lead", "By when"])
    sheet.append(["Open a hub", planted if where == "cell" else "Council", "2026"])
    sheet.append([planted if where not in {"header", "cell"} else "Hold a day", "Council", "2026"])
    book.save(path)


def as_page(path: Path, where: str, planted: str) -> None:
    head = planted if where == "heading" else "Priorities"
    cells = [planted if where == w else x for w, x in (("header", "Lead"), ("cell", "Council"))]
    path.write_text(
        f"<!doctype html><html><body><main><h1>{PLAN[0]}</h1><h2>{head}</h2><p>{PLAN[1]} "
        f"{planted if where == 'paragraph' else ''}</p><ul><li>"
        f"{planted if where == 'list' else PLAN[2]}</li></ul><table><tr><th>Action</th>"
        f"<th>{cells[0]}</th></tr><tr><td>Open a hub</td><td>{cells[1]}</td></tr></table>"
        "</main></body></html>",
        encoding="utf-8",
    )


def as_markdown(path: Path, where: str, planted: str) -> None:
    line = " ".join(planted.split("\n"))
    path.write_text(
        f"# {PLAN[0]}\n\n## {line if where == 'heading' else 'Priorities'}\n\n{PLAN[1]} "
        f"{planted if where == 'paragraph' else ''}\n\n- {planted if where == 'list' else PLAN[2]}"
        f"\n\n| Action | {line if where == 'header' else 'Lead'} |\n|-|-|\n| Open a hub | "
        f"{line if where == 'cell' else 'Council'} |\n",
        encoding="utf-8",
    )


WRITERS: dict[str, Callable[[Path, str, str], None]] = {
    "docx": as_word,
    "xlsx": as_workbook,
    "html": as_page,
    "md": as_markdown,
}


@pytest.mark.parametrize("ending", sorted(WRITERS))
@pytest.mark.parametrize("where", ["heading", "paragraph", "list", "header", "cell"])
def test_a_planted_number_refuses_every_format(tmp_path: Path, ending: str, where: str) -> None:
    chance = random.Random(f"{ending} {where}")
    for form in chance.sample(FORMS, 4):
        number = chi(chance)
        path = tmp_path / f"plan.{ending}"
        WRITERS[ending](path, where, form(number))
        reading = read_plan(path)
        assert reading.status == "refused", form(number)
        kept = json.dumps(reading.to_json(), ensure_ascii=False)
        assert number not in kept and number[6:] not in kept and form(number) not in kept


@pytest.mark.parametrize("ending", sorted(WRITERS))
def test_the_same_plan_without_it_is_read(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"plan.{ending}"
    WRITERS[ending](path, "paragraph", "")
    assert read_plan(path).status == "ok"


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_found(form: Callable[[str], str]) -> None:
    chance = random.Random(7)
    for _ in range(50):
        made = BlockList()
        made.text(f"One person, {form(chi(chance))}, was helped.")
        assert case_identifiers(made.blocks)


def test_a_title_in_the_properties_is_looked_at() -> None:
    assert case_identifiers([], f"Notes on {chi(random.Random(1))}")


@pytest.mark.parametrize(
    "text",
    [
        "JOHN SMITH, DOB 12/03/1985, finished his order.",
        "Ann Grant (d.o.b. 12.03.85)",
        "Ann Grant born on 3 May 1990",
        "NI number: ab 12 34 56 c",
        "PNC 2004 / 0234567" + "ZABCDEFGHJKLMNPQRTUVWXY"[40234567 % 23],
    ],
)
def test_other_identifiers_are_found_however_they_are_typed(text: str) -> None:
    made = BlockList()
    made.text(text)
    assert case_identifiers(made.blocks)


def test_a_birth_date_below_a_name() -> None:
    made = BlockList()
    made.heading("Ann Grant", 2)
    made.text("Date of birth: 12/03/1985")
    assert case_identifiers(made.blocks)
    card = BlockList()
    rows = [["Name", "Ann Grant"], ["Date of birth", "12/03/1985"]]
    card.table(
        tuple(tuple(Cell(t, (r, c)) for c, t in enumerate(row)) for r, row in enumerate(rows))
    )
    assert case_identifiers(card.blocks)


def ordinary(chance: random.Random) -> str:
    """Return a line with a number of some ordinary kind."""
    ten = "".join(chance.choice("0123456789") for _ in range(10))
    if chance.random() < 0.2:
        ten = chi(chance)  # the worst case: it checks, but says that it is something else
    year = chance.randint(2015, 2034)
    kinds = [
        f"UPRN {ten}",
        f"Grant number {ten}",
        f"ISBN {ten}",
        f"Our reference: {ten[:6]} {ten[6:]}",
        f"Tel. {ten[:6]} {ten[6:]}",
        f"a budget of \u00a3{ten}",
        f"\u00a3{int(ten):,} was spent",
        f"Invoice no {ten}",
        f"Call 0{chance.randint(1000, 1999)} 960{chance.randint(100, 999)}",
        f"Telephone 0141 555 {chance.randint(1000, 9999)}",
        f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{year}",
        f"{year}/{(year + 1) % 100:02}",
        f"Committee report {year}/{chance.randint(1, 999)}",
        f"Scottish charity SC0{chance.randint(10000, 99999)}",
        f"data zone S0101{chance.randint(1000, 9999)}",
        f"{chance.randint(1, 99)}.{chance.randint(0, 9)} per cent of {chance.randint(1000, 99999)}",
        f"ISBN 978-1-{chance.randint(10000, 99999)}-{chance.randint(100, 999)}-4",
        f"ref CJ/{chance.randint(10, 99)}/{chance.randint(100, 999)}",
        f"{chance.randint(1, 9)},{chance.randint(100, 999)},{chance.randint(100, 999)}",
        f"EH{chance.randint(1, 54)} {chance.randint(1, 9)}AB",
    ]
    return f"The plan says: {chance.choice(kinds)}."


def test_two_thousand_ordinary_numbers_refuse_nothing() -> None:
    chance = random.Random(2026)
    for _ in range(2000):
        made = BlockList()
        made.text(line := ordinary(chance))
        assert case_identifiers(made.blocks) == [], line


def test_numbers_below_a_header_that_names_them_refuse_nothing() -> None:
    chance = random.Random(11)
    rows = [["Property", "UPRN", "Budget (\u00a3)", "Grant"]]
    rows += [["Hub", chi(chance), chi(chance), chi(chance)] for _ in range(40)]
    made = BlockList()
    made.table(
        tuple(tuple(Cell(t, (r, c)) for c, t in enumerate(row)) for r, row in enumerate(rows))
    )
    assert case_identifiers(made.blocks) == []
