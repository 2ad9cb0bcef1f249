"""Plans as people write them: priorities with letters, lines that introduce outcomes, cards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from cjgraph.namespaces import CJ, RDFS, thing
from ingest.plans import PlanReading, plan_triples, read_plan

Read = Callable[[str], PlanReading]

TITLE = "# Nether Invented Community Justice Outcomes Improvement Plan 2025-2028\n\n"
ACTIONS = "| Action | Who leads | By when |\n|---|---|---|\n"

PRIORITIES = (
    TITLE
    + """## Our vision

What we want to see: a place in which every person is safe at home.

## What we will do

### Priority 1: Help before court (national outcomes 1 and 2)

**What we want to see:** people are helped before a case reaches court.

**Indicator:** cases that end in help (12 now, 30 by 2028).

| Action | Who leads | By when |
|---|---|---|
| Set up a weekly help desk | COPFS | June 2026 |

### Priority 2: A home on release (outcomes 5, 6 and 8)

Measure: people with an address on the first day.

Our outcome: nobody leaves prison without a home to go to.

| Action | Who leads | By when |
|---|---|---|
| Keep four flats free for people who come home | Police Scotland and COPFS | June 2026 |

### Priority 3: Bail that works (NDO 3)

| Action | Who leads | By when |
|---|---|---|
| Send a worker to each court sitting | Fife Council | Summer 2026 |
"""
)


def test_outcomes_are_read_from_the_lines_that_introduce_them(markdown: Read) -> None:
    reading = markdown(PRIORITIES)
    assert [(o.text, o.national, o.implied) for o in reading.outcomes] == [
        ("people are helped before a case reaches court.", ("ndo-1", "ndo-2"), False),
        ("nobody leaves prison without a home to go to.", ("ndo-5", "ndo-6", "ndo-8"), False),
        ("Bail that works", ("ndo-3",), True),
    ]
    assert [o.measures for o in reading.outcomes] == [
        ("cases that end in help (12 now, 30 by 2028).",),
        ("people with an address on the first day.",),
        (),
    ]
    assert [a.outcome for a in reading.actions] == [o.id for o in reading.outcomes]
    assert len(reading.statute["ndo-8"].actions) == 1


def test_a_season_is_kept_as_written_and_gives_no_day(markdown: Read) -> None:
    action = markdown(PRIORITIES).actions[2]
    assert (action.due_as_written, action.due) == ("Summer 2026", None)


@pytest.mark.parametrize("cue", ["We want", "Outcome", "Our outcome", "What we want to achieve"])
def test_cues_of_an_outcome(markdown: Read, cue: str) -> None:
    reading = markdown(
        f"{TITLE}## Priority 1: Homes\n\n{cue}: people have a safe home to go to\n\n"
        f"How we will know: nights spent without a home\n\n{ACTIONS}"
        "| Open a hub | Council | 2026 |\n"
    )
    assert [(o.text, o.measures) for o in reading.outcomes] == [
        ("people have a safe home to go to", ("nights spent without a home",))
    ]


@pytest.mark.parametrize("header", ["Contributes to", "Links to", "National outcome"])
@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("(national outcomes 1 and 2)", ("ndo-1", "ndo-2")),
        ("national outcomes 5, 6 and 8", ("ndo-5", "ndo-6", "ndo-8")),
        ("outcomes 1-3", ("ndo-1", "ndo-2", "ndo-3")),
        ("NDOs 3 & 4", ("ndo-3", "ndo-4")),
        ("1; 9", ("ndo-1", "ndo-9")),
        ("NDO 6", ("ndo-6",)),
    ],
)
def test_national_outcomes_in_a_column(
    markdown: Read, header: str, cell: str, codes: tuple[str, ...]
) -> None:
    reading = markdown(
        f"{TITLE}We plan under the national Community Justice Performance Framework.\n\n"
        f"| Priority | Local outcome | {header} |\n|---|---|---|\n"
        f"| A | Fewer people are hurt in our town | NDO 7 |\n"
        f"| B | Young people find things to do | {cell} |\n"
    )
    assert [(o.id, o.national) for o in reading.outcomes] == [
        ("outcome-a", ("ndo-7",)),
        ("outcome-b", codes),
    ]


def test_an_action_may_serve_several_national_outcomes(markdown: Read) -> None:
    reading = markdown(
        f"{TITLE}## Actions\n\n| Action | National outcome | By when |\n|---|---|---|\n"
        "| Open a hub in the old mill | NDOs 3 & 4 | 2026 |\n"
        "| Train twelve mentors each year | 3 | 2026 |\n"
    )
    reached = {code for code, item in reading.statute.items() if "action-1" in item.actions}
    assert reached == {"ndo-3", "ndo-4"}


def written(reading: PlanReading) -> Store:
    store = Store()
    for triple in plan_triples(reading, slug="nether", edition="2025", invented=True):
        store.add(Quad(*triple))
    return store


def values(store: Store, name: str) -> set[str]:
    found = store.quads_for_pattern(None, NamedNode(name), None)
    return {getattr(quad.object, "value", "") for quad in found}


def test_what_works_straight_to_a_national_outcome_is_measured_by_its_indicator(
    markdown: Read,
) -> None:
    reading = markdown(
        f"{TITLE}## National outcome 3: More people are assessed for and successfully complete "
        f"bail supervision\n\n{ACTIONS}| Send a worker to court | Council | 2026 |\n"
    )
    assert [o.implied for o in reading.outcomes] == [True]
    assert thing("indicator", "ni-3") in values(written(reading), CJ + "measuredBy")
    own = markdown(PRIORITIES)
    assert thing("indicator", "ni-1") not in values(written(own), CJ + "measuredBy")


def test_a_national_heading_over_a_local_outcome_is_only_its_link(markdown: Read) -> None:
    reading = markdown(
        f"{TITLE}## National outcome 3: More people are assessed for and successfully complete "
        f"bail supervision\n\nOutcome: bail is used wherever it is safe\n\n{ACTIONS}"
        f"| Send a worker to court | Council | 2026 |\n\n"
        f"## National outcome 6: More people have access to suitable accommodation following "
        f"release from a prison sentence\n\n{ACTIONS}| Keep four flats | Council | 2026 |\n"
    )
    assert [(o.text.split()[0], o.national, o.implied) for o in reading.outcomes] == [
        ("bail", ("ndo-3",), False),
        ("More", ("ndo-6",), True),
    ]


def test_both_leads_reach_the_graph(markdown: Read) -> None:
    store = written(markdown(PRIORITIES))
    assert values(store, CJ + "ledBy") >= {
        thing("organization", "police-scotland"),
        thing("organization", "crown-office-and-procurator-fiscal-service"),
    }
    assert len(values(store, CJ + "leadCategory")) == 3  # police, ministers, council


@pytest.mark.parametrize(
    ("cell", "leads"),
    [
        ("Fife Council and Burnside Trust", ["Fife Council", "Burnside Trust"]),
        ("Burnside Trust and Police Scotland", ["Burnside Trust", "Police Scotland"]),
        ("NHS Fife & Fife Council", ["NHS Fife", "Fife Council"]),
        ("Scottish Fire and Rescue Service", ["Scottish Fire and Rescue Service"]),
        ("Fife Council Roads and Parks", ["Fife Council Roads and Parks"]),
    ],
)
def test_joint_leads_are_told_apart(markdown: Read, cell: str, leads: list[str]) -> None:
    reading = markdown(
        f"{TITLE}## Actions\n\n{ACTIONS}| Open a hub by the mill | {cell} | 2026 |\n"
    )
    assert [lead.as_written for lead in reading.actions[0].leads] == leads


def test_indicators_under_a_wish_are_no_outcomes(markdown: Read) -> None:
    reading = markdown(
        f"{TITLE}## Priority 1: Homes\n\n### What we want to see\n\n"
        "People come home to a warm place.\n\nIndicator: people with an address on release\n\n"
        f"### Actions\n\n{ACTIONS}| Open a hub by the mill | Council | 2026 |\n"
    )
    assert [(o.text, o.measures) for o in reading.outcomes] == [
        ("People come home to a warm place.", ("people with an address on release",))
    ]
    assert reading.actions[0].outcome == reading.outcomes[0].id


def test_the_file_has_one_plain_label(markdown: Read) -> None:
    reading = markdown(PRIORITIES)
    store = written(reading)
    file = NamedNode(thing("file", reading.source.sha256))
    labels = [q.object for q in store.quads_for_pattern(file, NamedNode(RDFS + "label"), None)]
    assert [(getattr(x, "value", ""), getattr(x, "language", "")) for x in labels] == [
        ("plan.md", None)
    ]


CARDS: list[str | list[list[str]]] = [
    "# Priorities",
    [
        ["Priority", "Local outcome", "Contributes to"],
        ["A", "Orders are finished by most people", "NDO 4"],
        ["B", "Nobody comes home to the street", "NDO 6"],
    ],
    "# Action plan",
    [
        ["Action A1", "Open a joinery with partners"],
        ["Priority", "A"],
        ["Lead partner", "Fife Council"],
        ["Timescale", "March 2027"],
        ["Measure", "40 people a year"],
    ],
    [
        ["Action B1", "Keep six rooms ready"],
        ["Priority", "Priority B"],
        ["Timescale", "March 2027"],
        ["Action B2", "Train the housing team"],
        ["Priority", "F"],
        ["Timescale", "April 2027"],
    ],
    "# 4. How we will measure progress",
    "A: Share of orders that are finished",
    "B: Nights without an address",
]


def test_each_card_is_an_action_that_points_by_letter(word_file: Callable[..., Path]) -> None:
    reading = read_plan(word_file("Community justice improvement plan 2025-2028", *CARDS))
    assert [(a.id, a.text, a.outcome, str(a.due)) for a in reading.actions] == [
        ("action-a1", "Open a joinery with partners", "outcome-a", "2027-03-31"),
        ("action-b1", "Keep six rooms ready", "outcome-b", "2027-03-31"),
        ("action-b2", "Train the housing team", "outcome-f", "2027-04-30"),
    ]
    assert [w.message for w in reading.warnings if w.code == "dangling_reference"] == [
        'The action "Train the housing team" points to outcome F, which the plan does not have.'
    ]
    assert [o.measures for o in reading.outcomes] == [
        ("Share of orders that are finished",),
        ("Nights without an address",),
    ]


def test_letters_may_be_set_out_in_headings_or_lists(markdown: Read) -> None:
    table = (
        "| Priority | Action | By when |\n|---|---|---|\n| B | Keep six rooms ready | 2026 |\n"
        "| A | Open a joinery | 2026 |\n| High | Write a leaflet for all | 2026 |\n"
    )
    for mark in ("## {}\n\n", "- {}\n"):
        text = "## Priorities\n\n" if mark.startswith("-") else ""
        text += mark.format("A: Orders are finished (NDO 4)")
        text += mark.format("B: Nobody sleeps on the street")
        reading = markdown(f"{TITLE}{text}\n## What we do\n\n{table}")
        assert [a.outcome for a in reading.actions] == ["outcome-b", "outcome-a", None], mark
        assert not [w for w in reading.warnings if w.code == "dangling_reference"]


@pytest.mark.parametrize(
    "said", ["Partly met: 5%", "Not met", "Met", "Not known", "On track", "Achieved",
             "Some way off", "61%", "About 40 per cent"]
)  # fmt: skip
@pytest.mark.parametrize("header", ["Where we are now", "How near are we?", "How close we are"])
def test_short_assessments_count(markdown: Read, said: str, header: str) -> None:
    reading = markdown(
        f"{TITLE}| National outcome | {header} | Priority? |\n|---|---|---|\n"
        f"| 5. Care goes on after release | {said} | Yes, as it matters most to people |\n"
    )
    item = reading.statute["ndo-5"]
    assert item.assessment is not None and item.assessment.quote == said
    assert item.assessment.locator.column == 2
    assert item.priority is True


@pytest.mark.parametrize("said", ["TBC", "To be agreed", "-", ""])
def test_a_blank_or_a_promise_is_no_assessment(markdown: Read, said: str) -> None:
    reading = markdown(
        f"{TITLE}| National outcome | Where we are now | Priority? |\n|---|---|---|\n"
        f"| 5. Care goes on after release | {said} | Yes |\n"
    )
    assert reading.statute["ndo-5"].assessment is None


@pytest.mark.parametrize(
    ("item", "verdict", "sentence"),
    [
        ("5", "present", "The chair reports to the Community Planning Partnership board, which "
         "meets every two months."),
        ("5", "missing", "People can report to any police office in the area at all times."),
        ("8", "present", "No major service change is planned."),
        ("8", "partial", "Arrangements for major service changes will be developed later."),
        ("10", "present", "Two posts are vacant and we will train 20 staff in this by 2026."),
        ("10", "partial", "Training for our staff and the workforce plan will be developed."),
        ("11", "partial", "It rests on a consultation with 90 residents and three focus groups of "
         "people serving community sentences."),
        ("11", "partial", "A lived experience panel will be developed in due course."),
        ("13", "partial", "The Partnership looks at the indicators every quarter, publishes a "
         "yearly report and will evaluate what the new desk changed."),
        ("13", "partial", "How we evaluate outcomes, process and impact will be developed."),
        ("9", "present", "By 2028 we will have opened a hub, a joinery and two court desks."),
        ("1", "present", "Our ambition is that nobody here comes back before a court."),
        ("4", "present", "We have chosen to focus on housing, on bail and on mental health."),
    ],
)  # fmt: skip
def test_items_are_known_by_what_is_said(
    markdown: Read, item: str, verdict: str, sentence: str
) -> None:
    reading = markdown(f"{TITLE}## Some more words\n\nThe outcomes follow. {sentence}\n")
    found = reading.checklist[item]
    assert found.verdict == verdict
    if verdict != "missing":
        assert found.evidence[0].quote in sentence


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("Nether Community Justice Partnership", "Outcomes Improvement Plan 2025-2028",
         "Outcomes Improvement Plan 2025-2028"),
        ("Nether Community Justice Partnership", "Who we are",
         "Nether Community Justice Partnership"),
        ("Safer Together", "Our delivery plan", "Safer Together"),
    ],
)  # fmt: skip
def test_the_title_is_that_of_the_plan(markdown: Read, first: str, second: str, title: str) -> None:
    text = f"# {first}\n\n## {second}\n\nPriorities of community justice, and its outcomes.\n"
    assert markdown(text).title == title


def test_a_place_is_no_intervention(markdown: Read) -> None:
    text = f"{TITLE}## Actions\n\n{ACTIONS}"
    bare = markdown(f"{text}| Meet each person before they leave prison | Council | 2026 |\n")
    assert bare.actions[0].interventions == ()
    named = markdown(f"{text}| Offer prison education to young people | Council | 2026 |\n")
    assert named.actions[0].interventions == (thing("intervention", "prison-education"),)


@pytest.mark.parametrize(
    ("years", "edition"), [("2021-2024", "opif-2016"), ("2025-2028", "cjpf-2023"),
                           ("2015-2017", "opif-2016")]
)  # fmt: skip
def test_the_edition_in_force_on_the_first_day_judges(
    markdown: Read, years: str, edition: str
) -> None:
    reading = markdown(
        f"# Fife Community Justice Outcomes Improvement Plan {years}\n\nPriorities.\n"
    )
    assert values(written(reading), CJ + "judgedAgainst") == {thing("edition", edition)}
