"""``cjgraph plan``: what has to do with plan documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cjgraph.cli import (
    _plan_correct,
    _plan_import,
    _plan_list,
    _plan_publish,
    _plan_template,
)
from cjgraph.cli._screen import answer, answer_json, say
from cjgraph.errors import SyntaxFault, WrongFormat

if TYPE_CHECKING:
    from ingest.plans import PlanReading


def register(app: typer.Typer) -> None:
    """Add the verbs to the command."""
    plan = typer.Typer(no_args_is_help=True, help="Read, mend and publish plans.")
    plan.command("read")(read)
    for verb in (_plan_template, _plan_import, _plan_list, _plan_correct, _plan_publish):
        verb.add(plan)
    app.add_typer(plan, name="plan")


def read(
    file: Annotated[
        Path, typer.Argument(help="The plan: Word, PDF, Excel, web page, text, Markdown.")
    ],
    json: Annotated[bool, typer.Option("--json", help="Print the reading as JSON.")] = False,
    as_template: Annotated[
        Path | None,
        typer.Option("--as-template", help="Write it as a template to mend: .xlsx or .docx."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
) -> None:
    """Read a plan and show what was found in it, with places and quotes."""
    if as_template:
        _plan_template.refuse_to_overwrite(as_template, force=force)
        kind = _plan_template.kind_of(as_template)
    from ingest.plans.safely import read_safely

    try:
        reading = read_safely(file)
    except (SyntaxFault, WrongFormat) as error:
        if not json:
            raise
        from ingest.plans.refusal import stopped_reading

        reading = stopped_reading(file, file.name, error)
    if as_template and reading.status == "ok":
        from ingest.plans.template import write_template

        _plan_template.write_file(as_template, write_template(kind, reading=reading))
        say(f"The reading is in {as_template}, to be mended there.")
    if json:
        answer_json(reading.to_json())
    else:
        _print_reading(reading)
    for warned in reading.warnings:
        told = warned.code == "template_fault"  # its words begin with the place
        place = warned.locator.in_words() if warned.locator.to_json() and not told else ""
        say(f"Note: {warned.message}" + (f" ({place})" if place else ""))
    if reading.status != "ok":
        raise typer.Exit(2)


def _print_reading(reading: PlanReading) -> None:
    if reading.status != "ok":
        return
    answer(reading.title)
    start, end = reading.period or (None, None)
    period = f"{start:%d %B %Y} to {end:%d %B %Y}" if start and end else "not found"
    answer(f"Area: {reading.area or 'not found'}    Period: {period}")
    answer(f"Written against the community justice outcomes of {reading.framework}.")
    answer("\nChecklist")
    for number, item in reading.checklist.items():
        answer(f"  {number:>2} {item.verdict}")
    answer(f"\nOutcomes ({len(reading.outcomes)})")
    for outcome in reading.outcomes:
        links = ", ".join((*outcome.national, *outcome.priority_actions)) or "no national link"
        answer(f"  {outcome.id}: {outcome.text} [{links}]")
    answer(f"\nObjectives ({len(reading.objectives)})")
    for objective in reading.objectives:
        answer(f"  {objective.id}: {objective.text} -> {objective.outcome or 'no outcome'}")
    answer(f"\nActions ({len(reading.actions)})")
    for action in reading.actions:
        leads = ", ".join(lead.as_written for lead in action.leads) or "no lead"
        target = action.objective or action.outcome or "nothing"
        due = action.due_as_written or "no date"
        answer(f"  {action.id}: {action.text} -> {target}; {leads}; {due}")
