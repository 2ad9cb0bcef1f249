"""Joins what a report says to the actions and outcomes of the plan, and judges each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import Final

from ingest.plans.blocks import NOWHERE
from ingest.plans.reading import Action, Evidence, Outcome

from .matching import AGAINST, AHEAD, SECTION, SUBJECT, Matcher, best
from .progress import STATES, ActionProgress, NewAction, OutcomeProgress, State
from .prose import OutcomeOf
from .statements import Statement
from .states import Judged, Legend, goes_on, of_status, of_story

_BY_NUMBER: Final = 0.85
_NUMBER_AND_WORDS: Final = 0.98
_NUMBER_ALONE: Final = 0.65
_DOUBTFUL: Final = 0.6
_TAKEN: Final = 0.75
_MOST_EVIDENCE: Final = 4
#: How much a kind of place is to be relied on, beside the match itself.
_WEIGHT: Final = {"row": 1.0, "card": 1.0, "record": 0.97, "prose": 0.88}


def placed(
    statements: list[Statement], matcher: Matcher, sections: list[int | None], outcome_of: OutcomeOf
) -> tuple[dict[int, list[Statement]], list[Statement]]:
    """Give each statement to the action that it is about.

    Args:
        statements: What the report says; those that know their action keep it.
        matcher: Knows the actions.
        sections: Position of the outcome that each action serves, or None.
        outcome_of: Tells which outcome a heading is about.

    Returns:
        Statements by position of the action, and those that are about none of the plan's.
    """
    found: dict[int, list[Statement]] = defaultdict(list)
    rows = [s for s in statements if s.how in ("row", "card")]
    for one in statements:
        if one.how not in ("row", "card") and one.target is not None:
            found[one.target].append(one)
    left = [s for s in statements if s.how not in ("row", "card") and s.target is None]
    counted = [s.ref for s in rows if s.ref]
    unique = {ref for ref in counted if counted.count(ref) == 1}
    offers: list[tuple[float, int, int]] = []
    every: list[list[float]] = []
    for number, row in enumerate(rows):
        scores = matcher.scores(row.subject, subject=True)
        here = outcome_of(row.section)
        if here is not None:
            scores = [
                s + SECTION if s and o == here else s for s, o in zip(scores, sections, strict=True)
            ]
        at = matcher.by_number(row.ref) if row.ref in unique else None
        if at is not None:
            if not row.subject:
                scores = [_BY_NUMBER if n == at else 0.0 for n in range(len(scores))]
            elif scores[at] >= AGAINST or not best(scores, SUBJECT):
                if scores[at] >= AGAINST:
                    strong = _NUMBER_AND_WORDS if scores[at] >= SUBJECT else _BY_NUMBER
                    scores[at] = max(scores[at], strong)
                elif not row.ref.isdigit():  # numbers such as 3 may be the report's own count
                    scores[at] = _NUMBER_ALONE
        every.append(scores)
        offers += [(-min(s, 1.0), number, n) for n, s in enumerate(scores) if s >= SUBJECT]
    rows_done: set[int] = set()
    taken: set[int] = set()
    for score, number, at in sorted(offers):
        if number not in rows_done and at not in taken:
            rows_done.add(number)
            taken.add(at)
            found[at].append(replace(rows[number], target=at, score=-score))
    for number, row in enumerate(rows):
        if number in rows_done:
            continue
        again = best(every[number], _TAKEN, AHEAD)
        if again:
            found[again.at].append(replace(row, target=again.at, score=min(again.score, 1.0)))
        else:
            left.append(row)
    return dict(found), left


def action_progress(
    action: Action, about: list[Statement], legend: Legend, end: date | None
) -> ActionProgress:
    """Judge one action by all that the report says of it.

    Args:
        action: The action of the plan.
        about: What the report says of it.
        legend: What colours mean in the report.
        end: Last day of the report's period.
    """
    base = ActionProgress(
        action.id, action.text, "not_mentioned", due=action.due, outcome=action.outcome
    )
    if not about:
        return replace(base, confidence=0.8)
    again = action.due is None and goes_on(action.due_as_written)
    judged = [(one, judge(one, legend, again=again)) for one in about]
    judged.sort(key=lambda pair: -_standing(*pair))
    first, verdict = judged[0]
    state, why = verdict.state, ""
    if state == "done" and verdict.sure < _DOUBTFUL and action.due and end and action.due > end:
        state = "on_course"  # a deed is told of, but nothing says that it ends what isn't due yet
    if state == "on_course" and action.due and end and action.due <= end:
        state = "late"
        day = f"{action.due.day} {action.due:%B %Y}"
        why = f"It was due on {day}, within the report's period, and is not said to be done."
    told = [Evidence(one.quote, one.locator) for one, _ in judged[1 : 1 + _MOST_EVIDENCE]]
    sure = first.score * _WEIGHT[first.how] * (0.6 + 0.4 * verdict.sure)
    return replace(
        base,
        state=state,
        said=verdict.said,
        quote=first.quote,
        locator=first.locator,
        confidence=min(sure, 0.99),
        why=why,
        evidence=tuple(item for item in told if item.quote != first.quote),
    )


def judge(one: Statement, legend: Legend, *, again: bool = False) -> Judged:
    """Judge one statement: by its status where it gives one, else by its story."""
    status = of_status(one.said, legend) if one.said else None
    if status is None and one.story and (short := of_status(one.story, legend)):
        status = short if len(one.story.split()) <= 6 else None
    story = of_story(one.story or one.quote, again=again)
    if status is None:
        return replace(story, said=one.said or story.said)
    if status.state in ("on_course", "late") and story.state == "dropped" and one.story:
        return replace(story, said=status.said)
    return status


def outcome_progress(
    outcomes: tuple[Outcome, ...], actions: list[ActionProgress], told: dict[int, Evidence]
) -> tuple[OutcomeProgress, ...]:
    """Judge outcomes by their actions, with what the report says of each.

    Args:
        outcomes: Of the plan.
        actions: Its actions, judged.
        told: What the report says of outcomes, by position.
    """
    made = []
    for at, outcome in enumerate(outcomes):
        mine = [action for action in actions if action.outcome == outcome.id]
        counts = {state: sum(a.state == state for a in mine) for state in STATES}
        words = told.get(at)
        made.append(
            OutcomeProgress(
                outcome.id,
                outcome.text,
                _together(counts, mentioned=words is not None),
                quote=words.quote if words else "",
                locator=words.locator if words else NOWHERE,
                confidence=sum(a.confidence for a in mine) / len(mine) if mine else 0.0,
                counts=dict(counts),
            )
        )
    return tuple(made)


def new_actions(left: list[Statement], legend: Legend) -> tuple[NewAction, ...]:
    """Give the actions that the report tells of and the plan does not have."""
    made = []
    for one in left:
        text = one.subject or one.story
        if not text:
            continue
        verdict = judge(one, legend)
        made.append(NewAction(text, verdict.state, verdict.said, one.quote, one.locator))
    return tuple(made)


def _together(counts: dict[State, int], *, mentioned: bool) -> State:
    """The state of an outcome by those of its actions that are mentioned."""
    told = sum(n for state, n in counts.items() if state != "not_mentioned")
    if not told:
        return "on_course" if mentioned and not counts["not_mentioned"] else "not_mentioned"
    if counts["dropped"] == told:
        return "dropped"
    if counts["late"]:
        return "late"
    return "on_course" if counts["on_course"] or counts["not_mentioned"] else "done"


def _standing(one: Statement, verdict: Judged) -> float:
    """How much a statement counts beside others on the same action."""
    return one.score * _WEIGHT[one.how] + (0.3 if one.said else 0.0) + 0.2 * verdict.sure
