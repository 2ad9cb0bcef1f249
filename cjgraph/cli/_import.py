"""``cjgraph import``: lists of services, publications, figures and organisations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cjgraph.cli._data import open_data
from cjgraph.cli._screen import answer, answer_json, say

if TYPE_CHECKING:
    from ingest.imports import Change, ImportPlan

_FAULTS = 1
#: How many records or problems of one kind are printed; --json gives all.
_SHOWN = 50

_WORDS = {"added": "added", "changed": "changed", "dropped": "dropped"}


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("import")(import_list)


def import_list(
    kind: Annotated[
        str,
        typer.Argument(help="What it is: services, publications, observations, organisations."),
    ],
    file: Annotated[
        Path,
        typer.Argument(
            help="CSV; for services also JSON (HSDS, Open Referral UK) or a folder or zip of"
            " tables; for publications also RIS, BibTeX or CSL-JSON."
        ),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")
    ] = False,
    form: Annotated[
        str,
        typer.Option("--format", help="csv, json, ris, bibtex or csl; else found from the file."),
    ] = "",
    into: Annotated[
        str,
        typer.Option(help="The set that it belongs to; a set is loaded and replaced as one."),
    ] = "local",
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Drop what the set has and the file does not name."),
    ] = False,
    skip_faulty: Annotated[
        bool, typer.Option("--skip-faulty", help="Leave faulty entries out and load the rest.")
    ] = False,
    abstracts: Annotated[
        bool,
        typer.Option("--abstracts", help="Keep abstracts, where their publishers allow it."),
    ] = False,
    agent: Annotated[
        str, typer.Option("--as", help="Who imports, for the record: a role rather than a name.")
    ] = "operator",
    json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Load a list from elsewhere, as one write, into a graph of its own.

    Loading the same file again changes nothing. Problems are named by row and column, all
    at once, and nothing is loaded while there are any.
    """
    from ingest.imports import ImportOptions, apply_import, plan_import

    options = ImportOptions(into, form, replace, skip_faulty, abstracts)
    before = open_data()
    plan = plan_import(before, kind, file, options)
    snapshot = before
    if not (dry_run or plan.blocked):
        from cjgraph.cli._load import refresh_index
        from cjgraph.store import DataFolder

        data = DataFolder.from_environment()
        snapshot = apply_import(data, plan, agent=agent)
        # Search has to learn of new publications; it keeps its index where nothing differs.
        if snapshot.name != before.name:
            refresh_index(data, snapshot)
    if json:
        done = {"dry_run": dry_run, "loaded": snapshot.name != before.name}
        answer_json({**plan.to_json(), **done, "snapshot": snapshot.name})
    else:
        _tell(plan, dry_run=dry_run, snapshot=snapshot.name)
    raise typer.Exit(_FAULTS if plan.blocked else 0)


def _tell(plan: ImportPlan, *, dry_run: bool, snapshot: str) -> None:
    changes, draft = plan.changes, plan.draft
    for note in draft.notes[:_SHOWN]:
        say(f"Note: {note.line()}")
    if len(draft.notes) > _SHOWN:
        say(f"... and {len(draft.notes) - _SHOWN} more notes; --json gives all.")
    answer(f"{plan.file.name} was read as {draft.format}.")
    if draft.faults:
        count = len(draft.faults)
        answer(f"{count} problem{'' if count == 1 else 's'}:")
        _lines([fault.line() for fault in draft.faults])
    if draft.left_out and plan.options.skip_faulty:
        answer(f"{len(draft.left_out)} left out:")
        _lines(draft.left_out)
    elif plan.blocked:
        answer("Nothing was loaded. Mend the list, or add --skip-faulty to load the rest.")
        if not dry_run:
            return
    if not changes.entries:
        if not draft.faults or plan.options.skip_faulty:
            answer(f"Nothing changes: {changes.unchanged} unchanged.")
        return
    for kind in _WORDS:
        _tell_changes(kind, [change for change in changes.entries if change.kind == kind])
    if changes.unchanged:
        answer(f"{changes.unchanged} unchanged")
    if changes.kept:
        answer(f"{changes.kept} of the set are not in the file and stay; --replace drops them.")
    if dry_run:
        answer("This is what would change; nothing was written.")
    elif not plan.blocked:
        answer(f"Loaded into the set '{plan.options.name}': snapshot {snapshot}.")


def _tell_changes(kind: str, found: list[Change]) -> None:
    if not found:
        return
    answer(f"{len(found)} {_WORDS[kind]}:")
    lines = []
    for change in found:
        place = f" ({change.place})" if change.place else ""
        lines.append(
            "\n      ".join((change.label + place, *(d.line() for d in change.differences)))
        )
    _lines(lines)


def _lines(lines: list[str] | tuple[str, ...]) -> None:
    for line in lines[:_SHOWN]:
        answer(f"  {line}")
    if len(lines) > _SHOWN:
        answer(f"  ... and {len(lines) - _SHOWN} more; --json gives all.")
