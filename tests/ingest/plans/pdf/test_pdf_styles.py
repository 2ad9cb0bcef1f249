"""One table in many dresses: cells are found whatever is drawn around them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table

from ingest.plans.document import RefusedFile
from ingest.plans.pdf import clock, read_pdf

from .drawing import CELL, Draw, blocks, lines, only_table, pages, para, story, texts
from .table_styles import BAND, HEADS, MERGED, STYLES, Style, cells_right, rows_of, share_read

PRINTED = sorted((Path(__file__).parent / "printed").glob("*.pdf"))
BY_FILE = {name.replace(" ", "-").replace(",", ""): style for name, style in STYLES.items()}
WIDTHS = [190, 95, 75, 120]
DARK = colors.HexColor("#2a5d6e")
PALE = colors.HexColor("#eef2f2")
HEAD = ("BACKGROUND", (0, 0), (-1, 0), DARK)
DRESSES: dict[str, list[tuple[Any, ...]]] = {
    "header filled": [HEAD],
    "hairlines": [("LINEBELOW", (0, 0), (-1, -1), 0.25, colors.grey)],
    "header filled, hairlines": [HEAD, ("LINEBELOW", (0, 1), (-1, -1), 0.25, colors.grey)],
    "zebra": [HEAD, ("ROWBACKGROUNDS", (0, 1), (-1, -1), [None, PALE])],
    "outer box": [("BOX", (0, 0), (-1, -1), 1, colors.black)],
    "header underlined": [("LINEBELOW", (0, 0), (-1, 0), 1.5, colors.black)],
    "upright lines": [("LINEAFTER", (0, 0), (-2, -1), 0.5, colors.grey)],
    "nothing": [],
}


def in_dress(dress: list[tuple[Any, ...]], pad: float, *, repeat: int) -> bytes:
    rows = [list(HEADS[:4]), *(row for row in rows_of(LOOSE) if len(row) > 1)]
    cells = [
        [Paragraph(f"<b>{text}</b>" if n == 0 else text, CELL) for text in row]
        for n, row in enumerate(rows)
    ]
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
        *dress,
    ]
    table = Table(cells, colWidths=WIDTHS, repeatRows=repeat, style=style)
    before = [para("Words of the plan that stand before the table. " * 6) for _ in range(9)]
    return story(*before, table, para("Running text goes on below the table. " * 6))


LOOSE = Style(hidden=True, marks=frozenset())


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.stem)
def test_cells_are_found_whatever_the_style(path: Path) -> None:
    share, amiss = share_read(path.read_bytes(), BY_FILE[path.stem])
    assert share >= 0.95, amiss
    blocks(path.read_bytes())  # each stands at its place


@pytest.mark.parametrize("repeat", [0, 1])
@pytest.mark.parametrize("pad", [3, 8])
@pytest.mark.parametrize("dress", DRESSES)
def test_cells_are_found_in_tables_laid_out_by_a_program(
    dress: str, pad: float, repeat: int
) -> None:
    made = blocks(in_dress(DRESSES[dress], pad, repeat=repeat))
    tables = [
        [["".join(c.text.split()).casefold() for c in row] for row in b.rows]
        for b in made
        if b.kind == "table"
    ]
    share, amiss = cells_right(tables, LOOSE)
    assert share >= 0.95, amiss
    assert sum("Running text" in text for text in texts(made)) == 1


def test_a_table_under_the_same_header_and_another_heading_is_another_table() -> None:
    def draw(canvas: Canvas) -> None:
        for top, work in ((760, "Open a hub"), (600, "Print a guide")):
            canvas.setFillGray(0.8)
            for x, wide in ((60, 200), (260, 120), (380, 100)):
                canvas.rect(x, top - 6, wide, 18, stroke=0, fill=1)
            canvas.setFillGray(0)
            for x, text in ((64, "Action"), (264, "Lead"), (384, "By when")):
                lines(canvas, [text], x, top, font="Helvetica-Bold")
            for step in (1, 2):
                for x, text in ((64, f"{work} {step}"), (264, "JSW"), (384, "May 2026")):
                    lines(canvas, [text], x, top - 30 * step)
        lines(canvas, ["Outcome 2: People have a home"], 60, 640, font="Helvetica-Bold", size=13)

    made = blocks(pages(draw))
    assert [len(b.rows) for b in made if b.kind == "table"] == [3, 3]
    assert "Outcome 2: People have a home" in texts(made)


def test_a_ruled_table_takes_in_no_columns_of_text_below_it() -> None:
    prose = "The islands have seen a good many pilots that arrive on the spring boat and leave"

    def draw(canvas: Canvas) -> None:
        for row in range(6):
            for x, text in ((60, f"Body number {row}"), (300, "What it brings")):
                canvas.rect(x, 760 - 20 * row, 240, 20)
                lines(canvas, [text], x + 4, 766 - 20 * row)
        for x in (60, 304):
            lines(canvas, [prose[:46], prose[20:66]] * 8, x, 630)

    made = blocks(pages(draw))
    assert len(only_table(made)) == 6
    assert len(texts(made)) >= 2


def test_columns_of_text_after_a_page_that_ended_in_a_table_are_text() -> None:
    rows = [["Short term", "Medium term", "Long term"], *([f"First {n}", "Second", "Third"]
                                                          for n in range(30))]  # fmt: skip

    def columns(canvas: Canvas) -> None:
        said = ["Weather decides much here and", "people who missed their hearing", "lost a day"]
        for x in (74, 230, 390):
            lines(canvas, said * 12, x, 740, size=9)

    def table(canvas: Canvas) -> None:
        for number, row in enumerate(rows):
            for x, text in zip((72, 228, 388), row, strict=True):
                canvas.rect(x, 770 - 22 * number, 158, 22)
                lines(canvas, [text], x + 3, 776 - 22 * number, size=9)

    made = blocks(pages(table, columns))
    assert len(only_table(made)) == 31
    assert "Weather decides" in " ".join(texts(made))


def test_a_merged_cell_between_hairlines_holds_for_its_rows() -> None:
    rows = [["Action", "Lead", "By when"], ["Teach staff", "Police", "31/03/2026"],
            ["Bring in one form", "NHS", ""], ["Print a guide", "JSW", "May 2027"]]  # fmt: skip
    table = Table(
        rows,
        colWidths=[200, 120, 100],
        style=[
            HEAD,
            ("SPAN", (2, 1), (2, 2)),
            ("LINEBELOW", (0, 1), (1, 1), 0.3, colors.grey),
            ("LINEBELOW", (0, 2), (-1, -1), 0.3, colors.grey),
        ],
    )
    found = only_table(blocks(story(table)))
    assert [row[2] for row in found] == ["By when", "31/03/2026", "31/03/2026", "May 2027"]


def typed(canvas: Canvas, text: str, x: float, y: float, *, bold: bool = False) -> None:
    """Write as a word processor does: a run for each piece, letters shifted by kerning."""
    line = canvas.beginText(x, y)
    line.setFont("Helvetica-Bold" if bold else "Helvetica", 10)
    for number, piece in enumerate(text.split(" ")):
        line.textOut((" " if number else "") + piece[: len(piece) // 2])
        line.textOut(piece[len(piece) // 2 :])
    canvas.drawText(line)


def thin(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    """A border as a word processor draws it: a filled box half a point thick."""
    canvas.rect(x, y, wide, high, stroke=0, fill=1)


def word_page(rows: list[tuple[str, ...]], xs: tuple[float, ...], top: float) -> Draw:
    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(rows):
            y = top - 24 * number
            for (x0, x1), text in zip(pairwise(xs), row, strict=True):
                typed(canvas, text, x0 + 5.4, y - 15, bold=number == 0)
                thin(canvas, x0, y, 0.5, 0.5)
                thin(canvas, x0 + 0.5, y, x1 - x0 - 0.5, 0.5)
                thin(canvas, x0, y - 24, 0.5, 24)
            thin(canvas, xs[-1], y - 24, 0.5, 24.5)
        thin(canvas, xs[0], top - 24 * len(rows), xs[-1] - xs[0], 0.5)

    return draw


def test_a_table_as_a_word_processor_draws_it_is_read() -> None:
    rows = [
        ("Action", "Managed By", "Action Due Date"),
        ("Open a drop-in hub in the town", "Justice Social Work", "31/03/2026"),
        ("Print a guide for families", "SPS", "Q4 2025/26"),
    ]
    xs = (72.0, 290.0, 410.0, 520.0)
    more = [("Hold a jobs fair", "SDS", "ongoing"), ("Train forty staff", "NHS Skerry", "2027")]
    data = pages(word_page(rows, xs, 760), word_page([rows[0], *more], xs, 760))
    assert only_table(blocks(data)) == [list(row) for row in [*rows, *more]]


def test_three_columns_with_a_quotation_between_are_read_in_order() -> None:
    said = [f"Line {n} of the story as it runs" for n in range(45)]

    def draw(canvas: Canvas) -> None:
        lines(canvas, ["Where we live"], 45, 790, font="Helvetica-Bold", size=18)
        for number, x in enumerate((45, 220, 395)):
            lines(canvas, said[15 * number : 15 * number + 15], x, 750)

    found = " ".join(texts(blocks(pages(draw))))
    places = [found.index(f"Line {n} of") for n in range(45)]
    assert places == sorted(places)


def test_big_numbers_stay_apart_from_the_text_around_them() -> None:
    def draw(canvas: Canvas) -> None:
        for number, (figure, said) in enumerate(
            [("214", "people passed through custody"), ("63%", "of orders were completed")]
        ):
            x = 60 + 260 * number
            canvas.setFillGray(0.9)
            canvas.roundRect(x, 600, 230, 100, 10, stroke=0, fill=1)
            canvas.setFillGray(0)
            lines(canvas, [figure], x + 14, 660, font="Helvetica-Bold", size=28)
            lines(canvas, [said], x + 14, 630)
        lines(canvas, ["Running text begins below the figures and says what they mean."], 60, 560)

    found = texts(blocks(pages(draw)))
    assert found == [
        "214",
        "people passed through custody",
        "63%",
        "of orders were completed",
        "Running text begins below the figures and says what they mean.",
    ]


def test_a_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(0, 10_000, 2))
    monkeypatch.setattr(clock, "thread_time", lambda: float(next(ticks)))

    def draw(canvas: Canvas) -> None:
        lines(canvas, ["The Partnership will publish its plan."])

    with pytest.raises(RefusedFile, match="takes too long to read"):
        read_pdf(pages(*[draw] * 9), "plan.pdf")


def test_the_table_that_is_printed_has_a_blank_a_merged_cell_and_a_band() -> None:
    rows = rows_of(STYLES["all borders"])
    assert [BAND] in rows
    assert sum(MERGED in row for row in rows) == 3
    assert any("" in row for row in rows)
    assert len(STYLES) >= 40
