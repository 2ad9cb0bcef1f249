"""Knows a template by the mark inside the file, whatever the file is called."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final, Literal

from .kept import MARK

#: How much of a part is looked through; the mark stands near its beginning.
_LOOK: Final = 2_000_000
_XLSX: Final = ("docProps/custom.xml", "xl/workbook.xml")
_DOCX: Final = ("docProps/custom.xml", "word/document.xml")
_NAMES: Final = (MARK.encode(), b"cjgraph_actions", b"cjgraph:actions", b'name="cjgraph"')


def template_format(data: bytes) -> Literal["xlsx", "docx"] | None:
    """Return the format of a template, or None where the file is none.

    Args:
        data: Any file.
    """
    if not data.startswith(b"PK"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "xl/workbook.xml" in names:
                found: Literal["xlsx", "docx"] = "xlsx"
                parts = _XLSX
            elif "word/document.xml" in names:
                found, parts = "docx", _DOCX
            else:
                return None
            for part in parts:
                if part in names and _marked(archive, part):
                    return found
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError):
        return None
    return None


def is_template(data: bytes) -> bool:
    """Tell whether a file is a template of ours, filled in or not."""
    return template_format(data) is not None


def _marked(archive: zipfile.ZipFile, part: str) -> bool:
    with archive.open(part) as stream:
        text = stream.read(_LOOK)
    return any(name in text for name in _NAMES)
