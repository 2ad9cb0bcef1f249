"""``cjgraph check``: examines the ontology, the vocabularies and the rules themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cjgraph.cli._screen import answer, answer_json


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("check")(check)


def check(
    ontology: Annotated[
        Path | None,
        typer.Option("--ontology", metavar="FOLDER", help="Check this ontology folder instead."),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Name every warning and note, not only some of each kind.")
    ] = False,
    record: Annotated[
        bool,
        typer.Option(
            "--record-hierarchy", help="Write down the class hierarchy as it is, then stop."
        ),
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Check that the model is consistent and the vocabularies are whole."""
    from ingest.model_check import check_model, record_hierarchy

    if record:
        answer(f"The class hierarchy is recorded in {record_hierarchy(ontology)}.")
        return
    outcomes = check_model(ontology, full=every)
    if json:
        answer_json([outcome.to_json() for outcome in outcomes])
    else:
        for outcome in outcomes:
            answer(outcome.line())
    if any(outcome.failed for outcome in outcomes):
        raise typer.Exit(1)
