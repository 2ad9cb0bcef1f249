"""What each field of a plan means, who asks for it and why: read from ontology and shapes.

A rule asks for a field where it wants a least number of its values, or where its query looks
for what is not there. So a rule that is added or changed shows up in the template by itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

import pyoxigraph

from cjgraph.namespaces import CJ, DCTERMS, RDFS, SH, SKOS, thing
from cjgraph.resources import resource_folder

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

    from cjgraph.shacl import Rules

Need = Literal["must", "should", "may"]
_ABSENT: Final = re.compile(r"FILTER NOT EXISTS\s*\{([^{}]*)\}")
_NAME: Final = re.compile(r"\bcj:(\w+)")
_DATATYPE: Final = re.compile(r"\s*\(xsd:\w+\)")
_QUOTED: Final = re.compile(r'"([^"]+)"')
_TIERS: Final = ("statute", "thread", "smart", "data")


@dataclass(frozen=True, slots=True)
class Asked:
    """A rule that asks for something.

    Args:
        type: The type of the findings that it gives.
        severity: How severe a finding is in a draft.
        why: Why the rule is there.
        remedy: What to do.
        source: Section of the Act or page of the framework, in words.
        every: Whether it asks for all the fields that it names; else any one of them will do.
    """

    type: str
    severity: str
    why: str
    remedy: str
    source: str
    every: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is known of one field, or of one kind of thing.

    Args:
        definition: What it is.
        source: Where the definition comes from, in words.
        asked: The rules that ask for it, the most severe first.
    """

    definition: str
    source: str
    asked: tuple[Asked, ...] = ()


def need_of(asked: Iterable[Asked]) -> Need:
    """Tell whether what these rules ask for must, should or may be filled in."""
    severities = {rule.severity for rule in asked}
    if "violation" in severities:
        return "must"
    return "should" if "warning" in severities else "may"


@dataclass(frozen=True, slots=True)
class _Wants:
    rule: Asked
    classes: frozenset[str]
    terms: frozenset[str]
    upward: bool


def meaning_of(kind: str, terms: Iterable[str]) -> Meaning:
    """Return what the ontology and the rules say of a field.

    Args:
        kind: Class of the thing that has the field, such as ``"Action"``.
        terms: Names of the terms that the field fills; the first one defines it.
    """
    terms = tuple(terms)
    found = [w.rule for w in _wanted() if kind in w.classes and w.terms & set(terms)]
    return Meaning(definition_of(terms[0]), source_of(terms[0]), _in_order(found))


def meaning_of_kind(kind: str) -> Meaning:
    """Return what a kind of thing is, and the rules on what has to point to it."""
    found = [w.rule for w in _wanted() if w.upward and kind in w.classes]
    return Meaning(definition_of(kind), source_of(kind), _in_order(found))


def definition_of(name: str) -> str:
    """Return the definition of a term of the ontology, or of a duty; nothing where it has none."""
    return _DATATYPE.sub("", _said(name, SKOS + "definition"))


def source_of(name: str) -> str:
    """Return the name of what a term or a duty is taken from: a section, a document."""
    origin = _said(name, DCTERMS + "isPartOf") or _said(name, DCTERMS + "source")
    return _facts().get(origin, {}).get(RDFS + "label", "")


def _said(name: str, what: str) -> str:
    known = _facts()
    for iri in (CJ + name, thing("duty", name)):
        if iri in known:
            return known[iri].get(what, "")
    return ""


@cache
def _facts() -> dict[str, dict[str, str]]:
    """Read what ontology, legislation and sources say, the first value of each property."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    folder = resource_folder("ontology")
    words = [folder / "vocabularies" / f"{name}.ttl" for name in ("legislation", "sources")]
    for path in (*sorted((folder / "core").glob("*.ttl")), *words):
        for triple in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            if isinstance(triple.subject, pyoxigraph.NamedNode):
                value = getattr(triple.object, "value", "")
                found[triple.subject.value].setdefault(triple.predicate.value, value)
    return dict(found)


@cache
def _by_label() -> dict[str, str]:
    """Return the terms of the ontology by their labels."""
    return {
        facts[RDFS + "label"].lower(): iri.removeprefix(CJ)
        for iri, facts in _facts().items()
        if iri.startswith(CJ) and RDFS + "label" in facts
    }


def rules_version() -> str:
    """Return the version of the rules that a template is made from."""
    return _rules().version


def _rules() -> Rules:
    from cjgraph.shacl import load_rules

    return load_rules()


@cache
def _wanted() -> tuple[_Wants, ...]:
    from rdflib import URIRef

    from cjgraph.shacl._profiles import severity_of

    rules = _rules()
    found = []
    for iri, rule in sorted(rules.rules.items()):
        if rule.tier not in _TIERS:
            continue
        severity = severity_of("draft", rule.tier, rule.type, rule.severity)
        shape = URIRef(iri)
        every = rules.plan_shapes.value(shape, _sh("and")) is not None
        asked = Asked(rule.type, severity, rule.why, rule.remedy, rule.source, every)
        classes = {_short(c) for c in rules.plan_shapes.objects(shape, _sh("targetClass"))}
        terms, upward = _terms(rules.plan_shapes, shape)
        for query in _queries(rules.plan_shapes, shape):
            first = _ABSENT.search(query)
            if first:
                there = set(_NAME.findall(query[: first.start()] + query[first.end() :]))
                terms |= set(_NAME.findall(first[1])) - there
                spoken = _QUOTED.findall(first[1])
                terms |= {_by_label()[word] for word in spoken if word in _by_label()}
            classes |= {name for name in _NAME.findall(query) if name[0].isupper()}
        found.append(_Wants(asked, frozenset(classes), frozenset(terms), upward))
    return tuple(found)


def _terms(graph: Graph, shape: Node) -> tuple[set[str], bool]:
    """Terms that a shape wants at least once, and whether it wants something to point here."""
    from rdflib import URIRef
    from rdflib.collection import Collection

    terms: set[str] = set()
    upward = False
    path = graph.value(shape, _sh("path"))
    if path is not None and any(
        graph.value(shape, _sh(least)) is not None for least in ("minCount", "qualifiedMinCount")
    ):
        several = graph.value(path, _sh("alternativePath"))
        ways = list(Collection(graph, several)) if several is not None else [path]
        terms |= {_short(way) for way in ways if isinstance(way, URIRef)}
        upward = any(graph.value(way, _sh("inversePath")) is not None for way in ways)
    both = graph.value(shape, _sh("and"))
    for part in Collection(graph, both) if both is not None else ():
        for inner in graph.objects(part, _sh("property")):
            terms |= _terms(graph, inner)[0]
    return terms, upward


def _queries(graph: Graph, shape: Node) -> list[str]:
    return [
        str(query)
        for constraint in graph.objects(shape, _sh("sparql"))
        for query in graph.objects(constraint, _sh("select"))
    ]


def _in_order(found: Iterable[Asked]) -> tuple[Asked, ...]:
    order = {"violation": 0, "warning": 1, "info": 2}
    return tuple(sorted(dict.fromkeys(found), key=lambda rule: order[rule.severity]))


def _sh(name: str) -> Node:
    from rdflib import URIRef

    return URIRef(SH + name)


def _short(term: Node) -> str:
    return re.split(r"[/#]", str(term))[-1]
