from __future__ import annotations

from datetime import date

import pytest

from ingest.plans.blocks import Block, BlockList, Cell
from ingest.plans.cover import area_of, period_of, title_of


def cover(*lines: str, motto: str = "", rows: list[list[str]] | None = None) -> list[Block]:
    blocks = BlockList()
    if motto:
        blocks.heading(motto, 0)
    if rows:
        blocks.table(
            tuple(tuple(Cell(t, (r, c)) for c, t in enumerate(row)) for r, row in enumerate(rows))
        )
    for line in lines:
        blocks.text(line)
    return blocks.blocks


def test_a_motto_above_the_name_of_the_plan_is_not_the_title() -> None:
    name = "Kirkhaven Community Justice Outcomes Improvement Plan 2023 to 2028"
    assert title_of(cover(name, "Some words.", motto="Turning Corners"), "") == name


def test_a_title_in_two_lines_above_the_sort_of_paper_is_kept_whole() -> None:
    blocks = cover(
        "Community Justice in Kirkhaven and the Isles",
        "Community Justice Outcomes Improvement Plan",
        motto="Turning the Tide",
    )
    title = title_of(blocks, "")
    assert title == "Turning the Tide: Community Justice in Kirkhaven and the Isles"
    assert area_of(blocks, title)[0] == "Kirkhaven and the Isles"


def test_a_heading_without_a_plan_below_is_the_title() -> None:
    assert title_of(cover("We care.", motto="Safer Kirkhaven"), "") == "Safer Kirkhaven"


def test_a_first_sheet_of_keys_and_values_tells_all_three() -> None:
    rows = [
        ["Plan title", "Community Justice in Kirkhaven"],
        ["Area", "Kirkhaven Council"],
        ["Period", "2025-28"],
    ]
    blocks = cover("The partners agreed this.", rows=rows)
    title = title_of(blocks, "")
    assert title == "Community Justice in Kirkhaven"
    assert area_of(blocks, title) == ("Kirkhaven", None)
    assert period_of(blocks, title) == (date(2025, 4, 1), date(2028, 3, 31))


def test_the_head_of_a_text_file_tells_start_and_end() -> None:
    blocks = cover("Area: Kirkhaven", "Start: 1 April 2024", "End: 31 March 2027", "Words.")
    assert area_of(blocks, "")[0] == "Kirkhaven"
    assert period_of(blocks, "") == (date(2024, 4, 1), date(2027, 3, 31))


@pytest.mark.parametrize(
    ("title", "lines", "area"),
    [
        (
            "Dunarrow's Community Justice Plan",
            ["Dunarrow City Council leads.", "Dunarrow City Council pays."],
            "Dunarrow City",
        ),
        ("Our Justice Plan", ["Kirkhaven Council leads.", "Kirkhaven Council pays."], "Kirkhaven"),
        ("Our Justice Plan", ["Seven Community Councils and the Council met."], ""),
        ("Fife Community Justice Plan", ["Words."], "Fife"),
    ],
)
def test_the_council_tells_the_area(title: str, lines: list[str], area: str) -> None:
    assert area_of(cover(*lines, motto=title), title)[0] == area


def test_a_line_with_days_says_more_than_the_years_of_a_title() -> None:
    blocks = cover("It covers three years from 1 April 2024.", motto="Kirkhaven Justice Plan")
    assert period_of(blocks, "Kirkhaven Justice Plan") == (date(2024, 4, 1), date(2027, 3, 31))
