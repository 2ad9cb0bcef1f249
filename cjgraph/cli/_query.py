"""``cjgraph query``: asks the graph in SPARQL."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from cjgraph.cli._data import INCLUDE_HELP, included, open_data, say_included
from cjgraph.cli._screen import answer
from cjgraph.errors import FileNotReadable, InputError

#: The largest answer that is printed, in bytes; a whole dump is another verb's work.
_MAX_BYTES = 1_000_000_000


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("query")(query)


def query(
    text: Annotated[
        str | None, typer.Argument(help="SPARQL, or '-' to read it from standard input.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", help="Read the query from a file.")
    ] = None,
    include: Annotated[list[str] | None, typer.Option(help=INCLUDE_HELP)] = None,
    format: Annotated[
        str | None,
        typer.Option(help="table, json, xml, csv, tsv; turtle, jsonld, ntriples, rdfxml."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
) -> None:
    """Ask the graph in SPARQL; the usual prefixes need no declaration.

    A long query is stopped with Ctrl-C.

    Example: cjgraph query 'SELECT ?label { ?o a cj:NationalAim ; rdfs:label ?label }'
    """
    from cjgraph.sparql import (
        GRAPH_FORMATS,
        RESULT_FORMATS,
        QueryForm,
        check_query,
        format_named,
        run_query,
    )

    if json and format:
        raise InputError("Both --json and --format were given; give one of them.")
    if text is not None and file is not None:
        raise InputError("Both a query and --file were given; give one of them.")
    checked = check_query(_text(text, file))
    is_graph = checked.form in (QueryForm.CONSTRUCT, QueryForm.DESCRIBE)
    name = "json" if json else format or "table"
    if name == "table" or (json and is_graph):
        name = "turtle" if is_graph and not json else "jsonld" if is_graph else name
    offers = GRAPH_FORMATS if is_graph else RESULT_FORMATS
    chosen = format_named("json" if name == "table" else name)
    if chosen is None or chosen not in offers:
        raise InputError(
            f"The answer to {checked.form} can't be printed as '{name}'.",
            hint="Use " + ", ".join(offer.name for offer in offers) + ".",
        )
    wanted = included(include)
    snapshot = open_data()
    # The engine does not look at Python's handler while it works, so Ctrl-C would wait.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    result = run_query(snapshot.store, checked, chosen, max_bytes=_MAX_BYTES, include=wanted)
    if name == "table":
        from cjgraph.cli._table import print_solutions

        print_solutions(result.body)
    else:
        sys.stdout.buffer.write(result.body)
        if not result.body.endswith(b"\n"):
            answer("")
    say_included(wanted)


def _text(text: str | None, file: Path | None) -> str:
    if file is not None:
        try:
            return file.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise FileNotReadable(f"{file} is not text in UTF-8: byte {error.start}.") from error
        except OSError as error:
            raise FileNotReadable(f"{file} can't be read: {error.strerror}.") from error
    if text is None or text == "-":
        return sys.stdin.read()
    return text
