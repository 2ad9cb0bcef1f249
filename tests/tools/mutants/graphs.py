"""Invented plans as readings and as graphs."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache

from rdflib import RDF, SKOS, Graph, Literal, URIRef

from cjgraph.conversion import rdflib_graph
from cjgraph.namespaces import CJ, thing
from cjgraph.resources import resource_folder
from ingest.plans import PlanReading, plan_triples
from ingest.plans.blocks import Locator
from ingest.plans.reading import (
    Action,
    ChecklistReading,
    Evidence,
    NeedMention,
    Objective,
    Outcome,
    Partner,
    ServiceMention,
    Source,
    StatuteReading,
)
from tests.tools.mutants.plans import InventedPlan, clean_plans

_FRAMEWORK = (
    "framework-editions",
    "outcomes-2016",
    "outcomes-2023",
    "strategy-2016",
    "strategy-2022",
    "national-indicators",
    "checklist",
    "partner-categories",
    "time-bands",
    "needs",
)


@cache
def framework() -> Graph:
    """Return the packaged editions, outcomes, indicators, checklist and categories."""
    graph = Graph()
    folder = resource_folder("ontology") / "vocabularies"
    for stem in _FRAMEWORK:
        graph.parse(data=(folder / f"{stem}.ttl").read_bytes(), format="turtle")
    return graph


@cache
def part_labels() -> dict[str, str]:
    """Return the parts of checklist items, such as ``8-retained``, with their names."""
    graph = framework()
    parts = graph.subjects(RDF.type, URIRef(CJ + "ChecklistPart"))
    return {str(graph.value(p, SKOS.notation)): str(graph.value(p, SKOS.prefLabel)) for p in parts}


def first_week(plan: InventedPlan) -> date:
    """Return a day on which the plan runs and nothing in it is late."""
    return date(plan.start.year, plan.start.month, 8)


def reading_of(plan: InventedPlan) -> PlanReading:
    """Return what a faultless reader would make of a plan."""
    place = iter(range(1, 10_000))

    def at() -> Locator:
        return Locator(paragraph=next(place))

    def partner(name: str, category: str) -> Partner:
        return Partner(name, category, None, at())

    checklist = {}
    publication = participation = None
    for chapter in plan.chapters:
        evidence = [Evidence(plan.fill(s.text), at()) for s in chapter.sentences]
        if chapter.item == 12:
            publication, participation = evidence[0], evidence[1]
        parts = tuple((p, True) for s in chapter.sentences for p in s.parts)
        shown = tuple(e for e, s in zip(evidence, chapter.sentences, strict=True) if s.parts)
        checklist[str(chapter.item)] = ChecklistReading("present", 0.95, shown, parts)
    aim, row = plan.strands[0].objectives[0][1], plan.rows[0].text
    checklist["3"] = ChecklistReading(
        "present", 0.95, (Evidence(aim, at()),), (("objectives", True),)
    )
    checklist["7"] = ChecklistReading("present", 0.95, (Evidence(row, at()),))
    return PlanReading(
        "ok",
        Source(f"{plan.name}.docx", "", hashlib.sha256(plan.name.encode()).hexdigest()),
        title=plan.title,
        area=plan.area,
        period=(plan.start, plan.end),
        framework=plan.generation,
        checklist={str(n): checklist[str(n)] for n in range(1, 14)},
        outcomes=tuple(
            Outcome(f"o{s.id}", s.text, s.national, (), 0.95, (s.measure,), at())
            for s in plan.strands
        ),
        objectives=tuple(
            Objective(f"s{ref}", text, f"o{s.id}", at())
            for s in plan.strands
            for ref, text in s.objectives
        ),
        actions=tuple(
            Action(
                f"a{r.id}",
                r.text,
                f"s{r.objective}",
                f"o{r.outcome}",
                tuple(partner(*lead) for lead in r.leads),
                plan.due_words(r.due),
                r.due,
                r.measure,
                at(),
                needs=r.needs,
            )
            for r in plan.rows
        ),
        needs=tuple(NeedMention(code, words, at()) for code, words in plan.needs),
        services=tuple(ServiceMention(name, at()) for name in plan.services),
        partners=tuple(partner(name, category) for name, category, _ in plan.partners),
        statute={a.code: _limb(plan, a.code, at) for a in plan.assessments},
        publication=publication,
        participation=participation,
    )


def _limb(plan: InventedPlan, code: str, at: object) -> StatuteReading:
    said = next(a for a in plan.assessments if a.code == code)
    place = at()  # type: ignore[operator]
    indicator = (f"ni-{code.removeprefix('ndo-')}",) if code.startswith("ndo") else ()
    return StatuteReading(
        Evidence(said.said, place), indicator, said.priority, Evidence(said.decision, place)
    )


@cache
def _triples(name: str) -> Graph:
    plan = next(p for p in clean_plans() if p.name == name)
    graph = rdflib_graph(
        plan_triples(
            reading_of(plan), slug=name, edition=f"{plan.start.year}", invented=True, checked=True
        )
    )
    _place_parts(graph, plan)
    return graph


def _place_parts(graph: Graph, plan: InventedPlan) -> None:
    """Tie each part of a checklist item to the sentence that shows it, and to no other."""
    addresses = URIRef(CJ + "addressesItem")
    for statement, part in list(graph.subject_objects(addresses)):
        if "/checklist-part/" in str(part):
            graph.remove((statement, addresses, part))
    for chapter in plan.chapters:
        for sentence in chapter.sentences:
            said = Literal(plan.fill(sentence.text))
            shows = [URIRef(thing("checklist-part", f"{chapter.item}-{p}")) for p in sentence.parts]
            for saying in list(graph.subjects(URIRef(CJ + "text"), said)):
                for shown in shows:
                    graph.add((saying, addresses, shown))


def graph_of(plan: InventedPlan) -> Graph:
    """Return the graph of a plan, the caller's own to change."""
    copy = Graph()
    for triple in _triples(plan.name):
        copy.add(triple)
    return copy
