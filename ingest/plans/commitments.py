# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Sentences in which somebody commits to do something: who, what, by when, and how it will show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from .dates import date_phrase
from .partners import partners_in
from .reading import Partner

_SENTENCE: Final = re.compile(r"(?<=[.!?;])\s+(?=[A-Z0-9])")
_WILL: Final = re.compile(
    r"\b(?:will(?! be (?:measured|judged|counted|monitored|reviewed|reported))|shall|(?:is|are|has|have) (?:agreed |promised |undertaken |committed )?to(?= [a-z]+)|undertakes? to|commits? to|agrees? to)\b"
)
#: A time that a sentence opens with: "By June 2025," or "From the autumn".
_OPENING: Final = re.compile(
    r"^(?:(?:by|before|from|in|during|within|over|no later than|not later than|starting|at|until|each|every|once|after)\b"
    r"(?: the)?(?: (?:end|start|middle|beginning|spring|summer|autumn|winter|first|second|third|last|next|half|early|late|mid|course|life))*(?: of)?(?: the)?"
    r"(?: \(?(?:[\w'’/–-]*\d[\w'’/–-]*|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|q[1-4]|quarter|year|years|months?|weeks?|plan|period|one|two|three)\)?)*,?\s+)",
    re.IGNORECASE,
)
_SUBJECT_WORDS: Final = 16
_OURSELVES: Final = re.compile(
    r"^(?:we|(?:all |our |the |these |both )*(?:partners?|partnership|partner agencies|agencies|co-?ordinator|board|group|team|leads?))\b",
    re.IGNORECASE,
)
#: Subjects that promise nothing: what is wished for, or the plan itself.
_NOBODY: Final = re.compile(
    r"^(?:people|everyone|everybody|nobody|no one|anyone|it|this|that|these|those|there|they|he|she|success|progress|(?:the |our |each |every |an? )?(?:plan|outcomes?|actions?|aim|test|measure|sign|indicators?|report|vision|document|paper|chapter|section|table|changes?|figures?|data)|which|who|what|if|as|when|where|how|i|you|communities|victims|families|children)\b",
    re.IGNORECASE,
)
_PASSIVE: Final = re.compile(
    r"\b(?:be|been) \w+(?:ed|en|un|ne|t|pt)\b(?P<between>.{0,160}?)\bby (?P<who>(?:the |our )?[A-Z][\w'’&-]+(?: (?:and |of |for |the |& )*[A-Z][\w'’&-]+)*(?: (?:team|service|unit|department|staff))?)"
)
_LEAD_BY: Final = re.compile(
    r"\b(?:led|run|delivered|taken forward|carried out|owned|managed|overseen) by (?P<who>(?:the |our )?[A-Z][\w'’&-]+(?: (?:and |of |for |the |& )*[A-Z][\w'’&-]+)*)"
)
#: How a sentence after the commitment says what will show that it was kept.
_MEASURE: Final = re.compile(
    r"^(?:\W*(?:this|it|the (?:test|measure|sign|proof|count|target|aim|mark)|success|progress|our (?:test|measure|target|aim)|"
    r"we (?:will|shall|are|want|hope|expect)(?: to)? (?:know|see|count|measure|judge|check|look|be content|have|call|aim|aiming|looking)|we['’]ll know|we will|we shall|we are|measured)\b[^.]{0,90}?\b"
    r"(?:if|when|once|whether|by|until|that|is|are|for|in which|:)\s*(?:whether |if |when |that |a position in which |by )?)(?P<how>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_MEASURE_WORD: Final = re.compile(
    r"\b(?:know|success|succeed|measure|judged?|test|count(?:ed)?|check|sign|proof|target|content|plain enough|worked|aiming|looking (?:for|to)|aim is|progress)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Commitment:
    """What one passage commits to.

    Args:
        text: The words of the action.
        leads: Who will do it; a sentence with "we" names nobody.
        due_as_written: The words that say by when, or nothing.
        due: The last day that they allow.
        measure: The words that say how it will show, or None.
        named: Whether the sentence says who, by a body's name.
    """

    text: str
    leads: tuple[Partner, ...]
    due_as_written: str
    due: date | None
    measure: str | None
    named: bool


def commitment(text: str) -> Commitment | None:
    """Read a passage as an action that somebody commits to.

    Args:
        text: A list item or a paragraph.

    Returns:
        None where nobody in it commits to anything in the first sentence.
    """
    sentences = _SENTENCE.split(" ".join(text.split()))
    first = sentences[0]
    opening = _OPENING.match(first)
    rest = first[opening.end() :] if opening else first
    will = _WILL.search(rest)
    if not will:
        return None
    subject = rest[: will.start()].strip(" ,")
    if not subject or len(subject.split()) > _SUBJECT_WORDS or _NOBODY.match(subject):
        return None
    leads, ours = _leads(subject, first), bool(_OURSELVES.match(subject))
    if not leads and not ours:
        return None
    measure = next((how for s in sentences[1:] if (how := measure_in(s))), None)
    kept = [first, *(s for s in sentences[1:] if measure_in(s) is None)]
    written, due = date_phrase(first)
    return Commitment(" ".join(kept), leads, written, due, measure, bool(leads))


def measure_in(sentence: str) -> str | None:
    """Return what a sentence says will show that an action worked, or None.

    >>> measure_in("We will know it is working if twenty calls are made.")
    'twenty calls are made'
    """
    match = _MEASURE.match(sentence)
    if not match or not _MEASURE_WORD.search(sentence[: match.start("how")]):
        return None
    return match["how"].strip(" .:") or None


def _leads(subject: str, sentence: str) -> tuple[Partner, ...]:
    named = tuple(p for p in partners_in(subject) if p.category != "other")
    if named:
        return named
    doers = _LEAD_BY.search(sentence) or _PASSIVE.search(sentence)
    if doers and (found := partners_in(doers["who"])):
        return found
    if _OURSELVES.match(subject):
        return ()
    words = subject.split()
    # "Volunteers from Boat Home": a name in capitals is somebody, if not one that is known.
    if any(word[0].isupper() for word in words[1:]) or (len(words) == 1 and words[0][0].isupper()):
        return partners_in(subject)
    return ()
