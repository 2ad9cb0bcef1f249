"""``cjgraph gaps``: where need, services, evidence and threads do not meet."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cjgraph.cli._figure import (
    Area,
    Format,
    Include,
    Json,
    On,
    Out,
    Plans,
    Query,
    Wanted,
    day_of,
    give,
    screen_width,
    table_text,
)
from cjgraph.errors import InputError

if TYPE_CHECKING:
    from cjgraph.thread import Answer, ThreadGraph

_OF: Final = ("needs", "threads", "single-points")
_HEADINGS: Final = {
    "need_without_service": "Needs without a service",
    "service_without_need": "Services without a named need",
    "service_without_evidence": "Services without supporting evidence",
    "evidence_backed_intervention_nobody_provides": "Supported interventions that are not used",
    "duplication": "Possible duplication",
    "not_known": "What could not be judged",
}
_MOST: Final = 25


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("gaps")(gaps)


def gaps(
    of: Annotated[
        str,
        typer.Option(
            help="needs (with services and evidence), threads (where they break) or"
            " single-points (on which alone an outcome rests)."
        ),
    ] = "needs",
    area: Area = None,
    plans: Plans = "in_force",
    on: On = None,
    include: Include = None,
    format: Format = None,
    out: Out = None,
    query: Query = False,
    json: Json = False,
) -> None:
    """Show needs without a service, services without evidence, and what is not known.

    A gap is told only where both sides are in the data.

    Example: cjgraph gaps --area Fife --out gaps.svg
    """
    if of not in _OF:
        raise InputError(f"--of takes {', '.join(_OF)}, not '{of}'.")
    day = day_of(on)

    def work_out(graph: ThreadGraph) -> Answer:
        from cjgraph import thread

        if of == "threads":
            return thread.thread_breaks(graph, area, plans=plans, on=day)  # type: ignore[arg-type]
        work: Callable[..., Answer] = thread.gaps if of == "needs" else thread.single_points
        return work(graph, area=area, plans=plans, on=day)

    text = {"needs": _text, "threads": _breaks_text}.get(of)
    give(Wanted(include, format, json, out, query), work_out, text)


def _breaks_text(found: Answer, graph: ThreadGraph) -> str:
    """Return the breaks plan by plan, each with what would mend it and its place."""
    lines: list[str] = []
    plan: object = None
    for row in found.rows():
        if row["plan"] != plan:
            plan = row["plan"]
            lines += ["", str(plan or "Of no known plan")]
        lines += ["", *_indented(str(row["message"])), *_indented(str(row["remedy"]))]
        if row["place"]:
            lines += _indented(str(row["place"]))
    return "\n".join(lines).strip("\n")


def _indented(words: str) -> list[str]:
    return textwrap.wrap(words, screen_width() - 2, initial_indent="  ", subsequent_indent="  ")


def _text(found: Answer, graph: ThreadGraph) -> str:
    """Return the gaps kind by kind, each kind with its remedy once."""
    rows = found.rows()
    parts = []
    for kind, heading in _HEADINGS.items():
        own = [row for row in rows if row["kind"] == kind]
        if not own:
            continue
        told = table_text(own[:_MOST], keys=("area", "what", "strength"))
        more = f"\nand {len(own) - _MOST} more; --format csv has all." if len(own) > _MOST else ""
        words = textwrap.fill(str(own[0]["remedy"] or ""), screen_width())
        remedy = f"\n{words}" if words else ""
        parts.append(f"{heading} ({len(own)}){remedy}\n\n{told}{more}")
    return "\n\n".join(parts)
