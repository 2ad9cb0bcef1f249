"""Coverage: which Partnerships serve which national items, and with what."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal, cast

from cjgraph.errors import UnknownThing
from cjgraph.thread._answer import Answer, Value, listed, number, plain
from cjgraph.thread._cell import Carried, Cell
from cjgraph.thread._frame import COLUMN_NAMES, Column, Columns, framework_columns
from cjgraph.thread._graph import Mapped, ThreadGraph
from cjgraph.thread._plans import PlanEdition, Plans, Row, chosen_rows, said_of_rows
from cjgraph.thread._queries import coverage_query
from cjgraph.thread._reach import Behind, gathered, judged_ends, plan_reach
from cjgraph.thread._supply import need_cells

_WORTH = {"present": 1.0, "partial": 0.5}


@dataclass(frozen=True, kw_only=True)
class Coverage(Answer):
    """A matrix of Partnerships, or plans, and what they are to serve.

    Args:
        of: What the columns are.
        row_heads: The rows, with and without a plan.
        columns: The columns, in the order of the framework.
        cells: A cell for every row with a plan and every column, row by row.
        judgements: Whether this service's judgements were asked for.
        on: The day for which plans were chosen.
        graph: What it was worked out from.
    """

    of: str
    row_heads: tuple[Row, ...]
    columns: tuple[Column, ...]
    cells: tuple[Cell, ...]
    judgements: bool
    on: date
    graph: ThreadGraph = field(repr=False, compare=False)

    @cached_property
    def _at(self) -> Mapping[tuple[str, str], Cell]:
        return {(c.row, c.column): c for c in self.cells}

    def cell(self, row: str, column: str) -> Cell:
        """Return a cell by the key or name of its row and the code or IRI of its column.

        Args:
            row: Key or name of the row, or the name of its area.
            column: Code, words or IRI of the column.

        Raises:
            UnknownThing: There is no such row or column.
        """
        heads: dict[str, str] = {}
        for head in self.row_heads:
            heads.update(dict.fromkeys((head.key, head.name, *self._areas(head)), head.key))
        codes = {n: c.iri for c in self.columns for n in (c.iri, c.code, c.label)}
        key = _one_of(row, heads, "row")
        iri = _one_of(column, codes, "column")
        return self._at.get((key, iri), Cell(key, iri, 0))

    def drill(self, cell: Cell) -> list[dict[str, Value]]:
        """Return the actions behind a cell, with words, place, lead and date.

        Args:
            cell: A cell of this matrix.
        """
        facts, graph = self.graph.facts, self.graph
        how = {"own": cell.actions, "carried": cell.carried, "judged": cell.judged}
        told = {"service": cell.services, "words": cell.named}
        return [
            {
                "how": way,
                "iri": iri,
                "words": graph.label(iri),
                "place": graph.nodes[iri].place if iri in graph.nodes else None,
                "plan": graph.nodes[iri].plan if iri in graph.nodes else None,
                "lead": ", ".join(facts.all("leadAsWritten", iri)) or None,
                "due": facts.one("due", iri),
            }
            for way, iris in {**how, **told}.items()
            for iri in iris
        ]

    def rows(self) -> list[dict[str, Value]]:
        """Return a line for each row of the matrix with a count for each column."""
        lines: list[dict[str, Value]] = []
        for head in self.row_heads:
            line: dict[str, Value] = {
                "name": head.name,
                "state": head.state,
                "plan": "; ".join(p.label for p in head.plans) or None,
                "note": head.note or None,
            }
            for column in self.columns:
                cell = self._at.get((head.key, column.iri))
                line[column.code] = _shown(cell) if cell else None
                if self.of in _CARRIED_TO:
                    line[f"{column.code} carried"] = len(cell.carried) if cell else None
                if self.judgements:
                    line[f"{column.code} judged"] = len(cell.judged) if cell else None
            lines.append(line)
        return lines

    def to_json(self) -> dict[str, Any]:
        """Return the matrix as plain data, without the graph that it was worked out from."""
        names = (
            "sentence query query_note included of row_heads columns cells judgements on".split()
        )
        told = {name: plain(getattr(self, name)) for name in names}
        return {**told, "notice": self.notice}

    def _areas(self, head: Row) -> list[str]:
        areas = self.graph.facts.all("servesArea", head.key)
        return [self.graph.label(a) for a in areas] + [p.area for p in head.plans]


#: Columns that older plans are carried to by mappings.
_CARRIED_TO = ("outcomes", "priority_actions", "aims")


def coverage(
    graph: ThreadGraph,
    *,
    columns: Columns = "outcomes",
    rows: Literal["partnership", "plan"] = "partnership",
    edition: str = "current",
    plans: Plans = "in_force",
    on: date | None = None,
    judgements: bool = False,
    area: str | None = None,
) -> Coverage:
    """Work out which Partnerships serve which national items, and with what.

    Only official threads count. What a mapping carries from an older framework, and what
    only this service judges, is told beside the count and never in it.

    Args:
        graph: All threads of a snapshot.
        columns: What is to be served.
        rows: Whether a row is a Partnership or a plan edition.
        edition: Of which framework the columns are.
        plans: Which editions of plans count.
        on: The day for which editions are chosen; today where it is None.
        judgements: Whether to tell what this service judges to be served.
        area: A Partnership, area or plan; all where it is None.

    Raises:
        InputError: An argument is none of its choices.
        UnknownThing: An area or framework is not known.

    Source:
        Smart and Social Justice (2019), page 23, on the golden thread.
    """
    day = on or date.today()
    across = framework_columns(graph, columns, edition)
    heads = chosen_rows(graph, plans=plans, on=day, area=area, by=rows)
    cells = [
        cell
        for head in heads
        if head.plans
        for cell in _cells(graph, head, across, columns, judgements)
    ]
    return Coverage(
        sentence=_sentence(graph, columns, heads, across, cells, edition),
        query=coverage_query(columns, across, heads, everything=plans == "all" and not area),
        included=tuple(sorted(graph.included)),
        of=columns,
        row_heads=tuple(heads),
        columns=tuple(across),
        cells=tuple(cells),
        judgements=judgements,
        on=day,
        graph=graph,
    )


def _cells(
    graph: ThreadGraph, head: Row, across: list[Column], of: Columns, judgements: bool
) -> list[Cell]:
    if of == "needs":
        return need_cells(graph, head, across)
    if of == "checklist":
        return _checklist_cells(graph, head, across)
    reaches = [plan_reach(graph, plan.iri).behind for plan in head.plans]
    found = []
    for column in across:
        own = gathered(r[column.iri] for r in reaches if column.iri in r)
        carried, by = _carried(graph, column.iri, own, reaches)
        judged = _judged(graph, column.iri, own, reaches) if judgements else ()
        found.append(
            Cell(
                head.key,
                column.iri,
                len(own.actions),
                own.actions,
                own.objectives,
                own.outcomes,
                carried,
                by,
                judged,
            )
        )
    return found


def _carried(
    graph: ThreadGraph, target: str, own: Behind, reaches: list[Mapping[str, Behind]]
) -> tuple[tuple[str, ...], tuple[Carried, ...]]:
    """Return the actions that only a mapping leads to a column, and the mappings used."""
    used: list[Mapped] = []
    parts = []
    for mapping in mappings_to(graph).get(target, ()):
        behind = [r[mapping.source] for r in reaches if mapping.source in r]
        if behind:
            used.append(mapping)
            parts += behind
    if not used:
        return (), ()
    known = set(own.actions)
    actions = tuple(a for a in gathered(parts).actions if a not in known)
    by = tuple(
        Carried(graph.code(m.source), graph.code(m.target), m.kind, m.confidence, m.reason)
        for m in used
    )
    return actions, by


def mappings_to(graph: ThreadGraph) -> Mapping[str, list[Mapped]]:
    """Return the mappings that lead to each item.

    Args:
        graph: All threads of a snapshot.
    """
    if "mappings" not in graph.kept:
        found: dict[str, list[Mapped]] = {}
        for mapping in graph.mappings:
            found.setdefault(mapping.target, []).append(mapping)
        graph.kept["mappings"] = found
    return cast(dict[str, list[Mapped]], graph.kept["mappings"])


def _judged(
    graph: ThreadGraph, target: str, own: Behind, reaches: list[Mapping[str, Behind]]
) -> tuple[str, ...]:
    known = set(own.actions)
    parts = [b for r in reaches for iri, b in r.items() if target in judged_ends(graph, iri)]
    return tuple(a for a in gathered(parts).actions if a not in known)


def _checklist_cells(graph: ThreadGraph, head: Row, across: list[Column]) -> list[Cell]:
    facts = graph.facts
    wanted = {column.iri for column in across}
    best: dict[str, str] = {}
    for plan in head.plans:
        for iri in facts.back("ofPlan", plan.iri):
            found = facts.one("hasVerdict", iri)
            for item in facts.all("addressesItem", iri) if found else ():
                verdict = (found or "").rsplit("/", 1)[-1]
                if item in wanted and _WORTH.get(verdict, 0) >= _WORTH.get(best.get(item, ""), -1):
                    best[item] = verdict
    return [
        Cell(head.key, c.iri, _WORTH.get(best.get(c.iri, ""), 0), verdict=best.get(c.iri))
        for c in across
    ]


def _shown(cell: Cell) -> Value:
    return cell.verdict if cell.verdict is not None else cell.count


def _sentence(
    graph: ThreadGraph,
    of: str,
    heads: list[Row],
    across: list[Column],
    cells: list[Cell],
    edition: str,
) -> str:
    name = COLUMN_NAMES[of]
    if not across:
        asked = "the framework in force" if edition == "current" else f"framework '{edition}'"
        return f"Nothing is known of the {name} of {asked}, so no coverage can be told."
    said = [said_of_rows(heads)]
    if of == "national_outcomes":
        said.append(
            "No source states which National Outcome an outcome of community justice serves;"
            " what this service judges is told beside the count and never in it."
        )
        return " ".join(said)
    plans = [plan for head in heads for plan in head.plans]
    if cells:
        served = {c.column for c in cells if c.count}
        missing = [column.code for column in across if column.iri not in served]
        only = {c.column for c in cells if c.carried} - served
        said.append(_served(of, name, across, missing, len(plans)))
        if only:
            codes = [c.code for c in across if c.iri in only]
            said.append(
                f"{listed(codes, 13)} {'is' if len(codes) == 1 else 'are'} reached only by older"
                " plans that a mapping carries over; this is not counted."
            )
    said += _periods(plans)
    return " ".join(said)


def _served(of: str, name: str, across: list[Column], missing: list[str], plans: int) -> str:
    if of == "checklist":
        what = "have an answer in"
    elif of == "needs":
        what = "are met by an action of"
    else:
        what = "are served by an action of"
    if not missing:
        return f"All {len(across)} {name} {what} at least one plan."
    return (
        f"{len(across) - len(missing)} of {len(across)} {name} {what} at least one plan;"
        f" none was found for {listed(missing, 13)}."
    )


def _periods(plans: list[PlanEdition]) -> list[str]:
    without = sum(1 for plan in plans if not plan.start and not plan.end)
    if not without:
        return []
    return [f"{number(without, 'plan')} without a period counted as in force."]


def _one_of(name: str, known: Mapping[str, str], what: str) -> str:
    """Return what a name means, upper or lower case."""
    folded = {key.casefold(): value for key, value in known.items()}
    wanted = name.strip().strip("<>").casefold()
    if wanted in folded:
        return folded[wanted]
    short = name if len(name) <= 100 else name[:100] + "..."
    spelled = {key.casefold(): key for key in known}
    near = [spelled[k] for k in difflib.get_close_matches(wanted[:100], folded, n=3, cutoff=0.6)]
    raise UnknownThing(
        f"The matrix has no {what} called '{short}'.",
        hint=f"Did you mean {listed(near)}?" if near else f"Give the name of a {what}.",
    )
