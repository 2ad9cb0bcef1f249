"""A PDF file as a document: its blocks, and the words of each page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2

from cjgraph.errors import PlanNotReadable

from ..blocks import BlockList, Locator
from ..document import Document
from ..reading import Warned
from .assemble import Assembler, Part, joined
from .clock import Clock
from .flow import Hyphenation
from .headings import Text, find_headings
from .opening import bookmarks_in, opened, title_in
from .sheets import PageRead, pages_of, usual_right, without_furniture
from .tabular import Table


def read_pdf(data: bytes, name: str) -> Document:
    """Read a PDF file.

    Paragraphs and tables that go on over pages are joined; they stand on the page that they
    begin on, and all their words count to it.

    Args:
        data: Its bytes.
        name: The name to call it by.

    Returns:
        Its blocks, the title in its properties, its pages, and those that can't be read.

    Raises:
        LockedFile: It asks for a password.
        RefusedFile: It is longer than any plan, or takes far longer to read.
        PlanNotReadable: It is damaged.
    """
    clock = Clock(name)
    with opened(data, name) as document:
        try:
            pages = pages_of(document, name, clock)
            bookmarks = bookmarks_in(document)
            title = title_in(document)
        except pypdfium2.PdfiumError as error:
            raise PlanNotReadable(
                f"{name} is damaged and can't be read. Export the plan to PDF again."
            ) from error
    hyphens = Hyphenation()
    hyphens.learn(line for page in pages for line in page.sheet.lines)
    body = without_furniture(pages)
    assembler = Assembler(hyphens, body, usual_right(pages))
    for page in pages:
        if not page.trouble:
            clock.check(page.sheet.number)
            assembler.page(page)
    texts = [part for part in assembler.parts if isinstance(part, Text)]
    find_headings(texts, bookmarks, body, _colour(texts, body), title)
    kept = {id(text) for text in texts}  # lines of a cover may have gone into the title
    parts = [part for part in assembler.parts if isinstance(part, Table) or id(part) in kept]
    writer = _Writer()
    for part in joined(parts, hyphens):
        writer.add(part)
    unreadable = tuple(
        (Locator(page=page.sheet.number), page.trouble) for page in pages if page.trouble
    )
    texts_of = tuple(" ".join(writer.words.get(p.sheet.number, ())) for p in pages)
    noted = tuple(_warnings(pages))
    return Document(writer.made.blocks, title, len(pages), unreadable, noted, texts_of)


def _colour(texts: Sequence[Text], body: float) -> int:
    counts: Counter[int] = Counter()
    for one in texts:
        if abs(one.size - body) <= 0.6:
            counts[one.colour] += len(one.text)
    return counts.most_common(1)[0][0] if counts else 0


def _warnings(pages: Sequence[PageRead]) -> list[Warned]:
    made = []
    for page in pages:
        place = Locator(page=page.sheet.number)
        if page.trouble:
            made.append(Warned("not_read", page.trouble, place))
        else:
            made.extend(Warned("not_read", said, place) for said in page.notes)
    return made


@dataclass(slots=True)
class _Writer:
    """Writes blocks, and keeps the words of each page in the same order."""

    made: BlockList = field(default_factory=BlockList)
    words: dict[int, list[str]] = field(default_factory=dict)
    _lengths: dict[int, int] = field(default_factory=dict)

    def add(self, part: Part) -> None:
        """Write one paragraph or table."""
        if isinstance(part, Table):
            for slot in sorted(part.slots, key=lambda one: (one.row, one.column)):
                self._say(slot.page, slot.text)
            rows = part.rows()
            self.made.table(rows, at=Locator(page=part.page))
            return
        start, end = self._say(part.page, part.text)
        place = Locator(page=part.page, start=start, end=end)
        if part.level is not None:
            self.made.heading(part.text, part.level, at=place)
        else:
            self.made.text(part.text, listed=part.listed, contents=part.contents, at=place)

    def _say(self, page: int, text: str) -> tuple[int, int]:
        plain = " ".join(text.split())
        said = self.words.setdefault(page, [])
        if not plain:
            return 0, 0
        start = self._lengths.get(page, 0) + (1 if said else 0)
        said.append(plain)
        self._lengths[page] = start + len(plain)
        return start, start + len(plain)
