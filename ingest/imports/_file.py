"""The file that is imported: one list, or a folder or archive of tables."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from cjgraph.errors import FileNotReadable, TooLarge, WrongFormat

#: Most bytes that are read, all tables of a folder together.
MAX_BYTES: Final = 25_000_000

#: Most files that a folder or an archive may hold.
_MAX_FILES: Final = 200

_TABLES: Final = (".csv", ".tsv")
_BINARY: Final = {
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Excel or Word file",
    b"\x89PNG": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"SQLite format 3": "a database",
}


@dataclass(frozen=True, slots=True)
class ImportFile:
    """A file in memory.

    Args:
        name: Its name, without its folder.
        sha256: Hash of its bytes.
        content: Its bytes; empty where it is a folder or archive of tables.
        tables: The tables of a folder or archive: file name to bytes.
        beside: Names of the tables that lie in the same folder.
    """

    name: str
    sha256: str
    content: bytes = b""
    tables: Mapping[str, bytes] = field(default_factory=dict)
    beside: tuple[str, ...] = ()


def open_import(path: Path) -> ImportFile:
    """Read a file, a folder of tables or a zip archive of tables.

    Args:
        path: The file. A ``datapackage.json`` stands for the folder that it lies in.

    Raises:
        FileNotReadable: It is missing, may not be read, or is empty.
        TooLarge: It is larger than 25 MB.
        WrongFormat: It is a workbook, a PDF or another file that is no list.
    """
    if not path.exists():
        raise FileNotReadable(f"There is no file {path}.")
    if path.name == "datapackage.json":
        path = path.absolute().parent
    if path.is_dir():
        return _folder(path)
    if not path.is_file():
        raise FileNotReadable(f"{path.name} is no ordinary file.")
    content = _bytes(path)
    digest = hashlib.sha256(content).hexdigest()
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise FileNotReadable(f"{path.name} has nothing in it.")
    if content.startswith(b"PK\x03\x04"):
        return ImportFile(path.name, digest, tables=dict(_archived(path.name, content)))
    for start, what in _BINARY.items():
        if content.startswith(start):
            raise WrongFormat(
                f"{path.name} is {what}, which is not read here.",
                hint="Save the list as 'CSV UTF-8', then import that.",
            )
    beside = tuple(p.name for p in _tables_in(path.absolute().parent) if p.name != path.name)
    return ImportFile(path.name, digest, content, beside=beside)


def _folder(path: Path) -> ImportFile:
    tables: dict[str, bytes] = {}
    left = MAX_BYTES
    for file in _tables_in(path):
        tables[file.name] = _bytes(file, left)
        left -= len(tables[file.name])
    name = path.absolute().name
    if not tables:
        raise FileNotReadable(f"There are no tables (*.csv) in the folder {name}.")
    return ImportFile(name, _digest(tables), tables=tables)


def _tables_in(folder: Path) -> list[Path]:
    try:
        found = sorted(p for p in folder.iterdir() if p.suffix.lower() in _TABLES and p.is_file())
    except OSError:
        return []
    return found[:_MAX_FILES]


def _bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    try:
        with path.open("rb") as file:
            # One byte more than the limit is enough to know that a file is too large.
            content = file.read(limit + 1)
    except OSError as error:
        raise FileNotReadable(f"{path.name} can't be read: {error.strerror}.") from error
    if len(content) > limit:
        raise _too_large(path.name)
    return content


def _archived(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    left = MAX_BYTES
    count = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if any(entry.filename == "[Content_Types].xml" for entry in entries):
                raise WrongFormat(
                    f"{name} is an Excel workbook or a Word document.",
                    hint="Open it and save the sheet as 'CSV UTF-8', then import that.",
                )
            for entry in entries:
                inner = PurePosixPath(entry.filename)
                if inner.suffix.lower() not in _TABLES or inner.name.startswith("."):
                    continue
                count += 1
                with archive.open(entry) as file:
                    # What the archive says of its sizes is not believed.
                    table = file.read(left + 1)
                left -= len(table)
                if left < 0 or count > _MAX_FILES:
                    raise _too_large(name)
                yield inner.name, table
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise WrongFormat(f"{name} is a damaged archive.") from error
    except RuntimeError as error:
        raise WrongFormat(f"{name} is locked with a password.") from error
    if not count:
        raise WrongFormat(f"The archive {name} holds no tables (*.csv).")


def _digest(tables: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in sorted(tables.items()):
        digest.update(name.encode())
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def _too_large(name: str) -> TooLarge:
    size = MAX_BYTES // 1_000_000
    return TooLarge(f"{name} is larger than {size} MB.", hint="Import it in several parts.")
