"""``cjgraph coverage``: which Partnerships serve which national items, and with what."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from cjgraph.cli._data import included, open_data
from cjgraph.cli._figure import (
    Area,
    Format,
    Include,
    Json,
    On,
    Out,
    Plans,
    Query,
    Wanted,
    day_of,
    give,
    give_rows,
    screen_width,
    table_text,
)
from cjgraph.errors import InputError

if TYPE_CHECKING:
    from cjgraph.thread import Answer, Cell, Coverage, ThreadGraph

_OF: Final = ("outcomes", "priority-actions", "aims", "national-outcomes", "needs", "checklist")
_EDITIONS: Final = ("2016", "2023")
_STATES: Final = {
    "no_plan": "no plan loaded",
    "run_out": "plan has run out",
    "not_begun": "plan not begun",
    "no_items": "plan without items",
}

_VERDICTS: Final = {"present": "yes", "partial": "part", "missing": "no", "unknown": "?"}
_ENDING: Final = " Community Justice Partnership"
#: Most letters of a line of a name.
_NAME: Final = 28


def register(app: typer.Typer) -> None:
    """Add the verb to the command."""
    app.command("coverage")(coverage)


def coverage(
    of: Annotated[str, typer.Option(help=", ".join(_OF) + ".")] = "outcomes",
    edition: Annotated[
        str, typer.Option(help="current, 2016 or 2023; all shows one matrix after the other.")
    ] = "current",
    area: Area = None,
    cell: Annotated[
        str | None, typer.Option(help='What lies behind a cell, as "Fife,ndo-3".')
    ] = None,
    rows: Annotated[str, typer.Option(help="partnership or plan.")] = "partnership",
    plans: Plans = "in_force",
    on: On = None,
    judgements: Annotated[
        bool, typer.Option(help="Show what only this service judges; it is never counted.")
    ] = False,
    include: Include = None,
    format: Format = None,
    out: Out = None,
    query: Query = False,
    json: Json = False,
) -> None:
    """Show which Partnerships serve which national items, by how many actions.

    Only what plans themselves lead to is counted; what is carried over from an older
    framework is told as +n, what this service judges as jn.

    Example: cjgraph coverage --of needs --out needs.svg
    """
    wanted = Wanted(include, format, json, out, query)
    if of not in _OF:
        raise InputError(f"--of takes {', '.join(_OF)}, not '{of}'.")
    options: dict[str, Any] = {
        "columns": of.replace("-", "_"),
        "rows": rows,
        "plans": plans,
        "on": day_of(on),
        "area": area,
        "judgements": judgements or of == "national-outcomes",
    }
    if cell:
        _behind(wanted, cell, {**options, "edition": edition})
        return
    if edition != "all":
        give(wanted, _work(options, edition), _text)
        return
    if out or query or wanted.name() != "text":
        raise InputError(
            "--edition all shows one matrix after the other, as text on the screen.",
            hint="For a file, a query or another format, give one edition.",
        )
    for each in _EDITIONS:
        give(wanted, _work(options, each), _text)


def _work(options: Mapping[str, Any], edition: str) -> Any:
    def work_out(graph: ThreadGraph) -> Answer:
        from cjgraph.thread import coverage as work

        return work(graph, edition=edition, **options)

    return work_out


def _behind(wanted: Wanted, cell: str, options: Mapping[str, Any]) -> None:
    """Give what lies behind one cell."""
    row, comma, column = cell.rpartition(",")
    if not comma or not row.strip() or not column.strip():
        raise InputError(f"--cell takes an area and a code, as \"Fife,ndo-3\", not '{cell}'.")
    wanted.name()
    include = included(wanted.include)
    snapshot = open_data()
    from cjgraph.thread import coverage as work
    from cjgraph.thread import read_thread_graph

    found = work(read_thread_graph(snapshot, include=include), **options)
    chosen = found.cell(row.strip(), column.strip())
    lines = found.drill(chosen)
    head = next(head for head in found.row_heads if head.key == chosen.row)
    name = next(c for c in found.columns if c.iri == chosen.column)
    if not head.plans:
        sentence = f"{head.name}: {head.note}"
    else:
        own = sum(line["how"] == "own" for line in lines)
        sentence = f"{head.name} has {own} action{'' if own == 1 else 's'} for {name.code}"
        sentence += f", '{name.label}'."
        if chosen.verdict:
            sentence = f"{head.name}, item {name.code}, '{name.label}': {chosen.verdict}."
        others = len(lines) - own
        sentence += f" {others} other lines are shown and not counted." if others else ""
    told = table_text(lines, keys=("how", "words", "lead", "due", "place"))
    give_rows(wanted, lines, told, sentence, found.notice)


def _text(answer: Answer, graph: ThreadGraph) -> str:
    """Return the matrix in blocks of columns that fit the screen, with a key."""
    found: Coverage = answer  # type: ignore[assignment]
    cells = {(c.row, c.column): c for c in found.cells}
    heads = _short([column.code for column in found.columns])
    wide = [max(len(head), _widest(found, at)) for at, head in enumerate(heads)]
    names = {head.key: head.name.removesuffix(_ENDING) for head in found.row_heads}
    room = min(_NAME, max(map(len, names.values()), default=0))
    parts = [_block(found, cells, names, block, heads, wide, room) for block in _blocks(wide, room)]
    key = [
        {"column": heads[at], "code": column.code, "words": column.label}
        for at, column in enumerate(found.columns)
    ]
    same = all(line["column"] == line["code"] for line in key)
    parts.append(table_text(key, keys=("column", "words") if same else ("column", "code", "words")))
    return "\n\n".join(part for part in parts if part)


def _blocks(wide: list[int], room: int) -> list[list[int]]:
    """Return which columns stand beside each other."""
    blocks: list[list[int]] = [[]]
    left = screen_width() - room
    for at, width in enumerate(wide):
        if blocks[-1] and left < width + 2:
            blocks.append([])
            left = screen_width() - room
        blocks[-1].append(at)
        left -= width + 2
    return blocks


def _block(
    found: Coverage,
    cells: Mapping[tuple[str, str], Cell],
    names: Mapping[str, str],
    block: list[int],
    heads: list[str],
    wide: list[int],
    room: int,
) -> str:
    lines = [" " * room + "".join(heads[at].rjust(wide[at] + 2) for at in block)]
    for row in found.row_heads:
        name = textwrap.wrap(names[row.key], room) or [""]
        if row.state == "plan":
            told = "".join(
                _shown(cells.get((row.key, found.columns[at].iri)), found.of).rjust(wide[at] + 2)
                for at in block
            )
        else:
            told = "  " + _STATES.get(row.state, row.state)
        lines += [f"{name[0]:{room}}{told}".rstrip(), *name[1:]]
    return "\n".join(lines)


def _short(codes: list[str]) -> list[str]:
    """Return what fits above a narrow column: a number; the key below has the code."""
    return [str(at) for at in range(1, len(codes) + 1)]


def _shown(cell: Cell | None, of: str) -> str:
    if cell is None:
        return "-"
    if of == "checklist":
        return _VERDICTS.get(cell.verdict or "", "-")
    told = f"{cell.count:g}"
    told += f"+{len(cell.carried)}" if cell.carried else ""
    return told + (f"j{len(cell.judged)}" if cell.judged else "")


def _widest(found: Coverage, at: int) -> int:
    iri = found.columns[at].iri
    own = [cell for cell in found.cells if cell.column == iri]
    return max((len(_shown(cell, found.of)) for cell in own), default=1)
