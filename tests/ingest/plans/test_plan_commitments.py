# ruff: noqa: E501 - sentences read best whole
from __future__ import annotations

import pytest

from ingest.plans.commitments import commitment, measure_in


@pytest.mark.parametrize(
    ("sentence", "categories", "when"),
    [
        ("By June 2024 Police Scotland will give everyone a card.", "police", "June 2024"),
        ("It is for the Council to find two flats by March 2026.", "local_authority", "March 2026"),
        ("It will be for NHS Sulla to set up a clinic by the end of 2025.", "health_board", "the end of 2025"),
        ("Police Scotland to share custody data from June 2025.", "police", "June 2025"),
        ("HSCP to extend the naloxone programme by Q2 2025/26.", "integration_joint_board", "Q2 2025/26"),
        ("A bail hostel is to be opened by the Council by June 2026.", "local_authority", "June 2026"),
        ("Two flats will be leased by the housing service before April 2026.", "local_authority", "April 2026"),
        ("Two flats will be leased before April 2026.", "", "April 2026"),
        ("We will recruit six mentors by December 2025.", "", "December 2025"),
        ("By summer 2025, justice social work is going to start evening reporting.", "local_authority", "summer 2025"),
        ("Sacro and the Council have undertaken to run a group in 2025/26.", "local_authority third_sector", "2025/26"),
        ("The co-ordinator will write a leaflet by May 2025.", "other", "May 2025"),
        ("Led by Sacro, a mentoring scheme will start in January 2026.", "third_sector", "January 2026"),
        ("The Partnership intends to publish a directory by June 2025.", "partnership_collective", "June 2025"),
        ("Working with the HSCP, the Council will open a flat by June 2025.", "integration_joint_board local_authority", "June 2025"),
    ],
)  # fmt: skip
def test_who_commits_and_by_when(sentence: str, categories: str, when: str) -> None:
    made = commitment(sentence)
    assert made is not None
    assert sorted({lead.category for lead in made.leads}) == categories.split()
    assert made.due_as_written == when


@pytest.mark.parametrize(
    "sentence",
    [
        "People will feel safer.",
        "Progress will be measured by a survey in 2026.",
        "This plan will be reviewed each year.",
        "Crime is low and has been for years.",
        "There will be four meetings a year.",
        "In 2023 the Council opened two flats.",
        "We know that people need homes.",
        "Access to services matters to everyone.",
    ],
)
def test_what_nobody_commits_to_is_no_commitment(sentence: str) -> None:
    assert commitment(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "how"),
    [
        ("We will know it is working if twenty calls are made.", "twenty calls are made"),
        ("The test: nobody sleeps rough.", "nobody sleeps rough"),
        ("Success looks like ten people in work.", "ten people in work"),
        ("Measure: ten lets a year.", "ten lets a year"),
        ("It will have worked when four in five stay.", "four in five stay"),
        ("This will be measured by the number of referrals.", "the number of referrals"),
        ("Progress will be tracked through the number of lets.", "the number of lets"),
        ("The target is 40 a year.", "40 a year"),
        ("What we will look for is a fall in breaches.", "a fall in breaches"),
        ("You will be able to tell because fewer people miss appointments.", "fewer people miss appointments"),
        ("The Council will open a flat.", None),
    ],
)  # fmt: skip
def test_what_will_show_that_it_was_kept(sentence: str, how: str | None) -> None:
    assert measure_in(sentence) == how


def test_a_measure_is_taken_out_of_the_words_of_the_action() -> None:
    made = commitment(
        "NHS Sulla will open a clinic by May 2025. We will know when ten people come."
    )
    assert made is not None
    assert made.text == "NHS Sulla will open a clinic by May 2025."
    assert made.measure == "ten people come"
