"""A reading of a plan as triples of the ontology.

Everything that belongs to a plan is named below the plan's own IRI. A reference to
something that the plan does not have keeps its edge, to an IRI that is of no type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from cjgraph.namespaces import CJ, DCTERMS, PROV, RDF, RDFS, XSD, thing
from cjgraph.namespaces import slug as iri_slug

from .blocks import Locator
from .checklist_papers import PAPERS
from .checklist_roles import ROLE_PARTS
from .checklist_rules import RULES
from .rdf_places import quotation_triples
from .reading import (
    Action,
    Evidence,
    Objective,
    Outcome,
    Partner,
    PlanReading,
    StatuteReading,
)
from .template.checklist_items import checklist_items
from .vocabulary import Term, vocabulary

_LABEL_LENGTH: Final = 100
_A: Final = NamedNode(RDF + "type")
_LABEL: Final = NamedNode(RDFS + "label")
_SOURCE: Final = NamedNode(DCTERMS + "source")
_DATE: Final = NamedNode(XSD + "date")
_BOOLEAN: Final = NamedNode(XSD + "boolean")
_DECIMAL: Final = NamedNode(XSD + "decimal")
_WHOLE_NUMBER: Final = NamedNode(XSD + "integer")
#: Characters that nobody sees: a label has none of them.
_UNSEEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffd\U000e0000-\U000e007f]"
)


def plan_triples(
    reading: PlanReading, *, slug: str, edition: str, invented: bool, checked: bool = False
) -> Iterator[Triple]:
    """Turn a reading into triples.

    Args:
        reading: A reading whose status is ``ok``.
        slug: Name of the plan in its IRI, such as that of the area.
        edition: Name of the edition in its IRI, such as ``"2024-2029"``.
        invented: Whether no one published this plan: an example or a synthetic one.
        checked: Whether a person has checked the reading.

    Raises:
        ValueError: The reading is of a file that could not be read as a plan.
    """
    if reading.status != "ok":
        raise ValueError(f"A reading with the status '{reading.status}' has no triples.")
    path = f"{iri_slug(slug)}/{iri_slug(edition)}"
    return _Writer(reading, path, invented, checked).triples()


class _Writer:
    def __init__(self, reading: PlanReading, path: str, invented: bool, checked: bool) -> None:
        self.reading = reading
        self.path = path
        self.plan = NamedNode(thing("plan", path))
        self.file = NamedNode(thing("file", reading.source.sha256))
        self.invented = invented
        self.checked = checked

    def triples(self) -> Iterator[Triple]:
        yield from self._file()
        yield from self._plan()
        for number, outcome in enumerate(self.reading.outcomes, 1):
            yield from self._outcome(outcome, number)
        for number, objective in enumerate(self.reading.objectives, 1):
            yield from self._objective(objective, number)
        for number, action in enumerate(self.reading.actions, 1):
            yield from self._action(action, number)
        for code, item in self.reading.statute.items():
            yield from self._statute(code, item)
        yield from self._checklist()
        yield from self._mentions()

    def _file(self) -> Iterator[Triple]:
        yield Triple(self.file, _A, _cj("ImportedFile"))
        yield Triple(self.file, _LABEL, Literal(self.reading.source.name))
        yield Triple(self.file, _cj("sha256"), Literal(self.reading.source.sha256))
        yield Triple(self.file, _SOURCE, self.file)

    def _plan(self) -> Iterator[Triple]:
        read = self.reading
        label = read.title or read.source.name
        yield Triple(self.plan, _A, _cj("CJOIP"))
        yield Triple(self.plan, _LABEL, _english(_visible(label)))
        if read.title:
            yield Triple(self.plan, NamedNode(DCTERMS + "title"), Literal(read.title))
        yield Triple(self.plan, _SOURCE, self.file)
        if read.area:
            yield Triple(self.plan, _cj("planArea"), Literal(read.area))
        if read.partnership:
            yield Triple(self.plan, _cj("preparedBy"), NamedNode(read.partnership))
        written = vocabulary().edition(read.framework).iri
        judged = written
        if read.period:
            start, end = read.period
            yield Triple(self.plan, _cj("periodStart"), _day(start))
            yield Triple(self.plan, _cj("periodEnd"), _day(end))
            judged = vocabulary().edition_on(start).iri
        yield Triple(self.plan, _cj("judgedAgainst"), NamedNode(judged))
        # Where neither words nor years tell, the framework is only a default.
        unclear = any(warned.code == "framework_unclear" for warned in read.warnings)
        if read.period or not unclear:
            yield Triple(self.plan, _cj("writtenAgainst"), NamedNode(written))
        yield Triple(self.plan, _cj("checkedByPerson"), _truth(self.checked))
        yield Triple(self.plan, _cj("isInvented"), _truth(self.invented))
        named = {p.category for p in read.partners if p.category != "other"}
        named |= set(read.bodies_named)
        for category in sorted(named):
            yield from _edge(self.plan, "namesPartner", _category(category))

    def _outcome(self, outcome: Outcome, number: int) -> Iterator[Triple]:
        node = self._node("outcome", outcome.id)
        yield from self._item(node, "LocalOutcome", outcome.text, outcome.locator, outcome.id)
        yield Triple(node, _cj("position"), _whole(number))
        yield Triple(node, _cj("confidence"), _share(outcome.confidence))
        if outcome.implied:
            yield Triple(node, _cj("isImplied"), _truth(True))
        for code in outcome.national:
            target = NamedNode(thing("outcome", code))
            yield Triple(node, _cj("localOutcomeForOutcome"), target)
        for code in outcome.priority_actions:
            target = NamedNode(thing("priority-action", code))
            yield Triple(node, _cj("localOutcomeForPriorityAction"), target)
        for measure in outcome.measures:
            yield Triple(node, _cj("measureText"), Literal(measure))
        terms = [vocabulary().outcome(code) for code in outcome.national if outcome.implied]
        for indicator in dict.fromkeys(i for t in terms if t for i in t.linked("measuredBy")):
            yield Triple(node, _cj("measuredBy"), NamedNode(indicator))

    def _objective(self, objective: Objective, number: int) -> Iterator[Triple]:
        node = self._node("objective", objective.id)
        yield from self._item(
            node, "StrategicObjective", objective.text, objective.locator, objective.id
        )
        yield Triple(node, _cj("position"), _whole(number))
        if objective.outcome:
            target = self._node("outcome", objective.outcome)
            yield Triple(node, _cj("objectiveForOutcome"), target)

    def _action(self, action: Action, number: int) -> Iterator[Triple]:
        node = self._node("action", action.id)
        yield from self._item(node, "Action", action.text, action.locator, action.id)
        yield Triple(node, _cj("position"), _whole(number))
        if action.objective:
            target = self._node("objective", action.objective)
            yield Triple(node, _cj("actionForObjective"), target)
        if action.outcome:
            yield Triple(node, _cj("actionForOutcome"), self._node("outcome", action.outcome))
        for place, lead in enumerate(action.leads, 1):
            yield Triple(node, _cj("leadAsWritten"), Literal(lead.as_written))
            yield from _edge(node, "leadCategory", _category(lead.category))
            yield from _edge(node, "ledBy", lead.organization)
            named = NamedNode(f"{node.value}/lead/{place}")
            yield Triple(node, _cj("hasLead"), named)
            yield from self._partner(named, lead, place)
        if action.due_as_written:
            yield Triple(node, _cj("dueAsWritten"), Literal(action.due_as_written))
        if action.due:
            yield Triple(node, _cj("due"), _day(action.due))
        if action.measure:
            yield Triple(node, _cj("measureText"), Literal(action.measure))
        for iri in action.interventions:
            yield Triple(node, _cj("usesIntervention"), NamedNode(iri))
        for need in action.needs:
            yield from _edge(node, "addressesNeed", _by_code(vocabulary().needs, need))

    def _statute(self, code: str, item: StatuteReading) -> Iterator[Triple]:
        outcome = NamedNode(thing("outcome", code))
        named = code.upper().replace("-", " ")
        if item.assessment:
            node = self._node("assessment", code)
            yield from self._item(
                node,
                "OutcomeAssessment",
                item.assessment.quote,
                item.assessment.locator,
                label=f"Assessment of {named}: {item.assessment.quote}",
            )
            yield Triple(node, _cj("assessesOutcome"), outcome)
            for indicator in item.indicators:
                yield Triple(node, _cj("usesIndicator"), NamedNode(thing("indicator", indicator)))
        if item.decision:
            node = self._node("decision", code)
            said = {True: "is", False: "is not", None: "may be"}[item.priority]
            label = f"{named} {said} a priority for action"
            yield from self._item(
                node, "PriorityDecision", item.decision.quote, item.decision.locator, label=label
            )
            yield Triple(node, _cj("decidesOn"), outcome)
            if item.priority is not None:
                yield Triple(node, _cj("isPriority"), _truth(item.priority))

    def _checklist(self) -> Iterator[Triple]:
        count = 0
        for number, verdict in self.reading.checklist.items():
            item = NamedNode(thing("checklist-item", number))
            node = self._node("verdict", number)
            yield Triple(node, _A, _cj("ChecklistVerdict"))
            yield Triple(node, _LABEL, _english(f"Checklist item {number}: {verdict.verdict}"))
            yield Triple(node, _SOURCE, self.file)
            yield Triple(node, _cj("ofPlan"), self.plan)
            yield Triple(node, _cj("addressesItem"), item)
            yield Triple(node, _cj("hasVerdict"), NamedNode(thing("verdict", verdict.verdict)))
            yield Triple(node, _cj("confidence"), _share(verdict.confidence))
            shown = list(self._shown(number, verdict.evidence))
            for evidence in shown:
                count += 1
                yield from self._statement(str(count), evidence, item)
                if evidence in verdict.evidence:
                    statement = self._node("statement", str(count))
                    yield Triple(node, NamedNode(PROV + "wasDerivedFrom"), statement)
                for name, said in self._states():
                    if number == "12" and said == evidence:
                        yield Triple(self.plan, _cj(name), self._node("statement", str(count)))
            shows = _showing(number, [part for part, found in verdict.parts if found], shown)
            for part, found in verdict.parts:
                if not found and verdict.verdict == "partial" and f"{number}-{part}" in _parts():
                    lacked = NamedNode(thing("checklist-part", f"{number}-{part}"))
                    yield Triple(node, _cj("lacksPart"), lacked)
                if found and shown and f"{number}-{part}" in _parts():
                    at = count - len(shown) + 1 + shows[part]
                    target = NamedNode(thing("checklist-part", f"{number}-{part}"))
                    yield Triple(self._node("statement", str(at)), _cj("addressesItem"), target)

    def _shown(self, number: str, evidence: tuple[Evidence, ...]) -> Iterator[Evidence]:
        """Quotations for an item; for item 12 also what the Act asks to be published."""
        yield from evidence
        if number == "12":
            known = set(evidence)
            for _, item in self._states():
                if item not in known:
                    known.add(item)
                    yield item

    def _states(self) -> Iterator[tuple[str, Evidence]]:
        read = self.reading
        if read.publication:
            yield "statesPublication", read.publication
        if read.participation:
            yield "statesParticipation", read.participation

    def _statement(self, number: str, evidence: Evidence, item: NamedNode) -> Iterator[Triple]:
        node = self._node("statement", number)
        yield from self._item(node, "PlanStatement", evidence.quote, evidence.locator)
        yield Triple(node, _cj("addressesItem"), item)

    def _mentions(self) -> Iterator[Triple]:
        for number, need in enumerate(self.reading.needs, 1):
            node = self._node("need", str(number))
            yield from self._item(node, "NeedStatement", need.quote, need.locator)
            yield from _edge(node, "namesNeed", _by_code(vocabulary().needs, need.category))
        for number, service in enumerate(self.reading.services, 1):
            node = self._node("service", str(number))
            yield from self._item(node, "Service", service.name, service.locator)
        for number, partner in enumerate(self.reading.partners, 1):
            yield from self._partner(self._node("partner", str(number)), partner, number)

    def _partner(self, node: NamedNode, partner: Partner, number: int) -> Iterator[Triple]:
        """Keep the words that name a partner, its category and its organisation together."""
        yield from self._item(node, "PartnerMention", partner.as_written, partner.locator)
        yield Triple(node, _cj("position"), _whole(number))
        yield from _edge(node, "mentionsCategory", _category(partner.category))
        yield from _edge(node, "mentionsOrganization", partner.organization)

    def _item(
        self,
        node: NamedNode,
        kind: str,
        text: str,
        place: Locator,
        local_id: str = "",
        *,
        label: str = "",
    ) -> Iterator[Triple]:
        """What every item of a plan has: type, label, words, plan, source and place."""
        yield Triple(node, _A, _cj(kind))
        yield Triple(node, _LABEL, _english(_short(label or text)))
        yield Triple(node, _cj("text"), Literal(text))
        yield Triple(node, _cj("ofPlan"), self.plan)
        yield Triple(node, _SOURCE, self.file)
        if local_id:
            yield Triple(node, _cj("localId"), Literal(local_id))
        yield from quotation_triples(node, self.file, text, place, _short(place.in_words()))

    def _node(self, kind: str, name: str) -> NamedNode:
        return NamedNode(f"{self.plan.value}/{kind}/{name}")


@cache
def _parts() -> frozenset[str]:
    """Return the parts of checklist items that the vocabulary has; rules may know more."""
    return frozenset(f"{item.number}-{p.code}" for item in checklist_items() for p in item.parts)


def _showing(number: str, parts: list[str], shown: list[Evidence]) -> dict[str, int]:
    """Which quotation shows each part of an item; the first where the item as a whole does."""
    rule = RULES[number]
    words = dict(rule.parts) | dict(rule.told)
    words |= dict({"6": ROLE_PARTS, "12": PAPERS}.get(number, ()))
    # Of terms there is a quotation each, in their order.
    in_turn = number == "2" and len(parts) == len(shown)
    return {
        part: turn
        if in_turn
        else next(
            (n for n, one in enumerate(shown) if part in words and words[part].search(one.quote)),
            0,
        )
        for turn, part in enumerate(parts)
    }


def _cj(name: str) -> NamedNode:
    return NamedNode(CJ + name)


def _english(text: str) -> Literal:
    return Literal(text, language="en")


def _day(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=_DATE)


def _truth(value: bool) -> Literal:
    return Literal("true" if value else "false", datatype=_BOOLEAN)


def _whole(number: int) -> Literal:
    return Literal(str(number), datatype=_WHOLE_NUMBER)


def _share(value: float) -> Literal:
    return Literal(f"{value:.2f}", datatype=_DECIMAL)


def _visible(text: str) -> str:
    return " ".join(_UNSEEN.sub(" ", text).split()) or "without words"


def _short(text: str) -> str:
    flat = _visible(text)
    if len(flat) <= _LABEL_LENGTH:
        return flat
    return flat[: _LABEL_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _edge(subject: NamedNode, name: str, target: str | None) -> Iterator[Triple]:
    if target:
        yield Triple(subject, _cj(name), NamedNode(target))


def _by_code(terms: Iterable[Term], code: str) -> str | None:
    return next((term.iri for term in terms if term.code == code), None)


def _category(code: str) -> str | None:
    return _by_code(vocabulary().categories, code)
