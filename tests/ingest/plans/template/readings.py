# ruff: noqa: E501 - rows of a plan read best on one line
"""Readings of any plan that there could be, for property tests."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from ingest.plans.blocks import Block, Locator
from ingest.plans.personal import Masker, case_identifiers
from ingest.plans.reading import (
    Action,
    ChecklistReading,
    Evidence,
    NeedMention,
    Objective,
    Outcome,
    Partner,
    PlanReading,
    ServiceMention,
    Source,
    StatuteReading,
)
from ingest.plans.statute import with_actions
from ingest.plans.template.checklist_items import checklist_items
from ingest.plans.vocabulary import vocabulary

_BLOCK = Block("paragraph", "", 0, (), Locator())
SOURCE = Source("plan.docx", "application/x", "ab" * 32)
NASTY = (
    "=1+1", "=HYPERLINK(\"x\")", "+44 people", "-5 points", "@once", "'quoted'", '"quoted"',
    "two\nlines", "three\n\nlines\n", " lead and trail ", "   ", "\t", "tab\there", "a\r\nb",
    "bell\x07", "_x0007_", "&amp; <b>", "emoji \U0001f600 \U0001f3f4", "\u0645\u0631\u062d\u0628\u0627",
    "\u200fright", "31/02/2026", "1.10", "007", "Choose or type", "Write here", "EXAMPLE", "x" * 5000,
    "Yes", "None", "TRUE", "#REF!", "a\u2028b", "\x85", "\ufeffmark", "e\u0301", "NDO 3", "1", "0", "%",
)  # fmt: skip


def public(text: str) -> bool:
    """Whether nothing in a text would be masked, as it was when it was first read."""
    block = replace(_BLOCK, text=text)
    masker = Masker()
    return masker.text(text, Locator(page=1), led=True) == text and not case_identifiers([block])


texts = (st.sampled_from(NASTY) | st.text(min_size=1, max_size=40)).filter(public)
places = st.builds(
    Locator,
    paragraph=st.none() | st.integers(1, 400),
    table=st.none() | st.integers(1, 40),
    page=st.none() | st.integers(1, 300),
    heading=st.text(max_size=12),
    start=st.none() | st.integers(0, 900),
    sheet=st.none() | st.text(min_size=1, max_size=8),
)
names = st.from_regex(r"[a-z]{1,8}(-[0-9]{1,2}){0,2}", fullmatch=True)
sure = st.floats(0, 1)
days = st.dates(date(2015, 1, 1), date(2045, 12, 31))
quotes = st.builds(Evidence, texts, places)


def _codes(group: str) -> list[str]:
    return [term.code for term in getattr(vocabulary(), group)]


def some(values: Any, most: int = 4) -> Any:
    return st.lists(values, max_size=most).map(tuple)


def each_once(group: str, most: int = 4) -> Any:
    return st.lists(st.sampled_from(_codes(group)), max_size=most, unique=True).map(tuple)


partners = st.builds(
    Partner,
    as_written=texts,
    category=st.sampled_from(_codes("categories")),
    organization=st.none() | st.sampled_from([term.iri for term in vocabulary().organisations]),
    locator=places,
)


@st.composite
def plans(draw: Any) -> PlanReading:
    """Draw a reading in which everything that a person can see holds anything that it may."""
    framework = draw(st.sampled_from([e.generation for e in vocabulary().editions]))
    outcome_ids = draw(st.lists(names, max_size=4, unique_by=str.lower))
    objective_ids = draw(st.lists(names, max_size=4, unique_by=str.lower))
    action_ids = draw(st.lists(names, max_size=4, unique_by=str.lower))
    to_outcome = st.none() | st.sampled_from([*outcome_ids, "nowhere-9"])
    to_objective = st.none() | st.sampled_from([*objective_ids, "nowhere-8"])
    outcomes = tuple(
        Outcome(
            name, draw(texts), draw(each_once("outcomes")), draw(each_once("priority_actions")),
            draw(sure), draw(some(texts, 3)), draw(places), draw(st.booleans()),
        )
        for name in outcome_ids
    )  # fmt: skip
    objectives = tuple(
        Objective(name, draw(texts), draw(to_outcome), draw(places)) for name in objective_ids
    )
    actions = tuple(
        Action(
            name, draw(texts), draw(to_objective), draw(to_outcome), draw(some(partners)),
            draw(texts | st.just("")), draw(st.none() | days), draw(st.none() | texts),
            draw(places), draw(each_once("needs")),
            tuple(t.iri for t in vocabulary().interventions[: draw(st.integers(0, 2))]),
        )
        for name in action_ids
    )  # fmt: skip
    statute = {
        code: StatuteReading(
            draw(st.none() | quotes), draw(each_once("indicators")),
            draw(st.none() | st.booleans()), draw(st.none() | quotes),
        )
        for code in vocabulary().edition(framework).outcomes
    }  # fmt: skip
    checklist = {
        item.number: ChecklistReading(
            draw(st.sampled_from(["present", "partial", "missing", "unknown"])),
            draw(sure),
            draw(some(quotes, 3)),
            tuple((part.code, draw(st.booleans())) for part in item.parts),
        )
        for item in checklist_items()
    }
    first = draw(days)
    return PlanReading(
        status="ok",
        source=SOURCE,
        title=draw(texts | st.just("")),
        area=draw(texts | st.just("")),
        partnership=draw(st.none() | st.sampled_from([p.iri for p in vocabulary().partnerships])),
        period=draw(st.none() | st.just((first, draw(days)))),
        framework=framework,
        checklist=checklist,
        outcomes=outcomes,
        objectives=objectives,
        actions=actions,
        needs=draw(some(st.builds(NeedMention, st.sampled_from(_codes("needs")), texts, places))),
        services=draw(some(st.builds(ServiceMention, texts, places))),
        partners=draw(some(partners)),
        statute=with_actions(statute, outcomes, objectives, actions),
        publication=draw(st.none() | quotes),
        participation=draw(st.none() | quotes),
    )


def seen(reading: PlanReading) -> dict[str, Any]:
    """Return all that a person can see or edit, and what hangs on it."""
    aside = {"source", "warnings", "bodies_named"}  # the last is of words that no form holds
    return {f.name: getattr(reading, f.name) for f in fields(reading) if f.name not in aside}
