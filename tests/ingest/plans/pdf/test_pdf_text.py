from __future__ import annotations

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from .drawing import Draw, blocks, everything, lines, pages, texts

LEFT = [
    "This is the left column of a page",
    "that is set in two columns, as many",
    "designed plans are. Each line runs",
    "nearly to the end of its column and",
    "the sentence goes on from line to",
    "line until it stops at a full mark.",
]
RIGHT = [
    "The right column comes after it and",
    "must not be mixed with the left one,",
    "line by line, as poor readers do. Its",
    "words are other words, so it is plain",
    "to see which column they are from",
    "and in which order they should come.",
]
BODY = (
    "Running text of the plan that is of no account, but long enough to be it.",
    10,
    "Helvetica",
)


def write(canvas: Canvas, said: list[str], y: float = 760, step: float = 12.5) -> None:
    lines(canvas, said, 60, y, step=step)


def read(*draw: Draw) -> list[str]:
    return texts(blocks(pages(*draw)))


def test_lines_are_joined_to_a_paragraph_and_parted_where_it_ends() -> None:
    first = ["The Partnership has prepared this plan under section 19 of the Act, and it",
             "will be looked at again each year in the light of what has been done."]  # fmt: skip
    second = [
        "A second paragraph starts here and is parted from the first by white",
        "space alone.",
    ]
    assert read(lambda c: (lines(c, first), lines(c, second, y=715)) and None) == [  # type: ignore[func-returns-value,return-value]
        " ".join(first),
        " ".join(second),
    ]


def test_a_paragraph_ends_where_the_next_word_would_have_fitted() -> None:
    names = ["Police Scotland", "Skills Development Scotland", "Scottish Prison Service"]

    def draw(canvas: Canvas) -> None:
        lines(canvas, names)
        lines(canvas, ["All of these have agreed the plan and will answer for it."], y=600)

    assert read(draw)[:3] == names


def test_two_columns_are_read_one_after_the_other() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["A heading over both of the columns of the page"], 60, size=18)
        lines(canvas, LEFT, 60, 720)
        lines(canvas, RIGHT, 320, 720)
        lines(canvas, ["Another heading below the columns"], 60, 620, size=18)
        lines(canvas, RIGHT, 60, 590)
        lines(canvas, LEFT, 320, 590)

    left, right = " ".join(LEFT), " ".join(RIGHT)
    assert read(draw) == [
        "A heading over both of the columns of the page",
        left,
        right,
        "Another heading below the columns",
        right,
        left,
    ]


def test_a_heading_within_a_column_does_not_end_the_columns() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, LEFT, 60, 720)
        lines(canvas, ["Governance"], 60, 620, font="Helvetica-Bold", size=13)
        lines(canvas, LEFT, 60, 600)
        lines(canvas, RIGHT * 2, 320, 720)

    found = read(draw)
    assert found[:3] == [" ".join(LEFT), "Governance", " ".join(LEFT)]
    assert all("right column" in text for text in found[3:])


def test_a_sentence_goes_on_over_a_column_and_a_page() -> None:
    again = [line.replace("left", "same") for line in LEFT]

    def first(canvas: Canvas) -> None:
        lines(canvas, LEFT[:3], 60, 720)
        lines(canvas, [*LEFT[3:], *again[:2]], 320, 720)

    def second(canvas: Canvas) -> None:
        lines(canvas, again[2:], 60, 720)

    found = blocks(pages(first, second))
    assert " ".join(b.text for b in found) == " ".join([*LEFT, *again])
    assert len(found) <= 2
    assert {b.locator.page for b in found} == {1}


def test_a_box_is_read_as_a_whole() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, LEFT * 2, 60, 720)
        canvas.setFillColor(colors.lightblue)
        canvas.rect(300, 560, 240, 170, fill=1, stroke=0)
        canvas.setFillColor(colors.black)
        lines(canvas, RIGHT, 320, 700)

    assert read(draw)[-1] == " ".join(RIGHT)


def headed(number: int) -> Draw:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["Glenbrae Community Justice Partnership"], 60, 815, size=8)
        lines(canvas, [f"Page {number} of 6"], 500, 25, size=8)
        lines(canvas, [f"Plan 2024-2029 | {number}"], 60, 25, size=8)
        lines(canvas, [f"Words of page number {'abcdef'[number - 1]} that are its own."], 60, 700)
        canvas.saveState()
        canvas.translate(585, 300)
        canvas.rotate(90)
        lines(canvas, ["Community Justice | Smart plan"], 0, 0, size=8)
        canvas.restoreState()

    return draw


def test_what_stands_on_every_page_is_left_out() -> None:
    found = read(*(headed(number) for number in range(1, 7)))
    assert found == [f"Words of page number {letter} that are its own." for letter in "abcdef"]


def test_headings_at_the_top_of_pages_are_kept() -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, [f"Outcome {number}"], 60, 780, font="Helvetica-Bold", size=18)
            lines(canvas, [*LEFT, f"Text {number}."], 60, 740)

        return draw

    found = blocks(pages(*(page(number) for number in range(1, 6))))
    heads = [b.text for b in found if b.kind == "heading"]
    assert heads == [f"Outcome {number}" for number in range(1, 6)]


def test_letters_set_one_under_another_are_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, list("COMMUNITYJUSTICE"), 20, 700, size=9, step=11)
        lines(canvas, LEFT, 60, 700)

    assert read(draw) == [" ".join(LEFT)]


@pytest.mark.parametrize("mark", ["•", "\u2013", "-", "*", "o", "1.", "a)", "(i)"])
def test_items_of_lists_lose_their_bullets(mark: str) -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["We will do three things:"], 60, 740)
        for number, text in enumerate(["open a hub", "print a guide", "train our staff"]):
            lines(canvas, [mark], 70, 715 - 20 * number)
            lines(canvas, [text], 90, 715 - 20 * number)

    found = blocks(pages(draw))
    listed = [b.text for b in found if b.kind == "list"]
    plain = ["open a hub", "print a guide", "train our staff"]
    assert listed == ([f"{mark} {text}" for text in plain] if mark[-1] in ".)" else plain)


def test_bullets_that_are_drawn_mark_a_list() -> None:
    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(["open a hub", "print a guide", "train our staff"]):
            canvas.circle(74, 718 - 20 * number, 2, fill=1, stroke=0)
            lines(canvas, [text], 90, 715 - 20 * number)

    assert texts(blocks(pages(draw)), "list") == ["open a hub", "print a guide", "train our staff"]


def test_words_broken_at_the_end_of_a_line_are_mended() -> None:
    said = ["The Partnership seeks improve-", "ment by co-", "production, through evidence-",
            "led work. We believe in co-production and in improvement, and", "in work that is "
            "evidence-led all through. It began in 2024-", "2025 and goes on."]  # fmt: skip
    [found] = read(lambda canvas: write(canvas, said))
    assert "seeks improvement by co-production, through evidence-led work" in found
    assert "in 2024-2025 and" in found


def test_letterspaced_headings_are_words() -> None:
    def draw(canvas: Canvas) -> None:
        written = canvas.beginText(60, 760)
        written.setFont("Helvetica-Bold", 20)
        written.setCharSpace(6)
        written.textLine("OUR VISION FOR 2029")
        canvas.drawText(written)
        lines(canvas, LEFT, 60, 720)

    assert read(draw)[0] == "OUR VISION FOR 2029"


def test_letters_parted_by_spaces_are_words() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["C O N T E N T S   P A G E"], 60, 760, size=20)
        lines(canvas, LEFT, 60, 720)

    assert read(draw)[0] == "CONTENTS PAGE"


def test_words_drawn_twice_to_look_bold_are_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["Our priorities"], 60, 760)
        lines(canvas, ["Our priorities"], 60.3, 760)

    assert read(draw) == ["Our priorities"]


def test_the_mark_of_a_footnote_is_no_part_of_the_sentence() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["Better outcomes for people in justice."], 60, 700)
        wide = canvas.stringWidth("Better outcomes for people in justice.", "Helvetica", 10)
        lines(canvas, ["12"], 60 + wide, 704, size=6)

    assert read(draw) == ["Better outcomes for people in justice."]


def test_contents_pages_are_marked() -> None:
    def first(canvas: Canvas) -> None:
        lines(canvas, ["Contents"], 60, 760, size=18)
        lines(canvas, ["Foreword " + "." * 60 + " 3", "Our vision " + "." * 58 + " 4",
                       "Housing needs " + "." * 55 + " 12"], 60, 720, step=20)  # fmt: skip

    found = blocks(pages(first, lambda canvas: write(canvas, LEFT)))
    assert [b.text for b in found if b.contents] == [
        "Foreword 3",
        "Our vision 4",
        "Housing needs 12",
    ]


def test_contents_pages_without_numbers_are_marked() -> None:
    names = ["Foreword", "Our vision", "Housing needs", "Governance", "Contacts"]

    def page(name: str) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, [name], 60, 690, font="Helvetica-Bold", size=18)
            lines(canvas, [*LEFT, name], 60, 650)

        return draw

    found = blocks(pages(lambda canvas: write(canvas, names, step=20), *map(page, names)))
    assert [b.text for b in found if b.contents] == names


def sized(canvas: Canvas, *texts: tuple[str, float, str]) -> None:
    y = 790.0
    for text, size, font in texts:
        lines(canvas, [text], 60, y - size, font=font, size=size)
        y -= 2.4 * size


BODY = (
    "Running text of the plan that is of no account, but long enough to be it.",
    10,
    "Helvetica",
)


def levels(draw: Draw) -> list[tuple[int, str]]:
    return [(b.level, b.text) for b in blocks(pages(draw)) if b.kind == "heading"]


def test_levels_of_headings_follow_their_type() -> None:
    found = levels(
        lambda c: sized(
            c,
            ("Glenbrae plan 2024 to 2029", 28, "Helvetica-Bold"),
            BODY,
            ("Our needs", 18, "Helvetica-Bold"),
            BODY,
            ("Housing", 13, "Helvetica-Bold"),
            BODY,
            ("Homes after prison", 10, "Helvetica-Bold"),
            BODY,
            ("Governance", 18, "Helvetica-Bold"),
            BODY,
        )
    )
    assert found == [
        (0, "Glenbrae plan 2024 to 2029"),
        (1, "Our needs"),
        (2, "Housing"),
        (3, "Homes after prison"),
        (1, "Governance"),
    ]


def test_levels_of_headings_of_one_type_follow_their_numbers() -> None:
    bold = "Helvetica-Bold"
    found = levels(
        lambda c: sized(
            c, ("1. Needs", 10, bold), BODY, ("1.1 Housing", 10, bold), BODY, ("2. Aims", 10, bold),
            BODY,
        )
    )  # fmt: skip
    assert found == [(1, "1. Needs"), (2, "1.1 Housing"), (1, "2. Aims")]


def test_bookmarks_say_which_lines_are_headings() -> None:
    def draw(canvas: Canvas) -> None:
        for number, (name, level) in enumerate((("Our needs", 0), ("Housing", 1), ("Aims", 0))):
            canvas.bookmarkPage(name)
            canvas.addOutlineEntry(name, name, level)
            lines(canvas, [name], 60, 760 - 60 * number)
            lines(canvas, [BODY[0]], 60, 735 - 60 * number)

    assert levels(draw) == [(1, "Our needs"), (2, "Housing"), (1, "Aims")]


def test_sentences_in_bold_and_pull_quotes_are_no_headings() -> None:
    found = levels(
        lambda c: sized(
            c,
            BODY,
            ("“Nobody asked me what would help.”", 16, "Helvetica"),
            BODY,
            ("This sentence is set in bold so that nobody can miss it.", 10, "Helvetica-Bold"),
            BODY,
        )
    )
    assert found == []


@pytest.mark.parametrize("pagesize", [(595, 842), (960, 540), (420, 595)])
def test_places_are_found_on_pages_of_any_size(pagesize: tuple[float, float]) -> None:
    data = pages(lambda canvas: write(canvas, LEFT, pagesize[1] - 120), size=pagesize)
    assert texts(blocks(data)) == [" ".join(LEFT)]


def test_words_outside_the_page_are_not_read() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, LEFT, 60, 720)
        lines(canvas, ["Printer's marks"], -400, 720)

    assert "Printer" not in everything(blocks(pages(draw)))


def test_reading_twice_gives_the_same() -> None:
    data = pages(*(headed(number) for number in range(1, 4)))
    assert blocks(data) == blocks(data)


@pytest.mark.parametrize("lower", [0.0, 8.0, 9.0, 12.0])
def test_small_headings_that_begin_both_columns_of_pages_are_kept_in_their_columns(
    lower: float,
) -> None:
    """The left column may begin a little lower than the right one, below a title of the page."""
    bold = "Helvetica-Bold"

    def page(name: str) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, [f"Priority: {name}"], 50, 768, font=bold, size=20)
            lines(canvas, ["Our commitments"], 311, 744, font=bold, size=11)
            lines(canvas, ["•"], 313, 728)
            lines(canvas, [f"In {name} they have said this of it", *RIGHT], 325, 728)
            lines(canvas, ["Our outcome"], 51, 744 - lower, font=bold, size=11)
            lines(canvas, [f"In {name} we have said much of it", *LEFT], 51, 728 - lower)

        return draw

    names = ["courts", "homes", "work", "health"]
    found = blocks(pages(*map(page, names), *[lambda canvas: write(canvas, LEFT)] * 5))
    for number, name in enumerate(names, 1):
        assert [b.text for b in found if b.locator.page == number] == [
            f"Priority: {name}",
            "Our outcome",
            " ".join([f"In {name} we have said much of it", *LEFT]),
            "Our commitments",
            " ".join([f"In {name} they have said this of it", *RIGHT]),
        ]


def test_a_running_head_below_which_the_title_of_each_page_stands_is_left_out() -> None:
    def page(name: str) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, ["Glenbrae plan 2024 to 2029"], 60, 775, font="Helvetica-Bold")
            lines(canvas, [f"Priority: {name}"], 60, 750, font="Helvetica-Bold", size=20)
            lines(canvas, [*LEFT, f"It is of {name}."], 60, 715)

        return draw

    found = read(*map(page, ["courts", "homes", "work", "health"]))
    assert "Glenbrae plan 2024 to 2029" not in found
    assert "Priority: homes" in found
