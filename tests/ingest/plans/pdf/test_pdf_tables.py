from __future__ import annotations

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak

from ingest.plans.pdf import read_pdf

from .drawing import blocks, everything, lines, only_table, pages, para, story, table, texts

HEADER = ["Action", "Lead", "By when"]
WIDTHS = [240, 120, 90]


def test_a_ruled_table_keeps_its_cells_and_the_text_around_it() -> None:
    rows = [HEADER, ["Open a hub in the town centre where people can drop in and be seen by "
                     "whoever is on duty that day", "Police Scotland", "March 2026"]]  # fmt: skip
    made = blocks(story(para("Before the table."), table(rows, WIDTHS), para("After it.")))
    assert only_table(made) == rows
    assert [b.kind for b in made] == ["paragraph", "table", "paragraph"]
    assert texts(made) == ["Before the table.", "After it."]


def test_a_value_merged_over_rows_stands_in_each_with_one_origin() -> None:
    rows = [HEADER, ["Open a hub", "Police Scotland", "March 2026"], ["Print a guide", "", ""],
            ["Train forty staff", "", "May 2027"]]  # fmt: skip
    made = blocks(
        story(
            table(
                rows,
                WIDTHS,
                ("SPAN", (1, 1), (1, 3)),
                ("SPAN", (2, 1), (2, 2)),
                ("VALIGN", (1, 1), (2, 3), "MIDDLE"),
            )
        )
    )
    found = only_table(made)
    assert [row[1] for row in found[1:]] == ["Police Scotland"] * 3
    assert [row[2] for row in found[1:]] == ["March 2026", "March 2026", "May 2027"]
    grid = next(b for b in made if b.kind == "table").rows
    assert {row[1].origin for row in grid[1:]} == {(1, 1)}


def test_a_band_across_the_table_fills_its_row() -> None:
    rows = [HEADER, ["Outcome 1: Fewer people return to court", "", ""], ["Open a hub", "JSW", ""]]
    made = blocks(story(table(rows, WIDTHS, ("SPAN", (0, 1), (2, 1)))))
    [block] = [b for b in made if b.kind == "table"]
    assert {cell.text for cell in block.rows[1]} == {"Outcome 1: Fewer people return to court"}
    assert {cell.origin for cell in block.rows[1]} == {(1, 0)}
    assert block.rows[2][2].text == ""


def test_a_table_over_many_pages_is_one_table() -> None:
    rows = [HEADER, *([f"Action number {n} of the delivery plan", "SPS", f"{n} May 2026"]
                      for n in range(1, 121))]  # fmt: skip
    data = story(table(rows, WIDTHS, repeat=1), pagesize=landscape(A4))
    document = read_pdf(data, "plan.pdf")
    assert document.pages is not None
    assert document.pages > 3
    found = only_table(blocks(data))
    assert found == rows
    [block] = [b for b in document.blocks if b.kind == "table"]
    assert block.rows[1][0].place is not None
    assert block.rows[1][0].place.page == 1
    assert block.rows[-1][0].place is not None
    assert block.rows[-1][0].place.page == document.pages


def test_a_table_goes_on_without_its_header_too() -> None:
    rows = [HEADER, *([f"Action number {n}", "SPS", "2026"] for n in range(1, 90))]
    assert only_table(blocks(story(table(rows, WIDTHS)))) == rows


def test_tables_of_other_columns_stay_apart() -> None:
    made = blocks(
        story(
            table([HEADER, ["Open a hub", "JSW", "2026"]], WIDTHS),
            PageBreak(),
            table([["Need", "Share"], ["Housing", "31%"]], [300, 100]),
        )
    )
    assert [len(b.rows[0]) for b in made if b.kind == "table"] == [3, 2]


def test_a_row_broken_by_the_end_of_a_page_is_one_row() -> None:
    def first(canvas: Canvas) -> None:
        boxes(canvas, [("Action", "Lead"), ("Give each person who leaves prison a", "SPS")], 120)

    def second(canvas: Canvas) -> None:
        boxes(canvas, [("place to live", ""), ("Print a guide", "JSW")], 790)

    assert only_table(blocks(pages(first, second))) == [
        ["Action", "Lead"],
        ["Give each person who leaves prison a place to live", "SPS"],
        ["Print a guide", "JSW"],
    ]


def boxes(canvas: Canvas, rows: list[tuple[str, str]], top: float) -> None:
    for number, row in enumerate(rows):
        y = top - 20 * (number + 1)
        for x, text in zip((72, 300), row, strict=True):
            canvas.rect(x, y, 228, 20)
            lines(canvas, [text], x + 4, y + 6)


def test_lines_in_a_cell_are_parted_only_where_paragraphs_end() -> None:
    rows = [["Action", "Measure"],
            ["Open a hub", "First measure that runs over to a second line<br/>"
             "\u2022 people seen<br/>\u2022 people helped"]]  # fmt: skip
    found = only_table(blocks(story(table(rows, [150, 150]))))
    assert found[1][1] == (
        "First measure that runs over to a second line\npeople seen\npeople helped"
    )


def test_words_on_end_in_a_merged_cell_are_read() -> None:
    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(["Open a hub", "Print a guide", "Train staff"]):
            y = 700 - 40 * number
            canvas.rect(100, y, 300, 40)
            lines(canvas, [text], 105, y + 25)
        canvas.rect(72, 620, 28, 120)
        canvas.saveState()
        canvas.translate(90, 640)
        canvas.rotate(90)
        lines(canvas, ["Outcome one"], 0, 0)
        canvas.restoreState()

    assert only_table(blocks(pages(draw))) == [
        ["Outcome one", "Open a hub"],
        ["Outcome one", "Print a guide"],
        ["Outcome one", "Train staff"],
    ]


def test_a_page_turned_on_its_side_is_read_as_it_is_seen() -> None:
    rows = [HEADER, ["Open a hub", "Police Scotland", "March 2026"]]

    def each(canvas: Canvas, _: object) -> None:
        canvas.setPageRotation(90)

    assert only_table(blocks(story(table(rows, WIDTHS), each=each))) == rows


def test_a_table_set_on_end_on_an_upright_page_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(595, 0)
        canvas.rotate(90)
        lines(canvas, ["Delivery plan of the Partnership"], 60, 540, size=18)
        boxes(canvas, [("Action", "Lead"), ("Open a hub for everyone", "Police Scotland")], 500)

    made = blocks(pages(draw))
    assert only_table(made) == [["Action", "Lead"], ["Open a hub for everyone", "Police Scotland"]]
    assert texts(made) == ["Delivery plan of the Partnership"]


def zebra(canvas: Canvas, rows: list[tuple[str, ...]], xs: tuple[float, ...]) -> None:
    y = 700.0
    for number, row in enumerate(rows):
        high = 12.0 * max(text.count("|") + 1 for text in row) + 6
        if number % 2:
            canvas.setFillColor(colors.HexColor("#e8e8f0"))
            canvas.rect(60, y - high + 10, 470, high, fill=1, stroke=0)
            canvas.setFillColor(colors.black)
        for x, text in zip(xs, row, strict=True):
            font = "Helvetica" if number else "Helvetica-Bold"
            lines(canvas, text.split("|"), x, y - 2, font=font, step=12)
        y -= high
    lines(canvas, ["Text that follows the table goes on across the whole width of the page."],
          60, y - 30)  # fmt: skip


def test_a_table_without_lines_is_read_by_its_columns() -> None:
    rows = [
        ("What we will do", "Who", "When"),
        ("Open a hub in the middle of town|for anyone who asks", "Police Scotland", "March 2026"),
        ("Print a guide", "Justice social work|and housing", "ongoing"),
        ("Train forty staff", "NHS", "2026-27"),
        ("Lease two flats", "", "May 2027"),
    ]
    made = blocks(pages(lambda canvas: zebra(canvas, rows, (66, 280, 430))))
    assert only_table(made) == [[text.replace("|", " ") for text in row] for row in rows]
    assert len(texts(made)) == 1


def test_a_table_without_lines_or_shading_is_read_too() -> None:
    columns = (
        (72, {760: "Action", 735: "Open a hub in the middle of|the old town", 700: "Print a guide",
              677: "Train staff"}),
        (300, {760: "Lead", 735: "Police", 700: "SPS", 677: "NHS"}),
        (420, {760: "Due", 735: "2026", 700: "2027", 677: "2028"}),
    )  # fmt: skip

    def draw(canvas: Canvas) -> None:
        for x, cells in columns:
            for y, text in cells.items():
                font = "Helvetica-Bold" if y == 760 else "Helvetica"
                lines(canvas, text.split("|"), x, y, font=font)

    assert only_table(blocks(pages(draw))) == [
        ["Action", "Lead", "Due"],
        ["Open a hub in the middle of the old town", "Police", "2026"],
        ["Print a guide", "SPS", "2027"],
        ["Train staff", "NHS", "2028"],
    ]


def test_a_value_set_between_rows_without_lines_holds_for_both() -> None:
    def draw(canvas: Canvas) -> None:
        for x, head in ((72, "Action"), (300, "Lead"), (420, "Due")):
            lines(canvas, [head], x, 760, font="Helvetica-Bold")
        for y, action, due in ((730, "Open a hub", "2026"), (700, "Print a guide", "2027"),
                               (670, "Train staff", "2028")):  # fmt: skip
            lines(canvas, [action], 72, y)
            lines(canvas, [due], 420, y)
        lines(canvas, ["Police Scotland"], 300, 715)
        lines(canvas, ["NHS"], 300, 670)

    found = only_table(blocks(pages(draw)))
    assert [row[1] for row in found] == ["Lead", "Police Scotland", "Police Scotland", "NHS"]


def test_labels_in_a_box_are_a_table_of_two_columns() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.roundRect(70, 600, 400, 120, 8)
        lines(canvas, ["Action: Open a hub for people leaving court", "Lead: Police Scotland",
                       "By when: March 2026", "Measure: People seen in each quarter"],
              84, 700, step=20)  # fmt: skip

    assert only_table(blocks(pages(draw))) == [
        ["Action", "Open a hub for people leaving court"],
        ["Lead", "Police Scotland"],
        ["By when", "March 2026"],
        ["Measure", "People seen in each quarter"],
    ]


def test_labels_set_apart_from_their_words_are_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        for y, label, said in ((700, "Action", "Open a hub"), (680, "Lead", "Police Scotland"),
                               (660, "By when", "March 2026")):  # fmt: skip
            lines(canvas, [label], 84, y, font="Helvetica-Bold")
            lines(canvas, [said], 200, y)

    assert only_table(blocks(pages(draw))) == [
        ["Action", "Open a hub"], ["Lead", "Police Scotland"], ["By when", "March 2026"],
    ]  # fmt: skip


def test_words_of_a_table_are_not_repeated_outside_it() -> None:
    rows = [HEADER, ["Open a hub", "Police Scotland", "March 2026"]]
    said = everything(blocks(story(para("Introduction."), table(rows, WIDTHS))))
    assert said.count("Open a hub") == 1
    assert said.count("Police Scotland") == 1


def test_a_chart_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        for n in range(8):
            canvas.line(100, 400 + 30 * n, 400, 400 + 30 * n)
            canvas.line(100 + 40 * n, 400, 100 + 40 * n, 610)
        lines(canvas, ["People on orders"], 110, 590)
        lines(canvas, ["2023"], 220, 410)

    assert not [b for b in blocks(pages(draw)) if b.kind == "table"]
