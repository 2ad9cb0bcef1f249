"""``cjgraph plan template``: hands out the template for a local plan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, cast

import typer

from cjgraph.cli._screen import answer, say
from cjgraph.errors import InputError, StoreUnwritable

_FORMATS = ("xlsx", "docx")


def add(plan: typer.Typer) -> None:
    """Add the verb to ``cjgraph plan``."""
    plan.command("template")(template)


def template(
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="xlsx for a workbook, docx for a Word file; what the name of the file says where "
            "none is given, else xlsx.",
        ),
    ] = None,
    edition: Annotated[
        str | None,
        typer.Option(help="The national framework, such as 2023; today's where none is given."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", help="The file to write; plan-template.* here.")
    ] = None,
    example: Annotated[
        bool, typer.Option("--example", help="Fill it with an invented plan, to show a whole one.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
) -> None:
    """Write a template to fill in: what a plan needs, why, and lists to choose from."""
    kind = _kind(format) if format else kind_of(output) if output else "xlsx"
    if output and format and output.suffix and _kind(output.suffix) != kind:
        raise InputError(
            f"{output} would hold a .{kind} file under another ending.",
            hint="Leave out --format, or end the name in the same way.",
        )
    path = output or Path(f"plan-{'example' if example else 'template'}.{kind}")
    from ingest.plans.template import write_template

    refuse_to_overwrite(path, force=force)
    write_file(path, write_template(kind, edition=edition, example=example))
    answer(str(path))
    say(f"The template is in {path}. Fill it in, then run 'cjgraph validate {path}'.")


def kind_of(path: Path) -> Literal["xlsx", "docx"]:
    """Return the format that the name of a file to be written asks for.

    Raises:
        InputError: It ends in neither .xlsx nor .docx.
    """
    return _kind(path.suffix)


def _kind(written: str) -> Literal["xlsx", "docx"]:
    wanted = written.lower().lstrip(".")
    if wanted not in _FORMATS:
        raise InputError(f"There is no template as '{written}'.", hint="Use xlsx or docx.")
    return cast(Literal["xlsx", "docx"], wanted)


def refuse_to_overwrite(path: Path, *, force: bool) -> None:
    """Stop before a file that exists is written over.

    Raises:
        InputError: The file exists, and nobody said that it may be written over.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder.", hint="Give the name of the file to write.")
    if path.exists() and not force:
        raise InputError(f"{path} exists already.", hint="Add --force to write over it.")


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole.

    Raises:
        StoreUnwritable: It can't be written.
    """
    try:
        path.write_bytes(content)
    except OSError as error:
        raise StoreUnwritable(f"{path} can't be written: {error.strerror}.") from error
