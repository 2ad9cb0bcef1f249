"""Reads the public register of plans, the services and the observations from their tables.

Each function gives one named graph that comes with the product.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from cjgraph.namespaces import graph
from cjgraph.store import GraphSource
from ingest.loading import PackagedGraph
from ingest.register._fields import ENTRIES, OBSERVATIONS, SERVICES, Table
from ingest.register._reading import known_codes, read_rows
from ingest.register._triples import row_triples

__all__ = ["observation_graph", "register_graph", "service_graph"]


def register_graph(folder: Path) -> PackagedGraph:
    """Read the register of plans and reports.

    Args:
        folder: The folder that holds ``entries.csv``; the vocabularies lie beside it.

    Raises:
        FileNotReadable: The table or the vocabularies are missing.
        SyntaxFault: Cells are at fault; each is named by file, row and column.
    """
    return _packaged(folder, ENTRIES, "register", "register of plans and reports")


def service_graph(folder: Path) -> PackagedGraph:
    """Read the services.

    Args:
        folder: The folder that holds ``services.csv``; the vocabularies lie beside it.

    Raises:
        FileNotReadable: The table or the vocabularies are missing.
        SyntaxFault: Cells are at fault; each is named by file, row and column.
    """
    return _packaged(folder, SERVICES, "service", "services")


def observation_graph(folder: Path) -> PackagedGraph:
    """Read the observations.

    Args:
        folder: The folder that holds ``observations.csv``; the vocabularies lie beside it.

    Raises:
        FileNotReadable: The table or the vocabularies are missing.
        SyntaxFault: Cells are at fault; each is named by file, row and column.
    """
    return _packaged(folder, OBSERVATIONS, "service", "observations of indicators and services")


def _packaged(folder: Path, table: Table, kind: str, title: str) -> PackagedGraph:
    rows = read_rows(folder, table, known_codes(folder.parent))
    digest = hashlib.sha256((folder / table.file).read_bytes()).hexdigest()
    source = GraphSource(kind, title, table.file, digest)
    iri = graph(kind, table.file.removesuffix(".csv"))
    return PackagedGraph(iri, source, list(row_triples(table, rows)))
