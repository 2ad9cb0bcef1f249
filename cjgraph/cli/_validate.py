"""``cjgraph validate``: checks a plan against law, checklist and golden thread."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cjgraph.cli._data import open_data
from cjgraph.cli._screen import answer, answer_json, say
from cjgraph.errors import InputError


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("validate")(validate)


def validate(
    file: Annotated[Path, typer.Argument(help="The plan, in any format that is read.")],
    profile: Annotated[
        str, typer.Option(help="How strict to be: draft, publication or exemplary.")
    ] = "draft",
    format: Annotated[str | None, typer.Option(help="text (the default), json or turtle.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
) -> None:
    """Check a plan; exit 0 where nothing has to be mended, 1 where something has."""
    if json and format:
        raise InputError("Both --json and --format were given; give one of them.")
    wanted = "json" if json else format or "text"
    if wanted not in ("text", "json", "turtle"):
        raise InputError(f"A report can't be printed as '{wanted}'; use text, json or turtle.")
    snapshot = open_data()
    from cjgraph.shacl import report_text, report_turtle
    from ingest.checking import check_file, framework_graph
    from ingest.plans.notes import notes_text
    from ingest.plans.safely import read_safely

    framework = framework_graph(snapshot.default_triples())
    checked = check_file(file, framework, profile=profile, read=read_safely)
    if wanted == "json":
        answer_json(checked.to_json())
    elif wanted == "turtle":
        for note in checked.notes:  # a graph of findings has no room for them
            say(f"Note: {note.message}")
        answer(report_turtle(checked.report))
    else:
        if before := notes_text(checked.notes):
            answer(before)
        answer(report_text(checked.report))
    if not checked.report.conforms:
        raise typer.Exit(1)
