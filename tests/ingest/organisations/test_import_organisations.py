"""Organisations and the posts that lead for them: posts are kept, names of persons never."""

from __future__ import annotations

import pytest

from cjgraph.namespaces import GEOGRAPHY, thing
from tests.ingest.imports.desk import Desk, counts, notes, problems

HEAD = "Organisation,Type,Area,Strategic lead,Operational lead\n"


def table(*rows: str) -> str:
    """Return a table with these rows."""
    return HEAD + "".join(f"{row}\n" for row in rows)


def test_a_body_that_is_new_and_its_roles(desk: Desk) -> None:
    row = "Example Charity,third sector,Fife,Chief Executive,Service Manager"
    plan = desk.load("organisations", desk.file("l.csv", table(row)))
    said = desk.values(thing("organization", "local-example-charity"))
    assert said["label"] == ["Example Charity"]
    assert said["partnerCategory"] == [thing("partner-category", "third-sector")]
    assert said["servesArea"] == [GEOGRAPHY + "S12000047"]
    roles = sorted(desk.values(iri)["label"][0] for iri in said["holdsRole"])
    assert roles == ["Operational lead: Service Manager", "Strategic lead: Chief Executive"]
    assert counts(desk.load("organisations", desk.folder / "l.csv")) == {"unchanged": 3}
    assert not problems(plan)


def test_a_body_that_is_known_is_only_added_to(desk: Desk) -> None:
    before = desk.values(thing("organization", "fife-council"))
    row = "Fife Council,Council,Fife,Head of Justice,"
    desk.load("organisations", desk.file("l.csv", table(row)))
    after = desk.values(thing("organization", "fife-council"))
    assert after.pop("holdsRole") == [thing("role", "local-fife-council-strategic-lead")]
    assert after == before


@pytest.mark.parametrize(
    ("cell", "post"),
    [
        ("Chief Social Work Officer", "Chief Social Work Officer"),
        ("Head of Justice", "Head of Justice"),
        ('"Jane Smith, Head of Justice"', "Head of Justice"),
        ("Jane Smith - Head of Justice", "Head of Justice"),
        ("Head of Justice (Jane Smith)", "Head of Justice"),
        ("Jane Smith Head of Justice", "Head of Justice"),
        ("Dr Zbigniew Kowalski; Operations Manager", "Operations Manager"),
        ("Zbigniew Kowalski - Operations Manager", "Operations Manager"),
        ("Cllr Morag Campbell / Convener", "Convener"),
        ("Service Manager (Criminal Justice)", "Service Manager, Criminal Justice"),
        ("Area Commander", "Area Commander"),
        ("Head of Service jane.smith@example.org", "Head of Service"),
    ],
)
def test_posts_are_kept_and_names_taken_out(desk: Desk, cell: str, post: str) -> None:
    plan = desk.plan("organisations", desk.file("l.csv", table(f"Example Charity,,Fife,{cell},")))
    roles = [c.label for c in plan.changes.entries if "/role/" in c.iri]
    assert roles == [f"Strategic lead: {post}"]
    said = " ".join(t.object.value for t in plan.changes.triples)
    names = ("Jane", "jane", "Smith", "Kowalski", "Zbigniew", "Morag", "Campbell", "@")
    assert not [name for name in names if name in said]
    assert ("taken out" in notes(plan)) == any(name in cell for name in names)


@pytest.mark.parametrize(
    "cell", ["Jane Smith", "Zbigniew Kowalski", "Mr Smith", "vacant", "TBC", "Aa Bb " * 50]
)
def test_a_cell_without_a_post_makes_no_role(desk: Desk, cell: str) -> None:
    plan = desk.plan("organisations", desk.file("l.csv", table(f"Example Charity,,Fife,{cell},")))
    assert not [c for c in plan.changes.entries if "/role/" in c.iri]
    assert "row 2, column Strategic lead: " in notes(plan)
    assert not plan.blocked


def test_columns_about_persons_are_not_read(desk: Desk) -> None:
    text = "Partner,Contact name,E-mail,Tel\nExample Charity,Jane Smith,j@x.example,0131 496 0000\n"
    plan = desk.plan("organisations", desk.file("l.csv", text))
    assert "columns about persons were not read: Contact name, E-mail, Tel" in notes(plan)
    assert "Smith" not in str(plan.changes.triples)


def test_one_row_a_role_is_read_as_well(desk: Desk) -> None:
    text = (
        "Organisation,Role in the partnership,Job title,Partnership\n"
        "Example Charity,Strategic lead,Chief Executive,Fife Community Justice Partnership\n"
        "Example Charity,Operational lead,Team Leader,Fife Community Justice Partnership\n"
    )
    plan = desk.plan("organisations", desk.file("l.csv", text))
    assert [c.label for c in plan.changes.entries] == [
        "Example Charity",
        "Strategic lead: Chief Executive (Fife Community Justice Partnership)",
        "Operational lead: Team Leader (Fife Community Justice Partnership)",
    ]


def test_a_lead_that_moves_is_a_change_and_one_that_goes_is_dropped(desk: Desk) -> None:
    row = "Example Charity,,Fife,Chief Executive,Team Leader"
    desk.load("organisations", desk.file("l.csv", table(row)))
    row = "Example Charity,,Fife,Executive Director,"
    plan = desk.load("organisations", desk.file("m.csv", table(row)))
    assert [(c.kind, c.label) for c in plan.changes.entries] == [
        ("changed", "Example Charity"),
        ("changed", "Strategic lead: Executive Director"),
        ("dropped", "Operational lead: Team Leader"),
    ]


def test_areas_and_categories_that_are_not_known(desk: Desk) -> None:
    row = "Example Charity,Choir,Stirlin,,"
    plan = desk.plan("organisations", desk.file("l.csv", table(row)))
    assert problems(plan)[0].startswith("l.csv, row 2, column Area: there is no area 'Stirlin'")
    assert "S12000030 (Stirling)" in problems(plan)[0]
    assert "'Choir' is not a known category of partner" in notes(plan)


def test_rows_without_a_name_are_named(desk: Desk) -> None:
    plan = desk.plan("organisations", desk.file("l.csv", table(",,Fife,Head of Justice,")))
    assert problems(plan) == [
        "l.csv, row 2, column Organisation: there is no name of an organisation"
    ]
