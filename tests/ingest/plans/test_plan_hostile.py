"""Texts made to keep a reader busy: each ends at once, read or refused, and says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.plans import PlanReading, read_plan

HEAD = "# Nowhere community justice improvement plan 2025-2030\n\nOutcomes and priorities.\n\n"


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [
        ("[" * 500_000, "ok", "not_read"),
        ("[a](" * 200_000, "ok", "not_read"),
        (" " * 1_000_000 + "x", "ok", ""),
        ("# a" + " " * 1_000_000 + "x", "ok", ""),
        ("\n".join("  " * n + "- item" for n in range(3000)), "ok", ""),
        ("\n".join("- " * n + "item" for n in range(3000)), "refused", "refused"),
        ("- people need a service\n" * 20_000, "refused", "refused"),
        ("a" + "\t " * 400_000 + "x", "ok", ""),
        ("a." * 400_000 + "@x", "ok", "not_read"),
        ("NDO " + "1," * 300_000, "ok", "not_read"),
    ],
    ids=[
        "brackets",
        "links",
        "spaces",
        "heading",
        "nested",
        "marks",
        "lines",
        "tabs",
        "mail",
        "numbers",
    ],
)
def test_the_reader_is_not_kept_busy(
    markdown: Callable[[str], PlanReading], text: str, status: str, code: str
) -> None:
    reading = markdown(HEAD + text)
    assert reading.status == status
    warned = {w.code for w in reading.warnings}
    assert code in warned if code else not warned & {"not_read", "refused"}
    if code:
        assert reading.source.unreadable


def test_a_row_with_a_stray_bar_is_named(markdown: Callable[[str], PlanReading]) -> None:
    reading = markdown(
        HEAD + "| Action | Lead | By when |\n|---|---|---|\n| Meet each week | Council | 2026 |\n"
        "| Write a leaflet | for all | Council | 2026 |\n"
        "| Print \\| post it all | Council | 2026 |\n"
    )
    warned = [w for w in reading.warnings if w.code == "table_row_too_wide"]
    assert [w.message.split(",")[:2] for w in warned] == [
        ["Table 1", " row 3 has 4 cells under 3 headings"]
    ]
    assert warned[0].locator.row == 3


def test_a_word_file_with_an_endless_paragraph_is_read_in_part(
    word_file: Callable[..., Path],
) -> None:
    path = word_file("Community justice outcomes and priorities", "a" + "\t." * 300_000 + "x")
    reading = read_plan(path)
    assert [w.message for w in reading.warnings if w.code == "not_read"] == [
        "Paragraph 2 is longer than 20000 characters; its end was not read."
    ]
