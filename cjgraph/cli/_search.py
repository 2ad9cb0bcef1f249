"""``cjgraph search``: finds evidence, through the running service where there is one."""

from __future__ import annotations

import json as jsonlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from cjgraph.cli._screen import answer, answer_json, say
from cjgraph.errors import CJGraphError, EmptyQuery, FileNotReadable, SyntaxFault

#: Searches one text: text, id; returns the answer as the contract has it.
Search = Callable[[str, str | None], dict[str, Any]]


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("search")(search)


def search(
    text: Annotated[
        str | None, typer.Argument(help="A question, a plan's sentence, words.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="Most findings to show.")] = 10,
    batch: Annotated[
        Path | None,
        typer.Option(help="Search every line of a file: plain text, or JSON with id and text."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
) -> None:
    """Find evidence of what works, with stance, strength, caveat and place."""
    if batch is None and not (text or "").strip():
        raise EmptyQuery("There is nothing to look for.", hint="Give a question in quotes.")
    from cjgraph.cli._searcher import searcher

    with searcher(limit) as run:
        if batch is not None:
            for record in _batch(batch):
                answer_json(_one(run, record), one_line=True)
            return
        found = run(text or "", None)
    if json:
        answer_json(found)
        return
    from cjgraph.cli._evidence_text import evidence_text

    answer(evidence_text(found))
    if found["mode"] == "lexical":
        say("Searched by words alone: the embedding model is not available.")


def _batch(path: Path) -> Iterator[tuple[str | None, str | CJGraphError]]:
    """Yield id and text of each line; a line that can't be read yields its error."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise FileNotReadable(f"{path} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise FileNotReadable(f"{path} is not text in UTF-8: byte {error.start}.") from error
    for number, line in enumerate(lines, start=1):
        if line.lstrip().startswith("{"):
            try:
                record = jsonlib.loads(line)
                identity = record.get("id")
                yield None if identity is None else str(identity), str(record["text"])
            except (ValueError, KeyError, AttributeError) as error:
                yield None, SyntaxFault(f"Line {number} is not JSON with a text: {error}.")
        elif line.strip():
            yield None, line


def _one(run: Search, record: tuple[str | None, str | CJGraphError]) -> dict[str, Any]:
    identity, text = record
    if isinstance(text, CJGraphError):
        return {"id": identity, "error": text.message}
    try:
        return run(text, identity)
    except CJGraphError as error:
        return {"id": identity, "query": text, "error": error.message}
