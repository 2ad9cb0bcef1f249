"""Reads a plan that is given as a graph: ours, or one that a person wrote by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from cjgraph.errors import PlanNotReadable
from cjgraph.namespaces import CJ, DCTERMS, PROV

from .blocks import NOWHERE, BlockList, Locator
from .graph_terms import NAMES, Thing, Things, last_part
from .partners import category_of, organisation_of
from .personal import Masker, case_identifiers
from .rdf_places import PARTS
from .reading import (
    Action,
    ChecklistReading,
    Evidence,
    NeedMention,
    Objective,
    Outcome,
    Partner,
    PlanReading,
    ServiceMention,
    Source,
    StatuteReading,
    Verdict,
    Warned,
)
from .statute import with_actions
from .template.checklist_items import checklist_items
from .vocabulary import Term, vocabulary

_MEDIA_TYPES: Final = {
    ".ttl": "text/turtle",
    ".jsonld": "application/ld+json",
    ".nt": "application/n-triples",
}
_ITEMS: Final = 13
#: A graph has no places of its own; what is masked in it is noted all the same.
_SOMEWHERE: Final = Locator(paragraph=1)
_VERDICTS: Final[dict[str, Verdict]] = {
    "present": "present",
    "partial": "partial",
    "missing": "missing",
    "unknown": "unknown",
}


def read_graph_plan(data: bytes, name: str) -> PlanReading:
    """Read a plan from a Turtle, JSON-LD or N-Triples file.

    Args:
        data: The file.
        name: Its name; the ending tells the format.

    Raises:
        WrongFormat: The ending is none of those that are read.
        SyntaxFault: The content is broken; the message gives line and column.
    """
    from ingest.graph_file import parse_graph

    ending = "." + name.rsplit(".", 1)[-1].lower()
    triples = parse_graph(data, name)
    source = Source(name, _MEDIA_TYPES.get(ending, ""), hashlib.sha256(data).hexdigest())
    words = BlockList()
    for triple in triples:
        if isinstance(triple.object, Literal) and triple.object.value.strip():
            words.text(triple.object.value)
    if refused := case_identifiers(words.blocks):
        told = tuple(Warned(item.code, item.message) for item in refused)
        return PlanReading("refused", source, warnings=told)
    masker = Masker()
    try:
        reading = reading_from_graph((_masked(t, masker) for t in triples), source)
    except PlanNotReadable as error:
        return PlanReading("not_a_plan", source, warnings=(Warned("not_a_plan", error.message),))
    noted = (Warned(item.code, item.message) for item in masker.warnings)
    return replace(reading, warnings=tuple(dict.fromkeys((*reading.warnings, *noted))))


def reading_from_graph(triples: Iterable[Triple], source: Source) -> PlanReading:
    """Turn the triples of one plan into a reading.

    Args:
        triples: One plan, in the terms of the ontology.
        source: The file that they come from.

    Raises:
        PlanNotReadable: They describe no plan, or several.
    """
    return _Reader(Things(triples), source).reading()


class _Reader:
    def __init__(self, things: Things, source: Source) -> None:
        self.things = things
        self.source = source
        plans = things.of_type("CJOIP")
        if len(plans) != 1:
            held = f"{len(plans)} plans; one is read at a time" if plans else "no plan"
            raise PlanNotReadable(
                f"{source.name} is a graph, but it describes "
                + ("no community justice plan." if not plans else f"{held}.")
            )
        self.plan = plans[0]
        kinds = {"outcome": "LocalOutcome", "objective": "StrategicObjective", "action": "Action"}
        self.found = {kind: self._items(name) for kind, name in kinds.items()}
        self.ids = {kind: self._named(kind, items) for kind, items in self.found.items()}

    def reading(self) -> PlanReading:
        things, plan = self.things, self.plan
        period = self._period()
        outcomes = tuple(map(self._outcome, self.found["outcome"]))
        objectives = tuple(map(self._objective, self.found["objective"]))
        actions = tuple(map(self._action, self.found["action"]))
        framework = self._framework(outcomes, period)
        statute = {code: StatuteReading() for code in vocabulary().edition(framework).outcomes}
        statute |= self._statute()
        area = things.text(plan, CJ + "planArea")
        partnership = things.iri(plan, CJ + "preparedBy")
        title = things.text(plan, DCTERMS + "title")
        if not title:  # a label that is the name of the file stands for no title
            label = things.words(plan)
            title = "" if label in self._file_names() else label
        warnings = []
        if not period:
            warnings.append(Warned("no_period", "The plan does not say which years it is for."))
        if not area:
            warnings.append(Warned("no_area", "The plan does not say which area it is for."))
        partners = self._partners()
        return PlanReading(
            status="ok",
            source=self.source,
            title=title,
            area=area,
            partnership=partnership or _partnership_for(area),
            period=period,
            framework=framework,
            checklist={str(n): self._verdict(str(n)) for n in range(1, _ITEMS + 1)},
            outcomes=outcomes,
            objectives=objectives,
            actions=actions,
            needs=tuple(self._needs()),
            services=tuple(
                ServiceMention(things.words(node), self._place(node))
                for node in self._items("Service")
            ),
            partners=partners,
            bodies_named=tuple(self._bodies_beside(partners)),
            statute=with_actions(statute, outcomes, objectives, actions),
            publication=self._stated("statesPublication"),
            participation=self._stated("statesParticipation"),
            warnings=tuple(warnings),
        )

    # What belongs to the plan, and how it is called

    def _items(self, kind: str) -> list[Thing]:
        """Return the plan's things of one class, in their order."""
        return [
            node
            for node in self.things.of_type(kind)
            if self.things.one(node, CJ + "ofPlan") in (None, self.plan)
        ]

    def _named(self, kind: str, items: list[Thing]) -> dict[Thing, str]:
        """Give each thing an id of its own: what the graph says, or the end of its IRI."""
        ids: dict[Thing, str] = {}
        for number, node in enumerate(items, 1):
            name = self.things.text(node, CJ + "localId") or last_part(node)
            name = name or f"{kind}-{number}"
            again = 2
            wanted = name
            while name in ids.values():
                name, again = f"{wanted}-{again}", again + 1
            ids[node] = name
        return ids

    def _target(self, node: Thing, kind: str, *properties: str) -> str | None:
        """Return the id of what a thing serves; of what the plan lacks, the end of its IRI."""
        for name in (*properties, "contributesTo"):
            for target in self.things.all(node, CJ + name):
                if isinstance(target, Literal):
                    continue
                if target in self.ids[kind]:
                    return self.ids[kind][target]
                if name != "contributesTo":
                    return last_part(target) or None
        return None

    def _file_names(self) -> set[str]:
        files = self.things.of_type("ImportedFile")
        return {self.source.name, *(self.things.words(file) for file in files)}

    # The plan as a whole

    def _period(self) -> tuple[date, date] | None:
        start = self.things.day(self.plan, CJ + "periodStart")
        end = self.things.day(self.plan, CJ + "periodEnd")
        return (start, end) if start and end else None

    def _framework(self, outcomes: tuple[Outcome, ...], period: tuple[date, date] | None) -> str:
        written = self.things.iri(self.plan, CJ + "writtenAgainst")
        judged = self.things.iri(self.plan, CJ + "judgedAgainst")
        for iri in (written, judged):
            for edition in vocabulary().editions:
                if iri == edition.iri:
                    return edition.generation
        codes = {code for outcome in outcomes for code in outcome.national}
        for edition in vocabulary().editions:
            if codes & set(edition.outcomes):
                return edition.generation
        if period:
            return vocabulary().edition_on(period[0]).generation
        return vocabulary().editions[-1].generation

    def _stated(self, name: str) -> Evidence | None:
        node = self.things.one(self.plan, CJ + name)
        if node is None or isinstance(node, Literal):
            return None
        return self._evidence(node)

    # Outcomes, objectives, actions

    def _outcome(self, node: Thing) -> Outcome:
        things = self.things
        national = [last_part(o) for o in things.all(node, CJ + "localOutcomeForOutcome")]
        direct = [last_part(o) for o in things.all(node, CJ + "localOutcomeForPriorityAction")]
        for target in things.all(node, CJ + "contributesTo"):
            code = last_part(target)
            if vocabulary().outcome(code):
                national.append(code)
        return Outcome(
            id=self.ids["outcome"][node],
            text=things.words(node),
            national=_in_order(national, vocabulary().outcomes),
            priority_actions=_in_order(direct, vocabulary().priority_actions),
            confidence=things.number(node, CJ + "confidence", 1.0),
            measures=tuple(things.texts(node, CJ + "measureText")),
            locator=self._place(node),
            implied=things.truth(node, CJ + "isImplied") is True,
        )

    def _objective(self, node: Thing) -> Objective:
        return Objective(
            id=self.ids["objective"][node],
            text=self.things.words(node),
            outcome=self._target(node, "outcome", "objectiveForOutcome"),
            locator=self._place(node),
        )

    def _action(self, node: Thing) -> Action:
        things = self.things
        needs = {term.iri: term.code for term in vocabulary().needs}
        due = things.day(node, CJ + "due")
        written = things.text(node, CJ + "dueAsWritten")
        named = [needs.get(iri, "") for iri in things.iris(node, CJ + "addressesNeed")]
        return Action(
            id=self.ids["action"][node],
            text=things.words(node),
            objective=self._target(node, "objective", "actionForObjective"),
            outcome=self._target(node, "outcome", "actionForOutcome"),
            leads=self._leads(node),
            due_as_written=written,
            due=due,
            measure=next(iter(things.texts(node, CJ + "measureText")), None),
            locator=self._place(node),
            needs=_in_order([code for code in named if code], vocabulary().needs),
            interventions=tuple(sorted(things.iris(node, CJ + "usesIntervention"))),
        )

    def _leads(self, node: Thing) -> tuple[Partner, ...]:
        things = self.things
        mentions = [m for m in things.all(node, CJ + "hasLead") if not isinstance(m, Literal)]
        if mentions:
            return tuple(map(self._partner, sorted(mentions, key=things.order)))
        written = things.texts(node, CJ + "leadAsWritten")
        categories = _codes(things.iris(node, CJ + "leadCategory"), vocabulary().categories)
        led = things.iris(node, CJ + "ledBy")
        if len(written) == 1 and len(categories) <= 1 and len(led) <= 1:
            category = categories[0] if categories else category_of(written[0])
            return (Partner(written[0], category, led[0] if led else None),)
        found = [Partner(name, category_of(name), organisation_of(name)) for name in written]
        for category in categories:
            if category not in {lead.category for lead in found}:
                found.append(Partner(_label(category), category, None))
        return tuple(found)

    def _partners(self) -> tuple[Partner, ...]:
        things = self.things
        leads = {lead for a in self.found["action"] for lead in things.all(a, CJ + "hasLead")}
        found = [self._partner(n) for n in self._items("PartnerMention") if n not in leads]
        # A graph made by hand may name categories alone; in one of ours, what is named beside
        # the partners stands in running words.
        if not found:
            found = [Partner(_label(code), code, None) for code in self._bodies_beside(found)]
        return tuple(found)

    def _bodies_beside(self, partners: Iterable[Partner]) -> list[str]:
        named = _codes(self.things.iris(self.plan, CJ + "namesPartner"), vocabulary().categories)
        known = {partner.category for partner in partners}
        known |= {lead.category for a in self.found["action"] for lead in self._leads(a)}
        return sorted(code for code in named if code not in known)

    def _partner(self, node: Thing) -> Partner:
        things = self.things
        name = things.words(node)
        codes = _codes(things.iris(node, CJ + "mentionsCategory"), vocabulary().categories)
        return Partner(
            as_written=name,
            category=codes[0] if codes else category_of(name),
            organization=things.iri(node, CJ + "mentionsOrganization"),
            locator=self._place(node),
        )

    # Checklist, section 19, needs

    def _verdict(self, number: str) -> ChecklistReading:
        things = self.things
        said = [
            node
            for node in self._items("PlanStatement")
            if any(last_part(i) == number for i in self._addressed(node, "/checklist-item/"))
        ]
        parts = {
            last_part(item).removeprefix(f"{number}-")
            for node in said
            for item in self._addressed(node, "/checklist-part/")
            if last_part(item).startswith(f"{number}-")
        }
        verdict, sure = _VERDICTS["unknown"], 0.0
        for node in self._items("ChecklistVerdict"):
            if [last_part(i) for i in things.all(node, CJ + "addressesItem")] == [number]:
                written = things.one(node, CJ + "hasVerdict")
                verdict = _VERDICTS.get(last_part(written), "unknown") if written else "unknown"
                sure = things.number(node, CJ + "confidence", 1.0)
                rests_on = set(things.all(node, PROV + "wasDerivedFrom"))
                said = [s for s in said if s in rests_on or not rests_on & set(said)]
                if not rests_on:  # ours, whose only quotations are what the Act asks for
                    said = [s for s in said if s not in self._statutory()]
        item = next((item for item in checklist_items() if item.number == number), None)
        known = tuple((part.code, part.code in parts) for part in (item.parts if item else ()))
        return ChecklistReading(verdict, sure, tuple(map(self._evidence, said)), known)

    def _addressed(self, node: Thing, kind: str) -> Iterator[NamedNode]:
        for item in self.things.all(node, CJ + "addressesItem"):
            if isinstance(item, NamedNode) and kind in item.value:
                yield item

    def _statutory(self) -> set[object]:
        names = ("statesPublication", "statesParticipation")
        return {n for name in names for n in self.things.all(self.plan, CJ + name)}

    def _statute(self) -> dict[str, StatuteReading]:
        things = self.things
        found: dict[str, StatuteReading] = {}
        assessed = {
            last_part(outcome): node
            for node in self._items("OutcomeAssessment")
            for outcome in things.all(node, CJ + "assessesOutcome")
        }
        decided = {
            last_part(outcome): node
            for node in self._items("PriorityDecision")
            for outcome in things.all(node, CJ + "decidesOn")
        }
        for code in (*assessed, *decided):
            first, second = assessed.get(code), decided.get(code)
            used = things.all(first, CJ + "usesIndicator") if first else []
            found[code] = StatuteReading(
                assessment=self._evidence(first) if first else None,
                indicators=_in_order([last_part(i) for i in used], vocabulary().indicators),
                priority=things.truth(second, CJ + "isPriority") if second else None,
                decision=self._evidence(second) if second else None,
            )
        return found

    def _needs(self) -> Iterator[NeedMention]:
        for node in self._items("NeedStatement"):
            needs = self.things.iris(node, CJ + "namesNeed")
            codes = _codes(needs, vocabulary().needs)
            if codes:
                yield NeedMention(codes[0], self.things.words(node), self._place(node))

    def _evidence(self, node: Thing) -> Evidence:
        return Evidence(self.things.words(node), self._place(node))

    def _place(self, node: Thing) -> Locator:
        """Return where words stand, as far as the graph says it."""
        things = self.things
        target = things.one(node, CJ + "quotedFrom")
        if target is None or isinstance(target, Literal):
            return NOWHERE
        found: dict[str, int | str] = {}
        for name, iri in PARTS.items():
            value = things.text(target, iri)
            if value and name in NAMES:
                found[name] = value
            elif value.isdigit():
                found[name] = int(value)
        found |= things.selected(target)
        return Locator(**found)  # type: ignore[arg-type]  # names and kinds are those of PARTS


def _masked(triple: Triple, masker: Masker) -> Triple:
    term = triple.object
    if not isinstance(term, Literal):
        return triple
    led = triple.predicate.value == CJ + "leadAsWritten"
    text = masker.text(term.value, _SOMEWHERE, led=led)
    if text == term.value:
        return triple
    language = term.language
    mended = Literal(text, language=language) if language else Literal(text)
    return Triple(triple.subject, triple.predicate, mended)


def _codes(iris: Iterable[str], terms: tuple[Term, ...]) -> list[str]:
    known = {term.iri: term.code for term in terms}
    return [known[iri] for iri in iris if iri in known]


def _in_order(codes: Iterable[str], terms: tuple[Term, ...]) -> tuple[str, ...]:
    """Return codes in the order of their vocabulary, those that it lacks last."""
    order = {term.code: place for place, term in enumerate(terms)}
    return tuple(sorted(set(codes), key=lambda code: (order.get(code, len(order)), code)))


def _label(category: str) -> str:
    return next((t.label for t in vocabulary().categories if t.code == category), category)


def _partnership_for(area: str) -> str | None:
    """Return the Partnership that serves an area, where the area is one that exists."""
    known = [t.iri for t in vocabulary().areas if t.label.casefold() == area.casefold()]
    served = [p for p in vocabulary().partnerships if set(known) & set(p.linked("servesArea"))]
    return served[0].iri if served else None
