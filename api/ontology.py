"""``/ontology``: the model for readers and, by content negotiation, for machines.

Source: Best Practice Recipes for Publishing RDF Vocabularies, W3C Note; RFC 9110,
section 12.5.1.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Annotated, Any

import pyoxigraph as ox
from fastapi import APIRouter, Depends, FastAPI, Request, Response

from api.problem import Problem, problem
from api.state import TheService
from api.tags import is_held, weak_tag
from api.templating import environment
from cjgraph import __version__
from cjgraph.errors import FileNotReadable, UnknownThing
from cjgraph.namespaces import CIDS, DCTERMS, PUBLISHED_EXAMPLES, RDFS, SCHEMA, compact
from cjgraph.publish import (
    Ontology,
    Version,
    checksums,
    core_diagram,
    count_uses,
    ontology_modules,
    read_changes,
    read_ontology,
    release_files,
    tidy_turtle,
    vocabulary_triples,
)
from cjgraph.resources import resource_folder
from cjgraph.sparql import ResultFormat, format_named, negotiate
from cjgraph.store import Snapshot
from ingest.loading import packaged_graphs

_HERE = Path(__file__).resolve().parent

#: The page has a code only because every offer has one; it is never used to write a graph.
_PAGE = ResultFormat("html", "text/html", ("application/xhtml+xml",), ox.RdfFormat.TURTLE)
_FILES = {"turtle": "ontology.ttl", "rdfxml": "ontology.rdf", "jsonld": "ontology.jsonld"}
_OFFERS = (_PAGE, *(f for name in _FILES if (f := format_named(name)) is not None))
_MEDIA = {
    ".ttl": "text/turtle",
    ".rdf": "application/rdf+xml",
    ".jsonld": "application/ld+json",
    ".svg": "image/svg+xml",
    ".html": "text/html",
}
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"content": {offer.media_type: {} for offer in _OFFERS}, "description": "The ontology."},
    406: {"model": Problem, "description": "None of the formats asked for is on offer."},
    503: {"model": Problem, "description": "Nothing has been loaded yet."},
}

router = APIRouter(tags=["Ontology"])


class OntologyShelf:
    """Holds what is published of the ontology in one snapshot, made once for each."""

    def __init__(self) -> None:
        self._made: tuple[str, dict[str, bytes]] = ("", {})
        self._guard = threading.Lock()

    def files(self, snapshot: Snapshot) -> tuple[str, dict[str, bytes]]:
        """Return the version of the ontology in a snapshot, and its files by name.

        Args:
            snapshot: The snapshot.
        """
        with self._guard:
            if self._made[0] != str(snapshot.folder):
                self._made = (str(snapshot.folder), _publish(snapshot))
            files = self._made[1]
            return files["version"].decode(), files


def register(app: FastAPI) -> None:
    """Add the addresses below ``/ontology`` to an application."""
    app.state.ontology_shelf = OntologyShelf()
    app.include_router(router)


def _shelf(request: Request) -> OntologyShelf:
    shelf: OntologyShelf = request.app.state.ontology_shelf
    return shelf


TheShelf = Annotated[OntologyShelf, Depends(_shelf)]


@router.get("/ontology", summary="The ontology, in the format asked for", responses=_RESPONSES)
def ontology(request: Request, service: TheService, shelf: TheShelf) -> Response:
    """Answer with the page or, where the client prefers data, with the graph."""
    chosen = negotiate(request.headers.get("accept", ""), _OFFERS)
    if chosen is None:
        offered = ", ".join(offer.media_type for offer in _OFFERS)
        detail = "The ontology can't be given in that format."
        return problem(406, detail, f"On offer: {offered}.", {"Vary": "Accept"})
    name = _FILES.get(chosen.name, "index.html")
    return _answer(request, shelf.files(service.snapshot())[1], name)


@router.get("/ontology.{ending}", summary="The ontology as a file: ttl, rdf or jsonld")
def ontology_file(ending: str, request: Request, service: TheService, shelf: TheShelf) -> Response:
    """Answer with one syntax, whatever the client says it prefers."""
    return _answer(request, shelf.files(service.snapshot())[1], f"ontology.{ending}")


@router.get("/ontology/{name}", summary="The context, the picture, or a version by its number")
def ontology_part(name: str, request: Request, service: TheService, shelf: TheShelf) -> Response:
    """Answer with the JSON-LD context, the diagram, or the version that a number names."""
    version, files = shelf.files(service.snapshot())
    if name == version:
        return ontology(request, service, shelf)
    if name not in ("context.jsonld", "diagram.svg"):
        raise UnknownThing(
            f"The ontology has no part or current version called '{name}'.",
            hint=f"There are context.jsonld, diagram.svg and {version}.",
        )
    return _answer(request, files, name)


def _answer(request: Request, files: dict[str, bytes], name: str) -> Response:
    media = _MEDIA.get(Path(name).suffix)
    if name not in files or media is None:
        known = ", ".join(sorted(_FILES.values()))
        raise UnknownThing(f"There is no {name}.", hint=f"There are {known}.")
    body = files[name]
    tag = weak_tag(body)
    headers = {"ETag": tag, "Vary": "Accept", "Access-Control-Allow-Origin": "*"}
    if is_held(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media, headers=headers)


def _publish(snapshot: Snapshot) -> dict[str, bytes]:
    graphs = snapshot.rows('SELECT ?g { ?g cj:graphKind "ontology" ; cj:isCurrent true }')
    modules = {
        row["g"].rpartition("/")[2]: list(snapshot.triples(row["g"]))
        for row in sorted(graphs, key=lambda row: row["g"])
    }
    national = list(snapshot.default_triples())
    invented = list(snapshot.triples(PUBLISHED_EXAMPLES))
    return published_files(modules, national, invented)


def release_folder(folder: Path | None = None) -> tuple[str, dict[str, bytes]]:
    """Return a release: its version, and its files by name.

    The files depend on the packaged data alone, so the same data gives the same bytes.

    Args:
        folder: The ontology folder; the packaged one where none is given.

    Raises:
        InputError: A file is missing or broken.
    """
    packaged = [read() for read in packaged_graphs(folder)]
    national = [t for p in packaged if p.source.kind != "example" for t in p.triples]
    invented = [t for p in packaged if p.source.kind == "example" for t in p.triples]
    files = published_files(ontology_modules(folder), national, invented, base="", folder=folder)
    version = files.pop("version").decode()
    files["vocabularies.ttl"] = tidy_turtle(
        vocabulary_triples(folder), f"All vocabularies of the cjgraph ontology {version}"
    )
    files["CHANGES.md"] = _change_log(folder)
    for name in ("ontology.css", "ontology.js"):
        files[name] = (_HERE / "static" / name).read_bytes()
    files["SHA256SUMS"] = checksums(files)
    return version, files


def published_files(
    modules: dict[str, list[ox.Triple]],
    national: list[ox.Triple],
    invented: list[ox.Triple],
    *,
    base: str = "/ontology",
    folder: Path | None = None,
) -> dict[str, bytes]:
    """Return everything that is published of the ontology.

    Args:
        modules: File stem to the triples of that part of the model.
        national: The triples of national data, for the counts and examples.
        invented: The triples of the invented examples.
        base: ``"/ontology"`` for the service; ``""`` for a folder of files.
        folder: The ontology folder, for the change log; the packaged one where none is given.

    Returns:
        File name to content, and under ``"version"`` the version.
    """
    model = read_ontology(modules)
    triples = [triple for part in modules.values() for triple in part]
    diagram = core_diagram(model)
    page = (
        environment()
        .get_template("ontology.html")
        .render(
            ontology=model,
            uses=count_uses(model, national, invented),
            sources=_sources([*triples, *national]),
            diagram=diagram,
            versions=read_changes(_change_log(folder).decode()),
            links=_links(base),
            software=__version__,
            compact=_compact,
            describe=_kind_of_change,
        )
    )
    return {
        **release_files(triples, [*national, *invented]),
        "diagram.svg": diagram.svg,
        "index.html": page.encode(),
        "version": model.version.encode(),
    }


def _change_log(folder: Path | None) -> bytes:
    path = (folder or resource_folder("ontology")) / "CHANGES.md"
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileNotReadable(f"{path} can't be read: {error.strerror}.") from error


def _links(base: str) -> dict[str, str]:
    if base:
        static = {"css": "/static/ontology.css", "js": "/static/ontology.js", "home": "/"}
        files = {n: f"{base}.{n}" for n in ("ttl", "rdf", "jsonld")}
        return {
            **static,
            **files,
            "context": f"{base}/context.jsonld",
            "svg": f"{base}/diagram.svg",
        }
    static = {"css": "ontology.css", "js": "ontology.js", "home": ""}
    files = {n: f"ontology.{n}" for n in ("ttl", "rdf", "jsonld")}
    return {**static, **files, "context": "context.jsonld", "svg": "diagram.svg"}


def _sources(triples: list[ox.Triple]) -> dict[str, tuple[str, str]]:
    """Return the label and the address of everything that has a label."""
    labels: dict[str, str] = {}
    addresses: dict[str, str] = {}
    wholes: dict[str, str] = {}
    for triple in triples:
        subject, predicate, value = triple.subject, triple.predicate.value, triple.object
        if not isinstance(subject, ox.NamedNode) or isinstance(value, ox.Triple):
            continue
        if predicate == RDFS + "label":
            labels[subject.value] = min(value.value, labels.get(subject.value, value.value))
        elif predicate == SCHEMA + "url":
            addresses[subject.value] = min(value.value, addresses.get(subject.value, value.value))
        elif predicate == DCTERMS + "isPartOf":
            wholes[subject.value] = value.value
    return {
        iri: (_with_whole(label, labels.get(wholes.get(iri, ""), "")), addresses.get(iri, iri))
        for iri, label in labels.items()
    }


def _with_whole(label: str, whole: str) -> str:
    return f"{whole}, {label[:1].lower()}{label[1:]}" if whole else label


def _compact(iri: str) -> str:
    return f"cids:{iri.removeprefix(CIDS)}" if iri.startswith(CIDS) else compact(iri)


def _kind_of_change(version: Version, model: Ontology) -> list[tuple[str, list[Any]]]:
    """Return a version's changes by kind, in the order of the change log."""
    kinds: dict[str, list[Any]] = {}
    for change in version.changes:
        kinds.setdefault(change.kind, []).append(change)
    return list(kinds.items())
