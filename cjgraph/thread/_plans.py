"""Plan editions, the Partnerships that they belong to, and which of them count on a day."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, cast, get_args

from cjgraph.errors import InputError, UnknownThing
from cjgraph.namespaces import ID
from cjgraph.thread._answer import HOW_TO_LOAD, dated, number
from cjgraph.thread._graph import ThreadGraph

#: Which editions of plans count.
Plans = Literal["in_force", "latest", "all"]
State = Literal["plan", "no_plan", "run_out", "not_begun", "no_items"]

_FIRST: Final = date.min


@dataclass(frozen=True, slots=True)
class PlanEdition:
    """An edition of a plan.

    Args:
        iri: Its IRI.
        label: Its title.
        area: Its area as written.
        partnership: IRI of the Partnership that made it, or None where that is not known.
        start: First day of its period, or None.
        end: Last day of its period, or None.
        judged: IRI of the framework edition that it is judged by, or None.
        written: IRI of the framework edition that its words use, or None.
        invented: Whether no one published it.
    """

    iri: str
    label: str
    area: str
    partnership: str | None
    start: date | None
    end: date | None
    judged: str | None
    written: str | None
    invented: bool

    @property
    def row(self) -> str:
        """The Partnership, or the area where no Partnership is known."""
        return self.partnership or self.area or self.label

    def in_force(self, on: date) -> bool:
        """Whether a day is within its period; a plan without a period always counts."""
        return (self.start or _FIRST) <= on <= (self.end or date.max)


@dataclass(frozen=True, slots=True)
class Row:
    """A Partnership, an area without one, or a plan edition, as a row of an answer.

    Args:
        key: IRI of the Partnership or plan, or the area as written.
        name: Its name.
        partnership: IRI of the Partnership, or None.
        state: Whether a plan counts on the day, or why none does.
        plans: The editions that count.
        note: What is to be said of the state, or nothing.
        invented: Whether the Partnership is an invented one.
    """

    key: str
    name: str
    partnership: str | None
    state: State
    plans: tuple[PlanEdition, ...]
    note: str
    invented: bool = False


def plan_editions(graph: ThreadGraph) -> Sequence[PlanEdition]:
    """Return every edition of a CJOIP, the oldest first.

    Args:
        graph: All threads of a snapshot.
    """
    if "plans" not in graph.kept:
        facts = graph.facts
        found = [
            PlanEdition(
                iri=iri,
                label=graph.label(iri),
                area=facts.one("planArea", iri) or "",
                partnership=facts.one("preparedBy", iri),
                start=facts.day("periodStart", iri),
                end=facts.day("periodEnd", iri),
                judged=facts.one("judgedAgainst", iri),
                written=facts.one("writtenAgainst", iri),
                invented=facts.one("isInvented", iri) == "true",
            )
            for iri in graph.of_kind.get("CJOIP", ())
        ]
        graph.kept["plans"] = sorted(found, key=lambda p: (p.start or _FIRST, p.iri))
    return cast(list[PlanEdition], graph.kept["plans"])


def chosen_rows(
    graph: ThreadGraph,
    *,
    plans: Plans = "in_force",
    on: date | None = None,
    area: str | None = None,
    by: Literal["partnership", "plan"] = "partnership",
) -> list[Row]:
    """Return the rows of an answer with the plan editions that count for each.

    Args:
        graph: All threads of a snapshot.
        plans: Which editions count.
        on: The day; today where it is None.
        area: A Partnership, area or plan; all where it is None.
        by: Whether a row is a Partnership or a plan edition.

    Raises:
        InputError: ``plans`` or ``by`` is none of its choices.
        UnknownThing: No Partnership, area or plan is called that.
    """
    check_choice("plans", plans, get_args(Plans))
    check_choice("rows", by, ("partnership", "plan"))
    day = on or date.today()
    made: dict[str, list[PlanEdition]] = {
        iri: [] for iri in graph.of_kind.get("CommunityJusticePartnership", ())
    }
    for plan in plan_editions(graph):
        made.setdefault(plan.row, []).append(plan)
    only: PlanEdition | None = None
    if area is not None:
        found = find_row(graph, area, made)
        only = found if isinstance(found, PlanEdition) else None
        key = only.row if only else cast(str, found)
        made = {key: [only] if only else made[key]}
    rows = []
    for key, editions in made.items():
        row = _row(graph, key, editions, "all" if only else plans, day)
        if by == "plan":
            rows += [
                Row(p.iri, p.label, p.partnership, "plan", (p,), "", p.invented) for p in row.plans
            ]
        else:
            rows.append(row)
    return sorted(rows, key=lambda r: (r.name.casefold(), r.key))


def counted(rows: Iterable[Row]) -> list[PlanEdition]:
    """Return the plan editions of some rows.

    Args:
        rows: Rows.
    """
    return [plan for row in rows for plan in row.plans]


def said_of_rows(rows: Sequence[Row]) -> str:
    """Return a sentence on how many Partnerships have a plan that counts.

    Args:
        rows: All rows of an answer.
    """
    said = []
    for invented, what in ((False, "Partnership"), (True, "invented Partnership")):
        some = [row for row in rows if row.partnership and row.invented is invented]
        having = sum(bool(row.plans) for row in some)
        if some:
            verb = "has" if having == 1 else "have"
            said.append(f"{having} of {number(len(some), what)} {verb} a plan loaded")
    others = [row for row in rows if row.plans and not row.partnership]
    if others:
        verb = "is" if len(others) == 1 else "are"
        said.append(
            f"{number(len(others), 'plan')} of areas without a known Partnership {verb} loaded"
        )
    run_out = sum(row.state == "run_out" for row in rows)
    if run_out:
        said.append(f"of {run_out} the last plan has run out")
    text = "; ".join(said) or "No plan is loaded"
    return text + ("." if any(row.plans for row in rows) else f". {HOW_TO_LOAD}")


def find_row(
    graph: ThreadGraph, name: str, made: dict[str, list[PlanEdition]]
) -> str | PlanEdition:
    """Find the row, or the plan edition, that a name means.

    Args:
        graph: All threads of a snapshot.
        name: A Partnership, council area or plan, by IRI, name or area.
        made: The plan editions by row.

    Raises:
        UnknownThing: Nothing is called that, or several are.
    """
    facts = graph.facts
    names: dict[str, list[str | PlanEdition]] = {}

    def add(text: str | None, target: str | PlanEdition) -> None:
        if text:
            group = names.setdefault(text.casefold(), [])
            if target not in group:
                group.append(target)

    for key, plans in made.items():
        add(key, key)
        add(key.removeprefix(ID), key)
        add(graph.label(key), key)
        for area in facts.all("servesArea", key):
            add(area, key)
            add(graph.label(area), key)
        for plan in plans:
            add(plan.area, key)
            add(plan.iri, plan)
            add(plan.iri.removeprefix(ID), plan)
            add(plan.label, plan)
    for alias, iris in graph.aliases.items():
        for iri in iris:
            if iri in made:
                add(alias, iri)
    folded = name.strip().strip("<>").casefold()
    found = names.get(folded, [])
    if len(found) == 1:
        return found[0]
    short = name if len(name) <= 100 else name[:100] + "..."
    near = difflib.get_close_matches(folded[:100], list(names), n=3, cutoff=0.6)
    near = [n for n in names if folded and folded in n][:3] or near
    told = list(dict.fromkeys(_named(graph, target) for n in near for target in names[n]))[:4]
    if found:
        told = [t.iri if isinstance(t, PlanEdition) else t for t in found[:4]]
        raise UnknownThing(
            f"Several areas or plans are called '{short}'.", hint="Say which: " + ", ".join(told)
        )
    raise UnknownThing(
        f"No Partnership, area or plan is called '{short}'.",
        hint="Did you mean " + ", ".join(f"'{t}'" for t in told) + "?"
        if told
        else "Give the name of a council area; examples are found with --include examples"
        " (include=examples over HTTP).",
    )


def _named(graph: ThreadGraph, target: str | PlanEdition) -> str:
    return target.label if isinstance(target, PlanEdition) else graph.label(target)


def _row(graph: ThreadGraph, key: str, editions: list[PlanEdition], plans: Plans, on: date) -> Row:
    name = graph.label(key)
    partnership = key if key in graph.nodes else None
    invented = partnership is not None and graph.nodes[partnership].invented
    begun = [p for p in editions if (p.start or _FIRST) <= on]
    live = [p for p in begun if p.in_force(on)]
    wanted = {"in_force": live[-1:], "latest": begun[-1:], "all": editions}[plans]
    if wanted:
        has_items = any(graph.facts.back("ofPlan", p.iri) for p in wanted)
        note = "" if has_items else "The plan that is loaded has no outcomes and no actions."
        return Row(
            key,
            name,
            partnership,
            "plan" if has_items else "no_items",
            tuple(wanted),
            note,
            invented,
        )
    if begun:
        ended = dated(begun[-1].end)
        note = f"The last plan that is loaded ran out on {ended}. {HOW_TO_LOAD}"
        return Row(key, name, partnership, "run_out", (), note, invented)
    if editions:
        note = f"The plan that is loaded begins on {dated(editions[0].start)}."
        return Row(key, name, partnership, "not_begun", (), note, invented)
    note = f"No plan loaded. {HOW_TO_LOAD}"
    return Row(key, name, partnership, "no_plan", (), note, invented)


def check_choice(name: str, given: str, choices: Sequence[str]) -> None:
    if given not in choices:
        told = ", ".join(f"'{c}'" for c in choices[:-1]) + f" or '{choices[-1]}'"
        raise InputError(f"{name} takes {told}, not '{given}'.")
