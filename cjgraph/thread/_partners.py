"""Who carries how much: actions per partner over time, late, shared, and with whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from cjgraph.thread._answer import Answer, Value, listed, number
from cjgraph.thread._changes import NATIONAL
from cjgraph.thread._graph import ThreadGraph
from cjgraph.thread._plans import PlanEdition, Plans, chosen_rows, counted, said_of_rows
from cjgraph.thread._queries import ROW, values, written
from cjgraph.thread._reach import plan_reach


@dataclass(frozen=True, slots=True)
class Load:
    """What one partner leads.

    Args:
        name: Its name, or its words in the plan where the body is not known for certain.
        partner: IRI of the body, or None.
        areas: Areas in whose plans it leads.
        categories: Its categories of partner.
        actions: How many actions it leads.
        led_alone: How many of them it leads alone.
        shared: How many it leads with others.
        late: How many are reported late, or past their day without a report that they are done.
        done: How many are reported as done.
        undated: How many have no day by which they are due.
        by_year: For each year in which actions are due, how many.
        outcomes: Codes of the national items that its actions lead to.
    """

    name: str
    partner: str | None
    areas: tuple[str, ...]
    categories: tuple[str, ...]
    actions: int
    led_alone: int
    shared: int
    late: int
    done: int
    undated: int
    by_year: Mapping[str, int]
    outcomes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two partners that lead actions together.

    Args:
        first: One of them.
        second: The other.
        actions: How many actions they lead together.
    """

    first: str
    second: str
    actions: int


@dataclass(frozen=True, kw_only=True)
class PartnerLoad(Answer):
    """What each partner leads.

    Args:
        loads: The partners, those with most actions first.
        links: Partners that lead together.
        actions: How many actions there are.
        without_lead: How many of them have no lead.
        on: The day by which lateness is judged.
    """

    loads: tuple[Load, ...]
    links: tuple[Link, ...]
    actions: int
    without_lead: int
    on: date

    def rows(self) -> list[dict[str, Value]]:
        """Return a line for each partner."""
        return [
            {
                "partner": load.name,
                "areas": "; ".join(load.areas),
                "category": "; ".join(load.categories) or None,
                "actions": load.actions,
                "alone": load.led_alone,
                "shared": load.shared,
                "late": load.late,
                "done": load.done,
                "undated": load.undated,
                "years": "; ".join(f"{year}: {n}" for year, n in load.by_year.items()),
                "outcomes": "; ".join(load.outcomes),
            }
            for load in self.loads
        ]


@dataclass(slots=True)
class _Tally:
    partner: str | None = None
    areas: set[str] = field(default_factory=set)
    categories: set[str] = field(default_factory=set)
    actions: list[str] = field(default_factory=list)
    shared: int = 0
    outcomes: set[str] = field(default_factory=set)


def partner_load(
    graph: ThreadGraph,
    *,
    area: str | None = None,
    plans: Plans = "in_force",
    on: date | None = None,
) -> PartnerLoad:
    """Tell what each partner leads, how much of it is late, and with whom it leads.

    A partner is told by the body where it is known, else by its words, area by area: two
    areas may each have a social work team without meaning the same one.

    Args:
        graph: All threads of a snapshot.
        area: A Partnership, area or plan; all where it is None.
        plans: Which editions of plans count.
        on: The day for which editions are chosen and lateness judged; today where it is None.

    Raises:
        UnknownThing: No Partnership, area or plan is called that.
    """
    day = on or date.today()
    heads = chosen_rows(graph, plans=plans, on=day, area=area)
    chosen = counted(heads)
    facts = graph.facts
    tallies: dict[tuple[str, str], _Tally] = {}
    pairs: dict[tuple[str, str], int] = {}
    total = without = 0
    for head in heads:
        for plan in head.plans:
            reach = plan_reach(graph, plan.iri)
            for action in reach.items["Action"]:
                total += 1
                leads = _leads(graph, action)
                without += not leads
                for name, partner in leads:
                    key = (name, "" if partner else head.key)
                    tally = tallies.setdefault(key, _Tally(partner))
                    tally.areas.add(head.name)
                    tally.actions.append(action)
                    tally.shared += len(leads) > 1
                    if len(leads) == 1:
                        tally.categories.update(map(graph.label, facts.all("leadCategory", action)))
                    tally.outcomes.update(
                        graph.code(e) for e in reach.ends[action] if graph.nodes[e].kind in NATIONAL
                    )
                for first, second in combinations(sorted(name for name, _ in leads), 2):
                    pairs[first, second] = pairs.get((first, second), 0) + 1
    loads = [_load(graph, key[0], tally, day) for key, tally in tallies.items()]
    loads.sort(key=lambda load: (-load.actions, load.name, load.areas))
    links = [Link(*pair, count) for pair, count in pairs.items()]
    links.sort(key=lambda link: (-link.actions, link.first, link.second))
    sentence = said_of_rows(heads)
    if chosen:
        led = {action for tally in tallies.values() for action in tally.actions}
        late = sum(_state(graph, action, day) == "late" for action in led)
        sentence += " " + _sentence(loads, links, total, without, late)
    return PartnerLoad(
        sentence=sentence,
        query=_query(chosen),
        query_note="The query gives the actions of each partner; lateness, years and outcomes"
        " are worked out from them.",
        included=tuple(sorted(graph.included)),
        loads=tuple(loads),
        links=tuple(links),
        actions=total,
        without_lead=without,
        on=day,
    )


def _query(chosen: Sequence[PlanEdition]) -> str:
    """Return the question: a body where each lead is known as one, else the words of an area."""
    rows = values("plan", (plan.iri for plan in chosen)) + ROW
    return written(
        "SELECT ?partner ?row (COUNT(DISTINCT ?action) AS ?actions) WHERE {\n"
        "  { SELECT ?place ?action (COUNT(DISTINCT ?body) AS ?bodies)"
        " (COUNT(DISTINCT ?lead) AS ?leads) WHERE {\n" + rows + "  BIND(?row AS ?place)\n"
        "  ?action cj:ofPlan ?plan ; a cj:Action .\n"
        "  OPTIONAL { ?action cj:ledBy ?body }\n"
        "  OPTIONAL { ?action cj:leadAsWritten ?lead }\n"
        "  } GROUP BY ?place ?action }\n"
        '  { ?action cj:ledBy/rdfs:label ?name BIND(STR(?name) AS ?partner) BIND("body" AS ?by) }\n'
        "  UNION { ?action cj:leadAsWritten ?words\n"
        '    BIND(REPLACE(?words, "\\\\s+", " ") AS ?partner) BIND("words" AS ?by) }\n'
        '  FILTER(?by = IF(?bodies > 0 && ?bodies >= ?leads, "body", "words"))\n'
        '  BIND(IF(?by = "body", "", ?place) AS ?row)\n'
        "}\nGROUP BY ?partner ?row ORDER BY DESC(?actions) ?partner ?row"
    )


def _leads(graph: ThreadGraph, action: str) -> list[tuple[str, str | None]]:
    """Return the leads of an action: bodies where each is known, else the words."""
    facts = graph.facts
    words = facts.all("leadAsWritten", action)
    bodies = facts.all("ledBy", action)
    if bodies and len(bodies) >= len(words):
        return [(graph.label(body), body) for body in bodies]
    return [(" ".join(word.split()), None) for word in words]


def _load(graph: ThreadGraph, name: str, tally: _Tally, on: date) -> Load:
    states = [_state(graph, action, on) for action in tally.actions]
    years: dict[str, int] = {}
    for action in tally.actions:
        due = graph.facts.day("due", action)
        if due:
            years[str(due.year)] = years.get(str(due.year), 0) + 1
    return Load(
        name=name,
        partner=tally.partner,
        areas=tuple(sorted(tally.areas)),
        categories=tuple(sorted(tally.categories)),
        actions=len(tally.actions),
        led_alone=len(tally.actions) - tally.shared,
        shared=tally.shared,
        late=states.count("late"),
        done=states.count("done"),
        undated=states.count("undated"),
        by_year=dict(sorted(years.items())),
        outcomes=tuple(sorted(tally.outcomes)),
    )


def _state(graph: ThreadGraph, action: str, on: date) -> str:
    """Return how an action stands: by its newest report, else by its date."""
    facts = graph.facts
    told = [
        (facts.one("periodEnd", facts.one("ofReport", said) or "") or "", state.rsplit("/", 1)[-1])
        for said in facts.back("aboutAction", action)
        for state in facts.all("progressState", said)
    ]
    newest = max(told, default=("", ""))[1]
    if newest in ("done", "late", "dropped"):
        return newest
    due = facts.day("due", action)
    if due is None:
        return "undated"
    return "late" if due < on else "on course"


def _sentence(
    loads: Sequence[Load], links: Sequence[Link], actions: int, without: int, late: int
) -> str:
    if not loads:
        return f"No lead was found for any of {number(actions, 'action')}."
    said = f"{number(len(loads), 'partner')} {'leads' if len(loads) == 1 else 'lead'}"
    said += f" {number(actions - without, 'action')}; the most are led by"
    said += f" {listed(f'{load.name} ({load.actions})' for load in loads[:3])}."
    if late:
        said += f" {number(late, 'of them is', 'of them are')} late or past the day."
    if without:
        said += f" {number(without, 'action has', 'actions have')} no lead."
    if links:
        said += f" {number(len(links), 'pair')} of partners lead together."
    return said
