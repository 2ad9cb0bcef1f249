"""The whole ontology and every vocabulary, parsed once for all tests of this folder."""

from __future__ import annotations

import pytest
from rdflib import Graph

from cjgraph.resources import resource_folder


@pytest.fixture(scope="session")
def ontology_graph() -> Graph:
    folder = resource_folder("ontology")
    files = [
        *sorted((folder / "core").glob("*.ttl")),
        folder / "alignment.ttl",
        *sorted((folder / "vocabularies").glob("*.ttl")),
    ]
    merged = Graph()
    for file in files:
        merged.parse(file, format="turtle")
    return merged
