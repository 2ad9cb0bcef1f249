# ruff: noqa: E501, RUF001 - patterns read best whole; plans have curly quotes
"""Sentences that put a thing off, say nothing of it, or only say that it matters."""

from __future__ import annotations

import re
from typing import Final

#: What is put off is a document or an arrangement, not the work of the plan.
_THING: Final = (
    r"(?:plans?|approach(?:es)?|frameworks?|statements?|descriptions?|protocols?|notes?|lists?|arrangements?|terms of reference|"
    r"agreements?|assessments?|structures?|details?|roles?|responsibilit\w+|objectives?|priorities|deliverables?|products?|visions?|"
    r"mechanisms?|polic(?:y|ies)|models?|strateg(?:y|ies)|schedules?|methods?|methodolog\w+|systems?|process(?:es)?|outcomes?|"
    r"timescales?|measures?|milestones?|tools?|charters?|papers?|pages?|sections?|chapters?|documents?|evaluations?|indicators?|them|it|these|this|how|what|who|when)"
)
_MADE: Final = (
    r"(?:develop|agree|finali[sz]|confirm|draft|dr[ae]wn? up|writ|produc|prepar|consider|establish|determin|set out|set down|defin|"
    r"work(?:ed)? up|work(?:ed)? out|work(?:ed)? through|identif|complet|publish|add|insert|issu|design|decid|put together|put in place|put on|"
    r"scop|commission|bring forward|brought forward|brought to|made available|provid|settl|carried out|undertaken|created|built|spelt out|describ|follow|mapped|worked on|allocat|assign)"
)
_LATER: Final = re.compile(
    rf"\b(?:will|shall|is to|are to) (?:\w+ly )?(?:consider|discuss|explore|think about)\b|"
    rf"\b(?:will|shall|would|is to|are to|has to|have to|remains? to|needs? to|still to|yet to|due to)(?: then| also| now| first| next| all| both| each)? be (?:\w+ly |later |then |soon )?{_MADE}\w*|"
    rf"\b(?:will|shall) (?:\w+ly |then |also |now |next )?(?:follow(?=[.,;]|$| (?:once|when|after|in|later|by|soon|with|during|as|shortly|next)\b)|come later\b)|"
    rf"\b(?:we|partners?|partnership|board|group|co-?ordinator|it|team|council|officers?) (?:will|shall|intends?|plans?|aims?|hopes?|means?|proposes?|expects?)(?: to)? (?:\w+ly |then |also |now |next )?"
    rf"(?:develop|prepare|draft|write|agree|consider|draw up|produce|set out|work (?:up|out)|define|decide|design|create|put together|identify|publish|finali[sz]e)\b[^.;]{{0,60}}\b{_THING}\b",
    re.IGNORECASE,
)
#: Words that put something off whatever it is.
_PUT_OFF: Final = re.compile(
    r"\bto follow\b|\bat (?:a|the|its|their) (?:future|later|next) (?:meeting|date|time|stage)\b|\b(?:under|in|still in) development\b|\bin due course\b|\bat a later (?:date|stage|time)\b|\blater (?:date|stage) in\b|"
    r"\b(?:is|are|currently) being (?:\w+ly )?(?:developed|drafted|prepared|written|drawn up|reviewed|finali[sz]ed|designed|worked (?:up|on|out)|agreed|considered|scoped|refreshed|updated)\b|"
    r"\bwork\b[^.;]{0,60}\b(?:is|has|is still) (?:under way|underway|ongoing|begun|started|in hand|continuing|in progress)\b|\bin (?:preparation|draft|hand|train|the pipeline)\b|\bunder (?:review|discussion|consideration)\b|"
    r"\btbc\b|\btbd\b|\bto be (?:confirmed|added|inserted|agreed|decided|developed|determined|finali[sz]ed|completed|drafted|set|defined|scoped)\b|"
    r"\b(?:still|yet|remains?) to be \w+|\b(?:has|have) (?:still|yet) to (?:be )?\w+|\bhas not (?:yet )?been (?:\w+ly )?(?:agreed|developed|decided|written|drafted|done|prepared|settled|set|designed|carried out|published)\b|"
    r"\bhave not (?:yet )?(?:been )?(?:agreed|developed|decided|written|drafted|done|prepared|settled|set|designed|published)\b|"
    r"\bnot yet\b[^.;]{0,30}\b(?:agreed|developed|in place|decided|designed|written|settled|available|ready|known|done|published|prepared|drafted|exist)|"
    r"\bplanned but\b|\bonce\b[^.;]{0,70}\b(?:has|have|is|are)\b(?: \w+)? (?:bedded|been|settled|agreed|refreshed|known|complete[d]?|published|appointed|in (?:place|post)|finished|reported)|"
    r"\bwhen [^.;]{0,50}\b(?:is|are|has been|have been) (?:settled|agreed|known|appointed|in post|finali[sz]ed|complete[d]?)\b|"
    r"\b(?:intends?|intention|plans?|hopes?|aims?|means?|expects?) to (?:agree|decide|develop|draw up|prepare|settle|write|work (?:out|up)|set out|publish|produce)\b|"
    r"\bwill (?:look|turn|return|come back) (?:at|to) (?:this|it|that|how)\b|\b(?:next|later|future|first) (?:version|edition|iteration|revision|draft|review) of (?:the|this|our) plan\b|\bwatch this space\b|"
    r"\bfor (?:a )?later\b|\bnothing (?:more|further|yet) to (?:say|report)\b|\bcoming soon\b|\ba job for\b",
    re.IGNORECASE,
)
#: What comes round again is an arrangement that stands.
_RECURS: Final = re.compile(
    r"\b(?:each|every|(?<!first )(?<!next )annual(?:ly)?|(?<!first )(?<!next )yearly|quarterly|monthly|six-monthly|twice|three times|four times|regularly)\b",
    re.IGNORECASE,
)
#: Verbs of settling a thing: until it is settled, it is not there, however often that is.
_SETTLED: Final = re.compile(
    r"\bbe (?:\w+ly )?(?:agreed|decided|determined|defined|developed|identified|drawn up|designed|worked (?:up|out))\b",
    re.IGNORECASE,
)
#: Words of good will: what matters, what is known, what is wanted.
_GOOD_WILL: Final = re.compile(
    r"\b(?:recogni[sz]es?|acknowledges?|believes?|knows?|understands?|appreciates?|values?|welcomes?|is aware|are aware)\b(?: that| the| how| what|,)|"
    r"\b(?:is|are|remains?|fully|strongly) committed to\b|\bcommitment to\b|\bour (?:intention|intent|hope) (?:is )?to\b|\bit is (?:our|the) intention\b|"
    r"\b(?:is|are) (?:\w+ly )?(?:important|vital|essential|crucial|key|central|at the heart)\b|\bwe will always\b|\bwe (?:hope|wish|would like) to\b|\bwe take (?:this|these|it) seriously\b",
    re.IGNORECASE,
)
#: Something that is said not to exist or not to have been done.
_DENIED: Final = re.compile(
    r"\b(?:no|not|nor|without|never|none|neither|nobody)\b|n[’']t\b",
    re.IGNORECASE,
)


def puts_off(sentence: str) -> bool:
    """Tell whether a sentence promises a thing instead of saying it.

    >>> puts_off("A protocol will be drawn up and agreed in 2026.")
    True
    >>> puts_off("An annual report will be published by the end of September.")
    False
    """
    if _PUT_OFF.search(sentence):
        return True
    if not _LATER.search(sentence):
        return False
    return not _RECURS.search(sentence) or bool(_SETTLED.search(sentence))


def only_good_will(sentence: str) -> bool:
    """Tell whether a sentence says that something matters, and not what is done.

    >>> only_good_will("We are committed to hearing people's voices.")
    True
    """
    return bool(_GOOD_WILL.search(sentence))


def denies(sentence: str) -> bool:
    """Tell whether a sentence says that something is not so."""
    return bool(_DENIED.search(sentence))
