"""Figures for indicators: each with unit, period and area, or a plain reason why not."""

from __future__ import annotations

import pytest

from cjgraph.namespaces import GEOGRAPHY, thing
from tests.ingest.imports.desk import Desk, counts, notes, problems

HEAD = "Indicator code,Area,Year,Value,Unit\n"


def table(*rows: str) -> str:
    """Return a table with these rows."""
    return HEAD + "".join(f"{row}\n" for row in rows)


def test_a_figure_is_loaded_with_all_that_makes_it_one(desk: Desk) -> None:
    plan = desk.load("observations", desk.file("l.csv", table('NI 1,Fife,2023-24,"1,234",people')))
    said = desk.values(plan.changes.entries[0].iri)
    assert said["observedValue"] == ["1234"] and said["unit"] == ["people"]
    assert said["observedIndicator"] == [thing("indicator", "ni-1")]
    assert said["observedArea"] == [GEOGRAPHY + "S12000047"]
    assert said["periodStart"] == ["2023-04-01"] and said["periodEnd"] == ["2024-03-31"]
    assert said["periodAsWritten"] == ["2023-24"]
    assert counts(desk.load("observations", desk.folder / "l.csv")) == {"unchanged": 1}


def test_a_figure_that_is_revised_is_a_change_and_no_second_figure(desk: Desk) -> None:
    desk.load("observations", desk.file("l.csv", table("ni-1,Fife,2023-24,10,people")))
    plan = desk.plan("observations", desk.file("m.csv", table("1,S12000047,2023/24,12,people")))
    assert [d.line() for c in plan.changes.entries for d in c.differences] == [
        "name: …completed, Fife, 2023-24 → …completed, Fife, 2023/24",
        "observed value: 10 → 12",
        "period (as written): 2023-24 → 2023/24",
    ]


@pytest.mark.parametrize("written", ["ni-2", "NI 2", "NI2", "2", "Indicator 2", "ni_02"])
def test_indicators_are_known_by_the_codes_people_write(desk: Desk, written: str) -> None:
    plan = desk.plan("observations", desk.file("l.csv", table(f"{written},Fife,2023,5,referrals")))
    assert not problems(plan)
    assert thing("indicator", "ni-2") in [t.object.value for t in plan.changes.triples]


def test_unknown_codes_and_areas_are_told_with_the_near_ones(desk: Desk) -> None:
    rows = (
        "ni-11,Fife,2023,5,people",
        "ni-1,Stirlin,2023,5,people",
        "ni-1,S12000099,2023,5,people",
    )
    plan = desk.plan("observations", desk.file("l.csv", table(*rows)))
    first, second, third = problems(plan)
    assert first.startswith("l.csv, row 2, column Indicator code: 'ni-11' is not a known indicator")
    assert "ni-1 (" in first
    assert second.startswith("l.csv, row 3, column Area: ") and "S12000030 (Stirling)" in second
    assert third.startswith("l.csv, row 4, column Area: 'S12000099' is not a known area")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("1234", "1234"),
        ('"1,234.50"', "1234.50"),
        ("-3", "-3"),
        ("12%", "12"),
        (".5", "0.5"),
        ("007", "7"),
    ],
)
def test_numbers_are_read_as_people_write_them(desk: Desk, written: str, kept: str) -> None:
    plan = desk.plan("observations", desk.file("l.csv", table(f"ni-1,Fife,2023,{written},people")))
    assert kept in [
        t.object.value for t in plan.changes.triples if "observedValue" in t.predicate.value
    ]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ('"12,5"', "write 12.5 with a point"),
        ("about 5", "is no number"),
        ("1e400", "is no number"),
        ("NaN", "is no number"),
        ("=1+1", "is a formula"),
        ("", "there is no figure"),
        ("#DIV/0!", "an error of the spreadsheet"),
    ],
)
def test_what_is_no_number_is_said_with_its_cell(desk: Desk, written: str, words: str) -> None:
    plan = desk.plan("observations", desk.file("l.csv", table(f"ni-1,Fife,2023,{written},people")))
    assert len(problems(plan)) == 1
    assert problems(plan)[0].startswith("l.csv, row 2, column Value: ")
    assert words in problems(plan)[0]


@pytest.mark.parametrize("mark", ["*", "..", "[c]", ":"])
def test_figures_that_are_withheld_are_left_out_and_said(desk: Desk, mark: str) -> None:
    rows = (f"ni-1,Fife,2023,{mark},people", "ni-1,Fife,2022,5,people")
    plan = desk.plan("observations", desk.file("l.csv", table(*rows)))
    assert counts(plan) == {"added": 1} and "withheld or missing" in notes(plan)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2023-24", "2023-04-01", "2024-03-31"),
        ("2023/2024", "2023-04-01", "2024-03-31"),
        ("1999-00", "1999-04-01", "2000-03-31"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023 Q2", "2023-04-01", "2023-06-30"),
        ("31/03/2024", "2024-03-31", "2024-03-31"),
    ],
)
def test_periods_are_read(desk: Desk, written: str, start: str, end: str) -> None:
    plan = desk.plan("observations", desk.file("l.csv", table(f"ni-1,Fife,{written},5,people")))
    said = {t.predicate.value.rpartition("#")[2]: t.object.value for t in plan.changes.triples}
    assert (said["periodStart"], said["periodEnd"]) == (start, end)


def test_a_period_that_can_not_be_told_is_kept_as_written(desk: Desk) -> None:
    plan = desk.plan("observations", desk.file("l.csv", table("ni-1,Fife,2021-23,5,people")))
    assert not plan.blocked and "can't be told from '2021-23'" in notes(plan)


def test_what_is_missing_is_said_all_at_once(desk: Desk) -> None:
    text = "what,area,period_start,period_end,value,unit\n,,2024-05-01,2024-04-01,5,\n"
    plan = desk.plan("observations", desk.file("l.csv", text))
    told = " ".join(problems(plan))
    for words in (
        "neither an indicator nor what was counted",
        "neither for an area nor about a group",
        "is before the first",
        "there is no unit",
    ):
        assert words in told


def test_the_same_figure_twice_with_two_values_is_a_problem(desk: Desk) -> None:
    rows = ("ni-1,Fife,2023,5,people", "NI 1,S12000047,2023,6,people")
    plan = desk.plan("observations", desk.file("l.csv", table(*rows)))
    assert problems(plan) == [
        "l.csv, row 3: has the same indicator, area, group and period as l.csv, row 2, but says"
        " something else; keep one of the two"
    ]


def test_groups_services_sources_and_notes(desk: Desk) -> None:
    text = (
        "What was counted,Group,Value,Unit,Period,Source,Link,Notes,Related indicators\n"
        "admissions,Women,30,people,2018,Review of 2018,https://example.org/r,up to the review,"
        "ni-1;ni-2\n"
    )
    plan = desk.load("observations", desk.file("l.csv", text))
    said = desk.values(plan.changes.entries[0].iri)
    assert said["observedPopulation"] == [thing("population", "women")]
    assert said["sourceLocator"] == ["Review of 2018"]
    assert said["url"] == ["https://example.org/r"] and said["comment"] == ["up to the review"]
    assert len(said["relatedIndicator"]) == 2


def test_our_own_table_can_be_given_back(desk: Desk) -> None:
    head = "id,label,what,qualifier,value,unit,period_as_written,period_start,period_end,area\n"
    row = 'mine,"A label, mine",people diverted,over,3300,people,2023-24,2023-04-01,2024-03-31,'
    plan = desk.plan("observations", desk.file("l.csv", f"{head}{row}S92000003\n"))
    assert not problems(plan)
    assert plan.changes.entries[0].iri == thing("observation", "local-mine")
