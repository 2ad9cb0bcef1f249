"""Reads everything that threads are made of from a snapshot: one pass for each property."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cjgraph.namespaces import CJ, ID, OA, RDFS, SKOS
from cjgraph.store import Snapshot
from cjgraph.thread._facts import Facts
from cjgraph.thread._graph import Edge, Evidence, Mapped, Node, ThreadGraph

_PROPERTIES = "SELECT DISTINCT ?property WHERE { ?property rdfs:subPropertyOf+ cj:contributesTo }"

#: Classes of the model, the general ones first.
_CLASSES = """
SELECT ?class (COUNT(?super) AS ?depth) WHERE {
  ?class a owl:Class . FILTER(STRSTARTS(STR(?class), STR(cj:)))
  OPTIONAL { ?class rdfs:subClassOf+ ?super . FILTER(STRSTARTS(STR(?super), STR(cj:))) }
}
GROUP BY ?class ORDER BY ?depth ?class"""

_JUDGEMENTS = """
SELECT ?from ?to ?reason ?confidence WHERE {
  ?judgement a cj:ServiceJudgement ; cj:judgedSubject ?from ; cj:judgedObject ?to ;
             cj:reason ?reason ; cj:confidence ?confidence .
}"""

_MAPPINGS = """
SELECT ?from ?to ?kind ?reason ?confidence WHERE {
  ?mapping a cj:EditionMapping ; cj:mappingFrom ?from ; cj:mappingTo ?to ;
           cj:mappingKind ?kind ; cj:reason ?reason ; cj:confidence ?confidence .
}"""

_EVIDENCE = """
SELECT ?finding ?topic ?text ?stance ?label ?caveat ?place ?review ?publication ?level ?sure WHERE {
  ?finding a cj:Finding ; cj:fromPublication ?review ; cj:text ?text ;
           cj:stance/skos:prefLabel ?stance ; cj:concernsIntervention|cj:bearsOnOutcome ?topic .
  ?review rdfs:label ?publication .
  OPTIONAL { ?finding cj:ownLabel ?label }
  OPTIONAL { ?finding cj:caveat ?caveat }
  OPTIONAL { ?finding cj:sourceLocator ?place }
  OPTIONAL { ?finding cj:designLevel/skos:prefLabel ?level }
  OPTIONAL { ?finding cj:certainty/skos:prefLabel ?sure }
}"""

#: What nobody traces: there is much of it, and its statements are read where they are wanted.
_NOT_NODES: Final = frozenset(
    "PlanItem PartnerMention PlanStatement ChecklistVerdict OutcomeAssessment PriorityDecision"
    " ProgressStatement Observation EvidenceLink Import ImportedFile GraphRecord RegisterEntry"
    " EditionMapping ServiceJudgement SourceDocument StatutoryProvision Disagreement".split()
)

_ATTACHED: Final = ("usesIntervention", "addressesNeed")

#: Properties that are kept as they stand.
_KEPT: Final = (
    "forPopulation due leadAsWritten leadCategory ledBy measuredBy measureText namesNeed"
    " planArea preparedBy periodStart periodEnd judgedAgainst writtenAgainst isInvented"
    " namesPartner addressesItem hasVerdict decidesOn isPriority assessesOutcome usesIndicator"
    " aboutAction progressState ofReport servesArea withinArea gssCode availableInArea"
    " providedBy serviceStatus unitCost serviceCost peopleReached outcomesAchieved"
    " duplicatesService duplicationNote inEdition editionStatus generation validFrom validTo"
    " position inTimeBand spanFromYears spanToYears spanSet defaultSpanSet outputKind"
    " concernsNeed concernsIntervention bearsOnOutcome fromPublication partnerCategory"
    " preventionLevel observedIndicator isImplied relatedIndicator observedArea observedService"
    " observedWhat observedValue valueQualifier unit periodAsWritten"
).split()


def read_thread_graph(snapshot: Snapshot, *, include: frozenset[str] = frozenset()) -> ThreadGraph:
    """Read all threads of a snapshot.

    Args:
        snapshot: An opened snapshot.
        include: ``"examples"``, ``"synthetic"`` and ``"unchecked"``, to add them.
    """
    facts = Facts(snapshot, include)
    kinds: dict[str, str] = {}
    for row in snapshot.rows(_CLASSES, include=include):
        name = row["class"].removeprefix(CJ)
        if name not in _NOT_NODES:
            kinds.update(dict.fromkeys(facts.members(row["class"]), name))
    for name in _KEPT:
        facts.keep(name)
    for name in ("broader", "related"):
        facts.keep(name, namespace=SKOS)
    graph = ThreadGraph(facts=facts, included=include)
    _read_steps(graph, snapshot)
    _read_nodes(graph, kinds)
    for subject, alias, _ in facts.scan(SKOS + "altLabel"):
        if subject in graph.nodes:
            graph.aliases.setdefault(alias.casefold(), []).append(subject)
    _read_evidence(graph, snapshot)
    for row in snapshot.rows(_MAPPINGS, include=include):
        graph.mappings.append(
            Mapped(row["from"], row["to"], row["kind"], float(row["confidence"]), row["reason"])
        )
    graph.mappings.sort(key=lambda m: (m.source, m.target))
    facts.close()
    return graph


def _read_steps(graph: ThreadGraph, snapshot: Snapshot) -> None:
    facts, include = graph.facts, graph.included
    for row in snapshot.rows(_PROPERTIES, include=include):
        edge = Edge(row["property"].removeprefix(CJ))
        for subject, target, _ in facts.scan(row["property"]):
            graph.add_step(subject, target, edge)
    for row in snapshot.rows(_JUDGEMENTS, include=include):
        judged = Edge("judgedToServe", True, row["reason"], float(row["confidence"]))
        graph.add_step(row["from"], row["to"], judged)
    for name in _ATTACHED:
        for subject, target, _ in facts.scan(CJ + name):
            graph.attached.setdefault(subject, []).append((name, target))


def _read_nodes(graph: ThreadGraph, kinds: Mapping[str, str]) -> None:
    """Make a node of everything that has a kind or stands at an end of a step."""
    facts = graph.facts
    wanted = dict(kinds)
    for group in (graph.up, graph.down):
        for iri in group:
            wanted.setdefault(iri, "")
    for hung in graph.attached.values():
        for _, iri in hung:
            wanted.setdefault(iri, "")
    facts.keep(
        "ofPlan",
        only=(wanted, *(facts.every(n) for n in ("hasVerdict", "decidesOn", "assessesOutcome"))),
    )
    labels: dict[str, str] = {}
    for iri in (RDFS + "label", CJ + "text", SKOS + "prefLabel"):
        seen: set[str] = set()
        for subject, words, language in facts.scan(iri):
            if subject in wanted and (subject not in seen or language == "en"):
                seen.add(subject)
                labels[subject] = words
    notations = {s: n for s, n, _ in facts.scan(SKOS + "notation") if s in wanted}
    unconfirmed = CJ + "unconfirmed"
    open_words = {s for s, w, _ in facts.scan(CJ + "wordingStatus") if w == unconfirmed}
    at = {place: s for s, place, _ in facts.scan(CJ + "hasLocator") if s in wanted}
    quotes = {at[p]: words for p, words, _ in facts.scan(OA + "exact") if p in at}
    places = {at[p]: words for p, words, _ in facts.scan(CJ + "sourceLocator") if p in at}
    for iri, kind in wanted.items():
        plan = facts.one("ofPlan", iri)
        graph.nodes[iri] = Node(
            iri=iri,
            label=labels.get(iri, iri.removeprefix(ID)),
            kind=kind,
            notation=notations.get(iri),
            quote=quotes.get(iri),
            place=places.get(iri),
            plan=labels.get(plan, plan.removeprefix(ID)) if plan else None,
            invented=facts.one("isInvented", plan or iri) == "true",
            unconfirmed=iri in open_words,
        )


def _read_evidence(graph: ThreadGraph, snapshot: Snapshot) -> None:
    seen: set[tuple[str, str]] = set()
    for row in snapshot.rows(_EVIDENCE, include=graph.included):
        if (row["topic"], row["finding"]) in seen:
            continue
        seen.add((row["topic"], row["finding"]))
        graph.evidence.setdefault(row["topic"], []).append(
            Evidence(
                iri=row["finding"],
                publication=row["publication"],
                text=row["text"],
                stance=row["stance"],
                strength=row.get("label"),
                caveat=row.get("caveat"),
                place=row.get("place"),
                design=row.get("level"),
                certainty=row.get("sure"),
            )
        )
