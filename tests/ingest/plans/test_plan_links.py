# ruff: noqa: E501 - outcomes read best whole
from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.plans import PlanReading, national
from ingest.plans.blocks import BlockList, Cell, Locator
from ingest.plans.links import explicit_links
from ingest.plans.national import meant_links
from ingest.plans.surroundings import surroundings

#: Outcomes in words of their own; no plan that the reader was developed on has them.
REWORDED = [
    ("2023", "Young people who could be diverted from prosecution are, and they stick with it", "ndo-1"),
    ("2023", "Custody suites are places where change can start", "ndo-2"),
    ("2023", "Remand is used only when there is no other way", "ndo-3"),
    ("2023", "Unpaid work orders are completed on time", "ndo-4"),
    ("2023", "Nobody misses a prescription when they get out of jail", "ndo-5"),
    ("2023", "A safe roof for everyone released from prison", "ndo-6"),
    ("2023", "A record does not keep anyone out of a job", "ndo-7"),
    ("2023", "People leaving prison after a short sentence meet a mentor at the gate", "ndo-8"),
    ("2023", "Residents know what community justice is and have faith in it", "ndo-9"),
    ("2023", "Those who come home from prison have a house, a doctor and someone to turn to", "ndo-5 ndo-6 ndo-8"),
    ("2023", "Bail and community payback are trusted in place of a cell", "ndo-3 ndo-4"),
    ("2016", "The public understand community justice and have a say in it", "o-1"),
    ("2016", "Partners plan together and share their resources", "o-2"),
    ("2016", "Services are easier to get into for everyone", "o-3"),
    ("2016", "Life chances improve because health, debt and housing are dealt with", "o-5"),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.usefixtures("by_meaning")
@pytest.mark.parametrize(("generation", "text", "codes"), REWORDED)
def test_reworded_outcomes_mean_national_ones(generation: str, text: str, codes: str) -> None:
    links = meant_links(text, generation)
    assert set(links.national) == set(codes.split())
    assert 0.4 < links.confidence <= 0.85  # never as sure as a link that the plan states


@pytest.mark.model
@pytest.mark.usefixtures("by_meaning")
@pytest.mark.parametrize(
    "text",
    [
        "Strong leadership and clear governance",
        "Victims and witnesses are informed and supported",
        "Restorative justice is there for all who want it",
        "People with lived experience help to run services",
    ],
)
def test_outcomes_about_other_matters_have_no_national_link(text: str) -> None:
    assert meant_links(text, "2023").national == ()


@pytest.mark.model
@pytest.mark.usefixtures("by_meaning")
def test_the_section_tells_what_the_words_leave_open() -> None:
    text = "A warm hand in a cold week"
    around = (
        "Twelve people came out of prison with no home to go to last year.",
        "Keep four flats for people on release from prison.",
        "Visit each tenant in HMP Glenbarr about their tenancy.",
        "Hold a housing interview before liberation.",
    )
    assert meant_links(text, "2023", around).national == ("ndo-6",)


def test_words_alone_tell_where_there_is_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(national, "meaning", lambda: None)
    links = meant_links("Remand falls and supervised bail grows", "2023")
    assert links.national == ("ndo-3",)
    assert meant_links("Strong leadership", "2023").national == ()


def test_health_is_a_matter_of_release_only_where_release_is_spoken_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(national, "meaning", lambda: None)
    assert meant_links("The health of the town is better", "2023").national == ()
    assert meant_links("Health care goes on after release", "2023").national == ("ndo-5",)


def test_a_plan_that_states_its_links_is_believed(
    markdown: Callable[[str], PlanReading],
) -> None:
    reading = markdown(
        "# Fife Community Justice Plan 2024-2027\n\n"
        "## Outcome 1: Nobody leaves prison homeless (NDO 8)\n\n"
        "| Action | Lead | By when |\n|---|---|---|\n| Open a hub in Leven for all | SPS | May 2025 |\n"
    )
    assert reading.outcomes[0].national == ("ndo-8",)


def test_what_stands_around_an_outcome_ends_at_the_next() -> None:
    blocks = BlockList()
    blocks.heading("What we want", 1)
    for n in (1, 2):
        blocks.heading(f"Outcome {n}: a better town number {n}", 2)
        blocks.text(f"This is what we say of number {n} here.")
        blocks.heading("Actions", 3)
        blocks.text(f"We will do thing {n} in the town.", listed=True)
    blocks.heading("Governance", 1)
    blocks.text("The board meets four times a year.")
    places = [block.locator for block in blocks.blocks if block.level == 2]
    first, second = surroundings(blocks.blocks, places)
    assert first == ("This is what we say of number 1 here.", "We will do thing 1 in the town.")
    assert second == ("This is what we say of number 2 here.", "We will do thing 2 in the town.")


def test_what_stands_beside_an_outcome_in_a_table_is_its_rows() -> None:
    outcome = Cell("People have a home on release", (1, 0))
    other = Cell("People find work in the end", (3, 0))
    rows = (
        (Cell("Outcome", (0, 0)), Cell("What we will do", (0, 1))),
        (outcome, Cell("Keep four flats for people", (1, 1))),
        (outcome, Cell("Visit each of the tenants", (2, 1))),
        (other, Cell("Run a jobs clinic each week", (3, 1))),
    )
    blocks = BlockList()
    blocks.table(rows)
    place = blocks.blocks[0].cell_place(1, 0)
    around = surroundings(blocks.blocks, [place])
    assert around == [("Keep four flats for people", "Visit each of the tenants")]
    assert surroundings(blocks.blocks, [Locator(paragraph=99)]) == [()]


def linked(*links: str, framework: str = "nationally determined outcomes") -> str:
    """A plan with an outcome for each of these lines of links; a blank one has no line."""
    texts = (
        "Nobody leaves prison without a home",
        "Remand falls and supervised bail grows",
        "Community sentences start quickly and are completed",
        "People with convictions find jobs",
    )
    parts = [f"# Fife Community Justice Plan 2024-2027\n\nWe work to the {framework}.\n"]
    for number, (text, link) in enumerate(zip(texts, links, strict=False), 1):
        parts.append(f"## Local outcome {number}: {text}\n\n{link}\n")
        parts.append(
            "| Action | Lead | By when |\n|---|---|---|\n"
            f"| Open hub number {number} in Leven | SPS | May 2025 |\n"
        )
    return "\n".join(parts)


SIX, FOUR = "National link: NDO 6", "Nationally determined outcome 4."


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("National link: Nationally determined outcome 12.", "ndo-12"),
        ("National link: NDO 12", "ndo-12"),
        ("National outcome: nationally determined outcomes 6 and 14", "ndo-14"),
        ("Contributes to: Priority action 77", "pa-77"),
    ],
)
def test_a_link_to_a_number_that_is_none_is_kept_and_none_is_guessed(
    markdown: Callable[[str], PlanReading], line: str, code: str
) -> None:
    first = markdown(linked(line, FOUR)).outcomes[0]
    links = first.national + first.priority_actions
    assert code in links
    assert set(links) <= {code, "ndo-6"} and ("ndo-6" in links) == ("6 and" in line)


def test_a_common_outcome_that_is_none_is_kept(markdown: Callable[[str], PlanReading]) -> None:
    reading = markdown(
        linked("Common outcome 9", "Common outcome 5", framework="common outcomes of 2016")
    )
    assert [outcome.national for outcome in reading.outcomes] == [("o-9",), ("o-5",)]


@pytest.mark.parametrize(
    "text",
    [
        "We reported on the national outcomes 12 months later",
        "All 13 councils share the national outcomes",
        "The national outcomes 2024 to 2030",
    ],
)
def test_a_count_beside_the_word_is_no_number_of_an_outcome(text: str) -> None:
    assert explicit_links(text, "2023").unknown == ()


def test_national_outcomes_of_scotland_have_numbers_of_their_own() -> None:
    assert explicit_links("Contributes to National Outcome 9", "2016").unknown == ()


def test_nothing_is_guessed_for_one_outcome_where_the_others_state_their_links(
    markdown: Callable[[str], PlanReading], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(national, "meaning", lambda: None)
    stated = markdown(linked(SIX, "", FOUR, "NDO 7"))
    assert [outcome.national for outcome in stated.outcomes] == [
        ("ndo-6",),
        (),
        ("ndo-4",),
        ("ndo-7",),
    ]
    silent = markdown(linked("", "", "", ""))
    assert silent.outcomes[1].national == ("ndo-3",), "where none states a link it is guessed"


def test_an_outcome_in_the_words_of_a_national_one_states_no_link() -> None:
    official = "More people successfully complete diversion from prosecution"
    own = explicit_links(official, "2023")
    assert not national.states_links([(official, own)] * 3, "2023")
    assert national.states_links([("A second chance", own)] * 3, "2023")
