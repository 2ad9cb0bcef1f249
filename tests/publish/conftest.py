"""The ontology as it is published, and a service that answers for it alone."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from types import SimpleNamespace

import pyoxigraph as ox
import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api import ontology as ontology_pages
from api import pages, problem
from api.guards import SafeHeaders
from cjgraph.publish import Ontology, ontology_modules, read_ontology, vocabulary_triples
from cjgraph.store import Snapshot


@pytest.fixture(scope="session")
def modules() -> dict[str, list[ox.Triple]]:
    """The packaged model, file by file."""
    return ontology_modules()


@pytest.fixture(scope="session")
def triples(modules: dict[str, list[ox.Triple]]) -> list[ox.Triple]:
    """The packaged model as one graph."""
    return [triple for part in modules.values() for triple in part]


@pytest.fixture(scope="session")
def vocabularies() -> list[ox.Triple]:
    """All vocabularies as one graph."""
    return vocabulary_triples()


@pytest.fixture(scope="session")
def model(modules: dict[str, list[ox.Triple]]) -> Ontology:
    """The packaged model as readers see it."""
    return read_ontology(modules)


@pytest.fixture(scope="session")
def app(snapshot: Snapshot) -> FastAPI:
    """An application that answers for the ontology alone."""
    made = FastAPI()
    made.state.service = SimpleNamespace(snapshot=lambda: snapshot)
    ontology_pages.register(made)
    pages.register(made)
    problem.register(made)
    made.add_middleware(SafeHeaders)
    return made


@pytest.fixture(scope="session")
def client(app: FastAPI) -> Iterator[TestClient]:
    """A client of that application."""
    with TestClient(app) as made:
        yield made


@pytest.fixture(scope="session")
def address(app: FastAPI) -> Iterator[str]:
    """The address at which that application answers a browser."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
