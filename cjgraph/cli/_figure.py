"""Gives an answer about threads as text, JSON, CSV or a picture."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cjgraph.calendar_day import day_given
from cjgraph.cli._data import INCLUDE_HELP, included, open_data
from cjgraph.cli._screen import answer, answer_json, say
from cjgraph.errors import FileNotReadable, InputError

if TYPE_CHECKING:
    from cjgraph.thread import Answer, ThreadGraph

FORMATS: Final = ("text", "json", "csv", "svg", "png")
#: The options that all verbs of the golden thread share.
Include = Annotated[list[str] | None, typer.Option(help=INCLUDE_HELP)]
Format = Annotated[
    str | None,
    typer.Option(help="text, json, csv, svg or png; else by the end of --out, else text."),
]
Out = Annotated[Path | None, typer.Option(help="Write to this file instead of the screen.")]
Query = Annotated[
    bool, typer.Option("--query", help="Print the SPARQL behind the figure, for 'cjgraph query'.")
]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
Area = Annotated[str | None, typer.Option(help="Only this Partnership, council area or plan.")]
Plans = Annotated[
    str, typer.Option(help="in_force, latest (run out or not) or all editions of plans.")
]
On = Annotated[
    str | None, typer.Option(help="The day to work it out for, as 2026-12-31; else today.")
]

Rows = Sequence[Mapping[str, str | int | float | bool | None]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for.

    Args:
        include: What is added to the national data.
        format: The format, or nothing for text.
        json: Whether JSON was asked for by its own option.
        out: The file to write, or None.
        query: Whether to print the query alone.
    """

    include: list[str] | None
    format: str | None
    json: bool
    out: Path | None
    query: bool

    def name(self) -> str:
        """Return the name of the format.

        Raises:
            InputError: There is no such format, or two were asked for.
        """
        if self.json and self.format not in (None, "json"):
            raise InputError("Both --json and --format were given; give one of them.")
        ending = self.out.suffix.removeprefix(".").casefold() if self.out else ""
        by_ending = {"txt": "text"}.get(ending, ending)
        name = "json" if self.json else self.format or (by_ending if by_ending in FORMATS else "")
        name = (name or "text").casefold()
        if name not in FORMATS:
            raise InputError(f"--format takes {', '.join(FORMATS)}, not '{self.format}'.")
        if name == "png" and not self.out and not self.query and sys.stdout.isatty():
            raise InputError("A PNG can't be shown in a terminal; name a file with --out.")
        return name


def give(
    wanted: Wanted,
    work_out: Callable[[ThreadGraph], Answer],
    as_text: Callable[[Answer, ThreadGraph], str] | None = None,
) -> None:
    """Work an answer out and give it in the format that was asked for.

    Args:
        wanted: What was asked for.
        work_out: Returns the answer.
        as_text: Returns its text; a table of its rows where there is none.
    """
    name = wanted.name()
    include = included(wanted.include)
    snapshot = open_data()
    from cjgraph.thread import read_thread_graph

    graph = read_thread_graph(snapshot, include=include)
    found = work_out(graph)
    if wanted.query:
        _write(wanted.out, found.query)
        return
    if name == "text":
        told = as_text(found, graph) if as_text else table_text(found.rows())
        _write(wanted.out, _paragraphs(told, found.sentence, found.notice))
        return
    elif name == "json":
        content = {**found.to_json(), "included": sorted(include), "notice": found.notice}
        if wanted.out:
            import json

            _write(wanted.out, json.dumps(content, ensure_ascii=False, indent=2))
        else:
            answer_json(content)
    elif name == "csv":
        from cjgraph.pictures import answer_csv

        _write(wanted.out, answer_csv(found))
        say(found.sentence)
    else:
        from cjgraph.pictures import picture_of

        picture = picture_of(found, graph)
        _write(wanted.out, picture.svg() if name == "svg" else picture.png())
        say(picture.text)
    if found.notice:
        say(found.notice)


def give_rows(wanted: Wanted, rows: Rows, told: str, sentence: str, notice: str = "") -> None:
    """Give what lies behind a figure; there is no picture of it.

    Args:
        wanted: What was asked for.
        rows: The rows.
        told: The same as text.
        sentence: What they are, in words.
        notice: What was added to the national data, or nothing.
    """
    name = wanted.name()
    if name in ("svg", "png"):
        raise InputError("There is no picture of this; ask for text, JSON or CSV.")
    if name == "json":
        import json

        content = {"sentence": sentence, "rows": [dict(row) for row in rows], "notice": notice}
        _write(wanted.out, json.dumps(content, ensure_ascii=False, indent=2))
    elif name == "csv":
        from cjgraph.pictures import rows_csv

        _write(wanted.out, rows_csv([dict(row) for row in rows]))
        say(sentence)
    else:
        _write(wanted.out, _paragraphs(told, sentence, notice))
        return
    if notice:
        say(notice)


def table_text(rows: Rows, *, keys: Sequence[str] = (), width: int | None = None) -> str:
    """Return rows as a table that fits the screen, or 80 columns where there is none.

    Args:
        rows: The rows.
        keys: Which columns; all where none are given.
        width: Width in letters.
    """
    if not rows:
        return ""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    names = list(keys or rows[0])
    shown = [n for n in names if any(row.get(n) not in (None, "") for row in rows)] or names
    console = Console(width=width or screen_width(), no_color=True, highlight=False)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for name in shown:
        numbers = all(isinstance(row.get(name), int | float | None) for row in rows)
        right = numbers and not any(isinstance(row.get(name), bool) for row in rows)
        table.add_column(
            name.replace("_", " "), justify="right" if right else "left", overflow="fold"
        )
    for row in rows:
        table.add_row(*(Text(_shown(row.get(name))) for name in shown))
    with console.capture() as taken:
        console.print(table)
    return "\n".join(line.rstrip() for line in taken.get().splitlines()).strip("\n")


def screen_width() -> int:
    """Return the width of the terminal, or 80."""
    if not sys.stdout.isatty():
        return 80
    import shutil

    return max(60, shutil.get_terminal_size().columns)


def day_of(text: str | None) -> date | None:
    """Return the day that was given, or None for today.

    Args:
        text: Such as ``2026-12-31``, or None.

    Raises:
        InputError: It is no day.
    """
    return None if text is None else day_given(text)


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _shown(value: str | int | float | bool | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def _write(out: Path | None, content: str | bytes) -> None:
    if out is None:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        else:
            answer(content.rstrip("\r\n"))
        return
    text = content if isinstance(content, bytes) else content.rstrip("\n") + "\n"
    try:
        out.write_bytes(text if isinstance(text, bytes) else text.encode())
    except OSError as error:
        raise FileNotReadable(f"{out} can't be written: {error.strerror}.") from error
    say(f"Written to {out}.")
