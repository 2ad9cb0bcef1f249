"""Tells by its first bytes what a file is that is no archive."""

from __future__ import annotations

import re
from typing import Final

from .guard import ENDINGS, READ_TODAY, Seen, wrong_format

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: How far into a file its mark is looked for; PDF allows 1024 bytes before its own.
_START: Final = 4096
_HTML: Final = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|main|article|h1|p|table)[\s>]",
    re.IGNORECASE,
)
_ARCHIVED_PAGE: Final = re.compile(
    rb"^(?:mime-version:|from: <saved by|.{0,2000}content-type:\s*multipart/related)", re.I | re.S
)

_WORD: Final = "save it as Word (.docx), then read that"
_WORD_OR_PDF: Final = "save it as Word (.docx) or PDF, then read that"
_EXCEL: Final = "save it as an Excel workbook (.xlsx), then read that"
_PICTURE: Final = "make a PDF with text recognition (OCR) of it, then read that"
_OTHERS: Final = (
    (b"{\\rtf", "a rich text file (.rtf)", _WORD),
    (b"\x89PNG", "a picture", _PICTURE),
    (b"\xff\xd8\xff", "a picture", _PICTURE),
    (b"GIF8", "a picture", _PICTURE),
    (b"II*\x00", "a picture", _PICTURE),
    (b"MM\x00*", "a picture", _PICTURE),
    (b"%!PS", "a PostScript file", "save it as PDF, then read that"),
    (b"\x1f\x8b", "a packed file", "unpack it and give the plan's own file"),
    (b"7z\xbc\xaf", "a packed file", "unpack it and give the plan's own file"),
    (b"Rar!", "a packed file", "unpack it and give the plan's own file"),
    (b"\x7fELF", "a program", ""),
    (b"MZ\x90", "a program", ""),
)
#: Text by its bytes; only the ending tells that it is meant for something else.
_OTHER_ENDINGS: Final = {
    ".csv": ("a table of values (.csv)", _EXCEL),
    ".tsv": ("a table of values (.tsv)", _EXCEL),
    ".rtf": ("no rich text file inside", _WORD),
    ".odt": ("no OpenDocument text inside", _WORD_OR_PDF),
    ".doc": ("no old Word file inside", _WORD),
    ".xls": ("no old Excel workbook inside", _EXCEL),
    ".pptx": ("no set of slides inside", "save them as PDF, then read that"),
    ".ttl": ("a Turtle graph", "check it with 'cjgraph validate'"),
    ".jsonld": ("a JSON-LD graph", "check it with 'cjgraph validate'"),
    ".json": ("a JSON file", ""),
    ".xml": ("an XML file", ""),
    ".eml": ("an e-mail", "save the plan that is attached to it, then read that"),
    ".msg": ("an e-mail", "save the plan that is attached to it, then read that"),
    ".gdoc": ("a link to a Google document", "download it as Word (.docx), then read that"),
    ".url": ("a link", "save the page that it leads to, then read that"),
    ".tex": ("a LaTeX file", "save it as PDF, then read that"),
}
#: Names of the streams that tell old Office files apart.
_STREAMS: Final = (
    ("WordDocument", "an old Word file (.doc)", _WORD),
    ("Workbook", "an old Excel workbook (.xls)", _EXCEL),
    ("PowerPoint Document", "a set of slides (.ppt)", "save it as PDF, then read that"),
    ("__properties_version1.0", "an e-mail (.msg)", "save the plan that is attached to it"),
)
#: Smallest part of letters, digits and spaces in what counts as text.
_TEXT_SHARE: Final = 0.7
#: Text under the ending of an Office file or PDF is read, where there is enough to be a plan.
_LEAST_TEXT: Final = 500


def look_at_signature(data: bytes, name: str, suffix: str) -> Seen:
    """Decide what a file is that is no archive.

    Args:
        data: Its bytes.
        name: The name to call it by.
        suffix: Its ending in small letters, with the dot.

    Raises:
        WrongFormat: It is of a kind that is not read.
    """
    if data.startswith(_OLE):
        return _old_office(data, name, suffix)
    if b"%PDF-" in data[:1024]:
        return Seen("pdf")
    for mark, what, instead in _OTHERS:
        if data.startswith(mark):
            raise wrong_format(name, what, instead)
    start = _narrow(data[:_START])
    markdown = ENDINGS.get(suffix) == "markdown"
    if start.startswith(b"<") and not markdown and _HTML.search(start):
        return Seen("html")
    if b"<html" in start.lower() and not markdown and not _ARCHIVED_PAGE.match(start):
        return Seen("html")
    if start.startswith(b"<?xml"):
        word = b'progid="Word.Document"' in start
        raise (
            wrong_format(name, "a Word XML file", _WORD)
            if word
            else wrong_format(name, "an XML file")
        )
    if _ARCHIVED_PAGE.match(start):
        raise wrong_format(
            name,
            "a web archive (.mhtml)",
            "save the page again as 'Web page, HTML only' or as PDF, then read that",
        )
    return _text(data, name, suffix)


def _narrow(start: bytes) -> bytes:
    """The start of a file without byte order mark, zero bytes of wide letters and white space."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        start = start.removeprefix(mark)
    return start.replace(b"\x00", b"").lstrip()


def _old_office(data: bytes, name: str, suffix: str) -> Seen:
    meant = ENDINGS.get(suffix, "docx")
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Seen(
            meant,
            "encrypted",
            f"{name} is locked by a password; save it without one, then read it again.",
        )
    for stream, what, instead in _STREAMS:
        if stream.encode("utf-16-le") in data:
            raise wrong_format(name, what, instead)
    if suffix in {".docx", ".xlsx", ".docm", ".xlsm"}:
        # A password-protected file is wrapped so; what says so may be cut off.
        return Seen(
            meant,
            "encrypted",
            f"{name} is locked or encrypted; save it without a password, then read it again.",
        )
    raise wrong_format(name, "an old Office file", _WORD_OR_PDF)


def _text(data: bytes, name: str, suffix: str) -> Seen:
    meant = ENDINGS.get(suffix)
    if suffix in _OTHER_ENDINGS:
        raise wrong_format(name, *_OTHER_ENDINGS[suffix])
    if not _is_text(data) or (meant in {"docx", "xlsx", "pdf"} and len(data) < _LEAST_TEXT):
        if meant in {"docx", "xlsx", "pdf"}:
            return Seen(
                meant,
                "damaged",
                f"{name} is damaged: there is no {'PDF' if meant == 'pdf' else 'Office file'} "
                "inside. Save it again, or ask for a new copy.",
            )
        raise wrong_format(name, "not a document that is known here")
    if meant == "html":
        return Seen("html")
    if suffix and meant is None:
        raise wrong_format(name, "not a document that is known here", READ_TODAY)
    return Seen("markdown" if meant == "markdown" else "text")


def _is_text(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if b"\x00" in data:
        return False
    start = data[:_START]
    words = start.decode("utf-8", errors="ignore")
    if len(words) < len(start) * _TEXT_SHARE:
        words = start.decode("cp1252", errors="ignore")
    if not words:
        return False
    control = sum(1 for c in words if ord(c) < 32 and c not in "\t\n\r\x0c\x0b")
    return control * 10 <= len(words)
