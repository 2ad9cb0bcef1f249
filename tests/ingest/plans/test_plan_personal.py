from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.plans import PlanReading, read_plan
from ingest.plans.blocks import BlockList
from ingest.plans.identifiers import case_identifiers

TOP = "# Community justice improvement plan\n\n## Outcomes and priorities\n\n"


def chi(nine: str) -> str:
    """Complete nine digits to a CHI number that checks."""
    total = sum(int(d) * w for d, w in zip(nine, range(10, 1, -1), strict=True))
    return nine + str((11 - total % 11) % 11)


def pnc(year: str, serial: str) -> str:
    letters = "ZABCDEFGHJKLMNPQRTUVWXY"
    return f"{year}/{serial}{letters[int(year[-2:] + serial) % 23]}"


VALID_CHI = chi("120385123")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"One person ({VALID_CHI}) was helped.", "CHI"),
        (f"Number {VALID_CHI[:6]} {VALID_CHI[6:]} on file", "CHI"),
        ("His number is AB 12 34 56 C.", "National Insurance"),
        (f"Record {pnc('2004', '0234567')}", "PNC"),
        ("SCRO number S123456", "criminal record"),
        ("John Smith (DOB 12/03/1985) finished his order.", "birth date"),
        ("Mary Brown, date of birth: 3 May 1990", "birth date"),
    ],
)
def test_an_identifier_of_a_person_refuses_the_file(
    markdown: Callable[[str], PlanReading], text: str, kind: str
) -> None:
    reading = markdown(f"{TOP}First line.\n\n{text}\n")
    assert reading.status == "refused"
    assert kind in reading.warnings[0].message
    assert reading.warnings[0].message.startswith("Paragraph 4")
    kept = json.dumps(reading.to_json())
    assert VALID_CHI not in kept and "Smith" not in kept and "AB 12" not in kept
    assert (reading.title, reading.outcomes) == ("", ())


def test_a_birth_date_in_a_table_of_names_refuses_the_file(word_file: Callable[..., Path]) -> None:
    path = word_file(
        "Community justice plan: outcomes and actions",
        [["Name", "Date of birth"], ["Ann Grant", "12/03/1985"]],
    )
    reading = read_plan(path)
    assert reading.status == "refused"
    assert reading.warnings[0].locator.to_json() == {"table": 1, "row": 2}


@pytest.mark.parametrize(
    "text",
    [
        "Call 0141 555 0123 or 01632960123.",
        "ISBN 1203851234",
        "The budget is 1203850000 pounds over 31/03/2026.",
        f"The figure {VALID_CHI[:9]}{(int(VALID_CHI[9]) + 1) % 10} is no CHI number.",
        "Form QQ 12 34 56 C is an example that is never issued.",
        "The service was born in 1998 and grew 12/03/2015 onwards.",
        "Plan 2023/24, budget 2024/2025, ref 12/24.",
        "S12000047 is the code of Fife.",
        *(f"Budget 2024/25{letter} stands." for letter in "ABCDEFGHJKLMNPQRTUVWXYZ"),
        "By 31/03/2026 the Community Justice Partnership will report.",
    ],
)
def test_numbers_of_ordinary_plans_refuse_nothing(
    markdown: Callable[[str], PlanReading], text: str
) -> None:
    assert markdown(f"{TOP}{text}\n").status == "ok"


@given(st.from_regex(r"[0-3][0-9][01][0-9]{7}", fullmatch=True))
def test_only_numbers_that_check_are_taken_for_chi(number: str) -> None:
    made = BlockList()
    made.text(f"Reference {number}")
    total = sum(int(d) * w for d, w in zip(number[:9], range(10, 1, -1), strict=True))
    if (total + int(number[9])) % 11:
        assert case_identifiers(made.blocks) == []


def test_names_of_officials_are_masked_and_reported(
    markdown: Callable[[str], PlanReading],
) -> None:
    reading = markdown(
        "# Fife Community Justice Outcomes Improvement Plan 2024-2029\n\n## Foreword\n\n"
        "We are glad to present our plan and its priorities.\n\n"
        "Jane McDonald, Chair of the Partnership\n\n"
        "## Governance\n\nThe Board is chaired by Councillor Alan Brown and "
        "reports to the Council. Write to alan.brown@fife.example or 01592 555 010.\n\n"
        "## Actions\n\n| Action | Lead | By when |\n|-|-|-|\n"
        "| Open a hub | Susan Grey, Justice Social Work | 2025/26 |\n"
        "| Run a scheme | Street Soccer Scotland | 2025/26 |\n"
    )
    kept = json.dumps(reading.to_json())
    for name in ("McDonald", "Alan Brown", "Susan", "alan.brown", "555 010"):
        assert name not in kept
    codes = [w.code for w in reading.warnings]
    assert codes.count("name_masked") == 3
    assert {"email_masked", "phone_masked"} <= set(codes)
    assert reading.status == "ok"
    assert [p.as_written for p in reading.actions[0].leads] == ["Justice Social Work"]
    assert [p.category for p in reading.actions[1].leads] == ["third_sector"]
    assert "reports to the Council" in reading.checklist["5"].evidence[0].quote


def test_offices_are_no_names(markdown: Callable[[str], PlanReading]) -> None:
    reading = markdown(
        f"{TOP}The Sheriff Clerk and the Chief Inspector sit on the Board.\n\n"
        "Signed: The Chair, Fife Community Justice Partnership\n\n"
        "| Action | Lead | By when |\n|-|-|-|\n| Open a hub | Sheriff Clerk's Office | 2025/26 |\n"
    )
    assert "name_masked" not in {w.code for w in reading.warnings}
    assert reading.actions[0].leads[0].category == "scts"
