"""Writes a synthetic plan as statements, as an import of a real plan would."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Final

from pyoxigraph import Triple

from cjgraph.namespaces import thing
from ingest.plans.template.checklist_items import checklist_items
from ingest.plans.vocabulary import vocabulary

from ._bodies import category, lead_body, lead_words, need
from ._plans import ActionDraft, PlanDraft
from ._statements import Statements

_PARTIAL: Final = "Work on {} has begun and will be set out later."
_PRESENT: Final = "This plan sets out {} for {}."
_NEED: Final = "People in {} need better support with {}."


def plan_statements(
    plan: PlanDraft,
    *,
    source: str,
    findings: Mapping[str, tuple[tuple[str, str], ...]] | None = None,
) -> list[Triple]:
    """Return the statements of one plan.

    Args:
        plan: The plan.
        source: IRI of what the plan was made from.
        findings: For an intervention's IRI, findings with their relation, to link actions to.
    """
    return _Writer(plan, source, findings or {}).write()


class _Writer:
    def __init__(
        self, plan: PlanDraft, source: str, findings: Mapping[str, tuple[tuple[str, str], ...]]
    ) -> None:
        self._plan = plan
        self._iri = thing("plan", plan.path)
        self._out = Statements(source)
        self._findings = findings

    def write(self) -> list[Triple]:
        self._head()
        self._outcomes()
        for number, action in enumerate(self._plan.actions, 1):
            self._action(action, number)
        self._national()
        self._checklist()
        self._mentions()
        self._evidence()
        return self._out.triples

    def _head(self) -> None:
        plan, out = self._plan, self._out
        node = out.start(self._iri, "CJOIP", plan.title)
        out.invented(node)
        out.text(node, "planArea", plan.place.name)
        out.title(node, plan.title)
        out.link(node, "preparedBy", thing("partnership", plan.place.slug))
        out.day(node, "periodStart", plan.period.start)
        out.day(node, "periodEnd", plan.period.end)
        out.link(node, "judgedAgainst", plan.edition)
        out.link(node, "writtenAgainst", plan.edition)
        out.truth(node, "checkedByPerson", False)
        for code in plan.partners:
            out.link(node, "namesPartner", category(code))

    def _outcomes(self) -> None:
        out = self._out
        for number, outcome in enumerate(self._plan.outcomes, 1):
            node = self._item(f"outcome/{outcome.id}", "LocalOutcome", outcome.text, outcome.id)
            out.whole(node, "position", number)
            for code in outcome.national:
                out.link(node, "localOutcomeForOutcome", thing("outcome", code))
            for measure in outcome.measures:
                out.text(node, "measureText", measure)
            for code in outcome.indicators:
                out.link(node, "measuredBy", thing("indicator", code))
        for number, objective in enumerate(self._plan.objectives, 1):
            path = f"objective/{objective.id}"
            node = self._item(path, "StrategicObjective", objective.text, objective.id)
            out.whole(node, "position", number)
            if objective.outcome:
                out.link(node, "objectiveForOutcome", f"{self._iri}/outcome/{objective.outcome}")

    def _action(self, action: ActionDraft, number: int) -> None:
        out = self._out
        path = f"action/{action.id}"
        node = self._item(path, "Action", action.text, action.id)
        out.whole(node, "position", number)
        if action.objective:
            out.link(node, "actionForObjective", f"{self._iri}/objective/{action.objective}")
        if action.outcome:
            out.link(node, "actionForOutcome", f"{self._iri}/outcome/{action.outcome}")
        if action.lead:
            words, body = lead_words(action.lead), lead_body(self._plan.place, action.lead)
            out.text(node, "leadAsWritten", words)
            out.link(node, "leadCategory", category(action.lead))
            out.link(node, "hasLead", f"{self._iri}/{path}/lead/1")
            lead = self._item(f"{path}/lead/1", "PartnerMention", words)
            out.whole(lead, "position", 1)
            out.link(lead, "mentionsCategory", category(action.lead))
            if body:
                out.link(node, "ledBy", body)
                out.link(lead, "mentionsOrganization", body)
        if action.due_as_written:
            out.text(node, "dueAsWritten", action.due_as_written)
        if action.due:
            out.day(node, "due", action.due)
        if action.measure:
            out.text(node, "measureText", action.measure)
        for name in action.interventions:
            out.link(node, "usesIntervention", thing("intervention", name))
        for code in action.needs:
            out.link(node, "addressesNeed", need(code))

    def _national(self) -> None:
        out, place = self._out, self._plan.place.name
        for said in self._plan.national:
            name = said.code.upper().replace("-", " ")
            outcome = thing("outcome", said.code)
            if said.assessed:
                words = f"{place} has looked at how near it is to {name}."
                node = self._item(f"assessment/{said.code}", "OutcomeAssessment", words)
                out.link(node, "assessesOutcome", outcome)
                for code in said.indicators:
                    out.link(node, "usesIndicator", thing("indicator", code))
            if said.decided:
                words = f"{name} {'is' if said.priority else 'is not'} a priority for {place}."
                node = self._item(f"decision/{said.code}", "PriorityDecision", words)
                out.link(node, "decidesOn", outcome)
                out.truth(node, "isPriority", said.priority)

    def _checklist(self) -> None:
        out, place = self._out, self._plan.place.name
        for item in checklist_items():
            verdict = self._plan.checklist[item.number]
            iri = thing("checklist-item", item.number)
            label = f"Synthetic: checklist item {item.number} is {verdict}"
            node = out.start(f"{self._iri}/verdict/{item.number}", "ChecklistVerdict", label)
            out.link(node, "ofPlan", self._iri)
            out.link(node, "addressesItem", iri)
            out.link(node, "hasVerdict", thing("verdict", verdict))
            out.share(node, "confidence", 1.0)
            if verdict == "missing":
                continue
            what = item.label[:1].lower() + item.label[1:]
            words = _PARTIAL.format(what) if verdict == "partial" else _PRESENT.format(what, place)
            said = self._item(f"statement/{item.number}", "PlanStatement", words)
            out.link(said, "addressesItem", iri)
            out.derived(node, said)
            parts = item.parts[:-1] if verdict == "partial" else item.parts
            for part in parts:
                found = thing("checklist-part", f"{item.number}-{part.code}")
                out.link(said, "addressesItem", found)
            if verdict == "partial" and len(item.parts) > 1:
                lacked = thing("checklist-part", f"{item.number}-{item.parts[-1].code}")
                out.link(node, "lacksPart", lacked)

        if self._plan.publication:
            words = f"{place} will publish this plan on its web pages."
            said = self._item("statement/publication", "PlanStatement", words)
            out.link(self._iri, "statesPublication", said)

    def _mentions(self) -> None:
        names = {term.code: term.label for term in vocabulary().needs}
        for number, code in enumerate(self._plan.needs, 1):
            words = _NEED.format(self._plan.place.name, names[code].lower())
            node = self._item(f"need/{number}", "NeedStatement", words)
            self._out.link(node, "namesNeed", need(code))
        for number, code in enumerate(self._plan.partners, 1):
            node = self._item(f"partner/{number}", "PartnerMention", lead_words(code))
            self._out.whole(node, "position", number)
            self._out.link(node, "mentionsCategory", category(code))

    def _evidence(self) -> None:
        """Link some actions to findings on what they apply, as people and machine would."""
        draw = Random(self._plan.path)  # noqa: S311 - nothing secret
        for action in self._plan.actions:
            known = [f for i in action.interventions for f in self._findings.get(i, ())]
            if not known or draw.random() > 0.2:
                continue
            finding, relation = draw.choice(known)
            label = f"Synthetic: evidence for {action.text}"
            node = self._out.start(f"{self._iri}/evidence/{action.id}", "EvidenceLink", label)
            self._out.link(node, "linkFrom", f"{self._iri}/action/{action.id}")
            self._out.link(node, "linkTo", finding)
            self._out.link(node, "linkRelation", thing("relation", relation))
            status = draw.choice(("suggested", "accepted", "accepted", "rejected"))
            self._out.link(node, "linkStatus", thing("link-status", status))
            self._out.share(node, "probability", draw.uniform(0.5, 0.98))
            self._out.invented(node)

    def _item(self, path: str, kind: str, text: str, local_id: str = "") -> str:
        out = self._out
        node = out.start(f"{self._iri}/{path}", kind, f"Synthetic: {text}")
        out.text(node, "text", text)
        out.link(node, "ofPlan", self._iri)
        if local_id:
            out.text(node, "localId", local_id)
        return node
