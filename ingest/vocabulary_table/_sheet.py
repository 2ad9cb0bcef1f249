"""Reads a CSV file as spreadsheet programs save it, whatever they did to bytes and separators."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass
from typing import Final

from cjgraph.errors import SyntaxFault, WrongFormat

_SEPARATORS: Final = (",", ";", "\t")
_HINT: Final = "In Excel choose Save As, 'CSV UTF-8'; in LibreOffice 'Text CSV', Unicode (UTF-8)."


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a file.

    Args:
        name: The file's name.
        header: The first row.
        rows: Number of the row as a spreadsheet counts, and its cells; empty rows left out.
        notes: What was unusual and taken in stride, in sentences.
        lossy: Whether the file is, or may be, in Windows-1252, which has no place for many
            letters.
        sha256: Hash of the file.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    notes: tuple[str, ...]
    lossy: bool
    sha256: str


def read_sheet(content: bytes, name: str) -> Sheet:
    """Read a CSV file.

    Args:
        content: Its bytes.
        name: Its name, for messages.

    Raises:
        WrongFormat: It is a workbook or another kind of file.
        SyntaxFault: It is empty, or is no well-formed CSV; the message names the row.
    """
    text, lossy = _decoded(content, name)
    notes = []
    if lossy and not content.isascii():
        notes.append(
            f"{name} is not in UTF-8; it was read as Windows-1252, in which Excel saves plain"
            " 'CSV'. Letters that it lacks have become question marks: look at the differences."
        )
    separator, text = _separator(text)
    if separator != ",":
        word = "tabs" if separator == "\t" else "semicolons"
        notes.append(f"{name} separates its cells by {word}; it was read so.")
    rows = _rows(text, separator, name)
    filled = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
    if not filled:
        raise SyntaxFault(f"{name} is empty.")
    if filled[0][0] != 1:
        raise SyntaxFault(f"{name}: row 1 is empty; the headings belong there.")
    digest = hashlib.sha256(content).hexdigest()
    return Sheet(name, filled[0][1], tuple(filled[1:]), tuple(notes), lossy, digest)


def _decoded(content: bytes, name: str) -> tuple[str, bool]:
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise WrongFormat(f"{name} is a workbook, not a CSV file.", hint=_HINT)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16"), False
        except UnicodeDecodeError as error:
            raise SyntaxFault(f"{name} is neither UTF-8 nor whole UTF-16.", hint=_HINT) from error
    if b"\x00" in content:
        raise WrongFormat(f"{name} is not a text file.", hint=_HINT)
    try:
        return content.decode("utf-8-sig"), content.isascii()
    except UnicodeDecodeError as error:
        try:
            return content.decode("cp1252"), True
        except UnicodeDecodeError:
            line = content.count(b"\n", 0, error.start) + 1
            raise SyntaxFault(
                f"{name} is neither UTF-8 nor Windows-1252; line {line} has a letter that"
                " can't be read.",
                hint=_HINT,
            ) from error


def _separator(text: str) -> tuple[str, str]:
    first, _, rest = text.partition("\n")
    if first.startswith("sep=") and len(first.rstrip("\r")) == len("sep=,"):
        return first[4], rest
    counts = {sign: _outside_quotes(first, sign) for sign in _SEPARATORS}
    return max(_SEPARATORS, key=lambda sign: counts[sign]), text


def _outside_quotes(line: str, sign: str) -> int:
    return sum(part.count(sign) for part in line.split('"')[::2])


def _rows(text: str, separator: str, name: str) -> list[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    try:
        for cells in reader:
            rows.append((len(rows) + 1, tuple(cells)))
    except csv.Error as error:
        raise SyntaxFault(
            f"{name} is no well-formed CSV: row {len(rows) + 1} can't be read ({error}).",
            hint="A quotation mark inside a cell has to be doubled.",
        ) from error
    return rows


def garbled(text: str) -> str | None:
    """Return what a text was before UTF-8 was taken for Windows-1252, if it was.

    >>> garbled("Ã‰ire")
    'Éire'
    """
    if text.isascii():
        return None
    try:
        return text.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
