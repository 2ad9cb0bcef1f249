"""Signs: silent on actions that a fair reader lets pass, and quick on any text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from rdflib import Graph

from cjgraph.shacl import CheckReport, _leads, _measures, _needs, _phrases, _spoken, check_plan
from cjgraph.shacl._measures import empty_measure
from cjgraph.shacl._phrases import beyond_reach, lacking_means, vague_words
from tests.shapes.plan_fixtures import edit, key

Check = Callable[..., CheckReport]
KEYS = sorted((Path(__file__).parents[1] / "data" / "plans").glob("*/*.gold.json"))
#: The one action of the test plans that a fair reader calls vague.
_FAIR = "Look at structured deferred sentences for young people, with the sheriffs"
_LONG = 100_000


def test_actions_of_the_test_plans_are_left_alone() -> None:
    actions = [a for file in KEYS for a in json.loads(file.read_text("utf-8"))["actions"]]
    assert len(actions) > 600
    for action in actions:
        text = action["text"]
        told = [vague_words(text), lacking_means(text), beyond_reach(text)]
        if action["measure"]:
            told.append(empty_measure(action["measure"], text))
        assert text == _FAIR or not any(told), text


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
    ],
)
def test_out_of_reach_is_what_is_plainly_for_others(text: str, beyond: bool) -> None:
    assert bool(beyond_reach(text)) is beyond


@pytest.mark.parametrize(
    ("measure", "empty"),
    [
        ("n/a", True),
        ("As above", True),
        ("Action completed", True),
        ("A recovery café is opened in the town centre of Glenfirth", True),
        ("Café open", False),
        ("Number of people who come", False),
        ("Completed by 40 people", False),
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
    ["improve ", "a-b'", "ensure that all sheriffs ", "no one ", "the ", "halve poverty ", "["],
)
def test_long_hostile_texts_are_soon_read(piece: str) -> None:
    text = (piece * (_LONG // len(piece) + 1))[:_LONG]
    for each in (vague_words, lacking_means, beyond_reach):
        each(text)
    empty_measure(text, text)
    # A pattern that backtracks over this length would run for hours and stop the tests.
    for module in (_phrases, _measures, _leads, _needs, _spoken):
        for value in vars(module).values():
            for pattern in value.values() if isinstance(value, dict) else (value,):
                if isinstance(pattern, re.Pattern):
                    pattern.search(text)
