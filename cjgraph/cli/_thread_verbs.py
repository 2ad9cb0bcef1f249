"""``cjgraph impact``, ``compare``, ``partners``, ``indicators`` and ``model``."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from cjgraph import thread
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
    screen_width,
    table_text,
)

if TYPE_CHECKING:
    from cjgraph.thread import Answer, Comparison, ThreadGraph
    from cjgraph.thread._answer import Value


#: Most lines that are shown as text.
_MOST: Final = 100


def register(app: typer.Typer) -> None:
    """Add the verbs to the command."""
    app.command("impact")(impact)
    app.command("compare")(compare)
    app.command("partners")(partners)
    app.command("indicators")(indicators)
    app.command("model")(model)


def impact(
    thing: Annotated[
        str,
        typer.Argument(
            help="What would go, by IRI, code or exact words: an outcome, a"
            " publication, a service, a partner, an indicator, an action."
        ),
    ],
    plans: Plans = "in_force",
    on: On = None,
    include: Include = None,
    format: Format = None,
    out: Out = None,
    query: Query = False,
    json: Json = False,
) -> None:
    """Show what would lose its only link, or one of several, if a thing went.

    Example: cjgraph impact ndo-3
    """
    day = day_of(on)

    give(
        Wanted(include, format, json, out, query),
        lambda graph: thread.impact(graph, thing, plans=plans, on=day),  # type: ignore[arg-type]
        _impact_text,
    )


def compare(
    first: Annotated[str, typer.Argument(help="A Partnership, council area or plan.")],
    second: Annotated[str, typer.Argument(help="Another.")],
    plans: Plans = "in_force",
    on: On = None,
    include: Include = None,
    format: Format = None,
    out: Out = None,
    query: Query = False,
    json: Json = False,
) -> None:
    """Show two Partnerships, or two editions of a plan, side by side.

    Example: cjgraph compare Fife Falkirk --out compare.svg
    """
    day = day_of(on)

    give(
        Wanted(include, format, json, out, query),
        lambda graph: thread.compare(graph, first, second, plans=plans, on=day),  # type: ignore[arg-type]
        _compare_text,
    )


def partners(
    area: Area = None,
    plans: Plans = "in_force",
    on: On = None,
    include: Include = None,
    format: Format = None,
    out: Out = None,
    query: Query = False,
    json: Json = False,
) -> None:
    """Show how many actions each partner leads, alone or shared, late or done."""
    day = day_of(on)

    names = ("partner", "actions", "alone", "shared", "late", "done", "undated")
    give(
        Wanted(include, format, json, out, query),
        lambda graph: thread.partner_load(graph, area=area, plans=plans, on=day),  # type: ignore[arg-type]
        _columns(*names),
    )


def indicators(
    area: Area = None,
    indicator: Annotated[str | None, typer.Option(help="Only this one, as ni-3.")] = None,
    include: Include = None,
    format: Format = None,
    out: Out = None,
    query: Query = False,
    json: Json = False,
) -> None:
    """Show observed values over time beside the outcomes that they measure."""
    names = ("indicator", "what", "area", "period", "value", "unit")
    give(
        Wanted(include, format, json, out, query),
        lambda graph: thread.indicators(graph, area=area, indicator=indicator),
        _columns(*names),
    )


def model(
    area: Area = None,
    plans: Plans = "in_force",
    on: On = None,
    include: Include = None,
    format: Format = None,
    out: Out = None,
    query: Query = False,
    json: Json = False,
) -> None:
    """Show the long term model of the framework, filled in from plans."""
    day = day_of(on)

    names = ("area", "kind", "term", "words", "rests_on")
    give(
        Wanted(include, format, json, out, query),
        lambda graph: thread.long_term_model(graph, area=area, plans=plans, on=day),  # type: ignore[arg-type]
        _columns(*names),
    )


def _impact_text(found: Answer, graph: ThreadGraph) -> str:
    """Return what is affected plan by plan, what would have none left first."""
    rows = found.rows()
    for row in rows:
        row["kind"] = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", str(row["kind"] or "thing")).lower()
    heads = {"orphaned": "Would have none left", "weakened": "Would be left with less"}
    groups: dict[str, list[dict[str, Value]]] = {}
    for row in rows[:_MOST]:
        where = f", in {row['plan']}" if row["plan"] else ""
        groups.setdefault(heads[str(row["severity"])] + where, []).append(row)
    keys = ("kind", "words", "loses", "left")
    told = "\n\n".join(
        f"{textwrap.fill(head, screen_width())}\n\n{table_text(own, keys=keys)}"
        for head, own in groups.items()
    )
    return told + _more(len(rows))


def _compare_text(found: Answer, graph: ThreadGraph) -> str:
    """Return what the two have topic by topic, then the actions that are worded alike."""
    both: Comparison = found  # type: ignore[assignment]
    names = (both.first.row.name, both.second.row.name)
    parts = []
    rows = found.rows()
    for topic in dict.fromkeys(str(row["topic"]) for row in rows if row["topic"] != "action"):
        lines = [
            {topic.replace("_", " "): r["what"], names[0]: r["first"], names[1]: r["second"]}
            for r in rows
            if r["topic"] == topic
        ]
        parts.append(table_text(lines))
    alike = [
        {"worded alike in " + names[0]: m.first.label, "and in " + names[1]: m.second.label}
        for m in both.matches
    ]
    parts.append(table_text(alike))
    return "\n\n".join(part for part in parts if part)


def _more(count: int) -> str:
    return f"\nand {count - _MOST} more lines; --format csv has all." if count > _MOST else ""


def _columns(*names: str) -> Any:
    """Return what writes some columns of an answer as text."""

    def text(found: Answer, graph: ThreadGraph) -> str:
        rows = found.rows()
        return table_text(rows[:_MOST], keys=names) + _more(len(rows))

    return text
