"""``cjgraph check``: examines the ontology, the vocabularies and the rules themselves."""

from __future__ import annotations

from typing import Annotated

import typer

from cjgraph.cli._screen import answer, answer_json


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("check")(check)


def check(
    json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Check that the model is consistent and the vocabularies are whole."""
    from ingest.model_check import check_model

    outcomes = check_model()
    if json:
        answer_json([outcome.to_json() for outcome in outcomes])
    else:
        for outcome in outcomes:
            answer(outcome.line())
    if any(outcome.failed for outcome in outcomes):
        raise typer.Exit(1)
