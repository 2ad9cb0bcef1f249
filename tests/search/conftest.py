from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyoxigraph
import pytest

from cjgraph.search import (
    Encoder,
    EvidenceIndex,
    Passage,
    build_index,
    read_passages,
)
from cjgraph.search.documents import RunQuery

HERE = Path(__file__).parent
ONTOLOGY = HERE.parents[1] / "ontology"


class LetterEncoder:
    """Stands in for the model: texts that share runs of three letters lie close together."""

    def __init__(self, fingerprint: str = "letters") -> None:
        self.fingerprint = fingerprint

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        vectors = np.zeros((len(texts), 384), dtype=np.float32)
        for row, text in enumerate(texts):
            plain = f"  {text.casefold()}  "
            for at in range(len(plain) - 2):
                digest = hashlib.sha256(plain[at : at + 3].encode("utf-8", "replace")).digest()
                vectors[row, int.from_bytes(digest[:4], "big") % 384] += 1.0
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def over(store: pyoxigraph.Store) -> RunQuery:
    """Let a store answer as the callable that ``read_passages`` asks for."""

    def run(text: str) -> list[dict[str, str]]:
        solutions = store.query(text)
        assert isinstance(solutions, pyoxigraph.QuerySolutions)
        names = [variable.value for variable in solutions.variables]
        return [
            {name: row[name].value for name in names if row[name] is not None} for row in solutions
        ]

    return run


@pytest.fixture(scope="session")
def small_passages() -> list[Passage]:
    store = pyoxigraph.Store()
    store.load(path=HERE / "small_catalogue.ttl", format=pyoxigraph.RdfFormat.TURTLE)
    return read_passages(over(store))


@pytest.fixture(scope="session")
def catalogue_passages() -> list[Passage]:
    from ingest.catalogue import catalogue_triples, read_catalogue

    store = pyoxigraph.Store()
    for name in ("core", "vocabularies"):
        for path in sorted((ONTOLOGY / name).glob("*.ttl")):
            store.load(path=path, format=pyoxigraph.RdfFormat.TURTLE)
    for triple in catalogue_triples(read_catalogue(ONTOLOGY / "catalogue")):
        store.add(pyoxigraph.Quad(*triple))
    return read_passages(over(store))


@pytest.fixture(scope="session")
def letters() -> LetterEncoder:
    return LetterEncoder()


@pytest.fixture(scope="session")
def other_letters() -> LetterEncoder:
    return LetterEncoder("other")


@pytest.fixture(scope="session")
def model(model_folder: Path) -> Encoder:
    return Encoder.load(model_folder)


@pytest.fixture(scope="session")
def small_index(
    small_passages: list[Passage],
    letters: LetterEncoder,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[EvidenceIndex]:
    folder = build_index(small_passages, tmp_path_factory.mktemp("small"), letters)
    with EvidenceIndex.open(folder) as index:
        yield index


@pytest.fixture(scope="session")
def word_index(
    catalogue_passages: list[Passage], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[EvidenceIndex]:
    """The whole catalogue, by words alone."""
    with EvidenceIndex.open(
        build_index(catalogue_passages, tmp_path_factory.mktemp("words"), None)
    ) as index:
        yield index


@pytest.fixture(scope="session")
def model_index(
    catalogue_passages: list[Passage], model: Encoder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[EvidenceIndex]:
    """The whole catalogue, by words and meaning."""
    with EvidenceIndex.open(
        build_index(catalogue_passages, tmp_path_factory.mktemp("meaning"), model)
    ) as index:
        yield index


@pytest.fixture(scope="session")
def judged_queries() -> list[dict[str, str]]:
    with (HERE / "answerable.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
