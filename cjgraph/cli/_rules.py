"""``cjgraph rules``: what plans are checked by, in plain words."""

from __future__ import annotations

from typing import Annotated

import typer

from cjgraph.cli._screen import answer, answer_json
from cjgraph.errors import InputError


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("rules")(rules)


def rules(
    format: Annotated[
        str | None, typer.Option(help="text (the default), json, html or turtle.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
) -> None:
    """List the rules: what is checked and why, how to mend it, examples and sources.

    Example: cjgraph rules --format html > rules.html
    """
    if json and format:
        raise InputError("Both --json and --format were given; give one of them.")
    wanted = "json" if json else format or "text"
    if wanted not in ("text", "json", "html", "turtle"):
        raise InputError(f"Rules can't be printed as '{wanted}'; use text, json, html or turtle.")
    from cjgraph.publish import book_text, rule_book, rules_turtle

    if wanted == "turtle":
        answer(rules_turtle().decode())
        return
    book = rule_book()
    if wanted == "json":
        answer_json(book.to_json())
    elif wanted == "html":
        from api.shapes import rules_page

        answer(rules_page(book, alone=True))
    else:
        answer(book_text(book))
