"""Opening a PDF file, with bounds on what is taken from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from cjgraph.errors import PlanNotReadable

from ..document import LockedFile, RefusedFile

#: Most pages that a plan may have.
MOST_PAGES: Final = 300
_MOST_BOOKMARKS: Final = 2_000
_DEEPEST_BOOKMARK: Final = 6


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline that a viewer shows beside the pages.

    Args:
        text: Its words.
        level: 1 for the outermost.
        page: The page it leads to, from 1, where it says so.
    """

    text: str
    level: int
    page: int | None


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Any]:
    """Open a PDF file and close it again.

    Args:
        data: Its bytes.
        name: The name to call it by.

    Raises:
        LockedFile: It asks for a password.
        RefusedFile: It has more pages than a plan.
        PlanNotReadable: It is damaged.
    """
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise LockedFile(
                f"{name} is locked by a password. Save it without one and send it again."
            ) from error
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_SECURITY:
            raise LockedFile(
                f"{name} is locked in a way that is not known here. Save it without a password."
            ) from error
        raise PlanNotReadable(
            f"{name} is damaged and can't be opened. Export the plan to PDF again."
        ) from error
    try:
        if count > MOST_PAGES:
            raise RefusedFile(
                f"{name} has {count} pages; a plan of more than {MOST_PAGES} is not read. "
                "Send the chapter on community justice alone."
            )
        if count == 0:
            raise PlanNotReadable(f"{name} is damaged: it has no pages.")
        yield document
    finally:
        document.close()


def title_in(document: Any) -> str:
    """Return the title in the properties, unless a program made it up from a file's name."""
    title = " ".join(str(document.get_metadata_value("Title") or "").split())
    if re.search(r"\.(?:docx?|pdf|indd|pptx?|xlsx?|html?)$|^(?:microsoft|untitled)", title, re.I):
        return ""
    return title[:300]


def bookmarks_in(document: Any) -> list[Bookmark]:
    """Return the outline of a document."""
    made: list[Bookmark] = []
    try:
        for entry in document.get_toc(max_depth=_DEEPEST_BOOKMARK):
            if len(made) >= _MOST_BOOKMARKS:
                break
            text = " ".join(str(entry.get_title() or "").split())
            goal = entry.get_dest()
            page = goal.get_index() if goal is not None else None
            if text:
                made.append(Bookmark(text, entry.level + 1, None if page is None else page + 1))
    except (pypdfium2.PdfiumError, ValueError):
        return made
    return made
