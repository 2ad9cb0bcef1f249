"""Reads the evidence catalogue's tables and writes them as triples."""

from ingest.catalogue._reading import read_catalogue
from ingest.catalogue._records import Catalogue, Disagreement, Finding, Publication
from ingest.catalogue._triples import catalogue_triples
from ingest.table import Codes, read_codes

__all__ = [
    "Catalogue",
    "Codes",
    "Disagreement",
    "Finding",
    "Publication",
    "catalogue_triples",
    "read_catalogue",
    "read_codes",
]
