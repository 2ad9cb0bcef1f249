"""What must hold of threads in any graph, however tangled."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from cjgraph.namespaces import ID
from cjgraph.thread import ThreadGraph, coverage, read_thread_graph, trace_thread
from tests.thread.small import MODEL, small_snapshot

NATION = """
id:edition/new a cj:FrameworkEdition ; cj:generation "2023" ; cj:editionStatus cj:current .
id:n-1 a cj:NationallyDeterminedOutcome ; skos:prefLabel "One" ; skos:notation "n-1" ;
    cj:inEdition id:edition/new ; cj:outcomeForPriorityAction id:p-1 .
id:n-2 a cj:NationallyDeterminedOutcome ; skos:prefLabel "Two" ; skos:notation "n-2" ;
    cj:inEdition id:edition/new .
id:p-1 a cj:PriorityAction ; skos:prefLabel "Act" ; skos:notation "p-1" ;
    cj:inEdition id:edition/new .
"""
PLANS, SIZE = ("a", "b"), 3
KINDS = {"act": "cj:Action", "obj": "cj:StrategicObjective", "loc": "cj:LocalOutcome"}

#: Every link that a plan may have, sense or not: objectives may even lead to one another.
LINKS = [
    f"id:{plan}/{low}-{i} cj:{link} id:{plan}/{high}-{j} ."
    for plan in PLANS
    for low, link, high in (
        ("act", "actionForObjective", "obj"),
        ("act", "actionForOutcome", "loc"),
        ("obj", "objectiveForOutcome", "loc"),
        ("obj", "objectiveForOutcome", "obj"),
    )
    for i, j in product(range(SIZE), repeat=2)
] + [
    f"id:{plan}/loc-{i} cj:{link} id:{target} ."
    for plan in PLANS
    for i in range(SIZE)
    for link, target in (
        ("localOutcomeForOutcome", "n-1"),
        ("localOutcomeForOutcome", "n-2"),
        ("localOutcomeForPriorityAction", "p-1"),
    )
]
ITEMS = "".join(
    f'id:{plan} a cj:CJOIP ; rdfs:label "Plan {plan}" ; cj:planArea "Area {plan}" .\n'
    + "".join(
        f'id:{plan}/{kind}-{i} a {name} ; cj:ofPlan id:{plan} ; cj:text "{kind} {i} of {plan}" .\n'
        for kind, name in KINDS.items()
        for i in range(SIZE)
    )
    for plan in PLANS
)

some_links = st.lists(st.sampled_from(LINKS), max_size=30, unique=True)
few = settings(max_examples=40, deadline=None)


def made(links: list[str]) -> ThreadGraph:
    return read_thread_graph(small_snapshot(NATION + ITEMS + "\n".join(links), model=MODEL))


def counts(graph: ThreadGraph, columns: str) -> dict[tuple[str, str], float]:
    found = coverage(graph, columns=columns)  # type: ignore[arg-type]
    return {(cell.row, cell.column): cell.count for cell in found.cells}


@few
@given(links=some_links, columns=st.sampled_from(["outcomes", "priority_actions"]))
def test_coverage_equals_the_answer_of_sparql(links: list[str], columns: str) -> None:
    snapshot = small_snapshot(NATION + ITEMS + "\n".join(links), model=MODEL)
    found = coverage(read_thread_graph(snapshot), columns=columns)  # type: ignore[arg-type]
    mine = {(cell.row, cell.column): cell.count for cell in found.cells if cell.count}
    asked = {(r["row"], r["column"]): float(r["count"]) for r in snapshot.rows(found.query)}
    assert asked == mine


@few
@given(links=some_links, more=st.sampled_from(LINKS))
def test_adding_a_link_never_lowers_coverage(links: list[str], more: str) -> None:
    before, after = made(links), made([*links, more])
    for columns in ("outcomes", "priority_actions"):
        less = counts(before, columns)
        assert all(counts(after, columns)[key] >= count for key, count in less.items())


@few
@given(links=some_links)
def test_trace_up_and_trace_down_agree(links: list[str]) -> None:
    graph = made(links)
    actions = [f"{ID}{plan}/act-{i}" for plan in PLANS for i in range(SIZE)]
    traces = {name: trace_thread(graph, name) for name in actions}
    for code in ("n-1", "n-2", "p-1"):
        below = trace_thread(graph, ID + code)
        if below.truncated or any(trace.truncated for trace in traces.values()):
            continue
        reached = {s.node.iri for t in below.downward for s in t.steps}
        up = {
            name
            for name, trace in traces.items()
            if ID + code in {s.node.iri for t in trace.upward for s in t.steps}
        }
        assert up == reached & set(actions)


@few
@given(links=some_links)
def test_no_thread_goes_through_a_thing_twice(links: list[str]) -> None:
    graph = made(links)
    for iri in (f"{ID}a/act-0", f"{ID}n-1"):
        trace = trace_thread(graph, iri)
        for thread in (*trace.upward, *trace.downward):
            seen = [iri, *(step.node.iri for step in thread.steps)]
            assert len(seen) == len(set(seen))
