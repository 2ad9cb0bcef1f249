"""Reads lists of publications: CSV, RIS, BibTeX and CSL-JSON.

A publication from a list is known, not read: it has no findings and the read level B.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from cjgraph.errors import WrongFormat
from ingest.imports._draft import Draft, DraftBuilder
from ingest.imports._file import ImportFile
from ingest.imports._known import Known
from ingest.imports._wording import decoded
from ingest.publications._bibtex import bibtex_entries
from ingest.publications._csl import csl_entries
from ingest.publications._entry import Entry
from ingest.publications._record import keep_entry
from ingest.publications._ris import ris_entries
from ingest.publications._table import table_entries

if TYPE_CHECKING:
    from ingest.imports import ImportOptions

__all__ = ["Entry", "read_publications"]

_READERS: Final[dict[str, tuple[str, Callable[[ImportFile, DraftBuilder], Iterator[Entry]]]]] = {
    "csv": ("a CSV table", table_entries),
    "ris": ("a RIS list", ris_entries),
    "bibtex": ("a BibTeX list", bibtex_entries),
    "csl": ("a CSL-JSON list", csl_entries),
}
#: Most publications that one list may have.
_MOST: Final = 20_000
_RIS_LINE: Final = re.compile(r"^[A-Z][A-Z0-9] {1,2}- ?", re.MULTILINE)
_BIBTEX_LINE: Final = re.compile(r"^\s*@\s*[A-Za-z]+\s*[{(]", re.MULTILINE)


def read_publications(file: ImportFile, known: Known, options: ImportOptions) -> Draft:
    """Read a list of publications.

    Args:
        file: The file.
        known: What the data know; publications that other graphs describe are left as they are.
        options: The format, where it is given, and whether abstracts are kept.

    Raises:
        WrongFormat: It is a folder or archive, or no text.
        SyntaxFault: It is broken as a whole.
    """
    if file.tables:
        raise WrongFormat(f"{file.name} is no list of publications.", hint="Give one file.")
    form = options.format or _form(file)
    words, read = _READERS[form]
    builder = DraftBuilder(file.name, words)
    count = abstracts = 0
    for entry in read(file, builder):
        count += 1
        if count > _MOST:
            builder.fault(file.name, f"there are more than {_MOST:,} entries; import it in parts")
            break
        abstracts += bool(entry.abstract)
        keep_entry(entry, builder, known, abstracts=options.abstracts)
    if not count and not builder.faults:
        builder.fault(file.name, f"there is no publication in it; it was read as {words}")
    if abstracts and not options.abstracts:
        builder.note(
            file.name,
            f"{abstracts} abstract{'s were' if abstracts > 1 else ' was'} not kept;"
            " --abstracts keeps them, where their publishers allow it",
        )
    return builder.draft()


def _form(file: ImportFile) -> str:
    text = decoded(file.content, file.name)[0].lstrip()
    if text[:1] in ("{", "["):
        return "csl"
    head = text[:20_000]
    if _RIS_LINE.match(head) or len(_RIS_LINE.findall(head)) > 2:
        return "ris"
    if _BIBTEX_LINE.search(head):
        return "bibtex"
    return "csv"
