"""Writes for people on standard error and for machines on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from cjgraph.errors import CJGraphError

if TYPE_CHECKING:
    from ingest.loading import Progress


def say(message: str) -> None:
    """Tell the person something that is not the answer."""
    typer.echo(message, err=True)


def complain(error: CJGraphError) -> None:
    """Tell the person what is wrong and what to do about it."""
    say(f"cjgraph: {error.message}")
    if error.hint:
        say(f"  {error.hint}")


def answer(text: str) -> None:
    """Print the answer."""
    typer.echo(text)


def answer_json(content: Any, *, one_line: bool = False) -> None:
    """Print the answer as JSON.

    Args:
        content: Plain data.
        one_line: Whether to keep it on one line, as batches need.
    """
    typer.echo(json.dumps(content, ensure_ascii=False, indent=None if one_line else 2))


@contextmanager
def progress_bar(title: str) -> Iterator[Progress]:
    """Show a bar on a terminal; say nothing where no one watches.

    Args:
        title: What is being done.
    """
    if not sys.stderr.isatty():
        yield lambda what, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    with Progress(
        TextColumn(title),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("", total=None)
        yield lambda what, done, total: bar.update(
            task, description=what, completed=done, total=total
        )
