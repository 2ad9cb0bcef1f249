"""Looks into Office files, which are zip archives of XML, without unpacking more than is safe."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Final

from .guard import Format, Seen, wrong_format

MAX_ENTRIES: Final = 3000
MAX_UNPACKED: Final = 250 * 1024 * 1024
#: Most XML in all parts together; a tree takes some ten times the memory of its text.
MAX_XML: Final = 60 * 1024 * 1024
#: Word XML packs well, but not this well; small parts may pack to any ratio.
MAX_RATIO: Final = 250
RATIO_FROM: Final = 10 * 1024 * 1024

_TYPES: Final = "[Content_Types].xml"
_CHUNK: Final = 1 << 20
#: Marks that no part of a sound Office file has, and that may start a bomb.
_DECLARED: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_LONGEST_MARK: Final = 18
_ENCODING: Final = re.compile(rb"<\?xml[^>]{0,80}encoding\s*=\s*[\"']([\w.-]+)", re.IGNORECASE)
_ENCODINGS: Final = frozenset({b"utf-8", b"utf-16", b"us-ascii", b"iso-8859-1", b"windows-1252"})
_MACROS: Final = re.compile(rb"macroEnabled|vnd\.ms-office\.vbaProject", re.IGNORECASE)
_NO_MACROS: Final[dict[Format, str]] = {"docx": ".docx", "xlsx": ".xlsx"}

_WORD_OR_PDF: Final = "save it as Word (.docx) or PDF, then read that"
_EXCEL: Final = "save it as an Excel workbook (.xlsx), then read that"
#: What other archives are, by a part or by what their first part says of them.
_OTHER_PARTS: Final = (
    ("ppt/presentation.xml", "a set of slides", "save it as PDF, then read that"),
    ("xl/workbook.bin", "a binary Excel workbook (.xlsb)", _EXCEL),
    ("visio/document.xml", "a drawing", "save it as PDF, then read that"),
    ("Index/Document.iwa", "a Pages, Numbers or Keynote file", _WORD_OR_PDF),
    ("META-INF/container.xml", "an electronic book", "give the plan as Word (.docx) or PDF"),
)
_OTHER_TYPES: Final = (
    (b"opendocument.text", "an OpenDocument text", _WORD_OR_PDF),
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet", _EXCEL),
    (b"opendocument.presentation", "a set of slides", "save it as PDF, then read that"),
)
_STRICT: Final = b"purl.oclc.org/ooxml"


def look_into_archive(data: bytes, name: str, suffix: str) -> Seen:
    """Decide what an archive is and whether it may be read.

    Args:
        data: Its bytes.
        name: The name to call it by.
        suffix: Its ending in small letters, with the dot.

    Raises:
        WrongFormat: It is sound, but no Word file or workbook.
    """
    meant: Format = "xlsx" if suffix.startswith(".xl") else "docx"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _look(archive, name, suffix, meant)
    # Python's zip reader says most faults in these ways; the last two are odd methods.
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ):
        return Seen(
            meant,
            "damaged",
            f"{name} is damaged and can't be opened; save it again from the program that "
            "made it, or ask for a new copy.",
        )


def _look(archive: zipfile.ZipFile, name: str, suffix: str, meant: Format) -> Seen:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if reason := _too_much(name, entries):
        return Seen(meant, "refused", reason)
    if any(entry.flag_bits & 1 for entry in entries):
        return Seen(meant, "encrypted", f"{name} is locked by a password; save it without one.")
    found = _kind(archive, names)
    if found is None:
        _raise_other(archive, name, names)
        if suffix in {".docx", ".xlsx", ".docm", ".xlsm"} and _TYPES not in names:
            what = "Word document" if meant == "docx" else "Excel workbook"
            return Seen(meant, "damaged", f"{name} holds no {what}; save it again.")
        raise wrong_format(
            name, "a zip archive", "unpack it and give the plan's own file (Word, PDF or Excel)"
        )
    if reason := _not_safe(name, archive, names, found):
        return Seen(found, "refused", reason)
    if "_rels/.rels" in names and _STRICT in archive.read("_rels/.rels"):
        what = "Word document (.docx)" if found == "docx" else "Excel workbook (.xlsx)"
        raise wrong_format(
            name, "in the 'Strict Open XML' form", f"save it as an ordinary {what}, then read that"
        )
    return Seen(found)


def _kind(archive: zipfile.ZipFile, names: set[str]) -> Format | None:
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "word/document.xml" in names:
        return "docx"
    if _TYPES not in names:
        return None
    # The main part may have any name; the types of the parts tell which file this is.
    types = archive.read(_TYPES)
    if b"wordprocessingml.document.main" in types or b"ms-word.document.macro" in types:
        return "docx"
    if b"spreadsheetml.sheet.main" in types or b"ms-excel.sheet.macro" in types:
        return "xlsx"
    return None


def _raise_other(archive: zipfile.ZipFile, name: str, names: set[str]) -> None:
    """Raise the error that fits, where an archive is of another kind that is known."""
    for part, what, instead in _OTHER_PARTS:
        if part in names:
            raise wrong_format(name, what, instead)
    if "mimetype" in names:
        kind = archive.open("mimetype").read(100)
        for mark, what, instead in _OTHER_TYPES:
            if mark in kind:
                raise wrong_format(name, what, instead)


def _too_much(name: str, entries: list[zipfile.ZipInfo]) -> str:
    if len(entries) > MAX_ENTRIES:
        return f"{name} holds {len(entries)} parts, more than a plan ever does."
    if len({entry.filename for entry in entries}) < len(entries):
        return f"{name} holds two parts of the same name, which Office never writes."
    for entry in entries:
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > RATIO_FROM and ratio > MAX_RATIO:
            return f"{name} unpacks {ratio:.0f}-fold in its part {entry.filename}."
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        return f"{name} would unpack to more than 250 MB; take out large pictures."
    if sum(entry.file_size for entry in entries if _is_xml(entry.filename)) > MAX_XML:
        return (
            f"{name} holds more than {MAX_XML // (1024 * 1024)} MB of text and formatting; "
            "copy what the plan says into a new file."
        )
    return ""


def _is_xml(part: str) -> bool:
    return part.lower().endswith((".xml", ".rels", ".vml"))


def _not_safe(name: str, archive: zipfile.ZipFile, names: set[str], found: Format) -> str:
    types = archive.read(_TYPES) if _TYPES in names else b""
    if _MACROS.search(types) or any("vbaproject" in part.lower() for part in names):
        return (
            f"{name} carries macros; save it as an ordinary {_NO_MACROS[found]} file, "
            "then read that."
        )
    for part in sorted(names):
        if _is_xml(part) and (reason := _not_plain(archive, part)):
            return f"{name} {reason} in its part {part}, which Office never does."
    return ""


def _not_plain(archive: zipfile.ZipFile, part: str) -> str:
    """Say what an XML part has that may do harm, or nothing."""
    kept = b""
    with archive.open(part) as file:
        first = True
        while chunk := file.read(_CHUNK):
            # A wide encoding would hide the mark behind zero bytes.
            text = kept + chunk.replace(b"\x00", b"")
            if first and (declared := _ENCODING.search(text[:200])):
                if declared[1].lower() not in _ENCODINGS:
                    return "uses a rare encoding"
            if _DECLARED.search(text):
                return "declares a document type"
            kept, first = text[-_LONGEST_MARK:], False
    return ""
