"""Whole plans: quotations are found at their place, in our words and in the engine's own."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import pypdfium2
import pytest

from ingest.plans.document import Document
from ingest.plans.pdf import read_pdf

from .drawing import check_places

PLANS = sorted((Path(__file__).parents[3] / "data" / "plans").glob("*/*.pdf"))
NAMES = [plan.stem for plan in PLANS]
_DASHES = re.compile(r"[-\u2010\u2011\xad\x02\ufffe]")


@lru_cache
def read(plan: Path) -> Document:
    """Read a plan once for all tests."""
    return read_pdf(plan.read_bytes(), plan.name)


def flat(text: str) -> str:
    """Words without white space and hyphens, which lines and pages break differently."""
    return _DASHES.sub("", "".join(unicodedata.normalize("NFKC", text).split()))


@pytest.mark.parametrize("plan", PLANS, ids=NAMES)
def test_every_block_and_cell_stands_at_its_place(plan: Path) -> None:
    check_places(read(plan))


@pytest.mark.parametrize("plan", PLANS, ids=NAMES)
def test_what_is_read_is_in_the_text_of_the_file(plan: Path) -> None:
    data = plan.read_bytes()
    document = read(plan)
    with pypdfium2.PdfDocument(data) as file:
        raw = [flat(page.get_textpage().get_text_range()) for page in file]
    missed, count = [], 0
    for block in document.blocks:
        if block.kind == "table" or block.contents or block.locator.page is None:
            continue
        count += 1
        at = block.locator.page - 1
        # A paragraph that goes on over the page stands on two, with a footer between.
        words = flat(block.text)
        if words not in raw[at] and words[:40] not in raw[at]:
            missed.append(block.text)
    assert len(missed) <= count * 0.02, missed


@pytest.mark.parametrize("plan", PLANS, ids=NAMES)
def test_every_word_of_the_file_is_read_or_stands_on_many_pages(plan: Path) -> None:
    data = plan.read_bytes()
    document = read(plan)
    pages = document.pages or 0
    found = flat(" ".join(document.page_texts))
    lost: list[str] = []
    with pypdfium2.PdfDocument(data) as file:
        for page in file:
            raw = unicodedata.normalize("NFKC", page.get_textpage().get_text_range())
            lost += [word for word in re.findall(r"[^\W\d_]{8,}", raw) if word not in found]
    # A word that only stands in furniture is lost on each of many pages.
    alone = [word for word in set(lost) if lost.count(word) < min(3, pages)]
    assert len(alone) <= 0.001 * len(found), sorted(alone)


def test_there_are_plans_to_read() -> None:
    assert len(PLANS) >= 5
