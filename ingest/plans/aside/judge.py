"""Identifiers of people in cases wherever they stand in a file."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Final

from ..guard import Format
from ..identifiers import identifiers_in
from ..reading import Warned
from .note import Aside

#: What a damaged file raises; whoever reads the plan itself says so in words.
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    SyntaxError,  # lxml's own faults
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    NotImplementedError,
    RuntimeError,
)
#: Longest text that is looked at as one, in characters.
_LONGEST: Final = 20_000


def aside_identifiers(data: bytes, kind: Format, read: Sequence[str] = ()) -> list[Warned]:
    """Find identifiers of people in cases in what is not read as the plan.

    That is what a file carries unseen or at its edges: page headers, notes, comments,
    deleted words, hidden sheets, properties and the like. A damaged file gives what was
    found before the damage.

    Args:
        data: The bytes of the file.
        kind: Its format.
        read: What was read as the plan: of a PDF the words of each page, else of each block.

    Returns:
        One entry for each place and kind of identifier, never with the identifier itself.
    """
    found: dict[str, Warned] = {}
    try:
        if kind == "xlsx":
            from .cells import hidden_cells

            found.update((warned.message, warned) for warned in hidden_cells(data))
        for aside in _asides(data, kind, read):
            for said in identifiers_in(aside.text[:_LONGEST], labels=aside.labels, wary=aside.wary):
                message = (
                    f"{aside.where} holds {said}. Take out what identifies a person, "
                    "then read the plan again."
                )
                found.setdefault(message, Warned("case_level_identifier", message, aside.place))
    except _BROKEN:
        pass
    return list(found.values())


def _asides(data: bytes, kind: Format, read: Sequence[str]) -> Iterator[Aside]:
    """Hand a file to what knows its format, which is imported only then."""
    if kind == "docx":
        from .word import word_asides

        yield from word_asides(data)
    elif kind == "xlsx":
        from .workbook import workbook_asides

        yield from workbook_asides(data)
    elif kind == "pdf":
        from .pdf import pdf_asides

        yield from pdf_asides(data, read)
    elif kind in {"html", "markdown"}:
        from .page import page_asides

        yield from page_asides(data, read)
