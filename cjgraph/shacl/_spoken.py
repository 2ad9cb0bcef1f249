"""The places in messages that speak of dates, partners, needs and signs."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from typing import Final

from rdflib import RDF, SKOS, Graph
from rdflib.term import Node

from cjgraph.shacl._characters import printable
from cjgraph.shacl._days import day_in_words, day_of
from cjgraph.shacl._rules import Rule
from cjgraph.shacl._terms import CJ

#: Places of a message that have a short form of their own.
BRIEF: Final = frozenset({"thing", "kind", "undated", "due", "side", "words"})
_LONGEST: Final = 160
_NAMED: Final = 3
_SIGN_OF: Final[Mapping[str, tuple[Node, ...]]] = {
    "smart_s": (CJ.vagueWords,),
    "smart_m": (CJ.emptyMeasure,),
    "smart_a": (CJ.lackingMeans,),
    "smart_r": (CJ.beyondReach,),
    "lead_not_partner": (CJ.leadOutsidePartners,),
    "period_unlikely": (CJ.oddPeriod,),
}
_SEASON: Final = re.compile(r"\b(?:spring|summer|autumn|winter)\b", re.IGNORECASE)
_FIGURES: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]([12]\d{3})")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_OFTEN: Final = re.compile(
    r"\b(?:daily|weekly|fortnightly|monthly|quarterly|yearly|annual|annually|twice|once|each|every|"
    r"six-monthly|biannually|per (?:week|month|quarter|year))\b",
    re.IGNORECASE,
)


def spoken(
    data: Graph, plan: Node | None, subject: Node, rule: Rule, name: Callable[[Node], str]
) -> dict[str, Callable[[], str]]:
    """Return what stands for each place, worked out when it is asked for.

    Args:
        data: The plan with the terms of the framework and its signs.
        plan: The plan.
        subject: What the finding is about.
        rule: The rule.
        name: Gives the name of a thing for use in a sentence.
    """

    def above() -> str:
        steps = (CJ.actionForObjective, CJ.actionForOutcome, CJ.objectiveForOutcome)
        own = next(
            (o for step in steps for o in sorted(data.objects(subject, step), key=str)), None
        )
        return "where it stands" if own is None else name(own)

    def better() -> str:
        found = sorted(data.objects(subject, CJ.fitsBetter), key=str)
        return name(found[0]) if found else "another"

    def need() -> str:
        found = sorted(data.objects(subject, CJ.needLeftAlone), key=str)
        return f'"{tidy(str(data.value(found[0], SKOS.prefLabel) or "something"))}"'

    return {
        "due": lambda: day_in_words(day_of(data, subject, CJ.due)),
        "undated": lambda: _undated(data, subject),
        "side": lambda: _side(data, plan, subject),
        "period": lambda: (
            f"{day_in_words(day_of(data, plan, CJ.periodStart))} to "
            f"{day_in_words(day_of(data, plan, CJ.periodEnd))}"
        ),
        "passed": lambda: _passed(data, plan, name),
        "words": lambda: _sign(data, subject, rule),
        "better": better,
        "place": above,
        "need": need,
        "absent": lambda: _absent(data, plan),
    }


def in_brief(data: Graph, plan: Node | None, subject: Node, rule: Rule) -> str:
    """Return what is said after the name of a thing where findings are told together.

    Args:
        data: The plan with the terms of the framework and its signs.
        plan: The plan.
        subject: What the finding is about.
        rule: The rule.
    """
    if "{undated}" in rule.message:
        return _undated(data, subject)
    if "{side}" in rule.message:
        return f", {day_in_words(day_of(data, subject, CJ.due))}: {_side(data, plan, subject)}"
    words = _sign(data, subject, rule) if "{words}" in rule.message else ""
    if not words:
        return ""
    return f": {words}" if '"' in words else f': "{words}"'


def tidy(text: str) -> str:
    """Return a text on one line, without characters that nobody sees.

    Args:
        text: Any text.
    """
    return " ".join(printable(text).split())


def clip(text: str) -> str:
    """Return a text at the length that a sentence can hold.

    Args:
        text: Any text.
    """
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _sign(data: Graph, subject: Node, rule: Rule) -> str:
    signs = (o for sign in _SIGN_OF.get(rule.type, ()) for o in data.objects(subject, sign))
    return clip(tidy(next(iter(sorted(str(o) for o in signs)), "")))


def _undated(data: Graph, action: Node) -> str:
    written = clip(tidy(str(data.value(action, CJ.dueAsWritten) or "")))
    if not written:
        return ""
    if _SEASON.search(written):
        return f': "{written}" names a season, not a month or a day'
    if _OFTEN.search(written):
        return f': "{written}" says how often, not by when; say the first year'
    if none := _no_day(written):
        return f': "{written}" can\'t be, for there is no {none}'
    return f': "{written}" is not a date'


def _no_day(written: str) -> str:
    """Name the day that a date in figures asks for and no calendar has; empty where it has."""
    found = _FIGURES.fullmatch(written.strip(" ."))
    if found is None:
        return ""
    day, month, year = (int(part) for part in found.groups())
    if not 1 <= month <= len(_MONTHS):
        return f"month {month}"
    if 1 <= day <= monthrange(year, month)[1]:
        return ""
    # 29 February is a day of some years, so the year is said.
    return f"{day} {_MONTHS[month - 1]}" + (f" {year}" if (day, month) == (29, 2) else "")


def _side(data: Graph, plan: Node | None, action: Node) -> str:
    due = day_of(data, action, CJ.due)
    start, end = (day_of(data, plan, p) for p in (CJ.periodStart, CJ.periodEnd))
    if due is not None and start is not None and due < start:
        return f"before the first day of the plan, {day_in_words(start)}"
    return f"after the last day of the plan, {day_in_words(end)}"


def _passed(data: Graph, plan: Node | None, name: Callable[[Node], str]) -> str:
    today, start = (day_of(data, plan, p) for p in (CJ.checkedOn, CJ.periodStart))
    actions = set(data.subjects(RDF.type, CJ.Action)) & set(data.subjects(CJ.ofPlan, plan))
    dated = ((day_of(data, action, CJ.due), action) for action in actions)
    past = sorted(
        (due, str(action), action)
        for due, action in dated
        if due is not None and today is not None and start is not None and start <= due < today
    )
    first = "; ".join(f"{name(action)} ({day_in_words(due)})" for due, _, action in past[:_NAMED])
    many = "1 action" if len(past) == 1 else f"{len(past):,} actions"
    more = f"; and {len(past) - _NAMED:,} more" if len(past) > _NAMED else ""
    checked = f"By {day_in_words(today)}, the day of this check"
    return f"{checked}, the date of {many} had passed: {first}{more}"


def _absent(data: Graph, plan: Node | None) -> str:
    named = set(data.objects(plan, CJ.namesPartner))
    for item in data.subjects(CJ.ofPlan, plan):
        for predicate in (CJ.leadCategory, CJ.mentionsCategory):
            named.update(data.objects(item, predicate))
    absent = set(data.subjects(RDF.type, CJ.StatutoryPartnerCategory)) - named
    order = sorted(absent, key=lambda c: (_number(data.value(c, CJ.position)), str(c)))
    return "; ".join(tidy(str(data.value(c, SKOS.prefLabel) or "")) for c in order)


def _number(value: Node | None) -> int:
    return int(str(value)) if value is not None and str(value).isdigit() else 99
