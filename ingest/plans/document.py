"""A file taken apart: what every format's reader hands on."""

from __future__ import annotations

from dataclasses import dataclass

from cjgraph.errors import PlanNotReadable

from .blocks import Block, Locator
from .reading import Warned


class LockedFile(PlanNotReadable):
    """A file asks for a password before it shows its words."""


class RefusedFile(PlanNotReadable):
    """A file could be read, but is not: too large, or made to do harm."""


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of a file in reading order, and what could not be read of it.

    Args:
        blocks: Headings, paragraphs, list items and tables, without page headers, footers,
            menus and the like.
        title: The title that the properties of the file give, or nothing.
        pages: Number of pages, where the format has any.
        unreadable: Places that could not be read, each with a reason in a sentence. A place
            that holds a page or a sheet may hide what the plan says.
        warnings: What else whoever relies on the reading should know.
        page_texts: The words of each page of a PDF in reading order, white space single.
    """

    blocks: list[Block]
    title: str = ""
    pages: int | None = None
    unreadable: tuple[tuple[Locator, str], ...] = ()
    warnings: tuple[Warned, ...] = ()
    page_texts: tuple[str, ...] = ()
