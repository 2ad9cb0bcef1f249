"""``cjgraph plan correct``: mends one thing in a draft and keeps who did it and when."""

from __future__ import annotations

from typing import Annotated

import typer

from cjgraph.cli._data import open_data
from cjgraph.cli._screen import answer, answer_json
from cjgraph.errors import InputError
from cjgraph.store import DataFolder


def add(plan: typer.Typer) -> None:
    """Add the verb to ``cjgraph plan``."""
    plan.command("correct")(correct)


def correct(
    draft: Annotated[str, typer.Argument(help="The draft, as fife/2024-2029.")],
    item: Annotated[str, typer.Argument(help="The item, as action-3; words with --add.")],
    field: Annotated[str | None, typer.Argument(help="Its field, as due.")] = None,
    value: Annotated[str | None, typer.Argument(help="What it is to be, as 2026-03-31.")] = None,
    add_kind: Annotated[
        str | None,
        typer.Option("--add", metavar="KIND", help="Add an outcome, objective, action ..."),
    ] = None,
    delete: Annotated[bool, typer.Option("--delete", help="Strike the item out.")] = False,
    by: Annotated[
        str, typer.Option("--as", help="Who corrects, for the record: a role rather than a name.")
    ] = "coordinator",
    reason: Annotated[str, typer.Option(help="Why, for the record.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Print the correction as JSON.")] = False,
) -> None:
    """Correct a field of an item; add an item, or strike one out."""
    if add_kind and (field or value or delete):
        raise InputError(
            "With --add give only the words of the new item.",
            hint="As in: cjgraph plan correct fife/2024-2029 --add action 'Open a hub in Leven'.",
        )
    if delete and (field or value):
        raise InputError("With --delete give only the item.")
    if not add_kind and not delete and (field is None or value is None):
        raise InputError(
            "Say which field of the item is to be what.",
            hint="As in: cjgraph plan correct fife/2024-2029 action-3 due 2026-03-31.",
        )
    open_data(quiet=json)
    from ingest.drafts import correct_draft

    found, made = correct_draft(
        DataFolder.from_environment(),
        draft,
        item="" if add_kind else item,
        field=field or "",
        value=item if add_kind else value or "",
        add=add_kind or "",
        delete=delete,
        by=by,
        reason=reason,
    )
    if json:
        answer_json(
            {
                "draft": found.name,
                "changed": made is not None,
                "correction": made.change.sentence if made else None,
                "item": made.change.item if made else item,
            }
        )
    elif made is None:
        answer(f"{found.name} says that already; nothing changes.")
    else:
        answer(f"{found.name}: {made.change.sentence}")
