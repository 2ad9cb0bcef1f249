# ruff: noqa: E501, RUF001 - patterns read best on one line; reports have ticks and long dashes
"""How far an action has come, by the words of a report: in a status cell or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ingest.plans.blocks import Block, unique_texts

from .progress import State

#: A status is a few words; more is a story.
STATUS_WORDS: Final = 9
_COLOUR: Final = re.compile(
    r"\b(?P<colour>green|amber|yellow|orange|red|blue|purple|grey|gray|black)\b", re.I
)
_PERCENT: Final = re.compile(r"(?<![\d.])(?P<n>\d{1,3})(?:\.\d+)? ?(?:%|per ?cent\b)", re.I)
_TICK: Final = re.compile(r"[✓✔☑✅]|^\s*[xX×]\s*$")
_CROSS: Final = re.compile(r"[✗✘❌☒]")

_DROPPED: Final = re.compile(
    r"\b(?:dropped|cancelled|canceled|withdrawn|abandoned|discontinued|superseded|scrapped|shelved|ceased|"
    r"closed (?:without|unmet)|ended early|removed from (?:the|our) plan|taken out of (?:the|our) plan|came (?:off|out of) the plan|"
    r"(?:is|are|was|were|has been|have been) stopped|stopped\W*$|^\W*stopped|"
    r"(?:not|never) (?:to be |being )?(?:taken|carried|going) (?:forward|further|ahead|on)|not (?:being )?(?:pursued|proceeding|progressed any further)|"
    r"(?:will|would|can|could|did|does) ?n(?:o|')t (?:now )?(?:go|going|proceed|be going|be pursued|be taken)(?: ahead| forward| further)?|"
    r"will no longer|not intend to|no intention of|no longer (?:being )?(?:pursued|planned|needed|required|going|proceeding|part of|wanted|viable)|"
    r"(?:decided|agreed|chose|resolved) (?:against|not to (?!wait))|(?:let|letting) (?:it|this|the idea|the action) (?:go|drop)|let(?:ting)? go of|(?:gave|given|giving) up(?: on)?|walk(?:ed|ing) away from|called off|struck (?:it )?(?:out|off)|turned down for good)\b",
    re.I,
)
_DONE_SURE: Final = re.compile(
    r"(?<!not )(?<!not yet )(?<!part )(?<!partly )(?<!partially )(?<!to be )(?<!be )(?<!being )(?<!half )(?<!nearly )(?<!almost )(?<!mostly )"
    r"\b(?:completed?|done|achieved|delivered|finished|fully met|fully implemented|implemented|concluded|fulfilled|closed|in full)\b",
    re.I,
)
_STATUS_DONE: Final = re.compile(
    r"^\W*(?:complete\w*|done|achieved|delivered|finished|met|closed|yes|y|c|in place|business as usual|bau|live|fully (?:met|achieved|implemented)|implemented)\b",
    re.I,
)
_STATUS_ON: Final = re.compile(
    r"\b(?:on[ -]?(?:track|course|target|schedule|plan|going)|ongoing|in[ -]progress|progressing|under ?way|continu\w+|started|begun|partial(?:ly)?|partly|part (?:met|done|complete\w*)|in hand|moving|going (?:on|well|ahead)|half(?:[- ]?way)?|good progress|well advanced|(?:nearly|almost|mostly) (?:there|done|complete\w*|finished|met)|to plan|in development|not (?:yet )?due|future year|planned)\b",
    re.I,
)
_LATE: Final = re.compile(
    r"\b(?:late|later than|delay(?:ed|s)?|behind(?! (?:bars|it|them|the scenes))|slipp(?:ed|age|ing)|slips|overdue|off[ -]track|off course|at risk|missed (?:the |its |our |their )?(?:date|deadline|target|milestone)s?|stalled|paused|on hold|"
    r"postponed|put back|pushed back|held (?:up|back)|deferred|rescheduled|remain(?:s|ed)? (?:un\w+ed|undone)|no progress|little progress|limited progress|slow(?:er)?(?: than| progress|\W*$)|"
    r"yet to (?:be|begin|start|happen|open|agree|find|come)|still (?:to (?:be|come|do|start|begin|happen)|not|waiting|awaiting|looking for|without|outstanding)|"
    r"(?:is|are|was|were|has|have|had|do|does|did|could|can)(?:n't| not) (?:yet |been able |able |had )?|not (?:yet |been |all )?(?:started|begun|complete[d]?|done|met|achieved|delivered|finished|happened|in place|opened|agreed|able|held)|"
    r"(?:un|not )able to|awaiting|waiting (?:for|on)|outstanding|needs? more time|longer than (?:we|was|had|expected|planned)|moved (?:back|to (?:next|the next|early|late|spring|summer|autumn|winter|\d{4}|january|february|march|april|may|june|july|august|september|october|november|december))|"
    r"carried (?:over|forward|on into)|nothing (?:has|to) (?:happened|report)|vacan(?:t|cy)|fell through)\b",
    re.I,
)
_STATUS_LATE: Final = re.compile(
    r"^\W*(?:not (?:started|begun|met|done|complete\w*|achieved|delivered)|incomplete|outstanding|missed)\b|^\W*(?:no|n)\W*$",
    re.I,
)
_UNDER_WAY: Final = re.compile(
    r"\b(?:under ?way|in progress|on (?:track|course|target|schedule)|continu(?:es?|ed|ing)|(?:has|have|is|are) (?:now )?(?:begun|started|beginning|starting)|so far|being (?:\w+ed|drawn|drafted|built|written)|"
    r"will (?:be|follow|open|start|begin|go)|is (?:due|expected|planned)|are (?:due|expected|planned)|draft(?:ed)?|first (?:meeting|draft|steps?)|"
    r"part(?:ly|ially)|half(?![- ](?:day|hour|year))|pilot(?:ed|ing)?|work (?:on|has)|going (?:on|well|ahead)|as planned|expect to|we are (?:\w+ing)|to be|remains? (?:\w+ )?on)\b",
    re.I,
)
_PAST: Final = re.compile(
    r"\b(?:(?:was|were|has been|have been|had been|is now|are now|now) (?:\w+ly )?(?:\w+(?:ed|wn|en|lt|pt|ght)|set|put|run|held|made|built|begun|open|running|live|in place|up|in use|there)|"
    r"is (?:up and )?running|are (?:up and )?running|in place|went live|took (?:place|up)|came into|set up|"
    r"opened|launched|published|signed|appointed|recruited|trained|installed|adopted|introduced|agreed|issued|held|placed|fitted|printed|secured|started|began|brought|"
    r"visited|surveyed|reached|visit\w+ (?:were|took)|met|ran|gave|sent|built|made|wrote|found|offered|provided|saw|seen|took|supplied|handed|registered|joined|attended|took part|passed|got)\b",
    re.I,
)
#: Words that only look like a deed that is over; less sure than those above.
_PERHAPS_PAST: Final = re.compile(
    r"\b(?:(?:has|have|had) (?:\w+ly |now |all |both )?(?:\w+ed|become|gone|had|come|got|made|met|seen|taken|given|found|held|won|put|run)|\w{3,}ed)\b",
    re.I,
)
_NUMBER: Final = (
    r"\d{1,4}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_SHARE: Final = re.compile(
    rf"\b(?P<part>{_NUMBER}) (?:[\w'’-]+ ){{0,5}}?(?:out )?of (?:the |our |these |those |all )*(?P<whole>{_NUMBER})\b",
    re.I,
)
_ORDER: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_TENS: Final = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_AGAIN: Final = re.compile(
    r"\b(?:ongoing|on-going|continu\w+|every|each|yearly|annual\w*|quarterly|monthly|weekly|twice a|throughout|regular\w*|rolling|once in)\b",
    re.I,
)
_NEXT: Final = re.compile(
    r"\b(?:next (?:year|steps?|period|twelve months)|looking (?:ahead|forward)|in the coming (?:year|months)|(?:year|months) ahead|plans? for (?:20\d\d|next)|forward (?:look|plan)|what (?:comes|happens) next)\b",
    re.I,
)
_FULL: Final = 100


@dataclass(frozen=True, slots=True)
class Judged:
    """A state with the words that show it.

    Args:
        sure: 0 to 1.
    """

    state: State
    said: str
    sure: float


class Legend:
    """What colours mean in one report: some say what theirs do, and they differ.

    Args:
        blocks: The report.
    """

    def __init__(self, blocks: Iterable[Block] = ()) -> None:
        self._meaning: dict[str, State] = {}
        for line in _lines(blocks):
            self._learn(line)

    def _learn(self, line: str) -> None:
        """Learn from "Green: complete" or "Amber = some delay; Red = not started"."""
        for part in re.split(
            r"[;|\n•]|\.\s|,(?= ?(?:green|amber|yellow|red|blue|grey|purple|black)\b)", line
        ):
            found = re.match(
                r"^\W*(?:rag )?(?P<colour>green|amber|yellow|orange|red|blue|purple|grey|gray|black)\b\s*(?:\([A-Z]\)\s*)?(?:[:=–—-]+|means|is|for|shows)\s*(?P<means>\S.{2,80})$",
                part,
                re.I,
            )
            if not found:
                continue
            judged = of_status(found["means"], Legend())
            if judged:
                self._meaning.setdefault(found["colour"].lower(), judged.state)

    def state(self, colour: str) -> State | None:
        """Return what a colour means here, or what it usually does."""
        usual: dict[str, State] = {"green": "on_course", "amber": "late", "yellow": "late", "orange": "late",
                                   "red": "late", "blue": "done"}  # fmt: skip
        return self._meaning.get(colour.lower()) or usual.get(colour.lower())


def of_status(text: str, legend: Legend) -> Judged | None:
    """Read a status: a colour, a tick, a share or a few words.

    Args:
        text: What a column or a label for the status holds.
        legend: What colours mean in this report.

    Returns:
        The state, or None where the text is no status.
    """
    plain = " ".join(text.split())
    if not plain or len(plain.split()) > STATUS_WORDS * 2:
        return None
    if _DROPPED.search(plain) or re.match(r"^\W*(?:stopped|dropped|ended)\b", plain, re.I):
        return Judged("dropped", plain, 0.95)
    if percent := _PERCENT.search(plain):
        full = int(percent["n"]) >= _FULL
        return Judged("done" if full else "on_course", plain, 0.9)
    if _STATUS_LATE.match(plain) or (_LATE.search(plain) and not _STATUS_DONE.match(plain)):
        return Judged("late", plain, 0.9)
    words = _COLOUR.sub(" ", plain)
    if _STATUS_DONE.match(words) or (_DONE_SURE.search(words) and not _STATUS_ON.search(words)):
        return Judged("done", plain, 0.95)
    if _STATUS_ON.search(words):
        return Judged("on_course", plain, 0.9)
    colour = _COLOUR.search(plain)
    if colour and (state := legend.state(colour["colour"])):
        return Judged(state, plain, 0.85)
    if _TICK.search(plain):
        return Judged("done", plain, 0.85)
    if _CROSS.search(plain):
        return Judged("late", plain, 0.6)
    if re.fullmatch(r"\W*[RAGB]\W*", plain):
        named = {"R": "red", "A": "amber", "G": "green", "B": "blue"}[plain.strip(" ()[].").upper()]
        state = legend.state(named)
        return Judged(state, plain, 0.8) if state else None
    return None


def of_story(text: str, *, again: bool = False) -> Judged:
    """Judge a story of progress: what was done, what was not, what goes on.

    Args:
        text: A sentence or more of a report, about one action.
        again: Whether the action goes on all the time, so that doing it does not end it.

    Returns:
        The state, with how sure it is; ``said`` are the words that decided.
    """
    told = [s for s in _sentences(text) if not _NEXT.search(s)] or _sentences(text)
    whole = " ".join(told)
    if found := _DROPPED.search(whole):
        return Judged("dropped", found[0], 0.85)
    late = _LATE.search(whole)
    sure = _DONE_SURE.search(whole)
    if sure and not (late and _denies(whole, late)):
        return Judged("on_course" if again else "done", sure[0], 0.85)
    first_late = _LATE.search(told[0]) if told else None
    past = _PAST.search(told[0]) if told else None
    if late and (first_late or not past or _denies(whole, late)):
        return Judged("late", late[0], 0.75)
    if part := _share(whole):
        return Judged("on_course", part, 0.65)
    going = _UNDER_WAY.search(whole)
    if going and not (past and told and not _UNDER_WAY.search(told[0])):
        return Judged("on_course", going[0], 0.7)
    past = past or _PAST.search(whole)
    if past:
        return Judged("on_course" if again else "done", past[0], 0.65)
    if perhaps := _PERHAPS_PAST.search(whole):
        return Judged("on_course" if again else "done", perhaps[0], 0.45)
    return Judged("on_course", "", 0.4)


def _share(text: str) -> str:
    """Return words such as "seven of the twelve" that tell of a part, or nothing."""
    for found in _SHARE.finditer(text):
        if 0 <= _number(found["part"]) < _number(found["whole"]):
            return found[0]
    return ""


def _number(words: str) -> int:
    words = words.lower()
    if words.isdigit():
        return int(words)
    if words in _ORDER:
        return _ORDER.index(words)
    tens, _, ones = words.replace(" ", "-").partition("-")
    return _TENS.get(tens, 0) + (_ORDER.index(ones) if ones in _ORDER else 0)


def goes_on(due_as_written: str) -> bool:
    """Tell whether an action has no end by its due date: "ongoing", "twice a year"."""
    return bool(_AGAIN.search(due_as_written))


def looks_ahead(heading: str) -> bool:
    """Tell whether a heading is of a section about what is to come."""
    return bool(_NEXT.search(heading))


def _denies(text: str, late: re.Match[str]) -> bool:
    """Tell whether words of lateness deny that the thing is done, and not only that it came late."""
    return bool(
        re.search(
            r"\bnot\b|n't|\byet\b|\bstill\b|await|waiting|hold|paused|stalled|overdue|outstanding|no progress",
            late[0],
            re.I,
        )
    )


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?;])\s+", " ".join(text.split())) if part]


def _lines(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if block.kind == "table":
            for row in block.rows:
                cells = unique_texts(row)
                if len(cells) == 2:
                    yield " : ".join(cells)
                elif len(cells) == 1:
                    yield cells[0]
        elif block.text:
            yield block.text
