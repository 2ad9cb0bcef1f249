"""Reads tables that people keep in spreadsheets, and names every fault by row and column."""

from ingest.table._codes import Codes, read_codes
from ingest.table._column import SEPARATOR, Column, is_address
from ingest.table._table import Faults, Row, read_table

__all__ = [
    "SEPARATOR",
    "Codes",
    "Column",
    "Faults",
    "Row",
    "is_address",
    "read_codes",
    "read_table",
]
