"""An analyst sees gaps between need, services and evidence, and what is not known."""

from __future__ import annotations

from datetime import date

import pytest

from cjgraph.namespaces import ID
from cjgraph.store import Snapshot
from cjgraph.thread import Gaps, ThreadGraph, gaps

DAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def found(small: ThreadGraph) -> Gaps:
    return gaps(small, on=DAY)


def told(found: Gaps, row: str) -> set[tuple[str, str | None, str | None]]:
    return {(gap.kind, gap.need, gap.intervention) for gap in found.gaps if gap.row_name == row}


def test_each_gap_of_a_partnership_is_the_one_that_was_drawn(found: Gaps) -> None:
    assert told(found, "North Partnership") == {
        ("need_without_service", "Money", None),
        ("service_without_need", "Drugs", None),
        ("service_without_evidence", None, "Leaflet"),
        ("evidence_backed_intervention_nobody_provides", "Money", "Work with families"),
        ("evidence_backed_intervention_nobody_provides", "Money", "Advice"),
        ("duplication", None, "Mentoring"),
    }


def test_stronger_evidence_against_keeps_an_intervention_out(found: Gaps) -> None:
    assert not any(gap.intervention == "Boot camp" for gap in found.gaps)


def test_the_strongest_support_comes_first_and_is_said(found: Gaps) -> None:
    national = [
        gap
        for gap in found.gaps
        if gap.row == "nation" and gap.kind == "evidence_backed_intervention_nobody_provides"
    ]
    assert [gap.intervention for gap in national] == ["Work with families", "Advice"]
    assert national[0].strength == "Maryland level 2"
    assert national[1].strength == "strength not stated"


def test_duplication_is_of_the_same_for_the_same_people(found: Gaps) -> None:
    (double,) = [gap for gap in found.gaps if gap.kind == "duplication"]
    assert set(double.things) == {ID + "service/doors", ID + "service/tenancy"}
    assert double.sure == "likely"
    assert "Women" in double.sentence


def test_what_is_not_loaded_is_not_called_a_gap(found: Gaps) -> None:
    assert told(found, "Westmark") == set()
    unknown = {(each.row_name, each.what) for each in found.not_known}
    assert {("Westmark", "needs"), ("Westmark", "services")} <= unknown
    assert "could not be judged" in found.sentence


def test_without_plans_needs_are_not_known(bare: ThreadGraph) -> None:
    empty = gaps(bare)
    assert not any(gap.kind == "need_without_service" for gap in empty.gaps)
    assert any(each.what == "needs" for each in empty.not_known)


def test_rows_share_their_keys_and_queries_run(nation: Snapshot, found: Gaps) -> None:
    keys = {tuple(sorted(row)) for row in found.rows()}
    assert len(keys) == 1
    asked = {kind: nation.rows(query) for kind, query in found.queries.items()}
    rows = [(row["row"], row["need"]) for row in asked["need_without_service"]]
    gaps_told = [gap.row for gap in found.gaps if gap.kind == "need_without_service"]
    assert sorted(rows) == sorted((row, ID + "need/money") for row in gaps_told)
    assert {row["service"] for row in asked["service_without_evidence"]} == {
        ID + "service/leaflets"
    }
    assert len(asked["duplication"]) == 1


def test_a_service_whose_need_is_not_recorded_makes_a_gap_only_possible(
    small: ThreadGraph, found: Gaps
) -> None:
    (gap,) = [g for g in found.gaps if g.kind == "need_without_service" and g.row != "nation"]
    assert gap.sure == "likely"
    cell = next(c for c in found.matrix() if c.need == "Housing" and c.row_name.startswith("North"))
    assert (cell.named, cell.actions, cell.services, cell.evidence) == (1, 1, 1, 1)
