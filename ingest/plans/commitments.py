# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes and long dashes
"""Sentences in which somebody commits to do something: who, what, by when, and how it will show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from .dates import date_phrase
from .kinds import is_officer
from .partners import partners_in
from .reading import Partner

_SENTENCE: Final = re.compile(r"(?<=[.!?;])\s+(?=[A-Z0-9])")
_WILL: Final = re.compile(
    r"\b(?:will(?! be (?:measured|judged|counted|monitored|reviewed|reported))|shall|(?:is|are|has|have) (?:been asked |agreed |promised |undertaken |committed |going |due |set )?to(?= [a-z]+)|(?:undertakes?|commits?|agrees?|intends?|plans?|means|mean|aims?|proposes?|promises?|pledges?) to)\b"
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
    r"^(?:people|everyone|everybody|nobody|no one|anyone|it|this|that|these|those|there|they|he|she|success|progress|(?:the |our |each |every |an? )?(?:plan|outcomes?|actions?|aim|test|measure|sign|indicators?|report|vision|document|paper|chapter|section|table|changes?|figures?|data|main things?|things?)|which|who|what|if|as|when|where|how|i|you|communities|victims|families|children)\b",
    re.IGNORECASE,
)
_PASSIVE: Final = re.compile(
    r"\b(?:be|been) \w+(?:ed|en|un|ne|t|pt|ld)\b(?P<between>.{0,160}?)\bby (?P<who>(?:the |our )?[A-Z][\w'’&-]+(?: (?:and |of |for |the |& )*[A-Z][\w'’&-]+)*(?: (?:team|service|unit|department|staff))?|"
    r"(?:the |our )[a-z][a-z'’ -]{3,40}?(?= (?:by|before|from|in|on|until|and|so|to|with|at)\b|[,.;]|$))"
)
_TO_BE_DONE: Final = re.compile(
    r"^be \w+(?:ed|en|un|ne|t|pt|ld)\b(?! (?:by|in|of) (?:whether|the (?:number|share)))"
)
_LEAD_BY: Final = re.compile(
    r"\b(?:[Ll]ed|run|delivered|taken forward|carried out|owned|managed|overseen|[Rr]esponsibility .{0,60}? lies with|lead for .{0,40}? is) (?:by )?(?P<who>(?:the |our )?[A-Z][\w'’&-]+(?: (?:and |of |for |the |& )*[A-Z][\w'’&-]+)*)"
)
#: "It is for the Council to", "It falls to Sacro to".
_FALLS_TO: Final = re.compile(
    r"^It (?:is|will be|shall be|falls|will fall) (?:for|to|up to|on) (?P<who>[^,;.]{3,90}?) to (?=[a-z]+ )"
)
#: "Police Scotland to share custody data".
_BODY_TO: Final = re.compile(r"^(?P<who>(?:The |Our )?[A-Z][^,;:.]{1,90}?) to (?=[a-z]{2,} )")
#: How a sentence says what will show that a commitment was kept; the surest first.
_MEASURES: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        r"^\W*(?:(?:the |our |key )*(?:measures?|targets?|tests?|signs?|indicators?|proof|evidence|success(?: measures?)?|sign of success|aim)(?: (?:of|for|that) (?:success|this|it works))?)\s*(?::|(?:is|are|will be|looks like|means)(?: that| whether| if| when)?)\s+(?P<how>.+)$",
        r"^(?:this|it|progress|success|delivery|the (?:action|change|result))s? (?:is to|will|shall|can|should)? ?be (?:measured|judged|tracked|counted|monitored|assessed|checked|shown|seen|told)(?: as (?:done|met|a success))? (?:by|through|against|on|from|using|in|when|if|once)(?: whether| if| how far)? (?P<how>.+)$",
        r"^we(?: will| shall|['’]ll) (?:measure|judge|track|count|check|test|monitor)(?: this| it| success| progress| ourselves)?(?: as (?:done|met|a success))? (?:by|through|against|on|from|using|if|once|when|that|whether)(?: whether)? (?P<how>.+)$",
        r"^(?:what (?:we|you) (?:will|should|want to|hope to) (?:look for|see|count)|you (?:will|should) (?:be able to )?(?:tell|see|know))\b[^.]{0,40}?\b(?:is|are|because|if|when|that)(?: that)? (?P<how>.+)$",
        r"^(?:\W*(?:this|it|the (?:test|measure|sign|proof|count|target|aim|mark)|success|progress|we(?: will| shall|['’]ll)? (?:know|see|count|be content|have|call)|we (?:are|will be) (?:aiming|looking|content))\b[^.]{0,90}?\b(?:if|when|once|whether|until|because|in which|that)\s+)(?P<how>.+)$",
        r"^(?:\W*(?:this|it|the (?:test|measure|sign|proof|count|target|aim|mark)|success|progress|our (?:test|measure|target|aim)|"
        r"we (?:will|shall|are|want|hope|expect)(?: to)? (?:know|see|count|measure|judge|check|look|be content|have|call|aim|aiming|looking))\b[^.]{0,90}?(?:\b(?:by|is|are|for)|:)\s*)(?P<how>.+)$",
    )
)
_MEASURE_WORD: Final = re.compile(
    r"\b(?:know|success|succeed|measured?|targets?|tests?|judged?|count(?:ed)?|check(?:ed)?|signs?|proof|evidence|content|plain enough|worked|aiming|looking (?:for|to)|look for|aim is|progress|track(?:ed)?|monitor(?:ed)?|assess(?:ed)?|indicators?|tell|shown)\b",
    re.IGNORECASE,
)
#: A sentence after the commitment that says no more than when.
_TIME_ONLY: Final = re.compile(
    r"^(?:(?:This|It|The work|Work) (?:is|will be|is to be|should be|starts?|runs?) (?:ongoing|on-going|continuous|due|to be |done|finished|complete|in place|from|every|each|now)|"
    r"(?:To be|Due|Done|In place|Complete|Finished|Starting|Ongoing|By|From) )[^.]{0,60}\.?$|^Ongoing\.?$",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r"\bon-?going\b|\bcontinuous\b", re.IGNORECASE)
#: Words before a measure that say no more than that it is one.
_WHETHER: Final = re.compile(
    r"^(?:whether|if|that|when|the fact that|a position in which|signs that)\s+", re.I
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
    found = _who(rest, first)
    if found is None:
        return None
    leads = found
    aside = [s for s in sentences[1:] if measure_in(s) is not None or _TIME_ONLY.match(s)]
    measure = next((how for s in aside if (how := measure_in(s))), None)
    kept = [first, *(s for s in sentences[1:] if s not in aside)]
    written, due = date_phrase(first)
    for sentence in aside if not written else ():
        if measure_in(sentence) is None and not written:
            written, due = date_phrase(sentence)
            again = _GOES_ON.search(sentence)
            written = written or (again[0] if again else "")
    return Commitment(" ".join(kept), leads, written, due, measure, bool(leads))


def measure_in(sentence: str) -> str | None:
    """Return what a sentence says will show that an action worked, or None.

    >>> measure_in("We will know it is working if twenty calls are made.")
    'twenty calls are made'
    """
    for pattern in _MEASURES:
        match = pattern.match(sentence)
        if match and _MEASURE_WORD.search(sentence[: match.start("how")]):
            return _WHETHER.sub("", match["how"]).strip(" .:") or None
    return None


def _who(rest: str, sentence: str) -> tuple[Partner, ...] | None:
    """Return who commits in a sentence, nobody by name for "we", None where nobody commits."""
    if falls := _FALLS_TO.match(rest):
        return _known(falls["who"])
    will = _WILL.search(rest)
    body = _BODY_TO.match(rest)
    if body and (not will or body.end("who") < will.start()) and (named := _known(body["who"])):
        return named
    if not will:
        return None
    subject = rest[: will.start()].strip(" ,")
    if not subject or len(subject.split()) > _SUBJECT_WORDS or _NOBODY.match(subject):
        return None
    leads = _leads(subject, sentence)
    if leads or _OURSELVES.match(subject):
        return leads
    # "Two flats will be leased before April 2026": a promise with a time, of nobody by name.
    passive = _TO_BE_DONE.match(rest[will.end() :].lstrip())
    return () if passive and date_phrase(sentence)[0] else None


def _known(words: str) -> tuple[Partner, ...] | None:
    """Return the bodies that words name, or None where one of them is not known as a body."""
    found = partners_in(words)
    known = [p for p in found if p.category != "other" or is_officer(p.as_written)]
    return found if found and len(known) == len(found) else None


def _leads(subject: str, sentence: str) -> tuple[Partner, ...]:
    if is_officer(subject):
        return partners_in(subject)
    named = tuple(p for p in partners_in(subject) if p.category != "other")
    if named:
        return named
    doers = _LEAD_BY.search(sentence) or _PASSIVE.search(sentence)
    if doers and (found := partners_in(doers["who"])):
        if any(p.category != "other" for p in found) or re.match(
            r"(?:the |our )?[A-Z]", doers["who"]
        ):
            return found
    if _OURSELVES.match(subject):
        return ()
    words = re.sub(r"^[\d.]+\s+(?:The |A )?", "", subject).split()
    # "Volunteers from Boat Home": a name in capitals is somebody, if not one that is known.
    has_name = any(word[0].isupper() for word in words[1:])
    if has_name or (len(words) == 1 and words[0][0].isupper()):
        return partners_in(" ".join(words))
    return ()
