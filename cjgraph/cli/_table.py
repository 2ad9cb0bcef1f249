"""Prints the solutions of a query as a table."""

from __future__ import annotations

import json

from cjgraph.cli._screen import answer
from cjgraph.namespaces import compact


def print_solutions(body: bytes) -> None:
    """Print a table of solutions, or yes or no for an ASK query.

    Args:
        body: Results in SPARQL JSON.
    """
    from rich.console import Console
    from rich.table import Table

    content = json.loads(body)
    if "boolean" in content:
        answer("yes" if content["boolean"] else "no")
        return
    names = content["head"]["vars"]
    rows = content["results"]["bindings"]
    table = Table(*names, title=None, show_lines=False)
    for row in rows:
        table.add_row(*(_cell(row.get(name)) for name in names))
    console = Console()
    if not console.is_terminal:
        console = Console(width=10_000)  # a pipe has no width to fit, so nothing is cut
    console.print(table, markup=False)
    answer(f"{len(rows)} row{'' if len(rows) == 1 else 's'}")


def _cell(term: dict[str, str] | None) -> str:
    if term is None:
        return ""
    value = term["value"]
    text = compact(value) if term["type"] == "uri" else value
    return text.replace("[", "\\[")  # square brackets are markup to the table
