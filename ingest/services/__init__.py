"""Reads lists of services: HSDS and Open Referral UK as JSON or tables, and a single table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjgraph.errors import WrongFormat
from ingest.imports._draft import Draft, DraftBuilder, listed
from ingest.imports._file import ImportFile
from ingest.imports._known import Known
from ingest.imports._wording import decoded
from ingest.services._item import Item
from ingest.services._listing import listing_items
from ingest.services._record import ServiceWriter
from ingest.services._tables import flat_items, table_items

if TYPE_CHECKING:
    from ingest.imports import ImportOptions

__all__ = ["Item", "read_services"]


def read_services(file: ImportFile, known: Known, options: ImportOptions) -> Draft:
    """Read a list of services.

    Args:
        file: A JSON listing, a table, or a folder or archive of tables.
        known: What the data know.
        options: The format, where it is given, and the name of the set.

    Raises:
        WrongFormat: It is neither a listing nor a table of services.
        SyntaxFault: It is broken as a whole.
    """
    if file.tables:
        if options.format == "json":
            raise WrongFormat(f"{file.name} holds tables, not JSON.")
        builder = DraftBuilder(file.name, "a set of HSDS tables")
        items = table_items(file.tables, builder)
    elif options.format == "json" or (not options.format and _is_json(file)):
        builder = DraftBuilder(file.name, "a JSON listing (HSDS or Open Referral UK)")
        items = listing_items(file, builder)
    else:
        builder = DraftBuilder(file.name, "a CSV table of services")
        items = flat_items(file, builder)
    writer = ServiceWriter(builder, known, options.name)
    for item in items:
        writer.write(item)
    if not writer.count and not builder.faults:
        builder.fault(file.name, "there is no service in it")
    if writer.not_kept:
        builder.note(
            file.name,
            f"the graph has no place for {listed(sorted(writer.not_kept), most=20)};"
            " these were not kept",
        )
    return builder.draft()


def _is_json(file: ImportFile) -> bool:
    return decoded(file.content, file.name)[0].lstrip()[:1] in ("{", "[")
