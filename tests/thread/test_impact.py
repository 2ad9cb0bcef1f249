"""An analyst asks what would follow if something went."""

from __future__ import annotations

from datetime import date

import pytest

from cjgraph.namespaces import ID
from cjgraph.store import Snapshot
from cjgraph.thread import ThreadGraph, impact

DAY = date(2026, 6, 1)
ORPHANED = {
    "n-1": {"pa/p-1"},
    "p-2": {"north/act-4", "north/obj-2", "north/loc-2"},
    "body/charity": {"service/tenancy", "north/act-1"},
    "service/tenancy": {"need/housing", "north/act-1"},
    "publication/r1": {
        "intervention/mentoring",
        "service/doors",
        "service/tenancy",
        "north/act-1",
    },
    "i-1": {"outcome/n-1", "north/loc-1"},
    "north/obj-1": {"north/act-1", "north/act-2"},
    "north/act-4": {"north/obj-2", "north/loc-2"},
    "n-10": set(),
}
WEAKENED = {
    "n-1": {f"north/{name}" for name in ("act-1", "act-2", "act-3", "obj-1", "loc-1")},
    "p-2": set(),
    "body/charity": {"north/act-2", "north/obj-1", "north/loc-1"},
    "north/obj-1": {"north/loc-1"},
    "north/act-4": set(),
}


@pytest.mark.parametrize("name", ORPHANED)
def test_what_loses_its_last_link_is_what_was_drawn(small: ThreadGraph, name: str) -> None:
    found = impact(small, name, on=DAY)
    lost = {e.thing.iri.removeprefix(ID) for e in found.effects if e.severity == "orphaned"}
    assert lost == ORPHANED[name]


@pytest.mark.parametrize("name", WEAKENED)
def test_what_loses_one_of_several_is_what_was_drawn(small: ThreadGraph, name: str) -> None:
    found = impact(small, name, on=DAY)
    less = {e.thing.iri.removeprefix(ID) for e in found.effects if e.severity == "weakened"}
    assert less == WEAKENED[name]


def test_each_effect_has_the_way_to_what_changes(small: ThreadGraph) -> None:
    found = impact(small, "n-1", on=DAY)
    ways = {effect.thing.label: effect.path for effect in found.effects}
    assert ways["Train mentors of tenants"] == (
        "Train mentors of tenants",
        "Settle people",
        "People are settled",
        "Diversion is completed",
    )
    assert all(way[0] == name and way[-1] == found.start.label for name, way in ways.items())


def test_what_no_action_is_left_for_is_said(small: ThreadGraph) -> None:
    found = impact(small, "north/act-4", on=DAY)
    assert found.uncovered == (("North plan 2024", "p-2"),)
    assert "No action would be left for p-2 in North plan 2024." in found.sentence


def test_nothing_affected_is_said_with_what_is_not_known(
    small: ThreadGraph, bare: ThreadGraph
) -> None:
    assert "nothing on record would lose a link" in impact(small, "n-10", on=DAY).sentence
    assert "No plan is loaded" in impact(bare, "n-10").sentence


def test_the_query_finds_what_is_affected(nation: Snapshot, small: ThreadGraph) -> None:
    found = impact(small, "n-1", on=DAY)
    asked = {row["affected"] for row in nation.rows(found.query)}
    assert {effect.thing.iri for effect in found.effects} <= asked
