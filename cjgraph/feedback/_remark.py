"""A remark on a finding, its answers, and how both are written as triples.

Source: Web Annotation Vocabulary, W3C Recommendation; PROV-O, W3C Recommendation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import pyoxigraph as ox

from cjgraph import namespaces as ns

#: Most characters of a reason, of a remark or of an answer.
LONGEST_REASON: Final = 2_000
OPEN: Final = "open"
#: What an answer may decide.
DECISIONS: Final = ("accepted", "declined")
#: The states of a remark.
STATES: Final = (OPEN, *DECISIONS)

_TYPE = ox.NamedNode(ns.RDF + "type")
_LABEL = ox.NamedNode(ns.RDFS + "label")
_SOURCE = ox.NamedNode(ns.DCTERMS + "source")
_SHORT_ID: Final = 12


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision on a remark.

    Args:
        state: ``accepted`` or ``declined``.
        reason: Why.
        role: The role of whoever decided.
        created: When.
        software: Name and version of the software.
    """

    state: str
    reason: str
    role: str
    created: datetime
    software: str

    def to_json(self) -> dict[str, str]:
        """Return the answer as JSON values."""
        return {
            "state": self.state,
            "because": self.reason,
            "by": self.role,
            "created": self.created.isoformat(timespec="seconds"),
        }

    def triples(self, remark: str, number: int) -> Iterator[ox.Triple]:
        """Yield the answer as a Web Annotation on the remark.

        Args:
            remark: Id of the remark.
            number: Which answer to it this is, counted from 1.
        """
        node = ox.NamedNode(ns.thing("remark", f"{remark}/answer-{number}"))
        yield from _annotation(node, "RemarkAnswer", "replying", f"Answer to remark {remark}", self)
        yield ox.Triple(node, _oa("hasTarget"), ox.NamedNode(ns.thing("remark", remark)))
        yield ox.Triple(node, _cj("remarkState"), ox.Literal(self.state))


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person says against a finding.

    Args:
        rule: IRI of the rule.
        finding_type: Type of the finding.
        message: What the finding said.
        subject: The words of the plan that it is about.
        quote: The exact words at the place.
        rules_version: Version of the rules.
        rules_sha256: Hash of the rules.
        plan_sha256: Hash of the plan.
        plan_title: Title of the plan.
        profile: How strict the check was.
        reason: Why the finding is wrong.
        role: The role of whoever says so; empty where none was given.
        created: When.
        software: Name and version of the software.
        answers: The decisions on it, oldest first.
    """

    rule: str
    finding_type: str
    message: str
    subject: str
    quote: str
    rules_version: str
    rules_sha256: str
    plan_sha256: str
    plan_title: str
    profile: str
    reason: str
    role: str
    created: datetime
    software: str
    answers: tuple[Answer, ...] = ()

    @property
    def id(self) -> str:
        """What the remark is called: the same words on the same finding give the same id."""
        parts = (self.rule, self.rules_sha256, self.plan_sha256, self.finding_type)
        said = (self.message, self.subject, self.quote, self.reason)
        return hashlib.sha256("\0".join((*parts, *said)).encode()).hexdigest()[:_SHORT_ID]

    @property
    def state(self) -> str:
        """What the latest answer decided, or ``open``."""
        return self.answers[-1].state if self.answers else OPEN

    def to_json(self) -> dict[str, Any]:
        """Return the remark as JSON values, every key present."""
        return {
            "id": self.id,
            "state": self.state,
            "created": self.created.isoformat(timespec="seconds"),
            "rule": self.rule,
            "type": self.finding_type,
            "rules": {"version": self.rules_version, "sha256": self.rules_sha256},
            "plan": {"title": self.plan_title, "sha256": self.plan_sha256},
            "profile": self.profile,
            "message": self.message,
            "subject": self.subject,
            "quote": self.quote,
            "because": self.reason,
            "by": self.role or None,
            "software": self.software,
            "answers": [answer.to_json() for answer in self.answers],
        }

    def triples(self) -> Iterator[ox.Triple]:
        """Yield the remark as a Web Annotation on the place in the plan."""
        base = ns.thing("remark", self.id)
        node, target, words = map(ox.NamedNode, (base, base + "/target", base + "/words"))
        file = ox.NamedNode(ns.thing("file", self.plan_sha256))
        yield from _annotation(node, "Remark", "assessing", f"Remark {self.id}", self)
        yield ox.Triple(node, _oa("hasTarget"), target)
        yield ox.Triple(node, _cj("disputesRule"), ox.NamedNode(self.rule))
        for name, text in (
            ("disputedType", self.finding_type),
            ("disputedMessage", self.message),
            ("disputedSubject", self.subject),
            ("rulesVersion", self.rules_version),
            ("rulesHash", self.rules_sha256),
            ("checkProfile", self.profile),
        ):
            yield ox.Triple(node, _cj(name), ox.Literal(text))
        yield from _described(target, _oa("SpecificResource"), "Place of the finding", node)
        yield ox.Triple(target, _oa("hasSource"), file)
        yield ox.Triple(target, _oa("hasSelector"), words)
        yield from _described(words, _oa("TextQuoteSelector"), "Words at the place", node)
        yield ox.Triple(words, _oa("exact"), ox.Literal(self.quote))
        yield from _described(file, _cj("ImportedFile"), self.plan_title or "A plan", node)
        yield ox.Triple(file, _cj("sha256"), ox.Literal(self.plan_sha256))


def _annotation(
    node: ox.NamedNode, kind: str, motive: str, label: str, said: Answer | Remark
) -> Iterator[ox.Triple]:
    """Yield what remarks and answers have in common."""
    body = ox.NamedNode(node.value + "/reason")
    yield from _described(node, _cj(kind), label, node)
    yield ox.Triple(node, _TYPE, _oa("Annotation"))
    yield ox.Triple(node, _oa("motivatedBy"), _oa(motive))
    yield ox.Triple(node, _oa("hasBody"), body)
    created = ox.Literal(said.created.isoformat(), datatype=ox.NamedNode(ns.XSD + "dateTime"))
    yield ox.Triple(node, ox.NamedNode(ns.DCTERMS + "created"), created)
    yield ox.Triple(node, _cj("softwareVersion"), ox.Literal(said.software))
    yield from _described(body, _oa("TextualBody"), "Reason", node)
    yield ox.Triple(body, ox.NamedNode(ns.RDF + "value"), ox.Literal(said.reason))
    if said.role:
        agent = ox.NamedNode(ns.thing("agent", ns.slug(said.role)))
        yield ox.Triple(node, ox.NamedNode(ns.PROV + "wasAttributedTo"), agent)
        yield from _described(agent, ox.NamedNode(ns.PROV + "Agent"), said.role, node)


def _described(
    node: ox.NamedNode, kind: ox.NamedNode, label: str, source: ox.NamedNode
) -> Iterator[ox.Triple]:
    yield ox.Triple(node, _TYPE, kind)
    yield ox.Triple(node, _LABEL, ox.Literal(label))
    yield ox.Triple(node, _SOURCE, source)


def _cj(name: str) -> ox.NamedNode:
    return ox.NamedNode(ns.CJ + name)


def _oa(name: str) -> ox.NamedNode:
    return ox.NamedNode(ns.OA + name)
