"""Reads publications from a CSV table, our own or an export of a reference manager."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.imports._draft import DraftBuilder
from ingest.imports._file import ImportFile
from ingest.imports._sheet import ColumnNames, SheetRow, read_sheet
from ingest.publications._entry import Entry, author

_COLUMNS: Final[ColumnNames] = {
    "title": ("document title", "article title", "name", "publication"),
    "authors": ("author", "author(s)", "author names", "authors full names", "creator", "by"),
    "issued": ("year", "publication year", "date", "published", "pub year", "publication date"),
    "doi": ("digital object identifier", "doi link"),
    "addresses": ("url", "link", "address", "web address", "website", "uri", "links"),
    "publisher": ("published by", "organisation", "organization", "institution"),
    "container": ("journal", "publication title", "source title", "journal title", "journal/book"),
    "volume": ("vol",),
    "issue": ("number", "no", "issue number"),
    "pages": ("page", "page range", "pagination"),
    "abstract": ("abstract note", "summary"),
    "kind": ("type", "item type", "document type", "publication type", "reference type"),
    "applicability": (),
}


def table_entries(file: ImportFile, builder: DraftBuilder) -> Iterator[Entry]:
    """Yield the publications of a table.

    Args:
        file: The file.
        builder: Where faults of the table as a whole go.
    """
    sheet = read_sheet(file.content, file.name, _COLUMNS, builder, required=("title",))
    for row in sheet.rows:
        yield _entry(row, builder)


def _entry(row: SheetRow, builder: DraftBuilder) -> Entry:
    return Entry(
        builder.row(row.place),
        row.at,
        title=row.get("title"),
        authors=tuple(author(name) for name in _authors(row.get("authors"))),
        issued=row.get("issued"),
        doi=row.get("doi"),
        addresses=tuple(re.split(r"[;|\s]+(?=\w+:|www\.)", row.get("addresses").strip()))
        if row.get("addresses")
        else (),
        publisher=row.get("publisher"),
        container=row.get("container"),
        volume=row.get("volume"),
        issue=row.get("issue"),
        pages=row.get("pages"),
        abstract=row.get("abstract"),
        kind=row.get("kind"),
        applicability=row.get("applicability"),
    )


def _authors(text: str) -> list[str]:
    """Split a cell of authors; commas alone part a family name from a given one as well."""
    for mark in (r";", r"\n", r"\|", r"\band\b|&"):
        if re.search(mark, text):
            return re.split(mark, text)
    names = text.split(",")
    # Four names and more without initials are a list; "Smith, Jo" is one author.
    whole = all(len(name.split()) > 1 for name in names)
    return names if len(names) > 1 and whole else [text]
