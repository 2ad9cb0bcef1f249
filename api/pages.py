"""The start page: what is here, in plain words, with links."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates

from api.state import TheService
from cjgraph import __version__

_HERE = Path(__file__).resolve().parent
_templates = Jinja2Templates(_HERE / "templates")

router = APIRouter(include_in_schema=False)

_COUNTS = """
SELECT (COUNT(DISTINCT ?publication) AS ?publications) (COUNT(DISTINCT ?finding) AS ?findings)
       (COUNT(DISTINCT ?partnership) AS ?partnerships) (COUNT(DISTINCT ?outcome) AS ?outcomes)
       (COUNT(DISTINCT ?plan) AS ?plans)
WHERE {
  { ?publication a cj:EvidenceReview } UNION { ?finding a cj:Finding }
  UNION { ?partnership a cj:CommunityJusticePartnership }
  UNION { ?outcome a cj:CommunityJusticeOutcome } UNION { ?plan a cj:CJOIP }
}"""


def register(app: FastAPI) -> None:
    """Add the pages and their static files to an application."""
    app.mount("/static", StaticFiles(directory=_HERE / "static"), name="static")
    app.include_router(router)


@router.get("/", response_class=HTMLResponse)
def start(request: Request, service: TheService) -> HTMLResponse:
    """Show what is here."""
    snapshot = service.snapshot()
    return _templates.TemplateResponse(
        request,
        "start.html",
        {
            "counts": snapshot.rows(_COUNTS)[0],
            "snapshot": snapshot.name,
            "created": f"{datetime.fromisoformat(snapshot.manifest['created']):%-d %B %Y}",
            "version": __version__,
        },
    )
