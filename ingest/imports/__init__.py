"""What all imports of lists share: the file, its faults, the comparison and the write.

Each kind of list has a reader of its own, which gives a :class:`Draft`; what is done with
a draft is the same for all.
"""

from ingest.imports._comparison import Change, Changes
from ingest.imports._draft import Draft, DraftBuilder, Fault, Note, Record
from ingest.imports._file import ImportFile, open_import
from ingest.imports._json import parse_json
from ingest.imports._known import Known, Named
from ingest.imports._loading import (
    KINDS,
    ImportOptions,
    ImportPlan,
    apply_import,
    plan_import,
)
from ingest.imports._sheet import ColumnNames, Sheet, SheetRow, read_sheet

__all__ = [
    "KINDS",
    "Change",
    "Changes",
    "ColumnNames",
    "Draft",
    "DraftBuilder",
    "Fault",
    "ImportFile",
    "ImportOptions",
    "ImportPlan",
    "Known",
    "Named",
    "Note",
    "Record",
    "Sheet",
    "SheetRow",
    "apply_import",
    "open_import",
    "parse_json",
    "plan_import",
    "read_sheet",
]
