from __future__ import annotations

import io
import random

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from cjgraph.errors import PlanNotReadable
from ingest.plans.document import LockedFile, RefusedFile
from ingest.plans.pdf import read_pdf

from .drawing import Draw, lines, pages, texts

WORDS = ["The Partnership will publish its plan", "and report on it every year."]


def page_of_words(canvas: Canvas) -> None:
    lines(canvas, WORDS, y=700)


def picture(canvas: Canvas) -> None:
    noise = random.Random(4)  # noqa: S311 - a pattern, no secret
    image = Image.new("L", (120, 160), 255)
    for _ in range(900):
        image.putpixel((noise.randrange(120), noise.randrange(160)), 0)
    file = io.BytesIO()
    image.save(file, "PNG")
    file.seek(0)
    canvas.drawImage(ImageReader(file), 20, 20, 550, 800)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\nrubbish that is no PDF at all",
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n",
        pages(page_of_words)[:300],
    ],
)
def test_a_broken_file_is_said_to_be_damaged(data: bytes) -> None:
    with pytest.raises(PlanNotReadable, match="is damaged"):
        read_pdf(data, "plan.pdf")


def test_a_file_cut_short_is_damaged_or_read_but_never_breaks_the_reader() -> None:
    whole = pages(*[page_of_words] * 3)
    for share in (0.2, 0.4, 0.6, 0.8, 0.95):
        try:
            read_pdf(whole[: int(len(whole) * share)], "plan.pdf")
        except PlanNotReadable as error:
            assert "plan.pdf" in error.message


def test_a_file_with_a_password_is_locked() -> None:
    data = pages(page_of_words, encrypt=StandardEncryption("secret", "owner"))
    with pytest.raises(LockedFile, match="is locked by a password"):
        read_pdf(data, "plan.pdf")


def test_a_file_that_only_forbids_changes_is_read() -> None:
    data = pages(page_of_words, encrypt=StandardEncryption("", "owner", canModify=0))
    assert texts(read_pdf(data, "plan.pdf").blocks) == [" ".join(WORDS)]


def test_a_file_of_too_many_pages_is_refused() -> None:
    data = pages(*[page_of_words] * 301)
    with pytest.raises(RefusedFile, match="has 301 pages; a plan of more than 300 is not read"):
        read_pdf(data, "plan.pdf")


def test_a_file_of_too_many_words_is_refused() -> None:
    def crowded(canvas: Canvas) -> None:
        lines(canvas, ["word " * 80] * 240, y=830, size=2.5, step=3.4)

    with pytest.raises(RefusedFile, match="characters"):
        read_pdf(pages(*[crowded] * 12), "plan.pdf")


def test_a_page_of_thousands_of_scattered_letters_is_named_and_left_out() -> None:
    def scattered(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 5)
        for number in range(4000):
            canvas.drawString(5 + (number * 37) % 580, 5 + (number * 101) % 830, "a")

    document = read_pdf(pages(page_of_words, scattered), "plan.pdf")
    assert [block.locator.page for block in document.blocks] == [1]
    [(place, why)] = document.unreadable
    assert place.page == 2
    assert "too many separate pieces" in why


def test_a_page_that_is_a_picture_is_named_and_the_rest_is_read() -> None:
    document = read_pdf(pages(page_of_words, picture, page_of_words), "plan.pdf")
    assert document.pages == 3
    [(place, why)] = document.unreadable
    assert place.page == 2
    assert why == "Page 2 is a picture without text; it needs text recognition (OCR)."
    assert [block.locator.page for block in document.blocks] == [1, 3]


def test_a_file_of_pictures_has_no_blocks() -> None:
    document = read_pdf(pages(picture, picture), "plan.pdf")
    assert not document.blocks
    assert [place.page for place, _ in document.unreadable] == [1, 2]


def test_a_scan_with_a_stamped_page_number_is_still_a_picture() -> None:
    def stamped(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            picture(canvas)
            lines(canvas, [f"Scanned by the Council | {number}"], y=15, size=7)

        return draw

    document = read_pdf(pages(*[stamped(n) for n in range(1, 5)]), "plan.pdf")
    assert [place.page for place, _ in document.unreadable] == [1, 2, 3, 4]


def test_a_blank_page_is_fine() -> None:
    document = read_pdf(pages(page_of_words, lambda canvas: None), "plan.pdf")
    assert document.pages == 2
    assert not document.unreadable


def test_text_without_letters_behind_it_is_not_read() -> None:
    secret = str.maketrans("abcdefghijklmnopqrstuvwxyz", "zxcvbnmlkjhgfdsqwrtypzxcvb")
    shifted = ["".join(WORDS * 3).translate(secret)] * 5

    def draw(canvas: Canvas) -> None:
        lines(canvas, shifted, size=5)

    document = read_pdf(pages(draw), "plan.pdf")

    assert not document.blocks
    [(place, why)] = document.unreadable
    assert place.page == 1
    assert "can't be turned into letters" in why


def test_every_page_is_accounted_for() -> None:
    document = read_pdf(pages(page_of_words, picture, lambda canvas: None), "plan.pdf")
    read = {block.locator.page for block in document.blocks}
    unread = {place.page for place, _ in document.unreadable}
    assert document.pages == 3
    assert read == {1}
    assert unread == {2}


def test_the_title_in_the_properties_is_kept_unless_a_program_made_it() -> None:
    def titled(title: str) -> bytes:
        def draw(canvas: Canvas) -> None:
            canvas.setTitle(title)
            page_of_words(canvas)

        return pages(draw)

    assert read_pdf(titled("Our plan 2024-2029"), "plan.pdf").title == "Our plan 2024-2029"
    assert read_pdf(titled("Microsoft Word - plan v3.docx"), "plan.pdf").title == ""


def test_nothing_is_left_open() -> None:
    data = pages(page_of_words)
    for _ in range(3):
        read_pdf(data, "plan.pdf")
    with pypdfium2.PdfDocument(data) as again:
        assert len(again) == 1
