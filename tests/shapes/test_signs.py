"""Signs: silent on actions that a fair reader lets pass, and quick on any text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from rdflib import Graph

from cjgraph.shacl import (
    CheckReport,
    _leads,
    _means,
    _measures,
    _needs,
    _phrases,
    _reach,
    _spoken,
    check_plan,
)
from cjgraph.shacl._means import lacking_means
from cjgraph.shacl._measures import empty_measure
from cjgraph.shacl._phrases import vague_words
from cjgraph.shacl._reach import beyond_reach
from tests.shapes.plan_fixtures import edit, key

Check = Callable[..., CheckReport]
KEYS = sorted((Path(__file__).parents[1] / "data" / "plans").glob("*/*.gold.json"))
#: Of the test plans, one action that a fair reader calls vague, and one whose measure says no
#: more than that it is done.
_FAIR = (
    "Look at structured deferred sentences for young people, with the sheriffs",
    "Publish a yearly list of unpaid work jobs chosen by community councils",
)
_LONG = 100_000


def test_actions_of_the_test_plans_are_left_alone() -> None:
    actions = [a for file in KEYS for a in json.loads(file.read_text("utf-8"))["actions"]]
    assert len(actions) > 600
    for action in actions:
        text = action["text"]
        told = [vague_words(text), lacking_means(text), beyond_reach(text)]
        if action["measure"]:
            told.append(empty_measure(action["measure"], text))
        assert text in _FAIR or not any(told), text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Work together to promote partnership", "work together to promote"),
        ("Raise the profile of community justice", "raise the profile"),
        ("We will strengthen links between services", "strengthen links"),
        ("Improve access to services", "improve access"),
        ("Promote joint working across services and teams", "promote joint working"),
        ("Help each person leaving prison to register with a GP", None),
        ("Embed the SHORE standards in the housing policy", None),
        ("Support people on bail with a mentoring service", None),
        ("Keep a focus on recovery", "keep a focus"),
        ("Become more trauma informed", "become more trauma informed"),
        ("Do what we can to prevent homelessness", "do what we can"),
        ("Adopt a person-centred approach across services", "adopt a person-centred approach"),
        ("Contribute to the aims of the community plan", "contribute to the aims"),
        ("Put prevention first", "put prevention first"),
        ("Involve the third sector", None),
        ("Give priority access to the gym to people on orders", None),
        ("Bring the quality team into the unpaid work yard", None),
        ("Keep children in touch with a parent by video call", None),
        ("Make better use of the empty flats in Leith Street", None),
        ("Make links with the food bank and refer people to it", None),
        ("Bring welfare rights into the unpaid work centre", None),
        ("Address rent arrears before a person is sentenced", None),
        ("Help people to open bank accounts", None),
        ("Improve access to the service by opening on Saturdays", None),
        ("Ensure that every prison leaver is met at the gate", None),
    ],
)
def test_vague_words_are_quoted(text: str, words: str | None) -> None:
    assert vague_words(text) == words


@pytest.mark.parametrize(
    ("text", "beyond"),
    [
        ("Raise universal credit rates", True),
        ("End all reoffending", True),
        ("Ensure nobody in the area ever reoffends", True),
        ("Change the attitudes of the whole community within six months", True),
        ("Ban short prison sentences", True),
        ("Raise the uptake of universal credit", False),
        ("Ask sheriffs what they need to grant bail", False),
        ("Ensure that sheriffs receive a monthly note of bail places", False),
        ("Cut reoffending by a tenth", False),
        ("Respond to the consultation on sentencing law", False),
        ("Replace the Prisons (Scotland) Act 1989", True),
        ("Decriminalise the possession of cannabis", True),
        ("Make all drugs legal", True),
        ("Lower the voting age", True),
        ("Raise the national minimum wage", True),
        ("Scrap the bedroom tax", True),
        ("Bring reoffending down to zero", True),
        ("Make sure nobody ever returns to custody", True),
        ("Ensure that all prison leavers have a job", True),
        ("Cut reoffending by half in six weeks", True),
        ("Transform society's attitudes overnight", True),
        ("Publish a guide to the Victims and Witnesses (Scotland) Act 2014", False),
        ("Amend the Community Payback Order leaflet", False),
        ("Change the time of the Bail Act briefing", False),
        ("Make legal advice free at the court", False),
        ("Make a short film on what is legal", False),
        ("Change the law clinic to Tuesdays", False),
        ("Increase child benefit uptake among prison families", False),
        ("Ask the Government to raise the age of criminal responsibility", False),
        ("Ensure that no one who offends waits more than a week", False),
        ("Make sure that no one goes back to court without a report", False),
        ("Make sure that everyone who wants a job gets an interview", False),
        ("Reduce the number of Friday releases to zero", False),
        ("Halve the number of missed appointments within six months", False),
        ("Choose which courts get a bail worker first", False),
    ],
)
def test_out_of_reach_is_what_is_plainly_for_others(text: str, beyond: bool) -> None:
    assert bool(beyond_reach(text)) is beyond


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Open a café, as long as posts are filled", "as long as posts are filled"),
        ("Open a café, if we can recruit enough staff", "if we can recruit enough staff"),
        ("Open a café, should the council agree a budget", "should the council agree a budget"),
        ("Open a café, contingent on a lottery bid", "contingent on a lottery bid"),
        ("Open a café; we do not have the money", "we do not have the money"),
        ("Open a café (no resources have been set aside)", "no resources have been set aside"),
        ("Open a café, although funding is not certain", "funding is not certain"),
        ("Open a café, which cannot be staffed this year", "cannot be staffed"),
        ("Give a grant to people who have no money on release", None),
        ("Tell people on orders how to get a grant if they have no funds", None),
        ("Help people who are dependent on benefit money to open an account", None),
        ("Bid for external funding for two posts", None),
        ("Check that staff are available on court days", None),
        ("Pay for a taxi when staff cannot drive people home", None),
        ("Recruit a worker once the budget is agreed in May 2025", None),
        ("Use money set aside in the council budget to open a hostel", None),
    ],
)
def test_caveats_are_of_the_partners_own_means(text: str, words: str | None) -> None:
    assert lacking_means(text) == words


@pytest.mark.parametrize(
    ("measure", "empty"),
    [
        ("n/a", True),
        ("As above", True),
        ("Action completed", True),
        ("A recovery café is opened in the town centre of Glenfirth", True),
        ("Café open", True),
        ("Number of people who come", False),
        ("Completed by 40 people", False),
        ("Completion of this action", True),
        ("The work has been completed", True),
        ("Yes/No", True),
        ("Done: a recovery café is open in the town centre of Glenfirth", True),
        ("Completion of the course by 40 people", False),
        ("Delivery of meals", False),
    ],
)
def test_empty_measures(measure: str, empty: bool) -> None:
    action = "Open a recovery café in the town centre of Glenfirth"
    assert bool(empty_measure(measure, action)) is empty


def test_lead_named_among_the_partners_in_other_words_is_no_fault(
    plan: Graph, check: Check
) -> None:
    edit(
        plan,
        """INSERT DATA {
        plan:partner/1 a cj:PartnerMention ; cj:ofPlan id:plan/invented/2024 ;
            cj:text "Testshire Alcohol and Drug Partnership (ADP)" .
        plan:action/a1 cj:hasLead plan:lead/1 . plan:action/a2 cj:hasLead plan:lead/2 .
        plan:lead/1 a cj:PartnerMention ; cj:ofPlan id:plan/invented/2024 ; cj:text "ADP" ;
            cj:mentionsCategory id:partner-category/other .
        plan:lead/2 a cj:PartnerMention ; cj:ofPlan id:plan/invented/2024 ;
            cj:text "Community Justice Co-ordinator" ;
            cj:mentionsCategory id:partner-category/other }""",
    )
    assert [f.message for f in check(plan).findings] == []


def test_day_of_the_check_is_in_the_report(plan: Graph, framework: Graph, check: Check) -> None:
    report = check_plan(plan, framework, plan_sha256="0" * 64, today=date(2030, 1, 1))
    assert report.to_json()["checked_on"] == "2030-01-01"
    assert [key(f) for f in report.findings] == []  # the plan is over


@pytest.mark.parametrize(
    "piece",
    [
        "improve ",
        "a-b'",
        "ensure that all sheriffs ",
        "ensure no one ",
        "no one ",
        "the ",
        "halve poverty ",
        "[",
        "if the money ",
        "should we ",
        "amend the Bail Act of ",
        "keep people ",
        "cut crime to ",
        "done: ",
    ],
)
def test_long_hostile_texts_are_soon_read(piece: str) -> None:
    text = (piece * (_LONG // len(piece) + 1))[:_LONG]
    for each in (vague_words, lacking_means, beyond_reach):
        each(text)
    empty_measure(text, text)
    # A pattern that backtracks over this length would run for hours and stop the tests.
    for module in (_phrases, _means, _reach, _measures, _leads, _needs, _spoken):
        for value in vars(module).values():
            for pattern in _patterns(value):
                pattern.search(text)


def _patterns(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _patterns(each)


@pytest.mark.parametrize(
    ("measure", "action"),
    [
        ("Directory published", "Publish an updated service directory"),
        ("The panel will have been set up", "Set up a lived experience panel"),
        ("Review has taken place", "Review the bail supervision service"),
        ("Access is improved", "Improve access to mental health assessment"),
    ],
)
def test_a_measure_that_says_only_that_it_is_done_is_told(measure: str, action: str) -> None:
    assert "not what it changed" in str(empty_measure(measure, action))


@pytest.mark.parametrize(
    ("measure", "action"),
    [
        ("Sessions held", "Hold sessions with sheriffs"),
        ("Protocol signed", "Draw up a protocol on sharing information"),
        ("Staff trained", "Train all custody staff"),
        ("Review published by June", "Review the bail supervision service"),
    ],
)
def test_a_measure_that_counts_or_adds_something_is_spared(measure: str, action: str) -> None:
    assert empty_measure(measure, action) is None


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("ADP", False),
        ("The Alcohol and Drugs Partnership", False),
        ("Violence Against Women Partnership", False),
        ("TRC", False),
        ("Testshire Chamber of Trade", True),
        ("G4S", True),
    ],
)
def test_leads_are_known_by_their_letters_and_standing_partnerships_by_name(
    lead: str, told: bool, plan: Graph, check: Check
) -> None:
    edit(
        plan,
        f"""INSERT DATA {{
            plan:partner/1 a cj:PartnerMention ; cj:text "The Testshire Recovery Café" ;
                cj:ofPlan id:plan/invented/2024 .
            plan:action/a1 cj:hasLead plan:action/a1/lead/1 .
            plan:action/a1/lead/1 a cj:PartnerMention ; cj:text "{lead}" ;
                cj:ofPlan id:plan/invented/2024 ;
                cj:mentionsCategory id:partner-category/other }}""",
    )
    assert ("lead_not_partner" in {f.type for f in check(plan).findings}) is told
