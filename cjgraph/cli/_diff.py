"""``cjgraph diff``: tells in plain words how two plans, or two editions of one, differ."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cjgraph.cli._data import open_data
from cjgraph.cli._screen import answer, answer_json
from cjgraph.errors import PlanNotReadable

if TYPE_CHECKING:
    from ingest.plans import PlanReading

_HEADINGS = {
    "plan": "The plan",
    "outcome": "Outcomes",
    "objective": "Objectives",
    "action": "Actions",
    "checklist": "Checklist",
}


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("diff")(diff)


def diff(
    first: Annotated[str, typer.Argument(help="The earlier plan: a file, or an edition's name.")],
    second: Annotated[str, typer.Argument(help="The later plan: a file, or an edition's name.")],
    json: Annotated[bool, typer.Option("--json", help="Print the differences as JSON.")] = False,
) -> None:
    """Show how two plans differ: what was added, dropped, reworded, moved.

    Each is a file, a published edition such as fife/2024-2029, or a draft such as
    draft:fife/2024-2029. Items are matched by what they say, not by their numbers.
    """
    from ingest.drafts import compare_plans

    one, other = _opened(first, quiet=json), _opened(second, quiet=json)
    found = compare_plans(one[1], other[1], (one[0], other[0]))
    if json:
        answer_json(found.to_json())
        return
    answer(found.summary)
    for kind, heading in _HEADINGS.items():
        lines = [change.line() for change in found.changes if change.kind == kind]
        if lines:
            answer(f"\n{heading}")
        for line in lines:
            answer(f"  {line}")


def _opened(name: str, *, quiet: bool) -> tuple[str, PlanReading]:
    path = Path(name)
    if not path.is_file():
        from ingest.drafts import open_edition

        return open_edition(open_data(quiet=quiet), name)
    from ingest.drafts.reading_files import read_for_import
    from ingest.graph_file import GRAPH_ENDINGS
    from ingest.plans.safely import read_safely

    if path.suffix.lower() in GRAPH_ENDINGS:
        reading = read_for_import(path).reading
    else:
        reading = read_safely(path)
    if reading.status != "ok":
        why = " ".join(warned.message for warned in reading.warnings)
        raise PlanNotReadable(why or f"{path.name} can't be read as a plan.")
    return path.name, reading
