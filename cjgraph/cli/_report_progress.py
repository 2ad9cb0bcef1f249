"""``cjgraph report``: annual reports, and how far they say that a plan has come."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cjgraph.cli._data import open_data
from cjgraph.cli._screen import answer, answer_json, say
from cjgraph.store import DataFolder

if TYPE_CHECKING:
    from ingest.reports import ReportReading

_FILE = "The report: Word, PDF, Excel, web page, text, Markdown."
_PLAN = "The plan that it reports on: a file, or a draft or edition such as fife/2024-2029."
_TITLES = {
    "done": "Done",
    "on_course": "On course",
    "late": "Late",
    "dropped": "Dropped",
    "not_mentioned": "Not mentioned",
}


def register(app: typer.Typer) -> None:
    """Add the verbs to the command."""
    report = typer.Typer(no_args_is_help=True, help="Read annual reports on a plan.")
    report.callback()(_group)
    report.command("read")(read)
    report.command("import")(import_)
    app.add_typer(report, name="report")


def _group() -> None:
    """Read annual reports on a plan."""


def read(
    file: Annotated[Path, typer.Argument(help=_FILE)],
    plan: Annotated[str, typer.Option("--plan", help=_PLAN)] = "",
    json: Annotated[bool, typer.Option("--json", help="Print the reading as JSON.")] = False,
) -> None:
    """Read an annual report and show how far each action of the plan has come."""
    from ingest.reports.importing import find_plan
    from ingest.reports.safely import read_report_safely

    found = find_plan(plan, DataFolder.from_environment()) if plan else None
    reading = read_report_safely(file, found.reading if found else None)
    if json:
        answer_json(reading.to_json())
    else:
        _print(reading)
    _note(reading)
    if reading.status != "ok":
        raise typer.Exit(2)


def import_(
    file: Annotated[Path, typer.Argument(help=_FILE)],
    plan: Annotated[str, typer.Option("--plan", help=_PLAN)],
    by: Annotated[
        str, typer.Option("--as", help="Who imports, for the record: a role rather than a name.")
    ] = "coordinator",
    checked_by: Annotated[
        str, typer.Option("--checked-by", help="Who has checked the reading against the report.")
    ] = "",
    invented: Annotated[
        bool, typer.Option("--invented", help="The report is an example that no one published.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Read an annual report, join it to its plan and keep it; it counts in no national figure."""
    from ingest.reports.importing import find_plan, import_report

    data = DataFolder.from_environment()
    open_data(quiet=json)
    kept = import_report(
        data, file, find_plan(plan, data), by=by, checked_by=checked_by, invented=invented
    )
    if json:
        answer_json(kept.to_json())
        return
    done = "Kept" if kept.changed else "Nothing changes; already kept"
    answer(f"{done} as {kept.name} ({kept.graph}).")
    _print_counts(kept.reading)
    _note(kept.reading)


def _print(reading: ReportReading) -> None:
    if reading.status != "ok":
        return
    answer(reading.title)
    start, end = reading.period or (None, None)
    period = f"{start:%d %B %Y} to {end:%d %B %Y}" if start and end else "not found"
    answer(f"Area: {reading.area or 'not found'}    Period: {period}")
    if reading.plan:
        answer(f"Plan: {reading.plan.title}")
        _print_counts(reading)
    for state, title in _TITLES.items():
        group = [action for action in reading.actions if action.state == state]
        if not group:
            continue
        answer(f"\n{title} ({len(group)})")
        for action in group:
            said = f" [{action.said}]" if action.said else ""
            answer(f"  {action.id}: {action.text}{said}")
            if action.quote:
                place = action.locator.bare().in_words()
                answer(f"      \u201c{action.quote}\u201d ({place}; {action.confidence:.0%} sure)")
            if action.why:
                answer(f"      {action.why}")
    if reading.outcomes:
        answer(f"\nOutcomes ({len(reading.outcomes)})")
        for outcome in reading.outcomes:
            answer(f"  {outcome.id}: {_TITLES[outcome.state]}: {outcome.text}")
    told = [item for item in reading.national if item.statements]
    answer(f"\nNational outcomes ({len(told)} of {len(reading.national)} spoken of)")
    for item in told:
        used = f" [{', '.join(item.indicators)}]" if item.indicators else ""
        answer(f"  {item.outcome}{used}: {item.statements[0].quote}")
    if reading.new_actions:
        title = "Not in the plan" if reading.plan else "Actions told of"
        answer(f"\n{title} ({len(reading.new_actions)})")
        for new in reading.new_actions:
            answer(f"  {_TITLES[new.state]}: {new.text}")


def _print_counts(reading: ReportReading) -> None:
    counts = reading.counts()
    told = ", ".join(f"{counts[state]} {title.lower()}" for state, title in _TITLES.items())  # type: ignore[index]
    answer(f"{len(reading.actions)} actions: {told}.")


def _note(reading: ReportReading) -> None:
    for warned in reading.warnings:
        place = warned.locator.in_words() if warned.locator.to_json() else ""
        say(f"Note: {warned.message}" + (f" ({place})" if place else ""))
