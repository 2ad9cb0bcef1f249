"""Loads everything that belongs to an installation: model, vocabularies, catalogue, examples."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph as ox

from cjgraph.errors import FileNotReadable
from cjgraph.namespaces import graph
from cjgraph.resources import resource_folder
from cjgraph.store import DataFolder, GraphSource, Snapshot, StoreWriter, fingerprint
from ingest.graph_file import parse_graph

#: Told what is being done, how much of it is done and how much there is.
Progress = Callable[[str, int, int], None]

#: Kinds of graph that the packaged data makes; others are a person's own and stay.
_PACKAGED = frozenset({"ontology", "vocabulary", "catalogue", "register", "service", "example"})


@dataclass(frozen=True, slots=True)
class PackagedGraph:
    """A named graph that comes with the product.

    Args:
        iri: IRI of the graph.
        source: What it holds and where it comes from.
        triples: Its triples.
    """

    iri: str
    source: GraphSource
    triples: list[ox.Triple]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did.

    Args:
        snapshot: The snapshot that is current now.
        graphs: How many graphs belong to the product.
        changed: IRIs of the graphs that were written or removed.
        kept: IRIs of the graphs that were edited here and so left as they are.
    """

    snapshot: Snapshot
    graphs: int
    changed: tuple[str, ...]
    kept: tuple[str, ...] = ()


def read_turtle(path: Path) -> list[ox.Triple]:
    """Read a Turtle file.

    Args:
        path: The file.

    Raises:
        FileNotReadable: The file is missing or may not be read.
        SyntaxFault: It is not valid Turtle; the message gives line and column.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FileNotReadable(f"{path} can't be read: {error.strerror}.") from error
    return parse_graph(content, path.name)


def packaged_graphs(folder: Path | None = None) -> Iterator[Callable[[], PackagedGraph]]:
    """Yield, for each graph that comes with the product, a function that reads it.

    Args:
        folder: The ontology folder; the packaged one where none is given.
    """
    root = folder or resource_folder("ontology")
    modules = [*sorted((root / "core").glob("*.ttl")), root / "alignment.ttl"]
    for path in modules:
        yield _turtle_reader("ontology", path)
    for path in sorted((root / "vocabularies").glob("*.ttl")):
        yield _turtle_reader("vocabulary", path)
    yield lambda: _catalogue(root / "catalogue")
    yield from _tables(root)
    for path in sorted((root / "examples").glob("*.docx")):
        yield _example_reader(path)


def load_packaged(
    data: DataFolder,
    *,
    agent: str = "operator",
    progress: Progress | None = None,
    folder: Path | None = None,
    replace_edited: bool = False,
) -> LoadReport:
    """Load what comes with the product, as one write.

    A second load of the same data writes nothing.

    Args:
        data: The data folder.
        agent: Who loads, as they call themselves.
        progress: Told of each graph.
        folder: The ontology folder; the packaged one where none is given.
        replace_edited: Whether a packaged graph takes the place of one that was edited
            here. Graphs made here that the product does not have stay in any case.

    Raises:
        InputError: A file is missing or broken, or a quality check of level ERROR fails;
            the store stays as it was.
        StoreError: The store can't be written.
    """
    readers = list(packaged_graphs(folder))
    with StoreWriter(data, agent=agent) as writer:
        edited = writer.edited_here()
        graphs, packaged_iris, kept = [], set(), []
        for done, read in enumerate(readers):
            packaged = read()
            if progress:
                progress(packaged.source.title, done, len(readers))
            packaged_iris.add(packaged.iri)
            here = None if replace_edited else edited.get(packaged.iri)
            if here is not None and here != fingerprint(packaged.triples):
                kept.append(packaged.iri)
                graphs.append(replace(packaged, triples=writer.triples(packaged.iri)))
                continue
            graphs.append(packaged)
            writer.replace_graph(packaged.iri, packaged.triples, packaged.source)
        for iri, kind in writer.graphs().items():
            if kind in _PACKAGED and iri not in packaged_iris and iri not in edited:
                writer.remove_graph(iri)
        if writer.changed:
            _refuse_faults(graphs)
        if progress:
            progress("the published default graph", len(readers), len(readers))
        changed = tuple(writer.changed)
        return LoadReport(writer.publish(), len(packaged_iris), changed, tuple(kept))


def _refuse_faults(graphs: list[PackagedGraph]) -> None:
    from ingest.quality import quality_errors, quality_refusal

    errors = quality_errors(graphs)
    if errors:
        raise quality_refusal(errors)


def _turtle_reader(kind: str, path: Path) -> Callable[[], PackagedGraph]:
    def read() -> PackagedGraph:
        triples = read_turtle(path)
        title = f"{kind} {path.stem.replace('-', ' ')}"
        return PackagedGraph(graph(kind, path.stem), _source(kind, title, path), triples)

    return read


def _tables(root: Path) -> Iterator[Callable[[], PackagedGraph]]:
    from ingest.register import observation_graph, register_graph, service_graph

    yield lambda: register_graph(root / "register")
    yield lambda: service_graph(root / "services")
    yield lambda: observation_graph(root / "services")


def _example_reader(path: Path) -> Callable[[], PackagedGraph]:
    def read() -> PackagedGraph:
        from ingest.plans import plan_triples, read_plan

        slug, _, edition = path.stem.partition("-cjoip-")
        reading = read_plan(path)
        triples = list(plan_triples(reading, slug=slug, edition=edition or "1", invented=True))
        title = f"invented example plan {slug.replace('-', ' ')}"
        source = _source("example", title, path)
        return PackagedGraph(graph("example", slug, edition or "1"), source, triples)

    return read


def _catalogue(folder: Path) -> PackagedGraph:
    from ingest.catalogue import catalogue_triples, read_catalogue

    triples = list(catalogue_triples(read_catalogue(folder)))
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.csv")):
        digest.update(path.read_bytes())
    source = GraphSource("catalogue", "evidence catalogue", "catalogue", digest.hexdigest())
    return PackagedGraph(graph("catalogue", "evidence"), source, triples)


def _source(kind: str, title: str, path: Path) -> GraphSource:
    return GraphSource(kind, title, path.name, hashlib.sha256(path.read_bytes()).hexdigest())
