"""Where in its paragraph, cell or page each quotation of a reading stands, in characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from .blocks import Block, Locator

Reading = TypeVar("Reading")
#: What stands between the words of cells that are set side by side.
_BESIDE: Final = " | "
#: The field of each kind of thing that holds the words found at its place.
_WORDS: Final = ("quote", "text", "name", "as_written")


def with_spans(
    reading: Reading, blocks: Sequence[Block], page_texts: Sequence[str] = ()
) -> Reading:
    """Return the reading with first and last character in every place that holds a quotation.

    Words in which something was masked stand nowhere in the file as they are kept, and get
    no span.

    Args:
        reading: A reading of the document, of a plan or a report.
        blocks: The document, before anything in it was masked.
        page_texts: The words of each page of a PDF; none for other formats.
    """
    known: dict[tuple[int | None, ...], str] = {}
    rows: dict[tuple[int | None, int | None], dict[Locator, str]] = {}
    for block in blocks:
        place = block.locator
        if block.kind == "table":
            for r, row in enumerate(block.rows):
                for c, cell in enumerate(row):
                    known[None, place.table, r + 1, c + 1] = _single(cell.text)
                    at = block.cell_place(r, c)
                    rows.setdefault((place.table, r + 1), {})[at] = _single(cell.text)
        else:
            known[place.paragraph, None, None, None] = _single(block.text)
    finder = _Finder(known, rows, [_single(text) for text in page_texts])
    changed: Reading = finder.visit(reading)
    return changed


class _Finder:
    def __init__(
        self,
        known: dict[tuple[int | None, ...], str],
        rows: dict[tuple[int | None, int | None], dict[Locator, str]],
        pages: list[str],
    ) -> None:
        self.known = known
        self.rows = rows
        self.pages = pages

    def visit(self, value: Any) -> Any:
        """Rebuild a value with spans in it; what holds no place comes back as it is."""
        if isinstance(value, tuple):
            return tuple(self.visit(item) for item in value)
        if isinstance(value, dict):
            return {key: self.visit(item) for key, item in value.items()}
        if not is_dataclass(value) or isinstance(value, type | Locator):
            return value
        changes = {
            field.name: new
            for field in fields(value)
            if (new := self.visit(old := getattr(value, field.name))) is not old and new != old
        }
        place = getattr(value, "locator", None)
        name = next((name for name in _WORDS if hasattr(value, name)), "")
        words = getattr(value, name, "")
        if isinstance(place, Locator) and words:
            if place.row and not place.column:
                place, changes[name] = self._in_row(place, words)
            if found := self._place(place, changes.get(name, words)):
                changes["locator"] = found
        return replace(value, **changes) if changes else value

    def _place(self, place: Locator, words: str) -> Locator | None:
        words = _single(words)
        if place.page and self.pages:
            return self._on_page(place, words)
        text = self.known.get((place.paragraph, place.table, place.row, place.column), "")
        at = text.find(words)
        return replace(place, start=at, end=at + len(words)) if at >= 0 else None

    def _in_row(self, place: Locator, words: str) -> tuple[Locator, str]:
        """Find the cell of a row that holds some words, or the most of them.

        Words of several cells, set side by side, stand nowhere in the document so.
        """
        cells = self.rows.get((place.table, place.row), {})
        for part in (words, *sorted(words.split(_BESIDE), key=len, reverse=True)):
            single = _single(part)
            for cell, text in cells.items():
                if single and single in text:
                    return replace(cell, heading=place.heading), part
        return place, words

    def _on_page(self, place: Locator, words: str) -> Locator | None:
        """Find words on their page, or on the next where a paragraph goes on there."""
        for page in (place.page or 0, (place.page or 0) + 1):
            if not 0 < page <= len(self.pages):
                continue
            text = self.pages[page - 1]
            at = text.find(words, place.start or 0) if page == place.page else text.find(words)
            at = text.find(words) if at < 0 else at
            if at >= 0:
                return replace(place, page=page, start=at, end=at + len(words))
        return replace(place, start=None, end=None)


def _single(text: str) -> str:
    return " ".join(text.split())
