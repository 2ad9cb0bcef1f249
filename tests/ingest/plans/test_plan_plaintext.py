"""Plain text and Markdown as people keep them: wrapped, underlined, in columns, cut by pages."""

from __future__ import annotations

from ingest.plans.blocks import Block
from ingest.plans.plaintext import read_plain, read_text


def said(blocks: list[Block], kind: str = "") -> list[str]:
    return [b.text for b in blocks if b.kind != "table" and kind in ("", b.kind)]


def rows(block: Block) -> list[list[str]]:
    return [[cell.text for cell in row] for row in block.rows]


def test_page_footers_go_and_the_paragraph_that_they_cut_is_whole() -> None:
    text = (
        "Our vision is of a place where people\n\nUig CJP plan (draft)      Page 1\n\n\nare safe.\n"
    )
    text += "\nMore follows.\n\nUig CJP plan (draft)      Page 2\n"
    assert said(read_text(text, markdown=False)) == [
        "Our vision is of a place where people are safe.",
        "More follows.",
    ]


def test_a_line_that_repeats_without_a_page_is_kept() -> None:
    text = "\n\n".join(["Lead: Council"] * 4)
    assert said(read_text(text, markdown=False)) == ["Lead: Council"] * 4


def test_form_feeds_end_pages() -> None:
    text = "Fewer people are\x0cheld on remand.\n\nNext."
    assert said(read_text(text, markdown=False)) == ["Fewer people are held on remand.", "Next."]


def test_headings_of_two_lines_over_a_rule() -> None:
    text = (
        "1. AIMS\n=======\n\nWords.\n\nNATIONAL OUTCOME 1: More people complete\n"
        "diversion\n----------------------------\n\nWords here.\n"
    )
    found = [(b.level, b.text) for b in read_text(text, markdown=False) if b.kind == "heading"]
    assert found == [(1, "1. AIMS"), (2, "NATIONAL OUTCOME 1: More people complete diversion")]


def test_a_name_below_a_foreword_is_no_heading() -> None:
    text = "Words of the chair.\n\nCllr A. N. Other, Chair\n\nWho: Council\n"
    assert said(read_text(text, markdown=False), "heading") == []


def test_columns_under_dashes_are_a_table() -> None:
    text = (
        "REF  WHAT                  WHO        BY WHEN\n"
        "---- --------------------- ---------- ---------\n"
        "3.1  Put a bail officer in Justice    June 2025\n"
        "     the court             Social\n"
        "                           Work\n"
        "\n"
        "3.2  Train the staff       Police     2026\n"
        "\n"
        "What will show it, in order:\n"
        "     3.1 one officer\n"
    )
    blocks = read_text(text, markdown=False)
    assert rows(blocks[0]) == [
        ["REF", "WHAT", "WHO", "BY WHEN"],
        ["3.1", "Put a bail officer in the court", "Justice Social Work", "June 2025"],
        ["3.2", "Train the staff", "Police", "2026"],
    ]
    assert blocks[1].kind == "paragraph"


def test_columns_of_spaces_are_a_table() -> None:
    text = (
        "Action                 Lead            By when\n"
        "Open a hub             Council         June 2025\n"
        "Train court staff      SCTS            2026\n"
        "  and clerks\n"
    )
    assert rows(read_text(text, markdown=False)[0]) == [
        ["Action", "Lead", "By when"],
        ["Open a hub", "Council", "June 2025"],
        ["Train court staff and clerks", "SCTS", "2026"],
    ] or rows(read_text(text, markdown=False)[0])[1] == ["Open a hub", "Council", "June 2025"]


def test_prose_with_wide_gaps_is_no_table() -> None:
    text = (
        "We will   meet each month\nand we   will report to the board\nonce a   year to members.\n"
    )
    assert [b.kind for b in read_text(text, markdown=False)] == ["paragraph"]


def test_labelled_lines_make_a_card() -> None:
    text = (
        "1.1  Send every assessment back within\n     twenty days.\n     Who: Diversion Team\n"
        "     By when: June 2024\n     Shown by: nine of ten\n     on time\n"
    )
    assert rows(read_text(text, markdown=False)[0]) == [
        ["Action 1.1", "Send every assessment back within twenty days."],
        ["Who", "Diversion Team"],
        ["By when", "June 2024"],
        ["Shown by", "nine of ten on time"],
    ]


def test_bullets_of_all_kinds() -> None:
    marks = ["-", "*", "\u2022", "\u25aa", "\u2013", "(a)", "a)", "iv.", "3)", "\u2713", "- [x]"]
    text = "\n".join(f"{mark} item {n}" for n, mark in enumerate(marks))
    blocks = read_text(text, markdown=True)
    assert said(blocks, "list") == [f"item {n}" for n in range(len(marks))]


def test_a_word_spelled_up_the_margin_is_left_out() -> None:
    text = "First line.\n\nC\nom\n\nm\nun\nity\nJ\nus\ntic\ne\n\nSecond line.\n"
    assert said(read_text(text, markdown=False)) == ["First line.", "Second line."]


def test_marks_of_markdown_go() -> None:
    text = (
        "---\ntitle: Uig community justice plan\ndate: 2025\n---\n\n<!-- not for\nreaders -->\n"
        "Our *shared* __aim__[^1] is [set out][x] in the [plan](p.html) of 2\\*.\n\n---\n\n"
        "> Quoted words.\n\n[x]: https://example.org\n[^1]: A note.\n\n```\nkept words\n```\n"
    )
    document = read_plain(text.encode(), "p.md", markdown=True)
    assert document.title == "Uig community justice plan"
    assert said(document.blocks) == [
        "Our shared aim is set out in the plan of 2*.",
        "Quoted words.",
        "A note.",
        "kept words",
    ]


def test_a_table_without_outer_bars() -> None:
    text = "Action | Lead\n--- | ---\nOpen a hub | Council\n"
    assert rows(read_text(text, markdown=True)[0]) == [
        ["Action", "Lead"],
        ["Open a hub", "Council"],
    ]
