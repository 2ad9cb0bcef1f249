"""Reads the packaged model and vocabularies, file by file."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from cjgraph.errors import FileNotReadable, SyntaxFault
from cjgraph.resources import resource_folder


def ontology_modules(folder: Path | None = None) -> dict[str, list[ox.Triple]]:
    """Return the model: the triples of each of its files.

    Args:
        folder: The ontology folder; the packaged one where none is given.

    Returns:
        File stem, such as ``"thread"``, to triples; the head of the ontology first and
        the alignment last.

    Raises:
        FileNotReadable: A file is missing or may not be read.
        SyntaxFault: A file is not valid Turtle.
    """
    root = folder or resource_folder("ontology")
    core = sorted((root / "core").glob("*.ttl"), key=lambda p: (p.stem != "cjgraph", p.stem))
    return {path.stem: _read(path) for path in (*core, root / "alignment.ttl")}


def vocabulary_triples(folder: Path | None = None) -> list[ox.Triple]:
    """Return all vocabularies as one graph.

    Args:
        folder: The ontology folder; the packaged one where none is given.

    Raises:
        FileNotReadable: A file is missing or may not be read.
        SyntaxFault: A file is not valid Turtle.
    """
    root = folder or resource_folder("ontology")
    paths = sorted((root / "vocabularies").glob("*.ttl"))
    return [triple for path in paths for triple in _read(path)]


def _read(path: Path) -> list[ox.Triple]:
    try:
        return [quad.triple for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE)]
    except OSError as error:
        raise FileNotReadable(f"{path} can't be read: {error.strerror}.") from error
    except SyntaxError as error:
        raise SyntaxFault(f"{path} is not valid Turtle at line {error.lineno}.") from error
