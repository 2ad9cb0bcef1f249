"""``cjgraph register``: what plans and reports are on record, and what is owed by when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from cjgraph.calendar_day import day_given
from cjgraph.cli._data import open_data
from cjgraph.cli._screen import answer, answer_json
from cjgraph.errors import UnknownThing

if TYPE_CHECKING:
    from cjgraph.register import Deadline, RegisterRow


def register(app: typer.Typer) -> None:
    """Add the verbs to the command."""
    app.command("register")(show_register)
    app.command("services")(show_services)


def show_register(
    partnership: Annotated[
        str | None, typer.Argument(help="Part of a Partnership's name; all 30 where left out.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="The day to work it out for, as 2026-12-31; else today.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Show what plans and reports are on record, and what is owed by when.

    Deadlines are worked out from the Act and its guidance, never typed in. What is not on
    record may have been published all the same.
    """
    from cjgraph.register import deadlines, edition_rows, register_rows

    day = _day(on)
    snapshot = open_data()
    rows = _chosen(register_rows(snapshot), partnership)
    owed = deadlines(rows, edition_rows(snapshot), day)
    if json:
        answer_json({"on": day.isoformat(), "deadlines": [found.to_json() for found in owed]})
        return
    answer(f"Register of plans and reports, as it stands on {day:%d %B %Y}.")
    names = dict.fromkeys(row.name for row in rows)
    for name in names:
        answer(f"\n{name}")
        for line in _of(name, rows, owed):
            answer(f"  {line}")


def show_services(
    json: Annotated[
        bool, typer.Option("--json", help="Print them after the Human Services Data Specification.")
    ] = False,
) -> None:
    """Show the services that are on record."""
    from cjgraph.register import hsds_services

    services = hsds_services(open_data())
    if json:
        answer_json(services)
        return
    for service in services:
        answer(f"{service['name']}: {service.get('description') or 'no description on record'}")


def _day(text: str | None) -> date:
    return datetime.now(UTC).date() if text is None else day_given(text)


def _chosen(rows: list[RegisterRow], wanted: str | None) -> list[RegisterRow]:
    if wanted is None:
        return rows
    found = [row for row in rows if wanted.casefold() in row.name.casefold()]
    if not found or not wanted.strip():
        raise UnknownThing(
            f"No Partnership's name holds '{wanted}'.",
            hint="Leave the name out to see all 30.",
        )
    return found


def _of(name: str, rows: Iterable[RegisterRow], owed: Iterable[Deadline]) -> list[str]:
    """Return the lines about one Partnership; old reports that are missing are counted."""
    on_record = [r.title for r in rows if r.name == name and r.status not in ("", "not-known")]
    lines = [f"On record: {title}" for title in on_record]
    missing = []
    for found in owed:
        if found.name != name:
            continue
        if found.state == "not_on_record":
            missing.append(found)
        else:
            lines.append(found.reason)
    if len(missing) == 1:
        lines.append(missing[0].reason)
    elif missing:
        lines.append(
            f"{len(missing)} annual reports are not on record, the latest due on"
            f" {max(m.due for m in missing if m.due):%d %B %Y}."
        )
    return lines
