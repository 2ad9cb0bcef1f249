"""Builds the command from its verbs and turns every error into one sentence and a code."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from cjgraph import __version__
from cjgraph.cli import (
    _check,
    _coverage,
    _diff,
    _eval,
    _feedback,
    _gaps,
    _import,
    _load,
    _plan,
    _query,
    _register,
    _release,
    _report_progress,
    _rules,
    _search,
    _serve,
    _synthetic,
    _thread_verbs,
    _trace,
    _validate,
    _validate_all,
    _vocabulary,
)
from cjgraph.cli._screen import complain, say
from cjgraph.errors import CJGraphError, InputError, LimitExceeded, PlanNotReadable

app = typer.Typer(
    name="cjgraph",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Checks and traces local community justice plans, and finds evidence of what works.",
)

FAILURE, WRONG_USE = 3, 2


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"cjgraph {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Say which.")
    ] = False,
) -> None:
    """Checks and traces local community justice plans, and finds evidence of what works."""


for _verb in (
    _load,
    _query,
    _plan,
    _report_progress,
    _validate,
    _validate_all,
    _rules,
    _feedback,
    _trace,
    _coverage,
    _gaps,
    _thread_verbs,
    _search,
    _register,
    _vocabulary,
    _diff,
    _import,
    _check,
    _eval,
    _release,
    _synthetic,
    _serve,
):
    _verb.register(app)


def _close_output() -> None:
    """Send what is still to be written nowhere, so that leaving does not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    """Run the command; never shows a traceback for an error that was foreseen."""
    try:
        app()
    except CJGraphError as error:
        complain(error)
        wrong_use = isinstance(error, InputError | PlanNotReadable | LimitExceeded)
        sys.exit(WRONG_USE if wrong_use else FAILURE)
    except BrokenPipeError:  # the reader, such as head, has seen enough
        _close_output()
        sys.exit(0)
    except OSError as error:  # a full disk behind standard output, a folder that is a file
        _close_output()
        place = f" ({error.filename})" if error.filename else ""
        say(f"cjgraph: {error.strerror or error}{place}.")
        sys.exit(FAILURE)
    except KeyboardInterrupt:
        sys.exit(130)
