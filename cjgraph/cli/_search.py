"""``cjgraph search``: finds evidence, through the running service where there is one."""

from __future__ import annotations

import json as jsonlib
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated, Any

import typer

from cjgraph.cli._screen import answer, answer_json, say
from cjgraph.errors import CJGraphError, EmptyQuery, FileNotReadable, InputError, SyntaxFault

#: Searches one text: text, id; returns the answer as the contract has it.
Search = Callable[[str, str | None], dict[str, Any]]

#: Id and text of a line of a batch, or what is wrong with it.
_Record = tuple[str | None, str | CJGraphError]

#: The longest text that is searched, in characters; the service has the same limit.
_MOST = 2_000
_SOME_FAILED = 1


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("search")(search)


def search(
    text: Annotated[
        str | None,
        typer.Argument(help="A question, a plan's sentence, words, or a code such as EV003-F5."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="Most findings to show.")] = 10,
    batch: Annotated[
        Path | None,
        typer.Option(help="Search every line of a file: plain text, or JSON with id and text."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
) -> None:
    """Find evidence of what works, with stance, strength, caveat and place.

    While 'cjgraph serve' runs on the same data, the running service is asked. A batch prints
    one JSON object a line and ends with exit code 1 where a line failed.
    """
    if batch is not None and text is not None:
        raise InputError("Give either a text or --batch, not both.")
    if batch is not None:
        _search_all(_batch(batch), limit)
        return
    if not (text or "").strip():
        raise EmptyQuery("There is nothing to look for.", hint="Give a question in quotes.")
    wanted = _checked(text or "")
    with _searching(limit) as run:
        found = run(wanted, None)
    if json:
        answer_json(found)
        return
    from cjgraph.cli._evidence_text import evidence_text

    answer(evidence_text(found))
    if found["mode"] == "lexical":
        say("Searched by words alone: the embedding model is not available.")


def _searching(limit: int) -> AbstractContextManager[Search]:
    """Return what searches; loaded only here, because a wrong call should fail at once.

    Args:
        limit: Most findings in an answer.
    """
    from cjgraph.cli._searcher import searcher

    return searcher(limit)


def _checked(text: str) -> str:
    """Refuse a text that no search could take.

    Args:
        text: What was given.

    Raises:
        InputError: It is too long, or not text in UTF-8.
    """
    if not _is_text(text):
        raise InputError("The text can't be read: it is not text in UTF-8.")
    if len(text) > _MOST:
        raise InputError(f"The text is {len(text):,} characters long; at most {_MOST:,} are read.")
    return text


def _is_text(text: str) -> bool:
    """Return whether a text has no lone surrogates, which stand for bytes that are no UTF-8."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _search_all(records: Iterable[_Record], limit: int) -> None:
    failed = False
    with _searching(limit) as run:
        for record in records:
            found = _one(run, record)
            failed = failed or "error" in found
            answer_json(found, one_line=True)
    if failed:
        raise typer.Exit(_SOME_FAILED)


def _batch(path: Path) -> list[_Record]:
    """Return id and text of each line; a line that can't be read has its error."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise FileNotReadable(f"{path} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise FileNotReadable(f"{path} is not text in UTF-8: byte {error.start}.") from error
    records = [_line(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    if not records:
        raise EmptyQuery(f"There is nothing to look for: {path} is empty.")
    return records


def _line(number: int, line: str) -> _Record:
    if not line.lstrip().startswith(("{", "[{", '["')):
        return None, line.strip()
    try:
        record = jsonlib.loads(line)
    except (ValueError, RecursionError) as error:
        return None, SyntaxFault(f"Line {number} is not JSON with a text: {error}.")
    if not isinstance(record, dict):
        return None, SyntaxFault(f"Line {number} is not a JSON object with a text, but a list.")
    given = record.get("id")
    identity = None if given is None else _shown(str(given))
    text = record.get("text")
    if not isinstance(text, str):
        return identity, SyntaxFault(f"Line {number} is not JSON with a text: 'text' is no string.")
    return identity, text


def _one(run: Search, record: _Record) -> dict[str, Any]:
    identity, text = record
    if isinstance(text, CJGraphError):
        return {"id": identity, "error": text.message}
    try:
        return run(_checked(text), identity)
    except CJGraphError as error:
        return {"id": identity, "query": _shown(text), "error": error.message}


def _shown(text: str) -> str:
    """Return a text so that it can be printed, whatever it holds."""
    return text.encode("utf-8", "replace").decode("utf-8")
