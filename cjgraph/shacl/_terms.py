"""The terms that checks use, and the part of the framework that a plan needs."""

from __future__ import annotations

from rdflib import RDF, RDFS, SKOS, Graph, Namespace
from rdflib.term import Node

from cjgraph import namespaces

CJ = Namespace(namespaces.CJ)
SH = Namespace(namespaces.SH)
OA = Namespace(namespaces.OA)
DCTERMS = Namespace(namespaces.DCTERMS)
SCHEMA = Namespace(namespaces.SCHEMA)

#: Kinds of things whose descriptions rules and messages use.
_KINDS = (
    CJ.FrameworkEdition,
    CJ.NationallyDeterminedOutcome,
    CJ.CommonOutcome,
    CJ.PriorityAction,
    CJ.NationalIndicator,
    CJ.Indicator,
    CJ.LocalIndicator,
    CJ.ChecklistItem,
    CJ.ChecklistPart,
    CJ.PartnerCategory,
    CJ.StatutoryPartnerCategory,
    CJ.Need,
)

#: Classes that rules ask for. The store gives each thing its wider classes too, and a query
#: would go through a thing once for each of them.
_CLASSES = frozenset({*_KINDS, CJ.Finding})

#: What is told of the publication of a finding, and of a stance.
_ABOUT_SOURCE = (SKOS.notation, DCTERMS.title, RDFS.label, SCHEMA.url)

_PROPERTIES = frozenset(
    {
        RDF.type,
        RDFS.label,
        SKOS.prefLabel,
        SKOS.notation,
        SKOS.broader,
        CJ.inEdition,
        CJ.measuredBy,
        CJ.partOfItem,
        CJ.replacesEdition,
        CJ.validFrom,
        CJ.validTo,
        CJ.generation,
        CJ.position,
        CJ.concernsIntervention,
        CJ.concernsNeed,
        CJ.fromPublication,
        CJ.stance,
        CJ.ownLabel,
    }
)


def copy_terms(framework: Graph, into: Graph) -> None:
    """Copy what the rules need to know of the framework.

    Only known properties of known kinds are copied, so that a check of a small plan does
    not carry the whole vocabulary or catalogue along.

    Args:
        framework: Editions, outcomes, indicators, checklist and, where there, findings.
        into: The plan that is checked; of findings, those on what it uses are copied.
    """
    for kind in _KINDS:
        for term in framework.subjects(RDF.type, kind):
            _copy(term, framework, into)
    topics = {
        topic
        for predicate in (CJ.usesIntervention, CJ.addressesNeed)
        for topic in into.objects(None, predicate)
    }
    for topic in topics:
        for predicate in (CJ.concernsIntervention, CJ.concernsNeed):
            for finding in framework.subjects(predicate, topic):
                _copy(finding, framework, into)
    # One finding of any kind tells the rules that there is a catalogue to ask.
    some = next(framework.subjects(RDF.type, CJ.Finding), None)
    if some is not None:
        _copy(some, framework, into)


def _copy(term: Node, source: Graph, into: Graph) -> None:
    for predicate, value in source.predicate_objects(term):
        if predicate in _PROPERTIES and (predicate != RDF.type or value in _CLASSES):
            into.add((term, predicate, value))
            if predicate in (CJ.fromPublication, CJ.stance):
                for told in _ABOUT_SOURCE:
                    for words in source.objects(value, told):
                        into.add((value, told, words))
