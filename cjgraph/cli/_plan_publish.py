"""``cjgraph plan publish``: makes an edition of a draft."""

from __future__ import annotations

from typing import Annotated

import typer

from cjgraph.cli._data import open_data
from cjgraph.cli._screen import answer, answer_json, say
from cjgraph.store import DataFolder


def add(plan: typer.Typer) -> None:
    """Add the verb to ``cjgraph plan``."""
    plan.command("publish")(publish)


def publish(
    draft: Annotated[str, typer.Argument(help="The draft, as fife/2024-2029.")],
    checked_by: Annotated[
        str,
        typer.Option(
            "--checked-by",
            help="Who has checked the reading against the plan: a role rather than a name."
            " Left out, the plan counts in no national figure.",
        ),
    ] = "",
    again: Annotated[
        bool,
        typer.Option(
            "--replace",
            help="Publish a further version of an edition that is published already; the"
            " earlier one stays as it is and is archived.",
        ),
    ] = False,
    force: Annotated[
        bool,
        typer.Option("--force", help="Publish it although it says nothing or has faults."),
    ] = False,
    by: Annotated[
        str, typer.Option("--as", help="Who publishes, where no one has checked.")
    ] = "coordinator",
    json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Publish a draft; an edition that was published is never overwritten."""
    open_data(quiet=json)
    from ingest.drafts import publish_draft

    made = publish_draft(
        DataFolder.from_environment(),
        draft,
        checked_by=checked_by,
        by=by,
        again=again,
        force=force,
    )
    if json:
        answer_json(made.to_json())
        return
    if not made.changed:
        answer(f"{made.edition} is published already, and the draft says the same.")
        return
    checked = f", checked by {made.checked_by}" if made.checked_by else ""
    answer(f"{made.edition} is published{checked}.")
    for name in made.archived:
        answer(f"  {name} is archived; it stays on record as it was.")
    for note in made.notes:
        say(note)
