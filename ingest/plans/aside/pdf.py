"""What a PDF holds beside the words of its text: properties, notes, form fields, page edges."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

from cjgraph.errors import PlanNotReadable

from ..blocks import Locator
from .note import Aside

_XMP: Final = re.compile(rb"<x:xmpmeta\b.{0,200000}?</x:xmpmeta>", re.DOTALL)
_TEN: Final = re.compile(r"\d{6}[\s-]{0,3}\d{4}")
#: Keys of notes that hold words; ISO 32000-1, tables 164 and 170.
_KEYS: Final = (b"Contents", b"Subj", b"RC", b"V", b"DV", b"TU")
_MOST_NOTES: Final = 5_000


def pdf_asides(data: bytes, read: Sequence[str] = ()) -> Iterator[Aside]:
    """Give the texts of a PDF that are not read as the plan.

    Args:
        data: The bytes of the file.
        read: The words of each page that were read; what is in them is left out.
    """
    from ..pdf.opening import bookmarks_in, opened

    for packet in _XMP.finditer(data):
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        tree = etree.fromstring(packet[0], parser)
        for text in tree.itertext() if tree is not None else ():
            yield Aside("A property of the file", text, wary=True)
    try:
        with opened(data, "The file") as document:
            for key, value in document.get_metadata_dict(skip_empty=True).items():
                if key not in {"CreationDate", "ModDate"}:
                    yield Aside("A property of the file", str(value))
            for mark in bookmarks_in(document):
                yield Aside("A bookmark", mark.text, Locator(page=mark.page))
            document.init_forms()
            for number in range(len(document)):
                page = document[number]
                try:
                    said = read[number] if number < len(read) else ""
                    yield from _edges(page, number + 1, said)
                    yield from _notes(document, page, number + 1)
                finally:
                    page.close()
            for number in range(document.count_attachments()):
                yield from _attached(document.get_attachment(number))
    except (PlanNotReadable, pypdfium2.PdfiumError):
        return


def _edges(page: Any, number: int, read: str) -> Iterator[Aside]:
    """Give the lines of a page that were not read, such as page headers and hidden words."""
    text_page = page.get_textpage()
    try:
        lines = text_page.get_text_range().splitlines()
    finally:
        text_page.close()
    known = _squeezed(read)
    for line in lines:
        squeezed = _squeezed(line)
        numbers = [_squeezed(n) for n in _TEN.findall(line)]
        # Numbers of a table that was read are judged there, with the heads of their columns.
        if squeezed in known or (numbers and all(n in known for n in numbers)):
            continue
        where = f"Page {number}, outside its main text (such as in a page header or footer),"
        yield Aside(where, line, Locator(page=number))


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _notes(document: Any, page: Any, number: int) -> Iterator[Aside]:
    place = Locator(page=number)
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        if not note:
            continue
        try:
            field = pdfium.FPDFAnnot_GetSubtype(note) == pdfium.FPDF_ANNOT_WIDGET
            where = f"A form field on page {number}" if field else f"A note on page {number}"
            for key in _KEYS:
                yield Aside(where, _value(pdfium.FPDFAnnot_GetStringValue, note, key), place)
            if field and document.formenv:
                form = document.formenv.raw
                label = _value(pdfium.FPDFAnnot_GetFormFieldName, form, note)
                text = _value(pdfium.FPDFAnnot_GetFormFieldValue, form, note)
                yield Aside(where, text, place, labels=label)
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def _value(ask: Any, *of: Any) -> str:
    """Ask for a text, which comes as UTF-16 with its length in bytes."""
    length = ask(*of, None, 0)
    if length <= 2:
        return ""
    kept = ctypes.create_string_buffer(length)
    ask(*of, ctypes.cast(kept, ctypes.POINTER(ctypes.c_ushort)), length)
    return kept.raw[: length - 2].decode("utf-16-le", errors="replace")


def _attached(attachment: Any) -> Iterator[Aside]:
    name = str(attachment.get_name())
    where = "A file that is attached"
    yield Aside(where, name)
    try:
        data = bytes(attachment.get_data())
    except pypdfium2.PdfiumError:
        return
    if data.startswith(b"PK") and name.lower().endswith((".docx", ".docm")):
        from .word import word_asides

        yield from word_asides(data, inside=True)
    elif data.startswith(b"PK") and name.lower().endswith((".xlsx", ".xlsm")):
        from .workbook import workbook_asides

        yield from workbook_asides(data, inside=True)
    elif name.lower().endswith((".txt", ".csv", ".md", ".html", ".xml")):
        for line in data.decode("utf-8", errors="replace").splitlines():
            yield Aside(where, line)
