"""What a file really is, before anything reads it: kind, size, and what must not be opened."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from cjgraph.errors import FileNotReadable, WrongFormat

Trouble = Literal["empty", "encrypted", "damaged", "refused"]
Format = Literal["docx", "pdf", "xlsx", "html", "markdown", "text"]

MAX_BYTES: Final = 25 * 1024 * 1024

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
#: The formats in words, with the endings that their files have.
IN_WORDS: Final[dict[Format, str]] = {
    "docx": "a Word document",
    "pdf": "a PDF",
    "xlsx": "an Excel workbook",
    "html": "a web page",
    "markdown": "a Markdown file",
    "text": "plain text",
}
ENDINGS: Final[dict[str, Format]] = {
    ".docx": "docx",
    ".dotx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
    ".xltx": "xlsx",
    ".xlsm": "xlsx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
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
        note: A sentence for whoever reads on, such as that its ending belies it.
    """

    data: bytes
    sha256: str
    format: Format | None
    trouble: Trouble | None = None
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the bytes of a file show.

    Args:
        format: What it is, or what it was meant to be.
        trouble: Why it is not read further.
        reason: The same in a sentence.
    """

    format: Format
    trouble: Trouble | None = None
    reason: str = ""


def look_at(path: Path, name: str) -> Checked:
    """Read a file and decide what it is by its bytes.

    Args:
        path: The file.
        name: The name to call it by in messages; its ending says what it claims to be.

    Raises:
        FileNotReadable: It is missing, is a folder or may not be read.
        WrongFormat: It is a sound file of a kind that is not read here.
    """
    from .archive import look_into_archive
    from .signature import look_at_signature

    data = bytes_of(path, name)
    digest = hashlib.sha256(data).hexdigest()
    if len(data) > MAX_BYTES:
        reason = f"{name} is larger than 25 MB; take out large pictures, then read it again."
        return Checked(b"", digest, None, "refused", reason)
    if not data.strip(b"\x00\t\r\n "):
        return Checked(data, digest, None, "empty", f"{name} has nothing in it.")
    suffix = Path(name).suffix.lower()
    look = look_into_archive if data.startswith(b"PK") else look_at_signature
    seen = look(data, name, suffix)
    note = "" if seen.trouble else _belied(name, suffix, seen.format)
    return Checked(data, digest, seen.format, seen.trouble, seen.reason, note)


def wrong_format(name: str, what: str, instead: str = "") -> WrongFormat:
    """Return the error for a sound file of a kind that is not read.

    Args:
        name: The file.
        what: What it is, such as "an OpenDocument text".
        instead: What to do about it; the formats that are read, where nothing is given.
    """
    return WrongFormat(f"{name} is {what}; {instead or READ_TODAY}.")


def _belied(name: str, suffix: str, found: Format) -> str:
    claimed = ENDINGS.get(suffix)
    # Markdown is plain text, and text has no mark of its own.
    if not suffix or claimed == found or {claimed, found} <= {"text", "markdown"}:
        return ""
    return f"{name} is {IN_WORDS[found]} inside, whatever its ending says, and was read as one."


def bytes_of(path: Path, name: str) -> bytes:
    """Return the bytes of a file, at most one more than is read.

    Raises:
        FileNotReadable: It is missing, is a folder or may not be read.
    """
    if not path.exists():
        raise FileNotReadable(f"There is no file {name}.")
    if path.is_dir():
        raise FileNotReadable(f"{name} is a folder; give the plan's own file.")
    if not path.is_file():
        raise FileNotReadable(f"{name} is no ordinary file; give the plan's own file.")
    try:
        with path.open("rb") as file:
            # One byte more than the limit is enough to know that a file is too large.
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileNotReadable(f"{name} can't be opened: {error.strerror}.") from error
