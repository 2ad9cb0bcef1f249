"""An analyst sees which Partnerships serve what, and can check every figure."""

from __future__ import annotations

import json
from datetime import date

import pytest

from cjgraph.errors import InputError, UnknownThing
from cjgraph.namespaces import ID
from cjgraph.store import Snapshot
from cjgraph.thread import Coverage, ThreadGraph, coverage, read_thread_graph

DAY = date(2026, 6, 1)
NORTH, SOUTH = ID + "partnership/north", ID + "partnership/south"


def counts(found: Coverage, row: str) -> dict[str, float]:
    return {column.code: found.cell(row, column.code).count for column in found.columns}


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("outcomes", {"n-1": 3, "n-2": 3, "n-10": 0}),
        ("priority_actions", {"p-1": 3, "p-2": 1}),
        ("aims", {"a-1": 3}),
        ("national_outcomes", {"health": 0}),
        ("needs", {"drugs": 0, "housing": 1, "money": 0, "substances": 0}),
        ("checklist", {"1": 0.5, "2": 1}),
    ],
)
def test_each_matrix_counts_what_was_drawn(
    small: ThreadGraph, columns: str, expected: dict[str, float]
) -> None:
    found = coverage(small, columns=columns, on=DAY)  # type: ignore[arg-type]
    assert counts(found, "North Partnership") == expected
    assert [column.code for column in found.columns] == list(expected)


def test_every_partnership_is_a_row_with_its_state(small: ThreadGraph) -> None:
    found = coverage(small, on=DAY)
    states = {head.name: head.state for head in found.row_heads}
    assert states == {
        "East Partnership": "no_plan",
        "Hill": "no_items",
        "North Partnership": "plan",
        "South Partnership": "run_out",
        "Westmark": "plan",
    }
    notes = {head.name: head.note for head in found.row_heads}
    assert "cjgraph plan import" in notes["East Partnership"]
    assert "31 March 2023" in notes["South Partnership"]
    assert found.sentence.startswith("1 of 3 Partnerships has a plan loaded")
    assert "none was found for n-10" in found.sentence


def test_a_cell_leads_to_the_actions_behind_it(small: ThreadGraph) -> None:
    found = coverage(small, on=DAY)
    cell = found.cell("Northland", "n-1")
    assert cell.objectives == (ID + "north/obj-1",)
    assert cell.outcomes == (ID + "north/loc-1",)
    behind = found.drill(cell)
    assert [line["words"] for line in behind] == [
        "Train mentors of tenants",
        "Visit new tenants",
        "Open a desk",
    ]
    assert behind[0]["place"] == "page 7"
    assert behind[0]["lead"] == "A charity"


def test_an_older_plan_is_carried_with_the_reason_and_not_counted(small: ThreadGraph) -> None:
    found = coverage(small, on=DAY, plans="latest")
    cell = found.cell("South Partnership", "n-2")
    assert cell.count == 0
    assert cell.carried == (ID + "south/act-1",)
    (by,) = cell.carried_by
    assert (by.source, by.target, by.confidence) == ("o-1", "n-2", 0.7)
    assert by.reason == "Homes are a part of it."
    old = coverage(small, on=date(2020, 1, 1), edition="2016")
    assert counts(old, "South Partnership") == {"o-1": 1}


def test_a_judgement_is_told_beside_the_count_and_only_when_asked(small: ThreadGraph) -> None:
    with_it = coverage(small, columns="national_outcomes", on=DAY, judgements=True)
    assert len(with_it.cell(NORTH, "health").judged) == 3
    assert with_it.cell(NORTH, "health").count == 0
    without = coverage(small, columns="national_outcomes", on=DAY)
    assert without.cell(NORTH, "health").judged == ()


def test_all_editions_are_rows_when_plans_are_asked_for(small: ThreadGraph) -> None:
    found = coverage(small, rows="plan", plans="all", on=DAY)
    assert {head.name for head in found.row_heads} == {
        "North plan 2024",
        "South plan 2018",
        "South plan 2030",
        "West plan",
        "Hill plan",
    }
    assert coverage(small, area="South plan 2030", on=DAY).cell(SOUTH, "n-2").count == 0


@pytest.mark.parametrize("plans", ["in_force", "latest", "all"])
@pytest.mark.parametrize("columns", ["outcomes", "priority_actions", "aims", "needs", "checklist"])
def test_the_query_gives_the_same_figures(
    nation: Snapshot, small: ThreadGraph, columns: str, plans: str
) -> None:
    found = coverage(small, columns=columns, plans=plans, on=DAY)  # type: ignore[arg-type]
    mine = {(cell.row, cell.column): cell.count for cell in found.cells if cell.count}
    asked = {(r["row"], r["column"]): float(r["count"]) for r in nation.rows(found.query)}
    assert {key: count for key, count in asked.items() if count} == mine


def test_without_a_plan_the_answer_says_how_to_load_one(bare: ThreadGraph) -> None:
    found = coverage(bare)
    assert found.cells == ()
    assert found.sentence.startswith("0 of 3 Partnerships have a plan loaded.")
    assert "cjgraph plan import" in found.sentence
    assert {row["state"] for row in found.rows()} == {"no_plan"}


def test_default_data_have_thirty_rows_and_no_plan(snapshot: Snapshot) -> None:
    found = coverage(read_thread_graph(snapshot))
    assert len(found.row_heads) == 30
    assert found.sentence.startswith("0 of 30 Partnerships have a plan loaded.")
    assert found.notice == ""


def test_examples_are_marked_and_answer_as_sparql_does(snapshot: Snapshot) -> None:
    include = frozenset({"examples"})
    graph = read_thread_graph(snapshot, include=include)
    found = coverage(graph, on=DAY)
    assert "invented examples" in found.notice
    asked = snapshot.rows(found.query, include=include)
    mine = {(cell.row, cell.column): cell.count for cell in found.cells if cell.count}
    assert {(r["row"], r["column"]): float(r["count"]) for r in asked} == mine
    json.dumps(found.to_json())


def test_wrong_names_bring_near_ones(small: ThreadGraph) -> None:
    with pytest.raises(UnknownThing) as caught:
        coverage(small, area="Northlan")
    assert "North" in (caught.value.hint or "")
    with pytest.raises(UnknownThing) as caught:
        coverage(small, edition="1999")
    assert "2023" in (caught.value.hint or "")
    with pytest.raises(InputError, match="columns takes"):
        coverage(small, columns="colours")  # type: ignore[arg-type]
    with pytest.raises(UnknownThing):
        coverage(small).cell("North Partnership", "n-99")
    with pytest.raises(UnknownThing) as caught:
        coverage(small).cell("north partnershp", "n-1")
    assert "North Partnership" in (caught.value.hint or "")
