# ruff: noqa: E501 - lists of words read best whole
"""Needs that a plan names and then leaves alone.

A need counts as taken up where any action, objective, outcome, measure or service of the plan
speaks of it, even in passing: better to let a plan through than to accuse it of a gap that a
person would not see.
Source: Smart and Social Justice (2019), p. 23.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rdflib import RDF, SKOS, Graph
from rdflib.term import Node

from cjgraph.shacl._terms import CJ

_LOOKED_AT: Final = 2_000
#: What speaks of a need, by the slug of the need; a need that is not here goes by its links.
_WORDS: Final = {
    need: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for need, words in {
        "housing": r"hous(?:e|ing)|home|tenan|flat|lets?\b|accommodat|rent|lease|landlord|hostel|shore\b|lodging|address\b|rooms?\b",
        "physical-health": r"health|gp\b|gps\b|doctor|dent(?:al|ist)|medic|prescri|nurs|hepatitis|clinic|discharge",
        "mental-health": r"mental|health|doctor|gps?\b|wellbeing|well-being|therap|counsel|psych|suicid|trauma|distress|anxi|depress|nurse|neurodiv|autis|listening",
        "substance-use": r"drug|alcohol|substance|naloxone|recover|addict|substitution|dttos?\b|adps?\b|detox|mat\b|methadone|buvidal|opi(?:ate|oid)|treatment|overdose|prescri|sober",
        "alcohol": r"alcohol|drink|recover|addict|substance|adps?\b",
        "drugs": r"drug|naloxone|recover|addict|substance|dttos?\b|adps?\b|methadone|buvidal|opi(?:ate|oid)|overdose|prescri",
        "employment": r"employ|jobs?\b|job ?cent|career|apprentic|placement|disclosure|work experience|into work|in work|for work|skills|record|hir(?:e|ing)\b",
        "education-and-training": r"educat|train|learn|litera|course|college|qualif|certificat|sqa\b|skills|school|tickets?\b|licen[cs]",
        "money": r"money|benefits?\b|debt|bank|welfare|loan|income|universal credit|dwp\b|job ?cent|financ|savings|fares?\b|fund|cash|starter (?:bag|pack)|budget|advice|rent|arrears",
        "family": r"famil|parent|child|relationship|visits?\b|kin\b|mothers?|fathers?|cr[eè]che|domestic",
        "attitudes": r"attitud|behavio|thinking|caledonian|restorative|cognitive|programme|group ?work|intervention|offence-focus|anger|fire-?setting|course",
        "social-inclusion": r"inclu|leisure|sport|volunt|caf[eé]|community|communities|mentor|peer|isolat|connect|friend|phone|digital|transport|bus\b|library|garden|arts?\b|walking",
        "safety": r"safe|victim|trauma|harm|survivor|violen|abuse|protect|restorative|caledonian",
    }.items()
}


def needs_left(data: Graph, plan: Node) -> Iterator[tuple[Node, Node]]:
    """Find the needs that nothing in the plan takes up, each where it is first named.

    Args:
        data: The plan with the terms of the framework.
        plan: The plan.

    Yields:
        The statement that names the need, and the need.
    """
    own = set(data.subjects(CJ.ofPlan, plan))
    first: dict[Node, Node] = {}
    for statement in sorted(own & set(data.subjects(RDF.type, CJ.NeedStatement)), key=str):
        for need in sorted(data.objects(statement, CJ.namesNeed), key=str):
            first.setdefault(need, statement)
    if not first:
        return
    met = {need for thing in own for need in data.objects(thing, CJ.addressesNeed)}
    met |= {wider for need in met for wider in data.objects(need, SKOS.broader)}
    met |= {narrower for need in met for narrower in data.subjects(SKOS.broader, need)}
    spoken = list(_words(data, own))
    for need, statement in first.items():
        pattern = _WORDS.get(str(need).rsplit("/", 1)[-1])
        if need in met or (pattern and any(pattern.search(text) for text in spoken)):
            continue
        yield statement, need


def _words(data: Graph, own: set[Node]) -> Iterator[str]:
    for kind in (CJ.Action, CJ.StrategicObjective, CJ.LocalOutcome, CJ.Service):
        for thing in own & set(data.subjects(RDF.type, kind)):
            for predicate in (CJ.text, CJ.measureText):
                for words in data.objects(thing, predicate):
                    yield str(words)[:_LOOKED_AT]
