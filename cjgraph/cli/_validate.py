"""``cjgraph validate``: checks a plan against law, checklist and golden thread."""

from __future__ import annotations

import json as json_module
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from cjgraph.cli._data import INCLUDE_HELP, included, open_data, say_included
from cjgraph.cli._offers import offering
from cjgraph.cli._plan_template import refuse_to_overwrite, write_file
from cjgraph.cli._screen import answer, answer_json, say
from cjgraph.errors import FileNotReadable, InputError, SyntaxFault

if TYPE_CHECKING:
    from cjgraph.shacl import CheckReport
    from ingest.checking import CheckedPlan

_FORMATS: Final = ("text", "json", "html", "csv", "xlsx", "turtle", "checkpoints")
_ENDINGS: Final = {
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".ttl": "turtle",
}
#: What no report can be written as, though its name might ask for it.
_FOREIGN: Final = frozenset({".doc", ".docx", ".odt", ".ods", ".pdf", ".rtf", ".xls", ".xlsm"})
_STYLES: Final = {
    "title": "bold",
    "heading": "bold",
    "violation": "bold red",
    "warning": "bold yellow",
    "info": "cyan",
}
#: Longer lines are hard to read, however wide the terminal is.
_WIDEST: Final = 100
_MOST_BYTES: Final = 200_000_000
#: Forms that have no room for what helps to mend a finding.
_BARE: Final = ("turtle", "checkpoints")


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("validate")(validate)


def validate(
    file: Annotated[Path, typer.Argument(help="The plan, in any format that is read.")],
    profile: Annotated[
        str | None,
        typer.Option(
            help="How strict to be: draft (where none is given), publication or exemplary."
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            help="text (the default), json, html, csv, xlsx, turtle or checkpoints (the tables of "
            "the framework, filled in). What the name after --out ends in, where none is given."
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    out: Annotated[Path | None, typer.Option("--out", help="The file to write.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
    offers: Annotated[
        bool,
        typer.Option(
            help="Add to each finding the evidence on it, and how other plans met the point."
        ),
    ] = True,
    include: Annotated[list[str] | None, typer.Option(help=INCLUDE_HELP)] = None,
    time_bands: Annotated[
        str | None,
        typer.Option(
            help="What counts as short, medium and long term, which the framework puts in "
            "different ways: definitions (where none is given), model or draft-model."
        ),
    ] = None,
    expect: Annotated[
        Path | None,
        typer.Option(
            "--expect",
            help="A report in JSON: check again as on its day, and say whether the result is the "
            "same; exit 0 where it is, 1 where it is not.",
        ),
    ] = None,
) -> None:
    """Check a plan; exit 0 where nothing has to be mended, 1 where something has."""
    wanted = _wanted(format, json, out)
    if expect is not None:
        _expect(file, expect, profile, wanted, time_bands)
        return
    if out is not None:
        _guard(out, file, force)
        _agree(wanted, out)
    elif wanted == "xlsx":
        raise InputError("A workbook can't be printed.", hint="Add --out REPORT.xlsx.")
    others = included(include)
    shown = offers and wanted not in _BARE
    checked = _check(file, profile or "draft", time_bands, offers=shown, include=others)
    if shown:
        say_included(others)
    if out is not None:
        from cjgraph.shacl import report_bytes

        notes = [note.to_json() for note in checked.notes]
        write_file(out, report_bytes(wanted, checked.report, notes, name=file.name))
        say(f"The report is in {out}. {_verdict(checked.report)}")
    else:
        _print(wanted, checked, file.name)
    if not checked.report.conforms:
        raise typer.Exit(1)


def _wanted(format: str | None, json: bool, out: Path | None) -> str:
    if json and format:
        raise InputError("Both --json and --format were given; give one of them.")
    wanted = "json" if json else format
    if wanted is None:
        wanted = _ENDINGS.get(out.suffix.lower(), "text") if out else "text"
    if wanted not in _FORMATS:
        listed = f"{', '.join(_FORMATS[:-1])} or {_FORMATS[-1]}"
        raise InputError(f"There is no report as '{wanted}'; use {listed}.")
    return wanted


def _agree(wanted: str, out: Path) -> None:
    """Refuse a file whose name says another form than it would hold."""
    ending = out.suffix.lower()
    if ending in _FOREIGN:
        raise InputError(
            f"A report can't be written as {ending}.",
            hint=f"Give a name that ends in {', '.join(e for e in _ENDINGS if e != '.htm')}"
            " or .txt.",
        )
    plain = ending in (".txt", ".md") and wanted not in ("text", "checkpoints")
    if plain or _ENDINGS.get(ending, wanted) != wanted:
        fitting = next((e for e, form in _ENDINGS.items() if form == wanted), ".txt")
        raise InputError(
            f"{out} ends in {ending}, but the report was asked for as {wanted}.",
            hint=f"Give a name that ends in {fitting}, or leave out the format.",
        )


def _guard(out: Path, plan: Path, force: bool) -> None:
    """Keep the plan from being written over by its report, even where --force is given."""
    if out.exists() and plan.exists() and out.samefile(plan):
        raise InputError(
            f"{out} is the plan itself; its report can't be written over it.",
            hint="Give the report another name.",
        )
    refuse_to_overwrite(out, force=force)


def _check(
    file: Path,
    profile: str,
    time_bands: str | None,
    today: date | None = None,
    *,
    offers: bool = False,
    include: frozenset[str] = frozenset(),
) -> CheckedPlan:
    snapshot = open_data()
    from ingest.checking import check_file, framework_graph
    from ingest.plans.safely import read_safely

    with offering(wanted=offers) as advised:
        framework = framework_graph(snapshot.default_triples())
        checked = check_file(
            file,
            framework,
            profile=profile,
            read=read_safely,
            today=today,
            time_bands=time_bands,
        )
        return replace(checked, report=advised(checked.report, snapshot, include))


def _print(wanted: str, checked: CheckedPlan, name: str) -> None:
    from cjgraph.shacl import checkpoints_text, report_bytes, report_text
    from ingest.plans.notes import notes_text

    if wanted == "json":
        answer_json(checked.to_json())
        return
    before = notes_text(checked.notes)
    if wanted == "text":
        if before:
            answer(before)
        if sys.stdout.isatty():
            _show(checked.report)
        else:
            answer(report_text(checked.report))
        return
    if wanted != "html":
        for note in checked.notes:  # the other forms have no room for them
            say(f"Note: {note.message}")
    if wanted == "checkpoints":
        answer(checkpoints_text(checked.report))
        return
    notes = [note.to_json() for note in checked.notes]
    typer.echo(report_bytes(wanted, checked.report, notes, name=name), nl=False)


def _show(report: CheckReport) -> None:
    """Print a report on a terminal, in colour where it has any."""
    from rich.console import Console
    from rich.text import Text

    from cjgraph.shacl import report_lines

    console = Console(highlight=False)
    for line in report_lines(report, width=min(console.width, _WIDEST)):
        console.print(Text(line.text, _STYLES.get(line.style, "")), soft_wrap=True)


def _verdict(report: CheckReport) -> str:
    return "The plan passes." if report.conforms else "The plan does not pass."


def _expect(
    file: Path, expect: Path, profile: str | None, wanted: str, time_bands: str | None
) -> None:
    if wanted not in ("text", "json"):
        raise InputError("What came of repeating a check can be had as text or json only.")
    from cjgraph.shacl import compared, comparison_text, earlier_report

    earlier = earlier_report(_content(expect), expect.name)
    day = None
    try:
        day = date.fromisoformat(str(earlier.get("checked_on")))
    except ValueError:
        say("The earlier report does not say on what day it was made; today is used.")
    bands = time_bands or str(earlier.get("time_bands") or "") or None
    checked = _check(file, profile or str(earlier["profile"]), bands, day)
    found = compared(earlier, checked.report)
    if wanted == "json":
        answer_json(found.to_json())
    else:
        answer(comparison_text(found))
    if not found.same:
        raise typer.Exit(1)


def _content(path: Path) -> Any:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise FileNotReadable(f"{path} is larger than {_MOST_BYTES:,} bytes.")
        return json_module.loads(path.read_bytes())
    except OSError as error:
        raise FileNotReadable(f"{path} can't be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise SyntaxFault(f"{path} is not JSON, so it is no report of a check.") from error
