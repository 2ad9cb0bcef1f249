"""``cjgraph vocabulary``: vocabularies edited in a spreadsheet program."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cjgraph.cli._data import open_data
from cjgraph.cli._screen import answer, answer_json, say
from cjgraph.errors import FileNotReadable, InputError, StoreUnwritable

if TYPE_CHECKING:
    import pyoxigraph as ox

    from ingest.vocabulary_table import TableEdit

_FAULTS = 1

_verbs = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Edit vocabularies in a spreadsheet program: export, check, diff, import.",
)

File = Annotated[Path, typer.Argument(help="The CSV file.")]
Name = Annotated[
    str | None,
    typer.Option(help="The vocabulary, where the file is not called after it."),
]
New = Annotated[bool, typer.Option("--new", help="The vocabulary does not exist yet.")]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]


@dataclass(frozen=True, slots=True)
class _Opened:
    """A table that was read, and what it was compared with."""

    name: str
    before: list[ox.Triple]
    edit: TableEdit


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.add_typer(_verbs, name="vocabulary")


@_verbs.command("list")
def list_all(json: Json = False) -> None:
    """List the vocabularies and how much is in them."""
    from ingest.vocabulary_table import list_vocabularies

    entries = list_vocabularies(open_data())
    if json:
        answer_json([entry.to_json() for entry in entries])
        return
    for entry in entries:
        edited = "  edited here" if entry.edited_here else ""
        answer(f"{entry.name:34} {entry.terms:5} terms {entry.statements:6} statements{edited}")


@_verbs.command("export")
def export(
    name: Annotated[str, typer.Argument(help="The vocabulary, as 'list' names it.")],
    out: Annotated[
        Path | None, typer.Option(help="The file to write; the screen where none is given.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
) -> None:
    """Write a vocabulary as a CSV file that opens in Excel or LibreOffice."""
    from ingest.vocabulary_table import Known, find_vocabulary, referable_graphs, write_table

    graphs = referable_graphs(open_data())
    iri = find_vocabulary(graphs, name)
    content = write_table(graphs[iri], Known(graphs, iri))
    if out is None:
        sys.stdout.buffer.write(content)
        return
    if out.exists() and not force:
        raise InputError(f"{out} exists already.", hint="Add --force to write over it.")
    _write(out, content)
    say(f"{out} is written. Save it as 'CSV UTF-8', then run 'cjgraph vocabulary diff {out}'.")


@_verbs.command("check")
def check(file: File, name: Name = None, new: New = False, json: Json = False) -> None:
    """Check an edited table; every fault with its row and column."""
    opened = _open(file, name, new=new)
    faults = opened.edit.faults
    if json:
        answer_json({"vocabulary": opened.name, "faults": [f.to_json() for f in faults]})
    else:
        _tell_faults(file, opened)
        if not faults:
            answer(f"{file.name} can be imported as '{opened.name}'.")
    raise typer.Exit(_FAULTS if faults else 0)


@_verbs.command("diff")
def diff(file: File, name: Name = None, new: New = False, json: Json = False) -> None:
    """Say in words what an edited table would change."""
    opened = _open(file, name, new=new)
    if json:
        answer_json(
            {
                "vocabulary": opened.name,
                "faults": [fault.to_json() for fault in opened.edit.faults],
                "differences": [change.to_json() for change in opened.edit.differences],
            }
        )
    else:
        _tell_faults(file, opened)
        _tell_differences(opened)
    raise typer.Exit(_FAULTS if opened.edit.faults else 0)


@_verbs.command("import")
def import_table(
    file: File,
    name: Name = None,
    new: New = False,
    to: Annotated[
        Path | None, typer.Option(help="Write tidy Turtle to this file, not into the data.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Apply without asking.")] = False,
    by: Annotated[
        str, typer.Option(help="Who imports, for the record: a role rather than a name.")
    ] = "operator",
) -> None:
    """Show what an edited table would change, then change it.

    'cjgraph load' leaves an imported vocabulary as it is.
    """
    opened = _open(file, name, new=new)
    _tell_faults(file, opened)
    _tell_differences(opened)
    if opened.edit.faults:
        say("Nothing was changed.")
        raise typer.Exit(_FAULTS)
    if to is None and not opened.edit.differences:
        return
    if not (yes or _agreed(to)):
        say("Nothing was changed.")
        raise typer.Exit(_FAULTS)
    if to is not None:
        _write_turtle(to, opened)
    else:
        _import(file, opened, by)


def _import(file: Path, opened: _Opened, by: str) -> None:
    from cjgraph.cli._load import refresh_index
    from cjgraph.store import DataFolder
    from ingest.vocabulary_table import apply_edit

    data = DataFolder.from_environment()
    snapshot = apply_edit(
        data, opened.name, opened.edit, before=opened.before, agent=by, file_name=file.name
    )
    refresh_index(data, snapshot)
    answer(f"'{opened.name}' is imported: snapshot {snapshot.name}.")


def _open(file: Path, name: str | None, *, new: bool) -> _Opened:
    from ingest.vocabulary_table import find_vocabulary, read_edit, referable_graphs, with_quality

    try:
        content = file.read_bytes()
    except OSError as error:
        raise FileNotReadable(f"{file} can't be read: {error.strerror}.") from error
    graphs = referable_graphs(open_data())
    wanted = name or file.stem
    try:
        iri = find_vocabulary(graphs, wanted, new=new)
    except InputError as error:
        hint = f"{error.hint or ''} Say with --name which vocabulary it is, or add --new.".strip()
        raise error if name or new else type(error)(error.message, hint=hint) from error
    edit = with_quality(read_edit(content, file.name, graphs, iri), graphs, iri)
    return _Opened(wanted, graphs.get(iri, []), edit)


def _tell_faults(file: Path, opened: _Opened) -> None:
    for note in opened.edit.notes:
        say(note)
    count = len(opened.edit.faults)
    if count:
        answer(f"{file.name} has {count} fault{'' if count == 1 else 's'}:")
    for fault in opened.edit.faults:
        answer(f"  {fault.line()}")


def _tell_differences(opened: _Opened) -> None:
    changes = [change for change in opened.edit.differences if change.kind != "gone"]
    if not changes and not opened.edit.faults:
        answer(f"Nothing differs from '{opened.name}'.")
    elif changes:
        answer(f"{len(changes)} difference{'' if len(changes) == 1 else 's'}:")
    for change in changes:
        answer(f"  {change.text}")


def _agreed(to: Path | None) -> bool:
    question = "Write this to " + str(to) if to else "Apply this to the data"
    try:
        return typer.confirm(f"{question}?", err=True)
    except typer.Abort:
        return False


def _write_turtle(to: Path, opened: _Opened) -> None:
    from ingest.loading import read_turtle
    from ingest.vocabulary_table import head_and_order, write_turtle

    head, order = "", list[str]()
    if to.exists():
        read_turtle(to)  # refuses a file that is not Turtle before it is written over
        head, order = head_and_order(to.read_text(encoding="utf-8"))
    title = opened.name.replace("-", " ").capitalize() + "."
    text = write_turtle(opened.edit.triples, title=title, order=order, head=head)
    _write(to, text.encode("utf-8"))
    answer(f"{to} is written.")


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise StoreUnwritable(f"{path} can't be written: {error.strerror}.") from error
