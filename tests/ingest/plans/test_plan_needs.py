# ruff: noqa: RUF001 - plans are typed with curly quotes and long dashes
from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.plans import PlanReading

Markdown = Callable[[str], PlanReading]
HEAD = "# Fife Community Justice Plan 2024-2027\n\n"


def needs(reading: PlanReading) -> set[str]:
    return {need.category for need in reading.needs}


def code(*names: str) -> set[str]:
    """Codes of needs, however the vocabulary joins their words."""
    from ingest.plans.vocabulary import vocabulary

    known = {need.iri.rsplit("/", 1)[-1]: need.code for need in vocabulary().needs}
    return {known[name] for name in names}


def services(reading: PlanReading) -> list[str]:
    return [service.name for service in reading.services]


def test_labels_of_a_list_of_needs_count_and_what_is_said_of_them_does_not(
    markdown: Markdown,
) -> None:
    reading = markdown(
        HEAD + "## What people need\n\n"
        "- Housing: many families with children had no home\n"
        "- Mental health. Trauma in childhood was common.\n"
        "- Money – most were out of work\n"
    )
    assert needs(reading) == code("housing", "mental-health", "money")


def test_ordinals_before_a_need_are_no_part_of_it(markdown: Markdown) -> None:
    reading = markdown(
        HEAD + "## What people need\n\nFirst, housing. Sofas run out.\n\n"
        "Second, drink and drugs. There is a wait for treatment.\n\n"
        "Third, poor mental health, low mood and what happened at work long ago. One nurse.\n"
    )
    assert needs(reading) == code("housing", "substance-use", "mental-health")


def test_drugs_and_alcohol_are_counted_as_substance_use(markdown: Markdown) -> None:
    reading = markdown(HEAD + "## Needs\n\n- Alcohol: half drink.\n- Drugs: few places.\n")
    assert needs(reading) == code("substance-use")


def test_a_table_of_needs_is_read_by_its_first_column(markdown: Markdown) -> None:
    reading = markdown(
        HEAD + "## Needs\n\n| Need | What the needs assessment found | Note |\n|---|---|---|\n"
        "| Housing | 37% have nowhere to go | Worst for families |\n"
        "| Isolation | Half have nobody to ring | Older men |\n"
    )
    assert needs(reading) == code("housing", "social-inclusion")


def test_a_line_that_says_that_needs_follow_announces_them(markdown: Markdown) -> None:
    reading = markdown(
        HEAD + "## How things stand\n\nThe assessment found the same needs again and again, "
        "and these are the main needs:\n\n- work: few had a job\n- family: nobody at home\n"
    )
    assert needs(reading) == code("employment", "family")


def test_a_sentence_may_list_the_needs(markdown: Markdown) -> None:
    reading = markdown(
        HEAD
        + "## The picture\n\nThe main needs here are: a safe home; help with trauma and mental "
        "health; treatment for drug and alcohol use; and enough money for the week.\n"
    )
    assert needs(reading) == code("housing", "mental-health", "substance-use", "money")


def test_prose_about_needs_is_read_by_how_its_sentences_open(markdown: Markdown) -> None:
    reading = markdown(
        HEAD + "## The needs that come up again and again\n\nDebt is usual. It is worst in "
        "the town.\n\nWe asked nurses. Physical health is poor, and reports of it come late.\n"
    )
    assert needs(reading) == code("money", "physical-health")


def test_an_assessment_told_in_prose_is_read_where_nothing_is_listed(markdown: Markdown) -> None:
    reading = markdown(
        HEAD
        + "## The picture\n\nThe needs assessment of 2023 looked at 604 people and reports that "
        "poor mental health was common, and that debts were seldom disclosed.\n"
    )
    assert needs(reading) == code("mental-health", "money")


def test_needs_of_staff_and_what_actions_touch_on_are_none(markdown: Markdown) -> None:
    reading = markdown(
        HEAD + "## Our workforce\n\nA training needs analysis was done of skills in housing and "
        "health.\n\n## Governance\n\nThe board needs to meet families and employers.\n"
    )
    assert needs(reading) == set()


@pytest.mark.model
@pytest.mark.usefixtures("by_meaning")
def test_a_label_in_other_words_means_the_nearest_need(markdown: Markdown) -> None:
    reading = markdown(HEAD + "## What people need\n\n- Paying the bills: fines and arrears.\n")
    assert needs(reading) == code("money")


def test_a_list_of_services_gives_their_names(markdown: Markdown) -> None:
    reading = markdown(
        HEAD + "## Who we are\n\nWhat people can already get. These services are there:\n\n"
        "- Fresh Start Furniture, for anyone with a tenancy\n"
        "- the Back on Track programme for men\n- The Bothy, a drop-in\n"
    )
    assert [name.split(" programme")[0].removeprefix("the ") for name in services(reading)] == [
        "Fresh Start Furniture",
        "Back on Track",
        "Bothy",
    ]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Steady Hands, our joinery project, is open.", "Steady Hands"),
        ("We set up a peer mentoring scheme, Bridging the Gap, in May.", "Bridging the Gap"),
        ("They complete the New Leaf employability course.", "New Leaf"),
        ("We will extend Front Door to evenings.", "Front Door"),
        ("They meet at the Tryst Street Recovery Café.", "Tryst Street Recovery Café"),
        (
            "The services named most often were the Maddoch Rooms and the Thursday Kitchen.",
            "Maddoch Rooms",
        ),
    ],
)
def test_services_are_named_in_sentences(markdown: Markdown, sentence: str, name: str) -> None:
    assert name in services(markdown(HEAD + f"## Context\n\n{sentence}\n"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Scottish Fire and Rescue Service came.",
        "The CJ Team wrote this.",
        "We will run Police Scotland for a day.",
        "The Community Justice Scotland Act, a law of 2016, holds.",
        "We will extend the Local Outcomes Improvement Plan to 2030.",
    ],
)
def test_bodies_and_papers_are_no_services(markdown: Markdown, sentence: str) -> None:
    assert services(markdown(HEAD + f"## Context\n\n{sentence}\n")) == []


SENSES = [
    ("Hold a yearly budget workshop where partners plan joint services", ""),
    ("Share data between partners", ""),
    ("Run groups for men who are violent to a partner", "family"),
    ("Help people keep in touch with partners and children", "family"),
    ("Promote community sentences that work", ""),
    ("Work with landlords in each town", ""),
    ("Begin group work within a month", ""),
    ("Support 120 people with convictions towards work", "employment"),
    ("Get forty people ready for work over three years", "employment"),
    (
        "Housing, health, work and debt are what people speak of",
        "housing physical-health employment money",
    ),
    ("Meet people who come home from prison", ""),
    ("Find a home for each person on the day of release", "housing"),
    ("Hold joint training on diversion for social workers", ""),
    ("Offer training to people on orders", "education-and-training"),
    ("Raise public confidence in community sentences", ""),
    ("Run sessions that build confidence and motivation", "attitudes"),
    ("We hope to do more", ""),
    ("Show the benefits of community payback", ""),
    ("Advise people on debt and benefits", "money"),
    ("Build working relationships with providers", ""),
    ("Restore relationships with parents", "family"),
]


@pytest.mark.parametrize(("text", "names"), SENSES)
def test_a_word_of_several_senses_names_a_need_only_in_one(text: str, names: str) -> None:
    from ingest.plans.vocabulary import spoken_of, vocabulary

    assert {term.code for term in spoken_of(text, vocabulary().needs)} == code(*names.split())


@pytest.mark.model
@pytest.mark.usefixtures("by_meaning")
def test_a_label_without_a_word_for_family_is_not_that_need(markdown: Markdown) -> None:
    reading = markdown(HEAD + "## Needs\n\n- Housing: none.\n- Reintegration after prison: slow.\n")
    assert "family" not in needs(reading)


def test_needs_under_a_heading_of_needs_and_services_are_no_services(markdown: Markdown) -> None:
    reading = markdown(
        HEAD + "## Needs and services\n\nThe main needs that we found are these:\n\n"
        "- Housing: many have no settled home.\n- Work: few have had a steady job.\n"
        "- Poor mental health: half of those in the cells.\n"
        "- Family: parents in prison lose touch.\n\n"
        "The services that meet them are these:\n\n- Fife Recovery Cafe: meets twice a week.\n"
    )
    assert needs(reading) >= code("housing", "employment", "mental-health", "family")
    assert services(reading) == ["Fife Recovery Cafe"]


def test_priorities_that_follow_an_analysis_of_need_are_no_needs(markdown: Markdown) -> None:
    reading = markdown(
        HEAD + "## Needs\n\n- Housing: few lets.\n- Money: debt is common.\n\n"
        "## Strategic priorities\n\n"
        "Following analysis of need the Partnership has adopted the following priorities:\n\n"
        "- employment on release\n- safety for all\n"
    )
    assert needs(reading) == code("housing", "money")
