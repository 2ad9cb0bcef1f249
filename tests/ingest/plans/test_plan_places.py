"""Every quotation of a reading stands where the reading says, in the file itself.

The files are looked into with the libraries alone, not with the reader.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdfium2
import pytest
from lxml import html

from ingest.plans import read_plan

PLANS = Path(__file__).parents[2] / "data" / "plans"
FILES = sorted(
    path
    for path in PLANS.rglob("*")
    if path.suffix in {".docx", ".pdf", ".xlsx", ".html", ".md", ".txt"}
    and path.name != "README.md"
)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_MASK = re.compile(r"\[[\w-]+ withheld\]")


def letters(text: str) -> str:
    """Letters and digits alone: white space, hyphens at line ends and dashes don't count."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


def quotations(value: Any) -> Iterator[tuple[dict[str, Any], str]]:
    if isinstance(value, dict):
        words = next((value[k] for k in ("quote", "text", "name", "as_written") if k in value), "")
        if value.get("locator") and words:
            yield value["locator"], words
        for key, inner in value.items():
            if key not in {"source", "warnings"}:
                yield from quotations(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from quotations(inner)


def looker(path: Path) -> Callable[[dict[str, Any]], str]:
    """A function that gives the words at a place of a file."""
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        pages = [page.get_textpage().get_text_range() for page in document]
        document.close()
        return lambda place: pages[place["page"] - 1]
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path, data_only=True)
        return lambda place: str(book[place["sheet"]][place["cell"]].value)
    if path.suffix == ".html":
        tree = html.fromstring(path.read_bytes()).getroottree()
        return lambda place: " ".join(tree.xpath(place["path"])[0].itertext())
    if path.suffix == ".docx":
        body = docx.Document(str(path)).element.body
        whole = " ".join(text.text or "" for text in body.iter(_WORD))
        return lambda place: whole
    whole = path.read_text(encoding="utf-8")
    return lambda place: whole


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_quotation_stands_at_its_place(path: Path) -> None:
    reading = read_plan(path).to_json()
    at = looker(path)
    found = list(quotations(reading))
    assert len(found) > 40
    # The columns of a typed table and the footers of its pages stand between its words.
    typed = path.suffix == ".txt"
    for place, words in found:
        assert place.get("page") or path.suffix != ".pdf"
        for piece in _MASK.split(words):
            there = letters(at(place))
            assert letters(piece) in there or typed, (place, words)
    spans = [place for place, words in found if not _MASK.search(words)]
    assert all(place["end"] > place["start"] >= 0 for place in spans), "each has a span"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_same_file_reads_the_same_twice(path: Path) -> None:
    assert read_plan(path) == read_plan(path)
