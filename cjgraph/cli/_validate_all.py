"""``cjgraph validate-all``: checks every published plan, or many files, in one go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cjgraph.cli._data import INCLUDE_HELP, included, open_data, say_included
from cjgraph.cli._screen import answer, answer_json, progress_bar, say
from cjgraph.errors import InputError

if TYPE_CHECKING:
    from ingest.nation import PlanResult

_FORMATS: Final = ("text", "json", "csv")
_COULD_NOT: Final = 2
_MOST_NAMED: Final = 20


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("validate-all")(validate_all)


def validate_all(
    places: Annotated[
        list[Path] | None,
        typer.Argument(help="Plan files and folders; every published plan where none is given."),
    ] = None,
    profile: Annotated[
        str, typer.Option(help="How strict to be: draft, publication or exemplary.")
    ] = "draft",
    include: Annotated[list[str] | None, typer.Option(help=INCLUDE_HELP)] = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="How many plans at a time.")] = 2,
    format: Annotated[str, typer.Option(help="text, json or csv.")] = "text",
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
) -> None:
    """Check all plans; exit 0 where all are fine, 1 where one has faults, 2 where one failed."""
    wanted = "json" if json else format
    if wanted not in _FORMATS:
        raise InputError(f"A table can't be printed as '{wanted}'; use {', '.join(_FORMATS)}.")
    others = included(include)
    if places and others:
        raise InputError("--include is for plans of the store; leave it out when files are given.")
    snapshot = open_data(quiet=wanted != "text")
    from ingest.nation import check_files, check_nation, results_csv

    with progress_bar("Checking plans") as progress:
        results = (
            check_files(snapshot, places, profile=profile, jobs=jobs, progress=progress)
            if places
            else check_nation(
                snapshot, include=others, profile=profile, jobs=jobs, progress=progress
            )
        )
    if wanted == "json":
        answer_json(
            {
                "profile": profile,
                "included": sorted(others),
                "plans": [result.to_json() for result in results],
            }
        )
    elif wanted == "csv":
        answer(results_csv(results).rstrip("\r\n"))
    else:
        _print(results)
    say_included(others)
    failed = [result for result in results if result.error and not result.other]
    for result in failed:
        say(f"{result.plan}: {result.error}")
    if failed:
        raise typer.Exit(_COULD_NOT)
    if any(result.conforms is False for result in results):
        raise typer.Exit(1)


def _print(results: list[PlanResult]) -> None:
    if not results:
        answer("There is no published plan yet; 'cjgraph plan publish' makes a draft one.")
        return
    from rich.console import Console
    from rich.table import Table

    from cjgraph.shacl import load_rules

    table = Table(
        "Partnership", "Plan", "Result", "Faults", "Warnings", "Notes", "Checklist", "Thread"
    )
    plans_only = [row for row in results if not row.other]
    for row in plans_only:
        table.add_row(*(cell.replace("[", "\\[") for cell in _row(row)))
    console = Console()
    (console if console.is_terminal else Console(width=200)).print(table)
    fine = sum(row.conforms is True for row in results)
    plans = "1 plan" if len(plans_only) == 1 else f"{len(plans_only)} plans"
    answer(f"{plans}; {fine} with nothing that has to be mended. Rules {load_rules().version}.")
    if unchecked := sum(row.checked is False for row in results):
        answer(f"{unchecked} of them were read by machine and not yet checked by a person.")
    if others := [row.plan for row in results if row.other]:
        left = f" and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
        answer(f"Other files, which are no plans: {', '.join(others[:_MOST_NAMED])}{left}.")


def _row(row: PlanResult) -> tuple[str, ...]:
    area = (row.area or "no area found") + (
        "" if row.kind in ("published", "file") else f" ({row.kind})"
    )
    if row.error:
        return (area, row.plan, "could not be checked", "", "", "", "", "")
    return (
        area,
        row.plan,
        "nothing to mend" if row.conforms else "to mend",
        str(row.violations),
        str(row.warnings),
        str(row.infos),
        f"{row.checklist:g} of 13",
        f"{row.thread:.0%}",
    )
