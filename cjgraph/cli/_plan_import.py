"""``cjgraph plan import``: keeps what plans say as drafts that a person can mend."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cjgraph.cli._data import open_data
from cjgraph.cli._screen import answer, answer_json, progress_bar, say
from cjgraph.store import DataFolder

if TYPE_CHECKING:
    from ingest.drafts import ImportReport, ImportRow

#: Warnings that are shown of one plan in a report on many.
_FEW = 3


def add(plan: typer.Typer) -> None:
    """Add the verb to ``cjgraph plan``."""
    plan.command("import")(import_)


def import_(
    path: Annotated[Path, typer.Argument(help="A plan, a filled-in template, or a folder.")],
    edition: Annotated[
        str, typer.Option(help="Name of the edition, as 2024-2029; else the plan's own years.")
    ] = "",
    area: Annotated[str, typer.Option(help="The area; else as the plan names it.")] = "",
    by: Annotated[
        str, typer.Option("--as", help="Who imports, for the record: a role rather than a name.")
    ] = "coordinator",
    invented: Annotated[
        bool, typer.Option("--invented", help="The plan is an example that no one published.")
    ] = False,
    again: Annotated[
        bool,
        typer.Option(
            "--force",
            "--again",
            help="Make the file the current one of its draft: an earlier file or template once"
            " more, or one that takes away most of the draft.",
        ),
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Read plans and keep each as a draft; corrections made before are made again.

    A filled-in template of a draft becomes corrections to it. Importing the same file
    again changes nothing, unless --again makes it current once more.
    """
    open_data(quiet=json)
    from ingest.drafts.importing import import_plans
    from ingest.drafts.merging import Wanted

    with progress_bar("Importing") as progress:
        report = import_plans(
            DataFolder.from_environment(),
            path,
            Wanted(area, edition, by, invented, again),
            progress=progress,
        )
    if json:
        answer_json(report.to_json())
    elif path.is_dir():
        _print_table(report)
    else:
        _print_one(report.rows[0])
    if report.failed and not path.is_dir():
        raise typer.Exit(2)
    if report.failed or report.held or not report.rows:
        raise typer.Exit(1)
    if not path.is_dir() and not report.rows[0].draft:
        raise typer.Exit(2)


def _print_one(row: ImportRow) -> None:
    if row.held:
        say(f"cjgraph: {row.file} was not imported. {row.why}")
        return
    if not row.draft:
        say(f"cjgraph: {row.file} was not imported. {row.why}")
        return
    answer(f"{row.draft}: {row.result}. {row.why}")
    answer(f"  {_found(row)}")
    for line in row.changes:
        answer(f"  {line}")
    _print_rest(row)


def _print_table(report: ImportReport) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table("File", "Result", "Draft", "Outcomes", "Actions", "Checklist")
    for row in report.rows:
        score = "" if row.checklist is None else f"{row.checklist:g} of 13"
        cells = (
            row.file,
            row.result,
            row.draft,
            str(row.counts.get("outcomes", "")),
            str(row.counts.get("actions", "")),
            score,
        )
        table.add_row(*map(escape, cells))
    console = Console()
    if not console.is_terminal:
        console = Console(width=10_000)  # a pipe has no width to fit, so nothing is cut
    console.print(table)
    for row in report.rows:
        if row.result in ("failed", "held back", "left out", "read again"):
            answer(f"{row.file}: {row.result}. {row.why}")
        for line in row.changes:
            answer(f"{row.file}: {line}")
        _print_rest(row)
    counted = report.to_json()["results"]
    told = ", ".join(f"{number} {name}" for name, number in counted.items() if number)
    answer(f"{len(report.rows)} files: {told or 'nothing'}.")


def _print_rest(row: ImportRow) -> None:
    for line in row.unplaced:
        say(f"{row.file}: this correction has lost its item and is kept: {line}")
    for conflict in row.conflicts:
        say(f"{row.file}: {conflict.sentence}")
    for line in row.warnings[:_FEW]:
        say(f"{row.file}: Note: {line}")
    if len(row.warnings) > _FEW:
        left = len(row.warnings) - _FEW
        more = f"{left} more note{'' if left == 1 else 's'}"
        say(f"{row.file}: {more}; 'cjgraph plan show {row.draft}' has all.")


def _found(row: ImportRow) -> str:
    counts = ", ".join(f"{number} {name}" for name, number in row.counts.items())
    score = "" if row.checklist is None else f"; checklist {row.checklist:g} of 13"
    return f"{row.area or 'No area'}, {row.edition}: {counts}{score}"
