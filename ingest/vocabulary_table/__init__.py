"""Vocabularies edited as spreadsheets: written as CSV, read back, checked and compared.

A table has one row a term. The first columns are ``id`` (``need/housing``, ``cj:confirmed``
or a full IRI) and ``type``; every other column is a property, and its heading says what its
cells hold: ``definition (en)`` words in a language, ``valid from (date)`` a datatype,
``broader`` references. Several values of a cell are separated by ``|``; a backslash before
``|``, a backslash or white space at an edge keeps them as they are. An apostrophe stands
before what a spreadsheet program would run as a formula or turn into a date; it is taken
away on reading.
"""

from ingest.vocabulary_table._differences import Difference
from ingest.vocabulary_table._edit import TableEdit, read_edit
from ingest.vocabulary_table._faults import TableFault
from ingest.vocabulary_table._known import Known
from ingest.vocabulary_table._published import (
    VocabularyEntry,
    apply_edit,
    find_vocabulary,
    list_vocabularies,
    referable_graphs,
    vocabulary_iri,
)
from ingest.vocabulary_table._quality import with_quality
from ingest.vocabulary_table._table import write_table
from ingest.vocabulary_table._turtle import head_and_order, write_turtle

__all__ = [
    "Difference",
    "Known",
    "TableEdit",
    "TableFault",
    "VocabularyEntry",
    "apply_edit",
    "find_vocabulary",
    "head_and_order",
    "list_vocabularies",
    "read_edit",
    "referable_graphs",
    "vocabulary_iri",
    "with_quality",
    "write_table",
    "write_turtle",
]
