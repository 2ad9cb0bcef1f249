"""A report as one web page that needs no other file, no script and no network."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from cjgraph.shacl._characters import printable
from cjgraph.shacl._checkpoints import ANSWERS, checkpoint_tables
from cjgraph.shacl._days import day_in_words
from cjgraph.shacl._groups import URGENT, grouped
from cjgraph.shacl._items import item_rows
from cjgraph.shacl._offers import catalogue, offered, page
from cjgraph.shacl._report import SEVERITIES, CheckReport
from cjgraph.shacl._summary import summary

_TEMPLATES: Final = Path(__file__).resolve().parent / "templates"


def report_html(report: CheckReport, *, notes: Sequence[str] = (), name: str = "") -> str:
    """Put a report into one web page.

    Everything that a plan brings along is escaped, and the page forbids scripts.

    Args:
        report: The report.
        notes: What to know of the reading before the findings are read.
        name: Name of the file that was checked.
    """
    groups = grouped(report)
    return _page().render(
        report=report,
        name=name,
        notes=notes,
        groups=groups,
        summary=summary(report, groups),
        items=item_rows(report, groups),
        tables=checkpoint_tables(report),
        answers=ANSWERS,
        urgent=URGENT,
        severities=SEVERITIES,
        css=Markup(_css()),  # noqa: S704 - a file of this package
        policy=f"default-src 'none'; style-src '{_style_hash()}'",
    )


def html_policy() -> str:
    """Return the Content-Security-Policy that a service sends with the page."""
    return (
        f"default-src 'none'; style-src '{_style_hash()}'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    )


@lru_cache(maxsize=1)
def _page() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_clean,
    )
    environment.globals.update(
        catalogue=catalogue, offered=offered, page=page, day_in_words=day_in_words
    )
    return environment.get_template("report.html")


def _clean(value: object) -> object:
    """Leave out of words what turns the direction of a text or can't be seen."""
    return printable(value) if type(value) is str else value


@lru_cache(maxsize=1)
def _css() -> str:
    return (_TEMPLATES / "report.css").read_text(encoding="utf-8")


def _style_hash() -> str:
    digest = hashlib.sha256(_css().encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
