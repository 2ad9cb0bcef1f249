"""``cjgraph eval``: measures how well the product does its work, on data with answers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cjgraph.cli._screen import answer, answer_json
from cjgraph.errors import InputError

_BY = ("layout", "bank", "plan")


def register(app: typer.Typer) -> None:
    """Add the verbs to the command."""
    group = typer.Typer(no_args_is_help=True, help="Measure the product on data with answers.")
    group.callback()(_group)
    group.command("reading")(reading)
    group.command("reports")(reports)
    app.add_typer(group, name="eval")


def _group() -> None:
    """Measure the product on data with answers."""


def reading(
    folder: Annotated[Path, typer.Argument(help="Plans, each with a .gold.json beside it.")],
    by: Annotated[str, typer.Option(help="Rows of the table: layout, bank or plan.")] = "layout",
    json: Annotated[bool, typer.Option("--json", help="Print all figures as JSON.")] = False,
    faults: Annotated[bool, typer.Option("--faults", help="List every fault.")] = False,
    leave_one_out: Annotated[
        bool,
        typer.Option("--leave-one-out", help="Score each layout with what suits all others."),
    ] = False,
) -> None:
    """Read plans and score what was read beside the answers."""
    if by not in _BY:
        raise InputError(f"--by takes layout, bank or plan, not '{by}'.")
    if leave_one_out:
        _leave_one_out(folder, as_json=json)
        return
    from ingest.evaluation.report import as_json, markdown, table_rows
    from ingest.evaluation.run import score_folder
    from ingest.evaluation.scores import PlanScores

    groups: dict[str, PlanScores] = {}
    everything = PlanScores()
    for plan, scores in score_folder(folder):
        name = {"layout": plan.layout, "bank": plan.bank, "plan": plan.name}[by]
        groups.setdefault(name, PlanScores()).add(scores)
        everything.add(scores)
        if faults:
            answer(plan.name)
            for note in [*scores.notes, *(f"from outside: {leak}" for leak in scores.leaks)]:
                answer(f"  {note}")
    groups = {**dict(sorted(groups.items())), "all": everything}
    if json:
        answer_json({name: as_json(scores) for name, scores in groups.items()})
    else:
        answer(markdown(table_rows(groups)))
        answer(f"\nPhrases quoted from outside a plan: {len(everything.leaks)}")


def _leave_one_out(folder: Path, *, as_json: bool) -> None:
    from ingest.evaluation import report
    from ingest.evaluation.leave_one_out import leave_one_out
    from ingest.evaluation.scores import total

    found = leave_one_out(folder)
    groups = {left.layout: left.scores for left in found}
    groups["all"] = total(groups.values())
    if as_json:
        answer_json({name: report.as_json(scores) for name, scores in groups.items()})
        return
    answer(report.markdown(report.table_rows(groups)))
    answer(f"\nPhrases quoted from outside a plan: {len(groups['all'].leaks)}")
    answer("\nChosen without the layout: distance of a heading, its likeness, a national link")
    for left in found:
        chosen = left.chosen
        answer(f"  {left.layout}: {chosen.stands_out}, {chosen.alike}, {chosen.national}")


def reports(
    folder: Annotated[Path, typer.Argument(help="Reports, each with a .gold.json beside it.")],
    by: Annotated[str, typer.Option(help="Rows of the table: layout, hand or file.")] = "layout",
    json: Annotated[bool, typer.Option("--json", help="Print all figures as JSON.")] = False,
    faults: Annotated[bool, typer.Option("--faults", help="List every fault.")] = False,
) -> None:
    """Read annual reports with their plans and score the progress that was read."""
    if by not in ("layout", "hand", "file"):
        raise InputError(f"--by takes layout, hand or file, not '{by}'.")
    from ingest.evaluation.report import markdown
    from ingest.reports.scores import ReportScores, score_reports, table_rows

    groups: dict[str, ReportScores] = {}
    everything = ReportScores()
    for gold, scores in score_reports(folder):
        groups.setdefault(gold[by], ReportScores()).add(scores)
        everything.add(scores)
        if faults:
            answer(gold["file"])
            for note in scores.notes:
                answer(f"  {note}")
    groups = {**dict(sorted(groups.items())), "all": everything}
    if json:
        answer_json({name: scores.to_json() for name, scores in groups.items()})
    else:
        answer(markdown(table_rows(groups)))
