"""What a file really is, before anything reads it: kind, size, and what must not be opened."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from cjgraph.errors import FileNotReadable, WrongFormat

Trouble = Literal["empty", "encrypted", "damaged", "refused"]
Format = Literal["docx", "pdf", "xlsx", "html", "markdown", "text"]

MAX_BYTES: Final = 25 * 1024 * 1024
MAX_ENTRIES: Final = 3000
MAX_UNPACKED: Final = 250 * 1024 * 1024
#: Word XML packs well, but not this well; small parts may pack to any ratio.
MAX_RATIO: Final = 250
RATIO_FROM: Final = 10 * 1024 * 1024

READ_TODAY: Final = (
    "plans are read from Word (.docx), PDF, Excel (.xlsx), web pages (.html), Markdown (.md) and "
    "plain text (.txt)"
)
MEDIA_TYPES: Final[dict[Format, str]] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html",
    "markdown": "text/markdown",
    "text": "text/plain",
}
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS: Final = {
    ".pdf": "no PDF inside",
    ".xlsx": "no Excel workbook inside",
    ".xls": "an old Excel workbook",
    ".html": "no web page inside",
    ".htm": "no web page inside",
    ".odt": "an OpenDocument text",
    ".rtf": "a rich text file",
    ".pptx": "a set of slides",
    ".csv": "a table of values",
    ".ttl": "a Turtle file",
    ".json": "a JSON file",
    ".jsonld": "a JSON-LD file",
    ".xml": "an XML file",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was looked at.

    Args:
        data: Its bytes.
        sha256: Their hash.
        format: What it is; None where there is trouble before that is known.
        trouble: Why it is not read further.
        reason: The same in a sentence.
    """

    data: bytes
    sha256: str
    format: Format | None
    trouble: Trouble | None = None
    reason: str = ""


def look_at(path: Path, name: str) -> Checked:
    """Read a file and decide what it is by its bytes.

    Args:
        path: The file.
        name: The name to call it by in messages.

    Raises:
        FileNotReadable: It is missing, is a folder or may not be read.
        WrongFormat: It is a sound file of a kind that is not read here.
    """
    data = _bytes_of(path, name)
    digest = hashlib.sha256(data).hexdigest()
    if len(data) > MAX_BYTES:
        return Checked(b"", digest, None, "refused", f"{name} is larger than 25 MB.")
    if not data.strip(b"\x00\t\r\n "):
        return Checked(data, digest, None, "empty", f"{name} has nothing in it.")
    suffix = Path(name).suffix.lower()
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return Checked(data, digest, "docx", "encrypted", f"{name} is locked by a password.")
        if suffix == ".docx":
            # A password-protected Word file is wrapped so; its directory may lie anywhere.
            return Checked(data, digest, "docx", "encrypted", f"{name} is locked or encrypted.")
        raise WrongFormat(f"{name} is an old Office file; {READ_TODAY}.")
    if data.startswith(b"PK"):
        return _look_into_zip(path, name, data, digest, suffix)
    return _look_at_text(name, data, digest, suffix)


def _bytes_of(path: Path, name: str) -> bytes:
    if not path.exists():
        raise FileNotReadable(f"There is no file {name}.")
    if path.is_dir():
        raise FileNotReadable(f"{name} is a folder; give the plan's own file.")
    try:
        with path.open("rb") as file:
            # One byte more than the limit is enough to know that a file is too large.
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileNotReadable(f"{name} can't be opened: {error.strerror}.") from error


def _look_into_zip(path: Path, name: str, data: bytes, digest: str, suffix: str) -> Checked:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            reason = _too_much(name, entries) or _not_safe(name, archive, names)
            if reason:
                return Checked(data, digest, "docx", "refused", reason)
            if any(entry.flag_bits & 1 for entry in entries):
                return Checked(data, digest, "docx", "encrypted", f"{name} is locked.")
            if "xl/workbook.xml" in names:
                archive.read("xl/workbook.xml")
                return Checked(data, digest, "xlsx")
            if "word/document.xml" not in names:
                if suffix == ".docx" and "[Content_Types].xml" not in names:
                    return Checked(
                        data, digest, "docx", "damaged", f"{name} holds no Word document."
                    )
                kind = _OTHERS.get(suffix, "a zip archive that is no Word document")
                raise WrongFormat(f"{name} is {kind}; {READ_TODAY}.")
            for part in ("word/document.xml", "[Content_Types].xml"):
                archive.read(part)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError):
        return Checked(data, digest, "docx", "damaged", f"{name} is damaged and can't be opened.")
    return Checked(data, digest, "docx")


def _too_much(name: str, entries: list[zipfile.ZipInfo]) -> str:
    if len(entries) > MAX_ENTRIES:
        return f"{name} holds {len(entries)} parts, more than a plan ever does."
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        return f"{name} would unpack to more than 250 MB."
    for entry in entries:
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > RATIO_FROM and ratio > MAX_RATIO:
            return f"{name} unpacks {ratio:.0f}-fold in its part {entry.filename}."
    return ""


def _not_safe(name: str, archive: zipfile.ZipFile, names: set[str]) -> str:
    for part in sorted(names):
        low = part.lower()
        if low.endswith("vbaproject.bin"):
            return f"{name} carries macros; save it as an ordinary .docx first."
        if low.endswith((".xml", ".rels")) and not archive.getinfo(part).flag_bits & 1:
            start = archive.open(part).read(65536)
            # A wide encoding would hide the mark behind zero bytes.
            if b"<!DOCTYPE" in start.replace(b"\x00", b"").upper():
                return f"{name} declares a document type in its part {part}, which Word never does."
    return ""


def _look_at_text(name: str, data: bytes, digest: str, suffix: str) -> Checked:
    start = data[:2048].lstrip().lower()
    if start.startswith(b"%pdf-") or b"%pdf-" in start[:1024]:
        return Checked(data, digest, "pdf")
    if start.startswith((b"<!doctype html", b"<html")) or suffix in {".html", ".htm", ".xhtml"}:
        return Checked(data, digest, "html")
    for mark, kind in (
        (b"<?xml", "an XML file"),
        (b"{\\rtf", "a rich text file"),
    ):
        if start.startswith(mark):
            raise WrongFormat(f"{name} is {kind}; {READ_TODAY}.")
    if suffix == ".docx":
        return Checked(data, digest, "docx", "damaged", f"{name} is no Word file inside.")
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if suffix not in {".md", ".markdown", ".txt", ".text", ""} or (b"\x00" in data and not wide):
        kind = _OTHERS.get(suffix, "not a document that is known here")
        raise WrongFormat(f"{name} is {kind}; {READ_TODAY}.")
    return Checked(data, digest, "markdown" if suffix in {".md", ".markdown"} else "text")
