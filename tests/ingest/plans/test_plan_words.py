# ruff: noqa: RUF001 - plans are typed with long dashes
from __future__ import annotations

import pytest

from ingest.plans.links import explicit_links, generation_of
from ingest.plans.partners import partners_in
from ingest.plans.references import References, alike


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("NDO 3", ("ndo-3",)),
        ("NDO1, NDO2", ("ndo-1", "ndo-2")),
        ("Nationally determined outcomes 5, 6 and 8", ("ndo-5", "ndo-6", "ndo-8")),
        ("National outcomes 2-4", ("ndo-2", "ndo-3", "ndo-4")),
        ("More people successfully complete diversion from prosecution", ("ndo-1",)),
        ("Contributes to national outcome 7 of 2023", ("ndo-7",)),
        ("O4 and O5", ("o-4", "o-5")),
        ("Common outcome 2", ("o-2",)),
        ("National outcome 12", ()),
        ("Outcome 3", ()),  # the plan's own, unless its column says otherwise
        ("Our streets are clean", ()),
    ],
)
def test_national_links_by_code_and_title(text: str, codes: tuple[str, ...]) -> None:
    assert explicit_links(text, "2023").national == codes


def test_a_plain_number_counts_in_a_column_for_national_outcomes() -> None:
    assert explicit_links("Outcome 3", "2023", bare=True).national == ("ndo-3",)
    assert explicit_links("1, 4", "2016", bare=True).national == ("o-1", "o-4")


def test_a_priority_action_without_an_outcome_is_a_link_of_its_own() -> None:
    links = explicit_links("Priority action 6", "2023")
    assert (links.national, links.priority_actions) == ((), ("pa-6",))


def test_the_words_tell_the_generation() -> None:
    assert generation_of("We use common outcome 1 and common outcome 2.") == "2016"
    assert generation_of("NDO 1 and the performance framework") == "2023"
    assert generation_of("We help people.") is None


@pytest.mark.parametrize(
    ("cell", "categories"),
    [
        ("Police Scotland", ["police"]),
        ("Justice Social Work", ["local_authority"]),
        ("HSCP Justice Social Work", ["local_authority"]),
        ("Fife Health and Social Care Partnership", ["integration_joint_board"]),
        ("Scottish Fire and Rescue Service", ["fire_and_rescue"]),
        ("SPS and COPFS", ["scottish_ministers", "scottish_ministers"]),
        ("Sheriff Clerk's Office / SDS", ["scts", "skills_development_scotland"]),
        ("NHS Lothian, Sacro", ["health_board", "third_sector"]),
        ("All partners", ["partnership_collective"]),
        ("Gate Project (third sector)", ["third_sector"]),
        ("Jupiter Widgets", ["other"]),
        ("", []),
        ("tbc", []),
        ("N/A", []),
    ],
)
def test_leads_by_category(cell: str, categories: list[str]) -> None:
    assert [partner.category for partner in partners_in(cell)] == categories


@pytest.mark.parametrize(
    ("text", "heading", "number"),
    [
        ("Local outcome 2: People leave prison with a home", True, "2"),
        ("Outcome 3 – Staff know what they do", True, "3"),
        ("LO4. People are ready for work", False, "4"),
        ("Outcomes over the whole period", True, None),
        ("Outcome 3 is measured by a survey each year", False, None),
        ("Local outcomes and delivery plan", True, None),
    ],
)
def test_what_sets_out_an_outcome(text: str, heading: bool, number: str | None) -> None:
    found = References().definition("outcome", text, heading=heading)
    assert (found.number if found else None) == number


def test_references_to_objectives() -> None:
    assert References().reference("objective", "see Objective 2.1 above") == "2.1"
    assert References().reference("objective", "SO3") == "3"
    assert References().reference("objective", "4", column=True) == "4"
    assert References().reference("objective", "4 people") is None


def test_nearly_the_same_words_are_alike() -> None:
    assert alike("People leave prison with a home", "people leave prison with a home.")
    assert not alike("People leave prison with a home", "People start work")
