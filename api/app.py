"""Puts the service together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from api import (
    coverage,
    feedback,
    gaps,
    health,
    insight,
    ontology,
    pages,
    plans,
    problem,
    search,
    shapes,
    sparql,
    trace,
    validate,
)
from api.guards import BodyLimit, HeadAnswers, SafeHeaders
from api.settings import Settings, read_settings
from api.state import Service
from cjgraph import __version__

#: What a multipart body adds around the file itself, with room to spare.
_ENVELOPE_BYTES = 100_000


def create_app(settings: Settings | None = None) -> FastAPI:
    """Return the application.

    Args:
        settings: Settings; those of the environment where none are given.
    """
    settings = settings or read_settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        service = Service(settings, validate.prepare_worker)
        app.state.service = service
        service.start()
        try:
            yield
        finally:
            service.stop()

    app = FastAPI(
        title="cjgraph",
        version=__version__,
        summary="Links local community justice plans to national outcomes and to evidence.",
        description=(
            "Checks community justice plans, traces the golden thread, finds evidence of what"
            " works, and answers SPARQL. Reading is open to all. Errors come as"
            " application/problem+json."
        ),
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=lifespan,
        docs_url=None,  # the page that FastAPI makes loads its scripts from elsewhere
        redoc_url=None,
    )
    for part in (search, validate, feedback, plans, trace, coverage, gaps, insight, sparql, health):
        app.include_router(part.router)
    ontology.register(app)
    shapes.register(app)
    pages.register(app)
    problem.register(app)
    app.add_middleware(BodyLimit, most=settings.upload_bytes + _ENVELOPE_BYTES)
    # Anyone may read from any page; nothing here knows cookies, so none are allowed along.
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST"],
        allow_headers=["Accept", "Content-Type"],
    )
    app.add_middleware(HeadAnswers)
    app.add_middleware(SafeHeaders)
    return app
